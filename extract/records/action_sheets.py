"""Actions set as sheets: a block of labels and values for each (`Recommendation`, `Responsible officer`, `Due`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from extract.layout.excerpt import EMPTY, Excerpt, flow_lines
from extract.pack.once import once_per_pack
from extract.pack.types import Pack
from extract.records.action_heads import Columns
from extract.records.action_rows import LEADING_REF, ActionRow, action_row_to_record
from extract.records.action_words import NUMBERED, RAG_ONLY, STATUS_ONLY, head_to_concept
from extract.records.risk_labels import REFERENCE, is_styled
from extract.records.types import RawRecord
from extract.tables.types import Cell, Table

_BEGINS = frozenset({"ref", "text", "subject"})
_TOLD = frozenset({"text", "subject"})
_WHEN = frozenset({"due", "revised", "original"})
_WHO = frozenset({"owners", "owners_due"})
_KNOWN = frozenset({"ref", "status", "progress", "rag"})  # what the cover of a report does not say of itself
_PLAIN = frozenset({"never", "other", "minutes"})


@dataclass(slots=True)
class _Block:
    """The values of one block by what their labels say of them, the rows that it goes over, the heading that opens it.

    `answered` says that what is to be done is told again, by the response to it.
    """

    heading: Excerpt = EMPTY
    values: dict[str, tuple[Cell, ...]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    barred: bool = False
    answered: bool = False


def sheets_to_actions(pack: Pack) -> Iterator[RawRecord]:
    """The actions of a pack that are set as sheets, in printed order."""
    for table, block in _sheets(pack):
        record = action_row_to_record(_block_to_row(table, block))
        if record is not None:
            yield record


def sheet_rows(pack: Pack) -> frozenset[tuple[int, int]]:
    """The rows that such sheets stand in, as numbers of table and row."""
    return frozenset((table.number, row) for table, block in _sheets(pack) for row in block.rows)


@once_per_pack
def _sheets(pack: Pack) -> tuple[tuple[Table, _Block], ...]:
    tables = [element for element in pack.flow if isinstance(element, Table)]
    return tuple((table, block) for table in tables for block in _table_to_blocks(table))


def _table_to_blocks(table: Table) -> list[_Block]:
    blocks: list[_Block] = []
    heading, opened = EMPTY, False
    for row in range(table.rows):
        labelled = _row_values(table, row)
        if not labelled:
            across = _row_to_heading(table, row)
            heading, opened = (across, True) if across else (heading, opened)
            continue
        named = labelled.keys() & _BEGINS
        if not blocks or opened or _begins_another(named, blocks[-1]):
            blocks.append(_Block(heading))
        elif named and not blocks[-1].values:  # what stood above was of something else
            blocks[-1] = _Block(heading)
        opened = False
        blocks[-1].rows.append(row)
        for concept, cell in labelled.items():
            blocks[-1].barred |= concept == "never"
            blocks[-1].answered |= concept in _TOLD and bool(blocks[-1].values.keys() & _TOLD)
            if concept not in _PLAIN:
                blocks[-1].values.setdefault(concept, (cell,))
    return [block for block in blocks if _is_action(block)]


def _row_to_heading(table: Table, row: int) -> Excerpt:
    """The words set as a heading across a table, empty where a row has none."""
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    alone = len(cells) == 1 and cells[0].column_span == table.columns and is_styled(cells[0])
    return cells[0].text if alone else EMPTY


def _heading_to_ref(heading: Excerpt) -> Excerpt:
    """The number in a heading: `Finding 3: Stock`, `5.1 Grants`; empty where it has none."""
    if match := NUMBERED.match(heading.text):
        return heading.group(match, "number")
    match = LEADING_REF.match(heading.text)
    return (heading.group(match, "ref") or heading.group(match, "list")) if match is not None else EMPTY


def _begins_another(named: Set[str], block: _Block) -> bool:
    """Whether a row's labels begin another action: a number does, and what is to be done once it is told again.

    A recommendation is told again by the response to it, which stands before who is to act.
    """
    said = block.values.keys()
    answer = "subject" in named and "text" not in named and not said & (_WHO | _WHEN)
    return bool(said & _BEGINS) and ("ref" in named or (bool(named & said) and not answer))


def _row_values(table: Table, row: int) -> Mapping[str, Cell]:
    """What the labels of a row give, by what they say: each with the cell to its right; none where the row has others.

    A row begins with a label, and no label stands beside another: heads of columns do. Labels may also stand in the
    cells of their values.
    """
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    if told := _told_in_cells(cells):
        return told
    labels = [_concept(cell) for cell in cells]
    if len(cells) < 2 or len(cells) % 2 or not all(labels[::2]) or any(map(is_styled, cells[1::2])):
        return {}
    return {label: cell for label, cell in zip(labels[::2], cells[1::2], strict=True) if label is not None}


def _told_in_cells(cells: Sequence[Cell]) -> dict[str, Cell]:
    """What the cells of a row say with their labels: `AS/07 | Raised: 2 July | Due: 31 July | Closed`; none where any
    other cell has neither label nor, being the first, the action's number nor words of a status alone.
    """
    found: dict[str, Cell] = {}
    labelled = 0
    for cell in cells:
        inline = _inline(cell)
        labelled += inline is not None
        if inline is None and cell is cells[0] and is_styled(cell) and REFERENCE.fullmatch(cell.text.text):
            inline = "ref", cell
        elif inline is None and (STATUS_ONLY.match(cell.text.text) or RAG_ONLY.match(cell.text.text)):
            inline = "status", cell
        if inline is None:
            return {}
        found.setdefault(*inline)
    return found if labelled else {}


def _inline(cell: Cell) -> tuple[str, Cell] | None:
    """What a label says that begins a cell, before a colon or bold on a line of its own, with the rest of the cell."""
    first = cell.lines[0]
    label, colon, _ = first.text.partition(":")
    over = not colon and len(cell.lines) > 1 and first.bold and not any(line.bold for line in cell.lines[1:])
    known = head_to_concept(label) if colon or over else None
    if known is None or not known[1]:
        return None
    lines = tuple(line for line in (first.cut(len(label) + len(colon)).strip(" "), *cell.lines[1:]) if line)
    return (known[0], replace(cell, lines=lines, text=flow_lines(lines), starts=(0,))) if lines else None


def _concept(cell: Cell) -> str | None:
    """What a label says, `other` where its words are not known; None for a cell that is not set as a label."""
    if not is_styled(cell):
        return None
    known = head_to_concept(cell.text.text.rstrip(": "))
    return known[0] if known is not None and known[1] else "other"


def _is_action(block: _Block) -> bool:
    said = block.values.keys()
    asked = bool(said & {"text", "subject"}) and bool(said & _WHO) and bool(said & (_WHEN | {"owners_due"}))
    known = bool(said & _KNOWN) or block.answered or bool(_heading_to_ref(block.heading))
    return asked and known and not block.barred


def _block_to_row(table: Table, block: _Block) -> ActionRow:
    values, ref = block.values, _heading_to_ref(block.heading)
    if ref and "ref" not in values:
        over = next(cell for cell in table.cells if cell.text is block.heading)
        values = {"ref": (replace(over, lines=(ref,), text=ref, starts=(0,)),), **values}
    columns = Columns(dict(enumerate(values)), (), "action", (None, False))
    cells = tuple(cell for row in block.rows for cell in table.row(row) if cell.row == row)
    return ActionRow(values, cells, columns, block.heading or table.heading or EMPTY, None, table.number)
