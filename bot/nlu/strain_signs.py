"""Signs that a body gives way under too much: bone that may be breaking, too little energy, a doctor's halt passed by.

Sources:
    Mountjoy M. et al., IOC consensus statement on REDs, Br J Sports Med 2023;57:1073-1097,
    doi:10.1136/bjsports-2023-106994: low libido, lost periods, feeling cold, repeated bone injuries.
    nhs.uk, "Stress fracture", "Deep vein thrombosis"; Diabetes UK on insulin left out to lose weight.
"""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_BONE = r"(?:shins?|shin ?bone|foot|feet|heel|hip|groin|tibia|ankle|pelvis|metatarsals?|thigh ?bone|femur|sacrum)"
_AT_REST = (
    r"(?:when im lying|lying (?:down|still|in bed)|even (?:lying|sitting|at rest|in bed|when (?:i|im) (?:lie|sit"
    r"|rest|lying|sitting|resting))"
    r"|wakes? me|woke me|waking me|at night|in the night|in bed|at rest|limp\w*|cant (?:hop|put weight|walk)"
    r"|hurts? to (?:hop|walk|stand))"
)
_SPOT = (
    r"(?:(?:one|1|a|this|the) (?:(?:tiny|small|single|exact|same|sore|little) )?(?:spot|point|place|patch)\b"
    r"|size of an? (?:coin|penny|pea|thumb\w*|10p|5p|quarter|dime|fingertip))"
)
_ENERGY_SIGNS = (
    r"(?:hair (?:is |keeps |has been )?(?:coming|falling|fall|came) out|losing (?:my )?hair|clumps? of hair"
    r"|hair\b[^.!?\n]{0,16}\bhandfuls?"
    r"|always (?:so )?(?:freezing|cold)|(?:cold|freezing) all the time|no (?:morning wood|erections?|libido"
    r"|sex drive)|lost my (?:libido|sex drive|morning wood)"
    r"|(?:(?:second|third|2nd|3rd|another)(?: \w+)? stress fracture|(?:two|2|three|3)(?: \w+)? stress fractures)"
    r"|dizzy (?:when|every time) i stand)"
)
_DOCTOR = r"(?:cardiologist|consultant|doctors?|doc|gp|surgeon|midwife|specialist|neurologist|physician|hospital|nurse)"

