"""Rules and learned model joined: what both see, what one sees alone, and whom to believe."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.fusion import DOUBTED, KEPT, STANDING_ALONE, SURE, carried_on, fused
from reportedly.claims.parse import Parse
from reportedly.model.attributed import Sort, Stance
from reportedly.model.claim import Polarity
from reportedly.model.span import Span
from unit.claims.made import act, place, ruled

Read = Callable[..., Parse]
TEXT = "The mayor said that the old dam was safe, and the engineer nodded."
WEAK = "reporting verb"


@pytest.fixture(scope="module", name="said")
def fixture_said(parse: Read) -> Parse:
    """One sentence in which somebody says something."""
    return parse(TEXT)


def test_rule_and_model_agree_on_one_attribution(said: Parse) -> None:
    """What both see is told once, under both names."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    found = fused(said, [one], [act(TEXT, "said", "the old dam was safe", source="The mayor")])
    assert [each.found_by for each in found] == ["reporting verb + model"]


def test_agreement_takes_the_models_content(said: Parse) -> None:
    """Where a content ends the model knows better than the rule."""
    one = ruled(said, "said", "the old dam was safe, and the engineer nodded", source="mayor")
    found = fused(said, [one], [act(TEXT, "said", "the old dam was safe", source="The mayor")])
    assert [span.of(TEXT) for span in found[0].contents] == ["the old dam was safe"]


def test_agreement_has_the_models_score(said: Parse) -> None:
    """Rule and model together are as sure as the model."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    found = fused(said, [one], [act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=0.97)])
    assert found[0].score == 0.97


def test_hearsay_keeps_the_rules_content(parse: Read) -> None:
    """For hearsay, which stands inside its content, the rule's content holds."""
    text = "Two barges reportedly sank near the pier."
    read = parse(text)
    one = ruled(read, "reportedly", "Two barges reportedly sank near the pier", rule="hearsay adverb")
    found = fused(read, [one], [act(text, "reportedly", "sank near the pier")])
    assert found[0].contents == one.contents


def test_agreement_without_a_content_of_the_models_keeps_the_rules(said: Parse) -> None:
    """A model that sees a cue and only what is carried on takes no content away."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    found = fused(said, [one], [act(TEXT, "said", source="The mayor", carried=(place(TEXT, "the engineer nodded"),))])
    assert found[0].contents == one.contents


def test_weak_rule_alone_is_dropped(said: Parse) -> None:
    """A rule of which most lonely finds are wrong is not believed against the model."""
    assert fused(said, [ruled(said, "said", "the old dam was safe", source="mayor", rule=WEAK)], []) == []


def test_weak_rule_is_dropped_where_the_model_doubts(said: Parse) -> None:
    """A cue below ``DOUBTED`` is no support."""
    doubted = act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=DOUBTED - 0.01)
    assert fused(said, [ruled(said, "said", "the old dam was safe", source="mayor")], [doubted]) == []


@pytest.mark.parametrize("rule", sorted(STANDING_ALONE))
def test_trusted_rule_alone_is_kept_with_a_lower_score(said: Parse, rule: str) -> None:
    """A trusted rule is believed where the model sees nothing, and is less sure than with it."""
    found = fused(said, [ruled(said, "said", "the old dam was safe", source="mayor", rule=rule)], [])
    assert [(each.rule, each.score <= 0.5) for each in found] == [(rule, True)]


def test_low_score_of_a_trusted_rule_is_not_raised(said: Parse) -> None:
    """Standing alone never makes a rule surer than it was."""
    found = fused(said, [ruled(said, "said", "the old dam was safe", source="mayor", rule="citing", score=0.2)], [])
    assert found[0].score == 0.2


def test_picture_with_an_owner_is_kept_without_the_model(parse: Read) -> None:
    """``Footage published by the navy shows``: two sources, the inner one a picture."""
    text = "Footage published by the navy shows two burning barges."
    read = parse(text)
    one = ruled(read, "shows", "two burning barges", source="navy", rule="exhibit shows")
    picture = ruled(read, "shows", "two burning barges", source="Footage").sources
    pair = ruled(read, "shows", "two burning barges", rule="exhibit shows", sources=(*one.sources, *picture))
    assert len(fused(read, [one, pair], [])) == 1


@pytest.mark.parametrize(("score", "kept"), [(KEPT, 1), (1.0, 1), (KEPT - 0.01, 0), (DOUBTED, 0)])
def test_model_alone_is_kept_from_a_score_on(said: Parse, score: float, kept: int) -> None:
    """What only the model sees counts from ``KEPT`` up."""
    found = fused(said, [], [act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=score)])
    assert len(found) == kept


def test_model_alone_is_named_and_keeps_its_score(said: Parse) -> None:
    """What only the model sees says so."""
    found = fused(said, [], [act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=0.8)])
    assert (found[0].found_by, found[0].score, found[0].sources[-1].span.of(TEXT)) == ("model", 0.8, "The mayor")


def test_model_alone_without_a_source_has_a_name_all_the_same(said: Parse) -> None:
    """A saying that the text hangs on nobody is put under ``reports``."""
    found = fused(said, [], [act(TEXT, "said", "the old dam was safe")])
    assert (found[0].sources, found[0].fallback_name) == ((), "reports")


def test_model_alone_without_content_makes_nothing(said: Parse) -> None:
    """A cue that introduces nothing is no attribution."""
    assert fused(said, [], [act(TEXT, "said", source="The mayor")]) == []


def test_content_of_marks_alone_makes_nothing(said: Parse) -> None:
    """A run of content that holds only a comma is no content."""
    assert fused(said, [], [act(TEXT, "said", ",", source="The mayor")]) == []


@pytest.mark.parametrize(
    ("stance", "polarity"),
    [(Stance.DENIED, Polarity.DENIED), (Stance.AFFIRMED, Polarity.AFFIRMED)],
)
def test_denial_that_only_the_model_sees_counts(said: Parse, stance: Stance, polarity: Polarity) -> None:
    """The model's stance becomes the polarity."""
    found = fused(said, [], [act(TEXT, "said", "the old dam was safe", source="The mayor", stance=stance)])
    assert found[0].polarity is polarity


