"""Heads of columns of actions whose meaning the other heads of their row settle: outcomes, addressees, decisions."""

from __future__ import annotations

from extract.records.action_words import LABELS
from extract.tables.types import Cell, Table

_LONGEST_NUMBER = 3  # figures of a rating


def settled(heads: dict[Cell, str]) -> dict[Cell, str]:
    """The cells of a head row by what they head, with those told by the others."""
    return _with_decision(_with_reported(_with_addressee(_with_response(_with_outcome(_with_stages(heads))))))


def dated(table: Table, heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads without a date that spans columns of ratings: `Target` over `L`, `I` and `Total` is no target date."""
    return {
        cell: "never" if concept == "due" and _spans_ratings(table, cell) else concept
        for cell, concept in heads.items()
    }


def told_in_cells(table: Table, heads: dict[Cell, str]) -> set[str]:
    """`owners_due` where the cells below a head name who and when after labels: `Lead officer: … Due date: …`."""
    asked = next((cell for cell, concept in heads.items() if concept == "subject"), None)
    below = table.column_cells(asked.column) if asked is not None else []
    texts = [cell.text.text for cell in below if asked is not None and cell.row > asked.row and cell.text]
    told = [text for text in texts if LABELS["owners"].search(text) and LABELS["due"].search(text)]
    return {"owners_due"} if told and 2 * len(told) > len(texts) else set()


def _spans_ratings(table: Table, head: Cell) -> bool:
    columns = range(head.column, head.column + head.column_span)
    below = (cell for column in columns for cell in table.column_cells(column) if cell.row > head.row)
    texts = [cell.text.text for cell in below if cell.text and cell.column_span == 1]
    numbers = [text for text in texts if text.isdigit() and len(text) <= _LONGEST_NUMBER]
    return head.column_span > 1 and 2 * len(numbers) > len(texts)


def _with_stages(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with the stages of a project as its milestones where a date that was planned and a later one stand beside.

    `Planned` alone may head numbers.
    """
    told = set(heads.values())
    dates = {"due", "original", "planned"} & told
    steps = {"stage": "text", "planned": "due"} if {"stage", "revised"} <= told and dates else {}
    steps |= {"planned": "original"} if {"planned", "due"} <= told else {}
    if "stage" in steps:  # when they were really done says nothing of when they are due
        heads = {
            cell: "other" if cell.text.text.casefold().startswith("actual") else own for cell, own in heads.items()
        }
    open_ones = ("stage", "planned")
    return {cell: steps.get(own, "other") if own in open_ones else own for cell, own in heads.items()}


def _with_outcome(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with an outcome as the status only behind the actions and where nothing else tells how they stand.

    Ahead of them, and in plans that print progress too, it is what the actions are to bring about.
    """
    outcome = next((cell for cell, concept in heads.items() if concept == "outcome"), None)
    if outcome is None:
        return heads
    texts = [cell.column for cell, concept in heads.items() if concept in ("text", "subject")]
    stands = bool(texts) and outcome.column > min(texts) and not {"status", "progress"} & set(heads.values())
    return {
        cell: "status" if concept == "outcome" else concept
        for cell, concept in heads.items()
        if concept != "outcome" or stands
    }


def _with_response(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with what was answered as the progress of actions that another head names, else as what is to be done."""
    told = set(heads.values())
    spare = "other" if told & {"subject", "progress"} else "subject"
    concept = "progress" if "text" in told and not told & {"status", "progress"} else spare
    return {cell: concept if own == "response" else own for cell, own in heads.items()}


def _with_reported(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with the day of a report as when decisions are due, where others say whose they are and when taken."""
    told = set(heads.values())
    tracked = {"decision", "owners", "raised"} <= told and not told & {"due", "revised", "owners_due"}
    return {cell: "due" if concept == "reported" and tracked else concept for cell, concept in heads.items()}


def _with_decision(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with decisions as what is to be done where others say who is to do it, and by when or what came of it."""
    told = set(heads.values())
    acted = bool({"owners_due"} & told or ("owners" in told and told & {"due", "revised"}))
    followed = "owners" in told and ("progress" in told or {"status", "raised"} <= told)  # sheets without dates
    subject = "subject" if acted else "text" if followed else "other"
    subject = "other" if told & {"text", "subject"} else subject
    return {cell: subject if concept == "decision" else concept for cell, concept in heads.items()}


def _with_addressee(heads: dict[Cell, str]) -> dict[Cell, str]:
    """Heads with those to whom something is directed as its owners, where no other head names any."""
    told = set(heads.values())
    spans = "start" in told and not told & {"due", "revised"}
    named = not spans and bool({"owners", "owners_due"} & told)
    addressed = {cell: "due" if spans else "owners" for cell, concept in heads.items() if concept == "addressee"}
    kept = {cell: concept for cell, concept in heads.items() if cell not in addressed}
    return kept if named else kept | addressed
