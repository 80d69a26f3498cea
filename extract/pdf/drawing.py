"""Painted paths to rules and fills.

Rules come as lines, stroked boxes, thin filled boxes or many short pieces; only those along the page's axes count
(a diagonal is a chart or a tick).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from extract.pdf.display import points_to_display
from extract.pdf.pdfium import Drawing, PageGeometry
from extract.pdf.types import Fills, Floats, Rgb, Rules

_THIN = 3.0  # points; a filled box thinner than this is a rule
_LEAN = 0.5  # points a rule may lean over its length, at most 2 % of it
_LINE = 0  # PDFium's kind of a straight segment

Point = tuple[float, float]
Segment = tuple[float, float, float]


def drawing_to_marks(drawing: Drawing, geometry: PageGeometry) -> tuple[Rules, Fills]:
    """The rules and fills of a page in display space."""
    across: list[Segment] = []
    down: list[Segment] = []
    boxes: list[tuple[float, float, float, float]] = []
    colours: list[Rgb] = []
    points = [(x, y) for x, y in points_to_display(drawing.points, geometry).tolist()]
    for (start, end), paint in zip(pairwise(drawing.starts), drawing.paints, strict=True):
        for run in _straight_runs(points[start:end], drawing.kinds[start:end], drawing.closes[start:end]):
            box = _as_box(run)
            if paint.fill is not None and box is not None:
                if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                    _thin_box_to_rule(box, across, down)
                else:
                    boxes.append(box)
                    colours.append(paint.fill)
            if paint.stroke is not None:
                for one, other in pairwise(run):
                    _segment_to_rule(one, other, across, down)
    return _rules(across, down), _fills(boxes, colours)


def _rules(across: list[Segment], down: list[Segment]) -> Rules:
    return Rules(_rows(across, 3), _rows(down, 3))


def _fills(boxes: list[tuple[float, float, float, float]], colours: list[Rgb]) -> Fills:
    return Fills(_rows(boxes, 4), np.array(colours, np.uint8).reshape(-1, 3))


def _rows(values: list[Segment] | list[tuple[float, float, float, float]], width: int) -> Floats:
    return np.array(values, np.float64).reshape(-1, width)


def _straight_runs(points: list[Point], kinds: list[int], closes: list[int]) -> Iterator[list[Point]]:
    """The straight runs of a path, closed ones with their first point again at the end; a curve ends a run."""
    run: list[Point] = []
    for point, kind, close in zip(points, kinds, closes, strict=True):
        if kind != _LINE:
            if len(run) > 1:
                yield run
            run = []
        if not run or run[-1] != point:
            run.append(point)
        if close:
            if run[-1] != run[0]:
                run.append(run[0])
            yield run
            run = []
    if len(run) > 1:
        yield run


def _as_box(run: list[Point]) -> tuple[float, float, float, float] | None:
    """The box that a run of points draws, or None where it draws something else."""
    if len(run) not in (4, 5) or any(abs(a[0] - b[0]) > _LEAN and abs(a[1] - b[1]) > _LEAN for a, b in pairwise(run)):
        return None
    xs, ys = [p[0] for p in run], [p[1] for p in run]
    return min(xs), min(ys), max(xs), max(ys)


def _thin_box_to_rule(box: tuple[float, float, float, float], across: list[Segment], down: list[Segment]) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        across.append(((top + bottom) / 2, x0, x1))
    else:
        down.append(((x0 + x1) / 2, top, bottom))


def _segment_to_rule(one: Point, other: Point, across: list[Segment], down: list[Segment]) -> None:
    dx, dy = abs(one[0] - other[0]), abs(one[1] - other[1])
    if dx > dy and dy <= min(_LEAN, 0.02 * dx):
        across.append(((one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0])))
    elif dy > dx and dx <= min(_LEAN, 0.02 * dy):
        down.append(((one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1])))
