//! The tables of a school folder as plain rows, and the words of rules.md as plain questions to them.
//!
//! People, classes and subjects are positions in the lists of their names.

/// Role, in the order in which the objective counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Proctor,
    Checker,
    Observer,
    Assistant,
}

impl Role {
    pub const ALL: [Role; 4] = [
        Role::Proctor,
        Role::Checker,
        Role::Observer,
        Role::Assistant,
    ];

    pub fn is_time_bound(self) -> bool {
        self != Role::Checker
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Allow,
    Avoid,
    Forbid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    Vpr,
    Plan,
    Strict,
}

/// Lesson numbers, or minutes of the day from the first up to the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Lessons(Vec<u32>),
    Clock(u32, u32),
}

#[derive(Debug, Clone)]
pub struct SubjectRow {
    pub name: String,
    pub short: String,
    /// Empty: the subject itself.
    pub area: String,
    /// Places by default, per role.
    pub places: [Option<u32>; 4],
}

#[derive(Debug, Clone)]
pub struct ClassRow {
    pub name: String,
    pub grade: u32,
    pub pupils: Option<u32>,
    /// The class teacher, where `classes` says so.
    pub homeroom: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct StaffRow {
    pub person: usize,
    pub subjects: Vec<usize>,
    pub classes: Vec<usize>,
    /// The class whose teacher the person is, where `staff` says so.
    pub homeroom: Option<usize>,
    /// Empty: proctor and checker.
    pub roles: Vec<Role>,
    /// Empty: `subjects`.
    pub checks: Vec<usize>,
    pub max_per_day: Option<u32>,
    pub max_per_week: Option<u32>,
    pub max_total: Option<u32>,
    pub max_works: Option<u32>,
    /// Hundredths of a full post; empty: 100.
    pub share: Option<u32>,
}

#[derive(Debug, Clone)]
pub struct LoadRow {
    pub person: usize,
    pub subject: usize,
    pub class: usize,
    pub group: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct ParentRow {
    pub person: usize,
    /// How the row spells the parent, where a `staff` cell says who that is.
    pub alias: Option<String>,
    pub class: usize,
    /// Empty cell: yes.
    pub observer: Option<bool>,
    /// Empty: any.
    pub dates: Vec<u32>,
}

#[derive(Debug, Clone)]
pub struct Sitting {
    /// Day of April 2026; the 20th is a Monday.
    pub day: u32,
    pub when: When,
    pub class: usize,
    pub subject: usize,
    pub group: Option<&'static str>,
    pub pupils: Option<u32>,
    pub places: [Option<u32>; 4],
}

#[derive(Debug, Clone)]
pub struct TimetableRow {
    /// 0 is Monday.
    pub weekday: u32,
    pub lesson: u32,
    pub class: usize,
    pub subject: usize,
    pub person: usize,
    pub group: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct AbsenceRow {
    pub person: usize,
    /// Empty only with days of the week.
    pub from: Option<u32>,
    /// Empty cell: one day; with days of the week, no end.
    pub to: Option<u32>,
    /// 0 is Monday. Empty: every day.
    pub weekdays: Vec<u32>,
    /// Empty: all day.
    pub lessons: Vec<u32>,
}

#[derive(Debug, Clone)]
pub struct PinRow {
    pub sitting: usize,
    pub role: Role,
    pub person: usize,
    pub must: bool,
}

#[derive(Debug, Clone)]
pub struct TieRow {
    pub person: usize,
    pub class: usize,
}

#[derive(Debug, Clone)]
pub struct WaiverRow {
    pub person: usize,
    pub rule: &'static str,
    pub class: Option<usize>,
    pub subject: Option<usize>,
    pub from: Option<u32>,
    pub to: Option<u32>,
}

#[derive(Debug, Clone)]
pub struct HistoryRow {
    pub person: usize,
    pub role: Role,
    pub load: u32,
}

#[derive(Debug, Clone)]
pub struct Policy {
    /// Empty: vpr.
    pub preset: Option<Preset>,
    pub overrides: Vec<(&'static str, Severity)>,
    pub places: [Option<u32>; 4],
    pub primary_generalist_is_specialist: bool,
    pub by_group: bool,
    /// `[limits] works` and `works_a_day`.
    pub works: Option<u32>,
    pub works_a_day: Option<u32>,
    /// `[checking] days`; `None`: works wait.
    pub checking_days: Option<u32>,
}

impl AbsenceRow {
    /// Away on the day of April 2026, at some time of it at least?
    pub fn is_on(&self, day: u32) -> bool {
        let last = match (self.to, self.from) {
            (Some(to), _) => to,
            (None, Some(from)) if self.weekdays.is_empty() => from,
            (None, _) => u32::MAX,
        };
        let weekday = (day + 1) % 7;
        self.from.unwrap_or(0) <= day
            && day <= last
            && (self.weekdays.is_empty() || self.weekdays.contains(&weekday))
    }
}

/// Everything a school folder says.
#[derive(Debug, Clone)]
pub struct School {
    /// Full names.
    pub people: Vec<String>,
    pub policy: Policy,
    pub subjects: Vec<SubjectRow>,
    pub classes: Vec<ClassRow>,
    pub staff: Vec<StaffRow>,
    /// `None`: the folder has no such table.
    pub load: Option<Vec<LoadRow>>,
    pub parents: Vec<ParentRow>,
    pub schedule: Vec<Sitting>,
    /// Lesson, start, end.
    pub bells: Vec<(u32, u32, u32)>,
    pub timetable: Vec<TimetableRow>,
    pub absences: Vec<AbsenceRow>,
    pub pins: Vec<PinRow>,
    pub ties: Vec<TieRow>,
    pub waivers: Vec<WaiverRow>,
    pub history: Vec<HistoryRow>,
}

impl School {
    pub fn staff_row(&self, person: usize) -> Option<&StaffRow> {
        self.staff.iter().find(|row| row.person == person)
    }

