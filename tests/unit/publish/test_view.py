"""The report before it has a format."""

from __future__ import annotations

from dataclasses import replace

import story
from reportedly.publish.labels import page_labels, runs, wrapped
from reportedly.publish.view import build_report


def test_claims_are_numbered_as_they_are_cited() -> None:
    """The first sentence cites the claims from one on."""
    report = build_report(story.dossier())
    first = report.key_chapters[0].key[0]
    assert first.refs == tuple(range(1, len(first.refs) + 1))


def test_the_tally_is_that_of_the_first_judgement() -> None:
    """The large figures beside a judgement are those that it speaks of."""
    chapter = build_report(story.dossier()).key_chapters[0]
    assert (chapter.pages, chapter.independent) == (8, 1)


def test_every_claim_is_listed_once() -> None:
    """The list of claims holds all of them."""
    report = build_report(story.dossier())
    assert sorted(one.claim.id for one in report.claims) == sorted(claim.id for claim in story.claims())


def test_numbers_in_a_row_are_a_run() -> None:
    """Three and more are a run, two stay single."""
    assert runs([1, 2, 3, 5, 7, 8]) == [(1, 3), (5, 5), (7, 7), (8, 8)]


def test_a_long_name_is_broken_and_cut() -> None:
    """A name takes so many lines and no more."""
    assert wrapped("one two three four", 8, 2) == ("one two", "three f…")


def test_an_outlets_pages_of_different_days_share_its_name() -> None:
    """The day beside the label tells them apart."""
    assert len(set(page_labels(story.documents()).values())) == len(story.documents())


def test_what_counts_with_what_is_listed_once() -> None:
    """Two sayings of one page that count for nothing on the same ground make one line."""
    dossier = story.dossier()
    told = next(one for one in dossier.evidence if one.origins.collapses)
    twice = replace(told.origins, collapses=(*told.origins.collapses, *told.origins.collapses))
    evidence = tuple(replace(one, origins=twice) if one is told else one for one in dossier.evidence)
    for chapter in build_report(replace(dossier, evidence=evidence)).chapters:
        assert len(chapter.collapses) == len(set(chapter.collapses))
