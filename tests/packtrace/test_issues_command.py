"""What `packtrace issues` lists: all that was left open, of one pack or of one kind."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("loaded_store")


def test_issues_of_all_packs_and_of_one_are_listed_with_their_words(run, town_pack: Path) -> None:
    everywhere, here = run("issues"), run("issues", town_pack.name)
    assert everywhere.code == here.code == 0
    assert everywhere.out == here.out
    assert town_pack.name in here.out
    assert "1 issues" in here.out


def test_issues_of_another_code_are_none(run) -> None:
    ran = run("issues", "--code", "nothing-of-the-kind")
    assert "0 issues" in ran.out
    assert "Nothing was left open." in ran.out


def test_issues_of_an_unknown_pack_say_so(run) -> None:
    assert "No pack in" in run("issues", "absent.pdf").err
