"""A risk's cells as the fields of its record: texts, owners, rating numbers and its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.excerpt import EMPTY, Excerpt, flow_lines, join
from extract.records.columns import fold_head
from extract.records.risk_heads import COLOURS, PARAGRAPHS
from extract.records.risk_leads import cut_at_labels, cut_at_leads, lead_of, leads, sentence_to_parts
from extract.records.risk_types import NAMES, RatingKey, RatingValue, RiskBlock, Value
from extract.records.types import FillColour, RawValue
from extract.tables.types import Cell

_MITIGATION = ("controls", "mitigation", "actions")
_PREFIX = {"inherent": "inherent_", "current": "", "target": "target_"}
_PRODUCT = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})\s*(?:\((?P<letter>[LPICS])\)\s*)?(?:x|×|\*|by)\s*"
    r"(?P<second>\d{1,2})(?!\d)(?:\s*\([LPICS]\))?(?:\s*=\s*\(?(?P<score>\d{1,3}))?",
    re.I,
)
_LETTERED = re.compile(r"(?<![a-z])(?:[lipcs]|likelihood|impact|probability|severity|consequence)\W{0,3}\d(?!\d)", re.I)
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d%]|[.,]\d)")
_SEVERAL = 2  # labels in one cell from which it is a description in labelled paragraphs


def block_to_fields(block: RiskBlock) -> dict[str, RawValue]:
    """What a risk's record holds: only what the table prints of it."""
    texts = _texts(block)
    fields: dict[str, RawValue] = {name: text for name, text in texts.items() if text}
    owners = _owners(block)
    if owners:
        fields["owners"] = owners
    for key, rating in block.ratings.items():
        fields |= _rating_fields(key, rating)
    rag = _rag(block)
    if rag is not None:
        fields["rag"] = rag
    return fields


def _texts(block: RiskBlock) -> dict[str, Excerpt]:
    """Reference, name, cause, event, consequence and mitigation."""
    found: dict[str, Excerpt] = {}
    for name in NAMES:
        values = block.values.get(name, ())
        named = "title" in found or block.heading
        parts = _named_paragraphs(values, "title" if not named and name != "event" else "event")
        for field, text in parts.items():
            found.setdefault(field, text)
    for name in ("cause", "consequence"):
        text = _joined(block.values.get(name, ()))
        if text:
            found[name] = text
    found["ref"] = block.ref
    found["mitigation"] = _mitigation(block)
    return _with_name(found, block)


def _with_name(found: dict[str, Excerpt], block: RiskBlock) -> dict[str, Excerpt]:
    """A risk that has no name takes the heading above its sheet, or else the words of its event."""
    if not found.get("title"):
        found["title"] = block.heading or (EMPTY if found["ref"] else found.pop("event", EMPTY))
    return found


def _joined(values: Sequence[Value]) -> Excerpt:
    return join(value.text for value in values)


def _named_paragraphs(values: Sequence[Value], field: str) -> dict[str, Excerpt]:
    """The words of a cell by field: labelled paragraphs (`Cause:`), a bold name over its description, or all of it."""
    if not values:
        return {}
    lines = [line for value in values for line in value.lines]
    labelled = _labelled(lines, field)
    if labelled:
        return labelled if field in labelled else _event_as_title(labelled)
    bold = next((number for number, line in enumerate(lines) if not line.bold), len(lines))
    if field == "title" and 0 < bold < len(lines):
        return {"title": flow_lines(lines[:bold]), **_sentence(flow_lines(lines[bold:]), "event")}
    whole = _joined(values)
    plain = next((span.start for span in whole.spans if not span.word.bold), 0)
    if field == "title" and plain and not leads(whole.text[:plain]):
        return {"title": whole.cut(0, plain).strip(), **_sentence(whole.cut(plain), "event")}
    return _sentence(whole, field)


def _sentence(text: Excerpt, field: str) -> dict[str, Excerpt]:
    """Words by field: the parts of a sentence that leads each of them, else all of it as `field`.

    An event that is told first may be the risk's name, `then …` is none.
    """
    parts = sentence_to_parts(text)
    names = field == "title" and next(iter(parts), "") == "event"
    return {field: text} if not parts else _event_as_title(parts) if names else parts


_LABEL = re.compile(r"^(?P<label>[A-Z][A-Za-z()/ ]{1,30}?)\s*(?P<mark>:|[-–—]\s|$)")


