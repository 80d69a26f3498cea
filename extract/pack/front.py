"""The front sheet: whose meeting it is, of what committee, when and where.

A field is taken from the first of these that prints it: a label (`Venue:`), the lines of a cover or heading, the
sentence that calls the meeting (or tells of it, in minutes). Nothing is taken from a paper that is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from extract.layout.excerpt import EMPTY, Excerpt, join, join_lines, words_to_excerpt
from extract.layout.types import Line
from extract.pack.agenda import Agenda
from extract.pack.agenda_words import agenda_words
from extract.pack.flow import Flow
from extract.pack.front_labels import labelled_fields, venue_alone
from extract.pack.front_words import FIELDS, FrontWords, first_of, first_sentence, front_words, itself
from extract.pack.refs import words_to_numbered
from extract.pack.types import Document, Element, FrontSheet
from extract.tables.types import Cell, Table

_DATES = ("dates", "dates_second")
_JOINED = 3  # lines of one style that may make one name
_COVER = 2  # pages of a pack without agenda or minutes that can be its cover
_HEAD = 30  # lines of minutes that say of what meeting they are
_FEW_WORDS = 15  # words in a cell that may name something
_FEW_COLUMNS = 3  # columns of a table that lays out what is said of the meeting
_NEAR = 0.9  # em between lines of one name


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of the front sheet: its running words without what stands in a column far from them."""

    words: Excerpt
    line: Line | None
    size: float
    bold: bool


def flow_to_front(flow: Flow, agenda: Agenda | None, documents: Sequence[Document]) -> FrontSheet:
    """What the pack says of its meeting; every field empty where it has no cover, agenda or minutes."""
    words = front_words()
    head = _head(flow, agenda, documents)
    if not head:
        return FrontSheet()
    pieces = _without_addressee([piece for element in head for piece in _pieces(element)], words)
    labelled = labelled_fields(head, words)
    stated = _stated(pieces, words)
    authority = labelled["authority"] or _authority(pieces, flow, documents, words)
    printed = _printed(pieces, authority, words)
    letter = stated["start_time"] and not printed["start_time"]  # a bare date may be that of the letter
    order = (stated, printed) if letter else (printed, stated)
    found = {field: labelled[field] or order[0][field] or order[1][field] for field in FIELDS}
    found["committee"] = (
        labelled["committee"] or printed["committee"] or stated["committee"] or itself(authority, words)
    )
    return FrontSheet(**{**found, "authority": authority or stated["authority"]})


def _without_addressee(pieces: list[_Piece], words: FrontWords) -> list[_Piece]:
    """The lines of a front sheet without one at its top that says whom it goes to: `To: Members of the Cabinet`."""
    return pieces[1:] if pieces and words.whole("ends", pieces[0].words.text) else pieces


def _head(flow: Flow, agenda: Agenda | None, documents: Sequence[Document]) -> list[Element]:
    """What stands above the first item of the agenda or the first minute, or on a cover with a date and a time."""
    if agenda is not None:
        return list(agenda.before)
    if (documents and documents[0].kind == "minutes") or any(d.kind == "minutes" for d in documents[:2]):
        first = next(d.first for d in documents if d.kind == "minutes")
        return list(takewhile(_before_items, islice(flow.pages(1, first), _HEAD)))
    cover = list(flow.pages(1, _COVER))
    lines = [e for e in cover if isinstance(e, Line)]
    called = any(agenda_words().whole("headings", line.text) for line in lines)
    return cover if called else []


def _before_items(element: Element) -> bool:
    """Whether an element of minutes is none that begins with a minute's number."""
    numbered = words_to_numbered(element.excerpt, 0) if isinstance(element, Line) else None
    return numbered is None or not numbered.rest or agenda_words().whole("date_rests", numbered.rest.text) is not None


def _pieces(element: Element) -> Iterator[_Piece]:
    if isinstance(element, Line):
        first = words_to_excerpt(element.segments[0])
        whole = element.excerpt if len(element.segments) == 1 or len(first.text) < 12 else first
        yield _Piece(whole, element, element.size, element.bold)
        return
    for cell in element.cells if element.columns <= _FEW_COLUMNS else _first_rows(element):
        for text in (cell.text,) if len(cell.text.words) <= _FEW_WORDS else cell.lines:
            if text:
                yield _Piece(text, None, text.words[0].size, text.bold)


def _first_rows(table: Table) -> Iterator[Cell]:
    """The cells above the first numbered row of a table: what stands there is said of the meeting, not of an item."""
    for row in range(table.rows):
        cells = [cell for cell in table.row(row) if cell.row == row]
        if any(words_to_numbered(cell.text, 0) for cell in cells if cell.text):
            return
        yield from cells


