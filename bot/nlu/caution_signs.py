"""Signs of people under 18, and of those who want a word of caution."""

from __future__ import annotations

from bot.nlu.red_flag_sign import CLEARED, Sign, words

YOUNG_AND_CAUTION: tuple[Sign, ...] = (
    Sign(
        category="minor",
        pattern=words(
            r"(?<!my )(?<!our )\b(?:kids?|people|ppl|boys|girls|every(?:one|body)|they|friends?|some(?:one|body)"
            r"|guys|lads)"
            r" (?:at|in|from) (?:my )?(?:school|pe)\b|(?<!my )(?<!our )\b(?:kids?|boys|girls) in (?:my )?class\b"
            r"|\bin pe\b"
            r"|\bfor (?:my |a |the )?(?:school|pe) (?:test|exam|team|race|run|sports day)\b"
            r"|\bi (?:do|run|race|play)\b[^.!?\n]{0,24}\bfor my school\b"
            r"|\b(?:doing|do|run|need|have|got) (?:this |it |to run )?for school\b"
            r"|\b(?:faster|fast|quick|fit|ready|thin|smaller) for (?:school|pe|sports day)\b"
            r"|\bthe (?:fat|slow\w*|big|chubby) (?:kid|one|girl|boy) in (?:my |the )?(?:class|school|year|pe)\b"
        ),
        unless=words(
            r"\bwas\b|\bwere\b|\bteach\w*|\bwork(?:s|ing)? (?:at|in)\b|\bmy (?:daughter|son|kids?|niece|nephew|pupils?"
            r"|students?)\b|\breunion\b|\b(?:college|uni|university|grad|med|law|night|art) school\b"
            r"|\bschool (?:run|gate)s?\b|\b(?:drop\w*|t[ao]\w*k\w*|left|leave|leaving|pick\w*"
            r"|walk\w*) (?:\w+ )?(?:the )?kids\b"
        ),
        personal=False,
    ),
    Sign(
        category="minor",
        pattern=words(
            r"\b(?:im|i am|i go to|still|im still|at) (?:a |an |in |at )?(?:(?:girl|boy|kid|student|runner"
            r"|guy) )?(?:in |at )?"
            r"(?:(?:year|yr) (?:[7-9]|10|11)|(?:6|7|8|9|10"
            r"|11)th grade|(?:middle|high|secondary) school(?: student| girl| boy| kid)?|high ?schooler"
            r"|school ?(?:girl|boy|kid)|teenager|teen|teenage (?:girl|boy|runner)|under ?18|a minor"
            r"|freshman in high school|sophomore in high school|doing my gcses|doing gcses)\b|\bmy gcses\b"
            r"|\b(?:im |am |^|, ?|and )in (?:yr|year) (?:[7-9]|1[01])\b(?! of)|\b(?:im|as|being) (?:a |an )?(?:[6-9]"
            r"|1[01])th grader\b"
            r"|\b(?:yr|year) (?:[7-9]|1[01]) (?:student|pupil|girl|boy|kid)\b|\bhigh school (?:junior|senior|sophomore"
            r"|freshman|athlete|runner|student|xc|track|girl|boy|kid)\b|\bmiddle schooler\b"
            r"|\b(?:mum|mom|dad|parents) (?:says?|said|think|thinks) im too young\b|\b(?:going on|almost"
            r"|nearly) 1[0-7](?= ?(?:$|[,.!?]|and\b|years))|\bi start (?:high|secondary|middle) school\b|\b(?:my|for"
            r"|got|have|before|our) prom\b|\bmy (?:pe|gym) (?:teacher|class)\b|\bclass of 20(?:2[7-9]|3\d)\b"
            r"|\bmy (?:school|high school) (?:xc|cross country|track|running) (?:team|coach|club)\b"
            r"|\bmy parents (?:wont|dont|would not|said i cant|say i cant)\b"
            r"|\bin the (?:6|7|8|9|10|11)th grade\b|\bin (?:6|7|8|9|10|11)th\b(?! (?:place|position))|\b(?:finished"
            r"|starting|started|going into|just did) (?:year|yr) (?:[7-9]|1[01])\b(?! of)|\b(?:ill|i will|will"
            r"|i) (?:be|turn) 1[0-7] (?:in|next|soon|this|on)\b|\bsophomore\b"
            r"|\bfreshman in (?:hs"
            r"|high ?school)\b|\b(?:junior|senior) in (?:hs|high ?school)\b"
            r"|\bi turn 1[0-7]\b|\bbefore (?:i start )?(?:yr|year) (?:[7-9]|1[01])(?: starts| begins)?(?=$|[,.!?])"
            r"|\bbefore (?:yr|year) (?:[7-9]|1[01]) (?:starts|begins)\b"
            r"|\b(?:im|still) (?:in|at) (?:hs|sixth form|6th form)\b|\bmy (?:school|pe) (?:nurse|teacher|coach"
            r"|team|bag)\b"
            r"|\b(?:mum|mom|dad|parents?) (?:drives?|takes?|picks?|drops?) me (?:up |off )?(?:to|from|at|after|for)"
            r" (?:\w+ )?(?:training|practice|track|school|xc|cross country)\b"
            r"|\b(?:1[0-7]) ?(?:year|yr|yo|y/o)s?[ -]?(?:old)?(?: girl| boy| male| female)? here\b"
        ),
        unless=words(
            r"\bwas\b|(?<!\bpe )(?<!\bgym )(?<!school )(?<!my )\bteach\w*|\bwork(?:s|ing)? (?:at|in)\b"
            r"|\bmy (?:daughter|son|kid|niece|nephew|sister|brother"
            r"|class|students?|pupils?)\b|\breunion\b|\bsince (?:high )?school\b|\bnot a\b|\b(?:college|uni|university"
            r"|album|slump)\b"
        ),
    ),
    Sign(
        category="heart_disease_cleared",
        pattern=words(
            r"\b(?:heart (?:attack|condition|disease|failure|surgery|op|problem|issue|murmur|valve)|pacemaker|stents?"
            r"|bypass|afib|atrial fib\w*|angina|cardiomyopathy|high blood pressure|hypertension|cardiac rehab)\b"
        ),
        unless=words(
            r"\bgiv(?:e|es|ing) (?:me|myself) (?:a |another )?heart attacks?\b"
            r"|\bheart attack (?:when (?:the|a|i (?:saw|looked|heard)) |looking at |seeing )"
            r"|\b(?:reduce|risk|prevent|cause[sd]?|gives? you|nearly had|does running|can running|lower|good for)\b"
        ),
        fades=False,
    ),
    Sign(
        category="heart_disease_cleared",
        pattern=CLEARED,
        needs=words(r"\b(?:cardiologist|chest|heart|palpitations|ecg|ekg|cardiac)\b"),
        fades=False,
        personal=False,
    ),
    Sign(
        category="medicines",
        pattern=words(
            r"\b(?:im (?:currently |now |also )?on|i take|taking|i have been on|been on|put me on|prescribed|started"
            r"|using|i use|on)(?: (?:some|my|a|the|low|high|dose|of|daily|new|for)){0,3} (?:beta[ -]?blockers?"
            r"|bisoprolol|propranolol|atenolol|metoprolol|statins?|blood thinners?|anticoagulants?|warfarin|apixaban"
            r"|metformin|insulin|ozempic|wegovy|mounjaro|semaglutide|tirzepatide|saxenda|antidepressants?|ssris?"
            r"|sertraline|citalopram|fluoxetine|prozac|lithium|antipsychotics?|quetiapine|olanzapine|steroids?"
            r"|prednisolone|prednisone|thyroxine|levothyroxine|blood pressure (?:meds|tablets|medication|pills)"
            r"|medication|medications|meds|ramipril|lisinopril|amlodipine|diuretics?|water tablets|adderall|ritalin"
            r"|elvanse|gabapentin|methotrexate|hrt)\b"
        ),
    ),
    Sign(
        category="older_beginner",
        pattern=words(
            r"\b(?:im|aged?|turning|just turned|at) (?:a |an |now |nearly |almost )*(?:6[5-9]|[789]\d)\b(?! ?(?:kgs?"
            r"|kilos?|lbs?|pounds|cm|k\b|km|miles|min\w*|%|seconds|days|weeks))|\b(?:6[5-9]|[789]\d)[ -]?(?:yo|y/o"
            r"|years?[ -]old)\b|\bin my (?:seventies|eighties|late sixties|70s|80s)\b"
        ),
        needs=words(
            r"\b(?:never (?:run|ran|jogged|been a runner|done)|new to|beginner|start(?:ing)?|begin|take up|taking up"
            r"|first time|too old|couch to|from scratch|havent run|newbie|get into|getting into)\b"
        ),
        whole=True,
        fades=False,
    ),
)
"""Read in order; one match raises the category."""