def _labelled(lines: Sequence[Excerpt], first: str) -> dict[str, Excerpt]:
    """Paragraphs by the field that their labels name, `first` before them; empty where there are not two parts."""
    runs: list[tuple[str, list[Excerpt]]] = [(first, [])]
    labels = 0
    for line in (piece for whole in lines for part in cut_at_labels(whole) for piece in cut_at_leads(part)):
        match = _LABEL.match(line.text)
        field = PARAGRAPHS.get(fold_head(match["label"])) if match and (match["mark"] or line.bold) else None
        led = lead_of(line)
        if match is not None and field is not None:
            labels += 1
            runs.append((field, [line.cut(match.end())]))
        elif led is not None:
            labels += 1
            runs.append((led, [line]))
        else:
            runs[-1][1].append(line)
    found: dict[str, Excerpt] = {}
    for field, run in runs:
        text = flow_lines(run)
        if text:
            found.setdefault(field, text)
    enough = labels >= _SEVERAL or (labels == 1 and first in found and found.keys() & {"cause", "consequence"})
    return found if enough else {}


def _event_as_title(found: dict[str, Excerpt]) -> dict[str, Excerpt]:
    """`Risk: … Cause: … Effect: …` in the only cell that names a risk: what is labelled risk is its name."""
    return {"title" if field == "event" else field: text for field, text in found.items()}


def _mitigation(block: RiskBlock) -> Excerpt:
    """The register's free text against the risk: controls, else mitigation, else actions that have no column beside."""
    kinds = {part.kind for part in block.parts}
    for name in _MITIGATION:
        values = block.values.get(name, ())
        if any(value.text for value in values):
            if (name == "actions" and "actions" in kinds) or (name == "controls" and "controls" in kinds):
                return EMPTY
            return _joined(values)
    return EMPTY


def _owners(block: RiskBlock) -> Excerpt:
    for name in ("risk_owner", "owner"):
        values = [value for value in block.values.get(name, ()) if value.text]
        if values:
            return join((value.printed for value in values), "\n")
    return EMPTY


def _rating_fields(key: RatingKey, rating: RatingValue) -> dict[str, RawValue]:
    """The numbers of a rating's cell by field; none where it prints only words."""
    prefix = _PREFIX[key.phase]
    parts = rating_parts(rating.value.text, key.measure, rating.impact_first)
    return {prefix + measure: text for measure, text in parts.items()}


def rating_parts(text: Excerpt, measure: str, impact_first: bool = False) -> dict[str, Excerpt]:
    """The numbers of a rating by measure: of a product (`4x3=12`, `12 (4x3)`) each for itself, else what is asked.

    The first factor is the likelihood unless `impact_first`. `L3 x I4 = 12` is left whole for each measure.
    """
    if len(_LETTERED.findall(text.text)) > 1:
        return dict.fromkeys(("likelihood", "impact", "score"), text)
    match = text.search(_PRODUCT)
    if match is None:
        return {measure: text} if _NUMBER.search(text.text) else {}
    if match["letter"]:
        impact_first = match["letter"].casefold() in "ics"
    order = ("impact", "likelihood") if impact_first else ("likelihood", "impact")
    parts = dict(zip(order, (text.group(match, "first"), text.group(match, "second")), strict=True))
    score = text.group(match, "score") or _number_outside(text, match)
    return parts | ({"score": score} if score else {})


def _number_outside(text: Excerpt, product: re.Match[str]) -> Excerpt:
    """The number before or after a product: `12 (4x3)`."""
    others = [m for m in _NUMBER.finditer(text.text) if m.end() <= product.start() or m.start() >= product.end()]
    return text.group(others[0]) if len(others) == 1 else EMPTY


def _rag(block: RiskBlock) -> RawValue | None:
    """A rating by word or letter, else the fill of the register's RAG column, else that of the current score."""
    own = block.values.get("rag", ())
    if own:
        return next((found for value in own if (found := _cell_rag(value.cell)) is not None), None)
    return next((found for cell in _current_cells(block) if (found := _score_rag(cell, block)) is not None), None)


def has_own_rag(block: RiskBlock) -> bool:
    """Whether a risk's register has a column or label for its RAG rating."""
    return "rag" in block.values


def _cell_rag(cell: Cell) -> RawValue | None:
    if fold_head(cell.text.text) in COLOURS:
        return cell.text
    word = _colour_word(cell.text)
    return word or _fill(cell) or (cell.text if cell.text else None)


def _score_rag(cell: Cell, block: RiskBlock) -> RawValue | None:
    others = {value.cell.fill for name in NAMES for value in block.values.get(name, ())}
    return _colour_word(cell.text) or (_fill(cell) if cell.fill not in others else None) or None


def _colour_word(text: Excerpt) -> Excerpt:
    for match in re.finditer(r"[A-Za-z]{3,}", text.text):
        if match[0].casefold() in COLOURS:
            return text.group(match)
    return EMPTY


def _fill(cell: Cell) -> FillColour | None:
    return None if cell.fill is None else FillColour(cell.fill, cell.boxes[0], cell.text.text)


def _current_cells(block: RiskBlock) -> Iterator[Cell]:
    for measure in ("score", ""):
        rating = block.ratings.get(RatingKey("current", measure))
        if rating is not None:
            yield rating.value.cell
