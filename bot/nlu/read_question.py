"""Read questions of knowledge, and what type a question is: the answer's first words depend on it."""

from __future__ import annotations

import re

from bot.nlu.cues import in_field, in_field_strongly, is_question
from bot.nlu.frame import Frame, QuestionType

_TYPES: tuple[tuple[QuestionType, re.Pattern[str]], ...] = (
    (
        "is_it_true",
        re.compile(
            r"\b(?:is it (?:really )?true|true that|is there any truth|(?:a )?myth|old wives|people say|they say|i (?:read|heard|saw)(?: somewhere)? (?:that)?|apparently|someone (?:told|said)|my (?:friend|mate|mum|mom|pt|trainer|sister|husband|boyfriend|gf|girlfriend|coach|colleague) (?:says|said|reckons|told|swears|thinks|claims)|tiktok|everyone says|is (?:\d[\d,.]*|the) [^?]{0,20}really)\b"
        ),
    ),
    (
        "what_about_me",
        re.compile(
            r"\b(?:what about me|for me\b(?: personally)?|in my case|someone like me|for someone (?:like|my|who)|at my (?:age|weight|size|height)|with my (?:body|weight|build|age)|for my (?:age|weight|size|body|build)|about my)\b"
        ),
    ),
    (
        "why",
        re.compile(
            r"\b(?:why|how come|what causes?|what is causing|reason (?:for|why)|whats going on|what is going on|wtf|explain why)\b"
        ),
    ),
    (
        "how_long",
        re.compile(
            r"\b(?:how long|how soon|how quickly|when (?:will|do|can|does|would|should) (?:i|you|it|my|the)|how many (?:weeks|months|days)|what month|by when)\b"
        ),
    ),
    (
        "how_much",
        re.compile(
            r"\b(?:how (?:much|many|far|fast|often|hard|big|heavy|high|hot|cold)|what (?:percentage|amount|pace|distance|speed|heart rate|number)|number of)\b"
        ),
    ),
    (
        "which",
        re.compile(
            r"\b(?:which|what is (?:the )?(?:better|best)|what (?:are the )?best|whats better|better\b[^?]{0,30}\bor|best (?:time|shoes?|exercises?|food|way|type|kind|stretch|surface|workouts?)|versus|vs|(?:\w+ ){1,4}or (?:\w+ ?){1,5}(?:for|better|more|\?|$))\b|\bwhat (?:shoes|exercises?|food|kind|type|sort|time|surface|stretches)\b"
        ),
    ),
    (
        "how",
        re.compile(
            r"\b(?:how (?:do|can|to|should|would|could|did|does)|tips|advice|suggestions|ideas|best way|ways? to|what (?:should|can|do|helps|could|would) (?:i|you|help|we|people)|what (?:helps|works)|any (?:tips|advice|ideas|suggestions|help)|help)\b"
        ),
    ),
)
_YES_NO = re.compile(
    r"^(?:(?:so|and|but|ok|hey|hi|um|well|oh|also|just|coach|sorry|hmm|actually|honestly|question|please) )*(?:is|are|am|was|were|do|does|did|can|could|should|would|will|wont|has|have|isnt|arent|doesnt|dont|shouldnt|wouldnt|cant)\b|\b(?:is (?:it|that|this)|should i|can i|do i|will (?:it|i|running|my)|does (?:it|running|this|that)|are (?:they|there)|am i|would it|could it|is there)\b"
)
_WHY_FIRST = re.compile(r"^(?:(?:so|and|but|ok) )?why\b")
_STATED_WORRY = re.compile(
    r"\b(?:hurts?|hurting|pain(?:ful)?|ache|aches|aching|sore|stiff|tight|swollen|injured|twisted|pulled|strain(?:ed)?|sprain(?:ed)?|killing me|bugging me|playing up|niggle|blisters?|chafing|cramps?|shin splints|runners knee|plantar|stitch|cellulite|gained|put on|heavier|bigger|not losing|plateau(?:ed)?|stuck|bloated|hungry|starving|thirsty|dizzy|tired legs|dead legs|heavy legs|out of breath|cant breathe|help|tips|advice|problem|trouble|struggle with|worried about|confused about|wondering|curious|numb|tingl\w+|wont budge|same weight|no (?:change|difference)|loose skin|saggy|itchy|runners trots|the runs|side effects?|jiggl\w*|bounc\w*)\b"
)
_EITHER = re.compile(r"\b\w+ (?:or|vs|versus) \w+(?: \w+){0,3} (?:for|to)\b|\b(?:vs|versus)\b")
_TOPIC_ONLY_WORDS = 4
_EVALUATION = re.compile(
    r"^(?:is (?:that|this|it) (?:good|ok|okay|bad|normal|slow|fast|decent|enough|too (?:slow|fast|much|little)|right))\b"
)


def question_type(text: str) -> QuestionType | None:
    """Return what type of question a tidy text asks, or None if it asks nothing."""
    if not is_question(text):
        return "how" if re.search(r"\b(?:tips|advice|help|suggestions)\b", text) else None
    if _WHY_FIRST.search(text):
        return "why"
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
    asks = is_question(text) or _EITHER.search(text) is not None
    if asks and (in_field_strongly(text) or _about_people(text)):
        return Frame(intent="knowledge_question", question=question_type(text))
    if not asks and in_field_strongly(text) and (_STATED_WORRY.search(text) or len(text.split()) <= _TOPIC_ONLY_WORDS):
        return Frame(intent="knowledge_question", question=question_type(text) or "how")
    return None


def _about_people(text: str) -> bool:
    """Whether a question with a weak word of the field is about people moving, not about the world."""
    return (
        re.search(
            r"\b(?:i|you|me|my|people|women|men|woman|body|run|train|training|it|go out|get out|outside|healthy|runs?)\b",
            text,
        )
        is not None
    )


def read_evaluation(text: str) -> Frame | None:
    """Read "is that good?" behind a run."""
    return Frame(intent="knowledge_question", question="yes_no", follow_up=True) if _EVALUATION.search(text) else None
