//! The sheets, read back from their files: everybody where they belong and once, nobody harmed by a name, nothing private
//! for the public, the same bytes every time.

mod oracle;

use std::collections::BTreeSet;
use std::path::Path;

use oracle::bridge::Both;
use oracle::files::write_roster;
use oracle::generator::{Size, random_school};
use oracle::rng::Rng;
use oracle::rosters;
use recuse::domain::{Lang, PersonId, Role};
use recuse::input::{InputFile, ReadOptions};
use recuse::service::{
    ExportError, ExportRequest, Exported, Format, GenerateOptions, OutputFile, export, generate,
};
use recuse::sheets::Audience;

struct Case {
    files: Vec<InputFile>,
    roster: InputFile,
}

impl Case {
    fn request(&self) -> ExportRequest<'_> {
        ExportRequest {
            files: &self.files,
            roster: &self.roster,
            was: None,
            read: ReadOptions::default(),
            formats: &Format::ALL,
            audience: Audience::Staff,
            person: None,
            date: None,
            draft: true,
            lang: Lang::En,
            sheets_lang: Some(Lang::En),
            proven: Vec::new(),
        }
    }

    /// The folder with the roster that the library makes for it.
    fn generated(files: Vec<InputFile>) -> Self {
        let options = GenerateOptions {
            read: ReadOptions::default(),
            lang: Lang::En,
            roster_lang: None,
            seed: 1,
            stop: &|| false,
            progress: &|_, _| {},
        };
        let generated = generate(&files, &options).expect("a roster is made");
        Self {
            files,
            roster: InputFile {
                name: "roster.csv".to_owned(),
                bytes: generated.file,
            },
        }
    }

    /// The school of some size, with the roster that a person made for it.
    fn by_hand() -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let bytes = std::fs::read(data.join("manual/clean-ru.csv")).expect("readable");
        Self {
            files: files_of("school-31"),
            roster: InputFile {
                name: "clean-ru.csv".to_owned(),
                bytes,
            },
        }
    }
}

fn files_of(folder: &str) -> Vec<InputFile> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files: Vec<InputFile> = std::fs::read_dir(data.join(folder))
        .expect("the folder is there")
        .map(|entry| entry.expect("readable"))
        .map(|entry| InputFile {
            name: entry.file_name().into_string().expect("UTF-8"),
            bytes: std::fs::read(entry.path()).expect("readable"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// Files whose words can be read without a reader of their format.
fn is_text(file: &OutputFile) -> bool {
    [".html", ".csv", ".ics"]
        .iter()
        .any(|ending| file.name.ends_with(ending))
}

fn text<'a>(exported: &'a Exported, name: &str) -> &'a str {
    let file = exported.files.iter().find(|file| file.name == name);
    let file = file.unwrap_or_else(|| panic!("{name} is among the files"));
    std::str::from_utf8(&file.bytes).expect("UTF-8")
}

/// The table whose header holds that heading: its header and its rows.
fn table(
    exported: &Exported,
    stem: &str,
    heading: &str,
) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let prefix = format!("tables/{stem}-");
    let files = exported.files.iter();
    files
        .filter(|file| file.name.starts_with(&prefix))
        .map(|file| {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(file.bytes.as_slice());
            let mut rows: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.expect("a table").iter().map(str::to_owned).collect())
                .collect();
            (rows.remove(0), rows)
        })
        .find(|(header, _)| header.iter().any(|cell| cell == heading))
}

