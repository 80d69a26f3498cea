"""How sure each reading is, by what told it: a scale of three.

EXACT: the head or label that tells what a value is stands in a word list in full, or no head is needed.
PART: the head holds a phrase of a word list among other words, or the word that tells it stands within a sentence.
CONTENT: no head in its table is known; what stands in the column told it, or the place of a column further up.
A record is as sure as the least of its fields, and no surer than its table (extract/tables/types.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.layout.excerpt import Excerpt
from extract.pack.types import Pack
from extract.pdf.types import Box, Word
from extract.records.action_words import LABELS, PERIOD, head_to_concept
from extract.records.columns import fold_head
from extract.records.rating_words import head_concept
from extract.records.risk_heads import PARAGRAPHS, is_exact, is_mostly_known, words_to_head
from extract.records.risk_types import NAMES
from extract.records.types import FillColour, RawRecord, RawValue
from extract.tables.types import Cell, Table

EXACT, PART, CONTENT = 1.0, 0.9, 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The short cells of a table, those that may be heads or labels, by the columns that they stand over."""

    table: Table
    by_column: Mapping[int, tuple[Cell, ...]]

    def above(self, cell: Cell) -> Iterator[Cell]:
        """Those above a cell, over any of its columns."""
        for column in range(cell.column, cell.column + cell.column_span):
            yield from (other for other in self.by_column.get(column, ()) if other.row < cell.row)

    def beside(self, cell: Cell) -> Iterator[Cell]:
        """Those before a cell in its row, and in the rows of labels just above it."""
        for column in range(cell.column):
            yield from (o for o in self.by_column.get(column, ()) if cell.row - _ABOVE <= o.row <= cell.row)


Place = tuple[Heads, Cell]

# The fields that a head tells, with what it must be known to say; other fields need none.
ACTION_HEADS: Mapping[str, frozenset[str]] = {
    "text": frozenset({"text", "subject"}),
    "owners": frozenset({"owners", "owners_due"}),
    "start": frozenset({"start"}),
    "due": frozenset({"due", "revised", "original", "date", "owners_due"}),
    "status": frozenset({"status", "progress", "rag"}),
    "rag": frozenset({"rag", "status", "progress"}),
}
RISK_HEADS: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title", "description", "event"}),
    "cause": frozenset({"cause", "description", "title"}),
    "event": frozenset({"event", "description", "title"}),
    "consequence": frozenset({"consequence", "description", "title"}),
    "owners": frozenset({"owner", "risk_owner"}),
    "mitigation": frozenset({"controls", "mitigation", "actions"}),
}
_LONGEST_HEAD = 90  # characters
_ABOVE = 4  # rows above a value of a sheet in which its label may stand


def with_confidence(pack: Pack, records: Sequence[RawRecord]) -> tuple[RawRecord, ...]:
    """The records with how sure each field of theirs is, where that is less than EXACT, and each of them as a whole."""
    wanted = {key for record in records if record.type in _TELLING for key in map(_key, record.fields.values()) if key}
    places = dict(_places(pack, wanted))
    return tuple(_judged(record, places) for record in records)


def _judged(record: RawRecord, places: Mapping[Word | Box, Place]) -> RawRecord:
    sure = dict(record.sure)
    confidence = record.confidence
    if (tell := _TELLING.get(record.type)) is not None:
        keys = ((field, _key(value)) for field, value in record.fields.items())
        stand = {field: places[key] for field, key in keys if key is not None and key in places}
        confidence = min([confidence, *(heads.table.confidence for heads, _ in stand.values())])
        for field, (heads, cell) in stand.items():
            shared = frozenset(other for other, place in stand.items() if _stands_with(other, place[1], cell))
            sure[field] = min(sure.get(field, EXACT), tell(field, heads, cell, shared))
    elif record.type == "resolutions":
        sure["decision"] = _word_sureness(record.fields["decision"])
    doubted = {field: value for field, value in sure.items() if value < EXACT}
    return replace(record, sure=doubted, confidence=min([confidence, *doubted.values()]))


def _stands_with(field: str, other: Cell, cell: Cell) -> bool:
    """Whether a field stands in a cell too, or as a reference just before it."""
    return other is cell or (field == "ref" and other.row == cell.row and other.column < cell.column)


