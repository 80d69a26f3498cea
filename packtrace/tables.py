"""The tables of a file as rows, as JSON and drawn over their pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from extract.pdf import render_page
from extract.tables import cell_shadings
from extract.tables.types import Cell, Fragment, Shading, Table
from normalise import colour_name
from packtrace.errors import as_packtrace_error

SCALE = 2.0
_CELL, _HEAD, _EMPTY = (0, 90, 200), (200, 0, 90), (150, 150, 150)
_SHRUNK = 1.0  # points by which a cell is drawn in, so that neighbours can be told apart


def file_to_tables(path: Path) -> list[Table]:
    """The tables of a PDF in the order they are printed; a PacktraceError where it cannot be read."""
    from packtrace.pipeline import file_to_pack

    try:
        pack = file_to_pack(path)
    except Exception as error:
        raise as_packtrace_error(error) from error
    return [element for element in pack.flow if isinstance(element, Table)]


def table_to_grid(table: Table) -> list[list[str]]:
    """The words of a table's cells by row and column; a cell's words stand at its first place, the others are empty."""
    grid = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text.text
    return grid


def table_to_json(table: Table) -> dict[str, Any]:
    """A table with its cells: rows and columns from 0, pages from 1, boxes in points from the top left corner."""
    return {
        "number": table.number,
        "pages": [part.box.page for part in table.fragments],
        "joined": [part.joined for part in table.fragments],
        "parts": [_part_to_json(part) for part in table.fragments],
        "heading": table.heading.text or None,
        "caption": table.caption.text or None,
        "style": table.style,
        "rows": table.rows,
        "columns": table.columns,
        "caption_number": table.caption_number.text or None,
        "footnotes": [note.text for note in table.footnotes],
        "header_rows": table.header_rows,
        "confidence": table.confidence,
        "cells": [_cell_to_json(*pair) for pair in zip(table.cells, cell_shadings(table), strict=True)],
    }


def _part_to_json(part: Fragment) -> dict[str, Any]:
    """The part of a table on one page; where `joined` says `cut row`, its first row goes on from the page before."""
    page, *edges = part.box
    rows = {"first_row": part.first_row, "last_row": part.last_row}
    return {"page": page, "bbox": [round(edge, 2) for edge in edges], **rows, "joined": part.joined}


def _cell_to_json(cell: Cell, shading: Shading | None) -> dict[str, Any]:
    return {
        "page": cell.page,
        "row": cell.row,
        "col": cell.column,
        "row_span": cell.row_span,
        "col_span": cell.column_span,
        "text": cell.text.text,
        "fill": None if cell.fill is None else "#{:02x}{:02x}{:02x}".format(*cell.fill),
        "colour": None if cell.fill is None else colour_name(*cell.fill),
        "shading": shading,
        "boxes": [{"page": box.page, "bbox": [round(edge, 2) for edge in box[1:]]} for box in cell.boxes],
    }


def draw_cells(pdf: Path, tables: Sequence[Table], page: int) -> Image.Image:
    """A page as displayed with the cells of tables drawn over it: heads, cells with words, cells without."""
    try:
        picture = render_page(pdf, page, SCALE).convert("RGB")
    except Exception as error:
        raise as_packtrace_error(error) from error
    pen = ImageDraw.Draw(picture)
    for table in tables:
        for cell in table.cells:
            ink = _HEAD if cell.row < table.header_rows else _CELL if cell.text else _EMPTY
            for box in cell.boxes:
                if box.page == page:
                    x0, top, x1, bottom = box[1:]
                    inner = (x0 + _SHRUNK, top + _SHRUNK, max(x1, x0 + 3) - _SHRUNK, max(bottom, top + 3) - _SHRUNK)
                    pen.rectangle(tuple(edge * SCALE for edge in inner), outline=ink, width=2)
    return picture
