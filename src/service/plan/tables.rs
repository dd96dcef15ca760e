//! The plan as tables: `rooms.csv`, `meetings.csv`, `substitutes.csv`.

use crate::delimited;
use crate::domain::{ClassId, Date, GroupId, Lang, PersonId, PlanList, School, Span};
use crate::input;
use crate::lang::commands::plan as words;
use crate::plan::{Meeting, Meetings, Moved, Plan, Rooms, Seated, Step, Substitutes};

use super::PlanTable;

/// The tables of the steps that were taken.
pub fn all(school: &School, plan: &Plan, lang: Lang) -> Vec<PlanTable> {
    let rooms = plan
        .rooms
        .as_ref()
        .map(|it| (Step::Rooms, rooms(school, it, lang)));
    let meetings = plan.meetings.as_ref();
    let meetings = meetings.map(|it| (Step::Meetings, meetings_rows(school, it, lang)));
    let substitutes = plan.substitutes.as_ref();
    let substitutes = substitutes.map(|it| (Step::Substitutes, substitute_rows(school, it, lang)));
    let tables = [rooms, meetings, substitutes].into_iter().flatten();
    tables
        .map(|(step, rows)| PlanTable {
            name: file_name(step),
            bytes: delimited::file(&rows, lang),
        })
        .collect()
}

/// The file of a step's table.
fn file_name(step: Step) -> &'static str {
    let list = match step {
        Step::Rooms => PlanList::Rooms,
        Step::Meetings => PlanList::Meetings,
        Step::Substitutes => PlanList::Substitutes,
    };
    list.file_name()
}

type Rows = Vec<Vec<String>>;

fn header(headings: &[&str]) -> Vec<String> {
    headings.iter().map(|&it| it.to_owned()).collect()
}

