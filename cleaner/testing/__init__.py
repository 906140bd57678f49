"""What a plugin's author tests with: golden fixtures, the rules' own samples, and the six promises.

    import pytest
    from hypothesis import given, settings

    import my_plugin
    from cleaner import Cleaner
    from cleaner.testing import Promises, cases, pages, samples

    engine = Cleaner()
    promises = Promises(engine, "paper")

    @pytest.mark.parametrize("case", cases("fixtures/paper"), ids=str)
    def test_fixture(case):
        case.check(engine)

    @pytest.mark.parametrize("sample", samples(my_plugin), ids=str)
    def test_sample(sample):
        sample.check()

    @settings(deadline=None)  # each example is cleaned several times
    @given(pages(engine, "paper"))
    def test_promises(page):
        promises.check(page)

Install it with `pip install "outlet-cleaner[testing]"`.
"""

from cleaner.testing.golden import Case, cases
from cleaner.testing.pages import drawn, pages
from cleaner.testing.promises import Promises
from cleaner.testing.samples import Sample, samples

__all__ = ["Case", "Promises", "Sample", "cases", "drawn", "pages", "samples"]
