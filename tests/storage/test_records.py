"""What is stored as JSON reads back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StorageError
from bot.reply import Button, Citation, Figure, FigureInput, Number, Reply
from bot.storage.records import reply_from_json, reply_to_json

_numbers = st.floats(allow_nan=False, allow_infinity=False)
_words = st.text(st.characters(), max_size=30)
"""With lone surrogates, as a terminal of another encoding can bring them in."""
_replies = st.builds(
    Reply,
    text=_words,
    kind=st.sampled_from(["answer", "safety"]),
    mode=st.sampled_from(["embedded", "lexical"]),
    turn_id=_words,
    citations=st.lists(
        st.builds(
            Citation,
            n=st.integers(1, 9),
            passage_id=_words,
            article=_words,
            title=_words,
            source=_words,
            url_or_doi=st.none() | _words,
            strength=_words,
            quote=_words,
        ),
        max_size=2,
    ).map(tuple),
    figures=st.lists(
        st.builds(
            Figure,
            name=_words,
            subject=st.sampled_from(["you", "example"]),
            value=_numbers,
            low=_numbers,
            high=_numbers,
            unit=_words,
            shown=_words,
            method=_words,
            source=_words,
            inputs=st.dictionaries(
                st.text(max_size=30),
                st.builds(
                    FigureInput,
                    value=_numbers | _words | st.integers(-999, 999).map(str),
                    unit=_words,
                    origin=st.sampled_from(["told", "log", "assumed"]),
                ),
                max_size=2,
            ),
        ),
        max_size=2,
    ).map(tuple),
    numbers=st.lists(
        st.builds(Number, shown=_words, start=st.integers(0, 99), end=st.integers(0, 99), licence=_words), max_size=2
    ).map(tuple),
    buttons=st.lists(st.builds(Button, label=_words, action=_words), max_size=2).map(tuple),
    dry_run=st.booleans(),
)


@given(_replies)
def test_any_reply_reads_back_as_it_was(said):
    assert reply_from_json(reply_to_json(said)) == said


def test_a_reply_stored_in_an_unknown_shape_is_a_storage_error():
    with pytest.raises(StorageError, match="cannot be read"):
        reply_from_json({"text": "only this"})
