"""Training of the scorer in the generic plugin: `python -m training --data CORPORA`.

It segments the pages of the corpora with the rules of the plugin, labels every line by the gold body,
trains one net for each of five folds (no domain in two folds), prints and stores how the five do on the
pages they did not see, then trains the net that is shipped on all pages. The seed is fixed.
"""
