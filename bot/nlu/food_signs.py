"""Signs of trouble with eating: a disorder, far too little food, a weight that harms."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_NOT_OF_THEMSELVES = (
    r"^(?!.*\b(?:i|im|my|me|myself|ill|id|recovering)\b).*\b(?:can|does|do|is|are|what|why|how (?:common|many)"
    r"|in runners"
    r"|in athletes|article|bad for"
    r"|cause[sd]?|signs?)\b"
)
"""A question in which nobody speaks of themselves."""
_LOW = (
    r"(?:\d{1,4} ?(?:-|to|or) ?)?(?:[1-9]\d{2}|1,?0\d\d|1,?100|(?:an?|1) thousand|zero|0) ?(?:kcals?|calories|calorie"
    r"|cals?)"
)
"""Less than anybody's day needs."""

FOOD: tuple[Sign, ...] = (
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\b(?:throw(?:ing|n)? up|threw up|vomit\w*|purg(?:e|es|ing|ed)|puk(?:e|ing|ed)|being sick"
            r"|be sick)\b[^.!?\n]{0,24}\b(?:after (?:every |each |all |my )?(?:meals?|eating|food|dinner|lunch|i eat)"
            r"|meals?|what i (?:ate|eat)|to (?:lose|keep|stay|be thin|stay thin)|on purpose|my (?:food|dinner|lunch)"
            r"|everything i eat)\b|\b(?:make|making|made) myself (?:be )?(?:sick|throw up|vomit|puke)\b|\bpurging\b"
            r"|\b(?:sick|threw up|vomited|puked) on purpose\b"
            r"|\bbulimi\w*|\bnothing but (?:water|coffee|black coffee) (?:for|in) (?:\d|\w+) days\b|\banorexi\w*"
            r"|\banorexic\b|\beating disorder\w*|\borthorexi\w*|(?<!natures )(?<!natural )\blaxatives?\b(?! effect)"
            r"|\bdiet pills\b|\bbing(?:e|es|ing|ed"
            r"|eing)\b(?: (?:eat\w*|and|then|on food|at night|every|again|so|like|all)\b)|\bstarv(?:e|es|ing"
            r"|ed) myself\b|\bnot (?:eaten|eating)\b[^.!?\n]{0,16}\b(?:in|for) (?:\d+|a few|several|many"
            r"|couple of) days\b|\bhavent (?:eaten|ate|been eating)\b[^.!?\n]{0,16}\b(?:in|for|since) (?:about |like "
            r"|almost |over |the last )?(?:[2-9]|\d\d|a few|several|couple of|many) days\b|\bfast(?:ing|ed)? (?:for"
            r"|of) (?:about |over |nearly )?(?:[2-9]|\d\d|several|a few|many) days\b|\b(?:[2-9]"
            r"|\d\d)[ -]days? (?:water )?fast\b|\b(?:48|72|96|120)[ -]?(?:h|hr|hrs|hour|hours)[ -](?:water )?fast\b"
            r"|\bchew(?:ing)? and spit\w*|\bpro[- ]?ana\b|\bthinspo\b|\b(?:afraid of|scared of|scared to|terrified of"
            r"|terrified to) (?:food|eat|eating)\b(?! (?:before|during|on|too close|anything before)\b(?!.*calories))"
            r"|\bevery calorie i (?:eat|ate)\b"
            r"|\bpunish(?:ing)? myself\b[^.!?\n]{0,20}\b(?:eat\w*|food|run\w*)\b|\bed recovery\b"
            r"|\brecover\w* from (?:an )?(?:ed|anorexia|bulimia)\b"
            r"|\bfingers? down (?:my|ones|your) throat\b|\bspit(?:ting)? (?:my |the |out )?(?:food|meals?)\b"
            r"|\bbing(?:e|ed|eing|ing)\b[^.!?\n]{0,40}\b(?:just|only) (?:have |having |drink |drinking )?water\b"
            r"|\b(?:just|only|nothing but) (?:have |drink )?water (?:till|until|for the rest)\b"
            r"|\b(?:burn|run|work|walk)(?:ing)? off (?:a|the|my|last nights) binge\b"
            r"|\b(?:had|have|have had|ive had|got over|struggled with|past"
            r"|used to have) an? (?:bad )?ed\b(?! (?:sheeran|visit"
            r"|trip|doctor|nurse|shift|appointment))"
        ),
        unless=words(
            r"\b(?:my|an|for (?:a|school)) (?:\w+ ){0,3}(?:essay|dissertation|coursework|homework)\b"
            r"|\bbing(?:e|ing|ed)[- ]?watch\w*|\bbing(?:e|ing|ed) (?:on )?(?:netflix|tv|podcasts|series|shows)"
            r"|\bpurging (?:my|the|our) (?!meals?\b|food\b|dinner\b|lunch\b)|\bads?\b|\b(?:read|saw|watched"
            r"|heard) (?:\w+ )?"
            r"(?:article|book|film|documentary|podcast|story|post)\b"
            r"|\bstomach bug\b|\bfood poisoning\b|\bnorovirus\b|\bmorning sickness\b|\bhangover\b|\bfood baby\b"
            rf"|{_NOT_OF_THEMSELVES}"
        ),
        fades=False,
    ),
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\b(?:havent|not|didnt|dont|until i(?: have)?|unless i|have to|need to|must|got to|so i can|run to"
            r"|running to|exercise to"
            r"|try to|trying to|feel i(?: have)?)(?: really| even| i)? (?:earn|earned|deserve|deserved)(?: to)? (?:my "
            r"|the |a |any |every )?"
            r"(?:food|dinner|lunch|breakfast|meals?|eat|eating|carbs|calories|supper|snacks?)\b|\b(?:to|always|usually"
            r"|only) earn my"
            r" (?:food|dinner|lunch|breakfast|meals?|carbs|calories)\b|\b(?:guilty|guilt|ashamed|disgust\w+"
            r"|hate myself|panic\w*|anxious"
            r"|awful about myself)\b[^.!?\n]{0,20}\b(?:(?:when(?:ever)?|after|if|every time|for|about|because|cause"
            r"|that) (?:i )?(?:eat|ate"
            r"|eating|have eaten|having eaten))\b|\b(?:when(?:ever)?|after|if|every time) (?:i )?(?:eat|ate"
            r"|eating)\b[^.!?\n]{0,24}\b(?:feel|im"
            r"|get) (?:so |really |very )?(?:guilty|ashamed|disgust\w+|anxious|panicky)\b|\bi run (?:just "
            r"|only )?so (?:that )?i can eat\b"
            r"|\bonly (?:let myself |allow(?:ed)? myself to |allowed to )?eat (?:if|when|after"
            r"|once) i(?: have)? (?:run|ran|exercise[sd]?|burn\w*)\b"
            r"|\b(?:skip|miss|dont eat|not eat|no) (?:dinner|lunch|breakfast|food|meals?) (?:if|when|unless"
            r"|because) i (?:havent|didnt|dont|"
            r"missed|skipped)(?: (?:run|ran|exercised?|my run|a run))?\b|\b(?:have to|must|need to|always) (?:run|burn"
            r"|work|walk)(?: off)? (?:everything"
            r"|anything|every \w+|all the (?:food|calories)|whatever) i (?:eat|ate)\b"
            r"|\bhate eating(?=$|[.,!?;]| (?:and|because|cause|it|at all|food|anything)\b)"
            r"|\b(?:dont|wont|never|cant) let myself eat\b"
            r"|\b(?:stopped|stop|quit|quitting) eating(?=$|[.,!?;]| (?:to|so|completely|altogether|properly|and"
            r"|because)\b)(?! (?:so )?(?:much|late|sugar))"
            r"|\b(?:how (?:do|can) i|want to|trying to) (?:become|get|be) (?:anorexic|bulimic)"
            r"|\brefus(?:e|ed|ing) to eat\b|\b(?:not|isnt|arent) allowed to eat\b|\b(?:wont|cant|dont) eat (?:unless"
            r"|until) i\b"
            r"|\brestrict(?:ing|ed|s)? (?:my )?(?:food|calories|eating|intake|heavily|meals)\b"
            r"|\bcount(?:ing)? every (?:single )?calorie\b"
            r"|\bfeel (?:so |really |completely )?(?:fat|disgusting|huge|worthless|like a failure) (?:when(?:ever)?"
            r"|every time|after|if) i (?:eat|ate|have eaten)\b"
            r"|\bskip(?:ping)? meals (?:to|so|because)\b|\bi (?:keep|always|often|usually) skip(?:ping)? meals\b"
            r"|\b(?:exercis\w+|run\w*) to purge\b"
            r"|\bexercise bulimi\w*|\b(?:losing|lost) control (?:around|with|over) (?:food|eating)\b"
            r"|\bterrified of (?:food|calories|the scales?)\b"
            r"|\bscared (?:of|to) (?:food|calories|carbs|eat\w*)\b(?! (?:before|during|on|too close"
            r"|anything before)\b)|\b(?:cancel(?:s|led)?|balanc(?:e|es|ing)|mak(?:e|es|ing) up) (?:it |that "
            r"|them )?(?:out |for )?(?:everything|what|all the food|the food|whatever) i (?:eat|ate)\b"
            r"|\bforbidden foods?\b|\b(?:lie|lying|lied) about (?:eating|what i (?:eat|ate)|food)\b|\b(?:hide"
            r"|hiding) how (?:little|much) i eat\b"
            r"|\b(?:i (?:really |kind of |secretly )?(?:love|like|enjoy)|feels? good"
            r"|proud)\b[^.!?\n]{0,16}\b(?:feeling (?:empty|hungry)|being (?:empty|hungry)"
            r"|the hunger|not eating|hunger pangs)\b"
            r"|\b(?:eating|food|meals?|dinner) makes? me (?:feel )?(?:anxious|panic\w*|guilty|ashamed|disgust\w+"
            r"|hate myself)\b|\bin control when i (?:dont|do not) eat\b"
            r"|\b(?:everyone|people|they|friends?|family|mum|mom|doctor) (?:say|says|tell me|tells me|think"
            r"|thinks)(?: that)? (?:im|i am|i look) too (?:thin|skinny)\b"
            r"|\b(?:see|look) (?:only )?fat (?:in the mirror|everywhere)\b(?=.*\b(?:thin|skinny|underweight|bones)\b)"
            r"|\bbody ?check(?:ing)?\b"
            r"|\bcant eat (?:until|unless|before) i(?: have)? (?:run|ran|exercise\w*|burn\w*)\b|\b(?:before"
            r"|after) (?:every|each) meal\b(?=.*\bweigh)|\bweigh\w*\b[^.!?\n]{0,24}\b(?:before|after) (?:every"
            r"|each) meal\b"
            r"|\b(?:have to|need to|must) (?:burn|run|work) off (?:my |the )?(?:breakfast|lunch|dinner|food|meals?)\b"
            r"|\b(?:if|when(?:ever)?|every time) i (?:eat|ate|have|had) (?:\w+ )?(?:dinner|lunch|breakfast"
            r"|anything|food|a meal|dessert)"
            r" i (?:have to|must|need to|always) (?:run|walk|exercise|burn)\b"
            r"|\bonly (?:let|allow)(?: myself)?(?: to)? eat (?:on|when|if|after)\b"
            r"|\bstop (?:feeling )?(?:hungry|hunger)\b"
            r"(?=[^.!?\n]*\bskip\w* (?:meals?|dinner|lunch|breakfast|food)\b)"
            r"|\bcant stop counting(?: calories)?\b|\b(?:obsess\w*|"
            r"fixat\w*) (?:about|over|with|on) (?:food|calories|my weight|the scales?|eating)\b"
            r"|\bweigh myself (?:(?:\d+|several|many|multiple)"
            r" times|every (?:hour|few hours)|after (?:every|each) meal|constantly|all the time)\b|\bfood (?:rules"
            r"|controls|runs|takes over) my"
            r" (?:life|head|mind|thoughts)\b|\bdont deserve (?:to eat|food|dinner|lunch|a meal|meals)\b|\bhid(?:e"
            r"|ing) (?:my )?food\b"
            r"|\bhavent eaten (?:anything )?since (?:mon|tue|wed|thu|fri|sat|sun)\w*\b|\bchew\w* (?:my |the |it "
            r"|food )*and spit\w*\b"
            r"|\bcompensat\w+ for (?:eating|what i (?:eat|ate)|food|the binge)\b|\bpunish\w* myself (?:for|with)\b"
            r"|\bmake up for (?:the binge|bingeing)\b"
            r"|\b(?:ed|anorexia|bulimia|eating disorder) (?:recovery|relapse|thoughts|voice|history|past)\b"
            r"|\brelapsing\b"
        ),
        unless=words(
            rf"\bhangover\b|\bbinge[- ]?watch\w*|\bhide food from my (?:dog|kids|husband|flatmate)\b"
            r"|\b(?:when|how (?:long|late|soon|early|many \w+)|what time)\b[^.!?\n]*\b(?:stop|quit) eating\b"
            rf"|{_NOT_OF_THEMSELVES}"
        ),
        fades=False,
    ),
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\b(?:terrified|scared|petrified|afraid) of"
            r" (?:gaining|getting fat|weight gain|putting on weight|carbs|bread|calories)\b"
        ),
        unless=words(
            r"\b(?:smok\w*|cigarettes?|vap(?:e|es|ing)|nicotine|menopaus\w*|contracept\w*|antidepressants?"
            rf"|(?:on|over) (?:holiday|christmas|vacation))\b|{_NOT_OF_THEMSELVES}"
        ),
        whole=True,
        fades=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:skip|skipping|go without|leave out|miss|not eat(?:ing)?|not have|stop eating)\b (?:my |the "
            r"|some |any )?"
            r"(?:meals?|breakfasts?|lunch(?:es)?|dinners?|supper|food)\b"
        ),
        needs=words(
            r"\b(?:gain(?:ed|ing)?|(?:went|gone|go|is|im|are) up|put on|heavier|lose (?:it|weight) (?:quick|fast)\w*)\b"
        ),
        unless=words(r"\b(?:dont|never|not going to|shouldnt|without|bad to|instead of) skip\w*"),
        whole=True,
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
            r"|\b(?:is|are) eating\b"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:cut|down|stick\w*|kept|keep\w*|liv\w+|surviv\w+|limit\w*)(?: myself)?(?: down)? (?:to|on|under|at)"
            r" (?:about |around |like |under )?(?:[3-9]\d{2}|1000) (?:a day|per day|daily|each day)(?=$|[.,!?;]"
            r"| (?:and|so|but|is|to|now)\b)|"
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
        category="very_low_intake",
        pattern=words(
            rf"\bis {_LOW}[^.!?\n]{{0,12}}\b(?:ok|okay|enough|fine|safe)\b"
            rf"|\b(?:what if i|have been|i have been|eating|eat|ate|surviving on|living on|living off|getting by on"
            rf"|if i|can i|could i|should i|shall i|i (?:was|am"
            rf"|were) thinking(?: of| about)?"
            rf"|thinking(?: of| about)?|im"
            rf"|i only|i just|i|trying to|try to|want to|plan(?:ning)? to|planning on|going to|how about|what about"
            rf"|ok to|safe to|fine to"
            rf"|if) (?:i )?(?:only |just )?(?:eat|eating|ate|stay(?:ing)? (?:under|below|at)|stick(?:ing)? to|have"
            rf"|having|do|doing|go(?:ing)?"
            rf" (?:down )?to|cut (?:down )?to|drop to|limit(?:ing)? myself to|restrict(?:ing)? (?:myself )?to|live on"
            rf"|living on|survive on|eat at)?"
            rf" ?(?:only |just |about |around |like |under |less than |max |maybe |to |on )*{_LOW}\b(?! (?:less|fewer"
            rf"|deficit|more|extra|snack"
            r"|off|surplus|burn|from|worth|too many|over|back|treat|for|of)\b)"
            rf"|\b{_LOW} (?:an?|per) day\b[^.!?\n]{{0,8}}\b(?:diet|plan|meal plan|menu)\b|\b{_LOW}[ -](?:diet"
            rf"|meal plan|day)\b"
        ),
        unless=words(
            r"\bburn\w*|\bdeficit\b|\bsurplus\b|\b(?:for|at) (?:breakfast|lunch|dinner|brunch|supper)\b|\b(?:breakfast"
            r"|lunch|dinner|snack"
            r"|meal|treat|cake|pizza|burger|donut|bar|gel|run off|walk off|work off|less|fewer|cut \d|watch|garmin"
            r"|strava|treadmill|app"
            r"|before (?:a|my|the)|during|per (?:run|hour|km|mile)|an hour)\b"
            rf"|{_NOT_OF_THEMSELVES}"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:havent eaten|not eaten|ate nothing|eaten nothing|had nothing)(?: (?:anything|a thing|at all|a bite"
            r"|much))?"
            r" (?:all day|today|since (?:yesterday|last night|morning))\b"
            r"|\b(?:just|only) had (?:an? |some |one |1 |my )?(?:coffee|tea|apple|banana|salad|yogh?urt|egg|toast|soup"
            r"|water|diet coke)"
            r"(?: and (?:an? |some )?(?:coffee|tea|apple|banana|salad|yogh?urt|egg|toast|water))? (?:all day|today)\b"
            r"|\bliving off (?:just |only |black )*(?:\w+ )?(?:coffee|lettuce|water|air|apples|diet coke|celery"
            r"|cucumber|gum|rice cakes?)\b"
            r"|\bnothing but (?:black )?(?:coffee|water|tea|diet coke) (?:since|all day|today)\b|\b(?:eat"
            r"|eating) (?:only )?(?:once )?every (?:2|two|other|second) days?\b(?! (?:out|fish|meat))|\b(?:1"
            r"|one) meal a day\b(?=.*\b(?:weak|dizzy|faint|exhausted|shaky|cold|twice|no energy)\b)"
            r"|\bskip(?:ping|ped)? (?:breakfast|lunch|dinner) and (?:breakfast|lunch|dinner)\b|\bbarely (?:eat|eating"
            r"|ate|eaten)\b"
        ),
        unless=words(
            r"\b(?:ramadan|blood test|surgery|stomach bug|food poisoning|vomiting bug|long haul|flight)\b|\byet\b"
        ),
    ),
    Sign(
        category="very_low_intake",
        pattern=words(rf"\b{_LOW} (?:(?:an?|per|each|every) day|daily|in total|total)\b|\b{_LOW}/day\b"),
        needs=words(
            r"\b(?:eat\w*|ate|diet\w*|intake|consum\w+|having|living|limit\w*|restrict\w*|stick\w*|goal|aim\w*|only"
            r"|just|under|max\w*"
            r"|plan\w*|run\w*|doing|allow\w*|lose|food)\b"
        ),
        unless=words(
            r"\b(?:burn\w*|deficit|surplus|less|fewer|cut|extra|more than|over|watch|garmin|treadmill|bmr|resting"
            r"|too (?:low|little))\b"
            rf"|{_NOT_OF_THEMSELVES}"
        ),
        whole=True,
    ),
    Sign(
        category="low_bmi_target",
        pattern=words(
            r"\bbmi (?:of |is |under |below |to |at |down to |around |about |less than |= ?){0,3}1[0-7](?:\.\d)?\b"
            r"|\bbmi (?:of |is |under |below |to |at |around ){0,3}18(?:\.[0-4])?(?![\d.])|\bthigh gap\b|\bsize (?:0"
            r"|zero|double zero|00)\b|\bbikini bridge\b|\b(?:want|like|love|goal|trying|need"
            r"|how)(?: to)? (?:\w+ ){0,2}(?:underweight|skin and bones?|bony|collar ?bones)\b"
            r"|\b(?:see|show|showing|feel) my (?:ribs|rib ?cage|hip ?bones|collar ?bones|spine)\b|\balready (?:very "
            r"|too )?underweight\b"
            r"|\bunderweight (?:but|and)\b[^.!?\n]{0,24}\b(?:lose|thinner|smaller|less)\b"
        ),
        unless=words(r"\b(?:dont|do not|not) (?:want|need|care)\b|\bis a thigh gap\b|\bmyth\b"),
    ),
)
"""Read in order; one match raises the category."""
