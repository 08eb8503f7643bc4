"""Turn gold-form annotations into stand-off files, which hold no text, and back again.

    python training/standoff.py GOLD.jsonl --annotator first --output training/annotations/wikinews
    python training/standoff.py GOLD.jsonl --annotator first --output training/annotations/invented --with-texts

A gold-form line is ``{"document": {..., "text"}, "claims": [...]}`` as the codebook has it. A stand-off file keeps the
document's address, day, licence, length and the hash of its text, and the claims with offsets in code points,
end exclusive: ``span`` of the content, and for each link ``span`` of the words that name the source and ``cue_span`` of
the words that attribute. Where annotators wrote words and no offsets, the words are looked up beside the claim.
``--with-texts`` also writes ``documents.jsonl`` with the texts, under CC BY 4.0: only for texts that are ours.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from reportedly.model.claim import Basis, Kind, Measure, Polarity, Scope
from reportedly.model.span import Span

Record = dict[str, Any]
ANNOTATION_LICENCE = "CC BY 4.0"
CLAIM_FIELDS = (
    "id",
    "span",
    "chain",
    "kind",
    "polarity",
    "certainty",
    "when",
    "when_aliases",
    "where",
    "quantities",
    "basis",
    "relation",
    "optional",
)
"""Fields of a claim that a stand-off file may hold, in the order in which they are written."""
LINK_FIELDS = frozenset({"name", "aliases", "span", "cue_span", "said", "mention", "cue"})
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s|\n")
SENTENCE_COST = 80
"""Code points that a sentence's end between source and content counts for when the nearest mention is sought."""
MIXED_COST = 200
"""The same for a pair of which one part lies in the content and one beside it, which hardly ever belong together."""


class TextMismatchError(ValueError):
    """The text found for a document is not the one that was annotated."""


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_head(document: Record, licence: str) -> Record:
    """Return what a stand-off file says of its document: where it is, and the hash and length of its text.

    Args:
        document: id and text, and what else is known; the day is its ``published`` or ``date``.
        licence: licence of the text.
    """
    head = {
        "id": document["id"],
        "url": document.get("url"),
        "title": document.get("title"),
        "outlet": document.get("outlet"),
        "published": document.get("published") or document.get("date"),
        "licence": licence,
        "sha256": text_hash(document["text"]),
        "length": len(document["text"]),
    }
    return {name: value for name, value in head.items() if value is not None}


def to_standoff(record: Record, annotator: str) -> Record:
    """Return the stand-off form of a gold-form record: no text, no quote, no words of source or cue.

    Args:
        record: the gold-form record; its document has ``published`` or ``date``.
        annotator: which pass made the annotation.
    """
    claims = []
    for claim in placed(record)["claims"]:
        kept = {name: claim[name] for name in CLAIM_FIELDS if name in claim}
        kept["chain"] = [{k: v for k, v in link.items() if k not in {"mention", "cue"}} for link in claim["chain"]]
        claims.append(kept)
    return {
        "document": document_head(record["document"], record["document"]["licence"]),
        "annotator": annotator,
        "annotation_licence": ANNOTATION_LICENCE,
        "claims": claims,
    }


def from_standoff(entry: Record, text: str) -> Record:
    """Return the gold-form record of a stand-off file and the text that belongs to it.

    Raises:
        TextMismatchError: if the text is not the one that was annotated.
    """
    head = entry["document"]
    if text_hash(text) != head["sha256"]:
        raise TextMismatchError(
            f"{head['id']}: the text does not fit the annotation: it has {len(text)} code points and hash "
            f"{text_hash(text)[:12]}, annotated were {head['length']} with {head['sha256'][:12]}"
        )
    document = {name: value for name, value in head.items() if name not in {"sha256", "length"}}
    claims = []
    for claim in entry["claims"]:
        chain = [
            {**link, "mention": _words(text, link.get("span")), "cue": _words(text, link.get("cue_span"))}
            for link in claim["chain"]
        ]
        claims.append({**claim, "chain": chain, "quote": _words(text, claim["span"])})
    return {"document": {**document, "text": text}, "claims": claims}