/// `2026-04-21`, or as people write it.
pub fn date_words(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

/// Date, lessons, start, end.
fn when((date, span): (Date, &Span), lang: Lang) -> Vec<String> {
    let minute = |minute: Option<_>| {
        minute.map_or_else(String::new, |it: crate::domain::Minute| it.to_string())
    };
    vec![
        date_words(date, lang),
        span.lessons.to_string(),
        minute(span.start()),
        minute(span.end()),
    ]
}

fn name(school: &School, person: PersonId) -> String {
    school.person(person).name.clone()
}

fn group_name(school: &School, group: Option<GroupId>) -> String {
    group.map_or_else(String::new, |group| school.groups[group.index()].clone())
}

/// The class's school, where there are several.
fn school_name(school: &School, class: ClassId) -> String {
    if school.is_district() {
        school.schools[school.class(class).school.index()].clone()
    } else {
        String::new()
    }
}

/// Name of a lesson's classes, each once: `5А, 5Б`.
pub fn classes_of(school: &School, rows: &[usize]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for &row in rows {
        let class = school.class(school.lessons[row].class).name.as_str();
        if !names.contains(&class) {
            names.push(class);
        }
    }
    names.join(", ")
}

fn rooms(school: &School, rooms: &Rooms, lang: Lang) -> Rows {
    let mut seated: Vec<(_, Vec<String>)> = Vec::new();
    for it in &rooms.seated {
        let sitting = school.sitting(it.sitting);
        let key = (sitting.date, sitting.span.clone(), true);
        seated.push((key, seated_row(school, it, lang)));
    }
    for it in &rooms.moved {
        let span = it.rows.first().map(|&row| school.lessons[row].span.clone());
        let key = (it.date, span.unwrap_or_default(), false);
        seated.push((key, moved_row(school, it, lang)));
    }
    seated.sort();
    let rows = seated.into_iter().map(|(_, row)| row);
    std::iter::once(header(&words::rooms_header(lang)))
        .chain(rows)
        .collect()
}

fn room_name(school: &School, room: Option<usize>) -> String {
    room.map_or_else(String::new, |at| school.procedure.rooms[at].name.clone())
}

fn seated_row(school: &School, seated: &Seated, lang: Lang) -> Vec<String> {
    let sitting = school.sitting(seated.sitting);
    let room = seated.room.map(|at| &school.procedure.rooms[at]);
    let note = match room {
        None => words::room_note(2, lang),
        Some(room) if seated.is_given && !room.holds(sitting.pupils) => words::room_note(1, lang),
        Some(_) if seated.is_given => words::room_note(0, lang),
        Some(_) => "",
    };
    let camera = room.map_or("", |room| input::camera_words(room.camera, lang));
    let mut row = when((sitting.date, &sitting.span), lang);
    row.extend([
        words::what(true, lang).to_owned(),
        school.class(sitting.class).name.clone(),
        school.subject(sitting.subject).name.clone(),
        group_name(school, sitting.group),
        room_name(school, seated.room),
        camera.to_owned(),
        String::new(),
        note.to_owned(),
        school_name(school, sitting.class),
    ]);
    row
}

fn moved_row(school: &School, moved: &Moved, lang: Lang) -> Vec<String> {
    let first = moved.rows.first().map(|&row| &school.lessons[row]);
    let span = first.map(|lesson| lesson.span.clone()).unwrap_or_default();
    let subject = first.map(|lesson| school.subject(lesson.subject).name.clone());
    let note = if moved.to.is_none() {
        words::room_note(2, lang)
    } else {
        ""
    };
    let mut row = when((moved.date, &span), lang);
    row.extend([
        words::what(false, lang).to_owned(),
        classes_of(school, &moved.rows),
        subject.unwrap_or_default(),
        first.map_or_else(String::new, |lesson| group_name(school, lesson.group)),
        room_name(school, moved.to),
        String::new(),
        room_name(school, Some(moved.from)),
        note.to_owned(),
        first.map_or_else(String::new, |lesson| school_name(school, lesson.class)),
    ]);
    row
}

/// `5`, or `5, 6`.
pub fn grades_of(meeting: &Meeting) -> String {
    let grades: Vec<String> = meeting.grades.iter().map(u32::to_string).collect();
    grades.join(", ")
}

fn meetings_rows(school: &School, meetings: &Meetings, lang: Lang) -> Rows {
    let names = |people: &mut dyn Iterator<Item = PersonId>| {
        let names: Vec<String> = people.map(|person| name(school, person)).collect();
        names.join(", ")
    };
    let row = |meeting: &Meeting| {
        let time = meeting.when.as_ref();
        let time = time.map_or_else(
            || vec![String::new(); 4],
            |(date, span)| when((*date, span), lang),
        );
        let mut row = vec![
            school.subject(meeting.subject).name.clone(),
            grades_of(meeting),
        ];
        row.extend(time);
        row.extend([
            meeting.room.clone(),
            names(&mut meeting.chair.into_iter()),
            names(&mut meeting.members.iter().copied()),
            names(&mut meeting.missing.iter().map(|it| it.0)),
            meeting.lessons_lost.to_string(),
            school_name(school, school.sitting(meeting.first).class),
        ]);
        row
    };
    let rows = meetings.meetings.iter().map(row);
    std::iter::once(header(&words::meetings_header(lang)))
        .chain(rows)
        .collect()
}

fn substitute_rows(school: &School, substitutes: &Substitutes, lang: Lang) -> Rows {
    let rows = substitutes.lessons.iter().map(|lost| {
        let first = lost.rows.first().map(|&row| &school.lessons[row]);
        let span = first.map(|lesson| lesson.span.clone()).unwrap_or_default();
        let subject = first.map(|lesson| school.subject(lesson.subject).name.clone());
        let (who, fit, note) = match lost.taken {
            Some(taken) => (
                name(school, taken.person),
                words::fit(taken.fit as usize, lang),
                if taken.is_freed {
                    words::substitute_note(true, lang)
                } else {
                    ""
                },
            ),
            None => (String::new(), "", words::substitute_note(false, lang)),
        };
        let mut row = when((lost.date, &span), lang);
        row.extend([
            classes_of(school, &lost.rows),
            subject.unwrap_or_default(),
            name(school, lost.teacher),
            who,
            fit.to_owned(),
            note.to_owned(),
            first.map_or_else(String::new, |lesson| school_name(school, lesson.class)),
        ]);
        row
    });
    std::iter::once(header(&words::substitutes_header(lang)))
        .chain(rows)
        .collect()
}
