"""Sheets of labels and values: a block of rows for each risk, or a page for each, several of them in one table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.layout.excerpt import EMPTY, Excerpt
from extract.records.risk_grids import Sheet, is_grid_head
from extract.records.risk_heads import Head, is_exact, is_rated, tells_risk, words_to_head
from extract.records.risk_inner import inner_rows, table_to_inner_parts
from extract.records.risk_labels import (
    REFERENCE,
    Label,
    inline_values,
    is_styled,
    leading_reference,
    names_risk,
    table_to_labels,
)
from extract.records.risk_types import Part, PartKind, RatingKey, RatingValue, RiskBlock, Value, whole
from extract.tables.types import Cell, Table

_NAMING = frozenset({"ref", "title"})
_EXPLAINING = frozenset({"cause", "event", "consequence", "controls", "mitigation"})
_SENTENCE = 5  # words
_OWNERS = frozenset({"owner", "risk_owner", "control_owner", "action_owner"})
_BESIDE_ACTIONS = _OWNERS | {"due", "rag", "other", "ref"}


@dataclass(slots=True)
class Found:
    """What is gathered of one risk while its rows are read; `headed` says that a heading gave it its name."""

    values: dict[str, list[Value]] = field(default_factory=dict)
    ratings: dict[RatingKey, RatingValue] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    open: dict[int, tuple[Label, ...]] = field(default_factory=dict)
    headed: bool = False

    def add(self, head: Head, value: Value) -> None:
        """Puts a value where its head says: with a field's values, or as a rating."""
        if head.field is not None and not (head.either and is_rated(value.text.text)):
            name = "description" if head.field == "title" and self.headed else head.field
            self.values.setdefault(name, []).append(value)
            return
        key = RatingKey(head.phase or "current", head.measure or "score")
        if key not in self.ratings or (head.period and value.text):
            self.ratings[key] = RatingValue(value, head.impact_first)


def table_to_sheet_blocks(table: Table) -> list[RiskBlock]:
    """The risks that a table of labels and values describes, in printed order; none if it is no such table."""
    sheet = Sheet(table, table_to_labels(table))
    if sum(_explains(label.head) for label in sheet.labels.values()) < 2:
        return []
    bounds = itertools.pairwise([*_starts(sheet), table.rows])
    return [block for start, end in bounds if (block := _block(sheet, start, end)) is not None]


def table_to_parts(table: Table, last: Part | None = None) -> tuple[Part, ...]:
    """The controls and actions at the top of a table, none where it begins with anything else.

    Its first rows go on from `last` if that is given, which is then the first of them.
    """
    sheet, found, row = Sheet(table, table_to_labels(table)), Found(), 0
    if last is not None:
        while row < table.rows and not sheet.row_labels(row) and _heading(sheet, row) is None:
            row += 1
        rows = (tuple(sheet.starting(number)) for number in range(row))
        found.parts.append(replace(last, rows=(*last.rows, *(cells for cells in rows if cells))))
    while row < table.rows and (kind := _part_kind(sheet, row)) is not None:
        row = _read_part(sheet, row, table.rows, kind, found)
    return tuple(found.parts) if row else ()


def has_labels_below(table: Table, first: int) -> bool:
    """Whether labels of a risk stand below a table's head, as in blocks that a head row opens."""
    sheet = Sheet(table, table_to_labels(table))
    head = {cell.text.text for row in range(first) for cell in table.row(row)}
    without = inner_rows(table_to_inner_parts(table, first))
    rows = [sheet.row_labels(row) for row in range(first, table.rows) if row not in without]
    known = [[label for label in row if label.cell.text.text not in head and _tells(label)] for row in rows]
    return sum(len(row) > 1 or (len(row) == 1 and sheet.beside(row[0])) for row in known) > 1


def _tells(label: Label) -> bool:
    return label.inline is None and label.head.field != "other" and is_styled(label.cell)


def _explains(head: Head) -> bool:
    return head.field in _EXPLAINING or head.field is None


