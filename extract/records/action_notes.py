"""Actions noted in minutes: `Action: Clerk by 31 May` beside a minute or on lines of their own under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.layout.excerpt import EMPTY, Excerpt, join_lines
from extract.pack.prose import Paragraph, elements_to_paragraphs
from extract.pack.types import Pack
from extract.records.action_rows import split_labels
from extract.records.action_words import (
    DATE_LIKE,
    DATE_WORD,
    LABELS,
    NO_ACTION,
    NOTE,
    NOTE_BARE,
    NOTE_DATE,
    NOTE_HEAD,
    OWNER_ACTS,
    OWNER_WORD,
    ROLES,
    TO_DO,
    VERB,
)
from extract.records.minutes import Minutes, pack_to_minutes
from extract.records.triggers import sentence_start
from extract.records.types import Issue, RawRecord, RawValue

_LINE_END = re.compile(r"\n")
_NOTE_WITHIN = re.compile(r"[.;!?)]\s+(?=A(?:CTION|ction)|(?:FOR|For) (?:ACTION|[Aa]ction)|G(?:WEITHREDU|weithredu))")
_MEETING = re.compile(r"(?i)\b(?:the|a|an|its|of)\s+$")  # `to the September meeting`: no date that it is due by
_BRACKETED = re.compile(r"^[(\[](?P<inner>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\.?$")
_NAMED = re.compile(
    r"^(?P<who>[A-Z][^:.;]{1,40}?)(?::\s+(?=\S)|\s[–—-]\s+(?=[a-z]))"
)  # `Deputy Clerk: order the repair`
_MOST_OWNER_WORDS = 10
_MOST_HEAD_LINES = 3
_SUBJECT = re.compile(r"^[A-Z][^:.;]{2,50}:\s+(?=[A-Z])")
_GAP = 0.9  # line heights between two notes that stand beside each other without a label


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says after its label, line by line; the number in its label, its minute's, whether it has a label.

    `before` is the paragraph that it stands below.
    """

    lines: tuple[Excerpt, ...]
    number: Excerpt
    minute: Excerpt
    labelled: bool
    before: Excerpt = EMPTY


def minutes_to_notes(pack: Pack) -> tuple[list[RawRecord], list[Issue]]:
    """The actions noted in the minutes of a pack; notes that say only who is to act are issues."""
    records: list[RawRecord] = []
    issues: list[Issue] = []
    for minutes in pack_to_minutes(pack):
        for note in _notes(pack, minutes):
            record = note_to_record(note)
            if record is not None:
                records.append(record)
            elif note.lines and not NO_ACTION.match(join_lines(note.lines).text):
                words = join_lines(note.lines)
                issues.append(
                    Issue(
                        "action_without_words",
                        "A note says who is to act but not what is to be done.",
                        words.page,
                        words.text,
                    )
                )
    return records, issues


def _notes(pack: Pack, minutes: Minutes) -> Iterator[Note]:
    """The notes of a set of minutes: for each minute those under it, then those beside it."""
    for ref, paragraphs in _by_minute(pack, minutes):
        yield from _under_notes(paragraphs, ref)
        told = [p for p in paragraphs if not _tells_of_note(p)]
        yield from _beside_notes([line for p in told for line in p.beside.split(_LINE_END)], ref)


def _by_minute(pack: Pack, minutes: Minutes) -> Iterator[tuple[Excerpt, list[Paragraph]]]:
    """The paragraphs of each minute with its number, its title's among them; those above the first have none."""
    refs = {id(minute.ref.words[0]): minute.ref for minute in minutes.minutes if minute.ref}
    ref, listed = EMPTY, list[Paragraph]()
    for paragraph in elements_to_paragraphs(pack.elements(minutes.first, minutes.last)):
        begins = refs.get(id(paragraph.whole.words[0]))
        if begins is not None:
            yield ref, listed
            ref, listed = begins, []
        if minutes.first <= paragraph.page <= minutes.last:
            listed += _cut_at_notes(paragraph)
    yield ref, listed


