"""Risks that lines of running text describe, without any table: a heading or a label names each, labels tell the rest.

`Risk 4: Loss of water` stands over `Owner: …`, `Likelihood: 3 Impact: 4 Score: 12` and `Controls: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.layout.excerpt import Excerpt, begins_with_bullet, flow_lines
from extract.layout.types import Line
from extract.records.risk_heads import Head, is_exact, is_mostly_known, tells_risk, words_to_head
from extract.records.risk_labels import LETTERED_REFERENCE, leading_reference
from extract.records.risk_types import NAMES, RatingKey, RatingValue, RiskBlock, Value
from extract.tables.types import Cell, Fragment, Table

_LABEL = re.compile(r"(?<![\w’'])(?P<label>[A-Z][A-Za-z()/& ]{1,44}?)\s*:(?=\s|$)\s*")
_WORD_STARTS = re.compile(r"(?<!\S)(?=[A-Z])")
_BETWEEN = " |;,/–-"
_CLOSE, _WIDE = 0.45, 0.8  # em above a line that goes on with the paragraph, and with a line that ends at the margin
_SHORT = 0.85  # of the widest line: shorter ones end their paragraph
_FEWEST = 2  # labels below a heading that make it a risk's
_RATED = re.compile(r"\d")
_NAMING = frozenset({"ref", *NAMES})


class _Said(NamedTuple):
    """What a label says and the words behind it on its line (empty where they stand below)."""

    head: Head
    label: str
    text: Excerpt


@dataclass(slots=True)
class _Risk:
    """A risk as its lines are read: words by field, ratings by phase and measure, the list that a line may go on.

    `right` is how far lines of the text reach, in points.
    """

    first: Line
    values: dict[str, list[Excerpt]] = field(default_factory=dict)
    ratings: list[tuple[Head, Excerpt]] = field(default_factory=list)
    labels: int = 0
    open: list[Excerpt] | None = None
    right: float = 0.0

    def say(self, said: _Said) -> None:
        """Adds what a label says; the first of two under one label holds."""
        self.labels += 1
        if said.head.field is None or (said.head.either and _RATED.match(said.text.text)):
            self.ratings.append((said.head, said.text))
            self.open = None
            return
        self.open = [said.text] if said.text else []
        self.values.setdefault(said.head.field, self.open)


def lines_to_risks(lines: Sequence[Line]) -> Iterator[RiskBlock]:
    """The risks that lines describe, in printed order: those with a rating, or with an owner and an answer."""
    risk: _Risk | None = None
    right = max((line.x1 for line in lines), default=0.0)
    for line in lines:
        said = _labelled(line.excerpt) if ":" in line.text else []
        named = _heading(line, said)
        begins = named is not None or (risk is not None and _names_another(risk, said))
        if begins or (risk is None and _opens(said)):
            yield from _ended(risk)
            risk = _Risk(line, right=right)
        if risk is None:
            continue
        if named is not None:
            risk.values = {"ref": [named[0]], "title": [named[1]]}
            risk.open = risk.values["title"]
        elif said:
            for one in said:
                risk.say(one)
        elif not _goes_on(risk, line):
            yield from _ended(risk)
            risk = None
    yield from _ended(risk)


def _heading(line: Line, said: Sequence[_Said]) -> tuple[Excerpt, Excerpt] | None:
    """The reference and name in a line that heads a risk (`Risk 4: Flooding`, bold `CR2 – Fraud`); None for others."""
    if len(line.words) < 2 or (said and said[0].label and not line.text.startswith(("Risk", "RISK"))):
        return None
    named = leading_reference(line.excerpt)
    if named is None:
        return None
    numbered = tells_risk(line.text[: len(line.text) - len(named[1].text)])
    return named if numbered or (line.bold and LETTERED_REFERENCE.fullmatch(named[0].text)) else None


def _opens(said: Sequence[_Said]) -> bool:
    """Whether labels begin a risk that no heading names: `Risk ref: 4`, `Risk title: Flooding`."""
    return bool(said) and said[0].head.field in _NAMING and tells_risk(said[0].label) and bool(said[0].text)


def _names_another(risk: _Risk, said: Sequence[_Said]) -> bool:
    """Whether labels name a risk where the one above has that name already."""
    return _opens(said) and said[0].head.field in risk.values


def _labelled(text: Excerpt) -> list[_Said]:
    """What the labels of a line say, if it begins with one that registers use; empty for any other line."""
    marks: list[tuple[int, int, Head, str]] = []
    for match in _LABEL.finditer(text.text):
        for start in _WORD_STARTS.finditer(match["label"]):
            label = match["label"][start.start() :]
            head = words_to_head([label])
            if head is not None and (is_exact(label) or (head.rating and is_mostly_known(label))):
                marks.append((match.start() + start.start(), match.end(), head, label))
                break
    if not marks or text.text[: marks[0][0]].strip(" •▪●-–"):
        return []
    ends = [*(mark[0] for mark in marks[1:]), len(text)]
    return [
        _Said(head, label, text.cut(start, end).strip(_BETWEEN))
        for (_, start, head, label), end in zip(marks, ends, strict=True)
    ]


def _goes_on(risk: _Risk, line: Line) -> bool:
    """Whether a line without a label is more of the words above it, or what is said of a risk below its heading."""
    if not risk.labels and not line.bold and risk.open is risk.values.get("title"):
        risk.open = risk.values.setdefault("description", [])
    if risk.open is None:
        return False
    if not _is_next(risk.open, line, risk.right):
        return False
    risk.open.append(line.excerpt)
    return True


def _is_next(above: Sequence[Excerpt], line: Line, right: float) -> bool:
    """Whether a line stands below a label alone, is a bullet, or goes on with the paragraph of the words above it."""
    if not above or begins_with_bullet(line.excerpt):
        return True
    last = above[-1].words[-1]
    if line.bold and not last.bold:
        return False
    near = _CLOSE if last.x1 < _SHORT * right else _WIDE
    return line.page != last.page or line.space_above <= near * line.size


def _ended(risk: _Risk | None) -> Iterator[RiskBlock]:
    """The risk, where enough is said of it: a rating, or both who owns it and what stands against it."""
    if risk is None or risk.labels < _FEWEST or not risk.values.keys() & set(NAMES):
        return
    rated = any(_RATED.search(text.text) for _, text in risk.ratings)
    owned = bool(risk.values.keys() & {"owner", "risk_owner"})
    answered = bool(risk.values.keys() & {"controls", "mitigation", "actions"})
    if not rated and not (owned and answered):
        return
    values = {name: (_value(lines),) for name, lines in risk.values.items() if lines}
    yield RiskBlock(_table(risk.first), "sheet", risk.first.page, values, _ratings(risk))


def _ratings(risk: _Risk) -> dict[RatingKey, RatingValue]:
    """The ratings by phase: one without a phase is current, or inherent where others are called current."""
    phases = {head.phase for head, _ in risk.ratings}
    bare = "inherent" if "current" in phases and "inherent" not in phases else "current"
    found: dict[RatingKey, RatingValue] = {}
    for head, text in risk.ratings:
        if text:
            key = RatingKey(head.phase or bare, head.measure or "score")
            found.setdefault(key, RatingValue(_value([text]), head.impact_first))
    return found


def _value(lines: Sequence[Excerpt]) -> Value:
    """Lines of the page as the value of a cell of their own."""
    text = flow_lines(lines)
    boxes = tuple(place.box for place in text.places())
    return Value(tuple(lines), Cell(0, 0, 1, 1, tuple(lines), text, (0,), boxes, None))


def _table(line: Line) -> Table:
    """A table of no cells where a risk's lines begin, which no table of the pack is."""
    box = line.excerpt.places()[0].box
    return Table(-line.page, 0, 0, 0, (), (Fragment(box, 0, 0, "first"),), "lines")
