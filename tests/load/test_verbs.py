"""The room's verbs are at hand under its name, and nothing of the database is imported before one is asked for."""

import subprocess
import sys

import pytest

import load
from load import verbs


@pytest.mark.parametrize("verb", verbs.__all__)
def test_room_gives_its_verbs(verb):
    assert getattr(load, verb) is getattr(verbs, verb)


def test_what_is_no_verb_is_not_there():
    with pytest.raises(AttributeError, match="read_tea_leaves"):
        load.read_tea_leaves  # noqa: B018


def test_reading_a_pack_imports_no_database_library():
    code = "import packtrace.pipeline, sys; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
