import json
from pathlib import Path

import pytest

from normalise.fields import FIELD_KINDS

SCHEMA = Path(__file__).parents[3] / "shared" / "records" / "records.schema.json"


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of the record format is not at hand")
def test_every_field_of_the_format_has_a_kind_and_no_other():
    types = json.loads(SCHEMA.read_text())["properties"]
    wanted = {name: set(_record(shape)) - {"sources"} for name, shape in types.items() if _record(shape)}
    assert {name: set(fields) for name, fields in FIELD_KINDS.items()} == wanted


def _record(shape):
    return shape.get("items", shape).get("properties", {})


@pytest.mark.parametrize(
    ("record", "field", "kind"),
    [
        ("actions", "due", "date"),
        ("risks", "target_score", "rating_part"),
        ("controls", "owners", "owners"),
        ("pack", "start_time", "time"),
    ],
)
def test_kinds(record, field, kind):
    assert FIELD_KINDS[record][field] == kind
