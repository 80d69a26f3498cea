"""Values set aside while a pack is read: in memory where they are few, else in a file without a name.

What a pack is made of grows with its pages, and the memory to read it in must not.
"""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from tempfile import TemporaryFile, gettempdir
from typing import Any, BinaryIO, Generic, TypeVar, overload

Value = TypeVar("Value")


class Spool(Sequence[Value], Generic[Value]):
    """Values in the order in which they were added, held in memory as long as they are no more than `most`.

    From then on all are in a temporary file and come back as copies, equal in all but identity: words that one value
    holds twice are still one word, words that two values share are two. The file goes with the spool, or with the
    process however that ends. Raises OSError where there is no room for it.
    """

    def __init__(self, values: Iterable[Value] = (), *, most: int) -> None:
        self._most = most
        self._held: list[Value] = []
        self._file: BinaryIO | None = None
        self._places = array("Q")
        self.extend(values)

    def append(self, value: Value) -> None:
        """Adds a value behind the others."""
        if self._file is not None:
            self._write(value, self._file)
        elif len(self._held) < self._most:
            self._held.append(value)
        else:
            self._file = TemporaryFile(prefix="packtrace-")  # noqa: SIM115  # it is open for as long as the spool is
            for held in (*self._held, value):
                self._write(held, self._file)
            self._held.clear()

    def extend(self, values: Iterable[Value]) -> None:
        """Adds values behind the others."""
        for value in values:
            self.append(value)

    def values(self) -> Sequence[Value]:
        """All values: as a tuple where memory holds them, else this spool."""
        return tuple(self._held) if self._file is None else self

    def __len__(self) -> int:
        return len(self._held) + len(self._places)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> list[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | list[Value]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        return self._held[index] if self._file is None else self._read(self._places[index], self._file)

    def _write(self, value: Value, file: BinaryIO) -> None:
        try:
            place = file.seek(0, os.SEEK_END)
            _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
            file.flush()
        except OSError as error:  # it does not say where, as the file has no name
            raise OSError(error.errno, error.strerror, gettempdir()) from error
        self._places.append(place)

    def _read(self, place: int, file: BinaryIO) -> Value:
        file.seek(place)
        value: Value = pickle.load(file)  # written by this process, to a file that no other can open
        return value


class _Reducers(dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]]):
    """How values of each dataclass are written: its type and its fields, in a tenth of the time that slots take."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind) if field.init]
        read = attrgetter(*names)

        def reduce(value: Any) -> tuple[type, tuple[Any, ...]]:
            return kind, read(value) if len(names) > 1 else (read(value),)

        self[kind] = reduce
        return reduce


class _Pickler(pickle.Pickler):
    dispatch_table = _Reducers()