def test_medium_stands_before_the_source(parse: Read) -> None:
    """A medium that the model sees is the outer source of the same act."""
    text = "The mayor told the Courier that the dam was safe."
    seen = act(text, "told", "the dam was safe", source="The mayor", via=place(text, "the Courier"))
    found = fused(parse(text), [], [seen])
    assert [source.span.of(text) for source in found[0].sources] == ["the Courier", "The mayor"]


def test_nobody_is_his_own_medium(parse: Read) -> None:
    """Half a name marked as medium and all of it as source is one source."""
    text = "The dam is unsafe, says the Brandt Institute."
    seen = act(text, "says", "The dam is unsafe", source="Brandt Institute", via=place(text, "Brandt"))
    assert len(fused(parse(text), [], [seen])[0].sources) == 1


def test_two_rules_at_one_cue_are_one_attribution(parse: Read) -> None:
    """``quoted as saying`` and the bare verb are the same act."""
    text = "Radio Ostwind quoted Ilsa Brandt as saying that the dam was safe."
    read = parse(text)
    first = ruled(read, "saying", "the dam was safe", source="Ilsa Brandt", rule="quoted as saying")
    second = ruled(read, "saying", "the dam was safe", source="Radio Ostwind")
    assert len(fused(read, [first, second], [act(text, "saying", "that the dam was safe", source="Ilsa Brandt")])) == 1


def test_that_is_no_part_of_a_content(said: Parse) -> None:
    """The conjunction after the cue is left out for the claims."""
    found = fused(said, [], [act(TEXT, "said", "that the old dam was safe,", source="The mayor")])
    assert [span.of(TEXT) for span in found[0].contents] == ["the old dam was safe"]


def test_half_a_name_is_filled_up(parse: Read) -> None:
    """Where the model marks a forename, the source is the whole name."""
    text = "Ilsa Brandt said that the dam was safe."
    found = fused(parse(text), [], [act(text, "said", "the dam was safe", source="Ilsa")])
    assert found[0].sources[0].span.of(text) == "Ilsa Brandt"


@pytest.mark.parametrize(
    ("text", "cue", "content", "bears"),
    [
        ("The mayor plans to rebuild the old pier.", "plans", "to rebuild the old pier", False),
        ("The mayor decided to rebuild the old pier.", "decided", "to rebuild the old pier", False),
        ("The mayor vowed to rebuild the old pier.", "vowed", "to rebuild the old pier", True),
        ("The mayor urged crews to leave the old pier.", "urged", "crews to leave the old pier", True),
    ],
)
def test_plan_bears_a_link_only_as_a_demand(parse: Read, text: str, cue: str, content: str, bears: bool) -> None:
    """What somebody intends is the document's own account, unless a verb of demanding puts it into words."""
    found = fused(parse(text), [], [act(text, cue, content, source="The mayor", sort=Sort.INTEND)])
    assert [each.bears for each in found] == [bears]


@pytest.mark.parametrize(
    "cue",
    [
        "wants",
        "expects",
        "hopes",
    ],
)
def test_wish_to_do_something_bears_no_link(parse: Read, cue: str) -> None:
    """``wants to win`` says what the subject is about to do, not what it says."""
    text = f"The mayor {cue} to win the vote."
    found = fused(parse(text), [], [act(text, cue, "to win the vote", source="The mayor", sort=Sort.THINK)])
    assert not found[0].bears


def test_what_is_left_unsaid_bears_no_link(parse: Read) -> None:
    """Nobody is the origin of what he declined to say."""
    text = "The mayor declined to say whether the dam was safe."
    unsaid = act(text, "declined to say", "whether the dam was safe", source="The mayor", stance=Stance.WITHHELD)
    assert not fused(parse(text), [], [unsaid])[0].bears


