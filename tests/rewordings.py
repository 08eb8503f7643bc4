"""Findings with rewordings of them: bad ones, each with one thing changed, and good ones that say the same."""

from __future__ import annotations

AGENCY = (
    "The Directorate of Military Intelligence of Norland says that about 200 Sudrian troops were lost by 14 December."
)
PAGES = "It stands on eight pages: seven go back to that one word, and one does not say where it comes from."
PARTY = "That source belongs to one party to the conflict, Norland, and the Ministry of Defence of Sudria denies it."
CHANGED = "On the way, four of the eight pages changed it, most often from “lost” to “killed”."
CONFIDENCE = "Confidence in the claim is low, since its one source has an interest in how this is told."
LIKELY = "It is likely (55-80 %) that three passengers were wounded."
APART = "Lakeland Police and St Brannoc Hospital say so on Lake Echo, neither relaying the other."
SHIFT = "Without the figure of the Norland Army the best estimate would fall from 310 to 190."
FOOTAGE = "Footage published by the Armed Forces of Norland shows that at least 24 Ostian soldiers were killed."
FORCES = "According to the Special Operations Forces of Norland, 50 Ostian soldiers were killed and 47 wounded."
SILENT = "Daily Brief does not say whose word it is, so it counts as no confirmation."
MEANING = "The figure takes killed and wounded together; it is not a number of the dead."
DOUBT = "If the Norland Information Centre has its word from none of the others (about 10 %), there is one source more."
UPPER = "The number of Ostian soldiers killed is up to 500, and no source gives a lower bound."
OPEN = "How many of those counted were killed is not known, since the figure takes killed and wounded together."
BARRIER = "The Directorate of Military Intelligence of Norland says: “The cause was the language barrier”."

