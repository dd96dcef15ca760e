//! Which person may take which place: the predicates evaluated once into sets of people.
//!
//! Each rule is asked once for each distinct thing it reads (see [`super::Scope`]): a class, an area, a grade. A
//! sitting then needs only the numbers of the answers that hold for it, and who may take a place is put together on
//! asking: those who hold the role, less those whom a rule at `forbid` bars. Nothing is kept for each pair of person
//! and sitting, so 20,000 people × 10,000 sittings cost what their classes and subjects cost, some tens of megabytes.

mod build;
mod person_set;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::domain::{
    ClassId, Code, PersonId, Role, RoleMap, RoleSet, RuleCode, RuleSet, School, SchoolId, Severity,
    Sitting, SittingId, StructuralCode, Waiver,
};

use person_set::{PersonBits, PersonSet};

/// Who may take which place, and which rules at `avoid` that would use.
#[derive(Debug, Clone)]
pub struct Eligibility {
    /// How many people the school has.
    people: usize,
    /// The sittings, for waivers.
    sittings: Vec<Sitting>,
    /// School of each class.
    school_of: Vec<SchoolId>,
    /// Who holds the role, by school.
    holders: RoleMap<Vec<PersonSet>>,
    /// Rules in force that the lists alone decide, in the catalogue's order.
    rules: Vec<RuleAnswers>,
    /// Who is away at a time, and the number of each sitting's time.
    away: Answers,
    /// Which checkers are away as long as works are checked, and the number of each sitting's day.
    away_from_works: Answers,
    /// Which observers have not offered a day, and the number of each sitting's day.
    not_offered: Answers,
    /// `never` pins, ascending.
    never: Vec<(SittingId, Role, PersonId)>,
    /// Waivers of rules at `forbid`, by rule and person.
    waivers: Vec<Waiver>,
}

/// Distinct answers to one question, and which one holds for each sitting.
#[derive(Debug, Clone, Default)]
struct Answers {
    barred: Vec<PersonSet>,
    /// Number of each sitting's answer; shared by the questions that read the same of a sitting.
    of_sitting: Arc<[u32]>,
}

impl Answers {
    fn at(&self, sitting: SittingId) -> &PersonSet {
        &self.barred[self.of_sitting[sitting.index()] as usize]
    }
}

/// One rule's answers.
#[derive(Debug, Clone)]
struct RuleAnswers {
    code: RuleCode,
    roles: RoleSet,
    severity: Severity,
    answers: Answers,
}

impl Eligibility {
    /// Evaluates every rule in force once for everything it can depend on.
    pub fn of(school: &School) -> Self {
        build::eligibility(school)
    }

