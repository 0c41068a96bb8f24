"""Turns made of reviewed texts alone: a channel's own answers, which leave the way every other answer does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.coach.turn import DeletePerson, Exchange, Memory, Message, Turn, turn_id_of
from bot.reply import Button, Kind, Reply
from bot.voice.phrase import join, licensed_numbers
from bot.voice.texts import Texts


def standing_turn(
    texts: Texts,
    memory: Memory,
    message: Message,
    names: Sequence[str],
    *,
    kind: Kind = "smalltalk",
    buttons: Sequence[Button] = (),
) -> Turn:
    """Return a finished turn that says the named texts, a line each.

    What the coach asked in the turn before stays asked: a look at /help must not lose the thread.
    """
    turn_id = turn_id_of(memory.person_id, message.message_key)
    whole = join((texts.say(name, seed=turn_id) for name in names), "\n")
    reply = Reply(
        text=whole.text,
        kind=kind,
        mode="embedded",
        turn_id=turn_id,
        numbers=licensed_numbers(whole),
        buttons=tuple(buttons),
    )
    last = memory.exchanges[-1] if memory.exchanges else None
    exchange = Exchange(
        turn_id=turn_id,
        said=message.text,
        reply=reply,
        intent=last.intent if last else "help",
        entities=last.entities if last else {},
        pending=last.pending if last else None,
        at=message.at,
    )
    return Turn(reply=reply, exchange=exchange)


def farewell_turn(texts: Texts, person_id: str, message: Message, name: str) -> Turn:
    """Return the turn that deletes everything about the person and says so with the named text."""
    turn = standing_turn(texts, Memory(person_id=person_id), message, [name], kind="confirm")
    return Turn(reply=turn.reply, exchange=turn.exchange, staged=(DeletePerson(),))
