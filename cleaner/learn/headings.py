"""Headings that articles of many outlets share: they recur, and are content."""

from __future__ import annotations

from cleaner.learn.keys import key

_HEADINGS = (
    # English
    "introduction, conclusion, conclusions, summary, tl;dr, sources, source, references, notes, footnotes, "
    "bibliography, background, context, overview, methodology, methods, results, discussion, analysis, abstract, "
    "epilogue, prologue, pros, cons, pros and cons, advantages, disadvantages, verdict, our verdict, "
    "the verdict, bottom line, the bottom line, key takeaways, takeaways, key points, at a glance, highlights, "
    "what's next, what happens next, what we know, what we know so far, why it matters, the big picture, "
    "frequently asked questions, faq, faqs, questions and answers, q&a, question, answer, ingredients, method, "
    "directions, instructions, preparation, recipe, nutrition, serves 4, timeline, appendix, acknowledgements, "
    "further reading, final thoughts, in conclusion, history, example, examples, requirements, installation, "
    "usage, update, correction, part 1, chapter 1, step 1, day 1, section 1, question 1, act 1, figure 1, "
    "table 1, round 1, week 1, "
    # German
    "einleitung, einführung, fazit, zusammenfassung, quellen, quelle, literatur, hintergrund, überblick, "
    "ausblick, ergebnis, ergebnisse, vorteile, nachteile, vor- und nachteile, zutaten, zubereitung, anleitung, "
    "frage, antwort, fragen und antworten, das wichtigste in kürze, auf einen blick, die hintergründe, "
    "wie geht es weiter, teil 1, kapitel 1, schritt 1, tag 1, beispiel, anmerkungen, chronologie, vorwort, "
    "nachwort, "
    # French
    "sources, références, contexte, résumé, en bref, en résumé, conclusion, introduction, bibliographie, "
    "ingrédients, préparation, recette, avantages, inconvénients, le verdict, notre avis, points forts, "
    "points faibles, chronologie, à retenir, ce qu'il faut retenir, questions, partie 1, chapitre 1, étape 1, "
    "jour 1, épilogue, "
    # Spanish, Portuguese, Italian
    "introducción, conclusión, conclusiones, fuentes, fuente, referencias, resumen, contexto, antecedentes, "
    "ingredientes, preparación, elaboración, ventajas, desventajas, pregunta, respuesta, capítulo 1, paso 1, "
    "parte 1, claves, las claves, introdução, conclusão, fontes, referências, resumo, modo de preparo, passo 1, "
    "vantagens, introduzione, conclusione, conclusioni, fonti, riferimenti, riassunto, ingredienti, "
    "preparazione, procedimento, capitolo 1, passaggio 1, vantaggi, svantaggi, in sintesi, "
    # Dutch, Scandinavian, Polish, Turkish
    "inleiding, conclusie, bronnen, samenvatting, achtergrond, ingrediënten, bereiding, deel 1, stap 1, "
    "inledning, slutsats, källor, sammanfattning, bakgrund, konklusjon, kilder, oppsummering, bakgrunn, "
    "baggrund, wstęp, wprowadzenie, podsumowanie, wnioski, źródła, źródło, tło, składniki, przygotowanie, "
    "rozdział 1, część 1, giriş, sonuç, kaynaklar, kaynak, özet, malzemeler, hazırlanışı, bölüm 1, arka plan, "
    # Russian, Ukrainian
    "введение, заключение, вывод, выводы, источники, источник, итог, итоги, предыстория, контекст, справка, "
    "главное, что известно, что дальше, ингредиенты, приготовление, рецепт, плюсы, минусы, вопрос, ответ, "
    "глава 1, часть 1, шаг 1, вступ, висновок, висновки, джерела, джерело, підсумок, підсумки, передісторія, "
    "довідка, що відомо, інгредієнти, приготування, розділ 1, частина 1, крок 1, "
    # Arabic, Persian, Hebrew, Hindi, Chinese, Japanese, Korean
    "مقدمة, المقدمة, خاتمة, الخاتمة, خلاصة, الخلاصة, المصادر, المراجع, خلفية, المكونات, طريقة التحضير, مقدمه, "
    "نتیجه‌گیری, منابع, پیشینه, מבוא, סיכום, מקורות, רקע, מצרכים, אופן ההכנה, परिचय, निष्कर्ष, स्रोत, पृष्ठभूमि, "
    "सामग्री, विधि, 引言, 前言, 导言, 导语, 结论, 结语, 总结, 小结, 背景, 参考文献, "
    "参考资料, 来源, 材料, 做法, 步骤 1, 結論, 結語, 總結, 參考資料, はじめに, おわりに, 終わりに, "
    "まとめ, 概要, 背景, 参考, 参考文献, 出典, 材料, 作り方, 서론, 결론, 요약, 출처, 참고문헌, 배경, "
    "재료, 만드는 법, "
)

HEADINGS = frozenset(key(heading) for heading in _HEADINGS.split(", ") if heading)
"""As `keys.key` writes them: a number in one stands for any."""
