use super::*;
use crate::domain::SourceId;
use crate::input::complaint::Problem;
use crate::input::grid::Dialect;

const LAYOUT: Layout = Layout {
    required: &[Column::Person, Column::Subject],
    optional: &[Column::MaxPerDay, Column::Class],
};

fn grid(rows: &[&[&str]]) -> Grid {
    Grid {
        source: SourceId::new(0),
        name: "load".to_owned(),
        folder: String::new(),
        dialect: Dialect::Sheet,
        rows: rows
            .iter()
            .enumerate()
            .map(|(index, cells)| GridRow {
                row: index as u32 + 1,
                cells: cells.iter().collect(),
            })
            .collect::<Vec<_>>()
            .into(),
        merged: Vec::new(),
        hidden: false,
        is_unfolded: false,
    }
}

fn problems(rows: &[&[&str]]) -> (Option<Header>, Vec<Problem>) {
    let mut complaints = Complaints::default();
    let header = find(&grid(rows), &LAYOUT, &mut complaints);
    let problems = complaints
        .sorted(&[])
        .into_iter()
        .map(|complaint| complaint.problem);
    (header, problems.collect())
}

#[test]
fn a_title_above_and_any_mix_of_languages() {
    let (header, problems) = problems(&[
        &["Нагрузка учителей", "", ""],
        &["Предмет *", "person", "Максимум в день"],
        &["Физика", "Иванов", "2"],
    ]);
    let header = header.unwrap();
    assert_eq!((header.index, header.row), (1, 2));
    assert_eq!(header.place(Column::Person), Some(1));
    assert_eq!(header.place(Column::Subject), Some(0));
    assert_eq!(header.place(Column::MaxPerDay), Some(2));
    assert_eq!(header.place(Column::Class), None);
    assert_eq!(problems, []);
}

#[test]
fn a_missing_column_names_the_header_that_may_be_meant() {
    let (header, problems) = problems(&[&["person", "subjekt"]]);
    assert_eq!(header, None);
    assert!(
        problems.contains(&Problem::Fact(FactProblem::MissingColumn {
            column: Column::Subject.word(),
            nearest: Some("subjekt".to_owned()),
        }))
    );
}

#[test]
fn a_column_twice_is_an_error() {
    let (header, problems) = problems(&[&["person", "ФИО", "subject"]]);
    assert_eq!(header, None);
    assert_eq!(
        problems,
        [Problem::Fact(FactProblem::ColumnTwice {
            column: Column::Person.word(),
            other: "person".to_owned(),
        })]
    );
}

#[test]
fn unknown_columns_are_one_note() {
    let (header, problems) = problems(&[&["person", "shoe size", "subject", "hat"]]);
    assert!(header.is_some());
    assert_eq!(
        problems,
        [Problem::Fact(FactProblem::UnknownColumns(vec![
            "shoe size".to_owned(),
            "hat".to_owned()
        ]))]
    );
}

#[test]
fn no_header_at_all_names_the_columns_needed() {
    let (header, problems) = problems(&[&["1", "2"], &["3", "4"]]);
    assert_eq!(header, None);
    assert_eq!(
        problems,
        [Problem::Fact(FactProblem::NoHeader(vec![
            Column::Person.word(),
            Column::Subject.word()
        ]))]
    );
}

#[test]
fn a_habit_gives_way_to_the_columns_own_header() {
    let (header, problems) = problems(&[&["name", "subject", "person", "Педагог"]]);
    assert_eq!(header.unwrap().place(Column::Person), Some(2));
    assert_eq!(
        problems,
        [Problem::Fact(FactProblem::UnknownColumns(vec![
            "name".to_owned(),
            "Педагог".to_owned()
        ]))]
    );
}

#[test]
fn every_column_stands_in_its_place_among_the_headers() {
    for (place, column) in Column::all().enumerate() {
        assert_eq!(column as usize, place, "{column:?}");
    }
}
