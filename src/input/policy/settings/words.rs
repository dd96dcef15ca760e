//! The settings in words: what each is called, and a sentence on what it decides.

use crate::domain::Role;
use crate::lang::facts::Word;

/// The section of keys that stand above all sections.
pub const TOP: &str = "";

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// What the section is called.
pub fn section_word(section: &str) -> Word {
    match section {
        "document" => word("The papers", "Документы"),
        "places" => word("Places of a sitting", "Места на каждой работе"),
        "options" => word("How the lists are read", "Как понимать списки"),
        "limits" => word("Limits for checkers", "Пределы для экспертов"),
        "checking" => word("Checking of works", "Проверка работ"),
        "meetings" => word("Meetings on criteria", "Согласование критериев"),
        "rooms" => word("Rooms and cameras", "Кабинеты и камеры"),
        "substitutes" => word("Substitutes", "Замены уроков"),
        "warnings" => word("Warnings before publishing", "Предупреждения до публикации"),
        _ => word("What the roster is to be like", "Какой быть расстановке"),
    }
}

/// A word that a setting is chosen by, for people.
pub fn value_word(key: &str, value: &str) -> Option<Word> {
    Some(match (key, value) {
        (_, "true") => word("yes", "да"),
        (_, "false") => word("no", "нет"),
        ("lang", "en") => word("English", "английский"),
        ("lang", "ru") => word("Russian", "русский"),
        ("preset", "vpr") => word("as for VPR", "как на ВПР"),
        ("preset", "plan") => word("the letter of the plan", "по букве плана"),
        ("preset", "strict") => word("strict", "строго"),
        ("prefer", "fairness") => word("load spread evenly", "нагрузка поровну"),
        ("prefer", "few-people") => word("as few people as possible", "как можно меньше людей"),
        ("prefer", "stable-commissions") => word(
            "the same checkers for a whole parallel",
            "всю параллель проверяют одни и те же",
        ),
        ("prefer", "few-people, stable-commissions") => word(
            "few people, then the same checkers for a parallel",
            "меньше людей, затем одни и те же эксперты на параллель",
        ),
        ("prefer", "stable-commissions, few-people") => word(
            "the same checkers for a parallel, then few people",
            "одни и те же эксперты на параллель, затем меньше людей",
        ),
        ("cameras", "wanted") => word("wanted wherever a class writes", "нужны везде, где пишут"),
        ("cameras", _) => word("of no account", "не важны"),
        (_, "open") => word("no fixed days: works wait", "без срока: работы подождут"),
        _ => return None,
    })
}

/// What the setting is called, and what it decides.
pub fn words(section: &str, key: &str) -> (Word, Word) {
    match (section, key) {
        ("document", _) => of_papers(key),
        ("places", _) => of_places(key),
        ("options", _) => of_options(key),
        ("limits", "works") => (
            word("Works of one checker", "Работ у одного эксперта"),
            word(
                "The most works that one checker gets, all in all. Empty: no limit.",
                "Сколько работ всего может достаться одному эксперту. Пусто: без предела.",
            ),
        ),
        ("limits", _) => (
            word(
                "Works of one checker a day",
                "Работ у одного эксперта за день",
            ),
            word(
                "The most works of sittings of one date that one checker gets. Empty: no limit.",
                "Сколько работ одного дня может достаться одному эксперту. Пусто: без предела.",
            ),
        ),
        ("warnings", _) => of_warnings(key),
        ("checking", _) => (
            word("Days for checking", "Дней на проверку"),
            word(
                "Working days after the sitting on which works are checked: whoever is away on all of them checks none.",
                "Рабочие дни после работы, когда её проверяют: кого нет все эти дни, тот её не проверяет.",
            ),
        ),
        ("meetings", "minutes") => (
            word(
                "Length of a meeting, minutes",
                "Длительность встречи, минут",
            ),
            word(
                "How long checkers meet to agree on criteria.",
                "Сколько минут эксперты согласуют критерии.",
            ),
        ),
        ("meetings", _) => (
            word("Lessons for meetings", "Уроки для встреч"),
            word(
                "In which lessons they may meet: 6-8. Empty: any.",
                "На каких уроках можно встречаться: 6-8. Пусто: на любых.",
            ),
        ),
        ("rooms", _) => (
            word("Cameras", "Камеры"),
            word(
                "Does a class rather write where a camera films?",
                "Лучше ли писать там, где есть камера?",
            ),
        ),
        ("substitutes", _) => (
            word(
                "Lessons taken for others a day",
                "Замен у одного человека за день",
            ),
            word(
                "The most lessons that one person takes for others on one day.",
                "Сколько чужих уроков может взять один человек за день.",
            ),
        ),
        (_, "preset") => (
            word("Strictness", "Строгость"),
            word(
                "The set of rules that all begins with; single rules are decided under “Rules”.",
                "Набор правил, с которого всё начинается; отдельные правила решаются в разделе «Правила».",
            ),
        ),
        _ => (
            word("Whom to call in", "Кого привлекать"),
            word(
                "What a roster is better for, once nobody loses more lessons than need be.",
                "Чем расстановка лучше, когда потеряно не больше уроков, чем неизбежно.",
            ),
        ),
    }
}

