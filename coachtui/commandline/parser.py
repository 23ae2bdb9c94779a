"""Reading what was typed after `coachtui`."""

import re
from argparse import REMAINDER, SUPPRESS, Action, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from typing import Any, NoReturn

from coachtui import __version__
from coachtui.commandline.argument_names import told_arguments
from coachtui.commandline.call import WrongUsage
from coachtui.commandline.help_page import help_text
from coachtui.commandline.usage import ALIASES, USAGES, Usage, add_plain
from coachtui.wording import _

_HEADINGS = (
    ("positional arguments:", _("what to name:")),
    ("\noptions:\n", _("\noptions:\n")),
)
"""What the standard library puts over the parts of a page, and what we do."""
_MISSING = re.compile(r"the following arguments are required: (?P<what>.+)")
_NEEDS_VALUE = re.compile(r"argument (?P<what>[^:]+): expected (?:one|at least one) argument")
_CHOICE = re.compile(r"argument (?P<what>[^:]+): invalid choice: (?P<typed>.+) \(choose from (?P<ways>.+)\)", re.DOTALL)
_EXPLICIT = re.compile(r"argument (?P<what>[^:]+): ignored explicit argument .*", re.DOTALL)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<what>.+)", re.DOTALL)


class _PageAsked(Exception):
    """The page of a command was asked for; it stands in `str()`."""


class _Page(HelpFormatter):
    """Lays out a page; how a command is called stands first, behind our word for it."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Say how it is called."""
        super().add_usage(usage, actions, groups, _("usage: "))


class _Parser(ArgumentParser):
    """Tells what was wrong in one plain sentence."""

    def __init__(self, prog: str, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, formatter_class=_Page, add_help=False, allow_abbrev=False)
        self.color = False  # Python 3.14 would colour the page, whoever reads it

    def add_argument(self, *names: str, **told: Any) -> Action:
        """Add one; what stands for its words is in the language of the person."""
        if told.get("metavar"):
            told["metavar"] = told_arguments(told["metavar"])
        return super().add_argument(*names, **told)

    def format_help(self) -> str:
        """The page of a command, without the words of programmers."""
        page = super().format_help()
        for theirs, ours in _HEADINGS:
            page = page.replace(theirs, ours, 1)
        return page

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage instead of printing the usage and leaving."""
        raise WrongUsage(_("{plainly} '{prog} --help' shows how.").format(plainly=_plainly(message), prog=self.prog))

    def print_help(self, file: object = None) -> None:
        """Raise _PageAsked instead of printing and leaving: nobody may be reading."""
        raise _PageAsked(self.format_help())


def _plainly(message: str) -> str:
    if found := _MISSING.fullmatch(message):
        return _("{what} is missing.").format(what=found["what"])
    if found := _NEEDS_VALUE.fullmatch(message):
        return _("{what} needs something after it.").format(what=found["what"])
    if found := _EXPLICIT.fullmatch(message):
        return _("{what} takes nothing after it.").format(what=found["what"])
    if found := _UNKNOWN.fullmatch(message):
        return _("'{what}' is not understood here.").format(what=found["what"][:100])
    if found := _CHOICE.fullmatch(message):
        return _("{what} can't be {typed}. It takes {ways}.").format(
            what=found["what"], typed=found["typed"][:100], ways=found["ways"].replace("'", "")
        )
    return _("This is not understood: {message}.").format(message=message)


def parse(argv: Sequence[str]) -> Namespace:
    """What was asked: the options, the `usage` of the command, or the `page` to show and no more.

    `usage` is None to open on Today. Raises WrongUsage.
    """
    top = _Parser("coachtui")
    _add_common(top, reads=True)
    add_plain(top)
    top.add_argument("-h", "--help", action="store_true")
    top.add_argument("--version", action="store_true")
    top.add_argument("command", nargs="?")
    top.add_argument("rest", nargs=REMAINDER)
    options = top.parse_args(list(argv))
    options.usage, options.page = None, None
    if options.version or options.command == "version":
        options.page = f"coachtui {__version__}\n"
    elif options.command == "help" and options.rest:
        _parse_rest(_usage_called(options.rest[0]), options, ["--help"])
    elif options.help or options.command == "help":
        options.page = help_text()
    elif options.command is not None:
        _parse_rest(_usage_called(options.command), options, options.rest)
    options.plain = getattr(options, "plain", False)
    if options.plain and options.usage is not None and options.usage.file not in ("rooms", "demo"):
        raise WrongUsage(
            _("--plain is not for '{name}', which answers in plain text anyway.").format(name=options.usage.name)
        )
    # A default set before parsing would win over the one that `observe` sets.
    options.room = getattr(options, "room", "today")
    return options


def _add_common(parser: ArgumentParser, *, reads: bool = True) -> None:
    """The options of every command; `reads` says that its page offers --json."""
    parser.add_argument("--home", metavar="DIR", help=_("use the notebook in this folder"))
    parser.add_argument("--json", action="store_true", help=_("the same facts for a script") if reads else SUPPRESS)
    parser.add_argument("--anyway", action="store_true", help=SUPPRESS)  # told of where a folder is refused
    parser.add_argument("--debug", action="store_true", help=SUPPRESS)  # for finding faults in coachtui itself


def _parse_rest(usage: Usage, options: Namespace, rest: list[str]) -> None:
    """Add the options after the command; those given before it stand."""
    parser = _Parser(f"coachtui {usage.name}", usage.meaning[:1].upper() + usage.meaning[1:] + ".")
    parser.add_argument("-h", "--help", action="help", help=_("this page"))
    _add_common(parser, reads=usage.reads)
    usage.options(parser)
    options.usage = usage
    try:
        parser.parse_args(rest, namespace=options)
    except _PageAsked as asked:
        options.page = str(asked)
        return
    if options.json and not usage.reads:
        raise WrongUsage(_("--json is not for '{name}'. 'coachtui --help' shows where it is.").format(name=usage.name))


def _usage_called(name: str) -> Usage:
    """The command of this name. Raises WrongUsage for a name that none has."""
    for usage in USAGES:
        if usage.name == ALIASES.get(name, name):
            return usage
    from difflib import get_close_matches

    near = get_close_matches(name, [usage.name for usage in USAGES], 1)
    hint = _(" Did you mean '{near}'?").format(near=near[0]) if near else ""
    raise WrongUsage(
        _("There is no command '{name}'.{hint} 'coachtui --help' shows them all.").format(name=name[:60], hint=hint)
    )
