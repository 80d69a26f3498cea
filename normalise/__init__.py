"""From printed words to values: dates, owners, ratings, numbers, people; pure functions that know no page."""

from normalise.counts import parse_count
from normalise.dates import DateValue, find_days, parse_date
from normalise.fields import FIELD_KINDS
from normalise.known import Known, is_short_form, list_of_people, names_people, stands_for
from normalise.money import Number, UnitHint, parse_number, parse_unit_words, scaled
from normalise.names import Mention, find_mentions
from normalise.owners import owner_key, owner_kind, split_owners
from normalise.party_words import serves, visits
from normalise.people import PersonSpan, split_names
from normalise.ratings import (
    Scores,
    colour_name,
    colour_to_rag,
    marks_disagree,
    parse_rag,
    parse_rating,
    parse_scores,
    rating_marks,
    status_rag,
)
from normalise.text import comparable, fold, strip_separators
from normalise.times import parse_time

__all__ = [
    "FIELD_KINDS",
    "DateValue",
    "Known",
    "Mention",
    "Number",
    "PersonSpan",
    "Scores",
    "UnitHint",
    "colour_name",
    "colour_to_rag",
    "comparable",
    "find_days",
    "find_mentions",
    "fold",
    "is_short_form",
    "list_of_people",
    "marks_disagree",
    "names_people",
    "owner_key",
    "owner_kind",
    "parse_count",
    "parse_date",
    "parse_number",
    "parse_rag",
    "parse_rating",
    "parse_scores",
    "parse_time",
    "parse_unit_words",
    "rating_marks",
    "scaled",
    "serves",
    "split_names",
    "split_owners",
    "stands_for",
    "status_rag",
    "strip_separators",
    "visits",
]
