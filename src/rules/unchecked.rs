//! What could not be checked: rules whose facts the lists do not hold, in whole or for some classes, subjects or people.
//!
//! It looks at the school alone. A rule that is off, or that no place of the schedule falls under, claims nothing and is not
//! among it. Whoever says "no conflict" says this beside it.

use std::collections::BTreeSet;

use crate::domain::{
    AreaId, ClassId, Code, Lang, PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting,
    StructuralCode, SubjectId,
};
use crate::lang::unchecked as words;

use super::{CATALOGUE, Fact, Rule, severity};

/// What a verdict would claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// That a rule is kept.
    Rule(RuleCode),
    /// That a limit on works is kept.
    WorksLimit(StructuralCode),
    /// That works are spread evenly (level 4 of the objective for checkers).
    EvenWorks,
    /// That every place is filled, where there are places at all.
    Places,
}

impl Claim {
    /// Its name in reports: the rule's, or the level's.
    pub fn name(self) -> &'static str {
        match self {
            Claim::Rule(code) => code.name(),
            Claim::WorksLimit(code) => code.name(),
            Claim::EvenWorks => "load_squares",
            Claim::Places => StructuralCode::Unfilled.name(),
        }
    }
}

impl Claim {
    /// What it is called where people read.
    pub fn title(self, lang: Lang) -> &'static str {
        let code = match self {
            Claim::Rule(code) => Code::Rule(code),
            Claim::WorksLimit(code) => Code::Structural(code),
            Claim::Places => Code::Structural(StructuralCode::Unfilled),
            Claim::EvenWorks => return words::even_works(lang),
        };
        super::words(code).name.in_lang(lang)
    }
}

/// What the lists lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// The schedule has no place to fill.
    NoPlaces,
    /// No row says who teaches which class.
    NoTeaching,
    /// Classes that write and that nobody is listed to teach.
    UntaughtClasses(Vec<ClassId>),
    /// Works whose subject nobody is listed to teach in the class (or the group) that writes.
    UntaughtWorks(Vec<(ClassId, SubjectId)>),
    /// Teachers of whom no class is known, where others have theirs.
    PeopleWithoutClasses(Vec<PersonId>),
    /// No subject stands beside anybody.
    NoSubjects,
    /// Subjects that are written and that stand beside nobody.
    UnheldSubjects(Vec<SubjectId>),
    /// Teachers of whom no subject is known, where others have theirs.
    PeopleWithoutSubjects(Vec<PersonId>),
    /// No class has a class teacher.
    NoClassTeachers,
    /// Classes that write and have none.
    ClassesWithoutTeacher(Vec<ClassId>),
    /// No parents at all.
    NoParents,
    /// Sittings of whose pupils nobody knows the number, of how many.
    Pupils(usize, usize),
}

/// A claim that cannot be made in full, and because of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// The claim.
    pub claim: Claim,
    /// What is missing; never empty.
    pub because: Vec<Gap>,
}

impl Unchecked {
    /// What is missing, in words.
    pub fn because(&self, school: &School, lang: Lang) -> String {
        let gaps: Vec<String> = self
            .because
            .iter()
            .map(|gap| gap.words(school, lang))
            .collect();
        gaps.join("; ")
    }
}

/// Everything that cannot be claimed of any roster of the school, in the rules' order.
pub fn unchecked(school: &School) -> Vec<Unchecked> {
    let by_rule = CATALOGUE
        .into_iter()
        .filter(|rule| severity(&school.policy, rule.code) != Severity::Allow)
        .map(|rule| Unchecked {
            claim: Claim::Rule(rule.code),
            because: gaps_of(school, rule),
        });
    let limits = works_limits(school).map(|code| Unchecked {
        claim: Claim::WorksLimit(code),
        because: unknown_pupils(school).into_iter().collect(),
    });
    let works = Unchecked {
        claim: Claim::EvenWorks,
        because: unknown_pupils(school).into_iter().collect(),
    };
    let is_empty = school
        .sittings
        .iter()
        .all(|sitting| Role::ALL.iter().all(|&role| sitting.places[role] == 0));
    let places = Unchecked {
        claim: Claim::Places,
        because: is_empty.then_some(Gap::NoPlaces).into_iter().collect(),
    };
    by_rule
        .chain(limits)
        .chain([works, places])
        .filter(|unchecked| !unchecked.because.is_empty())
        .collect()
}

