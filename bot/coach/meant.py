"""Words to search for where people name their trouble in a roundabout way."""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.pattern import Pattern

_WHAT_I_EAT: Final = Pattern(
    r"\b(?:help|advise|tell|guide)\b.{0,16}\bwhat (?:i|to|should i) eat(?: then| now)?\W*$", re.IGNORECASE
)
_PLACE: Final = (
    r"(?:bum|butt|bottom|backside|booty|ass|arse|belly|tummy|stomach|waist|thighs?|hips?|legs|arms|love handles|fat)"
)
_MEANT: Final[tuple[tuple[Pattern, str], ...]] = (
    (
        Pattern(
            r"\b(?:can|could|should|may) (?:my|a|the) (?:husband|wife|partner|girlfriend|boyfriend|friends?"
            r"|mates?|sister|brother"
            r"|mum|mom|dad|daughter|son|dog|neighbour) (?:come|join|run|tag|go)\b",
            re.IGNORECASE,
        ),
        "is it better to run alone or with others",
    ),
    (
        Pattern(
            r"\b(?:sit ?-?ups?|crunch(?:es)?|planks?|side bends?|leg raises?|ab (?:workouts?|exercises?"
            r"|work))\b.{0,40}"
            rf"\b(?:burn|lose|los|melt|shift|flat\w*|get rid|reduce|{_PLACE})",
            re.IGNORECASE,
        ),
        "can i lose fat in one place with exercises for that place",
    ),
    (
        Pattern(
            r"^(?!.*\b(?:why|how come|skin|bridges?|squats?|thrusts?|lunges|lift\w*|weights|gym)\b).*"
            r"\b(?:how (?:long|soon)|when|how many (?:weeks|months|days))\b(?! (?:should|do|shall|must) i (?:run"
            r"|jog|go|rest|wait"
            rf"|eat|stretch)).{{0,24}}\b(?:{_PLACE}|i (?:look|see(?! (?:a|the|my)\b)|notice)|results?|difference"
            rf"|changes?|shows?)\b.{{0,24}}"
            r"|\bwill i (?:be|look|get) (?:any )?(?:slimmer|thinner|smaller|leaner|trimmer)\b"
            r"|\bwill i (?:lose|see|notice|look)\b.{0,30}\bby (?:christmas|xmas|new year|easter|summer|spring"
            r"|my (?:birthday"
            r"|wedding|holiday)|the (?:wedding|holidays?|summer)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            r"|dec)\w*)\b",
            re.IGNORECASE,
        ),
        "how long until you see results from running",
    ),
    (
        Pattern(
            r"\bcompensat\w* (?:by (?:moving|eating)|for (?:the )?(?:exercise|energy|running|training))\b|"
            r"\b(?:how much|how large|percent\w*|share|fraction|average|point estimate|magnitude"
            r"|size)\b.*\bcompensat\w*"
            r"|\bcompensat\w*.*\b(?:how much|how large|percent\w*|share|fraction|average|point estimate|magnitude"
            r"|size)\b",
            re.IGNORECASE,
        ),
        "how much of a run's energy do people make up for on average",
    ),
    (
        Pattern(
            r"\b(?:rmr|bmr|resting (?:metabol\w+|energy|rate)|metabolism)\b.{0,40}\b(?:drop|fall|slow|decline|adapt"
            r"|decrease)\w*"
            r".{0,40}\b(?:loss|losing|diet\w*|deficit|expected)\b",
            re.IGNORECASE,
        ),
        "does resting metabolism drop more than expected after weight loss",
    ),
    (
        Pattern(
            r"\bhow (?:much|often|far|many (?:times|days|km|miles|minutes|hours)) (?:do|should|must|would|shall) i"
            r" (?:actually |really )?(?:have to |need to |got to )?(?:run|jog)(?:ning)?(?: (?:a|per|each|every"
            r"|in a) week| then"
            r"| for (?:that|this|it)| really| at all| exactly)*\W*$",
            re.IGNORECASE,
        ),
        "how often and how much should i run each week",
    ),
    (
        Pattern(
            r"\b(?:how|best way|what)\b(?!.*\b(?:run\w*|jog\w*|sprint\w*|hills?)\b).{0,24}\b(?:get|grow|build"
            r"|make|for)\b.{0,16}"
            r"\b(?:big|bigger|rounder|fuller|larger|peachy|peachier|thicker)\b.{0,12}\b(?:butt|bum|ass|arse"
            r"|booty|glutes?"
            r"|bottom|peach|backside)\b",
            re.IGNORECASE,
        ),
        "which exercises grow the glutes",
    ),
)
"""Classes of questions whose words lead the search astray, each with the words that find their answer."""
_SEAT: Final = r"(?:bum|butt|bottom|backside|behind|booty|ass|arse|rear|buttocks)"
_WANTS_LESS: Final = Pattern(
    rf"\b(?:want|wanna|need|like|love|get|getting|make|making|have|wish|lose|shrink|shrinking|reduce|slim\w*|trim\w*)\b"
    rf"[^.?!]{{0,24}}\b(?:small(?:er)?|slimmer|tinier|thinner|less|flatter|narrower)\b[^.?!]{{0,10}}\b{_SEAT}\b"
    rf"|\b(?:lose|shrink|reduce|slim|trim|get rid of)\b[^.?!]{{0,16}}\b{_SEAT}\b"
    rf"|\b{_SEAT}\b[^?!]{{0,30}}\b(?:too (?:big|large|fat|wide|huge)|small(?:er)?|slimmer|shrink|less)\b"
    rf"|\b(?:too (?:big|large|fat|huge)|hate my (?:big|fat|huge))\b[^.?!]{{0,12}}\b{_SEAT}\b",
    re.IGNORECASE,
)
_NO_SUCH_WISH: Final = Pattern(
    r"\b(?:don'?t|do not|not|without|never|afraid|scared|worr\w+|keep|too small|why|gone|lost|losing|grow\w*|bigger"
    r"|rounder|fuller|pain\w*|hurts?|sore|jeans|trousers|wife|girlfriend|husband|boyfriend"
    r"|how (?:long|soon|much|many|fast|quickly)|when|until|till|walk\w*|squats?|cycl\w*|swim\w*|bike|stairs|hills?"
    r"|incline"
    r"|sprints?|lift\w*|diet\w*|food|eat\w*|pills?|creams?|does|is it|can (?:running|jogging|you)|will)\b",
    re.IGNORECASE,
)
_WANTS_TO_KEEP: Final = Pattern(
    rf"\b(?:don'?t|do not|never|no) (?:really )?(?:want|wanna|need|like|wish)\b[^.?!]{{0,16}}\b(?:small\w*|los(?:e|ing)"
    rf"|less"
    rf"|flat\w*|shrink\w*)\b[^.?!]{{0,10}}\b{_SEAT}\b",
    re.IGNORECASE,
)
_GRUMBLE: Final = Pattern(
    r"^(?:ok(?:ay)?,? |ugh,? |pff,? |sorry,? |but )*(?:that'?s |that is |this is |it'?s |there'?s |you (?:give|write"
    r"|use|send) )?"
    r"(?:all )?(?:way |far |a bit |still )?(?:too|so) (?:much|many|long|complicated"
    r"|technical)\b[^.?!]{0,40}[.?!,;:]+\s*"
    r"(?=(?:\S+ ){3}\S+)",
    re.IGNORECASE,
)
"""A complaint about the last answer, before a question of its own."""
_HOW: Final = Pattern(r"\b(?:how|what (?:do|can|should)|tips|help|ways?)\b", re.IGNORECASE)
_LIKE_ME: Final = Pattern(
    r"[,.;:!?]?\s*\b(?:so |and |but )*(?:what (?:about|can|could|should|would|do)|how (?:can|do|should)|any(?:thing"
    r"| ideas"
    r"| tips)? for)\b"
    r"[^.?!]{0,14}\b(?:people|someone|somebody|a person|folks?|one) like (?:me|us)\b(?: do)?\W*$"
    r"|[,.;:!?]?\s*\bwhat (?:would (?:work|help)|works|helps|do i do|can i do|for)(?: (?:in|for))? my case\W*$",
    re.IGNORECASE,
)
"""A question about oneself behind what was told: the telling names the subject."""
_FAT: Final = frozenset({"belly-fat", "fat-loss-in-months", "butt-smaller", "outrun-your-diet", "healthy-rate-of-loss"})


