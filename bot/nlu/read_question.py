"""Read questions of knowledge, and what type a question is: the answer's first words depend on it."""

from __future__ import annotations

import re

from bot.nlu.cues import PAST_RUN, in_field, in_field_strongly, is_alien, is_bodily, is_question
from bot.nlu.frame import Frame, QuestionType
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension
from bot.nlu.utterance import Utterance

_TYPES: tuple[tuple[QuestionType, Pattern], ...] = (
    (
        "is_it_true",
        Pattern(
            r"\b(?:is it (?:really )?true|true that|is there any truth|(?:a )?myth|old wives|people say|they say"
            r"|i (?:read|heard|saw)(?: somewhere)? (?:that)?|apparently|someone (?:told|said)|my (?:friend|mate|mum"
            r"|mom|pt|trainer|sister|husband|boyfriend|gf|girlfriend|coach|colleague) (?:says|said|reckons|told"
            r"|swears|thinks|claims)|tiktok|everyone says|is (?:\d[\d,.]*|the) [^?]{0,20}really)\b"
        ),
    ),
    (
        "what_about_me",
        Pattern(
            r"\b(?:what about me|for me\b(?: personally)?|in my case|someone like me|for someone (?:like|my|who)"
            r"|at my (?:age|weight|size|height)|with my (?:body|weight|build|age)|for my (?:age|weight|size|body"
            r"|build)|about my)\b"
        ),
    ),
    (
        "why",
        Pattern(
            r"\b(?:why|how come|what causes?|what is causing|reason (?:for|why)|whats going on|what is going on|wtf"
            r"|explain why)\b"
        ),
    ),
    (
        "how_long",
        Pattern(
            r"\b(?:how long|how soon|how quickly|when (?:will|do|can|does|would|should) (?:i|you|it|my|the)"
            r"|how many (?:weeks|months|days)|what month|by when)\b"
        ),
    ),
    (
        "how_much",
        Pattern(
            r"\b(?:how (?:much|many|far|fast|often|hard|big|large|small|strong|heavy|high|hot|cold|accurate|precise"
            r"|common"
            r"|likely)|what (?:is (?:an? "
            r"|the )?(?:\w+ )?(?:pace|distance|speed|heart rate|cadence)|percentage|amount|pace"
            r"|distance|speed|heart rate|number)|number of)\b"
        ),
    ),
    (
        "which",
        Pattern(
            r"\b(?:which|what is (?:the )?(?:better|best)|what (?:are the )?best|whats better|better\b[^?]{0,30}\bor"
            r"|best \w+ (?:for|to)\b|best (?:time|shoes?|exercises?|food|way|type|kind|stretch|surface|workouts?)"
            r"|versus|vs"
            r"|(?:\w+ ){1,4}or (?:\w+ ?){1,5}(?:for|better|more|\?|$))\b|\bwhat (?:shoes|exercises?|food|kind|type"
            r"|sort|time|surface|stretches)\b"
        ),
    ),
    (
        "how",
        Pattern(
            r"\b(?:how (?:do|can|to|should|would|could|did|does)|tips|advice|suggestions|ideas|best way|ways? to"
            r"|what (?:should|can|do|helps|could|would) (?:i|you|help|we|people)|what (?:helps|works)|any (?:tips"
            r"|moves|exercises"
            r"|advice|ideas|suggestions|help)|help)\b"
        ),
    ),
)
_HEARSAY = Pattern(
    r"\b(?:i (?:read|heard|saw|was told|keep hearing)(?: somewhere| once)?(?: that)?|apparently|(?:people|they|everyone"
    r"|everybody|some) (?:say|says|claim|think|swear)|someone (?:told|said)|(?:a|my|the) (?:friend|mate|mum|mom|dad|pt"
    r"|trainer|sister|brother|husband|wife|boyfriend|girlfriend|gf|colleague|instructor|neighbou?r|boss|doctor|physio"
    r"|guy|bloke|woman|magazine|video|influencer) (?:\w+ )?(?:says|said|reckons|told me|swears|thinks|claims|insists)"
    r"|tiktok|instagram|youtube)\b"
)
"""What somebody heard is asked about, question mark or not."""
_UNMARKED: tuple[tuple[QuestionType, Pattern], ...] = (
    ("is_it_true", _HEARSAY),
    ("why", Pattern(r"\b(?:wtf|what the (?:heck|hell|fuck)|what gives|whats going on|what is going on)\b")),
    ("how", Pattern(r"\b(?:tips|advice|help|suggestions)\b|\bwhat now$")),
)
"""What is asked in words that do not look like a question."""
_BEHIND_A_STATEMENT = Pattern(
    r"^(?:i|im|ive|my|with my)\b[^,?]*, (?:so |and |but )?(?P<asked>(?:does|do|can|could|should|will|would|is|are) \w+)"
)
_OF_ONESELF = Pattern(r"\bfor me\b|\bin my case\b|\b(?:at|with|for) my (?:age|weight|size|body|height)\b")
_YES_NO = Pattern(
    r"^(?:(?:so|and|but|ok|okay|hey|hi|um|well|oh|also|just|coach|sorry|hmm|actually|honestly|question|please|lol|haha"
    r"|yeah|right|wait|then|cool|thanks|whatever) )*(?:is|are"
    r"|am|was|were|do|does|did|can|could|should|would|will|wont|has|have|isnt|arent|doesnt|dont|shouldnt|wouldnt"
    r"|cant)\b|\b(?:is (?:it|that|this)|should i|can i|do i|will (?:it|i|running|my)|does (?:it|running|this|that)"
    r"|are (?:they|there)|am i|would it|could it|is there)\b"
    r"|[,.;] (?:so |and |but )?(?:is|are|am|do|does|did|can|could|should|will|would|have|has) (?:i|it|this|that|they|we"
    r"|my|the|running|jogging|walking|there)\b"
)
_WHY_FIRST = Pattern(r"^(?:(?:so|and|but|ok) )?why\b")
_WHAT_DOES_IT_DO = Pattern(
    r"^(?:(?:so|and|but|ok) )*what (?:will|would|does|do|can|could|did) (?:it|this|that|they"
    r"|[a-z]+ing)\b[^?]{0,24}\bdo (?:for|to|with)\b"
)
_STATED_WORRY = Pattern(
    r"\b(?:hurts?|hurting|pain(?:ful)?|ache|aches|aching|sore|stiff|tight|swollen|injured|twisted|pulled"
    r"|strain(?:ed)?|sprain(?:ed)?|killing me|bugging me|playing up|niggle|blisters?|chafing|cramps?|shin splints"
    r"|runners knee|plantar|stitch|cellulite|gained|put on|heavier|bigger|not losing|plateau(?:ed)?|stuck|bloated"
    r"|hungry|starving|thirsty|dizzy|tired legs|dead legs|heavy legs|out of breath|cant breathe|help|tips|advice"
    r"|problem|trouble|struggle with|worried about|confused about|wondering|curious|numb|tingl\w+|wont budge"
    r"|hasnt (?:moved|changed|budged|gone down|shifted)|havent lost|not (?:losing|moved|shifting|going down)"
    r"|wont (?:shift|go down|come off|move)|same weight|can (?:only|barely|hardly) (?:run|jog|manage|do)|leak\w*"
    r"|stress eating|emotional eating|comfort eating|cravings?|cant stop eating|no (?:change|difference)|loose skin"
    r"|saggy|itchy|flat|saggy|wobbl\w+|jiggly|no time|dont have time|too busy|numb|asthma\w*|dropped a|runners trots"
    r"|the runs|side effects?|jiggl\w*|bounc\w*)\b"
)
_EITHER = Pattern(r"\b\w+ (?:or|vs|versus) \w+(?: \w+){0,3} (?:for|to)\b|\b(?:vs|versus)\b")
_MEASURES: tuple[Dimension, ...] = ("distance", "duration", "frequency", "pace", "weekly_distance", "weekly_duration")
_ALL_WELL = Pattern(r"\b(?:ok|okay|fine|good|great|better)\b")
_ONES_OWN = Pattern(r"\b(?:my|i|im|left|right|both)\b")
_TOPIC_ONLY_WORDS = 4
_DENIES = Pattern(r"(?:i |im )?(?:not|no|dont|never|isnt|wasnt)\b")
_EVALUATION = Pattern(
    r"^(?:is (?:that|this|it) (?:good|ok|okay|bad|normal|slow|fast|decent|enough|too (?:slow|fast|much|little)"
    r"|right))\b"
)

