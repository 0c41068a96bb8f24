"""Harm to oneself that is told in passing: purging and rules around food, and thoughts of not living on."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_LAXATIVES = r"(?:laxatives?(?! effect)|dulco\w+|senna|senokot|bisacodyl|diuretics?|water (?:pills|tablets)|ipecac)"
_MEAL = r"(?:breakfast|lunch|dinner|supper|tea|eat|food|a meal|meals)"

HIDDEN_HARM: tuple[Sign, ...] = (
    Sign(
        category="eating_disorder",
        pattern=words(rf"\b{_LAXATIVES}\b"),
        needs=words(
            r"\b(?:weigh\w*|scale|kg|kilos?|lbs?|pounds?|fat|slim\w*|skinny|thin\w*|lose|losing|take off"
            r"|flat(?:ter)?|belly|empty|race weight|i (?:use|take|took|need) (?:\w+ )?\d)\b"
        ),
        unless=words(
            r"\b(?:constipat\w*|natures?|breakfast|gut|coffee|colonoscopy|prescribed|doctor|gp|heart failure"
            r"|blood pressure|old people|dog|nan"
            r"|side effect)\b"
        ),
        whole=True,
        deniable=True,
    ),
    Sign(
        category="eating_disorder",
        pattern=words(
            r"\bchew(?:ing|ed)?(?: it| food| them)?(?: and| n|&| then) ?spit\w*\b|\bspit(?:ting)? (?:it|food"
            r"|my food) (?:back )?out\b"
            r"|\b(?:made|make|making) myself (?:sick|throw up|vomit|puke)\b|\bfingers? down my throat\b"
            rf"|\b(?:if|when|on days|every time|unless) i (?:miss|skip|dont (?:do |go for |get )?|didnt (?:do "
            rf"|go for )?|havent)(?: (?:my|a|the|run|running|go|done))*\b[^.!?\n]{{0,24}}\b(?:dont|cant|wont"
            rf"|do not|not|no|never)\b[^.!?\n]{{0,24}}\b(?:let myself|allow\w* myself|allowed|deserve|have"
            rf"|eat)\b[^.!?\n]{{0,16}}\b{_MEAL}\b"
            rf"|\b(?:no|dont (?:get|deserve|earn)) (?:{_MEAL}) (?:until|unless|till) i(?:ve| have)? (?:run|ran"
            rf"|done|burn\w*|earn\w*)\b"
            r"|\b(?:2|two|second|extra|double) runs? (?:a|in a|in one) day\b[^.!?\n]{0,20}\b(?:mak(?:e|ing) up"
            r"|burn\w* (?:it )?off|punish\w*|because i ate)\b"
            r"|\bpunish(?:ed|ing)? myself\b[^.!?\n]{0,40}\b(?:eat\w*|ate|food|cake|dinner|run\w*|binge\w*)\b"
        ),
        unless=words(
            r"\b(?:dog|puppy|tobacco|gum|sunflower|kids?|toddler|baby|mouth ?wash|gel|race day|so i can eat dinner)\b"
        ),
        deniable=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:smallest|least|lowest|minimum|fewest)(?: \w+){0,3} (?:i (?:can|could|need to|have to|should)"
            r"|to) (?:eat|get away with(?: eating)?|survive on|live on)\b"
            r"|\bhow (?:little|few (?:calories|cals|kcal)?) (?:can|could|do) i (?:eat|get away with|need|survive)\b"
            r"|\b(?:day|night) (?:[3-9]|\d\d|three|four|five|six|seven)(?: of)?(?: (?:my|the"
            r"|a))? (?:water(?: only)?|only water|water fast|no food|nothing but water|not eating|fasting)\b"
            r"|\b(?:water only|only water|just water|water alone)(?: \w+){0,2} (?:for"
            r"|since|in) (?:[2-9]|two|three|four|five|six|a week|days|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*)\b"
        ),
        unless=words(
            r"\b(?:protein|salt|sodium|before (?:(?:an?|the|my) )?(?:run|race|parkrun|\d\w*)|during|carbs? (?:i|to)"
            r"|fib(?:re|er)|sugar|iron|plants?|surgery|operation|stomach bug|norovirus|food poisoning|veg\w*)\b"
        ),
        deniable=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\b(?:step|stepp|jump|walk|run|runn|fall|veer|swerv|throw)(?:ing"
            r"|ed)? (?:myself )?(?:\w+ ){0,4}(?:in front of|under|into the path of|off|into|onto)(?: (?:a|the|an"
            r"|some|that|this|oncoming))* (?:car|train|bus|lorry|truck|tube|traffic|tram|bridge|cliff|edge"
            r"|platform|roof|tracks|balcony)\b"
            r"|\b(?:cut|burn|scratch)(?:ting|ing|ed)? (?:up )?(?:my|me) (?:arms?|wrists?|legs?|thighs?|skin"
            r"|stomach)\b[^.!?\n]{0,16}\b(?:again|on purpose|last night|so|because|when|after|on (?:the "
            r"|bad )?days|it helps|to feel)\b"
            r"|\bhow many (?:of )?(?:\w+ ){0,4}(?:tablets|pills|paracetamol|ibuprofen|sleeping pills|tylenol"
            r"|insulin)\b[^.!?\n]{0,24}\b(?:would it take|does it take|to (?:die|end|not wake)|until|is lethal"
            r"|before (?:i|you)|kill\w*)\b"
            r"|\b(?:overdos\w+|took (?:a )?(?:whole|too many|all the) (?:\w+ ){0,3}(?:pills|tablets|packet|box"
            r"|bottle))\b"
        ),
        needs=words(r"\b(?:i|im|me|my|ive|id|would it take|does it take)\b"),
        unless=words(
            r"\b(?:nearly (?:got )?hit|almost (?:got )?hit|a dog|squirrel|driver|stepped out|without looking"
            r"|shav\w+|bramble\w*|thorns?|glass|fence|branch|barbed|sunburn\w*|oven|iron|dose of|per day"
            r"|caffeine|jumped off the (?:bus|train)|got off"
            r"|calories|fat|carbs|painting|diving|swimming|paragli\w*|bungee|parachut\w*|trail|ran off the edge"
            r"|catch (?:a|the|my)|to catch)\b"
        ),
        deniable=True,
        personal=False,
        fades=False,
    ),
    Sign(
        category="pregnancy",
        pattern=words(
            r"\b(?:till|until|before|when) (?:the )?baby (?:comes|arrives|is here|is born|is due)\b"
            r"|\bmy (?:baby )?bump\b|\b(?:the )?bump (?:is|gets|getting|got)\b"
        ),
        unless=words(
            r"\b(?:speed|head|road|goose|knee|shin|toe|forehead|razor|wifes?|wife|girlfriend|partner|sister"
            r"|daughter|her|she|friend\w*|fist)\b"
        ),
        deniable=True,
    ),
)
"""Read in order; one match raises the category."""
