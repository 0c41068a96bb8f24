"""Words that show what kind of clause it is: question, past run, plan, the field we know, things we do not do."""

from __future__ import annotations

from bot.nlu.pattern import Pattern

_OPENING = (
    r"(?:(?:so|and|but|ok|okay|hey|hi|hello|hiya|um|well|oh|also|btw|please|right|now|then|just|quick question"
    r"|question|coach|sorry|yes|no|yeah"
    r"|thanks|thank you|thx|cheers|ta"
    r"|hmm|actually|honestly|be honest|in general|generally|realistically|roughly|approx|like|serious question"
    r"|genuine question|dumb question"
    r"|stupid question|silly question|on average),?:? )*"
)
_ASKING = Pattern(
    r"\?|[,.;] (?:so |and |but )?did (?:i|it|that|this|they) \w+"
    rf"|^{_OPENING}do (?!my|the|an?|it|that|this|some|more|\d|not|please)\w+ \w+|^{_OPENING}(?:how|what(?! i (?:want"
    rf"|need|would|really|am|like|have))|why|when|where|which|who(?! cares"
    r"| knows)|whats|is|are|am|(?:was|were|do|have|has"
    r"|had) (?:i|you|we|they|it|that|this|these|those|the|my|your|people|women|men|he|she|anyone|running|runners|any"
    r"|there|most)|did (?:i|you|we|they|it|that|this|he|she|anyone)|does|can|could|should|would(?! (?:love|like"
    r"|prefer|rather))|will|wont|wouldnt"
    r"|cant (?:i|you)"
    r"|isnt|arent|doesnt|dont i|shouldnt|any \w+|anyone|tell me"
    r"|explain|best \w+|tips|advice|help with"
    r"|thoughts on|wondering|i wonder|curious|is it|true that|need advice|whether)\b"
    r"|\b(?:how (?:much|many|long|far|fast|often|do|can|come|about|should|would|will|does|to)"
    r"|what (?:exactly |else )?(?:is|are|can"
    r"|should|would|will|do|does|happens|causes|helps|about|if|kind)|when (?:will|can|do|does|should|would) "
    r"|why (?:is|are|do|does|am|did|cant|isnt|my|the"
    r"|would)"
    r"|is (?:it|that|this|there) (?:true|normal|ok|okay|bad|good|safe|possible|realistic|legit|right|enough|worth|any"
    r"|better|a good|a bad|fine|because|too)|do (?:i|you) (?:need|have|think|burn|lose)"
    r"|should i|can i|will i|would i|could i|am i|does it|does (?:running|this|that|jogging|walking)|will (?:it|that"
    r"|this|running|my)|any \w+ for (?:it|this|that|me)\b|any (?:tips|tricks|advice|ideas?|suggestions|thoughts"
    r"|recommendations|help)|do \w+s (?:make"
    r"|help|work|cause|give|build|burn|need|get|count|affect|have|lose|run)|wondering (?:if|how|why|what|whether)"
    r"|want to know"
    r"|would like to know|explain|what do you think|whats going on|sound right|about right|is that|any truth|yes or no"
    r"|true or (?:false|not)|which (?:is|are|one|1)\b(?: better)?|(?:why|how come|how)\W*$"
    r"|dont (?:know|understand|get) (?:why|how|if|whether|what))\b"
    r"|, (?:so |and |but )?(?:does|do|can|could|should|will|would) (?:i|my|it|that|this|the|you|we|they|fat|weight"
    r"|\w+ing)\b"
    r"|, (?:so |and |but )?(?:is (?:\w+ing|it|that|this|there|my|the|an?|\d)|are (?:my|the|there|they|these)"
    r"|where (?:do|should|can|would) i|whats)\b"
)
RUN_VERB_PAST = (
    r"(?:ran|jogged|sprinted|plodded|shuffled|trotted|raced|went (?:for|out|running|jogging|again)|got back|just back"
    r"|been (?:for|out)|completed|finished|did|done|managed|clocked|logged|smashed|nailed|knocked out"
    r"|banged out|covered|squeezed in|got in|put in|crushed|survived|walked|hiked|had an?|back from"
    r"|got (?:a|my|the|another|todays) (?:[a-z]+ )?(?:run|jog)|felt (?:awful|terrible|great|good|hard|tough|easy"
    r"|ok|okay|slow|strong|amazing|horrible|heavy|fine)"
    r"|first run (?:in|since)"
    r"|cracked|ticked off|headed out|made it|came back|hit the)"
)
PAST_RUN = Pattern(rf"\b{RUN_VERB_PAST}\b")
RUN_NOUN = Pattern(
    r"\b(?:parkrun|runs?|jogs?|long run|tempo|intervals?|treadmill|dreadmill|track|plod|trot|race|pb|pr|recovery"
    r"|fartlek|w\d{1,2} ?[rd]\d|hills?|miler|laps|steady|easy|shakeout|long slow|progression|5k|10k|half marathon"
    r"|marathon|c25k|speedwork|session)\b"
)
FUTURE = Pattern(
    r"\b(?:going to|gonna|will|want to|wanting|would like to|would love to|plan(?:ning)? to|planning|should i|if i"
    r"|tomorrow|need to|hoping to|trying to|aim(?:ing)? to|goal|thinking (?:of|about)|train(?:ing)? for|signed up"
    r"|next (?:week|month|year)|able to|i can (?:only |just |barely |hardly |already |now |usually "
    r"|sometimes )?(?:run|jog|do|manage)|wish|(?:supposed|meant|scheduled) to|about to)\b"
    r"|\b(?:cant|couldnt|havent|didnt|never|not|dont|wont)(?: \w+){0,2} (?:run|ran|running|jog|jogged|go|went|going"
    r"|do|did|done|manage|managed|been out|make it)\b"
)

