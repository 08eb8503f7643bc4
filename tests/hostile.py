"""Texts that try to run, and a ledger that holds them in every field that is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Claim, Kind, Link, Measure, Place, Quantity, SourceClass
from reportedly.model.codec import to_json
from reportedly.model.days import Days
from reportedly.model.document import DayBasis, Document, Loss, Published, Refusal
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.span import Span
from reportedly.pipeline.settings import ACTOR

PLANTED = "planted"
"""Name of the variable that a payload sets when it runs, and of the attribute of the elements that it makes."""
_RUN = f"window.{PLANTED}=1"
_MARK = f"data-{PLANTED}"
_VECTORS = (
    f"<script {_MARK}>{_RUN}</script>",
    f"<img {_MARK} src=x onerror={_RUN}>",
    f"<svg {_MARK} onload={_RUN}><rect /></svg>",
    f'<svg><a {_MARK} href="javascript:{_RUN}"><text>x</text></a></svg>',
    f'<a {_MARK} href="javascript:{_RUN}">x</a>',
    f'<iframe {_MARK} srcdoc="<script>parent.{PLANTED}=1</script>"></iframe>',
    f'<iframe {_MARK} src="javascript:{_RUN}"></iframe>',
    f"<details {_MARK} open ontoggle={_RUN}><summary>x</summary></details>",
    f"<input {_MARK} autofocus onfocus={_RUN}>",
    f'<form {_MARK} action="javascript:{_RUN}"><button>x</button></form>',
    f"<base {_MARK} href=//elsewhere.example/>",
    f'<meta {_MARK} http-equiv=refresh content="0;url=//elsewhere.example/">',
    f"<link {_MARK} rel=stylesheet href=//elsewhere.example/x.css>",
    f"<object {_MARK} data=//elsewhere.example/x></object>",
    f"<embed {_MARK} src=//elsewhere.example/x>",
    f"<video {_MARK}><source onerror={_RUN}></video>",
    f"<body {_MARK} onload={_RUN}>",
    f"<style {_MARK}>@import '//elsewhere.example/x.css';</style>",
    f"<div {_MARK} style=background:url(//elsewhere.example/x)>x</div>",
    f"<div {_MARK} hx-get=/search hx-trigger=load hx-on:htmx:load={_RUN}>x</div>",
    f"<template {_MARK}><script>{_RUN}</script></template>",
    f"<noscript><p {_MARK} title='</noscript><img src=x onerror={_RUN}>'></noscript>",
    f"<math {_MARK}><mtext><table><mglyph><style><img src=x onerror={_RUN}></style></mglyph></table></mtext></math>",
    f"<dialog {_MARK} open><button formaction=javascript:{_RUN}>x</button></dialog>",
    f'" {_MARK} autofocus onfocus="{_RUN}" tabindex="1',
    f"' {_MARK} onmouseover='{_RUN}' x='",
    f"javascript:{_RUN}//",
    "{{ 7 * 7 }}{% raw %}{{ cycler.__init__ }}",
    f"${{{_RUN}}}`+({_RUN})+`",
    f"<p {_MARK}>\u202e\u2066</p><!--",
)
_OPENINGS = (
    "{}",
    '">{}',
    "'>{}",
    "</title>{}",
    "</textarea>{}",
    "</script>{}",
    "</style></svg>{}",
    "-->{}",
    "]]>{}",
    "&lt;b&gt;{}&quot;",
)
PAYLOADS = tuple(opening.format(vector) for opening in _OPENINGS for vector in _VECTORS)
"""Three hundred texts that run, load or leave something behind where they are not escaped."""
CLAIMS_A_PAGE = 5


@dataclass
class _Text:
    """A text that grows, and the places of what was put into it."""

    whole: str = ""

    def put(self, words: str) -> Span:
        start = len(self.whole)
        self.whole += words
        return Span(start, len(self.whole))


@dataclass(frozen=True)
class _Drafted:
    """A claim before its document has an id."""

    span: Span
    chain: tuple[Link, ...]
    figure: Quantity
    place: Place
    certainty: Certainty


def payloads_in_parts(parts: int) -> list[tuple[str, ...]]:
    """Deal the payloads out, so that each part has vectors and openings of many kinds."""
    return [PAYLOADS[start::parts] for start in range(parts)]


def hostile_ledger(ledger: Path, payloads: Sequence[str]) -> None:
    """Record documents, claims and refusals that hold payloads in every field."""
    with Ledger.open(ledger, write=True) as book:
        book.append(list(_drafts(payloads)))


def _drafts(payloads: Sequence[str]) -> Iterator[Draft]:
    for number in range(0, len(payloads), CLAIMS_A_PAGE):
        some = payloads[number : number + CLAIMS_A_PAGE]
        document, claims = _page(number, some)
        yield Draft(EntryKind.DOCUMENT, document.id, to_json(document), ACTOR, some[0], published=document.day)
        for claim in claims:
            yield Draft(EntryKind.CLAIM, claim.id, to_json(claim), ACTOR, some[-1], published=document.day)
        refusal = Refusal("R101", some[0], some[1], some[2])
        yield Draft(EntryKind.REFUSAL, refusal.id, to_json(refusal), ACTOR, some[3])


def _page(number: int, payloads: Sequence[str]) -> tuple[Document, list[Claim]]:
    text, everything = _Text(), " ".join(payloads)
    drafted = [_drafted(text, payload, number + place) for place, payload in enumerate(payloads)]
    published = Published(date(2031, 5, 1) + timedelta(number % 3), DayBasis.GIVEN, everything)
    key, title, outlet = f"{number} {everything}", f"Page {number} {everything}", f"Outlet {everything}"
    made = Document.identify(key, text.whole, title, outlet, published)
    losses = (Loss("L201", everything, everything),)
    address = payloads[0] if number % 2 else f"https://elsewhere.example/{everything}"
    document = Document(made, key, text.whole, title, outlet, published, address, None, losses)
    return document, [_claim(document, one) for one in drafted]


def _drafted(text: _Text, payload: str, number: int) -> _Drafted:
    relay = text.put(f"The Courier {payload}")
    relayed = text.put(" reported ")
    origin = text.put(f"the fire office {payload}")
    cue = text.put(f" said {payload} ")
    start = len(text.whole)
    hedge = text.put(f"probably {payload}")
    text.put(" about ")
    figure = text.put(f"{number % 4 + 7}")
    of = text.put(f" dockers {payload}")
    text.put(" were killed in ")
    place = text.put(f"Lysgate {payload}")
    span = Span(start, len(text.whole))
    text.put(".\n\n")
    words = text.whole
    chain = (
        Link(words[relay.start : relay.end], relay, relayed, None, SourceClass.MEDIUM, payload),
        Link(words[origin.start : origin.end], origin, cue, None, SourceClass.OFFICE, payload, 0.4),
    )
    count = number % 4 + 7
    quantity = Quantity(Measure.KILLED, words[of.start : of.end], count, count, payload, None, None, figure, of)
    certainty = Certainty(0.6, 0.8, (words[hedge.start : hedge.end],), (hedge,))
    return _Drafted(span, chain, quantity, Place(words[place.start : place.end], place), certainty)


def _claim(document: Document, drafted: _Drafted) -> Claim:
    day = document.day
    assert day is not None
    bare = Claim(Claim.identify(document.id, drafted.span), document.id, drafted.span, "", drafted.chain, Kind.EVENT)
    return replace(
        bare,
        quote=document.text[drafted.span.start : drafted.span.end],
        certainty=drafted.certainty,
        when=Days(day, day),
        where=(drafted.place,),
        quantities=(drafted.figure,),
        basis=Basis.DOCUMENT,
    )
