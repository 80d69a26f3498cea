"""Views with plain names, for those who ask questions of the store."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from load.dialects import in_words_of
from load.indexing import words_of_records
from load.left_to_do import left_to_do
from load.models import RECORD_TYPES
from load.proof_views import PROOF_BY_TYPE, PROOF_OF_VALUES
from load.shown import show_column, shown, value_now


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what a row of it is, and its SQL with places for `in_words_of`."""

    name: str
    comment: str
    sql: str


_MEETING = "p.file_name AS pack, p.authority, p.committee, p.meeting_date"
_CURRENT = "{unindexed}p.superseded_by IS NULL"
"""A pack that was published anew would count twice: only its last version gives records to the views. Hardly any was,
so that this is no way to find packs.
"""
_FROM_RECORD = f"JOIN records r ON r.id = t.record_id JOIN packs p ON p.id = r.pack_id AND {_CURRENT}"


def _from(record_type: str) -> str:
    """Records of a type with their packs; that `records` tells the type too is for its index by pack and type."""
    return (
        f"FROM {record_type} t JOIN records r ON r.id = t.record_id AND {{surely r.type = '{record_type}'}} "
        f"JOIN packs p ON p.id = r.pack_id AND {_CURRENT}"
    )


_OWNERS = """(SELECT {join}(named.name, '; ') FROM (
    SELECT y.name FROM record_owners o JOIN parties y ON y.id = o.party_id
    WHERE o.record_id = t.record_id ORDER BY o.position) AS named)"""
_END = "t.put_right IS NOT NULL AS corrected, r.page, r.page_label"

_ACTIONS = f"""SELECT r.id AS record, {_MEETING}, {shown("actions", "kind ref text")},
    {show_column("actions", "owners", _OWNERS)},
    {shown("actions", "start_raw start_start start_end due_raw due_start due_end due_kind status rag")},
    {shown("actions", "group_heading risk_ref")}, {_END}
{_from("actions")}"""

