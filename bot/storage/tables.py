"""Every table. A table that holds anything about a person has a `person_id` column; deletion counts on it.

`n` is the order in which rows were made, and never leaves the storage room.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, ClassVar, Literal

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.knowledge.retrieval import Zone
from bot.nlu.frame import Intent
from bot.reminders.delivery import DeliveryState
from bot.science.surface import Gait
from bot.storage.columns import UtcDateTime, Words

HEAD = "r0007"
"""The last of the migrations that make exactly these tables; equality lets a start skip the migration library."""


DeliveryKind = Literal["reply", "reminder"]


class Base(DeclarativeBase):
    """Parent of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime,
        str: Text,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[int]: JSON,
    }


class PersonRow(Base):
    """Somebody who can be written to, under an address of their channel."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    person_id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    """False after the channel said that this person cannot be written to any more."""
    hold_until: Mapped[datetime | None]
    """The channel asked us to leave this chat alone until then."""


class ProfileRow(Base):
    """What a person told about their body, place and wishes."""

    __tablename__ = "profiles"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"), primary_key=True)
    runner: Mapped[dict[str, Any]]


class ExchangeRow(Base):
    """A closed turn: the reply with its receipt for good, the words that led to it while they are recent."""

    __tablename__ = "exchanges"
    __table_args__ = (UniqueConstraint("person_id", "turn_id"), Index(None, "person_id", "n"))

    n: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"))
    turn_id: Mapped[str]
    at: Mapped[datetime]
    said: Mapped[str] = mapped_column(Words)
    intent: Mapped[Intent] = mapped_column(Text)
    entities: Mapped[dict[str, Any]]
    pending: Mapped[str | None]
    reply: Mapped[dict[str, Any]]


class ReminderRow(Base):
    """A reminder and the moment it fires next."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("person_id", "reminder_id"), Index(None, "next_fire_at"))

    n: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"))
    reminder_id: Mapped[str]
    at: Mapped[time]
    zone: Mapped[str]
    days: Mapped[list[str]]
    on_date: Mapped[date | None]
    every_days: Mapped[int | None]
    since: Mapped[date | None]
    changes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """By ISO date: the time on that date, or null where it stays silent."""
    stay_zone: Mapped[str | None]
    stay_first: Mapped[date | None]
    stay_last: Mapped[date | None]
    paused_until: Mapped[date | None]
    cue: Mapped[str | None] = mapped_column(Words)
    unasked: Mapped[bool] = mapped_column(default=False)
    ours: Mapped[bool] = mapped_column(default=False)
    """We volunteered it after a missed one: nobody set it, and nobody is shown it."""
    next_fire_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    """Counts changes of today's moment: "make it 18:00" after the 07:00 one fired is a new promise for today."""


class RunRow(Base):
    """A run a person told about."""

    __tablename__ = "runs"
    __table_args__ = (UniqueConstraint("person_id", "run_id"), Index(None, "person_id", "on_date"))

    n: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"))
    run_id: Mapped[str]
    on_date: Mapped[date]
    distance_m: Mapped[float | None]
    duration_s: Mapped[float | None]
    net_kcal: Mapped[float | None]
    gait: Mapped[Gait] = mapped_column(Text, default="run")
    incline_fraction: Mapped[float | None]
    climb_m: Mapped[float | None]


class WeighInRow(Base):
    """What the scale showed on a date."""

    __tablename__ = "weigh_ins"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"), primary_key=True)
    on_date: Mapped[date] = mapped_column(primary_key=True)
    weight_kg: Mapped[float]


class UpdateRow(Base):
    """An update of the channel, stored before it is acknowledged; its payload is wiped when it is done."""

    __tablename__ = "inbox"
    # A channel holds `n` for the length of a turn: SQLite must not give it to another update after a deletion.
    __table_args__ = (Index(None, "done_at"), {"sqlite_autoincrement": True})

    n: Mapped[int] = mapped_column(primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"), index=True)
    payload: Mapped[str] = mapped_column(Words)
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    taken_by: Mapped[str | None]
    """The process that works on it: its lease on the chat, which is good as long as that process lives."""


class DeliveryRow(Base):
    """A message that is to leave, is leaving or has left; always in exactly one state.

    The words are not here: a reply's stand in its exchange, a reminder's are put together when it leaves.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        # The date key: a reminder fires once per local date.
        UniqueConstraint("person_id", "reminder_id", "revision", "local_date"),
        Index(None, "state", "next_try_at"),
        Index(None, "person_id", "state", "n"),
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"))
    kind: Mapped[DeliveryKind] = mapped_column(Text)
    state: Mapped[DeliveryState] = mapped_column(Text)
    reason: Mapped[str | None]
    turn_id: Mapped[str | None]
    reminder_id: Mapped[str | None]
    revision: Mapped[int | None]
    local_date: Mapped[date | None]
    due_at: Mapped[datetime]
    """When it was to leave: the reminder's moment, or when the turn was closed."""
    message_ids: Mapped[list[int]] = mapped_column(default=list)
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0)
    """Attempts of which nobody knows whether the message arrived."""
    next_try_at: Mapped[datetime | None]
    """None: at once."""
    settled_at: Mapped[datetime | None]
    late_s: Mapped[float | None]
    """How long after it was due it was last about to leave. [s]"""
    taken_by: Mapped[str | None]
    """With state `sending`: the process that sends it."""


class GapRow(Base):
    """How often the articles lacked one thing; never about a person."""

    __tablename__ = "gaps"

    zone: Mapped[Zone] = mapped_column(Text, primary_key=True)
    topics: Mapped[str] = mapped_column(primary_key=True)
    """Names from the lexicon, a comma between them; may be empty."""
    nearest: Mapped[str] = mapped_column(primary_key=True)
    """Slug of an article; empty if there was none."""
    count: Mapped[int]
    last_on: Mapped[date]
    """Day of the newest. [UTC]"""


class ModelUseRow(Base):
    """What one person's turns took of a chat model on one day."""

    __tablename__ = "model_use"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.person_id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    """By UTC."""
    turns: Mapped[int]
    fallbacks: Mapped[int]
    mended: Mapped[int]
    calls: Mapped[int]
    tokens_in: Mapped[int]
    tokens_out: Mapped[int]


class MarkRow(Base):
    """A fact about this database itself, by name; never about a person."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
