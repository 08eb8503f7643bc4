"""Attribution beyond the sentence: quotations that run on, sources cited beside, words that sum up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import LINEAR, Attribution, mention_of, without
from reportedly.claims.carry import continued, over_semicolons, relay_frames
from reportedly.claims.cues import find_attributions
from reportedly.claims.cues_beside import cited
from reportedly.claims.cues_exhibit import relays_of
from reportedly.claims.fusion import carried_on, fused
from reportedly.claims.parse import Parse, Sentence
from reportedly.claims.quotes import Quotation, quotation_at
from reportedly.claims.tagger.acts import Act
from reportedly.claims.tree import child, subject_of
from reportedly.model.span import Span


def attributions_of(
    parse: Parse, quoted: tuple[Quotation, ...], acts: Sequence[Act] | None = None
) -> tuple[Attribution, ...]:
    """Return every attribution of a document, those over several sentences included, in the order of their cues.

    Args:
        parse: the parsed document.
        quoted: its quotations.
        acts: what the learned model sees in it; None where there is no model, and the rules stand alone.
    """
    found: list[Attribution] = []
    for sentence in parse.sentences:
        own = [_with_relay(one) for one in find_attributions(sentence) if not _own_words_in_quote(one, quoted)]
        found += [*own, *_citing(sentence, own)]
    if acts is not None:
        found = fused(parse, found, acts)
    found = _with_quotations(parse, found, quoted)
    found += _summed_up(parse)
    found += relay_frames(parse)
    found = _merged(found, over_semicolons(parse, found))
    found = _merged(found, continued(parse, found))
    found = [carried_on(one, parse) for one in found]
    return tuple(sorted(found, key=lambda one: (one.cue, one.rule)))


def _with_relay(one: Attribution) -> Attribution:
    """The attribution with the relay that the text hangs on its outermost source."""
    if not one.sources:
        return one
    more = relays_of(one.sources[0], one.sentence)
    known = {source.span for source in one.sources}
    return replace(one, sources=(*(relay for relay in more if relay.span not in known), *one.sources))


def _merged(found: list[Attribution], again: list[Attribution]) -> list[Attribution]:
    """The attributions with those that reach further in place of their shorter selves."""
    longer = {(one.sentence.index, one.cue, one.rule): one for one in again}
    return [longer.get((one.sentence.index, one.cue, one.rule), one) for one in found]


def _own_words_in_quote(one: Attribution, quoted: Sequence[Quotation]) -> bool:
    """``"We believe that ..." he said``: inside a quotation the first person is the one quoted."""
    first_person = any(source.head.lower_ in lexicon.FIRST_PERSON for source in one.sources)
    return first_person and quotation_at(tuple(quoted), one.cue) is not None


def _citing(sentence: Sentence, own: Sequence[Attribution]) -> list[Attribution]:
    """``X, citing Y, said``: Y stands behind X for the same contents."""
    made = []
    for participle, mention in cited(sentence):
        heads = {token.i for token in participle.ancestors}
        carrier = next((one for one in own if heads & set(one.cue_tokens)), own[0] if own else None)
        if carrier is not None and mention.span not in [source.span for source in carrier.sources]:
            made.append(
                replace(
                    carrier,
                    sources=(mention,),
                    cue=sentence.span_of([participle]),
                    rule="citing",
                    content_heads=(),
                    inner=True,
                )
            )
        elif carrier is None:
            clause = participle.head
            tokens = [token for token in clause.subtree if token not in set(participle.subtree)]
            if tokens:
                span = sentence.span_of(tokens)
                made.append(Attribution(sentence, (mention,), sentence.span_of([participle]), (span,), "citing"))
    return made


def _with_quotations(parse: Parse, found: list[Attribution], quoted: Sequence[Quotation]) -> list[Attribution]:
    """Let each quotation belong as a whole to the one who says part of it, or who spoke just before."""
    result = list(found)
    last: tuple[Quotation, int] | None = None
    for one in quoted:
        if not one.whole(parse.text):
            continue
        number = _speaker_of(one, result)
        if number is None and last is not None and _follows(parse, last[0], one):
            number = last[1]
        if number is None:
            number = _speaking_before(parse, one, result)
        if number is None:
            made = _bare_speaker(parse, one)
            if made is not None:
                result.append(made)
                number = len(result) - 1
        if number is not None:
            known = result[number]
            if not _seen_in(known, one):
                result[number] = known.reaching(one.span)
            else:
                rest = [part for part in without(one.span, known.reach) if _has_words(part, parse.text)]
                result[number] = known.carrying(*rest)
            last = (one, number)
    return result


def _has_words(span: Span, text: str) -> bool:
    return any(sign.isalnum() for sign in span.of(text))


def _speaking_before(parse: Parse, quotation: Quotation, found: Sequence[Attribution]) -> int | None:
    """Whoever spoke in the sentence before a quotation that begins a sentence and has no cue of its own."""
    sentence = parse.sentence_at(quotation.span.start)
    before = parse.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or quotation.span.start > sentence.span.start + 2:
        return None
    if any(one.sentence.index == sentence.index for one in found):
        return None
    said = [
        (one.cue, number)
        for number, one in enumerate(found)
        if one.sentence.index == before.index and one.sources and one.bears
    ]
    outermost = [
        number for cue, number in said if not any(found[other].covers(cue) for _, other in said if other != number)
    ]
    return outermost[-1] if outermost else None


def _seen_in(one: Attribution, quotation: Quotation) -> bool:
    """Whether the model reads part of the quotation as content: it then knows best where the content itself ends."""
    return one.act is not None and any(content.overlaps(quotation.span) for content in one.contents)


def _speaker_of(quotation: Quotation, found: Sequence[Attribution]) -> int | None:
    best: tuple[int, int] | None = None
    for number, one in enumerate(found):
        if quotation.span.covers(one.cue) or one.fallback_name:
            continue
        shared = max((_overlap(content, quotation.span) for content in one.contents), default=0)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, number)
    return best[1] if best else None


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _follows(parse: Parse, earlier: Quotation, later: Quotation) -> bool:
    """Whether a quotation goes on where the last one stopped: in its paragraph, or at the head of the next."""
    between = parse.text[earlier.span.end : later.span.start]
    if earlier.paragraph == later.paragraph:
        return len(between) < 160
    if len(between.strip('\n "“”')) < 3:
        return between.count("\n") > 0
    tail = between.rstrip("\n")
    alone = len(later.span) >= 0.9 * len(later.paragraph)
    return alone and "\n" not in tail and len(tail) < 160


def _bare_speaker(parse: Parse, quotation: Quotation) -> Attribution | None:
    """A reporting verb beside the quotation whose clause the parser did not tie to it."""
    for sentence in _around(parse, quotation):
        for token in sentence.tokens:
            place = sentence.span_of([token])
            if quotation.span.overlaps(place) or token.lemma_.lower() not in lexicon.SPEECH or token.pos_ != "VERB":
                continue
            subject = subject_of(token)
            if subject is None or quotation.span.overlaps(sentence.span_of([subject])):
                continue
            return Attribution(
                sentence,
                (mention_of(subject, sentence),),
                place,
                (quotation.span,),
                "beside the quotation",
                cue_tokens=(token.i,),
                content_heads=(LINEAR,),
                score=0.7,
            )
    return None


def _around(parse: Parse, quotation: Quotation) -> Iterable[Sentence]:
    inside = [
        one for one in parse.sentences if one.span.overlaps(quotation.span) and quotation.paragraph.covers(one.span)
    ]
    if not inside:
        return []
    numbers = [inside[-1].index, inside[0].index, inside[-1].index + 1]
    same = [parse.sentences[n] for n in numbers if n < len(parse.sentences)]
    return [one for one in same if one.paragraph == inside[0].paragraph]


def _summed_up(parse: Parse) -> list[Attribution]:
    """``This is stated in a new report by X``: what stands before it in the section is X's."""
    made = []
    for sentence in parse.sentences:
        backward = _backward_source(sentence)
        if backward is None:
            continue
        cue, noun = backward
        reach = _before(parse, sentence)
        if reach is not None:
            made.append(
                Attribution(
                    sentence,
                    (mention_of(noun, sentence),),
                    sentence.span_of([cue]),
                    (),
                    "sums up",
                    cue_tokens=(cue.i,),
                    score=0.8,
                    carried=(reach,),
                )
            )
    return made


