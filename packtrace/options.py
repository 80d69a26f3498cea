"""Arguments that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

DEFAULT_STORE = "data/packtrace.db"

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="PACKTRACE_STORE",
        metavar="URL",
        help="The store: a path (SQLite) or an SQLAlchemy URL such as postgresql://user@host/name.",
        show_envvar=True,
    ),
]
PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help="A path, a file name, or the start of a sha256 (4 characters or more).")
]