@pytest.mark.parametrize(("cue", "bears"), [("is believed", True), ("is expected", False)])
def test_without_a_source_only_hearsay_bears_a_link(parse: Read, cue: str, bears: bool) -> None:
    """``is believed to`` has somebody behind it, ``is expected to`` need not."""
    text = f"It {cue} that the old dam has three cracks."
    found = fused(parse(text), [], [act(text, cue, "the old dam has three cracks")])
    assert found[0].bears is bears


def test_what_is_left_unsaid_bears_no_link_though_a_rule_agrees(parse: Read) -> None:
    """A rule that takes ``declined to say`` for a saying makes nobody its origin."""
    text = "The mayor declined to say whether the dam was safe."
    read = parse(text)
    unsaid = act(text, "declined to say", "whether the dam was safe", source="The mayor", stance=Stance.WITHHELD)
    assert not fused(read, [ruled(read, "say", "the dam was safe", source="mayor")], [unsaid])[0].bears


def test_model_that_is_sure_of_another_source_is_believed(said: Parse) -> None:
    """From ``SURE`` on the model's source replaces the rule's."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    other = act(TEXT, "said", "the old dam was safe", source="the engineer", source_score=SURE)
    assert fused(said, [one], [other])[0].sources[-1].span.of(TEXT) == "the engineer"


def test_model_that_is_less_sure_of_another_source_is_not(said: Parse) -> None:
    """Below ``SURE`` the rule's source stays."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    other = act(TEXT, "said", "the old dam was safe", source="the engineer", source_score=SURE - 0.01)
    assert fused(said, [one], [other])[0].sources == one.sources


def test_relay_of_the_rule_stays_where_the_model_names_it(parse: Read) -> None:
    """A model that takes the medium for the source does not drive the speaker out."""
    text = "The mayor told the Courier that the dam was safe."
    read = parse(text)
    pair = (*ruled(read, "told", source="Courier").sources, *ruled(read, "told", source="mayor").sources)
    one = ruled(read, "told", "the dam was safe", sources=pair)
    assert fused(read, [one], [act(text, "told", "the dam was safe", source="the Courier")])[0].sources == pair


def test_source_that_only_the_model_sees_lowers_the_score(said: Parse) -> None:
    """A rule that hangs a saying on nobody, where the model sees somebody, is less sure."""
    one = ruled(said, "said", "the old dam was safe", fallback_name="reports")
    found = fused(said, [one], [act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=0.99)])
    assert found[0].score < 0.99


def test_of_two_acts_at_a_cue_the_one_with_the_rules_content_is_its_partner(said: Parse) -> None:
    """Which act is the same is told by the content before the score."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    near = act(TEXT, "said", "the old dam was safe", source="The mayor", cue_score=0.5)
    far = act(TEXT, "said", "the engineer nodded", source="The mayor", cue_score=0.55)
    assert fused(said, [one], [far, near])[0].act is near


def test_attributions_come_in_the_order_of_their_cues(parse: Read) -> None:
    """Whoever found them, the text's order holds."""
    text = "The mayor said the dam was safe. The engineer added that the gates were shut."
    read = parse(text)
    late = ruled(read, "added", "the gates were shut", source="engineer", rule="citing")
    found = fused(read, [late], [act(text, "said", "the dam was safe", source="The mayor")])
    assert [each.cue.of(text) for each in found] == ["said", "added"]


def test_what_the_model_carries_on_is_added(parse: Read) -> None:
    """A sentence without a cue of its own that leans on the saying before is carried."""
    text = "The mayor said the dam was safe. The gates were shut too."
    more = place(text, "The gates were shut too")
    seen = act(text, "said", "the dam was safe", source="The mayor", carried=(more,))
    assert carried_on(fused(parse(text), [], [seen])[0], parse(text)).carried == (more,)


def test_what_is_content_already_is_not_carried_on(said: Parse) -> None:
    """Nothing is told twice."""
    inside = place(TEXT, "the old dam")
    seen = act(TEXT, "said", "the old dam was safe", source="The mayor", carried=(inside,))
    assert carried_on(fused(said, [], [seen])[0], said).carried == ()


def test_rule_alone_carries_nothing_on(said: Parse) -> None:
    """Without the model there is nothing to carry."""
    one = ruled(said, "said", "the old dam was safe", source="mayor")
    assert carried_on(one, said) is one


def test_contents_of_the_model_lie_in_the_text(said: Parse) -> None:
    """Tidying a run never lets it grow."""
    found = fused(said, [], [act(TEXT, "said", ", and the engineer nodded.", source="The mayor")])
    assert [span.of(TEXT) for span in found[0].contents] == ["the engineer nodded"]
    assert Span(0, len(TEXT)).covers(found[0].contents[0])