    pub fn area(&self, subject: usize) -> &str {
        let row = &self.subjects[subject];
        if row.area.is_empty() {
            &row.name
        } else {
            &row.area
        }
    }

    /// T(p,·,·): (subject, class, group) of all the person teaches.
    pub fn taught(&self, person: usize) -> Vec<(usize, usize, Option<&'static str>)> {
        let mut taught = Vec::new();
        match &self.load {
            Some(load) => {
                for row in load.iter().filter(|row| row.person == person) {
                    taught.push((row.subject, row.class, row.group));
                }
            }
            None => {
                for row in self.staff.iter().filter(|row| row.person == person) {
                    for &subject in &row.subjects {
                        for &class in &row.classes {
                            taught.push((subject, class, None));
                        }
                    }
                }
            }
        }
        for row in self.timetable.iter().filter(|row| row.person == person) {
            taught.push((row.subject, row.class, row.group));
        }
        taught
    }

    /// spec(p): areas of the subjects in `staff.subjects`, plus those taught by `load`; without that table, by what
    /// stands in for it.
    pub fn is_specialist(&self, person: usize, area: &str) -> bool {
        let by_staff = self
            .staff_row(person)
            .is_some_and(|row| row.subjects.iter().any(|&s| self.area(s) == area));
        let is_taught = |taught: (usize, usize)| taught.0 == person && self.area(taught.1) == area;
        let by_load = match &self.load {
            Some(load) => load.iter().any(|row| is_taught((row.person, row.subject))),
            None => self
                .timetable
                .iter()
                .any(|row| is_taught((row.person, row.subject))),
        };
        by_staff || by_load
    }

    pub fn is_class_teacher(&self, person: usize, class: usize) -> bool {
        self.classes[class].homeroom == Some(person)
            || self
                .staff_row(person)
                .is_some_and(|row| row.homeroom == Some(class))
    }

