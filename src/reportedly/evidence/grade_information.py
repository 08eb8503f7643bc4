"""The digit of the information: who bears it out independently, what speaks against it, what is shown for it.

The source's letter plays no part: an unreliable source may say what is confirmed, a reliable one what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.evidence.casebook import victims
from reportedly.evidence.grade_case import SURE, GradeCase, Said, one_party, two_of
from reportedly.model.claim import Basis, Kind, Measure
from reportedly.model.event import Testimony
from reportedly.model.evidence import OriginStanding
from reportedly.model.grading import InformationDigit, SayingGrade
from reportedly.model.reason import Reason

_SHOWN = frozenset({Basis.FOOTAGE, Basis.DOCUMENT})
"""What others can look at. ``Preliminary data`` of a party shows nothing."""
_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOST, Measure.CAPTURED})

Verdict = tuple[InformationDigit, Reason]


def information_of(case: GradeCase) -> tuple[InformationDigit, tuple[Reason, ...], tuple[SayingGrade, ...]]:
    """Return the digit of an event, its reasons, and the digit of each saying that affirms.

    The event has the digit of the best attested saying. It is 6 where no counted origin affirms anything, or where
    all of it lies in the future.
    """
    graded = tuple(_graded(case, standing, testimony) for standing, testimony in case.sayings)
    if not graded:
        return InformationDigit.UNKNOWN, (_nobody(case),), ()
    judged = [one for one in graded if one.digit.judged]
    if not judged:
        return InformationDigit.UNKNOWN, graded[0].reasons, graded
    leading = leading_of(judged)
    return leading.digit, leading.reasons, graded


def leading_of(sayings: Sequence[SayingGrade]) -> SayingGrade:
    """Return the best attested of some sayings that can be judged; of equals the one that more origins bear out."""
    return min(sayings, key=lambda one: (one.digit, -len(one.borne_out_by), one.testimony_id))


def _nobody(case: GradeCase) -> Reason:
    text = "nobody's recorded word affirms it independently"
    if case.denials:
        text += f"; {', '.join(_names(case.denials))} only {'denies' if len(_names(case.denials)) == 1 else 'deny'} it"
    return Reason("origin-unknown", text, case.book.event.claim_ids[:1])


@dataclass(frozen=True)
class _Saying:
    """One saying with what bears on it."""

    case: GradeCase
    standing: OriginStanding
    testimony: Testimony
    supporters: tuple[OriginStanding, ...]
    against: tuple[Said, ...]

    @property
    def counted(self) -> tuple[Said, ...]:
        """What counted origins say against it, its own among them where it takes its word back."""
        return tuple(one for one in self.against if one[0].counts)

    @property
    def sure(self) -> tuple[OriginStanding, ...]:
        """Who surely confirms it."""
        return tuple(one for one in self.supporters if self.case.sure(self.standing, one))

    @property
    def shown(self) -> bool:
        """Whether something that others can look at is offered for it."""
        return self.case.references[self.testimony.id].basis in _SHOWN

    def because(self, code: str, text: str, others: Sequence[str] = (), weight: float | None = None) -> Reason:
        """Return a reason on the saying's own claim and the first claims of others."""
        own = self.case.references[self.testimony.id].id
        return Reason(code, text, tuple(dict.fromkeys((own, *others))), weight)


def _graded(case: GradeCase, standing: OriginStanding, testimony: Testimony) -> SayingGrade:
    saying = _Saying(case, standing, testimony, case.supporters(testimony), case.against(testimony))
    verdicts = (rule(saying) for rule in _RULES)
    digit, reason = next(verdict for verdict in verdicts if verdict is not None)
    return SayingGrade(
        testimony.id,
        digit,
        (reason,),
        tuple(one.origin.name for one in saying.supporters),
        _names(saying.against),
        standing.origin.name,
    )


