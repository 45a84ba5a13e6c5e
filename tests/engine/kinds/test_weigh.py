"""What words, their places and faces add to what is seen, in the languages that the words are of."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.records import KINDS, Box, PictureText, TextLine
from engine.kinds.weigh import usual, weighed


def written(*lines: str, top: float = 0.05, step: float = 0.06, height: float = 0.03) -> PictureText:
    """Lines from the top downwards, as long as they are."""
    return PictureText(tuple(_line(text, top + i * step, height) for i, text in enumerate(lines)))


def _line(text: str, y: float, height: float = 0.03) -> TextLine:
    x, end = 0.1, min(0.95, 0.1 + 0.02 * len(text))
    return TextLine(text, ((x, y), (end, y), (end, y + height), (x, y + height)), 0.95)


def likeliest(text: PictureText | None = None, faces: list[Box] | None = None, **seen: float) -> str:
    prior = usual() * 0.5
    for kind, share in seen.items():
        prior[KINDS.index(kind)] += share
    return KINDS[int(weighed(prior / prior.sum(), text, faces).argmax())]


@pytest.mark.parametrize(
    "lines",
    [
        ("GREEN MARKET", "Milk 1.20", "Bread 2.50", "TOTAL 3.70", "CASH 5.00", "CHANGE 1.30"),
        ("Boulangerie du Coin", "Croissant 1,20", "Pain 2,50", "TOTAL TTC 3,70 EUR", "TVA 5,5% 0,19"),
        ("Bäckerei Kühn", "Brezel 0,85", "Kaffee 2,40", "SUMME 3,25", "MwSt 7 % 0,21", "Rückgeld 1,75"),
        ("BAR LUNA", "Café 1,50", "Tostada 2,80", "IMPORTE 4,30", "IVA 0,39", "EFECTIVO 5,00"),
    ],
)
def test_prices_and_totals_make_a_receipt_of_what_looks_like_a_page(lines: tuple[str, ...]) -> None:
    assert likeliest(written(*lines), document=0.7, receipt=0.2) == "receipt"
    assert (
        likeliest(written("Dear Ann,", "thank you for the letter", "that came on Monday"), document=0.6) == "document"
    )


@pytest.mark.parametrize(
    "wish",
    [
        "Happy Birthday!",
        "Joyeux Noël",
        "Guten Morgen",
        "Buon compleanno",
        "FELIZ NAVIDAD",
        "GoodMorning",
        "Bonne année",
    ],
)
def test_wishes_make_a_greeting(wish: str) -> None:
    assert likeliest(written(wish, "to you", top=0.3, height=0.12), quote=0.4, greeting=0.3, meme=0.3) == "greeting"


def test_programs_are_code_and_screens_are_not() -> None:
    source = written(
        "def total(rows):", "    for row in rows:", "        yield row['price'] * 2", "print(total([]))", "}"
    )
    assert likeliest(source, screenshot=0.6, code=0.3) == "code"
    assert (
        likeliest(written("09:41", "Settings", "Notifications", "Battery", top=0.01), screenshot=0.5, code=0.4)
        == "screenshot"
    )


def test_marks_and_a_name_make_a_quote_and_capitals_at_the_edges_a_meme() -> None:
    quote = written("“We suffer more often in", "imagination than in reality.”", "— Seneca", top=0.3)
    assert likeliest(quote, quote=0.3, greeting=0.3, meme=0.3) == "quote"
    meme = PictureText((_line("ONE DOES NOT SIMPLY", 0.04, 0.1), _line("WALK INTO MORDOR", 0.86, 0.1)))
    assert likeliest(meme, quote=0.3, photo=0.4, meme=0.3) == "meme"


def test_where_nothing_is_written_it_is_none_of_what_is_written_on() -> None:
    assert likeliest(PictureText(), photo=0.1, meme=0.6) == "photo"
    assert likeliest(None, photo=0.1, meme=0.6) == "meme"
    assert likeliest(PictureText(unread="Arabic"), photo=0.1, meme=0.6) == "meme"


def test_faces_tell_portraits_and_groups_from_other_photos_and_nothing_of_pages() -> None:
    large, other, small = Box(0.3, 0.2, 0.3, 0.3), Box(0.65, 0.2, 0.2, 0.25), Box(0.1, 0.1, 0.05, 0.06)
    assert likeliest(faces=[large], photo=0.9) == "portrait"
    assert likeliest(faces=[large, other], photo=0.9) == "group"
    assert likeliest(faces=[large, small], photo=0.9) == "portrait"
    assert likeliest(faces=[small], photo=0.9) == "photo"
    assert likeliest(faces=[small] * 3, photo=0.9) == "photo"
    assert likeliest(faces=[], portrait=0.9) == "photo"
    assert likeliest(faces=[large], meme=0.9) == "meme"


def test_what_is_left_is_as_likely_as_before_and_all_sum_to_one() -> None:
    found = weighed(usual(), written("TOTAL 3.70"), [Box(0.3, 0.2, 0.3, 0.3)])
    assert found.dtype == np.float32
    assert found.sum() == pytest.approx(1, abs=1e-5)
    assert (found > 0).all()