    pub fn has_child_in(&self, person: usize, class: usize) -> bool {
        self.parents
            .iter()
            .any(|row| row.person == person && row.class == class)
    }

    pub fn is_tied(&self, person: usize, class: usize) -> bool {
        self.ties
            .iter()
            .any(|row| row.person == person && row.class == class)
    }

    /// In `staff.roles`; observers: a parent whose `observer` is not no.
    pub fn holds_role(&self, person: usize, role: Role) -> bool {
        if role == Role::Observer {
            let mut rows = self.parents.iter().filter(|row| row.person == person);
            return rows.clone().count() > 0 && rows.all(|row| row.observer != Some(false));
        }
        self.staff_row(person).is_some_and(|row| {
            if row.roles.is_empty() {
                role == Role::Proctor || role == Role::Checker
            } else {
                row.roles.contains(&role)
            }
        })
    }

    pub fn places(&self, sitting: usize, role: Role) -> u32 {
        let row = &self.schedule[sitting];
        let by_default = [1, 1, 1, 0][role as usize];
        row.places[role as usize]
            .or(self.subjects[row.subject].places[role as usize])
            .or(self.policy.places[role as usize])
            .unwrap_or(by_default)
    }

    pub fn pupils(&self, sitting: usize) -> u32 {
        let row = &self.schedule[sitting];
        row.pupils.or(self.classes[row.class].pupils).unwrap_or(0)
    }

    /// What a duty adds to a person's load: 1; a checker's works.
    pub fn load_of_duty(&self, sitting: usize, role: Role) -> u32 {
        if role != Role::Checker {
            return 1;
        }
        let checkers = self.places(sitting, Role::Checker).max(1);
        self.pupils(sitting).max(1).div_ceil(checkers)
    }

    /// What a person's square weighs: K / share, K the least common multiple of the shares in hundredths, all divided by
    /// their greatest common divisor. Observers serve as parents, who have no share.
    pub fn square_weight(&self, person: usize, role: Role) -> u64 {
        let share = |row: &StaffRow| u64::from(row.share.unwrap_or(100));
        let Some(own) = self.staff_row(person).map(share) else {
            return 1;
        };
        if role == Role::Observer {
            return 1;
        }
        let shares: Vec<u64> = self.staff.iter().map(share).collect();
        let is_common = |number: &u64| shares.iter().all(|share| number.is_multiple_of(*share));
        let product = shares
            .iter()
            .fold(1, |product: u64, share| product.saturating_mul(*share));
        let common = (1..=product).find(is_common).expect("their product is one");
        let weights: Vec<u64> = shares.iter().map(|share| common / share).collect();
        let divides = |divisor: &u64| weights.iter().all(|weight| weight % divisor == 0);
        let divisor = (1..=common).rev().find(divides).expect("1 is one");
        common / own / divisor
    }

    /// `staff.max_works`, else the policy's.
    pub fn works_limit(&self, person: usize) -> Option<u32> {
        let own = self.staff_row(person).and_then(|row| row.max_works);
        own.or(self.policy.works)
    }

    /// Lessons of a duty: lesson numbers, else started 45 minutes.
    pub fn lessons_of_duty(&self, sitting: usize) -> u32 {
        match &self.schedule[sitting].when {
            When::Lessons(lessons) => lessons.len() as u32,
            When::Clock(start, end) => (end - start).div_ceil(45),
        }
    }

    pub fn history(&self, person: usize, role: Role) -> u32 {
        self.history
            .iter()
            .filter(|row| row.person == person && row.role == role)
            .map(|row| row.load)
            .sum()
    }

    /// Minutes of a time; `None` where it has lesson numbers and there are no bells.
    fn minutes(&self, when: &When) -> Option<Vec<(u32, u32)>> {
        let lessons = match when {
            When::Clock(start, end) => return Some(vec![(*start, *end)]),
            When::Lessons(lessons) => lessons,
        };
        let mut minutes: Vec<(u32, u32)> = Vec::new();
        let mut last = None;
        for &lesson in lessons {
            let &(_, start, end) = self.bells.iter().find(|bell| bell.0 == lesson)?;
            if last.is_some_and(|last: u32| last + 1 == lesson) {
                // The break between two lessons of one sitting belongs to it.
                minutes.last_mut().expect("a lesson before it").1 = end;
            } else {
                minutes.push((start, end));
            }
            last = Some(lesson);
        }
        Some(minutes)
    }

