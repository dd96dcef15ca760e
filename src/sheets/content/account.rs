//! A page that a person may be handed: every duty and work of the year with the running sum, beside the others' sums without
//! their names.

use crate::domain::{PersonId, Role};
use crate::lang::sheets::{account as said, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, line, narrow, number, portrait, small, table, title, wide};
use crate::sheets::model::{Block, Mark, Section, Table};

use super::load::{Load, Shares, loads};

/// A page for everybody with a duty now or earlier, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let roles: Vec<OfRole> = Role::ALL
        .into_iter()
        .filter_map(|role| OfRole::read(book, role))
        .collect();
    let wanted = book.material.selection.person;
    let everybody = book.school.person_ids();
    let people = everybody.filter(|&person| {
        let mut own = roles.iter().filter_map(|role| role.own(person));
        wanted.is_none_or(|only| only == person) && own.any(|load| load.after() > 0)
    });
    let pages = book.by_name(people).into_iter();
    pages
        .map(|person| portrait(page(book, person, &roles)))
        .collect()
}

/// What everybody carries in a role.
struct OfRole {
    role: Role,
    loads: Vec<Load>,
    /// All loads in order, the least first.
    sums: Vec<u64>,
    shares: Shares,
}

impl OfRole {
    fn read(book: &Book<'_>, role: Role) -> Option<Self> {
        let loads = loads(book, role);
        let mut sums: Vec<u64> = loads.iter().map(Load::after).collect();
        sums.sort_unstable();
        let shares = Shares::of(book, &loads);
        (sums.last().copied() > Some(0)).then_some(Self {
            role,
            loads,
            sums,
            shares,
        })
    }

    fn own(&self, person: PersonId) -> Option<&Load> {
        self.loads.iter().find(|load| load.person == person)
    }

    /// The middle sum in tenths: half of all have no more, half no less.
    fn median(&self) -> u64 {
        let middle = self.sums.len() / 2;
        if self.sums.len() % 2 == 1 {
            self.sums[middle] * 10
        } else {
            (self.sums[middle - 1] + self.sums[middle]) * 5
        }
    }
}

fn page(book: &Book<'_>, person: PersonId, roles: &[OfRole]) -> Vec<Block> {
    let lang = book.lang;
    let who = format!("{}, {}", book.name(person), book.position(person));
    let mut blocks = vec![
        heading(book.school_name()),
        title(said::TITLE.in_lang(lang)),
        line(who),
        Block::Table(rows(book, person, roles)),
        heading(said::BESIDE.in_lang(lang)),
        Block::Table(beside(book, person, roles)),
        small(said::HOW.in_lang(lang)),
    ];
    if roles.iter().any(|role| role.shares.differ()) {
        blocks.push(small(said::HOW_SHARE.in_lang(lang)));
    }
    blocks
}

/// What was carried over and every duty of the roster, role by role, each with the sum so far.
fn rows(book: &Book<'_>, person: PersonId, roles: &[OfRole]) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::DATE.in_lang(lang), 150),
        wide(heads::ROLE.in_lang(lang), 190),
        narrow(heads::CLASS.in_lang(lang), 130),
        wide(heads::SUBJECT.in_lang(lang), 230),
        wide(said::ADDED.in_lang(lang), 170),
        number(said::SUM.in_lang(lang), 130),
    ];
    let mut list = table(said::TITLE.in_lang(lang), columns);
    for of_role in roles {
        let Some(own) = of_role.own(person) else {
            continue;
        };
        let role = of_role.role.words().on_papers.in_lang(lang);
        let units = |count| said::units(count, of_role.role.counts_works(), lang);
        let mut sum = own.before;
        if sum > 0 {
            let earlier = said::EARLIER.in_lang(lang).to_owned();
            let cells = [
                earlier,
                role.to_owned(),
                String::new(),
                String::new(),
                units(sum),
                sum.to_string(),
            ];
            list.push(Mark::Plain, cells);
        }
        let duties = book.duties_of(person).iter();
        for duty in duties.filter(|duty| duty.role == of_role.role) {
            let added = u64::from(book.school.sitting(duty.sitting).load(duty.role));
            sum += added;
            let it = book.words(duty.sitting);
            let cells = [
                it.date,
                role.to_owned(),
                it.class,
                it.subject,
                units(added),
                sum.to_string(),
            ];
            list.push(Mark::Plain, cells);
        }
    }
    list
}

/// A line for each role that the person holds: their own sum, the least, the middle and the most of all.
fn beside(book: &Book<'_>, person: PersonId, roles: &[OfRole]) -> Table {
    let lang = book.lang;
    let by_share = roles.iter().any(|role| role.shares.differ());
    let mut columns = vec![
        wide(heads::ROLE.in_lang(lang), 250),
        number(said::PEOPLE.in_lang(lang), 110),
        number(said::OWN.in_lang(lang), 110),
    ];
    if by_share {
        columns.push(number(said::BY_SHARE.in_lang(lang), 140));
    }
    columns.extend([
        number(said::LEAST.in_lang(lang), 125),
        number(said::MEDIAN.in_lang(lang), 125),
        number(said::MOST.in_lang(lang), 125),
    ]);
    let mut list = table(said::BESIDE.in_lang(lang), columns);
    for of_role in roles {
        let (Some(own), [least, ..], [.., most]) = (
            of_role.own(person),
            of_role.sums.as_slice(),
            of_role.sums.as_slice(),
        ) else {
            continue;
        };
        let mut cells = vec![
            of_role.role.words().above.in_lang(lang).to_owned(),
            of_role.sums.len().to_string(),
            own.after().to_string(),
        ];
        if by_share {
            let part = of_role.shares.part_of(book, person);
            cells.push(part.map_or_else(String::new, |part| said::tenths(part, lang)));
        }
        cells.extend([
            least.to_string(),
            said::tenths(of_role.median(), lang),
            most.to_string(),
        ]);
        list.push(Mark::Plain, cells);
    }
    list
}
