"""Which cells of a table are labels: words that a register uses for a field, set as a label or nothing but that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.excerpt import Excerpt
from extract.records.risk_heads import HISTORY, Head, is_exact, is_mostly_known, is_period, tells_risk, words_to_head
from extract.records.risk_leads import cut_at_labels
from extract.records.risk_types import Value
from extract.tables.types import Cell, Table

_LONGEST = 70  # letters of a label
_MOST_WORDS = 8
_LONG_TEXT = 12  # words of a cell that is no label
# Words that are labels only where they are set as one or speak of risks: a cell may well say `No` or `Completed`.
_WEAK = frozenset({"ref", "other", "title", "due", "rag"})
_RISK = (
    r"(?i:(?:(?:strategic|corporate|principal|key|operational|baf|trust|divisional) )?"
    r"(?:risk|hazard)\s*(?:no\.?|ref\.?|id|number)?)"
)
REFERENCE = re.compile(
    rf"(?:{_RISK}\s*[:.#]?\s*)?"
    r"(?P<ref>[A-Z]{1,6}\d?[A-Z]?(?:[\s./-]{0,2}[A-Z]{1,5})?[\s./-]{0,2}\d{1,4}(?:[./]\d{1,3})?[a-z]?"
    r"|\d{1,4}(?:\.\d{1,2})?[a-z]?)"
)
LETTERED_REFERENCE = re.compile(r"[A-Z]{1,5}\d?[A-Z]?[\s./-]?\d{1,4}(?:[./]\d{1,3})?[a-z]?")
# A reference before the name of a risk: several letters need nothing after the number, others a stop, dash or bracket.
LEADING_REFERENCE = re.compile(
    rf"(?:{_RISK}\s*(?P<numbered>\d{{1,3}}[a-z]?)\s*[-–—:.)]?"
    rf"|(?:{_RISK}\s*[:–-]?\s*)?(?P<lettered>[A-Z]{{2,4}}\d?[A-Z]?[\s./-]?\d{{1,4}}(?:[./]\d{{1,3}})?[a-z]?)\s*[-–—:.)|]?"
    r"|(?P<bare>[A-Z]?\d{1,3}(?:\.\d{1,2})?)\s?[-–—:.)])\s+(?=[A-Z“‘\"'(])"
)


class Label(NamedTuple):
    """A label cell: what it says, and the value that stands after the label in the same cell, if one does."""

    cell: Cell
    head: Head
    inline: Value | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    """The fills that labels of a table have and long texts do not; whether labels are bold and long texts are not."""

    fills: frozenset[tuple[int, int, int]]
    bold: bool


def table_to_labels(table: Table) -> dict[int, Label]:
    """The labels of a table by `id` of their cell; words set as labels that nothing is known of are `other`."""
    labels = {id(cell): label for cell in table.cells if (label := _label(cell)) is not None}
    labels = {key: label for key, label in labels.items() if not _is_lone_letter(label, table, labels)}
    labels |= {id(cell): Label(cell, head) for cell, head in _beside_measures(table, labels)}
    style = _style(table, labels)
    for cell in table.cells:
        if id(cell) not in labels and _set_as_label(cell, style) and not _is_awaited(cell, table, labels):
            labels[id(cell)] = Label(cell, Head("other"))
        elif id(cell) not in labels and not _is_number(cell) and is_period(cell.text.text) and _has_style(cell, style):
            labels[id(cell)] = Label(cell, HISTORY)
    return labels | {id(cell): Label(cell, head) for cell, head in _phases_beside(table) if id(cell) not in labels}


def _is_awaited(cell: Cell, table: Table, labels: dict[int, Label]) -> bool:
    """Whether words set like labels are what the cell before asks for: behind `Owner:`, or behind a reference."""
    before = table.at(cell.row, cell.column - 1) if cell.column else None
    if before is None or cell.text.text.endswith(":"):
        return False
    label = labels.get(id(before))
    if label is None:
        return before.column == 0 and is_styled(before) and LETTERED_REFERENCE.fullmatch(before.text.text) is not None
    return label.inline is None and label.head.field != "other" and before.text.text.endswith(":")


def _is_lone_letter(label: Label, table: Table, labels: dict[int, Label]) -> bool:
    """Whether a letter that heads ratings elsewhere (`R`, `L`) has no other label in its row: it is a rating itself."""
    words = label.cell.text.text
    others = (cell for cell in table.row(label.cell.row) if cell is not label.cell and cell.text.text != words)
    return len(words) == 1 and not any(id(cell) in labels for cell in others)


def _phases_beside(table: Table) -> Iterator[tuple[Cell, Head]]:
    """Plain cells of the first column that name a phase and nothing else beside numbers: `Initial | 5 | 4 | 20`."""
    for row in range(1, table.rows):
        cells = [cell for cell in table.row(row) if cell.text]
        if len(cells) < 2 or cells[0].column > 0 or not all(map(_is_number, cells[1:])):
            continue
        head = words_to_head([cells[0].text.text])
        if head is not None and head.rating and head.phase is not None and is_mostly_known(cells[0].text.text):
            yield cells[0], head


def _beside_measures(table: Table, labels: dict[int, Label]) -> Iterator[tuple[Cell, Head]]:
    """Plain cells with a register's words in a row of measures: `Likelihood | Impact | Score | Target date`."""
    for row in range(table.rows):
        cells = [cell for cell in table.row(row) if cell.row == row and cell.text]
        measures = [label for cell in cells if (label := labels.get(id(cell))) is not None and label.head.measure]
        if len(measures) < 2 or any(label.inline is not None for label in measures):
            continue
        for cell in cells:
            if id(cell) not in labels and is_exact(cell.text.text) and (head := words_to_head([cell.text.text])):
                yield cell, head