SEAT = (
    r"(?:bums?|butts?|booty|booties|glutes?|gluteal|bottoms?|backsides?|behinds?|arses?|ass|rear end|rear"
    r"|buttocks?|derriere|tush|posterior|hiney|badonk|peach|cheeks)"
)
_STRONG = (
    rf"{SEAT}|fat|fats|fatty|weight|calories?|kcal|jog(?:s|ging|ged|ger|gers)?|running|runners?|treadmills?"
    r"|marathons?|parkruns?|c25k|couch to|cardio|hiit|squats?"
    r"|lunges?|deadlifts?|hip thrusts?|thighs?|hips?|legs?|calves|calf|hamstrings?|quads?|belly|tummy|stomach|waist"
    r"|abs|love handles|muffin top|cellulite|loose skin|body ?fat|bmi|scales?|plateau(?:ed)?"
    r"|metaboli\w+|muscles?|muscular|bulky|bulk|tone|toned|toning|slim|slimmer|skinny|thinner|lean|lose|losing|weigh"
    r"|weighing|knees?"
    r"|shins?|shin splints?|ankles?|achilles|plantar|fasciitis|it band|heel|hip flexors?"
    r"|blisters?|chafing|chafe|toenails?|doms|stretch(?:es|ing)?|foam roll\w*|warmup|cool ?down|trainers|sneakers"
    r"|shoes?|insoles?|cadence|foot ?strike|heel strike|stitch|side stitch|pace|heart rate|zone \d|vo2\w*"
    r"|epoc|afterburn|after burn|fasted|fasting|carbs?|protein|creatine|electrolytes?|gels?|hydrat\w+|dehydrat\w+"
    r"|sweat(?:ing|y|s)?|period|periods|menstrua\w*|menopaus\w*|perimenopaus\w*|postpartum|pelvic floor"
    r"|sports bra|bra|boobs?|breasts?|12[- ]3[- ]30|spot reduc\w*|rest days?|overtrain\w*|taper|strength|weights|gym"
    r"|workouts?|exercis\w+|exercise|\d+k? steps|steps (?:a|per|each) day|my steps|step count|walking|sprint\w*"
    r"|intervals?|tempo|fartlek|hill runs?|uphill|incline"
    r"|injur\w+|sore|soreness|ache|aches|aching|cramps?|breathing|breathe|breathless|out of breath|newbie runner|5k"
    r"|10k|half marathon|deficit|diet|dieting|appetite|hungry|hunger|snack\w*|overeat\w*|stamina|endurance|fitness"
    r"|fitter|unfit|fit"
    r"|motivat\w+|habit|habits|consistency|compression|massage|ice baths?|sauna|ibuprofen|orthotics|gait|physio\w*"
    r"|pelvic|bladder|leak\w*|faster|slower|quicker|improve\w*|stress eating|emotional eating|comfort eating"
    r"|cravings?|overeating|toes?|numb|miss(?:ed|ing)? (?:a|my|the|one|two) (?:weeks?|runs?|days?|sessions?"
    r"|workouts?)|dress size|(?:hot|cold|warm) weather|gained|asthma\w*|arthritis|pcos|thyroid|hernia|joints?"
    r"|cant stop eating|keto|vegan"
    r"|vegetarian|supplements?|cla|carnitine|vitamins?|collagen|caffeine|sugar|garmin|strava|fitbit|leptin|cortisol"
    r"|hormones?"
    r"|insulin sensitivity|visceral|subcutaneous|adipose|beginner runner|run(?:s)?|ran|runner|parkrun|jog|heat"
    r"|humid\w*|foam|glute bridge|bridges?|bands?|yoga|pilates|cycling|swimming|rowing|elliptical|stairs|skipping"
    r"|jump rope|doing too much|overdo\w*|resting|recovery|recover(?:ing)? (?:after|from|between|faster|quicker)"
    r"|starving|how often|how many (?:times|days) (?:an?"
    r"|per) (?:week|day)"
    r"|nausea|nauseous|metabolism|posture|core|lactate|lactic|glycogen|bonk\w*|runners high|libido|fertility"
    r"|bone density"
    r"|osteo\w*|varicose|bunions?|flat feet|overpronat\w*|pronat\w*|arches|barefoot|buggy|stroller|altitude"
    r"|blood pressure"
    r"|cholesterol|immune|satiety|bowel|toilet|pooping|poo|ankle weights|weighted vest|rucking|hyrox|trail|trails"
    r"|race day"
    r"|saddlebags?|back fat|bingo wings|jowls|moobs|hourglass|curvy|thicc|bbl|implants?|days? off|stride|overstrid\w*"
    r"|vest|scoops?|whey|itbs?|pavement|ecg"
    r"|(?:first|second|third|last|final|opening) (?:mile|km|kilomet\w+|half mile)|too (?:old|heavy|unfit|big|fat)"
    r" (?:to|for)"
    r"|visible results|chub rub|stick with it|starvation mode|iron|ferritin|no pain no gain|(?:my|more|the) distance"
    r"|tempo runs?"
    r"|how many weeks|crunches|planks?|clamshells?|donkey kicks|kettlebells?|dumbbells?|treadmills?|dreadmill"
    r"|elliptical|peloton"
    r"|get shredded|shredded|ripped|six pack|beach body|bikini|dad bod|beer belly|spare tyre|muffin tops?"
)
_FIELD = Pattern(
    rf"\b(?:{_STRONG}|(?:morning|evening|night|lunch) or (?:in the )?(?:morning|evening|night|afternoon)|time of day"
    rf"|best time"
    r""
    r"|train|training|walk|sleep|coffee|caffeine|alcohol|beer|wine|rain(?:ing)?|cold|hot|dark|music"
    r"|podcast\w*|lazy|tired|bigger|smaller|shrink\w*|burn\w*|eat|eating|food|water|drink|race|races|smok\w+|vap\w+"
    r"|stress|pill|women|men|woman|female|male|age|ageing|older|genetics?|body|shape|curves?|pear|water retention"
    r"|bloat\w*|saggy|sag|jiggl\w*|wobbl\w*|dress size|clothes|jeans|outside|go out|get out|headphones|wear|freezing"
    r"|snow|ice|icy|wind|windy|gloves|hat|leggings|shorts|jacket|layers|clothing|kit|dizzy|tired|energy|healthy"
    r"|health|beginner|newbie|bread|pasta|rice|meat|dairy|fruit|veg|vegetables|fibre|fiber|oats|porridge|banana"
    r"|bananas|breakfast|lunch|dinner|meals?|socks?)\b"
)
_ALIEN = Pattern(
    r"\b(?:python|javascript|java|c\+\+|script|scripts|coding|code|programm(?:e|ing|er)|software|docker|bitcoin"
    r"|crypto\w*|stocks?|shares|invest\w*|recipe|bake|baking|sourdough|cook(?:ing)? (?:a|the|rice|pasta|chicken)"
    r"|netflix|movies?|films?|series|tv show|football|soccer|cricket|nba|election|president|prime minister|politic\w*"
    r"|capital of|translate|poem|essay|homework|(?:what|how) is the weather|(?:is it|will it|chance of"
    r"|supposed to)(?: (?:going to|gonna|meant to|supposed to))? (?:rain|snow|be (?:sunny|dry|windy|wet|icy))"
    r"|weather (?:in|for|like|forecast|today"
    r"|tomorrow)|forecast|flights?|hotels?|restaurants?|lyrics|song|songs|guitar|car|laptop|iphone|wifi|excel|maths?"
    r"|equation|history of|war|god|religion|astrology|horoscope|lottery|tax|taxes|mortgage|jokes?|dating|girlfriend"
    r"|boyfriend|visa|passport|chatgpt|openai|printer|password|dog food|my cat|cat|plumb\w*|wallpaper|garden\w*|chess"
    r"|samsung|android|windows \d+|mayor|tenant|landlord|loan|bank|scrum|soap|tomato\w*|leftovers?|gta|candy crush"
    r"|turkey|poetry|concrete|container|hip hop|artists?|electric|petrol|diesel|keratin|woodwork\w*|household|balcony"
    r"|resign"
    r"|propose|register|shipping|photos?|glue|stocking|birthday cake|solve|squared|sprinkler|fish tank|aquarium|snake"
    r"|jazz"
    r"|budget|debt|oppenheimer|opera|theatre|museum|taxi|uber|train (?:from|to|ticket)|bus|airport|plane|phone|battery"
    r"|ipad"
    r"|tv|television|dentist|lawyer|salary|job interview|cv|resume template|minecraft|fortnite|twitter|instagram"
    r"|tiktok algorithm)\b"
)
_OTHER_WORLD = Pattern(
    r"\b(?:python|javascript|java|docker|excel|movies?|household|mayor|scrum|soap|turkey|keratin|petrol|diesel"
    r"|candy crush"
    r"|woodwork\w*|debt|leather|recipes?|butter chicken|gta|tenant|landlord|loan|poetry|poem|jazz|hip hop|bitcoin"
    r"|crypto\w*"
    r"|iliad|stockings?|toilet seat|running toilet|nose is running|small business|cigarettes?|running costs"
    r"|running time"
    r"|battery|hummingbird|cinderella|menstrual cup|roof|tire bike|(?<!spare )tyres?|running for (?:mayor|president"
    r"|office|parliament)"
    r"|cast iron|leaky|leaking (?:tap|roof|boiler|sink|pipe)|boiler|leftovers?|to heat|blockchain|girlfriend (?:left"
    r"|blocked|dumped)|boyfriend (?:left|blocked|dumped))\b"
)
"""Words of another world that win even beside "running" or "fat"."""
_EMPTY_IT = Pattern(
    r"(?:(?:ok|so|right|hmm|oh|and|but) )*is it \w+ to (?:(?!that|this|it|then|still|again)\w+(?:\W+|$)){4}"
)
_BODY_OR_RUN = Pattern(
    rf"\b(?:{SEAT}|fat|calories?|kcal|jog\w*|running|runners?|treadmills?|marathon|5k|10k|weight loss|lose weight"
    r"|glutes?|knees?|cardio)\b"
)


