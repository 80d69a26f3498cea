"""The tables of a pack as its pages come, each in one piece once it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.tables.over_pages import PagePart, chain_to_table, goes_on, is_next, may_go_on, on_columns_of
from extract.tables.types import Table


class Chains:
    """The parts of tables, page by page. A table that may go on over the page is open until it is known whether."""

    def __init__(self) -> None:
        self._open: list[PagePart] = []
        self._number = 0  # of the open table
        self._begun = 0  # tables so far

    @property
    def is_open(self) -> bool:
        """Whether the next page may go on with a table."""
        return bool(self._open)

    def add(self, parts: Sequence[PagePart]) -> list[Table]:
        """The tables that are known to be whole with the parts on the next page; blank pages are left out."""
        whole = [table for part in parts for table in self._add(part)]
        return whole if parts else self.end()

    def end(self) -> list[Table]:
        """The open table, which nothing goes on with."""
        chain, self._open = self._open, []
        return [chain_to_table(chain, self._number)] if chain else []

    def _add(self, part: PagePart) -> list[Table]:
        if part.nested:
            self._begun += 1
            return [chain_to_table([part], self._begun)]
        whole: list[Table] = []
        if self._open and is_next(self._open, part) and goes_on(self._open, part):
            self._open.append(on_columns_of(self._open, part))
        else:
            whole = self.end()
            self._begun += 1
            self._open, self._number = [part], self._begun
        return whole if may_go_on(part) else [*whole, *self.end()]


def parts_to_tables(pages: Iterable[Sequence[PagePart]]) -> list[Table]:
    """The tables of a pack in order. `pages` has an entry for each page that is not blank."""
    chains = Chains()
    tables = [table for parts in pages for table in chains.add(parts)]
    return sorted([*tables, *chains.end()], key=lambda table: table.number)
