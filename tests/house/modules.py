"""The project's modules and what each imports, read from their source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("extract", "normalise", "load", "packtrace")


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its dotted name, with its syntax tree; `is_package` for an `__init__`."""

    name: str
    path: Path
    is_package: bool
    tree: ast.Module


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the four packages, by name."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple(_read_module(path) for path in paths)


@cache
def imports_of(module: Module) -> frozenset[str]:
    """The dotted names that a module imports, anywhere in it: of this project the module, of others as written."""
    return frozenset(name for node in ast.walk(module.tree) for name in _imported_names(module, node))


def is_within(name: str, package: str) -> bool:
    """Whether a dotted name is a package or stands inside it."""
    return name == package or name.startswith(package + ".")


def _read_module(path: Path) -> Module:
    is_package = path.name == "__init__.py"
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, path, is_package, ast.parse(path.read_text(encoding="utf-8"), str(path)))


@cache
def _known_names() -> frozenset[str]:
    return frozenset(module.name for module in modules())


def _imported_names(module: Module, node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _base_of(module, node)
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in _known_names() else base


def _base_of(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    above = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*above, *([node.module] if node.module else [])])
