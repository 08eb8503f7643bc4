"""What is taken for granted about figures before they are looked at: an editable file, each value with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reportedly.model.claim import SourceClass


class SideRelation(StrEnum):
    """How the one who speaks stands to those whose losses a figure counts."""

    ENEMY = "enemy"
    """A party tells its enemy's losses."""
    OWN = "own"
    """A party tells its own side's losses."""
    NEUTRAL = "neutral"
    """The speaker belongs to no party."""
    UNKNOWN = "unknown"
    """A party speaks, and which way it leans is not known."""


class Assumption(StrEnum):
    """What else is taken for granted."""

    SHARED = "shared"
    """``factor``: correlation of what two bodies of one party are off by."""
    EXACT = "exact"
    """``factor``: share of neutral figures that are the very number."""
    ABOUT = "about"
    """``factor``: what ``about`` multiplies the noise by."""
    WORD = "word"
    """``spread``: noise of a vague word that the convention gives one number; for one with only a lower end the mean of
    the logarithm by which the number lies above it."""
    LOWER = "lower"
    """``spread``: mean of the logarithm by which the number lies above ``at least``."""
    UPPER = "upper"
    """``spread``: mean of the logarithm by which the number lies below ``up to``."""
    LOOSE = "loose"
    """``factor``: share of bounds that are only bounds, ``spread``: mean of the logarithm for those."""
    HEAPED = "heaped"
    """``factor``: share of large numbers that are rounded."""
    GROWTH = "growth"
    """``spread``: mean of the logarithm by which a running total grows in thirty days."""
    NAMES = "names"
    """``factor``: share of the dead whom lists of names hold, ``spread`` its standard deviation."""
    FOOTAGE = "footage"
    """``factor``: share of what happened that pictures show, ``spread`` its standard deviation."""
    WOUNDED = "wounded"
    """``factor``: wounded for each one killed, ``spread`` of its logarithm."""


@dataclass(frozen=True, slots=True)
class BiasPrior:
    """By what figures of one kind are off."""

    relation: SideRelation
    category: str
    """What is counted: a measure (``killed``), a kind of thing (``tanks``), ``civilians``, or ``any``."""
    factor: float
    """By what such figures are multiplied as a rule."""
    spread: float
    """Standard deviation of the natural logarithm of that factor."""
    source: str


@dataclass(frozen=True, slots=True)
class NoisePrior:
    """How far figures of one class of sources scatter, apart from what they are off by as a rule."""

    source_class: SourceClass
    spread: float
    """Scale of Student noise (4 degrees of freedom) of the natural logarithm."""
    source: str


@dataclass(frozen=True, slots=True)
class AssumedValue:
    """One further assumption."""

    name: Assumption
    factor: float
    spread: float
    source: str


@dataclass(frozen=True)
class QuantityPriors:
    """Everything that estimates of quantities take for granted."""

    name: str
    biases: tuple[BiasPrior, ...] = ()
    noises: tuple[NoisePrior, ...] = ()
    assumed: tuple[AssumedValue, ...] = ()
    adversaries: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of camps that fight each other, each a list of sides as the registry of actors names them."""

    @cached_property
    def _biases(self) -> dict[tuple[SideRelation, str], BiasPrior]:
        return {(one.relation, one.category): one for one in self.biases}

    @cached_property
    def _noises(self) -> dict[SourceClass, NoisePrior]:
        return {one.source_class: one for one in self.noises}

    @cached_property
    def _assumed(self) -> dict[Assumption, AssumedValue]:
        return {one.name: one for one in self.assumed}

    @cached_property
    def fighting(self) -> frozenset[str]:
        """Every side that is listed as fighting another."""
        return frozenset(side for pair in self.adversaries for camp in pair for side in camp)

    def __bool__(self) -> bool:
        """Say whether there is anything to estimate with."""
        return bool(self.biases)

    def bias(self, relation: SideRelation, category: str) -> BiasPrior:
        """Return what figures of a kind are off by: that of the category, else that of ``any``.

        Raises:
            KeyError: where the priors know neither; the bundled ones know all.
        """
        return self._biases.get((relation, category)) or self._biases[relation, ANY]

    def noise(self, source_class: SourceClass) -> NoisePrior:
        """Return how far figures of a class scatter; that of the unknown where the class has none.

        Raises:
            KeyError: where the priors know neither; the bundled ones know all.
        """
        return self._noises.get(source_class) or self._noises[SourceClass.UNKNOWN]

    def value(self, name: Assumption) -> AssumedValue:
        """Return a further assumption.

        Raises:
            KeyError: where the priors lack it; the bundled ones lack none.
        """
        return self._assumed[name]

    def enemies(self, one: str, other: str) -> bool:
        """Say whether two sides fight each other: by the list, or where the list knows neither of them."""
        if one == other:
            return False
        if not {one, other} & self.fighting:
            return True
        return any((one in a and other in b) or (one in b and other in a) for a, b in self.adversaries)

    def allies(self, one: str, other: str) -> bool:
        """Say whether two sides are of one camp of the list."""
        return any(one in camp and other in camp for pair in self.adversaries for camp in pair)

    def replaced(self, others: QuantityPriors) -> QuantityPriors:
        """Return these priors with those of the user's own in the place of what they speak of."""
        return QuantityPriors(
            name=f"{self.name}, with {others.name}",
            biases=tuple({**self._biases, **others._biases}.values()),
            noises=tuple({**self._noises, **others._noises}.values()),
            assumed=tuple({**self._assumed, **others._assumed}.values()),
            adversaries=(*self.adversaries, *others.adversaries),
        )

    def out_of_range(self) -> str:
        """Return the first value that cannot be one, in words; empty where there is none."""
        for what, factor, spread in self._values():
            if not (0 < factor < MOST and 0 <= spread < MOST):
                return f"{what} has the factor {factor:g} and the spread {spread:g}"
        for one in self.assumed:
            if one.name in _SHARES and not 0 <= one.factor < 1:
                return f"{one.name} is a share and cannot be {one.factor:g}"
        return ""

    def _values(self) -> Iterable[tuple[str, float, float]]:
        for bias in self.biases:
            yield f"{bias.relation}, {bias.category}", bias.factor, bias.spread
        for noise in self.noises:
            yield f"noise of {noise.source_class}", 1.0, noise.spread or -1.0
        for one in self.assumed:
            yield one.name, one.factor or 1.0, one.spread


ANY = "any"
"""Category that holds for whatever has none of its own."""
MOST = 1000.0
NO_PRIORS = QuantityPriors("none")
"""With these, nothing is estimated beyond what the published rules give."""
_SHARES = frozenset(
    {
        Assumption.SHARED,
        Assumption.EXACT,
        Assumption.LOOSE,
        Assumption.HEAPED,
        Assumption.NAMES,
        Assumption.FOOTAGE,
    }
)
