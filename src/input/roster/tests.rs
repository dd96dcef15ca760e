mod by_hand;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::{Doubt, Lang, PersonId, Role, RosterRow, RowSitting, School, Seat, SittingId};
use crate::input::{InputFile, testing};

fn read_bytes(school: &School, bytes: &[u8]) -> RosterReading {
    let file = InputFile {
        name: "roster.csv".to_owned(),
        bytes: bytes.to_vec(),
    };
    read_roster(&file, school)
}

fn read_text(school: &School, text: &str) -> RosterReading {
    read_bytes(school, text.as_bytes())
}

fn school() -> School {
    testing::school(&[(
        "schedule.csv",
        "date,lesson,class,subject,group\n22.04.2026,3,5Б,ист,\n21.04.2026,2-3,6А,мат,\n21.04.2026,2-3,5А,мат,1\n\
         21.04.2026,2-3,5А,мат,2\n21.04.2026,5,5А,мат,2\n",
    )])
}

fn row(sitting: usize, role: Role, seat: Seat) -> RosterRow {
    RosterRow::new(SittingId::new(sitting), role, seat)
}

fn person(index: usize) -> Seat {
    Seat::Person(PersonId::new(index))
}

#[test]
fn the_word_for_a_group_may_be_part_of_a_name() {
    let school = testing::school(&[
        ("staff.csv", "person\nAda Stone\n"),
        ("parents.csv", "parent,class\n"),
        ("classes.csv", "class,grade\nGr 2 B,2\nGr 3,3\n"),
        ("subjects.csv", "subject\nGroup work\nClass\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,Gr 2 B,Class\n21.04.2026,3,Gr 3,Group work\n",
        ),
    ]);
    let rows = (0..2).map(|sitting| row(sitting, Role::Proctor, Seat::Empty));
    let made = Roster {
        rows: rows.collect(),
    };
    let read = read_bytes(&school, &write_roster(&school, &made, Lang::En));
    let sittings = read.roster.unwrap().rows.into_iter().map(|row| row.sitting);
    let known = |sitting| RowSitting::Known(SittingId::new(sitting));
    assert_eq!(sittings.collect::<Vec<_>>(), [known(0), known(1)]);
}

#[test]
fn a_roster_is_written_sorted_in_either_language() {
    let school = school();
    let mut empty = row(0, Role::Observer, Seat::Empty);
    empty.note = "nobody, alas".to_owned();
    let mut pinned = row(3, Role::Proctor, person(1));
    pinned.pinned = true;
    let roster = Roster {
        rows: vec![
            empty,
            row(1, Role::Checker, person(0)),
            row(1, Role::Proctor, person(2)),
            pinned,
        ],
    };
    let english = String::from_utf8(write_roster(&school, &roster, Lang::En)).unwrap();
    assert_eq!(
        english,
        "date,lesson,start,end,class,subject,group,room,role,person,school,pinned,note\r\n\
         2026-04-21,2-3,,,5А,Математика,2,12,proctor,Петров Пётр Ильич,,yes,\r\n\
         2026-04-21,2-3,,,6А,Математика,,14,proctor,Сидорова Ольга Львовна,,,\r\n\
         2026-04-21,2-3,,,6А,Математика,,14,checker,Иванова Анна Петровна,,,\r\n\
         2026-04-22,3,,,5Б,История,,13,observer,,,,\"nobody, alas\"\r\n"
    );
    let russian = String::from_utf8(write_roster(&school, &roster, Lang::Ru)).unwrap();
    let mut lines = russian.lines();
    assert_eq!(
        lines.next(),
        Some(
            "\u{feff}Дата;Урок;Начало;Конец;Класс;Предмет;Группа;Кабинет;Роль;ФИО;Школа;Закреплено;Примечание"
        )
    );
    assert_eq!(
        lines.next(),
        Some("21.04.2026;2-3;;;5А;Математика;2;12;организатор;Петров Пётр Ильич;;да;")
    );
}

