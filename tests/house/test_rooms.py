"""The import rules and the top level of the design, held by reading every module's source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.house.modules import PACKAGES, ROOT, Module, imports_of, is_within, modules

# room -> what of this project it may import besides itself, and which libraries
ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "extract.vocabulary": ((), ()),
    "extract.spool": ((), ()),
    "extract.pdf": (("extract.vocabulary",), ("numpy", "PIL", "pypdfium2", "pypdfium2_raw", "pdfplumber", "pikepdf")),
    "extract.layout": (("extract.pdf.types", "extract.vocabulary"), ("numpy",)),
    "extract.tables": (
        ("extract.pdf.types", "extract.layout", "extract.vocabulary"),
        ("numpy", "camelot", "pandas"),
    ),
    "extract.pack": (
        ("extract.pdf.types", "extract.layout", "extract.tables", "extract.spool", "extract.vocabulary"),
        ("numpy",),
    ),
    "extract.records": (
        ("extract.pdf.types", "extract.layout", "extract.tables", "extract.pack", "extract.vocabulary"),
        ("numpy",),
    ),
    "normalise": ((), ("spacy",)),
    "load": (("normalise", "extract.records.kept"), ("sqlalchemy", "alembic", "psycopg")),
    "packtrace": (
        ("extract", "normalise", "load"),
        ("typer", "click", "rich", "jsonschema", "numpy", "pandas", "PIL", "pdfplumber", "fsspec", "aiohttp"),
    ),
}

# library -> the one place that imports it, and whether that place is a single module
OWNERS: dict[str, tuple[str, bool]] = {
    "pypdfium2": ("extract.pdf", True),
    "pypdfium2_raw": ("extract.pdf", True),
    "pdfplumber": ("packtrace.proof", True),
    "pikepdf": ("extract.pdf", True),
    "fsspec": ("packtrace", True),
    "aiohttp": ("packtrace", True),
    "camelot": ("extract.tables", True),
    "spacy": ("normalise", True),
    "sqlalchemy": ("load", False),
    "alembic": ("load", False),
    "psycopg": ("load", False),
    "jsonschema": ("packtrace", True),
    "typer": ("packtrace", False),
    "rich": ("packtrace", False),
}

TOP_LEVEL = {
    *("extract", "normalise", "load", "packtrace", "samples", "data", "notebooks", "tests", "docs", "bench"),
    *(
        "pyproject.toml",
        "README.md",
        "Makefile",
        "CHANGELOG.md",
        "LICENSE",
        "requirements.lock",
        "requirements-dev.lock",
    ),
}

# an absolute path under somebody's home or a build machine's work folder
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work)/[\w.-]")

MODULES = pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)


def room_of(name: str) -> str | None:
    return next((room for room in ROOMS if is_within(name, room)), None)


def is_ours(name: str) -> bool:
    return name.split(".")[0] in PACKAGES


def importers(library: str) -> list[str]:
    return [m.name for m in modules() if any(is_within(name, library) for name in imports_of(m))]


@MODULES
def test_module_imports_only_the_rooms_below_it(module: Module) -> None:
    room = room_of(module.name)
    allowed = (room, *ROOMS[room][0]) if room else ()
    strangers = [n for n in imports_of(module) if is_ours(n) and not any(is_within(n, a) for a in allowed)]
    assert not strangers, f"{module.name} may not import {strangers}"


@MODULES
def test_module_imports_only_the_libraries_of_its_room(module: Module) -> None:
    room = room_of(module.name)
    allowed = ROOMS[room][1] if room else ()
    roots = {name.split(".")[0] for name in imports_of(module) if not is_ours(name)}
    strangers = roots - set(sys.stdlib_module_names) - set(allowed)
    assert not strangers, f"{module.name} may not import {sorted(strangers)}"


@pytest.mark.parametrize("library", OWNERS)
def test_library_is_imported_in_one_place(library: str) -> None:
    place, in_one_module = OWNERS[library]
    found = importers(library)
    assert all(is_within(name, place) for name in found if place), f"{library} is imported in {found}"
    assert len(found) <= 1 or not in_one_module, f"{library} is imported in {found}"


def test_packtrace_imports_only_public_verbs_and_types() -> None:
    rooms = {room for room in ROOMS if room != "packtrace"}
    public = rooms | {f"{room}.{shared}" for room in rooms for shared in ("types", "errors")}
    public |= {"extract.layout.excerpt", "extract.records.read", "extract.records.kept"}
    reached = {
        f"{module.name} -> {name}"
        for module in modules()
        if is_within(module.name, "packtrace")
        for name in imports_of(module)
        if is_ours(name) and not is_within(name, "packtrace") and name not in public
    }
    assert not reached, f"packtrace reaches past a room's public verbs: {sorted(reached)}"


def test_no_cycles_between_modules() -> None:
    graph = {module.name: {n for n in imports_of(module) if is_ours(n) and n != module.name} for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("modules import each other: " + " -> ".join(error.args[1]))


@pytest.mark.parametrize("module", [m for m in modules() if m.is_package], ids=lambda module: module.name)
def test_package_holds_only_its_public_verbs(module: Module) -> None:
    body = module.tree.body
    if body and ast.get_docstring(module.tree) is not None:
        body = body[1:]
    others = [ast.unparse(node).splitlines()[0] for node in body if not (_is_import_or_all(node) or _is_lazy(node))]
    assert not others, f"{module.path.relative_to(ROOT)} holds more than imports: {others}"


def _is_import_or_all(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        return [ast.unparse(target) for target in node.targets] == ["__all__"]
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_lazy(node: ast.stmt) -> bool:
    """Whether a statement imports for types alone, or hands out a verb once it is asked for."""
    typed = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return (typed and all(map(_is_import_or_all, node.body))) or getattr(node, "name", "") == "__getattr__"


@MODULES
def test_module_name_says_what_it_is_for(module: Module) -> None:
    assert not {"utils", "util", "helpers", "helper", "common", "misc"} & set(module.name.split("."))


def test_rooms_are_those_of_the_design() -> None:
    assert {m.name for m in modules() if room_of(m.name) is None} <= {"extract"}


def test_top_level_is_the_list_of_the_design() -> None:
    names = {Path(name).parts[0] for name in tracked_files()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_tracked_file_names_a_path_of_a_machine() -> None:
    hits = [f"{name}: {line.strip()[:100]}" for name, line in tracked_lines() if MACHINE_PATH.search(line)]
    assert not hits


def test_no_rule_hangs_on_the_name_of_a_sample_body() -> None:
    names = re.compile(r"(?i)\b(?:kent|calderwick|fenmoor|llandegwel)\b")
    texts = [(m.name, text) for m in modules() if m.name.split(".")[0] != "packtrace" for text in _literals(m.tree)]
    texts += [(path.name, text) for path in ROOT.glob("*/**/vocabulary/*.toml") for text in _toml_strings(path)]
    assert not [(where, text[:80]) for where, text in texts if names.search(text)]


def _literals(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are values, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _toml_strings(path: Path) -> Iterator[str]:
    waiting: list[object] = [tomllib.loads(path.read_text(encoding="utf-8"))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value


def tracked_files() -> list[str]:
    """What git keeps; skips where the project is not a git checkout."""
    try:
        listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def tracked_lines() -> Iterator[tuple[str, str]]:
    for name in tracked_files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content[:8192]:
            yield from ((name, line) for line in content.decode("utf-8", "replace").splitlines())
