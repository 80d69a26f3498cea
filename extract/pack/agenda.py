"""The agenda of a pack: where it stands, its items, and which of them the public may hear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.excerpt import EMPTY, Excerpt, join, join_lines
from extract.layout.types import Line
from extract.pack.agenda_pages import find_start, last_page, minutes_page, pages_to_elements
from extract.pack.agenda_rows import Row, elements_to_rows
from extract.pack.agenda_supplements import with_supplement
from extract.pack.agenda_titles import block_to_title, find_pages, find_paper, titles_to_right
from extract.pack.agenda_words import AgendaWords, agenda_words, closes_itself
from extract.pack.flow import Flow
from extract.pack.refs import Numbered, longest_run, words_to_part
from extract.pack.types import AgendaEntry, Element

_FEW = 3  # items that make an agenda where nothing heads it


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items of an agenda and the PDF pages that it stands on.

    `before` is what stands above its first item, with the table that holds that item if one does.
    """

    entries: tuple[AgendaEntry, ...]
    first: int
    last: int
    before: tuple[Element, ...]


def flow_to_agenda(flow: Flow) -> Agenda | None:
    """The agenda of a pack, or None where it has none (minutes or a report by themselves)."""
    start = find_start(flow)
    if start is None:
        return None
    (first, skipped), headed = start
    last = last_page(flow, first)
    if not headed and (minutes := minutes_page(flow)) is not None:
        last = max(first, min(last, minutes - 1))
    elements = list(pages_to_elements(flow, first, last, skipped))
    rows = elements_to_rows(elements, flow.infos[first - 1].width)
    run = longest_run([row.numbered for row in rows if row.numbered is not None])
    rows, run = _without_numbered_headings(rows, run)
    if len(run) < (2 if headed else _FEW) or not (headed or _opens_a_meeting([rows[item.at] for item in run[:4]])):
        return None
    entries = tuple(_rows_to_entries(_without_other_numbers(rows, run), run))
    edge = run[0].ref.printed.words[0]
    before = tuple(e for e in flow.pages(1, edge.page) if (e.page, e.box.top) < (edge.page, edge.top - 1))
    agenda = with_supplement(entries, flow_to_supplement(flow, last))
    return Agenda(agenda, first, max(entry.page for entry in entries), before)


def flow_to_supplement(flow: Flow, after: int) -> tuple[AgendaEntry, ...]:
    """The items of papers that were issued after the agenda: a page headed `Supplementary papers` lists them again."""
    later = zip(flow.infos[after:], flow.sights[after:], strict=True)
    info, sight = next((pair for pair in later if pair[1].supplement is not None), (None, None))
    if info is None or sight is None or not sight.supplement:
        return ()
    elements = list(flow.pages(info.number, info.number))
    words = agenda_words()
    head = next(e for e in elements if isinstance(e, Line) and words.whole("supplements", e.text))
    rows = elements_to_rows([e for e in elements if e.box.top > head.box.top], info.width)
    run = longest_run([row.numbered for row in rows if row.numbered is not None])
    return tuple(_rows_to_entries(_without_other_numbers(rows, run), run)) if run else ()


def _opens_a_meeting(items: Sequence[Row]) -> bool:
    """Whether one of the first items is what meetings begin with: apologies, declarations, a welcome."""
    words = agenda_words()
    return any(words.within("first_items", line.text) for item in items for line in item.lines)


def _without_numbered_headings(rows: Sequence[Row], run: Sequence[Numbered]) -> tuple[list[Row], list[Numbered]]:
    """Rows and items with the numbered headings of blocks made sections.

    `1 Opening`, set bold above `1.1 Welcome` and with nothing in the columns beside it, heads a block of items.
    """
    changed, items = list(rows), list(run)
    whole = [item.ref.numbers for item in run if len(item.ref.numbers) == 1 and not item.ref.sub]
    parted = {item.ref.numbers[:1] for item in run if len(item.ref.numbers) > 1}
    if 2 * sum(numbers in parted for numbers in whole) < len(whole):  # `5 Finance` between items is one, parts and all
        return changed, items
    for item, first in pairwise(run):
        row, below = rows[item.at], rows[first.at]
        heads = first.ref.numbers == (*item.ref.numbers, 1) and not item.ref.sub and not row.aside
        if heads and row.whole.bold and not below.whole.bold:
            changed[item.at] = replace(row, numbered=None, lines=(row.whole,), section=True)
            items.remove(item)
    return changed, items


def _without_other_numbers(rows: Sequence[Row], run: Sequence[Numbered]) -> list[Row]:
    """The rows with the numbers that are no item's given back to the words after them."""
    items = {numbered.at for numbered in run}
    return [
        row if row.numbered is None or at in items or not _may_lose_number(row) else _unnumbered(row)
        for at, row in enumerate(rows)
    ]


