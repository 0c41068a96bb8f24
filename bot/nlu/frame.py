"""A parsed message: what the person wants and the quantities they named, in SI units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from bot.units import Units

Intent = Literal[
    "log_run",
    "set_profile",
    "reminder_create",
    "reminder_change",
    "reminder_pause",
    "reminder_resume",
    "reminder_delete",
    "reminder_list",
    "projection_question",
    "calorie_question",
    "knowledge_question",
    "greeting",
    "smalltalk",
    "help",
    "export_data",
    "delete_data",
    "out_of_scope",
    "red_flag",
    "log_query",
    "log_weight",
    "plan",
    "why",
    "more",
    "source",
    "dispute",
    "undo",
    "feeling",
    "thanks",
    "yes",
    "no",
    "number_free",
]
INTENTS: frozenset[str] = frozenset(get_args(Intent))

QuestionType = Literal["yes_no", "how", "why", "how_much", "how_long", "which", "is_it_true", "what_about_me"]
AboutOneMethod = Literal[
    "sensitivity",
    "sexes",
    "weight_taken",
    "detail",
    "economy",
    "width",
    "fit",
    "lean_share",
    "eaten_back",
    "limits",
]
"""What is asked of one way to a figure and holds for no other."""
AboutFigures = Literal[
    AboutOneMethod,
    "course",
    "equation",
    "error",
    "interval",
    "rivals",
    "validation",
    "eating",
    "constrained",
    "adaptive",
    "lean",
    "scope",
    "rest",
    "heart_rate",
    "thumb",
    "density",
    "by_energy",
]
"""What is asked of the way a figure comes about."""
About = (
    AboutFigures
    | Literal[
        "net_gross",
        "certainty",
        "size",
        "funding",
        "inputs",
        "grades",
        "authors",
        "doubtful",
        "example",
        "doctor",
        "study",
        "basis",
        "top_pulse",
    ]
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """What has to be asked back before the frame can be used."""

    slot: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What the parser may lean on from the turns before."""

    last_intent: str | None = None
    last_entities: Mapping[str, Any] = field(default_factory=dict)
    pending: str | None = None
    """The slot the coach asked for, if any."""
    choices: tuple[str, ...] = ()
    """The answers that were offered for the pending slot."""
    height_m: float | None = None
    """How tall the person is, if known: a weight they wish for is judged by it. [m]"""
    units: Units | None = None
    """The person's unit system, if known: it decides what a bare number of a distance or a weight means."""


NO_CONTEXT = Context()


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """What the whole of a message makes likely, beside what its words say."""

    wishes: Mapping[str, float]
    """How likely each intent is, 0 to 1."""
    moods: Mapping[str, float] = field(default_factory=dict)
    """How likely each mood is, 0 to 1, if it is a feeling that is voiced."""
    is_harmless: bool = False
    """Whether hardly any danger is likely, so that a sign of one was said of something else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What one message says."""

    intent: Intent
    entities: Mapping[str, Any] = field(default_factory=dict)
    """Metres, seconds, kg, fractions, s/km, m/s, days, ISO dates, HH:MM, IANA zones; names as in contracts."""
    also: tuple[Frame, ...] = ()
    """Further needs in the same message, in the order of speaking."""
    ask: Ask | None = None
    repaired: str | None = None
    """The text after typo repair, or None if nothing was repaired."""
    question: QuestionType | None = None
    feeling: str | None = None
    """A feeling that was voiced (`discouraged`, `anxious`, `happy`, ...), if any."""
    correction: bool = False
    """It takes back something said in the turns before; the entities hold only what changes."""
    follow_up: bool = False
    """It leans on the turn before ("and 5 times?"); the entities hold only what is new."""
    about: About | None = None
    """What a question about the answer or figure just given asks (intents `why` and `source`)."""
    meant: Mapping[str, Any] = field(default_factory=dict)
    """Which record a correction or `undo` means: `which` (1 is the first run of the talk, -1 the last,
    0 the one just told or changed), `which_date`
    (a run's ISO date), `field` (of the profile) or `again` ("put it back"); empty for what was told last."""
    about_coach: bool = False
    """Small talk that asks who or what the coach is."""
    flags: tuple[str, ...] = ()
    """All red-flag categories the message raises, gravest first (see `bot.nlu.red_flags`)."""