    /// People who may take a place of the role, ascending.
    pub fn people(&self, sitting: SittingId, role: Role) -> impl Iterator<Item = PersonId> + '_ {
        let mut bits = PersonBits::none(self.people);
        bits.add(self.holders(sitting, role));
        for barred in self.structural_sets(sitting, role) {
            bits.remove(barred);
        }
        for rule in self.forbidding(role) {
            bits.remove(rule.answers.at(sitting));
        }
        for person in self.waived_at(sitting, role) {
            if self.may(sitting, role, person) {
                bits.insert(person);
            }
        }
        for &(.., person) in self.never_at(sitting, role) {
            bits.take_out(person);
        }
        bits.into_iter()
    }

    /// The same people, each with the rules at `avoid` (waived ones included) that the duty would use.
    pub fn candidates(
        &self,
        sitting: SittingId,
        role: Role,
    ) -> impl Iterator<Item = (PersonId, RuleSet)> + '_ {
        // Nobody here is barred by a rule at `forbid` but those who have a waiver.
        let is_asked = |rule: &&RuleAnswers| {
            rule.roles.contains(role)
                && (rule.severity == Severity::Avoid || !self.waivers.is_empty())
        };
        let asked = self.rules.iter().filter(is_asked);
        let asked: Vec<(RuleCode, &PersonSet)> = asked
            .map(|rule| (rule.code, rule.answers.at(sitting)))
            .filter(|(_, barred)| !barred.is_empty())
            .collect();
        self.people(sitting, role).map(move |person| {
            let used = asked.iter().filter(|(_, barred)| barred.contains(person));
            let used = used.fold(RuleSet::default(), |set, &(code, _)| set.with(code));
            (person, used)
        })
    }

    /// May the person take it?
    pub fn may(&self, sitting: SittingId, role: Role, person: PersonId) -> bool {
        let holds = self.holders(sitting, role).contains(person);
        holds
            && !self.is_never(sitting, role, person)
            && self
                .structural_sets(sitting, role)
                .all(|barred| !barred.contains(person))
            && self.forbidding(role).all(|rule| {
                !rule.answers.at(sitting).contains(person)
                    || self.is_waived(sitting, rule.code, person)
            })
    }

    /// Rules at `avoid` (waived ones included) that the duty would use; meant for people who may take it.
    pub fn avoided(&self, sitting: SittingId, role: Role, person: PersonId) -> RuleSet {
        self.rules
            .iter()
            .filter(|rule| rule.roles.contains(role))
            .filter(|rule| rule.answers.at(sitting).contains(person))
            .filter(|rule| {
                rule.severity == Severity::Avoid || self.is_waived(sitting, rule.code, person)
            })
            .fold(RuleSet::default(), |set, rule| set.with(rule.code))
    }

    /// How many hold the role at the place, and how many of them each rule bars, in the codes' order; a person barred
    /// twice counts twice.
    pub fn bars(&self, sitting: SittingId, role: Role) -> (usize, Vec<(Code, u64)>) {
        let mut bits = PersonBits::none(self.people);
        bits.add(self.holders(sitting, role));
        let holders: Vec<PersonId> = bits.into_iter().collect();
        let count = |is_barred: &dyn Fn(PersonId) -> bool| {
            holders.iter().filter(|&&person| is_barred(person)).count() as u64
        };
        let mut bars: Vec<(Code, u64)> = Vec::new();
        let away = if role.is_time_bound() {
            self.away.at(sitting)
        } else {
            self.away_from_works.at(sitting)
        };
        let people = count(&|person| away.contains(person));
        bars.push((Code::Structural(StructuralCode::Absent), people));
        if role == Role::Observer {
            let not_offered = self.not_offered.at(sitting);
            let people = count(&|person| not_offered.contains(person));
            bars.push((Code::Structural(StructuralCode::DateNotOffered), people));
        }
        let people = count(&|person| self.is_never(sitting, role, person));
        bars.push((Code::Structural(StructuralCode::PinBroken), people));
        for rule in self.forbidding(role) {
            let barred = rule.answers.at(sitting);
            let people = count(&|person| {
                barred.contains(person) && !self.is_waived(sitting, rule.code, person)
            });
            bars.push((Code::Rule(rule.code), people));
        }
        bars.retain(|&(_, people)| people > 0);
        bars.sort_unstable();
        (holders.len(), bars)
    }

    fn holders(&self, sitting: SittingId, role: Role) -> &PersonSet {
        let class: ClassId = self.sittings[sitting.index()].class;
        &self.holders[role][self.school_of[class.index()].index()]
    }

    /// Those whom absences and offered days bar.
    fn structural_sets(&self, sitting: SittingId, role: Role) -> impl Iterator<Item = &PersonSet> {
        let away = if role.is_time_bound() {
            self.away.at(sitting)
        } else {
            self.away_from_works.at(sitting)
        };
        let not_offered = (role == Role::Observer).then(|| self.not_offered.at(sitting));
        std::iter::once(away).chain(not_offered)
    }

    fn forbidding(&self, role: Role) -> impl Iterator<Item = &RuleAnswers> {
        self.rules
            .iter()
            .filter(move |rule| rule.severity == Severity::Forbid && rule.roles.contains(role))
    }

    fn is_never(&self, sitting: SittingId, role: Role, person: PersonId) -> bool {
        self.never.binary_search(&(sitting, role, person)).is_ok()
    }

    /// The `never` pins of the place.
    fn never_at(&self, sitting: SittingId, role: Role) -> &[(SittingId, Role, PersonId)] {
        let place = (sitting, role);
        let first = self.never.partition_point(|pin| (pin.0, pin.1) < place);
        let count = self.never[first..].partition_point(|pin| (pin.0, pin.1) == place);
        &self.never[first..first + count]
    }

    fn is_waived(&self, sitting: SittingId, rule: RuleCode, person: PersonId) -> bool {
        let first = self
            .waivers
            .partition_point(|waiver| (waiver.rule, waiver.person) < (rule, person));
        self.waivers[first..]
            .iter()
            .take_while(|waiver| (waiver.rule, waiver.person) == (rule, person))
            .any(|waiver| waiver.covers(person, rule, &self.sittings[sitting.index()]))
    }

    /// People with a waiver, valid at the sitting, of a rule that forbids the role.
    fn waived_at(&self, sitting: SittingId, role: Role) -> impl Iterator<Item = PersonId> + '_ {
        let facts = &self.sittings[sitting.index()];
        self.waivers
            .iter()
            .filter(move |waiver| super::rule(waiver.rule).roles.contains(role))
            .filter(|waiver| waiver.covers(waiver.person, waiver.rule, facts))
            .map(|waiver| waiver.person)
    }
}