def _cut_at_notes(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut before each note at the end of a sentence in it: `… to get three quotes. ACTION: Clerk`."""
    text = paragraph.text
    cuts = [at for m in _NOTE_WITHIN.finditer(text.text) if NOTE.match(text.text[(at := m.end()) :])]
    if not cuts:
        return [paragraph]
    pieces = (text.cut(start, end) for start, end in pairwise([*cuts, len(text)]))
    rest = (replace(paragraph, marker=EMPTY, text=piece, bullet=False, beside=EMPTY) for piece in pieces)
    return [replace(paragraph, text=text.cut(0, cuts[0])), *rest]


def _under_notes(paragraphs: Sequence[Paragraph], ref: Excerpt) -> Iterator[Note]:
    """The notes that are paragraphs: each with the labelled ones right below it, or each of the list below it.

    A heading (`Actions to be taken:`) makes all below it notes, up to the next heading.
    """
    notes: list[Note] = []
    below: Literal["nothing", "labels", "list", "all"] = "nothing"
    before = EMPTY
    for paragraph in paragraphs:
        note = _under_note(paragraph, ref)
        if NOTE_HEAD.fullmatch(paragraph.text.text):
            below = "all"
        elif below == "all" and not paragraph.bold and not paragraph.text.text.endswith(":"):
            notes.append(Note((paragraph.text,), EMPTY, ref, True))
        elif note is not None:
            notes += [replace(note, before=before)] if note.lines else []
            below = "labels" if note.lines else "list"
        elif below == "list" and (paragraph.bullet or paragraph.marker):
            notes.append(Note((paragraph.text,), EMPTY, ref, True))
        elif below == "labels" and any(label.match(paragraph.text.text) for label in LABELS.values()):
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, paragraph.text))
        else:
            below, before = "nothing", paragraph.text
    yield from notes


def _under_note(paragraph: Paragraph, ref: Excerpt) -> Note | None:
    """The note that a paragraph is; without lines where a list of actions follows it."""
    text = _unbracketed(paragraph.text)
    match = NOTE.match(text.text)
    if match is None:
        bare = NOTE_BARE.match(text.text)
        named = bare is not None and bare.end() < len(text) and _are_owners(text.text[bare.end() :])
        return Note(_after(text, bare), EMPTY, ref, True) if bare is not None and named else None
    lines = _after(text, match)
    head = paragraph.beside.split(_LINE_END) if lines and _tells_of_note(paragraph) else ()
    return Note((*head, *lines), text.group(match, "number"), ref, True)


def _unbracketed(text: Excerpt) -> Excerpt:
    """The words between the brackets that a whole paragraph stands in: `(Action: Clerk to write.)`; else all of it."""
    match = text.search(_BRACKETED)
    return text if match is None else text.group(match, "inner")


def _tells_of_note(paragraph: Paragraph) -> bool:
    """Whether the column beside a paragraph that is a note says only who is to act on it and by when."""
    beside = paragraph.beside
    return (
        bool(beside) and NOTE.match(paragraph.text.text) is not None and _is_head(join_lines(beside.split(_LINE_END)))
    )


def _after(text: Excerpt, match: re.Match[str]) -> tuple[Excerpt, ...]:
    rest = text.cut(match.end())
    return (rest,) if rest else ()


def _beside_notes(lines: Sequence[Excerpt], ref: Excerpt) -> Iterator[Note]:
    """The notes that lines beside a minute make: each begins with a label, or stands apart from the one above."""
    notes: list[Note] = []
    for index, line in enumerate(lines):
        match = NOTE.match(line.text)
        bare = NOTE_BARE.match(f"{line.text} ") if match is None else None
        if match is not None:
            notes.append(Note(_after(line, match), line.group(match, "number"), ref, True))
        elif bare is not None and (bare.end() > len(line) or _are_owners(line.cut(bare.end()).text)):
            notes.append(Note(_after(line, bare), EMPTY, ref, True))
        elif notes and (_touches(lines[index - 1], line) or (notes[-1].labelled and _only_head(notes[-1]))):
            notes[-1] = Note((*notes[-1].lines, line), notes[-1].number, ref, notes[-1].labelled)
        elif not line.text[0].islower():  # the rest of a line of the text is no note
            notes.append(Note((line,), EMPTY, ref, False))
    yield from notes


def _touches(above: Excerpt, below: Excerpt) -> bool:
    first, second = above.places()[-1].box, below.places()[0].box
    return first.page != second.page or second.top - first.bottom < _GAP * (second.bottom - second.top)


def _only_head(note: Note) -> bool:
    return bool(note.lines) and _is_head(join_lines(note.lines))


def note_to_record(note: Note) -> RawRecord | None:
    """The action of a note; None where it says neither what is to be done nor by when."""
    if not note.lines or NO_ACTION.match(join_lines(note.lines).text):
        return None
    head, text = _head_and_text(note.lines)
    text, fields = split_labels(text)
    owners, due = _owners_and_due(head) if head else _within(text)
    due = due or _within(text)[1]
    if not text and not due and "due" not in fields:
        text = _told_before(note.before)
    found: dict[str, RawValue] = {
        "ref": note.minute or note.number,
        "text": text,
        "owners": owners,
        "due": due,
        **fields,
    }
    known = {name: value for name, value in found.items() if value}
    if "text" not in known and "due" not in known:
        return None
    return RawRecord("actions", note.lines[0].page, known, {"kind": "action"})


def _told_before(text: Excerpt) -> Excerpt:
    """The sentence that a bare note (`ACTION: Clerk`) stands below, where it says what is to be done; else empty.

    The words that name its subject ahead of it (`Bus stop: Clerk to write`) are none of it.
    """
    last = text.cut(sentence_start(text.text, max(len(text) - 1, 0)))
    subject = last.search(_SUBJECT)
    last = last if subject is None else last.cut(subject.end())
    return last if TO_DO.search(last.text) else EMPTY


def _head_and_text(lines: Sequence[Excerpt]) -> tuple[Excerpt, Excerpt]:
    """Who and by when, and what: told apart by bold face, else by the lines that hold names and a date alone."""
    whole = join_lines(lines)
    bold = next((span.start for span in whole.spans if not span.word.bold), None)
    if bold and _is_head(whole.cut(0, bold)):
        return whole.cut(0, bold), whole.cut(bold)
    if _is_head(whole):
        return whole, EMPTY
    named = whole.search(_NAMED)
    if named is not None and _are_owners(named["who"]):
        return whole.group(named, "who"), whole.cut(named.end())
    for count in range(min(_MOST_HEAD_LINES, len(lines) - 1), 0, -1):
        head = join_lines(lines[:count])
        if _is_head(head) and not lines[count].text[:1].islower():
            return head, join_lines(lines[count:])
    return EMPTY, whole


def _is_head(words: Excerpt) -> bool:
    owners, due = _owners_and_due(words)
    return _are_owners(owners.text) or (not owners and bool(due))


def _owners_and_due(words: Excerpt) -> tuple[Excerpt, Excerpt]:
    """Names, and the date after them (`by 31 May`)."""
    at = _date_at(words.text)
    return words.cut(0, at).strip(" ,;:–-("), words.cut(at).strip(" .)") if at is not None else EMPTY


def _within(text: Excerpt) -> tuple[Excerpt, Excerpt]:
    """Who is to act and by when, where the words of the action say so (`KO to write by 28 February`)."""
    match = text.search(OWNER_ACTS)
    owners = text.cut(0, match.start()) if match is not None else EMPTY
    at = _date_at(text.text)
    if at is not None and _MEETING.search(text.text[:at]) and not NOTE_DATE.match(text.text, at):
        at = None
    return owners if _are_owners(owners.text) else EMPTY, text.cut(at).strip(" .)") if at is not None else EMPTY


def _date_at(text: str) -> int | None:
    """Where the date begins that words end with; None where they end with none."""
    for match in NOTE_DATE.finditer(text):
        if all(DATE_WORD.match(word.strip(".,()")) for word in text[match.start() :].split() if word.strip(".,()")):
            return match.start()
    bare = DATE_LIKE.search(text)
    if bare is not None and all(DATE_WORD.match(word.strip(".,()")) for word in text[bare.start() :].split()):
        return bare.start()
    return None


def _are_owners(words: str) -> bool:
    """Whether words are names, initials or roles and nothing else."""
    if ";" in words:  # `Jo Ash, Head of Finance; Al Oak, Director`
        return all(map(_are_owners, filter(None, words.split("; "))))
    tokens = [token for token in re.split(r"[\s/,&+]+", words) if token]
    if VERB.match(words):
        return False
    if not 0 < len(tokens) <= _MOST_OWNER_WORDS:
        return False
    return all(token[0].isupper() or OWNER_WORD.match(token) or ROLES.fullmatch(token) for token in tokens)
