"""Words that show what kind of clause it is: question, past run, plan, the field we know, things we do not do."""

from __future__ import annotations

import re

_OPENING = (
    r"(?:(?:so|and|but|ok|okay|hey|hi|hello|hiya|um|well|oh|also|btw|please|right|now|then|just|quick question|question|coach|sorry|yes|no|yeah"
    r"|hmm|actually|honestly|be honest|in general|generally|realistically|roughly|approx|like|serious question|genuine question|dumb question"
    r"|stupid question|silly question|on average),?:? )*"
)
_ASKING = re.compile(
    rf"\?|^{_OPENING}(?:how|what|why|when|where|which|who(?! cares| knows)|whats|is|are|am|(?:was|were|do|have|has|had) (?:i|you|we|they|it|that|this|these|those|the|my|your|people|women|men|he|she|anyone|running|runners|any|there|most)|did (?:i|you|we|they|it|that|this|he|she|anyone)|does|can|could|should|would|will|wont|wouldnt|cant (?:i|you)"
    r"|isnt|arent|doesnt|dont i|shouldnt|any (?:tips|advice|ideas?|suggestions|chance|way|idea)|anyone|tell me|explain|best \w+|tips|advice|help with"
    r"|thoughts on|wondering|i wonder|curious|is it|true that|need advice|whether)\b"
    r"|\b(?:how (?:much|many|long|far|fast|often|do|can|come|about|should|would|will|does|to)|what (?:is|are|can|should|would|will|do|does|happens|causes|helps|about|if|kind)|why (?:is|are|do|does|am|did|cant|isnt|my|the|would)"
    r"|is (?:it|that|this|there) (?:true|normal|ok|okay|bad|good|safe|possible|realistic|legit|right|enough|worth|any|better|a good|a bad|fine|because|too)|do (?:i|you) (?:need|have|think|burn|lose)"
    r"|should i|can i|will i|would i|could i|am i|does it|does (?:running|this|that|jogging|walking)|will (?:it|that|this|running|my)|any (?:tips|advice|ideas?|suggestions)|wondering (?:if|how|why|what|whether)|want to know|would like to know|explain|what do you think|whats going on|sound right|about right|is that|which (?:is|are) better"
    r"|dont (?:know|understand|get) (?:why|how|if|whether|what))\b"
)
RUN_VERB_PAST = r"(?:ran|jogged|sprinted|plodded|shuffled|trotted|raced|went (?:for|out)|got back|just back|been (?:for|out)|completed|finished|did|done|managed|clocked|logged|smashed|nailed|knocked out|banged out|covered|squeezed in|got in|put in|crushed|survived|walked|hiked|had an?|back from|cracked|ticked off|headed out|made it|came back|hit the)"
PAST_RUN = re.compile(rf"\b{RUN_VERB_PAST}\b")
RUN_NOUN = re.compile(
    r"\b(?:parkrun|runs?|jogs?|long run|tempo|intervals?|treadmill|dreadmill|track|plod|trot|race|pb|pr|recovery|fartlek|w\d{1,2} ?[rd]\d|hills?|miler|laps|steady|easy|shakeout|long slow|progression|5k|10k|half marathon|marathon|c25k|speedwork|session)\b"
)
FUTURE = re.compile(
    r"\b(?:going to|gonna|will|want to|wanting|would like to|would love to|plan(?:ning)? to|planning|should i|if i|tomorrow|need to|hoping to|trying to|aim(?:ing)? to|goal|thinking (?:of|about)|train(?:ing)? for|signed up|next (?:week|month|year)|able to|cant|couldnt|havent|didnt|never|not (?:run|ran)|dont|wish|supposed to|about to)\b"
)

