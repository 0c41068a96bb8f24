"""Words that the citation judge weighs: what says nothing, what denies, what points up, down or stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DENIALS: Final = frozenset("no not never nor neither none without nobody nothing hardly barely cannot".split())

CHANGES: Final = frozenset("changed changes difference effect link offset".split())
"""Denied, these say that all stays as it is."""

EMPTY: Final = DENIALS | frozenset(
    "a about after again all also an and any are around as at be because been before being but by can come could "
    "did do does doing done during each either else even ever every far few find for found from further get give "
    "go goes got had has have having he her here him his how however i if in into is it its just keep large let "
    "long make makes many matter may me might much must my near need of off often on one only onto or other our "
    "out over own part people per put rather really same say saw see seem set she should show showed shown shows "
    "since small so some someone something still study studies such take takes took tend tends than that the "
    "their them then there these they thing this those though through time to too toward trial trials twice under "
    "unless until up upon us use used using usual usually very was way we well went were what when where whether "
    "which while who will with within would year years yet you your".split()
)

EVERYWHERE: Final = frozenset("fat run lose week weigh body calor month train exerc women adult".split())
"""Stems that half of all passages hold, so that meeting in them alone says nothing."""

NUMBER_WORDS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million".split()
)

ONE_FORM: Final[Mapping[str, str]] = {
    **dict.fromkeys(("lost", "loss", "losing", "loses", "losses"), "lose"),
    **dict.fromkeys(("ran", "runs", "running", "runner", "runners"), "run"),
    **dict.fromkeys(("ate", "eats", "eating", "eaten"), "eat"),
    **dict.fromkeys(("butt", "bum", "buttock", "buttocks"), "butt"),
    **dict.fromkeys(("glutes", "gluteus", "gluteal"), "glute"),
    **dict.fromkeys(("calories", "kcal", "energy"), "calorie"),
    **dict.fromkeys(("km", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("kg", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("osteoarthritis", "arthritis"), "arthritis"),
    **dict.fromkeys(("muscles", "muscular"), "muscle"),
    **dict.fromkeys(("drinking", "drank", "drinks"), "drink"),
}
"""Irregular forms and near synonyms, so that a reworded sentence still meets its passage."""

SIGNS: Final[Mapping[str, int]] = {
    **dict.fromkeys(
        "more higher highest rise rises rose raise raises raised increase increases increased larger largest bigger "
        "gain gains gained grow grows grew growth most above beat beats better best faster harder add adds added "
        "adding top longer help helps helped overstate overstates overstated stronger improve improves improved "
        "improving right normal high lot longer first much safe".split(),
        1,
    ),
    **dict.fromkeys(
        "less lower lowest lowered fall falls fell drop drops dropped decrease decreases decreased smaller fewer "
        "least below low worse worst worsen worsens worsened slower cut cuts reduce reduces reduced prevent "
        "prevents prevented shorter harm harms harmed understate understates silent earlier sooner dangerous kill "
        "kills little lowers wrong".split(),
        -1,
    ),
    **dict.fromkeys("same alike similar even equal equally unchanged neither".split(), 0),
}
"""+1 up, -1 down, 0 as before."""
