//! The statement of checks: what was just checked, by which rules, with what outcome. It says nothing that was not checked.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Code, Role, RoleMap, RoleSet, RosterRow, RowSitting, Seat, Severity};
use crate::lang::sheets::{dates, declaration, evidence as said, heads};
use crate::sheets::book::Book;
use crate::sheets::build::{
    facts, heading, item, landscape, narrow, para, portrait, table, title, wide,
};
use crate::sheets::material::{FileDigest, Judgement, Remark, UncheckedLine};
use crate::sheets::model::{Block, Mark, Section, Table};

/// The verdict and its grounds upright; the duties, which are many columns, lying.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    let lang = book.lang;
    vec![
        portrait(grounds(book)),
        landscape(vec![
            heading(said::DUTIES.in_lang(lang)),
            Block::Table(duties(book)),
        ]),
    ]
}

fn grounds(book: &Book<'_>) -> Vec<Block> {
    let lang = book.lang;
    let judgement = &book.material.judgement;
    let conflicts = judgement.conflicts.len() + judgement.questions.len();
    let mut blocks = vec![
        heading(book.school_name()),
        title(said::TITLE.in_lang(lang)),
        para(said::intro(
            judgement.checked_places,
            judgement.rules.len(),
            lang,
        )),
        para(if judgement.unchecked.is_empty() {
            said::verdict(conflicts, judgement.exceptions.len(), lang)
        } else {
            said::verdict_in_part(conflicts, judgement.exceptions.len(), lang)
        }),
    ];
    if !judgement.vacancies.is_empty() {
        blocks.push(para(said::vacancies(judgement.vacancies.len(), lang)));
    }
    let cleared = cleared(book);
    if !cleared.is_empty() {
        blocks.push(para(said::cleared(cleared.len(), lang)));
    }
    let serving = book.on_duty().len();
    if serving > 0 {
        let with_ties = super::register::with_ties(book);
        let declared = declaration::in_statement(serving, with_ties, lang);
        blocks.push(para(declared));
    }
    let sentences = |remarks: &[Remark]| {
        remarks
            .iter()
            .map(|remark| remark.sentence.clone())
            .collect()
    };
    for (label, list) in [
        (said::NOT_CHECKED, not_checked(book)),
        (said::CONFLICTS, sentences(&judgement.conflicts)),
        (said::VACANCIES, sentences(&judgement.vacancies)),
        (said::QUESTIONS, judgement.questions.clone()),
        (said::EXCEPTIONS, sentences(&judgement.exceptions)),
        (said::PREFERENCES, judgement.preferences.clone()),
        (said::POSSIBLE, sentences(&judgement.possible)),
        (said::CLEARED, cleared),
        (said::PROVEN, proven(book)),
    ] {
        blocks.extend(numbered(label.in_lang(lang), &list));
    }
    blocks.push(heading(said::TOTALS.in_lang(lang)));
    blocks.push(Block::Table(totals(book)));
    blocks.push(heading(said::RULES.in_lang(lang)));
    blocks.push(Block::Table(rules(book)));
    blocks.push(heading(said::FILES.in_lang(lang)));
    blocks.push(Block::Table(files(book)));
    blocks
}

/// The rules that could not be checked, each with what the lists lack.
fn not_checked(book: &Book<'_>) -> Vec<String> {
    let judgement = &book.material.judgement;
    let what = |line: &UncheckedLine| match line.code {
        None => said::EVEN_WORKS.in_lang(book.lang).to_owned(),
        Some(code) => {
            let mut rules = judgement.rules.iter();
            let rule = rules.find(|rule| rule.code == code);
            rule.map_or(code.name(), |rule| &rule.what).to_owned()
        }
    };
    let missing = judgement.unchecked.iter();
    missing
        .map(|line| format!("{}: {}.", what(line).trim_end_matches('.'), line.because))
        .collect()
}

/// Hints that somebody looked into, as the table says.
fn cleared(book: &Book<'_>) -> Vec<String> {
    let rows = book.school.cleared.iter();
    rows.map(|row| {
        let who = format!("{}, {}", book.name(row.person), book.class_name(row.class));
        said::cleared_line(&who, row.reason.trim_end_matches('.'), &row.by, book.lang)
    })
    .collect()
}

/// A heading and its sentences; nothing where there is none.
fn numbered(label: &str, sentences: &[String]) -> Vec<Block> {
    if sentences.is_empty() {
        return Vec::new();
    }
    let items = sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| item(format!("{}.", index + 1), sentence));
    std::iter::once(heading(label)).chain(items).collect()
}