    /// Have the two times, on one day, a moment in common?
    pub fn times_overlap(&self, a: &When, b: &When) -> bool {
        if let (Some(a), Some(b)) = (self.minutes(a), self.minutes(b)) {
            return a.iter().any(|a| b.iter().any(|b| a.0 < b.1 && b.0 < a.1));
        }
        match (a, b) {
            (When::Lessons(a), When::Lessons(b)) => a.iter().any(|lesson| b.contains(lesson)),
            _ => false,
        }
    }

    /// Day, first minute and first lesson, as far as they are known.
    pub fn starts(&self, sitting: usize) -> (u32, Option<u32>, Option<u32>) {
        let row = &self.schedule[sitting];
        let minute = self.minutes(&row.when).map(|minutes| minutes[0].0);
        let lesson = match &row.when {
            When::Lessons(lessons) => Some(lessons[0]),
            When::Clock(..) => None,
        };
        (row.day, minute, lesson)
    }

    pub fn sittings_overlap(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.schedule[a], &self.schedule[b]);
        a.day == b.day && self.times_overlap(&a.when, &b.when)
    }

    pub fn is_absent(&self, person: usize, sitting: usize) -> bool {
        let row = &self.schedule[sitting];
        self.absences.iter().any(|absence| {
            absence.person == person
                && absence.is_on(row.day)
                && (absence.lessons.is_empty()
                    || self.times_overlap(&When::Lessons(absence.lessons.clone()), &row.when))
        })
    }

    /// Away on the day of the sitting and on each of the next working days on which its works are checked.
    pub fn is_away_from_works(&self, person: usize, sitting: usize) -> bool {
        let Some(days) = self.policy.checking_days else {
            return false;
        };
        let first = self.schedule[sitting].day;
        let mut window = vec![first];
        let mut day = first;
        while window.len() as u32 <= days {
            day += 1;
            // The 20th is a Monday; the 31st of April is the first of May, a public holiday, the 39th the ninth.
            let is_sunday = (day + 1) % 7 == 6;
            if !is_sunday && ![31, 39].contains(&day) {
                window.push(day);
            }
        }
        window.iter().all(|&day| {
            self.absences.iter().any(|absence| {
                absence.person == person && absence.lessons.is_empty() && absence.is_on(day)
            })
        })
    }

    /// A parent whose `dates` do not name the sitting's day.
    pub fn is_date_not_offered(&self, person: usize, sitting: usize) -> bool {
        let day = self.schedule[sitting].day;
        let rows: Vec<_> = self
            .parents
            .iter()
            .filter(|row| row.person == person)
            .collect();
        !rows.is_empty()
            && rows
                .iter()
                .all(|row| !row.dates.is_empty() && !row.dates.contains(&day))
    }

    /// Own lessons that a proctor's or assistant's duty costs.
    pub fn lessons_lost(&self, person: usize, sitting: usize) -> u32 {
        let row = &self.schedule[sitting];
        let mut lost = 0;
        for lesson in &self.timetable {
            let time = When::Lessons(vec![lesson.lesson]);
            let is_own = lesson.person == person && lesson.weekday == (row.day - 20) % 7;
            if is_own && self.times_overlap(&time, &row.when) {
                let is_writing = self.schedule.iter().any(|other| {
                    other.day == row.day
                        && other.class == lesson.class
                        && (other.group.is_none()
                            || lesson.group.is_none()
                            || other.group == lesson.group)
                        && self.times_overlap(&time, &other.when)
                });
                lost += u32::from(!is_writing);
            }
        }
        lost
    }
}
