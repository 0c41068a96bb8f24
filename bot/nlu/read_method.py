"""Read questions about our own method and standards: its error, its range, its rivals, how evidence is graded."""

from __future__ import annotations

from bot.nlu.clauses import sentences
from bot.nlu.frame import About, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_pulse_method import read_pulse_method
from bot.nlu.read_race_method import read_race_method

_LONGEST = 26
_OURS = (
    r"(?:estimates?|figures?|numbers?|calculations?|equations?|formulas?|formulae|models?|sums?|projections?"
    r"|predictions?|forecasts?|method|results?)"
)
_RIVAL = (
    r"(?:acsm|minetti|pandolf|kipp|di prampero|margaria|weir|mets?|met values?|compendium|pennington|wishnofsky"
    r"|metabolic equations?|1 kcal (?:per|a|/) ?kg|(?:3,?500|7,?700)(?: (?:kcal|calories?))?(?: per \w+)? rule)"
)
_DEVICES = Pattern(
    r"\b(?:watch(?:es)?|garmin|fitbit|apple|strava|scales?|treadmills?|machines?|trackers?|apps?|polar)\b"
)
"""What other people's devices get wrong is asked of the articles."""
_ERROR = Pattern(
    r"^(?:and |so )?(?:plus ?(?:or |/ ?)?minus|\+ ?/? ?-|error bars?|margin of error)(?: what| how much)?\W*$|"
    r"\bindividual (?:error|sd|standard deviation)\b|\bsee of (?:the|your|that|this|its)\b"
    r"|\bstandard errors? of (?:the )?estimate\b|"
    r"\b(?:yours|your (?:figure|number|estimate|sum)s?)\b[^?]{0,16}\b(?:closer|better|more accurate|more reliable"
    r"|right)\b"
    r"|\b(?:sd|standard deviation|spread|variation|variability)\b[^?]{0,12}\b(?:between|among|across|of)\b[^?]{0,8}"
    r"\b(?:runners|people|persons|individuals|subjects)\b|\b(?:error|it|that|noise)s? averages? (?:it(?:self)? )?out\b|"
    r"\bwhy (?:is|does|do)\b[^?]{0,10}\b(?:lower|upper|low|top|bottom) (?:bound|end|limit|value|figure)\b"
    r"|\bwhy\b[^?]{0,16}"
    r"\b(?:start|begin)s? (?:at|from) (?:zero|0|nothing)\b|"
    r"\bwhere (?:does|do|is) (?:the|that|this|your|all that) (?:uncertainty|error|range|spread"
    r"|inaccuracy) (?:come )?from\b|"
    r"\bhow (?:accurate|precise|exact|reliable|good|far off|far out|wrong|trustworthy|close)\b[^?.]{0,12}"
    rf"\b(?:is|are|was|can|could|would|might)\b[^?.]{{0,10}}\b(?:the|your|these|those|that|this|its|ur)\b[^?.]{{0,28}}"
    rf"\b(?:{_OURS}|kcals?|calories)\b"
    r"|\b(?:its|your|the(?: \w+)?) (?:\w+ ){0,2}(?:error|inaccuracy|imprecision|accuracy|precision|bias|rmse"
    r"|residuals?)\b"
    rf"(?=\W*$|[^?.]{{0,12}}\b(?:for|in|on|of|at|like|with|be)\b[^?.]{{0,16}}\b(?:an?|one|1|single|individuals?|me"
    rf"|person"
    rf"|people|looney\w*|hall\w*|your|kcals?|calories|energy|{_OURS})\b)"
    r"|\b(?:error|accuracy|precision|bias|rmse|standard error|uncertainty|sd|validity)\b[^?.]{0,12}\b(?:of|in|for"
    r"|behind"
    rf"|on)\b[^?.]{{0,12}}\b(?:looney\w*|hall\w*|your|{_OURS})\b"
    rf"|\bhow (?:well|badly) (?:does|do|did)\b[^?.]{{0,10}}\b(?:it|that|this|the {_OURS}|your {_OURS}|looney|hall)\b"
    r"[^?.]{0,10}\b(?:predict|fit|do|hold|work|perform)\b"
    rf"|\bwhat (?:error|accuracy|bias|precision)\b[^?.]{{0,10}}\b(?:do|does|has|have|is)\b[^?.]{{0,10}}\b(?:it|that"
    rf"|this"
    rf"|your|the {_OURS})\b"
    rf"|\b(?:off|wrong|out) (?:can|could|might|may) (?:it|that|this|your {_OURS}|the {_OURS}) be\b"
)
_INTERVAL = Pattern(
    r"\b(?:an? )?(?:average|mean|group)\b[^?]{0,12}\bor\b[^?]{0,12}\b(?:individual|personal|single person|one person"
    r"|for me)\b|"
    r"\b(?:range|interval|band|spread|brackets?|bounds|limits|low and high|two ends|\d+ to \d+)\b[^?]{0,40}"
    r"\b(?:confidence|prediction|credible|tolerance|ci|pi|sd|sds|percentiles?|95|80|90|interval|probability)\b"
    r"|\b(?:confidence|prediction|credible)(?: intervals?| bands?)? (?:or|vs|versus)(?: an?| the)?"
    r" (?:confidence|prediction|credible|range)\b"
    r"|\bwhat (?:does|do|is|are|exactly)\b[^?]{0,12}\b(?:the|that|this|those|your|these)\b[^?]{0,12}"
    r"\b(?:range|interval|brackets?|parenthes[ei]s|bounds|spread)\b(?: (?:mean|stand for|cover|represent"
    r"|based on))?\W*$"
    r"|^(?:and |so )?(?:is|was) (?:that|this|it) (?:an? |the )?(?:(?:95|80|90) ?(?:%|percent)? ?(?=ci\b|conf|pred"
    r"|range|interval|\W*$)|confidence|prediction|ci\b|sd\b)"
    r"|\bhow (?:did|do) (?:you|u) (?:get|set|choose|pick|work ?out|compute|calculate) (?:the|that|this|your) "
    r"(?:range|interval|bounds|spread|limits)\b"
)
_RIVALS = Pattern(
    r"\b(?:better|truer|more accurate|rather|convince\w*)\b[^?]{0,24}\b(?:3,?500|7,?700) (?:kcal|calories?) (?:per"
    r"|an?) \w+|"
    rf"\bwhy\b[^?]{{0,30}}\b{_RIVAL}\b|\b{_RIVAL}\b[^?]{{0,20}}\b(?:instead|better|rather|worse|give|gives|say"
    rf"|differ)\b"
    rf"|\b(?:compare[ds]?|versus|vs|against|than|over)\b[^?]{{0,12}}\b{_RIVAL}\b"
    rf"|^(?:(?:and|what about|how about|or|but|so|per|by|with|under) )+(?:the )?{_RIVAL}\W*$"
    rf"|\bwhy (?:this|that|the looney|looney|the hall|hall|your|did you (?:choose|pick|use|take))\b[^?]{{0,14}}"
    rf"\b(?:{_OURS}|looney|hall)\b(?! so)|\bwhy (?:looney|hall)\b"
)
_SCALE_ERROR = Pattern(
    r"\b(?:error|accuracy|uncertainty|margin|precision|sd)\b[^.?!]{0,24}\b(?:body ?fat|fat (?:percent\w*|%))(?!\w)"
)
_VALIDATION = Pattern(
    rf"\b(?:looney\w*|hall|its?|your|this|that|the {_OURS}|{_OURS})\b[^?]{{0,24}}\b(?:validated|fitted|calibrated"
    rf"|derived"
    r"|developed|tested|verified|checked)\b"
    rf"|\b(?:validat\w+|calibrat\w+|sample|training data|data ?set|population)\b[^?]{{0,24}}\b(?:looney|hall|{_OURS})\b"
    rf"|\b(?:valid|range of validity|hold|holds|apply|applies|applicable)\b[^?]{{0,20}}\b(?:looney|hall|{_OURS})\b"
    rf"|\b(?:looney|hall|{_OURS})\b[^?]{{0,16}}\b(?:valid|validity|hold|holds|apply|applies)\b"
)
_CONSTRAINED = Pattern(
    r"\b(?:pontzer|constrained (?:total )?(?:energy|expenditure|model)|energy compensation|additive model)\b"
)
_AFTER_COMPENSATION = Pattern(
    r"\bcompensation\b(?=.*\b(?:net|figure|number|come from|0\.72|28 ?%|how (?:much|big|large))\b)"
    r"|\b(?:net|figure|how (?:much|big|large))\b.{0,24}\b(?:after )?compensation\b"
)
_OF_US = Pattern(r"\b(?:you|your|it|that|this|model|estimates?|figures?|projections?)\b")
_EATING = Pattern(
    r"\b(?:your|the) model\b[^?]{0,40}\beat\w* (?:\w+ )?back\b|"
    r"\b(?:the|that|your|this|a) 45 ?(?:%|percent)(?!\w)|\b45 ?(?:%|percent) (?:figure|number|assumption|come|share)\b|"
    r"\b(?:assum\w*|account\w*|includ\w*|consider\w*|allow\w* for|factor\w* in|correct\w* for|adjust\w* for"
    r"|tak(?:e|es|ing)(?: \w+)? into account|count(?:s|ing)? (?:in|that|on)|ignor\w+|build in|built in)\b"
    r"[^?]{0,24}\b(?:eat\w*|food|intake|diet\w*|hungr\w*|hunger|appetite|compensat\w*|neat)\b"
    r"|\b(?:eat\w*|food|intake|hunger|appetite|compensation|adaptation)\b[^?]{0,24}\b(?:assumed|accounted|included"
    r"|considered|factored|built in|taken into account|in (?:that|this|the) (?:figure|number|range|model))\b"
    r"|\bwhat if (?:i|she|he|they|we|you)\b[^?]{0,12}\beats? (?:\w+ )?back\b|\b(?:if|that|assuming) i (?:eat|ate"
    r"|keep eating) (?:exactly )?(?:the same|as (?:now|before|usual)|like now)\b"
)
_THE_SHARE = Pattern(r"\b45 ?(?:%|percent)(?!\w)|\b(?:your|the) model\b")
"""Of new running, in the middle of a projection: our own reading, and asked about as such."""
_THAT_FIGURE = Pattern(
    r"\b(?:what if (?:i|she|he|they|you|we)|that|this|it|you|your|its|does"
    r"|the (?:figure|number|range|model|estimate|projection))\b"
)
_GRADES = Pattern(
    r"\bwhy (?:is|are|was) (?:it|that|this|they|those) (?:graded|rated|labell?ed|ranked|classed)\b|"
    r"\b(?:criteria|grad(?:e|es|ed|ing)|labels?|labell?ed|rat(?:e|es|ed|ing)|rank(?:ed|ing)?|classif\w+)\b[^?]{0,24}"
    r"\b(?:evidence|strong|strength of|stud(?:y|ies)|papers?|quality|claims?)\b"
    r"|\b(?:on|by|with|under) (?:what|which) (?:criteria|grading|standards?|scale)\b|\bwhat criteria\b"
    r"|\b(?:do|did|are) (?:you|they|those|these|your)\b[^?]{0,16}\bgrad(?:e|ed|es|ing)\b"
    r"|\b(?:strong|mixed|thin|weak) evidence ?\?|\b(?:call|calling|labell?ed|rated?|graded?|marked|counts? as|mean"
    r"|means"
    r"|meant)\b[^?]{0,14}\b(?:strong|mixed|thin) ?(?:evidence|$|\W)"
    r"|\b(?:why|how)\b[^?]{0,14}\b(?:is|are|can)\b[^?]{0,16}\b(?:strong|mixed|thin) evidence\b"
    r"|\bwhy (?:is|are) (?:that|this|it|these|those) (?:strong|mixed|thin)\W*$"
    r"|\bwhat (?:does|do)\b[^?]{0,10}\b(?:strong|mixed|thin)\b[^?]{0,12}\bmean\b"
    r"|\bgrade (?:system|approach|criteria)\b|\bquality of (?:the |that |this )?evidence\b"
)
_DOUBTFUL = Pattern(
    r"\bmost sensitive\b|\bsensitivity analysis\b|\bwhat (?:do|dont|can) (?:you|u) not (?:know|tell|do well)\W*$"
    r"|\bwhat (?:dont|cant) (?:you|u) (?:know|tell)\W*$|\bwhat are (?:your|the) (?:limits|limitations|weak\w+)\W*$|"
    r"\bweakest (?:link|point|part|assumption|step|spot)\b|"
    r"\b(?:which|what|where)\b[^?]{0,36}\b(?:least|weakest|shakiest|most (?:likely|often) (?:to be )?wrong|not trust"
    r"|distrust)\b(?=[^?]*\b(?:you|your)\b)|\b(?:you|your)\b[^?]{0,36}\b(?:weakest|shakiest|trust (?:the )?least"
    r"|least (?:sure|certain|confident)|limitations|blind spots?|weak(?:est)? (?:spots?|points?))\b"
)
_AUTHORS = Pattern(
    r"\bwho (?:wrote|writes|made|created|reviews?|reviewed|checks?|checked|edits?|authored?)\b[^?]{0,8}\b(?:your|the"
    r"|these|those|this)?\b[^?]{0,8}\b(?:articles?|texts?|answers?|content|knowledge|material|stuff)\b"
    r"|\b(?:are|is|were) (?:your|the|these|those) (?:articles?|texts?|answers?|content)\b[^?]{0,16}\b(?:peer|reviewed"
    r"|written|checked|ai)\b|\bwho is behind (?:this|you|the (?:bot|coach|articles?))\b"
)
_WHO = r"(?:who|what) (?:exactly |actually |really |the hell )?(?:are|r) (?:you|u)\b"
_GROUND = (
    r"(?:evidence|science|research|based on|basis|sources?|knowledge|information|info|advice|come from|studies|data"
    r"|trained on"
    r"|qualified|credentials|qualifications)"
)
_BASIS = Pattern(
    rf"\b{_WHO}.{{0,60}}\b{_GROUND}\b|\b{_GROUND}\b.{{0,60}}\b{_WHO}"
    r"|\b(?:what|whats|which)(?: is| are| kind of)? (?:the |your )(?:evidence|scientific|knowledge|research) (?:base"
    r"|basis|foundation)\b"
    r"(?! (?:for|of|behind))|\byour (?:evidence base|scientific basis|source of (?:knowledge|information|truth)"
    r"|knowledge base)\b"
    r"|\bwhere (?:do|does|did) (?:you|your \w+) (?:get|take|come|have)(?: (?:your|all))*(?: (?:information|info"
    r"|knowledge"
    r"|advice|facts|answers|data|wisdom|stuff))? ?(?:all )?from\W*$|\bare you (?:really |actually )?(?:evidence|science"
    r"|research)[- ]based\b"
    r"|\bwhat (?:sources|research|evidence|studies|science) (?:do|are) you (?:use|based on|rely on|using|work from"
    r"|go by)\b"
    r"|\b(?:can|should|do|how can|how do i know) i (?:can )?(?:really )?trust you(?: at all| then)?\W*$"
    r"|\bwhat are you (?:based|trained|built) on\b|^what (?:exactly )?are you(?: exactly| actually| really)\W*$"
)
_EXAMPLE = Pattern(
    r"\bwhy (?:an? |the |that |this |do you (?:use|take) an? )?(?:\d+[- ]?(?:kg|year)[- ]?(?:old)? )?(?:woman|man"
    r"|female"
    r"|male|lady|guy|example)\b(?: (?:of|aged?|at|who|with|person|as)\b|\W*$|[.?!,;:])"
    r"|\bwho (?:is|was) (?:that|this|the|your) (?:woman|man|example|person)\b"
    r"|\bim (?:not a|no) (?:woman|man) of\b|\bi am (?:not a|no) (?:woman|man) of\b"
)
_DOCTOR = Pattern(
    r"\b(?:your?|bot|this)\b[^?]{0,24}\b(?:doctor|physio\w*|gp|dietitian|nutritionist|trainer|real coach|human coach"
    r"|physiologist)\b[^?]{0,16}\b(?:would|does|can|could|will|do)(?:nt|n't)?\b(?: not|nt)?"
    r"|\b(?:better than|instead of|different from|replace) (?:an? |my |seeing a )?(?:doctor|physio\w*|dietitian"
    r"|coach)\b"
    r"(?=.*\byou\b)|\byou\b[^?]{0,20}\breplace an? (?:doctor|physio\w*|dietitian)\b"
)
_WORKING = Pattern(
    r"\bwhere (?:do|does|did) (?:you get )?(?:that|this|those|these|the|your) (?:\w+ )?(?:numbers?|figures?"
    r"|sums?|ranges?)(?: come)?(?: from)?\b|^(?:(?:and|but|so|ok|wait|hmm|well)[ ,]*)*(?:how (?:did|do|have"
    r"|would) (?:you|u) (?:get|got|calculate|compute"
    r"|work ?out|work (?:that|it|this) ?out|come (?:up with|to|by)|arrive at|estimate|figure out|derive|reach)"
    r"(?: (?:that|this|it|the|those|these|to that|your))?\b[^?]{0,24}|(?:show|give|tell) me (?:the |your "
    r"|all )*(?:maths?|inputs?|assumptions"
    r"|working|workings|calculation|sums)\b[^?]{0,12}|how (?:is|was|are|were) (?:that|this|it|they|those) (?:calculated"
    r"|computed|worked ?out|derived|estimated)\b[^?]{0,8})\W*$"
)
_IN_IT = (
    r"(?:modell?ed|model|included|include|in (?:it|that|there)|counted|counts?|account\w*|consider\w*|enter\w*"
    r"|matters?|cost"
    r"|taken|corrected|allow\w*|covered|assum\w+)"
)
_ADAPTIVE = Pattern(
    rf"\b(?:adaptive thermogenesis|metabolic adaptation|metabolism slow\w*)\b[^?]{{0,24}}\b{_IN_IT}\b"
    rf"|\b{_IN_IT}\b[^?]{{0,24}}\b(?:adaptive thermogenesis|metabolic adaptation)\b"
)
_LEAN = Pattern(
    r"\b(?:your|the) model\b[^?]{0,24}\b(?:glycogen|water|fluid|ffm|fat[- ]free mass|lean mass)\b|"
    rf"\b(?:lean|muscle|ffm|fat[- ]free)(?: mass| tissue)?(?: loss)?\b[^?]{{0,12}}\b{_IN_IT}\b"
    rf"|\b{_IN_IT}\b (?:for |the |any |also )*(?:lean|muscle|ffm|fat[- ]free)(?: mass| tissue| loss)*\W*$"
)
_SCOPE = Pattern(
    r"\bhow (?:do|does|did) (?:you|it|your \w+|the (?:model|equation|formula|figure)) (?:handle|treat|deal with"
    r"|take|model"
    r"|price|count)\b[^?]{0,12}\b(?:hills?|slopes?|gradients?|climb\w*|downhills?|wind|terrain|trails?)\b|"
    rf"\b(?:after ?burn|epoc)\b[^?]{{0,16}}\b{_IN_IT}\b[^?]*\b(?:you|your|it|that|figure|kcal)\b"
    rf"|\b{_IN_IT}\b[^?]{{0,16}}\b(?:after ?burn|epoc)\b|"
    rf"\b(?:air|wind|downhills?|uphills?|slopes?|gradients?|drag|surface|trail|terrain|altitude|temperature)"
    rf"(?: resistance| drag| running)?\b[^?]{{0,12}}\b{_IN_IT}\b(?! (?:more|less|of))"
    rf"|\b{_IN_IT}\b[^?]{{0,12}}\b(?:air|wind)(?: resistance| drag)?\b|\b(?:cost|effect) of air(?: resistance)?\b"
)
_REST = Pattern(
    r"\b(?:what|which|how (?:big|large|much))\b[^?]{0,10}\b(?:rest|resting|rmr|bmr"
    r"|basal)\b[^?]{0,24}\b(?:subtract\w*|take"
    r"|took|taken|use|used|deduct\w*|remov\w*|leave out|left out)\b"
)
_RESTING = r"(?:rmr|bmr|ree|resting (?:metabolic|metabolism|energy|expenditure|burn|rate)|basal metabolic|basal rate)"
_REST_FORMULAS = r"(?:mifflin|harris(?: |-)?benedict|cunningham|katch|schofield|owen|who equation)"
_REST_RIVALS = Pattern(
    rf"\bwhy\b[^?]{{0,24}}\b{_REST_FORMULAS}\b|\b{_REST_FORMULAS}\b[^?]{{0,16}}\b(?:instead|better|rather|give|gives|say)\b"
    rf"|^(?:(?:and|what about|how about|or|but|so|by|with|under|use) )+(?:the )?{_REST_FORMULAS}\W*$"
)
_DENSITY = Pattern(
    r"(?=.*\b(?:kcals?|calories|cals|energy|kj|mj)\b)(?=.*\b(?:you|u|your|model|hall)\b)"
    r".*\b(?:per|in|of|an?|each|1|one) ?(?:kg|kilo|kilogram|lb|pound)s? (?:of )?(?:body )?(?:fat|lean|adipose)\b"
)
_BY_ENERGY = Pattern(
    r"(?=.*\b(?:kgs?|kilos?|lbs?|fat|loss)\b)(?:"
    r".*\b(?:(?:simple|pure|plain|straight|raw) (?:energy|arithmetic|maths?|calories|kcals?)|by (?:the )?energy)\b"
    r".*\b(?:why|explain|difference|rest|how come|not \d)"
    r"|.*\b(?:i|we) (?:get|got|make (?:it|that)|come to|calculate)\b ?(?:about |around |~)?\d"
    r".*\b(?:explain the difference|(?:why|how come) (?:do |did |does )?(?:you|your)|you (?:say|get|said))\b"
    r"|.*\bx ?[01]?\.\d+ ?(?:=|is|makes|gives).*\b(?:rest|why|not [01]?\.\d|explain|difference)\b)"
)
"""A sum of energy held against what the model makes of it: "by energy I get 0.7, explain the difference"."""
_REST_EQUATION = Pattern(
    rf"\b(?:{_OURS}|equation|formula|model)\b[^?]{{0,30}}\b{_RESTING}\b"
    rf"|\b{_RESTING}\b[^?]{{0,40}}\b(?:equation|formula|model|method|{_REST_FORMULAS})\b"
    rf"|\b(?:you|your|it|use|used|or what)\b[^?]{{0,24}}\b{_REST_FORMULAS}\b"
    rf"|\b{_REST_FORMULAS}\b[^?]{{0,24}}\b(?:you use|or what|you take|used|in (?:it|that|there))\b"
)
_HEART_RATE = Pattern(
    r"\bheart ?rate\b(?! monitor)[^?]{0,24}\b(?:better|more accurate|rather|instead)\b[^?]{0,16}"
    r"\b(?:speed|pace|distance)\W*$|\bwhy not\b[^?]{0,16}\bheart ?rate\b"
)
_THUMB = Pattern(
    r"\b(?:per|a|/) ?(?:kg|kilo(?:gram)?)(?: body (?:mass|weight))?(?: (?:per|and|a)|/) ?(?:km|kilomet\w+)\b"
    r"|\bkcal ?/ ?kg ?/ ?km\b|\bcost of transport\b|"
    r"\b(?:1|one) ?kcal (?:per|a|/) ?(?:kg|kilo)\b(?=[^?]*\b(?:km|kilomet\w+|mile|rule)\b)"
)
_SUM_ASKED = Pattern(
    r"\bhow (?:many|much) (?:net |gross |total )?(?:kcals?|calories|cals|energy)\b|\bkcals? (?:for|of|with)\b"
    r"|\b(?:net|gross) (?:kcals?|calories|energy)\b"
)
"""The figure itself is asked for, its error along with it."""
_PLAN_TOLD = Pattern(
    r"(?=.*\b(?:(?:a|per|each|every) week|weekly)\b)"
    r"(?=.*\b(?:\d+|one|two|three|four|six|half an?|an?) (?:weeks|months?|years?)\b)"
    r"(?=.*\b(?:loss|lose|lost|predict\w*|forecast|expect\w*|project\w*|happens?)\b)"
)
"""So is that of a plan told in the same breath."""
_METHODS: tuple[tuple[About, Pattern], ...] = (
    ("basis", _BASIS),
    ("authors", _AUTHORS),
    ("grades", _GRADES),
    ("doubtful", _DOUBTFUL),
    ("error", _SCALE_ERROR),
    ("thumb", _THUMB),
    ("heart_rate", _HEART_RATE),
    ("density", _DENSITY),
    ("rivals", _REST_RIVALS),
    ("rest", _REST),
    ("rest", _REST_EQUATION),
    ("adaptive", _ADAPTIVE),
    ("lean", _LEAN),
    ("scope", _SCOPE),
    ("rivals", _RIVALS),
    ("interval", _INTERVAL),
    ("error", _ERROR),
    ("validation", _VALIDATION),
    ("doctor", _DOCTOR),
    ("inputs", _WORKING),
)


