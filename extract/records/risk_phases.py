"""Which rating the columns of a register hold, where their own heads leave it open."""

from __future__ import annotations

from collections.abc import Mapping

from extract.records.risk_heads import Head
from extract.records.risk_types import RatingKey

Ratings = Mapping[RatingKey, list[tuple[int, Head]]]


def with_score_letters(ratings: Ratings, heads: Mapping[int, str]) -> dict[RatingKey, list[tuple[int, Head]]]:
    """The ratings with an `S` that stands beside another column of impacts, where no column is of scores, as the score.

    `heads` are the words right over each column. Alone it is the severity: `L | S | R`, but `L | I | S`.
    """
    found = dict(ratings)
    for key, group in ratings.items():
        scores = [one for one in group if heads[one[0]].casefold() == "s"]
        others = [one for one in group if one not in scores]
        score = RatingKey(key.phase, "score")
        if key.measure == "impact" and scores and others and score not in ratings:
            found |= {key: others, score: scores}
    return found


def phased(ratings: Ratings, fields: Mapping[str, int]) -> dict[RatingKey, list[tuple[int, Head]]]:
    """Ratings without a phase are current ones, or inherent ones where current ones stand after them.

    `Score | Controls | Score`: the second of two without a phase, on the far side of the controls, is current too.
    """
    current = [column for key, group in ratings.items() if key.phase == "current" for column, _ in group]
    controls = next((fields[name] for name in ("controls", "mitigation") if name in fields), None)
    bare = [column for key, group in ratings.items() if not key.phase for column, _ in group]
    twice = controls is not None and bool(bare) and min(bare) < controls < max(bare)
    twice = twice and any(len(group) > 1 for key, group in ratings.items() if not key.phase)
    found: dict[RatingKey, list[tuple[int, Head]]] = {}
    for key, group in ratings.items():
        for column, head in group:
            before = (twice and controls is not None and column < controls) or (current and column < min(current))
            has_inherent = any(k.phase == "inherent" for k in ratings)
            phase = key.phase or ("inherent" if before and not has_inherent else "current")
            found.setdefault(RatingKey(phase, key.measure), []).append((column, head))
    return found
