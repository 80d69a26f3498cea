"""Minutes and reports written as plain text for tests: lines are wrapped as a page does it."""

from __future__ import annotations

import textwrap

from extract.pack.prose import Paragraph, elements_to_paragraphs
from extract.pack.types import Pack
from extract.records.minutes import Minute
from tests.extract.pack.build import texts_to_pack

_LEFT, _INDENT, _CHARACTERS = 60, 30, 92

HEAD = """
**MINUTES of the meeting of the Highways Committee
held on Tuesday 3 June 2025 at 7.00 pm in the Guildhall

PRESENT: Cllr A Ash (Chair), Cllr B Birch
"""


def text_to_pack(*pages: str) -> Pack:
    """A pack of pages of running text: `**` sets a line bold, four blanks indent it, an empty line parts paragraphs."""
    return texts_to_pack(*(_page(page) for page in pages))


def text_to_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a page of running text."""
    return elements_to_paragraphs(text_to_pack(text).flow)


def minute_of(text: str) -> Minute:
    """A minute with the paragraphs of a text."""
    empty = text_to_paragraphs("x")[0].marker
    return Minute(empty, empty, empty, text_to_paragraphs(text))


def _page(text: str) -> str:
    lines: list[str] = []
    for line in text.strip("\n").splitlines():
        bold = "**" if line.lstrip().startswith("**") else ""
        left = _LEFT + (_INDENT if line.startswith("    ") else 0)
        if not line.strip():
            lines.append("")
        elif line.count("|"):
            lines.append(f"{bold}{left}|{line.strip().lstrip('*')}")
        else:
            lines += [f"{bold}{left}|{part}" for part in textwrap.wrap(line.strip().lstrip("*"), _CHARACTERS)]
    return "\n".join(lines)
