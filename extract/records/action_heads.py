"""Which columns of a table of actions hold what: by the words of its head row, else by what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.layout.excerpt import Excerpt, join
from extract.pdf.types import Rgb
from extract.records.action_open_heads import dated, settled, told_in_cells
from extract.records.action_words import (
    AGENDA_ONLY,
    DATE_LIKE,
    MILESTONE,
    RAG_ONLY,
    ROLES,
    STATUS_ONLY,
    head_to_concept,
)
from extract.tables.heads import is_head_row
from extract.tables.types import Cell, Table

Kind = Literal["action", "milestone", "risk_action"]
_DATES = {"due", "revised", "original", "date", "start"}
_BESIDE_TEXT = _DATES | {"owners", "owners_due", "status", "progress", "rag"}
_REPEATED = {"never", "owners"}  # what several columns may hold
_LONGEST_HEAD = 70  # characters
_ROWS_TO_ASK = 15
_REF = re.compile(
    r"(?:[A-Za-z]{0,5}[-/ ]?[A-Z]{0,3}\d{1,5}(?:[-./]\w{1,5})*[a-z]?(?:\([a-z0-9]+\))?"
    r"|[A-Z]{1,2}|[ivx]{1,5}|[a-z])[.):]?"
)
_OWN_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?|[A-Z]{1,5}[-/ ]?\d{1,4}(?:\.\d{1,3})*")
_INITIALS = r"(?:[A-Z][A-Za-z]?[A-Z]{0,3}[a-z]?|All|ALL)"
_OWNERS = re.compile(rf"{_INITIALS}(?:\s*(?:[/,&+]|and)\s*{_INITIALS})*|[A-Z][a-z]+(?:[ -][A-Z][a-z]+){{1,2}}")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a block of rows hold: concept by grid column, and by place (x0, x1) for where it goes on.

    `look` is fill and boldness of the head row, by which the head of another block is known; `last_head` is the last
    row of the head in its table, -1 where none stands there.
    """

    at: Mapping[int, str]
    places: tuple[tuple[float, float, str], ...]
    kind: Kind
    look: tuple[Rgb | None, bool]
    last_head: int = -1

    def has(self, concept: str) -> bool:
        """Whether a column holds it."""
        return concept in self.at.values()


def row_to_columns(table: Table, row: int, within: bool = False) -> Columns | None:
    """The columns that a row heads, None where it does not head actions; `within` says that actions stand above it."""
    cells = [cell for cell in table.row(row) if cell.row == row]
    if not _may_be_head(table, row, cells):
        return None
    heads = dated(table, _cells_to_heads(cells))
    if within and not _has_text(heads.values()) and is_head_row(cells):
        heads |= _blank_text_head(cells, heads)
    at = {column: concept for cell, concept in heads.items() for column in _span(cell)}
    told = set(heads.values()) | ({*_by_content(table, row, at).values()} if "text" in heads.values() else set())
    told |= told_in_cells(table, heads)
    if not _heads_actions(told):
        return None
    at |= (second := _second_row(table, row, cells))
    at |= _by_content(table, row, at)
    if not _says_actions(table, row, at):
        return None
    milestone = any(MILESTONE.search(cell.text.text) for cell in cells)
    if "risk_ref" in heads.values():
        return Columns(at, _places(table, at), "risk_action", row_look(cells), row + bool(second))
    blank = not any(head_to_concept(cell.text.text) for cell in cells if heads.get(cell) == "text")
    kind: Kind = (
        "milestone" if milestone or (blank and not {"owners", "owners_due"} & {*at.values(), *told}) else "action"
    )
    return Columns(at, _places(table, at), kind, row_look(cells), row + bool(second))


def row_without_actions(table: Table, row: int) -> Excerpt | None:
    """The words of a head row with owners and due dates but nothing that is to be done; None for any other row."""
    cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
    known = {concept[0] for cell in cells if (concept := head_to_concept(cell.text.text)) and concept[1]}
    if not {"owners", "due"} <= known or known & {"text", "subject", "never", "minutes", "minute"}:
        return None
    return join(cell.text for cell in cells)