_EXPERT: Final = (
    (Pattern(r"\b(?:interference effect|concurrent training)\b", re.IGNORECASE), "lifting and running together"),
    (
        Pattern(
            r"\b(?:epoc|after[- ]?burn(?: effect)?(?! after)|excess post[- ]?exercise oxygen(?: consumption)?)\b",
            re.IGNORECASE,
        ),
        "the afterburn after a run",
    ),
    (Pattern(r"\b(?:total |daily )?(?:energy|calorie|caloric|food) intake\b", re.IGNORECASE), "how much i eat"),
    (
        Pattern(r"\b(?:dietary |food |behaviou?ral )?compensat\w+(?: by eating(?: more)?| with food)?", re.IGNORECASE),
        "does running make me hungry and eat more",
    ),
    (
        Pattern(
            r"\b(?:inter-?)?individual (?:differences?|variation|variability|responses?|responsiveness)|"
            r"\b(?:non-?)?responders?\b",
            re.IGNORECASE,
        ),
        "how people differ in how much fat a few months of running takes off",
    ),
    (
        Pattern(
            r"\b(?:constrained (?:total )?(?:energy|expenditure)(?: expenditure| model)*|energy compensation"
            r"|additive model)\b",
            re.IGNORECASE,
        ),
        "does the body save energy elsewhere, can you outrun your diet",
    ),
    (Pattern(r"\bfat oxidation\b", re.IGNORECASE), "fat-burning zone, share of fat used"),
    (
        Pattern(r"\b(?:substrate|fuel) (?:use|utili[sz]ation|selection)\b", re.IGNORECASE),
        "burning fat or carbs during a run",
    ),
    (Pattern(r"\b(?:aerobic|endurance) (?:exercise|training)\b", re.IGNORECASE), "running"),
    (Pattern(r"\b(?:resistance|weight) (?:exercise|training)\b", re.IGNORECASE), "lifting"),
    (Pattern(r"\bvisceral(?: adipose(?: tissue)?| fat)?\b|\bvat\b", re.IGNORECASE), "deep belly fat"),
    (
        Pattern(r"\b(?:tibiofemoral |knee )?(?:osteoarthritis|cartilage)\b|\bknee oa\b", re.IGNORECASE),
        "knee arthritis",
    ),
    (Pattern(r"\b(?:lean (?:body )?(?:mass|tissue)|fat[- ]free mass|ffm)\b", re.IGNORECASE), "muscle"),
    (Pattern(r"\bbody composition\b", re.IGNORECASE), "body fat and muscle"),
    (Pattern(r"\b(?:glute(?:us)?|muscle) hypertrophy\b", re.IGNORECASE), "muscle growth"),
    (
        Pattern(r"\b(?:metabolic adaptation|adaptive thermogenesis)\b", re.IGNORECASE),
        "does metabolism slow down with fat loss",
    ),
)
"""Words of the trade, and how our articles say it."""


def asks_for_their_kind(text: str) -> bool:
    """Whether somebody tells how they live and asks what people like them can do."""
    return _LIKE_ME.search(text) is not None


def search_words(question: str, subject: str | None) -> str:
    """Return a question in the words that find its article.

    Args:
        question: As it was asked.
        subject: Slug of the article the talk is about.
    """
    if subject in _FAT and _WHAT_I_EAT.search(question):
        return "food for fat loss, how much less to eat"
    question = _GRUMBLE.sub("", question)
    if _WANTS_TO_KEEP.search(question):
        return "how do i keep my butt while running"
    if _WANTS_LESS.search(question) and not _NO_SUCH_WISH.search(question):
        return "how do i make my butt smaller by running" if _HOW.search(question) else "i want a smaller butt"
    question = _LIKE_ME.sub("", question) or question
    classed = next((words for pattern, words in _MEANT if pattern.search(question)), None)
    return classed or in_plain_words(question)


def in_plain_words(question: str) -> str:
    """Return a question with the words of the trade as our articles say them."""
    for term, plain in _EXPERT:
        question = term.sub(plain, question)
    return question
