//! Lessons without a teacher, and who is free then.

use std::collections::BTreeSet;

use crate::domain::{Date, Duty, Lang, Lesson, PersonId, Sitting, Span, SubstituteRow};
use crate::lang::commands::numbers;
use crate::lang::sheets::{self as words, dates, heads, plan};
use crate::sheets::book::{Book, clock};
use crate::sheets::build::{landscape, line, narrow, number, small, table, title, wide};
use crate::sheets::model::{Block, Mark, Section, Table};

/// More names than these do not help.
const MOST_NAMED: usize = 6;

/// A lesson that a duty costs.
pub struct Lost<'a> {
    /// The duty.
    pub duty: Duty,
    /// Its day.
    pub date: Date,
    /// The lesson.
    pub lesson: &'a Lesson,
}

impl Lost<'_> {
    /// Lesson numbers, or clock time where there are none.
    pub fn time(&self, lang: Lang) -> String {
        let span = &self.lesson.span;
        if span.lessons.is_empty() {
            clock(span)
        } else {
            words::lesson(&span.lessons.to_string(), lang)
        }
    }
}

/// Lessons that the person's duties cost, each once.
pub fn missed_by<'a>(book: &Book<'a>, person: PersonId) -> Vec<Lost<'a>> {
    let mut lost: Vec<Lost> = book
        .duties_of(person)
        .iter()
        .filter(|duty| duty.role.is_time_bound())
        .flat_map(|&duty| {
            let sitting = book.school.sitting(duty.sitting);
            let lessons = book.school.lessons_lost(person, sitting);
            lessons.map(move |lesson| Lost {
                duty,
                date: sitting.date,
                lesson,
            })
        })
        .collect();
    // Two duties at once (a conflict) cost the same lesson once.
    lost.sort_by_key(|lost| (lost.date, lost.lesson.span.clone(), lost.lesson.read_at));
    lost.dedup_by_key(|lost| (lost.date, lost.lesson.read_at));
    lost
}

/// One table, by day and lesson.
pub fn sections(book: &Book<'_>) -> Vec<Section> {
    if book.school.lessons.is_empty() {
        return Vec::new();
    }
    let lang = book.lang;
    if let Some(rows) = &book.material.plan.substitutes {
        return taken(book, rows);
    }
    let mut lost: Vec<Lost> = book
        .on_duty()
        .into_iter()
        .flat_map(|person| missed_by(book, person))
        .collect();
    lost.sort_by_key(|lost| (lost.date, lost.lesson.span.clone()));
    let mut blocks = vec![title(words::titles::SUBSTITUTION.in_lang(lang))];
    if lost.is_empty() {
        blocks.push(line(words::substitution::NO_LESSONS_LOST.in_lang(lang)));
    } else {
        blocks.push(Block::Table(list(book, &lost)));
        blocks.push(small(words::substitution::note(lang)));
    }
    vec![landscape(blocks)]
}

/// By a plan: who takes which lesson, with room to sign; and the journal for the pay roll.
fn taken(book: &Book<'_>, rows: &[SubstituteRow]) -> Vec<Section> {
    let lang = book.lang;
    let rows: Vec<&SubstituteRow> = rows
        .iter()
        .filter(|row| book.wants_day(row.when.date))
        .collect();
    let mut blocks = vec![title(words::titles::SUBSTITUTION.in_lang(lang))];
    let Some(listed) = assigned(book, &rows).filled() else {
        blocks.push(line(words::substitution::NO_LESSONS_LOST.in_lang(lang)));
        return vec![landscape(blocks)];
    };
    blocks.push(listed);
    blocks.push(small(plan::substitutes_note(lang)));
    let journal = journal(book, &rows).filled();
    let journal =
        journal.map(|journal| landscape(vec![title(plan::JOURNAL.in_lang(lang)), journal]));
    std::iter::once(landscape(blocks)).chain(journal).collect()
}

fn assigned(book: &Book<'_>, rows: &[&SubstituteRow]) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 40),
        narrow(heads::DATE.in_lang(lang), 95),
        narrow(heads::LESSON.in_lang(lang), 60),
        narrow(heads::TIME.in_lang(lang), 105),
        narrow(heads::CLASS.in_lang(lang), 90),
        wide(heads::SUBJECT.in_lang(lang), 155),
        wide(heads::ABSENT.in_lang(lang), 150),
        wide(heads::SUBSTITUTE.in_lang(lang), 165),
        narrow(heads::SIGNATURE.in_lang(lang), 140),
    ];
    let mut listed = table(words::titles::SUBSTITUTION.in_lang(lang), columns);
    for row in rows {
        let [date, lesson, time] = super::rooms::when(book, &row.when);
        let (mark, name) = match row.substitute {
            Some(person) => (Mark::Plain, book.short_name(person)),
            None => (Mark::Conflict, String::new()),
        };
        listed.push_numbered(
            mark,
            [
                date,
                lesson,
                time,
                classes(book, row),
                book.school.subject(row.subject).name.clone(),
                book.short_name(row.teacher),
                name,
                String::new(),
            ],
        );
    }
    listed
}

fn classes(book: &Book<'_>, row: &SubstituteRow) -> String {
    let names: Vec<String> = row.classes.iter().map(|&it| book.class_name(it)).collect();
    names.join(", ")
}

