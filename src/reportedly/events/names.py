"""One name for one source across the reports of a story, and the body that a person speaks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from reportedly.events.antecedents import antecedent
from reportedly.events.bodies import core, is_institution, is_medium, is_office, is_short_form, same_body, short_for
from reportedly.events.nodes import Family, Node
from reportedly.events.parties import belligerents, party_of
from reportedly.events.roles import roles_in
from reportedly.model.actors import Actor, ActorRegistry, folded
from reportedly.model.claim import SourceClass
from reportedly.model.wording import is_description

SHOWN = frozenset({SourceClass.IMAGERY, SourceClass.DOCUMENT, SourceClass.DATA})
_ROLE = (
    r"(?:spokes(?:man|woman|person)|director|managing director|head|chief|leader|chair(?:man|woman)?|president"
    r"|secretary|minister|commander|coordinator|officer|member|representative|manager|founder|chief executive|mayor"
    r"|governor)"
)
_MOUTH = (
    rf"(?:{_ROLE}|count|tally|figures|statement|report|notice|bulletin|lists?|note|leaflet|web ?site|page|channel"
    r"|account|offices?|headquarters|press (?:office|service|centre|department)|leadership|staff|brigades|crews|teams)"
)
_LEADS = r"(?:leads|speaks for|heads|runs(?: what is left of)?|represents|chairs)"
_BODY = r"(?:the |its |of )?((?:[A-Z][\w'’&-]*)(?:(?: of| the| for| and| of the| in)? [A-Z][\w'’&-]*)*)"
_TRAILING = re.compile(
    r"(?: (?:it|them|him|her)sel(?:f|ves)| in (?:a|an|its|the|his|her|their) (?:\w+ )?(?:notice|statement"
    r"|bulletin|report|post|message|release|briefing|letter|interview|update)| for (?:its|his|her|their) part"
    r"| (?:report|statement|bulletin|notice)s?)$"
)
"""What may trail a source's name without being part of it."""
_TRADE_BEFORE = re.compile(r"^(?:(?!(?:of|in|at|from|for|by|with|to|and|near|on)\b)[a-z][\w’'-]* ){1,4}(?=[A-Z])")
"""What somebody or something is, told before the name: ``chief physician``, ``legal-aid group``."""
_POSSESSIVE = re.compile(r"^(?:the|its|their|his|her|our)\s+", re.IGNORECASE)
_GENERIC = frozenset("reports sources officials authorities analysts experts media witnesses residents locals".split())


