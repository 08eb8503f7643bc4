"""Draw how often what was called so probable came true, as an SVG of its own: a point a bin, with its 95 % interval."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reportedly.model.score import CalibrationBin, ProbabilityScore

_SIDE = 400
_LEFT, _TOP = 70, 56
_WIDTH, _HEIGHT = 560, 560
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_LEGEND = "numbers: how many forecasts; bars: 95 %; dashed: as often as stated; dotted: share in all"
_STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}.small{font-size:12px;fill:#555}.head{font-size:17px;"
    "font-weight:600}.grid{stroke:#e2e2e2}.even{stroke:#888;stroke-dasharray:5 4}.span{stroke:#1f5fa8;stroke-width:2}"
    ".point{fill:#1f5fa8}.base{stroke:#b0622a;stroke-dasharray:2 3}.frame{fill:none;stroke:#888}"
)


def draw_calibration(score: ProbabilityScore, title: str, note: str = "") -> str:
    """Return the picture as the text of an SVG file; every text passes through escaping.

    Args:
        score: what was scored; its bins are the points.
        title: whose forecasts they are.
        note: a further line below, such as a warning of few cases.
    """
    words = f"{title}: {score.n} resolved, Brier {score.brier.value:.3f} (0 perfect, 1 worst), {_skill(score)}"
    size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>{escape(title)}</title><desc>{escape(words)}</desc><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text class="head" x="{_LEFT}" y="24">{escape(title)}</text>',
        f'<text class="small" x="{_LEFT}" y="43">{escape(words.removeprefix(title + ": "))}</text>',
        *_axes(),
        f'<text class="small" x="{_LEFT}" y="{_HEIGHT - 34}">{_LEGEND}</text>',
        *_lines(score),
        *(part for one in score.bins for part in _point(one)),
        f'<text class="small" x="{_LEFT}" y="{_HEIGHT - 14}">{escape(note)}</text>' if note else "",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _skill(score: ProbabilityScore) -> str:
    return "no skill, since all came out alike" if score.skill is None else f"skill {score.skill:+.2f}"


def _x(share: float) -> str:
    return f"{_LEFT + _SIDE * share:.1f}"


def _y(share: float) -> str:
    return f"{_TOP + _SIDE * (1 - share):.1f}"


def _axes() -> Iterator[str]:
    for tick in _TICKS:
        yield f'<path class="grid" d="M{_x(tick)} {_y(0)}V{_y(1)}M{_x(0)} {_y(tick)}H{_x(1)}"/>'
        yield f'<text class="small" x="{_x(tick)}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{tick:.0%}</text>'
        yield f'<text class="small" x="{_LEFT - 8}" y="{_y(tick)}" dy="4" text-anchor="end">{tick:.0%}</text>'
    yield f'<rect class="frame" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'<text x="{_x(0.5)}" y="{_TOP + _SIDE + 42}" text-anchor="middle">stated probability</text>'
    middle = _y(0.5)
    turn = f'transform="rotate(-90 18 {middle})"'
    yield f'<text x="18" y="{middle}" {turn} text-anchor="middle">share that came true</text>'


def _lines(score: ProbabilityScore) -> Iterator[str]:
    yield f'<path class="even" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    yield f'<path class="base" d="M{_x(0)} {_y(score.base_rate)}H{_x(1)}"/>'
    yield f'<text class="small" x="{_x(1)}" y="{_y(score.base_rate)}" dx="6" dy="4">{score.base_rate:.0%} in all</text>'


def _point(one: CalibrationBin) -> Iterator[str]:
    came = one.came_true
    if came.low is not None and came.high is not None:
        yield f'<path class="span" d="M{_x(one.stated)} {_y(came.low)}V{_y(came.high)}"/>'
    yield f'<circle class="point" cx="{_x(one.stated)}" cy="{_y(came.value)}" r="5"/>'
    side, anchor = (8, "start") if one.stated < 0.9 else (-8, "end")
    yield (
        f'<text class="small" x="{_x(one.stated)}" y="{_y(came.value)}" dx="{side}" dy="-7" '
        f'text-anchor="{anchor}">{one.n}</text>'
    )
