"""One row of a table of actions as a raw record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.layout.excerpt import EMPTY, Excerpt, flow_lines, join, join_lines
from extract.records.action_heads import Columns
from extract.records.action_words import (
    DATE_LIKE,
    LABELS,
    NO_ACTION,
    NOW_DUE,
    NUMBERED,
    RAG_FIRST,
    RAG_ONLY,
    ROLES,
)
from extract.records.types import FillColour, Origin, RawRecord, RawValue
from extract.tables.types import Cell, Table

LEADING_REF = re.compile(
    r"(?P<ref>\d{1,3}(?:\.\d{1,3})+|[A-Z]{1,3}\d{1,3}(?:\.\d{1,3})*)[.):]?\s+(?=[A-Z“\"'‘])|(?P<list>\d{1,2})[.)]\s+(?=[A-Z“\"'‘])"
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_DAY = re.compile(
    r"(?i)(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+(?:19|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})[\s,:;–-]+(?=\S)"
)
_LONGEST_REF = 40  # characters
_SPACE = 0.25  # em between words
_TITLE_WORD = re.compile(r"[^\W\d_]{3,}")
_TITLE_WORDS = 3  # words of a cell that holds a minute's number; with more it is a title that has a number in it
_DUE_ORDER = ("revised", "due", "original", "date")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of a block: its cells by what they hold, all its cells, and what it stands under.

    A row that is cut by the end of a page has the cells of both its parts.
    """

    cells: Mapping[str, tuple[Cell, ...]]
    row: tuple[Cell, ...]
    columns: Columns
    group: Excerpt
    risk_ref: Excerpt | None
    table: int

    @property
    def pages(self) -> tuple[int, int]:
        """The pages of its first and of its last words."""
        pages = [word.page for cell in self.row for word in cell.text.words]
        return (min(pages), max(pages)) if pages else (0, 0)


def table_row_to_action_row(
    table: Table, row: int, columns: Columns, group: Excerpt, risk_ref: Excerpt | None
) -> ActionRow | None:
    """A row's cells by what they hold; numbers, owners and dates may stand in a cell that begins further up."""
    found: dict[str, tuple[Cell, ...]] = {}
    for cell in table.row(row):
        concept = next(
            (columns.at[c] for c in range(cell.column, cell.column + cell.column_span) if c in columns.at), None
        )
        if concept is not None and (cell.row == row or concept not in ("text", "subject")):
            found[concept] = (*found.get(concept, ()), cell)
    own = tuple(cell for cell in table.row(row) if cell.row == row)
    if not any(cell.text for listed in found.values() for cell in listed if cell.row == row):
        return None
    return ActionRow(found, own, columns, group, risk_ref, table.number)


def goes_on(before: ActionRow, row: ActionRow) -> bool:
    """Whether a row is the rest of one that the end of a page has cut: no number and no owner where others have one."""
    if (row.pages[0] <= before.pages[0] and row.table == before.table) or row.columns.kind != before.columns.kind:
        return False
    numbered = any(cell.text for concept in ("ref", "minute") for cell in before.cells.get(concept, ()))
    own = [cell for concept in ("ref", "minute", "owners") for cell in row.cells.get(concept, ())]
    return numbered and not any(cell.text for cell in own)


def joined(before: ActionRow, row: ActionRow) -> ActionRow:
    """A row and its rest."""
    cells = {
        concept: before.cells.get(concept, ()) + row.cells.get(concept, ()) for concept in {**before.cells, **row.cells}
    }
    return ActionRow(cells, before.row, before.columns, before.group, before.risk_ref, row.table)


def action_row_to_record(row: ActionRow) -> RawRecord | None:
    """The action of a row; None where the row holds no words of one, or says that there is none."""
    fields: dict[str, RawValue] = {}
    text, labelled = split_labels(_text(row.cells))
    ref, text = _ref(row.cells, text, row.columns)
    ref = ref or _number(row.group)
    fields |= {"ref": ref, "text": text, **labelled}
    fields |= _people_and_dates(row.cells)
    fields |= _status_and_rag(row.cells, row.row)
    known = {name: value for name, value in fields.items() if isinstance(value, FillColour) or value}
    if "text" not in known or (NO_ACTION.match(text.text) and row.columns.kind == "action"):
        return None
    origins: dict[str, Origin] = {}
    kind = "risk_action" if row.risk_ref is not None else row.columns.kind
    if kind == "risk_action":
        own = join(cell.text for cell in row.cells.get("risk_ref", ()))
        risk_ref = row.risk_ref if row.risk_ref is not None else own
        known |= {"risk_ref": risk_ref} if risk_ref else {}
    elif row.group:
        known["group"] = row.group
        origins["group"] = "heading"
    return RawRecord("actions", row.pages[0], known, {"kind": kind}, origins)


