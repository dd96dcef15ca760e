//! Days of a timetable program's week as weekdays.

/// Weekdays as they are written into tables.
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How weekdays begin, lower case, in the languages that timetables come in. Days of one or two letters are ambiguous between
/// languages and not taken.
const BEGINNINGS: [&[&str]; 7] = [
    &["mon", "пон", "пнд", "пн", "lun", "seg", "الاثنين", "الإثنين"],
    &[
        "tue",
        "вто",
        "втр",
        "вт",
        "mart",
        "mard",
        "die",
        "ter",
        "الثلاثاء",
    ],
    &[
        "wed",
        "сре",
        "срд",
        "ср",
        "mer",
        "mié",
        "mie",
        "mitt",
        "qua",
        "الأربعاء",
        "الاربعاء",
    ],
    &[
        "thu",
        "чет",
        "чтв",
        "чт",
        "gio",
        "joi",
        "jue",
        "jeu",
        "don",
        "qui",
        "الخميس",
    ],
    &[
        "fri",
        "frei",
        "пят",
        "птн",
        "пт",
        "ven",
        "vin",
        "vie",
        "sex",
        "الجمعة",
    ],
    &["sat", "sam", "sab", "sáb", "суб", "сбт", "сб", "السبت"],
    &[
        "sun",
        "son",
        "dom",
        "dum",
        "dim",
        "вос",
        "вск",
        "вс",
        "الأحد",
        "الاحد",
    ],
];

/// The days of a program's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Weekday of the first day, 0 = Monday.
    first: usize,
    /// A day's name was recognised.
    pub is_known: bool,
    /// Each day comes as two, morning and afternoon.
    pub has_halves: bool,
}

impl Week {
    /// The week with the days of these names, in order; `has_halves` where the program says so, or more than seven leave no doubt.
    pub fn of(days: &[&str], has_halves: bool) -> Self {
        let has_halves = has_halves || days.len() > WEEKDAYS.len();
        let step = if has_halves { 2 } else { 1 };
        let known = days
            .iter()
            .enumerate()
            .find_map(|(index, name)| Some((index / step, weekday(name)?)));
        Self {
            first: known.map_or(0, |(day, weekday)| (weekday + 7 - day % 7) % 7),
            is_known: known.is_some(),
            has_halves,
        }
    }

    /// Weekday of the day at `index`, and whether it is its second half.
    pub fn day(&self, index: usize) -> (&'static str, bool) {
        let (day, is_second) = if self.has_halves {
            (index / 2, index % 2 == 1)
        } else {
            (index, false)
        };
        (WEEKDAYS[(self.first + day) % WEEKDAYS.len()], is_second)
    }
}

/// Number of the weekday of this name, 0 = Monday.
fn weekday(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    BEGINNINGS
        .iter()
        .position(|beginnings| beginnings.iter().any(|start| name.starts_with(start)))
}
