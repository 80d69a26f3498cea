"""Which parts of tables on following pages are one, and that table in one piece.

The last table of a page and the first of the next are one where nothing is printed between them and their columns stand
at the same places. A head that is printed again is left out; a row that the page break cuts is put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.excerpt import flow_lines
from extract.tables.captions import says_continued
from extract.tables.heads import count_header_rows, is_head_row
from extract.tables.ruled import PageTable, paragraph_starts
from extract.tables.types import DOUBTED, Cell, Fragment, Table

_SAME_PLACE = 4.0  # points a column may move from page to page
_LEAST_KEYS = 5  # rows, from which on it is no accident that all have words in the key column
_LEAST_SIDES = 4  # of three cells: fewer say little when one of them has moved
_MOST_BETWEEN = 3  # lines between two parts of a table that say that it goes on
_SENTENCE_END = re.compile(r"[.;:?!)\]”\"’']$")
_SHORT = 16  # characters that a reference, a date or a rating may have
_LEFT_OPEN = re.compile(r"[,&/(–-]$|\b(?:of|and|the|for|to|by|in|a|with)$|\([^)]*$", re.IGNORECASE)
_REF = re.compile(r"^\(?[A-Z]{0,5}[\s./-]?\d{0,4}(?:[./-]\d{1,3})*[a-z]?[.)]?$|^\(?[a-zA-Z]{1,2}[.)]?$")


@dataclass(frozen=True, slots=True)
class PagePart:
    """A table of one page in its place: whether anything of the body is printed above it or below it on that page.

    `above` and `below` are the lines printed there, up to the next table; `only_lines_above` and `only_lines_below` say
    that there is none. `moved` says that one side of its cells stood elsewhere than on the page before, `nested` that
    it stands in a cell of another.
    """

    table: PageTable
    first_on_page: bool
    last_on_page: bool
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    only_lines_above: bool = True
    only_lines_below: bool = True
    moved: bool = False
    nested: bool = False


def is_next(chain: Sequence[PagePart], part: PagePart) -> bool:
    """Whether nothing stands above a part on its page but lines that say that the table goes on."""
    if part.first_on_page or not part.only_lines_above or not 0 < len(part.above) <= _MOST_BETWEEN:
        return part.first_on_page
    # a form that is printed anew on each page has its title anew, too
    headings = () if _has_inner_heads(chain) else chain[0].above
    return all(says_continued(line, headings) for line in part.above)


def may_go_on(part: PagePart) -> bool:
    """Whether nothing stands below a part on its page but lines that say that the table goes on."""
    short = part.only_lines_below and 0 < len(part.below) <= _MOST_BETWEEN
    return part.last_on_page or (short and all(says_continued(line, ()) for line in part.below))


def on_columns_of(chain: Sequence[PagePart], part: PagePart) -> PagePart:
    """A part on the columns of the parts before it, where its own stand elsewhere but are meant to be the same."""
    if part.table.style == "aligned":
        return replace(part, table=replace(part.table, xs=chain[0].table.xs))
    moved = _moved_column(chain[-1].table, part.table)
    if moved is None:
        return part
    xs = tuple(moved[1] if x == moved[0] else x for x in part.table.xs)
    return replace(part, table=replace(part.table, xs=xs), moved=True)


def goes_on(chain: Sequence[PagePart], part: PagePart) -> bool:
    """Whether a part is the same table as those before it, by its columns and its head."""
    last, table = chain[-1].table, part.table
    if last.style != table.style:
        return False
    if last.style == "aligned":
        return _columns_overlap(last, table) and not _has_other_head(chain[0].table, table)
    if not _same_sides(last, table):
        return False
    first = chain[0].table
    if _repeated_rows(table, _rows_text(_first_rows(first, count_header_rows(first.rows, first.cells)))):
        return True
    if not _columns_fit(last, table):
        return not is_head_row(_row(table, 0)) and _moved_column(last, table) is not None
    has_own_head = is_head_row(_row(table, 0)) and len(_row(table, 0)) > 1
    return not has_own_head or _has_inner_heads(chain)


def _same_sides(one: PageTable, other: PageTable) -> bool:
    return abs(one.xs[0] - other.xs[0]) <= _SAME_PLACE and abs(one.xs[-1] - other.xs[-1]) <= _SAME_PLACE


def _columns_fit(one: PageTable, other: PageTable) -> bool:
    """Whether the column positions of one of two fragments are all among the other's."""
    few, many = sorted((one.xs, other.xs), key=len)
    return all(min(abs(x - y) for y in many) <= _SAME_PLACE for x in few)


def _moved_column(one: PageTable, other: PageTable) -> tuple[float, float] | None:
    """Where one side of the cells stands in the first row of a table and in the last row of the one before it, if the
    rows have as many cells and all their other sides at the same places: a grid drawn anew on the next page.
    """
    above, below = _sides(one, one.rows - 1), _sides(other, 0)
    if len(above) != len(below) or len(above) < _LEAST_SIDES:
        return None
    moved = [(b, a) for a, b in zip(above, below, strict=True) if abs(a - b) > _SAME_PLACE]
    if len(moved) != 1:
        return None
    start, end = sorted(moved[0])
    return None if any(start < x < end for x in other.xs) else moved[0]


