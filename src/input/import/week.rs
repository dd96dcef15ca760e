//! Days of a timetable program's week as weekdays.

/// Weekdays as they are written into tables.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How weekdays begin, lower case, in the languages that timetables come in; the longest beginning that fits counts. Days of one or
/// two letters are ambiguous between languages: see [`SHORT_WEEKS`].
const BEGINNINGS: [&[&str]; 7] = [
    &[
        "mon",
        "пон",
        "пнд",
        "пн",
        "lun",
        "seg",
        "الاثنين",
        "الإثنين",
        "ponie",
        "pond",
        "hét",
        "pazartesi",
        "maan",
        "δευ",
        "дүйс",
        "dill",
        "mån",
        "man",
        "esm",
        "pan",
        "senin",
        "isnin",
    ],
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
        "marti",
        "marţ",
        "marț",
        "wtor",
        "úte",
        "ute",
        "uto",
        "kedd",
        "sal",
        "dins",
        "terç",
        "τρί",
        "τρι",
        "аўт",
        "сейс",
        "вів",
        "tis",
        "dimar",
        "tii",
        "tei",
        "selasa",
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
        "śro",
        "stř",
        "str",
        "sri",
        "szer",
        "çar",
        "woe",
        "τετ",
        "сря",
        "сәр",
        "сер",
        "ons",
        "kesk",
        "kolm",
        "rabu",
        "dimec",
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
        "czw",
        "čtv",
        "štv",
        "čet",
        "čes",
        "csüt",
        "per",
        "πέμ",
        "πεμ",
        "бейс",
        "чац",
        "tor",
        "nelj",
        "kamis",
        "khamis",
        "dij",
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
        "piąt",
        "pią",
        "pát",
        "piat",
        "pet",
        "pét",
        "cuma",
        "vrij",
        "παρ",
        "жұма",
        "петъ",
        "п'ят",
        "п’ят",
        "пʼят",
        "fre",
        "perj",
        "reede",
        "jum",
        "dive",
    ],
    &[
        "sat",
        "sam",
        "sab",
        "sáb",
        "суб",
        "сбт",
        "сб",
        "السبت",
        "sob",
        "szo",
        "cumartesi",
        "zat",
        "σάβ",
        "σαβ",
        "сен",
        "съб",
        "lör",
        "lau",
        "diss",
    ],
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
        "nied",
        "ned",
        "vas",
        "pazar",
        "zon",
        "κυρ",
        "жек",
        "нед",
        "неді",
        "нядз",
        "söndag",
        "søn",
        "sunn",
        "püh",
        "minggu",
        "ahad",
        "dium",
    ],
];

/// Weeks written in one or two letters, Monday first: a file's days are taken for them only where all stand in one of these.
const SHORT_WEEKS: [[&str; 7]; 8] = [
    ["mo", "tu", "we", "th", "fr", "sa", "su"],
    ["mo", "di", "mi", "do", "fr", "sa", "so"],
    ["l", "ma", "me", "j", "v", "s", "d"],
    ["lu", "ma", "me", "je", "ve", "sa", "di"],
    ["lu", "ma", "mi", "jo", "vi", "sa", "du"],
    ["lu", "ma", "me", "gi", "ve", "sa", "do"],
    ["l", "m", "x", "j", "v", "s", "d"],
    ["po", "út", "st", "čt", "pá", "so", "ne"],
];

/// The days of a program's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Weekday of each of the file's days (0 = Monday), where it can be told, and whether it is the day's second half.
    days: Vec<Option<(usize, bool)>>,
    /// A day's name was recognised.
    pub is_known: bool,
    /// Each day comes as two, morning and afternoon.
    pub has_halves: bool,
    /// Weeks that the file holds one after the other.
    pub weeks: u32,
    /// A day without a known name that was counted on from its neighbour.
    pub counted: Option<usize>,
}

