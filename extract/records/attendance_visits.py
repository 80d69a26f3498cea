"""Those who came to speak: on one item, as a minute lists them, or as holders of an office among the officers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.excerpt import Excerpt
from extract.pack.printed import Printed
from extract.records.attendance_words import attendance_words
from extract.records.minutes import Minutes

_MOST = 12  # lines of people under the label of one item
_MOST_WRAPPED = 3  # lines that names behind a label go on over
_WORDS = 16  # words of a line that names one person
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Prof)\b")


def lists_in_minutes(minutes: Minutes) -> Iterator[list[Printed]]:
    """The lines of each list of those who came for an item (`Witnesses:`), with its label; nobody is listed twice."""
    seen = {_person(line.text) for line in minutes.head}
    for minute in minutes.minutes:
        lines = [line for paragraph in minute.paragraphs for line in paragraph.lines]
        for at, line in enumerate(lines):
            head = attendance_words().item_heads.match(line.text)
            if head is None or not (head.end() == len(line.text) or head[0].rstrip().endswith(":")):
                continue
            people = list(_people_below(line, lines[at + 1 : at + 1 + _MOST]))
            if head.end() < len(line.text):
                people = people[:_MOST_WRAPPED]
                told = _person(line.text[head.end() :])
                if told not in seen:
                    yield [line, *people]
                seen.add(told)
                continue
            fresh = [one for one in people if _person(one.text) not in seen]
            seen |= {_person(one.text) for one in people}
            if fresh:
                yield [line, *fresh]


def _people_below(head: Printed, lines: Sequence[Printed]) -> Iterator[Printed]:
    above = head
    for line in lines:
        text = line.text
        goes_on = above is not head and above.page == line.page and text[0].islower()
        if line.bold or ":" in text or len(line.words) > _WORDS or text.endswith(".") or text[0].isdigit():
            return
        if not goes_on and not text[0].isupper():
            return
        yield line
        above = line


def _person(text: str) -> str:
    return re.split(r"[,(;–]| - ", text)[0].strip(" *").casefold()


def part_visitors(lines: Sequence[Excerpt]) -> tuple[list[Excerpt], list[Excerpt]]:
    """The lines of a list of officers, and of those in it who hold a member's office.

    All are officers where a line tells of more than one person.
    """
    words = attendance_words()
    if any(len(_TITLES.findall(line.text)) > 1 or ";" in line.text or line.text.count("(") > 1 for line in lines):
        return list(lines), []
    officers: list[Excerpt] = []
    visitors: list[Excerpt] = []
    into = officers
    for line in lines:
        if "\n" in line.text:
            return list(lines), []
        if words.visiting_posts.search(line.text):
            into = visitors
        elif words.titled.match(line.text) or re.search(r"[,(]| [-–] ", line.text):
            into = officers
        into.append(line)
    return officers, visitors
