//! A school as its folder of CSV files, written as people write them: delimiters, encodings, spellings of names.

use recuse::input::InputFile;

use super::judge::{Row, Who};
use super::rng::Rng;
use super::school::{Preset, Role, School, Severity, When};

/// How one file is written.
struct Dialect {
    delimiter: char,
    list: &'static str,
    russian: bool,
    crlf: bool,
    encoding: Encoding,
    title: bool,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16,
    Windows1251,
}

/// A table with headers in both languages and text in every cell.
struct Table {
    name: &'static str,
    headers: Vec<(&'static str, &'static str)>,
    rows: Vec<Vec<String>>,
}

/// The folder's files; `seed` chooses how they are written.
pub fn write(school: &School, seed: u64) -> Vec<InputFile> {
    let rng = &mut Rng::new(seed ^ 0xF11E);
    let mut files = vec![InputFile {
        name: "policy.toml".to_owned(),
        bytes: policy(school).into_bytes(),
    }];
    for table in tables(school, rng) {
        let mut dialect = dialect(rng);
        // A header alone could be taken for the title, and the title for the header.
        dialect.title &= !table.rows.is_empty();
        files.push(InputFile {
            name: format!("{}.csv", table.name),
            bytes: bytes(&table, &dialect, rng),
        });
    }
    files
}

/// The folder's tables as rows of cells, headers first: what a workbook's sheets hold.
pub fn cells(school: &School, seed: u64) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let rng = &mut Rng::new(seed ^ 0x0B00);
    tables(school, rng)
        .into_iter()
        .map(|table| {
            let headers = table
                .headers
                .iter()
                .map(|header| header.0.to_owned())
                .collect();
            let rows = table
                .rows
                .into_iter()
                .map(|row| row.iter().map(|cell| cell.replace(LIST, ", ")).collect());
            (table.name, std::iter::once(headers).chain(rows).collect())
        })
        .collect()
}

fn dialect(rng: &mut Rng) -> Dialect {
    let delimiter = *rng.pick(&[',', ';', ';', '\t']);
    Dialect {
        delimiter,
        list: rng.pick::<&str>(&[", ", "|", " / ", "\n"]),
        russian: rng.chance(50),
        crlf: rng.chance(30),
        encoding: *rng.pick(&[
            Encoding::Utf8,
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Utf16,
            Encoding::Windows1251,
        ]),
        title: rng.chance(10),
    }
}

fn bytes(table: &Table, dialect: &Dialect, rng: &mut Rng) -> Vec<u8> {
    let line_end = if dialect.crlf { "\r\n" } else { "\n" };
    let mut order: Vec<usize> = (0..table.headers.len()).collect();
    rng.shuffle(&mut order);
    let mut text = String::new();
    if dialect.title {
        text.push_str("Списки школы на 2025/26 учебный год");
        text.push_str(line_end);
    }
    let headers: Vec<String> = table
        .headers
        .iter()
        .map(|&(english, russian)| if dialect.russian { russian } else { english }.to_owned())
        .collect();
    for row in std::iter::once(&headers).chain(&table.rows) {
        let cells: Vec<String> = order
            .iter()
            .map(|&column| cell(&row[column].replace(LIST, dialect.list), dialect))
            .collect();
        text.push_str(&cells.join(&dialect.delimiter.to_string()));
        text.push_str(line_end);
    }
    match dialect.encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf8Bom => ["\u{feff}".as_bytes(), text.as_bytes()].concat(),
        Encoding::Utf16 => std::iter::once(0xFEFF)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        Encoding::Windows1251 => {
            // No letter of ours is missing there; the non-breaking space is one of its own.
            encoding_rs::WINDOWS_1251.encode(&text).0.into_owned()
        }
    }
}

