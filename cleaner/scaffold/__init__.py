"""A new package for an outlet, made from pages of it: `cleaner new`."""

from cleaner.scaffold.candidates import Candidate, Found, examine
from cleaner.scaffold.package import package, write
from cleaner.scaffold.pages import Page
from cleaner.scaffold.reading import read_pages

__all__ = ["Candidate", "Found", "Page", "examine", "package", "read_pages", "write"]
