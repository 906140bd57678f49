from hypothesis import given
from hypothesis import strategies as st

from cleaner.seek import Signs

LETTERS = 'ab"é'
SIGNS = st.lists(st.text(LETTERS, min_size=2, max_size=6), max_size=5)


@given(SIGNS, st.text(LETTERS, max_size=40), st.integers(0, 50))
def test_the_first_sign_that_stands_within_is_found(signs: list[str], text: str, most: int) -> None:
    within = text.encode()[:most]
    wanted = next((number for number, sign in enumerate(signs) if sign.encode() in within), None)
    assert Signs(signs).first(text.encode(), most) == wanted


def test_signs_of_any_length_are_found() -> None:
    signs = Signs(["x" * 300, "y" * 1000, "Ж" * 200])
    assert signs.first(("a" * 700 + "y" * 999 + "Ж" * 200).encode(), 10_000) == 2
    assert signs.first(b"x" * 299, 10_000) is None