def _starts(sheet: Sheet) -> Iterator[int]:
    """The rows in which risks begin: a heading of reference and title, or labels for them that were seen before."""
    seen: set[str] = set()
    begun = False
    for row in range(sheet.table.rows):
        naming = _naming_fields(sheet, row)
        heading = _heading(sheet, row) is not None
        opens = heading or naming or (row == 0 and sheet.row_labels(row))
        if opens and (heading or not begun or naming & seen):
            yield row
            begun, seen = True, set(_NAMING if heading else ())
        seen |= naming


def _naming_fields(sheet: Sheet, row: int) -> set[str]:
    """The labels for a risk's reference and title in a row, but not those over a table of its actions."""
    if _part_kind(sheet, row) is not None:
        return set()
    fields = {label.head.field for label in sheet.row_labels(row)}
    return {name for name in fields if name in _NAMING}


def _heading(sheet: Sheet, row: int) -> tuple[Excerpt, Excerpt, Cell] | None:
    """The reference and title of a row that is a heading (`BAF 1 | Urgent care`) over a row of labels."""
    cells = list(itertools.takewhile(lambda cell: not _tells_more(sheet, cell), sheet.worded(row)))
    if not cells or len(cells) > 2 or not all(map(is_styled, cells)) or sheet.label(cells[0]):
        return None
    if row + 1 >= sheet.table.rows or not sheet.row_labels(row + 1) or cells[0].column > 0:
        return None
    if len(cells) == 2:
        match = REFERENCE.fullmatch(cells[0].text.text)
        if match is None or is_exact(cells[1].text.text):
            return None
        return cells[0].text.group(match, "ref"), cells[1].text, cells[0]
    parts = leading_reference(cells[0].text) if cells[0].column_span == sheet.table.columns else None
    return None if parts is None else (*parts, cells[0])


def _tells_more(sheet: Sheet, cell: Cell) -> bool:
    """Whether a cell of a heading says something else of the risk: `CR1 | Fraud | Risk owner: Clerk`."""
    label = sheet.label(cell)
    if label is None or label.head.field in _NAMING or cell.column == 0:
        return False
    return label.inline is not None or (label.head.field != "other" and sheet.beside(label))


def _part_kind(sheet: Sheet, row: int) -> PartKind | None:
    """What rows below a row of heads list, if it heads a risk's controls or actions."""
    labels = [label for label in sheet.row_labels(row) if label.inline is None]
    if len(labels) < 2 or len(worded := sheet.worded(row)) - len(labels) > all(map(is_styled, worded)):
        return None
    fields = {label.head.field for label in labels}
    if fields & (_EXPLAINING - {"controls", "mitigation"}) or None in fields:
        return None
    planned = "mitigation" in fields and "due" in fields and fields & _OWNERS
    if planned or ("actions" in fields and fields & _BESIDE_ACTIONS):
        return "actions"
    return "controls" if fields & {"controls", "mitigation"} and fields & _OWNERS else None


def _block(sheet: Sheet, start: int, end: int) -> RiskBlock | None:
    heading = _heading(sheet, start)
    found = Found(headed=heading is not None)
    if heading is not None:
        for name, text in zip(("ref", "title"), heading[:2], strict=True):
            found.values[name] = [Value((text,), heading[2])]
    more = any(_tells_more(sheet, cell) for cell in sheet.starting(start))
    read_rows(sheet, start if heading is None or more else start + 1, end, found)
    controls_in_rows(sheet, range(start, end), found)
    return _found_to_block(sheet, start, found)


def read_rows(sheet: Sheet, start: int, end: int, found: Found) -> None:
    """Gathers what some rows of labels and values say of a risk: values, ratings, and rows of controls and actions."""
    row = start
    while row < end:
        kind = _part_kind(sheet, row)
        row = _read_row(sheet, row, found) if kind is None else _read_part(sheet, row, end, kind, found)


