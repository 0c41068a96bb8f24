"""Signs of the minute that few runners name: an allergy that shuts the throat, blood, muscle that breaks down, pills.

Each is told by two things together, such as swelling and breath, or a pill and what it does now.

Sources:
    nhs.uk, "Anaphylaxis": swollen throat or tongue, trouble breathing; adrenaline first, then call, lie down.
    nhs.uk, "Coughing up blood (haemoptysis)"; "Rhabdomyolysis": dark urine after hard effort, to hospital.
    nhs.uk, "Postpartum haemorrhage": heavy bleeding up to twelve weeks after a birth, pads soaked, large clots.
    nhs.uk, "Postnatal depression", "Postpartum psychosis": thoughts of harming the baby.
"""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words
from bot.nlu.tidy import tidy
from bot.nlu.utterance import clause

_SWELLS = r"(?:clos(?:e[sd]?|ing)|swell\w*|swollen|puff\w*|huge|thick|tighten\w*)"
_AIRWAY = r"(?:throat|tongue|airways?)"
_SKIN = r"(?:face|lips?|eyes?|eyelids?)"
_URINE = r"(?:pee|peed|peeing|wee|weeing|urine|piss|pissing)"
_DARK = r"(?:(?:dark )?brown\w*|coca ?cola|cola|coke|black|(?:black |strong )?tea|rust\w*|mahogany)"
_OF = r"(?:(?!after|before|and|or|then|because|when|from|with|in|not|isnt|needs?)\w+ )"
_CHILD = r"(?:(?:the|my|our|this) (?:\w+ )?(?:baby|newborn|son|daughter|child|kids?|twins|little (?:1|one|boy|girl)))"
_HARMS = r"(?:hurt|harm|shak|smother|suffocat|drown|strangl)(?:e|es|ing|ting)?"
_THROWS = r"(?:drop|throw|kill|stab|hit|push)(?:p?ing|t?ing)?"
_BACK_AND_SUCH = r"(?! (?:\w+ )?(?:back|feelings?|knees?|legs?|arms?|head|neck|chances?|progress|hips?)\b)"
_THOUGHT = (
    r"\b(?:think\w*|thoughts?|thought|urges?|want(?:ed|ing)?|imagin\w*|pictur\w*|images?|feel like|tempted"
    r"|(?:scared|afraid|terrified|frightened|worried) (?:that )?(?:i (?:might|will|could|may)|im (?:going to|gonna)"
    r"|ill))\b[^.!?\n]{0,24}"
)
_OF_A_CHILD = words(rf"\b{_HARMS} (?P<whom>{_CHILD}|her|him|them)\b{_BACK_AND_SUCH}|\b{_THROWS} {_CHILD}\b")

