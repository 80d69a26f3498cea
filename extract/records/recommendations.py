"""What the reports of a pack ask of their committee: each recommendations section, or the box that stands for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.pack.prose import Paragraph
from extract.pack.types import Pack
from extract.records.recommendation_boxes import LEVELS, box, follows_up, heads_columns, rows_below
from extract.records.recommendation_lists import SENTENCE, asks, asks_at, list_below, sentence_to_items
from extract.records.recommendation_reports import FIRST_PAGES, Report, pack_to_reports
from extract.records.recommendation_words import recommendation_words
from extract.records.types import RawRecord, RawValue, Reading

_HEAD_WORDS = 14  # words of a heading at most
_CHOICES = re.compile(r"[☐☑☒□\uf0a8\uf0fe\uf078\uf06f](?:\s|$)")  # boxes to tick: `Approve ☒ Note ☐`
_MOST_TABLED = 4  # columns of a table right under a heading that lists what is asked for; a tracker has more
_STOP = re.compile(r"[.;]\s+(?=[A-Z])")


class _Part(NamedTuple):
    """One thing that is asked for, and what is printed next to it."""

    ref: Excerpt
    text: Excerpt


class _Entry(NamedTuple):
    """A paragraph of a section: its marker, its text, whether it is an item of a list, and of one with bullets."""

    ref: Excerpt
    text: Excerpt
    listed: bool
    bullet: bool


class _Section(NamedTuple):
    """A place that says what is asked for: in the text or in a box, under a numbered heading or not, on its line."""

    page: int
    boxed: bool
    numbered: bool
    run_in: bool
    parts: tuple[_Part, ...]


def pack_to_recommendations(pack: Pack) -> Reading:
    """One record for each thing that a report asks for, in printed order."""
    records: list[RawRecord] = []
    for report in pack_to_reports(pack):
        sections = _chosen(list(_sections(_cut_at_headings(report.paragraphs))), report) or _unheaded(report)
        parts = _once([part for section in sections for part in section.parts])
        records.extend(_record(part, report.agenda_ref) for part in parts)
    return Reading(tuple(records))


def _once(parts: Sequence[_Part]) -> list[_Part]:
    """The parts without those that are printed again further on: a summary comes before the section."""
    last = {re.sub(r"\W+", "", part.text.text.casefold()): n for n, part in enumerate(parts)}
    kept = {n for letters, n in last.items() if letters}
    return [part for n, part in enumerate(parts) if n in kept]


def _record(part: _Part, agenda_ref: Excerpt) -> RawRecord:
    fields: dict[str, RawValue] = {"agenda_ref": agenda_ref, "ref": part.ref, "text": part.text}
    given = {name: value for name, value in fields.items() if value}
    page = part.ref.page if part.ref else part.text.page
    return RawRecord("recommendations", page, given, origins={"agenda_ref": "heading"})


def _chosen(sections: list[_Section], report: Report) -> list[_Section]:
    """Sections before boxes; a numbered section of the text before what its first page says of it without a number."""
    running = [section for section in sections if not section.boxed]
    if not running:
        return sections
    if any(section.numbered for section in running[1:]):
        return [section for section in running if section.numbered or section.page > report.first]
    if any(not section.run_in for section in running):
        return [section for section in running if not section.run_in]
    return running


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[_Section]:
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        match = _heading(paragraph)
        if match is None:
            at += 1
            continue
        rest = paragraph.text.cut(match.end())
        rows = rows_below(paragraphs, at)
        if rows and (parts := _parts(rest, rows)):
            yield _Section(paragraph.page, False, True, bool(rest), parts)
            at += 1 + len(rows)
            continue
        body = _body(paragraphs, at, bool(rest)) if paragraph.place is None else box(paragraphs, at)
        heads_rows = paragraph.place is None or (paragraph.place[1] == 0 and not heads_columns(paragraphs, at))
        heads_rows = heads_rows and not follows_up(paragraphs, at)
        parts = _parts(rest, body) if rest or body else _tabled(paragraphs[at + 1 :] if heads_rows else ())
        parts = tuple(part for part in parts if not _CHOICES.search(part.text.text))
        if parts:
            numbered = bool(paragraph.marker) or paragraph.text.text[:1].isdigit()
            yield _Section(paragraph.page, paragraph.place is not None, numbered, bool(rest), parts)
        at += 1 + (len(body) if paragraph.place is None else 0)


def _cut_at_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of running text cut before a heading within a line: `… were received. Recommendation: that …`."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        text = paragraph.text
        cuts = (match.end() for match in _STOP.finditer(text.text)) if _heading(paragraph) is None else ()
        heads = ((at, recommendation_words().head.match(text.text, at)) for at in cuts)
        at = next((at for at, head in heads if head is not None and ":" in head["mark"] and head.end() < len(text)), 0)
        if at and paragraph.place is None:
            cut = replace(paragraph, marker=EMPTY, text=text.cut(at), bullet=False)
            found += [replace(paragraph, text=text.cut(0, at)), cut]
        else:
            found.append(paragraph)
    return found


def _heading(paragraph: Paragraph) -> re.Match[str] | None:
    """The match of a heading that a paragraph is, or begins with where a colon and what is asked for follow it."""
    text = paragraph.text.text
    match = recommendation_words().head.match(text)
    if match is None or paragraph.bullet:
        return None
    whole = match.end() == len(text) and len(text.split()) <= _HEAD_WORDS
    return match if whole or (":" in match["mark"] and match.end() < len(text)) else None


def _tabled(paragraphs: Sequence[Paragraph]) -> tuple[_Part, ...]:
    """What a table right under a heading asks for, row by row, in the column so headed or else that of most words."""
    place = paragraphs[0].place if paragraphs else None
    if place is None:
        return ()
    cells = [(p, p.place[1], p.place[2]) for p in paragraphs if p.place is not None and p.place[0] == place[0]]
    lengths = Counter({column: 0 for _, _, column in cells})
    if len(lengths) > _MOST_TABLED:
        return ()
    for paragraph, _, column in cells:
        lengths[column] += len(paragraph.text)
    heads = [(row, column) for p, row, column in cells if recommendation_words().head.fullmatch(p.text.text)]
    head, wanted = heads[0] if heads else (-1, max(lengths, key=lambda column: lengths[column]))
    parts: list[_Part] = []
    for paragraph, row, column in cells:
        if column != wanted or row <= head:
            continue
        if parts and not paragraph.marker and paragraph.text.text[0].islower():
            parts[-1] = parts[-1]._replace(text=join_lines((parts[-1].text, paragraph.text)))
        else:
            parts.append(_Part(paragraph.marker, paragraph.text))
    return tuple(parts)


def _body(paragraphs: Sequence[Paragraph], at: int, begun: bool) -> list[Paragraph]:
    """The paragraphs of the section under a heading."""
    heading = paragraphs[at]
    body: list[Paragraph] = []
    for paragraph in paragraphs[at + 1 :]:
        if paragraph.place is not None or _ends_section(heading, body, paragraph, begun):
            break
        body.append(paragraph)
    return body


def _ends_section(heading: Paragraph, body: Sequence[Paragraph], paragraph: Paragraph, begun: bool) -> bool:
    words, text = recommendation_words(), paragraph.text.text
    if words.ends.search(text) or _heading(paragraph) is not None or _follows_heading(heading, paragraph):
        return True
    bold = paragraph.bold and (not body or not body[0].bold)
    larger = paragraph.lines[0].words[0].size > 1.1 * (body or [paragraph])[0].lines[0].words[0].size
    return (
        (bold or larger)
        and (begun or bool(body))
        and len(text.split()) <= _HEAD_WORDS
        and not text.endswith((";", ":"))
    )


def _follows_heading(heading: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph bears the number that follows the heading's: section 6 behind section 5."""
    own, other = (LEVELS.findall(one.marker.text) for one in (heading, paragraph))
    return len(own) == len(other) == 1 and int(other[0]) == int(own[0]) + 1 and heading.x0 >= paragraph.x0 - 2