#[test]
fn rows_that_name_nothing_known_are_kept_as_they_are() {
    let reading = read_text(
        &school(),
        "Дата,Класс,Предмет,Роль,ФИО\n21.04.2026,6а,матем,Эксперт,Петров П.И.\n21.04.2026,5А,мат,proctor,Петров П.И.\n\
         скоро,5А,мат,proctor,Неизвестный Н.Н.\n22.04.2026,5Б,История,observer,\n",
    );
    let rows = reading.roster.unwrap().rows;
    assert_eq!(rows[0].sitting, RowSitting::Known(SittingId::new(1)));
    assert_eq!(
        (rows[0].seat.clone(), rows[0].name.column, rows[0].row),
        (person(1), 5, 2)
    );
    assert!(matches!(
        rows[1].sitting,
        RowSitting::Unknown { date: Some(_), .. }
    ));
    assert_eq!(
        rows[2].sitting,
        RowSitting::Unknown {
            date: None,
            class: "5А".to_owned(),
            subject: "мат".to_owned()
        }
    );
    assert_eq!(rows[2].seat, Seat::Unknown("Неизвестный Н.Н.".to_owned()));
    assert_eq!(rows[3].seat, Seat::Empty);
}

#[test]
fn group_and_lesson_tell_sittings_apart() {
    let reading = read_text(
        &school(),
        "date,lesson,class,subject,group,role,person\n21.04.2026,,5А,мат,1,proctor,\n21.04.2026,5,5А,мат,2,proctor,\n21.04.2026,3,5А,мат,2,proctor,\n",
    );
    let sittings: Vec<RowSitting> = reading
        .roster
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.sitting)
        .collect();
    assert_eq!(
        sittings,
        [2, 4, 3].map(|id| RowSitting::Known(SittingId::new(id)))
    );
}

#[test]
fn a_row_without_a_sitting_names_those_of_its_class_subject_and_group() {
    let reading = read_text(
        &school(),
        "Дата;Урок;Начало;Класс;Предмет;Группа;Роль;ФИО\n23.04.2026;3;9:25;5А;мат;2;proctor;\n\
         23.04.2026;;;5А;мат;;proctor;\n21.04.2026;4;;6А;мат;;proctor;\n23.04.2026;;;7А;мат;;proctor;\n",
    );
    let alike: Vec<Vec<usize>> = reading
        .times
        .iter()
        .map(|time| time.alike.iter().map(|id| id.index()).collect())
        .collect();
    // Of a known sitting nothing else is meant; without a group any of them may be.
    assert_eq!(alike, [vec![3, 4], vec![2, 3, 4], vec![], vec![]]);
    let first = &reading.times[0];
    assert_eq!(first.date, NaiveDate::from_ymd_opt(2026, 4, 23));
    assert_eq!(
        (first.lessons, first.start),
        (Lessons::of([3]), Some(Minute(565)))
    );
    assert_eq!(reading.lang, Lang::Ru);
}

#[test]
fn a_name_that_fits_two_is_a_question() {
    let school = testing::school(&[(
        "staff.csv",
        "person\nИванова Анна Петровна\nИванова Алла Павловна\n",
    )]);
    let reading = read_text(
        &school,
        "date,class,subject,role,person\n21.04.2026,5А,мат,proctor,Иванова А.П.\n",
    );
    assert_eq!(
        reading.roster.unwrap().rows[0].seat,
        Seat::Ambiguous {
            text: "Иванова А.П.".to_owned(),
            candidates: vec![PersonId::new(0), PersonId::new(1)],
            doubt: Doubt::SeveralFit,
        }
    );
}

#[test]
fn a_row_whose_role_nobody_can_read_is_told_and_the_others_are_read() {
    let reading = read_text(
        &school(),
        "date,class,subject,role,person\n21.04.2026,6А,мат,,Петров П.И.\n21.04.2026,6А,мат,повар,x\n21.04.2026,6А,мат,proctor,Петров П.И.\n",
    );
    assert_eq!(reading.roster.unwrap().rows.len(), 1);
    let told: Vec<(u32, Option<u32>, String)> = reading
        .complaints
        .iter()
        .map(|told| {
            let at = told.at.unwrap();
            (at.row, at.column, told.sentence(Lang::En))
        })
        .collect();
    assert_eq!(
        told[0],
        (
            2,
            Some(4),
            "the cell is empty; the column \"role\" must be filled".to_owned()
        )
    );
    assert_eq!((told[1].0, told[1].1), (3, Some(4)));
    assert!(told[1].2.contains("повар"), "{}", told[1].2);
}

