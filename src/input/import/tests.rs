use super::week::Week;
use super::*;
use crate::input::{Problem, SourceText};

const FET: &[u8] = include_bytes!("../../../tests/data/import/small.fet");
const ASC: &[u8] = include_bytes!("../../../tests/data/import/small-asc.xml");

fn import_bytes(kind: ImportKind, bytes: &[u8]) -> Imported {
    let file = InputFile {
        name: "school.xml".to_owned(),
        bytes: bytes.to_vec(),
    };
    import(kind, std::slice::from_ref(&file))
}

fn table<'i>(imported: &'i Imported, name: &str) -> &'i str {
    let file = imported.files.iter().find(|file| file.name == name);
    std::str::from_utf8(&file.expect("the table is written").bytes).expect("tables are UTF-8")
}

fn problems(imported: &Imported) -> Vec<(&str, ImportProblem)> {
    imported
        .complaints
        .iter()
        .map(|complaint| match &complaint.problem {
            Problem::Import(problem) => (complaint.text.as_str(), *problem),
            other => panic!("not a problem of an import: {other:?}"),
        })
        .collect()
}

#[test]
fn a_fet_file_becomes_tables() {
    let imported = import_bytes(ImportKind::Fet, FET);
    assert_eq!(
        table(&imported, "staff.csv"),
        "person,position,subjects,homeroom\n\
         Иванова Анна Петровна,teacher,\"Математика, Труд\",\n\
         Smith & Sons,teacher,English & more,\n\
         '=Петров,teacher,\"Физика-Химия, English & more\",\n"
    );
    assert_eq!(
        table(&imported, "subjects.csv"),
        "subject,short\nМатематика,\nФизика/Химия,Физика-Химия\nEnglish & more,\nТруд,\n"
    );
    assert_eq!(
        table(&imported, "classes.csv"),
        "class,grade,pupils,room,homeroom\n5 А,,26,,\n5 Б,,,21,\n11,,18,,\nIX,9,,,\n"
    );
    assert_eq!(
        table(&imported, "load.csv"),
        "person,subject,class,group,hours\n\
         Иванова Анна Петровна,Математика,5 А,,3\n\
         Smith & Sons,English & more,5 А,5А-1,1\n\
         Smith & Sons,English & more,5 Б,,1\n\
         '=Петров,Физика/Химия,5 А,,1\n\
         '=Петров,Физика/Химия,11,,1\n\
         '=Петров,Физика/Химия,IX,group 1,1\n\
         '=Петров,English & more,5 А,5А-1,1\n\
         '=Петров,English & more,5 Б,,1\n"
    );
    assert_eq!(
        table(&imported, "timetable.csv"),
        "weekday,lesson,class,subject,person,group,room\n\
         Tue,2,5 А,Математика,Иванова Анна Петровна,,к. 12\n\
         Tue,3,5 А,Математика,Иванова Анна Петровна,,к. 12\n\
         Wed,3,IX,Физика/Химия,'=Петров,group 1,\n\
         Fri,1,5 А,English & more,Smith & Sons,5А-1,\n\
         Fri,1,5 Б,English & more,Smith & Sons,,\n\
         Fri,1,5 А,English & more,'=Петров,5А-1,\n\
         Fri,1,5 Б,English & more,'=Петров,,\n"
    );
}

#[test]
fn what_a_fet_file_lacks_is_told() {
    use ImportProblem::{
        EmptyName, InactiveLeftOut, SameName, TimetableInPart, UnknownName, UnstaffedLeftOut,
    };
    let imported = import_bytes(ImportKind::Fet, FET);
    let (teachers, classes) = (List::Teachers, List::Classes);
    assert_eq!(
        problems(&imported),
        [
            (
                "",
                EmptyName {
                    list: teachers,
                    line: 35
                }
            ),
            (
                "ИВАНОВА  Анна Петровна",
                SameName {
                    list: teachers,
                    line: 36
                }
            ),
            (
                "5-A",
                SameName {
                    list: classes,
                    line: 52
                }
            ),
            (
                "Сидоров",
                UnknownName {
                    list: teachers,
                    line: 121
                }
            ),
            ("school.xml", InactiveLeftOut { lessons: 1 }),
            ("school.xml", UnstaffedLeftOut { lessons: 1 }),
            ("school.xml", TimetableInPart { timed: 3, all: 5 }),
        ]
    );
    assert_eq!(
        imported.complaints[3].sentence(Lang::En),
        "a lesson (line 121) names the teacher \"Сидоров\", which the file does not list; that part of it is left out"
    );
}

