"""Replies written by hand, and what they may be checked against."""

from __future__ import annotations

from bot.knowledge.article import Article, Library, Passage, Sentence
from bot.reply import Citation, Figure, FigureInput, Kind, Number, Reply
from bot.voice.numerals import mentions
from bot.voice.texts import Texts

TEXTS = Texts({"safety.emergency": ("Call 112 now.",), "coach.plan": ("Go for ten easy minutes.",)})
PASSAGE = Passage(
    passage_id="knees:verdict:000000000000",
    article="knees",
    title="Is running bad for knees?",
    role="verdict",
    strength="mixed",
    sentences=(Sentence(text="Rest your knees for two days after a fall."),),
)
LIBRARY = Library(
    articles={
        "knees": Article(
            slug="knees",
            title=PASSAGE.title,
            question=PASSAGE.title,
            asked_as=(),
            strength="mixed",
            written=None,
            sources=(),
            figure=None,
            passages=(PASSAGE,),
        )
    },
    works={},
)
RUN = Figure(
    name="net_kcal",
    subject="you",
    # 70 kg, 5 km in 32 min, a woman of 35 at 1.66 m: 349.22 kcal gross (RE3), less 1401.5 / 1440 * 32 of rest.
    value=318.0743852241342,
    low=276.5694847372589,
    high=359.57928571100945,
    unit="kcal",
    shown="about 320 kcal (280 to 360)",
    method="re3_run_power",
    source="Looney 2023, doi:10.1519/JSC.0000000000004626",
    inputs={
        "weight_kg": FigureInput(value=70.0, unit="kg", origin="told"),
        "height_m": FigureInput(value=1.66, unit="m", origin="told"),
        "age_years": FigureInput(value=35.0, unit="years", origin="told"),
        "sex": FigureInput(value="female", unit="", origin="told"),
        "distance": FigureInput(value=5.0, unit="km", origin="told"),
        "duration": FigureInput(value=32.0, unit="min", origin="told"),
    },
)
CITED = Citation(
    n=1,
    passage_id=PASSAGE.passage_id,
    article="knees",
    title=PASSAGE.title,
    source="Alentorn-Geli 2017",
    url_or_doi="10.2519/jospt.2017.7137",
    strength="mixed",
    quote="Arthritis was found in 3.5% of recreational runners and in 10.2% of inactive people.",
)


def reply(
    text: str,
    *licences: str,
    kind: Kind = "answer",
    citations: tuple[Citation, ...] = (),
    figures: tuple[Figure, ...] = (),
) -> Reply:
    """Return a reply whose numbers, in reading order, have these licences."""
    found = mentions(text)
    numbers = tuple(
        Number(shown=one.shown, start=one.start, end=one.end, licence=licence)
        for one, licence in zip(found, licences, strict=False)
    )
    return Reply(
        text=text, kind=kind, mode="embedded", turn_id="t", citations=citations, figures=figures, numbers=numbers
    )
