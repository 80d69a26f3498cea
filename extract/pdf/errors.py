"""Why a file was refused. Each error names the file, what is wrong with it and what can be done about it."""

from __future__ import annotations

from pathlib import Path


class PdfError(Exception):
    """A file that cannot be read as a pack; `path` is the file, `way_out` what its owner can do."""

    way_out = "Ask the publisher for the file again."

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


class PathMissingError(PdfError):
    """Nothing stands at the path."""

    way_out = "Check the path; a file name with spaces needs quotation marks."


class NotAPdfError(PdfError):
    """The file is something else than a PDF."""

    way_out = "Check that the download is the pack itself and not a web page or a Word file; print it to PDF if it is."


class EmptyFileError(PdfError):
    """The file has no bytes."""

    way_out = "Download the file again: it holds nothing."


class DamagedPdfError(PdfError):
    """The file begins as a PDF and cannot be read as one."""

    way_out = "Download the file again: it is cut short or damaged."


class CutShortError(DamagedPdfError):
    """The end of the file is missing."""


class LockedPdfError(PdfError):
    """The file opens with a password only."""

    way_out = "Ask the publisher for a copy without a password, or save one with it removed."


class NoTextError(PdfError):
    """No page of the file holds any words: it is a scan, or its pages are empty."""

    way_out = "Run the file through text recognition (OCR) first, or ask the publisher for the original document."
