"""What words mean when two texts are compared: which say the same, which claim nothing by themselves."""

from __future__ import annotations

from typing import Final

from bot.knowledge.stems import stem

LIGHT: Final = frozenset(
    stem(word)
    for word in (
        "a an the and or but so if then than as at by for from in into of off on out over to up with about against "
        "also any "
        "all both each either else even ever every few how however i it its just like many more most much my no nor "
        "not now "
        "one only other our own really same she he they them their there these this those too very we what when where "
        "which while who whose why will with within without you your yours yourself me us is are was were be been "
        "being am "
        "do does did doing done have has had having can could may might must should would shall get gets getting got "
        "go goes "
        "going make makes making made let lets mean means thing things way ways lot lots bit kind sort part rather "
        "quite "
        "pretty still yet again always never often sometimes usually typically generally likely perhaps maybe probably "
        "well good great keep keeps back here because since though although until tend tends seem seems end ends "
        "ending "
        "people person someone somebody anyone everybody everyone help helps take takes come comes coming start year "
        "years "
        "short answer yes no matter main point simply really actually happen happens happening case example found find "
        "finds shows show study studies research trial trials review evidence according researchers science articles "
        "isn't aren't don't doesn't didn't can't won't couldn't wouldn't shouldn't it's that's you're they're "
        "there's you'll "
        "one two three four five six seven eight nine ten eleven twelve body bodies range wide say says said else "
        "something someone along rest part parts body common news able "
        "alone give gives gave tell tells some itself back sure also "
        "you'd i'd i'm let's hasn't haven't wasn't weren't cannot look looks looking feel feels want need needs"
    ).split()
)
"""Words that claim nothing by themselves."""
SAME: Final = {
    stem(word): group
    for group, words in {
        "butt": "gluteus butt bum backside glute glutes gluteal buttock behind bottom booty rear posterior",
        "run": "run running runner jog jogging ran runs",
        "shrink": "shrink shrinks shrank shrunk smaller reduce reduces reduction decrease decreases slimmer slim "
        "trim trims",
        "lose": "lose loses losing lost loss leave leaves drop drops shed sheds off",
        "grow": "grow grows grew bigger larger increase increases enlarge gain gains gained build builds built "
        "building",
        "belly": "ab abs belly stomach tummy abdomen abdominal middle visceral waist",
        "eat": "eat eating eats ate food foods diet diets dieting intake meal meals",
        "kcal": "calorie calories kcal energy",
        "exercise": "exercise exercising workout workouts training train trains cardio session sessions",
        "weight": "weight bodyweight mass weigh weighs",
        "hungry": "hungry hunger hungrier appetite",
        "choose": "set sets determine determines choose chosen chooses choosing pick picks picking select target "
        "targets decide decides aim",
        "place": "place places spot spots area areas region regions where",
        "whole": "whole overall everywhere entire",
        "women": "woman women female females",
        "men": "man men male males",
        "pain": "pain pains painful hurt hurts ache aches sore soreness",
        "fast": "fast faster quick quicker quickly speed",
        "week": "week weeks weekly",
        "work": "work works working use uses using",
        "slow": "slow slower slowly gradual gradually",
        "arthritis": "arthritis osteoarthritis",
        "firm": "firm firmer tone toned tighter",
        "doctor": "doctor gp physician clinician",
        "soft": "soft softer",
        "injury": "injury injuries injured injure",
        "begin": "novice novices begin beginner beginners begins beginning new newcomer",
        "month": "month months",
        "rest": "rest resting recovery recover recovering",
        "shoe": "shoe shoes trainers",
        "blood": "blood plasma",
        "pregnancy": "pregnancy pregnant",
        "pill": "pill pills tablet tablets supplement supplements capsule capsules",
        "differ": "differ differs different vary varies",
    }.items()
    for word in words.split()
}
