//! Time: dates, lessons of a day, clock spans, and when two of them overlap.

/// A calendar day.
pub type Date = chrono::NaiveDate;

/// A minute of the day, 0–1439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(pub u16);

/// From `start` up to, but not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockSpan {
    /// First minute.
    pub start: Minute,
    /// First minute after.
    pub end: Minute,
}

/// A set of lesson numbers 0–63.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Lessons(u64);

impl Lessons {
    /// Largest lesson number a set can hold.
    pub const MAX: u32 = 63;

    /// The set of the given lessons; numbers above [`Lessons::MAX`] are left out.
    pub fn of(lessons: impl IntoIterator<Item = u32>) -> Self {
        Self(
            lessons
                .into_iter()
                .filter(|&lesson| lesson <= Self::MAX)
                .fold(0, |set, lesson| set | 1 << lesson),
        )
    }

    /// No lesson at all?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many lessons.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Is `lesson` in the set?
    pub fn contains(self, lesson: u32) -> bool {
        lesson <= Self::MAX && self.0 & (1 << lesson) != 0
    }

    /// Have the two sets a lesson in common?
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The lessons, ascending.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        let left = |set: u64| (set != 0).then_some(set);
        std::iter::successors(left(self.0), move |set| left(set & (set - 1)))
            .map(u64::trailing_zeros)
    }
}

/// Writes `2`, `2-3` or `2,4`.
impl std::fmt::Display for Lessons {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lessons: Vec<u32> = self.iter().collect();
        let (Some(first), Some(last)) = (lessons.first(), lessons.last()) else {
            return Ok(());
        };
        match lessons.len() {
            1 => write!(f, "{first}"),
            n if last - first == n as u32 - 1 => write!(f, "{first}-{last}"),
            _ => write!(
                f,
                "{}",
                lessons
                    .iter()
                    .map(u32::to_string)
                    .collect::<Vec<_>>()
                    .join(",")
            ),
        }
    }
}

/// Writes `9:25` as `09:25`.
impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// When something happens on its day: lesson numbers, clock time, or both.
///
/// `clock` holds the typed times, else the bells' times of `lessons` (one span for each unbroken run of lessons), and
/// is empty where there are no bells. Input sees to it that all spans of a folder can be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Lesson numbers, as typed; empty where only clock times were given.
    pub lessons: Lessons,
    /// Clock times, ascending and disjoint.
    pub clock: Vec<ClockSpan>,
}

impl Span {
    /// Do the two share a moment? By clock where both have one, else by lesson number.
    pub fn overlaps(&self, other: &Span) -> bool {
        if self.clock.is_empty() || other.clock.is_empty() {
            return self.lessons.intersects(other.lessons);
        }
        self.clock.iter().any(|a| {
            other
                .clock
                .iter()
                .any(|b| a.start < b.end && b.start < a.end)
        })
    }

    /// Length in lessons; without lesson numbers each started 45 minutes is one (objective, level 5).
    pub fn lesson_count(&self) -> u32 {
        if !self.lessons.is_empty() {
            return self.lessons.count();
        }
        let minutes: u32 = self
            .clock
            .iter()
            .map(|span| u32::from(span.end.0 - span.start.0))
            .sum();
        minutes.div_ceil(45)
    }

    /// First typed or rung minute.
    pub fn start(&self) -> Option<Minute> {
        self.clock.first().map(|span| span.start)
    }

    /// Minute after the last.
    pub fn end(&self) -> Option<Minute> {
        self.clock.last().map(|span| span.end)
    }
}
