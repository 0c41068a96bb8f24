"""Signs around food told roundabout, days on next to nothing, and school, birth and bump in passing."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_MEAL = r"(?:meals?|breakfast|lunch|dinner|supper|tea|food|anything|cake|carbs)"
_NEXT_TO_NOTHING = (
    r"(?:an? apple|apples?|cucumbers?|celery|lettuce|(?:chewing )?gum|black coffee|coffee|rice ?cakes?|diet coke"
    r"|coke zero"
    r"|pepsi max|broth|stock cubes?|carrots?|ice cubes?|water|green tea|tea)"
)

EATING_PICTURES: tuple[Sign, ...] = (
    Sign(
        category="eating_disorder",
        pattern=words(
            rf"\b(?:cant|wont|dont|not|never) (?:let|allow) myself (?:to )?(?:have|eat|touch|{_MEAL})\b"
            rf"|\bonly (?:let|allow) myself (?:to )?(?:have|eat|{_MEAL})\b|\bonly (?:eat|allowed to eat"
            rf"|allowed food) (?:if|when|after|on)"
            r" (?:i|ive|its|the scales?|im|days i)\b"
            r"|\b(?:hide|hiding|hid) (?:what i eat|my (?:food|meals|dinner|lunch|plate))\b|\b(?:eat|run)(?:ning"
            r"|ing)? in secret\b"
            r"|\b(?:ana|ed|mia) (?:voice|thoughts?|brain)\b"
            rf"|\b(?:throw|threw|throwing|bin|binned|tip|tipped|scrape|scraped)\b (?:my |the |all my "
            rf"|half my )?{_MEAL} (?:in|into|away"
            r"|down)\b[^.!?\n]{0,40}\b(?:nobody|no one|so they|so she|so he|before anyone|secret\w*)\b"
            rf"|\bfeel (?:so )?(?:disgust\w*|gross|dirty|filthy|vile|guilty) (?:after|when|if|every time) (?:i "
            rf"|any |every |each |a )?"
            rf"(?:eat\w*|ate|{_MEAL})\b[^.!?\n]{{0,30}}\b(?:until|unless|till|so i) (?:i|have|run|ran)\b"
            rf"|\b(?:if|when|whenever|every time) i (?:eat|ate|have|had) (?:\w+ )?(?:{_MEAL})? ?i (?:have to "
            rf"|must |always |need to )?"
            r"(?:run|ran)\b[^.!?\n]{0,40}\b(?:no exceptions?|same (?:night|day|evening)|every time|or i panic"
            r"|have to|straight after)\b"
            r"|\bweigh myself (?:\d+|ten|twelve|five|six|so many|loads of) times a day\b"
        ),
        unless=words(
            r"\b(?:dog|cat|kids?|toddler|puppy|sugar free|coeliac|celiac|lactose|allerg\w*|intoleran\w*"
            r"|plate from|race day"
            r"|before (?:a|the) race)\b"
        ),
        deniable=False,
        personal=False,
    ),
    Sign(
        category="very_low_intake",
        pattern=words(
            r"\b(?:havent|have not|hasnt|not) (?:had|eaten|touched)(?: a| any)?(?: proper| real| full"
            r"| solid)? (?:meal|food|anything)"
            r"\b[^.!?\n]{0,16}\b(?:in|for|since) (?:\d|two|three|four|five|a few|several|a couple|days|mon|tue"
            r"|wed|thu|fri|sat|sun"
            r"|yesterday morning|the weekend)"
            r"|\b(?:one|1|a) (?:small |tiny )?meal every (?:second|other|two|2|three|3) days?\b"
            r"|\b(?:[2-9]|two|three|four|five|six|seven|ten)[ -]day (?:water )?fast\b"
            rf"|\b(?:just|only|nothing but|surviving on|living on|live on|survive on"
            rf"|lived on)(?: \w+)? {_NEXT_TO_NOTHING}"
            rf"(?: (?:and|or|plus|&) (?:some )?{_NEXT_TO_NOTHING})+\b"
            rf"|\b{_NEXT_TO_NOTHING}(?: (?:and|or|plus) (?:some )?{_NEXT_TO_NOTHING})+ (?:since|all day"
            rf"|for (?:\d|two|three|days))\b"
        ),
        unless=words(
            r"\b(?:before (?:the|my|a) (?:run|race)|during|on the run|for breakfast|stomach bug|food poisoning"
            r"|flu|norovirus"
            r"|surgery|colonoscopy|dentist|ramadan|should i (?:have|eat|drink)|what (?:is|are)|lost my phone"
            r"|at night|in the office"
            r"|years? ago)\b"
            # what is drunk beside meals: "i dont drink any of that, just water and black coffee"
            r"|^(?!.*\b(?:eat|eats|eating|eaten|ate|food|meals?|breakfast|lunch|dinner|days?|fast\w*|starv\w*|since|calor\w*"
            r"|had|anything|nothing|hungry|hunger|weight|los(?:e|ing|t)|kgs?|kilos?|today|yesterday|all day|this week"
            r"|dizz\w*|weak|living|surviv\w*|survive|live|instead)\b).*\b(?:drink|drinks|drinking|drank|juices?|sodas?|cola|fizzy"
            r"|sugary|soft drinks?"
            r"|alcohol|beers?|wine|lattes?|milky|squash)\b"
        ),
        deniable=False,
    ),
    Sign(
        category="pregnancy",
        pattern=words(r"\b(?:the |my )?bump (?:is |has |s )?(?:getting|gets|got) (?:in the way|big\w*|huge|heavy)\b"),
        unless=words(r"\b(?:head|knee|shin|road|toe|speed)\b"),
    ),
    Sign(
        category="recent_birth",
        pattern=words(r"\bnursing (?:every|on demand|round the clock|all (?:night|day))\b"),
        unless=words(r"\b(?:shift|ward|hangover|injury|home|school|degree)\b"),
    ),
    Sign(
        category="minor",
        pattern=words(
            r"\b(?:i |im |ive |i have )?(?:just )?start(?:ed|ing) (?:high|secondary|middle|junior high) school\b"
        ),
        unless=words(
            r"\b(?:my (?:daughter|son|kid|niece|nephew|boy|girl|child|youngest|eldest|oldest)|she|he|they|kids?"
            r"|teach\w*|job"
            r"|since|when i|back in|years ago|ran in)\b"
        ),
    ),
)
"""Read in order; one match raises the category."""
