"""Words that tell whether a capitalised name is a place, and what it does in its sentence."""

from __future__ import annotations

import re

LOCATIVE = frozenset(
    "in at near around outside inside into toward towards across along throughout through from to via between off "
    "beyond behind north south east west northeast northwest southeast southwest northern southern eastern western "
    "central nearby neighbouring neighboring upper lower downtown mainland onto within over".split()
)
"""Words that stand before places."""
TITLES = frozenset(
    "mr mrs ms dr prof sir lord lady president minister secretary senator sen rep gov governor mayor judge justice "
    "general gen colonel col captain capt lieutenant lt sergeant sgt major admiral king queen prince princess pope "
    "professor chancellor premier ambassador director chief officer spokesman spokeswoman spokesperson coach chairman "
    "reverend rev father sister brother bishop saint actor singer sheikh ayatollah imam commander".split()
)
"""Words that stand before people."""
FIRST_NAMES = frozenset(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick "
    "jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl "
    "keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan "
    "bruce willie gabriel alan juan logan wayne roy ralph randy eugene vincent russell louis philip bobby johnny "
    "bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen "
    "amy angela anna ruth brenda pamela nicole katherine samantha christine emma catherine virginia debra rachel "
    "carolyn janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia frances "
    "martha cheryl megan andrea hannah jacqueline ann jean alice kathryn gloria teresa doris sara janice julia grace "
    "judy theresa beverly denise marilyn amber danielle brittany diana jane natalie lori tiffany alexis kayla paris "
    "vladimir sergei dmitry ivan alexei mikhail nikolai igor oleg andrei yuri viktor volodymyr oleksandr petro "
    "mohammed muhammad ahmed ali hassan hussein omar ibrahim abdul mahmoud khalid saeed hamid mustafa yusuf "
    "carlos luis miguel jorge pedro manuel francisco antonio hugo rafael pablo diego fernando hans klaus karl fritz "
    "barack hillary bill tony gordon boris theresa nigel tom tim jim bob mike steve dave chris matt dan ben sam nick "
    "alex greg ron ken jeff don ray jimmy harry simon colin graham ian neil martin angus stuart craig trevor".split()
)
"""Given names common in English news; a name of a place behind one is a surname."""
BODIES = frozenset(
    "university college school hospital institute police times post journal herald tribune gazette news department "
    "ministry agency authority council court committee commission board company corporation corp inc ltd group bank "
    "airlines airways air force army navy guard brigade regiment division battalion corps club united city fc party "
    "association federation union society foundation center centre laboratory laboratories lab museum church cathedral "
    "house office bureau service services system health medical government administration assembly parliament senate "
    "congress treaty agreement declaration accords convention protocol stock exchange rangers cup open olympics games "
    "marathon festival act bill flu virus disease fever declaration academy library theatre theater orchestra press "
    "radio television tv network daily today observer guardian telegraph mail star sun express magazine review report "
    "initiative project programme program fund organization organisation zoo arena stadium hotel tower".split()
)
"""Words that make a body or an event of the place before them: ``Boston University``."""
HEADS = frozenset(
    "county district province oblast region state territory prefecture governorate raion krai municipality parish "
    "department borough township city town village valley river lake sea bay island islands peninsula desert "
    "mountains mountain hills coast strait gulf ocean canal delta basin border area suburb airport harbour harbor "
    "port beach creek forest plateau highlands lowlands metropolitan republic".split()
)
"""Words for kinds of places, behind the name or before ``of`` and the name."""
BEFORE_HEADS = frozenset("lake mount mt cape port fort gulf bay sea river isle point camp".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun "
    "christmas easter ramadan".split()
)
NEVER = frozenset(
    "a an the this that these those he she it we they i you his her its our their my your who what when where why how "
    "which there here and or but if so as for of in on at by to from with without after before since until while "
    "because although however meanwhile moreover about over under between during according also both each every all "
    "any some many most more less few several other another such no not yes one two three four five six seven eight "
    "nine ten first second third last next new old good best great big small long high low early late former police "
    "officials authorities president minister government army forces court parliament council reuters ap afp tass "
    "interfax cnn bbc nato un eu who cdc usda fbi cia nasa opec isis hamas hezbollah taliban internet covid islam god "
    "jesus christ bible quran english french german spanish italian chinese japanese russian arabic american british "
    "of the de la el al van von mr mrs ms dr sir male female man woman men women people can will may must should would "
    "could is are was were be been has have had do does did not only just even still then than too very now today "
    "yesterday tomorrow us-led western eastern northern southern central north south east west northeast northwest "
    "southeast southwest union nation nations state states federal republic democratic liberal labour labor green "
    "conservative republican democrat senate house congress white black red blue union center centre".split()
)
"""Words that are never places alone, however they are written."""
SPEAKING = frozenset(
    "said says say saying told tells accused accuses accusing denied denies deny warned warns announced announces "
    "claimed claims insisted insists urged urges demanded demands condemned condemns rejected rejects dismissed "
    "dismisses vowed vows threatened threatens responded responds replied replies argued argues believes believed "
    "fears feared hopes hoped wants wanted seeks sought agreed agrees refused refuses offered offers proposed proposes "
    "pledged pledges promised promises declared declares signed signs called calls welcomed welcomes blamed blames "
    "criticised criticises criticized criticizes suspended imposed imposes banned bans recognised recognized recalled "
    "withdrew sent sends supports supported backed backs opposes opposed voted votes intends plans planned considers "
    "considered maintains maintained asserts asserted alleges alleged confirmed confirms stated states".split()
)
"""Verbs whose subject is an actor, even where it is the name of a place."""
BETWEEN = frozenset("has have had also will would again then later now itself officially not repeatedly".split())
"""Words that may stand between such a subject and its verb."""
COMPASS = {
    "north": 0.0, "north-east": 45.0, "northeast": 45.0, "east": 90.0, "south-east": 135.0, "southeast": 135.0,
    "south": 180.0, "south-west": 225.0, "southwest": 225.0, "west": 270.0, "north-west": 315.0, "northwest": 315.0,
}  # fmt: skip
"""Bearings in degrees."""
OFFSET = re.compile(
    r"(?:(\d{1,3}(?:\.\d)?)\s?(km|kilomet(?:er|re)s?|miles?|mi)\s+)?"
    r"(north-?east|north-?west|south-?east|south-?west|north|south|east|west)(?:erly)?\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a name and moves the place away from it: ``five km north-east of``."""
NEAR = re.compile(
    r"\b(?:near|close to|outside|around|in the vicinity of|on the outskirts of)\s+(?:the\s+)?$", re.IGNORECASE
)
DIRECTION = re.compile(
    r"^\s(?:direction|sector|axis|salient|front|frontline|front line|pocket|bridgehead)\b", re.IGNORECASE
)
"""What stands behind a name and makes a stretch of front of it: ``Kursk direction``."""
FRONT = re.compile(
    r"\b(?:front ?lines?|shelling|shelled|brigade|general staff|russian (?:forces|troops|army)|ukrainian "
    r"(?:forces|troops|army)|direction|assaults?|offensive|drones?|artillery)\b",
    re.IGNORECASE,
)
"""Words of reports from a front."""
DATELINE = re.compile(r"^(?:,[^\n—–]{0,60})?\s*(?:\([^)\n]{1,30}\))?\s*(?:—|–|--|- )")
"""What stands behind the place of a dateline: day, agency and dash."""
SAID_IN = re.compile(
    r"\b(?:said|told|speaking|spoke|briefing|reporters|conference|interview)\b[^.;\n]{0,40}\b(?:in|at)\s$"
)
"""What stands before a place in which somebody spoke."""
PALACES = frozenset({"Kremlin"})
"""Buildings that stand for those who rule in them."""
RULERS = frozenset(
    "government governments officials official authorities forces force troops army military president ministry "
    "minister ministers leaders leader diplomats diplomat ambassador envoy lawmakers intelligence police "
    "administration".split()
)
"""Words that make an actor of the country before them: ``US officials``."""
