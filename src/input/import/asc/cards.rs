//! Cards of aSc Timetables as a timetable.
//!
//! A card is one period in files of the program itself, and a block of several in those of other writers. Which it is shows in the
//! lesson's own cards: where blocks would lie over one another, or there are as many cards as periods a week, a card is one period.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::Lessons as Numbers;
use crate::input::import::ImportProblem;
use crate::input::import::draft::{Draft, Slot, Teaching};
use crate::input::import::log::Log;
use crate::input::import::week::Week;
use crate::input::import::xml::Element;

use super::lessons::{Lesson, Lessons, parts};
use super::{Ids, name_of};

/// The file's week: the numbers of its days, and their weekdays.
struct Days<'r> {
    /// Name of each day, 0-based; empty where the file does not name it.
    names: Vec<&'r str>,
    /// Position of each day that has a number of its own, by that number.
    numbers: BTreeMap<usize, usize>,
    week: Week,
}

/// When a card is: days, first period, and in which weeks and terms.
type Time<'r> = (Vec<usize>, u32, [&'r str; 2]);

/// A card that has its time.
struct Card<'r> {
    entry: &'r Element,
    time: Time<'r>,
}

/// Adds the timetable, if at least half of the cards have their time: with less the ordinary week is not told.
pub fn read<'r>(
    top: &'r Element,
    ids: &Ids<'r>,
    lessons: &Lessons<'r>,
    (draft, log): (&mut Draft, &mut Log),
) {
    let days = Days::of(top);
    let mut placed: BTreeMap<&str, Vec<Card>> = BTreeMap::new();
    let (mut timed, mut untimed, mut strangers) = (0, 0, 0);
    for entry in top.entries("cards", "card") {
        let id = entry.attribute("lessonid");
        let says_itself = id.is_empty() && !entry.attribute("subjectid").is_empty();
        match lessons.get(id) {
            None if !says_itself => strangers += 1,
            Some(None) => {}
            _ => match days.time_of(entry) {
                None => untimed += 1,
                Some(time) => {
                    timed += 1;
                    placed.entry(id).or_default().push(Card { entry, time });
                }
            },
        }
    }
    if strangers > 0 {
        log.about_file(ImportProblem::CardsLeftOut { cards: strangers });
    }
    let mut all = timed + untimed + strangers;
    let mut slots = Vec::new();
    for (id, cards) in placed {
        let Some(Some(lesson)) = lessons.get(id) else {
            for card in &cards {
                let teachings = own_teachings(card.entry, ids, (&mut *draft, &mut *log));
                slots.extend(slots_of(card, (&teachings, 1), (&days, ids)));
            }
            continue;
        };
        let periods = if is_one_period(lesson, &cards) {
            1
        } else {
            lesson.duration
        };
        for card in &cards {
            slots.extend(slots_of(card, (&lesson.teachings, periods), (&days, ids)));
        }
    }
    let expected: u32 = lessons
        .values()
        .flatten()
        .map(|lesson| lesson.hours.div_ceil(lesson.duration * 100))
        .sum();
    all = all.max(expected);
    if timed * 2 < all {
        log.about_file(ImportProblem::TimetableLeftOut { timed, all });
        return;
    }
    if slots.is_empty() || !days.are_told(&slots, log) {
        return;
    }
    if untimed + strangers > 0 || timed < expected {
        log.about_file(ImportProblem::TimetableInPart { timed, all });
    }
    draft.timetable.extend(slots);
}

impl<'r> Days<'r> {
    /// Days by their names, in order. Newer files list days together with their unions ("any day"), which have no place in the week.
    fn of(top: &'r Element) -> Self {
        let masks: BTreeMap<usize, &str> = top
            .entries("daysdefs", "daysdef")
            .filter_map(|day| match days_of_mask(day.attribute("days"))[..] {
                [only] => Some((only, name_of(day))),
                _ => None,
            })
            .collect();
        let numbered: BTreeMap<usize, &str> = top
            .entries("days", "day")
            .filter_map(|day| Some((day.attribute("day").parse().ok()?, name_of(day))))
            .filter(|&(number, _)| number <= MOST)
            .collect();
        let first = usize::from(top.attribute("options").contains("daynumbering1"));
        let numbers = match (numbered.keys().next(), numbered.keys().next_back()) {
            (Some(&first), Some(&last)) => (first..=last)
                .map(|number| (number, number - first))
                .collect(),
            _ => (first..first + WEEK)
                .map(|number| (number, number - first))
                .collect(),
        };
        let named: BTreeMap<usize, &str> = if masks.is_empty() {
            let first = numbered.keys().next().copied().unwrap_or_default();
            numbered
                .into_iter()
                .map(|(number, name)| (number - first, name))
                .collect()
        } else {
            masks
        };
        let count = named.keys().next_back().map_or(0, |last| last + 1);
        let names: Vec<&str> = (0..count.max(5))
            .map(|day| named.get(&day).copied().unwrap_or_default())
            .collect();
        Self {
            week: Week::of(&names, false),
            names,
            numbers,
        }
    }