impl Week {
    /// The week with the days of these names, in order; `has_halves` where the program says that each day comes as two. Without
    /// its word that is so only where each two neighbours carry one weekday.
    pub fn of(days: &[&str], has_halves: bool) -> Self {
        let named = named(days);
        let come_in_pairs = named.len() > 2
            && named.len().is_multiple_of(2)
            && named
                .chunks(2)
                .all(|pair| pair[0].is_some() && pair[0] == pair[1]);
        let has_halves = has_halves || come_in_pairs;
        let whole: Vec<Option<usize>> = if has_halves {
            named.chunks(2).map(one_of).collect()
        } else {
            named
        };
        let (weekdays, counted) = completed(&whole);
        let is_known = whole.iter().any(Option::is_some);
        let most = (0..WEEKDAYS.len())
            .map(|weekday| whole.iter().filter(|&&day| day == Some(weekday)).count())
            .max();
        let step = if has_halves { 2 } else { 1 };
        Self {
            days: (0..days.len())
                .map(|index| Some((weekdays[index / step]?, has_halves && index % 2 == 1)))
                .collect(),
            is_known,
            has_halves,
            weeks: most.unwrap_or(1).max(1) as u32,
            counted: counted.map(|day| day * step),
        }
    }

    /// Weekday of the day at `index`, and whether it is its second half; `None` where it cannot be told.
    pub fn day(&self, index: usize) -> Option<(&'static str, bool)> {
        let (weekday, is_second) = (*self.days.get(index)?)?;
        Some((WEEKDAYS[weekday], is_second))
    }
}

/// The weekday of a day's two halves; none where their names tell two.
fn one_of(halves: &[Option<usize>]) -> Option<usize> {
    let mut told = halves.iter().flatten();
    let first = *told.next()?;
    told.all(|&second| second == first).then_some(first)
}

/// Weekdays of the days as far as their names tell them.
fn named(days: &[&str]) -> Vec<Option<usize>> {
    let long: Vec<_> = days.iter().map(|name| weekday(name)).collect();
    let short = SHORT_WEEKS.iter().map(|week| in_short(days, week));
    std::iter::once(long)
        .chain(short.filter(|week| week.iter().all(Option::is_some)))
        .find(|week| tells_days_apart(week))
        .unwrap_or_else(|| vec![None; days.len()])
}

/// Weekdays of the days by the first word of their names, which must be one of the week's.
fn in_short(days: &[&str], week: &[&str; 7]) -> Vec<Option<usize>> {
    days.iter()
        .map(|name| {
            let word = words(name).into_iter().next()?;
            week.iter().position(|&short| short == word)
        })
        .collect()
}

/// Whether the week names a day, and not the same one all along: `D41`, `D42`, `D43` are no three Sundays.
fn tells_days_apart(week: &[Option<usize>]) -> bool {
    let is_known = week.iter().any(Option::is_some);
    is_known && (week.len() < 3 || week.iter().any(|&day| day != week[0]))
}

/// The weekdays with those that have no known name counted on from their neighbours, where no other day carries that weekday; and
/// the first of those. Where nothing is known, the first of at most seven days is Monday.
fn completed(named: &[Option<usize>]) -> (Vec<Option<usize>>, Option<usize>) {
    let week = WEEKDAYS.len();
    let Some(anchor) = named.iter().position(Option::is_some) else {
        let assumed = |day| (named.len() <= week).then_some(day);
        return ((0..named.len()).map(assumed).collect(), None);
    };
    let mut counted = None;
    let mut days: Vec<Option<usize>> = Vec::with_capacity(named.len());
    for (index, &day) in named.iter().enumerate() {
        let guess = match (days.last(), named[anchor]) {
            (Some(&Some(before)), _) if index > anchor => Some((before + 1) % week),
            (_, Some(first)) if index < anchor => {
                Some((first + week * 2 - (anchor - index) % week) % week)
            }
            _ => None,
        };
        let free = guess.filter(|&guess| {
            named.len() <= week && !named.contains(&Some(guess)) && !days.contains(&Some(guess))
        });
        if day.is_none() && free.is_some() {
            counted = counted.or(Some(index));
        }
        days.push(day.or(free));
    }
    (days, counted)
}

/// Number of the weekday that the words name, 0 = Monday; none where they name two.
fn weekday(name: &str) -> Option<usize> {
    let mut told = words(name).into_iter().filter_map(|word| {
        BEGINNINGS
            .iter()
            .enumerate()
            .flat_map(|(day, starts)| starts.iter().map(move |start| (start.len(), *start, day)))
            .filter(|(_, start, _)| word.starts_with(start))
            .max()
            .map(|(.., day)| day)
    });
    let first = told.next()?;
    told.all(|next| next == first).then_some(first)
}

/// The words of a name, lower case: `А-Понедельник`, `Monday2` and `L_m` have their weekday in one.
fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|letter: char| {
            letter.is_whitespace()
                || letter.is_ascii_digit()
                || (letter.is_ascii_punctuation() && letter != '\'')
        })
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
