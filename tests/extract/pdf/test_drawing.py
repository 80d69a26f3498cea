"""Painted paths become the rules and fills that a reader of the page sees."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.pdf.made import read, stream

Row = tuple[float, ...]

# content in user space of a page 300 by 200 -> horizontal rules (y, x0, x1), vertical rules (x, top, bottom)
RULES: dict[str, tuple[str, list[Row], list[Row]]] = {
    "a line": ("20 150 m 120 150 l S", [(50, 20, 120)], []),
    "a line drawn leftwards": ("120 150 m 20 150 l S", [(50, 20, 120)], []),
    "dashes": ("[3 2] 0 d 20 150 m 120 150 l S", [(50, 20, 120)], []),
    "a line that leans a little": ("20 150 m 120 150.4 l S", [(49.8, 20, 120)], []),
    "a diagonal": ("20 150 m 120 100 l S", [], []),
    "a stroked box": (
        "20 100 100 50 re S",
        [(50, 20, 120), (100, 20, 120)],
        [(20, 50, 100), (120, 50, 100)],
    ),
    "a box closed by its operator": (
        "20 100 m 120 100 l 120 150 l 20 150 l s",
        [(50, 20, 120), (100, 20, 120)],
        [(20, 50, 100), (120, 50, 100)],
    ),
    "a thin filled box": ("20 149.5 100 1 re f", [(50, 20, 120)], []),
    "a thin upright filled box": ("20 100 1 50 re f", [], [(20.5, 50, 100)]),
    "a filled box without height": ("20 150 100 0 re f", [(50, 20, 120)], []),
    "two boxes of one path": ("20 149.5 100 1 re 20 99.5 100 1 re f", [(50, 20, 120), (100, 20, 120)], []),
    "a frame of two boxes": (
        "20 100 100 50 re 21 101 98 48 re f*",
        [(50.5, 20, 120), (99.5, 20, 120)],
        [(20.5, 50, 100), (119.5, 50, 100)],
    ),
    "a line cut by its clip": ("40 0 60 200 re W n 20 150 m 120 150 l S", [(50, 40, 100)], []),
    "a line hidden by its clip": ("0 0 300 60 re W n 20 150 m 120 150 l S", [], []),
    "a line on the edge of its clip": ("20 150 100 50 re W n 20 150 m 120 150 l S", [(50, 20, 120)], []),
    "a line beyond the page": ("-50 150 m 400 150 l S", [(50, 0, 300)], []),
    "a line off the page": ("20 350 m 120 350 l S", [], []),
    "a path that is not painted": ("20 150 m 120 150 l n", [], []),
    "a line under a matrix": ("q 2 0 0 2 10 10 cm 5 70 m 55 70 l S Q", [(50, 20, 120)], []),
    "a box flipped": ("q 1 0 0 -1 0 200 cm 20 49.5 100 1 re f Q", [(50, 20, 120)], []),
    "lines after a curve": ("20 100 m 20 120 40 150 60 150 c 120 150 l S", [(50, 60, 120)], []),
}


@pytest.mark.parametrize(("content", "across", "down"), RULES.values(), ids=RULES.keys())
def test_rules_are_found(tmp_path: Path, content: str, across: list[Row], down: list[Row]) -> None:
    rules = read(tmp_path / "a.pdf", content).rules
    assert sorted(rules.horizontal.tolist()) == [pytest.approx(row, abs=0.01) for row in across]
    assert sorted(rules.vertical.tolist()) == [pytest.approx(row, abs=0.01) for row in down]


GREY, HALF_RED, RED = (128, 128, 128), (255, 128, 128), (255, 0, 0)
FILLS: dict[str, tuple[str, list[tuple[Row, tuple[int, int, int]]]]] = {
    "a box": ("1 0 0 rg 20 100 100 50 re f", [((20, 50, 120, 100), RED)]),
    "in the order of painting": (
        "1 0 0 rg 20 100 100 50 re f 1 g 30 110 50 20 re f",
        [((20, 50, 120, 100), RED), ((30, 70, 80, 90), (255, 255, 255))],
    ),
    "half transparent": ("/T gs 1 0 0 rg 20 100 100 50 re f", [((20, 50, 120, 100), HALF_RED)]),
    "wholly transparent": ("/N gs 1 0 0 rg 20 100 100 50 re f", []),
    "a thick line": ("1 0 0 RG 50 w 20 125 m 120 125 l S", [((20, 50, 120, 100), RED)]),
    "cut by a clip": ("60 0 200 200 re W n 1 0 0 rg 20 100 100 50 re f", [((60, 50, 120, 100), RED)]),
    "cut by two clips": (
        "60 0 200 200 re W n 0 0 100 120 re W n 1 0 0 rg 20 100 100 50 re f",
        [((60, 80, 100, 100), RED)],
    ),
    "four corners not on the axes": ("1 0 0 rg 20 100 m 120 120 l 100 160 l 10 140 l f", []),
    "three corners": ("1 0 0 rg 20 100 m 120 100 l 60 150 l f", []),
    "a disc": (
        "1 0 0 rg 30 100 m 35.5 100 40 104.5 40 110 c 40 115.5 35.5 120 30 120 c "
        "24.5 120 20 115.5 20 110 c 20 104.5 24.5 100 30 100 c f",
        [((20, 80, 40, 100), RED)],
    ),
    "round corners": (
        "1 0 0 rg 24 100 m 116 100 l 118 100 120 102 120 104 c 120 146 l 120 148 118 150 116 150 c "
        "24 150 l 22 150 20 148 20 146 c 20 104 l 20 102 22 100 24 100 c f",
        [((20, 50, 120, 100), RED)],
    ),
    "a crescent": ("1 0 0 rg 20 100 m 60 140 80 140 120 100 c 80 130 60 130 20 100 c f", []),
    "in a form": ("q 1 0 0 1 20 100 cm /A Do Q", [((20, 50, 120, 100), RED)]),
    "in a form of a form": ("q 1 0 0 1 10 50 cm /B Do Q", [((20, 50, 70, 75), RED)]),
}
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 100 50]"
RESOURCES = "/ExtGState << /T << /ca 0.5 >> /N << /ca 0 >> >> /XObject << /A 50 0 R /B 51 0 R /C 52 0 R >>"
OBJECTS: dict[int, str | bytes] = {
    50: stream("1 0 0 rg 0 0 500 500 re f", FORM),  # its box cuts it
    51: stream(
        "q .5 0 0 .5 10 75 cm /A Do Q", FORM.replace("100 50", "500 500") + "/Resources << /XObject << /A 50 0 R >> >>"
    ),
    52: stream("1 0 0 rg 0 0 50 50 re f /C Do", FORM + " /Resources << /XObject << /C 52 0 R >> >>"),
}


@pytest.mark.parametrize(("content", "expected"), FILLS.values(), ids=FILLS.keys())
def test_fills_are_found(tmp_path: Path, content: str, expected: list[tuple[Row, tuple[int, int, int]]]) -> None:
    fills = read(tmp_path / "a.pdf", content, resources=RESOURCES, objects=OBJECTS).fills
    assert fills.boxes.tolist() == [pytest.approx(box, abs=0.01) for box, _ in expected]
    assert np.abs(fills.rgb.astype(int) - np.array([rgb for _, rgb in expected]).reshape(-1, 3)).max(initial=0) <= 1


def test_a_form_that_holds_itself_ends(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", "/C Do", resources=RESOURCES, objects=OBJECTS)
    assert page.readable
    assert len(page.fills.boxes) >= 1


@pytest.mark.parametrize("content", ["", "q q q", "m l S", "1 0 0 rg f", "/Missing Do", "Q Q 0 0 0 0 re S"])
def test_nothing_painted_is_nothing_found(tmp_path: Path, content: str) -> None:
    page = read(tmp_path / "a.pdf", content)
    assert page.rules.horizontal.shape == page.rules.vertical.shape == (0, 3)
    assert page.fills.boxes.shape == (0, 4)


def test_pictures_are_found_where_they_show(tmp_path: Path) -> None:
    picture = stream(
        b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    content = "q 40 0 0 30 20 100 cm /I Do Q q 0 0 100 120 re W n 40 0 0 30 80 100 cm /I Do Q"
    page = read(tmp_path / "a.pdf", content, resources="/XObject << /I 50 0 R >>", objects={50: picture})
    assert [box[1:] for box in page.pictures] == [pytest.approx((20, 70, 60, 100)), pytest.approx((80, 80, 100, 100))]


NUMBERS = st.integers(-50, 350)


@settings(max_examples=40, deadline=None)
@given(
    boxes=st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5),
    paint=st.sampled_from(["f", "S", "B", "f*", "s"]),
    turn=st.sampled_from([0, 90, 180, 270]),
)
def test_marks_lie_on_the_page(
    tmp_path_factory: pytest.TempPathFactory, boxes: list[tuple[int, int, int, int]], paint: str, turn: int
) -> None:
    content = " ".join(f"{x} {y} {w} {h} re {paint}" for x, y, w, h in boxes)
    path = tmp_path_factory.mktemp("marks") / "a.pdf"
    page = read(path, content, page=f"/MediaBox [0 0 300 200] /Rotate {turn}")
    h, v, f = page.rules.horizontal, page.rules.vertical, page.fills.boxes
    assert ((h[:, 0] >= 0) & (h[:, 0] <= page.height) & (h[:, 1] >= 0) & (h[:, 1] <= h[:, 2])).all()
    assert (h[:, 2] <= page.width).all()
    assert ((v[:, 0] >= 0) & (v[:, 0] <= page.width) & (v[:, 1] >= 0) & (v[:, 1] <= v[:, 2])).all()
    assert (v[:, 2] <= page.height).all()
    assert ((f[:, :2] >= 0) & (f[:, :2] <= f[:, 2:]) & (f[:, 2:] <= [page.width, page.height])).all()
    assert len(f) == len(page.fills.rgb)
