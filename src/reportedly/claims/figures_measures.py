"""What a figure counts: from the noun it stands with, its modifiers, and the verbs that govern it."""

from __future__ import annotations

from typing import Any

from reportedly.claims.content import Content
from reportedly.model.claim import Measure

OUTCOME_NOUNS: dict[str, Measure] = {
    **dict.fromkeys(
        "death dead fatality corpse body killing toll kill remains killed".split(), Measure.KILLED
    ),
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

_ACTION_NOUNS: dict[str, Measure] = {
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

_VERBS: dict[str, Measure] = {
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
_AGENTIVE = frozenset({Measure.ATTACKED, Measure.LAUNCHED, Measure.CAPTURED, Measure.DETAINED, Measure.DESTROYED,
                       Measure.DAMAGED, Measure.INTERCEPTED, Measure.DEPLOYED})
_ACTORS_SUFFER = frozenset("die perish drown succumb flee collapse sink burn suffocate evacuate".split())
_MODIFIERS: dict[str, Measure] = {
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
_THINGS = frozenset(
    "tank vehicle house home building shop truck car drone missile helicopter aircraft plane jet ship boat barge gun "
    "howitzer bridge school hospital carrier launcher depot vessel frigate warehouse village town church site "
    "bunker radar turret battery mixer hut tent apartment store".split()
)
_PERSONS = frozenset(
    "soldier man person people fighter militant troop militiaman mercenary civilian child woman worker officer".split()
) | {"men", "people", "troops", "women", "children"}
_DEPLOYED_THINGS = frozenset(
    "troop soldier battalion brigade regiment division company tank vehicle ship warship frigate aircraft helicopter "
    "firefighter officer policeman police marine boat jet drone rescuer engineer pump dog crew personnel guard rifleman troops lorry warplane paratrooper marines team conscript".split()
)
_MOVING = frozenset("move mass concentrate commit field search patrol escort land guard station order pass drive follow join lower".split())
_RESIDENTS = frozenset("resident family villager people civilian inhabitant person household townspeople".split())
_UP = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "oprd", "conj", "appos", "prep", "agent", "nmod",
                 "compound", "dep", "pcomp", "acomp", "npadvmod", "dative", "relcl", "acl", "xcomp", "advcl", "ccomp"})


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


def measure_of(content: Content, number: Any, noun: Any | None) -> tuple[Measure, Any | None]:
    """Return what a figure counts and the token that says so; ``other`` and None where nothing does.

    Args:
        content: the claim's content.
        number: the last token of the figure.
        noun: the noun counted, if the text has one beside the figure.
    """
    head = noun if noun is not None else number
    if noun is not None and noun.lower_ == "more":
        return _climb(content, number if noun.head == number else noun)
    if noun is not None:
        named = named_outcome(noun)
        if named is not None and not _only_names(noun):
            return named, noun
        if "suicide" in forms(noun):
            return Measure.KILLED, noun
        modified = next((t for t in noun.children if t.lower_ in _MODIFIERS and t.dep_ in {"amod", "acl", "compound"}), None)
        if modified is not None:
            return _MODIFIERS[modified.lower_], modified
    return _climb(content, head)


def _only_names(noun: Any) -> bool:
    """Say whether ``body`` means an organisation rather than the dead."""
    return noun.lemma_.lower() == "body" and any(child.lower_ in {"governing", "regulatory", "official"} for child in noun.children)


def _climb(content: Content, token: Any) -> tuple[Measure, Any | None]:
    steps = 0
    current = token
    role = ""
    while steps < 7:
        verdict = _at(current, role, token)
        if verdict is not None:
            return verdict, current
        if current.dep_ not in _UP or current.head == current:
            break
        if current.dep_ not in {"conj", "appos"} or not role:
            role = current.dep_
        if current.dep_ in {"advcl", "ccomp"} and current.pos_ == "VERB" and current.tag_ not in {"VBG", "VBN"}:
            break
        current = current.head
        if current.i not in content.places and _speaks(content, current):
            break
        steps += 1
    return Measure.OTHER, None


def _speaks(content: Content, token: Any) -> bool:
    """Say whether a token outside the content belongs to a cue, as ``captured`` does in ``footage captured ...``."""
    place = token.idx + content.offset
    return any(cue.start <= place < cue.end for cue in content.draft.cues)


def _at(current: Any, role: str, counted: Any) -> Measure | None:
    lemma = current.lemma_.lower()
    if current != counted:
        named = named_outcome(current)
        if named is not None and current.pos_ in {"NOUN", "ADJ"} and role in {"pobj", "prep", "appos", "nsubj", "attr"}:
            return Measure.DESTROYED if named is Measure.LOST and not forms(counted).isdisjoint(_THINGS) else named
        if current.pos_ == "NOUN" and role in {"pobj", "prep"} and lemma in _ACTION_NOUNS:
            return _ACTION_NOUNS[lemma]
    if current.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        state = next((_MODIFIERS[c.lower_] for c in current.children
                      if c.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advcl", "dobj", "prep"} and c.lower_ in _MODIFIERS), None)
        custody = {below.lower_ for child in current.children if child.dep_ == "prep" for below in child.subtree}
        if lemma in {"be", "remain"} and role in {"nsubj", "nsubjpass"} and custody & {"custody", "bars"}:
            return Measure.DETAINED
        if lemma in {"be", "remain"} and role == "nsubj" and custody & {"hospital", "hospitals"}:
            return Measure.WOUNDED
        if lemma in {"include", "be", "comprise"} and role in {"dobj", "attr"}:
            about = next((named_outcome(c) for c in current.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if about is not None:
                return about
        if state is not None and current.lemma_ in {"be", "remain", "leave", "go", "find", "report", "lie", "list", "confirm", "count", "get", "become"}:
            return state
    if current.pos_ == "VERB":
        return _verb(current, lemma, role, counted)
    return None


def _verb(verb: Any, lemma: str, role: str, counted: Any) -> Measure | None:
    phrase = {child.lower_ for child in verb.subtree}
    children = {child.lower_ for child in verb.children}
    if lemma == "shoot":
        if "down" in children:
            return Measure.INTERCEPTED if role != "nsubj" else None
        if role not in {"dobj", "nsubjpass"}:
            return None
        return Measure.WOUNDED if phrase & {"wounded", "injured", "leg", "legs", "arm", "arms", "foot"} else Measure.KILLED
    if lemma in {"take", "hold"} and children & {"prisoner", "hostage", "captive"}:
        return Measure.CAPTURED
    if lemma in {"take", "rush", "airlift", "admit", "fly", "treat", "transport", "transfer"} and phrase & {"hospital", "hospitals", "wounds", "injuries"}:
        return Measure.WOUNDED if role != "nsubj" else None
    if lemma in {"find", "recover", "pull", "count"} and "dead" in phrase:
        return Measure.KILLED
    if lemma in {"claim", "lose"} and phrase & {"life", "lives"}:
        return Measure.KILLED
    if lemma == "set" and phrase & {"alight", "fire", "ablaze"}:
        return Measure.DAMAGED
    if lemma == "seek" and role in {"nsubjpass"}:
        return Measure.MISSING
    if lemma in {"receive", "suffer", "sustain", "get"} and phrase & {"injury", "injuries", "wound", "wounds", "burns"}:
        return Measure.WOUNDED if role == "nsubj" else None
    if lemma == "lose" and role == "nsubj" and phrase & {"sight", "leg", "legs", "feet", "limb", "limbs", "eye", "eyes", "arm"}:
        return Measure.WOUNDED
    if lemma == "miss" and verb.tag_ == "VBG" and role in {"nsubj", "nsubjpass"}:
        return Measure.MISSING
    if lemma == "hang" and (phrase & {"themselves", "himself", "herself"} or role in {"dobj", "nsubjpass"}):
        return Measure.KILLED
    if lemma in {"hold", "keep", "be", "remain", "take", "place"} and phrase & {"custody", "bars"}:
        return Measure.DETAINED
    if lemma == "surrender" or lemma == "give" and "up" in children and phrase & {"themselves"}:
        return Measure.CAPTURED if role == "nsubj" else None
    if lemma in {"leave", "flee"} and not forms(counted).isdisjoint(_RESIDENTS) and role == "nsubj":
        return Measure.DISPLACED
    if lemma in _MOVING and not forms(counted).isdisjoint(_DEPLOYED_THINGS) and role in {"dobj", "nsubjpass", "nsubj"}:
        return Measure.DEPLOYED
    if lemma == "send" and not forms(counted).isdisjoint(_DEPLOYED_THINGS) and role in {"dobj", "nsubjpass"}:
        return Measure.DEPLOYED
    measure = _VERBS.get(lemma)
    if measure is None:
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or verb.tag_ == "VBN"
    if role == "nsubj" and lemma not in _ACTORS_SUFFER and not passive:
        return Measure.CASUALTIES if lemma == "fall" else None if lemma != "lose" else None
    if role in {"agent", "prep"} and measure in _AGENTIVE and counted.dep_ == "pobj":
        return None
    if measure is Measure.LOST and not forms(counted).isdisjoint(_THINGS):
        return Measure.DESTROYED
    if lemma == "burn" and forms(counted).isdisjoint(_THINGS):
        return Measure.KILLED if "death" in phrase else Measure.WOUNDED
    if measure is Measure.DESTROYED and not forms(counted).isdisjoint(_PERSONS):
        return Measure.KILLED
    if measure is Measure.ATTACKED and "down" in children:
        return None
    if measure is Measure.ATTACKED and not _violent(verb, counted, role):
        return None
    partner = {child.lemma_.lower() for child in verb.conjuncts}
    if measure is Measure.KILLED and partner & {"injure", "wound"} and "or" in {c.lower_ for c in verb.children}:
        return Measure.CASUALTIES
    return measure


def _violent(verb: Any, counted: Any, role: str) -> bool:
    return role in {"dobj", "nsubjpass", "conj", "appos", "relcl", "acl"} and counted.ent_type_ not in {"MONEY", "PERCENT"}
