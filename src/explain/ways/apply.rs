//! The lists as they are after a way out was taken.

use crate::domain::{
    Absence, Cell, Checking, Child, Date, Exemption, Lists, Parenthood, Person, PersonId,
    PostLoads, PostSet, Role, RoleMap, RoleSet, School, Share, SittingId, SourceId, Staff, Waiver,
};

use super::Way;

impl Way {
    /// The school's lists with the change made. A person who has to be found comes last, without a name.
    pub fn apply(&self, school: &School) -> Lists {
        let mut lists = school.lists().clone();
        match *self {
            Way::OfferDay { person, date } => {
                if let Some(parent) = &mut lists.people[person.index()].parent {
                    parent.dates.as_mut().map(|dates| dates.insert(date));
                }
            }
            Way::RaiseDailyLimit { person, to } => {
                if let Some(staff) = &mut lists.people[person.index()].staff {
                    staff.max_per_day = Some(to);
                }
            }
            Way::RaiseWeeklyLimit { person, to } => {
                if let Some(staff) = &mut lists.people[person.index()].staff {
                    staff.max_per_week = Some(to);
                }
            }
            Way::RaiseWorksLimit { person, to } => {
                if let Some(staff) = &mut lists.people[person.index()].staff {
                    staff.max_works = Some(to);
                }
            }
            Way::RaiseTotalLimit { person, to } => {
                if let Some(staff) = &mut lists.people[person.index()].staff {
                    staff.max_total = Some(to);
                }
            }
            Way::ComeIn { person, date } => come_in(&mut lists, person, date),
            Way::WidenWindow { days } => lists.policy.checking = Checking::Within(days),
            Way::LiftPin { pin } => {
                lists.pins.remove(pin);
            }
            Way::GrantRole { person, role } => grant(&mut lists.people[person.index()], role),
            Way::MoveLesson { sitting, ref span } => {
                lists.sittings[sitting.index()].span = span.clone();
            }
            Way::MoveDate { sitting, date } => lists.sittings[sitting.index()].date = date,
            Way::Waive {
                person,
                rule,
                sitting,
            } => {
                let sitting = school.sitting(sitting);
                let exemption = Exemption {
                    person,
                    rule,
                    class: Some(sitting.class),
                    subject: Some(sitting.subject),
                    from: Some(sitting.date),
                    to: Some(sitting.date),
                    reason: String::new(),
                    approved: String::new(),
                };
                lists.waivers.push(Waiver {
                    exemption,
                    read_at: nowhere(),
                });
            }
            Way::Find {
                role,
                sitting,
                child,
            } => {
                let newcomer = PersonId::new(lists.people.len());
                lists.people.push(somebody(school, role, sitting));
                lists.children.extend(child.map(|class| Child {
                    parent: newcomer,
                    class,
                    read_at: nowhere(),
                }));
            }
        }
        lists
    }
}

/// What has not been written yet stands in no cell.
fn nowhere() -> Cell {
    Cell {
        source: SourceId::new(0),
        row: 0,
        column: None,
    }
}

/// The absence stays, but for the day.
fn come_in(lists: &mut Lists, person: PersonId, date: Date) {
    let mut rest = Vec::new();
    for absence in std::mem::take(&mut lists.absences) {
        if absence.person != person || !absence.is_on(date) {
            rest.push(absence);
            continue;
        }
        let before = date.pred_opt().filter(|&to| absence.from <= to);
        let after = date.succ_opt().filter(|&from| from <= absence.to);
        rest.extend(before.map(|to| Absence {
            to,
            ..absence.clone()
        }));
        rest.extend(after.map(|from| Absence {
            from,
            ..absence.clone()
        }));
    }
    lists.absences = rest;
}

fn grant(person: &mut Person, role: Role) {
    if role.is_of_parents() {
        if let Some(parent) = &mut person.parent {
            parent.observer = true;
        }
    } else if let Some(staff) = &mut person.staff {
        staff.roles = staff.roles.with(role);
    }
}

/// Somebody who teaches nobody here: qualified in the subject, where that is what the role asks for.
fn somebody(school: &School, role: Role, sitting: SittingId) -> Person {
    let sitting = school.sitting(sitting);
    let parent = role.is_of_parents().then(|| Parenthood {
        observer: true,
        dates: None,
        phone: String::new(),
        read_at: nowhere(),
    });
    let checks = if role == Role::Checker {
        vec![sitting.subject]
    } else {
        Vec::new()
    };
    let staff = (!role.is_of_parents()).then(|| Staff {
        school: school.school_of(sitting),
        position: String::new(),
        subjects: Vec::new(),
        subjects_at: nowhere(),
        roles: RoleSet::of(&[role]),
        posts: PostSet::default(),
        roles_at: nowhere(),
        checks,
        checks_at: nowhere(),
        max_per_day: None,
        max_per_week: None,
        max_total: None,
        max_works: None,
        share: Share::FULL,
        building: String::new(),
        email: String::new(),
        read_at: nowhere(),
    });
    Person {
        name: String::new(),
        staff,
        parent,
        history: RoleMap::default(),
        post_history: PostLoads::default(),
    }
}
