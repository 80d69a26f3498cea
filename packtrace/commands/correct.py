"""packtrace correct: one value put right, beside what was read."""

from __future__ import annotations

from typing import Annotated

import typer

from packtrace.options import DEFAULT_STORE, StoreOption


def correct(
    place: Annotated[str, typer.Argument(metavar="RECORD.FIELD", help="The number of a record and its field: 217.due")],
    why: Annotated[str, typer.Option("--why", help="Why it is corrected.")],
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="What it should say; owners stand between semicolons.")
    ] = None,
    nothing: Annotated[bool, typer.Option("--nothing", help="It should say nothing.")] = False,
    who: Annotated[str | None, typer.Option("--who", help="Who corrects it; the user's name if not given.")] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Correct a value of a record, beside what was read. That stays, with its source; the views show the correction.

    Corrections are only ever added, and outlive new readings of the pack: to take one back, make another.
    """
    import getpass

    import load
    from packtrace.display import value_to_text
    from packtrace.errors import CorrectionRefusedError, RecordNotFoundError
    from packtrace.opening import opened_store

    number, _, field = place.partition(".")
    if not (number.isdecimal() and field) or nothing is (value is not None):
        raise typer.BadParameter("give RECORD.FIELD, and a VALUE or --nothing")
    with opened_store(store) as opened:
        try:
            new = _to_value(opened, int(number), field, value)
            made = load.correct_record(opened, int(number), field, new, who or getpass.getuser(), why)
        except KeyError as error:
            raise RecordNotFoundError(f"{opened.url} has no record {number!r}.") from error
        except ValueError as error:
            raise CorrectionRefusedError(f"{place}: {error}.") from error
    print(f"{place}: was {value_to_text(made.old) or 'nothing'}, is now {value_to_text(made.new) or 'nothing'}")


def _to_value(store: object, record: int, field: str, words: str | None) -> object:
    import load
    from packtrace.correcting import words_to_value

    assert isinstance(store, load.Store)
    found = load.read_record(store, record)
    if found is None:
        raise KeyError(record)
    kind = load.find_field(found.record.type, field).kind
    return None if words is None else words_to_value(kind, words)
