"""Registers of counties: a form for each risk with three ratings side by side, and levels in words."""

from __future__ import annotations

from extract.pack.types import Pack
from extract.records.risks import pack_to_risks
from tests.extract.records.tabled import table_of

ACROSS = ["<"] * 10


def form(number: str, name: str) -> list[list[str]]:
    """The rows of a risk's form, eleven columns wide."""
    values = ["3", "4", "12", "2", "4", "8", "2", "2", "4", "31/03/2016", "{ffc000}Amber"]
    measures = ["Likelihood", "Impact", "Risk score"] * 3
    return [
        ["*Risk Number", number, "<", "<", "<", "*Date of update", "<", "<", "<", "31 July 2015", "<"],
        ["*Risk Name", name, *["<"] * 9],
        ["*Risk Owner", "Ann Oak", "<", "<", "<", "*Date entered on risk register", "<", "<", "<", "1 May 2013", "<"],
        ["*Risk Description", *ACROSS],
        ["The pace of change may lead to a loss of morale and to mistakes.", *ACROSS],
        ["*Original", "<", "<", "*Current", "<", "<", "*Tolerance Target", "<", "<", "<", "<"],
        [*measures, "Target Date", "Prospects of meeting Target Risk Score by Target Date"],
        values,
        ["*Tasks to mitigate the risk", *ACROSS],
        ["1) Train managers.\n2) Carry out a survey.", *ACROSS],
        ["*Progress update", *ACROSS],
        ["1) 214 managers trained.", *ACROSS],
    ]


def test_forms_one_below_the_other_in_one_table() -> None:
    rows = form("RM14131", "The speed of change") + form("RM13968", "Failure to protect data")
    first, second = (
        {name: str(value) for name, value in record.fields.items()}
        for record in pack_to_risks(Pack((), (table_of(rows),), ())).records
    )
    scores = [f"{phase}{measure}" for phase in ("inherent_", "", "target_") for measure in ("likelihood", "score")]
    assert [first[name] for name in scores] == ["3", "12", "2", "8", "2", "4"]
    assert (first["ref"], first["title"], first["owners"]) == ("RM14131", "The speed of change", "Ann Oak")
    assert (first["rag"], first["mitigation"]) == ("Amber", "1) Train managers. 2) Carry out a survey.")
    assert (second["ref"], second["title"]) == ("RM13968", "Failure to protect data")


def test_references_of_other_registers_below_a_risks_own_are_no_title() -> None:
    heads = ["Risk ref.", "Description of the risk", "Inherent risk level", "Processes in place", "Residual risk level"]
    rows = [
        ["L1\n(FN01\nCSF4)", "Failure to achieve the plan", "{ff0000}High", "Monthly reports", "{ffc000}Medium"],
        ["L14\n(CSF2)", "Uncertain policy", "{ff0000}High", "Scanning", "{ff0000}High"],
    ]
    table = table_of([[f"*{head}" for head in heads], *rows], heads=1, heading="Leadership risk register")
    records = pack_to_risks(Pack((), (table,), ())).records
    assert [str(record.fields["ref"]) for record in records] == ["L1", "L14"]
    assert [str(record.fields["mitigation"]) for record in records] == ["Monthly reports", "Scanning"]
    assert str(records[0].fields.get("title", records[0].fields.get("event"))) == "Failure to achieve the plan"
