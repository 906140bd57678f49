"""Menus whose words stand beside each other in one line."""

import pytest

from cleaner_blog.rows import is_row


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Home News Sport Contact", True),
        ("Фото Видео Политика Ещё", True),
        ("写真 動画 特集 社説", True),
        ("Politik Wirtschaft Themen Impressum", True),
        ("World Sport News", False),
        ("Home News Sport ferry", False),
    ],
)
def test_a_row_is_nothing_but_entries_of_menus(text: str, goes: bool) -> None:
    assert is_row(text) is goes
