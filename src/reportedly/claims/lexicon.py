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
    recommend swear affirm proclaim relate inform advise brief assure remind calculate figure guess
    feel hold worry doubt establish fault stipulate demand urge ask request
    """.split()
)
"""Verbs whose clausal complement is what the subject says, thinks or finds."""

BELIEF = frozenset("think believe suspect fear hope expect reckon feel guess figure doubt worry".split())
"""Verbs of belief: attributed, but never in the first person of the document."""

STRONG = frozenset(
    """
    say tell report announce claim state warn insist argue assert allege maintain contend acknowledge admit
    concede testify reply respond answer tweet complain
    """.split()
)
"""Verbs that nearly always introduce a content: what follows them counts even where the parser finds no clause."""

CHARACTERISING = frozenset(
    """
    attribute explain ascribe denounce name call consider deem label brand describe dismiss regard term date put give
    """.split()
)
"""Verbs that say something of an object (``called the tracks fabricated``): object and predicate are the content."""

PREPOSITIONAL = {
    "speak": ("of", "about"),
    "warn": ("of", "about", "against"),
    "complain": ("of", "about"),
    "admit": ("to",),
    "call": ("for", "on"),
    "boast": ("of",),
    "accuse": ("of",),
    "appeal": ("for",),
    "write": ("of",),
    "blame": ("for", "on"),
}
"""Verbs whose content hangs on a preposition."""

NOT_WITHOUT_THAT = frozenset(
    "find hold feel continue point recall hope judge figure establish determine agree declare".split()
)
"""Verbs that report only when a finite clause follows them."""

DISPLAY = frozenset("show depict reveal indicate list name state suggest confirm register record capture prove".split())
"""Verbs by which a picture, document or data set says something."""

EXHIBITS = frozenset(
    """
    timetable ledger list entry notice reading track contract radar caption text hotspot graphic
    tweet post announcement briefing assessment bulletin blog proclamation cctv video summary
        footage video image photo photograph picture clip recording tape document report study survey statement letter
    memo memorandum log record data figure imagery map paper file transcript chart graph intercept note analysis
    poll investigation review inquiry test result screenshot email message dispatch release dossier database
    """.split()
)
"""Nouns that can show a content by themselves."""

AUTHORED = frozenset(
    """
    report study survey statement tweet post release announcement briefing analysis assessment bulletin note
    review poll investigation article message story dispatch column
    """.split()
)
"""Texts whose author is the origin: they are no link of their own where an author is named (codebook, chain)."""

IMAGERY = frozenset("footage video image photo photograph picture clip imagery screenshot recording tape".split())

DENIAL = frozenset("deny reject refute dispute dismiss disbelieve".split())
"""Verbs that negate what follows, for their subject."""

DEMAND = frozenset(
    "urge ask call demand request encourage beg appeal invite vow pledge promise threaten propose advise warn".split()
)
"""Verbs whose infinitive or object is what the subject wants."""

OBJECT_SPEECH = frozenset(
    """
    announce report claim allege describe deny estimate reveal acknowledge admit predict forecast demand suspect
    fear expect propose blame suggest promise warn request recommend
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

ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson official officials minister president chief head director commander general
    analyst expert scientist professor doctor governor mayor senator lawyer attorney officer leader chairman secretary
    ambassador adviser advisor blogger correspondent reporter journalist editor author resident witness survivor
    manager executive deputy judge prosecutor sheriff captain economist researcher researchers activist broadcaster
    co-author coach player captain negotiator envoy diplomat lawmaker politician critic farmer driver nurse teacher
    speaker scientist spokeman sergeant soldier medic surgeon ombudsman watchman
    trader dispatcher commissioner inspector superintendent
    """.split()
)
"""Nouns for people by what they do."""

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

PEOPLE = frozenset(
    """
    people users families groups women men parents interviewees group team council family crew panel board staff
    union club party company army force committee government ministry department council defendant suspect victim
    man woman girl boy friend neighbour neighbor brother sister mother father widow passenger student volunteer
    monk priest bishop village channel firm campaign network court embassy office command headquarters centre center
    navy guard presidency service legion brigade chancellery delegate aide militia front division regiment
    institute observatory foundation university hospital side ally opponent supporter organiser organizer
    """.split()
)
"""Further nouns for persons and bodies that can speak."""

NOT_CLAIMED = frozenset("life victory victim title responsibility credit throne asylum".split())
"""Objects of ``claim`` that are taken or won, not said."""

FIGURE_VERBS = frozenset("acknowledge admit claim report give put list record estimate count confirm log tally".split())
"""Verbs that put a figure forward, whatever the parser makes of what follows."""

PREDICATING = frozenset("call consider deem label brand describe dub term denounce".split())
"""Verbs whose object and predicate run on to the end of the clause."""

TAIL_FORMS = frozenset(
    """
    says said reports reported writes wrote adds added claims claimed notes noted states stated argues argued warns
    warned announced confirmed insists insisted promised estimates estimated believes believed reckons show shows
    suggests suggested explained acknowledged concluded told continued asserts asserted alleges alleged
    """.split()
)
"""Forms that stand at the end of a sentence behind their subject (``..., the ministry said``)."""