BAD: tuple[tuple[str, str], ...] = (
    (AGENCY, AGENCY.replace("200", "300")),
    (AGENCY, AGENCY.replace("about 200", "200")),
    (AGENCY, AGENCY.replace("about", "at least")),
    (AGENCY, AGENCY.replace("about", "more than")),
    (AGENCY, AGENCY.replace("about", "nearly")),
    (AGENCY, AGENCY.replace("lost", "killed")),
    (AGENCY, AGENCY.replace("Sudrian", "Ostian")),
    (AGENCY, AGENCY.replace("Sudrian troops", "troops")),
    (AGENCY, AGENCY.replace("14 December", "15 December")),
    (AGENCY, AGENCY.replace("by 14 December", "in December")),
    (AGENCY, AGENCY.replace("says", "confirms")),
    (AGENCY, AGENCY.replace("says", "claims")),
    (AGENCY, AGENCY.replace("says", "admits")),
    (AGENCY, AGENCY.replace("says", "denies")),
    (AGENCY, AGENCY.replace("says", "believes")),
    (AGENCY, "About 200 Sudrian troops were lost by 14 December."),
    (AGENCY, AGENCY.replace("were lost", "were not lost")),
    (AGENCY, AGENCY.replace("were lost", "were probably lost")),
    (AGENCY, AGENCY.replace("were lost", "may have been lost")),
    (AGENCY, AGENCY.replace("Directorate of Military Intelligence", "Ministry of Defence")),
    (AGENCY, AGENCY.replace("Norland", "Sudria")),
    (AGENCY, AGENCY.replace("troops", "civilians")),
    (AGENCY, AGENCY.replace("lost by", "lost in a single battle by")),
    (AGENCY, AGENCY.replace("14 December.", "14 December, a heavy blow.")),
    (AGENCY, AGENCY.replace("14 December.", "14 December in Tarn.")),
    (PAGES, PAGES.replace("eight", "nine")),
    (PAGES, "It stands on seven pages: eight go back to that one word, and one does not say where it comes from."),
    (PAGES, "It stands on eight pages: seven go back to that one word, and one says where it comes from."),
    (PAGES, "It stands on eight pages: seven do not go back to that one word, and one says where it comes from."),
    (PAGES, "It stands on eight independent pages: seven go back to that one word, and one does not say where."),
    (PAGES, "Eight pages confirm it: seven go back to that one word, and one does not say where it comes from."),
    (PARTY, PARTY.replace("denies", "confirms")),
    (PARTY, PARTY.replace("denies", "disputes the number of")),
    (PARTY, PARTY.replace("Sudria denies it", "Sudria does not deny it")),
    (PARTY, PARTY.replace("Norland", "Sudria")),
    (PARTY, "That source belongs to Norland, and the Ministry of Defence of Sudria denies it."),
    (PARTY, PARTY.replace("denies it", "angrily denies it")),
    (PARTY, PARTY.replace("one party", "no party")),
    (CHANGED, CHANGED.replace("four", "five")),
    (CHANGED, CHANGED.replace("four of the eight", "eight of the four")),
    (CHANGED, CHANGED.replace("from “lost” to “killed”", "from “killed” to “lost”")),
    (CHANGED, CHANGED.replace("“killed”", "“wounded”")),
    (CHANGED, CHANGED.replace("“killed”", "killed")),
    (CHANGED, CHANGED.replace("most often", "always")),
    (CHANGED, CHANGED.replace("changed it", "falsified it")),
    (CONFIDENCE, CONFIDENCE.replace("low", "moderate")),
    (CONFIDENCE, CONFIDENCE.replace("low", "very low")),
    (CONFIDENCE, "The claim is unlikely, since its one source has an interest in how this is told."),
    (CONFIDENCE, CONFIDENCE.replace("one source has", "sources have")),
    (CONFIDENCE, CONFIDENCE.replace("has an interest", "has no interest")),
    (CONFIDENCE, CONFIDENCE.replace("since", "although")),
    (LIKELY, LIKELY.replace("likely", "very likely")),
    (LIKELY, LIKELY.replace("55-80", "60-80")),
    (LIKELY, "It is likely that three passengers were wounded."),
    (LIKELY, "Three passengers were wounded (55-80 %)."),
    (LIKELY, LIKELY.replace("three", "four")),
    (LIKELY, LIKELY.replace("wounded", "killed")),
    (LIKELY, LIKELY.replace("likely", "possible")),
    (LIKELY, LIKELY.replace("likely", "unlikely")),
    (LIKELY, LIKELY.replace("passengers", "sailors")),
    (APART, APART.replace("neither relaying", "both relaying")),
    (APART, APART.replace("neither relaying the other", "confirming each other")),
    (APART, APART.replace("Lakeland Police and St Brannoc Hospital", "Lakeland Police")),
    (APART, APART.replace("Lake Echo", "Hill Post")),
    (SHIFT, SHIFT.replace("from 310 to 190", "from 190 to 310")),
    (SHIFT, SHIFT.replace("fall", "rise")),
    (SHIFT, SHIFT.replace("Without", "With")),
    (SHIFT, SHIFT.replace("would", "will")),
    (SHIFT, SHIFT.replace("190", "180")),
    (FOOTAGE, FOOTAGE.replace("at least", "up to")),
    (FOOTAGE, FOOTAGE.replace("at least 24", "24")),
    (FOOTAGE, FOOTAGE.replace("shows", "proves beyond doubt")),
    (FOOTAGE, FOOTAGE.replace("shows", "suggests")),
    (FOOTAGE, FOOTAGE.replace("by the Armed Forces of Norland", "on the internet")),
    (
        FORCES,
        FORCES.replace("50 Ostian soldiers were killed and 47 wounded", "47 Ostian soldiers were killed, 50 wounded"),
    ),
    (FORCES, FORCES.replace("killed and 47 wounded", "wounded and 47 killed")),
    (FORCES, FORCES.replace(", 50 Ostian soldiers were killed and 47 wounded", ", 97 Ostian soldiers were killed")),
    (FORCES, "The Norland Army says that 50 Ostian soldiers were killed and 47 wounded."),
    (SILENT, "Daily Brief does not say whose word it is, so it counts as a confirmation."),
    (SILENT, "Daily Brief says whose word it is, so it counts as no confirmation."),
    (SILENT, SILENT.replace("Daily Brief", "The page of Daily Brief in Tarn")),
    (MEANING, MEANING.replace("it is not", "it is")),
    (MEANING, MEANING.replace("killed and wounded", "killed")),
    (DOUBT, DOUBT.replace("about 10 %", "about 90 %")),
    (DOUBT, DOUBT.replace("If ", "Since ")),
    (DOUBT, DOUBT.replace("none", "one")),
    (UPPER, UPPER.replace("up to 500", "500")),
    (UPPER, UPPER.replace("lower", "upper")),
    (UPPER, UPPER.replace("no source", "one source")),
    (OPEN, OPEN.replace("not known", "known")),
    (OPEN, OPEN.replace("killed is", "wounded is")),
    (BARRIER, BARRIER.replace("language barrier", "poor training")),
    (BARRIER, BARRIER.replace("“The cause was the language barrier”", "the cause was the language barrier")),
    (BARRIER, "**" + BARRIER + "**"),
    (BARRIER, BARRIER + "\n\nI hope that this helps!"),
    (LIKELY, "Here is the rewording: it is likely (55-80 %) that three passengers were wounded."),
    (PAGES, ""),
    (AGENCY, AGENCY.replace("by 14 December", "on 14 December")),
    (AGENCY, AGENCY.replace("by 14 December", "since 14 December")),
    (FOOTAGE, FOOTAGE.replace("soldiers were killed", "soldiers killed")),
    (FOOTAGE, FOOTAGE.replace("were killed", "were killed by civilians")),
    (FOOTAGE, FOOTAGE.replace("at least 24 Ostian soldiers were killed", "at least 24 were killed by Ostian soldiers")),
    (FOOTAGE, FOOTAGE.replace("shows", "reveals")),
    (MEANING, MEANING.replace("killed and wounded", "killed or wounded")),
    (PARTY, PARTY.replace("belongs to one party", "has fallen prey to one party")),
    (SHIFT, SHIFT.replace("best", "worst")),
    (UPPER, UPPER.replace("up to", "more than")),
    (OPEN, OPEN.replace("How many", "Most")),
    (APART, APART.replace("say so", "say so loudly")),
    (LIKELY, "Is it likely (55-80 %) that three passengers were wounded?"),
)
"""Each with its finding; every one of them must be refused."""

