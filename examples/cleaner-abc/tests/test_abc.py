"""Fixtures, the rules' own samples, and what cleaner promises for every page."""

from pathlib import Path

import pytest

import cleaner_abc
from cleaner import Cleaner
from cleaner.testing import cases, contract, samples

FIXTURES = Path(__file__).parent.parent / "fixtures"
ENGINE = Cleaner()


@pytest.mark.parametrize("case", cases(FIXTURES), ids=str)
def test_fixture(case):
    case.check(ENGINE)


@pytest.mark.parametrize("sample", samples(cleaner_abc), ids=str)
def test_sample(sample):
    sample.check()


def test_contract():
    contract(ENGINE, "abc")
