//! Words of the order and its annexes.

use super::super::{Lang, plural_en, plural_ru};

/// What the order does.
pub fn caption(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "ORDER",
        Lang::Ru => "ПРИКАЗ",
    }
}

/// Line to fill where the name of the school is not known.
pub fn no_school(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "______________________________\n(name of the school)",
        Lang::Ru => {
            "______________________________________________\n(полное наименование образовательной организации)"
        }
    }
}

/// Day to fill by hand.
pub fn blank_date(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Date ____________________",
        Lang::Ru => "«____» _______________ 20____ г.",
    }
}

/// Number to fill by hand.
pub fn blank_number(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No. ________",
        Lang::Ru => "№ ________",
    }
}

/// How number and date are joined: `№ 61 от 13.04.2026`.
pub fn numbered(number: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{number} of {date}"),
        Lang::Ru => format!("{number} от {date}"),
    }
}

/// Title, with the period.
pub fn title(period: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("On the organisation and conduct of the assessments {period}"),
        Lang::Ru => format!("Об организации и проведении всероссийских проверочных работ {period}"),
    }
}

/// Why, and on what acts it rests, where they are given.
pub fn purpose(ground: &str, lang: Lang) -> String {
    let (given, purpose) = match lang {
        Lang::En => (
            "On the basis of",
            "in order that the results of the assessments be objective, and that nobody supervise, observe or grade \
             where they have a stake,",
        ),
        Lang::Ru => (
            "На основании",
            "с целью обеспечения объективности результатов всероссийских проверочных работ (далее – работы) и \
             исключения конфликта интересов при их проведении и проверке",
        ),
    };
    if ground.is_empty() {
        let mut letters = purpose.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        return first + letters.as_str();
    }
    let ground = ground.trim_end_matches(['.', ',', ';']);
    format!("{given} {ground}, {purpose}")
}

/// What the school has settled beside the lists, each as a line of the order: place and time of checking, upload, storage,
/// safety. What is not settled is left out.
pub fn settled(details: [&str; 5], lang: Lang) -> Vec<String> {
    let heads = match lang {
        Lang::En => [
            "Works are checked in",
            "Time of checking",
            "Results are uploaded until",
            "Works are kept",
            "Safety instruction",
        ],
        Lang::Ru => [
            "Место проверки работ",
            "Время проверки работ",
            "Срок загрузки результатов",
            "Хранение работ",
            "Инструктаж по охране труда",
        ],
    };
    let said = heads.into_iter().zip(details);
    said.filter(|(_, detail)| !detail.is_empty())
        .map(|(head, detail)| format!("{head}: {}.", detail.trim_end_matches('.')))
        .collect()
}

/// The item above what the school has settled.
pub fn settle(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Settle the following:",
        Lang::Ru => "Установить следующий порядок:",
    }
}

/// The word that opens the items.
pub fn ordering(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "I ORDER:",
        Lang::Ru => "ПРИКАЗЫВАЮ:",
    }
}

/// `4, 5 и 6`.
fn grades(grades: &[u32], lang: Lang) -> String {
    let and = match lang {
        Lang::En => "and",
        Lang::Ru => "и",
    };
    let words: Vec<String> = grades.iter().map(u32::to_string).collect();
    match words.as_slice() {
        [head @ .., last] if !head.is_empty() => format!("{} {and} {last}", head.join(", ")),
        _ => words.concat(),
    }
}

/// That the sittings be held.
pub fn hold(list: &[u32], sittings: usize, annex: usize, lang: Lang) -> String {
    let count = sittings as u64;
    let grades = grades(list, lang);
    match lang {
        Lang::En => format!(
            "Hold the assessments in {} {grades} by the schedule of annex\u{a0}{annex} \
             ({sittings}\u{a0}{}).",
            plural_en(list.len() as u64, "grade", "grades"),
            plural_en(count, "sitting", "sittings"),
        ),
        Lang::Ru => format!(
            "Провести работы в {grades} {} согласно графику (приложение №\u{a0}{annex}). \
             Всего по графику: {sittings}\u{a0}{}.",
            plural_ru(list.len() as u64, "классе", "классах", "классах"),
            plural_ru(count, "работа", "работы", "работ"),
        ),
    }
}

/// Who answers for all; the list of tasks follows.
pub fn responsible(deputy: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Responsible for organising and holding the assessments: {deputy}. Tasks:")
        }
        Lang::Ru => format!(
            "Ответственное лицо за организацию и проведение работ – {deputy}. Ответственному лицу:"
        ),
    }
}

