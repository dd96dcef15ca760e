//! Sentences of the definitions, English and Russian.

/// What commands, options and values do; the English exactly as it stands at the definition.
pub const SENTENCES: &[(&str, &str)] = &[
    (
        "Staffs school assessments so that nobody judges their own",
        "Расставляет людей на проверочные работы так, чтобы никто не судил своих",
    ),
    (
        "Staffs school assessments so that nobody judges their own.\n\nReads a folder with a school's lists, makes the best roster of proctors, checkers, observers and assistants, proves it, and checks any roster made by hand. Nothing leaves this computer.",
        "Расставляет людей на проверочные работы так, чтобы никто не судил своих.\n\nЧитает папку со списками школы, составляет лучшую расстановку организаторов, экспертов, наблюдателей и ассистентов, доказывает это и проверяет любую расстановку, сделанную вручную. Ничто не покидает этот компьютер.",
    ),
    (
        "Exit codes: 0 nothing to report; 1 done, but conflicts, empty places, exceptions or what could not be checked need a person's eye; 2 bad input or usage, nothing written.\n\nStart with: recuse demo",
        "Коды завершения: 0 – сообщить не о чем; 1 – сделано, но конфликты, пустые места, исключения или то, что не удалось проверить, требуют внимания человека; 2 – неверные данные или вызов, ничего не записано.\n\nНачните с: recuse demo",
    ),
    // Commands.
    (
        "Write a sample school into a new folder, make its roster and check it",
        "Записать школу-пример в новую папку, составить её расстановку и проверить",
    ),
    (
        "Read everything, show what was understood and every complaint",
        "Прочитать всё, показать, что понято, и все замечания",
    ),
    ("Make the roster", "Составить расстановку"),
    (
        "Report every conflict in a roster, whoever made it",
        "Сообщить обо всех конфликтах в расстановке, кто бы её ни составил",
    ),
    (
        "Say why a place is empty, who else could take it, or why somebody may not",
        "Сказать, почему место пусто, кто ещё мог бы его занять и почему кому-то нельзя",
    ),
    (
        "Make a roster valid again with the fewest changes",
        "Исправить расстановку наименьшим числом изменений",
    ),
    (
        "Show what changed between two rosters, and who has to be told",
        "Показать, чем отличаются две расстановки и кого предупредить",
    ),
    (
        "Write the sheets: order, slips, lists, calendars",
        "Записать листы: приказ, личные листы, списки, календари",
    ),
    (
        "Hold a roster against its proof, with a small program of its own",
        "Сверить расстановку с её доказательством отдельной маленькой программой",
    ),
    (
        "Write a workbook of empty tables to be filled in",
        "Записать книгу пустых таблиц для заполнения",
    ),
    (
        "Make lists out of a timetable program's file",
        "Сделать списки из файла программы расписаний",
    ),
    (
        "List the rules, or explain one",
        "Перечислить правила или объяснить одно",
    ),
    (
        "Open the page in the browser: everything without a terminal",
        "Открыть страницу в браузере: всё без терминала",
    ),
    (
        "Print a completion script for a shell",
        "Вывести сценарий автодополнения для оболочки",
    ),
    // Options of every command.
    (
        "Language of messages and rosters (default: the locale's, else English)",
        "Язык сообщений и расстановок (если не указан: язык системы, иначе английский)",
    ),
    (
        "Colours in the terminal (`NO_COLOR` is honoured)",
        "Цвета в терминале (`NO_COLOR` учитывается)",
    ),
    (
        "Say nothing but errors and what was asked for",
        "Только ошибки и то, о чём спросили",
    ),
    (
        "Say more: notes about the files, methods and bounds",
        "Подробнее: примечания о файлах, методы и оценки",
    ),
    ("English", "Английский"),
    ("Russian", "Русский"),
    ("When the output is a terminal", "Если вывод – терминал"),
    ("Always", "Всегда"),
    ("Never", "Никогда"),
    // Arguments.
    ("The roster", "Расстановка"),
    (
        "Folder with the lists (default: the roster's folder)",
        "Папка со списками (если не указана: папка расстановки)",
    ),
    (
        "Folder with the lists (default: the new roster's folder)",
        "Папка со списками (если не указана: папка новой расстановки)",
    ),
    ("Folder with the lists", "Папка со списками"),
    (
        "Folder with the lists, or one to put them into",
        "Папка со списками или папка, куда их сложить",
    ),
    (
        "Sheet of the workbook (default: the first that holds a roster)",
        "Лист книги (если не указан: первый с расстановкой)",
    ),
    ("What to print", "Что вывести"),
    ("A report for a person", "Отчёт для человека"),
    ("A summary for a person", "Сводка для человека"),
    ("For a person", "Для человека"),
    ("One object", "Один объект"),
    (
        "A table that opens in a spreadsheet program",
        "Таблица, которую открывают программы таблиц",
    ),
    (
        "SARIF 2.1.0, for editors and code hosts",
        "SARIF 2.1.0, для редакторов и хранилищ кода",
    ),
    (
        "Show the table as it was understood, cell by cell, before the findings",
        "Сначала показать таблицу, как она понята, ячейка за ячейкой",
    ),
    (
        "Ask about unclear names, and keep the answers in names.csv of the folder",
        "Спросить о неясных именах и сохранить ответы в names.csv папки",
    ),
    (
        "Write the roster with the fewest changes that settle its conflicts, in its own layout and format; rows without a conflict stay",
        "Записать расстановку с наименьшими изменениями, снимающими конфликты, в её собственном виде; строки без конфликтов остаются",
    ),
    (
        "Write the roster's own workbook with the findings in it: cells coloured, notes, a column of remarks",
        "Записать книгу расстановки с найденным в ней: цвет ячеек, примечания, столбец замечаний",
    ),
    (
        "Overwrite files that are there",
        "Перезаписать существующие файлы",
    ),
    ("Overwrite the file", "Перезаписать файл"),
    (
        "Overwrite the file if it is there",
        "Перезаписать файл, если он есть",
    ),
    ("Overwrite the roster", "Перезаписать расстановку"),
    (
        "Overwrite lists that are there",
        "Перезаписать существующие списки",
    ),
    ("Day of the sitting", "День работы"),
    ("Its class", "Её класс"),
    ("Its subject", "Её предмет"),
    ("Only the places of this role", "Только места этой роли"),
    ("Only this person", "Только этот человек"),
    ("New folder", "Новая папка"),
    (
        "A made-up school of this size instead of the sample",
        "Выдуманная школа такого размера вместо примера",
    ),
    (
        "Another made-up school of the same size",
        "Другая выдуманная школа того же размера",
    ),
    (
        "About 12 staff and 20 sittings",
        "Около 12 сотрудников и 20 работ",
    ),
    (
        "About 60 staff and 150 sittings",
        "Около 60 сотрудников и 150 работ",
    ),
    (
        "About 180 staff and 700 sittings",
        "Около 180 сотрудников и 700 работ",
    ),
    (
        "Where to write the roster (default: DIR/roster.csv)",
        "Куда записать расстановку (если не указано: DIR/roster.csv)",
    ),
    (
        "Where to write the proof, for `recuse verify`",
        "Куда записать доказательство для `recuse verify`",
    ),
    (
        "Rules and options to use instead of DIR/policy.toml",
        "Правила и настройки вместо DIR/policy.toml",
    ),
    (
        "Nobody ever supervises or grades their own subject or their own class",
        "Никто не бывает организатором или экспертом по своему предмету или в своём классе",
    ),
    (
        "Chooses among equally good rosters; the same seed gives the same roster",
        "Выбирает среди одинаково хороших расстановок; то же число даёт ту же расстановку",
    ),
    (
        "Stop after this many seconds with the best roster so far",
        "Остановиться через столько секунд с лучшей из найденных расстановок",
    ),
    ("Who makes the roster", "Кто составляет расстановку"),
    (
        "The engine that proves what it says",
        "Решатель, который доказывает то, что говорит",
    ),
    (
        "A second opinion on small schools: one general model, solved by a general solver; never proven",
        "Второе мнение для небольших школ: одна общая модель, решает общий решатель; без доказательства",
    ),
    (
        "Somebody who is away: always, on that day (days: 21.04-23.04), or in those lessons; may be given many times",
        "Кого нет: всегда, в этот день (дни: 21.04-23.04) или на этих его уроках; можно указать много раз",
    ),
    (
        "Where to write the repaired roster (default: ROSTER-repaired.csv beside it)",
        "Куда записать исправленную расстановку (если не указано: РАССТАНОВКА-repaired.csv рядом)",
    ),
    ("The roster that was", "Прежняя расстановка"),
    ("The roster that is", "Новая расстановка"),
    (
        "Folder to write into (default: DIR/sheets)",
        "Папка для записи (если не указана: DIR/sheets)",
    ),
    (
        "Kinds of files (default: all)",
        "Виды файлов (если не указаны: все)",
    ),
    ("Workbook", "Книга"),
    ("Documents", "Документы"),
    ("Pages to print", "Страницы для печати"),
    ("Web pages", "Веб-страницы"),
    ("Calendars", "Календари"),
    ("Tables", "Таблицы"),
    (
        "For the notice board: initials only; no reasons, telephones, children",
        "Для доски объявлений: только инициалы; без причин, телефонов, детей",
    ),
    ("Only sheets of this person", "Только листы этого человека"),
    (
        "Only sheets of this day (21.04.2026 or 2026-04-21)",
        "Только листы этого дня (21.04.2026 или 2026-04-21)",
    ),
    (
        "Export a roster in conflict too; every page is stamped",
        "Записать листы и при конфликтах; на каждой странице отметка «ПРОЕКТ»",
    ),
    (
        "The roster's proof, as `generate --proof` wrote it: verified again, the statement of checks says what it shows",
        "Доказательство расстановки от `generate --proof`: проверяется заново, справка о проверке говорит, что оно показывает",
    ),
    (
        "An older roster: calendars cancel the duties that are gone, the text for the chat names the changes alone",
        "Прежняя расстановка: календари отменят то, чего больше нет, текст для чата назовёт только изменения",
    ),
    ("A text for the staff chat", "Текст для чата учителей"),
    (
        "Show the price of a rule: the school staffed under each limit, side by side",
        "Показать цену правила: расстановка при каждом пределе, рядом друг с другом",
    ),
    (
        "Limits on the works of one checker to compare, beside none",
        "Какие пределы работ на одного эксперта сравнить – рядом с расстановкой без предела",
    ),
    (
        "Rules and options to begin from instead of DIR/policy.toml",
        "Правила и настройки, от которых отправляться, вместо DIR/policy.toml",
    ),
    (
        "Stop each line after this many seconds with the best so far",
        "Остановить каждый вариант через столько секунд с лучшим, что найдено",
    ),
    (
        "Rules and options that the roster was made by instead of DIR/policy.toml",
        "Правила и настройки, по которым составлена расстановка, вместо DIR/policy.toml",
    ),
    (
        "The roster was made with --strict",
        "Расстановка составлена с --strict",
    ),
    (
        "Its proof, as `generate --proof` wrote it",
        "Её доказательство, записанное `generate --proof`",
    ),
    ("The workbook to write", "Книга, которую записать"),
    ("Whose file", "Чей файл"),
    (
        "The file; of Untis and of workbooks, all of them",
        "Файл; для Untis и книг – все файлы",
    ),
    (
        "A workbook with the timetable as a grid: classes or teachers by lessons",
        "Книга с расписанием в виде сетки: классы или учителя по урокам",
    ),
    (
        "Untis (GPU001.TXT, GPU002.TXT, and GPU003, GPU004, GPU006 for the names)",
        "Untis (GPU001.TXT, GPU002.TXT, а также GPU003, GPU004, GPU006 для названий)",
    ),
    (
        "Folder to write the lists into",
        "Папка, куда записать списки",
    ),
    ("FET", "FET"),
    ("aSc Timetables (XML)", "aSc Timetables (XML)"),
    ("The rule to explain", "Правило, которое объяснить"),
    (
        "Port on this computer (0: any free one)",
        "Порт на этом компьютере (0: любой свободный)",
    ),
    ("Only print the address", "Только вывести адрес"),
    ("The shell", "Оболочка"),
];