GOOD: tuple[tuple[str, str], ...] = (
    (AGENCY, AGENCY),
    (
        AGENCY,
        (
            "According to the Directorate of Military Intelligence of Norland, some 200 Sudrian troops were lost by"
            " 14 December."
        ),
    ),
    (
        AGENCY,
        "By 14 December, about 200 Sudrian troops were lost, says the Directorate of Military Intelligence of Norland.",
    ),
    (
        AGENCY,
        "About 200 Sudrian troops were lost by 14 December, the Directorate of Military Intelligence of Norland says.",
    ),
    (AGENCY, AGENCY.replace("about", "some")),
    (AGENCY, AGENCY.replace("about", "roughly")),
    (AGENCY, AGENCY.replace("says that", "states that")),
    (AGENCY, AGENCY.replace("says that", "reports that")),
    (AGENCY, AGENCY.replace("were lost", "had been lost")),
    (PAGES, "It stands on eight pages; seven go back to that one word, while one does not say where it comes from."),
    (PAGES, "Eight pages carry it: seven go back to that one word, and one does not say where it comes from."),
    (
        PAGES,
        "Of the eight pages that carry it, seven go back to that one word and one does not say where it comes from.",
    ),
    (PAGES, "It is on eight pages. Seven go back to that one word, and one does not say where it comes from."),
    (PAGES, "It appears on eight pages: seven trace back to that one word, but one does not say where it comes from."),
    (
        PARTY,
        "That source belongs to one party to the conflict, Norland, while the Ministry of Defence of Sudria denies it.",
    ),
    (PARTY, "The source belongs to one party to the conflict, Norland; the Ministry of Defence of Sudria denies it."),
    (PARTY, "That source belongs to one party to the conflict, Norland. The Ministry of Defence of Sudria denies it."),
    (
        PARTY,
        "Its source belongs to one party to the conflict, Norland, and the Ministry of Defence of Sudria rejects it.",
    ),
    (CHANGED, "Four of the eight pages changed it on the way, most often from “lost” to “killed”."),
    (CHANGED, "On the way four of the eight pages changed it, and most often from “lost” to “killed”."),
    (CHANGED, "Of the eight pages, four changed it on the way, most often from “lost” to “killed”."),
    (CONFIDENCE, "Confidence in the claim is low, because its one source has an interest in how this is told."),
    (
        CONFIDENCE,
        "Confidence in this claim is low, since its one source has an interest in how this is told.",
    ),
    (CONFIDENCE, "Since its one source has an interest in how this is told, confidence in the claim is low."),
    (CONFIDENCE, "There is low confidence in the claim, since its one source has an interest in how this is told."),
    (LIKELY, "That three passengers were wounded is likely (55-80 %)."),
    (LIKELY, "It is likely (55-80 %) that three passengers were injured."),
    (LIKELY, "It is likely (55-80 %) that three of the passengers were wounded."),
    (LIKELY, "It is probable (55-80 %) that three passengers were wounded."),
    (APART, "On Lake Echo, Lakeland Police and St Brannoc Hospital say so, neither relaying the other."),
    (APART, "Lakeland Police and St Brannoc Hospital both say so on Lake Echo, neither relaying the other."),
    (APART, "Lakeland Police and St Brannoc Hospital say so on Lake Echo; neither is relaying the other."),
    (SHIFT, "Without the Norland Army's figure the best estimate would fall from 310 to 190."),
    (SHIFT, "The best estimate would fall from 310 to 190 without the figure of the Norland Army."),
    (SHIFT, "Without the figure of the Norland Army, the best estimate would drop from 310 to 190."),
    (FOOTAGE, "Footage that the Armed Forces of Norland published shows that at least 24 Ostian soldiers were killed."),
    (
        FOOTAGE,
        "Footage published by the Armed Forces of Norland shows that no fewer than 24 Ostian soldiers were killed.",
    ),
    (FORCES, "The Special Operations Forces of Norland say that 50 Ostian soldiers were killed and 47 wounded."),
    (
        FORCES,
        "According to the Special Operations Forces of Norland, 50 Ostian soldiers were killed and 47 were wounded.",
    ),
    (FORCES, "According to the Special Operations Forces of Norland, 50 Ostian soldiers died and 47 were injured."),
    (SILENT, "Daily Brief does not say whose word it is; it therefore counts as no confirmation."),
    (SILENT, "Since Daily Brief does not say whose word it is, it counts as no confirmation."),
    (MEANING, "The figure takes killed and wounded together, so it is not a number of the dead."),
    (MEANING, "The figure takes killed and wounded together and is not a number of the dead."),
    (
        DOUBT,
        "There is one source more if the Norland Information Centre has its word from none of the others (about 10 %).",
    ),
    (UPPER, "The number of Ostian soldiers killed is at most 500, and no source gives a lower bound."),
    (UPPER, "The number of Ostian soldiers killed is up to 500; no source gives a lower bound."),
    (
        OPEN,
        "It is not known how many of those counted were killed, since the figure takes killed and wounded together.",
    ),
    (OPEN, "How many of those counted were killed is not known, because the figure takes killed and wounded together."),
    (
        BARRIER,
        "According to the Directorate of Military Intelligence of Norland: “The cause was the language barrier”.",
    ),
    (BARRIER, "“The cause was the language barrier”, says the Directorate of Military Intelligence of Norland."),
)
"""Each with its finding; most of them should pass."""
