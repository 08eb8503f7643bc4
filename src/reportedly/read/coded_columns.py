"""The columns of a table of coded claims: their names, and what is read of each."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.coded import Table


@dataclass(frozen=True, slots=True)
class Column:
    """One column that is read."""

    name: str
    what: str
    """What its cells say, for people."""
    others: tuple[str, ...] = ()
    """Other headings under which it may stand."""
    judged: bool = False
    """Whether its cells are the coder's own judgement of the relay, left out where everything is computed."""


COLUMNS: tuple[Column, ...] = (
    Column("claim_id", "an id of the row, used once; else the row is known by its line", ("id",)),
    Column("claimant", "whose word it is: the origin; required"),
    Column("claimant_type", "what sort of source the origin is, in words", ("source_type",)),
    Column("relayed_by", "through whom: the page first, then `<-` and whom it has it from", ("relay", "chain")),
    Column("outlet", "the page's outlet, where `relayed_by` does not name it", ("publisher",)),
    Column("url", "where the page stands on the web", ("address", "link")),
    Column("published", "the page's day of publication, `2024-12-16` or with the minute", ("published_on",)),
    Column("date_said", "the day on which the origin said it, or `first..last`", ("said",)),
    Column("event", "a name of the event; rows with one name speak of one event", ("event_id", "incident")),
    Column("place", "where it happened", ("where", "location")),
    Column("content", "what is said, in a sentence", ("summary", "claim")),
    Column("quote", "the page's words", ("text",)),
    Column("side_affected", "whose people or things are counted; several with `+`", ("of", "side", "whose")),
    Column("category", "what is counted: killed, wounded, killed+wounded, missing ...", ("measure",)),
    Column("number", "the figure where one column holds it: `30`, `200-300`, `>200`, `~200`, `30+`", ("figure",)),
    Column("number_low", "the lower bound, a whole number", ("low", "min")),
    Column("number_high", "the upper bound, a whole number", ("high", "max")),
    Column("number_kind", "exact, approx, at_least, more_than, up_to, fewer_than or range"),
    Column("qualifier", "the words around the figure: about, at least, likely ..."),
    Column("hedge", "words of likelihood, where they are not in `qualifier`", ("certainty",)),
    Column("polarity", "`affirmed` or `denied`"),
    Column("as_of_date", "the day on which it happened or holds, or `first..last`", ("as_of", "when", "event_date")),
    Column("event_window", "the days of the event in words; kept, not read"),
    Column("language", "the page's language; kept, not read"),
    Column("root_id", "which saying the row relays: rows with one id relay one saying", ("testimony_id",), judged=True),
    Column("depends_on", "ids of the sayings that this one rests on, with `;`"),
    Column("relation", "faithful_relay or mutated_relay", (), judged=True),
    Column("distortion", "what the relay changed, in the words of the table of changes", (), judged=True),
)
"""All columns, in the order in which a row is written out; what else a table holds is kept below them."""

CONTENT = ("content", "quote", "side_affected", "category", "number", "number_low", "number_high", "number_kind")
CONTENT_COLUMNS = (*CONTENT, "qualifier", "hedge")
"""The columns that together are the claim's content; they stand next to each other."""

_BY_HEADING = {heading: column.name for column in COLUMNS for heading in (column.name, *column.others)}


def column_of(heading: str) -> str:
    """Return the column that a heading means; the heading itself, folded, where it means none."""
    folded = "_".join(heading.replace("-", " ").casefold().split())
    return _BY_HEADING.get(folded, folded)


def key_column(table: Table) -> str:
    """Return the column whose cells tell the rows of a table apart."""
    return "root_id" if table is Table.TESTIMONIES else "claim_id"


JUDGED = frozenset(column.name for column in COLUMNS if column.judged)
"""The columns that hold the coder's own judgement of a relay."""
