"""Signs of people who must not get numbers about their body, and of those who want a word of caution."""

from __future__ import annotations

from bot.nlu.red_flag_sign import CLEARED, Sign, words

PROTECTED_AND_CAUTION: tuple[Sign, ...] = (
    Sign(
        category="minor",
        pattern=words(
            r"\b(?:im|i am|i go to|still|im still|at) (?:a |in |at )?(?:year (?:[7-9]|10|11)|(?:6|7|8|9|10"
            r"|11)th grade|(?:middle|high|secondary) school(?: student| girl| boy| kid)?|high ?schooler"
            r"|school ?(?:girl|boy|kid)|teenager|teen|teenage (?:girl|boy|runner)|under ?18|a minor"
            r"|freshman in high school|sophomore in high school|doing my gcses|doing gcses)\b|\bmy gcses\b"
            r"|\b(?:1[0-7]) ?(?:year|yr|yo|y/o)s?[ -]?(?:old)?(?: girl| boy| male| female)? here\b"
        ),
        unless=words(
            r"\bwas\b|\bteach\w*|\bwork(?:s|ing)? (?:at|in)\b|\bmy (?:daughter|son|kid|niece|nephew|sister|brother"
            r"|class|students?|pupils?)\b|\breunion\b|\bsince (?:high )?school\b|\bnot a\b"
        ),
    ),
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\b(?:throw(?:ing|n)? up|threw up|vomit\w*|purg(?:e|es|ing|ed)|puk(?:e|ing|ed)|being sick"
            r"|be sick)\b[^.!?\n]{0,24}\b(?:after (?:every |each |all |my )?(?:meals?|eating|food|dinner|lunch|i eat)"
            r"|meals?|what i (?:ate|eat)|to (?:lose|keep|stay|be thin|stay thin)|on purpose|my (?:food|dinner|lunch)"
            r"|everything i eat)\b|\b(?:make|making|made) myself (?:be )?(?:sick|throw up|vomit|puke)\b|\bpurging\b"
            r"|\bbulimi\w*|\bnothing but (?:water|coffee|black coffee) (?:for|in) (?:\d|\w+) days\b|\banorexi\w*"
            r"|\banorexic\b|\beating disorder\w*|\borthorexi\w*|\blaxatives?\b|\bdiet pills\b|\bbing(?:e|es|ing|ed"
            r"|eing)\b(?: (?:eat\w*|and|then|on food|at night|every|again|so|like|all)\b)|\bstarv(?:e|es|ing"
            r"|ed) myself\b|\bnot (?:eaten|eating)\b[^.!?\n]{0,16}\b(?:in|for) (?:\d+|a few|several|many"
            r"|couple of) days\b|\bhavent (?:eaten|ate|been eating)\b[^.!?\n]{0,16}\b(?:in|for|since) (?:about |like "
            r"|almost |over |the last )?(?:[2-9]|\d\d|a few|several|couple of|many) days\b|\bfast(?:ing|ed)? (?:for"
            r"|of) (?:about |over |nearly )?(?:[2-9]|\d\d|several|a few|many) days\b|\b(?:[2-9]"
            r"|\d\d)[ -]days? (?:water )?fast\b|\b(?:48|72|96|120)[ -]?(?:h|hr|hrs|hour|hours)[ -](?:water )?fast\b"
            r"|\bchew(?:ing)? and spit\w*|\bpro[- ]?ana\b|\bthinspo\b|\b(?:afraid of|scared of|scared to|terrified of"
            r"|terrified to) (?:food|eat|eating)\b|\bevery calorie i (?:eat|ate)\b"
            r"|\bpunish(?:ing)? myself\b[^.!?\n]{0,20}\b(?:eat\w*|food|run\w*)\b|\bed recovery\b"
            r"|\brecover\w* from (?:an )?(?:ed|anorexia|bulimia)\b"
        ),
        unless=words(
            r"\bbing(?:e|ing|ed)[- ]?watch\w*|\bbing(?:e|ing|ed) (?:on )?(?:netflix|tv|podcasts|series|shows)"
            r"|\bstomach bug\b|\bfood poisoning\b|\bnorovirus\b|\bmorning sickness\b|\bhangover\b|\bfood baby\b"
        ),
        fades=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:eat(?:ing)?|ate|eaten|intake(?: is| of)?|diet of|only|consum\w+|living on|having|on|under"
            r"|stick(?:ing)? to|surviv\w+ on)(?: (?:about|around|only|just|under|less than|like|roughly|at|a|max"
            r"|maybe|below|up to|no more than)){0,3} (?:[1-9]\d{1,2}|1,?000|zero|0) ?(?:kcals?|calories|calorie"
            r"|cals?)\b(?![^.!?\n]{0,12}\b(?:less|fewer|deficit|surplus|more|snack|burn|for (?:breakfast|lunch|dinner"
            r"|a (?:snack|meal|treat|run|sandwich))|at (?:breakfast|lunch|dinner)|breakfast|lunch|dinner|meal|run"
            r"|treat)\b)"
        ),
        needs=words(
            r"\b(?:a day|per day|daily|today|all day|each day|every day|diet|intake|in total|day|yesterday|this week)\b"
        ),
        unless=words(
            r"\bburn\w*|\bdeficit\b|\btoo (?:low|little)\b[^.!?\n]*\?|\bis it (?:safe|ok|bad|dangerous)\b|\bshould\b"
            r"|\bwatch\b|\bgarmin\b"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:eat|eating|ate|having) (?:only |just |about |around |like |maybe )*(?:[3-9]\d{2}|1000)"
            r" (?:a day|per day|each day|daily)\b"
            r"|\bbarely (?:ate|eaten|eating|eat)\b[^.!?\n]{0,24}\b(?:today|all day|yesterday|this week|a day|and ran)\b"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\bonly (?:ate|eaten|had|eat|eating|have|having|been eating)(?: (?:like|about|an?|1|one|some|2|half"
            r"|a few|single|small|little|bit|of)){0,4} (?:apple|apples|banana|salad|yogh?urt|coffee|coffees"
            r"|rice cakes?|egg|eggs|biscuit|crackers?|toast|soup|lettuce|cucumber|fruit|water|gum|celery|carrots?"
            r"|diet coke|cereal bar|protein bar|shake)\b[^.!?\n]{0,24}\b(?:today|all day|yesterday|a day|per day"
            r"|each day|this week|since|for days)\b|\b(?:living|surviving|live|survive) on (?:just |only "
            r"|basically )?(?:\w+ ){0,2}(?:coffee|lettuce|water|air|apples|diet coke|celery|cucumber|gum"
            r"|black coffee)\b|\b(?:eat|eating|ate|eaten) (?:almost |basically |practically |next to "
            r"|virtually )?nothing\b(?: but (?:an? )?(?:apples?|fruit|salads?|lettuce|cucumber|celery|coffee"
            r"|water))?(?! (?:bad|but|special|before|unhealthy|after|wrong|different))|\bskip(?:ping"
            r"|ped)? (?:all|every|most)(?: of)?(?: my)? meals?\b"
        ),
        unless=words(r"\bbefore (?:my|a|the) (?:run|race|parkrun)\b|\bfor breakfast\b|\bcant eat\b"),
    ),
    Sign(
        category="low_bmi_target",
        pattern=words(
            r"\bbmi (?:of |is |under |below |to |at |down to |around |about |less than |= ?){0,3}1[0-7](?:\.\d)?\b"
            r"|\bbmi (?:of |is |under |below |to |at |around ){0,3}18(?:\.[0-4])?(?![\d.])|\bthigh gap\b|\bsize (?:0"
            r"|zero|double zero|00)\b|\bbikini bridge\b|\b(?:want|like|love|goal|trying|need"
            r"|how)(?: to)? (?:\w+ ){0,2}(?:underweight|skin and bones?|bony|collar ?bones)\b"
        ),
        unless=words(r"\b(?:dont|do not|not) (?:want|need|care)\b|\bis a thigh gap\b|\bmyth\b"),
    ),
    Sign(
        category="heart_disease_cleared",
        pattern=words(
            r"\b(?:heart (?:attack|condition|disease|failure|surgery|op|problem|issue|murmur|valve)|pacemaker|stents?"
            r"|bypass|afib|atrial fib\w*|angina|cardiomyopathy|high blood pressure|hypertension|cardiac rehab)\b"
        ),
        unless=words(
            r"\b(?:reduce|risk|prevent|cause[sd]?|gives? you|nearly had|does running|can running|lower|good for)\b"
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
