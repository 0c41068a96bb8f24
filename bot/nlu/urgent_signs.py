"""Signs that want a clinician before any plan or projection."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

URGENT: tuple[Sign, ...] = (
    Sign(
        category="hot_swollen_calf",
        pattern=words(
            r"\b(?:calf|calves|lower leg|back of (?:my |the )?(?:lower )?leg)\b[^.!?\n]{0,36}\b(?:swollen|swell(?:s"
            r"|ing|ed)?|puffy|ballooned|blown up|twice the size|bigger than the other)\b|\b(?:swollen|swelling in"
            r"|swelling of)(?: \w+){0,3} (?:calf|lower leg)\b|\b(?:1|one|left|right)(?: of my)? (?:leg|legs"
            r"|calf)\b[^.!?\n]{0,24}\b(?:swollen"
            r"|swell(?:s|ing|ed)?|swelled)\b|\b(?:calf|lower leg)\b[^.!?\n]{0,24}\b(?:is|feels?|gone|went|goes|looks?"
            r"|turned|and|,|hot|red|warm)\b[^.!?\n]{0,12}\b(?:hot|warm|red|purple|discolou?red)\b|\b(?:hot|red"
            r"|warm) (?:and )?(?:swollen|painful|sore|tender|red|hot)(?: \w+)? calf\b|\bdvt\b|\bdeep vein\b"
            r"|\b(?:blood )?clots? in (?:my|the|a) (?:leg|calf)\b|\bblood clot\b"
        ),
        unless=words(
            r"\b(?:bath|shower|water bottle|hot pack|compress|hot weather|deep heat|cream|socks|sleeves|hot tub"
            r"|warmup|prevent|risk of|avoid|skin)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="hypoglycaemia_on_insulin",
        pattern=words(
            r"\bhypos?\b|\bhypogly\w*|\blow (?:blood )?(?:sugars?|glucose|bg)\b|\b(?:sugars?|glucose|bg|bgs"
            r"|levels?)(?: is| are| was| went| goes| gets| keeps?| has| have| levels?| always| just)* (?:drop\w*"
            r"|crash\w*|low\b|plummet\w*|tank\w*|fall\w*|fell|dip\w*|going (?:down|low))|\b(?:go|going|goes|went"
            r"|gone) (?:really |too |very )?low\b|\ba low of\b|\blows\b|\bbecame shaky\b|\bshaky\b"
        ),
        needs=words(r"\b(?:insulin|type (?:1|one)|t1d?m?|t1|diabet\w+|pump)\b"),
        whole=True,
        generic_excused=True,
    ),
    Sign(
        # these medicines lower the blood sugar by themselves, as insulin does
        category="hypoglycaemia_on_insulin",
        pattern=words(r"\b(?:insulin|gliclazide|glimepiride|glipizide|glibenclamide|glyburide|sulfonylureas?)\b"),
        needs=words(
            r"\b(?:fast(?:ed|ing)|empty stomach|without (?:eating|food|breakfast)|skip\w* meals?|no breakfast)\b"
        ),
        whole=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=words(
            r"\b(?:shins?|shin ?bone|bones?|foot|feet|heel|hip|tibia|femur|metatarsals?|groin|ankle|pelvis"
            r"|pubic)\b[^.!?\n]{0,40}\b(?:at night|in bed|during the night|in the night|overnight|wak(?:es?|ing) me"
            r"|woke me|keeps? me (?:awake|up)|even (?:when|while|at) (?:im |i am |i )?(?:not running|rest\w*|sitting"
            r"|not moving)|at rest|when (?:im )?resting|cant sleep)\b|\b(?:at night"
            r"|in bed)\b[^.!?\n]{0,24}\b(?:shins?|shin ?bone|bones?|heel|hip|tibia|femur)\b[^.!?\n]{0,16}\b(?:hurts?"
            r"|aches?|pains?|throbs?)\b|\b(?:pains?|aches?)\b[^.!?\n]{0,24}\b(?:wak(?:es?|ing) me|woke me"
            r"|keeps? me (?:awake|up))\b"
            r"|\b(?:one|1|a single|pinpoint) (?:spot|point|place)\b[^.!?\n]{0,24}\b(?:shin|bone|tibia|foot|heel|hip)\b"
            r"(?=[^.!?\n]*\b(?:hop\w*|press\w*|touch\w*|step)\b)|\b(?:shin|bone|foot"
            r"|hip)\b[^.!?\n]{0,24}\bhurts? (?:when i|to|if i)"
            r" hop\b"
            r"|\b(?:think|have|got|get|might|could|worried|maybe|suspect|diagnosed|possible|is this|is it|had"
            r"|probably|sure)\b[^.!?\n]{0,30}\bstress (?:fracture|reaction)\b"
        ),
        unless=words(
            r"\b(?:run|running|runs|jog|jogging|ran) (?:late )?(?:at|in the) (?:night|dark)\b|\bprevent|\bavoid"
            r"|\bperiod\b|\bcramps?\b"
        ),
        needs=words(
            r"\b(?:pains?|painful|hurts?|hurting|aches?|aching|throb\w*|sore|fracture|reaction|agony"
            r"|tender)\b"
        ),
        generic_excused=True,
    ),
    Sign(
        category="lost_periods",
        pattern=words(
            r"\b(?:lost|losing|missed|missing|skipped|no|without|stopped (?:having|getting))(?: (?:my|a|any|the|last"
            r"|two|three|\d|few|several|couple|of|more|having|getting|months)){0,4} periods?\b(?! (?:of|pain"
            r"|cramps?))|\bperiods?(?: (?:has|have|been|is|are|just|all|totally|completely|went|had"
            r"|suddenly))* (?:stopp?ed|stopping|gone|disappeared|vanished|away|missing|absent|hasnt (?:come|arrived"
            r"|started)|not come|dried up|irregular)\b|\b(?:havent|hasnt|have not|not|didnt|dont)(?: (?:actually"
            r"|really|even|ever))? (?:had|have|get|got|getting|seen|come on|had my|having)(?: (?:a|my|any|proper"
            r"|single))* periods?\b(?! (?:pain|cramps?))|\bamenorrh\w*|\b(?:months|year) (?:since|without)(?: (?:my|a"
            r"|last))* period\b"
            r"|\bwhere(?:s| is| has| have| did| are|d)? my periods?\b(?! (?:pants|cup|tracker|app|pads?|calendar"
            r"|products?))"
            r"|\b(?:havent|hasnt|not) (?:bled|come on)(?: (?:since|in|for)|\W*$)|\bperiods? (?:have|has|are|is|got"
            r"|became|become|going|went)(?: \w+){0,3} irregular\b|\bmy (?:menstrual )?cycles? (?:has "
            r"|have |is |just )*"
            r"(?:disappeared|stopped|gone|vanished|missing|packed up|dried up)\b|\bperiod is (?:\d+|a few|a couple of"
            r"|several) (?:weeks|months) late\b"
        ),
        unless=words(
            r"\b(?:rest|recovery|trial|busy|grace|exam|work|time|taper|base|training|probation|cooling) periods?\b"
            r"|\bperiods? of\b|\bmenopaus\w*|\bperimenopaus\w*|\b(?:pill|coil|iud|mirena|implant|depo|hysterectomy"
            r"|contracept\w*|jab|injection)\b|\b(?:on|during|off) (?:my|your|the|a) period\b|\bperiod (?:pants"
            r"|products?|tracker|drama)"
            r"|\b(?:at|im|i am|aged?|age|turned) (?:4[5-9]|5\d|6\d)\b(?! ?(?:kgs?|km|k|min\w*|miles?|days|weeks|per|%))"
        ),
        deniable=False,
    ),
)
"""Read in order; one match raises the category."""
