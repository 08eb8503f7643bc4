"""Words whose exchange changes what a sentence says, in classes; a rewording may swap words within a class only."""

from __future__ import annotations

import re
from collections.abc import Mapping

Classes = Mapping[str, str]
"""From a word or phrase to the class that it belongs to."""


def _classes(**members: str) -> dict[str, str]:
    """Return phrases by class name; the members of a class are parted by bars."""
    return {phrase.strip(): name for name, phrases in members.items() for phrase in phrases.split("|")}


BOUNDS = _classes(
    least="at least|no fewer than|no less than|not fewer than|a minimum of|or more|upwards of",
    over="more than|over|above|in excess of|exceeding|beyond|greater than|higher than",
    most="up to|at most|no more than|not more than|a maximum of|as many as|or fewer",
    under="fewer than|less than|under|below|lower than|smaller than",
    about="about|around|roughly|approximately|some|circa",
    nearly="nearly|almost|close to|just under",
    exactly="exactly|precisely",
)
"""Words that bound a number."""

LIKELIHOOD = _classes(
    none="almost no chance|remote chance|remote",
    very_unlikely="very unlikely|highly improbable|highly unlikely",
    unlikely="unlikely|improbable|doubtful|probably not",
    even="roughly even chance|roughly even odds|even chance",
    likely="likely|probable|probably|presumably|in all likelihood|apparently|seemingly",
    very_likely="very likely|highly probable|highly likely",
    certain="almost certain|almost certainly|nearly certain|certain|certainly|undoubtedly|surely|clearly|definitely"
    "|without doubt|no doubt|obviously|evidently|plainly|indeed|in fact|true|truth|fact|facts|truly",
    possible="possible|possibly|perhaps|maybe|conceivably|potentially|potential|plausible|plausibly",
    alleged="allegedly|alleged|reportedly|supposedly|purportedly|so-called|ostensibly",
)
"""Words of probability, sureness and hearsay."""

CONFIDENCE = _classes(
    confidence="confidence|confident|confidently|sureness", low="low|little|weak|slight",
    moderate="moderate|medium|middling", high="high|strong|great|considerable",
)  # fmt: skip
"""Words of confidence and its levels."""

SAYING = _classes(
    says="say|says|said|saying|state|states|stated|stating|according to|report|reports|reported|reporting|write|writes"
    "|wrote|writing|tell|tells|told|put|puts|in the words of|give|gives|gave|word|words|speak|speaks|spoke|has it"
    "|has it that|account|accounts|statement|statements",
    claims="claim|claims|claimed|claiming|assert|asserts|asserted|contend|contends|contended|allege|alleges|maintain"
    "|maintains|insist|insists|insisted",
    confirms="confirm|confirms|confirmed|confirming|confirmation|confirmations|verify|verifies|verified|prove|proves"
    "|proved|proven|proof|validate|validates|validated|attest|attests|attested",
    establishes="establish|establishes|established|demonstrate|demonstrates|demonstrated|determine|determines",
    shows="show|shows|showed|shown",
    reveals="reveal|reveals|revealed|disclose|discloses|disclosed|expose|exposes|exposed",
    supports="support|supports|supported|corroborate|corroborates|corroborated|corroboration|bear out|bears out"
    "|bear it out|bears it out|affirm|affirms|affirmed",
    admits="admit|admits|admitted|acknowledge|acknowledges|acknowledged|concede|concedes|conceded|confess|confesses",
    denies="deny|denies|denied|denying|denial|reject|rejects|rejected|dispute|disputes|disputed|refute|refutes|refuted"
    "|dismiss|dismisses|dismissed|contradict|contradicts|contradicted",
    suspects="suspect|suspects|suspected|believe|believes|believed|think|thinks|thought|fear|fears|feared|suggest"
    "|suggests|suggested|estimate|estimates|estimated|guess|guesses|guessed",
)
"""Verbs and nouns of saying, by the strength that they lend to what is said."""

INDEPENDENCE = _classes(
    independent="independent|independently|separately|separate|unconnected|on their own|of one another|of each other"
    "|for themselves",
    single="single|sole|solely|only|alone|lone|just one|one source|exclusively|merely",
    second="second|further|another|additional|other|others|more|else",
    same="same|shared|common|jointly|together|combined",
)
"""Words of how many stand behind a thing, and whether apart."""

