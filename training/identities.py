"""Measure who is meant by a source mention: pronouns, names and descriptions, on annotated attributions.

    python training/identities.py --shared ../shared --fold 0        # the documents of one fold
    python training/identities.py --shared ../shared --but 0 --errors pronoun

A mention is right where the program's name for it, folded, is the annotated one, or an alias that the claims of the
same document give. Mentions are named in reading order, each with what the program said of the earlier ones; only the
source in whose words a mention stands is taken from the annotation. ``--errors`` prints what went wrong; do not read
the errors of a fold that you measure on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
import spacy
from attribution_corpus import ATTRIBUTIONS, annotated
from tagger_data import fold_of

from reportedly.claims.attribution import Mention
from reportedly.claims.cast import Cast
from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.claims.parse import Parse, parse_document
from reportedly.model.actors import folded
from reportedly.model.document import Document
from reportedly.model.span import Span

Record = dict[str, Any]
KINDS = ("pronoun", "named", "nominal")


@dataclass(frozen=True)
class Gold:
    """One annotated source mention."""

    mention: Mention
    words: str
    name: str
    accepted: frozenset[str]
    """Folded names that are right."""
    enclosing: str
    """Name of the source in whose content it stands, empty if none."""

    @property
    def kind(self) -> str:
        """Whether it is a pronoun, holds a proper name, or only describes."""
        if self.mention.pronoun:
            return "pronoun"
        words = [word for word in self.words.split() if word[0].isalpha() and word not in {"The", "A", "An"}]
        return "named" if any(word[0].isupper() for word in words) else "nominal"


@dataclass(frozen=True)
class Told:
    """A document with its source mentions in reading order."""

    id: str
    parse: Parse
    mentions: tuple[Gold, ...]


def documents(shared: Path, nlp: Any) -> Iterator[Told]:
    """Yield every annotated document, parsed.

    Args:
        shared: the folder of the shared data.
        nlp: the text pipeline.
    """
    known = aliases(shared)
    for name, text, acts in annotated(shared):
        document = Document(name, name, text, outlet=outlet_of(name))
        yield told(parse_document(document, nlp), acts, known[name])


def outlet_of(name: str) -> str | None:
    """Return the publisher of an annotated document."""
    entry = json.loads((ATTRIBUTIONS / f"{name}.json").read_text(encoding="utf-8"))
    outlet = entry["document"].get("outlet")
    return str(outlet) if outlet else None


def aliases(shared: Path) -> dict[str, list[set[str]]]:
    """Return document -> sets of folded names that mean the same source, from the claims' chains."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for record in corpus.load(shared):
        for link in (link for claim in record["claims"] for link in claim["chain"]):
            found[record["document"]["id"]].append({folded(name) for name in [link["name"], *link.get("aliases", [])]})
    return found


def told(parse: Parse, acts: Iterable[Record], known: Iterable[set[str]]) -> Told:
    """Return a document's source mentions in the order of their cues."""
    order = sorted(acts, key=lambda act: act["cue"][0] if act["cue"] else act["content"][0])
    names = {act["id"]: act["name"] for act in order}
    mentions = (_gold(act, parse, known, names.get(act["parent"] or "", "")) for act in order if act["source"])
    return Told(parse.document.id, parse, tuple(one for one in mentions if one is not None))


def _gold(act: Record, parse: Parse, known: Iterable[set[str]], enclosing: str) -> Gold | None:
    span = Span(*act["source"][0])
    mention = mention_at(span, parse)
    if mention is None:
        return None
    name = folded(act["name"])
    accepted = {name}.union(*(same for same in known if name in same))
    return Gold(mention, span.of(parse.text), act["name"], frozenset(accepted), enclosing)


def mention_at(span: Span, parse: Parse) -> Mention | None:
    """Return the mention that a span of the text is, headed by its topmost noun or pronoun."""
    sentence = parse.sentence_at(span.start)
    tokens = [token for token in sentence.tokens_in(span) if not token.is_space]
    if not tokens:
        return None
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head is token]
    nouns = [token for token in tops if token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}]
    return Mention((nouns or tops or tokens)[-1], sentence, tuple(tokens))


def measure(found: Iterable[Told], errors: str = "") -> Counter[tuple[str, str]]:
    """Return how many mentions of each kind there are and are named rightly; print the errors of one kind.

    Args:
        found: the documents.
        errors: the kind whose errors are printed, empty for none.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in found:
        cast = Cast.of(one.parse)
        for gold in one.mentions:
            said = cast.explained(gold.mention, enclosing=gold.enclosing)
            cast.heard(said.name, gold.mention)
            right = folded(said.name) in gold.accepted
            counts[gold.kind, "all"] += 1
            counts[gold.kind, "right"] += right
            if gold.kind == errors and not right:
                why = f"{said.probability:.2f} {'; '.join(said.grounds)}"
                print(f"{one.id} | {gold.words} | {said.name} | gold {gold.name} | {why}")
    return counts


def table(counts: Counter[tuple[str, str]]) -> list[str]:
    """Return the lines of a Markdown table of accuracies."""
    rows = ["| mentions | number | right |", "|---|---|---|"]
    for kind in KINDS:
        total, right = counts[kind, "all"], counts[kind, "right"]
        rows.append(f"| {kind} | {total} | {right / max(1, total):.3f} |")
    return rows


def main() -> None:
    """Print the accuracy for each kind of mention."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True, help="folder of the shared data")
    arguments.add_argument("--fold", type=int, help="measure on this fold only")
    arguments.add_argument("--but", type=int, help="measure on all folds but this one")
    arguments.add_argument("--errors", choices=KINDS, default="", help="print the errors of one kind")
    options = arguments.parse_args()
    wanted = (
        one
        for one in documents(options.shared, spacy.load(DEFAULT_MODEL))
        if (options.fold is None or fold_of(one.id) == options.fold) and fold_of(one.id) != options.but
    )
    print("\n".join(table(measure(wanted, options.errors))))


if __name__ == "__main__":
    main()
