"""Make invented reports with their claims in any number, to measure how the cost of grouping grows.

    python training/synthetic_claims.py 12000                     # group and weigh 12,000 claims, print time and memory
    python training/synthetic_claims.py 1000000 --batch 100000    # the same in parts of so many claims, to save memory
    python training/synthetic_claims.py 100000 --ledger big.db    # record them in a ledger, then time one more report

Each event has eight claims in four reports of one to three days: the dead and the hurt as a body gives them, two relays
of which one changes a figure, and a correction. Towns, streets, bodies and persons have names that no other event has;
all else is the same few templates, so that common words tie nothing together.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.ledger.store import Ledger
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, Kind, Link, Measure, Quantity, SourceClass
from reportedly.model.codec import to_json
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.span import Span
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.settings import ACTOR, Settings
from reportedly.pipeline.toolkit import prepare

FIRST_DAY = date(2031, 1, 1)
SPAN_DAYS = 1500
ONSET = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "sk", "st", "t", "tr", "v", "w")
VOWEL = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
OUTLETS = (
    "Morning Leaf",
    "Harbour Wire",
    "Evening Kettle",
    "Second Copy",
    "Plain Courier",
    "North Sheet",
    "Ledger Post",
)
LEADS = (
    "Fire engines reached {street} in {town} before dawn, and smoke hung over the market until noon.",
    "Shops in {town} stayed shut after the blast on {street}, and families waited outside the clinic.",
    "The road from {town} to the coast was closed, and the bridge near {street} is watched by guards.",
    "In {town} people laid flowers on {street}, while engineers looked at the broken walls.",
)
TAILS = (
    "{person}, who has sold bread there for years, spoke of a noise like a falling roof.",
    "{person} of the town council asked for tents, water and a list of names.",
    "A neighbour, {person}, had counted the windows that were left.",
)
REPORTS = (
    ("{dead} people were killed in {town}", "{hurt} people were wounded on {street}", ""),
    ("{dead} people were killed in {town}", "{hurt} people were wounded on {street}", "relay"),
    ("{late} people were killed in {town}", "{hurt} people were wounded near {street}", "relay"),
    ("{late} people were killed in {town}", "{more} people were wounded on {street}", "own"),
)


def name(chance: random.Random, parts: int = 3) -> str:
    """Return an invented name."""
    return "".join(chance.choice(ONSET) + chance.choice(VOWEL) for _ in range(parts)).capitalize()


def event(number: int, seed: int = 1, bodies: int = 0) -> list[Coded]:
    """Return the four reports of one event; the same number gives the same reports.

    Args:
        number: which event.
        seed: gives other events under the same numbers.
        bodies: by how many bodies all events are told of; 0 = each by one of its own.
    """
    chance = random.Random(f"{seed} {number}")
    names = {"town": name(chance), "street": f"{name(chance)} Street", "person": f"{name(chance)} {name(chance)}"}
    body = f"{name(random.Random(number % bodies), 4)} Rescue" if bodies else f"{names['town']} Rescue"
    dead = chance.randint(3, 60)
    figures = {"dead": dead, "late": dead + chance.randint(1, 9), "hurt": chance.randint(11, 180)}
    figures["more"] = figures["hurt"] + chance.randint(1, 20)
    day = FIRST_DAY + timedelta(chance.randrange(SPAN_DAYS))
    return [_report(number, at, chance, names, body, figures, day + timedelta(min(2, at))) for at in range(4)]


def _report(
    number: int,
    at: int,
    chance: random.Random,
    names: dict[str, str],
    body: str,
    figures: dict[str, int],
    day: date,
) -> Coded:
    first, second, how = REPORTS[at]
    lead, tail = chance.choice(LEADS).format(**names), chance.choice(TAILS).format(**names)
    outlet = body if how == "own" else chance.choice(OUTLETS)
    told = [template.format(**names, **figures) for template in (first, second)]
    text = f"{lead} {told[0]}, {body} said. {told[1]}, {body} said. {tail}"
    key, published = f"e{number}-{at}", Published(day, DayBasis.GIVEN, "stated in the record")
    document = Document(Document.identify(key, text, None, outlet, published), key, text, None, outlet, published)
    measures = (Measure.KILLED, Measure.WOUNDED)
    claims = [_claim(document, quote, measure, body) for quote, measure in zip(told, measures, strict=True)]
    return Coded(document, tuple(claims))


def _claim(document: Document, quote: str, measure: Measure, body: str) -> Claim:
    start = document.text.index(quote)
    span, digits = Span(start, start + len(quote)), quote.split(maxsplit=1)[0]
    figure = Quantity(measure, "people", int(digits), int(digits), span=Span(start, start + len(digits)))
    chain = (Link(body, source_class=SourceClass.AGENCY, rule="given"),)
    key = Claim.identify(document.id, span)
    return Claim(key, document.id, span, quote, chain, Kind.EVENT, quantities=(figure,))


def reports(claims: int, first: int = 0) -> Iterator[Coded]:
    """Yield the reports of as many events as hold so many claims, from a first event on."""
    for number in range(first, first + claims // 8):
        yield from event(number)


def memory() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_grouping(size: int, batch: int) -> None:
    """Group and weigh so many claims and print what it took."""
    registry, begun, made, events = ActorRegistry(), time.process_time(), 0.0, 0
    for first in range(0, size, batch):
        start = time.process_time()
        coded = list(reports(min(batch, size - first), first // 8))
        documents, claims = [one.document for one in coded], [claim for one in coded for claim in one.claims]
        made += time.process_time() - start
        grouping = group(claims, documents, registry)
        found = weigh(grouping, claims, documents, registry)
        events += len(found)
    spent = time.process_time() - begun - made
    print(f"{size} claims, {events} events: {spent:.1f} s of one core, at most {memory():.0f} MB")


def measure_ledger(size: int, path: Path, bodies: int) -> None:
    """Record so many claims in a new ledger, then time one more report on an old event and one on a new event."""
    tools = prepare(Settings(executor="serial"))
    with Ledger.open(path, write=True) as book:
        recorder = Recorder(book)
        grower = Grower(book, recorder, tools)
        start = time.perf_counter()
        for number in range(0, size // 8, 500):
            coded = [one for at in range(number, min(number + 500, size // 8)) for one in event(at, bodies=bodies)]
            book.append([draft for one in coded for draft in drafts(one)])
        print(f"{size} claims recorded in {time.perf_counter() - start:.0f} s")
        start = time.perf_counter()
        grower.draw(coded)
        size_now = path.stat().st_size >> 20
        print(f"all drawn in {time.perf_counter() - start:.0f} s, at most {memory():.0f} MB, {size_now} MB on disk")
    if bodies:
        return
    for number, at, what in ((7, 1, "a copy under another key"), (size, 0, "a new event"), (size, 1, "a relay of it")):
        one = event(number)[at]
        if number < size:
            one = again(one)
        start = time.perf_counter()
        with Ledger.open(path, write=True) as book:
            recorder = Recorder(book)
            grower = Grower(book, recorder, tools)
            recorder.coded(one.document, one.claims, "read and coded with nothing")
            grower.draw([one])
        print(f"one more report, {what}: {time.perf_counter() - start:.3f} s")


def again(coded: Coded) -> Coded:
    """Return a report with one sentence more, as another outlet prints it a day later."""
    old, key = coded.document, f"{coded.document.key}-again"
    text, outlet = f"{old.text} The square was empty on Sunday.", "Second Sheet"
    published = Published((old.day or FIRST_DAY) + timedelta(1), DayBasis.GIVEN, "stated in the record")
    document = Document(Document.identify(key, text, None, outlet, published), key, text, None, outlet, published)
    ids = (Claim.identify(document.id, claim.span) for claim in coded.claims)
    return Coded(
        document,
        tuple(replace(claim, id=key, document_id=document.id) for key, claim in zip(ids, coded.claims, strict=True)),
    )


def drafts(coded: Coded) -> Iterator[Draft]:
    """Yield the entries of one report."""
    document = coded.document
    yield Draft(EntryKind.DOCUMENT, document.id, to_json(document), ACTOR, "made", published=document.day)
    for claim in coded.claims:
        yield Draft(EntryKind.CLAIM, claim.id, to_json(claim), ACTOR, "made", published=document.day)


def main() -> None:
    """Measure what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("claims", type=int, help="how many claims")
    options.add_argument("--batch", type=int, help="group in parts of so many claims")
    options.add_argument("--ledger", type=Path, help="record them in this new ledger instead")
    options.add_argument("--bodies", type=int, default=0, help="in the ledger, let so many bodies tell of all events")
    chosen = options.parse_args()
    if chosen.ledger:
        measure_ledger(chosen.claims, chosen.ledger, chosen.bodies)
        return
    measure_grouping(chosen.claims, chosen.batch or chosen.claims)


if __name__ == "__main__":
    main()
