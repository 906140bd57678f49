"""Stage navigation, third part: related posts and tags."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, either, phrases

_OTHERS = (
    r"(?:READ|ALSO READ|READ (?:MORE|ALSO|NEXT)|Read (?:[Mm]ore|[Aa]lso|[Nn]ext|[Oo]n)|Also [Rr]ead"
    r"|[Ss]ee [Aa]lso|SEE ALSO)",
    r"(?:RELATED|Related(?: (?:[Aa]rticles?|[Ss]tor(?:y|ies)|[Rr]eading|[Pp]osts?|[Cc]ontent))?|MORE"
    r"|Recommended(?: [Rr]eading)?)",
    r"(?:More (?:on|from|in) [^:.]{2,40}|Don['’]t [Mm]iss|WATCH|Watch|LISTEN|Trending|TRENDING|MUST READ"
    r"|Click here to read)",
    r"(?:You (?:[Mm]ay|[Mm]ight) (?:[Aa]lso )?[Ll]ike|What to [Rr]ead [Nn]ext"
    r"|In [Cc]ase [Yy]ou [Mm]issed [Ii]t|Explore [Mm]ore)",
    r"(?:L(?:esen Sie|ies) (?:auch|hier|dazu|hierzu|mehr|dazu auch|auch hier|weiter|jetzt|mehr dazu"
    r"|hier mehr)|Auch (?:interessant|lesen))",
    r"(?:Mehr (?:zum Thema|dazu|zu diesem Thema|lesen)|Das könnte (?:dich|Sie) (?:auch )?interessieren"
    r"|Passend dazu|Weiterlesen)",
    r"(?:Ähnliche (?:Artikel|Beiträge)|Siehe auch|Zum Thema|Interessant dazu|Lesetipp|Weitere (?:Artikel"
    r"|Themen|News|Nachrichten))",
    r"(?:LIRE AUSSI|[ÀA] LIRE AUSSI|[ÀA] lire(?: aussi| également)?|Lire (?:aussi|également|la suite)|Voir aussi)",
    r"(?:L(?:ea|ee|eer|eé) también|LE(?:A|E|ER) TAMBIÉN|Lee[r]? más|Ve[ar] también|VE[AR] TAMBIÉN"
    r"|(?:También )?[Tt]e puede interesar|TE PUEDE INTERESAR|PUEDES VER|Puedes ver|MIRA(?: TAMBIÉN)?|TAMBIÉN LEE)",
    r"(?:Te recomendamos|Más información|Mira también|Leggi (?:anche|di più)|LEGGI ANCHE|Approfondisci|Vedi anche)",
    r"(?:Leia (?:também|mais)|LEIA (?:TAMBÉM|MAIS)|Saiba mais|Veja também|VEJA TAMBÉM)",
    r"(?:Чита(?:йте|ть) (?:также|ещё|еще|по теме)|ЧИТАЙТЕ ТАКЖЕ|Смотрите? также|(?:Материалы п|П)о теме|Подробнее)",
    r"(?:Читайте (?:також|на тему)|ЧИТАЙТЕ ТАКОЖ|Дивіться також|Докладніше|(?:Czytaj|Przeczytaj) (?:także|też"
    r"|również|więcej))",
    r"(?:CZYTAJ (?:TAKŻE|WIĘCEJ)|Dowiedz się więcej|Zobacz (?:także|też|również)|ZOBACZ TAKŻE"
    r"|Lees (?:ook|meer)|LEES OOK|L[äæ]s (?:också|även|mera?|også))",
    r"(?:L[ÄÆ]S (?:OCKSÅ|MER|OGSÅ)|Les også|LES OGSÅ|Lue (?:myös|lisää)|LUE MYÖS|Přečtěte si(?: také)?"
    r"|Čtěte také|ČTĚTE TAKÉ)",
    r"(?:Kapcsolódó|Citește și|Διαβάστε (?:επίσης|ακόμα)|İlgili [Hh]aber|İLGİLİ HABER|Baca [Jj]uga|BACA JUGA"
    r"|Xem thêm|XEM THÊM)",
    r"(?:Pour aller plus loin|Pour en savoir plus|[Àà] voir aussi|POUR ALLER PLUS LOIN|Lisez aussi"
    r"|Notre dossier|Sur le même (?:sujet|thème)|Articles? (?:lié|associé|similaire)s?)",
    r"(?:(?:Lea|Lee|Leé|LEA|LEE) (?:además|ADEMÁS|tambien|TAMBIEN)|Sigue leyendo|SIGUE LEYENDO"
    r"|(?:Le|Te) puede interesar|(?:Noticia|Nota|Artículo)s? relacionad[oa]s?|Mir[aá] también"
    r"|No te pierdas|NO TE PIERDAS)",
    r"(?:Per approfondire|PER APPROFONDIRE|Guarda anche|Ti potrebbe interessare|Potrebbe interessarti|Leia a seguir"
    r"|(?:Confira|Assista|CONFIRA|ASSISTA) também|Ler também|LER TAMBÉM|Notícias? relacionadas?|Llegiu? també)",
    r"(?:Читайте (?:в тему|больше|далее|ще|далі|більше)|По теме|Смотрите ещё|Дивись також|Більше за темою|За темою"
    r"|Вижте (?:още|също)|Прочетете (?:още|също)|Чытайце таксама)",
    r"(?:Polecamy|Warto przeczytać|Sprawdź (?:też|także)|Mohlo by vás za(?:jímat|ujímať)|Prečítajte si(?: aj| tiež)?"
    r"|Pročitajte (?:i|još)(?: ovo)?|Preberite (?:tudi|še)|Прочитајте (?:и|још)|Olvassa el(?: ezt is)?|Ajánljuk)",
    r"(?:Citiți și|CITEȘTE ȘI|Vezi și|Δείτε (?:επίσης|ακόμη)|ΔΙΑΒΑΣΤΕ (?:ΕΠΙΣΗΣ|ΑΚΟΜΑ)|Ayrıca (?:oku|bak)(?:yun|ınız)?"
    r"|İlgili Haberler|BUNU DA OKUYUN|(?:Lestu|Sjá) einnig|Loe (?:ka|lisaks|veel)|Las[ia] (?:arī|vēl)"
    r"|Taip pat skaitykite|Skaitykite (?:taip pat|daugiau))",
    r"(?:Funda (?:nalokhu|futhi|kabanzi)|FUNDA (?:NALOKHU|FUTHI|KABANZI)"
    r"|Soma (?:pia|zaidi)|SOMA PIA|Baca [Ll]agi|BACA LAGI|Baca [Ss]elengkapnya|Simak [Jj]uga|Đọc thêm"
    r"|อ่านเพิ่มเติม|อ่านข่าว|ข่าวที่เกี่ยวข้อง)",
    r"(?:यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|हेही वाचा|আরও পড়ুন|আরো পড়ুন|இதையும் படியுங்கள்|یہ بھی پڑھیں"
    r"|بیشتر بخوانید"
    r"|همچنین بخوانید|קראו? (?:גם|עוד)|עוד בנושא|[إا]قر[أا] (?:أيض[اًا]{1,2}|المزيد|كذلك)|شاهد أيض[اًا]{1,2}"
    r"|أخبار ذات صلة)",
    r"(?:関連(?:記事|ニュース|リンク|動画)?|[あ合]わせて読みたい|こちらも(?:おすすめ|読まれています)?|もっと(?:読む"
    r"|見る)|(?:写真|画像)(?:を見る|で見る|特集|一覧)?|動画(?:を見る|で見る|特集|一覧))",
    r"(?:相[关關](?:阅读|閱讀|新[闻聞]|报道|報[导導道]|文章)|延伸[阅閱][读讀]|此前[报報][道導]|早前[报報][道導]"
    r"|推[荐薦](?:阅读|閱讀)|更多(?:新[闻聞]|報導|报道)|看更多|관련 ?(?:기사|뉴스|글)|연관 ?기사)",
)
_LEADS = any_of(
    r"(?:Noch mehr|Mehr|Weitere) (?:Themen|Infos|Artikel|Beiträge|Texte|Nachrichten|News|Links|Meldungen)"
    r"(?: (?:für|aus|von|zu[mr]?|auf|bei|über) [^.!?:]{2,50})?:",
    r"(?:[Mm]ost|MOST) (?:[Vv]iewed|[Rr]ead|[Pp]opular|[Ss]hared|[Cc]ommented|[Ww]atched) (?:[Ii]n|[Bb]y|[Oo]n|[Tt]his)"
    r"\b[^.!?:]{2,30}",
    r"More \p{Lu}\p{Ll}+\p{Lu}\p{L}+",
    r"Mehr zu(?:m Thema|r Debatte|m Fall) [^.!?:]{2,60}|Mehr zu[mr]? \p{Lu}[\p{L}\d-]+(?: [\p{L}\d-]+){0,2}",
    r"(?:Noch mehr|Mehr) Infos für (?:dich|Sie|euch)"
    r"|(?:Auch|Mehr|Neu|Mehr zum Thema) (?:auf|bei) [\p{L}-]{3,25}\.\p{L}{2,3}:?",
    r"(?:Lesen Sie|Lies|Lest) (?:auch|dazu|hierzu) (?:die|den|das|diese|unsere|folgende)[^.!?]{5,80}:",
    r"(?:Read|Explore|Discover) (?:further|more) (?:in|on|from|at) [^.!?:]{3,60}:?|(?:Also|More|New) (?:on|at)"
    r" [\p{L}-]{3,25}\.\p{L}{2,3}:?",
    r"(?:Weitere|Mehr|Nähere) (?:Infos?|Informationen|Details)(?: (?:hierzu|dazu|zu[mr]?\b[^.!?]{2,60}))?"
    r" (?:unter|auf|bei|finden Sie|findest du|gibt es|erhalten Sie)\b[^!?]{2,120}",
    r"Lesen Sie (?:das|die|den|unser[ne]?) [^!?]{3,200}\b(?:Abo|App|Shop|Einzelheft|E-Paper)\b[^!?]{0,120}"
    r"|(?:Die|Das|Den|Unsere|Diese) [^!?]{3,160}(?:Ausgabe|Heft|Magazin)[^!?]{2,120}\b(?:am Kiosk"
    r"|im Handel|im Zeitschriftenhandel|im Abo|als [Ee]-?[Pp]aper)\b[^?]{0,160}",
    r"You (?:may|might)(?: also)? be interested in[^.!?]{0,60}:?|(?:Other|More) (?:Posts|Articles|Stories|Recipes)"
    r" [Yy]ou (?:[Mm]ay|[Mm]ight)(?: [Aa]lso)? \p{L}+",
    r"Related (?:\p{Lu}\S* ){1,4}(?:Resources|Articles|Posts|Stories|Reading|News|Topics|Content|Links|Guides|Courses)",
    r"(?:CZYTAJ|Czytaj) (?:WIĘCEJ|więcej|DALEJ|dalej) (?:W|w|NA|na|O|o) .{2,120}",
    r"(?:\.{3}|…) ?(?:weiter zu|weiterlesen|read more|lire la suite|leer más)\b.{0,60}",
)
_READ_ON = any_of(
    *(rf"{words}(?: ?[:|»>→】：] ?| [-–—] )\S.{{2,200}}" for words in _OTHERS),
    rf"[\[(]{either(*_OTHERS)} ?[:|»\]：] ?\S.{{2,200}}",
    # Behind an arrow, or in brackets of their own, nothing needs to stand between the words and the title.
    rf"[【〔＜《▶►▸→➔➡👉🔗☞📌■▼◆●＞]\ufe0f? ?{either(*_OTHERS)}[^\p{{L}}\p{{N}}]{{1,4}}\S.{{2,200}}",
)

_THINGS = (
    r"(?:posts?|articles?|stories|news|comments?|videos|blogs?|reviews|results|episodes|events|photos|guides"
    r"|topics|products|recipes|books|jobs|categories|resources|projects|work|coverage|headlines|replies)"
)

_READ_ALL = any_of(
    rf"(?:Read|See|View|Show|Browse|Watch|Load) (?:all|more)(?: \d+)? ?{_THINGS}?"
    r"(?: (?:by|from|in|on|about|with|for|like) [^.!?:]{2,60})? ?[→»›>…]*",
    r"(?:Continue|Keep) [Rr]eading(?: [^.!?]{2,120})? ?[→»›>…]*|(?:View|See) all [^.!?:]{2,50}",
    r"View (?:my complete |full |author['’]?s? )?(?:profile|bio|archive|website)",
    r"(?:All|More) (?:posts|articles|stories) (?:by|from|in|on|about|tagged) [^.!?:]{2,60}",
    r"More (?:[Ff]rom|by|about) (?:the author|this author|[^.!?,:]{2,40})",
    r"(?:Alle|Weitere|Mehr) (?!.* (?:gelten|galten|wurden|kamen|erschienen|sind|waren|haben)\b)"
    r"(?:Beiträge|Artikel|Texte|Posts|Meldungen|Nachrichten|Kommentare|News|Themen|Videos|Infos|Rezepte)"
    r" (?:von|aus|zu|zum|zur|des|der|über|anzeigen|ansehen|lesen|laden)(?: [^.!?:]{2,60})?",
    r"(?:Voir|Lire) (?:tous|toutes|plus d['’]) ?[^.!?:]{2,50}|(?:Ver|Leer) (?:todas?|todos|más) (?:las? "
    r"|los? )?[^.!?:]{2,40}",
    r"(?:Все|Больше|Ещё|Еще|Другие) (?:новости|статьи|материалы|записи|публикации)(?: [^.!?:]{2,50})?",
)

_TAGS = any_of(
    r"(?:الوسوم|الكلمات (?:المفتاحية|الدالة)|برچسب[\u200c ]?ها|کلیدواژه[\u200c ]?ها|टैग्?स?|แท็ก|Từ khóa|TỪ KHÓA"
    r"|Chủ đề|Kata kunci|Topik|תגיות|ট্যাগ) ?[:：] ?[^.!?]{1,300}",
    r"(?:Tags?|TAGS?|Tagged(?: with| as| in| under)?|TAGGED|Filed [Uu]nder|FILED UNDER|Filed in|Posted [Ii]n"
    r"|Categor(?:y|ies)|Labels?|LABELS?|Topics?|TOPICS?|Hashtags|More on|Categori[sz]ed (?:as|in|under)|Published in"
    r"|See more on|Explore more|Read more (?:about|on)|More about) ?: ?[^.!?]{1,300}",
    r"(?:Tagged (?:with |as |in )?|Filed [Uu]nder |Posted in |Categori[sz]ed as )\p{Lu}[^.!?]{1,200}",
    r"(?:Schlagw(?:orte?|örter)|Stichworte?|Stichwörter|Kategorien?|Thema|Themen|Rubrik|Ressort|Mehr zu|Abgelegt unter"
    r"|Veröffentlicht in|Verschlagwortet mit|Kategorisiert in|Étiquettes?|Mots[- ]clés|Catégories?|Publié dans|Thèmes"
    r"|Etiquetas?|Etiquetado(?: como| con)?|Categorías?|Publicado e[nm]|Archivado en|Temas?|En este artículo"
    r"|Palabras clave"
    r"|Categori[ae]s?|Argomenti|Etichette|Pubblicato in|Marcadores|Assuntos|Palavras-chave|Tópicos|Т[еэ]ги|ТЕГИ|Метки"
    r"|Рубрик[аи]|Категори[яи]|Ключевые слова|Темы|Сюжет|Опубликовано в|Теми|Позначки|Мітки|Tagi|TAGI|Kategorie|Tematy"
    r"|Słowa kluczowe|Więcej na temat|Trefwoorden|Categorieën|Onderwerpen|Etiketler|ETİKETLER|Kategori(?:ler)?|Ämnen"
    r"|Taggar|Emner|Emneord|Štítky|Témata|Címkék|Etichete|Ετικέτες|カテゴリー?|タグ|キーワード|標籤|标签|關鍵字"
    r"|关键词|분류|태그) ?[:：] ?[^.!?]{1,300}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for other posts and tags."""
    yield from _other_posts()
    yield from _more()
    yield from _tags()


