"""Planned actions in the rows of a risk register: a column of them, with owners and dates beside or inside the cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.layout.excerpt import EMPTY, Excerpt, begins_with_bullet, flow_lines, join
from extract.pack.types import Pack
from extract.records.action_heads import content_concept
from extract.records.action_rows import LEADING_REF, split_labels
from extract.records.action_words import DATE_LIKE, LABELS, NO_ACTION, OWNER_WORD, head_to_concept
from extract.records.risk_blocks import pack_to_risk_blocks
from extract.records.risk_types import RiskBlock, Value, whole
from extract.records.types import RawRecord, RawValue
from extract.tables.types import Cell

_WHO_AND_WHEN = re.compile(
    r"(?:\s+[–—-]\s+|\s*\()(?P<owners>[A-Z][^–—()]{1,80}?)(?:\s+[–—-]\s+|\s*[,;/:]\s+(?:by\s+)?|\s+by\s+)"
    r"(?P<due>[^–—(),;]{3,24}?)\s*\)?[.;]?$"
)
_DATED = (("owners", True), ("due", True), ("date", True))  # what `By`, `When` and `Date` are known to head
_Entry = tuple[Excerpt, dict[str, RawValue]]


def registers_to_actions(pack: Pack) -> Iterator[RawRecord]:
    """The planned actions in cells of registers and sheets that a column, a label or their end gives who or when."""
    for block in pack_to_risk_blocks(pack):
        if any(part.inner for part in block.parts):
            continue
        for value in block.values.get("actions", ()):
            if value.text and not NO_ACTION.match(value.text.text):
                entries = _cell_entries(block, value)
                yield from (_record(block.ref, text, fields) for text, fields in entries if text)


def _cell_entries(block: RiskBlock, value: Value) -> list[_Entry]:
    """The actions of a cell; on a risk's sheet no other cell says whose they are, and the whole cell must be theirs."""
    if block.layout == "row":
        return _labelled(value.cell) or _beside(block, value.cell) or _ended(value.cell)
    return _labelled(value.cell) or _ended(value.cell) if value.lines == value.cell.lines else []


def _record(risk_ref: Excerpt, text: Excerpt, fields: dict[str, RawValue]) -> RawRecord:
    match = text.search(LEADING_REF)
    begins = match is not None and match.start() == 0
    own = text.group(match, "ref") or text.group(match, "list") if match is not None and begins else EMPTY
    words = text.cut(match.end()) if match is not None and begins else text
    found = {"ref": own, "text": words, "risk_ref": risk_ref, **fields}
    return RawRecord(
        "actions", text.page, {name: value for name, value in found.items() if value}, {"kind": "risk_action"}
    )


def _labelled(cell: Cell) -> list[_Entry]:
    """The actions of a cell that names their owners and dates behind labels; none where it has no such labels."""
    entries = (split_labels(flow_lines(lines)) for lines in _entry_lines(cell))
    found = [(text.strip(" ;,(–-"), fields) for text, fields in entries]
    return found if any(fields.keys() & {"owners", "due"} for _, fields in found) else []


def _ended(cell: Cell) -> list[_Entry]:
    """The actions of a cell that end with who and by when (`Survey – Head of Assets – June 2025`); all or none."""
    entries: list[_Entry] = []
    for text in _ended_texts(cell):
        match = text.search(_WHO_AND_WHEN)
        if match is None or not DATE_LIKE.search(match["due"]) or not _names(match["owners"]):
            return []
        fields: dict[str, RawValue] = {name: text.group(match, name) for name in ("owners", "due")}
        entries.append((text.cut(0, match.start()).strip(" ;,"), fields))
    return entries


def _ended_texts(cell: Cell) -> Iterator[Excerpt]:
    """The paragraphs of a cell; a line that ends with who and when in brackets ends one as well."""
    lines: list[Excerpt] = []
    for number, line in enumerate(cell.lines):
        if lines and number in cell.starts:
            yield flow_lines(lines)
            lines = []
        lines.append(line)
        if line.text.rstrip(".;").endswith(")") and flow_lines(lines).search(_WHO_AND_WHEN):
            yield flow_lines(lines)
            lines = []
    if lines:
        yield flow_lines(lines)