class Names:
    """Resolves source names across documents: the registry first, then full, short and spelled-out forms.

    Only names that chains give are compared with each other: the outlet under which a text is reprinted never changes
    who is who.
    """

    def __init__(self, nodes: Sequence[Node], registry: ActorRegistry) -> None:
        """Gather the names of all chains and the bodies that named people speak for."""
        self._registry = registry
        self._full: dict[tuple[str, str], str] = {}
        self._held: dict[str, set[str]] = defaultdict(set)
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        self._last: set[str] = set()
        self._outer: set[str] = set()
        for node in nodes:
            names = [antecedent(node.text, node.claim.span, link.name) or link.name for link in node.claim.chain]
            said = [at for at, link in enumerate(node.claim.chain) if link.source_class not in SHOWN]
            self._last.update(names[said[-1]] for _ in said[:1])
            self._outer.update(names[at] for at in said[:-1])
            for each in names:
                for name in bare_names(each):
                    if folded(name):
                        self._held[folded(name)].add(node.family.key)
                        spelled[folded(name)][name] += 1
        self._spelled = {key: min(found, key=lambda n: (-found[n], -len(n), n)) for key, found in spelled.items()}
        families = {node.family.key: node.family for node in nodes}
        for family in families.values():
            for outlet in {document.outlet for document in family.documents if document.outlet}:
                if is_institution(outlet):
                    self._held[folded(outlet)].add(family.key)
                    spelled[folded(outlet)][outlet] += 1
        self._spelled = {key: min(found, key=lambda n: (-found[n], -len(n), n)) for key, found in spelled.items()}
        self._houses = sorted(key for key, name in self._spelled.items() if is_institution(name))
        self._roles = roles_in(families.values(), self._spelled)
        self._bodies: dict[str, str] = {**self._in_own_pages(families.values()), **self._by_office()}
        self._bodies |= self._speakers(families.values())
        self._belligerents = belligerents(nodes)
        for body in sorted(set(self._bodies.values())):
            self._held.setdefault(folded(body), set())
            self._spelled.setdefault(folded(body), body)
        self._bodies_spelled = {folded(body): body for _, body in sorted(self._bodies.items())}

    @cached_property
    def origins(self) -> frozenset[str]:
        """The keys of all bodies that the chains name."""
        return frozenset(self.body(name, None) for name in self._last)

    @cached_property
    def relays(self) -> frozenset[str]:
        """The keys of all names that pass on the word of others."""
        return frozenset(self.body(name, None) for name in self._outer - self._last)

    def full(self, name: str, family: Family | None) -> str:
        """Return the key of the fullest form of a name: a unique longer name of the same text, or of any."""
        known = (name, family.key if family is not None else "")
        if known not in self._full:
            self._full[known] = self._fullest(name, family)
        return self._full[known]

    def _fullest(self, name: str, family: Family | None) -> str:
        key = folded(name)
        actor = self._registry.find(name)
        if actor is not None:
            return f"actor:{actor.id}"
        longer = [other for other in self._held if other != key and self._short_for(key, name, other)]
        here = [other for other in longer if family is not None and family.key in self._held[other]]
        for candidates in (here, longer, self._turned(name, family), self._turned(name, None)):
            best = _one(candidates)
            if best is not None:
                found = self._registry.find(best)
                return f"actor:{found.id}" if found else self._one_order(best)
        return self._one_order(key)

    def _one_order(self, key: str) -> str:
        """Return the one key of all names with the same telling words: ``Ministry of Health``, ``Health Ministry``."""
        name = self._spelled.get(key, key)
        if not is_institution(name):
            return key
        same = [other for other in self._houses if same_body(name, self._spelled[other])]
        return min(same, key=lambda other: (is_description(self._spelled[other]), len(other), other), default=key)

    def _turned(self, name: str, family: Family | None) -> list[str]:
        """Return the names that a short form, a turned order of words or an office may mean, in one text or in any."""
        plain = _POSSESSIVE.sub("", name)
        held = {key for key, texts in self._held.items() if family is None or family.key in texts}
        held |= {key for key, texts in self._roles.trades.items() if family is None or family.key in texts}
        own = folded(name)
        if is_short_form(plain) or is_institution(plain):
            longer = {key: self._spelled.get(key, key) for key in held if key != own}
            found = [key for key, full in longer.items() if short_for(plain, full) and not _part_of(plain, full)]
            fuller = [key for key in found if is_institution(self._spelled.get(key, key))]
            if fuller or not is_short_form(plain):
                return sorted(fuller)
        if not (is_office(plain) or is_short_form(plain)):
            return []
        asked = core(plain)
        return sorted(
            key
            for key in held
            if key != own
            and any(
                asked <= trade
                for text, told in self._roles.trades.get(key, {}).items()
                if family is None or text == family.key
                for trade in told
            )
        )

    def _short_for(self, key: str, name: str, other: str) -> bool:
        bare = re.sub(r"^[Tt]he\s+", "", name)
        if self._two_bodies(other):
            return False
        return _short_for(key, bare, other) and not _part_of(bare, self._spelled[other])

    def _two_bodies(self, key: str) -> bool:
        """Say whether a name joins two names that chains also give by themselves (``the Guild and the Coastguard``)."""
        halves = key.split(" and ")
        return len(halves) == 2 and all(half in self._held or self._registry.find(half) for half in halves)

    def body(self, name: str, family: Family | None) -> str:
        """Return the key of the body behind a name: the institution that a person speaks for, or the name itself."""
        role = re.fullmatch(
            rf"(?:[Tt]he |[Aa] )?(?:[a-z]+ ){{0,2}}(?i:{_MOUTH}) (?:of|for|by|from) (?:the )?([A-Z].*)", name
        )
        outlet = re.fullmatch(rf"(?:[Tt]he )?(.+?)['’]s? (?:[a-z]+ ){{0,2}}{_MOUTH}", name)
        inner = role[1] if role else outlet[1] if outlet and outlet[1][0].isupper() else name
        key = self.full(inner, family)
        body = self._bodies.get(key) or self._bodies.get(" ".join(key.split()[-2:]))
        if body is not None:
            key = self.full(body, family)
        if key.startswith("actor:"):
            return f"actor:{self._root(key.removeprefix('actor:'))}"
        return key

    def _root(self, actor_id: str) -> str:
        seen = {actor_id}
        actor = self._registry.get(actor_id)
        while actor is not None and actor.part_of and actor.part_of not in seen and _speaks_for(actor):
            seen.add(actor.part_of)
            actor_id = actor.part_of
            actor = self._registry.get(actor_id)
        return actor_id

    def root(self, key: str) -> str:
        """Return the key of the topmost body that a body is part of, such as the armed forces of one of their arms."""
        seen: set[str] = set()
        actor = self.actor(key)
        while actor is not None and actor.part_of and actor.part_of not in seen:
            seen.add(actor.part_of)
            key = f"actor:{actor.part_of}"
            actor = self.actor(key)
        return key

    def spelled(self, key: str) -> str:
        """Return the name that output prints for a key."""
        if key.startswith("actor:"):
            actor = self._registry.get(key.removeprefix("actor:"))
            return actor.name if actor else key.removeprefix("actor:")
        return self._spelled.get(key) or self._bodies_spelled.get(key, key)

    def actor(self, key: str) -> Actor | None:
        """Return the registry's actor of a key."""
        return self._registry.get(key.removeprefix("actor:")) if key.startswith("actor:") else None

    def side(self, key: str, named: str) -> str | None:
        """Return the side of an origin: the registry's, else the one party whose marker its name bears, else None."""
        actor = self.actor(key)
        while actor is not None and actor.side is None and actor.part_of and actor.part_of != actor.id:
            actor = self._registry.get(actor.part_of)
        if actor is not None:
            return actor.side
        name = f"{named} {self.spelled(key)}"
        marked = self._registry.sides_in(name)
        if marked:
            return marked[0] if len(marked) == 1 else None
        return party_of(name, self._belligerents)

    def _by_office(self) -> dict[str, str]:
        """Return the body of each person whom texts put beside one (``Liv Asmark of the prosecution``)."""
        found = {}
        for person in sorted(self._spelled):
            if _like_person(self._spelled[person]):
                told = self._roles.bodies.get(person, {})
                bodies = {
                    self.full(name, None) for name in told.values() if is_institution(name) or is_short_form(name)
                }
                bodies = {key for key in bodies if key in self._held}
                if len(bodies) == 1:
                    found[person] = self._spelled[bodies.pop()]
        return found

    def _in_own_pages(self, families: Iterable[Family]) -> dict[str, str]:
        """Return the institution in whose own publications a person of an office or trade has the word."""
        houses: dict[str, set[str]] = defaultdict(set)
        for family in families:
            outlets = {document.outlet for document in family.first if document.outlet}
            if len(outlets) == 1 and is_institution(outlet := outlets.pop()):
                for person, texts in self._roles.trades.items():
                    if family.key in texts and _like_person(self._spelled.get(person, "")):
                        houses[person].add(outlet)
        return {person: found.pop() for person, found in houses.items() if len(found) == 1}

    def _speakers(self, families: Iterable[Family]) -> dict[str, str]:
        found: dict[str, Counter[str]] = defaultdict(Counter)
        people = [(key, name) for key, name in sorted(self._spelled.items()) if _like_person(name)]
        for family in sorted(families, key=lambda family: family.key):
            for key, name in people:
                surname = name.split()[-1]
                if surname in family.text:
                    for body in _bodies_of(name, family.text):
                        found[key][body] += 1
        return {key: min(bodies, key=lambda b: (-bodies[b], -len(b), b)) for key, bodies in found.items()}