def _is_number(cell: Cell) -> bool:
    return _RATING.fullmatch(cell.text.text) is not None


def _label(cell: Cell) -> Label | None:
    if not cell.text:
        return None
    inline = _inline_reference(cell) or _inline_label(cell) or _inline_rating(cell)
    if inline is not None:
        return inline
    if len(cell.text) <= _LONGEST and len(cell.text.text.split()) <= _MOST_WORDS:
        head = words_to_head([cell.text.text])
        if head is not None and _counts(cell, cell.text.text, head):
            return Label(cell, head)
    return None


def _counts(cell: Cell, text: str, head: Head) -> bool:
    """Whether words of a register's vocabulary are a label here: set as one, or unlikely to be anything else."""
    if _NUMBERED.search(_YEAR.sub("", text)):
        return False
    if is_styled(cell) or text.rstrip().endswith(":"):
        return is_exact(text) or is_mostly_known(text)
    if head.field is None:
        return head.measure is not None
    return is_exact(text) and (head.field not in _WEAK or tells_risk(text))


_YEAR = re.compile(r"\b20\d\d(?:[/–-](?:20)?\d\d)?\b")
_RATING = re.compile(r"\d{1,2}")
_NUMBERED = re.compile(
    r"^[^(]*(?<!Q)(?<!\d)\d"
)  # a number that is not in brackets: `Likelihood 4`, not `Likelihood (1-5)`


def is_styled(cell: Cell) -> bool:
    """Whether a cell is bold or filled with something that is not white."""
    return cell.bold or (cell.fill is not None and min(cell.fill) < 250)


_INLINE = re.compile(r"(?P<label>[^:]{2,40}?):\s+(?P<value>\S.*)")
_OVER_LINES = re.compile(r"(?P<label>[^:]{2,40}?):")  # `Controls in place:` over its list, in one cell
_INLINE_REFERENCE = re.compile(rf"(?P<label>[A-Za-z. ]{{2,20}})\s+(?P<value>{REFERENCE.pattern})")


def _inline_label(cell: Cell) -> Label | None:
    """`Risk Owner: Head of Finance`, `Risk ID BSS1`: a label and its value in one cell."""
    first = cell.lines[0]
    over = _OVER_LINES.fullmatch(first.text) if len(cell.lines) > 1 else None
    if over is not None and is_exact(over["label"]) and not cell.lines[1].text.startswith("("):
        head = words_to_head([over["label"]])
        return None if head is None or head.field in (None, "other") else Label(cell, head, Value(cell.lines[1:], cell))
    match = _INLINE.fullmatch(first.text)
    if match is not None:
        head = words_to_head([match["label"]])
        if head is not None and head.field != "other" and (is_exact(match["label"]) or head.field is None):
            return Label(cell, head, Value((first.group(match, "value"), *cell.lines[1:]), cell))
    return None


