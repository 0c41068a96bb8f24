"""Signs of a pregnancy or of a birth not long ago, and of trouble after one."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_BABY_THING = r"(?:bottles?|belts?|powder|oil|shower|monitor|carrots?|steps?|wipes|blue|pink|shark)\b"
_BABY = rf"(?:baby(?: girl| boy| son| daughter)?(?! {_BABY_THING})|babies|little (?:1|one|boy|girl)|twins|newborn|bub)"

BIRTH: tuple[Sign, ...] = (
    Sign(
        category="recent_birth",
        pattern=words(
            rf"\b{_BABY},? (?:is |just |now |at |only )*\d{{1,2}} ?(?:days?|weeks?|wks?|months?)\b(?! (?:to go"
            rf"|left|along|away))"
        ),
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            r"(?:^|\b(?:i|we|ive|have|just|and|hiya|hi|hey) )had (?:a|my|our|the) (?:\w+ )?(?:son|daughter|boy"
            r"|girl|(?:first"
            r"|second|third|last)(?: (?:1|one|child|kid))?)\b[^.!?\n]{0,12}\b(?:\d{1,2}|a|an|few|some|couple of)"
            r" (?:days?|weeks?|months?) ago\b|\b(?:mum|mom|mummy|mother) (?:of"
            r"|to)\b[^.!?\n]{0,24}\b\d{1,2}[ -]?(?:weeks?|months?)\b"
            r"|\b(?:my|our|the(?= youngest)) (?:\w+ )?(?:son|daughter|boy|girl|baby|twins|youngest"
            r"|little (?:1|one|boy|girl)) (?:is|are|was born|has|just|turned|now) (?:\w+ ){0,2}\d{1,2}"
            r" (?:weeks?|wks?|months?)(?! (?:late|early|away|without))\b"
        ),
        unless=words(
            r"\b(?:years?|yrs|dog|puppy|kitten|teens?|teenagers?|im (?:a|the|his|her) (?:\w+ )?(?:dad|daddy|father)"
            r"|as a (?:dad|father)|my wife|my girlfriend)\b"
        ),
        personal=False,
    ),
    Sign(
        category="pregnancy",
        pattern=words(
            r"\b(?:pregnant|preggers|preggo|pregnancy|(?:1st|2nd|3rd|first|second|third|last) trimester|trimester"
            r"|expecting (?:a (?:baby|child|boy|girl)|our|my (?:first|second|third|baby)|twins|number|in (?:jan|feb"
            r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)|baby bump|up the duff|bun in the oven|with child)\b"
        ),
        unless=words(
            r"\bam i pregnant (?:in|to|for|on)\b|\bdo (?:you|u) (?:still )?think im pregnant\b"
            r"|\btrying (?:to get|for|to conceive)|\b(?:get|getting|become|becoming|fall|falling|got) pregnant\b"
            r"|\bbefore (?:i get|getting|pregnancy)|\b(?:was|were|when i was|while i was|since|from|after|before|last"
            r"|first|previous|previously|post|had a) (?:my |the |a |being |last |first )*pregnan\w+"
            r"|\bpregnan\w+ (?:test|years ago|weight|kilos|pounds|belly|pouch|fat)|\bused to be pregnant\b"
            r"|\bpregnant pause\b|\bpre[- ]pregnancy\b"
            r"|\bpregnant (?:cows?|dogs?|cats?|mares?|sheep|ewes?|goats?|deer|women|woman|runners|people|ladies"
            r"|friend)\b|\bnever (?:been )?pregnant\b"
            r"|\b(?:ask\w*|think\w*|thought|assum\w*|call\w*|say\w*|said)\b[^.!?\n]{0,16}\b(?:a (?:dude|guy|man|bloke"
            r"|boy|lad|bro)"
            r"|hes|he is|dudes?|guys?|men|bro)\b[^.!?\n]{0,16}\bpregnant\b"
            r"|\b(?:look\w*|seem\w*|appear)\b[^.!?\n]{0,12}\bpregnant\b|\b(?:look|looks|looking|like) (?:im "
            r"|i am |as if im )"
            r"(?:\w+ )?pregnant\b|\b(?:ask\w*|think\w*|thought|assum\w*|mistak\w*|guess\w*|congratulat\w*)\b"
            r"[^.!?\n]{0,16}\b(?:im|i am|i was|were|me)\b[^.!?\n]{0,12}\bpregnant\b|\bpregnant (?:belly|look|looking)\b"
        ),
    ),
    Sign(
        category="pregnancy",
        pattern=words(
            r"(?:^|\bim |\bi am |\bbaby(?:s| is)? )due in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
            r"|\b\d{1,2} ?(?:weeks?|wks?) (?:along|gone|preg|pregnant)\b|\bpositive (?:pregnancy )?test\b|\b(?:im"
            r"|we are|were"
            r"|currently|am) expecting(?:\s*(?:$|[.,!?;])| (?:and|so|again|soon|twins|our|my|due)\b)|\beating for (?:2"
            r"|two)\b"
            r"|(?<!after )(?<!since )(?<!from )(?<!before )\b(?:having|expecting|growing) a baby\b|\b(?:baby"
            r"|little (?:1|one)|im|were|we are) (?:is )?due (?:in|on"
            r"|this|next"
            r"|any day)\b|\bbaby on the way\b|\bcarrying (?:twins|a baby|our (?:first|second|third)|my (?:first"
            r"|second|third))\b(?! (?:bag|water|phone|shopping))"
            r"|\bknocked up\b|\bmy due date\b|\bim \d{1,2} weeks(?=$|[.,!?;]| (?:and|now|today|so|can|is|but|with"
            r"|tomorrow)\b)|\b(?:12|20|anomaly|dating) ?week scan\b"
            r"|\bbaby (?:is )?(?:kick(?:s|ing)|moves|moving)\b|\b(?:2|two) lines on (?:the|my|a) test\b"
            r"|\b(?:little (?:1|one)|baby|twins|bump) on the way\b"
            r"|\b(?:1st|2nd|3rd|first|second|third) trimester\b|\b(?:got a|my|growing|big) (?:baby )?bump\b"
            r"|\bmidwife\b[^.!?\n]{0,40}\b(?:until"
            r"|till|til|up"
            r" to|at|past) \d\d weeks\b|\bmorning sickness\b|\b(?:im|currently|am) preg\b"
        ),
        unless=words(
            r"\b(?:on (?:the|my) (?:head|knee|road|arm|toe|shin|foot)|covid|drugs?|doping|road|speed|roundabout"
            r"|library|rent|project|assignment|essay|shoes|delivery"
            r"|parcel|a race"
            r"|long run|before (?:having|we have)|want(?:s|ed)? (?:to have )?a baby|bills?|when i was|last pregnancy"
            r"|years ago)\b"
        ),
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            rf"\b(?:gave birth|given birth|had (?:a|my|our|the) (?:\w+ )?(?:{_BABY}|c[- ]?section|ca?esarean|first"
            rf"|second|third|kid|child)|(?:a |my |the )?c[- ]?section|ca?esarean|delivered|{_BABY} (?:was )?(?:born"
            rf"|arrived))\b[^.!?\n]{{0,30}}\b(?:(?:\d|1[0-2]|a|an|few|couple|couple of|some|several|\d\d) (?:days"
            r"|weeks?|months?)(?: ago)?|last (?:week|month)|recently|this (?:week|month|year)|just|in (?:jan|feb|mar"
            r"|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b(?! (?:19|20)\d\d)"
            rf"|\b(?:just|recently) (?:gave birth|had (?:a|my|our) (?:{_BABY}|c[- ]?section)|given birth)\b"
            rf"|\b(?:\d{{1,2}}|few) (?:days|weeks|months?) (?:post[- ]?partum|post ?natal|after (?:giving birth|birth"
            r"|my c|having))|\b(?:im|currently|still|am) (?:post[- ]?partum|post ?natal|breast ?feeding|nursing)\b"
            r"|\bbreast ?feed(?:ing)?\b|\bpost ?partum (?:body|belly|weight|running|mum|mom|runner)\b"
            rf"|\bpost ?partum\b(?! (?:plants?|gifts?|hampers?|podcasts?))|\bnew (?:mum|mom|mummy|mother)\b"
            rf"|\bmy (?:newborn|{_BABY}) is (?:only )?(?:\d{{1,2}}"
            rf"|a|an|nearly \d|almost \d) (?:days?|weeks?|months?)\b|\bbaby weight\b[^.!?\n]{{0,20}}\b(?:weeks"
            r"|months)\b|\bnewborn\b(?! (?:calf|lamb|foal|puppy|puppies|kitten|deer|cow))"
        ),
        unless=words(
            r"\b(?:[1-9]|\d\d|several|many|few|couple of) (?:years|yrs)\b|\byears ago\b|\bwas breast ?fed\b"
            r"|\btoddler\b|\bfarm\b|\b(?:puppy|kitten|foal|lamb)\b|\bteenage\w*|\bstopped breast ?feeding\b"
            r"|\bnursing (?:a|an|my|this|the) (?:\w+ )?(?:injur\w*|knee|ankle|hangover|pint|beer|calf|niggle|wound"
            r"|hamstring)\b"
        ),
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            rf"\b\d{{1,2}} ?(?:days?|weeks?|wks?|months?|mo) pp\b|\b(?:days?|weeks?|wks?|months?) since (?:the |my "
            rf"|our |i had |having )"
            rf"(?:a |the |my )?(?:{_BABY}|birth|c[- ]?section|ca?esarean|delivery|labour|labor)\b"
            rf"|\bc[- ]?section (?:scar|wound|stitches)\b"
            r"|\bwhile (?:im |i am |i )?(?:still )?(?:breast ?feed(?:ing)?|nursing|pumping)\b|\b(?:my"
            r"|breast) ?milk(?: supply)?\b"
            r"|\b(?:after|since) (?:i )?(?:having|had|delivering) (?:a|my|the|our) (?:first |second |third )?(?:baby"
            r"|son|daughter|twins|little (?:1|one)|child)\b"
            r"|\b(?:baby(?: girl| boy)?|son|daughter|twins|little (?:1|one)) (?:came|arrived|was born"
            r"|is) (?:only |just |now "
            r"|nearly |almost "
            r"|about )?\d{1,2} (?:days?|weeks?|wks?|months?)(?: ago| old|$|(?=[,.!?;]| (?:and|so|now|but|can|im"
            r"|today)\b))"
            rf"|\b{_BABY} (?:still )?(?:feeds?|nurs(?:es|ing)|wakes?|is feeding|cluster ?feed\w*"
            rf"|eats) (?:\w+ )?(?:every|each)"
            r" (?:\d|one|two|three|four|couple)|\bnight feeds?\b|\b(?:while|still|am|and|been|i) nursing(?=$"
            r"|[,.!?;]| (?:and|so"
            r"|but|my|every|at|him|her|now|can|mum|mom|mother)\b)|^nursing(?=$|[,.!?;]| (?:and|so|but"
            r"|my (?:baby|son|daughter)|mum"
            r"|mom|mother)\b)|\b\d{1,2}[ -](?:day|week|month)s?[ -]old baby\b"
            r"|\blactating\b|\bmy \d{1,2} (?:weeks?|months?) old(?! (?:dog|pup\w*|shoes|trainers|cat|kitten|watch"
            r"|phone|car|injury|vizsla|lab))|\bmilk supply\b|\bim nursing\b|\b(?:since|after) (?:the|my) (?:birth"
            r"|delivery|labour)\b|\bafter birth\b"
        ),
        unless=words(
            r"\b(?:almond|oat|soy|chocolate|cow|skimmed|drink(?:ing)?|cereal|tea|coffee|protein|shake) ?milk\b"
            r"|\bmilk(?:shake)"
            r"|\bnursing (?:a|an|my|this|the) \w+|\b(?:[1-9]|\d\d|several|many|few) (?:years|yrs)\b"
            r"|\bdrink\w* my milk\b"
        ),
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            r"\b(?:heav(?:y|iness)|dragging|bulg\w+|lump|pressure|(?:fall\w*|coming|slipping|dropping) out)\b"
            r"[^.!?\n]{0,40}\b(?:down there|down below|vagina\w*|pelvic floor|after (?:the )?(?:birth|labour"
            r"|delivery))\b"
            r"|\b(?:down there|down below|vagina\w*|pelvic floor)\b[^.!?\n]{0,48}\b(?:heav(?:y|iness)|dragging|bulg\w+"
            r"|lump|pressure|(?:fall\w*|coming|slipping|dropping) out)\b|\bprolapse[sd]?\b|\b(?:insides|womb|tampon"
            r"|something)"
            r" (?:(?:is|are|feels?|keeps?|like|its|theyre|it is|were) )*(?:fall\w*|coming|slipping|dropping) out\b"
            r"|\b(?:ball|egg|lump|bulge) between my legs\b"
        ),
        needs=words(
            rf"\b(?:{_BABY}|births?|born|postpartum|pp|labour|delivery|c[- ]?section|ca?esarean|my (?:son|daughter"
            rf"|twins)"
            r"|breast ?feed\w*|nursing|bubba)\b"
        ),
        unless=words(
            r"\b(?:disc|disk|mitral|valve|how common)\b|\b\d+ (?:years|yrs)\b|\byears ago\b|\bkids? (?:is|are) \d"
        ),
        fades=False,
    ),
    Sign(
        category="recent_birth",
        pattern=words(
            r"\b(?:bleed(?:ing|s)?|blood)\b[^.!?\n]{0,40}\b(?:down there|down below|vagina\w*"
            r"|after (?:the )?(?:birth|labour"
            r"|delivery))\b|\b(?:down there|down below|vagina\w*)\b[^.!?\n]{0,48}\bbleed(?:ing|s)?\b"
            r"|\blochia\b|\bepisiotomy\b|\bperine(?:um|al)\b"
            r"|\bstitches\b[^.!?\n]{0,24}\b(?:birth|down there|tear|torn)\b"
            r"|\bblocked (?:milk )?ducts?\b|\bstarted bleeding again\b"
            r"|\bmastitis\b|\b(?:red|hot|hard|swollen|sore|painful)(?: and|,)?(?: \w+)? (?:boobs?|breasts?)\b(?! ?feed)"
            r"[^!?\n]{0,60}\b(?:fever\w*|shiver\w*|flu\w*|chills|temperature|infect\w*)\b"
            r"|\b(?:boobs?|breasts?)\b[^.!?\n]{0,24}\b(?:red|hot|hard|lumpy|swollen|infected"
            r"|on fire)\b[^!?\n]{0,60}\b(?:fever\w*"
            r"|shiver\w*|flu\w*|chills|temperature|hot|red|nursing|feeding|infect\w*|ache|unwell)\b"
        ),
        unless=words(r"\b(?:nose|nipples?|gums?|toe|blister|knee|heel|elbow|finger|bra)\b"),
        fades=False,
    ),
)
"""Read in order; one match raises the category."""
