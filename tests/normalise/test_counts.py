"""How many."""

import pytest

from normalise.counts import parse_count


@pytest.mark.parametrize(
    ("raw", "count"),
    [("8", 8), ("two", 2), ("Nine", 9), ("none", 0), ("No", 0), ("dim", 0), ("tri", 3), ("1,204", 1204), ("2.5", None),
     ("many", None), ("", None)],
)  # fmt: skip
def test_counts(raw, count):
    assert parse_count(raw) == count
