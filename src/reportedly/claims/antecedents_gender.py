"""What words and first names tell of a person's gender as pronouns show it; hand-made lists."""

from __future__ import annotations

from typing import Literal

Gender = Literal["", "f", "m"]

_FEMALE_WORDS = frozenset(
    """
    ms mrs miss madam lady dame queen princess duchess baroness countess empress sister mother daughter wife widow
    woman girl spokeswoman chairwoman congresswoman councilwoman councillor-woman businesswoman policewoman actress
    grandmother aunt niece girlfriend nun abbess mistress bride heroine waitress stewardess hostess priestess
    schoolgirl midwife saleswoman sportswoman assemblywoman first-lady mum mom
    """.split()
)
_MALE_WORDS = frozenset(
    """
    mr sir lord king prince duke baron count emperor brother father son husband widower man boy spokesman chairman
    congressman councilman businessman policeman actor grandfather uncle nephew boyfriend monk abbot pope bishop
    archbishop cardinal priest imam ayatollah sheikh schoolboy fisherman serviceman gunman salesman sportsman
    assemblyman watchman ombudsman dad spokeman
    """.split()
)
_FEMALE_NAMES = frozenset(
    """
    aisha alexandra alice alicia alina alison amanda amber amy ana andrea angela angelina anita ann anna anne annette
    annie antonia april ariana audrey barbara beatrice beatrix benita bernadette beth betty bianca bonnie brenda
    bridget brigid camilla carla carmen carol carolina caroline carolyn carrie catherine cecilia celia charlotte
    cherie cheryl chloe christina christine cindy claire clara claudia clementine colleen condoleezza consuelo
    cristina cynthia daisy dana daniela danielle dawn deborah debra denise diana diane dolores donna dora doris
    dorothy edith eileen elaine eleanor elena elin elisa elizabeth ella ellen elsa emily emma erica erin esther eva
    evelyn fatima felicia fiona florence frances francesca freya gabriela gail gemma georgina gina gladys gloria grace
    greta gudrun gwen hanna hannah harriet hatice hazel heather heidi helen helena helga hilary hillary holly ida ilsa
    imelda ines ingrid irene irina iris isabel isabella ivana jacinda jackie jacqueline jane janet janice jean
    jeanette jenn jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith
    judy julia juliana julie june kamala karen karin kate katherine kathleen kathryn kathy katie katrina kelly kim
    kirsten kristen kristin lacey laura lauren lea leila lena leslie lila lilian lillian lily linda lisa liz lola
    loretta lori lorraine louisa louise lucia lucy ludmila ludovica lydia lynn madeleine maggie magda malala margaret
    margarita maria marian marianne marie marilyn marina marion marjorie marta martha mary maud maureen maya megan
    melania melanie melinda melissa mercy mia michelle mildred mina mireille miriam molly monica nadia nancy naomi
    natalia natalie natasha nell nettie nicola nicole nina nora norma odalys olga olivia oprah pamela patricia
    patty paula pauline penelope penny petra phyllis polly priscilla rachel rebecca regina renee rhonda rita roberta
    robin roksana rosa rosalind rosalyn rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah
    saskia sharon sheila shelly shirley silvia simone siti sofia sonia sophia sophie stacey stella stephanie sue
    susan susanna suzanne svetlana sylvia tamara tanya tara teresa tess tessa thelma theresa tina tracy ursula
    valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilma winona yasmin
    yolanda yulia yvette yvonne zara zoe anastasia mette jael joann alla lyubov nives amparo
    """.split()
)
_MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmed aidan alan albert alberto alejandro alexander alexei alfred ali
    allan allen amos anatoly anders andre andreas andrei andrew andy angel angus anselm anthony anton antonio antoine
    arnold arthur asif ashraf barack barry bart ben benjamin bernard bernie bill billy björn bo bob boris brad brandon
    brendan brett brian bruce bryan bryn carl carlos cesar chad charles charlie chris christian christopher chuck
    clarence claude clifford clive colin colm conor craig curtis cyril dale damian dan daniel danny dario darren dave
    david dean dennis derek desmond diego dirk dmitry dominic donald doug douglas duncan dustin dwight ed eddie edgar
    edmund eduardo edvard edward edwin elijah elliot emanuel emmanuel emmerson eric erik ernest ethan eugene evan
    felipe felix fernando flavio floyd francis francisco francois frank frankie franklin fred frederick gabriel gareth
    gary gaspard gavin geoff geoffrey george gerald gerard gil giorgio giuseppe glenn gleb gordon graham greg gregory
    guillermo gustavo guy hamid hank hans harold harry harvey hassan hector henry herbert hiro hosni howard hubert
    hugh hugo hussein ian ibrahim idris igor imran isaac ishmael ismail ivan ivo jack jacob jake james jamie jan jared
    jason javier jay jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jordan
    jorge jose joseph josh joshua josé juan jules julian julio justin kamal karl keir keiji keith ken kenneth kevin
    khalid kofi konrad kornel kurt kyle lance larry lars laurence lawrence lee leo leon leonard leonid leroy leslie
    lev levi lewis liam linton lothar louis luc lucas luis luke lyle magnus mahmoud malcolm manuel marc marcel marco
    marcus marek mario mark markus martin marvin matt matthew matthias maurice maurizio max maxim michael michel
    miguel mike mikhail milan milton mitch mitt mohamed mohammad mohammed morris muhammad musa nasser nathan neil
    nelson nicholas nick nicolas nigel nikolai noah norman oleg oleander oliver omar oscar osman otto owen pablo pat
    patrick paul pedro percy perry pete peter petr philip philippe phil pierre piers piet pyotr rafael rahul ralph
    ramon randy rashid raul ray raymond recep reginald rex ricardo richard rick rob robert roberto rodrigo roger
    roland roman ron ronald rory ross roy rudolf rudy rupert russell ryan sadiq salman sam samuel samuele scott sean
    sebastian semyon serge sergei sergey seth shane sidney silvio simon stan stanley stephen steve steven stewart
    stig stuart susilo sven ted terence terry theo theodore thomas tim timothy toby todd tom tomas tomo tony travis
    trevor tyler usman vardan vernon victor viktor vikram vincent vladimir vojislav volodymyr wade walter warren
    warwick wayne wilbur wilhelm will william willie wilton winston wolfgang wojciech wouter xavier yakov yuri yusuf
    zachary zenon tedros aleksander aleksandr narendra mahathir moon shinzo xi hage morgan jens bashar benny binyamin
    benjamin joko scotty kim-jong ranil mahinda gotabaya pranab
    """.split()
)
_BOTH = _FEMALE_NAMES & _MALE_NAMES


def gender_of_word(word: str) -> Gender:
    """Return the gender that a title or noun shows (``Ms``, ``spokesman``), or nothing."""
    plain = word.lower().rstrip(".")
    if plain in _FEMALE_WORDS or plain.endswith("woman"):
        return "f"
    return "m" if plain in _MALE_WORDS else ""


def gender_of_name(name: str) -> Gender:
    """Return the gender that most bearers of a first name have, or nothing where the list does not have it."""
    words = name.lower().split()
    first = words[0].rstrip(".") if len(words) > 1 else ""
    if first in _BOTH:
        return ""
    if first in _FEMALE_NAMES:
        return "f"
    return "m" if first in _MALE_NAMES else ""


def first_name(word: str) -> bool:
    """Say whether a word in small letters is a usual first name."""
    return word in _FEMALE_NAMES or word in _MALE_NAMES


def gender_of_pronoun(word: str) -> Gender:
    """Return the gender that a pronoun shows, or nothing."""
    if word in {"she", "her", "hers", "herself"}:
        return "f"
    return "m" if word in {"he", "him", "his", "himself"} else ""