def _parts(rest: Excerpt, body: Sequence[Paragraph]) -> tuple[_Part, ...]:
    """What is asked for, part by part, without what leads in a list."""
    words = recommendation_words()
    entries = _with_nested(body)
    led = bool(rest) and bool(entries) and bool(words.lead_in.search(rest.text))
    within = [_Part(*item) for item in sentence_to_items(rest)] if rest and not led else []
    parts = within or ([_Part(EMPTY, rest)] if rest and not led else [])
    for number, entry in enumerate(entries):
        following = entries[number + 1 :]
        if words.lead_in.search(entry.text.text) and following and _is_list(entry, following[0], bool(parts)):
            led = True
            continue
        if parts and _numbers_text(entry) and not any(_numbers_text(other) for other in entries[:number]):
            break
        goes_on = entry.listed or led or not parts or bool(words.begins.search(entry.text.text))
        if not goes_on or (parts and not entry.listed and any(part.ref for part in parts)):
            break
        if _leaves_list(entry, entries[:number], parts):
            break
        if not (parts or entry.listed) and (within := [_Part(*item) for item in sentence_to_items(entry.text)]):
            return tuple(within)
        parts.append(_Part(entry.ref, entry.text))
    return tuple(parts)


def _leaves_list(entry: _Entry, before: Sequence[_Entry], parts: Sequence[_Part]) -> bool:
    """Whether a paragraph without a bullet or number stands behind a list that is over, and asks nothing itself."""
    if entry.listed or not parts or not before[-1].listed:
        return False
    goes_on = parts[-1].text.text.endswith((";", ",", ":", " and", " or"))
    return not goes_on and recommendation_words().begins.search(entry.text.text) is None