_YES_OR_NO = Pattern(r"\b(?:yes or no|y(?:ay|ea) or nay)\b|\by ?/ ?n\b")
"""Asked for outright, it is the type of the question, whatever else the words look like."""


def question_type(text: str) -> QuestionType | None:
    """Return what type of question a tidy text asks, or None if it asks nothing."""
    return "yes_no" if _YES_OR_NO.search(text) else _by_its_words(text)


def _by_its_words(text: str) -> QuestionType | None:
    if not is_question(text):
        return next((name for name, pattern in _UNMARKED if pattern.search(text)), None)
    if behind := _BEHIND_A_STATEMENT.search(text):
        # "I have PCOS, does running help me?" asks yes or no, for all the help it names.
        return "what_about_me" if _OF_ONESELF.search(text) else question_type(text[behind.start("asked") :])
    if _WHY_FIRST.search(text):
        return "why"
    if _WHAT_DOES_IT_DO.match(text):
        return "how"
    opens_yes_no = _YES_NO.match(text) is not None
    for name, pattern in _TYPES:
        if pattern.search(text) and not (
            opens_yes_no and name in {"how", "which", "how_long"} and not re.search(r"\bor\b", text)
        ):
            return name
    return "yes_no" if opens_yes_no or _YES_NO.search(text) else "how" if text.startswith("how") else None


