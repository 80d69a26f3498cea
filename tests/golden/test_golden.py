"""Each sample pack, and each pack of the other bodies, gives the records it gave before, record by record.

After a change that is meant, rewrite the files with `PACKTRACE_REWRITE_GOLDEN=1 pytest tests/golden` and read the diff:
each line is one record, so it shows what changed and nothing else.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from load import contents_records
from packtrace.pipeline import read_pack

GOLDEN = Path(__file__).resolve().parent
BODIES = GOLDEN / "bodies"
PACKS = [*sorted((GOLDEN.parent.parent / "samples").glob("*.pdf")), *sorted(BODIES.glob("*.pdf"))]
REWRITE = "PACKTRACE_REWRITE_GOLDEN" in os.environ


def document_to_lines(document: dict[str, Any]) -> list[str]:
    """The pack, then one line for each record: its type and its fields, without the places they were read from."""
    lines = [f"pack {_fields(document['pack'])}"]
    for record_type, records in document.items():
        if isinstance(records, list):
            lines += [f"{record_type} {_fields(record)}" for record in records]
    return lines


def _fields(record: dict[str, Any]) -> str:
    kept = {name: value for name, value in record.items() if name != "sources" and value not in (None, [], "")}
    return json.dumps(kept, ensure_ascii=False)


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.stem)
def test_pack_gives_the_records_it_gave_before(pack: Path) -> None:
    golden = (BODIES if pack.parent == BODIES else GOLDEN) / f"{pack.stem}.txt"
    document = contents_records(read_pack(pack))
    lines = document_to_lines(document)
    if REWRITE:
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == lines


def test_each_golden_file_has_its_pack() -> None:
    assert {path.stem for path in GOLDEN.rglob("*.txt")} == {path.stem for path in PACKS}