VIEWS: tuple[View, ...] = (
    View(
        "latest_corrections",
        "The last correction of each field of each record, with what a date now means",
        """SELECT c.record_id, c.field, {value} AS now, {first_day} AS first_day, {last_day} AS last_day,
            {kind} AS date_kind, c.who, c.why, c.made_at
        FROM corrections c WHERE c.record_id IS NOT NULL AND NOT EXISTS
            (SELECT 1 FROM corrections l WHERE l.record_id = c.record_id AND l.field = c.field AND l.id > c.id)""",
    ),
    View(
        "meetings",
        "Meetings by body, committee and day, with their packs and what these add up to",
        """SELECT p.authority, p.committee, p.meeting_date, min(p.start_time) AS start_time, min(p.venue) AS venue,
            count(*) AS packs, sum(CASE WHEN p.supplement_to IS NULL THEN 0 ELSE 1 END) AS supplements,
            sum(p.page_count) AS pages
        FROM packs p WHERE p.superseded_by IS NULL
        GROUP BY p.authority, p.committee, p.meeting_date""",
    ),
    View(
        "all_actions",
        "Every action, milestone and planned mitigation with its owners, dates and status",
        _ACTIONS,
    ),
    View(
        "open_actions",
        "Actions that the pack does not give as done: not dated 'completed', not blue, no status that says closed",
        f"{_ACTIONS} WHERE {left_to_do('t.')}",
    ),
    View(
        "risk_register",
        "Every risk with its owners and its scores before controls, now and aimed at",
        f"""SELECT r.id AS record, {_MEETING}, {shown("risks", "ref title cause event consequence")},
            {show_column("risks", "owners", _OWNERS)},
            {shown("risks", "inherent_likelihood inherent_impact inherent_score likelihood impact score")},
            {shown("risks", "target_likelihood target_impact target_score rag mitigation")},
            (SELECT count(*) FROM records cr JOIN controls c ON c.record_id = cr.id
                WHERE cr.pack_id = r.pack_id AND cr.type = 'controls'
                AND {value_now("controls", "risk_ref", "c.")} = {value_now("risks", "ref", "t.")}) AS controls,
            {_END}
        {_from("risks")}""",
    ),
    View(
        "decisions",
        "What was decided at which meeting, on whose motion and by which vote",
        f"""SELECT r.id AS record, p.file_name AS pack, p.authority, p.committee,
            {shown("resolutions", "meeting_date minute_ref title agenda_ref decision text mover seconder")},
            {shown("resolutions", "votes_for votes_against abstentions")}, {_END}
        {_from("resolutions")}""",
    ),
    View(
        "asks",
        "What reports ask of their committee, with the agenda item they belong to",
        f"""SELECT r.id AS record, {_MEETING}, {shown("recommendations", "agenda_ref")},
            (SELECT min({value_now("agenda_items", "title", "i.")})
                FROM records ir JOIN agenda_items i ON i.record_id = ir.id
                WHERE ir.pack_id = r.pack_id AND ir.type = 'agenda_items' AND {value_now("agenda_items", "ref", "i.")}
                = {value_now("recommendations", "agenda_ref", "t.")}) AS agenda_title,
            {shown("recommendations", "ref text")}, {_END}
        {_from("recommendations")}""",
    ),
    View(
        "who_was_there",
        "People at meetings and those who sent apologies",
        f"""SELECT r.id AS record, p.file_name AS pack, p.authority, p.committee,
            {shown("attendance", "meeting_date name capacity post")}, {_END}
        {_from("attendance")}""",
    ),
    View(
        "printed_figures",
        "Numbers in tables of figures with their labels, as printed and in base units",
        f"""SELECT r.id AS record, {_MEETING}, {shown("figures", "table_title row_label column_label raw value unit")},
            {_END}
        {_from("figures")}""",
    ),
    View(
        "all_controls",
        "Every control with the risk it is for and its owners",
        f"""SELECT r.id AS record, {_MEETING}, {shown("controls", "risk_ref text")},
            {show_column("controls", "owners", _OWNERS)}, {_END}
        {_from("controls")}""",
    ),
    View(
        "all_ratings",
        "Things rated outside action tables and risk registers",
        f"""SELECT r.id AS record, {_MEETING}, {shown("ratings", "subject group_heading rag raw")}, {_END}
        {_from("ratings")}""",
    ),
    View(
        "agenda",
        "Items of agendas with the pages of their papers",
        f"""SELECT r.id AS record, {_MEETING},
            {shown("agenda_items", "ref title section page_from page_to restricted")}, {_END}
        {_from("agenda_items")}""",
    ),
    View(
        "all_corrections",
        "Every correction with the pack and the page of its record, in the order in which they were made",
        """SELECT c.id AS correction, c.record_id AS record, p.file_name AS pack, c.type, c.field, c.old, c.new,
            c.who, c.why, c.made_at, r.page, r.page_label
        FROM corrections c LEFT JOIN packs p ON p.sha256 = c.sha256 LEFT JOIN records r ON r.id = c.record_id""",
    ),
    View("record_words", "What each record says, all in one: the words that a search looks at", words_of_records()),
    View(
        "stated_sums",
        "Sums that tables state: the printed result, its parts with their signs, what they come to and the verdict",
        f"""SELECT k.id AS sum, {_MEETING}, g.number AS table_number, k.rule, k.verdict,
            t.table_title, t.row_label, t.column_label, t.raw, k.worked_out, k.difference,
            (SELECT {{join}}(part.words, ' ') FROM (
                SELECT CASE u.sign WHEN 1 THEN '+' ELSE '-' END || coalesce(f.raw, '') AS words
                FROM check_figures u JOIN figures f ON f.record_id = u.record_id
                WHERE u.check_id = k.id AND u.role = 'part' ORDER BY u.position) AS part) AS parts,
            r.id AS record, r.page, r.page_label
        FROM checks k JOIN check_figures c ON c.check_id = k.id AND c.role = 'result'
        JOIN tables g ON g.id = k.table_id JOIN figures t ON t.record_id = c.record_id {_FROM_RECORD}""",
    ),
    View(
        "ratings_by_mark",
        "Ratings by what they are printed with: the word, the letter and the fill of each, side by side",
        f"""SELECT r.id AS record, {_MEETING}, r.type,
            max(CASE t.mark WHEN 'word' THEN t.rag END) AS by_word,
            max(CASE t.mark WHEN 'letter' THEN t.rag END) AS by_letter,
            max(CASE t.mark WHEN 'fill' THEN t.rag END) AS by_fill,
            max(t.words) AS words, max(t.colour) AS colour, max(t.colour_name) AS colour_name, r.page, r.page_label
        FROM rating_marks t {_FROM_RECORD}
        GROUP BY r.id, p.file_name, p.authority, p.committee, p.meeting_date, r.type, r.page, r.page_label""",
    ),
    View(
        "who_acts",
        "Owners of actions, risks and controls as printed or put right, and whom initials and surnames stand for",
        f"""SELECT r.id AS record, r.type, p.file_name AS pack, p.authority, p.committee, p.meeting_date,
            y.name AS owner, coalesce(f.name, y.name) AS stands_for, coalesce(f.kind, y.kind) AS kind,
            CASE WHEN f.id IS NULL THEN 'printed' ELSE 'derived' END AS origin, r.page, r.page_label
        FROM record_owners o JOIN parties y ON y.id = o.party_id JOIN records r ON r.id = o.record_id
        JOIN packs p ON p.id = r.pack_id AND {_CURRENT}
        LEFT JOIN known_owners k ON k.pack_id = r.pack_id AND k.party_id = o.party_id AND k.position = 0
        LEFT JOIN parties f ON f.id = k.stands_for_id
        WHERE NOT EXISTS (SELECT 1 FROM corrections c WHERE c.record_id = o.record_id AND c.field = 'owners')
        UNION ALL
        SELECT r.id, r.type, p.file_name, p.authority, p.committee, p.meeting_date,
            CAST(e.value AS VARCHAR), CAST(e.value AS VARCHAR), y.kind, 'corrected', r.page, r.page_label
        FROM corrections l CROSS JOIN {{listed}} e JOIN records r ON r.id = l.record_id
        JOIN packs p ON p.id = r.pack_id AND {_CURRENT} LEFT JOIN parties y ON y.name = e.value
        WHERE l.field = 'owners' AND NOT EXISTS
            (SELECT 1 FROM corrections n WHERE n.record_id = l.record_id AND n.field = 'owners' AND n.id > l.id)""",
    ),
    View(
        "all_sources",
        "Where every value was read: record and field, page, box in points from the top left, words, how understood",
        """SELECT r.type, r.id AS record, s.field, s.position, p.file_name AS pack, p.sha256, s.page,
            g.label AS page_label, s.x0, s.top, s.x1, s.bottom, s.words, s.origin, s.colour,
            s.confidence, s.proof, s.proof_words
        FROM sources s JOIN records r ON r.id = s.record_id JOIN packs p ON p.id = s.pack_id
        JOIN pages g ON g.pack_id = s.pack_id AND g.number = s.page
        UNION ALL
        SELECT 'pack', NULL, s.field, s.position, p.file_name, p.sha256, s.page, g.label,
            s.x0, s.top, s.x1, s.bottom, s.words, s.origin, NULL, 1,
            s.proof, s.proof_words
        FROM pack_sources s JOIN packs p ON p.id = s.pack_id
        JOIN pages g ON g.pack_id = s.pack_id AND g.number = s.page""",
    ),
    View(
        "boxes_not_proved",
        "Boxes in which a second reader of the PDF sees something else than the store says, or nothing it can name",
        "SELECT * FROM all_sources a WHERE a.proof IN ('disagrees', 'unreadable')",
    ),
    View("value_proofs", "How far each value is proved: proved where all its boxes are", PROOF_OF_VALUES),
    View("proof_by_type", "How many boxes of each pack and record type a second reader proved", PROOF_BY_TYPE),
    View(
        "pack_overview",
        "Every pack with how many records of each type it gave",
        "SELECT p.id, p.file_name AS pack, p.sha256, p.authority, p.committee, p.meeting_date, p.page_count, "
        + ", ".join(
            f"(SELECT count(*) FROM records r WHERE r.pack_id = p.id AND r.type = '{name}') AS {name}"
            for name in RECORD_TYPES
        )
        + ", (SELECT count(*) FROM issues i WHERE i.pack_id = p.id) AS issues"
        + ", (SELECT n.file_name FROM packs n WHERE n.id = p.superseded_by) AS superseded_by"
        + ", (SELECT m.file_name FROM packs m WHERE m.id = p.supplement_to) AS supplement_to"
        + ", p.extractor_version, p.loaded_at FROM packs p",
    ),
    View(
        "not_understood",
        "What was seen in packs but not understood",
        "SELECT p.file_name AS pack, p.sha256, i.code, i.message, i.page, i.words "
        "FROM issues i JOIN packs p ON p.id = i.pack_id",
    ),
)


def create_views(connection: Connection) -> None:
    """Makes all views, in an order in which each finds those it stands on."""
    dialect = connection.dialect.name
    for view in VIEWS:
        _run(connection, f"CREATE VIEW {view.name} AS {in_words_of(dialect, view.sql)}")
        if dialect == "postgresql":
            _run(connection, f"COMMENT ON VIEW {view.name} IS {_quote(view.comment)}")


def drop_views(connection: Connection) -> None:
    """Takes all views away, those that stand on others first; tables under a view cannot be changed."""
    for view in reversed(VIEWS):
        _run(connection, f"DROP VIEW IF EXISTS {view.name}")


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _run(connection: Connection, sql: str) -> None:
    """As it stands: a per cent sign in it is no parameter."""
    connection.execution_options(no_parameters=True).exec_driver_sql(sql)