def read_knowledge(text: str) -> Frame | None:
    """Read a question in the field of running, bodies, fat, injuries, motivation, heat, shoes, strength."""
    if not in_field(text):
        return None
    either = _EITHER.search(text) is not None
    asks = is_question(text) or either
    if asks and (in_field_strongly(text) or _about_people(text)):
        return Frame(intent="knowledge_question", question=question_type(text) or ("which" if either else None))
    if not asks and in_field_strongly(text) and (_STATED_WORRY.search(text) or _bare_topic(text)):
        return Frame(intent="knowledge_question", question=question_type(text) or "how")
    return None


def _bare_topic(text: str) -> bool:
    """Whether a clause is little more than a topic ("hip thrusts?"), and not that all is well ("knees feel ok")."""
    if _DENIES.match(text):
        return False
    few = len(text.split()) <= _TOPIC_ONLY_WORDS
    return few and not (_ALL_WELL.search(text) or PAST_RUN.search(text))


def read_body_talk(text: str) -> Frame | None:
    """Read a statement of how one's body is as a wish for advice: "I run loads but my belly is still there"."""
    if not is_bodily(text) or _ALL_WELL.search(text) or not _ONES_OWN.search(text):
        return None
    return Frame(intent="knowledge_question", question=question_type(text) or "how")


def read_measured(said: Utterance) -> Frame | None:
    """Read a question about a size of running that names nothing else: "is 20 minutes enough?"."""
    if is_alien(said.words) or not is_question(said.words) or not said.has(*_MEASURES):
        return None
    return Frame(intent="knowledge_question", question=question_type(said.words))


def _about_people(text: str) -> bool:
    """Whether a question with a weak word of the field is about people moving, not about the world."""
    return (
        re.search(
            r"\b(?:i|you|me|my|people|women|men|woman|body|run|train|training|it|go out|get out|outside|healthy|runs?"
            r"|tips|advice)\b",
            text,
        )
        is not None
    )


def read_evaluation(text: str) -> Frame | None:
    """Read "is that good?" behind a run."""
    return Frame(intent="knowledge_question", question="yes_no", follow_up=True) if _EVALUATION.search(text) else None
