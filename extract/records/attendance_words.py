"""The words that tell who was at a meeting and how: heads of lists, posts, bodies, remarks in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.vocabulary import any_of, read_vocabulary


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """Patterns; heads and posts with the capacity that each gives (None: those under it are left out).

    `lead` is what may stand before a head: a number, the same head in another language (`Yn bresennol / Present`).
    """

    lead: re.Pattern[str]
    heads: tuple[tuple[re.Pattern[str], str | None], ...]
    posts: tuple[tuple[re.Pattern[str], str], ...]
    post: re.Pattern[str]
    body: re.Pattern[str]
    titled: re.Pattern[str]
    column_heads: re.Pattern[str]
    name_heads: re.Pattern[str]
    status_heads: re.Pattern[str]
    remark: re.Pattern[str]
    status: tuple[tuple[re.Pattern[str], str], ...]
    substitute: re.Pattern[str]
    small: frozenset[str]
    prose: re.Pattern[str]
    none: re.Pattern[str]
    attends: re.Pattern[str]
    members_attend: re.Pattern[str]
    own_members: re.Pattern[str]
    elected: re.Pattern[str]
    unnamed: re.Pattern[str]
    stays: re.Pattern[str]
    party: re.Pattern[str]
    many: re.Pattern[str]
    mark_legend: re.Pattern[str]
    item_heads: re.Pattern[str]
    visiting_posts: re.Pattern[str]
    apologies_title: re.Pattern[str]
    apologies_from: re.Pattern[str]


@cache
def attendance_words() -> AttendanceWords:
    """The word list of extract/records/vocabulary/attendance.toml as patterns."""
    data = read_vocabulary(
        "extract.records", "attendance", dict.fromkeys(("heads", "strict_heads", "posts", "words"), dict)
    )
    words = data["words"]
    known = "|".join(word for group in ("heads", "strict_heads") for listed in data[group].values() for word in listed)
    lead = re.compile(rf"(?i)\W*(?P<number>\d{{1,2}}[.)]?\s+)?(?P<other>(?:{known})\s*/\s*)?")
    mark = r"\s*(?:\([^()]*\))?\s*"
    ends = {
        "heads": r"(?:[:;–—]+-?|-\s|,(?=\s+(?-i:[A-ZÀ-Þ]))|$|(?=\s+(?-i:[A-ZÀ-Þ(]))|(?<=from)\s)\s*",
        "strict_heads": r"(?:[:;–—]+-?|\s-\s|$)\s*",
    }
    heads = [
        (re.compile(rf"(?i)(?:{word}){mark}{end}"), _capacity(capacity))
        for group, end in ends.items()
        for capacity, listed in data[group].items()
        for word in listed
    ]
    posts = [
        (re.compile(rf"(?i)\W*(?P<post>{word})\s*[:–-]\s*(?=\S)"), capacity)
        for capacity, listed in data["posts"].items()
        for word in listed
    ]
    return AttendanceWords(
        lead,
        tuple(heads),
        tuple(posts),
        re.compile(rf"(?i)\b(?:{'|'.join(words['post'])})s?\b(?!['’]s)"),
        re.compile(rf"(?i)\b(?:{'|'.join(words['body'])})\b|^[A-Z]{{2,6}}$"),
        re.compile(rf"(?i)(?:{'|'.join(words['titled'])})"),
        re.compile(rf"(?i)(?:{'|'.join(words['column_heads'])})"),
        re.compile(rf"(?i)(?:{'|'.join(words['name_heads'])})"),
        re.compile(rf"(?i)(?:{'|'.join(words['status_heads'])})"),
        re.compile(rf"(?i)\s*(?:{'|'.join(words['remark'])})"),
        tuple(
            (re.compile(rf"(?i)(?:{'|'.join(words[f'status_{status}'])})"), status)
            for status in ("present", "apology", "absent")
        ),
        any_of(words["substitute"]),
        frozenset(words["small"]),
        re.compile(rf"(?i)(?:{'|'.join(words['prose_openings'])})\s"),
        any_of(words["none"]),
        re.compile(rf"(?i)\W*(?:{'|'.join(words['attends'])})\W*"),
        re.compile(rf"(?i)\W*(?:{'|'.join(words['members_attend'])})\W*"),
        any_of(words["own_members"]),
        any_of(words["elected"]),
        any_of(words["unnamed"]),
        re.compile(rf"(?i)(?:{'|'.join(words['stays'])})\s*[:–-]?"),
        re.compile(rf"(?i)(?:the )?(?:{'|'.join(words['parties'])})(?: (?:group|party|alliance))*(?:\s*\(\d+\))?\W*"),
        re.compile(rf"(?i)\W*(?:{'|'.join(words['plural_titles'])})\s*[:–-]?\W*"),
        re.compile(rf"(?i)(?:^|(?<=\s))\W*(?:{'|'.join(words['mark_legend'])})\W*$"),
        re.compile(rf"(?i)(?:{'|'.join(words['item_heads'])})\s*:?"),
        any_of(words["visiting_posts"]),
        any_of(words["apologies_title"]),
        any_of(words["apologies_from"], re.IGNORECASE | re.DOTALL),
    )


def _capacity(name: str) -> str | None:
    return None if name == "nobody" else name
