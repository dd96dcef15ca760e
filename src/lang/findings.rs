//! Sentences about rosters and schedules: where, who, what, and the cells that prove it.

use super::{Lang, plural_en, plural_ru};

/// A place of the schedule in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceWords {
    /// The day, as written in that language.
    pub date: String,
    /// Lessons or clock time; empty where unknown.
    pub time: String,
    /// The class.
    pub class: String,
    /// The subject.
    pub subject: String,
    /// The role; empty where the sitting as such is meant.
    pub role: String,
}

impl PlaceWords {
    /// `21.04.2026, урок 2, 5А, Математика, организатор`; what is empty is left out.
    pub fn line(&self) -> String {
        let parts = [
            &self.date,
            &self.time,
            &self.class,
            &self.subject,
            &self.role,
        ];
        let known = parts.into_iter().filter(|part| !part.is_empty());
        known.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// `load.csv row 17`, `нагрузка.csv, строки 3–5, 17`; with the sheet in a workbook. The rows are ascending.
pub fn cells(file: &str, sheet: Option<&str>, rows: &[u32], lang: Lang) -> String {
    let several = rows.len() > 1;
    let rows = ranges(rows);
    match (lang, sheet) {
        (Lang::En, None) => format!("{file} {} {rows}", row_word(several, lang)),
        (Lang::En, Some(sheet)) => {
            format!("{file}, sheet {sheet}, {} {rows}", row_word(several, lang))
        }
        (Lang::Ru, None) => format!("{file}, {} {rows}", row_word(several, lang)),
        (Lang::Ru, Some(sheet)) => {
            format!("{file}, лист {sheet}, {} {rows}", row_word(several, lang))
        }
    }
}

fn row_word(several: bool, lang: Lang) -> &'static str {
    match (lang, several) {
        (Lang::En, false) => "row",
        (Lang::En, true) => "rows",
        (Lang::Ru, false) => "строка",
        (Lang::Ru, true) => "строки",
    }
}

/// `3–5, 17`; of ascending numbers.
fn ranges(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let run = |run: &[u32]| match run {
        [one] => one.to_string(),
        [first, last] => format!("{first}, {last}"),
        [first, .., last] => format!("{first}–{last}"),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

/// `row 17`.
pub fn row(row: u32, lang: Lang) -> String {
    format!("{} {row}", row_word(false, lang))
}

/// Which row of the roster a duty clashes with.
pub fn clash(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("see the roster’s row {row}"),
        Lang::Ru => format!("см. строку {row} расстановки"),
    }
}

/// Which other duty a duty clashes with.
pub fn clash_at(place: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("also on duty: {place}"),
        Lang::Ru => format!("уже занят(а): {place}"),
    }
}

/// Why a barred person is there all the same.
pub fn waiver(reason: &str, approved: &str, cell: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("exception granted: {reason}, approved by {approved} ({cell})"),
        Lang::Ru => format!("исключение: {reason} (утверждено: {approved}; {cell})"),
    }
}

/// A checker who is away as long as works are checked; when they are back, and how many working days late.
pub fn away_from_works(
    person: &str,
    (first, last): &(String, String),
    back: Option<(String, u32)>,
    lang: Lang,
) -> String {
    let window = if first == last {
        first.clone()
    } else {
        format!("{first} – {last}")
    };
    match (lang, back) {
        (Lang::En, None) => format!("{person} is away as long as works are checked ({window})"),
        (Lang::Ru, None) => format!("{person} отсутствует все дни проверки ({window})"),
        (Lang::En, Some((back, late))) => {
            let days = plural_en(late.into(), "day", "days");
            format!(
                "{person} is away as long as works are checked ({window}); back on {back}: {late} {days} too late"
            )
        }
        (Lang::Ru, Some((back, late))) => {
            let days = plural_ru(late.into(), "рабочий день", "рабочих дня", "рабочих дней");
            format!(
                "{person} отсутствует все дни проверки ({window}); выходит {back}: опоздание – {late} {days}"
            )
        }
    }
}

/// A hint: a shared surname.
pub fn namesake(person: &str, class: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{person} shares a surname with a parent of {class}: confirm that they are not kin, or enter them in ties"
        ),
        Lang::Ru => format!(
            "{person} – однофамилец родителя из {class}: убедитесь, что они не родня, или внесите их в таблицу связей"
        ),
    }
}

/// A `must` pin that does not hold.
pub fn must_pin(person: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} is pinned to this place, and does not hold it"),
        Lang::Ru => {
            format!(
                "{person}: место закреплено за этим человеком («обязательно»), но в расстановке его здесь нет"
            )
        }
    }
}

/// A limit that is passed.
pub fn limit(limit: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("at most {limit}"),
        Lang::Ru => format!("не больше {limit}"),
    }
}

/// Advice: two sittings of a class on one day.
pub fn two_on_one_day(place: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{place}: the class already writes {other} on this day; one work a day is enough"
        ),
        Lang::Ru => format!(
            "{place}: в этот день класс уже пишет работу «{other}»; больше одной работы в день не проводят"
        ),
    }
}

/// Advice: the first lesson of the class's day, or the last.
pub fn edge_lesson(place: &str, first: bool, lang: Lang) -> String {
    match (lang, first) {
        (Lang::En, true) => format!("{place}: this is the first lesson of the class’s day"),
        (Lang::En, false) => format!("{place}: this is the last lesson of the class’s day"),
        (Lang::Ru, true) => format!("{place}: это первый урок класса в этот день"),
        (Lang::Ru, false) => format!("{place}: это последний урок класса в этот день"),
    }
}

/// Advice: the subject again in the grade, too soon.
pub fn subject_again(place: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{place}: the grade writes this subject on {other} too, within two and a half weeks"
        ),
        Lang::Ru => format!(
            "{place}: параллель пишет этот предмет и {other} – чаще одного раза в две с половиной недели"
        ),
    }
}

/// Advice: one room for two sittings.
pub fn room_twice(place: &str, room: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place}: room {room} is taken at that time by {other}"),
        Lang::Ru => format!("{place}: кабинет {room} в это время уже занят ({other})"),
    }
}

/// Advice: nobody is at school.
pub fn day_off(place: &str, weekday: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place}: {weekday} is a day off"),
        Lang::Ru => format!("{place}: {weekday} – выходной день"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, cells};

    #[test]
    fn rows_in_a_row_are_a_range() {
        let rows = [3, 4, 5, 7, 9, 10];
        assert_eq!(
            cells("load.csv", None, &rows, Lang::En),
            "load.csv rows 3–5, 7, 9, 10"
        );
        assert_eq!(
            cells("школа.xlsx", Some("Нагрузка"), &[17], Lang::Ru),
            "школа.xlsx, лист Нагрузка, строка 17"
        );
    }
}
