"""What a sign of danger is, and a doctor's clearance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.nlu.pattern import Pattern

Category = Literal[
    "chest_pain",
    "allergic_reaction",
    "heavy_bleeding",
    "stroke",
    "fainting",
    "breathless_at_rest",
    "palpitations_at_rest",
    "heat_illness",
    "too_much_water",
    "saddle_numbness",
    "self_harm",
    "hot_swollen_calf",
    "coughed_blood",
    "dark_urine",
    "hypoglycaemia_on_insulin",
    "insulin_left_out",
    "heart_worry",
    "dizzy_on_runs",
    "told_to_rest",
    "crash_weight_cut",
    "deadly_slimming_drug",
    "bone_pain_at_night",
    "lost_periods",
    "low_energy",
    "pregnancy",
    "recent_birth",
    "minor",
    "eating_disorder",
    "very_low_intake",
    "low_bmi_target",
    "heart_disease_cleared",
    "medicines",
    "older_beginner",
]


WHILE_IT_HAPPENS: frozenset[Category] = frozenset(
    {
        "chest_pain",
        "allergic_reaction",
        "heavy_bleeding",
        "stroke",
        "fainting",
        "breathless_at_rest",
        "heat_illness",
        "too_much_water",
        "saddle_numbness",
        "self_harm",
    }
)
"""What counts for somebody else, too, while it is happening."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """One way a category shows in words."""

    category: Category
    pattern: Pattern
    unless: Pattern | None = None
    """Words in the same sentence that make it something else."""
    needs: Pattern | None = None
    """Words that must stand somewhere in the message."""
    whole: bool = False
    """Look at the whole message instead of each sentence."""
    deniable: bool = True
    """"No", "not", "without" in front takes it back."""
    personal: bool = True
    """It counts only for the person who writes."""
    fades: bool = True
    """Long ago takes it back."""
    clearable: bool = False
    """A doctor's clearance takes it back."""
    generic_excused: bool = False
    """A general question without a person in it ("can running cause ...") does not raise it."""

    @property
    def tells_emergency(self) -> bool:
        """Whether it counts for somebody else, too, while it is happening."""
        return self.category in WHILE_IT_HAPPENS


def words(pattern: str) -> Pattern:
    """Compile the words of a sign."""
    return Pattern(pattern)


CLEARED = Pattern(
    r"\b(?:cardiologist|doctors?|doc|drs?|gp|consultant|specialist|hospital|ecg|ekg|echo|stress test|medic|a&e|er"
    r"|nurse|scans?|tests?)\b[^.!?\n]{0,60}\b(?:clear(?:ed|ance|s)?|all clear|fine|ok|okay|normal|nothing wrong"
    r"|harmless|benign|nothing (?:serious|to worry|sinister)|(?:pulled )?muscle|muscular"
    r"|ruled (?:it|that|everything)? ?out|signed me off|green light|go ahead|safe to|happy for me)\b|\b(?:all clear"
    r"|been cleared|got cleared|medically cleared|was cleared|have clearance|checked out fine)\b"
)
"""A doctor said that all is well."""
