"""Which actions are still to be done: not dated 'completed', not blue, no status that says closed."""

from __future__ import annotations

import tomllib
from importlib import resources

from load.shown import value_now


def left_to_do(of: str = "") -> str:
    """SQL for what holds of such an action as it is now; `of` is what stands before the names of its columns.

    View and index say it in the same words: then the view's actions are those of the index, and need not be looked at.
    """
    due, rag, status = (value_now("actions", name, of) for name in ("due_kind", "rag", "status"))
    closed = " OR ".join(f"({status}) {{like}} {_quote(word + '%')}" for word in closed_words())
    return f"""coalesce({due}, '') <> 'done' AND coalesce({rag}, '') <> 'blue'
        AND (({status}) IS NULL OR NOT ({closed}))"""


def closed_words() -> tuple[str, ...]:
    """The beginnings of a status that says nothing is left to do, from `vocabulary/status.toml`, in lower case."""
    with resources.files("load").joinpath("vocabulary", "status.toml").open("rb") as file:
        vocabulary = tomllib.load(file)
    if set(vocabulary) != {"closed"}:
        raise ValueError(f"status.toml may have only 'closed', not {sorted(set(vocabulary) - {'closed'})}")
    words = vocabulary["closed"]
    if any(not isinstance(word, str) or word != word.lower() for word in words):
        raise ValueError("status.toml: closed must be words in lower case")
    return tuple(words)


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
