"""Tables of actions under minutes."""

from __future__ import annotations

from dataclasses import replace

from extract.records.action_tables import tables_to_actions
from extract.records.actions import pack_to_actions
from tests.extract.records.minuted import HEAD, text_to_pack
from tests.extract.records.tabled import table_of

ROWS = [["*Action", "*Lead", "*Due"], ["Publish the declaration on the website.", "SL", "31/01/2025"]]
TEXT = f"{HEAD}\n\n**7. Fit and proper persons\n\nThe declaration was approved by all.\n\n**8. Seals\n\nThere was none."


def test_a_row_without_a_number_has_the_minutes():
    pack = text_to_pack(TEXT)
    at = next(n for n, element in enumerate(pack.flow) if element.page and "Seals" in getattr(element, "text", ""))
    tabled = replace(pack, flow=(*pack.flow[:at], table_of(ROWS, heads=1), *pack.flow[at:]))
    assert [record.fields.get("ref") for record in tables_to_actions(tabled)] == [None]
    (action,) = pack_to_actions(tabled).records
    assert (str(action.fields["ref"]), str(action.fields["owners"])) == ("7", "SL")