def _authority(pieces: Sequence[_Piece], flow: Flow, documents: Sequence[Document], words: FrontWords) -> Excerpt:
    """The authority's name: a line of the front sheet, of a running header, or heading the minutes of its meetings.

    Where none of them has it, the first words of an address do.
    """
    names = list(_names(pieces, "authorities", words))
    if names:
        return names[0]
    running = [_Piece(excerpt, None, 0.0, False) for info in flow.infos for excerpt in info.furniture]
    later = sorted({d.first for d in documents if d.kind == "minutes"} | {1, 2})
    lines = (e for page in later for e in flow.pages(page, page) if isinstance(e, Line))
    minutes = [piece for line in lines for piece in _pieces(line)]
    for group, listed in ((minutes, "authorities"), (running, "authorities")):
        if name := next(_names(group[:200], listed, words), EMPTY):
            return name
    addressed = (piece.words.cut(0, piece.words.text.find(",")) for piece in pieces if "," in piece.words.text)
    address = next((name for name in addressed if _is_authority(name.text, words)), EMPTY)
    return address or next(_names(pieces, "authorities_second", words), EMPTY)


def _names(pieces: Sequence[_Piece], listed: str, words: FrontWords) -> Iterator[Excerpt]:
    """Lines, alone or joined with those below in the same style, that are a name all through."""
    for at in range(len(pieces)):
        for size in range(_JOINED, 0, -1):
            group = pieces[at : at + size]
            if len(group) < size or not (all(_one_style(a, b) for a, b in pairwise(group)) or _says_kind(group, words)):
                continue
            if size > 1 and any(_is_authority(p.words.text, words) for p in group):
                continue  # the same name in two languages, or a committee's below it
            name = join(p.words for p in group)
            name = name.cut(0, cut.start()) if (cut := re.search(r"\s+[-–—|]\s+|\s*[(,:]\s*$", name.text)) else name
            lead = words.within("authority_leads", name.text) if listed.startswith("auth") else None
            name = name.cut(lead.end()) if lead is not None and lead.start() == 0 else name
            refused = words.whole("no_authorities", name.text) if listed.startswith("auth") else None
            if name and not refused and words.whole(listed, name.text):
                yield name
                break


def _says_kind(group: Sequence[_Piece], words: FrontWords) -> bool:
    """Whether the second of two lines, smaller or larger than the first, says of what kind the body above is."""
    if len(group) != 2:
        return False
    above, below = group[0].words.words[-1], group[1].words.words[0]
    if above.page != below.page or not -above.size < below.top - above.bottom <= _NEAR * above.size:
        return False
    return words.whole("kinds", group[1].words.text) is not None


def _one_style(above: _Piece, below: _Piece) -> bool:
    if above.line is None or below.line is None or above.line.page != below.line.page:
        return False
    close = below.line.top - above.line.bottom < _NEAR * above.size
    return close and abs(above.size - below.size) < 0.3 and above.bold == below.bold


def _printed(pieces: Sequence[_Piece], authority: Excerpt, words: FrontWords) -> dict[str, Excerpt]:
    """Fields that stand as lines of their own: the committee's name, the date, the time, the place."""
    found = dict.fromkeys(FIELDS, EMPTY)
    found["committee"] = _committee(pieces, authority, words)
    for at, piece in enumerate(pieces):
        text = piece.words
        if words.whole("ends", text.text):
            break
        date = first_of(words, "dates", text)
        if date and not found["start_time"] and len(text.text) - len(date.text) < 70 and not _told(text, words):
            time, place = _beside_date(pieces[max(at - 2, 0) : at + 6], date, words)
            if time or not found["meeting_date"]:
                found |= {"meeting_date": date, "start_time": time, "venue": place}
    return found


def _told(text: Excerpt, words: FrontWords) -> bool:
    long = bool(words.within("held", text.text)) and not text.text.isupper() and len(text.text) > 75
    return long or bool(words.within("no_dates", text.text))


def _beside_date(pieces: Sequence[_Piece], date: Excerpt, words: FrontWords) -> tuple[Excerpt, Excerpt]:
    """The time and place printed on the lines around that of the date."""
    time = place = EMPTY
    at = next(i for i, piece in enumerate(pieces) if any(word is date.words[0] for word in piece.words.words))
    for piece in (*pieces[at:], *pieces[:at][::-1]):
        text = piece.words
        if piece is pieces[at]:
            start = text.text.find(date.text) + len(date.text)
            ahead, text = text.cut(0, start - len(date.text)), text.cut(start)
            time = first_of(words, "times", text) or first_of(words, "times", ahead)
            lead = re.match(r"\W*(?:in|at)\s+(?:the\s+)?(?=[A-Z])", text.text)
            text = text.cut(lead.end()) if lead else text
        elif piece not in pieces[:at] and any(words.within(name, text.text) for name in ("dates", "calls")):
            break
        elif words.whole("ends", text.text) or agenda_words().whole("headings", text.text):
            if piece not in pieces[at:]:
                break
            continue
        time = time or first_of(words, "times", text)
        place = place or _place(text, piece, pieces, words)
    return time, place


