"""A pack part by part: what it is made of on disk or in memory, and what is read of it, is the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import pytest

import extract.pack.assemble
import extract.pack.flow
from extract.layout.types import Line
from extract.pack import Survey, lay_out, pages_to_pack
from extract.pack.assemble import LaidOut
from extract.pdf import open_pdf
from extract.records.read import PackReader, pack_to_reading
from tests.conftest import SAMPLES

PACKS = ("nhs-board-2024-11-28", "strathlaver-2025-03-12-audit-and-risk")


def laid_out(name: str) -> LaidOut:
    document = open_pdf(SAMPLES / f"{name}.pdf")
    pages = list(document.pages())
    return lay_out(pages, Survey(pages), document.bookmarks)


def told(element: object) -> object:
    if isinstance(element, Line):
        return element.page, element.text, element.space_above
    return tuple(str(getattr(element, field.name)) if field.name != "cells" else None for field in fields(element))


def by_type(records: object) -> dict[str, list[object]]:
    found = defaultdict(list)
    for record in records:
        values = {name: str(getattr(value, "text", value)) for name, value in record.fields.items()}
        found[record.type].append((record.page, values, dict(record.constants), record.confidence))
    return found


@pytest.mark.parametrize("name", PACKS)
def test_what_waits_in_a_file_is_what_was_held_in_memory(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = laid_out(name).whole()
    monkeypatch.setattr(extract.pack.flow, "PAGES_HELD", 0)
    spooled = laid_out(name)
    assert spooled.flow.sheets[0] is not spooled.flow.sheets[0], "a page comes from the file each time"
    whole = spooled.whole()
    assert list(map(told, whole.flow)) == list(map(told, held.flow))
    assert [str(entry) for entry in whole.agenda] == [str(entry) for entry in held.agenda]
    assert [(d.kind, d.title.text, d.first, d.last) for d in whole.documents] == [
        (d.kind, d.title.text, d.first, d.last) for d in held.documents
    ]
    assert str(whole.front) == str(held.front)


@pytest.mark.parametrize("name", PACKS)
def test_parts_are_whole_documents_that_hold_everything_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.pack.assemble, "_LEAST_PAGES", 1)
    laid = laid_out(name)
    first, *parts = laid.parts()
    assert (first.pages, first.flow, first.documents, first.agenda) == ((), (), (), laid.agenda)
    assert len(parts) > 3
    assert [page.number for part in parts for page in part.pages] == [page.number for page in laid.pages]
    assert [d for part in parts for d in part.documents] == list(laid.documents)
    assert [told(e) for part in parts for e in part.flow] == [told(e) for e in laid.whole().flow]
    assert not any(part.agenda for part in parts)


@pytest.mark.parametrize("name", PACKS)
def test_parts_give_the_records_of_the_whole(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.pack.assemble, "_LEAST_PAGES", 1)
    laid, reader = laid_out(name), PackReader()
    readings = [reader.read(part) for part in laid.parts()]
    whole = pack_to_reading(laid.whole())
    assert by_type(r for reading in readings for r in reading.records) == by_type(whole.records)
    assert [check for reading in readings for check in reading.checks] == list(whole.checks)
    assert sorted(map(str, (i for reading in readings for i in reading.issues))) == sorted(map(str, whole.issues))


def test_few_documents_are_one_part(town_pack: Path) -> None:
    document = open_pdf(town_pack)
    pages = list(document.pages())
    _, *parts = lay_out(pages, Survey(pages), document.bookmarks).parts()
    assert [len(part.pages) for part in parts] == [len(pages)]
    assert len(parts[0].documents) > 3
    assert list(map(told, parts[0].flow)) == list(map(told, pages_to_pack(pages, document.bookmarks).flow))