SEAT = r"(?:bums?|butts?|booty|booties|glutes?|gluteal|bottoms?|backsides?|behinds?|arses?|ass|rear end|rear|buttocks?|derriere|tush|posterior|hiney|badonk|peach|cheeks)"
_STRONG = (
    rf"{SEAT}|fat|fats|fatty|weight|calories?|kcal|jog(?:s|ging|ged|ger|gers)?|running|runners?|treadmills?|marathons?|parkruns?|c25k|couch to|cardio|hiit|squats?"
    r"|lunges?|deadlifts?|hip thrusts?|thighs?|hips?|legs?|calves|calf|hamstrings?|quads?|belly|tummy|stomach|waist|abs|love handles|muffin top|cellulite|loose skin|body ?fat|bmi|scales?|plateau(?:ed)?"
    r"|metaboli\w+|muscles?|muscular|bulky|bulk|tone|toned|toning|slim|slimmer|skinny|thinner|lean|lose|losing|knees?|shins?|shin splints?|ankles?|achilles|plantar|fasciitis|it band|heel|hip flexors?"
    r"|blisters?|chafing|chafe|toenails?|doms|stretch(?:es|ing)?|foam roll\w*|warmup|cool ?down|trainers|sneakers|shoes?|insoles?|cadence|foot ?strike|heel strike|stitch|side stitch|pace|heart rate|zone \d|vo2\w*"
    r"|epoc|afterburn|after burn|fasted|fasting|carbs?|protein|creatine|electrolytes?|gels?|hydrat\w+|dehydrat\w+|sweat(?:ing|y|s)?|period|periods|menstrua\w*|menopaus\w*|perimenopaus\w*|postpartum|pelvic floor"
    r"|sports bra|bra|boobs?|breasts?|12[- ]3[- ]30|spot reduc\w*|rest days?|overtrain\w*|taper|strength|weights|gym|workouts?|exercis\w+|exercise|steps|walking|sprint\w*|intervals?|tempo|fartlek|hill runs?|uphill|incline"
    r"|injur\w+|sore|soreness|ache|aches|aching|cramps?|breathing|breathe|breathless|out of breath|newbie runner|5k|10k|half marathon|deficit|diet|dieting|appetite|hungry|hunger|snack\w*|overeat\w*|stamina|endurance|fitness|fitter|unfit|fit"
    r"|motivat\w+|habit|habits|consistency|garmin|strava|fitbit|leptin|cortisol|hormones?|insulin sensitivity|visceral|subcutaneous|adipose|beginner runner|run(?:s)?|ran|runner|parkrun|jog|heat|humid\w*|foam|glute bridge|bridges?|bands?|yoga|pilates|cycling|swimming|rowing|elliptical|stairs|skipping|jump rope"
)
_FIELD = re.compile(
    rf"\b(?:{_STRONG}|train|training|walk|sleep|coffee|caffeine|alcohol|beer|wine|rain(?:ing)?|cold|hot|dark|music|podcast\w*|lazy|tired|bigger|smaller|shrink\w*|burn\w*|eat|eating|food|water|drink|race|races|smok\w+|vap\w+|stress|pill|women|men|woman|female|male|age|ageing|older|genetics?|body|shape|curves?|pear|water retention|bloat\w*|saggy|sag|jiggl\w*|wobbl\w*|dress size|clothes|jeans|outside|go out|get out|headphones|wear|freezing|snow|ice|icy|wind|windy|gloves|hat|leggings|shorts|jacket|layers|clothing|kit|dizzy|tired|energy|healthy|health|beginner|newbie)\b"
)
_ALIEN = re.compile(
    r"\b(?:python|javascript|java|c\+\+|script|scripts|coding|code|programm(?:e|ing|er)|software|docker|bitcoin|crypto\w*|stocks?|shares|invest\w*|recipe|bake|baking|sourdough|cook(?:ing)? (?:a|the|rice|pasta|chicken)|netflix|movies?|films?|series|tv show|football|soccer|cricket|nba|election|president|prime minister|politic\w*|capital of|translate|poem|essay|homework|weather|forecast|flights?|hotels?|restaurants?|lyrics|song|songs|guitar|car|laptop|iphone|wifi|excel|maths?|equation|history of|war|god|religion|astrology|horoscope|lottery|tax|taxes|mortgage|jokes?|dating|girlfriend|boyfriend|visa|passport|chatgpt|openai|printer|password|dog food|my cat|cat|plumb\w*|wallpaper|garden\w*|chess|minecraft|fortnite|twitter|instagram|tiktok algorithm)\b"
)
_BODY_OR_RUN = re.compile(
    rf"\b(?:{SEAT}|fat|calories?|kcal|jog\w*|running|runners?|treadmills?|marathon|5k|10k|weight loss|lose weight|glutes?|knees?|cardio)\b"
)


def is_question(text: str) -> bool:
    """Whether a tidy clause asks something."""
    return _ASKING.search(text) is not None


def in_field(text: str) -> bool:
    """Whether a tidy clause touches what the coach knows: running, bodies, fat, food in general, training."""
    return _FIELD.search(text) is not None and not is_alien(text)


def in_field_strongly(text: str) -> bool:
    """Whether a tidy clause speaks of running or of the body itself, not merely of food or sleep."""
    return _STRONG_FIELD.search(text) is not None and not is_alien(text)


def is_alien(text: str) -> bool:
    """Whether a tidy clause is about something the coach does not do, and not about running as well."""
    return _ALIEN.search(text) is not None and _BODY_OR_RUN.search(text) is None


_STRONG_FIELD = re.compile(rf"\b(?:{_STRONG})\b")
