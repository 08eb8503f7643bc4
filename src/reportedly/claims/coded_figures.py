"""Read figure, measure, likelihood and basis out of the cells of a coded row."""

from __future__ import annotations

import re

from reportedly.claims.figures_numerals import Numeral, find_numerals
from reportedly.claims.hedges import hedge_of
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Kind, Measure, Quantity, Scope
from reportedly.model.coded import CodedRow

_BOTH = re.compile(
    r"(?:kill|dead|death|fatal|kia)\w*\s*(?:\+|&|/|and|or)\s*(?:wound|injur|wia)|(?:wound|injur)\w*\s*(?:\+|&|/|and|or)"
    r"\s*(?:kill|dead|death)|casualt",
    re.IGNORECASE,
)
_MEASURES: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    (Measure.CASUALTIES, _BOTH),
    *(
        (measure, re.compile(rf"\b(?:{words})", re.IGNORECASE))
        for measure, words in (
            (Measure.LOST, r"los[st]|losses"),
            (Measure.KILLED, r"kill|dead|death|died|dies|fatal|kia\b|slain|murdered|executed"),
            (Measure.WOUNDED, r"wound|injur|wia\b|hurt"),
            (Measure.MISSING, r"missing|disappear"),
            (Measure.CAPTURED, r"captur|abduct|prisoner|pow\b|hostage|kidnap"),
            (Measure.DEPLOYED, r"deploy"),
            (Measure.DISPLACED, r"displac|evacuat|fled|refugee|idp"),
            (Measure.DETAINED, r"detain|arrest"),
            (Measure.ATTACKED, r"attack"),
            (Measure.DESTROYED, r"destroy"),
            (Measure.DAMAGED, r"damag"),
            (Measure.LAUNCHED, r"launch|fired"),
            (Measure.INTERCEPTED, r"intercept|shot down|downed"),
        )
    ),
)
"""Measure -> beginnings of the words for it in ``category``; the words before a bracket go first."""

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (Kind.FORECAST, r"forecast|prediction|outlook"),
        (Kind.CAUSE, r"cause|reason|explanation"),
        (Kind.JUDGEMENT, r"assess|judg|opinion|analysis"),
        (Kind.STATEMENT, r"statement|no comment|demand|position|plan|denial"),
    )
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approx\w*|circa|ca|c|estimat\w*|close to|near|or so"
    r"|okoli|okrog|približno|diperkirakan|sekitar|kira-kira|environ|près de|quelque|etwa|rund|ungefähr|circa|cerca de"
    r"|unos|unas|alrededor|aproximadamente|около|примерно|близко|близько|приблизно|około|blisko|mintegy|körülbelül"
    r"|yaklaşık|حوالي|نحو|takriban|约|大约|約|およそ|약|लगभग)(?!\w)",
    re.IGNORECASE,
)
"""Words by which a number is rough, in the languages that the coded tables seen so far come in, and common ones."""
_MORE = re.compile(
    r"\b(?:more than|over|exceed\w*|above|upwards? of|surpass\w*|topp\w+|lebih dari|plus de|über)\b|>", re.IGNORECASE
)
_FEWER = re.compile(r"\b(?:fewer than|less than|under|below)\b|<", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|approaching)\b", re.IGNORECASE)
_KIND_WORDS = {
    "approx": "about",
    "about": "about",
    "at_least": "at least",
    "more_than": "more than",
    "up_to": "up to",
    "fewer_than": "fewer than",
    "nearly": "about",
}
"""Cell of ``number_kind`` -> qualifier of the codebook."""
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for basis, words in (
        (Basis.INTERCEPT, r"intercept"),
        (Basis.FOOTAGE, r"video|footage|film|photo|image|satellite"),
        (Basis.DOCUMENT, r"document|letter|memo|papers\b"),
        (Basis.EYEWITNESS, r"eyewitness|witness"),
    )
)


def measure_of(category: str) -> Measure | None:
    """Return what a category counts; None where it counts nothing (``assessment``, ``no comment``)."""
    for words in (category.split("(", maxsplit=1)[0], category):
        found = next((measure for measure, pattern in _MEASURES if pattern.search(words)), None)
        if found is not None:
            return found
    return None


def kind_of(row: CodedRow) -> Kind:
    """Return what sort of assertion a row is: by its category, else an event."""
    return next((kind for kind, pattern in _KINDS if pattern.search(row.cell("category"))), Kind.EVENT)


def quantity_of(row: CodedRow) -> Quantity | None:
    """Return the figure of a row; None where its cells give none.

    The number cells decide the bound: a low one alone is ``at least`` or, where the words say so, ``more than``; a
    high one alone ``up to`` or ``fewer than``; a word for roughness makes two equal ones ``about``. Words of
    likelihood and of saying (``probably``, ``allegedly``, ``claimed``) never touch the bound. Where the cells of
    numbers are empty, a vague word beside them is read as the codebook's table reads it (``several hundred``).
    """
    words = " ".join(row.cell(column) for column in ("qualifier", "number_kind"))
    low, high, qualifier = row.low, row.high, None
    vague = _vague(row) if low is None and high is None else None
    if vague is not None:
        low, high, qualifier = vague.low, vague.high, vague.qualifier
    elif low is None and high is None:
        return None
    elif low is not None and high is not None:
        qualifier = "about" if low == high and _rough(row) else None
    elif low is not None:
        qualifier = "more than" if _MORE.search(words) else "at least"
    elif _NEARLY.search(words):
        low, qualifier = high, "about"
    else:
        qualifier = "fewer than" if _FEWER.search(words) else "up to"
    side = row.cells.get("side_affected")
    return Quantity(
        measure=measure_of(row.cell("category")) or Measure.OTHER,
        of="" if row.cell("side_affected") in {"-", "–"} else row.cell("side_affected"),
        low=low,
        high=high,
        qualifier=qualifier,
        scope=_scope(row),
        as_of=row.as_of.last if row.as_of is not None else None,
        span=vague.span if vague is not None else None,
        of_span=side,
    )


def _rough(row: CodedRow) -> bool:
    kind = row.cell("number_kind").split(maxsplit=1)
    return _KIND_WORDS.get(kind[0].casefold() if kind else "") == "about" or bool(
        _ABOUT.search(row.cell("qualifier")) or re.match(r"\s*(?:~|≈|c\.|ca)", row.cell("number"))
    )


def _vague(row: CodedRow) -> Numeral | None:
    if measure_of(row.cell("category")) is None:
        return None
    for column in ("qualifier", "number_kind"):
        found = find_numerals(row.document.text, row.cells[column]) if column in row.cells else ()
        if len(found) == 1 and found[0].vague:
            return found[0]
    return None


def _scope(row: CodedRow) -> Scope | None:
    words = f"{row.cell('number_kind')} {row.cell('category')} {row.cell('qualifier')}".casefold()
    return Scope.CUMULATIVE if re.search(r"\b(?:cumulative|in total|running total|to date|so far)\b", words) else None


def certainty_of(row: CodedRow) -> Certainty | None:
    """Return the interval of the row's first word of likelihood, by the codebook's table; None where it has none."""
    for column in ("hedge", "qualifier"):
        if column in row.cells:
            found = hedge_of(row.document.text.casefold(), row.cells[column])
            if found is not None:
                return found
    return None


def basis_of(row: CodedRow) -> Basis | None:
    """Return what the origin offers, as the cell of the claimant says."""
    return next((basis for basis, pattern in _BASES if pattern.search(row.cell("claimant"))), None)
