//! `[meetings]`, `[rooms]` and `[substitutes]`: what is planned on a finished roster.

use crate::domain::{Lessons, PlanPolicy};
use crate::input::cells;

use super::values::Values;
use super::{PolicyProblem, Table};

/// Longer meetings are a slip.
const MOST_MINUTES: u32 = 240;
/// No day has more lessons.
const MOST_LESSONS: u32 = 20;

const MEETINGS: [&str; 2] = ["minutes", "lessons"];
const ROOMS: [&str; 1] = ["cameras"];
const SUBSTITUTES: [&str; 1] = ["most_a_day"];
const CAMERAS: [(&str, bool); 2] = [("wanted", true), ("ignore", false)];

/// Reads the section of that name.
pub fn read(name: &str, section: &Table<'_>, (plan, values): (&mut PlanPolicy, &mut Values<'_>)) {
    for (key, value) in section {
        match (name, key.get_ref().as_ref()) {
            ("meetings", "minutes") => {
                if let Some(minutes) = values.count(key, value, MOST_MINUTES) {
                    plan.meetings.minutes = minutes;
                }
            }
            ("meetings", "lessons") => {
                let Some(text) = values.text(key, value) else {
                    continue;
                };
                match lessons(&text) {
                    Some(lessons) => plan.meetings.lessons = lessons,
                    None => values.wrong(value, PolicyProblem::NotLessons),
                }
            }
            ("rooms", "cameras") => {
                plan.cameras_wanted = values.one_of(key, value, &CAMERAS).unwrap_or(true);
            }
            ("substitutes", "most_a_day") => {
                if let Some(most) = values.count(key, value, MOST_LESSONS) {
                    plan.substituted_a_day = most;
                }
            }
            ("meetings", _) => values.unknown_key(key, &MEETINGS),
            ("rooms", _) => values.unknown_key(key, &ROOMS),
            _ => values.unknown_key(key, &SUBSTITUTES),
        }
    }
}

/// Nothing named: any lesson.
fn lessons(text: &str) -> Option<Lessons> {
    if text.is_empty() {
        return Some(Lessons::default());
    }
    cells::lessons(text).ok()
}
