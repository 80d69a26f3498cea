"""Who the minutes say was there, who sent apologies, and in what capacity: the heading that each name stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.layout.excerpt import EMPTY, Excerpt, join
from extract.pack.printed import Printed
from extract.pack.types import Pack
from extract.records.attendance_marks import present_by_mark
from extract.records.attendance_rows import Head, heads_status, pair_stacked, rows_at_heads, segment_to_head
from extract.records.attendance_visits import lists_in_minutes, part_visitors
from extract.records.attendance_words import attendance_words
from extract.records.minutes import Minutes, pack_to_minutes
from extract.records.types import RawRecord, RawValue, Reading

_COLUMN = 15.0  # points that what stands in a column may begin to the left of its head
_INITIALS = re.compile(r"\(?[A-ZÀ-Þ][A-Za-zÀ-ÿ.]{0,4}\)?")
_LINE_END = re.compile(r"\n")
_LISTING = re.compile(r"[,;]|\band\b|&")
_STRAY = 3  # lower-case words in a line that make it running text and no list of names
_LABEL = 6  # words of a label beside names
_SEARCHED = 3  # minutes in which those present are looked for where nobody is listed above the first


class _Seat(NamedTuple):
    """A name with the post that stands beside it, and the capacity where its own row tells it."""

    name: Excerpt
    post: Excerpt
    capacity: str | None = None


@dataclass(slots=True)
class _Block:
    """What stands under one heading: the printed lines of names, and names with a post in a column beside them."""

    x0: float
    capacity: str | None
    post: Excerpt = EMPTY
    lines: list[Excerpt] = field(default_factory=list)
    seats: list[_Seat] = field(default_factory=list)
    post_x: float | None = None
    attends: bool = False
    members: bool = False
    own: bool = False
    titles: Excerpt = EMPTY


def pack_to_attendance(pack: Pack) -> Reading:
    """The people that the minutes of a pack list; those absent without apology are left out."""
    return Reading(tuple(record for minutes in pack_to_minutes(pack) for record in _people(minutes)))


def _people(minutes: Minutes) -> Iterator[RawRecord]:
    blocks = _lines_to_blocks(present_by_mark(minutes.head))
    if not any(map(_holds, blocks)):
        searched = [line for minute in minutes.minutes[:_SEARCHED] for p in minute.paragraphs for line in p.lines]
        blocks = _lines_to_blocks(searched)
    blocks += [block for listed in lists_in_minutes(minutes) for block in _lines_to_blocks(listed)]
    _seat_members(blocks)
    for block in blocks:
        _without_twice(block, blocks)
    officers = [block for block in blocks if _lists_officers(block)]
    for block in blocks:
        if officers and block.attends and block.capacity == "officer":
            block.capacity = "also_present"  # officers have a heading of their own
        yield from _block_records(block, minutes.date)
    if not any("apology" in (block.capacity, *(seat.capacity for seat in block.seats)) for block in blocks):
        yield from _apologies(minutes)


def _seat_members(blocks: Sequence[_Block]) -> None:
    """`Members in attendance` are visitors of a committee, or its own where nobody else is listed as a member."""
    seated = [block for block in blocks if block.capacity in ("member", "substitute") and _holds(block)]
    if not seated:
        for block in blocks:
            block.capacity = "member" if block.members else block.capacity
    elif sum(len(block.lines) + len(block.seats) for block in seated) == 1 and any(map(_lists_officers, blocks)):
        for block in blocks:  # `In the chair: Cllr Ash`, `In attendance: Cllr Oak …`, `Officials: …`
            elected = _holds(block) and all(attendance_words().elected.match(line.text) for line in block.lines)
            block.capacity = "member" if block.attends and elected and not block.seats else block.capacity


def _lists_officers(block: _Block) -> bool:
    """Whether officers stand under a heading of their own."""
    return block.capacity == "officer" and not block.attends and _holds(block)


def _holds(block: _Block) -> bool:
    return bool(block.lines or block.seats)


def _without_twice(block: _Block, blocks: Sequence[_Block]) -> None:
    """Takes the chair that a heading of its own names out of the lists below."""
    if not block.post or not block.lines:
        return
    name = block.lines[0].text.split()[-2:]
    for other in blocks:
        if other is not block:
            other.lines = [line for line in other.lines if line.text.split()[-2:] != name]
            other.seats = [seat for seat in other.seats if seat.name.text.split()[-2:] != name]


def _block_records(block: _Block, date: Excerpt) -> Iterator[RawRecord]:
    if block.capacity is None:
        return
    for seat in block.seats:
        yield _seat_record(seat, seat.capacity or block.capacity, date)
    lines, visitors = part_visitors(block.lines) if block.capacity == "officer" else (block.lines, [])
    for listed, capacity in ((lines, block.capacity), (visitors, "also_present")):
        if people := _joined(listed, block.titles):
            yield _record({"people": people, "post": block.post, "meeting_date": date}, capacity)


def _joined(lines: Sequence[Excerpt], titles: Excerpt) -> Excerpt:
    """Those listed, line by line; surnames in columns below an honorific (`Aldermen:`) stand apart behind it."""
    words = attendance_words()
    whole = any(_LISTING.search(line.text) or words.titled.match(line.text) for line in lines)
    columns = bool(titles) and not whole
    names = [name for line in lines for name in line.split(_LINE_END)]
    return join((titles, join(names, ";\n"))) if columns and names else join(lines, "\n")


def _record(fields: dict[str, RawValue], capacity: str) -> RawRecord:
    given = {name: value for name, value in fields.items() if value}
    first = given["people"]
    assert isinstance(first, Excerpt)
    origins = {"meeting_date": "heading"}
    return RawRecord("attendance", first.page, given, {"capacity": capacity}, origins)  # type: ignore[arg-type]


def _seat_record(seat: _Seat, capacity: str, date: Excerpt) -> RawRecord:
    """A name and the post beside it, which is none where it names a body or a ward; brackets say how one was there."""
    words = attendance_words()
    post = seat.post.strip("() ") if seat.post.text.startswith("(") else seat.post
    stands_in = bool(words.substitute.search(seat.post.text))
    bracket = post.text.find("(")
    if bracket >= 0 and (
        words.remark.match(post.text[bracket + 1 :]) or post.text[bracket + 1 :].rstrip(")").isupper()
    ):
        post = post.cut(0, bracket)
    if not words.post.search(post.text):
        post = EMPTY
    fields: dict[str, RawValue] = {"people": seat.name, "post": post, "meeting_date": date}
    return _record(fields, "substitute" if stands_in and capacity != "apology" else capacity)


def _lines_to_blocks(lines: Sequence[Printed]) -> list[_Block]:
    """What stands under each heading of those present, in order; what stands above the first one is left out."""
    blocks: list[_Block] = []
    active: list[_Block] = []
    for row in rows_at_heads(lines):
        if not active and heads_status(row):
            active = [_Block(row[0].words[0].x0, "member")]
            blocks += active
            continue
        heads = _without_titles(_heads(row, len(active) > 1), row, active)
        if heads[0] is None and _names_body(row, blocks, active):
            heads[0] = Head("officer", len(row[0]), EMPTY)
        titles = attendance_words().column_heads.fullmatch(row[0].text)
        if active and not any(heads) and (titles or _is_heading(row, active)):
            continue
        if active and not any(heads) and _ends_list(row):
            active = []
        for number, (segment, head) in enumerate(zip(row, heads, strict=True)):
            if head is not None:
                active = _with_block(blocks, active, segment, head, number)
        stays = attendance_words().stays
        rest = [s for s, head in zip(row, heads, strict=True) if head is None and not stays.fullmatch(s.text)]
        if active and rest:
            _add_row(active, rest)
    return blocks


def _heads(row: Sequence[Excerpt], columns: bool) -> list[Head | None]:
    """The headings in a row: beside a name (`Mr Hall | Clerk`) only where lists stand in columns or a colon follows."""
    heads = [segment_to_head(segment) for segment in row]
    if heads[0] is None and not columns:
        return [head if segment.text.endswith(":") else None for head, segment in zip(heads, row, strict=True)]
    return heads


def _names_body(row: Sequence[Excerpt], blocks: Sequence[_Block], active: Sequence[_Block]) -> bool:
    """Whether a row begins with a label that is no name, `OPCC:`, behind members who are listed under one of their own.

    It stands where theirs does; whom it heads is of the body that it names, and none of them a councillor.
    """
    if len(row) < 2 or not row[0].text.endswith(":") or not active or len(row[0].text.split()) > _LABEL:
        return False
    listed = bool(blocks) and blocks[0].own and _holds(blocks[0])
    return (
        listed
        and abs(row[0].words[0].x0 - blocks[0].x0) < _COLUMN
        and not attendance_words().elected.match(row[1].text)
    )


def _without_titles(heads: list[Head | None], row: Sequence[Excerpt], active: Sequence[_Block]) -> list[Head | None]:
    """The heads of a row without honorifics (`Councillors –`) that only part the names beside or below another head."""
    many, first = attendance_words().many, heads[0]
    parting = [h is not None and bool(many.fullmatch(s.text[: h.end])) for h, s in zip(heads, row, strict=True)]
    if first is not None and first.end == len(row[0]) and len(row) > 1 and not parting[0]:
        named = [len(s) > h.end for h, s in zip(heads, row, strict=True) if h is not None]
        return [None if part and any(named) else head for head, part in zip(heads, parting, strict=True)]
    within = len(active) == 1 and active[0].capacity == "apology" and row[0].words[0].x0 > active[0].x0 + 2 * _COLUMN
    return [None if within and part else head for head, part in zip(heads, parting, strict=True)]


def _with_block(blocks: list[_Block], active: list[_Block], segment: Excerpt, head: Head, number: int) -> list[_Block]:
    """The blocks that go on beside each other once a heading begins another one.

    Those `Present` behind `Members present` are the others.
    """
    x0 = segment.words[0].x0
    words, heading = attendance_words(), segment.text[: head.end]
    attends, members = (pattern.fullmatch(heading) is not None for pattern in (words.attends, words.members_attend))
    own = head.capacity == "member" and words.own_members.match(heading) is not None
    titled = words.many.fullmatch(heading) and words.elected.match(heading)
    titles = segment.cut(0, head.end).strip(" :–-") if titled else EMPTY
    others_too = heading.strip(" :-").casefold() == "present" and bool(blocks) and blocks[0].own and _holds(blocks[0])
    capacity = "officer" if others_too else head.capacity
    block = _Block(x0, capacity, head.post, attends=attends, members=members, own=own, titles=titles)
    rest = segment.cut(head.end)
    if rest:
        block.lines.append(rest)
    blocks.append(block)
    others = [other for other in active if abs(other.x0 - x0) > 2 * _COLUMN]
    wide = segment.words[-1].x1
    beside = [other for other in others if other.x0 > wide or other.x0 < x0 - 2 * _COLUMN]
    return sorted([*(beside if number or len(active) > 1 else []), block], key=lambda one: one.x0)


def _ends_list(row: Sequence[Excerpt]) -> bool:
    """Whether a row is running text, or a label with something else behind it, and so no longer a list of names."""
    text = " ".join(segment.text for segment in row)
    outside = re.sub(r"\([^()]*\)", " ", re.sub(r"^[^()]*\)", " ", text)).split("(")[0]
    found = [
        word for word in re.findall(r"[^\W\d_][\w’'-]*", outside) if word.casefold() not in attendance_words().small
    ]
    lower = [word for word in found if word[0].islower()]
    label = re.match(r"[A-Z][a-z]+(?: [a-z]+)+:", text)
    least = 2 if text.endswith(".") else _STRAY
    prose = len(lower) >= least and len(lower) > 0.39 * len(found)
    opens = bool(attendance_words().prose.match(text)) and (bool(lower) or "(" not in text)
    return bool(label) or prose or opens  # `The Deputy Mayor (Cllr A Oak)` is no sentence


def _is_heading(row: Sequence[Excerpt], active: Sequence[_Block]) -> bool:
    """Whether a row is bold under names that are not, though a word behind a bold name (`(Chair)`) may be plain."""
    above = [line for block in active for line in (*block.lines[-1:], *(seat.name for seat in block.seats[-1:]))]
    return bool(above) and all(segment.bold for segment in row) and not any(line.words[0].bold for line in above)


def _add_row(active: Sequence[_Block], row: Sequence[Excerpt]) -> None:
    """Gives the segments of a row to the blocks that they stand under."""
    for block in active:
        here = [segment for segment in row if _column_of(active, segment) is block]
        if here:
            _add_segments(block, [segment for segment in here if not _is_initials(segment)] or here[:1])


def _column_of(active: Sequence[_Block], segment: Excerpt) -> _Block:
    left = [block for block in active if block.x0 <= segment.words[0].x0 + _COLUMN]
    return max(left, key=lambda block: block.x0) if left else active[0]


def _is_initials(segment: Excerpt) -> bool:
    pieces = segment.text.split("\n")
    return all(_INITIALS.fullmatch(piece) and sum(c.isupper() for c in piece) > 1 for piece in pieces)


def _add_segments(block: _Block, segments: Sequence[Excerpt]) -> None:
    words = attendance_words()
    first, *others = [_named(segments[0]), *segments[1:]]
    if words.unnamed.fullmatch(first.text):
        return
    if not others and block.seats and block.post_x is not None and first.words[0].x0 > block.post_x - _COLUMN:
        last = block.seats[-1]
        block.seats[-1] = last._replace(post=join((last.post, first)))
        return
    beside = bool(others) and block.post_x is not None and abs(others[0].words[0].x0 - block.post_x) < _COLUMN
    goes_on = bool(block.lines) and block.lines[-1].text.endswith((",", " and", " &"))
    if "\n" in first.text or goes_on:
        paired = pair_stacked(first, others) if not goes_on else ()
        block.seats.extend(_Seat(name, post) for name, post in paired)
        block.lines.extend(() if paired else segments)
        return
    status = _status(others[-1]) if others else None
    if status is not None:
        if status != "absent":
            post = next((other for other in others[:-1] if words.post.search(other.text)), EMPTY)
            block.seats.append(_Seat(first, post, "apology" if status == "apology" else None))
        return
    untitled = [other for other in others if not words.titled.match(other.text)]
    described = [other for other in untitled if words.post.search(other.text) or words.body.search(other.text)]
    if described and not block.lines:
        post = next((other for other in described if words.post.search(other.text)), described[0])
        block.seats.append(_Seat(first, post))
        block.post_x = others[0].words[0].x0
    elif described or beside:
        block.seats.append(_Seat(first, described[0] if described else others[0]))
    else:
        block.lines.extend(segments)


def _named(segment: Excerpt) -> Excerpt:
    """A cell without lines that tell of people without names (`Two members of the public`) below a name."""
    lines = segment.split(re.compile("\n"))
    named = [line for line in lines if not attendance_words().unnamed.fullmatch(line.text)]
    return join(named, "\n") if 0 < len(named) < len(lines) else segment


def _status(segment: Excerpt) -> str | None:
    """Whether the last cell of a row says that somebody was there; None where it says nothing of it."""
    return next((status for pattern, status in attendance_words().status if pattern.fullmatch(segment.text)), None)


def _apologies(minutes: Minutes) -> Iterator[RawRecord]:
    """Those whose apologies a minute tells of, where no list at the head does."""
    words = attendance_words()
    for minute in minutes.minutes[: _SEARCHED + 3]:
        if not words.apologies_title.search(minute.title.text):
            continue
        for paragraph in minute.paragraphs[:2]:
            names = _apologising(paragraph.text)
            if names:
                yield _record({"people": names, "meeting_date": minutes.date}, "apology")
                return


def _apologising(text: Excerpt) -> Excerpt:
    words = attendance_words()
    if words.none.search(text.text):
        return EMPTY
    match = text.search(words.apologies_from)
    if match is not None:
        return text.group(match, "names")
    return EMPTY if _ends_list([text]) or len(text.text) > 400 else text