def _words(text: str, span: list[int] | None) -> str | None:
    return text[slice(*span)] if span else None


def placed(record: Record) -> Record:
    """Return a gold-form record whose links have offsets wherever they have the words of source or cue."""
    text = record["document"]["text"]
    claims = []
    for claim in record["claims"]:
        content = Span(*claim["span"])
        claims.append({**claim, "chain": [_placed_link(text, content, link) for link in claim["chain"]]})
    return {**record, "claims": claims}


def _placed_link(text: str, content: Span, link: Record) -> Record:
    if "span" in link:
        return link
    source, cue = locate(text, content, link.get("mention"), link.get("cue"))
    spans = {"span": source, "cue_span": cue}
    return {**link, **{name: [span.start, span.end] if span else None for name, span in spans.items()}}


def locate(text: str, content: Span, mention: str | None, cue: str | None) -> tuple[Span | None, Span | None]:
    """Find the words of source and cue that stand nearest to a content and to each other, before or after it.

    Whole words only. A sentence's end in between makes a place farther. Of equally near pairs, the one whose parts are
    nearer to each other is taken, and of those the first.

    Args:
        text: the document's text.
        content: the claim's content.
        mention: the words that name the source, or None where nothing names it.
        cue: the words that attribute, or None.
    """
    sources, cues = _places(text, mention), _places(text, cue)
    return min(product(sources, cues), key=lambda pair: _distance(text, content, *pair), default=(None, None))


def _places(text: str, words: str | None) -> list[Span] | list[None]:
    if not words:
        return [None]
    found = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found or [None]


def _distance(text: str, content: Span, source: Span | None, cue: Span | None) -> tuple[int, int]:
    known = [span for span in (source, cue) if span is not None]
    cost, apart = sum(_gap(text, content, span) for span in known), 0
    if source is not None and cue is not None:
        apart = _gap(text, source, cue)
        cost += apart + MIXED_COST * (source.overlaps(content) != cue.overlaps(content))
    return cost, apart


