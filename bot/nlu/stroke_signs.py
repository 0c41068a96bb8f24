"""Signs of a stroke or of a bleed in the head, told in people's own words.

Source:
    American Stroke Association, symptoms (face drooping, arm weakness, speech difficulty); nhs.uk, "Stroke" and
    "Subarachnoid haemorrhage": a sudden headache unlike any before is an emergency, also when it has passed.
"""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_SIDE = r"(?:one|1|left|right|other) (?:hand )?side"
_FACE = r"(?:face|mouth|smile|cheek|lip|lips|eyelid)"
_LIMB = r"(?:arm|hand|leg|foot|side|face|body)"
_SUDDEN_HEADACHE = (
    r"\b(?:worst|most (?:sudden|violent)|thunderclap|exploding|explosive) (?:\w+ )?head ?aches?\b"
    r"|\bhead ?aches?\b[^.!?\n]{0,40}\b(?:out of nowhere|like (?:being|i was|id been|a|having been) (?:hit"
    r"|kicked|struck|shot)"
    r"|thunderclap|like a (?:bat|hammer|gunshot|explosion)|worst (?:of|in) my life|worst ever)\b"
    r"|\b(?:out of nowhere|like (?:being|i was|id been) (?:hit|kicked|struck|shot))\b[^.!?\n]{0,40}\bhead ?aches?\b"
)
_SPEECH = (
    r"\b(?:words?|speech|sentences?|what i said|talk|talking|it)\b[^.!?\n]{0,24}\b(?:came|come|coming|was|is"
    r"|were|went|all|got)"
    r"(?: \w+){0,2} (?:slurred|mush\w*|jumbled|garbled|gibberish|nonsense|muddled|scrambled|backwards|like mush)\b"
    r"|\bslurr(?:ed|ing|y)\b(?: \w+){0,2} (?:words?|speech|talk\w*|sentences?)\b|\b(?:speech|words?"
    r"|talk\w*) (?:\w+ ){0,3}slurr\w+\b"
    r"|\bi (?:was |am |started |keep )?slurr(?:ing|ed)\b"
    r"|\b(?:couldnt|cant|could not) (?:get (?:my|the|any) words? out|find (?:my|the) words?|speak properly"
    r"|talk properly"
    r"|say my (?:own )?name|form (?:words?|sentences?|a sentence))\b"
)

STROKE: tuple[Sign, ...] = (
    Sign(
        category="stroke",
        pattern=words(
            rf"\b{_FACE}\b[^.!?\n]{{0,24}}\b(?:droop\w*|dropped|sagg\w*|hang(?:s|ing)|lopsided|slid(?:ing)?"
            rf"|gone down|went down|fell)\b"
            rf"|\bdroop\w*\b[^.!?\n]{{0,16}}\b{_FACE}\b|\b{_FACE}\b[^.!?\n]{{0,16}}\b(?:went|gone|is|goes|feels?"
            rf"|go) (?:all )?(?:numb|crooked"
            rf"|wonky|dead)\b|\b(?:numb|dead|crooked|wonky) on {_SIDE} of my (?:face|mouth)\b"
        ),
        unless=words(
            r"\b(?:dentist\w*|filling|inject\w*|bells palsy|botox|cold|wind|freezing|frozen|ice|icy|mask|snow"
            r"|skin|years? ago|weight|loose|saggy|age|fat)\b"
        ),
        deniable=True,
        personal=False,
        generic_excused=True,
    ),
    Sign(
        category="stroke",
        pattern=words(_SPEECH),
        unless=words(
            r"\b(?:out of breath|breathless|puffed|too (?:tired|fast|hard)|panting|while running|talk test"
            r"|when i run|drunk|pints?|beers?|wine|shy|nervous|anxi\w*|embarrass\w*|foreign|english|dentist)\b"
        ),
        personal=False,
        generic_excused=True,
    ),
    Sign(
        category="stroke",
        pattern=words(
            rf"\b(?:(?:all |whole )?(?:of )?(?:my )?{_SIDE}(?: of (?:me|my body|the body"
            rf"|my face))?)\b[^.!?\n]{{0,24}}\b(?:numb|weak|limp|heavy and|dead|paralys\w*"
            rf"|wont move|not working|stopped working|gave up|wouldnt move)\b"
            rf"|\b(?:numb|weak|limp|dead|paralys\w*)\b[^.!?\n]{{0,16}}\b(?:down|on|all down) (?:my "
            rf"|the )?(?:whole )?{_SIDE}\b"
            rf"|\b(?:suddenly|all of a sudden|out of nowhere)\b[^.!?\n]{{0,30}}\b(?:couldnt|cant"
            rf"|could not) (?:lift|move|raise|feel|see|use)\b[^.!?\n]{{0,24}}\b(?:{_LIMB}|eye)\b"
            rf"|\b(?:couldnt|cant|could not) (?:lift|raise) (?:my |the )?(?:left|right"
            rf"|one) arm\b[^.!?\n]{{0,40}}\b(?:words?|speech|face|talk\w*|numb)\b"
            r"|\b(?:lost|gone|went|going) (?:the )?(?:sight|vision|blind)\b[^.!?\n]{0,16}\b(?:in|on|of) (?:one|1"
            r"|my left|my right|the left|the right|an) eye\b"
            r"|\b(?:one|left|right) eye (?:went|gone|goes) (?:black|blind|dark)\b"
        ),
        unless=words(
            r"\b(?:sciatica|nerve|disc|disk|back pain|stitch|slept on|lay on|pins and needles in (?:both"
            r"|my) feet|muscles?|glutes?"
            r"|weaker than|stronger|squats?|lung\w*|dominant|imbalance\w*|hip|knee|ankle|toes?|years? ago"
            r"|migraine aura)\b"
        ),
        generic_excused=True,
    ),
    Sign(
        category="stroke",
        pattern=words(_SUDDEN_HEADACHE),
        unless=words(
            r"\b(?:hungover|hangover|drunk|figurative\w*|tax|boss|of (?:a|my|the) (?:race|week|job)|this plan"
            r"|is a headache|shopping|years? ago)\b"
        ),
        generic_excused=True,
    ),
    Sign(
        category="stroke",
        pattern=words(
            r"\b(?:think|maybe|having|had|like|is (?:this|it)|was (?:that|it)|could (?:this|it"
            r"|that) be) (?:\w+ ){0,2}(?:mini[ -]?)?(?:a )?(?:stroke|tia)\b"
        ),
        unless=words(
            r"\b(?:stroke (?:rate|of (?:luck|genius|midnight)|work|technique|volume|length|drill|play)"
            r"|back ?stroke|breast ?stroke|heat stroke|heart stroke|swim\w*|row\w*|golf|paddl\w*|years? ago|risk)\b"
        ),
        generic_excused=True,
    ),
)
"""Read in order; one match raises the category."""
