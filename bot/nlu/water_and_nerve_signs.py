"""Two emergencies few runners know: too much water in the blood on a long run, and pressed nerves low in the spine.

Sources:
    Hew-Butler T. et al., Statement of the Third International Exercise-Associated Hyponatremia Consensus Development
    Conference, Clin J Sport Med 2015;25:303-320, doi:10.1097/JSM.0000000000000221: headache, vomiting, confusion and
    puffiness after drinking beyond thirst.
    Todd N.V., Dickson R.A., Standards of care in cauda equina syndrome, Br J Neurosurg 2016;30:518-522,
    doi:10.1080/02688697.2016.1187254: loss of feeling in the saddle area, trouble with bladder or bowels, back pain or
    pain in both legs.
"""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_DRANK = (
    r"\b(?:dr[aiu]nk(?:ing)?|downed|chugg\w+|sipp\w+|gulp\w+|necked|swallowed|had|took|taken|taking|got through)\b"
    r"[^.!?\n]{0,30}\b(?:\d+(?:\.\d+)? ?(?:l|lit(?:re|er)s?)\b|lit(?:re|er)s\b|gallons?|(?:too|so) much (?:water"
    r"|fluid)|(?:loads|lots|tons"
    r"|a lot|bottles|cups) of water|(?:\d|two|three|four|five|six|several|loads of) bottles|water (?:at"
    r"|from) (?:every|each|all)"
    r"|every (?:water|aid|drink\w*) st(?:op|ation)|non ?stop|loads\b|gallon)"
    r"|\b(?:overdrank|over ?hydrat\w*|too much water|all (?:the|that) water)\b"
)
_DRANK_AND_ILL = (
    r"\b(?:head ?aches?|head (?:is |feels )?(?:\w+ )?(?:pound\w*|bang\w*|split\w*|thump\w*|fuzzy|foggy|hurts?)"
    r"|head hurts|splitting head"
    r"|nause\w*|queasy|(?:feel(?:ing|s)?|felt|being|been|was|and|am|im|so) sick|vomit\w*|threw up|throw(?:ing"
    r"|n)? up|puk(?:ed|ing)"
    r"|confus\w*|disorient\w*|cant think|woozy|feel drunk|puffy|swollen (?:fingers|hands|face|ankles)"
    r"|(?:fingers|hands|face|rings?)(?: \w+){0,3} (?:swollen|swell\w*|puff\w*|tight|stuck|sausages|come off)"
    r"|like sausages|seizure"
    r"|twitch\w*)\b"
)
_LONG_EFFORT = words(
    r"\b(?:run|ran|running|race|raced|marathon|half|ultra|k|km|\d+k|miles?|hours?|parkrun|every stop|station|training"
    r"|jog\w*|to be safe|hike)\b"
)
_SADDLE = (
    r"(?:down (?:there|below)|between (?:my|the) legs|(?:my )?(?:groin|crotch|genitals?|private parts?|privates"
    r"|perineum|saddle (?:area"
    r"|region)|vagina|vulva|balls|testicles|scrotum|penis|inner thighs))"
)
_NUMB = r"(?:numb\w*|lost (?:all )?(?:the )?feeling|no feeling|cant feel|dead feeling|pins and needles|tingl\w*)"
_BACK = r"(?:back|sciatica|spine|disc|disk|both legs|legs? (?:are|is|feel|gone) weak\w*|weak legs)"
_BLADDER = (
    r"(?:(?:cant|couldnt|cannot|(?:havent|not) been able to|unable to|trouble|struggl\w+|hard) (?:\w+ ){0,3}?(?:pee|wee"
    r"|urinate|go to the (?:loo|toilet)|pass (?:water"
    r"|urine)|start to go|hold my (?:bowels?|bladder|poo|pee|wee))|(?:dont|cant|not) (?:know|tell"
    r"|feel) (?:it )?when i (?:need (?:a |to )?|am |m )?"
    r"(?:pee|wee|go|wipe|peeing)|cant (?:hold|control|feel) my (?:bladder|bowels?|pee|wee|poo)"
    r"|lost control of my (?:bladder|bowels?)"
    r"|(?:wet|soiled|pooed|messed) myself without (?:\w+ )?(?:feeling|knowing|noticing)|cant feel it when i wipe"
    r"|incontinen\w*)"
)

WATER_AND_NERVE: tuple[Sign, ...] = (
    Sign(
        category="too_much_water",
        pattern=words(rf"(?:{_DRANK})(?s:.{{0,90}}){_DRANK_AND_ILL}|{_DRANK_AND_ILL}(?s:.{{0,90}})(?:{_DRANK})"),
        unless=words(
            r"\b(?:beers?|wine|vodka|gin|pints?|hungover|hangover|coffees?|alcohol|cocktails?|milk|years? ago"
            r"|last (?:year|summer)"
            r"|(?:headaches?|nausea) (?:is |are |has |have )?(?:gone|went|stopped|better)|feel (?:great|fine"
            r"|good)|a day|every day|daily"
            r"|signs? of|symptoms? of|how much (?:water )?should|so i dont|to avoid|in case)\b"
        ),
        needs=_LONG_EFFORT,
        whole=True,
        generic_excused=True,
    ),
    Sign(
        category="saddle_numbness",
        pattern=words(rf"\b{_NUMB}\b[^.!?\n]{{0,30}}\b{_SADDLE}\b|\b{_SADDLE}\b[^.!?\n]{{0,30}}\b{_NUMB}\b"),
        unless=words(
            r"\b(?:bike|cycl\w*|spin|saddle sore|saddle sores|peloton|seat|bib|shorts|rub\w*|chaf\w*|cold|ice"
            r"|epidural|wax\w*)\b"
        ),
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="saddle_numbness",
        pattern=words(
            rf"\b{_BLADDER}\b(?s:.{{0,80}})\b(?:{_BACK}|{_NUMB})\b|\b(?:{_BACK}|{_NUMB})\b(?s:.{{0,80}})\b{_BLADDER}\b"
        ),
        unless=words(
            r"\b(?:back (?:at|to|from|in|home|on)\b(?! pain)|hold (?:it )?back|toilet seat|portaloo queue|epidural)\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
)
"""Read in order; one match raises the category."""
