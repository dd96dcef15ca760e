//! What stands between one person and one place, by the lists: rules.md's table of rules, row by row.

use super::school::{Preset, Role, School, Severity};

use Severity::{Allow, Avoid, Forbid};

/// The rules in the table's order, each with its severity under vpr, plan, strict.
pub const TABLE: [(&str, [Severity; 3]); 18] = [
    ("proctor-teaches-class", [Forbid, Forbid, Forbid]),
    ("proctor-subject-specialist", [Forbid, Forbid, Forbid]),
    ("proctor-homeroom", [Forbid, Avoid, Forbid]),
    ("proctor-own-child", [Forbid, Forbid, Forbid]),
    (
        "checker-teaches-subject-and-class",
        [Forbid, Forbid, Forbid],
    ),
    ("checker-teaches-class", [Forbid, Allow, Forbid]),
    ("checker-own-subject", [Avoid, Allow, Forbid]),
    ("checker-homeroom", [Forbid, Avoid, Forbid]),
    ("checker-own-child", [Forbid, Forbid, Forbid]),
    ("checker-unqualified", [Forbid, Forbid, Forbid]),
    ("checker-same-grade", [Allow, Allow, Avoid]),
    ("checker-own-school", [Allow, Allow, Avoid]),
    ("checker-proctored", [Allow, Allow, Allow]),
    ("observer-own-child-class", [Forbid, Forbid, Forbid]),
    ("observer-same-work", [Avoid, Allow, Forbid]),
    ("observer-participating-class", [Allow, Allow, Avoid]),
    ("observer-staff", [Forbid, Forbid, Forbid]),
    ("personal-tie", [Forbid, Forbid, Forbid]),
];

/// A rule that a duty breaks or uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub rule: &'static str,
    /// `Forbid` or `Avoid`.
    pub severity: Severity,
    /// A waiver turned `Forbid` into `Avoid`.
    pub waived: bool,
}

/// The rule's position in the table.
pub fn position(rule: &str) -> usize {
    TABLE
        .iter()
        .position(|row| row.0 == rule)
        .expect("a rule of the table")
}

/// What the school decided for the rule.
pub fn severity(school: &School, rule: &str) -> Severity {
    let preset = match school.policy.preset.unwrap_or(Preset::Vpr) {
        Preset::Vpr => 0,
        Preset::Plan => 1,
        Preset::Strict => 2,
    };
    school
        .policy
        .overrides
        .iter()
        .find(|entry| entry.0 == rule)
        .map_or(TABLE[position(rule)].1[preset], |entry| entry.1)
}

/// Rules of the table, not at allow, that speak of this duty. `proctors` are those of the sitting.
pub fn bars(
    school: &School,
    person: usize,
    role: Role,
    sitting: usize,
    proctors: &[usize],
) -> Vec<Bar> {
    let mut found = Vec::new();
    for (rule, _) in TABLE {
        let severity = severity(school, rule);
        if severity == Allow || !speaks_of(rule, role) {
            continue;
        }
        if !is_barred(school, rule, person, sitting, proctors) {
            continue;
        }
        let waived = severity == Forbid && has_waiver(school, rule, person, sitting);
        found.push(Bar {
            rule,
            severity: if waived { Avoid } else { severity },
            waived,
        });
    }
    found
}

/// Structural rules that the lists alone decide.
pub fn structural_bars(
    school: &School,
    person: usize,
    role: Role,
    sitting: usize,
) -> Vec<&'static str> {
    let mut found = Vec::new();
    // A checker works afterwards, on one of the days on which works are checked.
    let is_away = match role {
        Role::Checker => school.is_away_from_works(person, sitting),
        _ => school.is_absent(person, sitting),
    };
    if is_away {
        found.push("absent");
    }
    if !school.holds_role(person, role) {
        found.push("role-not-held");
    }
    if role == Role::Observer && school.is_date_not_offered(person, sitting) {
        found.push("date-not-offered");
    }
    if is_pinned(school, person, role, sitting, false) {
        found.push("pin-broken");
    }
    found
}

/// May the person take the place, by the lists alone?
pub fn may_take(school: &School, person: usize, role: Role, sitting: usize) -> bool {
    structural_bars(school, person, role, sitting).is_empty()
        && bars(school, person, role, sitting, &[])
            .iter()
            .all(|bar| bar.severity == Avoid)
}