def is_other_head(table: Table, row: int, columns: Columns) -> bool:
    """Whether a row looks like the head of a block that is not of actions."""
    cells = [cell for cell in table.row(row) if cell.row == row]
    worded = [cell for cell in cells if cell.text]
    if len(worded) < 2 or is_ref(worded[0].text.text) or not is_head_row(cells):
        return False
    look = row_look(cells)
    return look == columns.look and look != (None, False) and all(cell.fill == look[0] for cell in worded)


def row_look(cells: Sequence[Cell]) -> tuple[Rgb | None, bool]:
    """Fill of a row's first worded cell, and whether it is bold."""
    first = next((cell for cell in cells if cell.text), None)
    return (first.fill, first.bold) if first is not None else (None, False)


def columns_in_table(table: Table, before: Columns) -> Columns:
    """The columns of another block by their places on the page, in the grid of this table."""
    at = {column: concept for column, place in _edges(table).items() if (concept := _nearest(place, before.places))}
    at |= _by_content(table, -1, at)
    return Columns(at, _places(table, at), before.kind, before.look)


def columns_go_on(table: Table, before: Columns) -> Columns | None:
    """The columns of a table that goes on with the block above it, by their places on the page; None if it does not."""
    columns = columns_in_table(table, before)
    at = columns.at
    if "text" not in at.values() and "subject" not in at.values():
        return None
    numbers = [cell.text.text for cell in table.row(0) if at.get(cell.column) == "ref"]
    if not columns.has("ref"):
        return columns if table.columns == len(before.places) else None
    return columns if any(is_ref(text) or not text for text in numbers) else None


def columns_by_content(table: Table) -> Columns | None:
    """The columns of a table without heads that lists texts with owners, states or dates; None where it does not."""
    first = [cell for cell in table.row(0) if cell.text]
    if table.header_rows or any(cell.fill or cell.bold for cell in first):
        return None
    at: dict[int, str] = {}
    cells = {column: [c.text.text for c in table.column_cells(column) if c.text] for column in range(table.columns)}
    lengths = {column: sum(map(len, texts)) / len(texts) for column, texts in cells.items() if texts}
    if not lengths or max(lengths.values()) < 15:
        return None
    text = max(lengths, key=lambda column: lengths[column])
    for column, texts in cells.items():
        concept = "text" if column == text else content_concept(texts)
        if concept is not None and concept not in at.values():
            at[column] = concept
    if not {"owners", "status"} & set(at.values()):
        return None
    return Columns(at, _places(table, at), "action", (None, False))


def is_ref(text: str) -> bool:
    """Whether words are a number or letter that an action may have, and no date."""
    return (
        len(text) <= 20
        and bool(_REF.fullmatch(text.strip()))
        and not re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", text)
    )


