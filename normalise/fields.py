"""What kind of value each field of each record type holds, by the record format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

FieldKind = Literal[
    "text", "name", "owners", "date", "day", "time", "rag", "rating_part", "integer", "number", "unit", "flag",
    "choice", "identity", "page", "page_label",
]  # fmt: skip

_PLACE: Mapping[str, FieldKind] = {"page": "page", "page_label": "page_label"}
_RATING_PARTS = ("likelihood", "impact", "score")

# `rating_part` may be printed with the others in one cell (`L3 x I4 = 12`); a `choice` is one of the format's words.
FIELD_KINDS: Mapping[str, Mapping[str, FieldKind]] = {
    "pack": {
        "authority": "text",
        "committee": "text",
        "meeting_date": "day",
        "start_time": "time",
        "venue": "text",
        "page_count": "integer",
        "sha256": "identity",
        "filename": "identity",
    },
    "agenda_items": {
        "ref": "text",
        "title": "text",
        "section": "text",
        "page_from": "page_label",
        "page_to": "page_label",
        "restricted": "flag",
    },
    "attendance": {"name": "name", "capacity": "choice", "post": "text", "meeting_date": "day"},
    "resolutions": {
        "minute_ref": "text",
        "title": "text",
        "agenda_ref": "text",
        "text": "text",
        "meeting_date": "day",
        "mover": "name",
        "seconder": "name",
        "votes_for": "integer",
        "votes_against": "integer",
        "abstentions": "integer",
        "decision": "text",
        **_PLACE,
    },
    "recommendations": {"agenda_ref": "text", "ref": "text", "text": "text", **_PLACE},
    "actions": {
        "kind": "choice",
        "ref": "text",
        "text": "text",
        "owners": "owners",
        "start": "date",
        "due": "date",
        "status": "text",
        "rag": "rag",
        "group": "text",
        "risk_ref": "text",
        **_PLACE,
    },
    "risks": {
        "ref": "text",
        "title": "text",
        "cause": "text",
        "event": "text",
        "consequence": "text",
        "owners": "owners",
        **{f"{stage}{part}": "rating_part" for stage in ("inherent_", "", "target_") for part in _RATING_PARTS},
        "rag": "rag",
        "mitigation": "text",
        **_PLACE,
    },
    "controls": {"risk_ref": "text", "text": "text", "owners": "owners"},
    "ratings": {"subject": "text", "group": "text", "rag": "rag", "raw": "text", **_PLACE},
    "figures": {
        "table": "text",
        "row": "text",
        "column": "text",
        "raw": "text",
        "value": "number",
        "unit": "unit",
        **_PLACE,
    },
}
