use rust_xlsxwriter::{Format, Workbook};

use crate::input::import::{ImportKind, ImportProblem, Imported, import};
use crate::input::testing::{read_with, said};
use crate::input::{Gravity, InputFile, Problem, ReadOptions};

use super::TableGridProblem;

/// A sheet: its name, its rows, and merged cells (first and last row and column, 0-based).
type Sheet<'a> = (&'a str, Vec<Vec<&'a str>>, &'a [[u32; 4]]);

fn workbook(name: &str, sheets: &[Sheet]) -> InputFile {
    let mut book = Workbook::new();
    for (name, rows, merged) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells
                .iter()
                .enumerate()
                .filter(|(_, text)| !text.is_empty())
            {
                let (row, column) = (row as u32, column as u16);
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, *text).unwrap(),
                };
            }
        }
        for &[top, left, bottom, right] in *merged {
            let text = rows[top as usize][left as usize];
            let (left, right) = (left as u16, right as u16);
            let format = Format::new();
            sheet
                .merge_range(top, left, bottom, right, text, &format)
                .unwrap();
        }
    }
    InputFile {
        name: name.to_owned(),
        bytes: book.save_to_buffer().unwrap(),
    }
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| line.split('|').map(str::trim).collect())
        .collect()
}

fn read(sheets: &[Sheet]) -> Imported {
    import(ImportKind::Grid, &[workbook("week.xlsx", sheets)])
}

fn table<'i>(imported: &'i Imported, name: &str) -> Vec<&'i str> {
    let file = imported.files.iter().find(|file| file.name == name);
    let text = file.map_or("", |file| {
        std::str::from_utf8(&file.bytes).expect("tables are UTF-8")
    });
    text.lines().skip(1).collect()
}

