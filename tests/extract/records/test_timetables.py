"""Tables without heads whose caption says that they tell by when each stage of something is to be reached."""

from __future__ import annotations

import pytest

from extract.records.timetables import timetable_columns
from tests.extract.records.tabled import table_of

STAGES = [
    ["{FFF2CC}Regulation 18 – Preparation", "<"],
    ["Issues and options", "Completed – October 2019"],
    ["Draft plan", "July-September 2025"],
    ["{FFF2CC}Regulation 19 – Publication", "<"],
    ["Publication draft", "May 2026"],
    ["Public hearings", "March 2027"],
]


@pytest.mark.parametrize(
    "title", ["Figure 1 – Timetable for preparing the new plan", "Key dates", "Project milestones", "Milestones"]
)
def test_a_caption_promises_stages_and_their_dates(title):
    columns = timetable_columns(table_of(STAGES, heading=title))
    assert columns is not None
    assert (columns.at, columns.kind) == ({0: "text", 1: "due"}, "milestone")


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Timetable of meetings", [["Council", "15 May 2025"], ["Cabinet", "3 June 2025"], ["Board", "1 July 2025"]]),
        ("Timetable for the review", [["15 May 2025", "Draft"], ["3 June 2025", "Hearing"], ["1 July 2025", "Report"]]),
        ("Timetable for the review", [["Draft", "15 May 2025"], ["Hearing", "3 June 2025"]]),
        ("Timetable for the review", [["{FFF2CC}A", "{FFF2CC}May 2025"], ["B", "May 2025"], ["C", "May 2025"]]),
        ("Income by month", [["Grants", "May 2025"], ["Rents", "June 2025"], ["Other", "July 2025"]]),
    ],
)  # fmt: skip
def test_other_tables_are_none(title, rows):
    assert timetable_columns(table_of(rows, heading=title)) is None
