"""``reportedly words``: what words of likelihood, confidence and grades mean on each scale, and what readers hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.model.conversion import Conversion
    from reportedly.model.perceptions import Heard
    from reportedly.model.yardstick import Band, Named, Yardstick
    from reportedly.pipeline.words import Reading


@click.command("words")
@click.argument("asked", required=False)
@click.option("--scale", help="One scale: without a word or number, show it; icd203:2 is its second row of words.")
@click.option("--from", "source", help="Take the word from this scale to the others, or to those of --to.")
@click.option("--to", "targets", multiple=True, help="A scale to take the word to; can be given more than once.")
@options.json_option
def command(asked: str | None, scale: str | None, source: str | None, targets: tuple[str, ...], as_json: bool) -> None:
    """Look up a word or a number on the standard scales.

    ASKED is a probability (0.7, 70%), a word (likely) or a code (B). Without it all scales are listed. Readers' numbers
    are quartiles of what people who met the word took it for.

    \b
    Example:
      reportedly words 0.7
      reportedly words "highly likely"
      reportedly words --scale phia
      reportedly words likely --from icd203 --to phia
    """
    from reportedly.pipeline.words import as_number, converted, readings_of_number, readings_of_word

    if targets and not source:
        raise click.UsageError("--to needs a --from: one word has other numbers on other scales")
    if source and asked is None:
        raise click.UsageError("--from needs a word")
    if asked is None:
        _show(scale, as_json)
        return
    if source:
        _print_conversions(converted(asked, source, targets), as_json)
        return
    number = as_number(asked)
    found = readings_of_word(asked, scale) if number is None else readings_of_number(number, scale)
    if as_json:
        key = {"word": asked} if number is None else {"number": number}
        print_json({**key, "scales": [_reading_data(one) for one in found]})
        return
    _print_readings(found)


def _show(name: str | None, as_json: bool) -> None:
    from reportedly.pipeline.resources import load_scale, scale_names

    if name:
        _print_scale(name, load_scale(name), as_json)
        return
    scales = [(key, load_scale(key)) for key in scale_names()]
    if as_json:
        data = [
            {
                "scale": key,
                "name": one.name,
                "of": one.of,
                "kind": one.kind,
                "edition": one.edition,
                "source": one.source,
            }
            for key, one in scales
        ]
        print_json({"scales": data})
        return
    from reportedly.cli.console import add_row, console, table
    from reportedly.model.yardstick import ScaleOf

    order = list(ScaleOf)
    made = table("scale", "name", "of", "kind", "rows", "edition", right=("rows",))
    for key, one in sorted(scales, key=lambda pair: (order.index(pair[1].of), pair[0])):
        add_row(made, key, one.name, one.of, one.kind, str(len(one.bands) + len(one.named)), one.edition)
    console().print(made)


def _print_scale(key: str, scale: Yardstick, as_json: bool) -> None:
    from reportedly.model.codec import to_data

    if as_json:
        print_json({"scale": key, **to_data(scale)})
        return
    from reportedly.cli.console import add_row, console, plain, table

    made = table("code", "words", "interval", "value", "on what, or what readers hear", title=scale.name)
    rows: tuple[Band | Named, ...] = (*scale.bands, *scale.named)
    for row in rows:
        add_row(made, row.code, " / ".join(row.words), _interval(row), _value(row), _ground(row))
    out = console()
    out.print(made)
    for line in (f"Scale of {scale.of}, {scale.kind}.", scale.note, f"Source: {scale.source}; {scale.edition}"):
        out.print(plain(line))


def _print_readings(found: Sequence[Reading]) -> None:
    from reportedly.cli.console import add_row, console, plain, table
    from reportedly.pipeline.words import heard

    made = table("scale", "word", "interval", "value")
    for one in found:
        if one.row is None:
            near = f"; nearest: {one.nearest.words[0]}" if one.nearest else ""
            add_row(made, one.key, f"no word: {one.gap.text if one.gap else ''}{near}", _interval(one.nearest), "")
        else:
            also = "".join(f"\nalso: {band.words[0]} ({_interval(band)})" for band in one.also)
            code = f"{one.row.code} " if one.row.code else ""
            words = f"{code}{' / '.join(one.row.words)}{also}"
            add_row(made, one.key, words, _interval(one.row), _value(one.row))
    out = console()
    out.print(made)
    for words in dict.fromkeys(_heard_words(each) for one in found for _, each in heard(one.row)):
        out.print(plain(f"Readers hear {words}"))


def _print_conversions(found: Sequence[Conversion], as_json: bool) -> None:
    if as_json:
        print_json({"conversions": [_conversion_data(one) for one in found]})
        return
    from reportedly.cli.console import add_row, console, plain, table

    made = table("on", "word", "interval", "value", "what is lost")
    for one in found:
        word = " / ".join(one.found.words) if one.found else "no word"
        add_row(made, one.target.name, word, _interval(one.found), _value(one.found), one.loss or "nothing")
    out = console()
    if found:
        first = found[0]
        out.print(plain(f"{' / '.join(first.row.words)} on {first.source.name}: {_interval(first.row) or 'no number'}"))
    out.print(made)


def _interval(row: Band | Named | None) -> str:
    from reportedly.model.conversion import percents
    from reportedly.model.yardstick import Band

    return percents(row) if isinstance(row, Band) else ""


def _value(row: Band | Named | None) -> str:
    """Return the publisher's number of a row; a number that is only written is marked."""
    from reportedly.model.yardstick import Band

    if isinstance(row, Band):
        return "" if row.point is None else f"{row.point:.0%}"
    return f"written as {row.exported:.0%}" if row and row.exported is not None else ""


def _ground(row: Band | Named) -> str:
    from reportedly.model.yardstick import Named

    return row.basis if isinstance(row, Named) else _hearing(row)


def _hearing(row: Band | Named | None) -> str:
    from reportedly.pipeline.words import heard

    return "; ".join(_heard_words(each) for _, each in heard(row))


def _heard_words(heard: Heard) -> str:
    share = f", {heard.share:.0%} inside ICD 203" if heard.share is not None else ""
    return f"{heard.words[0]} as {heard.median:.0%} ({heard.low:.0%} to {heard.high:.0%}{share})"


def _reading_data(one: Reading) -> dict[str, Any]:
    gap = {"low": one.gap.low, "high": one.gap.high, "text": one.gap.text} if one.gap else None
    return {
        "scale": one.key,
        "name": one.scale.name,
        "of": one.scale.of,
        "row": _row_data(one.row),
        "gap": gap,
        "nearest": _row_data(one.nearest),
        "also": [_row_data(band) for band in one.also],
    }


def _row_data(row: Band | Named | None) -> dict[str, Any] | None:
    from reportedly.model.codec import to_data
    from reportedly.model.yardstick import Band
    from reportedly.pipeline.words import heard

    if row is None:
        return None
    if not isinstance(row, Band):
        return {"words": list(row.words), "code": row.code, "unknown": row.unknown, "basis": row.basis}
    people = [{"survey": name, **to_data(each)} for name, each in heard(row)]
    return {
        "words": list(row.words),
        "code": row.code,
        "low": row.low,
        "high": row.high,
        "open_low": row.open_low,
        "open_high": row.open_high,
        "point": row.number,
        "readers": people,
    }


def _conversion_data(one: Conversion) -> dict[str, Any]:
    return {
        "from": {"name": one.source.name, "row": _row_data(one.row)},
        "to": {"name": one.target.name, "row": _row_data(one.found)},
        "kept": one.kept,
        "touched": [band.words[0] for band in one.touched],
        "exact": one.exact,
        "loss": one.loss,
    }
