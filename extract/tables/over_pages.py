"""Fragments over pages to one table.

The last table of a page and the first of the next are one where nothing is printed between them and their columns stand
at the same places. A head that is printed again is left out; a row that the page break cuts is put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.excerpt import flow_lines
from extract.tables.heads import count_header_rows, is_head_row
from extract.tables.ruled import PageTable, paragraph_starts
from extract.tables.types import Cell, Fragment, Table

_SAME_PLACE = 4.0  # points a column may move from page to page
_SENTENCE_END = re.compile(r"[.;:?!)\]”\"’']$")
_REF = re.compile(r"^\(?[A-Z]{0,5}[\s./-]?\d{0,4}(?:[./-]\d{1,3})*[a-z]?[.)]?$|^\(?[a-zA-Z]{1,2}[.)]?$")


@dataclass(frozen=True, slots=True)
class PagePart:
    """A table of one page in its place: whether anything of the body is printed above it or below it on that page."""

    table: PageTable
    first_on_page: bool
    last_on_page: bool


def parts_to_tables(pages: Iterable[Sequence[PagePart]], first_number: int = 1) -> list[Table]:
    """The tables of a pack in order. `pages` has an entry for each page that is not blank."""
    chains: list[list[PagePart]] = []
    open_chain: list[PagePart] | None = None
    for parts in pages:
        for part in parts:
            if part.first_on_page and open_chain is not None and _goes_on(open_chain, part):
                open_chain.append(_on_columns_of(open_chain[0], part))
            else:
                open_chain = [part]
                chains.append(open_chain)
            if not part.last_on_page:
                open_chain = None
        if not parts:
            open_chain = None
    return [_chain_to_table(chain, number) for number, chain in enumerate(chains, start=first_number)]


def _on_columns_of(first: PagePart, part: PagePart) -> PagePart:
    """A part on the columns of the first one, where both have as many and no rules say where they stand."""
    if part.table.style != "aligned":
        return part
    return replace(part, table=replace(part.table, xs=first.table.xs))


def _goes_on(chain: list[PagePart], part: PagePart) -> bool:
    last, table = chain[-1].table, part.table
    if last.style != table.style:
        return False
    if last.style == "aligned":
        return _columns_overlap(last, table) and not _has_other_head(chain[0].table, table)
    if not _same_sides(last, table):
        return False
    head = _first_rows(chain[0].table, count_header_rows(chain[0].table.rows, chain[0].table.cells))
    if head and _rows_text(_first_rows(table, len(head))) == _rows_text(head):
        return True
    if not _columns_fit(last, table):
        return False
    has_own_head = is_head_row(_row(table, 0)) and len(_row(table, 0)) > 1
    return not has_own_head or _has_inner_heads(chain)


def _same_sides(one: PageTable, other: PageTable) -> bool:
    return abs(one.xs[0] - other.xs[0]) <= _SAME_PLACE and abs(one.xs[-1] - other.xs[-1]) <= _SAME_PLACE


def _columns_fit(one: PageTable, other: PageTable) -> bool:
    """Whether the column positions of one of two fragments are all among the other's."""
    few, many = sorted((one.xs, other.xs), key=len)
    return all(min(abs(x - y) for y in many) <= _SAME_PLACE for x in few)


def _columns_overlap(one: PageTable, other: PageTable) -> bool:
    """Whether two tables without rules have as many columns, each mostly over its like."""
    if len(one.xs) != len(other.xs):
        return False
    spans = zip(pairwise(one.xs), pairwise(other.xs), strict=True)
    return all(min(a[1], b[1]) - max(a[0], b[0]) >= 0.5 * min(a[1] - a[0], b[1] - b[0]) for a, b in spans)


def _has_other_head(first: PageTable, table: PageTable) -> bool:
    """Whether a table begins with a head that is not the first one's."""
    if not is_head_row(_row(table, 0)) or len([c for c in _row(table, 0) if c.text]) < 2:
        return False
    return _rows_text(_first_rows(table, 1)) != _rows_text(_first_rows(first, 1))


def _has_inner_heads(chain: list[PagePart]) -> bool:
    """Whether heads stand within the body: a form of several blocks, of which the next page may begin with one."""
    for part in chain:
        table = part.table
        leading = count_header_rows(table.rows, table.cells) if part is chain[0] else 0
        if any(is_head_row(_row(table, row)) for row in range(leading, table.rows)):
            return True
    return False


def _row(table: PageTable, row: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span]


def _first_rows(table: PageTable, count: int) -> list[list[Cell]]:
    return [_row(table, row) for row in range(min(count, table.rows))]


def _rows_text(rows: Iterable[Iterable[Cell]]) -> list[str]:
    return [re.sub(r"\W+", "", "|".join(cell.text.text for cell in row)).casefold() for row in rows]