#[test]
fn a_few_locked_times_make_no_timetable() {
    let text = std::str::from_utf8(FET).unwrap();
    let text = text.replacen(
        "<Active>true</Active>\n</ConstraintActivityP",
        "<Active>false</Active>\n</ConstraintActivityP",
        3,
    );
    let imported = import_bytes(ImportKind::Fet, text.as_bytes());
    assert_eq!(imported.files.len(), 4);
    assert_eq!(
        problems(&imported).last(),
        Some(&(
            "school.xml",
            ImportProblem::TimetableLeftOut { timed: 1, all: 5 }
        ))
    );
}

#[test]
fn an_asc_file_becomes_tables() {
    let imported = import_bytes(ImportKind::Asc, ASC);
    assert_eq!(
        table(&imported, "staff.csv"),
        "person,position,subjects,homeroom\n\
         Щукина Анна Юрьевна,teacher,\"Русский язык, физ\",5 «А»\n\
         Ёлкин Пётр,teacher,физ,\n"
    );
    assert_eq!(
        table(&imported, "subjects.csv"),
        "subject,short\nРусский язык,рус\n\"Физика, 2 часа\",физ\n"
    );
    assert_eq!(
        table(&imported, "classes.csv"),
        "class,grade,pupils,room,homeroom\n5 «А»,5,2,Кабинет 5,Щукина Анна Юрьевна\n6/1,,,,Щукина Анна Юрьевна\n"
    );
    assert_eq!(
        table(&imported, "load.csv"),
        "person,subject,class,group,hours\n\
         Щукина Анна Юрьевна,Русский язык,5 «А»,,1\n\
         Щукина Анна Юрьевна,Русский язык,6/1,,1\n\
         Щукина Анна Юрьевна,\"Физика, 2 часа\",5 «А»,Группа 1,1.5\n\
         Ёлкин Пётр,\"Физика, 2 часа\",5 «А»,Группа 1,1.5\n"
    );
    assert_eq!(
        table(&imported, "timetable.csv"),
        "weekday,lesson,class,subject,person,group,room\n\
         Mon,1,5 «А»,\"Физика, 2 часа\",Щукина Анна Юрьевна,Группа 1,\n\
         Mon,1,5 «А»,\"Физика, 2 часа\",Ёлкин Пётр,Группа 1,\n\
         Mon,2,5 «А»,\"Физика, 2 часа\",Щукина Анна Юрьевна,Группа 1,\n\
         Mon,2,5 «А»,\"Физика, 2 часа\",Ёлкин Пётр,Группа 1,\n\
         Tue,2,5 «А»,Русский язык,Щукина Анна Юрьевна,,Кабинет 5\n\
         Tue,2,6/1,Русский язык,Щукина Анна Юрьевна,,Кабинет 5\n"
    );
    assert_eq!(
        table(&imported, "bells.csv"),
        "lesson,start,end\n1,8:30,9:15\n2,9:25,10:10\n"
    );
    let (subjects, classes) = (List::Subjects, List::Classes);
    assert_eq!(
        problems(&imported),
        [
            (
                "",
                ImportProblem::EmptyName {
                    list: classes,
                    line: 27
                }
            ),
            (
                "S9",
                ImportProblem::UnknownName {
                    list: subjects,
                    line: 38
                }
            ),
            ("school.xml", ImportProblem::UnstaffedLeftOut { lessons: 2 }),
            (
                "school.xml",
                ImportProblem::TimetableInPart { timed: 2, all: 3 }
            ),
        ]
    );
}

#[test]
fn the_encoding_of_the_first_line_is_obeyed() {
    let plain = import_bytes(ImportKind::Asc, ASC);
    let text = std::str::from_utf8(ASC).unwrap();
    let declared = text.replacen("encoding=\"UTF-8\"", "encoding='windows-1251'", 1);
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&declared);
    assert_eq!(import_bytes(ImportKind::Asc, &bytes), plain);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(import_bytes(ImportKind::Asc, &utf16), plain);
    let latin = text
        .replacen("encoding=\"UTF-8\"", "encoding=\"windows-1252\"", 1)
        .replace("Ёлкин", "Köhler");
    let latin: String = latin.chars().filter(|&letter| letter <= '\u{ff}').collect();
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert!(table(&import_bytes(ImportKind::Asc, &bytes), "staff.csv").contains("Köhler"));
}