/// Limits on works that bind somebody.
fn works_limits(school: &School) -> impl Iterator<Item = StructuralCode> {
    let in_all = school
        .person_ids()
        .any(|id| school.works_limit(id).is_some());
    let a_day = school.policy.limits.works_a_day.is_some();
    let in_all = in_all.then_some(StructuralCode::OverWorksLimit);
    let a_day = a_day.then_some(StructuralCode::OverWorksADay);
    in_all.into_iter().chain(a_day)
}

/// What the rule's facts lack for the sittings it judges.
fn gaps_of(school: &School, rule: &Rule) -> Vec<Gap> {
    let sittings: Vec<&Sitting> = sittings_with(school, rule.roles).collect();
    if sittings.is_empty() {
        return Vec::new();
    }
    let mut needs = rule.needs.iter();
    let gaps = needs.by_ref().flat_map(|fact| match fact {
        Fact::Teaching => teaching_gaps(school, &sittings),
        Fact::Specialism => subject_gaps(school, &sittings),
        Fact::ClassTeachers => class_teacher_gaps(school, &sittings),
        Fact::Parents if school.children.is_empty() => vec![Gap::NoParents],
        Fact::Parents => Vec::new(),
    });
    gaps.collect()
}

/// Sittings with a place of one of the roles.
fn sittings_with(school: &School, roles: RoleSet) -> impl Iterator<Item = &Sitting> {
    school.sittings.iter().filter(move |sitting| {
        let mut wanted = Role::ALL.into_iter().filter(|&role| roles.contains(role));
        wanted.any(|role| sitting.places[role] > 0)
    })
}

fn teaching_gaps(school: &School, sittings: &[&Sitting]) -> Vec<Gap> {
    if school.teaching.is_empty() {
        return vec![Gap::NoTeaching];
    }
    let taught: BTreeSet<ClassId> = school.teaching.iter().map(|it| it.class).collect();
    let (mut classes, mut works) = (BTreeSet::new(), BTreeSet::new());
    for &sitting in sittings {
        if !taught.contains(&sitting.class) {
            classes.insert(sitting.class);
        } else if !is_taught(school, sitting) {
            works.insert((sitting.class, sitting.subject));
        }
    }
    let people = teachers(school).filter(|&person| school.taught_by(person).is_empty());
    let gaps = [
        listed(classes, Gap::UntaughtClasses),
        listed(works, Gap::UntaughtWorks),
        listed(people, Gap::PeopleWithoutClasses),
    ];
    gaps.into_iter().flatten().collect()
}

/// Somebody is listed to teach the subject, or another of its area, to those who write.
fn is_taught(school: &School, sitting: &Sitting) -> bool {
    let area = school.area(sitting.subject);
    school.teaching.iter().any(|row| {
        let same_group =
            row.group.is_none() || sitting.group.is_none() || row.group == sitting.group;
        row.class == sitting.class && same_group && school.area(row.subject) == area
    })
}

fn subject_gaps(school: &School, sittings: &[&Sitting]) -> Vec<Gap> {
    let of_staff = school.people.iter().filter_map(|it| it.staff.as_ref());
    let listed_beside = of_staff.flat_map(|staff| staff.subjects.iter().copied());
    let taught = school.teaching.iter().filter(|row| row.specialist);
    let held: BTreeSet<AreaId> = listed_beside
        .chain(taught.map(|row| row.subject))
        .map(|subject| school.area(subject))
        .collect();
    if held.is_empty() {
        return vec![Gap::NoSubjects];
    }
    let written: BTreeSet<SubjectId> = sittings.iter().map(|it| it.subject).collect();
    let unheld = written
        .into_iter()
        .filter(|&subject| !held.contains(&school.area(subject)));
    // Where no subject stands beside anybody, a head of school may well be a specialist whom the load does not show.
    let is_silent = beside_nobody(school);
    let people = staff_who(school, |position| {
        words::may_teach(position) || (is_silent && words::may_lead(position))
    })
    .filter(|&person| {
        let staff = school.person(person).staff.as_ref();
        staff.is_some_and(|staff| staff.subjects.is_empty()) && school.taught_by(person).is_empty()
    });
    let gaps = [
        listed(unheld, Gap::UnheldSubjects),
        listed(people, Gap::PeopleWithoutSubjects),
    ];
    gaps.into_iter().flatten().collect()
}

