"""Packs to load: made by hand, and from the reference records of the samples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.records.kept import Check, CheckedFigure, Issue, RatingMark, Record, Source
from load.types import CellRow, DocumentRow, FragmentRow, PackContents, PackRow, PageRow, TableRow

SHA = "5ea1" + "0" * 60
PAGES = 4

VALUES: dict[str, dict[str, Any]] = {
    "agenda_items": {
        "ref": "B1",
        "title": "Risk register",
        "section": "B - Reports",
        "page_from": "9",
        "page_to": "14",
        "restricted": False,
    },
    "attendance": {
        "name": "Cllr A B Jones MBE",
        "capacity": "apology",
        "post": "Vice-Chair",
        "meeting_date": "2024-02-06",
    },
    "resolutions": {
        "minute_ref": "23/104",
        "title": "Budget",
        "agenda_ref": "A5",
        "text": "the budget be approved; 100% of it – all of “it”.",
        "decision": "RESOLVED",
        "meeting_date": "2024-02-06",
        "mover": "Cllr Jones",
        "seconder": "Cllr O'Neill",
        "votes_for": 7,
        "votes_against": 0,
        "abstentions": None,
    },
    "recommendations": {"agenda_ref": "B1", "ref": "a)", "text": "note the register;"},
    "actions": {
        "kind": "action",
        "ref": "1.1",
        "text": "Replace the boiler",
        "owners": ["Rob Semens", "Head of Policy and Strategy"],
        "start": None,
        "due": {"raw": "By March 2024", "start": None, "end": "2024-03-31", "kind": "by"},
        "status": "G on track",
        "rag": "green",
        "group": "PRIORITY 1: Prevention",
        "risk_ref": None,
    },
    "risks": {
        "ref": "R7",
        "title": "Flood",
        "cause": None,
        "event": None,
        "consequence": "Closure",
        "owners": ["Clerk"],
        "inherent_likelihood": 4,
        "inherent_impact": 5,
        "inherent_score": 20,
        "likelihood": 3,
        "impact": 4,
        "score": 12,
        "target_likelihood": None,
        "target_impact": None,
        "target_score": 8,
        "rag": "amber_red",
        "mitigation": "(a) pumps (b) bags",
    },
    "controls": {"risk_ref": "R7", "text": "Pumps are tested", "owners": []},
    "ratings": {"subject": "Libraries", "group": None, "rag": "blue", "raw": "Complete"},
    "figures": {
        "table": "Revenue £'000s",
        "row": "Grants",
        "column": "Budget > 2023/24",
        "raw": "(28.5)",
        "value": -28500,
        "unit": "GBP",
    },
}
"""A record of each type by the record format."""


def make_record(record_type: Any, *, page: int = 2, confidence: float = 0.75, **changes: Any) -> Record:
    """A record with a source for each field that has a value; a second one for its text, on the next page."""
    values = VALUES[record_type] | changes
    given = [name for name, value in values.items() if value not in (None, [], False)]
    sources = {name: (_source(page, at, str(values[name])),) for at, name in enumerate(given)}
    if "text" in sources:
        sources["text"] += (_source(page + 1, 40, "and on"),)
    rag = {"rag": "#ffc000"} if values.get("rag") else {}
    return Record(
        type=record_type,
        page=page,
        page_label=str(page - 1),
        values=values,
        raw=rag,
        origins={"rag": "fill_colour"} if rag else {},
        sources=sources,
        confidence=confidence,
    )


def _source(page: int, at: int, words: str) -> Source:
    return Source(page, (72.0, 100.25 + 14 * at, 72.0 + 5 * len(words), 112.5 + 14 * at), words)


def make_contents(**changes: Any) -> PackContents:
    """A pack of four pages with a record of each type, a table that runs over a page break, and an issue."""
    contents = PackContents(
        pack=PackRow(
            sha256=SHA,
            file_name="town.pdf",
            path="/incoming/town.pdf",
            byte_size=12345,
            page_count=PAGES,
            extractor_version="1.0.0",
            authority="Anytown Council",
            meeting_date="2024-03-05",
            start_time="18:30",
            raw={"meeting_date": "Tuesday 5th March 2024", "start_time": "6.30 pm"},
            sources={"authority": (Source(1, (72.0, 80.5, 190.0, 96.0), "Anytown Council"),)},
        ),
        pages=tuple(
            PageRow(n, str(n - 1) if n > 1 else None, 595.0, 842.0, 0, "text", f"Page {n}") for n in range(1, PAGES + 1)
        ),
        documents=(DocumentRow("agenda", "Agenda", None, 1, 2), DocumentRow("report", "Risks", "B1", 3, 4)),
        records=tuple(make_record(record_type) for record_type in VALUES),
        tables=(make_table(),),
        issues=(Issue("unknown_date", "This is not a date.", 3, "31/09/2023"),),
        party_kinds={"Rob Semens": "person", "Clerk": "role"},
        checks=() if "records" in changes else (make_check(),),
    )
    return replace(contents, **changes)


def make_table() -> TableRow:
    """A table of two rows on pages 2 and 3; the second row is cut by the page break."""
    upper, lower = (2, 72.0, 700.0, 300.0, 760.0), (3, 72.0, 60.0, 300.0, 90.0)
    head = CellRow(0, 0, 1, 2, "Risk", True, "#d9d9d9", (upper,), "none", "head")
    cells = (
        head,
        CellRow(1, 0, 1, 1, "R7", False, None, (upper, lower)),
        CellRow(1, 1, 1, 1, "Flood", False, "#ff0000", (upper,), "red", "mark", "Risk"),
    )
    fragments = (FragmentRow(upper, 0, 2, "first"), FragmentRow(lower, 1, 2, "cut row"))
    return TableRow(
        1,
        "Risk register",
        None,
        2,
        2,
        1,
        "ruled",
        fragments,
        cells,
        caption_number="A.1",
        footnotes="* new",
        confidence=0.6,
    )


def make_check() -> Check:
    """A total of the pack's one figure, on its table, that does not agree."""
    used = (CheckedFigure(0, "result", 1, 1, 1), CheckedFigure(0, "part", -1, 1, 1))
    return Check(1, "total", "disagrees", Decimal("28.5"), Decimal(-57), used)


