"""Signs of an emergency: stop, and call for help."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_CHEST = r"(?:chest|sternum|breast ?bone)"
_REST = (
    r"\b(?:at rest|wak(?:e|es|ing) up|resting|sitting|sat (?:down|on|at|here|in|still)|l(?:y|ay)ing|lie down|lay down"
    r"|in bed"
    r"|on the (?:sofa|couch)|in (?:a|my|the) chair|doing nothing|just walking|walking to the|not (?:even )?(?:running"
    r"|moving|doing anything|exercising)"
    r"|standing still|watching (?:tv|telly|a film|netflix)|at (?:my|the) desk|(?:when|as) i (?:wake|sit|lie|lay|rest)"
    r"|wakes? me|woke (?:me|up)|even talking|just talking|for no reason|out of nowhere|hours? (?:after|later"
    r"|afterwards)|all day|constantly|even at|while i sit|trying to sleep|going to sleep|falling asleep)\b"
)
_EXERTION = words(
    r"\b(?:runs?|running|ran|jog\w*|sprint\w*|uphill|hills?|interval\w*|exercis\w*|workout|treadmill|stairs|race"
    r"|racing|fast|pace|laugh\w*|nose|mask|crying|belt|bra"
    r"|(?:tight|this|these)(?: \w+)? (?:top|jeans|dress|shirt|leggings|corset|trousers)|minutes? of|squats?|hiit"
    r"|burpees|in pe|pe (?:class|lessons?)|gym class)\b"
)
_SEVERE_IN_HEAT = (
    r"\b(?:confused(?! about)|disorient\w+|stopped sweating|not sweating|no sweat|slurr\w*|deliri\w*"
    r"|(?:dont|didnt) know where|shiver\w*|goose ?bumps|hallucinat\w*|vomit\w*|throw(?:ing|n)? up"
    r"|threw up|puk(?:ing|ed)|dizzy|stagger\w*|cant think straight|seeing (?:spots|stars)|clammy"
    r"|cant walk straight|head is pounding|head pounding|feel sick|headache|faint|nauseous|nausea)\b"
)
_HOT_WORDS = (
    r"\b(?:heat(?:wave)?|(?:so|too|very|really|boiling|getting) hot|hot (?:day|weather|run|out|outside|and)"
    r"|in the (?:hot )?sun|the sun|overheat\w*|boiling|scorching|\d\d ?(?:degrees|c\b)|its (?:3\d|4[0-5])\b|humid\w*"
    r"|hot)\b"
)
_HOT = words(_HOT_WORDS)

EMERGENCY: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=words(
            rf"\b{_CHEST}\b[^.!?\n]{{0,32}}\b(?:pains?|painful|hurts?|hurting|hurt|aches?|aching|ached|tight(?:ness"
            r"|ens|ening|ened)?|pressure|squeez\w+|crush\w+|heav(?:y|iness)|stabb\w+|sharp|discomfort|burn(?:s|ing"
            r"|ed)?|clench\w*|constrict\w*|sore|twing\w+|feels? (?:weird|funny|odd|strange|off|wrong))\b"
            r"|\b(?:pains?|aches?|aching|tight(?:ness)?|pressure|squeez\w*|crush\w*|heav(?:y|iness)|stabbing|sharp"
            rf"|discomfort|burning|hurts?|twinges?)\b[^.!?\n]{{0,44}}\b{_CHEST}\b"
            r"|\b(?:having|think|feels? like|might be|am i|could (?:this|it) be|is (?:this|it)|getting|is having"
            r"|having a) (?:\w+ ){0,4}heart attack\b|\bheart (?:hurts|pain|aches)\b|\bpain in my heart\b|\b(?:someone"
            r"|somebody|elephant|weight|brick|something)\b[^.!?\n]{0,20}\b(?:on|against) my chest\b"
            r"|\bpains?\b[^.!?\n]{0,20}\bleft arm\b|\bleft arm (?:is |feels |went |goes |has gone |and "
            r"|really )*(?:weird|numb|hurts?|pain\w*|tingl\w+|aches?|heavy)\b|\bpain (?:in|down) my left arm\b"
            r"|\bangina\b|\bchest feels? like (?=someone|something|somebody|an? |its being)|\bchest (?:is killing me\b"
            r"|(?:\w+ ){0,5}in a vice\b)"
            r"|\b(?:pains?|aches?|aching|hurts?|tight\w*|numb\w*"
            r"|pressure)\b[^.!?\n]{0,36}\bjaw\b[^.!?\n]{0,24}\b(?:arms?"
            r"|shoulders?|neck|back)\b|\bjaw (?:pain|ache)\b[^.!?\n]{0,30}\b(?:run\w*|hills?|exercis\w+|stairs)\b"
            r"|\bband (?:tightening )?(?:a?round|across) my (?:ribs|chest)\b|\b(?:ribs"
            r"|shoulder)\b[^.!?\n]{0,16}\b(?:into|down)"
            r" my (?:left )?arm\b"
        ),
        unless=words(
            r"\b(?:shirt|bra|top|jersey|vest|jacket|dress)s?(?: is| has|s)?(?: gone| too| a bit| so| getting"
            r"| feels)* tight\b|\btight (?:shirt|bra|top|vest)\b"
            r"|\bchest (?:day|press\b|presses|workout|strap|freezer|fl(?:y|ies)|muscles?|exercises?|hair|size"
            r"|infection|cold|sized?|and (?:tri|back|arms|shoulders|abs)|is (?:too )?(?:big|small|flat))|\b(?:sore"
            r"|aches?|aching|tight|hurts?|burn\w*)\b[^.!?\n]{0,24}\b(?:from|after"
            r"|since)\b[^.!?\n]{0,20}\b(?:push ?ups?|press ?ups?|bench\w*|dumbbells?|dips|gym|weights|lifting|chest"
            r"|pecs)"
            r"|^(?!.*\b(?:pains?|pressure|crush\w*|squeez\w*)\b)(?=.*\b(?:bench\w*|push ?ups?|press ?ups?|dips|pecs?"
            r"|weights|lifting|lifted|gym|doms)\b)|\bchest (?:\w+ ){0,2}(?:doesnt|isnt|no longer|stopped|never|hasnt"
            r"|wasnt)\b(?!.*\bfeel)|\b(?:bra|strap|monitor|vest|shirt|(?<!the )top(?! of)|hrm)\b|\boff (?:my|your|his"
            r"|her|their) chest\b|\bflat chested\b|\bchesty\b|\bheartburn\b|\b(?:push|press) ?ups\b(?!.*pain)"
            r"|\bgave me a heart attack\b|\bheart attack when i (?:saw|see|looked|read|opened|heard)"
            r"|\bnearly had a heart attack\b|\bhad a heart attack when\b|\bheart attacks\b"
        ),
        clearable=True,
    ),
    Sign(
        category="fainting",
        pattern=words(
            r"\b(?:faint(?:ed|ing|s)?|pass(?:ed|ing|es)? out|black(?:ed|ing|s)? out|blackouts?|los(?:t|ing"
            r"|e) consciousness|unconscious"
            r"|dizzy\b[^.!?\n]{0,40}\b(?:sit|sat|lie|lay) down|collaps(?:ed|ing|es?)"
            r"|keel(?:ed|ing) over|syncope|(?:vision|everything"
            r"|it all) went (?:black|dark|grey|gray|white)|vision went\b|(?:dropped|fell|went down) to the (?:floor"
            r"|ground)\b|(?:dizzy|woozy|light ?headed|faint)[^.!?\n]{0,16}\b(?:fall\w*|fell|collaps\w*"
            r"|hit the (?:deck|floor|ground)|went down|keeled over)|keeled over)\b"
            r"|\b(?:woke up|came (?:round|around|to)|come round|found myself)\b[^.!?\n]{0,12}\bon the (?:floor|ground"
            r"|pavement"
            r"|road|track|sidewalk|grass|path|tarmac|treadmill|belt|stairs|bathroom)\b"
            r"|\b(?:woke up|came (?:round|around|to)|found myself)\b[^.!?\n]{0,40}\bno idea how i (?:got|ended up)\b"
        ),
        unless=words(
            r"\b(?:so|too|very|a|the) faint (?:squeak|noise|sound|mark|smell|tick|click|hum|glow|stripe|i cant"
            r"|to read)|\b(?:line|mark|print|text|writing|screen"
            r"|display)\b[^.!?\n]{0,30}\bfaint\b|\b(?:power|street) blackout|\bblacked out (?:the|our"
            r"|my) (?:\w+ )?(?:windows?|bedroom|room|glass)|\b(?:gazebo|banner|stand|barrier|bridge"
            r"|inflatable)s? collapsed"
            r"|\bfaint (?:of heart|hearted|hope|praise|smell|line|lines|memory|hearts|pain)|\bfaintest\b"
            r"|\bblackout (?:curtains?|blinds?|poppies)|\bblackouts? (?:in|on|across) (?:the|my"
            r"|our) (?:\w+ )?(?:street|town|city|house|area|building|village)|\b(?:sofa|couch|pillow|nap|asleep"
            r"|drunk|hungover|booze|drinking"
            r"|netflix|laugh\w*|buggy|pushchair|stroller)\b|\b(?:collaps\w+|pass\w* out|black\w* out"
            r"|faint\w*) (?:\w+ )?(?:into|onto|on"
            r"|in) (?:my |the )?(?:bed|chair|arms)\b|\bpass(?:ing|ed|es)? out (?:flyers|water|medals|bananas|leaflets"
            r"|sweets|from boredom)|\b(?:arch|arches|tent|lung|shelf|roof|ceiling|marriage|company|economy|wall|plan"
            r"|treadmill|bench|bed|chair|knee|ankle|motivation|pace|form|posture) (?:has |have |had )?collaps"
            r"|\bcollaps\w+ on the grass\b|\bcollapsed (?:arch|lung|tent|ceiling|shelf)"
            r"|\bjok(?:e|es|ing)\b|\b(?:when|because) i (?:saw|see|heard|found|read|looked|got the)\b|\b(?:garmin"
            r"|watch|phone|strava|battery|app|laptop"
            r"|headphones)\b[^.!?\n]{0,12}\b(?:pass"
            r"|collaps|black|faint)"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=words(
            r"\bwak(?:e|es|ing) up gasping\b|\b(?:breathless|short of breath|out of breath|shortness of breath"
            r"|(?:difficulty|trouble"
            r"|problems?) breathing|breathing (?:is )?(?:hard|difficult)|gasping|(?:struggl\w+|fighting"
            r"|fight) for (?:breath|air)|breathing (?:is|feels) (?:really |so |very )?(?:bad|hard|difficult|shallow"
            r"|laboured|wrong|off)|(?:cant|couldnt|cannot|can hardly|can barely|struggl\w+ to|hard to"
            r"|unable to) (?:breathe?|catch my breath|get (?:my |any |enough )?(?:breath|air)(?: in)?))\b"
        ),
        unless=words(r"\blaugh\w*\b|\bbetween (?:reps|sets|intervals)\b|\bhold\w* my breath\b"),
        needs=words(_REST),
        deniable=False,
        clearable=True,
    ),
    Sign(
        category="breathless_at_rest",
        pattern=words(
            r"\b(?:cant breathe?|cannot breathe?|struggling to breathe?|cant (?:catch my breath|get (?:any"
            r"|enough) air)|(?:isnt|not|stopped) breathing)\b"
        ),
        unless=_EXERTION,
        deniable=False,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=words(
            r"\bpalpitations?\b|\birregular heart ?(?:beat|rate|rhythm)s?\b|\bheart(?:beat)? (?:is |was |keeps "
            r"|feels |has been |seems |goes |gets |all |doing |does |weird |funny |little )*(?:irregular|flips?"
            r"|flipping|somersault\w*|all over the place|out of rhythm|flutter\w*|skipp\w+(?: beats?)?)\b|\bskip(?:s"
            r"|ping|ped)? (?:a )?(?:heart ?)?beats?\b|\bheart flutter\w*|\bflutter\w* in my chest\b|\bheart skips\b"
        ),
        unless=words(
            r"\bwhen i (?:see|saw|think|thought|hear|heard|cross\w*|got|look\w*|read)\b|\bmedal\b|\bcrush\b"
            r"|\b(?:give|gives|gave|giving)(?: \w+)? palpitations with (?:its|the|all (?:its|the))\b"
            r"|\bpalpitations with (?:its|your|all (?:its"
            r"|the)) (?:alerts?|alarms?|beep\w*|buzz\w*|notifications?)\b|\b(?:alerts?|alarms?|beep\w*|buzz\w*"
            r"|notifications?|emails?"
            r"|boss) (?:give|gives|gave|are giving) (?:me|us) palpitations\b|\bexcit\w+|\breadings?\b"
            r"|\bskip(?:ped|s)? a beat for\b|\bmusic\b|\bsong\b|\bdrum"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=words(
            r"\b(?:heart|pulse)(?: ?rate| ?beat)?(?: is| was| keeps| starts| started| has been| goes| just"
            r"| suddenly| randomly"
            r"| still| feels)*(?: like its?)? (?:rac(?:es|ing|ed|e)|pound(?:s|ing|ed)?|thump\w*"
            r"|all over the place|beating (?:really "
            r"|so |very |too )?(?:fast|hard|funny|weird)|jump\w*|going crazy)\b"
        ),
        unless=words(r"\b(?:excited|nervous|in love|before (?:a|the|my) race|date|exam|interview)\b"),
        needs=words(_REST),
        clearable=True,
    ),
    Sign(
        category="palpitations_at_rest",
        pattern=words(
            r"\bheart(?: ?rate| ?beat)?(?: is| was| keeps| just| suddenly)* (?:going|gone|goes|went) (?:mad|crazy|nuts"
            r"|wild"
            r"|haywire|mental|bananas)\b|\bheart(?: is| was| keeps)*(?: doing)? somersaults?\b"
        ),
        needs=words(
            r"\b(?:dizzy|faint\w*|light ?headed|woozy|sick|clammy|breathless|sitting|sat|lying|bed|sofa|desk|rest)\b"
        ),
        clearable=True,
    ),
    Sign(
        category="heat_illness",
        pattern=words(r"\b(?:heat ?stroke|sun ?stroke|heat exhaustion|hyperthermia)\b"),
        unless=words(
            r"\b(?:avoid\w*|prevent\w*|signs? of|symptoms? of|risk|how (?:do|to|can|does)|what (?:is|are|does)"
            r"|tips|protect"
            r"|worried about|scared of|dont want|recover(?:ed|ing)? from)\b"
        ),
        generic_excused=True,
    ),
    Sign(
        category="heat_illness",
        pattern=words(_SEVERE_IN_HEAT),
        unless=words(
            r"\b(?:avoid|prevent|signs? of|symptoms? of|risk of|hot (?:chocolate|yoga|water|flush\w*|shower|bath"
            r"|date)|how (?:do|to|can) (?:i|you) (?:stop|avoid|not)|(?:my|a|one|left|right|the|sore|hot"
            r"|red) (?:boobs?|breasts?))\b"
        ),
        needs=_HOT,
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="heat_illness",
        pattern=words(
            r"\b(?:collaps(?:ed|ing)|went down|gone down|on the (?:ground|floor)|cant (?:stand|get up|walk straight)"
            r"|stagger\w*"
            r"|skin (?:is |feels )?(?:so )?hot and dry|burning up|(?:doesnt|dont|didnt|cant) (?:know|remember) (?:her"
            r"|his|my|their|where|what)|not responding"
            r"|unresponsive|(?:isnt|not) moving|convuls\w+|seizure|having a fit|makes? no sense|not making sense"
            r"|isnt making (?:any )?sense|talking (?:gibberish|nonsense|rubbish)"
            r"|slurr\w*"
            r"|confused|unconscious|(?:isnt|not|stopped) sweating|passed out|wont wake up|delirious)\b"
        ),
        needs=words(rf"{_HOT_WORDS}|\bburning up\b"),
        unless=words(
            r"\b(?:once|last (?:year|summer|week|month)|years? ago|avoid|prevent|stor(?:y|ies)|news|film|used to"
            r"|confused about"
            r"|signs? of|symptoms? of|(?:pace|motivation|temperature|heart rate|hr|tent) (?:has |have )?(?:collapsed"
            r"|went down))\b"
        ),
        whole=True,
        personal=False,
    ),
)
"""Read in order; one match raises the category."""
