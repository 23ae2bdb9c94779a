"""Five hundred hostile strings: whatever somebody may type, paste, or send in a file to make a program take text for more."""

import random
from collections.abc import Iterator
from functools import cache

COUNT = 500

_MARKUP = (
    "[/", "[/]", "[", "]", "[]", "[[", "\\[", "[/some/path]", "[bold]x[/bold]", "[@click=app.quit]y[/]",
    "[@click='app.bell']z", "[link=https://e.example]x[/link]", "[link=file:///etc/passwd]", "[red]x", "[on red]",
    "[name=value]", "[SEND]", "[#ff0000]c", "[$accent]v[/]", "[b][i][u]", "[reverse]hid", "[/bold]", "[b", "[/b]]",
    "Year 4 [SEND] group", "said [quote] ok", "[1]", "[@click=app.open_url('http://e')]go", "[not bold]",
    "[blink]b[/blink]", "[conceal]gone[/conceal]", ":smile: :warning:",
)  # fmt: skip
_ESCAPES = (
    "\x1b[2J", "\x1b[31mred\x1b[0m", "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]8;;http://e.example\x1b\\x\x1b]8;;\x1b\\", "\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[5n", "\x1b[?1049l",
    "\x1b[?25l", "\x1b[?1000h", "\x1bc", "\x1b7\x1b8", "\x1b(0lqk", "\x1bP$q\"p\x1b\\", "\x1b_Gi=1\x1b\\",
    "\x1b^pm\x1b\\", "\x9b31m", "\x9d0;t\x9c", "\x90q\x9c", "\x85", "\x84", "\x8d", "\x9c", "\x07\x07", "\x08\x08\x08",
    "\x0e\x0f", "\x00", "a\x00b", "\x7f", "\x1a", "\x11\x13", "\x04", "\x03", "\x05", "\r", "a\rb", "\x0b", "\x0c",
    "\x1c\x1d\x1e\x1f", "\x1b", "\x1b[", "\x1b]", "\x1b[200~x\x1b[201~", "\x1b[201~", "\x1bOP", "\x1b[19~", "\x1b[27u",
    "\x1b]777;notify;a;b\x07", "\x1b]9;x\x07", "\x1b]1337;File=:eA==\x07", "\x1b[1;1H", "\x1b[999B", "\x1b[3J", "\x1b[!p",
)  # fmt: skip
_DIRECTIONS = (
    "\u202eevil\u202c", "\u2066a\u2069", "\u2067b", "\u2068c\u2069", "\u202ad", "\u202be", "\u202df", "\u200e", "\u200f",
    "\u061c", "user\u202etxt.exe", "שלום לכולם", "مرحبا بكم", "abc שלום 123 مرحبا", "ܫܠܡܐ", "\u2069\u2069\u2069",
)  # fmt: skip
_UNSEEN = (
    "\u200b", "a\u200bb", "\u200d\u200d", "\u2060", "\ufeff", "\ufeffbom", "\u00ad", "\u034f", "\u180e", "\u115f\u1160",
    "\u3164", "\uffa0", "\u2800", "\u2028", "\u2029", "a\u2028b", "\u00a0", "\u3000", "\u2003x", "\ufe0f", "\ufe0e",
    "\U000e0001\U000e0041", "\U000e0061\U000e007f", "\u206a\u206f", "\ufff9a\ufffab\ufffb", "\ufffc", "\ufffd", "\uffff",
    "\ufdd0", "\U0001fffe", "\ue000", "\uf8ff", "\U0010ffff", "\U000f0000",
)  # fmt: skip
_MARKS = (
    "Z̴̡͙͔a̷l̸g̶o̵", "e"+"\u0301" * 40, "a"+"\u0489" * 30, "\u0301\u0301", "\u0327\u0301c", "o\u0308\u0304",
    "a\u0301\x01\u0302", "e\u0301te\u0301", "n\u0303", "ำ" * 8, "กิ์", "क्षत्रिय", "ไม่เป็นไร", "தமிழ்", "བོད་", "한국어",
    "\u1112\u1161\u11ab", "ǅ ǆ ß ẞ İ ı ŉ", "ﬁ ﬂ ﷽", "꧁꧂", "𒐫𒈙⸻", "\u20dd\u20e0", "x\u0338", "Ω Ω K Å", "ᄀ" * 9,
)  # fmt: skip
_PICTURES = (
    "👨‍👩‍👧‍👦", "👩🏽‍🏫", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇺🇸🇩🇪🇺", "👍🏿" * 20, "👨‍👩‍👧‍👦" * 30, "❤️❤", "1️⃣2️⃣", "☺︎", "会議を始めます",
    "ｆｕｌｌ　ｗｉｄｔｈ", "ﾊﾝｶｸ", "😀" * 200, "🫠🫥🪿", "⚠️ ℹ️ ▶️", "│─┌┐█▒", "⣿⣀", "𝔉𝔯𝔞𝔨", "①②Ⅷ",
)  # fmt: skip
_BROKEN = (
    "\ud800", "\udfff", "a\udc80b", "\ud83d", "\ude00\ud83d", "\udcff\udcfe", "caf\udce9",
)  # fmt: skip
_QUERIES = (
    "'; DROP TABLE lines; --", "' OR '1'='1", '" OR ""="', "1; ATTACH 'x' AS y", "%", "_", "%' --", "*/ /*",
    "x' UNION SELECT * FROM leads--", "?1", ":id", "@id", "$id", "NULL", "\\'", "''", "`x`", "[x]", "0x41", "char(65)",
    "load_extension('e')", "PRAGMA user_version=9", 'NEAR("a" b)', "a AND b", "a NOT", "OR", "AND", "NOT", '"', '""',
    '"unclosed', "a*", "*", "^a", "a:b", "text:x", "{a b}:c", "-a", "+", "(", ")", "a + b", "NEAR(a b, 10)", "col : x",
    "rank", "rowid",
)  # fmt: skip
_FORMULAE = (
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "＝1", "＋1", "－1",
    "＠x", "=HYPERLINK(\"http://e\")", "|calc", "%0A=1", "\ufeff=1", ";=1", ",=1", '"=1', "'=1", "=IMPORTXML(1)", "\xa0=1",
    "\u3000=1", "--1", "-2+3+cmd|' /C calc'!A0",
)  # fmt: skip
_TEMPLATES = (
    "{}", "{0}", "{name}", "{0.__class__}", "{{}}", "{!r}", "{:>99999999}", "%s", "%d", "%n", "%(x)s", "%%", "%99999999d",
    "${x}", "$x", "$(id)", "`id`", "#{7*7}", "{{7*7}}", "{% include 'x' %}", "<%= 1 %>", "#set page(fill: red)",
    "#eval(\"1\")", "#import \"x.typ\"", "$ sum_0^1 $", "\\input{/etc/passwd}", "\\write18{id}", "\\end{document}",
    "_(\"x\")", "\\N{BULLET}", "\\u001b[2J", "\\x1b", "\\n", "&amp;", "&#27;", "&lt;b&gt;", "@include", "#let x = 1",
)  # fmt: skip
_PAGES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>y</a>",
    "[x](javascript:alert(1))", "![p](http://e.example/p.png)", "[x](data:text/html,x)", "[x](file:///etc/passwd)",
    "<https://e.example>", "https://e.example/?a=b", "<!-- coachtui entry x 1 -->", "<!-- coachtui end -->", "-->",
    "<!--", "---", "***", "___", "===", "# h", "###### h", "> q", "- item", "* item", "1. one", "1) one", "```", "~~~",
    "    code", "| a | b |", "a | b", "[^1]: f", "[ref]: http://e", "*a* _b_ **c** __d__ ~~e~~", "\\*", "<b>", "</p>",
    "<v Maria>", "00:00:01.000 --> 00:00:02.000", "WEBVTT", "NOTE x", "Write here, Dana:", "Both of you changed this.",
    "<details>", "<style>*{display:none}</style>", "&nbsp;", "title: x\n---\nvisibility: shared", "---\nkey: value\n---",
    "!!python/object:x", "key: |", "]]>", "<?xml?>", "<![CDATA[", "</w:t>", "\\", "\\\\", "\\ ", "a\\",
)  # fmt: skip
_NAMES = (
    "CON", "con.txt", "NUL", "COM1", "LPT9.md", "AUX", "PRN ", "a.", "a ", "...", ".", "..", "../../etc/passwd",
    "..\\..\\x", "/etc/passwd", "C:\\x", "\\\\srv\\x", "~", "~root", "-rf", "--help", "a/b", "a:b", "a?b*c", 'a"b',
    "a<b>c", "a|b", ".hidden", "x.part", "desktop.ini", "a\x00.md", "é.md", "e\u0301.md", "A.MD", "*.md", "file://x",
    "%2e%2e%2f", "..%c0%af", "x" * 300, "é" * 200, "😀" * 70, " lead", "trail ", "\ttab", "CON, cycle 1",
)  # fmt: skip
_LINES = (
    "-3m", "-3m x", "@10:42 x", "~9:05 y", "@? z", "? why", "! no", "= Data 15", "maria: hi", "all: x #TM3 *", "#", "##",
    "#a#b", "*", " *", "x *", "\\x", "\\", "= ", "?", "!", "=", ":", "a:", ": b", "T2: \"no\"", "x #TM3", "-99999m x",
    "@99:99 x", "~0:0", "'\"“”", "maria : x", "1:1", "...", "–—―", "\"", "''", "\n", "a\nb\nc", "  ", " ",
)  # fmt: skip
_ALIKE = (
    "Dаnа Ruіz", "раyраl", "ᴅᴀɴᴀ", "Ⅾana", "Dana\u00a0Ruiz", "Dana Ruiz\u200b", "DANA RUIZ", "dana ruiz", "l1I|O0",
    "rn m", "ѕcope",
)  # fmt: skip
_KINDS = (
    _MARKUP, _ESCAPES, _DIRECTIONS, _UNSEEN, _MARKS, _PICTURES, _BROKEN, _QUERIES, _FORMULAE, _TEMPLATES, _PAGES, _NAMES,
    _LINES, _ALIKE,
)  # fmt: skip


@cache
def strings() -> tuple[str, ...]:
    """All of them, always the same; those that are left to be made are several of the others one behind another."""
    plain = [each for kind in zip_longest_flat() for each in kind]
    found = dict.fromkeys(plain)
    found.update(dict.fromkeys(("w" * 10_000, "word " * 2_000, "\u202e" * 500, "[" * 3_000, "é" * 5_000)))
    chance = random.Random(500)
    while len(found) < COUNT:
        found[" ".join(chance.choice(chance.choice(_KINDS)) for _ in range(3))] = None
    return tuple(found)[:COUNT]


def zip_longest_flat() -> Iterator[tuple[str, ...]]:
    """Every kind; the first of each kind stand among the first, so that a sample from the beginning has some of each."""
    for place in range(max(map(len, _KINDS))):
        yield tuple(kind[place] for kind in _KINDS if place < len(kind))
