"""Tell where *may*, *might* and *could* guess from where they speak of leave, ability, the month or strength."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MAY = re.compile(r"(?<![\w-])may\b(?!\s*[,.;:)]|\s+\d)")
_MIGHT = re.compile(r"(?<![\w-])might(?:n[’']t)?\b(?!\s*[,.;:)])")
_NOUN_BEFORE = re.compile(
    r"(?i)\b(?:the|his|her|its|their|our|your|my|all|military|full|naval|economic|industrial|financial"
    r"|political|air|own|imperial|sheer|raw|of|and|with|by|no|such|armou?red|\w+[’']s)\s+$"
)
_FIXED = re.compile(
    r"(?i)\b(?:what|you|as (?:one|you|he|she|they|it)|come what|be that as it|whoever|whatever|however"
    r"|try as \w+|so that \w+|in order that \w+)\s+$"
)
_SEEKING = re.compile(
    r"(?i)\b(?:anyone|anybody|those|people|witnesses|persons?|drivers?|motorists|passers-by|somebody"
    r"|someone|everyone)\s+who\s+$"
)
_LEAVE_ALWAYS = re.compile(
    r"(?i)(?<!\s)\s+(?:not |also |only |then |still |freely |each |now |again )*(?:apply|appeal|vote|register"
    r"|request|submit|file|inspect|impose|issue|extend|suspend|revoke|amend|grant|appoint|dissolve"
    r"|waive|be used (?:with|only|without|by|for|free|in)|reproduce|quote|cite|park|smoke|sue|enrol"
    r"|choose|attend|contact|consult|petition|object|elect|opt|exceed|be (?:reproduced|appealed"
    r"|imposed|renewed|submitted|quoted|cited|copied|requested|waived|granted|inspected|viewed|worn"
    r"|parked|purchased|exported|imported|extended|obtained|addressed|downloaded|hired|rented|bought"
    r"|booked|ordered|served|paid|combined|eaten|caught|shot in season|fished|kept for|read in))\b"
)
_LEAVE = re.compile(
    r"(?i)(?<!\s)\s+(?:not |also |only |then |still |freely |now |again )*(?:enter|use|cast|override|ratify"
    r"|adjourn|fine|seize"
    r"|confiscate|tax|charge|ban|prosecute|expel|audit|licen[cs]e|keep|bring|carry|stay|call|visit|ask"
    r"|order|issue|suspend|revoke|sell|buy|export|import|disclose|publish|drive|fish|hunt|work|travel"
    r"|marry|adopt|decline|refuse|terminate|cancel|leave|return|take|serve|hold|speak|own|cross|pass"
    r"|write|name|open|close|add|state|display|wear|put|send|land|sail|fly|trade|claim|seek|make"
    r"|have (?:access|up to|one|a lawyer|no more)|intervene|search|detain|arrest|question|amend|reject"
    r"|veto|convene|decide|declare|summon|go|be used (?:with|only|without|by|for|free|in)|be (?:sold"
    r"|brought|sent|carried|held|challenged|taken|made|kept|given|admitted|released|detained|searched"
    r"|dismissed))\b"
)
_WHO_HAS_LEAVE = re.compile(
    r"(?i)\b(?:applicants?|congress|senate|chamber|cars?|trucks?|aircraft|planes?|trains?|bicycles?"
    r"|dogs?|captains?|pilots?"
    r"|crews?|guards?|clerks?|bishops?|kings?|queens?|monks?|nurses?|couples?|famil(?:y|ies)|visitors?"
    r"|members?(?: states)?|residents?|citizens?|part(?:y|ies)|states|voters?|journalists|passengers?"
    r"|students?|employees?|employers?|holders?|owners?|users?|readers|candidates?|judges?|courts?"
    r"|council|parliament|committee|commission|minister|president|board|tribunal|assembly|secretary"
    r"|anyone|no one|nobody|persons?|defendants?|prisoners?|detainees?|guests?|customers?|shoppers?"
    r"|drivers?|each|women|men|children|pupils|patients?|buyers?|tenants?|licensees?|signator(?:y|ies)"
    r"|vessels?|\w*ships?|vehicles?|lorries|boats|inspectors?|regulators?|state|authority|authorities"
    r"|ministr(?:y|ies)|agenc(?:y|ies)|company|companies|firms?|sides?|editors?|banks?|schools?|cities"
    r"|city|towns?|lawyers?|witness(?:es)?|players?|teams?|farmers?|landlords?|workers?"
    r"|soldiers on leave|police|officers?|chair|speaker|governor|treaty|law|act"
    r"|you)(?:\s+[\w’'-]+){0,4}\s+$"
)

_GENERAL = re.compile(
    r"(?:^|[;:]\s*)\W*(?:Each|Every|Any|Either|No|Only|All|An?|each|every|any|no)\s+(?:[\w’'-]+\s+){1,4}$"
)
"""A subject that stands for all of its kind, as rules have it."""
_BY_RULE = re.compile(
    r"(?i)\b(?:under|by|in) (?:the|this|its|their|that|old|new|local|\w+) (?:\w+ )?(?:law|statutes?"
    r"|treaty|rules?|constitution|act|agreement|charter|contract|convention|regulations?|decree|code"
    r"|terms)\b"
)
_TOO = (
    r"(?:not |also |well |even |soon |yet |still |already |now |then |in fact |indeed |again |only "
    r"|simply |once |never |just |be able to )*"
)
_BEING = re.compile(rf"(?<!\s)\s+{_TOO}(?:have|be)\b")
_STRICT_STATE = re.compile(
    rf"(?<!\s)\s+{_TOO}(?:know|want|need|lack|seem|appear|feel|think|believe|hope|intend|plan|survive|succeed"
    rf"|fail|differ|try|fear|forget|overlap|share|include|number|wish|pretend|lie|bluff|doubt|hesitate"
    rf"|prefer|hide|mislead|exaggerate|understate|overstate|miss|die|lose|suffer|face|misread|struggle"
    rf"|come back|number)\b"
)
"""What no rule allows or forbids."""
_SOON = re.compile(
    r"(?<!\s)\s+(?:\w+ )?(?:well|already|soon|yet|still|even|never|just|simply|one day|eventually|ultimately"
    r"|once again)\b"
)
_SHARED_SUBJECT = re.compile(r"(.*?)\bmay\b[^.;]*\b(?:but|and|or)\s+$")
"""A second *may* of one subject: ``may watch but may not speak``."""
_THOSE_WHO = re.compile(r"(?i)\b(?:those|people|anyone|whoever|all|everyone) who \w+\s+(?:\w+\s+){0,3}$")
_QUANTITY = re.compile(
    r"(?i)\b(?:number|share|risk|cost|costs|losses|list|death|deaths|fate|mood|toll|count|size"
    r"|strength|loss|loyalty|patience|support) (?:of|among|for) [^.;,]{1,40}\s$"
)
_ADVERSARY = re.compile(
    r"(?i)\b(?:rebels?|militants?|insurgents?|fighters?|attackers?|hackers?|intruders?|smugglers?"
    r"|gunm[ae]n|bombers?|raiders?|kidnappers?|terrorists?|invaders?|jihadists?|separatists?"
    r"|extremists?|forces|troops|army|navy|militias?|junta|regime|gangs?|cell|cartels?|enemy"
    r"|opponents?|adversar(?:y|ies)|leadership|warlords?|dictator|generals?|actors?|perpetrators?"
    r"|thieves|pirates?|mercenaries|contractors?|killers?|shooters?|plotters?|defenders?|remainder"
    r"|numbers?|soldiers?)\s+$"
)
_EVENT_SUBJECT = re.compile(
    r"(?i)\b(?:tolls?|prices?|rates?|numbers?|losses|deaths?|cases|costs?|turnout|demand|exports"
    r"|imports|war|conflict|crisis|fighting|violence|epidemic|famine"
    r"|drought|floods?|flooding|outbreak|escalation|offensive|attacks?|strikes?|raids?|talks"
    r"|negotiations|truce|cease-?fire|deal|settlement|agreement|accord"
    r"|coup|mutiny|economy|tensions|situation|delays?|moves?|decision|increase|decline|shortages?"
    r"|dispute|blockade|protests?|unrest|elections?|verdict|trend"
    r"|ambush|incident|sanctions|tariffs|clashes|rift|leak|breach|merger|default|recession|virus"
    r"|disease|cholera|strain)\s+$"
)
"""What has no abilities and gets no leave."""
_SENSED = re.compile(r"\s+be (?:seen|heard|felt|smelt|watched|read|measured|traced|followed|paid|bought|counted)\b")
_ABILITY = re.compile(
    r"(?<!\s)\s+(?:not|see|hear|smell|feel|read|speak|fire|shoot|reach|cross|carry|lift|hold|walk|swim|fly"
    r"|run|count|find|get|pay|afford|store|make|hit|travel|rely|draw"
    r"|muster|field|call on|be|have|move freely|rest|eat|sleep|drink|talk|watch|use|boast|communicate"
    r"|hide|train|resupply)\b"
)
_BARE_PLURAL = re.compile(r"^\W*(?!This\b|His\b|Its\b|Thus\b|Perhaps\b|As\b|Its\b)[A-Z]\w+[^s\W]s\s+$")
"""A subject that stands for all of its kind: ``Heirs may claim``."""
_POLITICAL = re.compile(
    r"(?i)\b(?:president|minister|government|parliament|council|part(?:y|ies)|commission|committee"
    r"|police|governor|state|states|authorities|ministry|board|compan(?:y|ies)|firms?|banks?"
    r"|regulators?|voters?|workers?|leaders?|sides?|farmers?|speaker|chair)\s+$"
)
_NO_PERSON = re.compile(
    r"(?i)\b(?:number|river|weather|water|order|winter|summer|power|paper|matter|letter|computer"
    r"|server|tanker|trawler|launcher|carrier|fever|tower|crater|error|sector|motor|reactor|factor"
    r"|border|cluster|disaster|paper|shelter|corridor|harbour|minor|major|answer|offer|counter|order"
    r"|newsletter|transformer|barrier|agreement|government|movement|document|treatment|incident"
    r"|accident|event|element|present|content|extent|current|moment|client|student|agent|president"
    r"|rate|climate|date|state|debate|estimate|senate|candidate|climate|plate|certificate|committee"
    r"|coffee|guarantee|coolant|plant|warrant|remnant)s?\s+$"
)
_PERSON = re.compile(r"(?i)\b\w+(?:er|or|ist|ian|ant|ee|man|men|woman|person|body)s?\s+$")

_COULD = re.compile(
    r"(?<![\w-])(?:could|Could)\b(?!n[’']t)(?!\s+(?:not|no longer|only|barely|hardly|never|neither"
    r"|scarcely|easily be|afford|also not)\b)"
)
_SOFT = (
    r"(?:\s+(?:well|soon|still|yet|also|eventually|ultimately|again|even|then|now|further|quickly"
    r"|later|in turn|therefore|already|once again|both|easily))*"
)
_EPISTEMIC_ADVERB = re.compile(
    r"(?<!\s)\s+(?:well|soon|yet|eventually|ultimately|conceivably|potentially|possibly|theoretically|in theory)\b"
)
_HAVE = re.compile(rf"(?<!\s){_SOFT}\s+have\s+(?!to\b)(?:been\s+)?(?P<verb>\w+)")
_UNREAL = re.compile(
    r"(?i)\b(?:if|had (?:the|it|they|he|she|we)|but for|otherwise|were it|should have|easily have"
    r"|ever have|instead|without|with (?:one|a few|two|more|another))\b|have (?:been )?(?:avoided"
    r"|prevented|saved|averted|better|worse|more|done (?:more|better|without)|gone either|won|stopped"
    r"|chosen|told|known|asked|warned|earlier)|\b(?:for|at) (?:a|half|one) ?(?:tenth|third|quarter"
    r"|fraction|half|price|the price|the cost)"
)
_UNREAL_FAR = re.compile(r"(?i)\b(?:if|had (?:the|it|they|he|she|we)|but for|otherwise|were it|instead)\b")
_BE = re.compile(
    rf"(?<!\s){_SOFT}\s+be(?:come)?\s+(?:(?:not|also|still|already|even|only|just|far|much|very"
    rf"|too)\s+)*(?!sure\b|certain\b|proud\b|patient\b|forgiven\b|no\b)(?:attacked|killed|destroyed"
    rf"|forced|affected|delayed|redeployed|deployed|dragged|explained|overstated|understated|inflated"
    rf"|connected|tied|staged|faked|linked|related|involved|aimed|intended|targeted|trapped|overrun"
    rf"|cut off|drawn|closed|lost|hit|taken over|exaggerated|mistaken|wounded|injured|(?!\w+ed\b"
    rf"|\w*(?:seen|heard|felt|smelt|found|bought|had|read|made|sold|sent|kept|held|told|put|built"
    rf"|brought|won|met|paid|led|laid|set|got|given|taken|shown|known|drawn|driven|flown|grown|thrown"
    rf"|eaten|worn|torn|drunk|run|done|understood|caught|taught|thought|lent|spent|left|shot|fed|hidden"
    rf"|written|spoken|broken|chosen|frozen|stolen|woken|ridden|swum|sung|rung|dug|hung|struck|stuck"
    rf"|won|spun|swept|kept|slept|dealt|meant|sought|fought|lit|split|cut|shut|let|hurt)\b)\w+)"
)
"""``could be`` with what something is; with what can be done to it (``seen``, ``carried``) it speaks of ability."""
_EPISTEMIC = re.compile(
    rf"(?<!\s){_SOFT}\s+(?:attack|launch|resume|escalate|lead|mean|result|trigger|spark|happen|occur|collapse"
    rf"|rise|indicate|reflect|signal|cause|prompt|push|force|threaten|spread|provoke|undermine|weaken"
    rf"|strengthen|begin|start|follow|continue|expand|seek|attempt|retaliate|withdraw|advance|seize"
    rf"|lose|suffer|deploy|target|widen|intensify|worsen|deteriorate|fail|affect|exceed|involve|pose"
    rf"|jeopardi[sz]e|derail|tip|draw|drag|shift|destabili[sz]e|stem|originate|belong|conceal|represent"
    rf"|account|prove|drop|climb|double|triple|grow|die|damage|destroy|disrupt|hamper|hinder|halt|face"
    rf"|point|explain|bring (?:about|down|new|more|further|war)|leave (?:thousands|hundreds|many|more"
    rf"|the \w+ (?:exposed|open|without|short|cut))|open a|take place|take months|take weeks"
    rf"|come (?:under|from|within|as|at|soon|before|in)|end (?:in|up)|break out|turn (?:out|into"
    rf"|violent)|fall (?:within|to|by|soon|in)|see (?:a|an|more|further|new)|hit (?:a|the|more"
    rf"|new) (?:new|city|capital|grid|power)|strike(?! a )|move (?:against|into)|number"
    rf"|reach (?:\d[\d,.]*|hundreds|thousands)(?! ?(?:km|kilom|mile|met|knots|tonn|feet|mph))"
    rf"|use (?:the|this|its) \w+(?: \w+)? (?:to|as)|try to|cut off|cost (?:the|hundreds|thousands)"
    rf"|exploit|join|flee|split|defect|retake|recapture|intervene|respond|spill|leak|default|stage"
    rf"|mount|invade|overrun|encircle|assassinate|sabotage|relocate|reinforce|rearm|regroup|mobili[sz]e"
    rf"|annex|impose|postpone|resign|win|fall|break (?!the|a\b|an\b)\w+|close(?! the| a)|increase"
    rf"|decrease|decline|slow|delay|emerge|erupt|mark|herald|foreshadow|usher|constitute|backfire|boost"
    rf"|alter|change|reshape|complicate|include|signify|stall|reverse|recur)\b"
)
_ABLE = re.compile(
    r"(?i)\b(?:so that|in order that|who|where they|if|whether|as (?:far|much|many|soon|quickly|best"
    r"|fast|well|often|little) as|all|what(?:ever)?|before|until|than|how|enough|no one|nobody|anyone"
    r"|everyone|anybody|everybody|nothing|none|once|never|wherever|when)\s+(?:[\w’'-]+\s+){0,3}$"
)
_RANGE = re.compile(
    r"(?i)\b(?:at will|up to \d|at a range|at \d|from \d+ (?:km|kilomet|mile)|\d+ (?:km|kilomet\w+"
    r"|miles?|tonnes?|met(?:re|er)s?) (?:away|off|inland|a day|an hour))"
)
_AHEAD = re.compile(
    r"(?i)\b(?:(?:by|before) (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\w+day)|within (?:\w+ )?(?:hours|days|weeks|months|years)|(?:in"
    r"|over) the (?:coming|next)|by (?:the end of|next|spring|summer|autumn|winter)"
    r"|before (?:the (?:winter|summer|spring|autumn|end of|election|harvest|thaw|vote)|next)"
    r"|next (?:week|month|year|spring|summer|autumn|winter)|this (?:coming )?(?:week|month|year|winter"
    r"|spring|summer|autumn)|tomorrow|sooner or later|at any (?:time|moment))\b"
)
"""What could be at a time still to come is a guess, whatever the verb."""


def guesses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence guesses by *may*, *might* or *could*; a question guesses nothing."""
    if text.rstrip('"”’) ').endswith("?"):
        return
    for pattern, is_guess in ((_MAY, _is_guess_may), (_MIGHT, _is_guess_might), (_COULD, _is_guess_could)):
        yield from (match.span() for match in pattern.finditer(text) if is_guess(text, match))


