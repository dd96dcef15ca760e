use crate::input::import::{ImportKind, ImportProblem, Imported, List, import};
use crate::input::{InputFile, Problem};

use super::UntisProblem;

const TIMETABLE: &str = "\
1,\"5A\",\"MEI\",\"M\",\"101\",1,1,,\n\
1,\"5A\",\"MEI\",\"M\",\"101\",1,2,,\n\
2,\"5A\",\"BAC\",\"SP\",\"H1\",2,3,,\n\
2,\"5B\",\"BAC\",\"SP\",\"H1\",2,3,,\n\
2,\"5B\",\"OTT\",\"SP\",\"H2\",2,3,,\n\
3,,\"MEI\",\"SPR\",,5,6,,\n";

const TEACHERS: &str = "\
\"MEI\",\"Meier\",,,,,,,,,,,,,,,,,,,,,,,,,,,\"Anna\"\n\
\"BAC\",\"Bach\",,,,,,,,,,,,,,,,,,,,,,,,,,,\"Otto\"\n\
\"OTT\",\"Otter\"\n\
\"NEU\",\"Neumann\"\n";

fn files(parts: &[(&str, &str)]) -> Imported {
    let files: Vec<InputFile> = parts
        .iter()
        .map(|(name, text)| InputFile {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    import(ImportKind::Untis, &files)
}

fn table<'i>(imported: &'i Imported, name: &str) -> Vec<&'i str> {
    let file = imported.files.iter().find(|file| file.name == name);
    let text = file.map_or("", |file| {
        std::str::from_utf8(&file.bytes).expect("tables are UTF-8")
    });
    text.lines().skip(1).collect()
}

fn problems(imported: &Imported) -> Vec<(&str, ImportProblem)> {
    let complaints = imported.complaints.iter();
    complaints
        .filter_map(|complaint| match complaint.problem {
            Problem::Import(problem) => Some((complaint.text.as_str(), problem)),
            _ => None,
        })
        .collect()
}

fn says(imported: &Imported, problem: UntisProblem) -> bool {
    let mut told = problems(imported).into_iter();
    told.any(|(_, told)| told == ImportProblem::Untis(problem))
}

const OF_LOAD: [&str; 4] = [
    "Meier Anna,M,5A,,2",
    "Bach Otto,SP,5A,,1",
    "Bach Otto,SP,5B,,1",
    "Otter,SP,5B,,1",
];

#[test]
fn a_timetable_and_names_become_tables() {
    let done = files(&[("GPU001.TXT", TIMETABLE), ("GPU004.TXT", TEACHERS)]);
    assert_eq!(table(&done, "load.csv"), OF_LOAD);
    assert_eq!(
        table(&done, "timetable.csv"),
        [
            "Mon,1,5A,M,Meier Anna,,101",
            "Mon,2,5A,M,Meier Anna,,101",
            "Tue,3,5A,SP,Bach Otto,,H1",
            "Tue,3,5B,SP,Bach Otto,,H1",
            "Tue,3,5B,SP,Otter,,H2",
        ]
    );
    assert_eq!(
        table(&done, "staff.csv"),
        [
            "Meier Anna,teacher,M,",
            "Bach Otto,teacher,SP,",
            "Otter,teacher,SP,",
            "Neumann,teacher,,"
        ]
    );
    assert_eq!(
        problems(&done),
        [("GPU001.TXT", ImportProblem::UnstaffedLeftOut { lessons: 1 })]
    );
}

#[test]
fn separators_quotes_and_letters_do_not_matter() {
    let load = |text: String, bytes: fn(&str) -> Vec<u8>| {
        let given = [
            InputFile {
                name: "gpu001 (2).txt".to_owned(),
                bytes: bytes(&text),
            },
            InputFile {
                name: "School_GPU004.csv".to_owned(),
                bytes: TEACHERS.as_bytes().to_vec(),
            },
        ];
        let done = import(ImportKind::Untis, &given);
        table(&done, "load.csv").join("\n")
    };
    let plain = |text: &str| text.as_bytes().to_vec();
    let with_mark = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let wide = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let expected = OF_LOAD.join("\n");
    for separator in [",", ";", "\t"] {
        for quote in ["\"", "'", ""] {
            let text = TIMETABLE.replace(',', separator).replace('"', quote);
            assert_eq!(load(text.clone(), plain), expected, "{separator}{quote}");
            let windows = text.replace('\n', "\r\n");
            assert_eq!(load(windows.clone(), with_mark), expected);
            assert_eq!(load(windows, wide), expected);
        }
    }
}

