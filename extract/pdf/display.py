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
    x, y = points[:, 0], points[:, 1]
    shown = {
        0: (x - geometry.left, geometry.top - y),
        1: (y - geometry.bottom, x - geometry.left),
        2: (geometry.right - x, y - geometry.bottom),
        3: (geometry.top - y, geometry.right - x),
    }[geometry.turns % 4]
    return np.stack(shown, axis=1)


def boxes_to_display(boxes: Floats, geometry: PageGeometry) -> Floats:
    """(n, 4) of (left, bottom, right, top) in user space as (n, 4) of (x0, top, x1, bottom) in display space."""
    one = points_to_display(boxes[:, :2], geometry)
    other = points_to_display(boxes[:, 2:], geometry)
    return np.hstack((np.minimum(one, other), np.maximum(one, other)))
