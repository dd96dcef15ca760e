//! What a plan leaves for a person to decide, a sentence each.

use crate::domain::{Date, Lang, School, SittingId, Span};
use crate::lang::commands::{self, plan as words};
use crate::plan::{Meetings, Plan, Rooms, Substitutes};
use crate::service::when_and_what;

use super::tables::{classes_of, date_words, grades_of};

/// Every such point, step by step.
pub fn points(school: &School, plan: &Plan, lang: Lang) -> Vec<String> {
    let mut points = Vec::new();
    if let Some(rooms) = &plan.rooms {
        points.extend(of_rooms(school, rooms, lang));
    }
    if let Some(meetings) = &plan.meetings {
        points.extend(of_meetings(school, meetings, lang));
    }
    if let Some(substitutes) = &plan.substitutes {
        points.extend(of_substitutes(school, substitutes, lang));
    }
    points
}

/// `2026-04-21, lesson 2`.
pub fn moment((date, span): (Date, &Span), lang: Lang) -> String {
    let time = match (span.start(), span.end()) {
        _ if !span.lessons.is_empty() => {
            commands::lessons(&span.lessons.to_string(), span.lessons.count(), lang)
        }
        (Some(start), Some(end)) => commands::numbers(&format!("{start}-{end}")),
        _ => String::new(),
    };
    format!("{}, {time}", date_words(date, lang))
}

fn of_rooms(school: &School, rooms: &Rooms, lang: Lang) -> Vec<String> {
    let mut points = Vec::new();
    for (at, seated) in rooms.seated.iter().enumerate() {
        let pupils = school.sitting(seated.sitting).pupils;
        let when = |sitting: SittingId| when_and_what(school, sitting, lang);
        let Some(room) = seated.room.map(|at| &school.procedure.rooms[at]) else {
            points.push(words::no_room(&when(seated.sitting), pupils, lang));
            continue;
        };
        if seated.is_given && !room.holds(pupils) {
            points.push(words::too_small(
                &when(seated.sitting),
                &room.name,
                pupils,
                lang,
            ));
        }
        let sitting = school.sitting(seated.sitting);
        let mut before = rooms.seated[..at].iter();
        let is_twice = before
            .any(|other| other.room == seated.room && school.sitting(other.sitting).meets(sitting));
        if is_twice {
            points.push(words::given_twice(&when(seated.sitting), &room.name, lang));
        }
    }
    for moved in rooms.moved.iter().filter(|moved| moved.to.is_none()) {
        let Some(&row) = moved.rows.first() else {
            continue;
        };
        let when = moment((moved.date, &school.lessons[row].span), lang);
        let room = &school.procedure.rooms[moved.from].name;
        let classes = classes_of(school, &moved.rows);
        points.push(words::lesson_without_room(&when, &classes, room, lang));
    }
    points
}

fn of_meetings(school: &School, meetings: &Meetings, lang: Lang) -> Vec<String> {
    let mut points = Vec::new();
    for meeting in &meetings.meetings {
        let subject = &school.subject(meeting.subject).name;
        let commission = words::commission(subject, &grades_of(meeting), lang);
        let when = meeting.when.as_ref();
        let when = when.map(|(date, span)| moment((*date, span), lang));
        for &(person, hindrance) in &meeting.missing {
            let person = &school.person(person).name;
            let why = words::hindrance(hindrance as usize, lang);
            points.push(words::misses(
                (&commission, person, why),
                when.as_deref(),
                lang,
            ));
        }
    }
    points
}

fn of_substitutes(school: &School, substitutes: &Substitutes, lang: Lang) -> Vec<String> {
    let lessons = substitutes.lessons.iter();
    let nobody = lessons
        .filter(|lost| lost.taken.is_none())
        .filter_map(|lost| {
            let lesson = &school.lessons[*lost.rows.first()?];
            let when = moment((lost.date, &lesson.span), lang);
            let classes = classes_of(school, &lost.rows);
            let subject = &school.subject(lesson.subject).name;
            Some(words::nobody_takes(
                (&when, &classes, subject),
                lost.candidates,
                lang,
            ))
        });
    nobody.collect()
}
