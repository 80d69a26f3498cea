"""The minutes inside a pack: whose meeting they are of, who is listed at their head, and each numbered minute."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise

from extract.layout.excerpt import EMPTY, Excerpt
from extract.pack.documents import document_at
from extract.pack.once import once_per_pack
from extract.pack.printed import Printed, elements_to_lines
from extract.pack.prose import Paragraph, lines_to_paragraphs
from extract.pack.types import Pack
from extract.records.numbering import (
    numbered_paragraphs,
    with_bare_numbers,
    with_bold_numbers,
    with_titled_parts,
    without_marks,
)
from extract.records.triggers import find_triggers
from extract.vocabulary import any_of, read_vocabulary

_HEAD_LINES = 30  # lines at the top of a page in which those present are told
_TITLE_WORDS = 26  # words that a title has at most where nothing else tells it from the text
_RUN_IN = re.compile(r"(?P<title>[^.:;]{3,110}?)\s*(?::|\.(?=\s)|\s[–—-]\s)\s*[-–—:]?\s*")
_RUN_IN_WORDS = 16  # words of a title that its text follows on the same line
_LISTED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+\D")
_LEAST_LISTED = 3  # numbered rows that make a table one of contents
_TITLE_EDGE = " .:;-–—"


@dataclass(frozen=True, slots=True)
class Minute:
    """A minute: its number, title and the agenda item it names (empty where it prints none), its paragraphs."""

    ref: Excerpt
    title: Excerpt
    agenda_ref: Excerpt
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting: PDF pages, its date as printed, the lines above the first minute, the minutes."""

    first: int
    last: int
    date: Excerpt
    head: tuple[Printed, ...]
    minutes: tuple[Minute, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The word list of extract/records/vocabulary/minutes.toml as patterns."""

    opening: re.Pattern[str]
    minutes: re.Pattern[str]
    closing: re.Pattern[str]
    other_document: re.Pattern[str]
    agenda_item: re.Pattern[str]
    no_title: re.Pattern[str]
    date: re.Pattern[str]


@cache
def _vocabulary() -> _Words:
    names = ("opening", "minutes_words", "closing", "other_document", "agenda_item", "no_title", "months")
    data = read_vocabulary("extract.records", "minutes", dict.fromkeys(names, list))
    item, month = "|".join(data["agenda_item"]), "|".join(data["months"])
    return _Words(
        any_of(data["opening"]),
        any_of(data["minutes_words"]),
        any_of(data["closing"]),
        any_of(data["other_document"]),
        re.compile(
            rf"(?i)[(\[]\s*(?:{item})\W{{0,3}}(?:no\.?\s*)?(?P<ref>[A-Z]{{0,2}}\d*(?:[./]\d{{1,3}}){{0,2}}[A-Za-z]?(?:\(\w+\))?)\s*[)\]]"
        ),
        any_of(data["no_title"]),
        re.compile(
            rf"(?i)\b\d{{1,2}}\s?(?:st|nd|rd|th|ain|fed|af|eg|il)?,?\s+(?:of\s+)?(?:{month})\.?,?\s+\d{{4}}\b"
            rf"|\b(?:{month})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})\b"
        ),
    )


@once_per_pack
def pack_to_minutes(pack: Pack) -> tuple[Minutes, ...]:
    """The minutes in a pack, in order. Where documents tell of none, those present at the top of a page do."""
    known = [(document.first, document.last) for document in pack.documents if document.kind == "minutes"]
    for first, last in _runs_without_reports(pack):
        known += _spans(pack, first, last)
    return tuple(_minutes(pack, first, last) for first, last in sorted(known))


def find_date(text: Excerpt) -> Excerpt:
    """The first date with day, month and year in a text; empty where it has none."""
    match = text.search(_vocabulary().date)
    return EMPTY if match is None else text.group(match)


def _runs_without_reports(pack: Pack) -> Iterator[tuple[int, int]]:
    """First and last page of each run of pages that no document holds but an agenda or a front sheet."""
    numbers = [page.number for page in pack.pages if _may_hold_minutes(pack, page.number)]
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        pages = [number for _, number in run]
        yield pages[0], pages[-1]


def _may_hold_minutes(pack: Pack, page: int) -> bool:
    document = document_at(pack.documents, page)
    return document is None or document.kind in ("agenda", "front")


def _spans(pack: Pack, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last page of each set of minutes from page `first` to `last`, told by their words alone."""
    pages: dict[int, list[Printed]] = {number: [] for number in range(first, last + 1)}
    for line in elements_to_lines(pack.elements(first, last)):
        if line.page in pages:
            pages[line.page].append(line)
    starts = [page for page, lines in pages.items() if _opens(lines)]
    starts = [page for page in starts if page - 1 not in starts]
    for start, following in pairwise([*starts, last + 1]):
        document = document_at(pack.documents, start)
        limit = following - 1 if document is None else min(following - 1, document.last)
        yield start, _last_page(pages, start, limit)


def _opens(lines: Sequence[Printed]) -> bool:
    """Whether a page begins minutes: those present stand near its top, under a date or the word minutes."""
    words = _vocabulary()
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if any(words.opening.search(" ".join(word.text for word in segment)) for segment in line.segments):
            above = [other.text for other in lines[:number]]
            agenda = any(words.other_document.search(text) for text in above)
            return not agenda and any(words.minutes.search(text) or words.date.search(text) for text in above)
    return False


def _last_page(pages: dict[int, list[Printed]], first: int, limit: int) -> int:
    words = _vocabulary()
    last = first
    for page in range(first, limit + 1):
        texts = [line.text for line in pages[page]]
        if page > first and any(words.other_document.search(text) for text in texts[:6]):
            return last if last > first else page - 1
        if any(words.closing.search(text) for text in texts):
            last = page
    return last if last > first or any(words.closing.search(line.text) for line in pages[first]) else limit


def _minutes(pack: Pack, first: int, last: int) -> Minutes:
    lines = elements_to_lines(pack.elements(first, last))
    lines = _without_contents([line for line in lines if first <= line.page <= last])
    paragraphs = with_bold_numbers(lines_to_paragraphs(lines))
    starts = numbered_paragraphs(paragraphs)
    if not starts and (bare := with_bare_numbers(paragraphs)) is not None:
        paragraphs, starts = bare, numbered_paragraphs(bare)
    starts = with_titled_parts(paragraphs, starts) or _headed(paragraphs)
    body = paragraphs[starts[0]].lines[0] if starts else None
    head = lines if body is None else lines[: next(n for n, line in enumerate(lines) if line is body)]
    ends = [*starts[1:], len(paragraphs)][: len(starts)]
    minutes = tuple(_minute(paragraphs, start, end) for start, end in zip(starts, ends, strict=True))
    minutes = minutes or (Minute(EMPTY, EMPTY, EMPTY, paragraphs),)
    return Minutes(first, last, _meeting_date(pack, head, first), head, minutes)


def _without_contents(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines without a table, ahead of those present, that lists the numbered items and what came of each."""
    words = _vocabulary()
    at = next((n for n, line in enumerate(lines) if words.opening.search(line.text)), 0)
    rows = {line.place[:2] for line in lines[:at] if line.place is not None and _LISTED.match(line.text)}
    tables = Counter(table for table, _ in rows)
    contents = {table for table, count in tables.items() if count >= _LEAST_LISTED}
    return tuple(line for line in lines if line.place is None or line.place[0] not in contents)


def _meeting_date(pack: Pack, head: Sequence[Printed], first: int) -> Excerpt:
    """The first whole date at the head of the minutes; the pack's own where they are all there is to it."""
    text = lines_to_paragraphs(head)
    found = next((date for paragraph in text if (date := find_date(paragraph.whole))), EMPTY)
    return found or (pack.front.meeting_date if first == 1 else EMPTY)


def _headed(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where minutes without numbers begin: at headings, after those present."""
    words = _vocabulary()
    found: list[int] = []
    listed = False
    for number, paragraph in enumerate(paragraphs[:-1]):
        text = paragraph.text.text
        if words.opening.search(text):
            listed = True
            continue
        body = paragraphs[number + 1]
        heads = paragraph.bold and not paragraph.marker and len(text.split()) <= 14 and not text.endswith(".")
        if listed and heads and not words.no_title.search(text) and len(body.text) > 60 and not body.bold:
            found.append(number)
    return found


def _minute(paragraphs: Sequence[Paragraph], start: int, end: int) -> Minute:
    opening, *rest = paragraphs[start:end]
    title, left = _title(opening, bool(rest))
    if not title:
        title = _heading_above(paragraphs, start)
    elif _is_first_sentence(opening.text, title) and (above := _heading_above(paragraphs, start)):
        title, left = above, opening.text
    title, agenda_ref = _without_agenda_ref(title)
    body = [replace(opening, marker=EMPTY, text=left)] if left else []
    if not agenda_ref and (body or rest):
        following = (body or rest)[0]
        other, agenda_ref = _without_agenda_ref(following.text)
        if agenda_ref and not other:
            body, rest = (body[1:], rest) if body else (body, rest[1:])
    ref = without_marks(opening.marker)
    return Minute(ref, title, agenda_ref, (*body, *rest))


def _title(opening: Paragraph, followed: bool) -> tuple[Excerpt, Excerpt]:
    """The title that a minute begins with, and what follows it in the same paragraph."""
    text = opening.text
    words = len(text.text.split())
    sentence = text.text.rstrip(" -–").endswith((".", ";", ",", ":")) and words > 3
    decided = _run_in_decision(text)
    if decided:
        return text.cut(0, decided).strip(_TITLE_EDGE), text.cut(decided)
    bold, match = _bold_end(text), _RUN_IN.match(text.text)
    label = bool(bold) and text.text[:bold].rstrip().endswith(":")  # `Apologies:` before names that are not bold
    if opening.bold or (words <= _TITLE_WORDS and followed and not sentence and not label):
        return text.strip(_TITLE_EDGE), EMPTY
    stopped = match is not None and match.end("title") < bold and text.text[match.end("title")] == "."
    if bold and not stopped:
        return text.cut(0, bold).strip(_TITLE_EDGE), text.cut(bold).strip(" :-–—")
    if match is not None and len(match["title"].split()) <= _RUN_IN_WORDS and match["title"][0].isupper():
        return text.group(match, "title").strip(_TITLE_EDGE), text.cut(match.end())
    return EMPTY, text


def _is_first_sentence(text: Excerpt, title: Excerpt) -> bool:
    """Whether a title is long and a full stop ends it within its paragraph: a sentence under a heading."""
    long = len(title.text.split()) > _RUN_IN_WORDS // 2
    return long and len(title) < len(text) and text.text[len(title) : len(title) + 1] == "." and not title.bold


def _run_in_decision(text: Excerpt) -> int:
    """Where a decision right behind a title begins (`Minutes: RESOLVED to approve …`); 0 where none does."""
    match = _RUN_IN.match(text.text)
    if match is None or len(match["title"].split()) > _RUN_IN_WORDS or not match["title"][0].isupper():
        return 0
    triggers = find_triggers(text.cut(match.end()))
    first = triggers[0] if triggers else None
    return match.end() if first is not None and first.formal and not first.word_start else 0


def _bold_end(text: Excerpt) -> int:
    """Where the bold words end that a text begins with; 0 where it does not begin so."""
    end = 0
    for span in text.spans:
        if not span.word.bold:
            break
        end = span.end
    return end if end > 2 and end < len(text) else 0


def _heading_above(paragraphs: Sequence[Paragraph], start: int) -> Excerpt:
    for paragraph in reversed(paragraphs[:start]):
        if paragraph.bold and not paragraph.marker and len(paragraph.text.text.split()) <= 14:
            return EMPTY if _vocabulary().no_title.search(paragraph.text.text) else paragraph.text.strip(_TITLE_EDGE)
    return EMPTY


def _without_agenda_ref(text: Excerpt) -> tuple[Excerpt, Excerpt]:
    """A title without the agenda item that it names in brackets, and that item."""
    match = text.search(_vocabulary().agenda_item)
    if match is None or not match["ref"]:
        return text, EMPTY
    before, after = text.cut(0, match.start()), text.cut(match.end())
    return (before if not after else after if not before else text), text.group(match, "ref")