#[test]
fn letters_that_are_no_utf_8_are_guessed_and_said() {
    let of = |encoding: &'static encoding_rs::Encoding, name: &str| {
        let text = format!("1;\"5А\";\"{name}\";\"M\";\"1\";1;1;;\n").replace('А', "A");
        let file = InputFile {
            name: "GPU001.TXT".to_owned(),
            bytes: encoding.encode(&text).0.into_owned(),
        };
        let done = import(ImportKind::Untis, &[file]);
        let staff = table(&done, "staff.csv").join("|");
        let told = problems(&done)
            .into_iter()
            .find_map(|(_, told)| match told {
                ImportProblem::Untis(UntisProblem::OtherLetters { encoding }) => Some(encoding),
                _ => None,
            });
        (staff.split(',').next().unwrap_or_default().to_owned(), told)
    };
    let told = |name: &str, encoding| (name.to_owned(), encoding);
    let western = Some("windows-1252");
    for name in ["Müller", "Größ", "Léa", "Åse"] {
        assert_eq!(of(encoding_rs::WINDOWS_1252, name), told(name, western));
    }
    for name in ["Wiśniewska", "Łącz", "Gołąb"] {
        assert_eq!(
            of(encoding_rs::WINDOWS_1250, name),
            told(name, Some("windows-1250")),
        );
    }
    for name in ["Петрова", "Ёлкин", "Щука"] {
        assert_eq!(of(encoding_rs::WINDOWS_1251, name), told(name, None));
        assert_eq!(of(encoding_rs::UTF_8, name), told(name, None));
    }
}

#[test]
fn lessons_say_the_load_and_the_timetable_the_times() {
    let lessons = "\
1,4,4,4,\"5A\",\"MEI\",\"M\",,,\n\
2,1.500,1.5,1.5,\"5A\",\"BAC\",\"SP\",,,\n\
2,1.500,1.5,1.5,\"5B\",\"BAC\",\"SP\",,,\n\
2,1.500,1.5,1.5,\"5B\",\"BAC\",\"SP\",,,\n\
4,\"2,0\",2,2,\"5A\",\"NEU\",\"E\",,,\n\
5,1,1,1,,\"NEU\",\"SPR\",,,\n";
    let done = files(&[("GPU002.TXT", lessons), ("GPU001.TXT", TIMETABLE)]);
    assert_eq!(
        table(&done, "load.csv"),
        [
            "MEI,M,5A,,4",
            "BAC,SP,5A,,1.5",
            "BAC,SP,5B,,1.5",
            "NEU,E,5A,,2",
            "OTT,SP,5B,,1",
        ]
    );
    assert!(says(&done, UntisProblem::LessonsAdded { lessons: 1 }));
    let told = problems(&done);
    let in_part = ImportProblem::TimetableInPart { timed: 3, all: 7 };
    assert!(!told.iter().any(|(_, told)| *told == in_part), "{told:?}");
    assert!(told.contains(&(
        "GPU001.TXT",
        ImportProblem::TimetableLeftOut { timed: 3, all: 7 }
    )));
    assert_eq!(table(&done, "timetable.csv"), [""; 0]);
    // With one lesson less, more than half have their time.
    let fewer = lessons.replace("4,4,4,", "2,2,2,");
    let done = files(&[("GPU002.TXT", &fewer), ("GPU001.TXT", TIMETABLE)]);
    assert_eq!(table(&done, "timetable.csv").len(), 5);
    assert!(problems(&done).contains(&(
        "GPU001.TXT",
        ImportProblem::TimetableInPart { timed: 3, all: 5 }
    )));
    // Alone, the lessons are enough.
    let done = files(&[("lessons.csv", lessons)]);
    assert_eq!(table(&done, "load.csv").len(), 4);
}

#[test]
fn several_names_in_a_cell_are_several() {
    let load = |class: &str, teacher: &str, classes: &str| {
        let timetable = format!("1;\"{class}\";\"{teacher}\";\"SP\";;3;4;;\n");
        let done = files(&[("GPU001.TXT", &timetable), ("GPU003.TXT", classes)]);
        table(&done, "load.csv").join("|")
    };
    let both = "MEI,SP,5A,,1|MEI,SP,5B,,1";
    let list = "5A;;;\n5B;;;\n";
    for cell in ["5A,5B", "5A~5B", "5A, 5B", "5A/5B", "5A|5B"] {
        assert_eq!(load(cell, "MEI", list), both, "{cell}");
    }
    // A name of the list is one class, whatever is in it.
    assert_eq!(
        load("5A/5B", "MEI", "5A/5B;;;\n5A;;;\n5B;;;\n"),
        "MEI,SP,5A/5B,,1"
    );
    assert_eq!(load("5A", "MEI~BAC", list), "MEI,SP,5A,,1|BAC,SP,5A,,1");
    for nobody in ["?", "", "-", "---", "Vacancy"] {
        assert_eq!(load("5A", nobody, list), "", "{nobody}");
    }
}

#[test]
fn teachers_of_one_name_are_told_apart() {
    let timetable = "1;5A;MUE;M;;1;1;\n2;5A;MUL;D;;1;2;\n3;5A;SCH;E;;1;3;\n4;5A;77;E;;1;4;\n";
    let teachers = "MUE;Müller\nMUL;Müller\nSCH;Schmidt/Kern\n";
    let done = files(&[("GPU001.TXT", timetable), ("GPU004.TXT", teachers)]);
    assert_eq!(
        table(&done, "load.csv"),
        ["Müller MUE,M,5A,,1", "Müller MUL,D,5A,,1", "SCH,E,5A,,1"]
    );
    assert!(says(&done, UntisProblem::ToldApart));
    assert!(says(&done, UntisProblem::NumberForTeacher { line: 4 }));
    let numbered = format!("{teachers}77;Stern;;;\n");
    let done = files(&[("GPU001.TXT", timetable), ("GPU004.TXT", &numbered)]);
    assert!(table(&done, "load.csv").contains(&"Stern,E,5A,,1"));
}

