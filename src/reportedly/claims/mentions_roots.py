"""What a verb and the nouns made of it share, by endings: *explode* and *explosion* have one root."""

from __future__ import annotations

_ENDINGS = tuple(
    pair.split(">")
    for pair in """ization>ize isation>ize ation>e ition>e ction>ct ssion>ss sion>d tion>t ment> ance> ence> ings> ing>
    ers> er> ors> or> ee> al> ure> ed> es> s> ly> ion> y> e>""".split()
)
"""Endings of English derivation and what a verb has in their place, the first that fits counts."""

_IRREGULAR = {
    form: verb
    for verb, forms in {
        "die": "death dead deadly died",
        "shoot": "shot shooting shooter gunshot",
        "lose": "loss lost",
        "sell": "sale sold",
        "buy": "bought",
        "thief": "theft thieve",
        "rob": "robbery",
        "marry": "marriage",
        "bear": "birth born",
        "fly": "flight",
        "fight": "fought",
        "choose": "choice",
        "prove": "proof",
        "believe": "belief",
        "murder": "murderer",
        "injure": "injury injured",
        "win": "victory winner won",
        "arrive": "arrival",
        "try": "trial",
        "respond": "response",
        "offend": "offense offence",
        "defend": "defense defence",
        "decide": "decision",
        "collide": "collision",
        "explode": "explosion",
        "invade": "invasion",
        "divide": "division",
        "acquire": "acquisition",
        "destroy": "destruction destructive",
        "admit": "admission",
        "permit": "permission",
        "submit": "submission",
        "resign": "resignation",
        "convict": "conviction convicted",
        "accuse": "accusation",
        "suspect": "suspicion",
        "speak": "speech spoke",
        "think": "thought",
        "live": "life",
        "guilt": "guilty",
        "assassinate": "assassination assassin",
        "strike": "struck",
        "earthquake": "quake temblor tremor",
        "replace": "replacement",
        "succeed": "successor succession",
        "grow": "growth",
        "pursue": "pursuit",
        "seize": "seizure",
        "fail": "failure",
        "close": "closure",
        "break": "breakdown",
        "give": "gave",
        "seek": "sought",
        "lay": "laid",
        "lead": "led",
        "leave": "left",
        "sentence": "sentence sentenced sentencing",
        "steal": "stolen stole",
    }.items()
    for form in forms.split()
}


def root_of(word: str) -> str:
    """Return what a word shares with its derivations; no word of the language, only a key to compare.

    Args:
        word: a lemma or a word as written.
    """
    low = word.lower().strip("'-.")
    low = _IRREGULAR[low] if low in _IRREGULAR else _without_ending(low)
    if low.endswith("e") and len(low) > 4:
        low = low[:-1]
    if low.endswith("i") and len(low) > 3:
        low = low[:-1] + "y"
    doubled = len(low) > 3 and low[-1] == low[-2] and low[-1] not in "slz"
    return low[:-1] if doubled else low


def _without_ending(low: str) -> str:
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) + len(instead) >= 3:
            return low[: len(low) - len(ending)] + instead
    return low
