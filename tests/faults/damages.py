"""Ways in which the bytes of a notebook's file may be damaged."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

PAGE = 4096
HEADER_PUT_RIGHT = {18, 19, *range(60, 64)}
"""Bytes at the head that say how the file is logged and which shape it has; opening it sets both right."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One way in which the file may be damaged, and what it is then; `puts_right` where opening it may mend that."""

    name: str
    words: bytes
    one_byte: bool = False
    puts_right: bool = False


def flipped(words: bytes, count: int, seed: int) -> Iterator[Damage]:
    """Single bytes flipped: every other one anywhere, every other one in what was written down."""
    chance = random.Random(seed)
    written = [start for start in range(0, len(words) - 40, 40) if words[start : start + 40].isascii()]
    written = [start for start in written if sum(32 < byte < 127 for byte in words[start : start + 40]) > 30]
    for number in range(count):
        place = chance.randrange(len(words)) if number % 2 else chance.choice(written) + chance.randrange(40)
        mask = chance.randrange(1, 256)
        spoilt = bytearray(words)
        spoilt[place] ^= mask
        yield Damage(f"byte {place} ^ {mask:#04x}", bytes(spoilt), one_byte=True, puts_right=place in HEADER_PUT_RIGHT)


def every_so_many(words: bytes, count: int, seed: int) -> Iterator[Damage]:
    """One byte flipped after another, from the first to the last, so many of them in all."""
    chance = random.Random(seed)
    for number in range(count):
        place = (number * len(words) + chance.randrange(len(words))) // count
        spoilt = bytearray(words)
        spoilt[place] ^= chance.randrange(1, 256)
        yield Damage(f"byte {place}", bytes(spoilt), one_byte=True, puts_right=place in HEADER_PUT_RIGHT)


def with_a_spoilt_header(words: bytes, ways: int = 3) -> Iterator[Damage]:
    """Every byte at the head of the file flipped in so many ways, other ones than its neighbour."""
    for place in range(100):
        for mask in ((0x01, 0x03, 0x80) * 2)[place % 3 :][:ways]:
            spoilt = bytearray(words)
            spoilt[place] ^= mask
            puts_right = place in HEADER_PUT_RIGHT
            yield Damage(f"byte {place} ^ {mask:#04x}", bytes(spoilt), one_byte=True, puts_right=puts_right)


def with_spoilt_pages(words: bytes, seed: int, every: int = 1) -> Iterator[Damage]:
    """Whole pages emptied, filled with rubbish, or put in the place of another."""
    chance = random.Random(seed)
    count = len(words) // PAGE
    for number in range(0, count, every):
        other = chance.randrange(count)
        for name, page in (
            ("empty", bytes(PAGE)),
            ("rubbish", chance.randbytes(PAGE)),
            (f"that of {other}", words[other * PAGE :][:PAGE]),
        ):
            yield Damage(f"page {number} is {name}", words[: number * PAGE] + page + words[(number + 1) * PAGE :])
    for cut in (2, PAGE // 2, len(words) // 2, len(words) - 1):
        yield Damage(f"cut off after {cut}", words[:cut])