_SUMMING = frozenset({"state", "say", "report", "note", "conclude", "describe", "contain", "publish", "write"})


def _backward_source(sentence: Sentence) -> tuple[Any, Any] | None:
    """The verb and the source of a sentence whose only subject points back."""
    root = next((token for token in sentence.tokens if token.dep_ == "ROOT"), None)
    if root is None or len(sentence.tokens) > 30:
        return None
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or not _points_back(subject):
        return None
    if root.lemma_ in _SUMMING and child(root, "auxpass") is not None:
        for prep in (one for one in root.children if one.dep_ in {"prep", "agent"}):
            noun = child(prep, "pobj")
            author = _author(noun) if noun is not None else None
            if author is not None:
                return root, author
    if root.lemma_ in {"come", "stem", "originate", "be"}:
        prep = next((one for one in root.children if one.dep_ == "prep" and one.lower_ in {"from", "by"}), None)
        noun = child(prep, "pobj") if prep is not None else None
        if noun is not None and any(token.pos_ == "PROPN" for token in noun.subtree):
            return root, noun
    return None


def _points_back(subject: Any) -> bool:
    if subject.lower_ in {"this", "that", "these", "those", "such"}:
        return True
    return (
        any(one.lower_ in {"this", "these", "those"} for one in subject.lefts) and subject.lemma_ in lexicon.CLAIM_NOUNS
    )


def _author(noun: Any) -> Any | None:
    if noun.ent_type_ in {"ORG", "PERSON"}:
        return noun
    for one in noun.children:
        if one.dep_ in {"prep", "agent"} and one.lower_ in {"by", "from", "of"}:
            return child(one, "pobj")
        if one.dep_ == "poss":
            return one
    return None


def _before(parse: Parse, sentence: Sentence) -> Span | None:
    """What a summing-up sentence reaches: its own paragraph before it, or else the paragraph above."""
    same = [one for one in parse.sentences if one.paragraph == sentence.paragraph and one.index < sentence.index]
    above = [one for one in parse.sentences if one.paragraph == sentence.paragraph - 1]
    reached = same or above
    return Span(reached[0].span.start, reached[-1].span.end) if reached else None
