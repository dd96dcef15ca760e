//! Declarations of interest: for each person who serves what the lists know and bar, questions about parents of like names, room
//! to add, and a line to sign.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ClassId, PersonId, Role, SubjectId};
use crate::lang::sheets::{self as words, account, dates, declaration as said, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{
    facts, heading, line, narrow, para, portrait, small, table, title, wide,
};
use crate::sheets::model::{Block, Mark, Section, Table};

/// Lines left empty for what a person adds.
const ROOM: usize = 4;

/// A page for each person who serves, by name.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let people = book.on_duty().into_iter();
    people.map(|person| portrait(page(book, person))).collect()
}

fn page(book: &Book<'_>, person: PersonId) -> Vec<Block> {
    let lang = book.lang;
    let who = format!("{}, {}", book.name(person), book.position(person));
    let mut blocks = vec![
        heading(book.school_name()),
        title(said::TITLE.in_lang(lang)),
        para(said::intro(
            &who,
            &period(book),
            &served(book, person),
            lang,
        )),
    ];
    let known = known(book, person);
    if known.is_empty() {
        blocks.push(para(said::NOTHING_KNOWN.in_lang(lang)));
    } else {
        blocks.push(heading(said::KNOWN.in_lang(lang)));
        blocks.push(Block::Table(facts(
            said::KNOWN.in_lang(lang),
            [300, 700],
            known,
        )));
    }
    match barred(book, person).filled() {
        Some(table) => blocks.extend([heading(said::BARRED.in_lang(lang)), table]),
        None => blocks.push(para(said::NOTHING_BARRED.in_lang(lang))),
    }
    if let Some(table) = alike(book, person).filled() {
        blocks.extend([heading(said::ALIKE.in_lang(lang)), table]);
    }
    blocks.push(heading(said::ADDED.in_lang(lang)));
    blocks.push(Block::Table(room(book)));
    blocks.push(para(said::CONFIRM.in_lang(lang)));
    blocks.push(line(words::SIGN_HERE.in_lang(lang)));
    blocks.push(small(said::RECEIVED.in_lang(lang)));
    blocks
}

/// The days of the schedule as a phrase, or nothing.
pub fn period(book: &Book<'_>) -> String {
    let days = book.period();
    days.map_or_else(String::new, |(first, last)| {
        dates::period(first, last, book.lang)
    })
}