def asks_of_example(text: str) -> bool:
    """Whether a tidy text asks why an example person was taken."""
    return _EXAMPLE.search(text) is not None


def read_method(text: str) -> Frame | None:
    """Read a question about how our own figures and grades come about, from a tidy text.

    `about` says what is asked, with intent `source`; only "how did you get that?" (`inputs`) is a `why`.
    """
    if read_pulse_method(text) == "limits":
        return Frame(intent="source", about="limits")
    if any(_BY_ENERGY.search(part) for part in (text, *sentences(text))):
        return Frame(intent="source", about="by_energy")
    if len(text.split()) > _LONGEST:
        return None
    if (assumed := _of_what_is_assumed(text)) is not None:
        return Frame(intent="source", about=assumed)
    found = read_race_method(text) or read_pulse_method(text)
    found = found or next((about for about, pattern in _METHODS if pattern.search(text)), None)
    if found in {"error", "interval"} and (_SUM_ASKED.search(text) or _PLAN_TOLD.search(text)):
        return None
    if found is None or (found in {"error", "validation", "interval"} and _DEVICES.search(text)):
        return None
    return Frame(intent="why" if found == "inputs" else "source", about=found)


def _of_what_is_assumed(text: str) -> About | None:
    """Return which assumption of a figure is asked about: a ceiling on spending, the example person, what is eaten."""
    if (_CONSTRAINED.search(text) and _OF_US.search(text)) or _AFTER_COMPENSATION.search(text):
        return "constrained"
    if _EXAMPLE.search(text):
        return "example"
    of_the_figure = _THE_SHARE.search(text) or _THAT_FIGURE.match(text.removeprefix("and ").removeprefix("so "))
    return "eating" if _EATING.search(text) and of_the_figure else None
