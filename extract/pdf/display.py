"""From PDF user space (y up, origin and rotation of the file) to the page as displayed (y down, top left corner)."""

from __future__ import annotations

import numpy as np

from extract.pdf.pdfium import PageGeometry
from extract.pdf.types import Floats


def displayed_size(geometry: PageGeometry) -> tuple[float, float]:
    """Width and height in points of the page as displayed."""
    width, height = geometry.right - geometry.left, geometry.top - geometry.bottom
    return (height, width) if geometry.turns % 2 else (width, height)


def points_to_display(points: Floats, geometry: PageGeometry) -> Floats:
    """(n, 2) points of user space as (n, 2) of (x, y) in display space."""
    shown = np.empty((len(points), 2))
    x, y = points[:, 0], points[:, 1]
    turns = geometry.turns % 4
    across, down = (y, x) if turns % 2 else (x, y)
    origin = (
        (geometry.left, geometry.top),
        (geometry.bottom, geometry.left),
        (geometry.right, geometry.bottom),
        (geometry.top, geometry.right),
    )[turns]
    np.subtract(*((origin[0], across) if turns >= 2 else (across, origin[0])), out=shown[:, 0])
    np.subtract(*((origin[1], down) if turns in (0, 3) else (down, origin[1])), out=shown[:, 1])
    return shown


def boxes_to_display(boxes: Floats, geometry: PageGeometry) -> Floats:
    """(n, 4) of (left, bottom, right, top) in user space as (n, 4) of (x0, top, x1, bottom) in display space."""
    one = points_to_display(boxes[:, :2], geometry)
    other = points_to_display(boxes[:, 2:], geometry)
    shown = np.empty((len(boxes), 4))
    np.minimum(one, other, out=shown[:, :2])
    np.maximum(one, other, out=shown[:, 2:])
    return shown
