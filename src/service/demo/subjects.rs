//! What a made-up school teaches: departments, their subjects and weekly hours.

/// A subject.
pub struct Subject {
    /// Full name.
    pub name: &'static str,
    /// Specialism, where it is not the subject itself.
    pub area: &'static str,
    /// Lessons a week.
    pub hours: usize,
    /// First grade that learns it.
    pub from_grade: usize,
    /// When it is written, if ever.
    pub work: Work,
}

/// When a subject is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Every grade writes it, over two lessons.
    Always,
    /// Grades draw it, and write it in one lesson.
    Drawn,
    /// Never.
    Never,
}

const fn subject(
    name: &'static str,
    area: &'static str,
    hours: usize,
    from_grade: usize,
    work: Work,
) -> Subject {
    Subject {
        name,
        area,
        hours,
        from_grade,
        work,
    }
}

/// Subjects by department; a department's teachers teach all of them.
pub const DEPARTMENTS: [&[Subject]; 7] = [
    &[
        subject("Language", "Language", 4, 5, Work::Always),
        subject("Literature", "Language", 3, 5, Work::Never),
    ],
    &[
        subject("Mathematics", "Mathematics", 5, 5, Work::Always),
        subject("Informatics", "", 1, 7, Work::Drawn),
    ],
    &[
        subject("Physics", "", 2, 7, Work::Drawn),
        subject("Chemistry", "", 2, 8, Work::Drawn),
    ],
    &[
        subject("Biology", "", 2, 5, Work::Drawn),
        subject("Geography", "", 2, 5, Work::Drawn),
    ],
    &[
        subject("History", "", 2, 5, Work::Drawn),
        subject("Social studies", "", 1, 6, Work::Drawn),
    ],
    &[subject("English", "", 3, 5, Work::Drawn)],
    &[
        subject("Physical education", "", 2, 5, Work::Never),
        subject("Music", "", 1, 5, Work::Never),
    ],
];

/// Lessons a week of a department in a class of any grade.
pub fn hours_of(department: usize) -> usize {
    DEPARTMENTS[department]
        .iter()
        .map(|subject| subject.hours)
        .sum()
}