def controls_in_rows(sheet: Sheet, rows: range, found: Found) -> None:
    """Makes a part of controls that stand in table rows of their own below (or beside) their label."""
    values = found.values.get("controls", [])
    labels = (label for row in rows for label in sheet.row_labels(row) if label.inline is None)
    heads = [label.cell for label in labels if label.head.field == "controls"]
    if len({value.cell.row for value in values}) < max(2, len(values)) or len(heads) != 1:
        return
    del found.values["controls"]
    found.parts.append(Part("controls", (heads[0],), tuple((value.cell,) for value in values)))


def _found_to_block(sheet: Sheet, start: int, found: Found) -> RiskBlock | None:
    """The risk, where enough is said; without a name it has that of the heading above. Names in a row are a scale's."""
    said = len({name for name in found.values if name in _EXPLAINING}) + len(found.ratings) + len(found.parts)
    if said < 2 or any(len(found.values.get(name, ())) > 1 for name in ("ref", "title", "description")):
        return None
    unnamed = start == 0 and not found.values.keys() & {"ref", "title"}
    origin = sheet.table.heading if unnamed and names_risk(sheet.table.heading) else EMPTY
    if not found.values.keys() & {"ref", "title", "description", "event"}:
        origin = sheet.table.heading
        if start > 0 or not _describes(found) or not (tells_risk(origin.text) or leading_reference(origin)):
            return None
    values = {name: tuple(values) for name, values in found.values.items()}
    page = next((cell.text.page for cell in sheet.worded(start)), sheet.table.page)
    return RiskBlock(sheet.table, "sheet", page, values, dict(found.ratings), tuple(found.parts), origin)


def _describes(found: Found) -> bool:
    """Whether words describe a risk and do not only rate it, as those of a scale do."""
    values = (value for name in _EXPLAINING for value in found.values.get(name, ()))
    return any(len(value.text.text.split()) >= _SENTENCE for value in values)


def _read_row(sheet: Sheet, row: int, found: Found) -> int:
    """Reads the labels and values that begin in a row; the next row."""
    labels = sheet.row_labels(row)
    grid = is_grid_head(sheet, row)
    beside = not grid and any(sheet.beside(label) for label in labels)
    for cell in sheet.starting(row):
        label = sheet.label(cell)
        if label is None:
            if not grid or sheet.answers(cell):
                _read_value(sheet, cell, found)
        elif label.inline is not None:
            for head, value in inline_values(label):
                found.add(_phased(sheet, label._replace(head=head), found), value)
        elif not beside:
            _open(label, found)
    return row + 1


def _phased(sheet: Sheet, label: Label, found: Found) -> Head:
    """What a label with its value in one cell says; a rating's (`Likelihood: 4`) is of its row's phase."""
    head = label.head
    before = sheet.label(sheet.left(label.cell))
    if head.rating and before is not None and before.head.impact_first:
        head = replace(head, impact_first=True)
    if head.phase is not None or not (head.rating or head.either):
        return head
    first = sheet.label(_row_label(sheet, label.cell))
    over = [one for one in (first, *found.open.get(label.cell.column, ())) if one is not None and one.head.rating]
    phase = next((one.head.phase for one in over if one.head.phase is not None), None)
    return head if phase is None else replace(head, field=None, phase=phase, either=False)


def _open(label: Label, found: Found) -> None:
    """What stands below a label is its value, until the next label; a label right under another is a part of it."""
    cell = label.cell
    above = found.open.get(cell.column, ())
    joined = above and above[-1].cell.row + above[-1].cell.row_span == cell.row and above[-1].head.rating
    chain = (*above, label) if joined and (label.head.rating or label.head.either) else (label,)
    for column in range(cell.column, cell.column + cell.column_span):
        found.open[column] = chain


def _read_value(sheet: Sheet, cell: Cell, found: Found) -> None:
    if not cell.text:
        return
    before = _labels_before(sheet, cell)
    above = found.open.get(cell.column, ())
    row_label = sheet.label(_row_label(sheet, cell))
    if before and not _is_half(before):
        _close(found, cell)
        head = _chain_head(before)
    elif row_label is not None and _ends_rating(sheet, row_label, cell):
        head = replace(row_label.head, measure="score")
    elif before or (row_label is not None and _is_half((row_label,)) and above):
        head = _chain_head(_crossed(above, before or ((row_label,) if row_label else ())))
    else:
        head = _chain_head(above)
    if head is not None:
        found.add(head, whole(cell))


