"""Read talk about an answer that is made of small words and the words of one matter, in whatever order.

"Name the study", "is there a trial on that", "who published this": whoever asks so wants the source, however it is put.
One word from elsewhere ("is there a trial on squats"), and other readers decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame, Intent
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_WORD: Final = Pattern(r"[a-z]+")
_SMALL: Final = frozenset(
    "i im you he she it its that this those these the a an of for to in on at with from by about into is "
    "are was were be been being am do does did done doing have has had havent can could would should will "
    "wont may might must not no yes and or but so then than as if just really very too quite pretty "
    "please some any much many how what which who whose where when there here me my mine your yours us we "
    "our they them their one ones out up down off back again now ok okay well oh hmm um sorry hi hey "
    "coach mate exactly actually even ever got get gets getting give gives show tell say says said saying "
    "see know knows think like want need go going come comes make makes put let mean means dont doesnt "
    "didnt isnt arent wasnt cant couldnt wouldnt shouldnt all also only still though because always never "
    "maybe perhaps honestly seriously bit little lot way thing things stuff yet already else same other "
    "id ill ive youre youve thats lets sure right good nice bot ah aha huh eh er erm yeah yep nah love "
    "hell earth cool great damn wow point through look looks looking seem seems sound sounds myself "
    "yourself anyone anybody someone somebody something anything nothing everything everyone".split()
)
_OF_AN_ANSWER: Final = frozenset(
    {"knowledge_question", "projection_question", "calorie_question", "plan", "why", "more", "source", "dispute",
     "log_query"}
)  # fmt: skip
_OF_THE_LOG: Final = frozenset({"log_run", "log_query", "log_weight", "undo"})
_LONGEST: Final = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class _Matter:
    """What may be said of an answer."""

    intent: Intent
    core: Pattern
    """One of these it must hold."""
    words: frozenset[str]
    """What else it may be made of."""
    asked: bool = False
    """Whether it has to be a question or a demand."""
    after: frozenset[str] = _OF_AN_ANSWER
    """Behind which intents it may be said; empty if anywhere."""


_DEMAND: Final = Pattern(r"^(?:\w+ ){0,2}(?:name|show|give|send|link|cite|prove|point|got|have|want|any|need)\b")
_MATTERS: Final = (
    _Matter(
        intent="source",
        core=Pattern(
            r"\b(?:stud(?:y|ies)|papers?|research(?:ers?)?|trials?|journals?|sources?|references?|citations?|cite[ds]?"
            r"|evidence|proof|doi|publi\w+|authors?|findings?|claims?|scientif\w+|scientists?|science|peer|original"
            r"|bas(?:ed|ing|is)|literature|sample|participants|abstract)\b"
        ),
        words=frozenset(
            "study studies paper papers research researcher researchers trial trials journal journals source "
            "sources reference references citation citations cite cited cites evidence proof prove proves proven "
            "doi published publish publication author authors finding findings claim claims claimed scientific "
            "scientist scientists science peer reviewed original backing backed backs link links based basing "
            "basis literature sample size big large old recent people subjects participants year years check read "
            "name abstract find found support supports online proper actual real latest new newer better best "
            "wrote written done led ran".split()
        ),
        asked=True,
    ),
    _Matter(
        intent="dispute",
        core=Pattern(
            r"\b(?:wrong|untrue|false|incorrect|inaccurate|mistaken|disagrees?|opposite|reverse|differently|otherwise"
            r"|contradict\w*|myth|nonsense|rubbish|bollocks|bull\w*|surely not|doubt(?:s|ful)?|joking|kidding|unlikely"
            r"|convinced|hard to believe|dont (?:believe|buy)|not having (?:that|it)|against|no (?:chance|way)"
            r"|too (?:good|high|low|little|much)|(?:cant|cannot) be (?:that|right|true|so)|something else|not what)\b"
        ),
        words=frozenset(
            "wrong untrue false incorrect inaccurate mistaken disagree disagrees opposite reverse differently "
            "otherwise contradicts contradict contradicting myth old nonsense rubbish bollocks bullshit bull "
            "surely doubt doubts doubtful joking kidding unlikely convinced hard believe buy having against "
            "chance high low far true correct accurate internet google reddit web doctor gp physio trainer pt "
            "garmin watch strava app apps fitbit phone friend friends sister brother husband wife mum dad book "
            "books article telling told heard hear read reckon find must before earlier numbers number figure "
            "figures answer".split()
        ),
    ),
    _Matter(
        intent="why",
        core=Pattern(
            r"\b(?:why|reasons?|reasoning|logic|explain|explanation|calculat\w+|maths?|estimat\w+|workings?|guess\w*"
            r"|make sense|makes sense|(?:walk|talk|take) me through|(?:break|broke) (?:it|that|this) down"
            r"|not following|dont (?:follow|understand|get)|(?:far|way) off|add up|behind (?:that|it|this)"
            r"|work (?:that|it|this) out|worked (?:that|it|this) out|reliable|accurate|because)\b"
        ),
        words=frozenset(
            "why reason reasons reasoning logic explain explanation calculate calculated calculation calculating "
            "maths math estimate estimated estimating working workings guess guessed guesswork sense walk talk "
            "take break broke following follow understand far wrong behind add adds up work worked works reliable "
            "accurate because number figure figures numbers answer come came case simple simply terms english "
            "plain detail slowly steps step went used based different low high small big less kind sort how idea "
            "clue lost confused expected thought fact true".split()
        ),
        asked=False,
    ),
    _Matter(
        intent="more",
        core=Pattern(
            r"\b(?:more|further|expand|elaborate|details?|info\w*|background|story|deeper|(?:long|longer|full) version"
            r"|keep (?:going|talking)|dont stop|stop there|continue|fill me in|to add|beyond|what else|rest of)\b"
        ),
        words=frozenset(
            "more further expand elaborate detail details info information background story full deeper long "
            "longer version keep talking stop continue fill add added beyond rest hear learn reading read help "
            "explain topic subject next dig depth context explanation worth knowing interesting".split()
        ),
    ),
    _Matter(
        intent="undo",
        core=Pattern(
            r"\b(?:accident\w*|mistake|reverse|unlog|remove|delete|erase|scrap|get rid of|never happened"
            r"|shouldnt be there"
            r"|didnt mean to|(?:not|wasnt) (?:mine|me)|pull (?:that|it|the run) out|by mistake|wrong (?:one|run"
            r"|person))\b"
        ),
        words=frozenset(
            "accident accidentally mistake reverse unlog remove delete erase scrap rid happened run runs entry "
            "entries log logged last sent send sending wrong pull wifes husbands partners sons daughters dogs "
            "twice today yesterday cancel message weight number person pressed tapped typed enter save saved".split()
        ),
        after=_OF_THE_LOG,
    ),
    _Matter(
        intent="help",
        core=Pattern(
            r"\b(?:manual|commands?|private|confidential|privacy|messages|share|(?:this|you|it|that|bot) works?|gpx|tcx"
            r"|to type|i type|use (?:this|you|it)|started|this bot|features?|who can see|what i (?:type|tell|say|write)"
            r"|example of what)\b"
        ),
        words=frozenset(
            "manual commands command private confidential privacy message messages share shared keep kept stored "
            "store type typed tell write written use using works work started start starting bot features feature "
            "gpx tcx fit file files read import upload sync connect garmin strava watch example examples send "
            "supposed chat conversation secret public safe secure help guide instructions menu options understand "
            "app".split()
        ),
        asked=True,
        after=frozenset(),
    ),
    _Matter(
        intent="smalltalk",
        core=Pattern(
            r"\b(?:haha\w*|lol|funny|fair (?:play|enough)|human|machine|robot|person|favou?rite|bored|chilling"
            r"|just chill"
            r"|talking to you|chat with me|see you|catch you|later|night|bed|happy (?:monday|tuesday|wednesday|thursday"
            r"|friday|saturday|sunday|weekend)|weekend|your day|you live|your name|mad that|wicked|classic)\b"
        ),
        words=frozenset(
            "haha hahaha lol funny fair play enough human machine robot person real favourite favorite colour "
            "color food song bored boring chilling chill talking talk chat live living catch later night bed "
            "happy monday tuesday wednesday thursday friday saturday sunday weekend day today tomorrow name old "
            "age mad wicked classic interesting work freezing cold hot sunny weather cool sleep sleeping off "
            "watching telly tv coffee tea morning evening soon tonight brilliant amazing hilarious joke jokes "
            "sweet clever smart cute".split()
        ),
        after=frozenset(),
    ),
    _Matter(
        intent="greeting",
        core=Pattern(r"\b(?:hi|hello|hey+|hiya|morning|evening|afternoon|howdy|yo|greetings)\b"),
        words=frozenset(
            "hello heyy heyyy hiya morning evening afternoon howdy yo greetings top partner new saying boss love "
            "friend buddy pal world meet nice day".split()
        ),
        after=frozenset(),
    ),
    _Matter(
        intent="thanks",
        core=Pattern(
            r"\b(?:thanks?|thankyou|cheers|appreciat\w+|grateful|obliged|lifesaver|legend|star|hero|indebted|ta"
            r"|top (?:man|woman|stuff|work|bot)|so kind|really kind|very kind|exactly what i needed|helpful|helps"
            r"|helped)\b"
        ),
        words=frozenset(
            "thanks thank thankyou cheers appreciate appreciated appreciation grateful obliged lifesaver legend "
            "star hero indebted ta top man woman work kind kindly needed helpful helps helped help super amazing "
            "brilliant lovely wonderful fab fabulous fantastic ace perfect spot awesome excellent useful info "
            "information advice tip tips answer answers answering explaining explanation clear clears cleared "
            "patient patience time loads lots million bunch heaps heart x xx xxx guys team friend pal buddy "
            "always everything support today quick fast reply absolute total proper bless dude bro clever smart "
            "absolutely hugely massively".split()
        ),
        after=frozenset(),
    ),
)


def read_matter(said: Utterance, context: Context) -> Frame | None:
    """Return what a message made of small words and those of one matter says of the answer before it, or None."""
    words = _WORD.findall(said.words)
    if context.pending or not words or len(words) > _LONGEST or any(item.dimension != "aside" for item in said.items):
        return None
    for matter in _MATTERS:
        if matter.after and context.last_intent not in matter.after:
            continue
        if not matter.core.search(said.words) or not all(word in _SMALL or word in matter.words for word in words):
            continue
        if matter.asked and not (is_question(said.words) or _DEMAND.search(said.words)):
            continue
        return Frame(intent=matter.intent)
    return None
