"""Rules for the markup of generic blogs and news pages: what its own names say an element is.

Class names are facts about software: WordPress and its page builders, Jetpack, Disqus, Blogger, Ghost, Substack,
Drupal, Joomla, and the words that theme authors choose on their own. A word is listed alone where it names
boilerplate and hardly ever the container of a body; the others only together with a second one.
"""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog import markup_article, markup_page

RULES: tuple[Rule, ...] = (
    *markup_page.CHROME,
    *markup_page.PROMOTION,
    *markup_article.CAPTIONS,
    *markup_article.CREDITS,
    *markup_article.COMMENTS,
    *markup_article.TELEMETRY,
)
"""Every markup rule, stage by stage. In a stage, what is certain (css) goes before what names suggest (words)."""
