"""Stages navigation and credits: what Chinese, Japanese and Korean pages note around an article.

Such notes are known by a label with its colon or a blank behind it, and by having no full stop. Those that are known by
words within are in `within.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import CLOCK, DATE, any_of, either, one_of

_COLON = r" ?[：:／/｜|丨=＝] ?"
_REST = r"[^。！？!?]{1,80}"
"""What follows a label: names and further labels, but no sentence."""
_BRACKETED = (
    r"[（(【\[](?:责任编辑|責任編輯|责编|编辑|編輯|作者|记者|記者|来源|來源|原标题|原題|原题|本文|图片来源|文[/／])"
    r"[^。（）()]{1,80}[）)】\]]"
)

_EDITOR = one_of(
    "(?:责任|值班|执行|实习|本文|网络|特约)?(?:编辑|編輯|编审) 責任編輯 責編 责编 编校 校对 校對 审核 审校 审读"
    " 监制 主编 策划 统筹 制图 製圖 编导 排版 美编 初审 复审 终审 [一二三]审 核稿 签发 見習編輯"
)
_WRITER = one_of(
    "作者 (?:见习|实习|特约|本报|本网|图文|文图)记者 采写 采访 撰文 撰稿 供稿 供图 摄影 攝影 通讯员 整理 编译"
    " 編譯 文(?:・写真|・撮影)? 图文? 執筆 取材 取材・文 構成 筆者 글 글쓴이 정리 취재"
)
_SOURCE = one_of(
    "(?:本文|文章|稿件|信息|新闻|图文|资料|内容|消息|數據|数据|图片|圖片|照片|视频)?(?:来源|來源)"
    " 图源 圖源 出处 出處 转自 转载自 原载 轉載自 来源于 出典 引用元 출처"
)
_STAMP = one_of(
    "(?:发布|發布|发表|更新|最后更新|最後更新|上传|刊登|公布|生成|创建)(?:时间|時間|日期|于|於)?"
    " 发稿时间 公開日時? 更新日時? 投稿日時?"
)
_COUNTED = either("作者|记者|責任編輯|责任编辑|编辑", r"(?:[0-9]{1,8} ?次?)?(?:阅读|浏览|点击)")

_STAFF = any_of(
    rf"{either(_EDITOR, _WRITER)}{_COLON}{_REST}",
    rf"{_EDITOR}[ 　]\p{{Han}}[\p{{Han}} 　·、]{{1,40}}",
)

_ORIGIN = any_of(
    rf"{_SOURCE}{_COLON}{_REST}",
    r"(?:本文)?原(?:标题|標題|题|題)(?:为|為|是)?[：:《“「][^。]{2,120}",
    _BRACKETED,
)

_STAMPED = any_of(
    rf"{_STAMP} ?[：:]? ?{DATE}(?: ?{CLOCK})?(?:[^\p{{Han}}\d。]{{0,3}}(?:{_SOURCE}|{_COUNTED}){_REST})?",
    rf"(?:时间|時間|日期)[：:] ?{DATE} ?(?:{CLOCK})?[ 　|｜·]*(?:{_SOURCE}|{_COUNTED}){_REST}",
)

_RIGHTS = any_of(
    r"【?(?:免责|免責|特别|特別|版权|版權|郑重|鄭重|风险)(?:声明|聲明|提示)[）)】\]]?[：:].{4,400}",
    r"(?:本文|文章|以上|该文|评论|此文|文中|上述|留言)[^。]{0,40}不代表(?:本(?:站|网|網|平台|报|報|刊)"
    r"|\p{Han}{2,10}(?:观点|觀點|立场|立場)).{0,120}",
    r"[（(]?(?:文中|本文)?(?:图片|圖片|配图|照片)(?:均|皆)?(?:来自|來自|来源于|源自|取自)"
    r"(?:网络|網路|網絡|互联网)[^。]{0,40}。?[）)]?",
)

_TOOL = one_of("打印 列印 关闭 關閉 收藏 分享 返回 推荐 复制 保存 繁体 简体 放大 缩小 正常 字体 字號 字号 默认 超大")
_TOOLS = any_of(
    rf"(?:[【\[（(]?{_TOOL}(?:本页|此页|窗口|本文|链接|顶部|首页|列表|大小)?[】\]）)：:]?[ 　|｜>]*){{2,12}}",
    r"(?:字体|字號|字号|字体大小)[：:].{1,30}",
    r"(?:【\d{1,2}】 ?){2,20}|(?:\d{1,2} ){1,12}(?:下一页|下一頁|次へ|次のページ|다음)(?: .{1,12})?",
    r"[（(]?(?:正文|全文)(?:已)?(?:结束|完)[，,)）].{0,40}",
)

_FOLLOW = either("关注|關注|订阅|訂閱|下载|下載|安装|安裝")
_CHANNEL = either("公众号|公眾號|官方微信|官方微博|客户端|客戶端|粉絲團|頻道|App|APP")
_ASKS = any_of(
    r"(?:用|打开|请用|請用)?微信扫[^。]{2,24}|分享(?:至|到|给)(?:微信|好友|朋友圈|微博)[^。]{0,16}",
    r"[>＞»▶▷→ ]{0,3}(?:查看|点击|點擊|点此|點此|阅读|閱讀)(?:进入|查看|阅读|这里|此处|下方|上方)?"
    r"(?:更多|全文|原文|详情|詳情|“[^”]{2,20}”)[^。！？]{0,20}",
    rf"(?:欢迎|歡迎|请|請|敬请|敬請){_FOLLOW}[^。！？]{{1,30}}{_CHANNEL}[^。！？]{{0,40}}[。！]?",
    rf"{_FOLLOW}(?![^。]{{0,12}}的|量|者)[^。！？，]{{1,20}}{_CHANNEL}[^。！？]{{0,40}}",
    r"(?:更多|精彩|相关)[^。！？]{2,24}(?:请|請|敬请|尽在)(?:关注|關注|搜索|下载|点击"
    r"|登录)[：:]?[^。！？]{2,40}[。！]?",
    r"[▶▷☞■◆※☎].{0,40}(?:제보|구독|바로가기|클릭|다운로드|보러가기|추천기사|친구 추가).{0,60}",
    r"(?:この|本)記事は[^。]{0,12}(?:会員|有料|購読者)限定[^。]{0,30}。.{0,60}",
    r"[［【\[](?:有料会員|会員|購読者)限定[］】\]].{0,80}|(?:残り|あと) ?[\d,]{2,6} ?文字.{0,30}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for notes around articles of East Asia."""
    yield from _credits()
    yield from _navigation()


