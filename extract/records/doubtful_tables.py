"""Places where two finders of tables do not agree: issues for a person to look at. No record is made of them."""

from __future__ import annotations

from extract.pack.types import Pack
from extract.records.types import Issue, Reading
from extract.tables.types import Opinion

_MOST_CHARACTERS = 80
_REFUSED = "Lines in columns were taken for no table; another finder sees one of {rows} rows and {columns} columns."
_OTHER = (
    "A table was read with {own_rows} rows and {own_columns} columns, of which the finder is not sure ({why}); "
    "another finder sees {rows} and {columns}."
)
_SAME_SIZE = (
    "A table was read with {own_rows} rows and {own_columns} columns, of which the finder is not sure ({why}); "
    "another finder puts its words into other columns."
)


def pack_to_table_doubts(pack: Pack) -> Reading:
    """No records; an issue `doubtful_table` for each doubtful place of which the second finder says otherwise."""
    return Reading((), tuple(_issue(opinion) for opinion in pack.opinions if opinion.agrees is False))


def _issue(opinion: Opinion) -> Issue:
    doubt = opinion.doubt
    same = (opinion.rows, opinion.columns) == (doubt.rows, doubt.columns)
    sentence = _REFUSED if doubt.why == "refused" else _SAME_SIZE if same else _OTHER
    message = sentence.format(
        rows=opinion.rows, columns=opinion.columns, own_rows=doubt.rows, own_columns=doubt.columns, why=doubt.why
    )
    return Issue("doubtful_table", message, doubt.box.page, " ".join(doubt.text.split())[:_MOST_CHARACTERS].rstrip())
