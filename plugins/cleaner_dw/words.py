"""The words Deutsche Welle's pages are built with, language by language."""

from __future__ import annotations

import regex

SKIP_LINKS = frozenset(
    {
        "Skip to content", "Skip to main menu", "Skip to main navigation", "Skip to more DW sites",
        "Zum Inhalt springen", "Zur Hauptnavigation springen", "Zu weiteren Angeboten der DW springen",
        "Ir al contenido", "Ir al menú principal", "Ir a más sitios de DW", "Ir a más sitios DW",
        "Aller au contenu", "Aller au menu principal", "Aller à la navigation principale", "Voir plus de sites DW",
        "Ir para o conteúdo", "Ir para o menu principal", "Ir para mais páginas da DW",
        "Перейти к содержанию", "Перейти к главному меню", "Перейти к другим сайтам DW",
        "Перейти до змісту", "Перейти до головного меню", "Перейти до інших сайтів DW",
        "İçeriğe geç", "Ana menüye geç", "Diğer DW sayfalarına geç",
        "Przejdź do treści", "Przejdź do głównego menu", "Przejdź do innych stron DW",
        "تخطى إلى المحتوى", "تخطى إلى القائمة الرئيسية", "تخطى إلى المزيد من مواقع DW",
        "تخطي إلى المحتوى", "تخطي إلى القائمة الرئيسية", "تخطي إلى المزيد من مواقع DW",
        "跳转至内容", "跳转至主菜单", "跳转至更多DW网站",
    }
)  # fmt: skip
"""The numbered list at the very top."""

DW_SKIP_LINK = "|".join(sorted(regex.escape(link) for link in SKIP_LINKS if "DW" in link))
"""The third of the list, which no other outlet has, as a pattern."""

PAGE_TITLE_END = r"(?:\|.{0,150}\| DW \||– DW –) \d{1,2}[./]\d{1,2}[./]\d{4}"
"""What follows the headline in a page's title."""

OLD_SKIP_LINKS = frozenset({"Weitere Inhalte", "Metanavigation"})
"""Those of the old list that cannot be words of an article; the list is German on every language's pages."""

SECTION_SKIP = (
    r"Den nächsten Abschnitt \S.{0,80} überspringen|Skip next section \S.{0,150}|Omita siguiente sección \S.{0,150}"
    r"|(?:Ignorer|Passer) la section suivante \S.{0,150}|Pular a próxima seção \S.{0,150}"
    r"|Пропустить (?:следующий )?раздел \S.{0,150}|Пропустити (?:наступний )?розділ \S.{0,150}"
    r"|Sonraki bölüme geç \S.{0,150}|تخط[يى] إلى الجزء التالي \S.{0,150}|跳过此部分 ?\S.{0,80}"
)
"""A hidden link over the section that follows it, the section's title inside."""

ADVERTISEMENT = frozenset(
    {
        "Advertisement", "Anzeige", "Werbung", "Publicité", "Publicidad", "Publicidade", "Реклама", "Reklam",
        "İlan", "إعلان", "广告", "廣告", "Reklama", "Iklan",
    }
)  # fmt: skip

FEEDBACK = frozenset(
    {
        "Send us your feedback", "Send us your feedback!", "Your feedback",
        "Schicken Sie uns Ihr Feedback!", "Ihr Feedback", "Envíenos sus comentarios", "Sus comentarios",
        "Envoyez-nous vos commentaires", "Vos commentaires", "Envie-nos seus comentários",
        "Напишите нам", "Ваш отзыв", "Görüşlerinizi bize yazın",
    }
)  # fmt: skip

RELATED = frozenset(
    {
        "DW recommends", "Audios and videos on the topic", "Related content", "Related topics", "Explore more",
        "DW's Top Story", "More stories from DW", "Die Redaktion empfiehlt", "Audios und Videos zum Thema",
        "Mehr zum Thema", "Ähnliche Themen", "Top-Thema", "Weitere Themen", "WWW-Links", "WWW links",
        "Themenseiten", "DW recomienda", "Audios y videos sobre el tema", "Temas relacionados",
        "La rédaction vous recommande", "Audios et vidéos sur le sujet", "Sur le même thème", "Contenu associé",
        "Leia mais", "Áudios e vídeos relacionados", "Mais sobre este assunto", "Conteúdo relacionado",
        "Аудио и видео по теме", "DW рекомендует", "Ещё по теме", "Контекст", "Топ-тема", "Похожие темы",
        "Аудіо та відео за темою", "DW рекомендує", "Більше за темою", "Konuyla ilgili", "İlgili konular",
        "Bu konuda daha fazla", "اكتشف المزيد", "مواضيع ذات صلة", "المزيد عن الموضوع", "更多相关内容", "相关专题",
    }
)  # fmt: skip
"""Headings over boxes of other articles."""

OTHER_CONTROLS = frozenset(
    {
        "Show more stories", "Show more", "Go to homepage", "Weitere Beiträge anzeigen", "Zur Startseite",
        "Ir a la página de inicio", "Aller à la page d'accueil", "Ir para a página inicial",
        "На главную страницу", "Ana sayfaya git", "You need to enable JavaScript to run this app",
    }
)  # fmt: skip

CREDIT_LABELS = (
    "Image", "Bild", "Foto", "Imagen", "Imagem", "Photo", "Fotografía", "Фото", "Fotoğraf", "Görsel",
    "صورة من", "عکس", "تصویر", "图像来源", "圖像來源", "Zdjęcie", "Immagine", "Imagine", "Снимка",
    "Фотографија", "Εικόνα", "Gambar", "Picha", "Hoto", "तस्वीर", "ছবি", "ምስል",
)  # fmt: skip
"""What stands before a picture's credit, glued to the caption."""

AUTHOR_LABELS = (
    "Author", "Autorin", "Autor", "Auteure", "Auteur", "Autora", "Автор", "Yazar", "Autorzy", "Autoria",
)  # fmt: skip

EDITOR_LABELS = (
    "Edited by", "Editor", "Redaktion", "Redakteurin", "Redakteur", "Edition", "Édition", "Édité par", "Edition par",
    "Editado por", "Editora", "Edição", "Редактор", "Editör",
)  # fmt: skip

READ_MORE = (
    "Read more", "Also read", "Watch", "Mehr dazu", "Lesen Sie auch", "Lesen Sie mehr", "Mehr lesen", "Weiterlesen",
    "Lire aussi", "En savoir plus", "Lea también", "Leer más", "Más información", "Leia também", "Leia mais",
    "Читайте также", "Смотрите также", "Подробнее", "Читайте також", "Дивіться також", "Ayrıca okuyun", "Daha fazla",
    "اقرأ أيضا", "اقرأ أيضاً",
)  # fmt: skip

AGENCIES = (
    "dpa", "afp", "ap", "reuters", "rtr", "rtre", "rtrd", "efe", "epd", "kna", "sid", "ansa", "lusa", "tass",
    "interfax", "apn", "dapd", "ddp", "anp", "apa", "pap", "unian", "ukrinform", "kyodo", "xinhua", "yonhap",
    "anka", "aa", "ots", "upi", "cna", "ips", "أ ف ب", "د ب أ", "رويترز", "法新社", "路透社", "德新社", "美联社",
)  # fmt: skip
"""News agencies as sign-offs name them, lower case."""