/// Staff who teach here as far as their position says: a librarian has no subject, and nothing is missing there. A position
/// that is not given may be a teacher's. Guests who only check teach elsewhere.
fn teachers(school: &School) -> impl Iterator<Item = PersonId> {
    staff_who(school, words::may_teach)
}

/// Staff in such positions, but guests who only check.
fn staff_who(school: &School, may: impl Fn(&str) -> bool) -> impl Iterator<Item = PersonId> {
    school.person_ids().filter(move |&person| {
        let staff = school.person(person).staff.as_ref();
        staff.is_some_and(|staff| {
            let only_checks = staff.roles == RoleSet::of(&[Role::Checker]);
            !only_checks && may(&staff.position)
        })
    })
}

/// Has nobody of the staff a subject in the list of staff?
fn beside_nobody(school: &School) -> bool {
    let mut of_staff = school.people.iter().filter_map(|it| it.staff.as_ref());
    of_staff.all(|staff| staff.subjects.is_empty())
}

fn class_teacher_gaps(school: &School, sittings: &[&Sitting]) -> Vec<Gap> {
    if school.homerooms.is_empty() {
        return vec![Gap::NoClassTeachers];
    }
    let led: BTreeSet<ClassId> = school.homerooms.iter().map(|it| it.class).collect();
    let writing: BTreeSet<ClassId> = sittings.iter().map(|it| it.class).collect();
    let without = writing.difference(&led).copied();
    listed(without, Gap::ClassesWithoutTeacher)
        .into_iter()
        .collect()
}

fn unknown_pupils(school: &School) -> Option<Gap> {
    let checked = || sittings_with(school, RoleSet::of(&[Role::Checker]));
    let unknown = checked().filter(|sitting| sitting.pupils == 0).count();
    (unknown > 0).then(|| Gap::Pupils(unknown, checked().count()))
}

/// A gap that lists something; none where there is nothing to list.
fn listed<T>(items: impl IntoIterator<Item = T>, gap: fn(Vec<T>) -> Gap) -> Option<Gap> {
    let items: Vec<T> = items.into_iter().collect();
    (!items.is_empty()).then(|| gap(items))
}

impl Gap {
    /// The gap in words.
    pub fn words(&self, school: &School, lang: Lang) -> String {
        let class = |class: &ClassId| school.class(*class).name.clone();
        let subject = |subject: &SubjectId| school.subject(*subject).name.clone();
        let person = |person: &PersonId| school.person(*person).name.clone();
        let classes = |list: &[ClassId]| list.iter().map(class).collect::<Vec<_>>();
        let people = |list: &[PersonId]| list.iter().map(person).collect::<Vec<_>>();
        match self {
            Gap::NoPlaces => words::no_places(lang).to_owned(),
            Gap::NoTeaching => words::no_teaching(lang).to_owned(),
            Gap::UntaughtClasses(list) => words::untaught_classes(&classes(list), lang),
            Gap::UntaughtWorks(list) => {
                let works = list
                    .iter()
                    .map(|(c, s)| format!("{} {}", class(c), subject(s)));
                words::untaught_works(&works.collect::<Vec<_>>(), lang)
            }
            Gap::PeopleWithoutClasses(list) => words::without_classes(&people(list), lang),
            Gap::NoSubjects => words::no_subjects(lang).to_owned(),
            Gap::UnheldSubjects(list) => {
                words::unheld_subjects(&list.iter().map(subject).collect::<Vec<_>>(), lang)
            }
            Gap::PeopleWithoutSubjects(list) => words::without_subjects(&people(list), lang),
            Gap::NoClassTeachers => words::no_class_teachers(lang).to_owned(),
            Gap::ClassesWithoutTeacher(list) => words::without_teacher(&classes(list), lang),
            Gap::NoParents => words::no_parents(lang).to_owned(),
            Gap::Pupils(unknown, all) => words::pupils(*unknown, *all, lang),
        }
    }
}