def make_marks() -> tuple[RatingMark, ...]:
    """A rating whose letter and fill do not say the same."""
    box = (72.0, 700.0, 90.0, 712.5)
    return (
        RatingMark("letter", "green", "G", None, None, 2, box),
        RatingMark("fill", "amber", None, "#ff6600", "amber_red", 2, box),
    )


def newer(contents: PackContents, version: str = "1.1.0") -> PackContents:
    """The same bytes as a later version reads them."""
    return replace(contents, pack=replace(contents.pack, extractor_version=version))


def reference_to_contents(path: Path) -> PackContents:
    """A sample's reference answer as a pack; where it asks nothing of a value, the value is null."""
    answer = _settle(json.loads(path.read_bytes()))
    pack = answer["pack"]
    pages = tuple(PageRow(n, None, 595.0, 842.0, 0, "text", "") for n in range(1, pack["page_count"] + 1))
    row = PackRow(
        sha256=path.stem.encode().hex().ljust(64, "0")[:64],
        file_name=path.name,
        path=None,
        byte_size=1,
        extractor_version="1",
        **{name: pack[name] for name in pack if name not in ("sources", "sha256", "filename")},
    )
    records = [_json_to_record(kind, values) for kind in VALUES for values in answer[kind]]
    return PackContents(row, pages, records=tuple(records))


def _json_to_record(kind: Any, values: Mapping[str, Any]) -> Record:
    fields = {name: value for name, value in values.items() if name not in ("page", "page_label", "sources")}
    return Record(kind, values.get("page", 1), values.get("page_label"), fields, {}, {}, {})


def _settle(value: Any) -> Any:
    if value == "__any__":
        return None
    if isinstance(value, list):
        return [_settle(part) for part in value]
    if isinstance(value, dict):
        if set(value) == {"any_of"}:
            return _settle(value["any_of"][0])
        settled = {name: _settle(part) for name, part in value.items()}
        return None if "kind" in settled and "raw" in settled and settled["kind"] is None else settled
    return value