STRAIN: tuple[Sign, ...] = (
    Sign(
        category="dizzy_on_runs",
        pattern=words(
            r"\b(?:feel|feels|feeling|felt|get|gets|getting|got|was|were|go|went|am|im|so|bit|really|kinda"
            r"|been) (?:\w+ ){0,2}(?:dizzy|light ?headed|woozy)\b"
            r"|\b(?:my |the )?head (?:is |was |started |keeps )?(?:spins|spinning|spun|swims|swimming|swam)\b"
            r"|\bdizzy (?:after|when|during|while|on|in) (?:my |the |a |i )?(?:run|runs|ran|jog|jogging|5k|race"
            r"|session|training|running)\b"
        ),
        needs=words(
            r"\b(?:run|runs|ran|running|jog|jogs|jogged|jogging|race|parkrun|treadmill|session|workout|training"
            r"|\d+ ?k|km|miles?|sprints?|stairs|eaten|ate|bar|lunch|breakfast)\b"
        ),
        unless=words(
            r"\b(?:years? ago|last year|used to|what if|if i|dizzy (?:with|from) (?:joy|choice|numbers"
            r"|happiness)|numbers make|so many|stand up fast|inner ear|vertigo|spinny|ride|hungover|hangover"
            r"|does|can running|why do people)\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="bone_pain_at_night",
        pattern=words(rf"\b{_BONE}\b(?s:.{{0,90}})\b{_AT_REST}|\b{_AT_REST}\b(?s:.{{0,60}})\b{_BONE}\b"),
        needs=words(
            rf"\b(?:{_SPOT}|lying (?:down|still)|deep inside|deep in the|bone (?:pain|ache)|cant hop"
            rf"|hurts? to hop|gets worse every|swollen on top|top of (?:my|the) foot)"
        ),
        unless=words(
            r"\b(?:plantar|first steps|in the morning only|both (?:shins|heels|feet)|blisters?|dead leg"
            r"|bruise\w*|kicked|twisted|rolled|new shoes|period|cramps?|dog|years? ago|dead arm)\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="hot_swollen_calf",
        pattern=words(
            r"\b(?:one|1|left|right) (?:calf|leg|lower leg)\b[^.!?\n]{0,40}\b(?:fatter|bigger|thicker|larger"
            r"|tighter and hotter|warmer|hotter|swollen|swelled)\b"
        ),
        needs=words(
            r"\b(?:warm|hot|sore|tender|red|painful|hurts?|ache\w*|throb\w*|flight|flew|plane|long (?:drive"
            r"|journey)|surgery|operation|bed ?rest|cast|the pill)\b"
        ),
        unless=words(
            r"\b(?:always been|dominant|muscle|muscular|since birth|measured|tape|squats?|weights|years? ago"
            r"|kicking leg)\b"
        ),
        whole=True,
        clearable=True,
    ),
    Sign(
        category="low_energy",
        pattern=words(rf"\b{_ENERGY_SIGNS}\b"),
        needs=words(
            r"\b(?:k|km|\d+k|miles?|mileage|run|runs|running|train\w*|marathon|lost \d|down to|kg|kilos?|weight"
            r"|eat\w*|diet\w*|calories|deficit|stress fractures?|resting (?:pulse|hr|heart))\b"
        ),
        unless=words(
            r"\b(?:menopaus\w*|thyroid|chemo\w*|postpartum|baby|birth|breast ?feed\w*|minoxidil|years? ago"
            r"|in winter|in the cold|air ?con|office|hands (?:are |get )?cold|dye|shampoo"
            r"|cold all the time in winter)\b"
        ),
        whole=True,
        clearable=True,
        generic_excused=True,
    ),
    Sign(
        category="told_to_rest",
        pattern=words(
            rf"\b{_DOCTOR}\b[^.!?\n]{{0,50}}\b(?:no (?:hard |heavy |strenuous |more |intense )?(?:exercise"
            rf"|running|sport|training|exertion|cardio)"
            rf"|not to (?:run|exercise|train)|(?:dont|do not|shouldnt|must ?nt|cant|not allowed to"
            rf"|mustnt) (?:run|exercise|train)|to (?:stop|lay off|hold off|avoid) (?:running|exercis\w*|train\w*"
            rf"|hard))\b"
            rf"|\b(?:signed off|banned|forbidden|barred) (?:from )?(?:running|exercise|sport|training)\b"
        ),
        needs=words(
            r"\b(?:count|counts|surely|just|only|sneak|anyway|still|ok if|fine if|can i|could i|i (?:want|will"
            r"|am going|might|feel fine)|but|easy|until|till)\b"
        ),
        unless=words(
            r"\b(?:used to|years? ago|last year|cleared|all clear|allowed again|on hills|uphill|only flat"
            r"|on the flat|on roads?|back to running now"
            r"|said i (?:can|could)|knees? will|bad for)\b"
        ),
        whole=True,
    ),
    Sign(
        category="insulin_left_out",
        pattern=words(
            r"\b(?:skip\w*|miss(?:ing|ed)?|leav\w+ (?:out|off)|left (?:out|off)|not tak(?:e|ing)"
            r"|cut(?:ting)? (?:down|back|out)|stop(?:ped|ping)? (?:taking )?|less|lower(?:ing)?|reduc\w+"
            r"|drop(?:ping)?|without)\b[^.!?\n]{0,20}\binsulin\b"
        ),
        needs=words(r"\b(?:weight|fat|lose|losing|slim\w*|skinny|thin\w*|kg|kilos?|lbs?|pounds?|scale|diet|lean\w*)\b"),
        unless=words(
            r"\b(?:resist\w*|sensitiv\w*|my (?:doctor|nurse|team|consultant|endo\w*) (?:said|told|wants|lowered"
            r"|reduced|cut)|before (?:a|the|my) run|hypo\w*|type (?:2|two)|spikes?)\b"
        ),
        whole=True,
        deniable=False,
        generic_excused=True,
    ),
    Sign(
        category="chest_pain",
        pattern=words(
            r"\b(?:elephant|anvil|ton of bricks|someone|something|weight|brick|rock|belt|vice|vise"
            r"|band)\b[^.!?\n]{0,30}\b(?:on|stood on|standing on|sat on|sitting on|across|round|around|crushing"
            r"|squeezing)(?: \w+){0,2} (?:me|my (?:chest|ribs?|breast ?bone|sternum|heart))\b"
            r"|\b(?:grabb?(?:ed|ing|s)|clutch(?:ed|ing|es)|held|holding) (?:at )?(?:his|her|their|my) (?:chest|heart)\b"
        ),
        unless=words(
            r"\b(?:hr (?:strap|belt|monitor)|heart rate (?:strap|belt)|strap|dog|cat|toddler|kid|sofa|bar ?bell"
            r"|bench|vest|backpack|pressure of|resistance band|laugh\w*|film|movie|joke|sports bra|waist)\b"
        ),
        personal=False,
        clearable=True,
        generic_excused=True,
    ),
)
"""Read in order; one match raises the category."""
