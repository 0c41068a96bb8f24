"""The wish to keep every word here: said once, kept on the profile, and taken back the same way."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.turn import SaveRunner
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern

_LOCAL: Final = Pattern(
    r"\bkeep (?:me|it|this|everything|my (?:data|messages|words|stuff|chats?)) (?:local|private|offline|on (?:this|"
    r"your) "
    r"(?:machine|server)|here)\b|\b(?:don'?t|do not|never|stop) (?:\w+ )?(?:send|sending|share|sharing|give|giving|"
    r"pass|"
    r"passing|upload|uploading) (?:any of )?(?:my|this|what i) .{0,40}\b(?:ai|model|llm|openai|anthropic|google|cloud|"
    r"third part\w+|anyone else|others|chat ?gpt)\b|\b(?:no|without(?: an?)?|turn off the|switch off the|stop using "
    r"the|"
    r"don'?t use (?:the|an?)) (?:ai|language|chat|cloud) ?models?\b",
    re.IGNORECASE,
)
_OPEN: Final = Pattern(
    r"\b(?:you (?:can|may) (?:use|ask) the (?:ai |language |chat |cloud )?model(?: again)?|turn (?:the )?(?:ai|"
    r"language|chat|cloud) "
    r"?model (?:back )?on|(?:stop|no longer|no need to) keep(?:ing)? me local|use the (?:ai |language |chat |cloud "
    r")?model again|"
    r"not local any ?more)\b",
    re.IGNORECASE,
)


def take_wish(draft: Draft, w: Workings) -> bool:
    """Keep a wish about where the person's words may go; return whether the message was one."""
    text = w.message.text
    if _OPEN.search(text):
        name, flags = "local.lifted", w.runner.flags - {"keep_local"}
    elif _LOCAL.search(text):
        name, flags = "local.kept", w.runner.flags | {"keep_local"}
    else:
        return False
    w.staged.append(SaveRunner(runner=w.runner.model_copy(update={"flags": flags})))
    draft.kind = "confirm"
    draft.dry_run = w.message.channel == "ask"
    draft.say(name)
    return True
