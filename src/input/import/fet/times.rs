//! The times that FET has locked for activities, as a timetable.

use std::collections::{BTreeMap, HashMap};

use crate::domain::Lessons;
use crate::input::import::ImportProblem;
use crate::input::import::draft::{Draft, Slot};
use crate::input::import::log::Log;
use crate::input::import::week::Week;
use crate::input::import::xml::Element;

use super::activities::Activity;

/// Days and hours of the file.
struct Calendar<'r> {
    days: HashMap<&'r str, usize>,
    hours: HashMap<&'r str, u32>,
    week: Week,
}

/// Adds the timetable, if at least half of the activities have their time: with less the ordinary week is not told.
pub fn read(
    top: &Element,
    activities: &BTreeMap<String, Activity>,
    draft: &mut Draft,
    log: &mut Log,
) {
    let days = names(top, "Days_List", "Day");
    let spoken: Vec<String> = top
        .entries("Days_List", "Day")
        .map(|day| [day.text_of("Name"), day.text_of("Long_Name")].join(" "))
        .collect();
    let spoken: Vec<&str> = spoken.iter().map(String::as_str).collect();
    let hours = names(top, "Hours_List", "Hour");
    let halves = top.text_of("Mode").starts_with("Mornings");
    let calendar = Calendar {
        week: Week::of(&spoken, halves),
        days: days
            .iter()
            .enumerate()
            .map(|(index, &day)| (day, index))
            .collect(),
        hours: (1..)
            .zip(&hours)
            .map(|(lesson, &hour)| (hour, lesson))
            .collect(),
    };
    let weeks = calendar.week.weeks;
    if weeks > 1 {
        log.about_file(ImportProblem::WeeksJoined { weeks });
        for hours in draft.load.values_mut() {
            *hours /= weeks;
        }
    }
    let starts = starts(top, &calendar);
    let timed = activities
        .keys()
        .filter(|id| starts.contains_key(id.as_str()))
        .count();
    if timed * 2 < activities.len() {
        log.about_file(ImportProblem::TimetableLeftOut {
            timed: timed as u32,
            all: activities.len() as u32,
        });
        return;
    }
    if !calendar.week.is_known {
        log.about(
            days.first().copied().unwrap_or_default(),
            ImportProblem::MondayAssumed,
        );
    }
    if let Some(counted) = calendar.week.counted {
        log.about(days[counted], ImportProblem::DayCounted);
    }
    let told = |day: usize| calendar.week.day(day).is_some();
    let used = starts.values().map(|&(day, _)| day);
    if let Some(day) = used.filter(|&day| !told(day)).min() {
        log.about(days[day], ImportProblem::DayUnknown);
        return;
    }
    if timed < activities.len() {
        log.about_file(ImportProblem::TimetableInPart {
            timed: timed as u32,
            all: activities.len() as u32,
        });
    }
    let rooms = rooms(top);
    for (id, activity) in activities {
        let Some(&(day, first)) = starts.get(id.as_str()) else {
            continue;
        };
        let room = rooms.get(id.as_str()).copied().unwrap_or_default();
        let slots = calendar.slots(day, first, activity, room);
        draft.timetable.extend(slots);
    }
}

impl Calendar<'_> {
    fn slots<'a>(
        &'a self,
        day: usize,
        first: u32,
        activity: &'a Activity,
        room: &'a str,
    ) -> impl Iterator<Item = Slot> + 'a {
        let told = self.week.day(day);
        let before = if told.is_some_and(|(_, is_afternoon)| is_afternoon) {
            self.hours.len() as u32
        } else {
            0
        };
        let first = first + before;
        let lessons = (first..first + activity.duration).filter(|&lesson| lesson <= Lessons::MAX);
        let placed = lessons.filter_map(move |lesson| Some((lesson, told?.0)));
        placed.flat_map(move |(lesson, weekday)| {
            activity.teachings.iter().map(move |teaching| Slot {
                day: if self.week.has_halves { day / 2 } else { day },
                weekday,
                lesson,
                teaching: teaching.clone(),
                room: room.to_owned(),
            })
        })
    }
}

/// Names of a list, in order.
fn names<'r>(top: &'r Element, list: &'r str, entry: &'r str) -> Vec<&'r str> {
    top.entries(list, entry)
        .map(|entry| entry.text_of("Name"))
        .collect()
}

/// Day and hour of each activity whose time is settled: a starting time that the program may not leave (100 %).
fn starts<'r>(top: &'r Element, calendar: &Calendar) -> HashMap<&'r str, (usize, u32)> {
    top.entries(
        "Time_Constraints_List",
        "ConstraintActivityPreferredStartingTime",
    )
    .filter(|time| is_binding(time))
    .filter_map(|time| {
        let day = *calendar.days.get(either(time, ["Preferred_Day", "Day"]))?;
        let hour = *calendar
            .hours
            .get(either(time, ["Preferred_Hour", "Hour"]))?;
        Some((time.text_of("Activity_Id"), (day, hour)))
    })
    .collect()
}

/// The text under the older name, else under the one of version 7.
fn either<'r>(time: &'r Element, names: [&str; 2]) -> &'r str {
    match time.text_of(names[0]) {
        "" => time.text_of(names[1]),
        text => text,
    }
}

/// Room of each activity whose room is settled.
fn rooms(top: &Element) -> HashMap<&str, &str> {
    top.entries("Space_Constraints_List", "ConstraintActivityPreferredRoom")
        .filter(|room| is_binding(room))
        .map(|room| (room.text_of("Activity_Id"), room.text_of("Room")))
        .collect()
}

/// In force, and for every timetable of the file.
fn is_binding(constraint: &Element) -> bool {
    let weight: f64 = constraint
        .text_of("Weight_Percentage")
        .parse()
        .unwrap_or(0.0);
    constraint.text_of("Active") != "false" && weight >= 100.0
}
