"""What the room offers to others, as `load` itself gives it: by the name of the room, once it is asked for."""

from load.corrections import CorrectionRefusedError, correct_record, find_field, read_corrections
from load.dictionary import describe_columns, describe_store
from load.finding import search
from load.forget import forget_pack
from load.interchange import contents_records
from load.known import read_known_owners
from load.proof import (
    packs_to_prove,
    read_claims,
    read_disagreements,
    read_pack_proof,
    read_record_proof,
    write_proofs,
)
from load.query import ask
from load.read import (
    find_packs,
    find_unchanged,
    list_packs,
    pack_records,
    read_counts,
    read_documents,
    read_issues,
    read_numbered_records,
    read_record,
    read_records,
)
from load.runs import (
    WENT_IN,
    begin_run,
    clear_failures,
    end_run,
    known_files,
    latest_offers,
    note_unchanged,
    record_offer,
)
from load.store import Store, open_store
from load.sums import count_verdicts, read_marks, read_sums
from load.versions import is_newer
from load.write import LoadResult, load_pack

__all__ = [
    "WENT_IN",
    "CorrectionRefusedError",
    "LoadResult",
    "Store",
    "ask",
    "begin_run",
    "clear_failures",
    "contents_records",
    "correct_record",
    "count_verdicts",
    "describe_columns",
    "describe_store",
    "end_run",
    "find_field",
    "find_packs",
    "find_unchanged",
    "forget_pack",
    "is_newer",
    "known_files",
    "latest_offers",
    "list_packs",
    "load_pack",
    "note_unchanged",
    "open_store",
    "pack_records",
    "packs_to_prove",
    "read_claims",
    "read_corrections",
    "read_counts",
    "read_disagreements",
    "read_documents",
    "read_issues",
    "read_known_owners",
    "read_marks",
    "read_numbered_records",
    "read_pack_proof",
    "read_record",
    "read_record_proof",
    "read_records",
    "read_sums",
    "record_offer",
    "search",
    "write_proofs",
]
