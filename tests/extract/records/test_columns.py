"""What columns hold, told by heads as narrow columns print them."""

import pytest

from extract.records.action_words import head_to_concept
from extract.records.columns import mended


@pytest.mark.parametrize(
    ("head", "concept"),
    [("BRA G", "rag"), ("Owne r", "owners"), ("Respo nsible offic er", "owners"), ("Complet ed", "status")],
)
def test_heads_that_a_narrow_column_breaks(head: str, concept: str) -> None:
    assert head_to_concept(head) == (concept, True)


@pytest.mark.parametrize("head", ["on going", "due date", "by when", "a b c"])
def test_words_that_stand_by_themselves_stay_apart(head: str) -> None:
    assert mended(head, {"ongoing", "due", "date", "by", "when", "on", "going"}) == head
