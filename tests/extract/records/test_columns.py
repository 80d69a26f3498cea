"""What columns hold, told by heads as narrow columns print them."""

import pytest

from extract.records.action_words import head_to_concept
from extract.records.columns import mended


@pytest.mark.parametrize(
    ("head", "concept"),
    [
        ("BRA G", "rag"),
        ("Owne r", "owners"),
        ("Respo nsible offic er", "owners"),
        ("Complet ed", "status"),
        ("Re f", "ref"),
    ],
)
def test_heads_that_a_narrow_column_breaks(head: str, concept: str) -> None:
    assert head_to_concept(head) == (concept, True)


@pytest.mark.parametrize("head", ["on going", "due date", "by when", "a b c"])
def test_words_that_stand_by_themselves_stay_apart(head: str) -> None:
    assert mended(head, {"ongoing", "due", "date", "by", "when", "on", "going"}) == head


@pytest.mark.parametrize(
    ("head", "concept"),
    [
        ("Progress at September 2024", "progress"),
        ("Update (as at 31.03.25)", "progress"),
        ("Status at end of Q2", "status"),
        ("Implementation timetable (dd/mm/yy)", "due"),
        ("Date for implementation", "due"),
        ("Rec.", "ref"),
    ],
)
def test_heads_of_findings_and_of_the_day_they_were_written(head: str, concept: str) -> None:
    assert head_to_concept(head) == (concept, True)
