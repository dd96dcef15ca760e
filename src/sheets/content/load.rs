//! Load overview: duties and works per person, before and after; who is above the average and who below.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};
use crate::lang::sheets::{self as words, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{heading, line, narrow, number, portrait, small, table, title, wide};
use crate::sheets::model::{Bar, Block, Mark, Section, Table};
use crate::sheets::names::sort_key;

/// What one person carries in one role.
pub struct Load {
    /// Whose.
    pub person: PersonId,
    /// Carried over.
    pub before: u64,
    /// By this roster.
    pub added: u64,
}

impl Load {
    /// Both together.
    pub fn after(&self) -> u64 {
        self.before + self.added
    }
}

/// A chart and a table for each role that has places.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    let mut blocks = Vec::new();
    for role in Role::ALL {
        let has_places = book
            .school
            .sittings
            .iter()
            .any(|sitting| sitting.places[role] > 0);
        if has_places {
            blocks.extend(of_role(book, role));
        }
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    blocks.insert(0, title(words::titles::LOAD.in_lang(lang)));
    vec![portrait(blocks)]
}

fn of_role(book: &Book<'_>, role: Role) -> Vec<Block> {
    let lang = book.lang;
    let loads = loads(book, role);
    let all = || loads.iter().map(Load::after);
    let (Some(fewest), Some(most)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let sum: u64 = all().sum();
    // Of parents, who are many, only those who were called on are listed.
    let (shown, hidden): (Vec<&Load>, Vec<&Load>) = loads
        .iter()
        .partition(|load| !role.is_of_parents() || load.after() > 0);
    let caption = words::load::caption(role.words().above.in_lang(lang), role.counts_works(), lang);
    let spread = line(words::load::spread(loads.len(), fewest, most, lang));
    let mut blocks = Vec::new();
    if shown.is_empty() {
        blocks.extend([heading(&caption), spread]);
    } else {
        blocks.push(Block::Chart {
            caption: caption.clone(),
            bars: shown.iter().map(|load| bar(book, load)).collect(),
        });
        blocks.push(spread);
        let average = Average {
            sum,
            people: loads.len() as u64,
        };
        let mut table = list(book, &caption, &shown, average);
        let shares = Shares::of(book, &loads);
        if shares.differ() && !role.is_of_parents() {
            with_shares(book, &mut table, &shown, &shares);
        }
        blocks.push(Block::Table(table));
    }
    if !hidden.is_empty() {
        blocks.push(small(words::load::without_load(hidden.len(), lang)));
    }
    blocks
}

/// Everyone who holds the role or is on duty in it, the most loaded first.
pub fn loads(book: &Book<'_>, role: Role) -> Vec<Load> {
    let school = book.school;
    let mut added: BTreeMap<PersonId, u64> = school
        .person_ids()
        .filter(|&person| school.is_candidate(person, role))
        .map(|person| (person, 0))
        .collect();
    for (_, duty) in book.material.roster.duties() {
        if duty.role == role {
            let load = school.sitting(duty.sitting).load(role);
            *added.entry(duty.person).or_default() += u64::from(load);
        }
    }
    let mut loads: Vec<Load> = added
        .into_iter()
        .map(|(person, added)| Load {
            person,
            before: u64::from(school.person(person).history[role]),
            added,
        })
        .collect();
    loads.sort_by_cached_key(|load| {
        let name = sort_key(&school.person(load.person).name);
        (u64::MAX - load.after(), name, load.person)
    });
    loads
}

fn bar(book: &Book<'_>, load: &Load) -> Bar {
    Bar {
        label: book.short_name(load.person),
        before: load.before,
        added: load.added,
    }
}

/// What the load of a role would be if it were divided in proportion to posts.
pub struct Shares {
    /// Load of all who have a post.
    load: u64,
    /// Their posts together, in hundredths.
    posts: u64,
    differ: bool,
}

impl Shares {
    /// The posts of those with these loads.
    pub fn of(book: &Book<'_>, loads: &[Load]) -> Self {
        let mut shares = Self {
            load: 0,
            posts: 0,
            differ: false,
        };
        let mut first = None;
        for load in loads {
            let Some(post) = post(book, load.person) else {
                continue;
            };
            shares.load += load.after();
            shares.posts += post;
            shares.differ |= *first.get_or_insert(post) != post;
        }
        shares
    }

    /// Do some have a smaller part of a post than others? Else everybody's part is the average.
    pub fn differ(&self) -> bool {
        self.differ
    }

    /// The person's part in tenths; `None` for a parent, who has no post.
    pub fn part_of(&self, book: &Book<'_>, person: PersonId) -> Option<u64> {
        let tenths = 10 * self.load * post(book, person)?;
        Some((tenths + self.posts / 2) / self.posts.max(1))
    }
}

/// Hundredths of a post.
fn post(book: &Book<'_>, person: PersonId) -> Option<u64> {
    let staff = book.school.person(person).staff.as_ref()?;
    Some(u64::from(staff.share.hundredths()))
}

/// Loads are far below the limit; beyond it, the largest number is as true.
fn signed(units: u64) -> i64 {
    i64::try_from(units).unwrap_or(i64::MAX)
}

/// Sum of the loads over the people who share it.
#[derive(Clone, Copy)]
struct Average {
    sum: u64,
    people: u64,
}

impl Average {
    /// Whole units above (positive) or below the average; within one unit of it is at the average.
    fn difference(self, load: u64) -> i64 {
        let (floor, ceiling) = (self.sum / self.people, self.sum.div_ceil(self.people));
        if load > ceiling {
            signed(load - ceiling)
        } else if load < floor {
            -signed(floor - load)
        } else {
            0
        }
    }
}

fn list(book: &Book<'_>, caption: &str, loads: &[&Load], average: Average) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(heads::NAME.in_lang(lang), 400),
        number(heads::BEFORE.in_lang(lang), 110),
        number(heads::ADDED.in_lang(lang), 130),
        number(heads::AFTER.in_lang(lang), 110),
        wide(heads::AGAINST_AVERAGE.in_lang(lang), 190),
    ];
    let mut list = table(caption, columns);
    for load in loads {
        list.push_numbered(
            Mark::Plain,
            [
                book.name(load.person),
                load.before.to_string(),
                load.added.to_string(),
                load.after().to_string(),
                words::load::against_average(average.difference(load.after()), lang),
            ],
        );
    }
    list
}

/// A column beside the sums: what the part of a post would be.
fn with_shares(book: &Book<'_>, list: &mut Table, loads: &[&Load], shares: &Shares) {
    /// Before the comparison with the average.
    const AT: usize = 5;
    let lang = book.lang;
    list.columns
        .insert(AT, number(words::account::BY_SHARE.in_lang(lang), 120));
    list.columns[1].share = 310;
    list.columns[AT + 1].share = 160;
    for (row, load) in list.rows.iter_mut().zip(loads) {
        let part = shares.part_of(book, load.person);
        let part = part.map(|part| words::account::tenths(part, lang));
        row.cells.insert(AT, part.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::Average;

    #[test]
    fn beside_the_average_counts_whole_units_beyond_it() {
        let average = Average { sum: 7, people: 3 };
        let differences = [0, 1, 2, 3, 4, 9].map(|load| average.difference(load));
        assert_eq!(differences, [-2, -1, 0, 0, 1, 6]);
    }
}
