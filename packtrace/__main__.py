"""The command line. Only the module of the command that is asked for is imported, and Typer only with it, so that
`packtrace --help` answers at once.
"""

from __future__ import annotations

import sys
from typing import NamedTuple


class Command(NamedTuple):
    """A command: its name (also that of its module and function in `packtrace.commands`) and what it does."""

    name: str
    arguments: str
    summary: str


COMMANDS = (
    Command("ingest", "PATH...", "Read packs into the store."),
    Command("status", "", "Show every file ever offered and what became of it."),
    Command("retry", "", "Read once more what has failed."),
    Command("forget", "PACK", "Take a pack out of the store."),
    Command("upgrade", "", "Bring an older store up to date."),
    Command("show", "PACK", "Show what is in a pack."),
    Command("query", '"SQL"', "Ask the store a question in SQL."),
    Command("search", "WORDS...", "Search records, or pages, for words."),
    Command("trace", "RECORD[.FIELD]", "Show where a value comes from."),
    Command("prove", "[PACK]...", "Prove the boxes of values with a second reader."),
    Command("correct", "RECORD.FIELD VALUE", "Correct a value, beside what was read."),
    Command("tables", "PACK [N]", "List the tables of a pack, or give one."),
    Command("issues", "[PACK]", "List what was seen and not understood."),
    Command("export", "PACK", "Write what a pack says as records."),
)

_USAGE = 2


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and ends the process with its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    first = given[0] if given else ""
    if first in ("--help", "-h", ""):
        print(overview())
        sys.exit(0 if first else _USAGE)
    if first == "--version":
        from packtrace.version import VERSION

        print(f"packtrace {VERSION}")
        sys.exit(0)
    if first not in {command.name for command in COMMANDS}:
        print(f"packtrace: there is no command {first!r}.\nSee packtrace --help.", file=sys.stderr)
        sys.exit(_USAGE)
    _run(first, given)


def overview() -> str:
    """What `packtrace --help` says."""
    from packtrace.errors import exit_codes

    lines = [f"  packtrace {f'{command.name} {command.arguments}':<24} {command.summary}" for command in COMMANDS]
    codes = [f"  {code:>3}  {meaning}" for code, meaning in exit_codes()]
    return "\n".join((_HEAD, "", "Commands (each with --help):", *lines, "", _STORE, "", "Exit codes:", *codes))


_HEAD = "packtrace reads agenda packs into a database in which every value leads back to the words on its page."
_STORE = "The store is data/packtrace.db under the current folder, or what --store URL or PACKTRACE_STORE names."


def _run(name: str, arguments: list[str]) -> None:
    from importlib import import_module

    import typer

    from packtrace.errors import PacktraceError

    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_several_commands)
    app.command(name)(getattr(import_module(f"packtrace.commands.{name}"), name))
    try:
        app(arguments, prog_name="packtrace")
    except PacktraceError as error:
        print(f"packtrace: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


def _several_commands() -> None:
    """Keeps Typer from taking a single command for the whole program."""


if __name__ == "__main__":
    main()