def _chain_to_table(chain: list[PagePart], number: int) -> Table:
    xs = _common_columns([part.table for part in chain])
    first = chain[0].table
    header_rows = count_header_rows(first.rows, first.cells)
    head = _rows_text(_first_rows(first, header_rows))
    cells = [_placed(cell, first.xs, xs, 0) for cell in first.cells]
    fragments = [Fragment(first.box, 0, first.rows, "first")]
    rows = first.rows
    for before, part in pairwise(chain):
        table = part.table
        repeats = header_rows > 0 and _rows_text(_first_rows(table, header_rows)) == head
        skip = header_rows if repeats else 0
        added = [_placed(cell, table.xs, xs, rows - skip) for cell in table.cells if cell.row >= skip]
        cut = _is_cut_row(before.table, table, cells, added, rows)
        joined = "cut row" if cut else "repeated head" if repeats else "same columns"
        if cut:
            cells, added = _join_cut_row(cells, added, rows)
            added = [replace(cell, row=cell.row - 1) for cell in added]
        new_rows = table.rows - skip - int(cut)
        fragments.append(Fragment(table.box, rows - int(cut), rows + new_rows, joined))
        cells.extend(added)
        rows += new_rows
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    return Table(number, rows, len(xs) - 1, min(header_rows, rows), ordered, tuple(fragments), first.style)


def _common_columns(tables: Sequence[PageTable]) -> list[float]:
    """The column positions of all fragments together, each place once."""
    positions: list[float] = []
    for x in sorted(x for table in tables for x in table.xs):
        if not positions or x - positions[-1] > _SAME_PLACE:
            positions.append(x)
    return positions


def _placed(cell: Cell, own: Sequence[float], common: Sequence[float], row_offset: int) -> Cell:
    start = _nearest(own[cell.column], common)
    end = _nearest(own[cell.column + cell.column_span], common)
    return replace(cell, row=cell.row + row_offset, column=start, column_span=max(end - start, 1))


def _nearest(x: float, positions: Sequence[float]) -> int:
    return min(range(len(positions)), key=lambda i: abs(positions[i] - x))


def _is_cut_row(before: PageTable, after: PageTable, cells: Sequence[Cell], added: Sequence[Cell], rows: int) -> bool:
    """Whether the first row added goes on from the last row there is.

    A row left open on either page is cut unless both parts have a reference of their own. Where the rules are closed on
    both sides of the break, the words must go on: nothing new in the key column, and a sentence that runs over.
    """
    above = {c.column: c for c in cells if c.row + c.row_span == rows}
    below = {c.column: c for c in added if c.row == rows}
    if not below or not above or not any(c.text for c in below.values()):
        return False
    if is_head_row(list(below.values())) and not is_head_row(list(above.values())):
        return False
    pairs = [(above[column], cell) for column, cell in below.items() if column in above and cell.text]
    if len(pairs) < sum(bool(cell.text) for cell in below.values()):
        return False
    key_above, key_below = above[min(above)].text, below[min(below)].text
    if key_above and key_below and _REF.match(key_below.text):
        return False
    if before.open_bottom or after.open_top:
        return True
    if key_below and key_above:
        return all(_runs_on(one, other) for one, other in pairs)
    return all(one.text for one, _ in pairs) and any(_runs_on(one, other) for one, other in pairs)


def _runs_on(one: Cell, other: Cell) -> bool:
    """Whether a cell's words seem to go on in another: no end of sentence before, no capital after."""
    if not one.text or not other.text:
        return False
    return not _SENTENCE_END.search(one.text.text) and (
        other.text.text[0].islower() or not other.text.text[0].isalnum()
    )


def _join_cut_row(cells: list[Cell], added: list[Cell], rows: int) -> tuple[list[Cell], list[Cell]]:
    """The cells of the last row with the parts from the next page, and the added cells that are left."""
    parts = {c.column: c for c in added if c.row == rows}
    whole: list[Cell] = []
    for cell in cells:
        part = parts.get(cell.column) if cell.row + cell.row_span == rows else None
        if part is None:
            whole.append(cell)
            continue
        del parts[cell.column]
        lines = cell.lines + part.lines
        starts = cell.starts + tuple(len(cell.lines) + n for n in paragraph_starts(part.lines)[1:])
        whole.append(
            replace(
                cell,
                lines=lines,
                text=flow_lines(lines),
                starts=starts or paragraph_starts(lines),
                row_span=cell.row_span + part.row_span - 1,
                boxes=cell.boxes + part.boxes,
                fill=cell.fill or part.fill,
            )
        )
    left = [c for c in added if c.row > rows or c.column in parts]
    return whole, left
