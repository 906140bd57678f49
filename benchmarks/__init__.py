"""Speed and memory beside the peers: `python -m benchmarks`.

One run measures every system on the same pages, interleaved: the systems take turns of 25 pages, in ever another
order. Machines are noisy, so what counts are ratios within one run, not pages per second.

What is measured is what a user gets. For us that is `Cleaner.clean` with ledger and metadata, from the bytes of the
page. A peer takes bytes where it can; where it needs a string, decoding is part of its time.

Nobody's caches know the pages. Each round begins with each system made anew (its module caches emptied, where it has
a function for that) and warmed up on pages that are not in the sample, so that in every round every page is new to it.
Garbage left by one system is collected before the turn of the next one, outside the clock. Peak memory is taken in
a fresh process for each system, over the same pages, one at a time.

Two fifths of our time on pages and half on dumps are Python's own, none of Resiliparse's, so the build of Python
counts: in three runs one with profile-guided optimization was faster than one without, by 4 to 10 % on pages, by 4 to
37 % on dumps.

`python -m benchmarks.growth` prints cost against the size of a page.
"""