QUANTIFIERS = _classes(
    all="all|every|each|everyone|everybody|everything|entire|entirely|whole|wholly|completely|any|anybody|anyone",
    most="most|mostly|majority|largely|mainly|chiefly", often="most often|often|usually|generally",
    both="both",
    one="one|a single",
    few="few|rarely|seldom|hardly|barely|scarcely", several="several|many|numerous|various|multiple",
    half="half|double|twice|triple|third|thirds|quarter|dozen|dozens|scores|hundred|hundreds|thousand|thousands|million"
    "|couple|pair",
)  # fmt: skip
"""Words of share and number that are no numerals."""

MODALS = _classes(
    would="would", could="could", may="may|might", should="should|ought", must="must|has to|have to|had to",
    will="will|shall|going to",
    can="can|able to",
    condition="if|provided|provided that|in case|should it",
    unless="unless",
    either="or|either",
)  # fmt: skip
"""Modal verbs and conditions."""

CAUSES = _classes(
    cause="because|since|due to|owing to|as a result of|caused by|cause|causes|caused|thanks to|therefore|thus|hence"
    "|so that|led to|leads to|reason|reasons|why",
)
"""Words that make one thing the ground of another."""

MEASURES = _classes(
    killed="killed|dead|died|die|deaths|death|slain|fatal|fatalities|fatally|perished",
    wounded="wounded|injured|hurt|injuries|wounds|injury", casualties="casualties|casualty",
    lost="lost|losses|loss|lose",
    missing="missing|disappeared|unaccounted",
    captured="captured|taken prisoner|prisoners",
    displaced="displaced|fled|evacuated", detained="detained|arrested|held", deployed="deployed|sent",
    destroyed="destroyed|wrecked", damaged="damaged", launched="launched|fired", intercepted="intercepted|shot down",
    percent="%|percent|per cent",
)  # fmt: skip
"""What a figure counts."""

TIMES = _classes(
    before="before|prior to|ahead of|previously|earlier", after="after|afterwards|later|following|subsequently",
    until="until|till", now="now|today|currently|at present|still|yet|already|no longer", again="again|twice over",
    during="during|throughout", daily="daily|per day|a day|monthly|overnight|yesterday|tomorrow|recently",
    day="day|days", week="week|weeks|weekend|weekly", month="month|months", year="year|years",
    as_of="as of|by then|so far|to date",
)  # fmt: skip
"""Words of time that are no dates."""

DIRECTIONS = _classes(
    rise="rise|rises|rose|risen|increase|increases|increased|grow|grows|grew|climb|climbs|climbed",
    fall="fall|falls|fell|fallen|decrease|decreases|decreased|drop|drops|dropped|decline|declines|declined|sink|sinks"
    "|go down|goes down|shrink|shrinks",
    for_="for it",
    against="against|contrary to|despite",
)
"""Which way something goes."""

NEGATIONS = re.compile(
    r"(?i)\b(?:no|not|none|nobody|nothing|never|neither|nor|without|cannot|lacks?|lacking|fails?|failed|no one)\b"
    r"|n['’]t\b"
)
"""Words that turn a sentence round."""

STYLE = frozenset(
    "page pages report reports outlet outlets carry carries carried contain contains hold holds stand stands stood rest"
    " rests go goes going come comes came rely relies depend depends hang hangs back trace traces lead leads behind it"
    " its this that these those there here which who whom claim claims figure figures source"
    " sources origin origins name names named naming also however though while but and or with within to in"
    " on at by from for as is are was were be been being has have had do does did the a an so such them they their he"
    " she his her then than into onto out up down upon itself themselves thing matter way make makes made find found"
    " appear appears take takes taken get gets per via through if of said says ones too well put"
    " passes passed pass repeat repeats repeated mention mentions mentioned read reads according".split()
)
"""Words that a rewording may add or leave out: grammar, and our own small words for pages and what stands on them."""

KINDRED = {
    **dict.fromkeys(("page", "pages", "report", "reports", "outlet", "outlets"), "page"),
    **dict.fromkeys(("source", "sources", "origin", "origins"), "source"),
}
"""Nouns that stand for one another after a number."""
