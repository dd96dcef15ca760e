//! What the lists say of the interests of those who serve: which rules bar them from what, and which parents are called alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::family_stem;
use crate::domain::{
    ClassId, Code, Lang, PersonId, Role, RuleCode, School, Severity, SittingId, surname_at,
};
use crate::rules;
use crate::service::Checked;
use crate::sheets::{Barred, Interests};

/// Interests of everybody in the roster.
pub fn of_those_who_serve(checked: &Checked, lang: Lang) -> BTreeMap<PersonId, Interests> {
    let school = &checked.school;
    let serving: BTreeSet<PersonId> = checked
        .roster
        .duties()
        .map(|(_, duty)| duty.person)
        .collect();
    let works = different_works(school);
    let parents = Parents::of(school);
    let interests = serving.into_iter().map(|person| {
        let bars = bars(school, person, &works, lang);
        let alike = parents.alike(school, person);
        (person, Interests { bars, alike })
    });
    interests.collect()
}

/// A sitting for each class, group and subject: rules about interest look at nothing else.
fn different_works(school: &School) -> Vec<SittingId> {
    let mut seen = BTreeSet::new();
    let is_new = |id: &SittingId| {
        let sitting = school.sitting(*id);
        seen.insert((sitting.class, sitting.group, sitting.subject))
    };
    school.sitting_ids().filter(is_new).collect()
}

/// The rules at `forbid` that bar the person, role by role in the catalogue's order. Who may not check a subject is not
/// qualified for it, which is no interest.
fn bars(school: &School, person: PersonId, works: &[SittingId], lang: Lang) -> Vec<Barred> {
    let mut by_rule: BTreeMap<(Role, RuleCode), BTreeSet<_>> = BTreeMap::new();
    for &id in works {
        let sitting = school.sitting(id);
        for role in Role::ALL {
            if !school.is_candidate(person, role) {
                continue;
            }
            for verdict in rules::judge(school, person, role, id) {
                let Code::Rule(code) = verdict.code else {
                    continue;
                };
                if verdict.severity == Severity::Forbid && code != RuleCode::CheckerUnqualified {
                    let works = by_rule.entry((role, code)).or_default();
                    works.insert((sitting.class, sitting.subject));
                }
            }
        }
    }
    let barred = by_rule.into_iter().map(|((role, code), works)| Barred {
        role,
        why: rules::rule(code).name.in_lang(lang).to_owned(),
        works,
    });
    barred.collect()
}

/// Parents by what their names have in common with others'.
struct Parents {
    by_family: BTreeMap<String, Vec<PersonId>>,
    by_given: BTreeMap<String, Vec<PersonId>>,
}

impl Parents {
    fn of(school: &School) -> Self {
        let mut by_family: BTreeMap<_, Vec<PersonId>> = BTreeMap::new();
        let mut by_given: BTreeMap<_, Vec<PersonId>> = BTreeMap::new();
        for person in school.person_ids() {
            if school.children_of(person).is_empty() {
                continue;
            }
            let name = &school.person(person).name;
            if let Some(stem) = family_stem(name) {
                by_family.entry(stem).or_default().push(person);
            }
            if let Some(given) = given_names(name) {
                by_given.entry(given).or_default().push(person);
            }
        }
        Self {
            by_family,
            by_given,
        }
    }

    /// Parents who share the person's surname (a relative, or the person without a patronymic), then those who share given name
    /// and patronymic (the person under another surname), with the classes of their children; not where a table already tells of kin or
    /// somebody has looked into it.
    fn alike(&self, school: &School, person: PersonId) -> Vec<(PersonId, ClassId)> {
        let name = &school.person(person).name;
        let family = family_stem(name).and_then(|stem| self.by_family.get(&stem));
        let given = given_names(name).and_then(|given| self.by_given.get(&given));
        let mut alike = Vec::new();
        for &parent in family.into_iter().chain(given).flatten() {
            for child in school.children_of(parent) {
                let line = (parent, child.class);
                if parent != person
                    && !is_settled(school, person, child.class)
                    && !alike.contains(&line)
                {
                    alike.push(line);
                }
            }
        }
        alike
    }
}

/// Is it known what the person is to the class?
fn is_settled(school: &School, person: PersonId, class: ClassId) -> bool {
    let mut children = school.children_of(person).iter();
    let mut ties = school.ties_of(person).iter();
    children.any(|child| child.class == class)
        || ties.any(|tie| tie.class == class)
        || school.is_cleared(person, class)
}

/// Given name and patronymic, where both are written out.
fn given_names(name: &str) -> Option<String> {
    let words: Vec<&str> = name
        .split_whitespace()
        .take_while(|word| !word.starts_with('('))
        .collect();
    let surname = surname_at(&words)?;
    let given: Vec<String> = (0..words.len())
        .filter(|&at| at != surname)
        .map(|at| words[at].to_lowercase().replace('ё', "е"))
        .collect();
    let is_whole = |word: &String| !word.contains('.') && word.chars().count() > 1;
    (given.len() >= 2 && given.iter().all(is_whole)).then(|| given.join(" "))
}

#[cfg(test)]
mod tests {
    use super::given_names;

    #[test]
    fn given_names_are_compared_only_where_they_are_written_out() {
        let given = |name| given_names(name);
        assert_eq!(
            given("Иванова Алёна Петровна").as_deref(),
            Some("алена петровна")
        );
        assert_eq!(
            given("Семёнова Алена Петровна (Школа № 2)").as_deref(),
            Some("алена петровна")
        );
        assert_eq!(given("Иванова А. П."), None);
        assert_eq!(given("Иванова Анна"), None);
    }
}