/// Names with everything that CSV and spreadsheets care about.
fn odd_name() -> impl Strategy<Value = String> {
    "[=+\\-@']{0,2}[А-Яа-яA-Z;,\"'«»]{1,6}( [А-Яа-я;,\"=]{1,4}){0,2}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn what_is_written_is_read_back(
        texts in prop::collection::vec((odd_name(), odd_name(), 0usize..5, 0usize..4, any::<bool>()), 1..8),
        russian in any::<bool>(),
    ) {
        let school = school();
        let lang = if russian { Lang::Ru } else { Lang::En };
        let rows = texts.iter().map(|(name, note, sitting, role, pinned)| RosterRow {
            pinned: *pinned,
            note: note.clone(),
            ..row(*sitting, Role::ALL[*role], Seat::Unknown(name.clone()))
        });
        let roster = Roster { rows: rows.collect() };
        let bytes = write_roster(&school, &roster, lang);
        let read = read_bytes(&school, &bytes).roster.unwrap();
        let facts = |roster: &Roster| {
            let mut facts: Vec<String> = roster
                .rows
                .iter()
                .map(|row| format!("{:?} {:?} {:?} {} {:?}", row.sitting, row.role, row.seat, row.pinned, row.note))
                .collect();
            facts.sort();
            facts
        };
        prop_assert_eq!(facts(&roster), facts(&read));
        prop_assert_eq!(write_roster(&school, &read, lang), bytes);
    }
}

#[test]
fn beside_a_complete_sheet_of_a_workbook_no_other_is_read() {
    let school = school();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let headers = COLUMNS.map(|column| column.word().in_lang(Lang::Ru));
    let complete = [
        "21.04.2026",
        "2-3",
        "",
        "",
        "6А",
        "мат",
        "",
        "",
        "организатор",
    ];
    for (name, row, cells) in [
        ("Личные листы", 0, &["Дата", "Класс", "Предмет", "Роль"][..]),
        (
            "Личные листы",
            1,
            &["21.04.2026", "6А", "мат", "организатор"],
        ),
        ("Расстановка", 0, &headers),
        ("Расстановка", 1, &complete),
    ] {
        if workbook.worksheet_from_name(name).is_err() {
            workbook.add_worksheet().set_name(name).unwrap();
        }
        let sheet = workbook.worksheet_from_name(name).unwrap();
        sheet.write_row(row, 0, cells.iter().copied()).unwrap();
    }
    let reading = read_bytes(&school, &workbook.save_to_buffer().unwrap());
    let rows = reading.roster.expect("one sheet is the roster").rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].sheet.as_deref(), Some("Расстановка"));
}

/// Words of every kind that a roster's cells may hold, and some that they may not.
const WORDS: [&str; 40] = [
    "Дата",
    "Урок",
    "Класс",
    "Предмет",
    "Организатор",
    "Организатор 2",
    "Эксперты",
    "Наблюдатель",
    "Роль",
    "ФИО",
    "Каб.",
    "№",
    "Группа",
    "21.04.2026",
    "21 апреля",
    "вт",
    "46133",
    "2",
    "2-3",
    "9:25–10:10",
    "5А",
    "5А, 6А",
    "5АБ",
    "5-е классы",
    "мат",
    "ист.",
    "организатор",
    "Иванова А.П.",
    "Петров; Сидорова",
    "Иванова А.П. Петров П.И.",
    "Петрва П.И.",
    "Иванова (Петрова)",
    "1. Иванова",
    "нет",
    "-",
    "#N/A",
    "Директор ____",
    "(",
    "«»,;/",
    "и",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_cells_are_read_or_told_and_every_name_stands_where_it_is_said_to(
        rows in prop::collection::vec(prop::collection::vec(0..WORDS.len() + 20, 1..9), 1..14),
    ) {
        let line = |row: &Vec<usize>| {
            let cells = row.iter().map(|&word| WORDS.get(word).copied().unwrap_or_default());
            cells.map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join("\t")
        };
        let text: Vec<String> = rows.iter().map(line).collect();
        let reading = read_text(&school(), &text.join("\n"));
        let Some(roster) = reading.roster else {
            prop_assert!(!reading.complaints.is_empty());
            return Ok(());
        };
        prop_assert_eq!(roster.rows.len(), reading.times.len());
        for row in &roster.rows {
            let name = &row.name;
            let cell = reading.layouts[0].text(name.row, name.column);
            let typed = cell.get(name.bytes.clone());
            prop_assert!(typed.is_some(), "{:?} of {:?}", name, cell);
            prop_assert_eq!(typed == Some(""), row.seat == Seat::Empty);
            if let Seat::Unknown(text) = &row.seat {
                prop_assert_eq!(text, &crate::input::names::clean(typed.unwrap()));
            }
        }
    }
}
