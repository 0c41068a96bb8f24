"""What words mean for a claim: which say the same, which point the other way, which claim nothing by themselves."""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

WHOM: Final = frozenset({"men", "women", "children", "adult", "teenag", "older", "younger"})
LIGHT: Final = frozenset(
    stem(word)
    for word in (
        "a an the and or but so if then than as at by for from in into of off on out over to up with about against "
        "also any "
        "all both each either else even ever every few how however i it its just like many more most much my no nor "
        "not now "
        "one only other our own really same she he they them their there these this those too very we what when where "
        "which while who whose why will with within without you your yours yourself me us is are was were be been "
        "being am "
        "do does did doing done have has had having can could may might must should would shall get gets getting got "
        "go goes "
        "going make makes making made let lets mean means thing things way ways lot lots bit kind sort part rather "
        "quite "
        "pretty still yet again always never often sometimes usually typically generally likely perhaps maybe probably "
        "well good great keep keeps back here because since though although until tend tends seem seems end ends "
        "ending "
        "people person someone somebody anyone everybody everyone help helps take takes come comes coming start year "
        "years "
        "short answer yes no matter main point simply really actually happen happens happening case example found find "
        "finds shows show study studies research trial trials review evidence according researchers science articles "
        "isn't aren't don't doesn't didn't can't won't couldn't wouldn't shouldn't it's that's you're they're "
        "there's you'll "
        "one two three four five six seven eight nine ten eleven twelve body bodies range wide say says said else "
        "something someone along rest part parts body common news able "
        "alone give gives gave tell tells some itself back sure also "
        "you'd i'd i'm let's hasn't haven't wasn't weren't cannot look looks looking feel feels want need needs"
    ).split()
)
"""Words that claim nothing by themselves; directions and denials among them are checked on their own."""
SAME: Final = {
    stem(word): group
    for group, words in {
        "butt": "gluteus butt bum backside glute glutes gluteal buttock behind bottom booty rear posterior",
        "run": "run running runner jog jogging ran runs",
        "shrink": "shrink shrinks shrank shrunk smaller reduce reduces reduction decrease decreases slimmer slim "
        "trim trims",
        "lose": "lose loses losing lost loss leave leaves drop drops shed sheds off",
        "grow": "grow grows grew bigger larger increase increases enlarge gain gains gained build builds built "
        "building",
        "belly": "ab abs belly stomach tummy abdomen abdominal middle visceral waist",
        "eat": "eat eating eats ate food foods diet diets dieting intake meal meals",
        "kcal": "calorie calories kcal energy",
        "exercise": "exercise exercising workout workouts training train trains cardio session sessions",
        "weight": "weight bodyweight mass weigh weighs",
        "hungry": "hungry hunger hungrier appetite",
        "choose": "set sets determine determines choose chosen chooses choosing pick picks picking select target "
        "targets decide decides aim",
        "place": "place places spot spots area areas region regions where",
        "whole": "whole overall everywhere entire",
        "women": "woman women female females",
        "men": "man men male males",
        "pain": "pain pains painful hurt hurts ache aches sore soreness",
        "fast": "fast faster quick quicker quickly speed",
        "week": "week weeks weekly",
        "work": "work works working use uses using",
        "slow": "slow slower slowly gradual gradually",
        "arthritis": "arthritis osteoarthritis",
        "firm": "firm firmer tone toned tighter",
        "doctor": "doctor gp physician clinician",
        "soft": "soft softer",
        "injury": "injury injuries injured injure",
        "begin": "novice novices begin beginner beginners begins beginning new newcomer",
        "month": "month months",
        "rest": "rest resting recovery recover recovering",
        "shoe": "shoe shoes trainers",
        "blood": "blood plasma",
        "pregnancy": "pregnancy pregnant",
        "pill": "pill pills tablet tablets supplement supplements capsule capsules",
        "differ": "differ differs different vary varies",
    }.items()
    for word in words.split()
}
EVERYWHERE: Final = frozenset(
    SAME.get(stem(word), stem(word)) for word in "run fat lose eat use exercise weight calories week day muscle".split()
)
"""What nearly every passage of this field speaks of: to share it tells little."""
BESIDE_NUMBERS: Final = frozenset(
    "a an the and or but to in of for on at by as with from that than found were was had is per".split()
)
NOT: Final = Pattern(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|without|cannot|hardly|barely|rarely|seldom|unlikely|"
    r"myth|false|"
    r"fails?|failed|lacks?|\w+n't)\b",
    re.IGNORECASE,
)
FLAT_NO: Final = Pattern(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|hardly|barely|myth|false|\w+n't)\b(?! only\b)",
    re.IGNORECASE,
)
"""Denials that leave nothing standing."""
DENYING: Final = Pattern(
    NOT.source[:-3] + r"|few|fewer|little|lower|less|fall|falls|fell|drops?|scarce|rare|avoid|avoids|stop|skip|leave|"
    r"missing|missed|absent|alone|only|except|instead|rather|beyond|unlike|against|too|end|ends|ended|gone|miss)\b",
    re.IGNORECASE,
)
"""Words that deny, or may carry what another text denies: "no more" for "less", "none" for "missing"."""
DOUBTING: Final = Pattern(
    r"\b(?:unclear|unknown|unsure|disputed?|debate[ds]?|open|thin|weak|trivial|anecdotal|mixed|doubt\w*|wonder|whether|"
    r"if|unless|until|alike|same|equal(?:ly)?|similar(?:ly)?|unchanged|differ\w*|vary|varies|untested|unproven|"
    r"contrary|question\w*|disagree\w*|conflict\w*)\b",
    re.IGNORECASE,
)
"""Words that leave open or set apart, and so may stand for a denial."""
ALIKE: Final = Pattern(
    r"\b(?:alike|same|equal(?:ly)?|similar(?:ly)?|unchanged|as (?:\w+ )?as|no (?:\w+ )?(?:better|worse|more|less|"
    r"difference|link|local effect|effect|clear effect|clear dose-response)|(?:did|does|do) not (?:differ|change|speed "
    r"up|go with more|shrink more|grow more|lose more)|nothing)\b",
    re.IGNORECASE,
)
"""Two things come out alike, or something stays as it was."""
POLES: Final = tuple(
    (frozenset(map(stem, one.split())), frozenset(map(stem, other.split())))
    for one, other in (
        (
            "more greater higher larger bigger increase increases increased rise rises rose raise raises grow grows "
            "grew gain "
            "gains gained boost boosts add adds extra stronger strengthen builds build improve improves improved",
            "less fewer lower smaller reduce reduces reduced decrease decreases fall falls fell drop drops shrink "
            "shrinks "
            "shrank lose loses lost loss weaken weakens weaker cut cuts worsen worsens",
        ),
        ("before first sooner earlier early", "after last later late"),
        ("fast faster quick quickly quicker", "slow slower slowly gradual gradually"),
        ("easy easier", "hard harder difficult"),
        (
            "safe safer harmless protect protects healthy healthier",
            "harm harms harmful kill kills deadly risk risky danger dangerous damage damages",
        ),
        ("help helps helped good better benefit benefits best", "bad worse worst useless pointless"),
        ("strong", "thin weak"),
        ("long longer", "short shorter"),
        ("common often many most usually", "rare rarely few seldom uncommon"),
        ("some many often few rarely sometimes", "all always every everybody everyone whole"),
        ("start starts begin", "stop stops quit"),
        ("firm firmer", "flat flatter soft softer"),
        ("burn burns use uses", "store stores"),
        (
            "lot much hugely greatly strongly",
            "little slight slightly alike equal equally same hardly barely trivial tiny",
        ),
        ("right fine", "wrong"),
        ("overstate overstates overestimate overestimates", "understate understates underestimate underestimates"),
        ("highest ahead", "last lowest"),
        ("lowered raised reduced increased cut changed", "same alike equal equally unchanged"),
        ("warm hot heat", "cold cool"),
    )
)
SURE: Final = Pattern(
    r"\b(?:all|always|every|everyone|everybody|must|completely|entirely|totally|proven|proves?|definitely|certainly|"
    r"surely|"
    r"guarantee[ds]?|whenever|only (?:\w+ing|way|thing|exercise|cardio|one)|best|worst|instantly|immediately|"
    r"permanent(?:ly)?|exactly)\b(?! over\b)",
    re.IGNORECASE,
)
OPEN: Final = Pattern(
    r"\b(?:can|may|might|could|some|many|often|sometimes|seems?|suggests?|perhaps|probably|possibly|partly|a little|"
    r"few|mostly)\b",
    re.IGNORECASE,
)
OPEN_ENOUGH: Final = Pattern(
    OPEN.source[:-3]
    + r"|most|tends?|usually|typically|likely|generally|on average|not everyone|rather|about|for a lot|"
    r"plenty|several|in part|help|helps|up to|nobody knows|appears?|thought|worth|one|small|mixed|thin|a lot|common)\b",
    re.IGNORECASE,
)
CANNOT_BE: Final = Pattern(r"\b(?:can't|cannot|can not|could not|couldn't|if you can)\b", re.IGNORECASE)
MUCH: Final = POLES[0][0] | frozenset(map(stem, "harder hard busy active high much strong clearly".split()))
FEW: Final = POLES[0][1] | frozenset(
    map(stem, "silent quiet idle low little hardly barely weak slight slightly".split())
)
"""Words by which a source says of something that there is much or little of it."""
COMPARES: Final = Pattern(
    r"\b(?:than|against|versus|compared|more|less|fewer|most|least|larger|smaller|higher|lower|longer|shorter|faster|"
    r"slower|"
    r"stronger|weaker|easier|harder|greater|bigger|better|worse|rises?|rose|fell|falls?)\b",
    re.IGNORECASE,
)
GROUPS: Final = tuple(
    (Pattern(rf"\b(?:{named})\b"), Pattern(rf"\b(?:{meant})\b"))
    for named, meant in (
        (
            r"wom[ae]n'?s?|females?|ladies|girls?|mothers?|mums?|moms?",
            r"menstru\w+|menopaus\w+|pregnan\w+|her|period|postpartum|birth",
        ),
        (r"m[ae]n'?s?|males?|guys|boys?|fathers?|dads?", r"his"),
        (r"mice|mouse|rats?|animals?|dogs?|horses?|pigs?|rodents?|monkeys?|apes?", r"lab animals"),
        (
            r"young(?:er|sters)?|teen\w*|adolescen\w+|child(?:ren)?(?:'s)?|kids?|students?|girls|boys",
            r"college|paediatric|pediatric|schools?|growth plates?",
        ),
        (
            r"(?:older|elderly) (?:people|adults|women|men|runners?|folk|bodies)|seniors?|pensioners?|over[- "
            r"](?:50|60|70)s?",
            r"older|elder\w*|over \d\d|after \d\d|aged|menopaus\w+",
        ),
        (
            r"athletes?|elites?|professionals?|pros|champions?|olymp\w+|sprinters|well-trained|highly trained|"
            r"footballers",
            r"athlet\w+|elite|sports?|compet\w+|jump\w+|soccer|football\w*|power[- ]?lift\w+|trained|lifters|sprint\w*|"
            r"racers?|clubs?|cyclists",
        ),
        (
            r"beginners?|novices?|new runners?|newcomers?|untrained|first[- ]timers?|starters?",
            r"beginn\w+|start\w*|began|begin|new|recently",
        ),
        (r"overweight|obes\w+|heavier (?:people|runners|women|men)|larger bod\w+", r"heav\w+|bmi|fatter|weigh more"),
        (r"lean (?:people|women|men|athletes|runners)|slim people|thin people", r"lean\w*|light\w*|slim|thin"),
        (r"diabetics?|patients?|cancer survivors", r"diabet\w+|cancer|disease|pain|therapy|rehab\w*"),
        (r"vegans?|vegetarians?", r"plant-based"),
        (r"smokers?", r"smok\w+"),
    )
)
"""Groups that a result may hold for: how a statement names one, and what else in a source means it."""
THINGS: Final = frozenset(
    stem(word)
    for word in (
        "glute glutes gluteal gluteus butt bum backside buttock buttocks booty hip hips thigh thighs leg legs calf "
        "calves "
        "belly stomach tummy waist ab abs arm arms shoulder chest breast breasts knee knees ankle joint joints bone "
        "bones "
        "shin tendon achilles ligament cartilage foot feet heart lung lungs liver kidney brain skin pelvic bladder "
        "thyroid "
        "walk walking hike hiking cycle cycling swim swimming yoga pilates rowing elliptical treadmill incline hill "
        "hills sand "
        "stairs interval intervals squat squats lunge lunges thrust thrusts deadlift plank crunch crunches stretch "
        "stretching "
        "protein sugar carbohydrate carbs alcohol beer wine caffeine coffee creatine iron vitamin fibre breakfast "
        "insulin cortisol hormone oestrogen estrogen testosterone arthritis osteoarthritis asthma diabetes cancer "
        "cellulite "
        "menopause pregnancy pregnant period periods fracture cramp cramps blister blisters stitch shoe shoes bra "
        "women woman "
        "men man children child teenagers sleep stress depression anxiety cold heat sauna massage cream creams wrap "
        "wraps "
        "tea vinegar injection drug drugs pill pills supplement supplements immune posture libido hair teeth eyes blood"
    ).split()
)
"""What a claim is about, beyond movement, fat and muscle in general: a source must name it too."""
SUBJECTS: Final = frozenset(
    SAME.get(stem(word), stem(word))
    for word in (
        "stretching strength lifting cycling walking yoga swimming intervals squats lunges creatine caffeine alcohol "
        "protein "
        "diet massage sauna shoes sleep stress women men children fasting supplements creams heat cold"
    ).split()
)
"""What a passage may say one thing of and deny of another."""
