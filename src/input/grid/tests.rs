use crate::lang::Lang;

use super::workbook::samples::{ods, xlsx};
use super::*;

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> InputFile {
    InputFile {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

struct Read {
    grids: Vec<Grid>,
    sources: Vec<Source>,
    complaints: Vec<Complaint>,
}

fn read(files: &[InputFile]) -> Read {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    let grids = read_grids(files, &mut sources, &mut complaints);
    Read {
        grids,
        sources,
        complaints,
    }
}

#[test]
fn tables_are_named_by_file_or_sheet() {
    let read = read(&[
        file("policy.toml", "preset = \"vpr\""),
        file("Нагрузка .CSV", "ФИО;Класс\nИ;5А\n"),
        file("School-7/load.csv", "person,class\nI,5A\n"),
        file("school-7/School.xlsx", xlsx()),
        file("school.ods", ods()),
        file("~$school.xlsx", "x"),
        file("school-7/._load.csv", "\0"),
    ]);
    assert_eq!(read.complaints, []);
    let names: Vec<_> = read
        .grids
        .iter()
        .map(|grid| (grid.folder.as_str(), grid.name.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("", "нагрузка"),
            ("School-7", "load"),
            ("school-7", "график"),
            ("school-7", "staff"),
            ("", "график"),
            ("", "staff"),
        ]
    );
    let source = &read.sources[read.grids[2].source.index()];
    assert_eq!(source.file, "school-7/School.xlsx");
    assert_eq!(source.sheet.as_deref(), Some("График "));
}

#[test]
fn what_is_not_read_is_told_with_the_files_name() {
    let read = read(&[
        file("plan.xlsx", xlsx()),
        file("school.xls", "x"),
        file("school.xlsx", "x"),
        file("empty.csv", " ;\n"),
        file("load.csv", "person,class\nI,\"5A\nP,5B\n"),
    ]);
    let told: Vec<_> = read
        .complaints
        .iter()
        .map(|complaint| {
            let source = complaint.file.as_ref().unwrap();
            (complaint.gravity, source.file.as_str(), &complaint.problem)
        })
        .collect();
    let problem = Problem::Grid;
    assert_eq!(
        told,
        [
            (
                Gravity::Note,
                "plan.xlsx",
                &problem(GridProblem::WorkbookLeftAside)
            ),
            (
                Gravity::Error,
                "school.xls",
                &problem(GridProblem::OtherWorkbook)
            ),
            (
                Gravity::Error,
                "school.xlsx",
                &problem(GridProblem::NotAWorkbook)
            ),
            (Gravity::Note, "empty.csv", &problem(GridProblem::Empty)),
            (
                Gravity::Error,
                "load.csv",
                &problem(GridProblem::UnclosedQuote)
            ),
        ]
    );
    let open = &read.complaints[4];
    assert_eq!(
        open.at.map(|cell| (cell.row, cell.column)),
        Some((2, Some(2)))
    );
    assert_eq!(
        open.sentence(Lang::En),
        "the quotation mark before \"5A…\" is not closed in the rest of the file; close it, or write it twice within a quoted cell"
    );
    assert_eq!(
        read.complaints[2].sentence(Lang::Ru),
        "«school.xlsx» — не книга; сохраните таблицы как .xlsx, .ods или CSV"
    );
}

#[test]
fn a_single_file_is_read_by_its_bytes() {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    let mut read = |name: &str, bytes: Vec<u8>| {
        read_grid_file(&file(name, bytes), &mut sources, &mut complaints)
    };
    assert_eq!(read("my.xlsx", xlsx()).len(), 2);
    assert_eq!(read("roster", ods()).len(), 2);
    assert_eq!(read("roster.txt", b"a;b\n1;2\n".to_vec())[0].rows.len(), 2);
    assert_eq!(read("my.xlsx", b"a;b\n1;2\n".to_vec()).len(), 0);
    assert_eq!(complaints.len(), 1);
    assert_eq!(
        complaints[0].problem,
        Problem::Grid(GridProblem::NotAWorkbook)
    );
}

#[test]
fn an_empty_folder_has_no_grids() {
    let read = read(&[]);
    assert!(read.grids.is_empty() && read.complaints.is_empty() && read.sources.is_empty());
}
