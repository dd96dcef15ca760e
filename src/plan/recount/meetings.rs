//! Meetings, held against the lists and the roster.

use std::collections::BTreeSet;

use crate::domain::{PersonId, Role, Roster, School};
use crate::plan::{Hindrance, Meeting, Meetings};

use super::{Held, is_absent, is_in_a_room, lost_then, must, same_levels};

pub fn hold((school, roster): (&School, &Roster), meetings: &Meetings) -> Held {
    let mut counted = [0_i64; 3];
    for (at, meeting) in meetings.meetings.iter().enumerate() {
        hold_one((school, roster), meeting)?;
        counted[0] += meeting.missing.len() as i64;
        counted[1] += meeting.lessons_lost as i64;
        if let Some((date, span)) = &meeting.when {
            let first = school.sitting(meeting.first);
            let minutes = span.end().map_or_else(
                || 60 * (1 + i64::from(span.lessons.iter().max().unwrap_or(0))),
                |end| i64::from(end.0),
            );
            counted[2] += (*date - first.date).num_days() * 24 * 60 + minutes;
        }
        for other in &meetings.meetings[at + 1..] {
            apart(meeting, other)?;
        }
    }
    same_levels(&meetings.levels, &counted)
}

fn comers(meeting: &Meeting) -> BTreeSet<PersonId> {
    let missing: BTreeSet<PersonId> = meeting.missing.iter().map(|it| it.0).collect();
    let members = meeting.members.iter().copied();
    members.filter(|member| !missing.contains(member)).collect()
}

/// Nobody is at two meetings at once.
fn apart(meeting: &Meeting, other: &Meeting) -> Held {
    let (Some(one), Some(two)) = (&meeting.when, &other.when) else {
        return Ok(());
    };
    let meet = one.0 == two.0 && one.1.overlaps(&two.1);
    must(!meet || comers(meeting).is_disjoint(&comers(other)), || {
        "somebody is at two meetings at once".to_owned()
    })
}

fn hold_one((school, roster): (&School, &Roster), meeting: &Meeting) -> Held {
    let of_commission = |sitting: &crate::domain::Sitting| {
        let grade = school.class(sitting.class).grade;
        sitting.subject == meeting.subject
            && meeting.grades.contains(&grade)
            && school.school_of(sitting) == school.school_of(school.sitting(meeting.first))
    };
    let checkers = roster.duties().filter(|(_, duty)| {
        duty.role == Role::Checker && of_commission(school.sitting(duty.sitting))
    });
    let wanted: BTreeSet<PersonId> = checkers
        .map(|(_, duty)| duty.person)
        .chain(meeting.chair)
        .collect();
    let members: BTreeSet<PersonId> = meeting.members.iter().copied().collect();
    must(wanted == members, || {
        "members are not the checkers".to_owned()
    })?;
    let Some((date, span)) = &meeting.when else {
        return Ok(());
    };
    let first = school.sitting(meeting.first);
    let is_after = *date > first.date
        || match (span.start(), first.span.end()) {
            (Some(start), Some(end)) => end <= start,
            _ => span.lessons.iter().min() > first.span.lessons.iter().max(),
        };
    must(meeting.is_given || is_after, || {
        "it is before its first sitting".to_owned()
    })?;
    let mut lost = 0;
    for &member in &meeting.members {
        let reason = meeting
            .missing
            .iter()
            .find(|it| it.0 == member)
            .map(|it| it.1);
        let is_away = is_absent(school, member, (*date, span));
        let is_busy = is_in_a_room((school, roster), member, (*date, span));
        let is_right = match reason {
            None => !is_away && !is_busy,
            Some(Hindrance::Away) => is_away,
            Some(Hindrance::OnDuty) => is_busy,
            Some(Hindrance::AnotherMeeting) => true,
            Some(Hindrance::NoTime) => false,
        };
        must(is_right, || {
            "who is missing, and why, does not hold".to_owned()
        })?;
        if reason.is_none() {
            lost += lost_then(school, member, (*date, span));
        }
    }
    must(lost == meeting.lessons_lost, || {
        "lessons lost do not add up".to_owned()
    })
}
