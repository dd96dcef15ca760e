//! Asks every rule in force once for each distinct thing it reads, and only about people it can bar.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::domain::{
    AreaId, ClassId, PersonId, PinKind, Role, RoleMap, RoleSet, RuleCode, School, Severity,
    Sitting, SittingId, Waiver,
};
use crate::rules::{Bar, CATALOGUE, Reach, Rule, Scope, bars, severity};

use super::{Answers, Eligibility, PersonSet, RuleAnswers};

/// Evaluates the whole school.
pub fn eligibility(school: &School) -> Eligibility {
    let candidates = Candidates::of(school);
    Eligibility {
        people: school.people.len(),
        sittings: school.sittings.clone(),
        school_of: school.classes.iter().map(|class| class.school).collect(),
        holders: holders(school, &candidates),
        rules: all_rules(school, &candidates),
        away: away(school, &candidates),
        away_from_works: away_from_works(school, &candidates),
        not_offered: not_offered(school, &candidates),
        never: never_pins(school),
        waivers: waivers(school),
    }
}

/// Who could take a role at all, and whom a rule can bar.
struct Candidates {
    /// The roles each person can hold.
    roles: Vec<RoleSet>,
    /// People with a link to each class, ascending.
    linked: Vec<Vec<PersonId>>,
    /// Specialists in, and teachers of, each area, ascending.
    of_area: Vec<Vec<PersonId>>,
    /// Everybody.
    all: Vec<PersonId>,
}

impl Candidates {
    fn of(school: &School) -> Self {
        let mut linked = vec![Vec::new(); school.classes.len()];
        let mut of_area = vec![Vec::new(); school.areas.len()];
        for person in school.person_ids() {
            for class in classes_of(school, person) {
                linked[class.index()].push(person);
            }
            for area in areas_of(school, person) {
                of_area[area.index()].push(person);
            }
        }
        // People come in order, so a person's repeats stand side by side.
        linked.iter_mut().for_each(Vec::dedup);
        of_area.iter_mut().for_each(Vec::dedup);
        Self {
            roles: school
                .person_ids()
                .map(|person| roles_of(school, person))
                .collect(),
            linked,
            of_area,
            all: school.person_ids().collect(),
        }
    }

    /// Those whom the rule can bar at the sitting, and who can hold one of its roles.
    fn within_reach<'a>(
        &'a self,
        school: &School,
        rule: &Rule,
        sitting: &Sitting,
    ) -> impl Iterator<Item = PersonId> + use<'a> {
        let reached = match rule.scope.reach() {
            Reach::LinkedToClass => &self.linked[sitting.class.index()],
            Reach::OfArea => &self.of_area[school.area(sitting.subject).index()],
            Reach::Anyone => &self.all,
        };
        let roles = rule.roles;
        reached
            .iter()
            .copied()
            .filter(move |&person| roles.iter().any(|role| self.can_hold(person, role)))
    }

    fn can_hold(&self, person: PersonId, role: Role) -> bool {
        self.roles[person.index()].contains(role)
    }
}

fn roles_of(school: &School, person: PersonId) -> RoleSet {
    Role::ALL
        .into_iter()
        .filter(|&role| school.is_candidate(person, role))
        .fold(RoleSet::default(), RoleSet::with)
}

fn classes_of(school: &School, person: PersonId) -> impl Iterator<Item = ClassId> {
    let taught = school
        .taught_by(person)
        .iter()
        .map(|teaching| teaching.class);
    let led = school
        .homerooms_of(person)
        .iter()
        .map(|homeroom| homeroom.class);
    let children = school.children_of(person).iter().map(|child| child.class);
    let ties = school.ties_of(person).iter().map(|tie| tie.class);
    taught.chain(led).chain(children).chain(ties)
}

fn areas_of(school: &School, person: PersonId) -> impl Iterator<Item = AreaId> {
    let taught = school
        .taught_by(person)
        .iter()
        .map(|teaching| teaching.subject);
    let listed = school
        .person(person)
        .staff
        .iter()
        .flat_map(|staff| staff.subjects.iter().copied());
    taught.chain(listed).map(|subject| school.area(subject))
}

/// Sittings told apart by what a question reads of them.
struct Kinds {
    /// The first sitting of each kind.
    first: Vec<SittingId>,
    /// Number of each sitting's kind.
    of_sitting: Arc<[u32]>,
}

impl Kinds {
    fn by<K: Hash + Eq>(school: &School, key: impl Fn(SittingId) -> K) -> Self {
        let mut numbers: HashMap<K, u32, RandomState> = HashMap::default();
        let mut first = Vec::new();
        let number = |sitting| {
            *numbers.entry(key(sitting)).or_insert_with(|| {
                first.push(sitting);
                first.len() as u32 - 1
            })
        };
        let of_sitting = school.sitting_ids().map(number).collect();
        Self { first, of_sitting }
    }

    /// One answer for each kind of sitting.
    fn ask<I: Iterator<Item = PersonId>>(
        &self,
        school: &School,
        barred: impl Fn(SittingId) -> I,
    ) -> Answers {
        let answer = |&sitting: &SittingId| {
            let barred = barred(sitting).collect();
            PersonSet::of(barred, school.people.len())
        };
        Answers {
            barred: self.first.iter().map(answer).collect(),
            of_sitting: Arc::clone(&self.of_sitting),
        }
    }
}

