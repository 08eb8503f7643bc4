"""The reader prints a document's text with marks, each character once and in order."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import ClaimFields, hedge, make_claim, make_document, make_link, make_quantity
from reader_samples import text_of
from reportedly.model.claim import Claim, Link, Measure
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.web.pages import environment
from reportedly.web.views.document_notes import Note
from reportedly.web.views.document_pieces import Step
from reportedly.web.views.document_text import Paragraph, Role, numbered, printed

ALPHABET = "ab<>&\"'\n\r\t {}%é\u200f漢🙂"


def _claim(text: str, ends: tuple[int, int], words: list[tuple[int, int]]) -> Claim:
    span = Span(min(ends), max(ends))
    spans = [Span(min(one), max(one)) for one in words]
    chain = tuple(Link("A source", one, one) for one in spans)
    return Claim(Claim.identify("doc-1", span), "doc-1", span, span.of(text), chain)


@st.composite
def _told(draw: st.DrawFn) -> tuple[str, tuple[Claim, ...]]:
    text = draw(st.text(alphabet=ALPHABET, max_size=60))
    place = st.integers(0, len(text) + 3)
    ends = st.tuples(place, place)
    made = draw(st.lists(st.tuples(ends, st.lists(ends, max_size=3)), max_size=6))
    claims = {one.id: one for one in (_claim(text, span, words) for span, words in made)}
    return text, tuple(claims.values())


def _printed_text(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join("".join(one.text for one in part.strokes) + part.gap for part in paragraphs)


def _note(claim: Claim, number: int) -> Note:
    name = '"><script>alert(1)</script>'
    return Note(number, claim.id, claim.span, claim.quote, name, (), (), None, "#", "", (), None, (), (), 0, "#")


def _html(text: str, claims: tuple[Claim, ...]) -> str:
    numbers = numbered(claims)
    notes = {numbers[one.id]: _note(one, numbers[one.id]) for one in claims}
    macros = environment().get_template("document_parts.html.j2").module
    return str(macros.paper(printed(text, claims), notes, ""))  # type: ignore[attr-defined]  # a macro of the template


@given(_told())
def test_the_printed_text_is_the_document(told: tuple[str, tuple[Claim, ...]]) -> None:
    """Joined, the strokes and gaps are the text."""
    text, claims = told
    assert _printed_text(printed(text, claims)) == text


@given(_told())
def test_the_page_holds_the_text_and_nothing_else(told: tuple[str, tuple[Claim, ...]]) -> None:
    """What a browser reads out of the element of the text is the text, markup and carriage returns too."""
    text, claims = told
    assert text_of(_html(text, claims), "paper") == text


@given(_told())
def test_elements_are_closed_in_each_paragraph(told: tuple[str, tuple[Claim, ...]]) -> None:
    """No mark reaches from one paragraph into the next; it goes on there as a part of its own."""
    for paragraph in printed(*told):
        steps = [one.step for one in paragraph.strokes]
        assert steps.count(Step.OPEN) == steps.count(Step.CLOSE)


@given(_told())
def test_each_claim_that_has_words_is_opened_first_once(told: tuple[str, tuple[Claim, ...]]) -> None:
    """A claim has one beginning, so that its anchor stands in the page once."""
    text, claims = told
    numbers = numbered(claims)
    begun = [
        one.mark.claims[0]
        for part in printed(text, claims)
        for one in part.strokes
        if one.step is Step.OPEN and one.mark and one.mark.role is Role.CLAIM and one.first
    ]
    assert len(begun) == len(set(begun))
    worded = {numbers[one.id] for one in claims if one.span.of(text).strip()}
    assert worded <= set(begun)


@given(_told())
def test_numbers_rise_in_reading_order(told: tuple[str, tuple[Claim, ...]]) -> None:
    """Stepping from link to link goes up through the numbers."""
    text, claims = told
    strokes = [one for part in printed(text, claims) for one in part.strokes if one.step is Step.OPEN and one.first]
    numbers = [one.mark.claims[0] for one in strokes if one.mark and one.mark.role is Role.CLAIM]
    assert numbers == sorted(numbers)


def _page() -> tuple[Document, Claim]:
    text = "The agency said on Monday that about 40 men were possibly hurt in Tarn.\n\nNothing else is known."
    page = make_document("a.txt", "The Wire", date(2024, 12, 16), text)
    figure = make_quantity(page, "about 40", Measure.WOUNDED, "men", 40, 40, "about")
    fields = ClaimFields(certainty=hedge(page, "possibly", 0.2, 0.55), where=("Tarn",), quantities=(figure,))
    chain = (make_link(page, "The agency", "The agency", "said"),)
    return page, make_claim(page, "about 40 men were possibly hurt in Tarn", chain, fields)


def test_every_role_is_marked_with_its_words() -> None:
    """Source and cue outside of a claim, figure, hedge and place inside of it are told apart."""
    page, claim = _page()
    marks = {
        one.mark.role: one.mark.span.of(page.text)
        for part in printed(page.text, [claim])
        for one in part.strokes
        if one.mark
    }
    assert marks == {
        Role.CLAIM: claim.quote,
        Role.SOURCE: "The agency",
        Role.CUE: "said",
        Role.FIGURE: "about 40",
        Role.HEDGE: "possibly",
        Role.PLACE: "Tarn",
    }


def test_a_source_shared_by_claims_is_one_mark() -> None:
    """Words that name the source of two claims are marked once, for both."""
    page, claim = _page()
    other = make_claim(page, "possibly hurt", claim.chain)
    html = _html(page.text, (claim, other))
    assert 'data-for="1 2">The agency</span>' in html


def test_a_text_without_claims_is_printed_plain() -> None:
    """A document in which nothing was found can be read all the same."""
    assert _html("One.\n\nTwo.", ()) == '<div class="paper" id="paper"><p>One.</p>\n\n<p>Two.</p></div>\n'
