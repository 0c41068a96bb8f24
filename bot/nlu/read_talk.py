"""Read what is neither fact nor question about running: data wishes, thanks, yes and no, doubt, small talk."""

from __future__ import annotations

import re

from bot.nlu.frame import Frame, Intent

_END = r"[\s.,!?)(:;'\"\-*_~xX<3]*$"
_VOCATIVE = r"(?:coach|mate|buddy|pal|bot|man|friend|love|dude|bro|hun|babe|boss|champ|legend|there|all|everyone|sir|again|you|team|folks|alright|my friend|run coach|runcoach)"
_POLITE = rf"(?: (?:please|{_VOCATIVE}|for (?:that|now|the (?:help|info|answer|tip|advice))|very much|so much|a lot|lots|a million|a bunch|loads|heaps|then|though|really|thanks|cheers|great|cool|ok|okay|yes|now|again|too))*"

_DELETE = re.compile(
    r"\b(?:delete|erase|wipe|remove|purge|destroy|clear|forget|get rid of|scrub|drop|nuke)\b[^.?!\n]{0,20}\b(?:account|(?:all )?(?:my|the|your|of my)? ?(?:data|info|information|details|records|everything|profile|history|stuff)|everything|all about me|about me|me)\b(?! (?:reminders?|runs?|nudges?))"
    r"|\b(?:close|cancel|terminate) my account\b|\bright to be forgotten\b|\bgdpr\b[^.?!\n]{0,20}\b(?:delete|erase|remov)|^/delete\b|\bforget me\b|\berase me\b"
)
_NOT_DELETE = re.compile(
    r"\breminders?\b|\bnudges?\b|\blast run\b|\bthat run\b|\bthat (?:1|one)\b|\bbelly\b|\bfat\b|\bforget (?:it|that)\b|\bhow (?:do|can)\b.*\b(?:cellulite|fat)\b"
)
_EXPORT = re.compile(
    r"\b(?:export|download|backup|back up|copy of)\b[^.?!\n]{0,24}\b(?:data|info|information|everything|history|runs|account|profile|records)\b|\b(?:send|give|show|email|get) (?:me )?(?:a copy of )?(?:all |every ?thing |all of )?(?:my data|my info(?:rmation)?|my profile|the data|everything|you (?:have|hold|know))\b(?! (?:in (?:km|miles|kilomet|metric|imperial|pounds|kg)))"
    r"|\bwhat (?:do|have|data|info|information|else)\b[^.?!\n]{0,12}\b(?:you|u) (?:know|have|got|hold|store|stored|keep|remember|saved?)\b[^.?!\n]{0,16}\b(?:me|my|mine)\b|\bwhat (?:data|info|information|details) (?:do you|have you|is)\b|\bmy (?:data|profile)(?: please)?\W*$|^/(?:export|data|profile)\b|\bwhat have i told you\b|\bsubject access request\b|\bwhat is (?:in )?my profile\b"
)
_NUMBER_FREE = re.compile(
    r"\b(?:no|without|stop|skip|hide|not|less|avoid|leave out|spare me|hate|turn off|drop|ditch|never|dont)\b[^.?!\n]{0,36}\b(?:numbers?|figures|kcal|calories|weigh[- ]?ins?|weights?|kilos and|stats|digits|number talk|bmi)\b"
)
_NUMBER_FREE_WISH = re.compile(
    r"\b(?:please|want|dont|rather|prefer|can (?:you|we)|could (?:you|we)|would like|stop|hide|no|without|trigger\w*|skip|never|leave out)\b"
)
_NOT_NUMBER_FREE = re.compile(
    r"\b(?:why|does|is|are|how|burn(?:ing)?|los(?:e|ing)|lift(?:ing)?|lost|losing|gain\w*|gym|without weights|weights? (?:or|and)|not (?:about|care about) (?:weight|the weight)|care about weight|not losing|deficit|phone number)\b"
)
_NUMBERS_AGAIN = re.compile(
    r"\b(?:show|use|bring|give|you can|turn|want|fine with|ok with)\b[^.?!\n]{0,30}\b(?:numbers|figures|calories)\b[^.?!\n]{0,12}\b(?:again|back|on|now|please|are fine|are ok)\b|\bnumbers are (?:fine|ok|okay)\b|\bnumbers back on\b"
)