def _place(text: Excerpt, piece: _Piece, pieces: Sequence[_Piece], words: FrontWords) -> Excerpt:
    """The place that a line names, with the lines that go on from it."""
    while (match := words.within("times", text.text)) and match.start() < 30:
        lead = re.match(r"\W*(?:(?:in|at)\s+)?(?:the\s+(?=[A-Z]))?", text.text[match.end() :])
        text = text.cut(match.end() + (lead.end() if lead else 0))
    if led := re.match(r"[^A-Z]{0,3}\w{0,12}\s*\b(?:in|at)\s+the\s+(?=[A-Z])", text.text):
        text = text.cut(led.end())
    refused = words.whole("no_places", text.text) or words.within("dates", text.text) or len(text.text) > 140
    if not text or refused or not words.within("places", text.text):
        return EMPTY
    lines = [text]
    for below in pieces[pieces.index(piece) + 1 :]:
        last = lines[-1].text
        more = last.endswith((",", " of", " and", " the")) or words.within("places", below.words.text)
        stops = (
            below.line is None
            or words.whole("no_places", below.words.text)
            or agenda_words().whole("headings", below.words.text)
        )
        if not more or stops or words.within("dates", below.words.text) or abs(below.size - piece.size) > 0.6:
            break
        if words.within("times", below.words.text) or ":" in below.words.text or len(below.words.text) > 90:
            break
        lines.append(below.words)
    return venue_alone(join_lines(lines), words)


def _committee(pieces: Sequence[_Piece], authority: Excerpt, words: FrontWords) -> Excerpt:
    """The committee's name, as the first line (or lines of one style) of the front sheet that is one."""
    owners = {word.box for word in authority.words}
    rest = [p for p in pieces if not any(word.box in owners for word in p.words.words)]
    for at, piece in enumerate(rest):
        if words.whole("ends", piece.words.text):
            break
        for size in range(_JOINED, 0, -1):
            group = rest[at : at + size]
            if len(group) < size or not all(_one_style(a, b) for a, b in pairwise(group)):
                continue
            name = join(p.words for p in group)
            match = words.whole("committees", name.text)
            if match and not words.whole("no_committees", match["name"]) and not _is_authority(match["name"], words):
                return name.group(match, "name")
    return EMPTY


def _is_authority(text: str, words: FrontWords) -> bool:
    return words.whole("authorities", text) is not None and words.whole("no_authorities", text) is None


def _stated(pieces: Sequence[_Piece], words: FrontWords) -> dict[str, Excerpt]:
    """What the sentence that calls a meeting, or tells of one held, says of it."""
    found = dict.fromkeys(FIELDS, EMPTY)
    for at, piece in enumerate(pieces):
        if words.within("held", piece.words.text) is None and words.within("calls", piece.words.text) is None:
            continue
        below = takewhile(lambda p: p.line is not None and not words.whole("ends", p.words.text), pieces[at : at + 6])
        near = [*pieces[max(at - 1, 0) : at], *below]
        text = join_lines(p.words for p in near if not words.within("no_dates", p.words.text))
        if words.within("held", text.text) is None:
            continue
        call = words.within("calls", text.text)
        if call is not None and not found["committee"]:
            _add_name(found, text.group(call, "name"), words)
        sentence = first_sentence(
            join_lines(p.words for p in near[near.index(piece) :])
        )  # a letter's date stands above it
        date = next((day for t in (sentence, text) for n in _DATES if (day := first_of(words, n, t))), EMPTY)
        found["meeting_date"] = found["meeting_date"] or date
        found["start_time"] = found["start_time"] or first_of(words, "times", text)
        lead = words.within("venue_leads", text.text)
        if lead is not None and not found["venue"]:
            found["venue"] = venue_alone(first_sentence(text.cut(lead.end())), words)
    return found


def _add_name(found: dict[str, Excerpt], name: Excerpt, words: FrontWords) -> None:
    if _is_authority(name.text, words):
        found["authority"] = found["authority"] or name
    elif words.whole("committees", name.text) and not words.whole("no_committees", name.text):
        found["committee"] = name