def _text(cells: Mapping[str, Sequence[Cell]]) -> Excerpt:
    listed = cells.get("text") or cells.get("subject") or ()
    return join_lines(cell.text for cell in listed)


def split_labels(text: Excerpt) -> tuple[Excerpt, dict[str, RawValue]]:
    """A text before its labels (`Owner:`, `Date:`), and what the labels give by field."""
    found = sorted(
        (match.start(), match.end(), field) for field, label in LABELS.items() for match in label.finditer(text.text)
    )
    fields: dict[str, RawValue] = {}
    for index, (_, end, field) in enumerate(found):
        value = text.cut(end, found[index + 1][0] if index + 1 < len(found) else None).strip(" .;,")
        if value.text.count(")") > value.text.count("("):  # of a bracket round the labels
            value = value.strip(" .;,)")
        if value:
            fields.setdefault(field, value)
    return (text.cut(0, found[0][0]) if found else text), fields


def _ref(cells: Mapping[str, Sequence[Cell]], text: Excerpt, columns: Columns) -> tuple[Excerpt, Excerpt]:
    """The row's number and its text: the action's own number, else its minute's, else one that its text begins with."""
    for concept in ("ref", "minute"):
        words = join(cell.text for cell in cells.get(concept, ()))
        words = _without_date(words) if concept == "ref" else words
        numbered = any(c.isdigit() for c in words.text) or concept == "ref"
        titled = concept == "minute" and len(_TITLE_WORD.findall(words.text)) > _TITLE_WORDS
        if words and numbered and not titled and not _DATE.fullmatch(words.text) and len(words) <= _LONGEST_REF:
            return words, text
    if columns.has("ref"):
        return EMPTY, text
    match = text.search(LEADING_REF) if text else None
    if match is None or match.start() != 0:
        return EMPTY, text
    return text.group(match, "ref") or text.group(match, "list"), text.cut(match.end())


def _without_date(words: Excerpt) -> Excerpt:
    """A number without the day of the meeting before it: `3 June 2015 CSC 014`."""
    day = words.search(_DAY)
    return words.cut(day.end()) if day is not None and day.start() == 0 and day.end() < len(words) else words


def _number(heading: Excerpt) -> Excerpt:
    """The number that a heading gives the action below it (`Finding 3: Stock checks`); empty where it gives none."""
    match = NUMBERED.match(heading.text)
    return heading.group(match, "number") if match is not None else EMPTY


def _people_and_dates(cells: Mapping[str, Sequence[Cell]]) -> dict[str, RawValue]:
    found: dict[str, RawValue] = {}
    columns = (join(_whole_lines(cell), "\n") for cell in cells.get("owners", ()))
    owners = [named for named in columns if named and not NO_ACTION.match(named.text)]
    if owners:
        found["owners"] = join(owners, ";\n")  # no line of a column goes on with that of the one before it
    for cell in cells.get("owners_due", ()):
        found |= _split_owners_due(cell)
    start = join(cell.text for cell in cells.get("start", ()))
    due = next((words for concept in _DUE_ORDER if (words := _dated(cells.get(concept, ())))), EMPTY)
    found |= {
        name: words for name, words in (("start", start), ("due", due)) if words and not NO_ACTION.match(words.text)
    }
    return found


def _dated(cells: Iterable[Cell]) -> Excerpt:
    words = join(cell.text for cell in cells)
    return EMPTY if NO_ACTION.match(words.text) else _now_due(words)


