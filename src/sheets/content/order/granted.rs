//! Exceptions: who holds a duty in spite of a rule, on what grounds, approved by whom.

use std::collections::BTreeMap;

use crate::domain::{Code, PersonId, Role};
use crate::lang::sheets::{heads, order as said};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, table, wide};
use crate::sheets::material::Remark;
use crate::sheets::model::{Mark, Table};
use crate::sheets::names::sort_key;

use super::annexes::Annex;

/// One row per person, role, rule and waiver, with all the duties it covers.
pub fn exceptions(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 45),
        wide(heads::NAME.in_lang(lang), 180),
        wide(heads::ROLE.in_lang(lang), 110),
        wide(heads::WHERE.in_lang(lang), 210),
        wide(heads::RULE.in_lang(lang), 225),
        wide(heads::GROUNDS.in_lang(lang), 145),
        wide(heads::APPROVED.in_lang(lang), 125),
    ];
    let mut list = table(Annex::Exceptions.title(lang), columns);
    for ((_, person, role, code, waiver), remarks) in groups(book) {
        let duties: Vec<String> = remarks
            .iter()
            .filter_map(|remark| remark.sitting)
            .map(|sitting| book.brief(sitting))
            .collect();
        let waiver = waiver.and_then(|waiver| book.school.waivers_of(person).get(waiver));
        let (reason, approved) = match waiver {
            Some(waiver) => (waiver.reason.clone(), waiver.approved.clone()),
            None => (
                said::last_resort(lang).to_owned(),
                said::by_this_order(lang).to_owned(),
            ),
        };
        let cells = [
            book.name(person),
            role.words().on_papers.in_lang(lang).to_owned(),
            duties.join(";\n"),
            rule_words(book, code),
            reason,
            approved,
        ];
        list.push_numbered(Mark::Exception, cells);
    }
    list
}

type Key = (String, PersonId, Role, Code, Option<usize>);

/// Exceptions of one person under one rule and one paper, by name.
fn groups<'a>(book: &Book<'a>) -> BTreeMap<Key, Vec<&'a Remark>> {
    let mut groups: BTreeMap<Key, Vec<&Remark>> = BTreeMap::new();
    for remark in &book.material.judgement.exceptions {
        if let Some(person) = remark.person {
            let name = sort_key(&book.school.person(person).name);
            let key = (name, person, remark.role, remark.code, remark.waiver);
            groups.entry(key).or_default().push(remark);
        }
    }
    groups
}

/// What the rule says.
fn rule_words(book: &Book<'_>, code: Code) -> String {
    let mut rules = book.material.judgement.rules.iter();
    let rule = rules.find(|rule| rule.code == code);
    rule.map_or(code.name(), |rule| &rule.what).to_owned()
}
