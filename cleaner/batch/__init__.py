"""Cleaning many pages, on all cores, without losing one: workers, budgets, the order, and the journal."""

from cleaner.batch.journal import Entry, Journal, ResumeError
from cleaner.batch.page import Result, Settings
from cleaner.batch.pool import CHUNK, Found, Pool, Unread, WorkerError
from cleaner.batch.run import Outcome, about, clean_here, find_all, keep, noting, resume
from cleaner.batch.worker import Budget, Setup, make_engine

__all__ = [
    "CHUNK",
    "Budget",
    "Entry",
    "Found",
    "Journal",
    "Outcome",
    "Pool",
    "Result",
    "ResumeError",
    "Settings",
    "Setup",
    "Unread",
    "WorkerError",
    "about",
    "clean_here",
    "find_all",
    "keep",
    "make_engine",
    "noting",
    "resume",
]
