"""Read what is neither fact nor question about running: data wishes, thanks, yes and no, doubt, small talk."""

from __future__ import annotations

import re

from bot.nlu.cues import is_question
from bot.nlu.frame import Frame, Intent
from bot.nlu.pattern import Pattern
from bot.nlu.red_flag_sign import CLEARED

_END = r"[\s.,!?)(:;'\"\-*_~xX<3]*$"
_VOCATIVE = (
    r"(?:coach|mate|buddy|pal|bot|man|friend|love|dude|bro|hun|babe|boss|champ|legend|there|all|everyone|sir"
    r"|again|you|team|folks|alright|my friend|run coach|runcoach)"
)
_POLITE = (
    rf"(?:,? (?:please|{_VOCATIVE}|(?:super|really|very|so|most|mega) (?:useful|helpful|handy|kind)|for (?:that|now"
    rf"|(?:the|your|all your|all the) (?:help|info|answer|answers|tip|tips"
    r"|advice|support))|very much|so much|a lot"
    r"|lots|a million|a bunch|loads|heaps|then|though|really|thanks|cheers|great|cool|ok|okay|yes|now|again"
    r"|too|that is (?:great|helpful|brilliant|perfect|good|really helpful|so helpful|amazing)|that (?:helps"
    r"|helped)(?: a lot)?))*"
)