def _may_lose_number(row: Row) -> bool:
    """Whether a number may be no item's: that of a line, or a letter before the heading of a table's section."""
    return row.table is None or row.section


def _unnumbered(row: Row) -> Row:
    return replace(row, numbered=None, lines=(row.whole,))


def _rows_to_entries(rows: Sequence[Row], run: Sequence[Numbered]) -> Iterator[AgendaEntry]:
    """The entries in printed order, sections and closed parts carried from heading to item."""
    starts = {numbered.at: place for place, numbered in enumerate(run)}
    right = {table: titles_to_right(rows, table) for table in {row.table for row in rows}}
    stars = agenda_words().within("star_legends", " ".join(row.whole.text for row in rows)) is not None
    state = _State(EMPTY, False)
    at = 0
    while at < len(rows):
        if at not in starts:
            at, state = _between(rows, at, starts, state)
            continue
        end = _block_end(rows, at, starts, right[rows[at].table])
        entries = _block_to_entries(rows[at:end], run[starts[at]], right[rows[at].table], state, stars)
        yield from entries
        stop = next((i for i in range(end, len(rows)) if i in starts), len(rows))
        state = _after_item(entries[0], rows[at:stop], state, len(run) - starts[at] - 1, len(run), stop)
        at = end


@dataclass(frozen=True, slots=True)
class _State:
    """The section that items now stand under, whether it is closed to the public, and items that a motion named.

    `alone` is the row of the item that a motion closed alone (`for the following item`).
    """

    section: Excerpt
    closed: bool
    named: frozenset[int] = frozenset()
    alone: int | None = None


def _block_end(rows: Sequence[Row], at: int, starts: dict[int, int], right: float) -> int:
    """Where an item's rows end: at the next item, a heading, a motion, or the edge of a table."""
    words, end = agenda_words(), at + 1
    while end < len(rows) and end not in starts:
        row = rows[end]
        if rows[at].table != row.table or (row.table is not None and row.section):
            break
        if (row.section and not _is_stacked_title(rows[at : end + 1])) and (
            not _goes_on_in_bold(rows[at:end], row) or _heads_next(rows, at, end, starts, right)
        ):
            break
        following = next((i for i in range(end, len(rows)) if i in starts), len(rows))
        near = join(r.whole for r in rows[end : min(end + 4, following)]).text
        if row.whole.text[:1].isupper() and words.within("motions", near[:300]) and not closes_itself(near):
            break
        end += 1
    return end


def _is_stacked_title(block: Sequence[Row]) -> bool:
    """Whether the last row is the title, or more of it, below a number alone in its line (`ITEM 7`)."""
    below = block[1:]
    return not block[0].lines and all(_same_heading(above, row) for above, row in pairwise(below))


def _goes_on_in_bold(block: Sequence[Row], row: Row) -> bool:
    """Whether a bold line under an item is more of its bold title or a bold note beside it, not a section's heading."""
    number, first = block[0].whole.words[0], block[0].lines[:1]
    indented = row.whole.words[0].x0 > number.x0 + 12 and bool(first)
    beside = bool(first) and abs(row.whole.words[0].x0 - first[0].words[0].x0) < 3 and first[0] is not block[0].whole
    return indented and beside


def _heads_next(rows: Sequence[Row], at: int, end: int, starts: dict[int, int], right: float) -> bool:
    """Whether a line right above the next item heads it, though it stands where titles do: not more of the title above.

    It is in capitals below a title in small letters, or it follows a note, or a line with room for its first word.
    """
    title = rows[at].lines[0].text if rows[at].lines else ""
    last = next((i for i in range(end, len(rows)) if not rows[i].section), len(rows))
    heading, above = rows[end].whole, rows[end - 1]
    repeated = sum(row.whole.text == heading.text for row in rows) > 1  # `For decision` below each item
    if last not in starts or not title or repeated or agenda_words().begins("bold_notes", heading.text):
        return False
    room = right - (above.whole.words[-1].x1 if above.table is None else right)
    apart = not above.whole.bold or room > heading.words[0].x1 - heading.words[0].x0 + heading.words[0].size
    return (heading.text.isupper() and not title.isupper()) or (apart and last == end + 1)