def _sides(table: PageTable, row: int) -> list[float]:
    """Where the cells of a row begin and end, from left to right, each place once."""
    cells = _row(table, row)
    return sorted({table.xs[at] for cell in cells for at in (cell.column, cell.column + cell.column_span)})


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


def _has_inner_heads(chain: Sequence[PagePart]) -> bool:
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


def _repeated_rows(table: PageTable, head: list[str]) -> int:
    """How many of a table's first rows are those of the head printed again: all of them, or all but the lowest."""
    rows = _rows_text(_first_rows(table, len(head)))
    return next((count for count in range(len(head), 0, -1) if rows[:count] == head[:count] and any(head[:count])), 0)


def _rows_text(rows: Iterable[Iterable[Cell]]) -> list[str]:
    return [re.sub(r"\W+", "", "|".join(cell.text.text for cell in row)).casefold() for row in rows]


def chain_to_table(chain: Sequence[PagePart], number: int) -> Table:
    """The parts of a table in one piece: repeated heads left out, rows that a page break cuts joined."""
    xs = _common_columns([part.table for part in chain])
    first = chain[0].table
    header_rows = count_header_rows(first.rows, first.cells)
    head = _rows_text(_first_rows(first, header_rows))
    cells = [_placed(cell, first.xs, xs, 0) for cell in first.cells]
    fragments = [Fragment(first.box, 0, first.rows, "first")]
    rows = first.rows
    for before, part in pairwise(chain):
        table = part.table
        skip = _repeated_rows(table, head)
        added = [_placed(cell, table.xs, xs, rows - skip) for cell in table.cells if cell.row >= skip]
        cut = _is_cut_row(before.table, table, cells, added, rows)
        joined = _why_joined(part, skip, cut)
        if cut:
            cells, added = _join_cut_row(cells, added, rows)
            added = [replace(cell, row=cell.row - 1) for cell in added]
        new_rows = table.rows - skip - int(cut)
        fragments.append(Fragment(table.box, rows - int(cut), rows + new_rows, joined))
        cells.extend(added)
        rows += new_rows
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    confidence = DOUBTED if any(part.table.doubt for part in chain) else 1.0
    return Table(
        number,
        rows,
        len(xs) - 1,
        min(header_rows, rows),
        ordered,
        tuple(fragments),
        first.style,
        confidence=confidence,
    )


def _why_joined(part: PagePart, skip: int, cut: bool) -> str:
    why = "repeated head" if skip else "moved side" if part.moved else "same columns"
    return f"{why}, cut row" if cut else why


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

    So where every other row has words in the key column and this one has none, nor any beside an empty cell above. Not
    where it has a reference or a short value of its own beside one of the row above. Else a row left open on either
    page is cut; where the rules are closed on both sides of the break the words must go on, or the row be a mere rest:
    nothing in the key column and little in the others.
    """
    above = {c.column: c for c in cells if c.row + c.row_span == rows}
    below = {c.column: c for c in added if c.row == rows}
    worded = [cell for cell in below.values() if cell.text]
    pairs = [(above[cell.column], cell) for cell in worded if cell.column in above]
    if not above or not pairs or len(pairs) < len(worded):
        return False
    if _lacks_its_key(before, after, above, below):
        return True
    if any(_is_value_of_its_own(*pair) for pair in pairs):
        return False
    if is_head_row(worded) and not is_head_row([cell for cell in above.values() if cell.text]):
        return False
    if before.open_bottom or after.open_top:
        return True
    key_above, key_below = above[min(above)].text, below[min(below)].text
    if key_below:
        return all(_runs_on(one, other) for one, other in pairs)
    rest = bool(key_above) and 2 * len(worded) < sum(bool(cell.text) for cell in above.values())
    return rest or (all(one.text for one, _ in pairs) and any(_runs_on(one, other) for one, other in pairs))


def _lacks_its_key(before: PageTable, after: PageTable, above: Mapping[int, Cell], below: Mapping[int, Cell]) -> bool:
    """Whether the first row after a break has fewer words and none in the key column, where all others have some."""
    if below[min(below)].text or any(cell.text and not above[column].text for column, cell in below.items()):
        return False
    if sum(bool(cell.text) for cell in below.values()) >= sum(bool(cell.text) for cell in above.values()) - 1:
        return False
    keys = [*_keys(before), *_keys(after)]
    # the one that is empty is the row in question
    return len(keys) >= _LEAST_KEYS and sum(not key.text for key in keys) == 1 and all(k.row_span == 1 for k in keys)


def _keys(table: PageTable) -> Iterator[Cell]:
    """The first cells of all rows that hold more than one."""
    rows = (_row(table, row) for row in range(table.rows))
    return (row[0] for row in rows if len(row) > 1)


def _is_value_of_its_own(one: Cell, other: Cell) -> bool:
    """Whether a cell below a break holds a reference, a date or a rating beside one above, and not the rest of it."""
    above, below = one.text.text, other.text.text
    if not above or len(below) > _SHORT or len(above) > _SHORT:
        return False
    if _REF.match(below):
        return True
    return not _LEFT_OPEN.search(above) and (below[0].isupper() or below[0].isdigit())


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