ACUTE: tuple[Sign, ...] = (
    Sign(
        category="allergic_reaction",
        pattern=words(
            rf"\b{_AIRWAY}\b[^.!?\n]{{0,30}}\b{_SWELLS}\b|\b(?:swollen|swelling|closing)(?: \w+){{0,2}} {_AIRWAY}\b"
        ),
        unless=words(
            r"\b(?:nerv\w*|anxi\w*|panic\w*|stress\w*|tonsil\w*|glands?|dry|cold|sore throat|dentist|burn\w*"
            r"|bit(?:ten)?"
            r" my|cry\w*|emotion\w*|infection|shoes?|trainers?)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="allergic_reaction",
        pattern=words(
            rf"\b(?:hives|welts)\b|\b{_SKIN}\b[^.!?\n]{{0,20}}\b{_SWELLS}\b|\b(?:swollen|swelling|puffy) {_SKIN}\b"
        ),
        needs=words(
            r"\b(?:wheez\w*|(?:hard|cant|cannot|struggl\w*|trouble|difficult\w*)\b[^.!?\n]{0,16}\bbreath\w*|breathless"
            r"|short of breath|faint\w*|throat|tongue)\b"
        ),
        whole=True,
        clearable=True,
    ),
    Sign(
        category="coughed_blood",
        pattern=words(
            r"\b(?:cough\w*|spat|spit\w*|hack\w*)\b[^.!?\n]{0,24}\b(?:blood|(?:bloody|pink|red)(?: \w+)? (?:foam"
            r"|froth\w*|spit|phlegm|sputum|mucus|stuff))\b"
            r"|\bblood\b[^.!?\n]{0,20}\b(?:(?:when(?:ever)?|every time|if|as) i cough|(?:in|on|with) (?:my |the )?"
            r"(?:phlegm|spit|sputum|mucus|cough))\b"
        ),
        unless=words(
            r"\b(?:nose\w*|gums?|tooth|teeth|brush\w*|bit(?:ten)? (?:my|his|her|the)|lips?|dentist|tast\w*"
            r"|blood (?:test|pressure)|film|book)\b"
        ),
        clearable=True,
    ),
    Sign(
        category="dark_urine",
        pattern=words(
            rf"\b{_URINE} {_OF}{{0,6}}?{_DARK}\b|\b{_DARK}(?: (?:coloured|colored|ish|like))? {_URINE}\b"
            rf"|\b{_URINE} {_OF}{{0,3}}?dark\b(?! yellow)(?=.*\b(?:cant (?:bend|straighten|lift|move)|agony)\b)"
        ),
        unless=words(
            r"\b(?:dr[aiu]nk\w*|drinking|beet\w*|vitamins?|rhubarb|senna|dog|cat|toilet water|years? ago|colour chart"
            r"|what (?:does|would|if))\b"
        ),
        clearable=True,
    ),
    Sign(
        category="heavy_bleeding",
        pattern=words(
            r"\bbleed\w*\b[^.!?\n]{0,16}\b(?:heav\w+|a lot|loads|lots|so much|badly|wont stop|through|gush\w*"
            r"|pouring)\b"
            r"|\b(?:heavy|heavily|so much|gushing|pouring)\b[^.!?\n]{0,12}\b(?:bleed\w*|blood)\b"
            r"|\bsoak\w*\b[^.!?\n]{0,24}\bpads?\b|\bpads?\b[^.!?\n]{0,16}\bsoaked\b"
            r"|\b(?:pass\w*|big|huge|large)\b[^.!?\n]{0,12}\bclots?\b"
        ),
        needs=words(
            r"\b(?:birth|born|baby|newborn|c[- ]?section|ca?esarean|post ?partum|pp|delivery|labou?r|dizz\w*|faint\w*"
            r"|light ?headed|clots|blood\w*|bleed\w* [^.!?\n]*pads?)\b"
        ),
        unless=words(
            r"\b(?:nose\w*|nipples?|toes?|toenail|blisters?|knees?|gums?|piles|h?a?emorr?hoids?|periods?|leak\w*|pee"
            r"|wee|sweat\w*|(?:during|in|at) (?:the |my )?(?:labou?r|birth|delivery)|blood thinners?|leg|calf"
            r"|lungs?)\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="deadly_slimming_drug",
        pattern=words(
            r"\b(?:took|taken|had|swallowed|popped|necked|taking|double dose)\b[^.!?\n]{0,30}\b(?:fat ?burn\w*"
            r"|(?:slimming|diet|weight loss) (?:pills?|tablets?|capsules?)|ephedrine|yohimbine"
            r"|(?:[4-9]|\d\d) caffeine \w+)\b"
        ),
        needs=words(
            r"\b(?:shak(?:ing|y)|trembl\w*|(?:my )?heart (?:\w+ ){0,2}(?:rac\w+|pound\w*|mad|mental|crazy)"
            r"|sweat(?:ing|s|y)|chest|dizzy|vomit\w*|throwing up|feel sick|palpitations?|burning up)\b"
        ),
        unless=words(r"\b(?:years? ago|last year|used to|does nothing|didnt do anything)\b"),
        whole=True,
    ),
    Sign(
        category="self_harm",
        pattern=words(rf"{_THOUGHT}\b(?:{_HARMS} (?:{_CHILD}|her|him|them)|{_THROWS} {_CHILD})\b{_BACK_AND_SUCH}"),
        unless=words(
            r"\b(?:lol|haha\w*|buggy|pram|stroller|pushchair|race|pregnan\w*|if i (?:run|jog|lift|exercise"
            r"|keep running)"
            r"|(?:by|when|while) (?:i )?(?:run\w*|jog\w*|exercis\w*|lift\w*)|too (?:fast|soon|hard))\b"
        ),
        fades=False,
    ),
    Sign(
        category="fainting",
        pattern=words(
            r"\bon the (?:floor|ground|grass|pavement|sofa)\b[^.!?\n]{0,50}\b(?:wont wake|(?:not|isnt) (?:moving"
            r"|responding|waking)|unresponsive|cant (?:wake|rouse))\b"
        ),
        unless=words(r"\b(?:dog|cat|puppy|phone|watch|legs?|feet|arms?)\b"),
        deniable=False,
        personal=False,
    ),
)
"""Read in order; one match raises the category."""


def harms_a_child(text: str, *, mother: bool) -> bool:
    """Whether a message speaks of hurting a child: one that is named, or "her" and "him" from a mother."""
    found = _OF_A_CHILD.search(clause(tidy(text)).digits)
    return found is not None and (mother or found["whom"] not in {"her", "him", "them"})