_UNDO = Pattern(
    r"\b(?:undo|revert|take (?:that|it|this|the last)(?: run| one)? off|take (?:that|it) back|roll (?:that|it) back)\b"
    r"|\b(?:delete|remove|scrap|scratch|cancel|discard"
    r"|erase|forget|ignore|drop|bin|strike)\b(?: (?:the|my|that|this|it|last|latest|previous|most|recent|one|1|entry"
    r"|run|jog|weight|weigh[- ]in|log|please|just|i|logged|thing|workout|message))+\W*(?:please|sorry|pls)?\W*$"
    r"|\b(?:oops|whoops|mistake|my bad|sorry)\b[^.?!\n]{0,16}\b(?:delete|remove|scrap|ignore|forget|undo|cancel)\b"
    r"|\b(?:i )?didnt mean (?:that|to (?:log|send|write) (?:that|it))\b|\b(?:that|it) was a mistake\b|\b(?:dont"
    r"|do not) (?:log|save|record|store) (?:that|it|this)\b|\bignore (?:that|my last)\b"
)
_NOT_UNDO = Pattern(
    r"\bforget (?:about )?(?:the )?(?:weight|scales?|running)\b|\b(?:reminders?|nudges?|data|account|everything|mon"
    r"|tue|wed|thu|fri|sat|sun)\w*\b"
)
_ASKS_WHETHER = Pattern(r"\b(?:does|do|did i|will|would)\b(?! you)[^.!\n]{0,60}\bundo\b")
_DISPUTE = Pattern(
    r"\b(?:that|this|thats|it|you|your|the) ?(?:number|figure|answer|maths?|is|are|cant|cannot|doesnt|isnt|looks?"
    r"|seems?|sounds?)[^.?!\n]{0,16}\b(?:wrong|incorrect|not (?:right|true|correct|possible|accurate)|be (?:right"
    r"|true|correct|serious)|bull\w*|nonsense|rubbish|bs|off|false|right|made up|mistaken|ridiculous|impossible"
    r"|add up)\b"
    r"|\b(?:youre|you are|ur|your) (?:wrong|mistaken|lying|making (?:this|that|it) up)\b|\bi (?:dont|cant) (?:believe"
    r"|buy|think) (?:that|you|this|it|so|thats|that is)\b(?! (?:i|is (?:ok|fine)))|^(?:nope? )?(?:wrong|incorrect"
    r"|nonsense|rubbish|bullshit|bs|not true|not right(?! now)|no way|i disagree|disagree|liar|untrue|false"
    r"|wrong answer"
    r"|thats bs|that is bs|that is wrong)\b[^.?!\n]{0,12}$|\b(?:i|we) (?:\w+ )?disagree\b|\bcontradict\w*\b|\b(?:not"
    r"|un) ?convinced\b|\b(?:dont|not) (?:find (?:that|this|it) )?(?:very |at all )?(?:persuasive|persuaded"
    r"|convincing|plausible)\b"
    r"|^(?:hmm+,? )?i doubt (?:that|it|this)\b|\b(?:paper"
    r"|study|source"
    r"|article|research|trial|author|link)s? (?:doesnt|dont|didnt|does not|never)"
    r" (?:say|show|support|find|found|prove|mention)|\bthat (?:seems|sounds|looks|is) (?:way |far |a bit "
    r"|much )?too (?:high|low|much|little"
    r"|few|many)\b|^(?!.*\?).*\byou (?:said|told me|claimed|wrote)\b|\b(?:that|this|it) (?:isnt"
    r"|wasnt) (?:right|true|correct|possible|accurate|so)\b|\bcant be right\b|\b(?:read|heard|told|saw|says|said"
    r"|seen)(?: (?:me|us))? (?:the (?:\w+ )?opposite|otherwise|different\w*)\b|\bthat is not what\b|\bnot what (?:i"
    r"|you) said\b"
)
_RIGHT_QUESTION = Pattern(r"^(?:is|does|are) (?:that|it|this)[^.!\n]{0,12}\b(?:right|true|correct|accurate)\b")
_SOURCE = Pattern(
    r"^(?:(?:and|ok|but|so|cool|great|really|what is|what are|wheres|where is|whats|got|any|do you have|can i (?:see"
    r"|have)|show (?:me )?|give me|have you got|the|a|your|some|is there) ?)*(?:sources?|citations?|references?"
    r"|links?|evidence|proof|studies|study|papers?|research|science|doi)\b(?: (?:for|on|behind|to|please|is|are|that"
    rf"|this|it|of|(?:the|a|your) (?:study|studies|papers?|research|trials?|articles?)))*{_END}"
    r"|\b(?:says who|said who|who says|who said|according to (?:who|whom|what)|where(?:s| is| did| do| does"
    r"| are)? (?:you|that|this|it|u)(?: (?:get|got|have|read|come|from|find|info|information|all|hear))+ ?(?:that"
    r"|this|it|from)?(?: from)?|where (?:does|did) (?:that|this|it) come from|where (?:are|r) (?:you|u) (?:getting"
    r"|taking|pulling) (?:that|this|it"
    r"|these|those)|based on what|(?:is|are) (?:that|this"
    r"|it|there|you|they)(?: \w+){0,3} (?:evidence|science|scientific|proof|proven|research|studies|peer reviewed)"
    r"|which (?:study|studies|paper|article|research|trials?(?= (?:measured|showed|found|tested|reported|was|were|is"
    r"|are|did|said)\b))|what (?:study|studies|paper|research|evidence|article)"
    r"|can you (?:cite|prove|back)|back (?:that|this|it) up|prove it|how do you know(?: (?:that|this))?|is (?:that"
    r"|this|there)(?: any)? (?:evidence|science|proof|based|peer|research)|are you making (?:this|that|it) up"
    r"|did you make (?:that|this|it) up|read the (?:study|paper)"
    r"|(?:what is|whats|show me|give me|link me|send me|have you got|do you have)(?: (?:the|your|a|any|me))* (?:source"
    r"|reference|citation"
    r"|doi|evidence|proof|basis|references|sources|citations)(?: (?:for|that|behind|of|on|\d+))?|show me (?:reference"
    r"|source) \d+"
    r"|who (?:found|showed|measured|proved|claims|tested) (?:that|this|it|these)(?: out)?|who wrote (?:your|that"
    r"|this|the|these|it)|where (?:can|could|do) i (?:read|find|see) (?:[a-z]+ (?:et al )?(?:19"
    r"|20)\d\d"
    r"|that|it|this|the (?:paper|study|source))|what did [a-z]+ (?:et al |and [a-z]+ )?(?:find|found|measure|show|say"
    r"|conclude)\b"
    r"|which (?:source|sources|reference|papers|studies)|do you (?:make|invent) (?:numbers|figures|this|things|stuff"
    r"|it|them)(?: up)?)\b"
)
_WHY = Pattern(
    r"^(?:but |and |so |ok |oh |hmm |erm |really |wait |no )*(?:why|how come|how so|why not|why is (?:that|it|this)"
    r"|why that|because|what do you mean|what does that mean|meaning|(?:i )?dont (?:get|understand"
    r"|follow)(?: (?:it|that|this|you))?|explain(?: (?:that|this|it|please"
    r"|more|why|yourself|further|again|better|simply|simpler|in plain english))*|in what way|what makes you (?:say"
    r"|think) (?:that|so)|what is the reason"
    r"|whats the reason|can you explain(?: (?:that|this|it))?(?: (?:better|more|again|please))?|reason|for what reason"
    r"|says why|tell me why|how does that work|how is that(?: possible)?"
    rf"|how that|but how|how)(?: (?:though|then|not|exactly))?{_END}"
    r"|\bhow (?:did|do|have|does|would|can) (?:you|u|it|the|that)[^.?!\n]{0,12}\b(?:get|got|work(?:ed)?|calculat\w+"
    r"|come up|comput\w+|figure[ds]?|arrive|reach\w*|estimat\w+|know)\b[^.?!\n]{0,12}\b(?:that|this|it|there|number"
    r"|figure|those|out|up|at|to)\b|\b(?:show|what is|what are|explain) (?:me )?(?:the |your )(?:maths?|working"
    r"|workings|calculation|formula|sums)\b|\bhow (?:is|was|are) (?:that|this|it|they) (?:calculated|worked out"
    r"|computed)\b|^how i got this\W*$"
)
_REALLY = Pattern(
    r"^(?:(?:oh|wait|hmm|um|no|ok|so|and|but) )?(?:really|seriously|for real|honestly|are you sure|you sure|sure"
    r"|is (?:that|this|it) (?:really )?(?:true|right|correct|for real|accurate|legit)|true|you serious"
    r"|are you serious|srsly|rly|really really|actually|no kidding|is that so|you certain|are you certain"
    rf"|how sure are you){_END}"
)
_MORE = Pattern(
    r"^(?:(?:ok|cool|yes|and|please|so|great|can you|could you|i want|give me|go on|bit|a) )*(?:more"
    r"|tell me (?:some )?more|some more|more (?:details?|info\w*|please|on that|about (?:that|this|it))|go on"
    r"|any (?:more|other) (?:details?|info\w*|facts)|go deeper|elaborate|continue|carry on|keep going|expand"
    r"|anything else|what else(?: can you tell me"
    r"| do you know)?|and|and then|say more"
    r"|the (?:rest|long version|details)|details|longer (?:answer|version)?|full answer|in (?:more )?detail"
    rf"|read more|do go on)(?: (?:please|on that|about (?:that|this|it)|then|with that|to (?:it|say|know)))*{_END}"
    r"|\b(?:tell me|know|hear|learn|say|explain|get) (?:a bit |a little |some )?more(?: about (?:that|this"
    r"|it))?(?: please)?\W*$"
)
_THANKS = Pattern(
    r"^(?:(?:ok|okay|great|cool|ah|oh|aw|awesome|perfect|brilliant|lovely|nice|wow|amazing|many|got it"
    r"|alright|right)[ ,!]*)*(?:thanks?|thank you|cheers|ta|thankyou|much appreciated|appreciate (?:it|that|you)"
    r"|(?:that|this|it) (?:really |actually )?(?:helps|helped)(?: me)?(?: (?:a (?:bit|lot|little|ton)|so much|loads))?"
    r"|many thanks|tysm|nice 1|nice one|big thanks|thank u|merci|danke|gracias|grazie|obrigad[oa]|i owe you(?: 1"
    rf"| one)?){_POLITE}{_END}"
)
_THANKED_FIRST = Pattern(
    r"^(?:(?:ok|okay|great|cool|ah|oh|aw|perfect|brilliant|lovely|nice|right)[ ,!]*)*(?:thanks|thank you|thank u"
    r"|cheers|ta|much appreciated)\b(?!.{0,24}\b(?:but|for nothing|no help)\b)"
)
_SHORT = 10
_GREETING = Pattern(
    r"^(?:(?:oh|well) )?(?:hi+|hello+|hey+|hiya+|heya|yo+|sup|wassup|whats up|what is up|howdy|gday|g'day|greetings"
    r"|good (?:morning|afternoon|evening|day)|morning|evening|afternoon|ello|hullo|hola|bonjour|hallo|ciao|namaste"
    rf"|ahoy|alright|oi|aloha|salut|/start|start|wagwan|ay up|ey up|hi hi){_POLITE}(?: (?:how are you|hows it going"
    rf"|how is it going|how are things|how do you do|you ok|u ok))?{_END}"
)
_GREETING_HEAD = Pattern(
    r"^(?:hi+|hello+|hey+|hiya+|heya|yo|howdy|gday|good (?:morning|afternoon|evening)|morning"
    rf"|evening)(?: {_VOCATIVE})?[\s,.!:-]+(?=\S)"
    rf"|^(?:sup|wassup|whats up|what is up|hows it going|how is it going"
    rf"|how are you)(?: {_VOCATIVE})?[,.!?:-]+\s*(?=.*\d)"
)
_NICETY_HEAD = Pattern(
    r"^(?:(?:ok|okay|cool|great|ah|oh|lol|haha|right|nice|perfect|brilliant),? )*(?:thanks|thank you|cheers|ta|ok|okay"
    r"|cool|great|nice|got it|lol|haha|right|perfect|awesome|wow|brilliant"
    r"|lovely|interesting|good to know|hm+)"
    r"(?: (?:so much|a lot|very much|coach|mate|again|for that))?[!.,;:]+ ?(?=\w)"
)
_HELP = Pattern(
    r"^/?privacy\b|\b(?:sell|share|leak) (?:my|our) (?:data|info\w*)|\bis my data (?:safe|private|secure)"
    r"|\bwho (?:sees|can see|reads|can read) (?:my|this)"
    r"|\b(?:will|would|do|can) you (?:tell|inform|report|share|show)(?: (?:this|it|that|what i|me|on|with))* (?:my"
    r"|anyone|anybody|people"
    r"|him|her|them|others|to)\b|\bis (?:this|it|our chat) (?:private|confidential|anonymous|secret)\b"
    r"|^/?(?:help|menu|commands?|options|instructions|info|about|guide"
    r"|manual)(?: (?:me|please|pls))*\W*$"
    r"|\bwhat (?:can|could|do|else can|all can) i (?:ask|say|type|do (?:here|with (?:you"
    r"|this)))\b(?! (?:to )?(?:her|him|them|my)\b)"
    r"|\bwhat (?:can|could|do|else can|all can|are) (?:you|u)\b[^.?!\n]{0,14}\b(?:do|help|ask|offer|say|able"
    r"|here for|for|good (?:at|for))\b(?: (?:you|with|for me|here|me|about))*\W*$|\bwhat are you(?: for"
    r"| able to do)?\W*$|\bhow (?:does|do) (?:this|it|the bot|i (?:use|work) (?:this|you|it)|you"
    r"|we (?:start|begin))(?: (?:work|thing|bot|function|help|start|go))*\W*$"
    r"|\bhow (?:do|can|would|should) i (?:log|add|record|enter|save|set|change|delete|create|make|turn|cancel"
    r"|edit|tell you|update|use|export|see|track|start (?:using|with) (?:you|this))\b[^.?!\n]{0,24}\b(?:runs?"
    r"|reminders?|weight|profile|units|this|you|data|plan|miles|weigh[- ]?ins?|a reminder|it|here)\b|\bhow (?:do"
    r"|can) i (?:stop|mute|silence|turn off) (?:the|my|these|your)? ?(?:reminders?|nudges?|messages|notifications|you"
    r"|this bot)\b"
    r"|^(?:so )?what (?:should|do) i (?:type|say|write|tell you|send)(?: (?:here|to you|now|next|you))*\W*$"
    r"|\b(?:not sure|dont know|no idea"
    r"|unsure)\b[^.?!\n]{0,14}\bwhat\b[^.?!\n]{0,14}\b(?:ask|say|do|type|write)\b|\bwhat (?:kind|sort"
    r"|type)s? of (?:things|stuff|questions) (?:can|do|could) (?:i|you)\b|\bgetting started\b"
    r"|\bshow me what you can\b|\bcan you help(?: me)?\W*$|\bhow can you help\b|\bi need help\W*$|\bwhat is this\W*$"
    r"|\bwhat are your (?:features|functions|skills|commands|abilities|capabilities)\b|\bwhat do you (?:do|know)\W*$"
    r"|\bim (?:lost|confused)\W*$"
)
_SMALLTALK = Pattern(
    r"\b(?:are you (?:an? )?(?:actual(?:ly)? |genuine |living )?(?:an? )?(?:real|human|bot|robot|ai|an ai|a person"
    r"|alive|there|ok|married|single"
    r"|a (?:real )?(?:person|human|man|woman|robot|bot|machine)|chatgpt|conscious)|who (?:are you|made you|built you"
    r"|created you)|what is your name|your name|how are you|(?:are )?you ok|you alright|how is it going"
    r"|how are things|how you doing|how old are you|where are you from|do you (?:run|sleep|like|love|have feelings"
    r"|dream|eat|exercise)|tell me (?:a joke|something funny|a story)|make me laugh|i (?:love|like|hate|miss) you"
    r"|(?:that|this) (?:was|is) (?:really |very |so |super )?(?:helpful|useful|great|interesting|brilliant|amazing)"
    rf"|you are (?:\w+ ){{0,2}}(?:funny|great|awesome|the best|amazing|cool|nice|sweet|helpful|cute|smart|clever"
    r"|useless|stupid|rubbish|annoying|rude|a (?:legend|star|gem|lifesaver|genius)|brilliant|good|kind|lovely"
    r"|so \w+)|good (?:bot|job|night|one|1|stuff|answer|point)|nice (?:chat|talking|to meet)|well done|goodnight"
    r"|good night|bye|goodbye|see (?:you|ya)|^later(?=\W*$)|ttyl|cya|take care|have a (?:good|nice|great)"
    r"|happy (?:birthday"
    r"|new year|christmas)|merry christmas|talk (?:later|soon|to you)|off to bed|sleep well|pleased to meet"
    r"|im bored\W*$|whatever\W*$|call me \w+|my name is \w+)\b"
    r"|^(?:haha\w*|lol|lmao|hehe\w*) you\b|^(?:(?:lol|lmao|rofl|haha\w*|hehe\w*)[ ,!]*(?:ok|okay|yes|brilliant|great"
    r"|amazing|perfect"
    r"|classic|fair enough|love (?:it|that)|(?:nice|good)(?: (?:one|1))?|true)?"
    r"|ok(?:ay|ey)?|k+|cool|great|nice"
    r"|wow|sweet|awesome|perfect|brilliant|amazing|lovely|interesting|good|good to know|fair enough|i see|got it"
    r"|gotcha|understood|makes sense|right|alright|sound|sounds good|hmm+|huh|oh|ah+|aha|ooh|wow|omg|oh (?:no|wow|ok"
    r"|right|well|dear)|no way|fine|noted|cheers big ears|mm+|ugh|meh|true|exactly|agreed|damn|dang|blimey|crikey"
    r"|testing|test|ping|hm|nice 1|nvm|never ?mind|no worries|no problem|np|will do|ill try|i will try|i will|same"
    rf"|idk|i dont know|dont know|not sure|maybe|perhaps){_POLITE}{_END}"
    r"|^[^\w]*[\U0001F300-\U0001FAFF\u2600-\u27BF][^\w]*$"
)
_YES = Pattern(
    r"^(?:(?:yes+|yeah+|yep|sure|ok(?:ay)?|please|oh|go on)[ ,]*)+(?:please )?(?:do )?(?:tell|show|explain)(?: it)?"
    r"(?: to)? ?(?:me|us)?(?: how| it| that| then| please)*\W*$|"
    r"^(?:(?:oh|ok|okay|well|um|hell|yes|yeah)[ ,]*)*(?:y|yes+|yep|yeah+|yup|ya|yea|yah|aye|sure(?: thing)?"
    r"|ok(?:ay)? (?:do it|go|then|yes|go on)|of course|definitely|absolutely|please do|do it|go (?:on|ahead"
    r"|for it)(?: then)?|correct|that is (?:right|correct|it|me)|right|exactly|please|yes please|sounds? (?:good"
    r"|great|fine|right)|confirm(?:ed)?|agreed|affirmative|si|oui|ja|why not|indeed|totally|i do|i am|it is|i would"
    r"|works for me|perfect|fine|lets do it|lets go|let us|deal|👍|✅|👌|yessir|obvs|obviously|all right|alright|ok"
    rf"|okay|k|cool|that(?: (?:1|one))?){_POLITE}(?: (?:why not|go on|go ahead|do it|it is|i do|that is (?:right|fine)"
    rf"|then"
    rf"|on top|correct|i am"
    rf"|please do|that works|lets do it|definitely))*{_END}"
)
_NO = Pattern(
    r"^(?:(?:oh|well|um|ok|hell|actually)[ ,]*)*(?:n|no+|nope|nah+|naw|(?:maybe|perhaps)? ?(?:later|another time"
    r"|some other time)|not (?:really|now|yet|today|at the moment"
    r"|right now|quite|interested|for me|necessary|needed)|no (?:thanks|thank you|way|need|ta|cheers)|never|dont"
    r"|please dont|nevermind|never mind|cancel(?: (?:it|that))?|stop|leave it|forget it|negative|i dont|im not"
    r"|it isnt|it is not|rather not|id rather not|i would rather not|no chance|skip(?: it| that)?|pass|wrong"
    rf"|incorrect|👎|❌|nein|non|absolutely not|definitely not|of course not){_POLITE}(?: (?:that is (?:wrong|not right"
    rf"|all|it|fine)|its? fine|dont|thanks|not now|i (?:dont|am not|wouldnt)|leave it|never mind))*{_END}"
)
_TALK: tuple[tuple[Intent, Pattern, Pattern | None], ...] = (
    ("source", _SOURCE, None),
    ("why", _WHY, None),
    ("help", _HELP, None),
    ("more", _MORE, None),
    ("thanks", _THANKS, None),
    ("greeting", _GREETING, None),
    ("dispute", _DISPUTE, _RIGHT_QUESTION),
)
_WHO_ARE_YOU = Pattern(
    r"\bare you (?:a |an )?(?:real|human|bot|robot|ai|person|machine|chatgpt)\b|\b(?:who|what) are you\b|\byour name\b"
)


