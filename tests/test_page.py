"""What a page shows to the hooks of several stages."""

from cleaner import Page
from cleaner.segment import text_lines


def test_what_several_hooks_ask_of_a_page_is_found_once() -> None:
    asked: list[Page] = []

    def longest(page: Page) -> int:
        asked.append(page)
        return max(len(line.text) for line in page.lines)

    page = Page(None, text_lines("The ferry\n\nIt left."))
    assert [page.once(longest), page.once(longest)] == [9, 9]
    assert asked == [page]


def test_a_page_tells_what_was_taken() -> None:
    page = Page(None, text_lines("The ferry\n\nIt left."), gone={0: "the headline"})
    assert [*page.taken] == [0]
    assert [line.number for line in page.kept()] == [1]
