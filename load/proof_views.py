"""SQL of the views that say how far the store is proved."""

from __future__ import annotations

from load.models.base import PROOFS

PROOF_OF_VALUES = """SELECT r.type, r.id AS record, s.field, p.file_name AS pack, count(*) AS boxes,
        CASE WHEN min(s.proof) = 'disagrees' THEN 'disagrees' ELSE max(s.proof) END AS proof, r.page, r.page_label
    FROM sources s JOIN records r ON r.id = s.record_id JOIN packs p ON p.id = r.pack_id AND p.superseded_by IS NULL
    GROUP BY r.type, r.id, s.field, p.file_name, r.page, r.page_label"""
"""By the alphabet `disagrees` comes before `proved`, and that before `unreadable` and `untried`."""

_COUNTS = ", ".join(f"sum(CASE b.proof WHEN '{proof}' THEN 1 ELSE 0 END) AS {proof}" for proof in PROOFS)

PROOF_BY_TYPE = f"""SELECT p.file_name AS pack, p.sha256, b.type, count(*) AS boxes, {_COUNTS},
        sum(CASE b.proof WHEN 'proved' THEN 1.0 ELSE 0.0 END) / count(*) AS share_proved, y.reader, y.proved_at
    FROM (SELECT s.pack_id, r.type, s.proof FROM sources s JOIN records r ON r.id = s.record_id
        UNION ALL SELECT t.pack_id, 'pack', t.proof FROM pack_sources t) b
    JOIN packs p ON p.id = b.pack_id LEFT JOIN proofs y ON y.pack_id = p.id
    GROUP BY p.id, p.file_name, p.sha256, b.type, y.reader, y.proved_at"""