def _now_due(words: Excerpt) -> Excerpt:
    """The date that holds now where a cell tells an earlier one too (`May 2025, revised to June 2025`); else all."""
    match = words.search(NOW_DUE)
    later = words.cut(match.end()).strip(" .)]") if match is not None else EMPTY
    return later if DATE_LIKE.search(later.text) else words


def _whole_lines(cell: Cell) -> list[Excerpt]:
    """The lines of a cell without bullets; a word that is broken at the end of a line is made whole."""
    lines: list[Excerpt] = []
    for line in (flow_lines([line]) for line in cell.lines):
        if lines and ((lines[-1].text.endswith("-") and line.text[:1].islower()) or _wraps(cell, lines, line)):
            lines[-1] = join_lines((lines[-1], line))
        elif line:
            lines.append(line)
    return lines


def _wraps(cell: Cell, lines: Sequence[Excerpt], line: Excerpt) -> bool:
    """Whether a role begins on a first line that had no room for its next word (`Broadband` / `Programme Lead`)."""
    above = lines[-1]
    last, first = above.words[-1], line.words[0]
    box = next((box for box in cell.boxes if box.page == last.page), cell.boxes[0])
    edge = box.x1 - max(0.0, min(word.x0 for word in above.words) - box.x0)
    full = last.page == first.page and last.x1 + _SPACE * last.size + first.x1 - first.x0 > edge
    return full and len(lines) == 1 and ROLES.search(line.text) is not None and ROLES.search(above.text) is None


def _split_owners_due(cell: Cell) -> dict[str, RawValue]:
    """A person and a date that stand in one cell."""
    words = join(_whole_lines(cell), "\n")
    match = words.search(DATE_LIKE)
    last = words.text.rfind("\n") + 1
    if match is None and last and DATE_LIKE.match(words.text[last:]):
        return {"owners": words.cut(0, last).strip("\n"), "due": words.cut(last)}
    if match is None:
        return {"owners": words}
    before = re.compile(r"(?i)(?:\b(?:by|from|end(?:\s+of)?|early|mid|late)\s+)+$").search(words.text[: match.start()])
    at = before.start() if before else match.start()
    owners = words.cut(0, at).strip(" ,;:–-/(\n")
    first = words.text.find("\n")
    if not owners and first > 0 and not DATE_LIKE.search(words.text[first:]):  # the date above the person
        return {"due": words.cut(0, first), "owners": words.cut(first + 1)}
    found: dict[str, RawValue] = {"due": words.cut(at)}
    return found | ({"owners": owners} if owners else {})


def _status_and_rag(cells: Mapping[str, Sequence[Cell]], row: Sequence[Cell]) -> dict[str, RawValue]:
    """What the status and the RAG cell say: a colour's word or letter, other words, the fill where no word says it."""
    found: dict[str, RawValue] = {}
    state = next(iter(cells.get("status", ())), None)
    for cell in cells.get("rag", ()):
        found |= _rag_cell(cell, row)
    if state is not None:
        found = _status_cell(state, row) | found
    for cell in cells.get("progress", ()) if state is None else ():
        found = _status_cell(cell, row) | found
    return found


def _rag_cell(cell: Cell, row: Sequence[Cell]) -> dict[str, RawValue]:
    if RAG_ONLY.match(cell.text.text):
        return {"rag": cell.text}
    match = cell.text.search(RAG_FIRST)
    if match is not None and match.start() == 0:
        return {"rag": cell.text.group(match), "status": cell.text}
    return _fill(cell, row) or ({"rag": cell.text} if cell.text else {})


def _status_cell(cell: Cell, row: Sequence[Cell]) -> dict[str, RawValue]:
    if not cell.text:
        return _fill(cell, row)
    if RAG_ONLY.match(cell.text.text):
        return {"rag": cell.text}
    match = cell.text.search(RAG_FIRST)
    if match is not None and match.start() == 0:
        return {"status": cell.text, "rag": cell.text.group(match)}
    return {"status": cell.text, **_fill(cell, row)}


def _fill(cell: Cell, row: Sequence[Cell]) -> dict[str, RawValue]:
    """The cell's fill, where it is not the shade of the whole row."""
    if cell.fill is None or all(other.fill == cell.fill for other in row):
        return {}
    return {"rag": FillColour(cell.fill, cell.boxes[0], cell.text.text)}
