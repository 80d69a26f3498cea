# ruff: noqa: E501 -- an element of markup is kept on its line
"""Flat OpenDocument text, enough of it for a committee pack: page styles, paragraphs, tables; LibreOffice prints it."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
ALIGNED = {"": "start", "c": "center", "r": "end", "j": "justify"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its words, fill (`#rrggbb`), columns it spans, whether its words stand on end, alignment, weight."""

    text: str
    fill: str = ""
    span: int = 1
    turned: bool = False
    align: str = ""
    bold: bool = False


class FlatOdt:
    """A document under construction. In text, `**bold**`, `__italic__`, tab and new line mean what they say."""

    def __init__(self, headers: dict[str, tuple[bool, str, bool]]) -> None:
        self.masters, self.body, self.styles = headers, [], {}

    def _style(self, family: str, inner: str, attributes: str = "") -> str:
        key = f'style:family="{family}" {attributes}>{inner}'
        name = self.styles.setdefault(key, f"S{len(self.styles)}")
        return str(name)

    def paragraph_style(
        self,
        size: float,
        align: str,
        bold: bool,
        before: float,
        left: float,
        hang: float,
        tabs: str,
        master: str,
        number: int,
        keep: bool,
    ) -> str:
        """The name of the automatic style with these properties."""
        stops = "".join(
            f'<style:tab-stop style:position="{stop[:-1]}cm" style:type="{"right" if stop[-1] == "r" else "left"}"/>'
            for stop in tabs.split()
        )
        paged = f' style:page-number="{number}"' if number else ""
        kept = ' fo:keep-with-next="always"' if keep else ""
        inner = (
            f'<style:paragraph-properties fo:text-align="{ALIGNED[align]}" fo:margin-top="{before}cm" fo:margin-bottom="0.08cm" fo:margin-left="{left}cm" '
            f'fo:text-indent="{hang}cm" fo:orphans="2" fo:widows="2"{paged}{kept}><style:tab-stops>{stops}</style:tab-stops></style:paragraph-properties>'
            f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{"bold" if bold else "normal"}"/>'
        )
        return self._style(
            "paragraph",
            inner,
            f'style:parent-style-name="Standard"{f" style:master-page-name={master!r}" if master else ""}'.replace(
                "'", '"'
            ),
        )

    def p(
        self,
        text: str,
        size: float = 11,
        *,
        align: str = "",
        bold: bool = False,
        before: float = 0.15,
        left: float = 0,
        hang: float = 0,
        tabs: str = "",
        master: str = "",
        number: int = 0,
        keep: bool = False,
    ) -> None:
        """A paragraph; `master` starts a page of that style, numbered `number`."""
        style = self.paragraph_style(size, align, bold, before, left, hang, tabs, master, number, keep)
        self.body.append(f'<text:p text:style-name="{style}">{self._inline(text)}</text:p>')

    def _inline(self, text: str) -> str:
        bold = self._style("text", '<style:text-properties fo:font-weight="bold"/>')
        italic = self._style("text", '<style:text-properties fo:font-style="italic"/>')
        marked = re.sub(r"\*\*(.+?)\*\*", rf'<text:span text:style-name="{bold}">\1</text:span>', escape(text))
        marked = re.sub(r"__(.+?)__", rf'<text:span text:style-name="{italic}">\1</text:span>', marked)
        return marked.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")

    def table(
        self,
        widths: list[float],
        rows: list[list[str | Cell]],
        *,
        heads: int = 1,
        repeat: bool = True,
        size: float = 9,
        whole_rows: bool = False,
        ruled: bool = True,
    ) -> None:
        """A table of rows of cells; `heads` rows of head, printed again over a page break where `repeat`."""
        full = self._style(
            "table",
            f'<style:table-properties style:width="{sum(widths)}cm" table:align="left" fo:margin-bottom="0.2cm" fo:margin-top="0.15cm"/>',
        )
        columns = "".join(
            f'<table:table-column table:style-name="{self._style("table-column", f"<style:table-column-properties style:column-width={chr(34)}{width}cm{chr(34)}/>")}"/>'
            for width in widths
        )
        drawn = [self._row(row, size, number < heads, whole_rows, ruled) for number, row in enumerate(rows)]
        top = "".join(drawn[:heads])
        head = f"<table:table-header-rows>{top}</table:table-header-rows>" if repeat and heads else top
        self.body.append(
            f'<table:table table:style-name="{full}">{columns}{head}{"".join(drawn[heads:])}</table:table>'
        )

    def _row(self, row: list[str | Cell], size: float, head: bool, whole: bool, ruled: bool) -> str:
        style = self._style(
            "table-row", f'<style:table-row-properties fo:keep-together="{"always" if whole or head else "auto"}"/>'
        )
        cells = "".join(self._cell(cell if isinstance(cell, Cell) else Cell(cell), size, head, ruled) for cell in row)
        return f'<table:table-row table:style-name="{style}">{cells}</table:table-row>'

    def _cell(self, cell: Cell, size: float, head: bool, ruled: bool) -> str:
        fill = cell.fill or ("#d9e2ec" if head and ruled else "")
        inner = (
            f'<style:table-cell-properties fo:padding="0.07cm" fo:border="{"0.5pt solid #444444" if ruled else "none"}"'
            f"{f' fo:background-color={chr(34)}{fill}{chr(34)}' if fill else ''}/>"
        )
        style = self._style("table-cell", inner)
        turned = self._style("text", '<style:text-properties style:text-rotation-angle="90"/>')
        lines = []
        for line in cell.text.split("\n"):
            bullet = line.startswith("• ")
            par = self.paragraph_style(
                size,
                cell.align,
                cell.bold or head,
                0,
                0.25 if bullet else 0,
                -0.25 if bullet else 0,
                "0.25l" if bullet else "",
                "",
                0,
                False,
            )
            words = self._inline(line.replace("• ", "•\t", 1) if bullet else line)
            lines.append(
                f'<text:p text:style-name="{par}">{f"<text:span text:style-name={chr(34)}{turned}{chr(34)}>{words}</text:span>" if cell.turned else words}</text:p>'
            )
        spanned = f' table:number-columns-spanned="{cell.span}"' if cell.span > 1 else ""
        return (
            f'<table:table-cell table:style-name="{style}"{spanned}>{"".join(lines)}</table:table-cell>'
            + "<table:covered-table-cell/>" * (cell.span - 1)
        )

    def print_to(self, pdf: Path) -> None:
        """Lets LibreOffice print the document."""
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{pdf.stem}.fodt"
            source.write_text(self.xml(), encoding="utf-8")
            command = [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(pdf.parent),
                str(source),
            ]
            subprocess.run(command, check=True, capture_output=True)

    def xml(self) -> str:
        """The document as flat XML."""
        layouts, masters = "", ""
        footer = self.paragraph_style(10, "c", False, 0, 0, 0, "", "", 0, False)
        header = self.paragraph_style(8, "r", False, 0, 0, 0, "", "", 0, False)
        for name, (wide, running, numbered) in self.masters.items():
            across, down = ("29.7cm", "21cm") if wide else ("21cm", "29.7cm")
            layouts += (
                f'<style:page-layout style:name="L{name}"><style:page-layout-properties fo:page-width="{across}" fo:page-height="{down}" style:print-orientation="{"landscape" if wide else "portrait"}" '
                'fo:margin-top="1.5cm" fo:margin-bottom="1.2cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/>'
                '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style>'
                '<style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>'
            )
            top = (
                f'<style:header><text:p text:style-name="{header}">{escape(running)}</text:p></style:header>'
                if running
                else ""
            )
            foot = (
                f'<style:footer><text:p text:style-name="{footer}"><text:page-number/></text:p></style:footer>'
                if numbered
                else ""
            )
            masters += f'<style:master-page style:name="{name}" style:page-layout-name="L{name}">{top}{foot}</style:master-page>'
        automatic = "".join(
            f'<style:style style:name="{name}" {key}</style:style>' for key, name in self.styles.items()
        )
        font = '<style:font-face style:name="Liberation Sans" svg:font-family="\'Liberation Sans\'"/>'
        plain = (
            '<style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="Liberation Sans" fo:font-size="11pt" '
            'fo:language="en" fo:country="GB" fo:hyphenate="false"/></style:style>'
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:font-face-decls>{font}</office:font-face-decls><office:styles>{plain}</office:styles>"
            f"<office:automatic-styles>{layouts}{automatic}</office:automatic-styles><office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:text>{''.join(self.body)}</office:text></office:body></office:document>"
        )