/// Lessons of the timetable: day, lesson, class, subject, person, room.
fn lessons(imported: &Imported) -> Vec<String> {
    let errors: Vec<_> = imported
        .complaints
        .iter()
        .filter(|it| it.gravity == Gravity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let lines = table(imported, "timetable.csv");
    let cells = lines
        .iter()
        .map(|line| line.split(',').collect::<Vec<&str>>());
    let mut lessons: Vec<String> = cells
        .map(|it| {
            [it[0], it[1], it[2], it[3], it[4], it[6]]
                .join(" ")
                .trim()
                .to_owned()
        })
        .collect();
    lessons.sort();
    lessons
}

/// What is told of cells and files, each with the cell where there is one.
fn told(imported: &Imported) -> Vec<(Option<(u32, u32)>, TableGridProblem)> {
    let complaints = imported.complaints.iter();
    complaints
        .filter_map(|complaint| match complaint.problem {
            Problem::Import(ImportProblem::TableGrid(TableGridProblem::Understood(_))) => None,
            Problem::Import(ImportProblem::TableGrid(problem)) => {
                let at = complaint.at.map(|at| (at.row, at.column.unwrap_or(0)));
                Some((at, problem))
            }
            _ => None,
        })
        .collect()
}

/// The week that most tests draw in their own way.
const WEEK: [&str; 6] = [
    "Mon 1 5А Математика Иванова А.П.",
    "Mon 1 5Б История Петров И.И.",
    "Mon 2 5А История Петров И.И.",
    "Mon 2 5Б Физика Ким Ю.В.",
    "Tue 1 5А Физика Ким Ю.В.",
    "Tue 1 5Б Математика Иванова А.П.",
];

#[test]
fn one_week_is_read_however_it_is_drawn() {
    let (maths, history, physics) = (
        "Математика Иванова А.П.",
        "История Петров И.И.",
        "Физика Ким Ю.В.",
    );
    let down = format!(
        "Расписание на 2026 год\nДень|Урок|5А|5Б\nПонедельник|1|{maths}|{history}\n|2|{history}|{physics}\nВторник|1|{physics}|{maths}"
    );
    let titles = format!(
        "ПОНЕДЕЛЬНИК\n№|5А|5Б\n1.|{maths}|{history}\n2.|{history}|{physics}\nВТОРНИК\n№|5А|5Б\n1.|{physics}|{maths}"
    );
    let title_once = format!(
        "Урок|5А|5Б\nПонедельник\n1|{maths}|{history}\n2|{history}|{physics}\nВторник\n1|{physics}|{maths}"
    );
    let across = format!(
        "|Понедельник||Вторник|\nУрок|5А|5Б|5А|5Б\n1|{maths}|{history}|{physics}|{maths}\n2|{history}|{physics}||"
    );
    let side = format!(
        "Понедельник|||Вторник||\n№|5А|5Б|№|5А|5Б\n1|{maths}|{history}|1|{physics}|{maths}\n2|{history}|{physics}|2||"
    );
    let classes_down = format!(
        "Класс|Понедельник||Вторник\n|1|2|1\n5А|{maths}|{history}|{physics}\n5Б|{history}|{physics}|{maths}"
    );
    let by_class = format!(
        "Класс|Урок|Пн|Вт\n5А|1|{maths}|{physics}\n|2|{history}|\n5Б|1|{history}|{maths}\n|2|{physics}|"
    );
    let times = format!(
        "День|Урок|Время|5 «а»|5-Б (24 чел.)\nПн|1|8.00-8.45|{maths}|{history}\n|2|8.55-9.40|{history}|{physics}\nВт|1|8.00-8.45|{physics}|{maths}"
    );
    for text in [
        &down,
        &titles,
        &title_once,
        &across,
        &side,
        &classes_down,
        &by_class,
        &times,
    ] {
        let done = read(&[("Лист1", rows(text), &[])]);
        let plain: Vec<String> = lessons(&done)
            .iter()
            .map(|it| it.replace("5 «а»", "5А").replace("5-Б", "5Б"))
            .collect();
        assert_eq!(plain, WEEK, "{text}");
        assert_eq!(table(&done, "load.csv").len(), 6);
        assert_eq!(told(&done), [], "{text}");
    }
    // Merged days and titles.
    let merged: &[[u32; 4]] = &[[0, 0, 0, 3], [2, 0, 3, 0]];
    assert_eq!(lessons(&read(&[("Лист1", rows(&down), merged)])), WEEK);
    let merged: &[[u32; 4]] = &[[0, 0, 1, 0], [0, 1, 0, 2]];
    assert_eq!(
        lessons(&read(&[("Лист1", rows(&classes_down), merged)])),
        WEEK
    );
    // A sheet for each day, and one for each class.
    let (monday, tuesday) = (
        format!("Урок|5А|5Б\n1|{maths}|{history}\n2|{history}|{physics}"),
        format!("Урок|5А|5Б\n1|{physics}|{maths}"),
    );
    let days = [
        ("Понедельник", rows(&monday), &[][..]),
        ("Вт", rows(&tuesday), &[]),
    ];
    assert_eq!(lessons(&read(&days)), WEEK);
    let (first, second) = (
        format!("Урок|Пн|Вт\n1|{maths}|{physics}\n2|{history}|"),
        format!("Урок|Пн|Вт\n1|{history}|{maths}\n2|{physics}|"),
    );
    let classes = [
        ("5А", rows(&first), &[][..]),
        ("Расписание 5Б класса", rows(&second), &[]),
    ];
    assert_eq!(lessons(&read(&classes)), WEEK);
    // The days of two files.
    let files = [
        workbook("a.xlsx", &days[..1]),
        workbook("b.xlsx", &days[1..]),
    ];
    assert_eq!(lessons(&import(ImportKind::Grid, &files)), WEEK);
    // Text instead of a workbook.
    let file = InputFile {
        name: "week.csv".to_owned(),
        bytes: down.replace('|', ";").into_bytes(),
    };
    assert_eq!(lessons(&import(ImportKind::Grid, &[file])), WEEK);
}

#[test]
fn the_parts_of_a_lesson_stand_in_rows_and_columns_too() {
    let stacked = "День|Урок|5А|5Б\nПн|1|Математика|История\n||Иванова А.П.|Петров И.И.\n|2|История|Физика\n||Петров И.И.|Ким Ю.В.\n\
                   Вт|1|Физика|Математика\n||Ким Ю.В.|Иванова А.П.";
    assert_eq!(lessons(&read(&[("Л", rows(stacked), &[])])), WEEK);
    let columns = "День|Урок|5А||каб|5Б||каб\nПн|1|Математика|Иванова А.П.|12|История|Петров И.И.|14\n|2|История|Петров И.И.||Физика|Ким Ю.В.|7\n\
                   Вт|1|Физика|Ким Ю.В.||Математика|Иванова А.П.|";
    let done = lessons(&read(&[("Л", rows(columns), &[])]));
    assert_eq!(done[0], "Mon 1 5А Математика Иванова А.П. 12");
    assert_eq!(done[3], "Mon 2 5Б Физика Ким Ю.В. 7");
    assert_eq!(done.len(), 6);
    let groups = "День|Урок|5А||5Б|\nПн|1|Англ. яз. Иванова А.П.|Информатика Ким Ю.В.|История Петров И.И.|\n|2|Физика Ким Ю.В.||Физика Ким Ю.В.|";
    let merged: &[[u32; 4]] = &[
        [0, 2, 0, 3],
        [0, 4, 0, 5],
        [1, 4, 1, 5],
        [2, 2, 2, 3],
        [2, 4, 2, 5],
    ];
    assert_eq!(
        lessons(&read(&[("Л", rows(groups), merged)])),
        [
            "Mon 1 5А Англ. яз. Иванова А.П.",
            "Mon 1 5А Информатика Ким Ю.В.",
            "Mon 1 5Б История Петров И.И.",
            "Mon 2 5А Физика Ким Ю.В.",
            "Mon 2 5Б Физика Ким Ю.В."
        ]
    );
    // One cell over two classes, and over two lessons.
    let joint = "День|Урок|5А|5Б\nПн|1|Физ-ра Иванова А.П.|\n|2|История Петров И.И.|Физика Ким Ю.В.\n|3||Математика Иванова А.П.";
    let merged: &[[u32; 4]] = &[[1, 2, 1, 3], [2, 2, 3, 2]];
    let done = lessons(&read(&[("Л", rows(joint), merged)]));
    for lesson in [
        "Mon 1 5А Физ-ра Иванова А.П.",
        "Mon 1 5Б Физ-ра Иванова А.П.",
        "Mon 3 5А История Петров И.И.",
    ] {
        assert!(done.contains(&lesson.to_owned()), "{lesson}: {done:?}");
    }
}

#[test]
fn teachers_and_classes_say_one_week_together() {
    let teachers = "Учитель|Понедельник||Вторник\n|1|2|1\nИванова А.П.|5А||5Б\nПетров И.И.|5Б|5А|\nКим Ю.В.||5Б|5А";
    let classes =
        "День|Урок|5А|5Б\nПн|1|Математика|История\n|2|История|Физика\nВт|1|Физика|Математика";
    let both = [
        ("Учителя", rows(teachers), &[][..]),
        ("Классы", rows(classes), &[]),
    ];
    let done = read(&both);
    assert_eq!(lessons(&done), WEEK);
    assert_eq!(told(&done), []);
    // A column tells the subject.
    let with_subject = "ФИО|Предмет|Понедельник||Вторник\n||1|2|1\nИванова А.П.|Математика|5А||5Б\nПетров И.И.|История|5Б|5А|\nКим Ю.В.|Физика||5Б|5А";
    assert_eq!(
        lessons(&read(&[("Учителя", rows(with_subject), &[])])),
        WEEK
    );
    // Alone, teachers say no subject, and classes no teacher.
    let done = read(&both[..1]);
    assert_eq!(told(&done), [(None, TableGridProblem::NoSubjects)]);
    assert_eq!(
        table(&done, "staff.csv")[0],
        "Иванова А.П.,teacher,\"5А, 5Б\""
    );
    let done = read(&both[1..]);
    assert_eq!(told(&done), [(None, TableGridProblem::NoTeachers)]);
    assert_eq!(done.files, []);
    // Two subjects at once: whose is whose cannot be told.
    let two = classes.replace("|1|Математика|История", "|1|Математика / Труд|История");
    let done = read(&[("У", rows(teachers), &[]), ("К", rows(&two), &[])]);
    let expected = [
        (None, TableGridProblem::WithoutTeacher { lessons: 2, of: 8 }),
        (None, TableGridProblem::WithoutSubject { lessons: 1, of: 8 }),
    ];
    assert_eq!(told(&done), expected);
    assert_eq!(lessons(&done), WEEK[1..]);
}

#[test]
fn what_would_have_to_be_guessed_is_refused() {
    let (m, h) = ("Математика Иванова А.П.", "История Петров И.И.");
    let refused = |text: &str, problem: TableGridProblem| {
        let done = read(&[("Лист1", rows(text), &[])]);
        let problems: Vec<_> = told(&done)
            .into_iter()
            .map(|(_, problem)| problem)
            .collect();
        assert!(problems.contains(&problem), "{text}: {problems:?}");
        assert_eq!(done.files, [], "{text}");
    };
    refused(
        &format!("Урок|5А|5Б\n1|{m}|{h}\n2|{h}|{m}\n3|{h}|{m}"),
        TableGridProblem::NoDay,
    );
    refused(
        &format!("День|Урок|5А|5Б\nПн|1|{m}|{h}\n|2|{h}|{m}\n|1|{h}|{m}\n|2|{h}|{m}"),
        TableGridProblem::DayRepeats,
    );
    refused(
        &format!("Урок|Пн|Вт\n1|{m}|{h}\n2|{h}|{m}"),
        TableGridProblem::NobodyNamed,
    );
    refused(
        "Урок|Начало|Конец\n1|8:00|8:45\n2|9:00|9:45",
        TableGridProblem::NoneFound,
    );
    let unclear = "Математика / Зима";
    refused(
        &format!("День|Урок|5А|5Б\nПн|1|{m}|{unclear}\n|2|{unclear}|{h}"),
        TableGridProblem::TooMuchUnclear {
            unclear: 2,
            cells: 4,
        },
    );
    refused(
        &format!("День|Урок|5А|5Б\nПн|1|{m}|История\n|2|Физика|Химия"),
        TableGridProblem::WithoutTeacher { lessons: 3, of: 4 },
    );
}

#[test]
fn a_cell_that_is_not_understood_is_told_where_it_stands() {
    let text = "День|Урок|5А|Кружок|5Б\nПн|1|Математика Иванова А.П.|Шахматы Зима И.П.|История Петров И.И.\n|2|Химия / Сталь|История Петров И.И.|Физика Ким Ю.В.\n\
                |3|Физика Иванова||Математика Иванова Б.Б.\n|4|Физика Ким Ю.В.||История Петров И.И.\n|Обед|Обед||Обед\n||||Зам. директора Петров И.И.";
    let done = read(&[("Л", rows(text), &[])]);
    let expected = [
        (Some((2, 4)), TableGridProblem::CellStray),
        (Some((7, 5)), TableGridProblem::CellStray),
        (Some((3, 3)), TableGridProblem::CellUnclear),
        (Some((4, 3)), TableGridProblem::NameShared),
    ];
    let mut found = told(&done);
    found.sort_by_key(|(at, problem)| (*problem != TableGridProblem::CellStray, *at));
    assert_eq!(found[..4], expected, "{found:?}");
    assert_eq!(lessons(&done).len(), 6);
}

#[test]
fn assemblies_and_meals_are_no_teaching() {
    let text = "День|Урок|5А|5Б|6А|6Б|7А\nПн|1|Неделя здоровья||||\n|2|Математика А. Б. Зима|История Петров И.И.|Физика Ким Ю.В.|Химия Белов К.К.|Музыка Орлова Н.\n|3|Обед|Обед|Обед|Обед|Обед";
    let done = read(&[("Л", rows(text), &[[1, 2, 1, 6]])]);
    assert_eq!(
        told(&done),
        [(None, TableGridProblem::NoLessons { cells: 10 })]
    );
    assert_eq!(table(&done, "load.csv").len(), 5);
    // Everybody with every class.
    let teachers = "Учитель|Понедельник|\n|1|2\nЗима А.Б.|5А,5Б,6А,6Б,7А|5А\nПетров И.И.|5А,5Б,6А,6Б,7А|5Б\nКим Ю.В.|5А,5Б,6А,6Б,7А|6А\nБелов К.К.|5А,5Б,6А,6Б,7А|6Б\nОрлова Н.|5А,5Б,6А,6Б,7А|7А";
    let classes = "День|Урок|5А|5Б|6А|6Б|7А\nПн|1|Праздник|Праздник|Праздник|Праздник|Праздник\n|2|Математика|История|Физика|Химия|Музыка";
    let done = read(&[("У", rows(teachers), &[]), ("К", rows(classes), &[])]);
    assert_eq!(table(&done, "load.csv").len(), 5);
    let mut problems = done.complaints.iter().map(|complaint| &complaint.problem);
    assert!(
        problems.any(|it| *it == Problem::Import(ImportProblem::AssembliesLeftOut { lessons: 1 }))
    );
    // Each class with its own teacher is taught.
    let own = "День|Урок|5А|5Б|6А|6Б|7А\nПн|1|Разговоры о важном Зима А.Б.|Разговоры о важном Петров И.И.|Разговоры о важном Ким Ю.В.|Разговоры о важном Белов К.К.|Разговоры о важном Орлова Н.\n|2|Химия Зима А.Б.||||";
    assert_eq!(table(&read(&[("Л", rows(own), &[])]), "load.csv").len(), 6);
}

#[test]
fn what_is_written_is_read_again() {
    let text = "День|Урок|5 «А» класс|6 класс|7/1\nПн|1|Матем. Иванова А.П.|История / Петров|Физ-ра Белов К.К.\n|2|Математика Иванова|Рус. яз. Ким Ю.В.|Англ. яз. (1 гр.) Зимина А.А. 12 / Англ. яз. (2 гр.) Орлова Н. 14\n\
                |3|Русский язык Ким|Право, экономика Петров|Труд (технология) Белов К.К.";
    let done = read(&[("Л", rows(text), &[])]);
    // Of `Право, экономика Петров` it cannot be told whether that is one subject.
    assert_eq!(lessons(&done).len(), 9);
    assert_eq!(told(&done), [(Some((4, 4)), TableGridProblem::CellUnclear)]);
    let names: Vec<&str> = done.files.iter().map(|file| file.name.as_str()).collect();
    let texts: Vec<&str> = done
        .files
        .iter()
        .map(|file| std::str::from_utf8(&file.bytes).unwrap())
        .collect();
    let mut files: Vec<(&str, &str)> = names.into_iter().zip(texts).collect();
    files.push(("parents.csv", "parent,class\n"));
    files.push((
        "schedule.csv",
        "date,lesson,class,subject\n21.04.2026,2,6,История\n",
    ));
    let reading = read_with(&files, &ReadOptions::default());
    assert!(reading.school.is_some(), "{:#?}", said(&reading));
    let errors = reading
        .complaints
        .iter()
        .filter(|it| it.gravity == Gravity::Error);
    assert_eq!(errors.count(), 0);
}