def _gap(text: str, one: Span, other: Span) -> int:
    """Return the code points between two spans, each sentence's end between them counted ``SENTENCE_COST``."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    if start >= end:
        return 0
    return end - start + SENTENCE_COST * len(SENTENCE_END.findall(text, start, end))


def problems(record: Record) -> Iterator[str]:
    """Yield what is wrong with a gold-form record: offsets out of range, empty quotes, values outside the codebook."""
    text, ids = record["document"]["text"], [claim.get("id") for claim in record["claims"]]
    if len(set(ids)) != len(ids):
        yield "two claims have one id"
    published = record["document"].get("published")
    if published is not None and not _is_day(published[:10]):
        yield f"published {published!r}"
    for claim in record["claims"]:
        for problem in (*_claim_problems(claim, text), *_chain_problems(claim, text), *_figure_problems(claim)):
            yield f"{claim.get('id')}: {problem}"
        relation = claim.get("relation")
        if relation is not None and relation.get("to") not in ids:
            yield f"{claim.get('id')}: relation to {relation.get('to')!r}, which is no claim"


def _claim_problems(claim: Record, text: str) -> Iterator[str]:
    if unknown := sorted(set(claim) - {*CLAIM_FIELDS, "quote"}):
        yield f"unknown fields {unknown}"
    quote = _quoted(text, claim.get("span"))
    if quote is None:
        yield f"span {claim.get('span')!r} is out of range or holds no words"
    elif claim.get("quote", quote) != quote:
        yield "the quote is not what the span holds"
    if claim.get("kind") not in set(Kind):
        yield f"kind {claim.get('kind')!r}"
    if claim.get("polarity") not in set(Polarity):
        yield f"polarity {claim.get('polarity')!r}"
    if claim.get("basis") not in {None, *Basis}:
        yield f"basis {claim['basis']!r}"
    certainty = claim.get("certainty")
    if certainty is not None and not 0 <= certainty.get("low", -1) <= certainty.get("high", -1) <= 1:
        yield f"certainty {certainty!r}"
    for days in (claim.get("when"), *claim.get("when_aliases", [])):
        if not _is_interval(days):
            yield f"when {days!r}"
    if not all(isinstance(place, str) and place.strip() for place in claim.get("where", [])):
        yield f"where {claim['where']!r}"


def _chain_problems(claim: Record, text: str) -> Iterator[str]:
    for link in claim.get("chain", []):
        name = link.get("name")
        if not name:
            yield "a link without a name"
        if unknown := sorted(set(link) - LINK_FIELDS):
            yield f"link {name!r}: unknown fields {unknown}"
        for field, words in (("span", "mention"), ("cue_span", "cue")):
            if link.get(field) is not None and _quoted(text, link[field]) is None:
                yield f"link {name!r}: {field} {link[field]!r} is out of range or holds no words"
            if link.get(words) and link.get(field, []) is None:
                yield f"link {name!r}: {words} {link[words]!r} does not stand in the text"
        if not _is_interval(link.get("said")):
            yield f"link {name!r}: said {link['said']!r}"


def _figure_problems(claim: Record) -> Iterator[str]:
    for figure in claim.get("quantities", []):
        low, high = figure.get("low"), figure.get("high")
        if figure.get("measure") not in set(Measure):
            yield f"measure {figure.get('measure')!r}"
        if low is None and high is None:
            yield "a figure with neither low nor high"
        if low is not None and high is not None and low > high:
            yield f"a figure from {low} to {high}"
        if figure.get("scope") not in {None, *Scope}:
            yield f"scope {figure.get('scope')!r}"
        if figure.get("as_of") is not None and not _is_day(figure["as_of"]):
            yield f"as_of {figure['as_of']!r}"


def _quoted(text: str, span: Any) -> str | None:
    """Return the words that a pair of offsets holds, or None where it is no span of the text or holds no word."""
    if not (isinstance(span, list) and len(span) == 2 and all(isinstance(at, int) for at in span)):
        return None
    start, end = span
    in_range = 0 <= start < end <= len(text)
    return text[start:end] if in_range and any(sign.isalnum() for sign in text[start:end]) else None


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_interval(days: Any) -> bool:
    if days is None:
        return True
    return isinstance(days, list) and len(days) == 2 and all(map(_is_day, days)) and days[0] <= days[1]


def write_entry(entry: Record, folder: Path, listed: str = "claims") -> None:
    """Write a stand-off file named after its document, one item a line so that changes can be read.

    Args:
        entry: the stand-off form.
        folder: where to write.
        listed: the field that holds the items.
    """
    rows = ",\n".join(json.dumps(item, ensure_ascii=False) for item in entry[listed])
    head = json.dumps({name: value for name, value in entry.items() if name != listed}, ensure_ascii=False)
    text = f'{head[:-1]},\n"{listed}": [\n{rows}\n]}}\n'
    (folder / f"{entry['document']['id']}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the stand-off files of a gold-form file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--annotator", required=True, help="which pass made the annotation: first, second, ...")
    arguments.add_argument("--output", required=True, type=Path, help="folder of the stand-off files")
    arguments.add_argument("--with-texts", action="store_true", help="also write documents.jsonl; for our own texts")
    options = arguments.parse_args()
    lines = [line for path in options.gold for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    records = [json.loads(line) for line in lines]
    for record in records:
        if options.with_texts:
            record["document"]["licence"] = ANNOTATION_LICENCE
        if wrong := list(problems(placed(record))):
            raise SystemExit(f"{record['document']['id']}: {'; '.join(wrong)}")
    options.output.mkdir(parents=True, exist_ok=True)
    for record in records:
        write_entry(to_standoff(record, options.annotator), options.output)
    if options.with_texts:
        texts = [json.dumps(record["document"], ensure_ascii=False) + "\n" for record in records]
        (options.output / "documents.jsonl").write_text("".join(texts), encoding="utf-8")
    print(f"{len(records)} documents -> {options.output}")


if __name__ == "__main__":
    main()