def _names(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(sorted({standing.origin.name for standing, _ in said}))


def _firsts(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(testimony.claim_ids[0] for _, testimony in said)


def _future(saying: _Saying) -> Verdict | None:
    """A word about the future cannot be judged before its day."""
    if not saying.case.ahead(saying.testimony):
        return None
    return InformationDigit.UNKNOWN, saying.because("future", "it is about what is to come, which nothing confirms yet")


def _impossible(saying: _Saying) -> Verdict | None:
    """More than there were, or a total that its own parts do not fit, cannot be so."""
    reason = _beyond(saying) or _broken(saying)
    if reason is None:
        return None
    return (InformationDigit.DOUBTFUL if saying.sure else InformationDigit.IMPROBABLE), reason


def _beyond(saying: _Saying) -> Reason | None:
    figure = saying.testimony.quantity
    if figure is None or figure.measure not in _LOSSES or figure.low is None:
        return None
    for other in saying.case.book.testimonies:
        there = other.quantity
        if there is None or there.measure is not Measure.DEPLOYED or there.high is None or other.denial:
            continue
        if other.origin.recorded and victims(there.of) == victims(figure.of) and figure.low > there.high:
            text = f"{figure.low:,} {figure.measure}, but {other.origin.name} says that {there.high:,} were there"
            return saying.because("beyond-cap", text, other.claim_ids[:1])
    return None


def _broken(saying: _Saying) -> Reason | None:
    own = saying.case.references[saying.testimony.id].id
    for one in saying.case.sums:
        if one.broken and one.total.claim_id == own:
            parts = tuple(part.claim_id for part in one.parts)
            return saying.because("broken-sum", "its total does not fit its own parts", parts)
    return None


def _outweighed(saying: _Saying) -> Verdict | None:
    """Independent origins that agree with each other speak against it."""
    others = [one for one in saying.counted if one[0] is not saying.standing]
    if not saying.case.well_attested(others):
        return None
    names = ", ".join(_names(others))
    if saying.sure:
        text = f"independent origins bear it out, and as independent ones ({names}) speak against it"
        return InformationDigit.POSSIBLY_TRUE, saying.because("both-attested", text, _firsts(others))
    text = f"independent origins that agree with each other speak against it: {names}"
    return InformationDigit.IMPROBABLE, saying.because("outweighed", text, _firsts(others))


def _disputed(saying: _Saying) -> Verdict | None:
    """Counted origins speak against it."""
    if not saying.counted:
        return None
    rivals, ids = ", ".join(_names(saying.counted)), _firsts(saying.counted)
    if saying.supporters:
        if saying.sure and len(_names(saying.counted)) <= len(saying.sure):
            text = f"independent origins agree on it, against {rivals}"
            return InformationDigit.PROBABLY_TRUE, saying.because("contested", text, ids)
        text = f"{len(saying.supporters) + 1} origins agree on it, but {rivals} contradict{_s(saying.counted)} it"
        return InformationDigit.POSSIBLY_TRUE, saying.because("contested", text, ids)
    if any(standing is saying.standing for standing, _ in saying.counted):
        text = f"{saying.standing.origin.name} also denies it, and nobody else bears it out"
        return InformationDigit.DOUBTFUL, saying.because("taken-back", text, ids)
    if any(testimony.denial for _, testimony in saying.counted):
        return _denied(saying, rivals, ids)
    if len(_names(saying.counted)) > 1:
        text = f"it stands alone against {rivals}"
        return InformationDigit.DOUBTFUL, saying.because("contested", text, ids)
    text = f"{saying.standing.origin.name} and {rivals} contradict each other"
    return InformationDigit.POSSIBLY_TRUE, saying.because("contested", text, ids)


def _denied(saying: _Saying, rivals: str, ids: Sequence[str]) -> Verdict:
    parties = all(standing.origin.side is not None for standing, _ in saying.counted)
    single = len(_names(saying.counted)) == 1
    if saying.shown and saying.standing.origin.side is None and parties and single:
        text = f"{rivals}, a party, denies it, but material of a source of no party shows it"
        return InformationDigit.POSSIBLY_TRUE, saying.because("denied-but-shown", text, ids)
    text = f"one origin affirms it and {rivals} den{'ies' if single else 'y'} it"
    return InformationDigit.DOUBTFUL, saying.because("denied", text, ids)


def _s(said: Sequence[Said]) -> str:
    return "s" if len(_names(said)) == 1 else ""


def _hedged(saying: _Saying) -> Verdict | None:
    """What is put as possible only is not affirmed."""
    if saying.case.firm(saying.testimony):
        return None
    text = f"{saying.standing.origin.name} puts it as no more than possible"
    return InformationDigit.POSSIBLY_TRUE, saying.because("hedged", text)


def _confirmed(saying: _Saying) -> Verdict | None:
    """Others bear it out: surely independent ones confirm it, unless it is a view or somebody unnamed contradicts."""
    if not saying.supporters:
        return None
    ids = tuple(one.claim_ids[0] for one in saying.supporters)
    if not saying.sure:
        return InformationDigit.PROBABLY_TRUE, _not_sure(saying, ids)
    names = ", ".join((saying.standing.origin.name, *(one.origin.name for one in saying.sure)))
    if saying.case.references[saying.testimony.id].kind is Kind.JUDGEMENT:
        text = f"independent origins hold one view: {names}; a view is no observation"
        return InformationDigit.PROBABLY_TRUE, saying.because("one-view", text, ids)
    if saying.against:
        text = f"independent origins agree ({names}), but {', '.join(_names(saying.against))} speaks against it"
        return InformationDigit.PROBABLY_TRUE, saying.because("contested", text, (*ids, *_firsts(saying.against)))
    best = max(two_of(saying.standing, one) for one in saying.sure)
    if saying.case.count.at_least_two < SURE:
        return InformationDigit.PROBABLY_TRUE, saying.because("not-sure", _odds(saying.case.count.at_least_two), ids)
    text = f"independent origins that are not all of one party agree: {names} (independent with probability {best:.2f})"
    return InformationDigit.CONFIRMED, saying.because("confirmed", text, ids, round(best, 4))


def _not_sure(saying: _Saying, ids: Sequence[str]) -> Reason:
    """Return why those who agree do not confirm each other."""
    if all(one_party(saying.standing, one) for one in saying.supporters):
        text = f"the origins that agree on it belong to one party ({saying.standing.origin.side})"
        return saying.because("one-side", text, ids)
    others = [one for one in saying.supporters if not one_party(saying.standing, one)]
    best = max(others, key=lambda one: (two_of(saying.standing, one), one.origin.name))
    chance = two_of(saying.standing, best)
    if chance < SURE:
        return saying.because("not-sure", _odds(chance), ids, round(chance, 4))
    alarm = saying.case.alarm_between(saying.standing, best)
    what = alarm.text if alarm is not None else "one word"
    return saying.because("alarm", f"{saying.standing.origin.name} and {best.origin.name} may be one: {what}", ids)


def _odds(chance: float) -> str:
    return (
        f"origins agree, but that two of them are independent has a probability of {chance:.2f} only; "
        f"a confirmation asks for {SURE:.2f}"
    )


def _alone(saying: _Saying) -> Verdict:
    """Nobody bears it out."""
    name = saying.standing.origin.name
    if saying.shown and not saying.against:
        return InformationDigit.PROBABLY_TRUE, saying.because(
            "one-origin-shown", f"one origin, {name}, which shows footage or a document for it"
        )
    if len(saying.case.affirming) > 1:
        text = f"{len(saying.case.affirming)} independent origins speak of it, none bears another out"
        return InformationDigit.POSSIBLY_TRUE, saying.because("no-agreement", text)
    return InformationDigit.POSSIBLY_TRUE, saying.because("one-origin", f"it rests on one origin alone, {name}")


_RULES: tuple[Callable[[_Saying], Verdict | None], ...] = (
    _future,
    _impossible,
    _outweighed,
    _disputed,
    _hedged,
    _confirmed,
    _alone,
)
"""The rules in their order; the first that speaks decides, and the last always does."""
