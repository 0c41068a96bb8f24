"""The signs of danger: for each category the words that show it and the words that mean something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Category = Literal[
    "chest_pain",
    "fainting",
    "breathless_at_rest",
    "palpitations_at_rest",
    "heat_illness",
    "self_harm",
    "hot_swollen_calf",
    "hypoglycaemia_on_insulin",
    "bone_pain_at_night",
    "lost_periods",
    "pregnancy",
    "recent_birth",
    "minor",
    "eating_disorder",
    "very_low_intake",
    "low_bmi_target",
    "heart_disease_cleared",
    "medicines",
    "older_beginner",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """One way a category shows in words."""

    category: Category
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words in the same sentence that make it something else."""
    needs: re.Pattern[str] | None = None
    """Words that must stand somewhere in the message."""
    whole: bool = False
    """Look at the whole message instead of each sentence."""
    deniable: bool = True
    """"No", "not", "without" in front takes it back."""
    personal: bool = True
    """It counts only for the person who writes."""
    fades: bool = True
    """Long ago takes it back."""
    clearable: bool = False
    """A doctor's clearance takes it back."""
    generic_excused: bool = False
    """A general question without a person in it ("can running cause ...") does not raise it."""

    @property
    def tells_emergency(self) -> bool:
        """Whether it counts for somebody else, too, while it is happening."""
        return self.category in {"chest_pain", "fainting", "breathless_at_rest", "heat_illness", "self_harm"}


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_CHEST = r"(?:chest|sternum|breast ?bone)"
_REST = (
    r"\b(?:at rest|resting|sitting|sat (?:down|on|at|here|in|still)|l(?:y|ay)ing|lie down|lay down|in bed|on the (?:sofa|couch)|in (?:a|my|the) chair|doing nothing|just walking|walking to the|not (?:even )?(?:running|moving|doing anything|exercising)"
    r"|standing still|watching (?:tv|telly|a film|netflix)|at (?:my|the) desk|(?:when|as) i (?:wake|sit|lie|lay|rest)|wakes? me|woke (?:me|up)|even talking|just talking|for no reason|out of nowhere|hours? (?:after|later|afterwards)|all day|constantly|even at|while i sit|trying to sleep|going to sleep|falling asleep)\b"
)
_EXERTION = _re(
    r"\b(?:runs?|running|ran|jog\w*|sprint\w*|uphill|hills?|interval\w*|exercis\w*|workout|treadmill|stairs|race|racing|fast|pace|laugh\w*|nose|mask|crying|belt|bra|minutes? of|squats?|hiit|burpees)\b"
)
_HYPERBOLE = r"\b(?:lol|lmao|haha\w*|hehe|rofl|jk|joking|kidding)\b|[😂🤣😅]"
_EFFORT = r"\b(?:hills?|intervals?|sprints?|burpees|squats|leg day|workout|km|miles?|run|runs|running|session|stairs|laps?|training|pb|marathon|gym|class|plank)\b"
_BABY = r"(?:baby|babies|little (?:1|one|boy|girl)|twins|newborn|bub)"
_SEVERE_IN_HEAT = r"\b(?:confused(?! about)|disorient\w+|stopped sweating|not sweating|no sweat|slurr\w*|deliri\w*|(?:dont|didnt) know where|shiver\w*|goose ?bumps|hallucinat\w*|vomit\w*|throw(?:ing|n)? up|threw up|puk(?:ing|ed)|dizzy|stagger\w*|cant think straight|seeing (?:spots|stars)|clammy|headache|faint|nauseous|nausea)\b"

CLEARED = re.compile(
    r"\b(?:cardiologist|doctors?|doc|drs?|gp|consultant|specialist|hospital|ecg|ekg|echo|stress test|medic|a&e|er|nurse|scans?|tests?)\b[^.!?\n]{0,60}\b(?:clear(?:ed|ance|s)?|all clear|fine|ok|okay|normal|nothing wrong|ruled (?:it|that|everything)? ?out|signed me off|green light|go ahead|safe to|happy for me)\b|\b(?:all clear|been cleared|got cleared|medically cleared|was cleared|have clearance|checked out fine)\b"
)
"""A doctor said that all is well."""

