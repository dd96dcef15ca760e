//! Remedies in sentences.

use crate::check::Finding;
use crate::domain::{Lang, School, Seat};
use crate::lang::{findings, repair, suggest as words};
use crate::service::explain::role_name;
use crate::service::views::when_and_what;

use super::{Judged, Remedy, Suggestion, Suggestions};

impl Suggestions {
    /// What to do about a conflict or an exception, in one sentence.
    pub fn sentence(
        &self,
        judged: Judged<'_>,
        (finding, remedy): (&Finding, &Remedy),
        lang: Lang,
    ) -> String {
        let name = |person| judged.school.person(person).name.as_str();
        match remedy {
            Remedy::Accept(changes) => self.changes(judged, finding.row, changes, lang),
            Remedy::Nobody {
                obstacle,
                meanwhile,
            } => {
                let reason = self.nobody(judged.school, *obstacle, lang);
                if meanwhile.is_empty() {
                    return reason;
                }
                let changes = self.changes(judged, finding.row, meanwhile, lang);
                format!("{reason}. {}", words::until_then(&changes, lang))
            }
            Remedy::Pinned(person) => words::pinned(person.map(name), lang),
            Remedy::Instead(person) => words::instead(name(*person), lang),
            Remedy::Needed => words::needed(lang).to_owned(),
            Remedy::MovedTo(sitting) => {
                words::moved_to(&when_and_what(judged.school, *sitting, lang), lang)
            }
            Remedy::Ask(people) => {
                let people: Vec<String> = people.iter().map(|&it| name(it).to_owned()).collect();
                words::ask(&people, lang)
            }
            Remedy::ByRule => finding.suggestion(lang).to_owned(),
        }
    }

    /// What to do about an unclear name.
    pub fn answer(&self, school: &School, question: usize, lang: Lang) -> Option<String> {
        let Remedy::Ask(people) = self.questions.get(question)? else {
            return None;
        };
        let name = |&person: &_| school.person(person).name.clone();
        let people: Vec<String> = people.iter().map(name).collect();
        Some(words::ask(&people, lang))
    }

    /// The change of the row in question first, then the others with their places.
    fn changes(
        &self,
        judged: Judged<'_>,
        row: Option<usize>,
        changes: &[usize],
        lang: Lang,
    ) -> String {
        let all = || changes.iter().filter_map(|&index| self.list.get(index));
        let here = match all().find(|it| it.row.is_some() && it.row == row) {
            Some(own) => Some(own),
            None if row.is_none() => all().find(|it| it.row.is_none()),
            None => None,
        };
        let first = here.map(|it| own(judged.school, it, lang));
        let others: Vec<String> = all()
            .filter(|it| here.is_none_or(|here| !std::ptr::eq(*it, here)))
            .map(|it| elsewhere(judged, it, lang))
            .collect();
        let first = first.unwrap_or_default();
        if others.is_empty() {
            first
        } else {
            words::together(&first, &others, lang)
        }
    }

    fn nobody(&self, school: &School, obstacle: Option<usize>, lang: Lang) -> String {
        let Some(obstacle) = obstacle.and_then(|index| self.obstacles.get(index)) else {
            return words::nobody(words::no_reason(lang), None, lang);
        };
        let ways = obstacle.ways_out(school, lang);
        let way = ways.first().map(String::as_str);
        words::nobody(&obstacle.because(school, lang), way, lang)
    }
}

fn own(school: &School, change: &Suggestion, lang: Lang) -> String {
    let to = change.to.map(|person| school.person(person).name.as_str());
    if change.moves {
        let home = words::moved_to(&when_and_what(school, change.sitting, lang), lang);
        return match (to, change.from.person() == change.to) {
            (_, true) => home,
            (Some(to), false) => words::moved_and_replaced(&home, to, lang),
            (None, false) => words::moved_and_taken_out(&home, lang),
        };
    }
    match (to, &change.from) {
        (Some(to), Seat::Empty) => words::assign(to, lang),
        (Some(to), _) => words::replace(to, lang),
        (None, from) => words::take_out(&name(school, from, lang), lang),
    }
}

fn elsewhere(judged: Judged<'_>, change: &Suggestion, lang: Lang) -> String {
    let row = change.row.and_then(|row| judged.roster.rows.get(row));
    let remarks = row.map(|row| findings::row(row.row, lang)).into_iter();
    let good = change.is_good_row.then(|| words::good_row(lang).to_owned());
    let remarks: Vec<String> = remarks.chain(good).collect();
    let line = change_line(judged.school, change, lang);
    if remarks.is_empty() {
        line
    } else {
        format!("{line} ({})", remarks.join(", "))
    }
}

/// The place, who has it, and who should.
pub fn change_line(school: &School, change: &Suggestion, lang: Lang) -> String {
    let place = when_and_what(school, change.sitting, lang);
    let place = format!("{place}, {}", role_name(change.role, lang));
    let to = change.to.map_or(Seat::Empty, Seat::Person);
    let (from, to) = (name(school, &change.from, lang), name(school, &to, lang));
    if from == to {
        // The row moves to its day, and its person with it.
        return words::moved(&place, &to);
    }
    words::elsewhere(&place, &from, &to)
}

fn name(school: &School, seat: &Seat, lang: Lang) -> String {
    match seat {
        Seat::Empty => repair::nobody(lang).to_owned(),
        Seat::Person(person) => school.person(*person).name.clone(),
        Seat::Unknown(text) | Seat::Ambiguous { text, .. } => text.clone(),
    }
}
