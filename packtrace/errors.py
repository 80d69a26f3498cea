"""Everything that can go wrong, as one tree: each error has an exit code and says what to do next.

Errors of the rooms below become errors of this tree in `as_packtrace_error`.
"""

from __future__ import annotations

import errno
from typing import ClassVar


class PacktraceError(Exception):
    """Something that the user is told: `message` says what happened and to what, `way_out` what to do next.

    `exit_code` is what the process ends with, `outcome` what a pack is noted as in the store.
    """

    exit_code: ClassVar[int] = 1
    outcome: ClassVar[str] = "failed"
    default_way_out: ClassVar[str] = (
        "Please report this with the file, if it may be shared: it is a fault in packtrace."
    )

    def __init__(self, message: str, way_out: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.way_out = way_out or self.default_way_out

    def __str__(self) -> str:
        return f"{self.message}\n{self.way_out}"


class SeveralKindsError(PacktraceError):
    """Packs of a batch failed in different ways."""

    exit_code = 3
    default_way_out = "See packtrace status --failed for each of them."


class PackError(PacktraceError):
    """A file that could not be read as a pack."""


class NotAPdfError(PackError):
    """The file is something else than a PDF."""

    exit_code = 10
    outcome = "not_a_pdf"
    default_way_out = "Check that the download is the pack itself and not a web page or a Word file."


class DamagedPdfError(PackError):
    """The file begins as a PDF and cannot be read as one."""

    exit_code = 11
    outcome = "damaged"
    default_way_out = "Download the file again: it is cut short or damaged."


class LockedPdfError(PackError):
    """The file opens with a password only."""

    exit_code = 12
    outcome = "locked"
    default_way_out = "Ask the publisher for a copy without a password, or save one with it removed."


class EmptyFileError(PackError):
    """The file has no bytes."""

    exit_code = 13
    outcome = "empty"
    default_way_out = "Download the file again: it holds nothing."


class NoTextError(PackError):
    """No page has any words: a scan."""

    exit_code = 14
    outcome = "scanned"
    default_way_out = "Run the file through text recognition (OCR) first, or ask the publisher for the original."


class TooLargeError(PackError):
    """The file or its number of pages is over the limit."""

    exit_code = 15
    outcome = "too_large"
    default_way_out = "Raise the limit (--max-pages, --max-size), or split the file."


class TimedOutError(PackError):
    """Reading the file took longer than the limit."""

    exit_code = 16
    outcome = "timed_out"
    default_way_out = "Raise the limit (--max-seconds), or try again when the machine is less busy."


class OutOfMemoryError(PackError):
    """Reading the file took more memory than there is."""

    exit_code = 17
    outcome = "out_of_memory"
    default_way_out = "Raise the limit (--max-memory), close other programs or split the file, and try again."


class ReaderFailedError(PackError):
    """The reader stopped at something that nobody foresaw."""

    exit_code = 18
    outcome = "crashed"


class PathMissingError(PackError):
    """Nothing stands at the path."""

    exit_code = 19
    outcome = "missing"
    default_way_out = "Check the path; a file name with spaces needs quotation marks."


class PathUnreadableError(PackError):
    """The file is there but may not be read."""

    exit_code = 20
    outcome = "unreadable"
    default_way_out = "Check who may read the file, and that the disk is there."


class NothingToReadError(PacktraceError):
    """The folders given hold no PDF."""

    exit_code = 21
    default_way_out = "Give a file, or a folder that holds files ending in .pdf."


class PackRefusedError(PackError):
    """What was read of the pack contradicts itself, so the store did not take it."""

    exit_code = 22


class ArchiveUnreadableError(PackError):
    """A zip archive, or a file in it, cannot be read."""

    exit_code = 23
    outcome = "damaged"
    default_way_out = "Download the archive again: it is cut short or damaged."


class AddressUnreachableError(PackError):
    """Nothing can be had from the address."""

    exit_code = 24
    outcome = "unreadable"
    default_way_out = "Check the address and the network, and run packtrace retry later."


class AddressRefusedError(PackError):
    """The other side gives nothing without leave."""

    exit_code = 26
    outcome = "unreadable"
    default_way_out = (
        "Check the keys or the password (for s3:// AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE) "
        "and what they allow, then run packtrace retry."
    )


class ExtraMissingError(PacktraceError):
    """A part of packtrace that is installed on request only is not there."""

    exit_code = 25
    default_way_out = 'Install it with: pip install "packtrace[remote]".'


class StoreProblemError(PacktraceError):
    """Something is wrong with the store."""

    exit_code = 38
    default_way_out = "Check the address given by --store or PACKTRACE_STORE, and the database there."


class StoreUnreachableError(StoreProblemError):
    """The store does not answer."""

    exit_code = 30
    default_way_out = "Check the address given by --store or PACKTRACE_STORE, and that the database is running."


class StoreAbsentError(StoreProblemError):
    """There is no store yet."""

    exit_code = 31
    default_way_out = "Make one with: packtrace ingest FOLDER, or name another with --store."


class StoreNotOursError(StoreProblemError):
    """What is there is not a store of packtrace."""

    exit_code = 32
    default_way_out = "Nothing was changed there. Name another file or database with --store."


class StoreTooNewError(StoreProblemError):
    """A newer packtrace wrote the store."""

    exit_code = 33
    default_way_out = "Use the packtrace that wrote it or a newer one (pipx upgrade packtrace), or another store."


class StoreTooOldError(StoreProblemError):
    """An older packtrace wrote the store."""

    exit_code = 34
    default_way_out = "Bring it up to date with: packtrace upgrade. The next packtrace ingest does so too."


class StoreLockedError(StoreProblemError):
    """Another program holds the store."""

    exit_code = 35
    default_way_out = "Wait for the other program to finish, or close it, and run the same command again."


class StoreFullError(StoreProblemError):
    """There is no room to write."""

    exit_code = 36
    default_way_out = "Make room on the disk and run the same command again: what is in stays in."


class StoreDamagedError(StoreProblemError):
    """The store's file is damaged."""

    exit_code = 37
    default_way_out = "Restore it from a copy, or move it away and read the packs again."


class StoreDiskError(StoreProblemError):
    """The disk under the store failed."""

    exit_code = 39
    default_way_out = "Check that the disk under the store is there, sound and not full. What is in stays in."


class PackNotFoundError(PacktraceError):
    """No pack goes by that name."""

    exit_code = 40
    default_way_out = "packtrace status lists the packs in the store; packtrace ingest PATH puts one in."


class PackAmbiguousError(PacktraceError):
    """Several packs go by that name."""

    exit_code = 41
    default_way_out = "Give more of the sha256."


class RecordNotFoundError(PacktraceError):
    """No record has that number."""

    exit_code = 42
    default_way_out = 'Numbers of records are in the views: packtrace query "SELECT record, text FROM open_actions".'


class FieldNotFoundError(PacktraceError):
    """The record has no such field."""

    exit_code = 43
    default_way_out = "Leave the field out to see all that the record has."


class QueryError(PacktraceError):
    """The database could not follow the query."""

    exit_code = 44
    default_way_out = "Tables and views: packtrace query --tables."


class WriteRefusedError(PacktraceError):
    """A query that would change the store."""

    exit_code = 45
    default_way_out = "packtrace query only reads: one SELECT, and nothing that changes the store."


class OriginalGoneError(PacktraceError):
    """The PDF of a pack is neither beside the store nor where it was read."""

    exit_code = 46
    default_way_out = "Put the file back, or ingest it again from where it is now."


class OutputUnwritableError(PacktraceError):
    """A file that was asked for could not be written."""

    exit_code = 47
    default_way_out = "Check that the folder is there and may be written to."


class CorrectionRefusedError(PacktraceError):
    """A correction that the field cannot have."""

    exit_code = 49
    default_way_out = "Nothing was changed. docs/record-format.md says what each field may hold."


class BrokenFormatError(PacktraceError):
    """What was exported is not valid by records.schema.json."""

    exit_code = 48


def as_packtrace_error(error: Exception) -> PacktraceError:
    """The error of this tree that says what an error of a room below means; its message names the file or store."""
    if isinstance(error, PacktraceError):
        return error
    if isinstance(error, MemoryError):
        return OutOfMemoryError("There was not enough memory.")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreFullError(f"{error.filename or 'The disk'}: {error.strerror}.")
    for kind, ours in _meanings():
        if isinstance(error, kind):
            return ours(f"{error}.".replace("..", "."), getattr(error, "way_out", None))
    return ReaderFailedError(f"The reader stopped: {type(error).__name__}: {error}")


def _meanings() -> tuple[tuple[type[Exception], type[PacktraceError]], ...]:
    """Errors of the rooms below with ours, the particular before the general. Imported late: the rooms are heavy."""
    from extract.pdf import errors as pdf
    from load import errors as load

    return (
        (pdf.NotAPdfError, NotAPdfError),
        (pdf.EmptyFileError, EmptyFileError),
        (pdf.DamagedPdfError, DamagedPdfError),
        (pdf.LockedPdfError, LockedPdfError),
        (pdf.NoTextError, NoTextError),
        (pdf.PathMissingError, PathMissingError),
        (pdf.PdfError, PackError),
        (load.StoreAbsentError, StoreAbsentError),
        (load.StoreUnreachableError, StoreUnreachableError),
        (load.StoreNotOursError, StoreNotOursError),
        (load.StoreTooNewError, StoreTooNewError),
        (load.StoreTooOldError, StoreTooOldError),
        (load.StoreLockedError, StoreLockedError),
        (load.StoreFullError, StoreFullError),
        (load.StoreDamagedError, StoreDamagedError),
        (load.StoreDiskError, StoreDiskError),
        (load.ContentsError, PackRefusedError),
        (load.WriteRefusedError, WriteRefusedError),
        (load.QueryFailedError, QueryError),
        (load.StoreError, StoreProblemError),
    )


def exit_codes() -> list[tuple[int, str]]:
    """Every exit code and what it means, in order."""
    codes = {
        0: "All went well.",
        1: "Something else went wrong; the message says what.",
        2: "The command was not understood.",
        130: "Stopped by Ctrl-C.",
        143: "Stopped by SIGTERM, as by the system when it shuts down.",
    }
    waiting = [PacktraceError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        codes.setdefault(kind.exit_code, (kind.__doc__ or "").partition("\n")[0])
    return sorted(codes.items())
