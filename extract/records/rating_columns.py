"""Which columns of a table rate what its rows name, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.records.action_words import PERIOD
from extract.records.columns import fold_head
from extract.records.figure_columns import is_blank, label_rank
from extract.records.figure_words import names_risks
from extract.records.rating_words import ASPECTS, LEGEND_LABELS, REMARKS, head_concept, word_kind
from extract.tables.heads import is_head_row
from extract.tables.shading import fills_its_row, is_grey, is_vivid
from extract.tables.types import Cell, Table

_MOST = 0.5  # of the cells of a column that say something, for one that rates
_LEGEND_ROWS = 6


@dataclass(frozen=True, slots=True)
class RatingBlock:
    """Rows of a table below one head: `first` is its first row with the head, `rows` those of its body.

    `columns` rate, the one that counts first; `labels` name what is rated, the best first; `groups` are columns of
    words that several rows share. `apart` says that each column rates something else of what is named.
    """

    first: int
    rows: range
    columns: tuple[int, ...]
    labels: tuple[int, ...]
    groups: tuple[int, ...]
    apart: bool = False


def table_to_blocks(table: Table) -> list[RatingBlock]:
    """The blocks of a table that rate something; none for most tables."""
    if table.columns < 2 or not any(_may_rate(cell) for cell in table.cells):
        return []
    return [block for first, rows in _bodies(table) if (block := _block(table, first, rows)) is not None]


def _may_rate(cell: Cell) -> bool:
    return (
        is_vivid(cell.fill)
        or is_grey(cell.fill)
        or (0 < len(cell.text) <= 40 and word_kind(cell.text.text) is not None)
    )


def _bodies(table: Table) -> Iterator[tuple[int, range]]:
    """The first row of each head, and the rows below it up to the next one."""
    heads = [row for row in range(table.rows) if _heads_ratings(table, row)]
    if not heads:
        yield 0, range(table.header_rows, table.rows)
        return
    starts = [(head, max((c.row + c.row_span for c in table.row(head)), default=head + 1)) for head in heads]
    for index, (head, start) in enumerate(starts):
        start = max(start, table.header_rows) if index == 0 else start
        end = starts[index + 1][0] if index + 1 < len(starts) else table.rows
        if start < end:
            yield head, range(start, end)


def _heads_ratings(table: Table, row: int) -> bool:
    cells = [cell for cell in table.row(row) if cell.row == row]
    if sum(bool(cell.text) for cell in cells) < 2 or not (row < table.header_rows or is_head_row(cells)):
        return False
    return any(head_concept(cell.text.text) in ("rag", "status") for cell in cells if 0 < len(cell.text) <= 60)


def _block(table: Table, first: int, rows: range) -> RatingBlock | None:
    columns = _rating_columns(table, first, rows)
    if not columns:
        return None
    others = [at for at in range(table.columns) if at not in columns and not _only_fills(table, rows, at)]
    left = [at for at in others if at < min(columns)] or [at for at in others if not _is_remark(table, first, rows, at)]
    ranked = sorted(left, key=lambda at: (_rank(table, first, rows, at), at))
    labels = tuple(at for at in ranked if _rank(table, first, rows, at) < 3)
    if not labels or _explains(table, first, rows, columns, labels[0]):
        return None
    heads = [cell.text.text for row in range(first, rows.start) if (cell := table.at(row, labels[0])) is not None]
    if any(names_risks(head) for head in heads):
        return None
    groups = tuple(at for at in left if at < labels[0] and _rank(table, first, rows, at) == 1)
    return RatingBlock(first, rows, columns, labels, groups, _are_apart(table, first, rows, columns))


def _are_apart(table: Table, first: int, rows: range, columns: Sequence[int]) -> bool:
    """Whether the columns rate different things of a row: `Finance | Performance | People`, all of them rated.

    Each has a head of its own that names neither a rating nor a time; else they say the same thing again.
    """
    heads = [cell.text.text for at in columns if (cell := table.at(rows.start - 1, at)) is not None and cell.text]
    if len(columns) < 2 or len({fold_head(head) for head in heads}) < len(columns) or rows.start == first:
        return False
    known = (head for head in heads if fold_head(head) not in ASPECTS)
    if any(head_concept(head) is not None or PERIOD.match(head) for head in known):
        return False
    cells = [cell for row in rows for at in columns if (cell := table.at(row, at)) is not None and cell.row == row]
    return all(word_kind(cell.text.text) in ("colour", "letter") for cell in cells)


def _rating_columns(table: Table, first: int, rows: range) -> tuple[int, ...]:
    """The columns that rate, the one that counts first: that of a RAG head, the last of several."""
    by_head: dict[str, list[int]] = {"rag": [], "status": [], "direction": [], "none": []}
    for column in range(table.columns):
        concept = _concept(table, first, rows, column)
        if concept != "past" and _rates(table, rows, column, concept):
            by_head[concept or "none"].append(column)
    if by_head["none"] and not by_head["rag"]:  # `Finance | Performance | People`: one of them says what all hold
        together = sorted(by_head["none"] + by_head["status"])
        if _are_apart(table, first, rows, together):
            return tuple(together)
    for concept in ("rag", "status", "none", "direction"):
        if by_head[concept]:
            return tuple(reversed(by_head[concept]))
    return ()


def _concept(table: Table, first: int, rows: range, column: int) -> str | None:
    for row in range(rows.start - 1, first - 1, -1):
        cell = table.at(row, column)
        concept = head_concept(cell.text.text) if cell is not None and cell.text else None
        if concept is not None:
            return concept
    return None


def _rates(table: Table, rows: range, column: int, concept: str | None) -> bool:
    """Whether most cells of a column that say something rate: by colours where its head does not say that they do."""
    said = 0
    kinds: list[str] = []
    shown: set[object] = set()
    for row in rows:
        cell = table.at(row, column)
        if cell is None or cell.row != row or cell.column != column or cell.column_span >= max(2, table.columns - 1):
            continue
        kind = rating_kind(table, row, cell)
        said += kind is not None or not is_blank(cell.text.text)
        if kind is not None:
            kinds.append(kind)
            shown.add(cell.fill if kind == "fill" else cell.text.text.casefold())
    if concept == "direction":
        return kinds.count("direction") > _MOST * said and said > 0
    coloured = [kind for kind in kinds if kind in ("colour", "letter", "fill")]
    if not coloured or len(kinds) - kinds.count("direction") < _MOST * said:
        return False
    if concept is not None:
        return True
    enough = len(coloured) > 1 and len(shown) > 1 and column > 0
    return enough and ("letter" not in coloured or len(coloured) > 2)


def rating_kind(table: Table | None, row: int, cell: Cell) -> str | None:
    """How a cell rates: `colour`, `letter`, `other` or `direction` by its words, `fill`; None if it does not.

    A fill that the whole row has is no rating.
    """
    kind = word_kind(cell.text.text) if 0 < len(cell.text) <= 60 else None
    if kind is not None and (kind != "direction" or not is_vivid(cell.fill)):
        return kind
    if not is_vivid(cell.fill) and not (is_grey(cell.fill) and not cell.text):
        return None
    if table is not None and fills_its_row(table, row, cell):
        return None
    return "fill"


def _only_fills(table: Table, rows: range, column: int) -> bool:
    return not any((cell := table.at(row, column)) is not None and cell.text for row in rows)


def _is_remark(table: Table, first: int, rows: range, column: int) -> bool:
    heads = (table.at(row, column) for row in range(first, rows.start))
    return any(cell is not None and fold_head(cell.text.text) in REMARKS for cell in heads)


def _rank(table: Table, first: int, rows: range, column: int) -> int:
    if _is_remark(table, first, rows, column):
        return 2
    listed = [r for r in rows if sum(bool(cell.text) for cell in table.row(r)) > 1 or len(table.row(r)) == 2]
    return label_rank(table, range(first, rows.start), column, listed)


def _explains(table: Table, first: int, rows: range, columns: Sequence[int], label: int) -> bool:
    """Whether the block is a key: a rating in each row and never the same one, before the words that explain it.

    What is rated in two columns, as in one for each year, is no key, whatever heads it (`Criteria`).
    """
    if label < min(columns) and len(columns) > 1:
        return False
    heads = (table.at(row, label) for row in range(first, rows.start))
    if any(cell is not None and fold_head(cell.text.text) in LEGEND_LABELS for cell in heads):
        return True
    cells = [cell for row in rows if (cell := table.at(row, columns[0])) is not None]
    shown = [cell.text.text.casefold() or cell.fill for cell in cells if rating_kind(table, cell.row, cell) is not None]
    return columns[0] < label and len(shown) == len(set(shown)) and len(rows) <= _LEGEND_ROWS
