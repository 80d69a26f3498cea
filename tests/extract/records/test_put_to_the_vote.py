"""Motions put to the vote by the chair: who moved, what was carried, how many voted, and motions that were lost."""

import pytest

from extract.records.resolutions import minute_to_decisions
from tests.extract.records.minuted import minute_of

MOVED = """Proposed by Alderman Wylie

Seconded by Alderman Finlay

- That the Committee resolves to refuse permission for the reasons set out in the report.

The Chair put the motion to the Committee to vote.

6 Members voted For, 4 Members voted Against, 0 Members Abstained.

The Chair declared the motion carried and the application refused.

RESOLVED - That the Committee resolves to refuse permission for the reasons set out in the report."""

LOST = """Proposed by Councillor Archibald

Seconded by Councillor Gormley

- That the application be deferred.

4 Members voted For, 6 Members voted Against.

The Chair declared the motion lost.

"""


@pytest.mark.parametrize("before", ["The site lay in the open country.\n\n", LOST])
def test_mover_and_vote_stand_ahead_of_what_the_chair_declared(before):
    (one,) = minute_to_decisions(minute_of(before + MOVED))
    assert one.movers is not None
    assert (one.movers.mover.text, one.movers.seconder.text) == ("Alderman Wylie", "Alderman Finlay")
    assert tuple(vote.text for vote in one.votes) == ("6", "4", "0")
    assert one.text.text == "the Committee resolves to refuse permission for the reasons set out in the report."


def test_a_motion_that_the_chair_declared_lost_is_no_decision():
    assert not list(minute_to_decisions(minute_of(LOST)))


@pytest.mark.parametrize("basis", ["In accordance with Section 42 of the Act that", "Under Section 42 of the Act"])
def test_a_decision_may_begin_with_what_it_rests_on(basis):
    text = f"{basis} the public be asked to withdraw."
    (one,) = minute_to_decisions(
        minute_of(f"Proposed by Councillor Oak\n\nSeconded by Councillor Ash and\n\nResolved {text}")
    )
    assert one.movers is not None
    assert (one.text.text, one.movers.seconder.text) == (text, "Councillor Ash")


def test_who_seconded_may_stand_on_the_line_of_the_decision():
    (one,) = minute_to_decisions(
        minute_of("Proposed by Councillor Oak\n\nSeconded by Councillor Ash and AGREED – that it be paid.")
    )
    assert one.movers is not None
    assert (one.movers.mover.text, one.movers.seconder.text) == ("Councillor Oak", "Councillor Ash")
