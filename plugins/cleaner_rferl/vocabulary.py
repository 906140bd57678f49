"""What the templates say, in the languages of the services. All of it is user interface, whole lines.

Pages are read by their structure, in any language; these words serve the text dumps,
in which no structure is left.
"""

from __future__ import annotations


def _listed(text: str) -> frozenset[str]:
    """Entries stand between bars; a line break is a space."""
    return frozenset(entry for part in text.split("|") if (entry := " ".join(part.split())))


ACCESSIBILITY = _listed("""
    Accessibility links | Ссылки для упрощенного доступа | Ссылки доступности | Доступность ссылок | Доступность ссылки
    | Линки доступности | Доступність посилання | Посилання доступності | Спеціальні потреби
    | Лінкі ўнівэрсальнага доступу | Dostupni linkovi | Linkovi | Достапни линкови | Линкове за достъпност
    | Linkuri accesibilitate | Hivatkozások | Akadálymentes mód | لینک‌های قابلیت دسترسی | لینکهای قابل دسترسی
    | د لاسرسي وړ لینکونه | Keçid linkləri | Accessibility linkləri | Линктер | Линклар | Пайвандҳои дастрасӣ
    | Сылтамалар | Мәтіндік сілтемелер | Мատչելիության հղումներ | Մատչելիության հղումներ | Liens d'accessibilité
    | Enlaces de accesibilidad | Links de Acesso | Erişilebilirlik | Tautan-tautan Akses | Đường dẫn truy cập
    | 无障碍链接 | 無障礙鏈接 | 연결 가능 링크 | Viungo vya upatikanaji
""")
"""The hidden heading at the very top; everything about a dump's head is anchored at it."""

SKIP_LINKS = _listed("""
    Skip to main content | Skip to main Navigation | Skip to Search | Вернуться к основному содержанию
    | Вернутся к главной навигации | Вернутся к поиску | Вернуться к главной навигации | Вернуться к поиску
    | Перейти к основному содержанию | Перейти к главной навигации | Перейти к поиску | Перейти на основной контент
    | Перейти на основную навигацию | Перейти в поиск | Перейти до основного матеріалу | Перейти до основного змісту
    | Перейти до головної навігації | Перейти до основної навігації | Перейти до пошуку | Перейти на пошук
    | Перайсьці да галоўнага зьместу | Перайсьці да галоўнай навігацыі | Перайсьці да пошуку | Idi na glavni sadržaj
    | Idi na glavnu navigaciju | Idi na pretragu | Pređi na glavni sadržaj | Pređi na glavnu navigaciju
    | Pređi na pretragu | Пређи на главни садржај | Пређи на главну навигацију | Пређи на претрагу | Оди на содржината
    | Оди на главната навигација | Оди на пребарување | Sari la conținutul principal | Sari la navigarea principală
    | Sari la căutare | رفتن به محتوای اصلی | رفتن به منوی اصلی | رفتن به صفحه اصلی | رفتن به قسمت جستجو | رفتن به جستجو
    | جهش به محتوای اصلی | جهش به فهرست اصلی | جهش به جستجو | Мазмунга өтүңүз | Навигацияга өтүңүз | Издөөгө салыңыз
    | Бош мавзуларга ўтинг | Бош навигацияга ўтинг | Қидирувга ўтинг | Ҷаҳиш ба мояи аслӣ | Ҷаҳиш ба феҳристи аслӣ
    | Ҷаҳиш ба ҷустор | Əsas məzmuna qayıt | Əsas naviqasiyaya qayıt | Axtarışa qayıt | Menu principal
    | Retour Recherche | Salte al contenido principal | Salte a la navegación principal | Salte a la búsqueda
    | Ir para o conteúdo principal | Ir para a navegação principal | Ir para a pesquisa | Ana içeriğe geç
    | Ana navigasyona geç | Aramada geç
""")

BREAKING = _listed("""
    Breaking News | Breaking | Срочные новости | Срочная новость | Термінові новини | Термінова новина | Важливі новини
    | Тэрміновыя навіны | Найважнейшыя навіны | Najnovije vijesti | Najnovije vesti | Udarna vest | Udarna vijest
    | Итни вести | Știri de ultimă oră | Legfrissebb hírek | خبر فوری | خبر ویژه | Тез кабарлар | Шұғыл хабар
    | Son dakika haberleri | Noticia de última hora | Dernière minute
""")
"""The label of the news bar right above the article, left there when the bar is empty."""

KICKERS = _listed("""
    News | Updated | Features | Feature | Analysis | Explainer | Newsline | Video | Photo Gallery | Новости | Обновлено
    | Новини | Оновлено | Навіны | Абноўлена | Vijesti | Vesti | Ažurirano | خبر | اخبار
""")
"""Section labels that stand alone above a headline, compared case-folded; read only in a dump's head."""