def _between(rows: Sequence[Row], at: int, starts: dict[int, int], state: _State) -> tuple[int, _State]:
    """Past one heading, or one line that is none, between items."""
    words, row = agenda_words(), rows[at]
    if not row.section:
        end = next((i for i in range(at, len(rows)) if i in starts or rows[i].section), len(rows))
        prose = join(r.whole for r in rows[at:end]).text
        if _excludes(prose, words) and end in starts and words.within("motion_next", prose):
            return end, replace(state, alone=end)
        return end, replace(state, closed=state.closed or _excludes(prose, words))
    end = at + 1
    while end < len(rows) and end not in starts and _same_heading(rows[end - 1], rows[end]):
        end += 1
    if words.whole("headings", row.whole.text):
        return end, _State(EMPTY, False, state.named)
    heading = join_lines(line for r in rows[at:end] for line in (r.lines or (r.whole,)))
    closes, opens = (words.within(name, heading.text) is not None for name in ("closed", "open"))
    stop = next((i for i in range(end, len(rows)) if i in starts or rows[i].section), len(rows))
    prose = join(r.whole for r in rows[end:stop]).text
    aside = prose.startswith("(") and prose.endswith(")")  # `(Councillor A Person)` below the name of a portfolio
    moved = _excludes(f"{heading.text} {prose}", words)
    if prose and not aside and row.table is None and not (closes or opens or moved):
        return stop, state
    closed = closes or (state.closed and not opens) or (moved and words.within("motions", heading.text) is not None)
    return end, _State(heading, closed, state.named)


def _excludes(text: str, words: AgendaWords) -> bool:
    """Whether a motion excludes the press and public, not only asks whether it should."""
    doubtful = words.within("motions_in_doubt", text) is not None
    return words.within("motions", text) is not None and not doubtful and not closes_itself(text)


def _same_heading(above: Row, below: Row) -> bool:
    if above.table is not None or below.table is not None or not below.lines:
        return False
    a, b = above.whole.words[-1], below.whole.words[0]
    return a.page == b.page and b.top - a.bottom < 0.5 * a.size and abs(a.size - b.size) < 0.3 and a.bold == b.bold


def _after_item(
    entry: AgendaEntry, block: Sequence[Row], state: _State, left: int, count: int, following: int
) -> _State:
    """A numbered motion to exclude the public closes the items after it, unless most of the agenda follows."""
    words = agenda_words()
    if words.within("motions", entry.title.text) is None and words.within("closed", entry.title.text) is None:
        return state
    text = join(row.whole for row in block).text
    if closes_itself(text):
        return state
    early = left > 5 and 2 * left > count
    if words.within("motion_next", text) and _excludes(text, words) and not state.closed:
        return replace(state, alone=following)
    named = _named_items(text, block[0].numbered)
    if named and not state.closed:
        return replace(state, named=state.named | named)
    return replace(state, closed=state.closed or (_excludes(text, words) and not early))


def _named_items(text: str, own: Numbered | None) -> frozenset[int]:
    """The items after its own that a motion names (`Agenda items 12 and 14 to 16 are exempt`)."""
    first = own.ref.numbers[0] if own is not None else 0
    found: set[int] = set()
    for match in agenda_words().patterns["motion_items"].finditer(text):
        for low, high in re.findall(r"(\d+)(?:\s*(?:to|[-–])\s*(\d+))?", match[0]):
            found.update(range(int(low), int(high or low) + 1))
    return frozenset(number for number in found if number > first)


def _block_to_entries(
    block: Sequence[Row], numbered: Numbered, right: float, state: _State, stars: bool
) -> list[AgendaEntry]:
    """An item, and its lettered parts where each has pages or a paper of its own."""
    cuts = [at for at, row in enumerate(block) if at and row.table is None and words_to_part(row.whole)[0]]
    parts = [block[a:b] for a, b in pairwise([*cuts, len(block)])]
    if not parts or not all(find_pages(part)[0] or find_paper(part) for part in parts):
        parts, cuts = [], [len(block)]
    marked = (
        block[0].closed
        or (stars and numbered.starred)
        or (not numbered.ref.series and numbered.ref.numbers[0] in state.named)
        or numbered.at == state.alone
    )
    head = _entry(block[: cuts[0]], numbered.ref.printed, right, state, marked)
    return [head, *(_part(part, head, right, state) for part in parts)]


def _part(part: Sequence[Row], head: AgendaEntry, right: float, state: _State) -> AgendaEntry:
    letter, rest = words_to_part(part[0].whole)
    first = replace(part[0], lines=(rest,) if rest else ())
    return _entry([first, *part[1:]], join((head.ref, letter.strip(".")), ""), right, state, head.restricted)


def _entry(block: Sequence[Row], ref: Excerpt, right: float, state: _State, marked: bool) -> AgendaEntry:
    words = agenda_words()
    first, last = find_pages(block)
    text = join((*block[0].lines, *(row.whole for row in block[1:])))
    title = block_to_title(block, right)
    own = closes_itself(text.text) and words.within("motions", text.text) is not None
    # a motion names what is exempt, and is itself heard in public
    moves = not own and words.within("motions", title.text) is not None
    exempt = own or (not moves and words.within("restricted_marks", text.text) is not None)
    beside = any(words.within("closed", part.text) for row in block for part in row.aside)
    restricted = state.closed or marked or exempt or beside
    return AgendaEntry(ref, title, state.section, first, last, find_paper(block), restricted)