#[test]
fn lists_tell_long_names_rooms_and_class_teachers() {
    let classes = format!(
        "5A;Klasse 5a;;R101;;;;;;;;;;9;;;12;13;;;;;;;;;;;;MEI;;\n5B{}\n",
        ";".repeat(29)
    );
    let subjects = "M;Mathematik;;\nSP;Sport\nSPM;Sport\nRE;\n";
    let done = files(&[
        ("GPU001.TXT", TIMETABLE),
        ("GPU003.TXT", &classes),
        ("GPU006.TXT", subjects),
    ]);
    assert_eq!(table(&done, "classes.csv"), ["5A,9,25,R101,MEI", "5B,,,,"]);
    assert_eq!(
        table(&done, "subjects.csv"),
        ["Mathematik,M", "Sport,SP", "RE,", "SPR,"]
    );
    assert!(problems(&done).contains(&(
        "Sport",
        ImportProblem::SameName {
            list: List::Subjects,
            line: 3
        }
    )));
    assert_eq!(table(&done, "load.csv")[0], "MEI,Mathematik,5A,,2");
    // Who is in no list is entered as the lesson has it, and told of.
    let done = files(&[("GPU001.TXT", TIMETABLE), ("GPU004.TXT", "MEI;Meier\n")]);
    assert!(says(
        &done,
        UntisProblem::NotListed {
            list: List::Teachers,
            line: 3
        }
    ));
    assert!(table(&done, "load.csv").contains(&"BAC,SP,5A,,1"));
}

#[test]
fn what_is_none_of_untis_is_refused() {
    let refused = |parts: &[(&str, &str)], problem: UntisProblem| {
        let done = files(parts);
        assert!(says(&done, problem), "{parts:?}: {:?}", done.complaints);
        assert_eq!(done.files, []);
    };
    refused(
        &[("staff.csv", "person,subjects\nAnna,Maths\n")],
        UntisProblem::NotUntis,
    );
    refused(
        &[("a.txt", "MEI;Meier\nBAC;Bach\n")],
        UntisProblem::NotUntis,
    );
    refused(&[("GPU004.TXT", TEACHERS)], UntisProblem::NoLessons);
    refused(&[("GPU001.TXT", "")], UntisProblem::NotUntis);
    refused(
        &[("GPU001.TXT", "1;5A;MEI;M;1;Mo;1\n")],
        UntisProblem::OtherColumns { number: 1 },
    );
    refused(
        &[("GPU002.TXT", TIMETABLE)],
        UntisProblem::OtherColumns { number: 2 },
    );
    refused(
        &[("GPU001.TXT", TIMETABLE), ("copy GPU001.TXT", TIMETABLE)],
        UntisProblem::SameFile,
    );
    let done = files(&[("GPU001.TXT", TIMETABLE), ("GPU005.TXT", "R1;Room\n")]);
    assert!(says(&done, UntisProblem::LeftAside));
    assert_eq!(table(&done, "load.csv").len(), 4);
    let done = files(&[(
        "GPU001.TXT",
        &format!("{TIMETABLE}9;5A;MEI;M;1;8;1\n7,5A,MEI,,1,1,1\n"),
    )]);
    assert!(says(&done, UntisProblem::RowLeftOut { line: 8 }));
    assert_eq!(table(&done, "load.csv").len(), 4);
}

#[test]
fn an_assembly_is_no_teaching() {
    let mut rows = String::from("1;5A;T1;M;;1;1;\n");
    for class in ["5A", "5B", "6A", "6B", "7A"] {
        for teacher in ["T1", "T2", "T3", "T4", "T5"] {
            rows.push_str(&format!("9;{class};{teacher};ASS;;5;7;\n"));
        }
    }
    let done = files(&[("GPU001.TXT", &rows)]);
    assert_eq!(table(&done, "load.csv"), ["T1,M,5A,,1"]);
    assert!(problems(&done).contains(&(
        "GPU001.TXT",
        ImportProblem::AssembliesLeftOut { lessons: 1 }
    )));
}

#[test]
fn groups_count_where_a_class_is_divided() {
    let row = |lesson: u32, teacher: &str, subject: &str, group: &str| {
        let gap = ";".repeat(35);
        format!("{lesson};2;2;2;5A;{teacher};{subject}{gap}{group};\n")
    };
    let lessons = [
        row(1, "T1", "M", "M_5A"),
        row(2, "T2", "E", "E1"),
        row(3, "T3", "E", "E2"),
    ];
    let done = files(&[("GPU002.TXT", &lessons.concat())]);
    assert_eq!(
        table(&done, "load.csv"),
        ["T1,M,5A,,2", "T2,E,5A,E1,2", "T3,E,5A,E2,2"]
    );
}
