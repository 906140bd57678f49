"""Profiles: are their pages recognised, and nobody else's; does what the plugin brings run at all."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from cleaner.check.findings import Finding, error, warning
from cleaner.check.subject import Subject
from cleaner.profiles import DEFAULT_PROFILE, FINGERPRINTS_NEEDED, Profile
from cleaner.rules import phrase_key
from cleaner.testing.prose import PROSE

_HOST = regex.compile(r"(?:[\p{Ll}\p{Lo}\d](?:[\p{Ll}\p{Lo}\d-]*[\p{Ll}\p{Lo}\d])?\.)+[\p{Ll}\p{Lo}\d-]{2,}")
_BRACKETS = regex.compile(r"(?<!\\)[\[(]")
_ANY_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:type" content="article">'
    '<link rel="canonical" href="https://www."></head><body class="home page single post"><div id="content">'
    '<header class="site-header"><nav class="menu"></nav></header><main><article class="post"><h1></h1><p></p>'
    '</article></main><footer class="site-footer"></footer></div></body></html>'
).lower()
"""What is on pages of any outlet."""


def profiles(subject: Subject) -> Iterator[Finding]:
    """What is wrong with each profile, and what is doubtful."""
    yield from _unrun(subject)
    for profile in subject.plugin.profiles:
        yield from _hosts(subject, profile)
        yield from _fingerprints(profile)
        yield from _shared_fingerprints(subject, profile)
        yield from _markup(profile)
        yield from _unrecognised(profile)
        yield from _without(subject, profile)


def _unrun(subject: Subject) -> Iterator[Finding]:
    name = subject.plugin.name
    if not any(name in profile.plugins for profile in subject.engine.profiles):
        yield error("never-runs", name, f"no profile names the plugin {name!r} among its plugins, so it never runs")
    for profile in subject.plugin.profiles:
        if name not in profile.plugins and (subject.plugin.rules or len(subject.plugin.hooks) > 1):
            yield error(
                "never-runs", _about(profile), f"plugins={profile.plugins!r} leaves out {name!r}, its own plugin"
            )


def _hosts(subject: Subject, profile: Profile) -> Iterator[Finding]:
    owners = {
        host: other.name for other in subject.engine.profiles if other.name != profile.name for host in other.hosts
    }
    for host in profile.hosts:
        if host in owners:
            told = f"the host {host!r} is claimed by the profile {owners[host]!r} too; a page can have but one"
            yield error("host-claimed", _about(profile), told)
        if host.startswith("www."):
            told = f"the host {host!r} leaves out those without www.; write {host.removeprefix('www.')!r}"
            yield warning("host-form", _about(profile), told)
        elif not _HOST.fullmatch(host):
            told = f"{host!r} is no host that a URL can have; write it like 'example.org', in lower case"
            yield error("host-form", _about(profile), told)


def _fingerprints(profile: Profile) -> Iterator[Finding]:
    if 0 < len(set(profile.fingerprints)) < FINGERPRINTS_NEEDED:
        told = f"one fingerprint never decides: a dump is recognised by {FINGERPRINTS_NEEDED} different ones"
        yield error("too-few-fingerprints", _about(profile), told)
    for pattern in profile.fingerprints:
        if sentence := next((line for line in ("", *PROSE) if regex.fullmatch(pattern, line)), None):
            told = f"the fingerprint {pattern!r} fits anybody's lines, such as {sentence!r}"
            yield error("general-fingerprint", _about(profile), told)


def _shared_fingerprints(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """Fingerprints that stand on pages of other outlets, if they are enough to claim such a page."""
    known = _known_lines(subject) if profile.fingerprints else frozenset()
    shared = [pattern for pattern in dict.fromkeys(profile.fingerprints) if _is_known(pattern, known)]
    if len(shared) < FINGERPRINTS_NEEDED:
        return
    for pattern in shared:
        told = (
            f"the rules of {DEFAULT_PROFILE!r} know the fingerprint {pattern!r} from pages of any outlet, and "
            f"{FINGERPRINTS_NEEDED} such decide; name lines that no other outlet has"
        )
        yield error("general-fingerprint", _about(profile), told)


def _known_lines(subject: Subject) -> frozenset[str]:
    """What the rules for all outlets know, as phrases are compared."""
    generic = (item for item in subject.engine.plugins if item.name == DEFAULT_PROFILE)
    rules = [rule for item in generic for rule in item.rules if rule.is_textual]
    return frozenset(phrase_key(line) for rule in rules for line in (rule.sample, *rule.phrases))


def _is_known(pattern: str, known: frozenset[str]) -> bool:
    """Whether each alternative of a fingerprint fits one of these lines; brackets are not looked into."""
    alternatives = [pattern] if _BRACKETS.search(pattern) else regex.split(r"(?<!\\)\|", pattern)
    return all(
        phrase_key(regex.sub(r"\\(\W)", r"\1", one)) in known  # a plain one, which most are
        or any(regex.fullmatch(one, line, regex.IGNORECASE) for line in known)
        for one in alternatives
    )


def _markup(profile: Profile) -> Iterator[Finding]:
    for sign in profile.markup:
        if sign.lower() in _ANY_PAGE:
            yield error("general-markup", _about(profile), f"the markup {sign!r} stands on pages of any outlet")


def _unrecognised(profile: Profile) -> Iterator[Finding]:
    if profile.name != DEFAULT_PROFILE and not (profile.hosts or profile.fingerprints or profile.markup):
        told = "no page is recognised as its own: give hosts, fingerprints or markup"
        yield warning("never-recognised", _about(profile), told)


def _without(subject: Subject, profile: Profile) -> Iterator[Finding]:
    for name in sorted(profile.without):
        owner = name.partition("/")[0]
        if owner == subject.plugin.name:
            yield warning("switched-off", _about(profile), f"it switches off {name!r}, which its own plugin brings")
        elif owner not in profile.plugins:
            yield warning("switched-off", _about(profile), f"it switches off {name!r}, but does not run {owner!r}")


def _about(profile: Profile) -> str:
    return f"profile {profile.name}"