def _credits() -> Iterator[Rule]:
    """Who wrote, edited and owns it, and since when it is there."""
    yield Rule(
        "editor-note",
        "credits",
        line=_STAFF,
        sample="责任编辑：张渡口",
        spares="编辑部昨天搬到了河对岸的新楼。",
        why="who wrote or edited it",
    )
    yield Rule(
        "origin-note",
        "credits",
        line=_ORIGIN,
        sample="来源：渡口日报",
        spares="来源不明的船停在港口里。",
        why="where it appeared first",
    )
    yield Rule(
        "stamp-note",
        "credits",
        line=_STAMPED,
        sample="发布日期：2019-03-06 责任编辑：张渡口",
        spares="时间：2019年3月6日",
        why="date of publication",
    )
    yield Rule(
        "rights-note",
        "credits",
        line=_RIGHTS,
        sample="免责声明：本文仅供参考，请以公告为准。",
        spares="船长发表声明：桥不是他撞的。",
        why="whose it is, and who answers for it",
    )


def _navigation() -> Iterator[Rule]:
    """What the reader can do with it."""
    yield Rule(
        "page-tools",
        "navigation",
        line=_TOOLS,
        sample="【打印本页】【关闭窗口】",
        spares="打印机坏了三天。",
        why="prints, closes or turns the page",
    )
    yield Rule(
        "reader-asks",
        "navigation",
        line=_ASKS,
        sample="欢迎关注渡口日报微信公众号",
        spares="更多的人请求船长下载地图。",
        why="asks the reader for something",
    )