/// How often the table's column names each person on each day in each subject.
fn assert_each_duty_once(exported: &Exported, role: Role, heading: &str, names_position: bool) {
    let school = &exported.checked.school;
    let duties: Vec<_> = exported
        .checked
        .roster
        .duties()
        .filter(|(_, duty)| duty.role == role)
        .collect();
    let Some((header, rows)) = table(exported, "order", heading) else {
        assert!(duties.is_empty(), "{heading} is missing");
        return;
    };
    let at = |heading: &str| {
        header
            .iter()
            .position(|cell| cell == heading)
            .expect("a column")
    };
    let (person_at, date_at) = (at(heading), at("Date"));
    for &(_, duty) in &duties {
        let name = &school.person(duty.person).name;
        let sitting = school.sitting(duty.sitting);
        let date = sitting.date.format("%Y-%m-%d").to_string();
        let is_person = |cell: &str| {
            if names_position {
                cell.starts_with(&format!("{name}, "))
            } else {
                cell == name
            }
        };
        let found = rows
            .iter()
            .filter(|row| row[date_at] == date && is_person(&row[person_at]))
            .count();
        let expected = duties
            .iter()
            .filter(|(_, other)| {
                other.person == duty.person && school.sitting(other.sitting).date == sitting.date
            })
            .count();
        assert_eq!(found, expected, "{name} on {date} in {heading}");
    }
}

#[test]
fn everybody_and_everything_appears_where_it_belongs_and_once() {
    for seed in 0..25 {
        let both = Both::read(random_school(seed, Size::SMALL), seed)
            .unwrap_or_else(|text| panic!("{text}"));
        let rng = &mut Rng::new(seed);
        let roster = rosters::good(&both.ours, rng);
        let case = Case {
            roster: write_roster(&both.ours, &roster, seed),
            files: both.files,
        };
        let exported = export(&case.request()).unwrap_or_else(|error| panic!("{seed}: {error}"));
        let (school, roster) = (&exported.checked.school, &exported.checked.roster);
        let people: BTreeSet<PersonId> = roster.duties().map(|(_, duty)| duty.person).collect();

        assert_each_duty_once(&exported, Role::Proctor, "Proctor (name, position)", true);
        assert_each_duty_once(
            &exported,
            Role::Assistant,
            "Assistant (name, position)",
            true,
        );
        let (_, schedule) = table(&exported, "order", "Date, weekday").expect("a schedule");
        assert_eq!(schedule.len(), school.sittings.len(), "seed {seed}");
        let (_, duties) = table(&exported, "checks", "Outcome").expect("duties");
        assert_eq!(duties.len(), roster.rows.len(), "seed {seed}");
        let slips = text(&exported, "personal-assignments.html")
            .matches("<article")
            .count();
        assert_eq!(slips, people.len(), "seed {seed}");
        let doors = text(&exported, "door-sheets.html")
            .matches("<section")
            .count();
        assert_eq!(doors, school.sittings.len(), "seed {seed}");
        let (header, list) = table(&exported, "acknowledgement", "Signature").expect("a list");
        let name_at = header
            .iter()
            .position(|cell| cell == "Name")
            .expect("names");
        let listed: BTreeSet<&str> = list.iter().map(|row| row[name_at].as_str()).collect();
        let expected: BTreeSet<&str> = people
            .iter()
            .map(|&person| school.person(person).name.as_str())
            .collect();
        assert_eq!(
            (listed, list.len()),
            (expected, people.len()),
            "seed {seed}"
        );
        let calendars = exported.files.iter();
        let calendars = calendars.filter(|file| file.name.starts_with("calendars/person-"));
        assert_eq!(calendars.count(), people.len(), "seed {seed}");
    }
}

#[test]
fn twice_the_same_bytes_and_a_new_name_for_every_file() {
    let case = Case::by_hand();
    let request = case.request();
    let (first, second) = (export(&request), export(&request));
    let (first, second) = (first.expect("sheets").files, second.expect("sheets").files);
    assert!(first == second, "two runs differ");
    let names: BTreeSet<&str> = first.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), first.len());
    let index = String::from_utf8(first[0].bytes.clone()).expect("UTF-8");
    for name in names.iter().filter(|name| **name != "index.html") {
        let is_safe = |letter: char| letter.is_ascii_alphanumeric() || "-./".contains(letter);
        assert!(name.chars().all(is_safe), "{name}");
        assert!(
            index.contains(&format!("href=\"{name}\"")),
            "{name} is linked"
        );
    }
}

