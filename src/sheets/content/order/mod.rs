//! The order: its text, and the annexes that the text refers to by number.

mod annexes;
mod commissions;
mod granted;

use crate::domain::{Code, Role, RuleCode};
use crate::lang::sheets::{self as words, dates, heads, order as said};
use crate::sheets::book::Book;
use crate::sheets::build::{
    heading, item, landscape, line, narrow, para, portrait, table, text, title, wide,
};
use crate::sheets::model::{Align, Block, Mark, Section, Weight};

use annexes::{Annex, Annexes};

use super::substitution::missed_by;

/// The text upright, each annex lying on its own pages.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let annexes = Annexes::of(book);
    let mut sections = vec![portrait(order(book, &annexes))];
    sections.extend(
        annexes
            .tables
            .into_iter()
            .zip(1..)
            .map(|((annex, table), number)| {
                landscape(vec![
                    text(
                        Weight::Body,
                        Align::Right,
                        said::annex(number, &book.order.reference, book.lang),
                    ),
                    title(annex.title(book.lang)),
                    Block::Table(table),
                ])
            }),
    );
    sections
}

fn order(book: &Book<'_>, annexes: &Annexes) -> Vec<Block> {
    let lang = book.lang;
    let document = &book.school.policy.document;
    let school = match book.school_name() {
        "" => said::no_school(lang),
        name => name,
    };
    let mut blocks = vec![
        heading(school),
        title(said::caption(lang)),
        Block::Ends {
            left: book.order.date.clone(),
            right: book.order.number.clone(),
        },
    ];
    if !document.place.is_empty() {
        blocks.push(text(Weight::Body, Align::Center, &document.place));
    }
    let period = book
        .period()
        .map(|(first, last)| dates::period(first, last, lang));
    blocks.push(text(
        Weight::Heading,
        Align::Left,
        said::title(&period.unwrap_or_default(), lang),
    ));
    blocks.push(para(said::purpose(&document.ground, lang)));
    blocks.push(text(Weight::Heading, Align::Left, said::ordering(lang)));
    blocks.extend(items(book, annexes));
    blocks.push(Block::Signature {
        office: match document.director_post.as_str() {
            "" => said::director(lang).to_owned(),
            post => post.to_owned(),
        },
        name: document.director.clone(),
    });
    blocks.extend(acquainted(book));
    blocks
}

/// The numbered items. Each promises only what the rules in force forbid to be otherwise.
fn items(book: &Book<'_>, annexes: &Annexes) -> Vec<Block> {
    let lang = book.lang;
    let mut list = Items::default();
    let mut grades: Vec<u32> = book
        .sittings()
        .map(|id| book.school.class(book.school.sitting(id).class).grade)
        .collect();
    grades.sort_unstable();
    grades.dedup();
    if let Some(annex) = annexes.number(Annex::Schedule) {
        list.item(
            said::hold(&grades, book.sittings().count(), annex, lang),
            &[],
        );
    }
    let has_lost = book
        .on_duty()
        .into_iter()
        .any(|person| !missed_by(book, person).is_empty());
    list.item(
        said::responsible(&book.deputy_with_post(), lang),
        &said::tasks(has_lost, lang),
    );
    if let Some(annex) = annexes.number(Annex::Proctors) {
        let people = book.people_in(Role::Proctor);
        list.item(
            said::proctors(people, annex, kept(book), lang),
            &said::proctor_tasks(lang),
        );
    }
    if let Some((commission, schedule)) = annexes
        .number(Annex::Commissions)
        .zip(annexes.number(Annex::Checking))
    {
        let people = book.people_in(Role::Checker);
        list.item(
            said::checkers(people, commission, schedule, lang),
            &said::checker_tasks(lang),
        );
    }
    let document = &book.school.policy.document;
    let settled = said::settled(
        [
            &document.checking_place,
            &document.checking_time,
            &document.upload,
            &document.storage,
            &document.safety,
        ],
        lang,
    );
    if !settled.is_empty() {
        let settled: Vec<&str> = settled.iter().map(String::as_str).collect();
        list.item(said::settle(lang).to_owned(), &settled);
    }
    if let Some(annex) = annexes.number(Annex::Observers) {
        let people = book.people_in(Role::Observer);
        let is_barred = keeps(book, RuleCode::ObserverOwnChildClass);
        list.item(said::observers(people, annex, is_barred, lang), &[]);
    }
    if let Some(annex) = annexes.number(Annex::Assistants) {
        let people = book.people_in(Role::Assistant);
        list.item(said::assistants(people, annex, lang), &[]);
    }
    if let Some(annex) = annexes.number(Annex::Exceptions) {
        list.item(said::exceptions(annex, lang), &[]);
    }
    if let Some(annex) = annexes.number(Annex::Vacancies) {
        list.item(
            said::vacancies(annexes.rows(Annex::Vacancies), annex, lang),
            &[],
        );
    }
    list.item(said::control(lang).to_owned(), &[]);
    list.blocks
}

/// Items and sub-items, numbered as they come.
#[derive(Default)]
struct Items {
    count: usize,
    blocks: Vec<Block>,
}

impl Items {
    fn item(&mut self, words: String, tasks: &[&str]) {
        self.count += 1;
        let number = self.count;
        self.blocks.push(item(format!("{number}."), words));
        let tasks = (1..)
            .zip(tasks)
            .map(|(task, words)| item(format!("{number}.{task}."), *words));
        self.blocks.extend(tasks);
    }
}

/// Does the roster keep the rule without exception, as far as everybody can know?
fn keeps(book: &Book<'_>, code: RuleCode) -> bool {
    let judgement = &book.material.judgement;
    let mut used = judgement.exceptions.iter().chain(&judgement.conflicts);
    let rule = Code::Rule(code);
    judgement.forbids(code)
        && judgement.could_check(rule)
        && !used.any(|remark| remark.code == rule)
}

fn kept(book: &Book<'_>) -> said::Kept {
    let class = keeps(book, RuleCode::ProctorTeachesClass);
    let subject = keeps(book, RuleCode::ProctorSubjectSpecialist);
    match (class, subject) {
        (true, true) => said::Kept::Both,
        (true, false) => said::Kept::Class,
        (false, true) => said::Kept::Subject,
        (false, false) => said::Kept::Nothing,
    }
}

/// Staff on duty sign below the order; parents and guests of another school sign their annex.
fn acquainted(book: &Book<'_>) -> Vec<Block> {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(heads::NAME.in_lang(lang), 480),
        narrow(heads::DATE.in_lang(lang), 200),
        narrow(heads::SIGNATURE.in_lang(lang), 260),
    ];
    let mut list = table(words::titles::ACQUAINTANCE.in_lang(lang), columns);
    for person in book.on_duty() {
        if book.is_own_staff(person) {
            let cells = [book.name(person), String::new(), String::new()];
            list.push_numbered(Mark::Plain, cells);
        }
    }
    match list.filled() {
        Some(list) => vec![line(said::acquainted(lang)), list],
        None => Vec::new(),
    }
}
