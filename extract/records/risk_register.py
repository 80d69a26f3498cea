"""Registers with a head at the top and a risk in each row, or in each run of rows that one title spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from extract.records.columns import fold_head
from extract.records.risk_heads import (
    HISTORY,
    LEVELS,
    Head,
    in_time,
    is_elsewhere,
    is_period,
    tells_register,
    tells_risk,
    words_to_head,
)
from extract.records.risk_inner import inner_rows, table_to_inner_parts
from extract.records.risk_phases import phased, with_score_letters
from extract.records.risk_types import NAMES, Part, PartKind, RatingKey, RatingValue, RiskBlock, Value, whole
from extract.tables.types import Cell, Table

_MOST_HEADS = 4
_NUMBER = re.compile(r"[A-Z]{0,5}[ -]?\d{1,4}[a-z]?")
_SHORTEST_NAME = 5  # letters, `Flood`
_SEVERAL = 2
_LONGEST_PHASE = 30  # letters, `Residual risk (net)`
_PROSE = 3.5  # words in a cell, on average, from which a column of impacts is prose and not a rating


@dataclass(frozen=True, slots=True)
class Register:
    """Which columns of a table hold what, and its first row of risks.

    `ratings` are columns by rating, several where it is printed for several periods. `name` is the column that names
    the risks; `impact_first` is true where a head says that products are impact by likelihood.
    """

    first: int
    fields: Mapping[str, int]
    ratings: Mapping[RatingKey, tuple[tuple[int, Head], ...]]
    name: int
    impact_first: bool


def table_to_register(table: Table, carried: Register | None = None) -> Register | None:
    """How a table lists risks, or None if it does not; `carried` are the columns of a register that it goes on from."""
    if carried is not None and table.header_rows == 0 and table.columns == _width(carried):
        return replace(carried, first=0)
    for rows in _head_heights(table):
        register = _read_heads(table, rows)
        if register is not None:
            return register
    return None


def register_to_blocks(table: Table, register: Register) -> list[RiskBlock]:
    """The risks of a register, in printed order."""
    inner = table_to_inner_parts(table, register.first)
    groups = list(_row_groups(table, register, inner_rows(inner)))
    ends = [*(rows[0] for rows in groups[1:]), table.rows]
    blocks = []
    for rows, end in zip(groups, ends, strict=True):
        block = _block(table, register, rows)
        if block is not None:
            parts = tuple(part for head, part in inner.items() if rows[0] < head < end)
            blocks.append(replace(block, parts=(*block.parts, *parts)))
    return blocks


def _width(register: Register) -> int:
    columns = [*register.fields.values(), *(column for group in register.ratings.values() for column, _ in group)]
    return max(columns) + 1


def _head_heights(table: Table) -> list[int]:
    """How many rows the head may have, the likeliest first."""
    return list(dict.fromkeys(n for n in (table.header_rows, 1, 2, 3) if 0 < n <= min(_MOST_HEADS, table.rows - 1)))


def _read_heads(table: Table, rows: int) -> Register | None:
    columns: dict[str, list[int]] = {}
    ratings: dict[RatingKey, list[tuple[int, Head]]] = {}
    for column in range(table.columns):
        head = _column_head(table, column, rows)
        if head is None:
            continue
        if head.field is not None:
            columns.setdefault(head.field, []).append(column)
        else:
            ratings.setdefault(RatingKey(head.phase or "", head.measure or "score"), []).append((column, head))
    last = {column: _parts(table, column, rows)[-1] for group in ratings.values() for column, _ in group}
    ratings = with_score_letters(ratings, last)
    name = _name_column(table, columns, rows)
    if name is None:
        return None
    fields = _placed(columns, name)
    over = table.at(rows - 1, fields[name])
    if over is not None and over.row + over.row_span > rows:  # a label beside rows of a sheet heads no column
        return None
    if not _lists_risks(table, rows, fields, ratings, fields[name]):
        return None
    impact_first = any(head.impact_first for group in ratings.values() for _, head in group)
    frozen = {
        key: in_time(group, [last[column] for column, _ in group]) for key, group in phased(ratings, fields).items()
    }
    return Register(rows, fields, frozen, fields[name], impact_first)


def _parts(table: Table, column: int, rows: int) -> list[str]:
    """The printed heads over a column from the outermost in, without titles that span the table."""
    cells = dict.fromkeys(
        (cell.row, cell.column, cell.text.text, cell.column_span)
        for row in range(rows)
        if (cell := table.at(row, column)) is not None and cell.text
    )
    return [text for _, _, text, span in cells if span < table.columns]


def _column_head(table: Table, column: int, rows: int) -> Head | None:
    """What a column holds; None for one that is only the rest of the column before it (cells over two grid columns)."""
    parts = _parts(table, column, rows)
    if not parts or (column and all(table.at(r, column) is table.at(r, column - 1) for r in range(rows, table.rows))):
        return None
    head = words_to_head(parts)
    if head is None and is_period(parts[-1]) and _scores(table, column, rows):
        return HISTORY
    if head is not None and head.either and not _is_prose(table, column, rows):
        return Head(None, head.phase, head.measure, False, head.impact_first)
    return head


def _name_column(table: Table, columns: dict[str, list[int]], rows: int) -> str | None:
    """The field that names the risks: the first whose cells are words and not levels (`High`).

    The column of it that does so is put first; columns of levels under the head `Risk` are dropped.
    """
    for name in NAMES:
        naming = [column for column in columns.get(name, ()) if _is_naming(table, column, rows)]
        if naming:
            columns[name].sort(key=lambda column: column != naming[0])
            return name
        if name == "title":
            dropped = columns.pop(name, [])
            if dropped and "ref" not in columns and _numbers_risks(_body_texts(table, dropped[0], rows)):
                columns["ref"] = dropped
    if any(_is_naming(table, column, rows) for column in columns.get("ref", ())):
        columns["title"] = columns.pop("ref")  # `Ref & Risk`: both stand in one column
        return "title"
    return None


def _numbers_risks(texts: Sequence[str]) -> bool:
    """Whether what stands under `Risk` is the number of each, its name being told in another column."""
    return len(texts) > 1 and all(_NUMBER.fullmatch(text) for text in texts)


def _placed(columns: Mapping[str, Sequence[int]], name: str) -> dict[str, int]:
    """One column for each field; where one head stands over a reference and a name, both."""
    fields = {field: found[0] for field, found in columns.items()}
    before = [column for column in columns[name][1:] if column < fields[name]]
    if before and "ref" not in fields:
        fields["ref"] = before[0]
    return fields


def _body_texts(table: Table, column: int, rows: int) -> list[str]:
    cells = (table.at(row, column) for row in range(rows, table.rows))
    return [text for text in dict.fromkeys(cell.text.text for cell in cells if cell is not None) if text]


def _is_naming(table: Table, column: int, rows: int) -> bool:
    texts = _body_texts(table, column, rows)
    return 2 * sum(_names_something(text) for text in texts) > len(texts)


def _names_something(text: str) -> bool:
    words = re.sub(r"[\W\d_]+", " ", fold_head(text)).strip()
    return len(words) >= _SHORTEST_NAME and words not in LEVELS


def _scores(table: Table, column: int, rows: int) -> bool:
    """Whether a column without a word for it holds scores: the heading speaks of risks, its cells are small numbers."""
    texts = _body_texts(table, column, rows)
    return tells_register(table.heading.text) and bool(texts) and all(re.fullmatch(r"\d{1,2}|-|–", t) for t in texts)


def _is_prose(table: Table, column: int, rows: int) -> bool:
    texts = _body_texts(table, column, rows)
    return bool(texts) and fmean(len(text.split()) for text in texts) >= _PROSE


def _lists_risks(
    table: Table, rows: int, fields: Mapping[str, int], ratings: Mapping[RatingKey, object], name: int
) -> bool:
    """Whether heads are those of a list of risks: something that names risks, and something that is said of each."""
    heads = [cell.text.text for row in range(rows) for cell in table.row(row) if cell.text]
    if any(map(is_elsewhere, heads)):
        return False
    measures = {key.measure for key in ratings}
    answered = bool(fields.keys() & {"controls", "mitigation"})
    titled = tells_risk(" ".join(_parts(table, name, rows)))
    told = titled or any(map(tells_risk, heads))
    over = told or tells_register(f"{table.heading.text} {table.caption.text}")
    if {"likelihood", "impact"} <= measures and (over or answered or fields.keys() & {"cause", "consequence"}):
        return True
    scored = told and bool(measures)
    explained = over and {"cause", "consequence"} <= fields.keys()
    return (over and answered) or scored or explained or (titled and "rag" in fields)


def _row_groups(table: Table, register: Register, without: frozenset[int]) -> Iterator[list[int]]:
    """Rows by risk: those that one name spans, and rows after them that name no other."""
    group: list[int] = []
    last: Cell | None = None
    for row in (row for row in range(register.first, table.rows) if row not in without):
        cell = table.at(row, register.name)
        if _is_heading_row(table, row) or _repeats_head(table, register, row):
            continue
        unnamed = (cell is None or not cell.text) and not _has_text(table, register, row, "ref")
        goes_on = cell is last or unnamed or _describes(table, register, row)
        if group and not goes_on:
            yield group
            group = []
        if not goes_on:
            last = cell
        if group or not goes_on:
            group.append(row)
    if group:
        yield group


def _describes(table: Table, register: Register, row: int) -> bool:
    """Whether a row holds only more words about the risk above it, whose reference and ratings stand beside both."""
    refs = table.at(row, register.fields["ref"]) if "ref" in register.fields else None
    worded = [cell for cell in table.row(row) if cell.row == row and cell.text]
    alone = len(worded) == 1 and worded[0].column == register.name
    return alone and refs is not None and refs.row < row and bool(refs.text) and refs.column != register.name


def _has_text(table: Table, register: Register, row: int, name: str) -> bool:
    cell = table.at(row, register.fields[name]) if name in register.fields else None
    return cell is not None and cell.row == row and bool(cell.text)


def _is_heading_row(table: Table, row: int) -> bool:
    """`Financial risks` over a block of rows: one cell of words over more than half of the columns."""
    worded = [cell for cell in table.row(row) if cell.text]
    return len(worded) == 1 and 2 * worded[0].column_span > table.columns > 1


def _repeats_head(table: Table, register: Register, row: int) -> bool:
    if register.first == 0:
        return False
    head = [cell.text.text for cell in table.row(register.first - 1)]
    return any(head) and [cell.text.text for cell in table.row(row)] == head


def _block(table: Table, register: Register, rows: Sequence[int]) -> RiskBlock | None:
    values = {name: _cells(table, column, rows) for name, column in register.fields.items()}
    found = {name: tuple(map(whole, cells)) for name, cells in values.items() if cells}
    name = found.get(_name_of(register), ())
    named = [value for value in (*found.get("ref", ()), *name) if value.text]
    if not name or not named or (_stands_alone(found, rows, name[0]) and not _ratings(table, register, rows)):
        return None
    parts = tuple(_parts_of(table, register, rows, values))
    return RiskBlock(table, "row", named[0].text.page, found, _ratings(table, register, rows), parts)


def _stands_alone(found: Mapping[str, tuple[Value, ...]], rows: Sequence[int], name: Value) -> bool:
    """Whether a row holds only bold words: it heads a group of risks."""
    return len(found) == 1 and len(rows) == 1 and name.cell.bold


def _ratings(table: Table, register: Register, rows: Sequence[int]) -> dict[RatingKey, RatingValue]:
    """The ratings of a risk; where each of its rows is of another phase (`Gross`, `Net`), by that."""
    phases = {row: phase for row in rows if (phase := _row_phase(table, row)) is not None}
    if len(set(phases.values())) < _SEVERAL:
        found = {key: _rating(table, register, group, rows) for key, group in register.ratings.items()}
    else:
        found = {
            RatingKey(phase, key.measure): _rating(table, register, group, [row])
            for row, phase in phases.items()
            for key, group in register.ratings.items()
        }
    return {key: rating for key, rating in found.items() if rating is not None}


def _row_phase(table: Table, row: int) -> str | None:
    """The phase that a cell of a row names and nothing else."""
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    heads = (words_to_head([cell.text.text]) for cell in cells if len(cell.text) <= _LONGEST_PHASE)
    return next(
        (head.phase for head in heads if head and head.rating and head.measure is None and not head.period), None
    )


def _name_of(register: Register) -> str:
    return next(name for name in NAMES if register.fields.get(name) == register.name)


def _cells(table: Table, column: int, rows: Sequence[int]) -> list[Cell]:
    """The cells with words (or a fill) of a column in some rows, each once."""
    cells = {id(cell): cell for row in rows if (cell := table.at(row, column)) is not None}
    return [cell for cell in cells.values() if cell.text or cell.fill is not None]


def _rating(
    table: Table, register: Register, group: Sequence[tuple[int, Head]], rows: Sequence[int]
) -> RatingValue | None:
    """The rating of a risk: of a history the last that is printed, else the first."""
    printed = [(head, cell) for column, head in group for cell in _cells(table, column, rows)[:1]]
    if not printed:
        return None
    history = all(head.period for head, _ in printed)
    worded = [entry for entry in printed if entry[1].text] or printed
    cell = (worded[-1] if history else worded[0])[1]
    return RatingValue(whole(cell), register.impact_first)


def _parts_of(
    table: Table, register: Register, rows: Sequence[int], values: Mapping[str, list[Cell]]
) -> Iterator[Part]:
    fields: dict[PartKind, tuple[str, ...]] = {
        "controls": ("controls", "control_owner"),
        "actions": ("actions", "action_owner", "due"),
    }
    for kind, names in fields.items():
        columns = [register.fields[name] for name in names if name in register.fields]
        entries = [cell for cell in values.get(kind, ()) if cell.text]
        split = len(entries) > 1 and (len(columns) > 1 or _spans(table, register, rows))
        if entries and (split or (kind == "actions" and len(columns) > 1)):
            heads = tuple(cell for column in columns if (cell := table.at(max(register.first - 1, 0), column)))
            yield Part(kind, heads, tuple(_part_rows(table, entries, columns)))


def _spans(table: Table, register: Register, rows: Sequence[int]) -> bool:
    cell = table.at(rows[0], register.name)
    return cell is not None and cell.row_span > 1


def _part_rows(table: Table, entries: Sequence[Cell], columns: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    for entry in entries:
        row = (table.at(entry.row, column) for column in columns)
        yield tuple(cell for cell in row if cell is not None)