/// Does a pin of that kind name the person for a place of the role? Pins name date, class and subject, so that one may
/// fit the sittings of several groups.
pub fn is_pinned(school: &School, person: usize, role: Role, sitting: usize, must: bool) -> bool {
    let row = &school.schedule[sitting];
    school.pins.iter().any(|pin| {
        let pinned = &school.schedule[pin.sitting];
        pin.person == person
            && pin.role == role
            && pin.must == must
            && (pinned.day, pinned.class, pinned.subject) == (row.day, row.class, row.subject)
    })
}

fn speaks_of(code: &str, role: Role) -> bool {
    match role {
        // Assistants obey the four rules of proctors.
        Role::Proctor | Role::Assistant => code.starts_with("proctor-") || code == "personal-tie",
        Role::Checker => code.starts_with("checker-") || code == "personal-tie",
        Role::Observer => code.starts_with("observer-") || code == "personal-tie",
    }
}

fn has_waiver(school: &School, rule: &str, person: usize, sitting: usize) -> bool {
    let row = &school.schedule[sitting];
    school.waivers.iter().any(|waiver| {
        waiver.person == person
            && waiver.rule == rule
            && waiver.class.is_none_or(|class| class == row.class)
            && waiver.subject.is_none_or(|subject| subject == row.subject)
            && waiver.from.is_none_or(|from| from <= row.day)
            && waiver.to.is_none_or(|to| row.day <= to)
    })
}

/// The column "barred when".
fn is_barred(
    school: &School,
    rule: &str,
    person: usize,
    sitting: usize,
    proctors: &[usize],
) -> bool {
    let row = &school.schedule[sitting];
    let class = row.class;
    let grade = school.classes[class].grade;
    let area = school.area(row.subject);
    let taught = school.taught(person);
    let teaches_area = taught.iter().any(|&(s, _, _)| school.area(s) == area);
    // With `by_group`, the teacher of another group of the class counts as not teaching this one, for checkers.
    let teaches_those_who_write = taught.iter().any(|&(_, c, group)| {
        let is_other_group = group.is_some() && row.group.is_some() && group != row.group;
        c == class && !(school.policy.by_group && is_other_group)
    });
    match rule {
        "proctor-teaches-class" => taught.iter().any(|&(_, c, _)| c == class),
        "proctor-subject-specialist" => {
            school.is_specialist(person, area) && !is_excused_generalist(school, person, class)
        }
        "proctor-homeroom" | "checker-homeroom" => school.is_class_teacher(person, class),
        "proctor-own-child" | "checker-own-child" | "observer-own-child-class" => {
            school.has_child_in(person, class)
        }
        "checker-teaches-subject-and-class" => teaches_area && teaches_those_who_write,
        "checker-teaches-class" => teaches_those_who_write,
        "checker-own-subject" => teaches_area,
        "checker-unqualified" => !is_qualified(school, person, area),
        "checker-same-grade" => taught.iter().any(|&(s, c, _)| {
            school.area(s) == area && c != class && school.classes[c].grade == grade
        }),
        // Speaks of district folders; one school alone has no other whose checkers could be preferred.
        "checker-own-school" => false,
        "checker-proctored" => proctors.contains(&person),
        "observer-same-work" => school.schedule.iter().any(|other| {
            other.subject == row.subject
                && school.classes[other.class].grade == grade
                && school.has_child_in(person, other.class)
        }),
        "observer-participating-class" => school
            .schedule
            .iter()
            .any(|other| school.has_child_in(person, other.class)),
        "observer-staff" => school.staff_row(person).is_some(),
        "personal-tie" => school.is_tied(person, class),
        _ => unreachable!("{rule} is no rule of the table"),
    }
}

fn is_qualified(school: &School, person: usize, area: &str) -> bool {
    let Some(row) = school.staff_row(person) else {
        return false;
    };
    let checks = if row.checks.is_empty() {
        &row.subjects
    } else {
        &row.checks
    };
    checks.iter().any(|&subject| school.area(subject) == area)
}

/// `primary_generalist_is_specialist = false`: a teacher of grades 1–4 who teaches four or more areas in one class may
/// proctor another class of primary school.
fn is_excused_generalist(school: &School, person: usize, class: usize) -> bool {
    let is_primary = |class: usize| school.classes[class].grade <= 4;
    let taught = school.taught(person);
    let is_generalist_of = |other: usize| {
        let mut areas: Vec<&str> = taught
            .iter()
            .filter(|&&(_, c, _)| c == other)
            .map(|&(s, _, _)| school.area(s))
            .collect();
        areas.sort_unstable();
        areas.dedup();
        areas.len() >= 4
    };
    !school.policy.primary_generalist_is_specialist
        && is_primary(class)
        && (0..school.classes.len())
            .any(|other| other != class && is_primary(other) && is_generalist_of(other))
}