/// Tasks of the person who answers for all; the fourth only where lessons are left without a teacher.
pub fn tasks(has_lost_lessons: bool, lang: Lang) -> Vec<&'static str> {
    let (tasks, substitutes) = match lang {
        Lang::En => (
            [
                "make the schedule known to teachers, pupils and their parents;",
                "brief proctors, checkers and public observers;",
                "keep the materials where nobody else has access to them, before and after each sitting;",
                "see that the results are uploaded in time.",
            ],
            "arrange substitutes for the lessons of teachers on duty;",
        ),
        Lang::Ru => (
            [
                "ознакомить с графиком педагогических работников, обучающихся и их родителей (законных представителей);",
                "провести инструктаж организаторов, экспертов и общественных наблюдателей;",
                "обеспечить хранение материалов до и после проведения работ, исключающее доступ посторонних лиц;",
                "обеспечить своевременную загрузку форм с результатами.",
            ],
            "организовать замещение уроков учителей, занятых при проведении работ;",
        ),
    };
    let mut list = tasks.to_vec();
    if has_lost_lessons {
        list.insert(3, substitutes);
    }
    list
}

/// Which promises the rules in force let the order make of proctors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// None.
    Nothing,
    /// They do not teach the class.
    Class,
    /// They are no specialists in the subject.
    Subject,
    /// Both.
    Both,
}

/// Proctors; the list of tasks follows.
pub fn proctors(people: usize, annex: usize, kept: Kept, lang: Lang) -> String {
    let words = people_words(people, lang);
    match lang {
        Lang::En => {
            let kept = match kept {
                Kept::Nothing => "",
                Kept::Class => ", who do not teach the class",
                Kept::Subject => ", who are no specialists in the subject",
                Kept::Both => ", who neither teach the class nor are specialists in the subject",
            };
            format!("Appoint the proctors of annex\u{a0}{annex} ({words}){kept}. Proctors:")
        }
        Lang::Ru => {
            let kept = match kept {
                Kept::Nothing => "",
                Kept::Class => ", не преподающих в данном классе",
                Kept::Subject => ", не являющихся специалистами по данному предмету",
                Kept::Both => {
                    ", не преподающих в данном классе и не являющихся специалистами по данному предмету"
                }
            };
            format!(
                "Назначить организаторов в аудиториях ({words}){kept}, согласно приложению №\u{a0}{annex}. Организаторам:"
            )
        }
    }
}

/// Tasks of proctors.
pub fn proctor_tasks(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => [
            "receive the materials before the sitting begins;",
            "hold the sitting in the time given for it and keep order in the room;",
            "collect the works at the end and hand them over to the person responsible.",
        ],
        Lang::Ru => [
            "получить материалы у ответственного лица до начала работы;",
            "провести работу в отведённое время и обеспечить порядок в аудитории;",
            "по окончании собрать работы и передать их ответственному лицу.",
        ],
    }
}

/// Checkers; the list of tasks follows.
pub fn checkers(people: usize, commission: usize, schedule: usize, lang: Lang) -> String {
    let words = people_words(people, lang);
    match lang {
        Lang::En => format!(
            "Entrust the checking to the subject commissions of annex\u{a0}{commission} ({words}) by the schedule of annex \
             {schedule}. Checkers:"
        ),
        Lang::Ru => format!(
            "Проверку работ поручить предметным комиссиям ({words}) в составе согласно приложению №\u{a0}{commission} по \
             графику (приложение №\u{a0}{schedule}). Экспертам:"
        ),
    }
}

/// Tasks of checkers.
pub fn checker_tasks(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => [
            "discuss the marking together before it begins;",
            "mark by the criteria alone;",
            "finish in the time of the schedule and hand the results over to the person responsible.",
        ],
        Lang::Ru => [
            "до начала проверки коллегиально обсудить подходы к оцениванию;",
            "оценивать работы в соответствии с критериями;",
            "завершить проверку в сроки по графику и передать результаты ответственному лицу.",
        ],
    }
}

/// Observers.
pub fn observers(people: usize, annex: usize, own_class_barred: bool, lang: Lang) -> String {
    let words = people_words(people, lang);
    match lang {
        Lang::En => {
            let kept = if own_class_barred {
                " No parent observes their own child’s class."
            } else {
                ""
            };
            format!("Admit the public observers of annex\u{a0}{annex} ({words}).{kept}")
        }
        Lang::Ru => {
            let kept = if own_class_barred {
                " Родитель (законный представитель) не наблюдает за работой класса, в котором учится его ребёнок."
            } else {
                ""
            };
            format!(
                "Допустить к наблюдению за проведением работ общественных наблюдателей ({words}) согласно \
                 приложению №\u{a0}{annex}.{kept}"
            )
        }
    }
}

