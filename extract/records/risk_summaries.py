"""Summary tables that list risks again: which of a pack's risks each of their rows is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records.columns import fold_head
from extract.records.risk_types import RiskBlock

_DETAILS = frozenset({"cause", "consequence", "event", "controls", "mitigation"})
_ALIKE = 0.5  # share of the words of the shorter of two titles that stand in the other as well
_SURELY_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Entry:
    """A risk and the rows of summaries that list it again."""

    block: RiskBlock
    summaries: tuple[RiskBlock, ...] = ()


def blocks_to_entries(blocks: Sequence[RiskBlock]) -> list[Entry]:
    """One entry for each risk, in printed order; a summary row that is none of them is a risk of its own."""
    own = [block for block in blocks if not _is_summary(block)]
    listed: dict[int, list[RiskBlock]] = {}
    for block in blocks:
        if not _is_summary(block):
            continue
        found = _same_risk(block, own)
        if found is None:
            own.append(block)
        else:
            listed.setdefault(id(found), []).append(block)
    order = {id(block): number for number, block in enumerate(blocks)}
    own.sort(key=lambda block: order[id(block)])
    return [Entry(block, tuple(listed.get(id(block), ()))) for block in own]


def _is_summary(block: RiskBlock) -> bool:
    """Whether a row gives only names and ratings of a risk."""
    return block.layout == "row" and not block.parts and not (block.values.keys() & _DETAILS)


def _same_risk(block: RiskBlock, others: Sequence[RiskBlock]) -> RiskBlock | None:
    candidates = [other for other in others if other.table is not block.table]
    ranked = [(score, other) for other in candidates if (score := _agreement(block, other)) > 0]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _agreement(a: RiskBlock, b: RiskBlock) -> float:
    """How surely two entries are of one risk: by reference and name; 0 where they are not."""
    alike = likeness(_name(a), _name(b))
    if _ref(a) and _ref(b):
        same = _ref(a) == _ref(b)
        if same and (_lettered(a) or alike >= _ALIKE):
            return 2 + alike
        same_number = _number(a) == _number(b) and _lettered(a) != _lettered(b)
        return 1 + alike if same_number and alike >= _ALIKE else 0.0
    return alike if alike >= _SURELY_ALIKE else 0.0


def likeness(a: str, b: str) -> float:
    """The share of the words of the shorter of two names that the other has too, 0 to 1; `&` is `and`."""
    left, right = _words(a), _words(b)
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold_head(text).replace("&", " and ")) if len(word) > 2}


def _name(block: RiskBlock) -> str:
    return next((text.text for name in ("title", "description", "event") if (text := block.first(name))), "")


def _ref(block: RiskBlock) -> str:
    return re.sub(r"[\W_]+", "", block.ref.text).casefold()


def _number(block: RiskBlock) -> str:
    return re.sub(r"\D", "", _ref(block)).lstrip("0")


def _lettered(block: RiskBlock) -> bool:
    return any(character.isalpha() for character in _ref(block))