def _numbers_text(entry: _Entry) -> bool:
    """Whether a paragraph's number has several parts (`2.1`): behind bullets or letters it is the report's own."""
    return len(LEVELS.findall(entry.ref.text)) > 1 and "(" not in entry.ref.text


def _with_nested(body: Sequence[Paragraph]) -> list[_Entry]:
    """The paragraphs of a section; one of a row that leads in a list of another row has that list in its text."""
    styles = [_style(paragraph) for paragraph in body]
    entries: list[_Entry] = []
    at = 0
    while at < len(body):
        paragraph, end = body[at], at + 1
        leads = bool(recommendation_words().lead_in.search(paragraph.text.text))
        if leads and paragraph.marker and styles.count(styles[at]) > 1:
            while end < len(body) and styles[end] not in ("", styles[at]):
                end += 1
        text = join_lines((paragraph.text, *(_whole(nested) for nested in body[at + 1 : end])))
        entries.append(_Entry(paragraph.marker, text, bool(paragraph.marker) or paragraph.bullet, paragraph.bullet))
        at = end
    return entries


def _whole(paragraph: Paragraph) -> Excerpt:
    return paragraph.text if paragraph.bullet else paragraph.whole


def _style(paragraph: Paragraph) -> str:
    """The kind of row that a marker stands in: (a) and (b) are of one, 1. and 2. of another, bullets of a third."""
    if paragraph.bullet:
        return "•"
    return re.sub(
        r"[a-h]|[j-u]|[w-z]", "a", re.sub(r"[ivx]+", "i", re.sub(r"\d+", "#", paragraph.marker.text.casefold()))
    )


def _is_list(lead: _Entry, first: _Entry, begun: bool) -> bool:
    """Whether what follows a lead-in is the list that it leads in."""
    another = first.listed and (first.bullet or first.ref.text != lead.ref.text)
    return another or (not first.listed and not begun and not lead.ref)


def _asked_last(report: Report) -> list[_Section]:
    """What the last sentence of a paragraph on a report's first page asks: `… The Committee is asked to note it.`"""
    words = recommendation_words()
    for paragraph in report.paragraphs:
        if paragraph.page > report.first:
            return []
        sentences = [match.end() for match in SENTENCE.finditer(paragraph.text.text)]
        last = paragraph.text.cut(sentences[-1]) if sentences else EMPTY
        head = words.head.match(last.text) if last else None
        last = last.cut(head.end()) if head is not None and ":" in head["mark"] else last
        asked = words.asks.search(last.text)
        decides = asked is not None and words.begins.search(last.text[asked.end() :].strip())
        if decides and asks(last.text) and last.text.endswith("."):
            return [_Section(paragraph.page, False, False, False, (_Part(EMPTY, last),))]
    return []


def _unheaded(report: Report) -> list[_Section]:
    """What a report without a section asks for: the list or sentence behind `The Board is asked to`."""
    words = recommendation_words()
    near = [n for n in range(len(report.paragraphs)) if asks_at(report.paragraphs, n)]
    lists = [n for n in near if words.lead_in.search(report.paragraphs[n].text.text)]
    single = [n for n in near if report.paragraphs[n].page < report.first + FIRST_PAGES and n not in lists]
    if not near:
        return _asked_last(report)
    for at in [*lists[-1:], *single[:1]]:
        paragraph = report.paragraphs[at]
        body = [paragraph]
        if at in lists:
            body += list_below(report.paragraphs[at + 1 :])
        parts = _parts(EMPTY, body)
        if parts:
            return [_Section(paragraph.page, False, False, False, parts)]
    return []