def _is_guess_may(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _FIXED.search(before) or _SEEKING.search(before) or not re.match(r"\s+\w", after):
        return False
    if first := _SHARED_SUBJECT.match(before):
        before = first[1]
    if _LEAVE_ALWAYS.match(after):
        return False
    if _BEING.match(after):
        return not (_LEAVE.match(after) and _WHO_HAS_LEAVE.search(before))
    if _BY_RULE.search(text) or _THOSE_WHO.search(before):
        return False
    if _QUANTITY.search(before) or _ADVERSARY.search(before):
        return True
    return _is_guess_about_people(before, after) if _is_in_a_role(before) else True


def _is_in_a_role(before: str) -> bool:
    """Return whether the subject is somebody to whom a rule can give leave."""
    if _WHO_HAS_LEAVE.search(before):
        return True
    person = _PERSON.search(before) or _BARE_PLURAL.search(before)
    return bool(person) and not _NO_PERSON.search(before) and not _EVENT_SUBJECT.search(before)


def _is_guess_about_people(before: str, after: str) -> bool:
    """Return whether a sentence guesses what people in a role do, instead of giving them leave to do it."""
    if _LEAVE.match(after) or _GENERAL.search(before):
        return False
    if _STRICT_STATE.match(after) or _SOON.match(after):
        return True
    return bool(_POLITICAL.search(before) and _EPISTEMIC.match(after) and not re.match(r"\s+not\b", after))


def _is_guess_might(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _FIXED.search(before) or _SEEKING.search(before) or not re.match(r"\s+\w", after):
        return False
    if re.match(r"\s+(?:as well|and|of|in the|is|was|has|had|to)\b", after):
        return False
    return not _NOUN_BEFORE.search(before) or bool(re.match(r"\s+(?:have|be|well|not|still)\b", after))


def _is_guess_could(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if have := _HAVE.match(after):
        near = before[-60:] + after[: have.end() + 20]
        return not (_UNREAL.search(near) or _UNREAL_FAR.search(after[: have.end() + 60]))
    if _ABLE.search(before) or _RANGE.search(after) or _BY_RULE.search(after):
        return False
    if _EVENT_SUBJECT.search(before) and not _SENSED.match(after):
        return True
    if _ADVERSARY.search(before) and not _ABILITY.match(after):
        return True
    able = re.search(r"(?i)\b(?:he|she|I|you|we|one)\s+$", before)
    verb = not able and _EPISTEMIC.match(after)
    return bool(_EPISTEMIC_ADVERB.match(after) or _BE.match(after) or verb or _AHEAD.search(after))
