"""Reference answers, written beside the words they are about; their pages are looked up in the finished PDF."""

from __future__ import annotations

import calendar
import json
import re
from pathlib import Path
from typing import Any

import pdfplumber

SAMPLES = Path(__file__).resolve().parents[1]
Record = dict[str, Any]
PREFIXES = (70, 45, 30, 20, 14, 10, 7)
SCORES = tuple(f"{when}{what}" for when in ("inherent_", "", "target_") for what in ("likelihood", "impact", "score"))


def day(raw: str, iso: str) -> Record:
    """A date that names one day."""
    return when(raw, "day", iso, iso)


def month(raw: str, year_month: str, *, kind: str = "month", months: int = 1) -> Record:
    """A date that names the months from `year_month` (`2025-03`) on; `by` and `from` keep one end of them."""
    year, first = map(int, year_month.split("-"))
    last_year, last = year + (first + months - 2) // 12, (first + months - 2) % 12 + 1
    end = f"{last_year}-{last:02d}-{calendar.monthrange(last_year, last)[1]:02d}"
    return when(raw, kind, None if kind == "by" else f"{year_month}-01", None if kind == "from" else end)


def quarter(raw: str, year_month: str, *, kind: str = "quarter") -> Record:
    """A date that names the three months from `year_month` on."""
    return month(raw, year_month, kind=kind, months=3)


def when(raw: str, kind: str, start: str | None = None, end: str | None = None) -> Record:
    """A date in the record format."""
    return {"raw": raw, "start": start, "end": end, "kind": kind}


def any_of(*values: Any) -> Record:
    """A value that readers may differ about."""
    return {"any_of": list(values)}