fn cell(text: &str, dialect: &Dialect) -> String {
    let is_plain = !text.contains([',', ';', '\t', '"', '\n', '\r', dialect.delimiter]);
    if is_plain {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Stands between the items of a list until the dialect is known.
const LIST: &str = "\u{1}";

fn role(role: Role, rng: &mut Rng) -> String {
    let names = match role {
        Role::Proctor => ["proctor", "организатор"],
        Role::Checker => ["checker", "Эксперт"],
        Role::Observer => ["observer", "наблюдатель"],
        Role::Assistant => ["assistant", "Ассистент"],
    };
    (*rng.pick(&names)).to_owned()
}

fn yes_no(yes: bool, rng: &mut Rng) -> String {
    let words = if yes {
        ["yes", "да"]
    } else {
        ["no", "Нет"]
    };
    (*rng.pick(&words)).to_owned()
}

fn date(day: u32, rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!("2026-04-{day}"),
        1 => format!("{day}.04.2026"),
        _ => format!("{day}.4.26"),
    }
}

fn clock(minute: u32, rng: &mut Rng) -> String {
    if rng.chance(50) {
        format!("{}:{:02}", minute / 60, minute % 60)
    } else {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}

fn lessons(lessons: &[u32], rng: &mut Rng) -> String {
    match lessons {
        [first, .., last] if last - first == lessons.len() as u32 - 1 && rng.chance(70) => {
            format!("{first}-{last}")
        }
        _ => {
            let numbers: Vec<String> = lessons.iter().map(u32::to_string).collect();
            numbers.join(",")
        }
    }
}

/// A part of a post as people write it: `0,5`, `0.50`, `1,25`.
fn share(hundredths: u32, rng: &mut Rng) -> String {
    let point = rng.pick(&[".", ","]);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rng.below(3) {
        0 if rest == 0 => whole.to_string(),
        1 if rest % 10 == 0 => format!("{whole}{point}{}", rest / 10),
        _ => format!("{whole}{point}{rest:02}"),
    }
}

fn number(number: Option<u32>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// A class as people spell it.
fn class(school: &School, class: usize, rng: &mut Rng) -> String {
    let name = &school.classes[class].name;
    let (grade, letter) = name.split_at(name.len() - "А".len());
    match rng.below(8) {
        0 => format!("{grade} {letter}"),
        1 => format!("{grade} «{letter}»"),
        2 => format!("{grade}-{letter}"),
        3 => name.to_lowercase(),
        4 => name.replace('А', "A").replace('В', "B"),
        _ => name.clone(),
    }
}

/// A person as people spell them.
fn person(school: &School, person: usize, rng: &mut Rng) -> String {
    let name = &school.people[person];
    let parts: Vec<&str> = name.split(' ').collect();
    let initial = |part: &str| part.chars().next().unwrap_or_default();
    match rng.below(8) {
        0 => format!("{} {}.{}.", parts[0], initial(parts[1]), initial(parts[2])),
        1 => format!("{} {}. {}.", parts[0], initial(parts[1]), initial(parts[2])),
        2 => name.replace('ё', "е"),
        3 => name.replace(' ', "\u{a0}"),
        4 => name.replace(' ', "  "),
        5 => name.to_uppercase(),
        _ => name.clone(),
    }
}

fn subject(school: &School, subject: usize, rng: &mut Rng) -> String {
    let row = &school.subjects[subject];
    if row.short.is_empty() || rng.chance(60) {
        row.name.clone()
    } else {
        row.short.clone()
    }
}

fn list<T>(items: &[T], mut spell: impl FnMut(&T) -> String) -> String {
    let cells: Vec<String> = items.iter().map(&mut spell).collect();
    cells.join(LIST)
}

fn tables(school: &School, rng: &mut Rng) -> Vec<Table> {
    let mut tables = vec![
        subjects(school),
        classes(school, rng),
        staff(school, rng),
        parents(school, rng),
        schedule(school, rng),
    ];
    if let Some(load) = load(school, rng) {
        tables.push(load);
    }
    let optional = [
        bells(school, rng),
        timetable(school, rng),
        absences(school, rng),
        pins(school, rng),
        ties(school, rng),
        waivers(school, rng),
        history(school, rng),
    ];
    tables.extend(optional.into_iter().filter(|table| !table.rows.is_empty()));
    tables
}

const PERSON: (&str, &str) = ("person", "ФИО");
const CLASS: (&str, &str) = ("class", "Класс");
const SUBJECT: (&str, &str) = ("subject", "Предмет");
const GROUP: (&str, &str) = ("group", "Группа");
const PLACES: [(&str, &str); 4] = [
    ("proctors", "Организаторов"),
    ("checkers", "Экспертов"),
    ("observers", "Наблюдателей"),
    ("assistants", "Ассистентов"),
];

fn subjects(school: &School) -> Table {
    let mut headers = vec![SUBJECT, ("short", "Кратко"), ("area", "Область")];
    headers.extend(PLACES);
    let rows = school
        .subjects
        .iter()
        .map(|row| {
            let mut cells = vec![row.name.clone(), row.short.clone(), row.area.clone()];
            cells.extend(row.places.map(number));
            cells
        })
        .collect();
    Table {
        name: "subjects",
        headers,
        rows,
    }
}

fn classes(school: &School, rng: &mut Rng) -> Table {
    let rows = school
        .classes
        .iter()
        .map(|row| {
            vec![
                row.name.clone(),
                if rng.chance(50) {
                    row.grade.to_string()
                } else {
                    String::new()
                },
                number(row.pupils),
                row.homeroom
                    .map_or_else(String::new, |p| person(school, p, rng)),
            ]
        })
        .collect();
    Table {
        name: "classes",
        headers: vec![
            CLASS,
            ("grade", "Параллель"),
            ("pupils", "Учеников"),
            ("homeroom", "Классный руководитель"),
        ],
        rows,
    }
}

fn staff(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.staff {
        rows.push(vec![
            school.people[row.person].clone(),
            list(&row.subjects, |&s| subject(school, s, rng)),
            list(&row.classes, |&c| class(school, c, rng)),
            row.homeroom
                .map_or_else(String::new, |c| class(school, c, rng)),
            list(&row.roles, |&r| role(r, rng)),
            list(&row.checks, |&s| subject(school, s, rng)),
            number(row.max_per_day),
            number(row.max_per_week),
            number(row.max_total),
            number(row.max_works),
            row.share.map_or_else(String::new, |it| share(it, rng)),
        ]);
    }
    Table {
        name: "staff",
        headers: vec![
            PERSON,
            ("subjects", "Предметы"),
            ("classes", "Классы"),
            ("homeroom", "Классное руководство"),
            ("roles", "Роли"),
            ("checks", "Проверяет"),
            ("max_per_day", "Максимум в день"),
            ("max_per_week", "Максимум в неделю"),
            ("max_total", "Максимум всего"),
            ("max_works", "Максимум работ"),
            ("share", "Ставка"),
        ],
        rows,
    }
}

fn parents(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.parents {
        let name = &school.people[row.person];
        rows.push(vec![
            row.alias.clone().unwrap_or_else(|| name.clone()),
            class(school, row.class, rng),
            row.observer
                .map_or_else(String::new, |yes| yes_no(yes, rng)),
            list(&row.dates, |&day| date(day, rng)),
            if row.alias.is_some() {
                name.clone()
            } else {
                String::new()
            },
        ]);
    }
    Table {
        name: "parents",
        headers: vec![
            ("parent", "Родитель"),
            CLASS,
            ("observer", "Наблюдатель"),
            ("dates", "Даты"),
            ("staff", "Сотрудник"),
        ],
        rows,
    }
}

fn schedule(school: &School, rng: &mut Rng) -> Table {
    let mut headers = vec![
        ("date", "Дата"),
        ("lesson", "Урок"),
        ("start", "Начало"),
        ("end", "Конец"),
        CLASS,
        SUBJECT,
        GROUP,
        ("pupils", "Учеников"),
    ];
    headers.extend(PLACES);
    let mut rows = Vec::new();
    for row in &school.schedule {
        let (lesson, start, end) = match &row.when {
            When::Lessons(numbers) => (lessons(numbers, rng), String::new(), String::new()),
            When::Clock(start, end) => (String::new(), clock(*start, rng), clock(*end, rng)),
        };
        let mut cells = vec![
            date(row.day, rng),
            lesson,
            start,
            end,
            class(school, row.class, rng),
            subject(school, row.subject, rng),
            row.group.unwrap_or_default().to_owned(),
            number(row.pupils),
        ];
        cells.extend(row.places.map(number));
        rows.push(cells);
    }
    Table {
        name: "schedule",
        headers,
        rows,
    }
}

fn load(school: &School, rng: &mut Rng) -> Option<Table> {
    let mut rows = Vec::new();
    for row in school.load.as_ref()? {
        rows.push(vec![
            person(school, row.person, rng),
            subject(school, row.subject, rng),
            class(school, row.class, rng),
            row.group.unwrap_or_default().to_owned(),
            "2".to_owned(),
        ]);
    }
    Some(Table {
        name: "load",
        headers: vec![PERSON, SUBJECT, CLASS, GROUP, ("hours", "Часы")],
        rows,
    })
}

fn bells(school: &School, rng: &mut Rng) -> Table {
    let rows = school
        .bells
        .iter()
        .map(|&(lesson, start, end)| vec![lesson.to_string(), clock(start, rng), clock(end, rng)])
        .collect();
    Table {
        name: "bells",
        headers: vec![("lesson", "Урок"), ("start", "Начало"), ("end", "Конец")],
        rows,
    }
}

fn timetable(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.timetable {
        let english = ["Monday", "Tuesday", "Wednesday"];
        let russian = ["Понедельник", "вторник", "среда"];
        let names = if rng.chance(50) { english } else { russian };
        rows.push(vec![
            names[row.weekday as usize].to_owned(),
            row.lesson.to_string(),
            class(school, row.class, rng),
            subject(school, row.subject, rng),
            person(school, row.person, rng),
            row.group.unwrap_or_default().to_owned(),
        ]);
    }
    Table {
        name: "timetable",
        headers: vec![
            ("weekday", "День"),
            ("lesson", "Урок"),
            CLASS,
            SUBJECT,
            ("person", "Учитель"),
            GROUP,
        ],
        rows,
    }
}

fn absences(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.absences {
        rows.push(vec![
            person(school, row.person, rng),
            row.from.map_or_else(String::new, |from| date(from, rng)),
            row.to.map_or_else(String::new, |to| date(to, rng)),
            list(&row.weekdays, |&day| weekday_of(day, rng)),
            if row.lessons.is_empty() {
                String::new()
            } else {
                lessons(&row.lessons, rng)
            },
            "болезнь".to_owned(),
        ]);
    }
    Table {
        name: "absences",
        headers: vec![
            PERSON,
            ("from", "С"),
            ("to", "По"),
            ("weekday", "День недели"),
            ("lessons", "Уроки"),
            ("reason", "Причина"),
        ],
        rows,
    }
}

fn pins(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.pins {
        let sitting = &school.schedule[row.sitting];
        let words = if row.must {
            ["must", "обязательно"]
        } else {
            ["never", "нельзя"]
        };
        rows.push(vec![
            date(sitting.day, rng),
            class(school, sitting.class, rng),
            subject(school, sitting.subject, rng),
            role(row.role, rng),
            person(school, row.person, rng),
            (*rng.pick(&words)).to_owned(),
        ]);
    }
    Table {
        name: "pins",
        headers: vec![
            ("date", "Дата"),
            CLASS,
            SUBJECT,
            ("role", "Роль"),
            PERSON,
            ("pin", "Вид"),
        ],
        rows,
    }
}

fn ties(school: &School, rng: &mut Rng) -> Table {
    let rows = school
        .ties
        .iter()
        .map(|row| {
            vec![
                person(school, row.person, rng),
                class(school, row.class, rng),
                "бабушка".to_owned(),
            ]
        })
        .collect();
    Table {
        name: "ties",
        headers: vec![PERSON, CLASS, ("kind", "Вид связи")],
        rows,
    }
}

fn waivers(school: &School, rng: &mut Rng) -> Table {
    let mut rows = Vec::new();
    for row in &school.waivers {
        rows.push(vec![
            person(school, row.person, rng),
            row.rule.to_owned(),
            row.class
                .map_or_else(String::new, |c| class(school, c, rng)),
            row.subject
                .map_or_else(String::new, |s| subject(school, s, rng)),
            row.from.map_or_else(String::new, |day| date(day, rng)),
            row.to.map_or_else(String::new, |day| date(day, rng)),
            "больше некому".to_owned(),
            "директор".to_owned(),
        ]);
    }
    Table {
        name: "waivers",
        headers: vec![
            PERSON,
            ("rule", "Правило"),
            CLASS,
            SUBJECT,
            ("from", "С"),
            ("to", "По"),
            ("reason", "Основание"),
            ("approved", "Утвердил"),
        ],
        rows,
    }
}

fn history(school: &School, rng: &mut Rng) -> Table {
    let rows = school
        .history
        .iter()
        .map(|row| {
            vec![
                person(school, row.person, rng),
                role(row.role, rng),
                row.load.to_string(),
            ]
        })
        .collect();
    Table {
        name: "history",
        headers: vec![PERSON, ("role", "Роль"), ("load", "Нагрузка")],
        rows,
    }
}

fn policy(school: &School) -> String {
    let policy = &school.policy;
    let mut text = String::new();
    let mut line = |words: String| {
        text.push_str(&words);
        text.push('\n');
    };
    if let Some(preset) = policy.preset {
        let name = match preset {
            Preset::Vpr => "vpr",
            Preset::Plan => "plan",
            Preset::Strict => "strict",
        };
        line(format!("preset = \"{name}\""));
    }
    line("[rules]".to_owned());
    for &(rule, severity) in &policy.overrides {
        let name = match severity {
            Severity::Allow => "allow",
            Severity::Avoid => "avoid",
            Severity::Forbid => "forbid",
        };
        line(format!("{rule} = \"{name}\""));
    }
    line("[places]".to_owned());
    for (name, places) in ["proctor", "checker", "observer", "assistant"]
        .iter()
        .zip(policy.places)
    {
        if let Some(places) = places {
            line(format!("{name} = {places}"));
        }
    }
    line("[options]".to_owned());
    let is_specialist = policy.primary_generalist_is_specialist;
    line(format!(
        "primary_generalist_is_specialist = {is_specialist}"
    ));
    line(format!("by_group = {}", policy.by_group));
    line("[limits]".to_owned());
    if let Some(works) = policy.works {
        line(format!("works = {works}"));
    }
    if let Some(works) = policy.works_a_day {
        line(format!("works_a_day = {works}"));
    }
    match policy.checking_days {
        Some(2) => {}
        Some(days) => line(format!("[checking]\ndays = {days}")),
        None => line("[checking]\ndays = \"open\"".to_owned()),
    }
    text
}

/// A day of the week by name or number.
fn weekday_of(day: u32, rng: &mut Rng) -> String {
    let names = [
        ["Пн", "monday"],
        ["вторник", "Tue"],
        ["Ср", "wed"],
        ["чт", "Thu"],
    ];
    let names = names
        .iter()
        .chain(&[["Пт", "friday"], ["сб", "Sat"], ["Вс", "sun"]]);
    match names.into_iter().nth(day as usize) {
        Some(names) if rng.chance(70) => (*rng.pick(names)).to_owned(),
        _ => (day + 1).to_string(),
    }
}

/// A roster as `roster.csv`, in one of its two forms.
pub fn write_roster(school: &School, roster: &[Row], seed: u64) -> InputFile {
    let rng = &mut Rng::new(seed ^ 0x0517);
    let russian = rng.chance(50);
    let dialect = Dialect {
        delimiter: if russian { ';' } else { ',' },
        list: "|",
        russian,
        crlf: false,
        encoding: if russian {
            Encoding::Utf8Bom
        } else {
            Encoding::Utf8
        },
        title: false,
    };
    let mut rows = Vec::new();
    for row in roster {
        let mut cells = match row.sitting.map(|sitting| &school.schedule[sitting]) {
            None => ["20.04.2026", "1", "", "", "99Я", "Астрономия", ""]
                .map(str::to_owned)
                .to_vec(),
            Some(sitting) => {
                let (lesson, start, end) = match &sitting.when {
                    When::Lessons(numbers) => (lessons(numbers, rng), String::new(), String::new()),
                    When::Clock(start, end) => {
                        (String::new(), clock(*start, rng), clock(*end, rng))
                    }
                };
                vec![
                    date(sitting.day, rng),
                    lesson,
                    start,
                    end,
                    class(school, sitting.class, rng),
                    subject(school, sitting.subject, rng),
                    sitting.group.unwrap_or_default().to_owned(),
                ]
            }
        };
        cells.push(role(row.role, rng));
        cells.push(match row.who {
            Who::Nobody => String::new(),
            Who::Person(who) => person(school, who, rng),
            Who::Stranger => "Незнакомкина Эмма Яновна".to_owned(),
        });
        rows.push(cells);
    }
    let table = Table {
        name: "roster",
        headers: vec![
            ("date", "Дата"),
            ("lesson", "Урок"),
            ("start", "Начало"),
            ("end", "Конец"),
            CLASS,
            SUBJECT,
            GROUP,
            ("role", "Роль"),
            PERSON,
        ],
        rows,
    };
    InputFile {
        name: "roster.csv".to_owned(),
        bytes: bytes(&table, &dialect, rng),
    }
}