def _word_sureness(value: RawValue) -> float:
    """A decision word that begins with a capital is none of a sentence's words."""
    return EXACT if isinstance(value, Excerpt) and value.text[:1].isupper() else PART


def action_sureness(field: str, heads: Heads, cell: Cell, shared: frozenset[str]) -> float:
    """How sure a field of an action is, by the heads above its cell or a label in it; `shared` are all fields there."""
    if field not in ACTION_HEADS:
        return EXACT
    if field in LABELS and LABELS[field].search(cell.text.text):
        return EXACT
    if _in_plan_by_period(field, heads, cell):
        return EXACT
    wanted = ACTION_HEADS[field].union(*(ACTION_HEADS[other] for other in shared & {"text"}))
    known = (head_to_concept(head.text.text) for head in heads.above(cell))
    return _best(EXACT if found[1] else PART for found in known if found is not None and found[0] in wanted)


def _in_plan_by_period(field: str, heads: Heads, cell: Cell) -> bool:
    """Whether a period that heads a column tells what a field is: the entries below it, and when they are due."""
    if field == "due":
        return cell.row < max(1, heads.table.header_rows) and PERIOD.match(cell.text.text) is not None
    return field == "text" and any(PERIOD.match(head.text.text) for head in heads.above(cell))


def risk_sureness(field: str, heads: Heads, cell: Cell, shared: frozenset[str]) -> float:
    """How sure a field of a risk is, by the heads and labels around its cell or in it, or its reference before it."""
    rating = field == "rag" or field.rpartition("_")[2] in ("likelihood", "impact", "score")
    if field not in RISK_HEADS and not rating:
        return EXACT
    if any(PARAGRAPHS.get(fold_head(line.text.partition(":")[0])) for line in cell.lines):
        return EXACT
    wanted = RISK_HEADS.get(field, frozenset({"rag"}))
    labels = (head.text.text for head in (*heads.above(cell), *heads.beside(cell)))
    said = [(words, found) for words in labels if (found := words_to_head([words])) is not None]
    told = [words for words, found in said if found.field in wanted or (rating and (found.rating or found.either))]
    if not told and field in NAMES and "ref" in shared:
        return EXACT  # a sheet's title stands beside its reference without a label
    return _best(EXACT if is_exact(words) or (rating and is_mostly_known(words)) else PART for words in told)


def rating_sureness(field: str, heads: Heads, cell: Cell, _shared: frozenset[str]) -> float:
    """How sure a rating is: a head that says so, else only colours and letters in its column."""
    if field != "rag":
        return EXACT
    said = any(head_concept(head.text.text) in ("rag", "status", "direction") for head in heads.above(cell))
    return EXACT if said else CONTENT


_TELLING: Mapping[str, Callable[[str, Heads, Cell, frozenset[str]], float]] = {
    "actions": action_sureness,
    "risks": risk_sureness,
    "ratings": rating_sureness,
}


def _best(found: Iterable[float]) -> float:
    """The surest of what heads say; CONTENT where none says anything."""
    return max(found, default=CONTENT)


def _heads(table: Table) -> Heads:
    found: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if 0 < len(cell.text) <= _LONGEST_HEAD:
            for column in range(cell.column, cell.column + cell.column_span):
                found.setdefault(column, []).append(cell)
    return Heads(table, {column: tuple(cells) for column, cells in found.items()})


def _key(value: RawValue) -> Word | Box | None:
    if isinstance(value, FillColour):
        return value.box
    return value.first_word if isinstance(value, Excerpt) and value else None


def _places(pack: Pack, wanted: set[Word | Box]) -> Iterator[tuple[Word | Box, Place]]:
    """The table and the cell that each of some words or boxes stands in."""
    pages = {key.page for key in wanted}
    for table in (element for element in pack.flow if isinstance(element, Table)):
        if not any(part.box.page in pages for part in table.fragments):
            continue
        heads = _heads(table)
        for cell in table.cells:
            for key in (*cell.boxes, *cell.text.words):
                if key in wanted:
                    yield key, (heads, cell)