ALSO_READ = tuple(
    sorted(
        _listed("""
    SEE ALSO | See Also | See also | ALSO READ | Also Read | READ MORE | Read More | СМОТРИ ТАКЖЕ | Смотри также
    | СМОТРИТЕ ТАКЖЕ | Смотрите также | ЧИТАЙТЕ ТАКЖЕ | Читайте также | ДИВІТЬСЯ ТАКОЖ | Дивіться також | ЧИТАЙТЕ ТАКОЖ
    | Читайте також | ГЛЯДЗІЦЕ ТАКСАМА | Глядзіце таксама | ЧЫТАЙЦЕ ТАКСАМА | Чытайце таксама | PROČITAJTE I OVO
    | Pročitajte i ovo | Pročitajte i | ПРОЧИТАЈТЕ И | Прочитајте и | ПРОЧЕТЕТЕ ОЩЕ | Прочетете още | CITIȚI ȘI
    | Citiți și | در همین زمینه | همچنین بخوانید | بیشتر در این باره | ТАҒЫ ОҚЫҢЫЗ | Тағы оқыңыз | VOIR AUSSI
    | Voir aussi | VEA TAMBIÉN | Vea también
""")
    )
)
"""Labels of the box that links to one other article, with or without a colon."""

PLAYER = _listed("""
    please wait | No media source currently available | No live streaming currently available | Embed
    | Embed share | The code has been copied to your clipboard. | The URL has been copied to your clipboard
    | width px height px | width | height | px | Pop-out player | Pop-out audio player | Direct link | Auto
    | Your browser doesn't support HTML5
    | This image contains sensitive content which some people may find offensive or disturbing | Click to reveal
    | Нет медиа-источника | Медиафайл недоступен | Прямая ссылка | Код для вставки | Код скопирован в буфер обмена
    | Ссылка скопирована в буфер обмена | Открыть в новом окне | Пряме посилання | Код скопійовано
    | Код скапіяваны ў буфэр абмену | Простая спасылка | Direktan link | Kod je kopiran u clipboard | لینک مستقیم
    | کد در کلیپ‌بورد کپی شد
""")

TOOLS = _listed("""
    Share | Print | Print Options: | Copy link | Link has been copied to clipboard | Email to a Friend
    | Share on Facebook | Share on Twitter | Share on X | (CTRL+P) | analytics | toggle search input
    | toggle main navigation | logo-compact logo logo-print logo-print | Show more | Show less | Read more
    | View comments | See comments | Поделиться | Распечатать | Скопировать ссылку | Ссылка скопирована | Комментарии
    | Смотреть комментарии | Поділитися | Друкувати | Скопіювати посилання | Коментарі | Падзяліцца | Раздрукаваць
    | Скапіяваць спасылку | Камэнтары | Podijelite | Podelite | Odštampajte | Štampaj | Kopiraj link | Komentari
    | همرسانی | چاپ | کپی لینک
""")

FOLLOW = _listed("""
    Follow | Subscribe | FollowSubscribe | Follow Subscribe | Подписаться | Подписка | Стежити | Підписатися
    | Падпісацца | Pratite | Pretplatite se | دنبال کنید
""")
"""Buttons under an author box."""

TAIL = _listed("""
    Most popular | Most Viewed | Most Read | Popular | Recommended | Recommended Stories | Related | Related Stories
    | Related Articles | Editors' Picks | Editor's Picks | Latest News | Latest | You May Also Like | Back to top
    | Follow Us | Самое популярное | Популярное | Самое читаемое | Рекомендуем | Материалы по теме | Выбор редакции
    | Наверх | Вернуться наверх | Следите за нами | Присоединяйтесь | Найпопулярніше | Популярне | Рекомендуємо
    | Вибір редакції | Вгору | Слідкуйте за нами | Стежте за нами | Самае папулярнае | Папулярнае | Рэкамэндуем | Уверх
    | Сачыце за намі | Najčitanije | Najpopularnije | Preporučeno | Izdvojeno | Vrati se na vrh | Na vrh | Pratite nas
    | پربیننده‌ترین | پرخواننده‌ترین | پیشنهاد سردبیر | بازگشت به بالا | ما را دنبال کنید
""")
"""Headings of what stands beside and below an article: headlines of others, the footer."""

LATEST = _listed("""
    All Of The Latest News | See all News Updates of the Day | Все новости | Все новости за сегодня
    | Все последние новости | Усі новини | Всі новини | Усе навіны | Усе навіны дня | Sve vijesti | Sve vesti
    | Sve najnovije vijesti | همه خبرها | همه اخبار
""")
"""Ends an article of the news feed: what follows are other articles, whole."""

VERDICTS = _listed("""
    False | Likely False | Partially False | Misleading | Likely Misleading | Partially True | Unsubstantiated | Unclear
    | True | Ложь | Неправда | Отчасти неправда | Вводит в заблуждение | Полуправда | Правда
""")
"""What a fact check says of a claim, under the claim, above the article."""
