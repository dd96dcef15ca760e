//! Which sitting of the schedule a row is about, by its day, class, subject, group and time.

use crate::domain::{ClassId, Date, Lessons, Minute, RowSitting, SittingId};
use crate::input::names::{clean, group_key};

use super::RowTime;
use super::names::{Names, SubjectRead};

/// What a row says of its sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought<'t> {
    /// The day, where it could be read.
    pub date: Option<Date>,
    /// The row says some day, whether it could be read or not.
    pub is_dated: bool,
    /// The class, as typed.
    pub class: &'t str,
    /// Classes of that name.
    pub classes: &'t [ClassId],
    /// The subject, as typed.
    pub subject: &'t str,
    /// What that means; `None` where nothing is typed.
    pub meant: Option<&'t SubjectRead>,
    /// The group, as typed.
    pub group: &'t str,
    /// Lesson numbers.
    pub lessons: Lessons,
    /// The start.
    pub start: Option<Minute>,
}

impl Names<'_> {
    /// The only sitting that fits; of several, the one of that group and time.
    pub fn sitting(&self, sought: &Sought<'_>) -> RowSitting {
        let mut fitting = self.fitting(sought);
        if fitting.len() > 1 {
            self.keep_group(&mut fitting, sought.group);
        }
        if fitting.len() > 1 {
            self.keep_time(&mut fitting, sought);
        }
        match fitting.as_slice() {
            [one] => RowSitting::Known(*one),
            _ => RowSitting::Unknown {
                date: sought.date,
                class: clean(sought.class),
                subject: clean(sought.subject),
            },
        }
    }

    /// Sittings of that day, class and subject; without any day, those of the class and subject.
    fn fitting(&self, sought: &Sought<'_>) -> Vec<SittingId> {
        if sought.is_dated && sought.date.is_none() {
            return Vec::new();
        }
        let classes = sought.classes.iter().copied();
        let of_classes: Vec<SittingId> = match (sought.date, sought.meant) {
            (Some(date), _) => classes
                .flat_map(|class| self.sittings_on(date, class))
                .copied()
                .collect(),
            (None, Some(SubjectRead::Sure(subject))) => classes
                .flat_map(|class| self.sittings_of(class, *subject))
                .copied()
                .collect(),
            (None, _) => self
                .school
                .sitting_ids()
                .filter(|&id| sought.classes.contains(&self.school.sitting(id).class))
                .collect(),
        };
        let is_meant = |id: &SittingId| {
            let subject = self.school.sitting(*id).subject;
            match sought.meant {
                None => true,
                Some(SubjectRead::Sure(meant)) => *meant == subject,
                Some(SubjectRead::Likely(meant)) => meant.contains(&subject),
                Some(SubjectRead::Unknown) => false,
            }
        };
        of_classes.into_iter().filter(is_meant).collect()
    }

    /// When the row says its sitting is, and where else that may be now.
    pub fn time(&self, sought: &Sought<'_>, read: &RowSitting) -> RowTime {
        RowTime {
            date: sought.date,
            lessons: sought.lessons,
            start: sought.start,
            alike: match read {
                RowSitting::Known(_) => Vec::new(),
                RowSitting::Unknown { .. } => self.alike(sought),
            },
        }
    }

    /// Sittings of the row's class and subject on any day; those of its group, if there are any.
    fn alike(&self, sought: &Sought<'_>) -> Vec<SittingId> {
        let Some(&SubjectRead::Sure(subject)) = sought.meant else {
            return Vec::new();
        };
        let classes = sought.classes.iter();
        let mut alike: Vec<SittingId> = classes
            .flat_map(|&class| self.sittings_of(class, subject))
            .copied()
            .collect();
        alike.sort_unstable();
        let all = alike.clone();
        self.keep_group(&mut alike, sought.group);
        if alike.is_empty() { all } else { alike }
    }

    fn keep_group(&self, fitting: &mut Vec<SittingId>, text: &str) {
        let wanted = group_key(text);
        fitting.retain(|&id| {
            let group = self.school.sitting(id).group;
            let name = group.map(|group| self.school.groups[group.index()].as_str());
            group_key(name.unwrap_or_default()) == wanted
        });
    }

    fn keep_time(&self, fitting: &mut Vec<SittingId>, sought: &Sought<'_>) {
        fitting.retain(|&id| {
            let span = &self.school.sitting(id).span;
            if !sought.lessons.is_empty() && !span.lessons.is_empty() {
                return span.lessons.intersects(sought.lessons);
            }
            sought
                .start
                .is_some_and(|start| span.start() == Some(start))
        });
    }
}
