"""A store of 10,000 packs and a million records: time to load the first and the last, and to ask the main views.

The packs are made up: a hundred records each with the places they were read from. SQLite, in a file.
"""

from __future__ import annotations

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import markdown_table
from extract.records.kept import Record, Source
from load import Store, ask, load_pack, open_store
from load.types import PackContents, PackRow, PageRow

PACKS, RECORDS, PAGES, SAMPLE = 10_000, 100, 10, 100
MOST_RATIO = 1.3
STATUSES = (None, "On track", "Completed", "Delayed: awaiting legal advice", "Not started", "closed")

QUESTIONS = {
    "open actions of one body": "SELECT * FROM open_actions WHERE authority = 'Body 7' LIMIT 1000",
    "actions due in a month": "SELECT * FROM all_actions WHERE due_end BETWEEN '2023-03-01' AND '2023-03-31'",
    "risks of a meeting": "SELECT * FROM risk_register WHERE authority = 'Body 7' AND meeting_date = '2020-01-08'",
    "decisions of one body": "SELECT * FROM decisions WHERE authority = 'Body 7'",
    "records of a pack": "SELECT * FROM all_actions WHERE pack = 'pack-05000.pdf'",
    "sources of a record": "SELECT * FROM all_sources WHERE record = 500000",
    "open actions, counted": "SELECT count(*) FROM open_actions",
    "risks by score, the highest": "SELECT * FROM risk_register ORDER BY score DESC LIMIT 100",
    "actions by owner, counted": "SELECT owners, count(*) FROM open_actions WHERE authority = 'Body 7' GROUP BY owners",
    "what an owner has to do": "SELECT * FROM who_acts WHERE owner = 'Officer 7'",
    "all meetings": "SELECT * FROM meetings",
    "packs, 100 of them": "SELECT * FROM pack_overview LIMIT 100",
}


def make_pack(number: int) -> PackContents:
    """A pack of ten pages: 60 actions, 20 risks, 20 resolutions."""
    day = date(2020, 1, 1) + timedelta(days=number % 1500)
    row = PackRow(
        sha256=f"{number:064x}",
        file_name=f"pack-{number:05d}.pdf",
        path=f"/packs/pack-{number:05d}.pdf",
        byte_size=1,
        page_count=PAGES,
        extractor_version="1",
        authority=f"Body {number % 200}",
        committee=f"Committee {number % 7}",
        meeting_date=day.isoformat(),
    )
    words = f"Pack {number} says this on the page, in a sentence of some length. "
    pages = tuple(PageRow(n, str(n), 595.0, 842.0, 0, "text", f"{n} {words * 20}") for n in range(1, PAGES + 1))
    return PackContents(row, pages, records=tuple(_make_record(number, at, day) for at in range(RECORDS)))


def _make_record(pack: int, at: int, day: date) -> Record:
    kind = "actions" if at < 60 else "risks" if at < 80 else "resolutions"
    text = f"To do {at} of what the committee of pack {pack} asked for"
    status = STATUSES[(pack + at) % len(STATUSES)]
    due = {"raw": day.isoformat(), "start": day.isoformat(), "end": day.isoformat(), "kind": "day"}
    fields: dict[str, dict[str, Any]] = {
        "actions": {"kind": "action", "ref": str(at), "text": text, "owners": [f"Officer {pack % 500}"], "due": due}
        | {"status": status},
        "risks": {"ref": f"R{at}", "title": text, "likelihood": 3, "impact": 4, "score": 12, "owners": []},
        "resolutions": {"minute_ref": str(at), "text": text, "meeting_date": day.isoformat()},
    }
    values = fields[kind]
    page = 1 + at % PAGES
    sources = {name: (Source(page, (72.0, 100.0 + at, 300.0, 112.0 + at), str(v)),) for name, v in values.items() if v}
    return Record(kind, page, str(page), values, {}, {}, sources)  # type: ignore[arg-type]  # one of the three


def load_all(store: Store) -> list[float]:
    """Seconds of CPU that each pack took to load: by the clock, other programs would be measured too."""
    seconds = []
    for number in range(PACKS):
        contents = make_pack(number)
        began = time.process_time()
        load_pack(store, contents)
        seconds.append(time.process_time() - began)
    return seconds


def time_questions(store: Store) -> list[tuple[str, str, str]]:
    """Each question with the number of rows and milliseconds of CPU of its answer, the median of three times."""
    return [(name, *_time_question(store, sql)) for name, sql in QUESTIONS.items()]


def _time_question(store: Store, sql: str) -> tuple[str, str]:
    taken, rows = [], 0
    for _ in range(3):
        began = time.process_time()
        with ask(store, sql) as answer:
            rows = sum(1 for _ in answer.rows)
        taken.append(time.process_time() - began)
    return f"{rows:,}", f"{1000 * median(taken):,.1f}"


def report() -> str:
    """The measurements as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scale.db"
        store = open_store(str(path))
        seconds = load_all(store)
        first, last = median(seconds[1 : SAMPLE + 1]), median(seconds[-SAMPLE:])
        questions = time_questions(store)
        size = path.stat().st_size
        store.close()
    return "\n".join(
        [
            f"## Scale: {PACKS:,} packs, {PACKS * RECORDS:,} records, SQLite ({size / 1e9:.1f} GB)",
            "",
            f"- Loading a pack of {RECORDS} records takes {1000 * first:.1f} ms of CPU at first and "
            f"{1000 * last:.1f} ms at the end (medians of {SAMPLE}): {last / first:.2f} times; "
            f"wanted: under {MOST_RATIO}.",
            "",
            markdown_table(("question", "rows", "ms"), questions),
        ]
    )


if __name__ == "__main__":
    print(report())