fn proven(book: &Book<'_>) -> Vec<String> {
    let mut proven = Vec::new();
    if !book.material.judgement.is_in_conflict() {
        let judgement = &book.material.judgement;
        let everything = judgement.unchecked.is_empty();
        let is_full = judgement.vacancies.is_empty();
        proven.push(said::proven_by_check(is_full, everything, book.lang));
    }
    match &book.material.proof {
        Some(proof) => proven.extend(proof.lines.iter().cloned()),
        None => proven.push(said::NOTHING_PROVEN.in_lang(book.lang).to_owned()),
    }
    proven
}

fn totals(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let objective = &book.material.judgement.objective;
    let places = |role: Role| -> u64 {
        let sittings = book.school.sittings.iter();
        sittings
            .map(|sitting| u64::from(sitting.places[role]))
            .sum()
    };
    let mut rows: Vec<[String; 2]> = Role::ALL
        .into_iter()
        .filter(|&role| places(role) > 0)
        .map(|role| {
            let (all, empty) = (places(role), objective.unfilled[role]);
            [
                said::places_filled(role.words().above.in_lang(lang), lang),
                said::filled((all - empty.min(all)) as usize, all as usize, lang),
            ]
        })
        .collect();
    if !book.school.lessons.is_empty() {
        let lost = objective.lessons_lost.to_string();
        rows.push([said::lessons_lost(lang).to_owned(), lost]);
    }
    let exceptions = book.material.judgement.exceptions.len().to_string();
    rows.push([said::EXCEPTIONS.in_lang(lang).to_owned(), exceptions]);
    facts(said::TOTALS.in_lang(lang), [700, 300], rows)
}

fn rules(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(heads::RULE.in_lang(lang), 780),
        narrow(said::SEVERITY.in_lang(lang), 160),
    ];
    let [forbid, avoid, always] = said::severities(lang);
    let mut list = table(said::RULES.in_lang(lang), columns);
    for rule in &book.material.judgement.rules {
        let severity = match rule.severity {
            Some(Severity::Forbid) => forbid,
            Some(Severity::Avoid) => avoid,
            // A rule that is off is not among those checked.
            Some(Severity::Allow) | None => always,
        };
        let severity = if book.material.judgement.could_check(rule.code) {
            severity.to_owned()
        } else {
            format!("{severity}; {}", said::IN_PART.in_lang(lang))
        };
        list.push_numbered(Mark::Plain, [rule.what.clone(), severity]);
    }
    list
}

fn files(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        wide(said::FILE.in_lang(lang), 300),
        wide(said::DIGEST.in_lang(lang), 700),
    ];
    let mut list = table(said::FILES.in_lang(lang), columns);
    let labelled = [
        (Some(&book.material.roster_file), said::ROSTER_FILE),
        (
            book.material.proof.as_ref().map(|proof| &proof.file),
            said::PROOF_FILE,
        ),
    ];
    for (file, label) in labelled {
        if let Some(FileDigest { name, sha256 }) = file {
            let name = format!("{name} ({})", label.in_lang(lang));
            list.push(Mark::Plain, [name, halves(sha256)]);
        }
    }
    for FileDigest { name, sha256 } in &book.material.files {
        list.push(Mark::Plain, [name.clone(), halves(sha256)]);
    }
    list
}

/// A digest on two lines, so that it fits a column.
fn halves(digest: &str) -> String {
    let (first, second) = digest.split_at_checked(32).unwrap_or((digest, ""));
    format!("{first}\n{second}")
}

/// Every row of the roster, in its file's order, with the rules that were checked and what came out.
fn duties(book: &Book<'_>) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 50),
        narrow(heads::DATE.in_lang(lang), 90),
        narrow(heads::LESSON.in_lang(lang), 55),
        narrow(heads::CLASS.in_lang(lang), 75),
        wide(heads::SUBJECT.in_lang(lang), 140),
        wide(heads::ROLE.in_lang(lang), 115),
        wide(heads::NAME.in_lang(lang), 195),
        narrow(said::CHECKED.in_lang(lang), 135),
        wide(said::OUTCOME.in_lang(lang), 145),
    ];
    let outcomes = Outcomes::of(book);
    let mut list = table(said::DUTIES.in_lang(lang), columns);
    for (index, _) in &book.material.listing.rows {
        let row = &book.material.roster.rows[*index];
        let (mark, outcome) = outcomes.of_row(book, *index, row);
        let [date, lesson, class, subject] = sitting_cells(book, row);
        let name = match row.seat {
            Seat::Empty => String::new(),
            _ => book.seat_name(&row.seat),
        };
        list.push_numbered(
            mark,
            [
                date,
                lesson,
                class,
                subject,
                row.role.words().on_papers.in_lang(lang).to_owned(),
                name,
                outcomes.checked[row.role].clone(),
                outcome,
            ],
        );
    }
    list
}

