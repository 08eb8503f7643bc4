"""Words that say what a figure counts: a hand-made lexicon in the codebook's measures."""

from __future__ import annotations

from typing import Any

from reportedly.model.claim import Measure

OUTCOME_NOUNS: dict[str, Measure] = {
    **dict.fromkeys("death dead fatality corpse body killing toll kill remains killed".split(), Measure.KILLED),
    **dict.fromkeys("injury injured wounded wound wounding hospitalisation hospitalization".split(), Measure.WOUNDED),
    **dict.fromkeys("casualty".split(), Measure.CASUALTIES),
    **dict.fromkeys("loss".split(), Measure.LOST),
    **dict.fromkeys("captive hostage pow abductee".split(), Measure.CAPTURED),
    **dict.fromkeys("missing".split(), Measure.MISSING),
    **dict.fromkeys("detainee arrest detention".split(), Measure.DETAINED),
    **dict.fromkeys("evacuee refugee displaced".split(), Measure.DISPLACED),
    **dict.fromkeys("interception".split(), Measure.INTERCEPTED),
}
"""Nouns that name an outcome by themselves."""

ACTION_NOUNS: dict[str, Measure] = {
    **dict.fromkeys("murder killing execution assassination massacre drowning suicide".split(), Measure.KILLED),
    **dict.fromkeys("damage".split(), Measure.DAMAGED),
    **dict.fromkeys("destruction sinking demolition collapse".split(), Measure.DESTROYED),
    **dict.fromkeys("attack strike raid assault".split(), Measure.ATTACKED),
    **dict.fromkeys("abduction capture kidnapping kidnap".split(), Measure.CAPTURED),
    **dict.fromkeys("deployment".split(), Measure.DEPLOYED),
    **dict.fromkeys("displacement evacuation".split(), Measure.DISPLACED),
    **dict.fromkeys("launch".split(), Measure.LAUNCHED),
    **dict.fromkeys("disappearance".split(), Measure.MISSING),
}
"""Nouns that give their measure to what hangs on them by a preposition: ``the loss of four tanks``."""

BARE_NOUNS = frozenset(
    "death dead fatality body killing toll kill remains killed injury injured wounded wound casualty loss missing "
    "arrest hospitalisation hospitalization launch interception displaced".split()
)
"""Outcome nouns that name nobody: ``39 confirmed dead`` is of no one."""

VERBS: dict[str, Measure] = {
    **dict.fromkeys(
        "kill die perish drown murder assassinate execute slay behead massacre succumb decapitate lynch suffocate "
        "electrocute slaughter liquidate eliminate bury exhume cull poison".split(),
        Measure.KILLED,
    ),
    **dict.fromkeys("injure wound hurt maim stab hospitalize hospitalise".split(), Measure.WOUNDED),
    **dict.fromkeys("lose".split(), Measure.LOST),
    **dict.fromkeys("capture abduct kidnap".split(), Measure.CAPTURED),
    **dict.fromkeys("deploy mobilize mobilise station redeploy dispatch".split(), Measure.DEPLOYED),
    **dict.fromkeys("displace evacuate flee uproot".split(), Measure.DISPLACED),
    **dict.fromkeys("detain arrest imprison jail".split(), Measure.DETAINED),
    **dict.fromkeys("attack strike hit shell target bomb raid bombard ambush storm".split(), Measure.ATTACKED),
    **dict.fromkeys(
        "destroy sink raze wreck demolish level gut burn obliterate flatten incinerate collapse".split(),
        Measure.DESTROYED,
    ),
    **dict.fromkeys("damage overturn".split(), Measure.DAMAGED),
    **dict.fromkeys("launch fire".split(), Measure.LAUNCHED),
    **dict.fromkeys("intercept down".split(), Measure.INTERCEPTED),
}
"""Verbs that give their measure to what suffers them."""

AGENTIVE = frozenset(
    {
        Measure.ATTACKED,
        Measure.LAUNCHED,
        Measure.CAPTURED,
        Measure.DETAINED,
        Measure.DESTROYED,
        Measure.DAMAGED,
        Measure.INTERCEPTED,
        Measure.DEPLOYED,
    }
)
"""Measures of verbs whose ``by`` phrase names the doer, who is not counted."""

ACTORS_SUFFER = frozenset("die perish drown succumb flee collapse sink burn suffocate evacuate".split())
"""Verbs whose subject suffers them."""

MODIFIERS: dict[str, Measure] = {
    **dict.fromkeys("dead slain killed deceased".split(), Measure.KILLED),
    **dict.fromkeys("wounded injured hurt".split(), Measure.WOUNDED),
    **dict.fromkeys("missing unaccounted".split(), Measure.MISSING),
    **dict.fromkeys("displaced homeless evacuated".split(), Measure.DISPLACED),
    **dict.fromkeys("captured abducted kidnapped captive taken".split(), Measure.CAPTURED),
    **dict.fromkeys("detained arrested jailed imprisoned held".split(), Measure.DETAINED),
    **dict.fromkeys("destroyed burned burnt wrecked sunken charred".split(), Measure.DESTROYED),
    **dict.fromkeys("damaged".split(), Measure.DAMAGED),
    **dict.fromkeys("lost".split(), Measure.LOST),
}
"""Participles and adjectives that give their measure to the noun they stand with."""

THINGS = frozenset(
    "tank vehicle house home building shop truck car drone missile helicopter aircraft plane jet ship boat barge gun "
    "howitzer bridge school hospital carrier launcher depot vessel frigate warehouse village town church site "
    "bunker radar turret battery mixer hut tent apartment store".split()
)
"""Nouns for vehicles, weapons, buildings: what is destroyed and not killed."""

PERSONS = frozenset(
    "soldier man person people fighter militant troop militiaman mercenary civilian child woman worker officer".split()
) | {"men", "people", "troops", "women", "children"}
"""Nouns for people, who are killed and not destroyed."""

DEPLOYED_THINGS = frozenset(
    "troop soldier battalion brigade regiment division company tank vehicle ship warship frigate aircraft helicopter "
    "firefighter officer policeman police marine boat jet drone rescuer engineer pump dog "
    "crew personnel guard rifleman troops lorry warplane paratrooper marines team conscript".split()
)
"""Nouns for forces and their equipment."""

MOVING = frozenset(
    (
        "move mass concentrate commit field search patrol escort land guard station order pass drive follow join lower"
    ).split()
)
"""Verbs that deploy forces."""

RESIDENTS = frozenset("resident family villager people civilian inhabitant person household townspeople".split())
"""Nouns for people who live somewhere: where they leave, they are displaced."""


def forms(token: Any) -> frozenset[str]:
    """Return the forms under which a token is looked up: its lemma, its word and the word without plural endings."""
    word = token.lower_
    made = {token.lemma_.lower(), word}
    if word.endswith("ies"):
        made.add(word[:-3] + "y")
    if word.endswith("s"):
        made |= {word[:-1], word[:-2] if word.endswith("es") else word[:-1]}
    return frozenset(made)


def named_outcome(token: Any) -> Measure | None:
    """Return the measure of a noun that names an outcome, such as ``deaths``."""
    return next((OUTCOME_NOUNS[form] for form in sorted(forms(token)) if form in OUTCOME_NOUNS), None)


def bare(token: Any) -> bool:
    """Say whether a noun names an outcome and nobody."""
    return not forms(token).isdisjoint(BARE_NOUNS)


def words_of(measure: Measure) -> frozenset[str]:
    """Return the verbs of a measure."""
    return frozenset(verb for verb, one in VERBS.items() if one is measure)
