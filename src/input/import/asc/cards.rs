//! Cards of aSc Timetables as a timetable.

use std::collections::HashMap;

use crate::domain::Lessons;
use crate::input::import::ImportProblem;
use crate::input::import::draft::{Draft, Slot};
use crate::input::import::log::Log;
use crate::input::import::week::Week;
use crate::input::import::xml::Element;

use super::lessons::Lesson;
use super::{Ids, name_of};

/// Adds the timetable, if at least half of the cards have their time: with less the ordinary week is not told.
pub fn read(
    top: &Element,
    ids: &Ids,
    lessons: &HashMap<&str, Lesson>,
    draft: &mut Draft,
    log: &mut Log,
) {
    let days = days(top);
    let week = Week::of(&days, false);
    let mut slots = Vec::new();
    let mut timed = 0;
    for card in top.entries("cards", "card") {
        let Some(lesson) = lessons.get(card.attribute("lessonid")) else {
            continue;
        };
        let (Some(day), Ok(period)) = (day(card), card.attribute("period").parse::<u32>()) else {
            continue;
        };
        timed += 1;
        let room = card
            .ids("classroomids")
            .chain(card.ids("classroomid"))
            .find_map(|id| ids.rooms.get(id).copied())
            .unwrap_or_default();
        let periods = period..period.saturating_add(lesson.duration);
        for period in periods.take_while(|&period| period <= Lessons::MAX) {
            slots.extend(lesson.teachings.iter().map(|teaching| Slot {
                day,
                weekday: week.day(day).0,
                lesson: period,
                teaching: teaching.clone(),
                room: room.to_owned(),
            }));
        }
    }
    let all = lessons.values().map(|lesson| lesson.cards).sum();
    if timed * 2 < all {
        log.about_file(ImportProblem::TimetableLeftOut { timed, all });
        return;
    }
    if timed > 0 && !week.is_known {
        let first = days.first().copied().unwrap_or_default();
        log.about(first, ImportProblem::MondayAssumed);
    }
    draft.timetable.extend(slots);
}

/// Names of the days, in order. Newer files list days together with their unions ("any day"), which have no place in the week.
fn days(top: &Element) -> Vec<&str> {
    let mut days: Vec<(usize, &str)> = top
        .entries("daysdefs", "daysdef")
        .filter_map(|day| Some((only_day(day.attribute("days"))?, name_of(day))))
        .chain(
            top.entries("days", "day")
                .filter_map(|day| Some((day.attribute("day").parse().ok()?, name_of(day)))),
        )
        .collect();
    days.sort_unstable();
    days.dedup_by_key(|&mut (day, _)| day);
    days.into_iter().map(|(_, name)| name).collect()
}

/// Day of a card, 0-based: a mask (`01000`) in newer files, a number in older ones.
fn day(card: &Element) -> Option<usize> {
    /// A week has no more.
    const DAYS: usize = 7;
    only_day(card.attribute("days"))
        .or_else(|| card.attribute("day").parse().ok())
        .filter(|&day| day < DAYS)
}

/// The only day of a mask.
fn only_day(mask: &str) -> Option<usize> {
    let day = mask.find('1')?;
    let is_mask = mask.bytes().all(|byte| matches!(byte, b'0' | b'1'));
    (is_mask && mask.rfind('1') == Some(day)).then_some(day)
}
