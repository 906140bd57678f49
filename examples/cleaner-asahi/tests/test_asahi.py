"""Fixtures, the rules' own samples, and what cleaner promises for every page."""

from pathlib import Path

import pytest
from hypothesis import given, settings

import cleaner_asahi
from cleaner import Cleaner
from cleaner.testing import Promises, cases, pages, samples

FIXTURES = Path(__file__).parent.parent / "fixtures"
ENGINE = Cleaner()
PROMISES = Promises(ENGINE, "asahi")


@pytest.mark.parametrize("case", cases(FIXTURES), ids=str)
def test_fixture(case):
    case.check(ENGINE)


@pytest.mark.parametrize("sample", samples(cleaner_asahi), ids=str)
def test_sample(sample):
    sample.check()


@settings(deadline=None)  # each example is cleaned several times
@given(pages(ENGINE, "asahi"))
def test_promises(page):
    PROMISES.check(page)