def is_cleared(text: str) -> bool:
    """Whether a tidy text says that a doctor has cleared the person, and keeps nothing back."""
    held = re.search(r"\b(?:but|not|hasnt|didnt|wont|until)\b", text)
    return CLEARED.search(text) is not None and not is_question(text) and held is None


def read_clearance(text: str) -> Frame | None:
    """Read that a doctor has cleared the person: what was on hold for their safety may go on."""
    return Frame(intent="reminder_resume", entities={"cleared": True}) if is_cleared(text) else None


def read_bare_thanks(text: str) -> Frame | None:
    """Read a message that begins with thanks and goes on with nothing that could be answered."""
    thanked = _THANKED_FIRST.search(text) is not None and not is_question(text) and len(text.split()) <= _SHORT
    return Frame(intent="thanks") if thanked else None


def read_help(text: str) -> Frame | None:
    """Read a question about how to use the coach."""
    return Frame(intent="help") if _HELP.search(text) else None


def read_undo(text: str) -> Frame | None:
    """Read a wish to take back what was stored last."""
    if not _UNDO.search(text) or _NOT_UNDO.search(text) or _ASKS_WHETHER.search(text):
        return None
    return Frame(intent="undo")


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
    if _SMALLTALK.search(text) is None:
        return None
    return Frame(intent="smalltalk", about_coach=_WHO_ARE_YOU.search(text) is not None)


def without_greeting(text: str) -> str:
    """Return a tidy text without the greeting or the thanks in front of what is meant."""
    text = _NICETY_HEAD.sub("", text, count=1)
    return text if _GREETING.search(text) else _GREETING_HEAD.sub("", text, count=1)