    /// Days of a card – a mask (`01000`) in newer files, a number in older ones – and its period; `None` where it has not got them.
    fn time_of(&self, card: &'r Element) -> Option<Time<'r>> {
        let mut days = days_of_mask(card.attribute("days"));
        if days.is_empty() {
            let number = card.attribute("day").parse().ok()?;
            days.push(*self.numbers.get(&number)?);
        }
        let period = card.attribute("period").parse().ok()?;
        Some((
            days,
            period,
            ["weeks", "terms"].map(|name| card.attribute(name)),
        ))
    }

    /// Whether each lesson's weekday can be told; says what was assumed, or why not.
    fn are_told(&self, slots: &[Slot], log: &mut Log) -> bool {
        // A day without a name is told by its number.
        let name = |day: usize| match self.names.get(day) {
            Some(&name) if !name.is_empty() => name.to_owned(),
            _ => (day + 1).to_string(),
        };
        if let Some(slot) = slots.iter().find(|slot| slot.weekday.is_empty()) {
            log.about(&name(slot.day), ImportProblem::DayUnknown);
            return false;
        }
        let is_used = |day: usize| slots.iter().any(|slot| slot.day == day);
        if !self.week.is_known {
            log.about(&name(0), ImportProblem::MondayAssumed);
        } else if let Some(counted) = self.week.counted.filter(|&day| is_used(day)) {
            log.about(&name(counted), ImportProblem::DayCounted);
        }
        true
    }
}

/// Days of a week.
const WEEK: usize = 7;
/// Days that a file may number.
const MOST: usize = 60;

/// Days of a mask, 0-based; none where it is not one mask (`10000,01000` is a choice).
fn days_of_mask(mask: &str) -> Vec<usize> {
    if mask.len() > MOST || !mask.bytes().all(|byte| matches!(byte, b'0' | b'1')) {
        return Vec::new();
    }
    mask.match_indices('1').map(|(day, _)| day).collect()
}

/// Whether each of a lesson's cards is one period of it.
fn is_one_period(lesson: &Lesson, cards: &[Card]) -> bool {
    /// Hundredths of a period.
    const WHOLE: u64 = 100;
    let mut starts: HashMap<(usize, [&str; 2]), BTreeSet<u32>> = HashMap::new();
    let mut sum = 0;
    for card in cards {
        let (days, period, when) = &card.time;
        let is_in = when[0].matches('1').count() as u64;
        // `weeks="10"` is every other week: half a card.
        let share = match is_in {
            0 => WHOLE,
            ones => WHOLE * ones / when[0].len() as u64,
        };
        for &day in days {
            if starts.entry((day, *when)).or_default().insert(*period) {
                sum += share;
            }
        }
    }
    let lie_over_one_another = starts.values().any(|starts| {
        let mut pairs = starts.iter().zip(starts.iter().skip(1));
        pairs.any(|(first, second)| second - first < lesson.duration)
    });
    lie_over_one_another || (lesson.hours > 0 && sum >= u64::from(lesson.hours))
}

/// What a card without a lesson says itself; what is not in the load yet comes into it, a period a card.
fn own_teachings(card: &Element, ids: &Ids, (draft, log): (&mut Draft, &mut Log)) -> Vec<Teaching> {
    const PERIOD: u32 = 100;
    /// One lesson has no more; what has is refused as it is entered.
    const MOST_PAIRS: usize = 300_000;
    let Some(parts) = parts(card, ids, log).filter(|parts| !draft.is_assembly(parts)) else {
        return Vec::new();
    };
    let teachings: Vec<Teaching> = parts
        .teachers
        .iter()
        .flat_map(|&teacher| {
            let subject = parts.subject;
            parts.classes.iter().map(move |(class, group)| Teaching {
                teacher,
                subject,
                class: *class,
                group: group.clone(),
            })
        })
        .take(MOST_PAIRS)
        .collect();
    if teachings.iter().all(|teaching| is_in_load(draft, teaching)) {
        return teachings;
    }
    draft.enter(&parts, PERIOD, 1).unwrap_or_else(|| {
        log.about_file(ImportProblem::TooLarge);
        Vec::new()
    })
}

/// Whether the load has this teacher with this subject and class, in whatever group.
fn is_in_load(draft: &Draft, teaching: &Teaching) -> bool {
    let whole = Teaching {
        group: String::new(),
        ..teaching.clone()
    };
    let who = |of: &Teaching| (of.teacher, of.subject, of.class);
    let next = draft.load.range(whole..).next();
    next.is_some_and(|(found, _)| who(found) == who(teaching))
}

/// The lessons of the week that a card of so many periods stands for.
fn slots_of<'a>(
    card: &'a Card,
    (teachings, periods): (&'a [Teaching], u32),
    (days, ids): (&'a Days, &'a Ids),
) -> impl Iterator<Item = Slot> + use<'a> {
    let room = card
        .entry
        .ids("classroomids")
        .chain(card.entry.ids("classroomid"))
        .find_map(|id| ids.rooms.get(id).copied())
        .unwrap_or_default();
    let (on, first, _) = &card.time;
    let lessons =
        (*first..first.saturating_add(periods)).take_while(|&lesson| lesson <= Numbers::MAX);
    lessons.flat_map(move |lesson| {
        on.iter().flat_map(move |&day| {
            let weekday = days.week.day(day).map_or("", |(weekday, _)| weekday);
            teachings.iter().map(move |teaching| Slot {
                day,
                weekday,
                lesson,
                teaching: teaching.clone(),
                room: room.to_owned(),
            })
        })
    })
}
