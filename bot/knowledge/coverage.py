"""Does an article speak of what was asked, or only of something near it?

A vector tells that a sore heel is near sore knees. What the article at hand never mentions must show too: the share of
a question's subjects, by how few articles speak of each, that the article does not name in any form.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import Stemmer

from bot.knowledge.normaliser import Subject, words_of

_ALWAYS = 4.0
"""Weight that counts as mentioned whatever is asked, so that one odd word decides less. Of 0, 2, 4 and 8 it told
uncovered questions apart best; the heaviest word of a library of ninety articles weighs 5."""


class Coverage:
    """What each article of a library mentions."""

    def __init__(self, articles: Sequence[Mapping[str, int]]) -> None:
        """Count the stems of each article's words.

        Args:
            articles: How often each word stands in an article's whole text.
        """
        self._stem = Stemmer.Stemmer("english").stemWord
        self._counts = [self._stems(words) for words in articles]
        spread = Counter(stem for counts in self._counts for stem in counts)
        self._rarest = math.log((len(articles) + 1) / 0.5)
        self._weights = {stem: math.log((len(articles) + 1) / (count + 0.5)) for stem, count in spread.items()}

    def unmentioned(self, subjects: Iterable[Subject], article: int, *, own: str = "") -> float:
        """Return how much of what was asked an article does not mention, 0 to 1.

        Args:
            subjects: The question's.
            article: Its place in the library.
            own: A question of the article's own that is to be judged as if the article did not hold it.
        """
        counts, said = self._counts[article], self._stems(Counter(words_of(own)))
        asked = missing = 0.0
        for subject in subjects:
            # What belongs to another trade is nothing that any article speaks of.
            weight = self._weights.get(subject.stem, self._rarest) if subject.mentioned_by else self._rarest
            asked += weight
            if not any(counts[stem] > said[stem] for stem in subject.mentioned_by):
                missing += weight
        return missing / (asked + _ALWAYS)

    def _stems(self, words: Mapping[str, int]) -> Counter[str]:
        stems: Counter[str] = Counter()
        for word, count in words.items():
            stems[self._stem(word)] += count
        return stems
