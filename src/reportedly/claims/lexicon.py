"""Words that make a source speak, by what they do to the content; a hand-made list in the codebook's terms."""

from __future__ import annotations

SPEECH = frozenset(
    """
    say tell report announce add claim state write note warn insist argue explain declare reveal disclose assert
    allege maintain contend acknowledge admit concede confirm stress emphasize emphasise underline recall recount
    remark comment observe reply respond answer tweet post testify caution boast complain suggest indicate point
    estimate conclude assess judge predict forecast reckon think believe suspect fear hope expect find determine
    continue mention specify clarify repeat reiterate vow pledge promise threaten intimate imply propose hint
    describe deny reject dispute dismiss refute quote cite relay lament joke muse opine agree counter
    recommend swear affirm proclaim relate inform advise brief assure remind write_off calculate figure guess
    feel hold accuse worry doubt establish
    """.split()
)
"""Verbs whose clausal complement is what the subject says, thinks or finds."""

BELIEF = frozenset("think believe suspect fear hope expect reckon feel guess figure doubt worry".split())
"""Verbs of belief: attributed, but never in the first person of the document."""

NOT_WITHOUT_THAT = frozenset("find hold feel continue point recall hope judge figure establish determine agree".split())
"""Verbs that report only when a finite clause follows them."""

DISPLAY = frozenset("show depict reveal indicate list name state suggest confirm register record capture prove".split())
"""Verbs by which a picture, document or data set says something."""

EXHIBITS = frozenset(
    """
    footage video image photo photograph picture clip recording tape document report study survey statement letter
    memo memorandum log record data figure imagery map paper file transcript chart graph intercept note analysis
    poll investigation review inquiry test result screenshot email message dispatch release dossier database
    """.split()
)
"""Nouns that can show a content by themselves."""

IMAGERY = frozenset("footage video image photo photograph picture clip imagery screenshot recording tape".split())

DENIAL = frozenset("deny reject refute dispute dismiss disbelieve".split())
"""Verbs that negate what follows, for their subject."""

DEMAND = frozenset(
    "urge ask call demand request order instruct encourage beg appeal invite vow pledge promise threaten propose".split()
)
"""Verbs whose infinitive or object is what the subject wants."""

OBJECT_SPEECH = frozenset(
    """
    announce report claim allege describe deny estimate cite reveal disclose acknowledge admit confirm predict
    forecast demand suspect fear expect propose mention blame call suggest promise warn dispute reject complain
    """.split()
)
"""Verbs that take what is said as a noun phrase (``alleged Iranian involvement``)."""

HEARSAY_ADVERBS = frozenset("reportedly allegedly supposedly purportedly".split())
"""Adverbs that say that there is a source, and not which (codebook, chain)."""

HEARSAY_PARTICIPLES = frozenset("report say allege rumour rumor believe think understand claim".split())
"""Verbs that are hearsay when passive without an agent (``is said to``, ``it is believed that``)."""

CLAIM_NOUNS = frozenset(
    """
    claim statement report allegation assertion accusation announcement suggestion warning belief conclusion
    finding assessment estimate admission news denial rumour rumor prediction remark comment view opinion
    complaint word indication speculation concern fear
    """.split()
)
"""Nouns that carry a content clause (``the claim by X that``)."""

AUDIENCES = frozenset(
    """
    reporters reporter journalists journalist press newsmen parliament lawmakers audience crowd supporters
    conference court jury senate congress council committee public nation people world us me them him her you
    listeners viewers readers investigators police officers officer officials delegates members followers
    """.split()
)
"""Those who only hear (``told reporters``): no link of the chain."""

MEDIA_NOUNS = frozenset(
    """
    newspaper newspapers daily weekly magazine agency television tv radio channel site website broadcaster network
    outlet outlets media portal blog wire times post news herald tribune journal gazette telegraph guardian
    """.split()
)
"""Nouns that mark a medium."""

COLLECTIVE = frozenset(
    """
    officials analysts witnesses police authorities residents investigators prosecutors reports sources experts
    scientists doctors survivors rescuers researchers bloggers milbloggers locals lawyers activists critics
    """.split()
)
"""Plural sources without a name."""

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
