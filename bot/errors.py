"""Every error this program raises on purpose.

    CoachError
    ├── SettingsError            a setting is missing, misspelt or wrong; the program does not start
    ├── InputError               what came in cannot be used as it is
    │   ├── ArgumentError        one argument, named, with what would be allowed
    │   │   └── OutOfRangeError  a number outside the range its formula or the product accepts
    │   ├── ProfileError         a profile file or field that cannot be read
    │   └── ArticleError         one article file that cannot be taken in
    ├── RefusedError             no number for this person, for their safety; carries the code
    ├── KnowledgeError           articles cannot be searched as they should
    │   ├── WeightsError         the embedding weights are missing or not the pinned ones
    │   └── PassageIndexError    the index is missing, damaged or of another making
    ├── ModelError               the configured chat model gave no answer that can be used; carries the reason
    ├── StorageError             the database did not answer or refused
    ├── AlreadyRunningError      another process holds this name or this file
    └── DeliveryError            a message could not be handed to its channel

``str(error)`` is for the log and the command line. What a person in a chat is told is the text named by
``text_id``, which the voice looks up; no words for people stand here.
"""

from __future__ import annotations

from typing import Literal

DeliveryOutcome = Literal["not_sent", "maybe_sent", "refused", "unreachable", "moved"]
"""`not_sent`: surely did not leave, may be tried again. `maybe_sent`: nobody can know. `refused`: this message
will never be taken. `unreachable`: this person cannot be written to. `moved`: the chat has another address."""


class CoachError(Exception):
    """Something this program foresaw."""

    text_id = "error.unexpected"
    """Name of the reply text that tells a person about it."""


class SettingsError(CoachError):
    """A setting is missing, misspelt or wrong."""


class InputError(CoachError):
    """What came in cannot be used as it is."""

    text_id = "error.input"


class ArgumentError(InputError):
    """One argument is wrong: its name, what was given and what would be allowed."""

    def __init__(self, argument: str, got: object, allowed: str) -> None:
        """Name the argument, the value given and the allowed values in words."""
        super().__init__(f"{argument}: got {got!r}, allowed: {allowed}")
        self.argument = argument
        self.got = got
        self.allowed = allowed


class OutOfRangeError(ArgumentError):
    """A number lies outside the range its formula or the product accepts."""


class ProfileError(InputError):
    """A profile file or one of its fields cannot be read."""


class ArticleError(InputError):
    """One article file cannot be taken in; the others can."""

    def __init__(self, file: str, reason: str) -> None:
        """Name the file and say in a few words what is wrong with it."""
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class RefusedError(CoachError):
    """No number for this person: the code says which safety rule fired first."""

    text_id = "refused"

    def __init__(self, code: str, value: float | None = None) -> None:
        """Carry the rule's code and, where there is one, the figure that fired it."""
        super().__init__(code if value is None else f"{code} ({value:g})")
        self.code = code
        self.value = value


class KnowledgeError(CoachError):
    """Articles cannot be searched as they should."""

    text_id = "error.knowledge"


class WeightsError(KnowledgeError):
    """The embedding weights are missing or are not the pinned ones."""


class PassageIndexError(KnowledgeError):
    """The passage index is missing, damaged or was made from something else."""


class ModelError(CoachError):
    """The configured chat model gave no answer that can be used; the coach goes on without it."""

    def __init__(self, reason: str) -> None:
        """Carry a short code for the log (`timed_out`, `no_access`): never words of an answer."""
        super().__init__(reason)
        self.reason = reason


class StorageError(CoachError):
    """The database did not answer or refused."""

    text_id = "error.storage"


class AlreadyRunningError(CoachError):
    """Another process holds this name or this file."""


class DeliveryError(CoachError):
    """A message could not be handed to its channel; says what is certain about it and what to do."""

    def __init__(
        self,
        reason: str,
        *,
        outcome: DeliveryOutcome,
        retry_after_s: float | None = None,
        moved_to: str | None = None,
        sent: tuple[int, ...] = (),
    ) -> None:
        """Say what happened.

        Args:
            reason: A short code for the log and the ledger (`flood`, `timed_out`); no text, no chat.
            outcome: What is certain about the part that failed.
            retry_after_s: With `not_sent`: how long the channel asked us to leave this chat alone. [s]
            moved_to: With `moved`: the chat's new address.
            sent: Message ids of the parts that left before the failing one, in order.
        """
        super().__init__(f"{outcome}: {reason}")
        self.reason = reason
        self.outcome = outcome
        self.retry_after_s = retry_after_s
        self.moved_to = moved_to
        self.sent = sent
