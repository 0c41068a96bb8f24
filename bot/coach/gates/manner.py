"""What a model may not say: shame, body ideals, hype, medical promises, links, things done that nobody did."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.nlu.pattern import Pattern

_FORBIDDEN: Final = {
    "link": (
        r"https?:|www\.|\b[\w-]+\.(?:com|org|net|io|co|info|me|app|shop|uk|de|ly|gov|edu|fit|health)\b|\bt\.me\b|"
        r"(?<!\w)@\w|"
        r"\b(?:instagram|youtube|tiktok|facebook|reddit|whatsapp|link in (?:my )?bio|subscribe|promo code|"
        r"discount code|"
        r"newsletter)\b|\b(?:visit|see|check out|go to|on|at) (?:our|my|the|their|this) (?:site|website|web "
        r"?page|shop|store|"
        r"channel|profile|full paper here)\b|\banother bot\b|"
        r"</?[a-z!][^>]*>|&\w+;|\]\(|!\[|\\[a-z(\[]|\$\$|[{}<>|\\]|javascript:|\bdot com\b"
    ),
    "shame": (
        r"\b(?:guilt\w*|cheat\w*|lazy|laziness|shame\w*|ashamed|disgust\w*|gross\b(?! kcal| energy| cost)|pathetic|"
        r"no excuses?|"
        r"excuses|sinful|naughty|sloth|weak-willed|let yourself go|chubby|fatty|flab\w*|obese|ugly|"
        r"your fault|you only have yourself|should have known|stop whining|man up|bad food|junk food|earn(?:ed|s|"
        r"ing)? (?:your|that|"
        r"the|a) (?:food|meal|dessert|treat|dinner|cake|pizza|carb\w*|snack|rest|reward)|burn(?:ed|s|ing)? (?:off|"
        r"away)|work off|"
        r"embarrass\w*|humiliat\w*|pitiful|disappointed|quitters?|losers?|(?:not|never|\w+n't) (?:really |even |"
        r"all that |"
        r"that )?(?:serious|committed|trying|disciplined|cut out for)|(?:no|lack(?:s|ing)?(?: of| the)?|more|zero) "
        r"(?:discipline|willpower|backbone|grit)|what's (?:your|the) excuse|get off (?:the|your) (?:couch|sofa|"
        r"butt|bum)|"
        r"every(?:one|body) else (?:can|does|manages|did)|if you (?:really|truly) (?:wanted|cared|want|care)|"
        r"only yourself to|give up (?:so |too )?easily|like a child|grow up|toughen up|"
        r"pig(?:ged)? out|make up for|"
        r"earns? (?:you|a)|(?:where|when) you slip)\b"
    ),
    "body_ideal": (
        r"\b(?:bikini|beach|summer|dream|perfect|ideal|goal|supermodel|model's?|attractive|sexy|sexier|hot(?:ter)?|"
        r"hottest|"
        r"flattering|gorgeous|beautiful|hourglass|thigh gap|revenge|killer|killing it|envy|jealous|turn heads)[ "
        r"-]*(?:body|bodies|"
        r"figure|shape|butt|bum|glutes?|booty|look|legs|curves?|physique|weight|waist)\b|\bthigh gap\b|\b(?:sexy|"
        r"sexier|"
        r"hourglass|attractive|gorgeous|flattering)\b|\b(?:real|proper) (?:women|men|runners?)\b|\bmen "
        r"(?:like|love|prefer)\b|"
        r"\b(?:nice|lovely|pretty|perfect|ideal|enviable|ugly|bulky|chunky|stumpy|tree-trunk|shapely|pert|perky|proper|"
        r"feminine|womanly|manly|boyish)[, ]+(?:[\w']+[, ]+){0,2}(?:legs?|thighs?|butts?|bums?|behinds?|"
        r"backsides?|glutes|body|bodies|waist|figure|shape|hips?|belly|curves)\b|\b(?:legs?|thighs?|butts?|"
        r"bums?|behinds?|backsides?|glutes|body|bodies|waist|figure|shape|hips?|belly|curves) (?:is|are) (?:a |"
        r"an )?(?:\w+ )?"
        r"(?:flaws?|ugly|shame|unattractive|blemish|imperfections?|eyesore|problem|disaster)\b|\b(?:silhouettes?|"
        r"unattractive|unsightly|perky|shapely|eyesore|head-turning|swimsuit-ready|beach-ready|everyone finds|"
        r"easier on the eye|the opposite sex|dream figure)\b|"
        r"\bwomen (?:like|love|prefer)\b|\b(?:how|as|lovely|nice|so) (?:lean|slim|thin|trim|slender)\b|"
        r"\b(?:slender|slim|trim) (?:legs?|waist|frame|figure|body)\b|\bshow(?:ing)? (?:it |them )?off\b|"
        r"\bflatter(?:s|ing)\b|\bcompliment\b|\b(?:legs|body|waist|shape|butt|belly|figure)\b[^.,;]*\bproud of\b|"
        r"\blook(?:s|ing)? (?:better|amazing|great|thinner|slimmer|skinny|hot|good "
        r"naked|fat|awful|"
        r"bad|terrible)\b|\b(?:skinny|thinner is|thin is|slim is|nothing tastes)\b|\bproud of (?:losing|your "
        r"(?:weight|body|loss))|"
        r"\b(?:congrat\w*|well done|great job|amazing|bravo) (?:on|for) (?:losing|dropping|shedding|the weight|your "
        r"weight)|"
        r"\b(?:unwanted|ugly|excess|stubborn|problem|trouble) (?:fat|area|areas|zone|zones|spots?|pounds|weight)\b|"
        r"\bbulky (?:legs )?"
        r"(?:is|are) (?:ugly|unfeminine)|\bfeminine\b|\bmanly\b|\b(?:saggy|droopy|jiggl\w+|wobbly)\b|\b(?:nobody|no "
        r"one|everyone|everybody|people|"
        r"guys|they) (?:really )?(?:likes?|wants?|loves?|finds?|notices?)\b[^.]*\b(?:butt|behind|bum|body|bodies|"
        r"thighs?|belly|legs|figure)\b"
    ),
    "hype": (
        r"\b(?:guarante\w+|miracle|magic\w*|secrets?|hack|hacks|revolutionary|game[- ]chang\w+|life[- ]chang\w+|"
        r"incredible|"
        r"unbelievable|effortless\w*|instant\w*|overnight|melt(?:s|ed|ing)?|torch(?:es|ed|ing)?|blast(?:s|ed|ing)?|"
        r"incinerat\w+|shred(?:s|ded|ding)?|detox\w*|toxins?|cleanse|superfoods?|scientifically proven|clinically "
        r"proven|"
        r"fat[- ]burning machine|never fails|risk[- ]free|works for everyone|trust me|100\s*%|crush it|beast mode|"
        r"no pain,? no gain|sculpt\w*)\b"
    ),
    "medical": (
        r"\b(?:cures?|cured|curing|heal(?:s|ed)? (?:your|the|any|all)|diagnos\w+|you (?:have|probably have|likely "
        r"have|might have|"
        r"may have|are suffering from) (?:an? )?(?:\w+ )?(?:fracture|tendin\w+|arthritis|diabetes|asthma|disorder|"
        r"anaemia|anemia|"
        r"injury|disease|infection|blood clot|syndrome|deficiency)|(?<!who )(?<!whoever )prescri(?!bers?\b)\w+|"
        r"\w* ?dos(?:e|age) of|"
        r"(?:stop|quit|skip|reduce|halve|"
        r"increase|double|change|come off|cut) (?:taking )?(?:your |the |any )?(?:\w+ )?(?:medicines?|medications?|"
        r"meds|"
        r"pills?|insulin|tablets?|inhaler|antidepressants?|treatment|dose)|no need (?:to see|for) (?:a |your "
        r")?(?:doctor|gp|"
        r"physio\w*|medical)|(?:don't|do not|needn't|never) (?:need|have) (?:to see )?(?:a|your|any) (?:doctor|gp|"
        r"physio\w*|"
        r"midwife)|(?:don't|do not|needn't) (?:see|bother|ask|call|tell|worry)\b[^.]*\b(?:doctor|gp|physio\w*|"
        r"midwife)|(?:instead of|rather than) "
        r"(?:a |your |seeing )\w*\s?(?:doctor|gp|medic\w+)|(?<!n't )(?<!not )(?<!never )"
        r"(?:run|push|train|work) through (?:the|any|your|that|it|"
        r"this|pain)|"
        r"ignore (?:the|any|your|that|this|it)\b|pain is (?:just )?weakness|(?:completely|perfectly|totally|"
        r"absolutely|always|"
        r"entirely) safe|safe for (?:everyone|anyone|everybody|you)|you(?:'ll| will) be (?:fine|safe|okay|ok|cured)|"
        r"nothing to worry about|(?:is|it's|that's) (?:nothing )?(?:not )?(?:serious|harmless)\b|"
        r"(?:gone|over|cured|fixed|healed|sorted) for (?:good|ever)|(?:is|are|it's|that's|isn't|can't be) "
        r"(?:never|not|surely not|"
        r"definitely not|clearly not|only|just|nothing but|certainly)? ?(?:a |an )?(?:\w+ )?(?:fracture|clot|"
        r"rupture|heart "
        r"problem|heart attack|infection)\b|(?:it's|that's|this is|you've got|sounds like|looks like) (?:a |an |"
        r"your |classic "
        r"|clearly )?(?:\w+ )?(?:syndrome|tendin\w+|shin splints|runner's knee|arthritis|bursitis|sciatica|plantar "
        r"\w+|stress fracture|anaemia|anemia|diabetes|red-s)\b|safe to (?:run|train|carry on|continue|keep|push|go on)|"
        r"(?:will|'ll) (?:reverse|cure|fix|get rid of|wipe out|undo)|no (?:doctor|scan|check-?up|test)s? (?:is |are )?"
        r"(?:needed|necessary)|(?:don't|do not|won't) need (?:a |any |to see (?:a |any )?)?(?:doctor|gp|scan|"
        r"test|physio|"
        r"check-?up|mri|x-ray)|replaces? (?:your |the )?(?:medicine|medication|treatment|therapy|doctor)|"
        r"(?:skip|skipping|without|leave out|miss) (?:your |the )?(?:breakfast|lunch|dinner|supper|meals?|a meal|food)|"
        r"(?:leave|leaving) (?:your |the )?(?:breakfast|lunch|dinner|supper|meals?|food) (?:out|off)|"
        r"(?<!you )(?<!who )(?<!people )(?:take|taking|swallow|inject|try|use) (?:[\w-]+ ){0,3}(?:tablets?|pills?|"
        r"inhalers?|shots?|jabs?|doses?|painkillers?|ibuprofen|naproxen|paracetamol|aspirin|metformin|insulin|"
        r"magnesium|supplements?)|(?:stop|quit) eating\b|(?:don't|do not) "
        r"eat (?:anything|today|tomorrow|until|for|before|after|much|dinner|carbs)|"
        r"starv\w+|fast(?:ing)? for (?:a |the )?(?:whole )?(?:days?|week|hours)|water fast|laxatives?|"
        r"diuretics?|vomit\w*|purg(?:e|ing)|eat (?:nothing|as little|next to nothing)|"
        r"appetite suppressants?|fat burners?|steroids?|ozempic|semaglutide)\b"
    ),
    "self": (
        r"\b(?:as an ai|language model|ai assistant|as a (?:coach|doctor|physician|nurse|dietitian|physio\w*|"
        r"professional)|system prompt|my instructions|"
        r"ignore (?:all|previous)|i am a (?:doctor|human|person|nurse)|i'm a (?:doctor|human|person|nurse)|my (?:own "
        r")?(?:body|runs?|"
        r"clients?|patients?|experience|marathon|knees?)|when i (?:run|ran|was)|passage \w+ says|the passages? "
        r"(?:above|provided)|placeholder)\b"
    ),
    "filler": r"^(?:great|excellent|good|awesome|fantastic|amazing) question|!\s*!|!.*!",
}
_PATTERNS: Final = {name: Pattern(pattern, re.IGNORECASE) for name, pattern in _FORBIDDEN.items()}
_DENIED: Final = Pattern(
    r"\b(?:no|not|never|nothing|isn't|aren't|don't|doesn't|can't|won't|without|there's no|there is no|neither|nor|"
    r"nobody|few|myth|rather than|"
    r"instead of)\b(?:[^.,;:]{0,40})$",
    re.IGNORECASE,
)
_MAY_BE_DENIED: Final = frozenset({"hype", "shame", "body_ideal"})
_SPOKEN: Final = frozenset(".,;:!?'\"()[]-–—…/%&+·’‘“”°=×−*~#€$£₂²½⅓¼¾")
_HIDDEN: Final = Pattern(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPELT_OUT: Final = Pattern(r"\b(?:[A-Za-z][ .\-_]){3,}[A-Za-z]\b")


def faults_of_manner(text: str, cited: str = "") -> tuple[str, ...]:
    """Return what is wrong with how a statement is said, by name; empty if nothing is.

    A word may be named to be denied where only the word is the matter ("there's no magic to it"), and may be repeated
    from a passage the statement cites.
    """
    source = cited.lower()
    found = []
    for name, pattern in _PATTERNS.items():
        places = [place for place in pattern.finditer(text) if place[0].lower() not in source]
        if name in _MAY_BE_DENIED:
            places = [place for place in places if not _DENIED.search(text[: place.start()])]
        if places:
            found.append(name)
    return tuple(found)


def is_plain_writing(text: str, *, latin_only: bool = True) -> bool:
    """Whether a text holds nothing but letters, digits and everyday punctuation.

    Args:
        text: What the model wrote.
        latin_only: Whether letters of other scripts are out of place; in English they only serve to disguise.
    """
    if _HIDDEN.search(text) or (latin_only and _SPELT_OUT.search(text)):
        return False
    return all(_is_plain(mark, latin_only=latin_only) for mark in text)


def _is_plain(mark: str, *, latin_only: bool) -> bool:
    if mark.isascii():
        return mark.isprintable() or mark == "\n"
    if mark in _SPOKEN or mark.isspace():
        return True
    category = unicodedata.category(mark)
    if latin_only:
        return (
            category[0] == "L"
            and unicodedata.name(mark, "").startswith("LATIN")
            and "SMALL CAPITAL" not in unicodedata.name(mark)
        )
    return category[0] in "LM" or category in {"Nd", "Po", "Ps", "Pe", "Pd", "Pi", "Pf"}
