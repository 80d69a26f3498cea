"""An item's title, pages and paper, out of its lines and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.excerpt import EMPTY, Excerpt, begins_with_bullet, join, join_lines
from extract.pack.agenda_rows import Row
from extract.pack.agenda_words import agenda_words, named
from extract.pack.refs import words_to_part

_PARAGRAPH = 0.85  # em between lines that part a title from what is said of it
_TITLE_EDGE = 60.0  # points right of where titles begin that their lines may begin
_GOES_ON = re.compile(r"(?i)(?:[,/–—&-]|\b(?:and|or|of|the|to|in|for|by|with|a|an|at|on|from))$")
_SIGN = re.compile(r"(?:\s[-–—]|:)\s*$")
_SIGN_BEFORE = re.compile(r"\s*(?:[-–—]\s|:)")
_AFTER_DASH = re.compile(r"\s+[-–—]\s*([^-–—]+?)\s*$")
_PARTED = re.compile(r"\s+[-–—]\s+|\s*[,;:]\s+")
_BRACKETS = re.compile(r"\s*[-–—]?\s*[(\[]([^()\[\]]*)[)\]]\s*[.*]*$")


def titles_to_right(rows: Sequence[Row], table: int | None) -> float:
    """How far to the right the lines of titles reach: those of a table, or those that stand in none; in points.

    Lines of no table that begin right of where titles do (a name signed at the right) tell nothing of it.
    """
    held = [row for row in rows if row.table == table and (table is None or row.numbered is not None)]
    starts = [row.lines[0].words[0].x0 for row in held if row.numbered and row.lines and table is None]
    edge = max(starts, default=0.0) + _TITLE_EDGE
    lines = [line for row in held for line in row.lines]
    return max((line.words[-1].x1 for line in lines if not starts or line.words[0].x0 < edge), default=0.0)


def block_to_title(block: Sequence[Row], right: float) -> Excerpt:
    """The heading lines of an item as running text, without its pages, paper or how the paper comes.

    `right` is how far lines reach (points): a line that had room for the next word ends the title.
    """
    lines = list(_title_lines(block, right))
    return _without_notes(_bold_head(lines) or join_lines(lines))


def _bold_head(lines: Sequence[Excerpt]) -> Excerpt:
    """The bold words that a title begins with where a sign parts them from plain ones; empty where none does.

    `**Finance** – To approve the payments`: what is said of an item in its own line is no more its title than below it.
    """
    whole = join_lines(lines)
    plain = next((span.start for span in whole.spans if not span.word.bold), 0)
    head = whole.cut(0, plain)
    parted = _SIGN.search(head.text) or _SIGN_BEFORE.match(whole.text[plain:])
    return head.strip(" :") if len(head) > 2 and parted else EMPTY


def _title_lines(block: Sequence[Row], right: float) -> Iterator[Excerpt]:
    last = EMPTY
    so_far = ""
    for line in (line for row in block for line in row.lines):
        if last and not _goes_on(last, line, so_far, right):
            return
        yield line
        last, so_far = line, f"{so_far} {line.text}"


def _goes_on(last: Excerpt, line: Excerpt, so_far: str, right: float) -> bool:
    """Whether a line is more of the title above it."""
    a, b = last.words[-1], line.words[0]
    if so_far.count("(") > so_far.count(")"):
        return True
    if words_to_part(line)[0]:
        return False
    if a.bold != b.bold or abs(a.size - b.size) > 0.6 or a.font.italic != b.font.italic or begins_with_bullet(line):
        return False
    if a.page == b.page and b.top - a.bottom > _PARAGRAPH * a.size:
        return False
    if b.text[0].islower() or _GOES_ON.search(last.text):
        return True
    return right - a.x1 < b.x1 - b.x0 + 0.3 * a.size and not last.text.endswith(".")


def _without_notes(title: Excerpt) -> Excerpt:
    """A title without page ranges, and without a paper or the way it comes in brackets at its end."""
    words = agenda_words()
    while (note := _BRACKETS.search(title.text)) and note.start() and _is_note(note[1]):
        title = title.cut(0, note.start())
    if (match := words.within("page_ranges", title.text)) and _stands_apart(title.text, match):
        title = join((title.cut(0, match.start()), title.cut(match.end()))) if match.start() else title
    while (note := _BRACKETS.search(title.text)) and note.start() and _is_note(note[1]):
        title = title.cut(0, note.start())
    if (after := _AFTER_DASH.search(title.text)) and after.start() and words.whole("papers", after[1]):
        title = title.cut(0, after.start())
    return title.strip(" .*–—-") if re.search(r"[\s*–—-]$|\w\.$", title.text) else title


def _is_note(text: str) -> bool:
    """Whether words in brackets say only how a paper comes: `copy attached – Appendix A`."""
    words = agenda_words()
    parts = [part for part in _PARTED.split(text) if part]
    known = [any(words.whole(name, part) for name in ("enclosure_words", "papers", "page_ranges")) for part in parts]
    return bool(known) and (all(known) or any(words.whole(name, text) for name in ("enclosure_words", "page_ranges")))


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a page range is in brackets or at the end: a title may speak of pages."""
    return match[0].lstrip().startswith(("(", "[")) or not text[match.end() :].strip(" .)]")


def find_pages(block: Sequence[Row]) -> tuple[Excerpt, Excerpt]:
    """The printed numbers of the first and last page of an item; two empty Excerpts where it gives none."""
    words = agenda_words()
    aside = join(part for row in block for part in row.aside)
    main = join(line for row in block for line in (row.lines if row is block[0] else (row.whole,)))
    for text in (aside, main):
        for found in words.patterns["page_ranges"].finditer(text.text):
            if text is aside or _stands_apart(text.text, found):
                return _ends(text, found)
    alone = [(row.pages, match) for row in block if (match := words.whole("bare_pages", row.pages.text))]
    return _ends(*alone[0]) if len(alone) == 1 else (EMPTY, EMPTY)


def _ends(text: Excerpt, match: re.Match[str]) -> tuple[Excerpt, Excerpt]:
    first, last = named(match, "first"), named(match, "last")
    assert first is not None
    return text.group(match, first), text.group(match, last or first)


def find_paper(block: Sequence[Row]) -> Excerpt:
    """The words that name an item's paper: in a column of their own, or in brackets after its title."""
    words = agenda_words()
    for part in (part for row in block for part in row.aside):
        if match := words.begins("papers", part.text):
            return part.group(match)
    if block[0].paper:
        return block[0].paper
    for line in (line for row in block for line in row.lines):
        if (bracket := _BRACKETS.search(line.text)) and (match := words.whole("papers", bracket[1])):
            return line.cut(bracket.start(1), bracket.start(1) + match.end())
    return EMPTY
