"""Painted paths to rules and fills.

Rules come as lines, stroked boxes, thin filled boxes, frames or many short pieces; only those along the page's axes
count (a diagonal is a chart or a tick). What a clip or the page's edge hides is cut off.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.pdf.display import boxes_to_display, displayed_size, points_to_display
from extract.pdf.pdfium import Drawing, PageGeometry
from extract.pdf.pdfium.drawing import CURVE, LINE, MOVE
from extract.pdf.types import Bytes, Fills, Floats, Rules

_THIN = 3.0  # points; a filled box thinner than this is a rule, a line thicker than this is a filled box
_LEAN = 0.5  # points a rule may lean over its length, at most 2 % of it
_LEAN_SHARE = 0.02
_WITHIN = 0.01  # points; floats of 32 bits near the far edge of a page
_ROUND = 0.75  # of the box round it that a shape with round corners fills; a disc fills 0.785
_OPAQUE = 255.0

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


class _Boxes(NamedTuple):
    """Filled boxes (n, 4) in display space and the path (n,) of each."""

    boxes: Floats
    paths: Ints


class _Lines(NamedTuple):
    """Straight pieces of lines from (n, 2) to (n, 2) in display space and the path (n,) of each."""

    starts: Floats
    ends: Floats
    paths: Ints

    def only(self, wanted: Flags) -> _Lines:
        """Those of which `wanted` (n,) is true."""
        return _Lines(self.starts[wanted], self.ends[wanted], self.paths[wanted])


def drawing_to_marks(drawing: Drawing, geometry: PageGeometry) -> tuple[Rules, Fills]:
    """The rules and fills of a page in display space, fills in the order they are painted."""
    if len(drawing.kinds) == 0:
        return Rules(np.zeros((0, 3)), np.zeros((0, 3))), Fills(np.zeros((0, 4)), np.zeros((0, 3), np.uint8))
    points = points_to_display(drawing.points, geometry)
    clips = _clips(drawing, geometry)
    firsts = _first_points(drawing)
    lines = _stroked_lines(drawing, points, firsts)
    thick = drawing.widths[lines.paths] > _THIN
    boxes = _cut(_frames_to_bands(_filled_boxes(drawing, points, firsts)), clips, drawing.widths)
    bars = _cut(_bars(lines, drawing.widths, thick), clips, drawing.widths)
    thin = np.minimum(boxes.boxes[:, 2] - boxes.boxes[:, 0], boxes.boxes[:, 3] - boxes.boxes[:, 1]) <= _THIN
    ruled = _cut(_straight(lines.only(~thick)), clips, drawing.widths).boxes
    rules = _boxes_to_rules(np.vstack((ruled, boxes.boxes[thin])))
    wide = np.concatenate((boxes.boxes[~thin], bars.boxes))
    colours = np.concatenate((_seen(drawing.fills)[boxes.paths[~thin]], _seen(drawing.strokes)[bars.paths]))
    order = np.argsort(np.concatenate((boxes.paths[~thin], bars.paths)), kind="stable")
    return rules, Fills(wide[order], colours[order])


def _seen(colours: Bytes) -> Bytes:
    """(n, 3) of the colours as they look over white paper."""
    shares = colours[:, 3:].astype(np.float64) / _OPAQUE
    seen: Bytes = np.rint(_OPAQUE - shares * (_OPAQUE - colours[:, :3])).astype(np.uint8)
    return seen


def _clips(drawing: Drawing, geometry: PageGeometry) -> Floats:
    """(p, 4): what each path may show of itself, at most the page."""
    width, height = displayed_size(geometry)
    clips = boxes_to_display(drawing.clips, geometry)
    return np.hstack((np.maximum(clips[:, :2], 0.0), np.minimum(clips[:, 2:], [width, height])))


def _first_points(drawing: Drawing) -> Flags:
    """(m,) whether a run of segments begins at the point."""
    firsts: Flags = drawing.kinds == MOVE
    firsts[drawing.starts[:-1]] = True
    return firsts


def _paths_of_points(drawing: Drawing) -> Ints:
    return np.repeat(np.arange(len(drawing.starts) - 1), np.diff(drawing.starts))


def _stroked_lines(drawing: Drawing, points: Floats, firsts: Flags) -> _Lines:
    """The straight pieces of stroked paths, with those that close a run."""
    paths = _paths_of_points(drawing)
    stroked = drawing.strokes[paths, 3] > 0
    ends = np.flatnonzero(stroked & (drawing.kinds == LINE) & ~firsts)
    closing = np.flatnonzero(stroked & (drawing.closes != 0))
    begins = np.flatnonzero(firsts)[np.cumsum(firsts)[closing] - 1]
    return _Lines(
        points[np.concatenate((ends - 1, closing))],
        points[np.concatenate((ends, begins))],
        paths[np.concatenate((ends, closing))],
    )


def _straight(lines: _Lines) -> _Boxes:
    """The lines along the page's axes, as boxes without height or width."""
    run = np.abs(lines.ends - lines.starts)
    long, lean = run.max(axis=1, initial=0.0), run.min(axis=1, initial=np.inf)
    keep = (long > 0) & (lean < long) & (lean <= np.minimum(_LEAN, _LEAN_SHARE * long))
    low, high = np.minimum(lines.starts, lines.ends)[keep], np.maximum(lines.starts, lines.ends)[keep]
    middle, across = (low + high) / 2, run[keep, 0] > run[keep, 1]
    low[across, 1] = high[across, 1] = middle[across, 1]
    low[~across, 0] = high[~across, 0] = middle[~across, 0]
    return _Boxes(np.hstack((low, high)), lines.paths[keep])


