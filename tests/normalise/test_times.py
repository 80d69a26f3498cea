import pytest

from normalise.times import parse_time


@pytest.mark.parametrize(
    ("raw", "time"),
    [
        ("10.00 am", "10:00"),
        ("10am", "10:00"),
        ("6.30pm", "18:30"),
        ("7-9pm", "19:00"),
        ("7.30 – 9.30 pm", "19:30"),
        ("11.30 to 1.00 pm", "11:30"),
        ("12-2pm", "12:00"),
        ("10am-12pm", "10:00"),
        ("18:30", "18:30"),
        ("2 pm", "14:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12.00 noon", "12:00"),
        ("midnight", "00:00"),
        ("6:30 p.m.", "18:30"),
        ("09:30", "09:30"),
        ("14.00 hours", "14:00"),
        ("1400 hrs", "14:00"),
        ("7.00yh", "19:00"),
        ("7.00 y.h.", "19:00"),
        ("12.30 am", "00:30"),
        ("12.15pm", "12:15"),
        ("9.30am to 1.00pm", "09:30"),
        ("at 6.30 pm. on Tuesday", "18:30"),
        ("10.00 A.M.", "10:00"),
        ("6\u00a0pm", "18:00"),
        ("10.00 am (or on the rising of Council)", "10:00"),
        ("Tuesday 19 March 2024", None),
        ("£6.30", None),
        ("25:00", None),
        ("22.11.2012", None),
        ("", None),
    ],
)
def test_time_of_day(raw, time):
    assert parse_time(raw) == time
