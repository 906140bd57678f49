"""What a plugin's author tests with: golden fixtures, the rules' own samples, and the contract.

    import pytest

    import my_plugin
    from cleaner import Cleaner
    from cleaner.testing import cases, contract, samples

    engine = Cleaner()

    @pytest.mark.parametrize("case", cases("fixtures/paper"), ids=str)
    def test_fixture(case):
        case.check(engine)

    @pytest.mark.parametrize("sample", samples(my_plugin), ids=str)
    def test_sample(sample):
        sample.check()

    def test_contract():
        contract(engine, "paper")

The contract is the six promises, on pages drawn for the profile. With hypothesis they can be had one by one, and on
other pages each time:

    promises = Promises(engine, "paper")

    @settings(deadline=None)  # each example is cleaned several times
    @given(pages(engine, "paper"))
    def test_promises(page):
        promises.check(page)

Install it with `pip install "outlet-cleaner[testing]"`.
"""

from cleaner.testing.contract import contract
from cleaner.testing.golden import Case, cases
from cleaner.testing.pages import drawn, pages
from cleaner.testing.promises import BrokenPromise, Promises
from cleaner.testing.samples import Sample, samples

__all__ = ["BrokenPromise", "Case", "Promises", "Sample", "cases", "contract", "drawn", "pages", "samples"]
