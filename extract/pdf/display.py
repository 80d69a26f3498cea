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
    shown = np.empty((len(points), 2))
    match geometry.turns % 4:
        case 0:
            shown[:, 0], shown[:, 1] = x - geometry.left, geometry.top - y
        case 1:
            shown[:, 0], shown[:, 1] = y - geometry.bottom, x - geometry.left
        case 2:
            shown[:, 0], shown[:, 1] = geometry.right - x, y - geometry.bottom
        case _:
            shown[:, 0], shown[:, 1] = geometry.top - y, geometry.right - x
    return shown


def boxes_to_display(boxes: Floats, geometry: PageGeometry) -> Floats:
    """(n, 4) of (left, bottom, right, top) in user space as (n, 4) of (x0, top, x1, bottom) in display space."""
    one = points_to_display(boxes[:, :2], geometry)
    other = points_to_display(boxes[:, 2:], geometry)
    shown = np.empty((len(boxes), 4))
    np.minimum(one, other, out=shown[:, :2])
    np.maximum(one, other, out=shown[:, 2:])
    return shown
