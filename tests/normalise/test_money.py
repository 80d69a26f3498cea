import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.money import UnitHint, parse_number, parse_unit_words, scaled

PACKS = sorted((Path(__file__).parents[3] / "shared" / "packs").glob("*.records.json"))


@pytest.mark.parametrize(
    ("raw", "value", "unit", "decimals"),
    [
        ("£1,234.56", 1234.56, "GBP", 2),
        ("-285", -285, None, 0),
        ("−285", -285, None, 0),
        ("–285", -285, None, 0),
        ("(285)", -285, None, 0),
        ("(£4,310.50)", -4310.5, "GBP", 2),
        ("£(285)", -285, "GBP", 0),
        ("-£285", -285, "GBP", 0),
        ("£-285", -285, "GBP", 0),
        ("285-", -285, None, 0),
        ("+314", 314, None, 0),
        ("12%", 12, "percent", 0),
        ("–0.5%", -0.5, "percent", 1),
        ("(1.2%)", -1.2, "percent", 1),
        ("£3.2m", 3_200_000, "GBP", 1),
        ("£250k", 250_000, "GBP", 0),
        ("€3.5m", 3_500_000, "EUR", 1),
        ("1,234", 1234, None, 0),
        ("1 234 567", 1_234_567, None, 0),
        (".5", 0.5, None, 1),
        ("12*", 12, None, 0),
        ("1,695 A", 1695, None, 0),
        ("42 (fav)", 42, None, 0),
        ("£0.3m adverse", 300_000, "GBP", 1),
        ("310 Cr", -310, None, 0),
        ("12†", 12, None, 0),
        ("285(1)", 285, None, 0),
        ("12²", 12, None, 0),
        ("6.0%*", 6, "percent", 1),
        ("12.5 WTE", 12.5, "fte", 1),
        ("28 days", 28, "count", 0),
        ("0", 0, None, 0),
        ("≥95%", 95, "percent", 0),
        ("> 92.5%", 92.5, "percent", 1),
        ("≤ 3", 3, None, 0),
    ],
)
def test_number(raw, value, unit, decimals):
    number = parse_number(raw)
    assert number is not None
    assert (number.value, number.unit, number.decimals) == (value, unit, decimals)


@pytest.mark.parametrize(
    "raw", ["", "£", "n/a", "-", "–", "nil", "TBC", "2013/14", "1,23", "A12", "<5", "12 of 14", "(285", "12.3.4"]
)
def test_no_single_number(raw):
    assert parse_number(raw) is None


@pytest.mark.parametrize(
    ("words", "unit", "scale"),
    [
        ("£'000", "GBP", 1000),
        ("£’000s", "GBP", 1000),
        ("£000's", "GBP", 1000),
        ("YTD £000", "GBP", 1000),
        ("Variance (£k)", "GBP", 1000),
        ("£m", "GBP", 10**6),
        ("£'m", "GBP", 10**6),
        ("£ million", "GBP", 10**6),
        ("€m", "EUR", 10**6),
        ("£bn", "GBP", 10**9),
        ("Net £", "GBP", 1),
        ("Signed TA (EURm)", "EUR", 10**6),
        ("Companies on FTSE Eurotop 100", None, 1),
        ("Proposed hire charges (£ per hour)", "GBP", 1),
        ("Table D. Forecast, £’000", "GBP", 1000),
        ("%", "percent", 1),
        ("% of budget", "percent", 1),
        ("By value (£m) > %", "percent", 1),
        ("By value (£m) > Paid", "GBP", 10**6),
        ("FTE", "fte", 1),
        ("Budget (WTE)", "fte", 1),
        ("No.", "count", 1),
        ("Number of appeals allowed", "count", 1),
        ("days", "count", 1),
        ("(number of beds)", "count", 1),
        ("Tax base (Band D dwellings)", "count", 1),
        ("Staff costs", None, 1),
        ("Contracts over £500,000", None, 1),
        ("2023/24", None, 1),
    ],
)
def test_unit_words(words, unit, scale):
    assert parse_unit_words(words) == UnitHint(unit, scale)


@pytest.mark.parametrize(
    ("raw", "head", "value", "unit"),
    [
        ("-285", "£'000s", -285_000, "GBP"),
        ("33.211", "£m", 33_211_000, "GBP"),
        ("(250)", "£’000", -250_000, "GBP"),
        ("£3.2m", "£'000", 3_200_000, "GBP"),
        ("41%", "£m", 41, "percent"),
        ("12", "", 12, None),
    ],
)
def test_number_under_a_head(raw, head, value, unit):
    assert scaled(parse_number(raw), parse_unit_words(head)) == (value, unit)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_every_printed_amount_is_read_back(amount):
    assert parse_number(f"{amount:,}").value == float(amount)
    assert parse_number(f"£{abs(amount):,}").value == float(abs(amount))


@pytest.mark.skipif(not PACKS, reason="the reference answers are not at hand")
def test_printed_numbers_of_the_reference_answers_are_read():
    figures = [row for pack in PACKS for row in json.loads(pack.read_text())["figures"] if isinstance(row["raw"], str)]
    numbers = [(row, parse_number(row["raw"])) for row in figures if isinstance(row["value"], (int, float))]
    assert [row for row, number in numbers if number is None or not _is_scaling(row["value"], number.value)] == []


def _is_scaling(value, printed):
    return any(abs(value - printed * scale) <= 1e-6 * max(1, abs(value)) for scale in (1, 1000, 10**6))