/// `организатор – 3 назначения, эксперт – 48 работ`.
fn served(book: &Book<'_>, person: PersonId) -> String {
    let mut loads: BTreeMap<Role, u64> = BTreeMap::new();
    for duty in book.duties_of(person) {
        let load = book.school.sitting(duty.sitting).load(duty.role);
        *loads.entry(duty.role).or_default() += u64::from(load);
    }
    let lang = book.lang;
    let said = loads.into_iter().map(|(role, load)| {
        let units = account::units(load, role.counts_works(), lang);
        format!("{} – {units}", role.words().on_papers.in_lang(lang))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// What the lists say, a line for each kind of fact that they have.
fn known(book: &Book<'_>, person: PersonId) -> Vec<[String; 2]> {
    let school = book.school;
    let lang = book.lang;
    let classes = |ids: Vec<ClassId>| in_order(book, ids).join(", ");
    let staff = school.person(person).staff.as_ref();
    let specialist: BTreeSet<&str> = staff
        .iter()
        .flat_map(|staff| &staff.subjects)
        .map(|&subject| school.subject(subject).name.as_str())
        .collect();
    let homerooms = school.homerooms_of(person).iter().map(|it| it.class);
    let children = school.children_of(person).iter().map(|it| it.class);
    let ties = school.ties_of(person).iter().map(|tie| {
        let class = book.class_name(tie.class);
        if tie.kind.trim().is_empty() {
            class
        } else {
            format!("{class} ({})", tie.kind.trim())
        }
    });
    let values = [
        taught(book, person),
        specialist.into_iter().collect::<Vec<_>>().join(", "),
        classes(homerooms.collect()),
        classes(children.collect()),
        ties.collect::<Vec<_>>().join(", "),
    ];
    let labelled = said::facts(lang).into_iter().zip(values);
    labelled
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| [label.to_owned(), value])
        .collect()
}

/// `Алгебра: 7А, 7Б; Информатика: 8А`.
fn taught(book: &Book<'_>, person: PersonId) -> String {
    let mut by_subject: BTreeMap<&str, Vec<ClassId>> = BTreeMap::new();
    for row in book.school.taught_by(person) {
        let subject = book.school.subject(row.subject).name.as_str();
        by_subject.entry(subject).or_default().push(row.class);
    }
    let lines = by_subject
        .into_iter()
        .map(|(subject, classes)| format!("{subject}: {}", in_order(book, classes).join(", ")));
    lines.collect::<Vec<_>>().join("; ")
}

/// Names of the classes, each once, as people order them.
fn in_order(book: &Book<'_>, mut classes: Vec<ClassId>) -> Vec<String> {
    classes.sort_by_cached_key(|&class| book.class_order(class));
    classes.dedup();
    classes.into_iter().map(|it| book.class_name(it)).collect()
}

fn barred(book: &Book<'_>, person: PersonId) -> Table {
    let lang = book.lang;
    let columns = vec![
        wide(heads::ROLE.in_lang(lang), 190),
        wide(said::WHY.in_lang(lang), 310),
        wide(said::WHERE.in_lang(lang), 500),
    ];
    let mut list = table(said::BARRED.in_lang(lang), columns);
    for bar in book.interests(person).map_or(&[][..], |it| &it.bars) {
        let role = bar.role.words().on_papers.in_lang(lang).to_owned();
        let works = works(book, &bar.works);
        list.push(Mark::Plain, [role, bar.why.clone(), works]);
    }
    list
}

/// The works in few words: subjects closed in every class that writes them, classes closed in all they write, then the rest.
fn works(book: &Book<'_>, works: &BTreeSet<(ClassId, SubjectId)>) -> String {
    let lang = book.lang;
    let all: BTreeSet<(ClassId, SubjectId)> = book.different_works();
    if works == &all {
        return said::EVERYWHERE.in_lang(lang).to_owned();
    }
    let is_whole_class = |class: ClassId| {
        let mut of_class = all.iter().filter(|(it, _)| *it == class);
        of_class.all(|work| works.contains(work))
    };
    let is_whole_subject = |subject: SubjectId| {
        let mut of_subject = all.iter().filter(|(_, it)| *it == subject);
        of_subject.all(|work| works.contains(work))
    };
    let mut whole = BTreeSet::new();
    let mut classes = Vec::new();
    let mut by_subject: BTreeMap<&str, Vec<ClassId>> = BTreeMap::new();
    for &(class, subject) in works {
        let name = book.school.subject(subject).name.as_str();
        if is_whole_class(class) {
            classes.push(class);
        } else if is_whole_subject(subject) {
            whole.insert(name);
        } else {
            by_subject.entry(name).or_default().push(class);
        }
    }
    let whole = whole.into_iter().map(|name| said::all_classes(name, lang));
    let classes = in_order(book, classes);
    let classes = classes.iter().map(|class| said::all_subjects(class, lang));
    let rest = by_subject
        .into_iter()
        .map(|(name, classes)| format!("{name}: {}", in_order(book, classes).join(", ")));
    let parts: Vec<String> = classes.chain(whole).chain(rest).collect();
    parts.join("; ")
}

fn alike(book: &Book<'_>, person: PersonId) -> Table {
    let lang = book.lang;
    let columns = vec![
        wide(said::PARENT.in_lang(lang), 380),
        narrow(heads::CLASS.in_lang(lang), 130),
        wide(said::WHO.in_lang(lang), 490),
    ];
    let mut list = table(said::ALIKE.in_lang(lang), columns);
    for &(parent, class) in book.interests(person).map_or(&[][..], |it| &it.alike) {
        let who = said::WHO_CELL.in_lang(lang).to_owned();
        list.push(
            Mark::Plain,
            [book.name(parent), book.class_name(class), who],
        );
    }
    list
}

/// Empty lines to write on.
fn room(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(said::TIE.in_lang(lang), 460),
        narrow(heads::CLASS.in_lang(lang), 130),
        wide(said::WITH_WHOM.in_lang(lang), 350),
    ];
    let mut list = table(said::ADDED.in_lang(lang), columns);
    for _ in 0..ROOM {
        // The line break leaves room to write by hand.
        list.push_numbered(Mark::Plain, ["\n".to_owned(), String::new(), String::new()]);
    }
    list
}