def _bars(lines: _Lines, widths: Floats, thick: Flags) -> _Boxes:
    """Lines so thick that they are filled boxes."""
    boxes, paths = _straight(lines.only(thick))
    half = widths[paths] / 2
    across = boxes[:, 1] == boxes[:, 3]
    x, y = np.where(across, 0.0, half), np.where(across, half, 0.0)
    return _Boxes(boxes + np.stack((-x, -y, x, y), axis=1), paths)


def _filled_boxes(drawing: Drawing, points: Floats, firsts: Flags) -> _Boxes:
    """The runs of filled paths that have four corners and sides along the page's axes."""
    paths, runs = _paths_of_points(drawing), np.cumsum(firsts) - 1
    begins = np.flatnonzero(firsts)
    again = np.concatenate(([False], (points[1:] == points[:-1]).all(axis=1))) & ~firsts
    # a closed run may end where it began: that point is not a fifth corner
    again |= (points == points[begins[runs]]).all(axis=1) & ~firsts & _last_points(firsts)
    corners = np.bincount(runs[~again], minlength=len(begins))
    curved = np.bincount(runs[drawing.kinds == CURVE], minlength=len(begins)) > 0
    wanted = (corners == 4) & ~curved & (drawing.fills[paths[begins], 3] > 0)
    quads = points[~again & wanted[runs]].reshape(-1, 4, 2)
    sides = np.abs(quads - np.roll(quads, 1, axis=1))
    upright = (sides.min(axis=2) <= _LEAN).all(axis=1)
    quads = quads[upright]
    thin = _boxes_without_height(drawing, points, begins, paths, curved)
    round_ = _rounded_boxes(drawing, points, begins, paths, curved)
    boxes = np.concatenate((np.hstack((quads.min(axis=1), quads.max(axis=1))), thin.boxes, round_.boxes))
    owners = np.concatenate((paths[begins][wanted][upright], thin.paths, round_.paths))
    order = np.argsort(owners, kind="stable")
    return _Boxes(boxes[order], owners[order])


def _boxes_without_height(drawing: Drawing, points: Floats, begins: Ints, paths: Ints, curved: Flags) -> _Boxes:
    """Filled runs without height or width, which are painted as the thinnest of lines (ISO 32000-1, 8.5.3.1)."""
    low, high = np.minimum.reduceat(points, begins), np.maximum.reduceat(points, begins)
    flat = (low == high).sum(axis=1) == 1
    wanted = flat & ~curved & (drawing.fills[paths[begins], 3] > 0)
    return _Boxes(np.hstack((low, high))[wanted], paths[begins][wanted])


