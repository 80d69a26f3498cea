"""Whom running text introduces."""

from __future__ import annotations

import subprocess
import sys

import pytest

from normalise.names import find_mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Gill Baker (GB), Director of Finance", [("Gill Baker", "person", "GB")]),
        ("Gill Baker, Director of Finance (GB)", [("Gill Baker", "person", "GB")]),
        ("Zebedee Quirk – Head of Estates (ZQ)", [("Zebedee Quirk", "person", "ZQ")]),
        (
            "Mrs Ann McKay (AMcK) and Sarah Lee-Fox [SLF]",
            [("Mrs Ann McKay", "person", "AMcK"), ("Sarah Lee-Fox", "person", "SLF")],
        ),
        ("Mr Robert Oak (Bob)", [("Mr Robert Oak", "person", None)]),
        ("Key: GB = Gill Baker; HT – Haroon Tariq", [("Gill Baker", "person", "GB"), ("Haroon Tariq", "person", "HT")]),
        ("The Town Clerk (TC) reported", [("Town Clerk", "role", "TC")]),
        ("Director of Finance and Estates (DFE)", [("Director of Finance and Estates", "role", "DFE")]),
        ("the Quality Committee (QC) met", [("Quality Committee", "body", "QC")]),
        ("Equality, Diversity and Inclusion (EDI)", []),  # words that commas part are no name
        ("Business Continuity and Recovery (BCR)", [("Business Continuity and Recovery", "other", "BCR")]),
        (
            "Cllr J. Smith-Jones and Dr Priya Nair",
            [("Cllr J. Smith-Jones", "person", None), ("Dr Priya Nair", "person", None)],
        ),
        ("Mrs T van Dyke asked Karen Oak", [("Mrs T van Dyke", "person", None), ("Karen Oak", "person", None)]),
        ("Mr Smith Director of Finance", [("Mr Smith", "person", None)]),
        ("The report was noted (AB)", []),
        ("", []),
    ],
)
def test_find_mentions(text, mentions):
    assert [(text[m.start : m.end], m.kind, m.initials) for m in find_mentions(text)] == mentions


def test_spacy_is_imported_only_to_read():
    script = "import sys, normalise, normalise.known, normalise.names; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