def _speaks_for(actor: Actor) -> bool:
    return actor.source_class in {SourceClass.PERSON, SourceClass.OFFICE}


def bare_names(name: str) -> list[str]:
    """Split ``Body (Person)`` and ``Body (ABC)`` into its names; of speakers joined by ``;`` take the first."""
    name = _TRADE_BEFORE.sub("", name)
    house = name.split(",", maxsplit=1)[0]
    name = house if is_institution(house) else name
    name = _TRAILING.sub("", name.split(";", maxsplit=1)[0].strip()) or name
    match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)\s*(.*)", name)
    return [f"{match[1]} {match[3]}".strip(), match[2]] if match else [name]


def _like_person(name: str) -> bool:
    words = name.split()
    upper = all(word[0].isupper() for word in words)
    return 2 <= len(words) <= 4 and upper and "of" not in words and not is_institution(name) and not is_medium(name)


def _short_for(key: str, name: str, other: str) -> bool:
    short, long = key.split(), other.split()
    if len(short) == 1 and name.isupper() and 2 <= len(name) <= 6:
        return "".join(word[0] for word in long) == key
    if len(short) >= len(long) or not short or short[0] in _GENERIC:
        return False
    if not name[:1].isupper():
        return len(short) > 1 and long[-len(short) :] == short
    return long[-len(short) :] == short or long[: len(short)] == short