/// Assistants.
pub fn assistants(people: usize, annex: usize, lang: Lang) -> String {
    let words = people_words(people, lang);
    match lang {
        Lang::En => format!("Appoint the assistants of annex\u{a0}{annex} ({words})."),
        Lang::Ru => format!(
            "Привлечь ассистентов для обучающихся с ограниченными возможностями здоровья ({words}) согласно \
             приложению №\u{a0}{annex}."
        ),
    }
}

/// Exceptions.
pub fn exceptions(annex: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!(
                "Approve the exceptions to the rules of appointment listed in annex\u{a0}{annex}."
            )
        }
        Lang::Ru => format!(
            "Утвердить исключения из правил назначения, перечисленные в приложении №\u{a0}{annex}."
        ),
    }
}

/// Places that are still empty.
pub fn vacancies(places: usize, annex: usize, lang: Lang) -> String {
    let count = places as u64;
    match lang {
        Lang::En => format!(
            "Fill the {} still empty, listed in annex\u{a0}{annex} ({places}), before the sittings begin.",
            plural_en(count, "place", "places")
        ),
        Lang::Ru => format!(
            "До начала работ заместить {places}\u{a0}{}, {} в приложении №\u{a0}{annex}.",
            plural_ru(
                count,
                "незанятое место",
                "незанятых места",
                "незанятых мест"
            ),
            plural_ru(count, "указанное", "указанных", "указанных"),
        ),
    }
}

/// The last item.
pub fn control(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "I keep the supervision of this order to myself.",
        Lang::Ru => "Контроль за исполнением приказа оставляю за собой.",
    }
}

/// Office of who signs.
pub fn director(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Head of school",
        Lang::Ru => "Директор",
    }
}

/// Heading of the list of signatures.
pub fn acquainted(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Read and acknowledged:",
        Lang::Ru => "С приказом ознакомлены:",
    }
}

/// `Приложение № 2` and the order it belongs to, on two lines.
pub fn annex(number: usize, order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Annex {number}\nto order {order}"),
        Lang::Ru => format!("Приложение №\u{a0}{number}\nк приказу {order}"),
    }
}

/// Titles of the eight annexes.
pub fn annex_titles(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::En => [
            "Schedule of the assessments",
            "Proctors",
            "Subject commissions",
            "Schedule of checking",
            "Public observers",
            "Assistants",
            "Exceptions to the rules of appointment",
            "Places still empty",
        ],
        Lang::Ru => [
            "График проведения всероссийских проверочных работ",
            "Организаторы в аудиториях",
            "Состав предметных комиссий по проверке работ",
            "График проверки работ",
            "Общественные наблюдатели",
            "Ассистенты",
            "Исключения из правил назначения",
            "Незанятые места",
        ],
    }
}

/// Grounds of an exception that no waiver grants: the rule is at `avoid`.
pub fn last_resort(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "a last resort that the rules allow",
        Lang::Ru => "крайний случай, допускаемый правилами назначения",
    }
}

/// Who approves an exception that no waiver grants.
pub fn by_this_order(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "by this order",
        Lang::Ru => "настоящим приказом",
    }
}

/// `12 человек`.
fn people_words(people: usize, lang: Lang) -> String {
    let count = people as u64;
    match lang {
        Lang::En => format!("{people}\u{a0}{}", plural_en(count, "person", "people")),
        Lang::Ru => format!(
            "{people}\u{a0}{}",
            plural_ru(count, "человек", "человека", "человек")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: impl Into<String>) -> String {
        text.into().replace('\u{a0}', " ")
    }

    #[test]
    fn plurals_agree() {
        assert_eq!(
            plain(hold(&[5], 1, 1, Lang::Ru)),
            "Провести работы в 5 классе согласно графику (приложение № 1). Всего по графику: 1 работа."
        );
        assert_eq!(
            plain(hold(&[4, 5, 6], 62, 1, Lang::Ru)),
            "Провести работы в 4, 5 и 6 классах согласно графику (приложение № 1). Всего по графику: 62 работы."
        );
        assert_eq!(plain(people_words(22, Lang::Ru)), "22 человека");
    }
}
