"""Signs that somebody may mean to hurt themselves, said outright or between the lines."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_HYPERBOLE = r"\b(?:lol|lmao|haha\w*|hehe|rofl|jk|joking|kidding)\b|[😂🤣😅]"
_EFFORT = (
    r"\b(?:hills?|intervals?|sprints?|burpees|squats|leg day|workout|km|miles?|run|runs|running|session|stairs"
    r"|laps?|training|pb|marathon|gym|class|plank)\b"
)

SELF_HARM: tuple[Sign, ...] = (
    Sign(
        # Who names the run, the plan or the scale has lost heart for those; anybody else is asked after.
        category="self_harm",
        pattern=words(
            r"\b(?:no|what is the|whats the|see no|any) (?:point|reason)(?: in| of| to| for)? (?:me )?(?:going on"
            r"|carrying on)\b"
        ),
        unless=words(
            r"\b(?:run\w*|jog\w*|plan|week|weight|lose|losing|lost|diet|knees?|shins?|ach\w+|train\w*|exercis\w*"
            r"|gym|pace"
            r"|parkrun|\d ?k|slow|quit|shoes|with (?:this|it|the|week))\b"
        ),
        whole=True,
        deniable=False,
        fades=False,
    ),
    Sign(
        # To be waited for on a run is no wish to be gone.
        category="self_harm",
        pattern=words(r"\b(?:be|im|like|such) a burden\b"),
        unless=words(
            r"\b(?:group|club|team|pace|wait\w*|slow\w*|last|hold\w*|keep up|run with|runs? together|parkrun)\b"
        ),
        whole=True,
        personal=False,
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\bkill(?:ing)? my ?self\b|\bend(?:ing)? (?:my (?:own )?life|it all)\b|\bsuicid(?:e|al)\b"
            r"|\bwish i (?:was|were) (?:dead|not here|never born)\b|\bwant to be dead\b|\b(?:dont|do not"
            r"|didnt) (?:want|wish) to (?:be here(?! (?:at|in) (?:the|this|a)\b)|live(?! (?:in|with|near|at|on|off"
            r"|here|like|without))|exist|be alive"
            r"|wake up(?! (?:early|earlier|at|so|that|before|to|every|on)\b| (?:\w+ (?:for|to|and)))"
            r"|(?:go|carry) on(?! (?:a|an|the|my|holiday|about|and|with|this|that|runn?\w*|like that|doing|hills?)\b))"
            r"|\bbetter off (?:without me(?! \w+ing)|dead|if i (?:was|were|wasnt|died))\b|\b(?:no|what is the"
            r"|whats the|see no"
            r"|any) (?:point|reason)(?: in| of| to| for)? (?:me )?(?:living|live|life|being alive|be alive|being here"
            r"|staying alive)\b|\bself[- ]?harm\w*|\btak(?:e|ing) my (?:own )?life\b"
            r"|\bnothing (?:left )?to live for\b|\blife (?:isnt|is not) worth\b|\btired of (?:living|being alive"
            r"|life)\b(?! (?:on|in|with|off|at|here|like a))|\b(?:jump|step|stepp|run|runn|walk)(?:ing)? (?:off (?:a"
            r"|the) (?:bridge|roof|building|balcony|cliff"
            r"|car park)|(?:in front of|under) (?:a|the) (?:car|train|bus|lorry|truck|tube|traffic|tram))\b"
            r"|\bhang myself\b|\bslit my\b|\bcant (?:go|carry) on (?:any ?more|living|like this)\b(?! (?:with|in|on)\b)"
            r"|\bdont deserve to (?:live"
            r"|be alive)\b"
        ),
        unless=words(
            r"\b(?:suicide|self[- ]?harm) (?:prevention|awareness)\b(?!.*\b(?:i want|im going|myself)\b)"
            r"|\b(?:plan|schedule|pace|hill|session|workout|training|traffic|road) is (?:\w+ )?suicide\b"
            r"|\bpace\b[^.!?\n]{0,30}\bsuicidal\b|\bsuicid(?:e|al) (?:pace|speed|start|mission)\b"
            r"|\bsuicides? (?:runs?|sprints?|drills?|reps|squeeze|squad"
            r"|shuttles?|pace)|\bsuicides\b(?=.*\b(?:practice"
            r"|football|training|gym|basketball|track|hockey|drills?|coach|pitch|court|soccer|netball|rugby)\b)"
            r"|\b(?:running|do|doing|did) suicides\b"
        ),
        deniable=True,
        personal=False,
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\b(?:want|wants|wanting|urge|urges|thoughts? (?:of|about)|think(?:ing)? (?:about|of)|feel like"
            r"|feels like|going|need|keep|like)\b(?: to| about| of)? ?(?:hurt|hurting|harm|harming|cut|cutting|burn"
            r"|burning)(?:ing)? myself\b|\b(?:hurt|hurting|harm|harming|burn|burning) myself (?:on purpose"
            r"|deliberately|intentionally)\b|\b(?:cut|cutting) myself\b(?! (?:shav|on|some|off|a\b|out|short|while"
            r"|with|chopping|cooking|free|loose|in half|back))"
        ),
        unless=words(
            r"\bshav\w+|\bkitchen\b|\bknife\b|\bglass\b|\btoenails?\b|\bslack\b|\bdont want to\b|\bwithout\b"
            r"|\bscared of\b|\bavoid\b|\bafraid of\b|\bworried about\b|\brisk\b"
        ),
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\b(?:i (?:just |really |honestly |only )?(?:want|would rather|wish i could|hope to|am ready to"
            r"|am going) (?:to )?die\b|want to die\b"
            r"|(?:dont|do not) (?:really )?see (?:the |any |a )?point (?:of"
            r"|in) (?:being here|living|any of it)"
            r"|not waking up (?:again|tomorrow|any ?more)|rather die\b|ready to die\b"
            r"|i (?:just |really |honestly |only )*(?:want to|wanna|wish i could|could) (?:just )?disappear\b)"
        ),
        unless=words(
            rf"{_HYPERBOLE}|\bmade me\b|\bmakes? me\b|\bwanted to\b|{_EFFORT}|\b(?:die|dying) (?:of|for|from|trying"
            r"|laughing|happy)\b|\bold\b"
        ),
        deniable=True,
        fades=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"^(?:i |and |but |so |honestly |please )*(?:just )?(?:want|need) (?:it|everything|all of (?:it|this)"
            r"|the pain)"
            r"(?: all)? to (?:stop|end|be over)(?: now| forever|,? all of (?:it|this)|,? everything)*\W*$"
            r"|\b(?:nobody|no one|no 1|noone) would (?:even )?(?:miss me|care|notice) if i (?:was|were|wasnt|werent|am"
            r"|died|disappeared"
            r"|vanished|had gone|went|(?:just )?(?:didnt|never) c[oa]me back)\b|\b(?:everyone|everybody|they|he|she"
            r"|the world|people|(?:my|the) (?:family"
            r"|kids?|husband|wife|partner|bab(?:y|ies)|little one|son|daughter|child(?:ren)?|parents|mum|mom|friends))"
            r"(?: would|d)? (?:be|is|are) (?:\w+ )?(?:happier|better)(?: off)? (?:without me(?! \w+ing)|if i (?:wasnt"
            r"|werent|was not|died"
            r"|was gone|disappeared))\b|\bdark thoughts\b"
            r"|\b(?:think\w*|thoughts?|want|ready|going|plan\w*|tempted)(?: of| about| to)? end(?:ing)? (?:it"
            r"|things)(?: all)?"
            r"(?! (?:with|on|there|here|at|by|early|after|in|off|up|between)\b)"
            r"|\bdont see (?:a|any) future\b(?! (?:in|with) )|\b(?:go to sleep|fall asleep) and (?:never|not) wake up\b"
            r"|\b(?:about|of) not waking up\b|\bhope i (?:dont|never) wake up\b"
            r"|\bdone with (?:life|living|everything and everyone)\b|\b(?:cant"
            r"|dont want to) do this any ?more\b[^!?]{0,12}\bwant out\b"
            r"|\bwish i (?:didnt exist|(?:could|would) (?:just )?(?:not (?:be here|exist|wake up)|disappear"
            r"|stop existing)"
            r"|wouldnt wake up(?! (?:so|this|that|at|every|in the night))|wasnt (?:alive|born)|had never been born)\b"
            r"|\b(?:started|been|back to|stop|keep|im) (?:self harming|cutting(?: again| myself)?)\s*(?:$|[.,!?;]"
            r"|and\b|again\b)"
            r"|\b(?:been|started|keep|kept|stop) (?:hurting|harming) myself\b(?! (?:running|on|when|by|at|in|doing"
            r"|with|lifting))"
            r"|\b(?:no|any) (?:reason|point) (?:to|in) (?:carry(?:ing)? on|go(?:ing)? on|keep(?:ing)? going)(?=$"
            r"|[.,!?;]| (?:anymore|any more|really|now)\b)"
            r"|\b(?:cant|dont|do not) (?:really )?see (?:the|any|a) point (?:of|in|to) (?:life|living|anything|it all"
            r"|being|any of it)\b"
            r"|\b(?:give|giving|given) up on (?:life|living|everything|myself)\b|\bhate being alive\b|\brather (?:be"
            r"|not be) (?:dead|alive|here)\b"
            r"|\bwish (?:it|my life|everything) (?:would|could) (?:just )?(?:end|stop|be over)\b|\bwish i (?:could"
            r"|would) (?:just )?die\b"
            r"|\b(?:sleep|be gone) forever\b|\bdont care (?:if|whether) i (?:live|die|wake up|survive|make it)\b"
            r"|\bwont be (?:around|here) much longer\b"
            r"|\b(?:life|everything) (?:feels|is|seems) (?:hopeless|pointless|meaningless|not worth)\b"
            r"|\bfeel(?:ing)? (?:completely |totally |so )?(?:hopeless and|worthless)\b"
            r"|\b(?:want|wanted|wanting|wishing|ready) to (?:be dead|not be alive|not exist|stop existing"
            r"|leave this world)\b|\bhurt myself on purpose\b"
            r"|\b(?:urges?|thoughts?|thinking|ideas?) (?:of|about|to) (?:death|dying|suicide|self harm)\b"
            r"|\b(?:cant|dont|do not) see (?:a|any) way out\b|\b(?:theres|there is|see) no way out\b"
            r"|\bno way out of (?:this|my life)\b"
            r"|\bnothing matters (?:any ?more|now)\b|\bi dont matter\b|\bhad enough of (?:life|living|being alive"
            r"|everything)\b|\btired of (?:everything|fighting|existing)\b(?! (?:hurting|being|going|about|aching"
            r"|to do)\b)"
            r"|\bdont (?:want|plan|intend) to come back(?: from (?:this|my|the) run)?(?=$|[.,!?;])|\b(?:run|running"
            r"|ran|walk|step|jump)\w* (?:out )?(?:into|in) (?:the )?traffic\b(?! (?:light|jam|cone)s?)"
            r"|\b(?:easier|better|best) (?:for \w+ )?if i (?:wasnt|werent|was not|didnt|am not|was) (?:here|around"
            r"|alive|exist|dead|gone|wake up)\b"
            r"|\b(?:written|wrote|writing) (?:a|my) (?:suicide |goodbye )?note\b(?=.*\b(?:goodbye|family|sorry|end"
            r"|suicide)\b)|\bgoodbye (?:everyone|world|forever)\b"
            r"|\b(?:pain|hurting|noise|everything) to go away forever\b|\bnot (?:be|being) (?:here|around"
            r"|alive) (?:any ?more|at all)\b|\b(?:over ?dos(?:e|ing)|tak(?:e|ing) all (?:of )?my (?:pills|tablets"
            r"|meds))\b|\bnot worth living\b"
            r"|\b(?:life is"
            r"|its all) pointless\b"
        ),
        unless=words(
            rf"{_HYPERBOLE}|\b(?:stitch|rain|knees?|cramps?|hiccups?|leak\w*|itch\w*|chaf\w*|blisters?|wind"
            rf"|training for"
            r"|carbs|sugar|corners|cutting (?:weight|back|down|out|calories|carbs|sugar|alcohol))\b"
        ),
        personal=False,
        fades=False,
    ),
)
"""Read in order; one match raises the category."""