def _names(words: str) -> bool:
    """Whether words are names or posts and nothing else."""
    return all(word[0].isupper() or OWNER_WORD.match(word) for word in words.replace(",", " ").split())


def _entry_lines(cell: Cell) -> Iterator[Sequence[Excerpt]]:
    """The lines of each action of a cell: another one begins behind the labels of the one before.

    Without bullets it may begin right below a date, unless that goes on in open brackets: `(Due: May` over `2026)`.
    """
    bounds, labelled = [0], False
    bulleted = any(begins_with_bullet(cell.lines[number]) for number in cell.starts)
    for number, line in enumerate(cell.lines):
        has_label = any(label.search(line.text) for label in LABELS.values())
        opens = has_label and any(label.match(line.text) for label in LABELS.values())
        above = cell.lines[number - 1].text if number and not bulleted else ""
        dated = LABELS["due"].search(above) is not None and above.count("(") <= above.count(")")
        if labelled and not opens and (number in cell.starts or dated):
            bounds.append(number)
            labelled = False
        labelled = labelled or has_label
    yield from (cell.lines[start:end] for start, end in pairwise([*bounds, len(cell.lines)]))


def _beside(block: RiskBlock, cell: Cell) -> list[_Entry]:
    """The actions of a cell with the owners and dates beside it: one each where all cells list as many of them."""
    owners, dates = _beside_cells(_owners(block, cell), cell), _beside_cells(_dates(block, cell), cell)
    if not owners and not dates:
        return []
    texts = cell.paragraphs
    cells = [*owners, *dates]
    if len(texts) > 1 and len(cells) == bool(owners) + bool(dates):
        lists = [listed for beside in cells if (listed := _as_many(beside, len(texts)))]
        if len(lists) == len(cells):
            names = (["owners"] if owners else []) + (["due"] if dates else [])
            return [
                (text, {name: listed[n] for name, listed in zip(names, lists, strict=True)})
                for n, text in enumerate(texts)
            ]
    lines = [line for beside in owners for line in beside.lines]
    return [(cell.text, {"owners": join(lines, "\n"), "due": join(beside.text for beside in dates)})]


def _as_many(cell: Cell, count: int) -> Sequence[Excerpt]:
    """The entries of a cell beside a list of `count`: its paragraphs or lines; none where they are more or fewer."""
    listed = cell.paragraphs if len(cell.paragraphs) == count else cell.lines
    return listed if len(listed) == count else ()


def _owners(block: RiskBlock, cell: Cell) -> Iterable[Value]:
    """The owners of actions: of a column called so, else of one of owners right behind them beside the risk's own."""
    named = block.values.get("action_owner", ())
    if named:
        return named
    first, dues = cell.column + cell.column_span, {value.cell.column for value in block.values.get("due", ())}
    owners = block.values.get("owner", ())
    behind = [value for value in owners if value.cell.column >= first and dues >= {*range(first, value.cell.column)}]
    dated = any(column > cell.column for column in dues)
    next_to = all(value.cell.column == first for value in behind)
    return behind if block.values.get("risk_owner") or (dated and next_to) else ()


def _dates(block: RiskBlock, cell: Cell) -> Iterable[Value]:
    """The dates of actions: of a column called so, else of one behind them that holds dates under `By` or `When`."""
    named = block.values.get("due", ())
    table, columns = block.table, range(cell.column + cell.column_span, block.table.columns)
    for column in columns if not named else ():
        head, beside = table.at(0, column), table.at(cell.row, column)
        known = head_to_concept(head.text.text) if head is not None and head.text else None
        texts = [other.text.text for other in table.column_cells(column) if other.text and other is not head]
        if known in _DATED and content_concept(texts) == "due" and beside is not None and beside is not head:
            return (whole(beside),)
    return named


def _beside_cells(values: Iterable[Value], cell: Cell) -> list[Cell]:
    """The cells of a column that share rows with one, and hold more than a dash."""
    listed = (value.cell for value in values if value.text and not NO_ACTION.match(value.text.text))
    last = cell.row + cell.row_span
    return [beside for beside in listed if beside.row < last and beside.row + beside.row_span > cell.row]
