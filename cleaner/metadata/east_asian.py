"""Bylines of Chinese, Japanese and Korean pages: a label and names that have no capitals."""

from __future__ import annotations

import regex

_NAME = r"[\p{Han}\p{Katakana}\p{Hiragana}ー·・]{2,8}"
_NEXT = rf"(?:[ 　、,，]{{1,2}}{_NAME}(?![\p{{Han}}]*[:：／/=＝]))"
"""A further name; what a colon follows is the next label."""
_BYLINE = regex.compile(
    r"(?:作者|撰文|撰稿|采写|执笔|執筆|筆者|取材・文|(?<![\p{L}])文|(?:本报|本网|本刊)?记者|記者|글)"
    rf"(?:\s?[:：／/=＝]\s?|(?<=记者)[ 　])(?P<names>{_NAME}{_NEXT}{{0,5}})"
    r"(?!\p{Han}|[ 　]?[摄攝图圖](?!\p{Han}))"
    r"|(?<![\p{L}])記者(?P<names>\p{Han}{2,4})[／/╱]"
    r"|(?:^|[\s|·])(?P<names>\p{Hangul}{2,4}) ?(?:\p{Hangul}{0,4}기자|특파원)(?![\p{L}])"
)
_SIGNS = regex.compile(r"[者文笔筆稿写글기특]")
"""One is in each label; most lines have none."""
_SEPARATOR = regex.compile(r"[ 　、,，]+")
_STAFF = ("作者", "记者", "記者", "编辑", "編輯", "整理", "综合")
"""What functions end in: `观察者网专栏作者`."""
_NOBODY = frozenset("佚名 网络 網路 本站 未知 匿名 原创 编辑部 編輯部 本报 本刊 无".split())


def named(text: str) -> tuple[str, ...]:
    """The people whom a byline names; none where there is no such byline in the text."""
    if not _SIGNS.search(text) or (found := _BYLINE.search(text)) is None:
        return ()
    names = (name for name in _SEPARATOR.split(found["names"]) if name not in _NOBODY and not name.endswith(_STAFF))
    return tuple(dict.fromkeys(names))