#[test]
fn a_roster_in_conflict_is_exported_as_a_draft_only() {
    let case = Case::generated(files_of("school-small"));
    let refused = export(&ExportRequest {
        draft: false,
        ..case.request()
    });
    assert!(matches!(refused, Err(ExportError::InConflict(6))));
    let draft = export(&case.request()).expect("a draft");
    for file in draft.files.iter().filter(|file| is_a(&file.name, "html")) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        assert!(text.contains("DRAFT"), "{}", file.name);
    }
    assert!(text(&draft, "checks.html").contains("CONFLICTS: the roster must not be signed"));
}

#[test]
fn the_public_sees_initials_and_nothing_private() {
    let case = Case::by_hand();
    let exported = export(&ExportRequest {
        audience: Audience::Public,
        ..case.request()
    })
    .expect("sheets");
    let school = &exported.checked.school;
    let files = exported.files.iter().filter(|file| is_text(file));
    let shown: String = files
        .map(|file| std::str::from_utf8(&file.bytes).expect("UTF-8"))
        .collect();
    let words: BTreeSet<&str> = shown
        .split(|letter: char| !letter.is_alphabetic())
        .collect();
    for person in &school.people {
        for given in person.name.split_whitespace().skip(1) {
            let is_full = given.chars().count() > 3 && !given.contains('.');
            assert!(!(is_full && words.contains(given)), "{given}");
        }
        let phone = person.parent.as_ref().map(|parent| parent.phone.as_str());
        for phone in phone.into_iter().filter(|phone| !phone.is_empty()) {
            assert!(!shown.contains(phone), "{phone}");
        }
    }
    for absence in &school.absences {
        let reason = absence.reason.as_str();
        assert!(reason.is_empty() || !shown.contains(reason), "{reason}");
    }
    assert!(
        !exported
            .files
            .iter()
            .any(|file| file.name.contains("person"))
    );
}

#[test]
fn hostile_names_do_no_harm() {
    let long = "Я".repeat(120);
    let names = [
        "<script>alert(1)</script> Анна",
        "=CMD|calc Иван",
        "\"\"Кавычкина\"\" & Ко",
        "Смайлов 🎓 Пётр",
        "\u{202e}Разворотов\u{7} Олег",
        long.as_str(),
    ];
    let rows = |line: &dyn Fn(usize, &str) -> String| -> String {
        names
            .iter()
            .enumerate()
            .map(|(index, name)| line(index, name))
            .collect()
    };
    let staff = rows(&|_, name| format!("\"{name}\",\"=1+1\",\n"));
    let classes = rows(&|index, _| format!("5{},10\n", ["A", "B", "C", "D", "E", "F"][index]));
    let schedule = rows(&|index, _| {
        format!(
            "2026-04-2{index},2,5{},\"<b>Maths\",0,0\n",
            ["A", "B", "C", "D", "E", "F"][index]
        )
    });
    let file = |name: &str, text: String| InputFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    };
    let case = Case::generated(vec![
        file("staff.csv", format!("person,position,subjects\n{staff}")),
        file("classes.csv", format!("class,pupils\n{classes}")),
        file("parents.csv", "parent,class\n".to_owned()),
        file(
            "schedule.csv",
            format!("date,lesson,class,subject,checkers,observers\n{schedule}"),
        ),
        file("subjects.csv", "subject\n<b>Maths\n".to_owned()),
    ]);
    let exported = export(&case.request()).unwrap_or_else(|error| panic!("{error:?}"));
    for file in exported.files.iter().filter(|file| is_text(file)) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        let is_harmful = |letter: char| {
            letter == '\u{202e}' || (letter.is_control() && !"\r\n".contains(letter))
        };
        // The roster keeps names as the lists have them, so that it can be read again.
        let is_roster = file.name == "tables/roster.csv";
        assert!(is_roster || !text.contains(is_harmful), "{}", file.name);
        if is_a(&file.name, "html") {
            assert!(
                !text.contains("<script") && !text.contains("<b>Maths"),
                "{}",
                file.name
            );
        }
        if is_a(&file.name, "csv") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(file.bytes.as_slice());
            let records = reader.records().map(|row| row.expect("a table"));
            for cell in records.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()) {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
}

fn is_a(name: &str, extension: &str) -> bool {
    std::path::Path::new(name).extension() == Some(extension.as_ref())
}