fn of_places(key: &str) -> (Word, Word) {
    let title = Role::from_name(key).map_or(word("", ""), |role| role.words().above);
    let about = word(
        "How many a sitting has where neither the schedule nor the table of subjects says.",
        "Сколько их на работе, если этого не говорят ни график, ни таблица предметов.",
    );
    (title, about)
}

fn of_options(key: &str) -> (Word, Word) {
    match key {
        "observers" => (
            word("Observers are invited", "Приглашаются наблюдатели"),
            word(
                "If not, no sitting has a place for an observer, whatever the tables say, and no list of parents is needed.",
                "Если нет, мест наблюдателей не будет, что бы ни стояло в таблицах, и список родителей не нужен.",
            ),
        ),
        "by_group" => (
            word("Groups count apart", "Группы класса считаются отдельно"),
            word(
                "Whoever teaches one group of a class may check the works of its other groups.",
                "Кто ведёт одну группу класса, может проверять работы другой.",
            ),
        ),
        _ => (
            word(
                "A primary teacher is a specialist in everything",
                "Учитель начальных классов – специалист во всём",
            ),
            word(
                "A primary teacher counts as a specialist in every subject they teach, in other primary classes too.",
                "Учитель начальных классов считается специалистом по каждому предмету, который ведёт, и в чужих начальных классах.",
            ),
        ),
    }
}

fn of_warnings(key: &str) -> (Word, Word) {
    match key {
        "in_a_row" => (
            word("Lessons and duties in a row", "Уроков и дежурств подряд"),
            word(
                "From so many without a free lesson between, a person’s day is named. 0: never.",
                "Со скольких подряд, без свободного урока, день человека назван. 0: никогда.",
            ),
        ),
        "day_without_lessons" => (
            word(
                "Duties on a day without lessons",
                "Дежурства в день без уроков",
            ),
            word(
                "Names whoever has a duty on a day on which they teach nothing.",
                "Называет тех, у кого дежурство в день, когда нет своих уроков.",
            ),
        ),
        "works_a_day" => (
            word("Many works on one day", "Много работ за день"),
            word(
                "Names a checker who has more works of one date than these. 0: never.",
                "Называет эксперта, у которого работ одного дня больше этого. 0: никогда.",
            ),
        ),
        _ => (
            word(
                "Two buildings within one break",
                "Два здания за одну перемену",
            ),
            word(
                "Names whoever has to change buildings within one break.",
                "Называет тех, кому за перемену нужно перейти в другое здание.",
            ),
        ),
    }
}

fn of_papers(key: &str) -> (Word, Word) {
    match key {
        "school" => (
            word("School", "Школа"),
            word(
                "The name in the heads of all papers.",
                "Название в заголовках всех документов.",
            ),
        ),
        "place" => (
            word("Place", "Место издания"),
            word(
                "The town or village that stands beside the order’s date.",
                "Город или село рядом с датой приказа.",
            ),
        ),
        "director" => (
            word("Director", "Директор"),
            word(
                "Who signs, as signed: I. O. Surname.",
                "Кто подписывает, как в подписи: И. О. Фамилия.",
            ),
        ),
        "director_post" => (
            word("The director’s post", "Должность директора"),
            word(
                "The post before the signature, if it is another than “Director”.",
                "Должность перед подписью, если не «Директор».",
            ),
        ),
        "deputy" => (
            word("Who is responsible", "Ответственный"),
            word(
                "Who answers for the assessments at the school.",
                "Кто отвечает за проведение работ в школе.",
            ),
        ),
        "deputy_post" => (
            word("Their post", "Должность ответственного"),
            word(
                "The post of whoever is responsible.",
                "Должность того, кто отвечает за проведение.",
            ),
        ),
        "order" => (
            word("The order’s number and date", "Номер и дата приказа"),
            word(
                "As they stand in its head: No. 139 of 29.08.2023.",
                "Как в заголовке: № 139 от 29.08.2023.",
            ),
        ),
        "ground" => (
            word("Legal ground", "Основание"),
            word(
                "The acts that the order rests on, in the words that follow “on the ground of”.",
                "Акты, на которых основан приказ, – словами, которые следуют за «на основании».",
            ),
        ),
        "checking_place" => (
            word("Where works are checked", "Где проверяют работы"),
            word(
                "The room or place of checking, for the order.",
                "Кабинет или место проверки – для приказа.",
            ),
        ),
        "checking_time" => (
            word("When works are checked", "Когда проверяют работы"),
            word(
                "The hours of checking, for the order.",
                "Время проверки – для приказа.",
            ),
        ),
        "upload" => (
            word("Results are uploaded", "Срок загрузки результатов"),
            word(
                "Until when the forms with results are uploaded.",
                "До какого срока загружают формы сбора результатов.",
            ),
        ),
        "storage" => (
            word("Storage of the works", "Хранение работ"),
            word(
                "Where the works are kept, and how long.",
                "Где хранят работы и сколько.",
            ),
        ),
        "safety" => (
            word("Safety instruction", "Инструктаж"),
            word(
                "Who instructs in safety, and when.",
                "Кто и когда проводит инструктаж по безопасности.",
            ),
        ),
        _ => (
            word("Language of the papers", "Язык документов"),
            word(
                "The language of papers and of the roster’s file. Empty: the page’s own.",
                "Язык документов и файла расстановки. Пусто: как у страницы.",
            ),
        ),
    }
}
