//! What each fact looks like in its table.

use crate::domain::{
    Absence, ClassId, Date, Exemption, Lang, PersonId, Role, SittingId, Span, Waiver, Weekdays,
};
use crate::input::cells::{weekday_word, yes_word};
use crate::input::header::Column;
use crate::input::tables::TableKind;

use super::pen::Pen;
use super::{Entry, NoRow};

/// Writes the fact.
pub fn write(pen: &mut Pen<'_>, entry: &Entry) -> Result<(), NoRow> {
    match entry {
        Entry::Absence {
            person,
            from,
            to,
            weekdays,
            lessons,
            reason,
        } => {
            let (name, school) = (pen.name(*person), pen.school_of(*person));
            pen.add(TableKind::Absences, school, |lang| {
                vec![
                    (Column::Person, name),
                    (Column::From, bound(*from, |date| day(date, lang))),
                    (Column::To, bound(*to, |date| day(date, lang))),
                    (Column::Weekday, days_of_week(*weekdays, lang)),
                    (Column::Lessons, lessons.to_string()),
                    (Column::Reason, reason.clone()),
                ]
            });
            Ok(())
        }
        Entry::ComesIn { person, date } => comes_in(pen, *person, *date),
        Entry::OffersDay { person, date } => offers_day(pen, *person, *date),
        Entry::DailyLimit { person, most } => limit(pen, *person, Column::MaxPerDay, *most),
        Entry::WeeklyLimit { person, most } => limit(pen, *person, Column::MaxPerWeek, *most),
        Entry::WorksLimit { person, most } => limit(pen, *person, Column::MaxWorks, *most),
        Entry::TotalLimit { person, most } => limit(pen, *person, Column::MaxTotal, *most),
        Entry::TakesRole { person, role } => takes_role(pen, *person, *role),
        Entry::Unpin { pin } => {
            let pin = pen.school.pins.get(*pin).ok_or(NoRow)?;
            pen.clear(TableKind::Pins, pin.read_at)
        }
        Entry::MovesToDay { sitting, date } => moves_to_day(pen, *sitting, *date),
        Entry::MovesInDay { sitting, span } => moves_in_day(pen, *sitting, span),
        Entry::Waiver(waiver) => {
            waive(pen, waiver);
            Ok(())
        }
        Entry::Tie {
            person,
            class,
            kind,
        } => {
            about_class(
                pen,
                TableKind::Ties,
                (*person, *class),
                vec![(Column::TieKind, kind.clone())],
            );
            Ok(())
        }
        Entry::Cleared {
            person,
            class,
            reason,
            by,
        } => {
            let said = vec![
                (Column::Reason, reason.clone()),
                (Column::ClearedBy, by.clone()),
            ];
            about_class(pen, TableKind::Cleared, (*person, *class), said);
            Ok(())
        }
        Entry::NoWaiver { waiver } => {
            let waiver: &Waiver = pen.school.waivers.get(*waiver).ok_or(NoRow)?;
            pen.clear(TableKind::Waivers, waiver.read_at)
        }
    }
}