def names_what_it_is(text: str) -> bool:
    """Whether the "it" of a tidy question only stands for what follows: "is it ok to eat ice before a run"."""
    return _EMPTY_IT.match(text) is not None


def is_question(text: str) -> bool:
    """Whether a tidy clause asks something."""
    return _ASKING.search(text) is not None


def in_field(text: str) -> bool:
    """Whether a tidy clause touches what the coach knows: running, bodies, fat, food in general, training."""
    return _FIELD.search(text) is not None and not is_alien(text)


def in_field_strongly(text: str) -> bool:
    """Whether a tidy clause speaks of running or of the body itself, not merely of food or sleep."""
    return _STRONG_FIELD.search(text) is not None and not is_alien(text)


def is_bodily(text: str) -> bool:
    """Whether a tidy clause names a part or a state of the body."""
    return _BODILY.search(text) is not None and not is_alien(text)


def is_alien(text: str) -> bool:
    """Whether a tidy clause is about something the coach does not do, and not about running as well."""
    if _OTHER_WORLD.search(text):
        return True
    return _ALIEN.search(text) is not None and _BODY_OR_RUN.search(text) is None


_BODILY = Pattern(
    rf"\b(?:{SEAT}|fat|weight|thighs?|hips?|legs?|calves|calf|hamstrings?|quads?|belly|tummy|stomach|waist|knees?"
    r"|shins?"
    r"|ankles?|achilles|heels?|toes?|toenails?|feet|foot|back|neck|heart ?rate|cellulite|skin|boobs?|breasts?|appetite"
    r"|hungry|metabolism|muscles?|breath(?:ing|less)?|periods?|sweat\w*|pelvic|bladder|joints?|glutes|core|arms|face)\b"
)
_STRONG_FIELD = Pattern(rf"\b(?:{_STRONG})\b")