def _inline_reference(cell: Cell) -> Label | None:
    """`Risk ID BSS1`."""
    match = _INLINE_REFERENCE.fullmatch(cell.text.text)
    if match is None or not tells_risk(match["label"]) or words_to_head([match["label"]]) != Head("ref"):
        return None
    return Label(cell, Head("ref"), Value((cell.text.group(match, "value"),), cell))


def inline_values(label: Label) -> Iterator[tuple[Head, Value]]:
    """What the labels in one cell give: that of its first line, and those that later lines begin with.

    `Cause: …`, `Event: …` and `Effect: …` on lines of one cell are three values, `Initial: 20` over `Current: 16` two.
    """
    assert label.inline is not None
    head, lines = label.head, list[Excerpt]()
    for line in (piece for whole in label.inline.lines for piece in cut_at_labels(whole)):
        match = _INLINE.fullmatch(line.text) if lines else None
        other = words_to_head([match["label"]]) if match is not None else None
        told = other is not None and match is not None and (other.rating or is_exact(match["label"]))
        if match is None or other is None or not told or other.field == "other":
            lines.append(line)
            continue
        yield head, Value(tuple(lines), label.cell)
        head, lines = other, [line.group(match, "value")]
    yield head, Value(tuple(lines), label.cell)


_INLINE_RATING = re.compile(r"(?P<label>[A-Za-z ]{5,24}?)\s*[-–=]?\s*(?P<value>\d{1,2}(?!\d)\D*)")


def _inline_rating(cell: Cell) -> Label | None:
    """`Likelihood 3 (Possible)`, `Impact – 5`: a measure and the number that it has in one cell."""
    match = _INLINE_RATING.fullmatch(cell.text.text)
    head = words_to_head([match["label"]]) if match is not None else None
    if match is None or head is None or head.measure is None or not is_mostly_known(match["label"]):
        return None
    return Label(cell, head, Value((cell.text.group(match, "value"),), cell))


def _style(table: Table, labels: dict[int, Label]) -> _Style:
    """How the labels of a table are set apart from its long texts."""
    long = [cell for cell in table.cells if len(cell.text.text.split()) > _LONG_TEXT]
    texts = {cell.fill for cell in long}
    fills = {label.cell.fill for label in labels.values() if label.inline is None and label.cell.fill is not None}
    known = [label.cell for label in labels.values() if label.inline is None]
    bold = bool(known) and all(cell.bold for cell in known) and not any(cell.bold for cell in long)
    return _Style(frozenset(fill for fill in fills if fill not in texts and min(fill) < 250), bold)


_ASIDE = re.compile(r"\([^()]*\)|\b\d(?:st|nd|rd|th)\b")  # `Assurance (1st, 2nd line)`


def _set_as_label(cell: Cell, style: _Style) -> bool:
    words = cell.text.text.split()
    if not words or len(words) > _MOST_WORDS or any(c.isdigit() for c in _ASIDE.sub("", cell.text.text)):
        return False
    return cell.fill in style.fills and _has_style(cell, style)


def _has_style(cell: Cell, style: _Style) -> bool:
    """Whether a cell looks like the labels of its table."""
    if not style.bold and not style.fills:
        return False
    return (cell.bold or not style.bold) and (not style.fills or cell.fill in style.fills)


def leading_reference(name: Excerpt) -> tuple[Excerpt, Excerpt] | None:
    """A name in two: its reference (`CR1`, `4`) and the words after it; None where it begins with none."""
    match = LEADING_REFERENCE.match(name.text)
    if match is None:
        return None
    group = match.lastgroup
    return (name.group(match, group), name.cut(match.end())) if group is not None else None


def names_risk(heading: Excerpt) -> bool:
    """Whether a heading numbers and names a risk: `Risk 3: Cyber security`, `SR01 Fire`."""
    parts = leading_reference(heading)
    return parts is not None and (tells_risk(heading.text) or LETTERED_REFERENCE.fullmatch(parts[0].text) is not None)