_UNDO = re.compile(
    r"\b(?:undo|revert|take (?:that|it) back|roll (?:that|it) back)\b|\b(?:delete|remove|scrap|scratch|cancel|discard|erase|forget|ignore|drop|bin|strike)\b(?: (?:the|my|that|this|it|last|latest|previous|most|recent|one|1|entry|run|jog|weight|weigh[- ]in|log|please|just|i|logged|thing|workout|message))+\W*(?:please|sorry|pls)?\W*$"
    r"|\b(?:oops|whoops|mistake|my bad|sorry)\b[^.?!\n]{0,16}\b(?:delete|remove|scrap|ignore|forget|undo|cancel)\b|\b(?:i )?didnt mean (?:that|to (?:log|send|write) (?:that|it))\b|\b(?:that|it) was a mistake\b|\b(?:dont|do not) (?:log|save|record|store) (?:that|it|this)\b|\bignore (?:that|my last)\b"
)
_NOT_UNDO = re.compile(r"\b(?:reminders?|nudges?|data|account|everything|mon|tue|wed|thu|fri|sat|sun)\w*\b")
_DISPUTE = re.compile(
    r"\b(?:that|this|thats|it|you|your|the) ?(?:number|figure|answer|maths?|is|are|cant|cannot|doesnt|isnt|looks?|seems?|sounds?)[^.?!\n]{0,16}\b(?:wrong|incorrect|not (?:right|true|correct|possible|accurate)|be (?:right|true|correct|serious)|bull\w*|nonsense|rubbish|bs|off|false|right|made up|mistaken|ridiculous|impossible|add up)\b"
    r"|\b(?:youre|you are|ur|your) (?:wrong|mistaken|lying|making (?:this|that|it) up)\b|\bi (?:dont|cant) (?:believe|buy|think) (?:that|you|this|it|so|thats|that is)\b(?! (?:i|is (?:ok|fine)))|^(?:nope? )?(?:wrong|incorrect|nonsense|rubbish|bullshit|bs|not true|not right|no way|i disagree|disagree|liar|untrue|false|wrong answer|thats bs|that is bs|that is wrong)\b[^.?!\n]{0,12}$|\b(?:disagree|contradict\w*)\b|\bcant be right\b|\b(?:read|heard|told|saw|seen) (?:the opposite|otherwise|different\w*)\b|\bthat is not what\b|\bnot what (?:i|you) said\b"
)
_RIGHT_QUESTION = re.compile(r"^(?:is|does|are) (?:that|it|this)[^.!\n]{0,12}\b(?:right|true|correct|accurate)\b")
_SOURCE = re.compile(
    rf"^(?:(?:and|ok|but|so|cool|great|really|what is|what are|wheres|where is|whats|got|any|do you have|can i (?:see|have)|show (?:me )?|give me|have you got|the|a|your|some|is there) ?)*(?:sources?|citations?|references?|links?|evidence|proof|studies|study|papers?|research|science|doi)\b(?: (?:for|on|behind|to|please|is|are|that|this|it|of))*{_END}"
    r"|\b(?:says who|said who|who says|who said|according to (?:who|whom|what)|where(?:s| is| did| do| does| are)? (?:you|that|this|it|u)(?: (?:get|got|have|read|come|from|find|info|information|all|hear))* ?(?:that|this|it|from)?(?: from)?|where (?:does|did) (?:that|this|it) come from|based on what|which (?:study|studies|paper|article|research)|what (?:study|studies|paper|research|evidence|article)|can you (?:cite|prove|back)|back (?:that|this|it) up|prove it|how do you know(?: (?:that|this))?|is (?:that|this|there)(?: any)? (?:evidence|science|proof|based|peer|research)|are you making (?:this|that|it) up|did you make (?:that|this|it) up|read the (?:study|paper))\b"
)
_WHY = re.compile(
    rf"^(?:but |and |so |ok |oh |hmm |erm |really |wait |no )*(?:why|how come|how so|why not|why is (?:that|it|this)|why that|why though|because|what do you mean|what does that mean|meaning|explain(?: (?:that|this|it|please|more|why|yourself|further))*|in what way|what makes you (?:say|think) (?:that|so)|what is the reason|whats the reason|reason|for what reason|says why|tell me why|how does that work|how is that(?: possible)?|how that|but how|how){_END}"
    r"|\bhow (?:did|do|have|does|would|can) (?:you|u|it|the|that)[^.?!\n]{0,12}\b(?:get|got|work(?:ed)?|calculat\w+|come up|comput\w+|figure[ds]?|arrive|reach\w*|estimat\w+|know)\b[^.?!\n]{0,12}\b(?:that|this|it|there|number|figure|those|out|up|at|to)\b|\b(?:show|what is|what are|explain) (?:me )?(?:the |your )(?:maths?|working|workings|calculation|formula|sums)\b|\bhow (?:is|was|are) (?:that|this|it|they) (?:calculated|worked out|computed)\b|^how i got this\W*$"
)
_REALLY = re.compile(
    rf"^(?:(?:oh|wait|hmm|um|no|ok|so|and|but) )?(?:really|seriously|for real|honestly|are you sure|you sure|sure|is (?:that|this|it) (?:really )?(?:true|right|correct|for real|accurate|legit)|true|you serious|are you serious|srsly|rly|really really|actually|no kidding|is that so|you certain|are you certain|how sure are you){_END}"
)
_MORE = re.compile(
    rf"^(?:(?:ok|cool|yes|and|please|so|great|can you|could you|i want|give me|go on|bit|a) )*(?:more|tell me (?:some )?more|some more|more (?:details?|info\w*|please|on that|about (?:that|this|it))|go on|go deeper|elaborate|continue|carry on|keep going|expand|anything else|what else|and|and then|say more|the (?:rest|long version|details)|details|longer (?:answer|version)?|full answer|in (?:more )?detail|read more|do go on)(?: (?:please|on that|about (?:that|this|it)|then|with that|to (?:it|say|know)))*{_END}"
    r"|\b(?:tell me|know|hear|learn|say|explain|get) (?:a bit |a little |some )?more(?: about (?:that|this|it))?(?: please)?\W*$"
)
_THANKS = re.compile(
    rf"^(?:(?:ok|okay|great|cool|ah|oh|aw|awesome|perfect|brilliant|lovely|nice|wow|yes|no|amazing|many|got it|alright|right) ?,?!? ?)*(?:thanks?|thank you|cheers|ta|thankyou|much appreciated|appreciate (?:it|that|you)|many thanks|tysm|nice 1|nice one|big thanks|thank u|merci|danke|gracias|grazie|obrigad[oa]|i owe you(?: 1| one)?){_POLITE}{_END}"
)
_GREETING = re.compile(
    rf"^(?:(?:oh|well) )?(?:hi+|hello+|hey+|hiya+|heya|yo+|sup|wassup|whats up|what is up|howdy|gday|g'day|greetings|good (?:morning|afternoon|evening|day)|morning|evening|afternoon|ello|hullo|hola|bonjour|hallo|ciao|namaste|ahoy|alright|oi|aloha|salut|/start|start|wagwan|ay up|ey up|hi hi){_POLITE}(?: (?:how are you|hows it going|how is it going|how are things|how do you do|you ok|u ok))?{_END}"
)
_GREETING_HEAD = re.compile(
    rf"^(?:hi+|hello+|hey+|hiya+|heya|yo|howdy|gday|good (?:morning|afternoon|evening)|morning|evening)(?: {_VOCATIVE})?[\s,.!:-]+(?=\S)"
)
_NICETY_HEAD = re.compile(
    r"^(?:thanks|thank you|cheers|ta|ok|okay|cool|great|nice|got it|lol|haha|right|perfect|awesome|wow|brilliant|lovely|interesting|good to know|hmm+)"
    r"(?: (?:so much|a lot|very much|coach|mate|again|for that))?[!.,;:]+ ?(?=\w)"
)
_HELP = re.compile(
    r"^/?(?:help|menu|commands?|options|instructions|info|about|guide|manual)(?: (?:me|please|pls))*\W*$|\bwhat (?:can|could|do|else can|all can|are) (?:you|u|i)\b[^.?!\n]{0,14}\b(?:do|help|ask|offer|say|able|here for|for|good (?:at|for))\b(?: (?:you|with|for me|here|me|about))*\W*$|\bwhat are you(?: for| able to do)?\W*$|\bhow (?:does|do) (?:this|it|the bot|i (?:use|work) (?:this|you|it)|you|i (?:start|begin)|we (?:start|begin))(?: (?:work|thing|bot|function|help|start|go))*\W*$"
    r"|\bhow (?:do|can|would|should) i (?:log|add|record|enter|save|set|change|delete|create|make|turn|stop|cancel|edit|tell you|update|use|export|see|track|start (?:using|with) (?:you|this))\b[^.?!\n]{0,24}\b(?:runs?|reminders?|weight|profile|units|this|you|data|plan|miles|weigh[- ]?ins?|a reminder|it|here)\b|\bwhat (?:should|do) i (?:type|say|write|tell you|send)\b|\b(?:not sure|dont know|no idea|unsure)\b[^.?!\n]{0,14}\bwhat\b[^.?!\n]{0,14}\b(?:ask|say|do|type|write)\b|\bwhat (?:kind|sort|type)s? of (?:things|stuff|questions) (?:can|do|could) (?:i|you)\b|\bgetting started\b|\bshow me what you can\b|\bcan you help(?: me)?\W*$|\bhow can you help\b|\bi need help\W*$|\bwhat is this\W*$|\bwhat do you (?:do|know)\W*$|\bim (?:lost|confused)\W*$"
)
_SMALLTALK = re.compile(
    rf"\b(?:are you (?:a )?(?:real|human|bot|robot|ai|an ai|a person|alive|there|ok|married|single|a (?:real )?(?:person|human|man|woman|robot|bot|machine)|chatgpt|conscious)|who (?:are you|made you|built you|created you)|what is your name|your name|how are you|how is it going|how are things|how you doing|how old are you|where are you from|do you (?:run|sleep|like|love|have feelings|dream|eat|exercise)|tell me (?:a joke|something funny|a story)|make me laugh|i (?:love|like|hate|miss) you|you are (?:\w+ ){{0,2}}(?:funny|great|awesome|the best|amazing|cool|nice|sweet|helpful|cute|smart|clever|useless|stupid|rubbish|annoying|rude|a (?:legend|star|gem|lifesaver|genius)|brilliant|good|kind|lovely|so \w+)|good (?:bot|job|night|one|1|stuff|answer|point)|nice (?:chat|talking|to meet)|well done|goodnight|good night|bye|goodbye|see (?:you|ya)|later|ttyl|cya|take care|have a (?:good|nice|great)|happy (?:birthday|new year|christmas)|merry christmas|lol|lmao|rofl|haha\w*|hehe\w*|talk (?:later|soon|to you)|off to bed|sleep well|pleased to meet|im bored|whatever)\b"
    rf"|^(?:ok(?:ay|ey)?|k+|cool|great|nice|wow|sweet|awesome|perfect|brilliant|amazing|lovely|interesting|good|good to know|fair enough|i see|got it|gotcha|understood|makes sense|right|alright|sound|sounds good|hmm+|huh|oh|ah+|aha|ooh|wow|omg|oh (?:no|wow|ok|right|well|dear)|no way|fine|noted|cheers big ears|mm+|ugh|meh|true|exactly|agreed|damn|dang|blimey|crikey|testing|test|ping|hm|nice 1|nvm|never ?mind|no worries|no problem|np|will do|ill try|i will try|i will|same|idk|i dont know|dont know|not sure|maybe|perhaps){_POLITE}{_END}|^[^\w]*[\U0001F300-\U0001FAFF\u2600-\u27BF][^\w]*$"
)
_YES = re.compile(
    rf"^(?:(?:oh|ok|okay|well|um|hell|yes|yeah) ?,? ?)*(?:y|yes+|yep|yeah+|yup|ya|yea|yah|aye|sure(?: thing)?|ok(?:ay)? (?:do it|go|then|yes|go on)|of course|definitely|absolutely|please do|do it|go (?:on|ahead|for it)(?: then)?|correct|that is (?:right|correct|it|me)|right|exactly|please|yes please|sounds? (?:good|great|fine|right)|confirm(?:ed)?|agreed|affirmative|si|oui|ja|why not|indeed|totally|i do|i am|it is|i would|works for me|perfect|fine|lets do it|lets go|let us|deal|👍|✅|👌|yessir|obvs|obviously|all right|alright|ok|okay|k|cool){_POLITE}(?: (?:go on|go ahead|do it|it is|i do|that is (?:right|fine)|then|on top|correct|i am|please do|that works|lets do it|definitely))*{_END}"
)
_NO = re.compile(
    rf"^(?:(?:oh|well|um|ok|hell|actually) ?,? ?)*(?:n|no+|nope|nah+|naw|not (?:really|now|yet|today|at the moment|right now|quite|interested|for me|necessary|needed)|no (?:thanks|thank you|way|need|ta|cheers)|never|dont|please dont|nevermind|never mind|cancel(?: (?:it|that))?|stop|leave it|forget it|negative|i dont|im not|it isnt|it is not|rather not|id rather not|i would rather not|no chance|skip(?: it| that)?|pass|wrong|incorrect|👎|❌|nein|non|absolutely not|definitely not|of course not){_POLITE}(?: (?:that is (?:wrong|not right|all|it|fine)|its? fine|dont|thanks|not now|i (?:dont|am not|wouldnt)|leave it|never mind))*{_END}"
)
_TALK: tuple[tuple[Intent, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("source", _SOURCE, None),
    ("why", _WHY, None),
    ("help", _HELP, None),
    ("more", _MORE, None),
    ("thanks", _THANKS, None),
    ("greeting", _GREETING, None),
    ("dispute", _DISPUTE, _RIGHT_QUESTION),
)


def read_rights(text: str) -> Frame | None:
    """Read wishes about one's own data and about hearing no numbers."""
    if _DELETE.search(text) and not _NOT_DELETE.search(text):
        return Frame(intent="delete_data")
    if _EXPORT.search(text):
        return Frame(intent="export_data")
    if _NUMBERS_AGAIN.search(text):
        return Frame(intent="number_free", entities={"off": True})
    if _NUMBER_FREE.search(text) and _NUMBER_FREE_WISH.search(text) and not _NOT_NUMBER_FREE.search(text):
        return Frame(intent="number_free")
    return None


def read_help(text: str) -> Frame | None:
    """Read a question about how to use the coach."""
    return Frame(intent="help") if _HELP.search(text) else None


def read_undo(text: str) -> Frame | None:
    """Read a wish to take back what was stored last."""
    return Frame(intent="undo") if _UNDO.search(text) and not _NOT_UNDO.search(text) else None


def read_talk(text: str) -> Frame | None:
    """Read a clause that is all talk: why, more, source, doubt, thanks, greeting, help."""
    if _REALLY.search(text):
        return Frame(intent="why", question="is_it_true")
    for intent, pattern, veto in _TALK:
        if pattern.search(text) and not (veto and veto.search(text)):
            return Frame(intent=intent)
    return None


def read_yes_no(text: str) -> Frame | None:
    """Read a bare yes or no."""
    if _NO.search(text):
        return Frame(intent="no")
    return Frame(intent="yes") if _YES.search(text) else None


def read_smalltalk(text: str) -> Frame | None:
    """Read small talk."""
    return Frame(intent="smalltalk") if _SMALLTALK.search(text) else None


def without_greeting(text: str) -> str:
    """Return a tidy text without the greeting or the thanks in front of what is meant."""
    text = _NICETY_HEAD.sub("", text, count=1)
    return text if _GREETING.search(text) else _GREETING_HEAD.sub("", text, count=1)
