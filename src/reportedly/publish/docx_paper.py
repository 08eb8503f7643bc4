"""A Word document as it is written: headings, lines with references, tables, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from reportedly.publish.labels import runs
from reportedly.publish.safe_text import printable, web_address

LANGUAGE = "en-GB"
_TIME = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time of making that every file bears, so that equal contents are equal files."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL
_LINK = RGBColor(0x0B, 0x57, 0xA4)
_WARNING = "Warning"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: words, and numbers of claims behind them."""

    text: str = ""
    refs: tuple[int, ...] = ()


class Paper:
    """Builds one Word document from the top down; every text is printed as it is, whatever it holds."""

    def __init__(self, title: str) -> None:
        """Begin a document with its title."""
        self._made = docx.Document()
        self._marks = 0
        self._prepare(printable(title))
        self._made.add_heading(printable(title), 0)

    def heading(self, text: str, level: int, mark: str = "") -> None:
        """Add a heading; with ``mark`` it is a place that references lead to."""
        paragraph = self._made.add_heading(printable(text), level)
        if mark:
            self._bookmark(paragraph, mark)

    def line(
        self, text: str, refs: Sequence[int] = (), *, style: str | None = None, mark: str = "", bold: str = ""
    ) -> Paragraph:
        """Add a paragraph.

        Args:
            text: what it says.
            refs: numbers of the claims that it rests on; each leads to its claim in the list.
            style: name of a style of paragraphs; None = plain.
            mark: name of the place, where references lead to it.
            bold: words that stand before it in bold.
        """
        paragraph = self._made.add_paragraph(style=style)
        if bold:
            paragraph.add_run(f"{printable(bold)} ").bold = True
        paragraph.add_run(printable(text))
        self.refs(paragraph, refs)
        if mark:
            self._bookmark(paragraph, mark)
        return paragraph

    def more(self, paragraph: Paragraph, text: str, refs: Sequence[int] = ()) -> None:
        """Add a further sentence to a paragraph."""
        paragraph.add_run(f" {printable(text)}")
        self.refs(paragraph, refs)

    def warning(self, heading: str, lines: Iterable[str]) -> None:
        """Add a block that nobody overlooks: framed, with its heading in bold."""
        self.line("", style=_WARNING, bold=heading)
        for text in lines:
            self.line(text, style=_WARNING)

    def refs(self, paragraph: Paragraph, numbers: Sequence[int]) -> None:
        """Add references in square brackets, each a link to the first claim of its run."""
        if not numbers:
            return
        paragraph.add_run(" [")
        for place, (first, last) in enumerate(runs(numbers)):
            if place:
                paragraph.add_run(", ")
            self._inner_link(paragraph, str(first) if first == last else f"{first}–{last}", claim_mark(first))
        paragraph.add_run("]")

    def address(self, paragraph: Paragraph, text: str) -> None:
        """Add an address, as a link where it is one of the web, else as words."""
        address = web_address(text)
        if not address:
            paragraph.add_run(printable(text))
            return
        relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        self._link(paragraph, address, qn("r:id"), relation)

    def table(self, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str | Cell]]) -> None:
        """Add a table with its caption; the head is repeated on every page. No rows, no table."""
        held = list(rows)
        if not held:
            return
        self.line(caption, style="Caption").paragraph_format.keep_with_next = True
        table = self._made.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - the library has no name for it
        for row in held:
            for cell, told in zip(table.add_row().cells, row, strict=True):
                one = told if isinstance(told, Cell) else Cell(told)
                paragraph = cell.paragraphs[0]
                paragraph.add_run(printable(one.text))
                self.refs(paragraph, one.refs)
        for row_made in table.rows:
            for cell in row_made.cells:
                cell.paragraphs[0].style = "Table Text"
        self._made.add_paragraph()

    def content(self) -> bytes:
        """Return the file; equal documents give equal bytes."""
        held = io.BytesIO()
        self._made.save(held)
        return _repacked(held.getvalue())

    def _prepare(self, title: str) -> None:
        properties = self._made.core_properties
        properties.title, properties.author, properties.language = title[:255], "Reportedly", LANGUAGE
        properties.comments, properties.last_modified_by, properties.revision = "", "Reportedly", 1
        properties.created = properties.modified = _TIME
        package = self._made.part.package
        for key in [key for key, one in package.rels.items() if one.reltype == _THUMBNAIL]:
            del package.rels[key]
        self._styles()
        section = self._made.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2.2)
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            footer.add_run(words)
            _field(footer, field)

    def _styles(self) -> None:
        styles: Any = self._made.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
        marked = styles["Normal"].element.get_or_add_rPr()
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        marked.append(language)
        link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = _LINK, True
        small = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
        small.base_style, small.font.size = styles["Normal"], Pt(9)
        small.paragraph_format.space_after = Pt(0)
        warning = styles.add_style(_WARNING, WD_STYLE_TYPE.PARAGRAPH)
        warning.base_style = styles["Normal"]
        warning.element.get_or_add_pPr().append(_frame())

    def _inner_link(self, paragraph: Paragraph, text: str, mark: str) -> None:
        self._link(paragraph, text, qn("w:anchor"), mark)

    def _link(self, paragraph: Paragraph, text: str, attribute: str, value: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(attribute, value)
        link.set(qn("w:history"), "1")
        run = paragraph.add_run(text, style="Hyperlink")
        link.append(run._r)  # noqa: SLF001 - the library reads links and does not make them
        paragraph._p.append(link)  # noqa: SLF001

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (start, end):
            one.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        paragraph._p.insert_element_before(start, "w:r", "w:hyperlink")  # noqa: SLF001
        paragraph._p.append(end)  # noqa: SLF001


def claim_mark(number: int) -> str:
    """Return the name of the place of a claim, as Word allows it."""
    return f"claim_{number}"


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word counts itself, such as the page's number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def _frame() -> Any:
    frame = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "A4262C")):
            line.set(qn(f"w:{name}"), value)
        frame.append(line)
    return frame


def _repacked(content: bytes) -> bytes:
    """Return an archive with fixed times and order, its list of contents first as the format wants it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(read.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, read.read(name))
    return held.getvalue()
