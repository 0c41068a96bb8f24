"""Which subjects of care are for whom, which come first, and which go together in a reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach.care_thread import Held
from bot.nlu.care_topics import CareTopic

Subject = CareTopic | Held
"""What is answered: a topic of this message, or one that still stands."""
OF_A_DARE: Final[frozenset[Subject]] = frozenset(
    {"dared", "dare_no", "dare_bad", "dare_less", "dare_say", "dare_age", "dare_not_done"}
)
"""What somebody talked into a big effort hears, of any age."""
OF_THE_WELL: Final[frozenset[Subject]] = frozenset(
    {
        "in_control",
        "friend_skips",
        "back_at_start",
        "held_back",
        "remark",
        "remark_say",
        "clothes_tight",
        "fear_of_return",
        "say_starting",
        "lighter",
        "day_after_run",
        "songs",
        "kind_alarm",
        "loud",
        "no_today",
        "why_earn",
        "voice_comes",
        "instead_of_run",
        "tell_close",
        "no_meal_now",
        "keeps_weight",
    }
)
"""What those past an eating disorder say of a day, met before a record is kept or a number refused."""
FOR_ANYBODY: Final[frozenset[Subject]] = OF_A_DARE | frozenset(
    {
        "eats_by_count",
        "remark",
        "remark_say",
        "hides_numbers",
        "gave_up",
        "gave_up_bye",
        "ran_again",
        "year_on",
        "kilos_stayed",
        "compelled",
        "miscarried",
        "leaks_better",
        "loss_hold",
        "loss_start",
        "loss_fault",
        "loss_bleeds",
        "too_fast",
        "bone_spot",
        "who_to_tell",
        "belly_gap",
        "make_up_run",
        "progress_by_feel",
        "week_by_feel",
        "say_to_teasers",
        "copies_thin",
        "mother_low",
        "low_mood",
        "teased",
        "like_a_leaflet",
        "childs_eating",
        "childs_weight",
        "childs_run",
        "leaks",
        "period_wait",
        "kind_alarm",
        "wish_luck",
        "week_heavy",
        "week_light",
        "other_sport",
        "weaned",
    }
)
"""Met with or without a protected state."""
FIRST: Final[frozenset[Subject]] = (
    OF_A_DARE
    | OF_THE_WELL
    | frozenset(
        {
            "hides_numbers",
            "skip_asked",
            "one_meal",
            "slower_weight",
            "creeping_back",
            "not_today",
            "ran",
            "purge_urge",
            "compensated",
            "skips_meals",
            "copies_thin",
            "mother_low",
            "low_mood",
            "teased",
            "miscarried",
            "stay",
            "period_late",
            "period_wait",
        }
    )
)
"""Heard before a run is kept or a reminder is set."""
OF_A_WISH: Final[frozenset[Subject]] = frozenset(
    {
        "week_by_feel",
        "week_plan",
        "progress_by_feel",
        "progress",
        "glad",
        "glad_wrong",
        "day_ok",
        "hides_numbers",
        "say_no_numbers",
        "gave_up",
        "gave_up_bye",
    }
)
"""Answered where the words also wish for no numbers: "a plan without numbers"."""
BEFORE_THEIRS: Final[frozenset[Subject]] = FIRST - {"stay", "ran"} | frozenset(
    {
        "say_no_numbers",
        "hides_numbers",
        "glad_wrong",
        "gave_up",
        "gave_up_bye",
        "intends",
        "walk_only",
        "who_checks",
        "take_along",
        "breast_infection",
        "purged",
        "binged",
        "not_eating",
        "bleeds",
        "scar",
        "heavy_feeling",
        "hold_running",
        "leaks_early",
        "leaks_later",
        "will_tell",
        "childs_eating",
        "childs_weight",
        "childs_run",
        "bone_spot",
        "tell_nobody",
        "who_to_tell",
        "feels_fat",
        "fine_now",
        "weighing",
        "faster",
        "week_by_feel",
        "week_plan",
        "week_one",
        "week_heavy",
        "week_light",
        "other_sport",
        "weaned",
        "wish_luck",
    }
)
"""Met with words of their own, whatever an article for people in their state holds."""
NO_DANGER: Final[frozenset[Subject]] = frozenset(
    {
        "no_time",
        "hides_numbers",
        "say_no_numbers",
        "take_along",
        "glad",
        "glad_wrong",
        "day_ok",
        "intends",
        "walk_only",
        "gave_up",
        "gave_up_bye",
        "who_checks",
        "ran_again",
        "asked_of_run",
        "ran",
        "like_a_leaflet",
        "week_one",
        "week_by_feel",
        "week_plan",
        "enough_now",
        "start",
        "how_often",
        "faster",
        "fine_now",
        "childs_run",
        "leaks",
        "belly_gap",
        "milk",
        "loose_joints",
        "sore_back",
        "progress",
        "progress_by_feel",
        "make_up_run",
        "rest_days",
        "quick_session",
        "pace_goal",
        "strength",
        "stunts_growth",
        "safe_for_age",
        "eating_before",
        "hungry",
        "slept_little",
        "slept_tomorrow",
        "cleared",
        "say_to_teasers",
        "leaks_better",
        "leaks_later",
        "time_told",
        "year_on",
        "kilos_stayed",
        "did_it",
        "too_fast",
        "interrupted",
        "hurts_baby",
        "held_back",
        "lighter",
        "day_after_run",
        "no_today",
        "songs",
        "kind_alarm",
        "loud",
        "wish_luck",
        "week_heavy",
        "week_light",
        "other_sport",
        "weaned",
    }
)
"""Talk about running, in a reply of the ordinary kind."""
OF_FOOD: Final[frozenset[Subject]] = OF_THE_WELL | frozenset(
    {
        "creeping_back",
        "eats_by_count",
        "say_no_numbers",
        "hides_numbers",
        "take_along",
        "skip_asked",
        "one_meal",
        "glad",
        "glad_wrong",
        "day_ok",
        "intends",
        "not_today",
        "walk_only",
        "ran",
        "hungry",
        "not_hungry",
        "eat_or_not",
        "eats_less",
        "skips_meals",
        "compelled",
        "old_thoughts",
        "compensated",
        "weighing",
        "feels_fat",
        "unfed_run",
        "more_than_planned",
        "stay",
        "did_it",
        "tell_nobody",
    }
)
"""Where a trouble with eating is known, its words come before those of another state."""
WITH: Final[Mapping[Subject, frozenset[Subject]]] = {
    "overdoing": frozenset({"start"}),
    "teased": frozenset({"shape", "say_to_teasers", "strength", "eats_less"}),
    "lighter": frozenset({"day_after_run"}),
    "miscarried": frozenset(),
    "time_told": frozenset({"start"}),
    "low_mood": frozenset({"say_what"}),
    "mother_low": frozenset({"say_what"}),
}
"""What is answered in the same reply: hurt is heard first, and the question after it."""
MAY_BE_SEARCHED: Final[frozenset[Subject]] = frozenset(
    {
        "worn_out",
        "hungry",
        "loose_joints",
        "strength",
        "eating_before",
        "leaks",
        "progress",
        "rest_days",
        "kilos_stayed",
        "year_on",
    }
)
"""Asked once more, the articles may have something near."""
OFFERS: Final[frozenset[CareTopic]] = frozenset({"shape", "fine_now"})