/// Every rule in force that the lists alone decide.
fn all_rules(school: &School, candidates: &Candidates) -> Vec<RuleAnswers> {
    let mut kinds: BTreeMap<Scope, Kinds> = BTreeMap::new();
    let in_force = CATALOGUE
        .into_iter()
        .filter(|rule| matches!(rule.bar, Bar::Facts(_)))
        .filter(|rule| severity(&school.policy, rule.code) != Severity::Allow);
    in_force
        .map(|rule| {
            let by_scope = || {
                Kinds::by(school, |sitting| {
                    rule.scope.key(school, school.sitting(sitting))
                })
            };
            let kinds = kinds.entry(rule.scope).or_insert_with(by_scope);
            rule_answers(school, candidates, rule, kinds)
        })
        .collect()
}

fn rule_answers(
    school: &School,
    candidates: &Candidates,
    rule: &Rule,
    kinds: &Kinds,
) -> RuleAnswers {
    let barred = |sitting| {
        let sitting = school.sitting(sitting);
        candidates
            .within_reach(school, rule, sitting)
            .filter(move |&person| {
                rule.bars(school, person, sitting, RoleSet::default())
                    .is_some()
            })
    };
    RuleAnswers {
        code: rule.code,
        roles: rule.roles,
        severity: severity(&school.policy, rule.code),
        answers: kinds.ask(school, barred),
    }
}

/// Who holds each role, by school; asked with any sitting of the school.
fn holders(school: &School, candidates: &Candidates) -> RoleMap<Vec<PersonSet>> {
    let mut any_sitting: Vec<Option<&Sitting>> = vec![None; school.schools.len()];
    for sitting in &school.sittings {
        any_sitting[school.school_of(sitting).index()].get_or_insert(sitting);
    }
    let holders_of = |role: Role| {
        let of_school = |sitting: Option<&Sitting>| {
            let members = sitting.map_or_else(Vec::new, |sitting| {
                school
                    .person_ids()
                    .filter(|&person| candidates.can_hold(person, role))
                    .filter(|&person| school.holds_role(person, role, sitting))
                    .collect()
            });
            PersonSet::of(members, school.people.len())
        };
        any_sitting.iter().copied().map(of_school).collect()
    };
    RoleMap(Role::ALL.map(holders_of))
}

/// Those with an absence who could hold one of the roles, ascending.
fn absentees(
    school: &School,
    candidates: &Candidates,
    is_asked: fn(&Role) -> bool,
) -> Vec<PersonId> {
    let mut absentees: Vec<PersonId> = school
        .absences
        .iter()
        .map(|absence| absence.person)
        .collect();
    // Absences stand by person.
    absentees.dedup();
    absentees.retain(|&person| {
        let mut roles = Role::ALL.into_iter().filter(is_asked);
        roles.any(|role| candidates.can_hold(person, role))
    });
    absentees
}

/// Who is away when a sitting is held.
fn away(school: &School, candidates: &Candidates) -> Answers {
    let absentees = absentees(school, candidates, |role| role.is_time_bound());
    let kinds = Kinds::by(school, |sitting| {
        let sitting = school.sitting(sitting);
        (sitting.date, &sitting.span)
    });
    kinds.ask(school, |sitting| {
        let sitting = school.sitting(sitting);
        // Any time-bound role will do: an absence bars them all alike.
        let is_away = move |&person: &PersonId| {
            bars::absent(school, person, Role::Proctor, sitting).is_some()
        };
        absentees.iter().copied().filter(is_away)
    })
}

/// Which checkers are away as long as the works of a sitting are checked.
fn away_from_works(school: &School, candidates: &Candidates) -> Answers {
    let absentees = absentees(school, candidates, |role| !role.is_time_bound());
    let kinds = Kinds::by(school, |sitting| school.sitting(sitting).date);
    kinds.ask(school, |sitting| {
        let sitting = school.sitting(sitting);
        let is_away = move |&person: &PersonId| {
            bars::absent(school, person, Role::Checker, sitting).is_some()
        };
        absentees.iter().copied().filter(is_away)
    })
}

/// Which observers have not offered the day of a sitting.
fn not_offered(school: &School, candidates: &Candidates) -> Answers {
    let kinds = Kinds::by(school, |sitting| school.sitting(sitting).date);
    kinds.ask(school, |sitting| {
        let sitting = school.sitting(sitting);
        let is_barred = move |&person: &PersonId| {
            bars::date_not_offered(school, person, Role::Observer, sitting).is_some()
        };
        school
            .person_ids()
            .filter(|&person| candidates.can_hold(person, Role::Observer))
            .filter(is_barred)
    })
}

fn never_pins(school: &School) -> Vec<(SittingId, Role, PersonId)> {
    let mut never: Vec<_> = school
        .pins
        .iter()
        .filter(|pin| pin.kind == PinKind::Never)
        .map(|pin| (pin.sitting, pin.role, pin.person))
        .collect();
    never.sort_unstable();
    never
}

fn waivers(school: &School) -> Vec<Waiver> {
    let is_forbidden = |rule: RuleCode| severity(&school.policy, rule) == Severity::Forbid;
    let mut waivers: Vec<Waiver> = school
        .waivers
        .iter()
        .filter(|waiver| is_forbidden(waiver.rule))
        .cloned()
        .collect();
    waivers.sort_by_key(|waiver| (waiver.rule, waiver.person));
    waivers
}
