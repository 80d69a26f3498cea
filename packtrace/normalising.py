"""Raw records to records: each field's words beside what they mean, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.layout.excerpt import Excerpt
from extract.layout.types import PageInfo
from extract.records.kept import Origin, Record, Source
from extract.records.types import FillColour, RawRecord, RawValue
from normalise import (
    FIELD_KINDS,
    PersonSpan,
    UnitHint,
    colour_to_rag,
    find_days,
    fold,
    parse_count,
    parse_date,
    parse_number,
    parse_rag,
    parse_rating,
    parse_scores,
    parse_time,
    parse_unit_words,
    scaled,
    serves,
    split_names,
    split_owners,
    visits,
)
from packtrace.marks import cell_to_marks

_INSET = 1.0  # points by which a fill's box is drawn in, so that it holds none of a neighbour's words


@dataclass(frozen=True, slots=True)
class Value:
    """What a field's words mean, the words, how they were understood and where they stand."""

    value: Any
    raw: str
    origin: Origin
    sources: tuple[Source, ...]


def raw_to_records(raw_records: Iterable[RawRecord], pages: Sequence[PageInfo]) -> list[Record]:
    """Records as they are kept, in the same order; lists of people become one record for each person."""
    labels = {page.number: page.label.text if page.label else None for page in pages}
    return [_record(raw, labels) for one in raw_records for raw in _single(one)]


def _single(raw: RawRecord) -> Iterator[RawRecord]:
    """One raw record for each person where a field lists several."""
    people = raw.fields.get("people")
    if not isinstance(people, Excerpt):
        yield raw
        return
    others = {name: value for name, value in raw.fields.items() if name != "people"}
    for person in split_names(people.text):
        fields: dict[str, RawValue] = {"name": people.cut(person.start, person.end), **others}
        if person.post is not None:
            fields["post"] = people.cut(*person.post)
        post = fields.get("post")
        capacity = _capacity(str(raw.constants["capacity"]), person, post.text if isinstance(post, Excerpt) else "")
        yield replace(raw, fields=fields, constants={**raw.constants, "capacity": capacity})


def _capacity(listed: str, person: PersonSpan, post: str) -> str:
    """How somebody was there: as the heading of the list says, unless the words beside the name say otherwise."""
    if "substitute" in person.flags:
        return "substitute"
    if listed == "officer" and person.elected:  # `In attendance: County Cllr A Oak, the Clerk`
        return "also_present"
    if listed == "member" and serves(post):  # `Present: Cllrs A Oak and B Ash, Mrs C Elm (Clerk)`
        return "officer"
    return "also_present" if listed == "member" and visits(post) else listed


def _record(raw: RawRecord, labels: Mapping[int, str | None]) -> Record:
    kinds = FIELD_KINDS[raw.type]
    read = {
        name: _value(kinds[name], name, value, raw.origins.get(name, "printed"))
        for name, value in raw.fields.items()
        if name in kinds and name != "value"
    }
    if raw.type == "figures":
        read |= _figure(raw)
    known = {name: value for name, value in read.items() if value.value not in (None, [], "")}
    values = {name: None for name in kinds if name not in ("page", "page_label")}
    values |= dict(raw.constants) | {name: value.value for name, value in known.items()}
    return Record(
        raw.type,
        raw.page,
        labels.get(raw.page),
        values,
        {name: value.raw for name, value in read.items() if value.raw},
        {name: value.origin for name, value in read.items()},
        {name: value.sources for name, value in known.items()},
        raw.confidence,
        raw.sure,
        cell_to_marks(raw.rated),
    )


def _value(kind: str, name: str, raw: RawValue, origin: Origin) -> Value:
    """What a field's words mean by the kind of value that the field holds."""
    if isinstance(raw, FillColour):
        page, x0, top, x1, bottom = raw.box
        box = (x0 + _INSET, top + _INSET, x1 - _INSET, bottom - _INSET)
        colour = "#{:02x}{:02x}{:02x}".format(*raw.colour)
        return Value(colour_to_rag(*raw.colour), colour, "fill_colour", (Source(page, box, raw.text),))
    if isinstance(raw, tuple):
        listed = [fold(part.text) for part in raw if part]
        return Value(listed, "\n".join(listed), origin, tuple(s for part in raw for s in places_to_sources(part)))
    if kind == "owners":
        return _owners(raw, origin)
    meaning = _rating_part(name, raw.text) if kind == "rating_part" else _MEANINGS[kind](raw.text)
    return Value(meaning, raw.text, origin, places_to_sources(raw))


def _owners(raw: Excerpt, origin: Origin) -> Value:
    parts = [raw.cut(start, end) for start, end in split_owners(raw.text)]
    sources = tuple(source for part in parts for source in places_to_sources(part))
    return Value([fold(part.text) for part in parts if part], raw.text, origin, sources)


def _rating_part(name: str, text: str) -> int | None:
    """A likelihood, impact or score: by itself in its cell, or with the others in one (`L3 x I4 = 12`)."""
    scores = parse_scores(text)
    part = {"likelihood": scores.likelihood, "impact": scores.impact, "score": scores.score}[name.rpartition("_")[2]]
    together = sum(value is not None for value in (scores.likelihood, scores.impact, scores.score)) > 1
    return part if together else parse_rating(text)


def _figure(raw: RawRecord) -> dict[str, Value]:
    """A printed number in base units, by the unit words of its cell, head or caption.

    A whole number that no words give a unit counts things.
    """
    printed, words = raw.fields["raw"], raw.fields.get("unit")
    assert isinstance(printed, Excerpt)
    hint = parse_unit_words(words.text) if isinstance(words, Excerpt) else UnitHint(None)
    number = parse_number(printed.text)
    if number is None:
        return {}
    value, unit = scaled(number, hint)
    if unit is None and number.decimals == 0 and not isinstance(words, Excerpt):
        unit = "count"
    where = places_to_sources(printed)
    by_head = isinstance(words, Excerpt) and number.unit is None
    unit_where = places_to_sources(words) if by_head and isinstance(words, Excerpt) else where
    return {
        "value": Value(value, printed.text, "derived", where),
        "unit": Value(unit, words.text if isinstance(words, Excerpt) else "", "derived", unit_where),
    }


def _day(text: str) -> str | None:
    days = find_days(text)
    return days[0][2].isoformat() if days else None


def _unit(text: str) -> str | None:
    return parse_unit_words(text).unit


_MEANINGS: Mapping[str, Callable[[str], Any]] = {
    "text": fold,
    "name": fold,
    "date": lambda text: parse_date(fold(text)).as_json(),
    "day": _day,
    "time": parse_time,
    "rag": parse_rag,
    "integer": parse_count,
    "number": parse_count,
    "unit": _unit,
    "flag": bool,
    "choice": fold,
    "page_label": fold,
}


def places_to_sources(excerpt: Excerpt) -> tuple[Source, ...]:
    """Where an Excerpt's words stand, one source for each line."""
    return tuple(Source(place.box.page, place.box[1:], place.text) for place in excerpt.places())


def front_value(kind: str, raw: Excerpt) -> Value:
    """What words of the front sheet mean."""
    return _value(kind, "", raw, "printed")