def _part_of(name: str, other: str) -> bool:
    """Say whether a longer name is something of the body and not the body: its spokeswoman, people at it."""
    outer = re.escape(name)
    if re.match(rf"(?:the )?{outer}['’]s? ", other, re.IGNORECASE):
        return True
    return bool(re.search(rf"\b(?:of|for|at|from|by|with|in)\b (?:the )?{outer}$", other, re.IGNORECASE))


def _one(candidates: list[str]) -> str | None:
    """Return the longest candidate if all others are short for it."""
    if not candidates:
        return None
    best = max(candidates, key=lambda name: (len(name), name))
    return best if all(name == best or set(name.split()) <= set(best.split()) for name in candidates) else None


_SIGNS = re.compile(rf"\b(?:{_ROLE}|{_LEADS}|Minister|Ministry spokes\w+)\b")


def _tells_roles(text: str, person: str) -> bool:
    """Say whether a text holds any word without which nobody in it speaks for a body: quick to look up."""
    return f"{person} of " in text or f"{person} from " in text or _holds_signs(text)


@lru_cache(maxsize=1024)
def _holds_signs(text: str) -> bool:
    return bool(_SIGNS.search(text))


def _bodies_of(person: str, text: str) -> list[str]:
    """Return the bodies that a text lets a person speak for (``X, spokesman of B``, ``X of B``, ``B Minister X``)."""
    if not _tells_roles(text, person):
        return []
    name, last = re.escape(person), re.escape(person.rsplit(maxsplit=1)[-1])
    patterns = (
        rf"(?:{name}|\b{last}),? (?:who )?{_LEADS} {_BODY}",
        rf"{name},? (?:[a-z]+ ){{0,3}}{_ROLE} (?:of|for|at) {_BODY}",
        rf"{name} (?:of|from) {_BODY}",
        rf"{_ROLE} (?:of|for|at) {_BODY},? (?:[A-Z][a-z]+\.? ){{0,2}}{name}",
        rf"([A-Z]\w+(?: [A-Z]\w+)?) (?:Minister|Ministry spokes\w+) {name}",
    )
    found = [match[1] for pattern in patterns[:4] for match in re.finditer(pattern, text)]
    found += [f"{match[1]} Ministry" for match in re.finditer(patterns[4], text)]
    apposed = rf"(?:{_BODY})[^\n]{{0,60}}?\. Its {_ROLE}, (?:[A-Z][a-z]+\.? )?{name}"
    found += [match[1] for match in re.finditer(apposed, text)]
    held = rf"\b{last}\b[^\n.]{{0,80}}\. The {_ROLE} of {_BODY}"
    found += [match[1] for match in re.finditer(held, text)]
    return [re.sub(r"^The ", "", body) for body in found if folded(body) != folded(person)]