class Answers:
    """The answers to one pack. `start_at` names words from whose page on the following records are looked for."""

    def __init__(self, **pack: Any) -> None:
        self.pack = pack
        self.meeting_date = ""
        self.anchor = ""
        self.lists: dict[str, list[Record]] = {
            name: []
            for name in [
                "agenda_items",
                "attendance",
                "resolutions",
                "recommendations",
                "actions",
                "risks",
                "controls",
                "ratings",
                "figures",
            ]
        }

    def start_at(self, words: str) -> str:
        """Looks for the records that follow from the page on which these words stand; gives the words back."""
        self.anchor = words
        return words

    def _add(self, kind: str, find: str | None, record: Record) -> None:
        self.lists[kind].append({**record, "_find": find, "_from": self.anchor})

    def item(self, ref: str, title: Any, section: Any, pages: str | None = None, restricted: bool = False) -> None:
        """An agenda item; `pages` as `5-8` or `5`."""
        first, _, last = (pages or "").partition("-")
        span = {"page_from": first or None, "page_to": last or first or None}
        self._add(
            "agenda_items", None, {"ref": ref, "title": title, "section": section, **span, "restricted": restricted}
        )

    def person(self, name: Any, capacity: str, post: Any = None) -> None:
        """Someone whom the minutes list."""
        person = {"name": name, "capacity": capacity, "post": post, "meeting_date": self.meeting_date}
        self._add("attendance", None, person)

    def resolution(self, minute: str, title: str, text: Any, decision: str, *, find: str, **more: Any) -> None:
        """A decision; `find` is how its trigger line reads."""
        empty = dict.fromkeys(("agenda_ref", "mover", "seconder", "votes_for", "votes_against", "abstentions"))
        head = {"minute_ref": minute, "title": title, "text": text, "decision": decision}
        self._add("resolutions", find, {**head, "meeting_date": self.meeting_date, **empty, **more})

    def recommendation(self, agenda_ref: str | None, ref: Any, text: Any, find: str | None = None) -> None:
        """One thing that a report asks."""
        self._add("recommendations", find or _words(text), {"agenda_ref": agenda_ref, "ref": ref, "text": text})

    def action(
        self, ref: str | None, text: Any, owners: Any, due: Any = None, *, find: str | None = None, **more: Any
    ) -> None:
        """A row of an action table."""
        empty = {"kind": "action", "start": None, "status": None, "rag": None, "group": None, "risk_ref": None}
        self._add(
            "actions",
            find or _words(text),
            {"ref": ref, "text": _folded_lines(text), "owners": owners, "due": due, **empty, **more},
        )

    def risk(
        self, ref: str, title: Any, owners: list[str], scores: str, *, find: str | None = None, **more: Any
    ) -> None:
        """A risk; `scores` as `4 4 16 3 4 12 2 4 8`, `-` where one is not printed."""
        numbers = [None if score == "-" else int(score) for score in scores.split()]
        empty = dict.fromkeys(("cause", "event", "consequence", "rag", "mitigation"))
        record = {"ref": ref, "title": title, "owners": owners, **dict(zip(SCORES, numbers, strict=True)), **empty}
        self._add("risks", find or _words(title), {**record, **more})

    def control(self, risk_ref: str, text: str, owners: list[str]) -> None:
        """A control in a row of its own."""
        self._add("controls", None, {"risk_ref": risk_ref, "text": text, "owners": owners})

    def rating(self, subject: Any, group: Any, rag: str, raw: str | None, find: str | None = None) -> None:
        """A thing given a colour."""
        self._add("ratings", find or _words(subject), {"subject": subject, "group": group, "rag": rag, "raw": raw})

    def figures(
        self,
        table: str,
        heads: list[str],
        label: Any,
        cells: list[str],
        *,
        unit: Any,
        scale: float = 1,
        find: str | None = None,
    ) -> None:
        """The numbers of one row; `%` in a cell makes that one a percentage."""
        for column, raw in zip(heads, cells, strict=True):
            number = re.fullmatch(r"(\()?([-−+])?£?(\d[\d,]*(?:\.\d+)?)(%)?\)?(%)?", raw)
            if not number:
                continue
            size = float(number[3].replace(",", ""))
            signed = -size if number[1] or number[2] in ("-", "−") else size
            percent = bool(number[4] or number[5]) or "%" in column
            value = round(signed if percent else signed * scale, 6)
            entry = {
                "table": table,
                "row": label,
                "column": column,
                "raw": raw,
                "value": int(value) if value == int(value) else value,
            }
            self._add("figures", find or _words(label), {**entry, "unit": "percent" if percent else unit})

    def finish(self, pdf: Path, label_of: Any) -> None:
        """Writes the answers beside the PDF, with each record's page and the label that `label_of(page)` gives it."""
        with pdfplumber.open(pdf) as document:
            pages = [_folded(page.extract_text() or "") for page in document.pages]
        out: Record = {"schema": "packtrace-records/1", "pack": {**self.pack, "page_count": len(pages)}}
        for kind, records in self.lists.items():
            out[kind] = [_placed(record, pages, label_of) for record in records]
        pdf.with_suffix(".records.json").write_text(
            json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        print(
            pdf.name,
            len(pages),
            "pages",
            pdf.stat().st_size,
            {kind: len(records) for kind, records in self.lists.items()},
        )


def _folded_lines(text: Any) -> Any:
    """The words of a cell as one line, its bullets dropped."""
    if isinstance(text, dict):
        return any_of(*map(_folded_lines, text["any_of"]))
    return re.sub(r"\s*\n(?:• )?", " ", text) if text else text


def _words(text: Any) -> str:
    return str(text["any_of"][0] if isinstance(text, dict) else text)


def _folded(text: str) -> str:
    return re.sub(r"[\s•‐­-]+", "", text)


def _placed(record: Record, pages: list[str], label_of: Any) -> Record:
    find, anchor = record.pop("_find"), record.pop("_from")
    if find is None:
        return record
    first = next(number for number, text in enumerate(pages, 1) if _folded(anchor) in text)
    page = _page_of(_folded(find), pages, first)
    return {**record, "page": page, "page_label": label_of(page)}


def _page_of(words: str, pages: list[str], first: int) -> int:
    """The first page from `first` on with the longest beginning of the words: a cell's line is cut where it wraps."""
    for size in PREFIXES:
        found = [number for number, text in enumerate(pages, 1) if number >= first and words[:size] in text]
        if found:
            return found[0]
    raise LookupError(f"{words!r} stands on no page from {first} on")