SIGNS: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=_re(
            rf"\b{_CHEST}\b[^.!?\n]{{0,32}}\b(?:pains?|painful|hurts?|hurting|hurt|aches?|aching|ached|tight(?:ness|ens|ening|ened)?|pressure|squeez\w+|crush\w+|heav(?:y|iness)|stabb\w+|sharp|discomfort|burn(?:s|ing|ed)?|clench\w*|constrict\w*|sore|twing\w+|feels? (?:weird|funny|odd|strange|off|wrong))\b"
            rf"|\b(?:pains?|aches?|aching|tight(?:ness)?|pressure|squeezing|crushing|heaviness|stabbing|sharp|discomfort|burning|hurts?|twinges?)\b[^.!?\n]{{0,28}}\b{_CHEST}\b"
            r"|\b(?:having|think|feels? like|might be|am i|could (?:this|it) be|is (?:this|it)|getting|is having|having a) (?:\w+ ){0,4}heart attack\b|\bheart (?:hurts|pain|aches)\b|\bpain in my heart\b|\b(?:someone|somebody|elephant|weight|brick|something)\b[^.!?\n]{0,20}\b(?:on|against) my chest\b|\bpains?\b[^.!?\n]{0,20}\bleft arm\b|\bleft arm (?:is |feels |went |goes |has gone |and |really )*(?:weird|numb|hurts?|pain\w*|tingl\w+|aches?|heavy)\b|\bpain (?:in|down) my left arm\b|\bangina\b"
        ),
        unless=_re(
            r"\bchest (?:day|press\b|presses|workout|strap|freezer|fl(?:y|ies)|muscles?|exercises?|hair|size|infection|cold|sized?|and (?:tri|back|arms|shoulders|abs)|is (?:too )?(?:big|small|flat))|\b(?:sore|aches?|aching|tight|hurts?|burn\w*)\b[^.!?\n]{0,24}\b(?:from|after|since)\b[^.!?\n]{0,20}\b(?:push ?ups?|press ?ups?|bench\w*|dumbbells?|dips|gym|weights|lifting|chest|pecs)"
            r"|^(?!.*\b(?:pains?|pressure|crush\w*|squeez\w*)\b)(?=.*\b(?:bench\w*|push ?ups?|press ?ups?|dips|pecs?|weights|lifting|lifted|gym|doms)\b)|\bchest (?:\w+ ){0,2}(?:doesnt|isnt|no longer|stopped|never|hasnt|wasnt)\b(?!.*\bfeel)|\b(?:bra|strap|monitor|vest|shirt|top|hrm)\b|\boff (?:my|your|his|her|their) chest\b|\bflat chested\b|\bchesty\b|\bheartburn\b|\b(?:push|press) ?ups\b(?!.*pain)|\bgave me a heart attack\b|\bheart attack when i (?:saw|see|looked|read|opened|heard)|\bnearly had a heart attack\b|\bhad a heart attack when\b|\bheart attacks\b"
        ),
        clearable=True,
    ),
    Sign(
        category="fainting",
        pattern=_re(
            r"\b(?:faint(?:ed|ing|s)?|pass(?:ed|ing|es)? out|black(?:ed|ing|s)? out|blackouts?|los(?:t|ing|e) consciousness|unconscious|collaps(?:ed|ing|es?)|keel(?:ed|ing) over|syncope|(?:vision|everything|it all) went (?:black|dark))\b"
        ),
        unless=_re(
            r"\bfaint (?:of heart|hearted|hope|praise|smell|line|lines|memory|hearts|pain)|\bfaintest\b|\bblackout (?:curtains?|blinds?|poppies)|\b(?:sofa|couch|nap|asleep|drunk|hungover|booze|drinking|netflix|laugh\w*)\b|\b(?:collaps\w+|pass\w* out|black\w* out|faint\w*) (?:\w+ )?(?:into|onto|on|in) (?:my |the )?(?:bed|chair|arms)\b|\bpass(?:ing|ed|es)? out (?:flyers|water|medals|bananas|leaflets|sweets|from boredom)|\b(?:arch|arches|tent|lung|shelf|roof|ceiling|marriage|company|economy|wall|plan|treadmill|bench|bed|chair|knee|ankle|motivation|pace|form|posture) (?:has |have |had )?collaps|\bcollaps\w+ on the grass\b|\bcollapsed (?:arch|lung|tent|ceiling|shelf)"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=_re(
            r"\b(?:breathless|short of breath|out of breath|shortness of breath|(?:difficulty|trouble|problems?) breathing|breathing (?:is )?(?:hard|difficult)|gasping|(?:struggl\w+|fighting|fight) for (?:breath|air)|breathing (?:is|feels) (?:really |so |very )?(?:bad|hard|difficult|shallow|laboured|wrong|off)|(?:cant|couldnt|cannot|can hardly|can barely|struggl\w+ to|hard to|unable to) (?:breathe?|catch my breath|get (?:my|any|enough) (?:breath|air)))\b"
        ),
        unless=_re(r"\blaugh\w*\b|\bbetween (?:reps|sets|intervals)\b|\bhold\w* my breath\b"),
        needs=_re(_REST),
        deniable=False,
        clearable=True,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=_re(
            r"\b(?:cant breathe?|cannot breathe?|struggling to breathe?|cant (?:catch my breath|get (?:any|enough) air)|(?:isnt|not|stopped) breathing)\b"
        ),
        unless=_EXERTION,
        deniable=False,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=_re(
            r"\bpalpitations?\b|\birregular heart ?(?:beat|rate|rhythm)s?\b|\bheart(?:beat)? (?:is |was |keeps |feels |has been |seems |goes |gets |all |doing |does |weird |funny |little )*(?:irregular|flips?|flipping|somersault\w*|all over the place|out of rhythm|flutter\w*|skipp\w+(?: beats?)?)\b|\bskip(?:s|ping|ped)? (?:a )?(?:heart ?)?beats?\b|\bheart flutter\w*|\bflutter\w* in my chest\b|\bheart skips\b"
        ),
        unless=_re(
            r"\bwhen i (?:see|saw|think|thought|hear|heard|cross\w*|got|look\w*|read)\b|\bmedal\b|\bcrush\b|\bexcit\w+|\bskip(?:ped|s)? a beat for\b|\bmusic\b|\bsong\b|\bdrum"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=_re(
            r"\bheart(?: ?rate| ?beat)?(?: is| was| keeps| starts| started| has been| goes| just| suddenly| randomly| still| feels)*(?: like its?)? (?:rac(?:es|ing|ed|e)|pound(?:s|ing|ed)?|thump\w*|beating (?:really |so |very |too )?(?:fast|hard|funny|weird)|jump\w*|going crazy)\b"
        ),
        unless=_re(r"\b(?:excited|nervous|in love|before (?:a|the|my) race|date|exam|interview)\b"),
        needs=_re(_REST),
        clearable=True,
    ),
    Sign(
        category="heat_illness",
        pattern=_re(r"\b(?:heat ?stroke|sun ?stroke|heat exhaustion|hyperthermia)\b"),
        unless=_re(
            r"\b(?:avoid|prevent|signs? of|symptoms? of|risk|how (?:do|to|can|does)|what (?:is|are|does)|tips|protect|worried about|scared of|dont want|recover(?:ed|ing)? from)\b"
        ),
        generic_excused=True,
    ),
    Sign(
        category="heat_illness",
        pattern=_re(_SEVERE_IN_HEAT),
        unless=_re(
            r"\b(?:avoid|prevent|signs? of|symptoms? of|risk of|hot (?:chocolate|yoga|water|flush\w*|shower|bath|date)|how (?:do|to|can) (?:i|you) (?:stop|avoid|not))\b"
        ),
        needs=_re(
            r"\b(?:heat(?:wave)?|(?:so|too|very|really|boiling|getting) hot|hot (?:day|weather|run|out|outside|and)|in the (?:hot )?sun|the sun|overheat\w*|boiling|scorching|\d\d ?(?:degrees|c\b)|humid\w*|hot)\b"
        ),
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="self_harm",
        pattern=_re(
            r"\bkill(?:ing)? my ?self\b|\bend(?:ing)? (?:my (?:own )?life|it all)\b|\bsuicid(?:e|al)\b|\bwish i (?:was|were) (?:dead|not here|never born)\b|\bwant to be dead\b|\b(?:dont|do not|didnt) (?:want|wish) to (?:be here|live|wake up|exist|be alive|go on|carry on)\b|\bbetter off (?:without me|dead|if i (?:was|were|wasnt|died))\b|\b(?:no|what is the|whats the|see no|any) (?:point|reason)(?: in| of| to| for)? (?:me )?(?:living|live|life|being alive|be alive|being here|going on|carrying on|staying alive)\b|\bself[- ]?harm\w*|\btak(?:e|ing) my (?:own )?life\b|\bnothing (?:left )?to live for\b|\blife (?:isnt|is not) worth\b|\btired of (?:living|being alive|life)\b|\b(?:jump|jumping) (?:off a|in front of)\b|\bhang myself\b|\bslit my\b|\bcant go on (?:any ?more|living|like this)\b|\bdont deserve to (?:live|be alive)\b"
        ),
        unless=_re(
            r"\bsuicides? (?:runs?|sprints?|drills?|reps|squeeze|squad|shuttles?|pace)|\bsuicides\b(?=.*\b(?:practice|football|training|gym|basketball|track|hockey|drills?|coach|pitch|court|soccer|netball|rugby)\b)|\b(?:running|do|doing|did) suicides\b"
        ),
        deniable=True,
        personal=False,
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=_re(
            r"\b(?:want|wants|wanting|urge|urges|thoughts? (?:of|about)|think(?:ing)? (?:about|of)|feel like|feels like|going|need|keep|like)\b(?: to| about| of)? ?(?:hurt|hurting|harm|harming|cut|cutting|burn|burning)(?:ing)? myself\b|\b(?:hurt|hurting|harm|harming|burn|burning) myself (?:on purpose|deliberately|intentionally)\b|\b(?:cut|cutting) myself\b(?! (?:shav|on|some|off|a\b|out|short|while|with|chopping|cooking|free|loose|in half|back))"
        ),
        unless=_re(
            r"\bshav\w+|\bkitchen\b|\bknife\b|\bglass\b|\btoenails?\b|\bslack\b|\bdont want to\b|\bwithout\b|\bscared of\b|\bavoid\b|\bafraid of\b|\bworried about\b|\brisk\b"
        ),
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=_re(
            r"\b(?:i (?:just |really |honestly |only )?(?:want|would rather|wish i could|hope to|am ready to|am going) (?:to )?die\b|want to die\b|rather die\b|ready to die\b)"
        ),
        unless=_re(
            rf"{_HYPERBOLE}|\bmade me\b|\bmakes? me\b|\bwanted to\b|{_EFFORT}|\b(?:die|dying) (?:of|for|from|trying|laughing|happy)\b|\bold\b"
        ),
        deniable=True,
        fades=False,
    ),
    Sign(
        category="hot_swollen_calf",
        pattern=_re(
            r"\b(?:calf|calves|lower leg|back of (?:my |the )?(?:lower )?leg)\b[^.!?\n]{0,36}\b(?:swollen|swell(?:s|ing|ed)?|puffy|ballooned|twice the size|bigger than the other)\b|\b(?:swollen|swelling in|swelling of)(?: \w+){0,3} (?:calf|lower leg)\b|\b(?:1|one|left|right) leg\b[^.!?\n]{0,24}\b(?:swollen|swell(?:s|ing|ed)?|swelled)\b|\b(?:calf|lower leg)\b[^.!?\n]{0,24}\b(?:is|feels?|gone|went|goes|looks?|turned|and|,|hot|red|warm)\b[^.!?\n]{0,12}\b(?:hot|warm|red|purple|discolou?red)\b|\b(?:hot|red|warm) (?:and )?(?:swollen|painful|sore|tender|red|hot)(?: \w+)? calf\b|\bdvt\b|\bdeep vein\b|\b(?:blood )?clots? in (?:my|the|a) (?:leg|calf)\b|\bblood clot\b"
        ),
        unless=_re(
            r"\b(?:bath|shower|water bottle|hot pack|compress|hot weather|deep heat|cream|socks|sleeves|hot tub|warmup|prevent|risk of|avoid|skin)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="hypoglycaemia_on_insulin",
        pattern=_re(
            r"\bhypos?\b|\bhypogly\w*|\blow (?:blood )?(?:sugars?|glucose|bg)\b|\b(?:sugars?|glucose|bg|bgs|levels?)(?: is| are| was| went| goes| gets| keeps?| has| have| levels?| always| just)* (?:drop\w*|crash\w*|low\b|plummet\w*|tank\w*|fall\w*|fell|dip\w*|going (?:down|low))|\b(?:go|going|goes|went|gone) (?:really |too |very )?low\b|\ba low of\b|\blows\b|\bbecame shaky\b|\bshaky\b"
        ),
        needs=_re(r"\b(?:insulin|type (?:1|one)|t1d?m?|t1|diabet\w+|pump)\b"),
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=_re(
            r"\b(?:shins?|shin ?bone|bones?|foot|feet|heel|hip|tibia|femur|metatarsals?|groin|ankle|pelvis|pubic)\b[^.!?\n]{0,40}\b(?:at night|in bed|during the night|in the night|overnight|wak(?:es?|ing) me|woke me|keeps? me (?:awake|up)|even (?:when|while|at) (?:im |i am |i )?(?:not running|rest\w*|sitting|not moving)|at rest|when (?:im )?resting|cant sleep)\b|\b(?:at night|in bed)\b[^.!?\n]{0,24}\b(?:shins?|shin ?bone|bones?|heel|hip|tibia|femur)\b[^.!?\n]{0,16}\b(?:hurts?|aches?|pains?|throbs?)\b|\b(?:pains?|aches?)\b[^.!?\n]{0,24}\b(?:wak(?:es?|ing) me|woke me|keeps? me (?:awake|up))\b"
            r"|\b(?:think|have|got|get|might|could|worried|maybe|suspect|diagnosed|possible|is this|is it|had|probably|sure)\b[^.!?\n]{0,30}\bstress (?:fracture|reaction)\b"
        ),
        unless=_re(
            r"\b(?:run|running|runs|jog|jogging|ran) (?:late )?(?:at|in the) (?:night|dark)\b|\bprevent|\bavoid|\bperiod\b|\bcramps?\b"
        ),
        needs=_re(r"\b(?:pains?|painful|hurts?|hurting|aches?|aching|throb\w*|sore|fracture|reaction|agony|tender)\b"),
        generic_excused=True,
    ),
    Sign(
        category="lost_periods",
        pattern=_re(
            r"\b(?:lost|losing|missed|missing|skipped|no|without|stopped (?:having|getting))(?: (?:my|a|any|the|last|two|three|\d|few|several|couple|of|more|having|getting|months)){0,4} periods?\b(?! (?:of|pain|cramps?))|\bperiods?(?: (?:has|have|been|is|are|just|all|totally|completely|went|had|suddenly))* (?:stopp?ed|stopping|gone|disappeared|vanished|away|missing|absent|hasnt (?:come|arrived|started)|not come|dried up|irregular)\b|\b(?:havent|hasnt|have not|not|didnt|dont)(?: (?:actually|really|even|ever))? (?:had|have|get|got|getting|seen|come on|had my|having)(?: (?:a|my|any|proper|single))* periods?\b(?! (?:pain|cramps?))|\bamenorrh\w*|\b(?:months|year) (?:since|without)(?: (?:my|a|last))* period\b"
        ),
        unless=_re(
            r"\b(?:rest|recovery|trial|busy|grace|exam|work|time|taper|base|training|probation|cooling) periods?\b|\bperiods? of\b|\bmenopaus\w*|\bperimenopaus\w*|\b(?:pill|coil|iud|mirena|implant|depo|hysterectomy|contracept\w*|jab|injection)\b|\b(?:on|during|off) (?:my|your|the|a) period\b|\bperiod (?:pants|products?|tracker|drama)"
        ),
        deniable=False,
    ),
    Sign(
        category="pregnancy",
        pattern=_re(
            r"\b(?:pregnant|preggers|preggo|pregnancy|(?:1st|2nd|3rd|first|second|third|last) trimester|trimester|expecting (?:a (?:baby|child|boy|girl)|our|my (?:first|second|third|baby)|twins|number|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)|baby bump|up the duff|bun in the oven|with child)\b"
        ),
        unless=_re(
            r"\btrying (?:to get|for|to conceive)|\b(?:get|getting|become|becoming|fall|falling|got) pregnant\b|\bbefore (?:i get|getting|pregnancy)|\b(?:was|were|when i was|while i was|since|after|before|last|first|previous|previously|post|had a) (?:my |the |a |being |last |first )*pregnan\w+|\bpregnan\w+ (?:test|years ago)|\bused to be pregnant\b|\bpregnant pause\b|\bpre[- ]pregnancy\b|\bnever (?:been )?pregnant\b"
        ),
    ),
    Sign(
        category="recent_birth",
        pattern=_re(
            rf"\b(?:gave birth|given birth|had (?:a|my|our|the) (?:\w+ )?(?:{_BABY}|c[- ]?section|ca?esarean|first|second|third|kid|child)|(?:a |my |the )?c[- ]?section|ca?esarean|delivered|{_BABY} (?:was )?(?:born|arrived))\b[^.!?\n]{{0,30}}\b(?:(?:\d|1[0-2]|a|an|few|couple|couple of|some|several|\d\d) (?:days|weeks?|months?)(?: ago)?|last (?:week|month)|recently|this (?:week|month|year)|just|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b(?! (?:19|20)\d\d)"
            rf"|\b(?:just|recently) (?:gave birth|had (?:a|my|our) (?:{_BABY}|c[- ]?section)|given birth)\b|\b(?:\d{{1,2}}|few) (?:days|weeks|months?) (?:post[- ]?partum|post ?natal|after (?:giving birth|birth|my c|having))|\b(?:im|currently|still|am) (?:post[- ]?partum|post ?natal|breast ?feeding|nursing)\b|\bbreast ?feed(?:ing)?\b|\bpost ?partum (?:body|belly|weight|running|mum|mom|runner)\b|\bpost ?partum\b|\bnew (?:mum|mom|mummy|mother)\b|\bmy (?:newborn|{_BABY}) is (?:only )?(?:\d{{1,2}}|a|an|nearly \d|almost \d) (?:days?|weeks?|months?)\b|\bbaby weight\b[^.!?\n]{{0,20}}\b(?:weeks|months)\b|\bnewborn\b"
        ),
        unless=_re(
            r"\b(?:[1-9]|\d\d|several|many|few|couple of) (?:years|yrs)\b|\byears ago\b|\bwas breast ?fed\b|\btoddler\b|\bteenage\w*|\bstopped breast ?feeding\b"
        ),
    ),
    Sign(
        category="minor",
        pattern=_re(
            r"\b(?:im|i am|i go to|still|im still|at) (?:a |in |at )?(?:year (?:[7-9]|10|11)|(?:6|7|8|9|10|11)th grade|(?:middle|high|secondary) school(?: student| girl| boy| kid)?|high ?schooler|school ?(?:girl|boy|kid)|teenager|teen|teenage (?:girl|boy|runner)|under ?18|a minor|freshman in high school|sophomore in high school|doing my gcses|doing gcses)\b|\bmy gcses\b|\b(?:1[0-7]) ?(?:year|yr|yo|y/o)s?[ -]?(?:old)?(?: girl| boy| male| female)? here\b"
        ),
        unless=_re(
            r"\bwas\b|\bteach\w*|\bwork(?:s|ing)? (?:at|in)\b|\bmy (?:daughter|son|kid|niece|nephew|sister|brother|class|students?|pupils?)\b|\breunion\b|\bsince (?:high )?school\b|\bnot a\b"
        ),
    ),
    Sign(
        category="eating_disorder",
        pattern=_re(
            r"\b(?:throw(?:ing|n)? up|threw up|vomit\w*|purg(?:e|es|ing|ed)|puk(?:e|ing|ed)|being sick|be sick)\b[^.!?\n]{0,24}\b(?:after (?:every |each |all |my )?(?:meals?|eating|food|dinner|lunch|i eat)|meals?|what i (?:ate|eat)|to (?:lose|keep|stay|be thin|stay thin)|on purpose|my (?:food|dinner|lunch)|everything i eat)\b|\b(?:make|making|made) myself (?:be )?(?:sick|throw up|vomit|puke)\b|\bpurging\b|\bbulimi\w*|\bnothing but (?:water|coffee|black coffee) (?:for|in) (?:\d|\w+) days\b|\banorexi\w*|\banorexic\b|\beating disorder\w*|\borthorexi\w*|\blaxatives?\b|\bdiet pills\b|\bbing(?:e|es|ing|ed|eing)\b(?: (?:eat\w*|and|then|on food|at night|every|again|so|like|all)\b)|\bstarv(?:e|es|ing|ed) myself\b|\bnot (?:eaten|eating)\b[^.!?\n]{0,16}\b(?:in|for) (?:\d+|a few|several|many|couple of) days\b|\bhavent (?:eaten|ate|been eating)\b[^.!?\n]{0,16}\b(?:in|for|since) (?:about |like |almost |over |the last )?(?:[2-9]|\d\d|a few|several|couple of|many) days\b|\bfast(?:ing|ed)? (?:for|of) (?:about |over |nearly )?(?:[2-9]|\d\d|several|a few|many) days\b|\b(?:[2-9]|\d\d)[ -]days? (?:water )?fast\b|\b(?:48|72|96|120)[ -]?(?:h|hr|hrs|hour|hours)[ -](?:water )?fast\b|\bchew(?:ing)? and spit\w*|\bpro[- ]?ana\b|\bthinspo\b|\b(?:afraid of|scared of|scared to|terrified of|terrified to) (?:food|eat|eating)\b|\bevery calorie i (?:eat|ate)\b|\bpunish(?:ing)? myself\b[^.!?\n]{0,20}\b(?:eat\w*|food|run\w*)\b|\bed recovery\b|\brecover\w* from (?:an )?(?:ed|anorexia|bulimia)\b"
        ),
        unless=_re(
            r"\bbing(?:e|ing|ed)[- ]?watch\w*|\bbing(?:e|ing|ed) (?:on )?(?:netflix|tv|podcasts|series|shows)|\bstomach bug\b|\bfood poisoning\b|\bnorovirus\b|\bmorning sickness\b|\bhangover\b|\bfood baby\b"
        ),
        fades=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=_re(
            r"\b(?:eat(?:ing)?|ate|eaten|intake(?: is| of)?|diet of|only|consum\w+|living on|having|on|under|stick(?:ing)? to|surviv\w+ on)(?: (?:about|around|only|just|under|less than|like|roughly|at|a|max|maybe|below|up to|no more than)){0,3} (?:[1-9]\d{1,2}|1,?000|zero|0) ?(?:kcal|calories|calorie|cal)\b(?![^.!?\n]{0,12}\b(?:less|fewer|deficit|surplus|more|snack|burn|for (?:breakfast|lunch|dinner|a (?:snack|meal|treat|run|sandwich))|at (?:breakfast|lunch|dinner)|breakfast|lunch|dinner|meal|run|treat)\b)"
        ),
        needs=_re(
            r"\b(?:a day|per day|daily|today|all day|each day|every day|diet|intake|in total|day|yesterday|this week)\b"
        ),
        unless=_re(
            r"\bburn\w*|\bdeficit\b|\btoo (?:low|little)\b[^.!?\n]*\?|\bis it (?:safe|ok|bad|dangerous)\b|\bshould\b|\bwatch\b|\bgarmin\b"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=_re(
            r"\bonly (?:ate|eaten|had|eat|eating|have|having|been eating)(?: (?:like|about|an?|1|one|some|2|half|a few|single|small|little|bit|of)){0,4} (?:apple|apples|banana|salad|yogh?urt|coffee|coffees|rice cakes?|egg|eggs|biscuit|crackers?|toast|soup|lettuce|cucumber|fruit|water|gum|celery|carrots?|diet coke|cereal bar|protein bar|shake)\b[^.!?\n]{0,24}\b(?:today|all day|yesterday|a day|per day|each day|this week|since|for days)\b|\b(?:living|surviving|live|survive) on (?:just |only |basically )?(?:\w+ ){0,2}(?:coffee|lettuce|water|air|apples|diet coke|celery|cucumber|gum|black coffee)\b|\b(?:eat|eating|ate|eaten) (?:almost |basically |practically |next to |virtually )?nothing\b(?! (?:bad|but|special|before|unhealthy|after|wrong|different))|\bskip(?:ping|ped)? (?:all|every|most)(?: of)?(?: my)? meals?\b"
        ),
        unless=_re(r"\bbefore (?:my|a|the) (?:run|race|parkrun)\b|\bfor breakfast\b|\bcant eat\b"),
    ),
    Sign(
        category="low_bmi_target",
        pattern=_re(
            r"\bbmi (?:of |is |under |below |to |at |down to |around |about |less than |= ?){0,3}1[0-7](?:\.\d)?\b|\bbmi (?:of |is |under |below |to |at |around ){0,3}18(?:\.[0-4])?(?![\d.])|\bthigh gap\b|\bsize (?:0|zero|double zero|00)\b|\bbikini bridge\b|\b(?:want|like|love|goal|trying|need|how)(?: to)? (?:\w+ ){0,2}(?:underweight|skin and bones?|bony|collar ?bones)\b"
        ),
        unless=_re(r"\b(?:dont|do not|not) (?:want|need|care)\b|\bis a thigh gap\b|\bmyth\b"),
    ),
    Sign(
        category="heart_disease_cleared",
        pattern=_re(
            r"\b(?:heart (?:attack|condition|disease|failure|surgery|op|problem|issue|murmur|valve)|pacemaker|stents?|bypass|afib|atrial fib\w*|angina|cardiomyopathy|high blood pressure|hypertension|cardiac rehab)\b"
        ),
        unless=_re(
            r"\b(?:reduce|risk|prevent|cause[sd]?|gives? you|nearly had|does running|can running|lower|good for)\b"
        ),
        fades=False,
    ),
    Sign(
        category="heart_disease_cleared",
        pattern=CLEARED,
        needs=_re(r"\b(?:cardiologist|chest|heart|palpitations|ecg|ekg|cardiac)\b"),
        fades=False,
        personal=False,
    ),
    Sign(
        category="medicines",
        pattern=_re(
            r"\b(?:im (?:currently |now |also )?on|i take|taking|i have been on|been on|put me on|prescribed|started|using|i use|on)(?: (?:some|my|a|the|low|high|dose|of|daily|new|for)){0,3} (?:beta[ -]?blockers?|bisoprolol|propranolol|atenolol|metoprolol|statins?|blood thinners?|anticoagulants?|warfarin|apixaban|metformin|insulin|ozempic|wegovy|mounjaro|semaglutide|tirzepatide|saxenda|antidepressants?|ssris?|sertraline|citalopram|fluoxetine|prozac|lithium|antipsychotics?|quetiapine|olanzapine|steroids?|prednisolone|prednisone|thyroxine|levothyroxine|blood pressure (?:meds|tablets|medication|pills)|medication|medications|meds|ramipril|lisinopril|amlodipine|diuretics?|water tablets|adderall|ritalin|elvanse|gabapentin|methotrexate|hrt)\b"
        ),
    ),
    Sign(
        category="older_beginner",
        pattern=_re(
            r"\b(?:im|aged?|turning|just turned|at) (?:a |an |now |nearly |almost )*(?:6[5-9]|[789]\d)\b(?! ?(?:kgs?|kilos?|lbs?|pounds|cm|k\b|km|miles|min\w*|%|seconds|days|weeks))|\b(?:6[5-9]|[789]\d)[ -]?(?:yo|y/o|years?[ -]old)\b|\bin my (?:seventies|eighties|late sixties|70s|80s)\b"
        ),
        needs=_re(
            r"\b(?:never (?:run|ran|jogged|been a runner|done)|new to|beginner|start(?:ing)?|begin|take up|taking up|first time|too old|couch to|from scratch|havent run|newbie|get into|getting into)\b"
        ),
        whole=True,
        fades=False,
    ),
)