def _crossed(above: Sequence[Label], beside: Sequence[Label]) -> tuple[Label, ...]:
    """The labels above and beside a value, outermost first: a measure above is within a `Risk rating` beside it."""
    rating = all(label.head.phase is None and label.head.measure == "score" for label in beside)
    within = rating and bool(above) and above[-1].head.measure is not None and above[-1].head.phase is None
    return (*beside, *above) if within else (*above, *beside)


def _ends_rating(sheet: Sheet, row_label: Label, cell: Cell) -> bool:
    """Whether a number is the score of a row: behind `Gross risk | Likelihood 3 | Impact 5`."""
    named = [label for label in sheet.row_labels(cell.row) if label.inline is not None and label.head.measure]
    return row_label.head.phase is not None and bool(named) and cell.text.text[0].isdigit()


def _is_half(labels: Sequence[Label]) -> bool:
    """Whether labels say only a rating's phase, or only its measure (`Current`; `Likelihood`)."""
    head = _chain_head(labels)
    return head is not None and (head.rating or head.either) and (head.phase is None or head.measure is None)


def _chain_head(labels: Sequence[Label]) -> Head | None:
    if len(labels) < 2:
        return labels[0].head if labels else None
    return words_to_head([label.cell.text.text for label in labels]) or labels[-1].head


def _labels_before(sheet: Sheet, cell: Cell) -> tuple[Label, ...]:
    """The labels directly to the left of a value, outermost first."""
    chain: list[Label] = []
    before = sheet.left(cell)
    while before is not None and (label := sheet.label(before)) is not None and label.inline is None:
        chain.insert(0, label)
        outer = sheet.left(before)
        before = outer if label.head.rating and outer is not None else None
    return tuple(chain)


def _row_label(sheet: Sheet, cell: Cell) -> Cell | None:
    """The first worded cell of the row that a value stands in, where it is not the value itself."""
    row = [other for other in sheet.table.row(cell.row) if other.text]
    return row[0] if row and row[0] is not cell else None


def _close(found: Found, cell: Cell) -> None:
    """A value beside its label ends what stood open above it."""
    for column in range(cell.column, cell.column + cell.column_span):
        found.open.pop(column, None)


def _read_part(sheet: Sheet, row: int, end: int, kind: PartKind, found: Found) -> int:
    """Reads the rows below a row of heads; the row after them."""
    heads = _part_heads(sheet, row, kind)
    first, last = heads[0].column, max(cell.column + cell.column_span for cell in heads)
    rows: list[tuple[Cell, ...]] = []
    at = row + 1
    while at < end and not _ends_part(sheet, at, row, (first, last), kind):
        cells = tuple(cell for cell in sheet.starting(at) if first <= cell.column < last)
        if any(cell.text for cell in cells):
            rows.append(cells)
        at += 1
    found.parts.append(Part(kind, heads, tuple(rows)))
    found.open.clear()
    return at


def _part_heads(sheet: Sheet, row: int, kind: PartKind) -> tuple[Cell, ...]:
    """The heads of a part's columns, without a label at the side that spans its rows."""
    cells = [label.cell for label in sheet.row_labels(row)]
    subject = {"controls": {"controls", "mitigation"}, "actions": {"actions"}}[kind]
    named = [cell for cell in cells if sheet.labels[id(cell)].head.field in subject]
    return tuple(cells[1:]) if len(named) > 1 and named[0] is cells[0] and cells[0].row_span > 1 else tuple(cells)


def _ends_part(sheet: Sheet, row: int, head: int, columns: tuple[int, int], kind: PartKind) -> bool:
    """Whether a row is no more of a part: a label begins in it, other than the one at the side of the first row."""
    for label in sheet.row_labels(row):
        if not is_styled(label.cell):
            continue
        aside = label.cell.column < columns[0]
        if not (aside and row == head + 1 and label.head.field in {kind, "mitigation", "other"}):
            return True
    return _heading(sheet, row) is not None