/// Whom each has substituted, when and for how many hours, with a sum for each.
fn journal(book: &Book<'_>, rows: &[&SubstituteRow]) -> Table {
    let lang = book.lang;
    let columns = vec![
        wide(heads::SUBSTITUTE.in_lang(lang), 230),
        narrow(heads::DATE.in_lang(lang), 110),
        narrow(heads::LESSON.in_lang(lang), 75),
        narrow(heads::CLASS.in_lang(lang), 105),
        wide(heads::SUBJECT.in_lang(lang), 190),
        wide(heads::ABSENT.in_lang(lang), 210),
        number(plan::HOURS.in_lang(lang), 80),
    ];
    let mut listed = table(plan::JOURNAL.in_lang(lang), columns);
    let people = rows.iter().filter_map(|row| row.substitute);
    let people: BTreeSet<PersonId> = people.collect();
    for person in book.by_name(people) {
        let own = rows.iter().filter(|row| row.substitute == Some(person));
        let mut sum = 0;
        for row in own {
            let [date, lesson, _] = super::rooms::when(book, &row.when);
            let hours = row.when.span().lesson_count();
            sum += hours;
            listed.push(
                Mark::Plain,
                [
                    book.name(person),
                    date,
                    lesson,
                    classes(book, row),
                    book.school.subject(row.subject).name.clone(),
                    book.short_name(row.teacher),
                    hours.to_string(),
                ],
            );
        }
        let total = format!("{}: {}", plan::TOTAL.in_lang(lang), book.short_name(person));
        let mut cells = vec![String::new(); 7];
        cells[0] = total;
        cells[6] = sum.to_string();
        listed.push(Mark::Plain, cells);
    }
    listed
}

fn list(book: &Book<'_>, lost: &[Lost]) -> Table {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 40),
        narrow(heads::DATE.in_lang(lang), 85),
        narrow(heads::LESSON.in_lang(lang), 50),
        narrow(heads::TIME.in_lang(lang), 85),
        narrow(heads::CLASS.in_lang(lang), 65),
        wide(heads::SUBJECT.in_lang(lang), 120),
        wide(heads::ABSENT.in_lang(lang), 130),
        wide(heads::REASON.in_lang(lang), 150),
        wide(heads::SUBSTITUTE.in_lang(lang), 120),
        wide(heads::FREE_THEN.in_lang(lang), 155),
    ];
    let mut listed = table(words::titles::SUBSTITUTION.in_lang(lang), columns);
    for lost in lost {
        let sitting = book.words(lost.duty.sitting);
        let role = lost.duty.role.words().on_papers.in_lang(lang);
        let mut class = book.school.class(lost.lesson.class).name.clone();
        if let Some(group) = lost.lesson.group {
            class = words::group(&class, &book.school.groups[group.index()], lang);
        }
        listed.push_numbered(
            Mark::Plain,
            [
                dates::short(lost.date, lang),
                numbers(&lost.lesson.span.lessons.to_string()),
                clock(&lost.lesson.span),
                class,
                book.school.subject(lost.lesson.subject).name.clone(),
                book.short_name(lost.duty.person),
                words::substitution::on_duty(role, &sitting.class, &sitting.subject, lang),
                String::new(),
                free_names(book, lost),
            ],
        );
    }
    listed
}

/// The first few who are free, those of the subject first.
fn free_names(book: &Book<'_>, lost: &Lost) -> String {
    let free = free_at(book, lost);
    let mut names: Vec<String> = free
        .iter()
        .take(MOST_NAMED)
        .map(|&person| book.short_name(person))
        .collect();
    if names.is_empty() {
        return words::substitution::NOBODY.in_lang(book.lang).to_owned();
    }
    if free.len() > MOST_NAMED {
        names.push(words::substitution::and_more(
            free.len() - MOST_NAMED,
            book.lang,
        ));
    }
    names.join(", ")
}

/// Teachers of the school with no lesson, duty or absence then: of the subject's area, of the class, the others; by name.
fn free_at(book: &Book<'_>, lost: &Lost) -> Vec<PersonId> {
    let school = book.school;
    let here = school.class(lost.lesson.class).school;
    let area = school.area(lost.lesson.subject);
    let then = Sitting {
        span: lost.lesson.span.clone(),
        ..school.sitting(lost.duty.sitting).clone()
    };
    let free = school.person_ids().filter(|&person| {
        school.works_at(person, here)
            && !school.taught_by(person).is_empty()
            && school.lessons_lost(person, &then).next().is_none()
            && !is_away(book, person, then.date, &then.span)
            && !is_on_duty(book, person, then.date, &then.span)
    });
    let mut free = book.by_name(free);
    free.sort_by_key(|&person| {
        let taught = school.taught_by(person);
        let of_subject = taught.iter().any(|row| school.area(row.subject) == area);
        let of_class = taught.iter().any(|row| row.class == lost.lesson.class);
        (!of_subject, !of_class)
    });
    free
}

fn is_away(book: &Book<'_>, person: PersonId, date: Date, span: &Span) -> bool {
    let mut absences = book.school.absences_of(person).iter();
    absences.any(|absence| absence.meets(date, span))
}

fn is_on_duty(book: &Book<'_>, person: PersonId, date: Date, span: &Span) -> bool {
    book.duties_of(person).iter().any(|duty| {
        let sitting = book.school.sitting(duty.sitting);
        duty.role.is_time_bound() && sitting.date == date && sitting.span.overlaps(span)
    })
}