def _may_be_head(table: Table, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row looks like a head: set apart by place or style, or of known heads alone; no numbers or dates."""
    worded = [cell for cell in cells if cell.text]
    long = any(len(cell.text) > _LONGEST_HEAD for cell in worded)
    set_apart = row < max(1, table.header_rows) or is_head_row(cells)
    if not worded or (long and (len(worded) < 3 or not set_apart)):
        return False
    if any(_is_value(cell.text.text) and not _is_exact_head(cell) for cell in worded):
        return False
    return set_apart or (len(worded) > 1 and all(map(_is_exact_head, worded)))


def _is_exact_head(cell: Cell) -> bool:
    known = head_to_concept(cell.text.text)
    return known is not None and known[1]


def _is_value(text: str) -> bool:
    """Whether words are a number or a date, as no head is."""
    return is_ref(text) or bool(DATE_LIKE.search(text) and any(c.isdigit() for c in text) and len(text) < 20)


def _cells_to_heads(cells: Iterable[Cell]) -> dict[Cell, str]:
    """Cells by what they head, each concept once: the head all of whose words say so before one that says more.

    Two columns may name owners: `Executive lead` and `Operational lead`.
    """
    found = [(cell, *known) for cell in cells if cell.text and (known := head_to_concept(cell.text.text))]
    heads: dict[Cell, str] = {}
    for cell, concept, exact in sorted(found, key=lambda one: (_is_by(one[0]), not one[2], one[0].column)):
        if concept == "owners" and concept in heads.values() and _is_by(cell):
            concept = "due"
        if concept not in heads.values() or (exact and concept in _REPEATED):
            heads[cell] = concept
    return settled(heads)


def _is_by(cell: Cell) -> bool:
    """Whether a head says only `By`: who, or by when where another head says who."""
    return cell.text.text.strip(" :").casefold() == "by"


def _has_text(concepts: Iterable[str]) -> bool:
    return bool({"text", "subject"} & set(concepts))


def _blank_text_head(cells: Sequence[Cell], heads: Mapping[Cell, str]) -> dict[Cell, str]:
    """The widest cell without words as the head of the texts, where all other heads are of dates."""
    blank = [cell for cell in cells if not cell.text]
    if not blank or not heads or not set(heads.values()) <= _DATES or len(blank) + len(heads) < len(cells):
        return {}
    return {max(blank, key=lambda cell: cell.boxes[0].x1 - cell.boxes[0].x0): "text"}


def _heads_actions(concepts: set[str]) -> bool:
    if "minutes" in concepts:
        return False
    if "never" in concepts:  # a register of risks whose planned actions have columns and dates of their own
        return {"risk_ref", "text"} <= concepts and bool(concepts & {"due", "revised"})
    if "text" in concepts:
        return bool(concepts & _BESIDE_TEXT)
    dated = bool(concepts & (_DATES | {"owners_due"}))
    return "subject" in concepts and dated and bool(concepts & {"owners", "owners_due"})


def _second_row(table: Table, row: int, cells: Sequence[Cell]) -> dict[int, str]:
    """What a second row of heads adds below cells that span columns (`Date` over `Original` and `Revised`)."""
    below = [cell for cell in table.row(row + 1) if cell.row == row + 1] if row + 1 < table.rows else []
    wide = {column: cell for cell in cells if cell.column_span > 1 and cell.text for column in _span(cell)}
    if not below or not is_head_row(below) or row_look(below) != row_look(cells):
        return {}
    found: dict[int, str] = {}
    for cell in below:
        over = wide.get(cell.column)
        if over is None or not cell.text:
            continue
        concept = head_to_concept(f"{cell.text.text} {over.text.text}") or head_to_concept(cell.text.text)
        if concept is not None:
            found |= dict.fromkeys(_span(cell), concept[0])
    return found


def _by_content(table: Table, row: int, at: Mapping[int, str]) -> dict[int, str]:
    """What columns without a head that is known hold: numbers before the texts, dates, owners."""
    found: dict[int, str] = {}
    text = [column for column, concept in at.items() if concept in ("text", "subject")]
    headed = {column for cell in table.row(row) if cell.row == row and cell.text for column in _span(cell)} - set(at)
    body = _body(table, row)
    for column in range(table.columns):
        texts = [cell.text.text for cell in body if cell.column == column and cell.text]
        if texts and at.get(column) == "other" and "rag" not in at.values() and all(map(RAG_ONLY.match, texts)):
            found[column] = "rag"
        other = column in headed or at.get(column) == "other"
        if other and column == 0 and "ref" not in at.values() and _numbers_rows(table, row):
            found[column] = "ref"
        if column in at and not (column in text and len(text) > 1):
            continue
        if not texts or (column in headed and not _speaks_for_itself(texts)):
            continue
        if (
            column not in headed
            and "ref" not in at.values()
            and column <= max(text, default=-1)
            and _most(map(is_ref, texts))
        ):
            found[column] = "ref"
            continue
        concept = content_concept(texts) if column not in at else None
        if concept is not None and concept not in at.values() and not (concept == "due" and _DATES & set(at.values())):
            found[column] = concept
    return found


def _speaks_for_itself(texts: Sequence[str]) -> bool:
    """Whether a column is of dates or of posts whatever its head says; names may be those of places."""
    return _most(DATE_LIKE.match(text) is not None and len(text) < 25 for text in texts) or _most(
        len(text) < 40 and ROLES.search(text) is not None for text in texts
    )


def _numbers_rows(table: Table, row: int) -> bool:
    """Whether the first column holds a number of its own for each row, whatever heads it (`Theme`)."""
    texts = [cell.text.text for cell in _body(table, row) if cell.column == 0 and cell.column_span == 1 and cell.text]
    return len(set(texts)) == len(texts) > 1 and all(_OWN_NUMBER.fullmatch(text) for text in texts)


def content_concept(texts: Sequence[str]) -> str | None:
    """What a column holds by its words: owners, a status or dates; None where they do not say."""
    if not texts:
        return None
    if _most(bool(STATUS_ONLY.match(text)) for text in texts):
        return "status"
    if _most(bool(DATE_LIKE.search(text)) and len(text) < 40 for text in texts):
        return "due"
    if _most(bool(_OWNERS.fullmatch(text)) or (len(text) < 40 and bool(ROLES.search(text))) for text in texts):
        return "owners"
    return None


def _most(answers: Iterable[bool]) -> bool:
    listed = list(answers)
    return 5 * sum(listed) >= 4 * len(listed)


def _body(table: Table, row: int) -> list[Cell]:
    """The cells of the rows below a head, up to the next row that looks like it."""
    look = row_look([cell for cell in table.row(row) if cell.row == row])
    cells: list[Cell] = []
    for at in range(row + 1, min(row + 1 + _ROWS_TO_ASK, table.rows)):
        own = [cell for cell in table.row(at) if cell.row == at]
        if look != (None, False) and row_look(own) == look and is_head_row(own) and len(own) > 1:
            break
        cells += own
    return cells


def _says_actions(table: Table, row: int, at: Mapping[int, str]) -> bool:
    """Whether the texts of a block are things to do, and not what a meeting is asked (`To note`) or who is to act."""
    columns = [column for column, concept in at.items() if concept in ("text", "subject")]
    texts = [cell.text.text for cell in _body(table, row) if cell.column in columns and cell.text]
    if not texts:
        return True
    return not _most(bool(AGENDA_ONLY.match(text) or _OWNERS.fullmatch(text)) for text in texts)


def _span(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _edges(table: Table) -> dict[int, tuple[float, float]]:
    """Left and right end of each column, by the cells that are as wide as one column or begin or end there."""
    left: dict[int, list[float]] = {}
    right: dict[int, list[float]] = {}
    for cell in table.cells:
        left.setdefault(cell.column, []).append(cell.boxes[0].x0)
        right.setdefault(cell.column + cell.column_span - 1, []).append(cell.boxes[0].x1)
    return {
        column: (sorted(left[column])[len(left[column]) // 2], sorted(right[column])[len(right[column]) // 2])
        for column in range(table.columns)
        if column in left and column in right
    }


def _places(table: Table, at: Mapping[int, str]) -> tuple[tuple[float, float, str], ...]:
    return tuple((*place, at[column]) for column, place in _edges(table).items() if column in at)


def _nearest(place: tuple[float, float], places: Sequence[tuple[float, float, str]]) -> str | None:
    """The concept of the place that shares most with one; None where none shares half of it."""
    shared = {(x0, x1, c): min(place[1], x1) - max(place[0], x0) for x0, x1, c in places}
    best = max(shared, key=lambda key: shared[key], default=None)
    if best is None or shared[best] < 0.5 * min(place[1] - place[0], best[1] - best[0]):
        return None
    return best[2]
