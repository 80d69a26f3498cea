"""packtrace issues: what was seen in packs and not understood."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption

if TYPE_CHECKING:
    import load
    from extract.records.kept import Issue

_MESSAGE = "A second reader sees {seen!r} in this box, which is a source of {count} values."

LONGEST = 100
"""Characters of an issue's words that are shown."""


def issues(
    pack: Annotated[
        str | None,
        typer.Argument(metavar="[PACK]", help="A path, a file name or the start of a sha256; all packs without."),
    ] = None,
    code: Annotated[str | None, typer.Option("--code", help="Only issues of one code.")] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """List what was seen and not understood: a word for a word list, a layout to be added, or a page to look at.

    How a word list is added to is told in docs/adding-a-layout.md.
    """
    import load
    from packtrace.display import clip, make_console, make_table
    from packtrace.opening import find_pack, opened_store

    with opened_store(store) as opened:
        packs = [find_pack(opened, pack)] if pack is not None else load.list_packs(opened)
        found = [(one.row.file_name, issue) for one in packs for issue in _issues_of(opened, one.id)]
    chosen = [(name, issue) for name, issue in found if code is None or issue.code == code]
    rows = [(name, issue.page, issue.code, issue.message, clip(issue.text, LONGEST)) for name, issue in chosen]
    console = make_console()
    console.print(make_table(f"{len(rows)} issues", ("pack", "page", "code", "what", "words"), rows))
    console.print(_by_code([issue for _, issue in chosen]), markup=False)


def _issues_of(store: load.Store, pack: int) -> list[Issue]:
    """What reading left open, and where a second reader disagrees with what was read."""
    import load
    from extract.records.kept import Issue

    values = Counter((one.claim, one.seen) for one in load.read_disagreements(store, pack))
    return load.read_issues(store, pack) + [
        Issue("proof_disagrees", _MESSAGE.format(seen=seen or "", count=count), claim.page, claim.words)
        for (claim, seen), count in values.items()
    ]


def _by_code(found: list[Issue]) -> str:
    counted = Counter(issue.code for issue in found)
    return ", ".join(f"{count} {code}" for code, count in counted.most_common()) or "Nothing was left open."