def _rounded_boxes(drawing: Drawing, points: Floats, begins: Ints, paths: Ints, curved: Flags) -> _Boxes:
    """Discs and boxes with round corners, as boxes: filled paths of one run that fill most of the box round them."""
    alone = np.bincount(paths[begins], minlength=len(drawing.starts) - 1)[paths[begins]] == 1
    wanted = curved & alone & (drawing.fills[paths[begins], 3] > 0)
    if not wanted.any():
        return _Boxes(np.zeros((0, 4)), np.zeros(0, np.int64))
    low, high = np.minimum.reduceat(points, begins), np.maximum.reduceat(points, begins)
    after = np.arange(1, len(points) + 1)
    after[np.append(begins[1:], len(points)) - 1] = begins
    (x, y), (then_x, then_y) = points.T, points[after].T
    areas = np.abs(np.add.reduceat(x * then_y - then_x * y, begins)) / 2
    full = areas >= _ROUND * (high - low).prod(axis=1)
    wanted &= full & ((high - low).min(axis=1) > _THIN)
    return _Boxes(np.hstack((low, high))[wanted], paths[begins][wanted])


def _last_points(firsts: Flags) -> Flags:
    return np.append(firsts[1:], True)


def _frames_to_bands(found: _Boxes) -> _Boxes:
    """A box inside a box of one path is a hole: what is painted are the four bands between them."""
    boxes, paths = found
    pairs = paths[1:] == paths[:-1]
    inner_second = pairs & _holds(boxes[:-1], boxes[1:])
    inner_first = pairs & _holds(boxes[1:], boxes[:-1])
    at = np.flatnonzero(inner_second | inner_first)
    if len(at) == 0:
        return found
    swapped = inner_first[at]
    outer, inner = boxes[np.where(swapped, at + 1, at)], boxes[np.where(swapped, at, at + 1)]
    x0, top, x1, bottom = outer.T
    left, high, right, low = inner.T
    bands = np.stack(
        [
            np.stack(band, axis=1)
            for band in ((x0, top, x1, high), (x0, low, x1, bottom), (x0, top, left, bottom), (right, top, x1, bottom))
        ],
        axis=1,
    ).reshape(-1, 4)
    rest = np.setdiff1d(np.arange(len(boxes)), np.concatenate((at, at + 1)))
    joined = np.concatenate((paths[rest], np.repeat(paths[at], 4)))
    order = np.argsort(joined, kind="stable")
    return _Boxes(np.concatenate((boxes[rest], bands))[order], joined[order])


def _holds(outer: Floats, inner: Floats) -> Flags:
    within = np.hstack((inner[:, :2] >= outer[:, :2] - _WITHIN, inner[:, 2:] <= outer[:, 2:] + _WITHIN))
    held: Flags = within.all(axis=1) & (inner != outer).any(axis=1)
    return held


def _cut(found: _Boxes, clips: Floats, widths: Floats) -> _Boxes:
    """The boxes without what their clip hides; those of which nothing is left are gone.

    A line without height that runs just beyond its clip shows half of its width: it is taken to the edge.
    """
    boxes, area = found.boxes, clips[found.paths]
    flat = boxes[:, :2] == boxes[:, 2:]
    half = np.where(flat, widths[found.paths, None] / 2, 0.0)
    low, high = np.maximum(boxes[:, :2], area[:, :2] - half), np.minimum(boxes[:, 2:], area[:, 2:] + half)
    keep = ((high > low) | ((high == low) & flat)).all(axis=1)
    shown = np.hstack((np.maximum(low, area[:, :2]), np.minimum(high, area[:, 2:])))
    shown = np.where(np.tile(flat, 2), np.clip(boxes, np.tile(area[:, :2], 2), np.tile(area[:, 2:], 2)), shown)
    return _Boxes(shown[keep], found.paths[keep])


def _boxes_to_rules(boxes: Floats) -> Rules:
    x0, top, x1, bottom = boxes.T
    across = x1 - x0 >= bottom - top
    horizontal = np.stack(((top + bottom) / 2, x0, x1), axis=1)[across]
    vertical = np.stack(((x0 + x1) / 2, top, bottom), axis=1)[~across]
    return Rules(horizontal, vertical)
