"""Ratings in lines without a table: names with the word of a colour behind a gap, and what is none."""

from __future__ import annotations

import pytest

from extract.records.rating_lines import lines_to_ratings
from tests.extract.records.minuted import text_to_pack


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Curlews|300|Amber\n\nPaths|300|Green\n\nAir quality|300|Green",
            [("Curlews", "Amber"), ("Paths", "Green"), ("Air quality", "Green")],
        ),
        ("On track|300|Green\n\nBehind|300|Amber\n\nLate|300|Red", []),  # a key
        ("Curlews|300|Green\n\nPaths|300|Green", []),
        ("Mr Ash|300|G\n\nMs Birch|300|G\n\nMr Elm|300|R", []),
        ("Curlews|300|Green\n\nPaths|200|Green\n\nAir quality|100|Green", []),
    ],
)
def test_names_with_a_colour_behind_a_gap(text: str, found: list[tuple[str, str]]) -> None:
    rated = lines_to_ratings(text_to_pack(text).flow)
    assert [(name.text, word.text) for name, word in rated] == found
