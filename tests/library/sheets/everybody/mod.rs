//! Every person, sitting and place of the roster stands on the sheets where it belongs, none twice: counted from the roster,
//! over random schools, in the pages as a browser would read them.

mod order;
mod people;
mod sittings;

use std::collections::BTreeMap;

use recuse::domain::{Duty, PersonId, Role, School, SittingId};
use recuse::service::{Exported, export};

use crate::oracle::bridge::Both;
use crate::oracle::files::write_roster;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use crate::sheets::case::{Case, file};
use crate::sheets::readers::html::{Page, Table};

/// A random school with a roster of its own, exported.
pub fn random(seed: u64) -> Exported {
    let both =
        Both::read(random_school(seed, Size::SMALL), seed).unwrap_or_else(|text| panic!("{text}"));
    let rng = &mut Rng::new(seed);
    let roster = rosters::good(&both.ours, rng);
    let case = Case {
        roster: write_roster(&both.ours, &roster, seed),
        files: both.files,
    };
    export(&case.request()).unwrap_or_else(|error| panic!("{seed}: {error}"))
}

/// An empty place, to be filled by hand.
const BLANK: &str = "______________";

/// Things, and how often each is there.
type Bag = BTreeMap<String, usize>;

fn bag(things: impl IntoIterator<Item = String>) -> Bag {
    let mut bag = Bag::new();
    for thing in things {
        *bag.entry(thing).or_default() += 1;
    }
    bag
}

/// The export beside what it was made from.
struct Book<'a> {
    exported: &'a Exported,
    school: &'a School,
    seed: u64,
}

impl Book<'_> {
    fn page(&self, stem: &str) -> Page {
        Page::read(&file(self.exported, &format!("{stem}.html")).bytes)
    }

    fn has(&self, stem: &str) -> bool {
        let name = format!("{stem}.html");
        self.exported.files.iter().any(|file| file.name == name)
    }

    fn duties(&self) -> Vec<Duty> {
        let rows = self.exported.checked.roster.duties();
        rows.map(|(_, duty)| duty).collect()
    }

    fn name(&self, person: PersonId) -> &str {
        &self.school.person(person).name
    }

    /// `2026-04-21|2–3|5А, group 1|Алгебра`.
    fn sitting(&self, id: SittingId) -> String {
        let sitting = self.school.sitting(id);
        let (lessons, subject) = (
            sitting.span.lessons.to_string().replace('-', "–"),
            &self.school.subject(sitting.subject).name,
        );
        format!("{}|{lessons}|{}|{subject}", sitting.date, self.class(id))
    }

    fn class(&self, id: SittingId) -> String {
        let sitting = self.school.sitting(id);
        let class = &self.school.class(sitting.class).name;
        match sitting.group {
            Some(group) => format!("{class}, group {}", self.school.groups[group.index()]),
            None => class.clone(),
        }
    }

    /// Names in the places of the role, those of empty ones too.
    fn places(&self, role: Role) -> Vec<(SittingId, String)> {
        let mut places = Vec::new();
        for id in self.school.sitting_ids() {
            let duties = self.duties();
            let names = duties
                .iter()
                .filter(|duty| duty.sitting == id && duty.role == role)
                .map(|duty| self.name(duty.person).to_owned());
            let mut names: Vec<String> = names.collect();
            let wanted = self.school.sitting(id).places[role] as usize;
            names.resize(names.len().max(wanted), BLANK.to_owned());
            places.extend(names.into_iter().map(|name| (id, name)));
        }
        places
    }

    /// The table must hold exactly these things, read from these columns.
    #[expect(clippy::needless_pass_by_value, reason = "both are made for this call")]
    fn same(&self, what: &str, found: Bag, expected: Bag) {
        assert_eq!(found, expected, "{what} of school {}", self.seed);
    }
}

/// The row's cells under these headings.
fn under(table: &Table, row: &[String], headings: &[&str]) -> String {
    let cells = headings
        .iter()
        .map(|heading| row[table.column(heading)].clone());
    cells.collect::<Vec<_>>().join("|")
}

fn rows_under(table: Option<Table>, headings: &[&str]) -> Bag {
    let Some(table) = table else {
        return Bag::new();
    };
    bag(table.rows.iter().map(|row| under(&table, row, headings)))
}

/// The name without the position below it.
fn first_line(key: &str) -> String {
    key.split(",\n").next().unwrap_or(key).to_owned()
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Proctor => "proctor",
        Role::Checker => "checker",
        Role::Observer => "public observer",
        Role::Assistant => "assistant",
    }
}

/// `Ким А. П.` of a name in three words.
fn initials(name: &str) -> String {
    if name == BLANK {
        return name.to_owned();
    }
    let mut words = name.split_whitespace();
    let surname = words.next().unwrap_or_default().to_owned();
    words
        .take_while(|word| !word.starts_with('('))
        .fold(surname, |short, word| {
            let letter = word.chars().next().unwrap_or_default();
            format!("{short}\u{a0}{letter}.")
        })
}

#[test]
fn everybody_and_everything_stands_where_it_belongs_and_once() {
    for seed in 0..16 {
        let exported = random(seed);
        let book = Book {
            exported: &exported,
            school: &exported.checked.school,
            seed,
        };
        order::annexes_of_sittings(&book);
        order::commissions(&book);
        order::exceptions(&book);
        sittings::rosters_again(&book);
        people::slips(&book);
        sittings::doors(&book);
        people::acts(&book);
        people::acquaintance(&book);
        sittings::lessons_lost(&book);
        sittings::notice_board(&book);
        people::load(&book);
        people::declarations(&book);
        people::accounts(&book);
        people::calendars(&book);
    }
}