/// The day as people write it in that language.
fn day(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

/// First or last day of an absence; one that has none, or will never end, says nothing.
fn bound(date: Date, written: impl Fn(Date) -> String) -> String {
    let (first, last) = Absence::EVER;
    if date == first || date == last {
        String::new()
    } else {
        written(date)
    }
}

/// Days of the week as people list them.
fn days_of_week(weekdays: Weekdays, lang: Lang) -> String {
    let days = weekdays.iter().map(|day| weekday_word(day).in_lang(lang));
    days.collect::<Vec<_>>().join(", ")
}

/// The day as the cell's text writes days.
fn day_like(date: Date, text: &str) -> String {
    let is_iso = text.len() >= 5 && text.as_bytes()[4] == b'-';
    day(date, if is_iso { Lang::En } else { Lang::Ru })
}

/// Each absence that covers the day is cut in two around it.
fn comes_in(pen: &mut Pen<'_>, person: PersonId, date: Date) -> Result<(), NoRow> {
    let school = pen.school;
    let covers = |absence: &&Absence| absence.is_on(date);
    for absence in school.absences_of(person).iter().filter(covers) {
        let text = pen
            .text(TableKind::Absences, absence.read_at, Column::From)
            .unwrap_or_default();
        let before = date.pred_opt().filter(|&to| absence.from <= to);
        let after = date.succ_opt().filter(|&from| from <= absence.to);
        let days = |from, to| {
            [
                (Column::From, bound(from, |date| day_like(date, &text))),
                (Column::To, bound(to, |date| day_like(date, &text))),
            ]
        };
        let at = absence.read_at;
        match (before, after) {
            (None, None) => pen.clear(TableKind::Absences, at)?,
            (Some(to), None) => pen.set(TableKind::Absences, at, &days(absence.from, to))?,
            (None, Some(from)) => pen.set(TableKind::Absences, at, &days(from, absence.to))?,
            (Some(to), Some(from)) => {
                let said = |column| {
                    pen.text(TableKind::Absences, at, column)
                        .unwrap_or_default()
                };
                let (weekdays, lessons) = (said(Column::Weekday), said(Column::Lessons));
                pen.set(TableKind::Absences, at, &days(absence.from, to))?;
                let (name, of_school) = (pen.name(person), pen.school_of(person));
                let [first, last] = days(from, absence.to);
                pen.add(TableKind::Absences, of_school, |_| {
                    vec![
                        (Column::Person, name),
                        first,
                        last,
                        (Column::Weekday, weekdays),
                        (Column::Lessons, lessons),
                        (Column::Reason, absence.reason.clone()),
                    ]
                });
            }
        }
    }
    Ok(())
}

/// The first row of the parent that names days names one more.
fn offers_day(pen: &mut Pen<'_>, person: PersonId, date: Date) -> Result<(), NoRow> {
    let school = pen.school;
    let dates = |pen: &Pen<'_>, at| pen.text(TableKind::Parents, at, Column::Dates);
    let mut rows = school.children_of(person).iter().map(|child| child.read_at);
    let named = rows.find_map(|at| Some((at, dates(pen, at).filter(|text| !text.is_empty())?)));
    let (at, text) = named.ok_or(NoRow)?;
    let more = format!("{text}, {}", day_like(date, &text));
    pen.set(TableKind::Parents, at, &[(Column::Dates, more)])
}

fn limit(pen: &mut Pen<'_>, person: PersonId, column: Column, most: u32) -> Result<(), NoRow> {
    let staff = pen.school.person(person).staff.as_ref();
    let at = staff.ok_or(NoRow)?.read_at;
    pen.set(TableKind::Staff, at, &[(column, most.to_string())])
}

/// Staff: the roles with one more; a parent: every row that says no says yes.
fn takes_role(pen: &mut Pen<'_>, person: PersonId, role: Role) -> Result<(), NoRow> {
    let school = pen.school;
    if role.is_of_parents() {
        for child in school.children_of(person) {
            let at = child.read_at;
            let said = pen.text(TableKind::Parents, at, Column::Observer);
            if said.is_none_or(|text| text.is_empty()) {
                continue;
            }
            let lang = pen.lang_at(TableKind::Parents, at);
            let yes = yes_word().in_lang(lang).to_owned();
            pen.set(TableKind::Parents, at, &[(Column::Observer, yes)])?;
        }
        return Ok(());
    }
    let staff = school.person(person).staff.as_ref().ok_or(NoRow)?;
    let lang = pen.lang_at(TableKind::Staff, staff.read_at);
    let roles = staff.roles.with(role);
    let words: Vec<&str> = roles
        .iter()
        .map(|role| role.words().one.in_lang(lang))
        .collect();
    pen.set(
        TableKind::Staff,
        staff.read_at,
        &[(Column::Roles, words.join(", "))],
    )
}

fn moves_to_day(pen: &mut Pen<'_>, sitting: SittingId, date: Date) -> Result<(), NoRow> {
    let at = pen.school.sitting(sitting).read_at;
    let said = pen.text(TableKind::Schedule, at, Column::Date);
    let day = day_like(date, &said.unwrap_or_default());
    pen.set(TableKind::Schedule, at, &[(Column::Date, day)])
}

/// Lessons where the table has them; clock times where it has those.
fn moves_in_day(pen: &mut Pen<'_>, sitting: SittingId, span: &Span) -> Result<(), NoRow> {
    let at = pen.school.sitting(sitting).read_at;
    let said = |pen: &Pen<'_>, column| {
        let text = pen.text(TableKind::Schedule, at, column);
        text.is_some_and(|text| !text.is_empty())
    };
    let mut cells = Vec::new();
    if !span.lessons.is_empty() && pen.has(TableKind::Schedule, at, Column::Lesson) {
        cells.push((Column::Lesson, span.lessons.to_string()));
    }
    let by_clock = cells.is_empty() || said(pen, Column::Start) || said(pen, Column::End);
    if let (true, Some(start), Some(end)) = (by_clock, span.start(), span.end()) {
        cells.push((Column::Start, start.to_string()));
        cells.push((Column::End, end.to_string()));
    }
    pen.set(TableKind::Schedule, at, &cells)
}

/// A row about a person and a class.
fn about_class(
    pen: &mut Pen<'_>,
    table: TableKind,
    (person, class): (PersonId, ClassId),
    said: Vec<(Column, String)>,
) {
    let class = pen.school.class(class).name.clone();
    let (name, of_school) = (pen.name(person), pen.school_of(person));
    pen.add(table, of_school, |_| {
        let who = [(Column::Person, name), (Column::Class, class)];
        who.into_iter().chain(said).collect()
    });
}

fn waive(pen: &mut Pen<'_>, waiver: &Exemption) {
    let school = pen.school;
    let (name, of_school) = (pen.name(waiver.person), pen.school_of(waiver.person));
    let class = waiver.class.map(|class| school.class(class).name.clone());
    let subject = waiver.subject.map(|it| school.subject(it).name.clone());
    pen.add(TableKind::Waivers, of_school, |lang| {
        let day = |date: Option<Date>| date.map(|date| day(date, lang)).unwrap_or_default();
        vec![
            (Column::Person, name),
            (Column::Rule, waiver.rule.name().to_owned()),
            (Column::Class, class.unwrap_or_default()),
            (Column::Subject, subject.unwrap_or_default()),
            (Column::From, day(waiver.from)),
            (Column::To, day(waiver.to)),
            (Column::Reason, waiver.reason.clone()),
            (Column::Approved, waiver.approved.clone()),
        ]
    });
}