#[test]
fn other_files_are_refused() {
    let expected = ImportKind::Asc;
    let imported = import_bytes(ImportKind::Asc, FET);
    assert_eq!(imported.files, []);
    assert_eq!(
        problems(&imported),
        [("school.xml", ImportProblem::OtherProgram { expected })]
    );
    assert_eq!(
        imported.complaints[0].sentence(Lang::Ru),
        "«school.xml» — не файл aSc Timetables; нужен файл XML из меню «Файл», «Экспорт»"
    );
    let imported = import_bytes(ImportKind::Fet, b"<fet></fet>");
    assert_eq!(
        problems(&imported),
        [("school.xml", ImportProblem::NothingToImport)]
    );
    for bytes in [
        &b""[..],
        b"person,class\n",
        b"<fet>\n<a></b></fet>",
        b"<fet>&what;</fet>",
        b"\0\xFF\xFE",
        b"<a b='&#xD800;'/>",
    ] {
        let imported = import_bytes(ImportKind::Fet, bytes);
        assert!(
            matches!(
                problems(&imported)[..],
                [(_, ImportProblem::BrokenXml { .. })]
            ),
            "{bytes:?}"
        );
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for (kind, whole) in [(ImportKind::Fet, FET), (ImportKind::Asc, ASC)] {
        let end = whole.trim_ascii_end().len();
        for length in 0..end {
            let imported = import_bytes(kind, &whole[..length]);
            assert_eq!(imported.files, [], "cut at {length}");
            assert!(!imported.complaints.is_empty(), "cut at {length}");
        }
    }
}

#[test]
fn malicious_files_are_refused() {
    let deep = "<a>".repeat(100_000);
    let imported = import_bytes(ImportKind::Fet, deep.as_bytes());
    assert_eq!(
        problems(&imported),
        [("school.xml", ImportProblem::BrokenXml { line: 1 })]
    );
    let many = format!("<fet>{}</fet>", "<a/>".repeat(500_000));
    let imported = import_bytes(ImportKind::Fet, many.as_bytes());
    assert_eq!(
        problems(&imported),
        [("school.xml", ImportProblem::TooLarge)]
    );
    // Every teacher with many classes: small in the file, five million rows outside of it.
    let list = |open: &str, close: &str, letter: &str| {
        let count = if open == "<Students>" { 1_500 } else { 3_200 };
        (0..count).fold(String::new(), |list, n| {
            list + open + letter + &n.to_string() + close
        })
    };
    let product = format!(
        "<fet><Subjects_List><Subject><Name>S</Name></Subject></Subjects_List><Teachers_List>{}</Teachers_List><Students_List>{}</Students_List><Activities_List><Activity><Subject>S</Subject>{}{}</Activity></Activities_List></fet>",
        list("<Teacher><Name>", "</Name></Teacher>", "t"),
        list("<Year><Name>", "</Name></Year>", "y"),
        list("<Teacher>", "</Teacher>", "t"),
        list("<Students>", "</Students>", "y"),
    );
    let imported = import_bytes(ImportKind::Fet, product.as_bytes());
    assert_eq!(
        problems(&imported)[0],
        ("school.xml", ImportProblem::TooLarge)
    );
    assert_eq!(imported.files, []);
}

#[test]
fn weeks_begin_where_they_begin() {
    let days = |names: &[&str]| -> Vec<&str> {
        let week = Week::of(names, false);
        let told = |index| week.day(index).map_or("-", |(weekday, _)| weekday);
        (0..names.len()).map(told).collect()
    };
    assert_eq!(days(&["Lunedi", "Martedi"]), ["Mon", "Tue"]);
    assert_eq!(days(&["الأحد", "الاثنين"]), ["Sun", "Mon"]);
    assert_eq!(days(&["День А", "вторник", "?"]), ["Mon", "Tue", "Wed"]);
    assert_eq!(
        days(&["Saturday", "Sunday", "Monday"]),
        ["Sat", "Sun", "Mon"]
    );
    // The week of four days, days off in the middle, the order of another country.
    let french = ["Lundi", "Mardi", "Jeudi", "Vendredi"];
    assert_eq!(days(&french), ["Mon", "Tue", "Thu", "Fri"]);
    let russian = ["Понедельник", "Вторник", "Четверг", "Пятница", "Суббота"];
    assert_eq!(days(&russian), ["Mon", "Tue", "Thu", "Fri", "Sat"]);
    assert_eq!(
        days(&["Friday", "Monday", "Tuesday"]),
        ["Fri", "Mon", "Tue"]
    );
    // Names of other languages that begin alike: the longest beginning counts.
    let turkish = [
        "Pazartesi",
        "Salı",
        "Çarşamba",
        "Perşembe",
        "Cuma",
        "Cumartesi",
        "Pazar",
    ];
    let whole = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    assert_eq!(days(&turkish), whole);
    // Codes that begin alike name no weekday, nor several weeks.
    for codes in [
        ["D41", "D42", "D43"],
        ["Thu hai", "Thu ba", "Thu tu"],
        ["S1", "S2", "S3"],
    ] {
        let week = Week::of(&codes, false);
        assert_eq!((week.is_known, week.weeks), (false, 1), "{codes:?}");
        assert_eq!(days(&codes), ["Mon", "Tue", "Wed"]);
    }
    // Nothing tells which of ten days is which; one day between two known ones is no third weekday.
    assert_eq!(
        days(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
        ["-"; 10]
    );
    assert_eq!(days(&["Monday", "?", "Tuesday"]), ["Mon", "-", "Tue"]);
}

#[test]
fn weeks_are_known_in_many_languages() {
    for week in [
        "Poniedziałek Wtorek Środa Czwartek Piątek Sobota Niedziela",
        "Pondělí Úterý Středa Čtvrtek Pátek Sobota Neděle",
        "hétfő kedd szerda csütörtök péntek szombat vasárnap",
        "Понеділок Вівторок Середа Четвер П’ятниця Субота Неділя",
        "понеделник вторник сряда четвъртък петък събота неделя",
        "Дүйсенбі Сейсенбі Сәрсенбі Бейсенбі Жұма Сенбі Жексенбі",
        "Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Segunda Terça Quarta Quinta Sexta Sábado Domingo",
        "lunes martes miércoles jueves viernes sábado domingo",
        "Luni Marţi Miercuri Joi Vineri Sâmbătă Duminică",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "måndag tisdag onsdag torsdag fredag lördag söndag",
        "Mo Di Mi Do Fr Sa So",
        "Mo Tu We Th Fr Sa Su",
        "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
    ] {
        let names: Vec<&str> = week.split(' ').collect();
        let read = Week::of(&names, false);
        let days = (0..7).map(|index| read.day(index).map_or("-", |(weekday, _)| weekday));
        let days: Vec<&str> = days.collect();
        assert_eq!(days.join(" "), "Mon Tue Wed Thu Fri Sat Sun", "{week}");
    }
}

#[test]
fn two_weeks_are_no_halves_of_days() {
    let names = |sets: [&str; 2]| -> Vec<String> {
        let week = ["Monday", "Tuesday", "Wednesday"];
        sets.iter()
            .flat_map(|set| week.map(|day| set.replace('*', day)))
            .collect()
    };
    for sets in [
        ["* A", "* B"],
        ["*", "*2"],
        ["A-*", "B-*"],
        ["1. *", "2. *"],
        ["*_odd", "*_even"],
        ["Week1 *", "Week2 *"],
    ] {
        let names = names(sets);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let week = Week::of(&names, false);
        assert_eq!((week.has_halves, week.weeks), (false, 2), "{names:?}");
        assert_eq!(
            (week.day(1), week.day(5)),
            (Some(("Tue", false)), Some(("Wed", false))),
            "{names:?}"
        );
    }
    for names in [
        ["L_m", "L_s", "Ma_m", "Ma_s", "Me_m", "Me_s", "J_m", "J_s"],
        ["Sun", "Sun2", "Mon", "Mon2", "Tue", "Tue2", "Wed", "Wed2"],
    ] {
        let week = Week::of(&names, false);
        assert_eq!(
            (week.has_halves, week.weeks, week.is_known),
            (true, 1, true)
        );
        assert_eq!(week.day(3).map(|(_, is_second)| is_second), Some(true));
    }
}

#[test]
fn a_complaint_points_at_its_line() {
    let imported = import_bytes(ImportKind::Fet, FET);
    let places: Vec<String> = imported
        .complaints
        .iter()
        .filter_map(|complaint| complaint.at)
        .map(|cell| {
            assert_eq!(imported.sources[cell.source.index()].file, "school.xml");
            let excerpt = SourceText::new(FET).excerpt(cell).expect("a line");
            excerpt.text.trim().to_owned()
        })
        .collect();
    assert!(places[1].contains("ИВАНОВА"), "{places:?}");
    assert!(
        places.iter().all(|line| line.starts_with('<')),
        "{places:?}"
    );
}
