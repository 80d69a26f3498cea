"""What goes into the store and comes out of it, as plain values. Knows no PDF library and no database.

Boxes are (page, x0, top, x1, bottom): PDF page from 1, points from the top left corner of the page as displayed.
Colours are `#rrggbb`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from extract.records.kept import Check, Issue, Origin, Record, Source

PlacedBox = tuple[int, float, float, float, float]
PartyKind = Literal["person", "role", "body"]
ProofStatus = Literal["untried", "proved", "disagrees", "unreadable"]


@dataclass(frozen=True, slots=True)
class PackRow:
    """The pack itself. `meeting_date` is ISO, `start_time` is HH:MM; `raw`, `origins`, `sources` are by field name.

    `modified_at` is when the file was last changed: of two packs of one meeting the later one counts.
    """

    sha256: str
    file_name: str
    path: str | None
    byte_size: int
    page_count: int
    extractor_version: str
    authority: str | None = None
    committee: str | None = None
    meeting_date: str | None = None
    start_time: str | None = None
    venue: str | None = None
    modified_at: datetime | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: `label` is the number printed on it, `kind` is text, blank, restricted, scanned or unreadable."""

    number: int
    label: str | None
    width: float
    height: float
    rotation: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document inside the pack, `first` to `last` PDF page; `kind`: front, agenda, minutes, report, restricted."""

    kind: str
    title: str | None
    agenda_ref: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell of a table: its place in the grid (from 0), its words, and one box for each page it stands on.

    `colour` is the nearest name of its fill, `shading` what that is for, `head_path` the heads over its column.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    is_header: bool
    fill: str | None
    boxes: tuple[PlacedBox, ...]
    colour: str | None = None
    shading: str | None = None
    head_path: str | None = None


@dataclass(frozen=True, slots=True)
class FragmentRow:
    """The part of a table on one page: rows `first_row` up to `last_row` (exclusive) and why it was joined."""

    box: PlacedBox
    first_row: int
    last_row: int
    joined: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table of the pack with its cells."""

    number: int
    heading: str | None
    caption: str | None
    rows: int
    columns: int
    header_rows: int
    style: str
    fragments: tuple[FragmentRow, ...]
    cells: tuple[CellRow, ...]
    caption_number: str | None = None
    footnotes: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class KnownOwner:
    """Whom an owner's initials, surname or first name stand for: the full name, and where the pack prints it."""

    name: str
    kind: PartyKind
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class PackContents:
    """All that one pack holds. `party_kinds` says which owners are a person, a role or a body, as far as is known,
    `known_owners` whom those stand for that are printed as initials or one name; `repaired` that the file was damaged
    and had to be repaired to be read.
    """

    pack: PackRow
    pages: Sequence[PageRow]
    documents: tuple[DocumentRow, ...] = ()
    records: Sequence[Record] = ()
    tables: Sequence[TableRow] = ()
    issues: tuple[Issue, ...] = ()
    party_kinds: Mapping[str, PartyKind] = field(default_factory=dict)
    repaired: bool = False
    checks: tuple[Check, ...] = ()
    known_owners: Mapping[str, KnownOwner] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredPack:
    """A pack in the store: its id there, what is known of it, and when it was loaded."""

    id: int
    row: PackRow
    loaded_at: datetime
    outcome: str


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record in the store with its id and the pack it is of; `colours` are the fills that fields were read from."""

    id: int
    pack_sha256: str
    pack_file_name: str
    pack_path: str | None
    record: Record
    colours: Mapping[str, str]
    page_labels: Mapping[int, str | None]


class SummedFigure(NamedTuple):
    """A figure in a stated sum: its record, its role (`result` or `part`), its sign, its labels and its words."""

    record: int
    role: str
    sign: int
    row: str | None
    column: str | None
    raw: str | None


class StatedSum(NamedTuple):
    """A sum that a table states, the number of that table, and the verdict; the result stands first in `figures`."""

    table: int
    rule: str
    verdict: str
    worked_out: float
    difference: float
    figures: tuple[SummedFigure, ...]


class PackCounts(NamedTuple):
    """How much of a pack is in the store: records by type, tables, documents, issues, boxes with words."""

    records: dict[str, int]
    tables: int
    documents: int
    issues: int
    sources: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A file offered to a run: `outcome` is a word of the column `offers.outcome`, `message` says what went wrong."""

    path: str
    file_name: str
    outcome: str
    offered_at: datetime
    seconds: float
    sha256: str | None = None
    byte_size: int | None = None
    modified_ns: int | None = None
    page_count: int | None = None
    pack_id: int | None = None
    message: str | None = None


class KnownFile(NamedTuple):
    """The last offer of a file, and the version of packtrace that it was read by."""

    offer: Offer
    version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and the rows of an answer; the rows come as they are asked for, while the query is open."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[Any]]


class Described(NamedTuple):
    """A table, view or column: its name and what it holds."""

    name: str
    comment: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody put right: `old` and `new` are values of `field` as in the record format; `record_id` is None once
    no reading of the pack has the record.
    """

    id: int
    record_id: int | None
    sha256: str
    type: str
    field: str
    old: Any
    new: Any
    who: str
    why: str
    made_at: datetime


class Claim(NamedTuple):
    """What the store says of a box: page (from 1), (x0, top, x1, bottom), the words in it, and the fill (`#rrggbb`)
    where the value was read from one.
    """

    page: int
    box: tuple[float, float, float, float]
    words: str
    colour: str | None


class Proof(NamedTuple):
    """What a second reader says of a box: `seen` is what it saw there where it does not prove it."""

    status: ProofStatus
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class PackProof:
    """How many boxes of a pack have which status, and who tried them last; None where nobody did."""

    counts: Mapping[ProofStatus, int]
    reader: str | None
    proved_at: datetime | None


@dataclass(frozen=True, slots=True)
class RecordProof:
    """What was found of the boxes of a record, by field in the order of its sources, by whom and when."""

    fields: Mapping[str, tuple[Proof, ...]]
    reader: str | None
    proved_at: datetime | None


class Disagreement(NamedTuple):
    """A box that a second reader does not prove, and what the store says of it; `record` is None for the pack's own."""

    record: int | None
    type: str
    field: str
    claim: Claim
    seen: str | None


class Hit(NamedTuple):
    """A page or a record that holds the words searched for; `record` and `type` are None for a page.

    `words` are some of its words, those searched for among them.
    """

    pack: str
    page: int
    page_label: str | None
    record: int | None
    type: str | None
    words: str