fn sitting_cells(book: &Book<'_>, row: &RosterRow) -> [String; 4] {
    match &row.sitting {
        RowSitting::Known(id) => {
            let said = book.words(*id);
            let lesson = if said.lesson.is_empty() {
                said.time
            } else {
                said.lesson
            };
            [said.date, lesson, said.class, said.subject]
        }
        RowSitting::Unknown {
            date,
            class,
            subject,
        } => {
            let date = date.map(|date| dates::short(date, book.lang));
            let (class, subject) = (class.clone(), subject.clone());
            [date.unwrap_or_default(), String::new(), class, subject]
        }
    }
}

/// What came out for each row, and the numbers of the rules checked for each role.
struct Outcomes {
    conflicts: BTreeMap<usize, BTreeSet<Code>>,
    exceptions: BTreeMap<usize, BTreeSet<Code>>,
    checked: RoleMap<String>,
}

impl Outcomes {
    fn of(book: &Book<'_>) -> Self {
        let judgement = &book.material.judgement;
        Self {
            conflicts: by_row(&judgement.conflicts),
            exceptions: by_row(&judgement.exceptions),
            checked: RoleMap(Role::ALL).map(|role| numbers_for(judgement, role)),
        }
    }

    fn of_row(&self, book: &Book<'_>, index: usize, row: &RosterRow) -> (Mark, String) {
        let lang = book.lang;
        let list = |codes: &BTreeSet<Code>| -> String {
            let names: Vec<&str> = codes.iter().map(|&code| rule_name(book, code)).collect();
            names.join(", ")
        };
        match (
            &row.seat,
            self.conflicts.get(&index),
            self.exceptions.get(&index),
        ) {
            (Seat::Empty, _, _) => (Mark::Conflict, said::UNFILLED.in_lang(lang).to_owned()),
            (Seat::Unknown(_) | Seat::Ambiguous { .. }, _, _) => {
                (Mark::Conflict, said::UNKNOWN.in_lang(lang).to_owned())
            }
            (_, Some(codes), _) => (Mark::Conflict, said::conflict(&list(codes), lang)),
            (_, None, Some(codes)) => (Mark::Exception, said::exception(&list(codes), lang)),
            (_, None, None) if book.material.judgement.unchecked.is_empty() => {
                (Mark::Plain, said::NO_CONFLICT.in_lang(lang).to_owned())
            }
            (_, None, None) => (
                Mark::Plain,
                said::NO_CONFLICT_FOUND.in_lang(lang).to_owned(),
            ),
        }
    }
}

/// What the rule is called.
fn rule_name<'a>(book: &'a Book<'_>, code: Code) -> &'a str {
    let mut rules = book.material.judgement.rules.iter();
    let rule = rules.find(|rule| rule.code == code);
    rule.map_or(code.name(), |rule| &rule.name)
}

fn by_row(remarks: &[Remark]) -> BTreeMap<usize, BTreeSet<Code>> {
    let mut codes: BTreeMap<usize, BTreeSet<Code>> = BTreeMap::new();
    for remark in remarks {
        if let Some(row) = remark.row {
            codes.entry(row).or_default().insert(remark.code);
        }
    }
    codes
}

/// `1–4, 7, 9–12`: numbers, in the list of rules, of those that speak of the role and could be checked.
fn numbers_for(judgement: &Judgement, role: Role) -> String {
    let speaks = |roles: RoleSet| roles.contains(role);
    let numbers: Vec<usize> = (1..)
        .zip(&judgement.rules)
        .filter(|(_, rule)| speaks(rule.roles) && judgement.could_check(rule.code))
        .map(|(number, _)| number)
        .collect();
    ranges(&numbers)
}

fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let words = runs.map(|run| match run {
        [first, .., last] if last - first > 1 => format!("{first}–{last}"),
        run => run
            .iter()
            .map(usize::to_string)
            .collect::<Vec<_>>()
            .join(", "),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn runs_of_numbers_are_shortened() {
        assert_eq!(ranges(&[1, 2, 3, 4, 7, 9, 10]), "1–4, 7, 9, 10");
        assert_eq!(ranges(&[]), "");
    }
}
