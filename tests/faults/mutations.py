"""Damaged files made of sound ones, the same for the same seed: cut, bytes flipped, objects swapped, and worse."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj\b", re.DOTALL)
_NUMBER = re.compile(rb"(?<=[ \[])\d{1,7}(?=[ \]/>])")
_NAME = re.compile(rb"/[A-Z][A-Za-z]{2,}")


class Mutation(NamedTuple):
    """A way to damage a file, and its bytes after that."""

    way: str
    content: bytes


def cut(content: bytes, dice: random.Random) -> bytes:
    """Without its end."""
    return content[: dice.randrange(1, len(content))]


def lose_a_part(content: bytes, dice: random.Random) -> bytes:
    """With a part missing somewhere."""
    start = dice.randrange(len(content))
    return content[:start] + content[start + dice.randrange(1, 5000) :]


def flip_bytes(content: bytes, dice: random.Random) -> bytes:
    """With a few bytes changed, anywhere."""
    changed = bytearray(content)
    for _ in range(dice.choice((1, 3, 10, 100, 1000))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def blank_a_part(content: bytes, dice: random.Random) -> bytes:
    """With zeros where a block of a disk was."""
    size = dice.choice((16, 512, 4096))
    start = dice.randrange(len(content))
    return content[:start] + bytes(min(size, len(content) - start)) + content[start + size :]


def swap_objects(content: bytes, dice: random.Random) -> bytes:
    """With two objects in each other's place."""
    found = list(_OBJECT.finditer(content))
    if len(found) < 2:
        return flip_bytes(content, dice)
    first, second = sorted(dice.sample(found, 2), key=lambda match: match.start())
    return b"".join(
        (
            content[: first.start()],
            second[0],
            content[first.end() : second.start()],
            first[0],
            content[second.end() :],
        )
    )


def change_numbers(content: bytes, dice: random.Random) -> bytes:
    """With numbers that mean something else: lengths, references, boxes."""
    found = list(_NUMBER.finditer(content))
    for match in sorted(dice.sample(found, min(len(found), 5)), key=lambda match: -match.start()):
        other = dice.choice((b"0", b"-1", b"2147483648", b"99999999999", str(dice.randrange(2000)).encode()))
        content = content[: match.start()] + other + content[match.end() :]
    return content


def change_names(content: bytes, dice: random.Random) -> bytes:
    """With names that are those of other things."""
    found = list(_NAME.finditer(content))
    for match in sorted(dice.sample(found, min(len(found), 3)), key=lambda match: -match.start()):
        content = content[: match.start()] + dice.choice(found)[0] + content[match.end() :]
    return content


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut,
    lose_a_part,
    flip_bytes,
    blank_a_part,
    swap_objects,
    change_numbers,
    change_names,
)


def mutate(content: bytes, seed: int) -> Mutation:
    """The mutation of a seed; ways come in turn."""
    way = WAYS[seed % len(WAYS)]
    return Mutation(way.__name__, way(content, random.Random(seed)))