def _other_posts() -> Iterator[Rule]:
    """Rules for other posts."""
    yield Rule(
        "related-phrases",
        "navigation",
        phrases=phrases("related"),
        sample="Related posts:",
        spares="Conclusion",
        why="heading of a list of other posts",
    )
    yield Rule(
        "read-on",
        "navigation",
        line=_READ_ON,
        sample="Read more: The bridge that was never built",
        spares="Read more books, she said.",
        why="points to another post",
    )
    yield Rule(
        "read-lead",
        "navigation",
        line=_LEADS,
        sample="Weitere Beiträge aus der Backstube:",
        spares="Weitere Beiträge zahlt der Verein nicht.",
        why="leads to other posts",
    )
    yield Rule(
        "read-all",
        "navigation",
        line=_READ_ALL,
        sample="View all posts by Jane Doe →",
        spares="See more of the city on foot, she advised.",
        why="leads to other posts",
    )


def _more() -> Iterator[Rule]:
    """The rule for more on one subject."""
    yield Rule(
        "more-on",
        "navigation",
        line=r"More (?:on|about) (?:the )?\p{Lu}[\p{L}\d'’-]+(?: [\p{L}\d'’-]+){0,3}:?",
        sample="More on Lower Wimble",
        spares="More on Monday, he said.",
        why="leads to other posts",
    )


def _tags() -> Iterator[Rule]:
    """Rules for tags and categories."""
    yield Rule(
        "tag-line",
        "navigation",
        line=_TAGS,
        sample="Tags: bridges, rivers, engineering",
        spares="Topic of the day: Why do bridges fall?",
        why="tags or categories",
    )
    yield Rule(
        "hash-tags",
        "navigation",
        line=r"#\p{L}[\p{L}\d_-]*(?:[ ,;|/·•]*#[\p{L}\d_-]+){0,20}",
        sample="#bridges #rivers",
        spares="#1 The best bridge",
        why="tags",
    )
