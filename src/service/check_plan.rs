//! What `check` says of a plan's tables beside the roster.

use serde::Serialize;

use crate::check::{PlanFinding, PlanFlaw, judge_plan};
use crate::domain::{Date, Lang, PersonId, PlanList, School, SittingId, Span};
use crate::input::{self, InputFile};
use crate::lang::commands::plan::heading;
use crate::lang::commands::plan_check::{self as words, OfPerson, Plain};

use super::check::Checked;
use super::plan::moment;
use super::views::when_and_what;

/// A plan's tables, judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JudgedPlan {
    /// What is wrong, or open.
    pub findings: Vec<PlanFinding>,
    /// Rows that were judged; `None` where no table is there.
    pub rows: Option<usize>,
}

/// A finding about a plan's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanFindingReport {
    /// The file.
    pub file: &'static str,
    /// Its line; `null` where something has no row.
    pub row: Option<u32>,
    /// Heading of the column, English.
    pub column: &'static str,
    /// The row itself says so: a person has to decide.
    pub open: bool,
    /// Where, in words.
    #[serde(skip)]
    pub place: String,
    /// What is wrong, in one sentence.
    pub message: String,
}

/// Names of the files that a plan's tables stand in.
pub fn plan_files() -> [&'static str; 3] {
    PlanList::ALL.map(PlanList::file_name)
}

impl Checked {
    /// The same, with the tables of a plan among these files judged too.
    #[must_use]
    pub fn with_plan(mut self, files: &[InputFile]) -> Self {
        let rows = input::read_plan(files, &self.school);
        let count = [
            rows.rooms.as_ref().map(Vec::len),
            rows.meetings.as_ref().map(Vec::len),
            rows.substitutes.as_ref().map(Vec::len),
        ];
        self.plan = JudgedPlan {
            findings: judge_plan(&self.school, &self.roster, &rows),
            rows: count.into_iter().flatten().reduce(|a, b| a + b),
        };
        self
    }

    /// What there is to say of the plan.
    pub fn plan_report(&self, lang: Lang) -> Vec<PlanFindingReport> {
        let all = self.plan.findings.iter();
        all.map(|finding| report(&self.school, finding, lang))
            .collect()
    }
}

fn report(school: &School, finding: &PlanFinding, lang: Lang) -> PlanFindingReport {
    let column =
        |lang: Lang| heading(finding.list.file_name(), finding.column, lang).unwrap_or_default();
    let file = finding.list.file_name();
    PlanFindingReport {
        file,
        row: finding.row,
        column: column(Lang::En),
        open: finding.is_open,
        place: words::place((file, finding.row), column(lang), lang),
        message: message(school, finding, lang),
    }
}

fn message(school: &School, finding: &PlanFinding, lang: Lang) -> String {
    let plain = |which: Plain| words::plain(which, lang).to_owned();
    let name = |person: PersonId| school.person(person).name.as_str();
    let of = |which: OfPerson, person| words::of_person(which, name(person), lang);
    let sitting = |id: SittingId| when_and_what(school, id, lang);
    let lesson = |at: usize| lesson_words(school, at);
    match &finding.flaw {
        PlanFlaw::Unread(_) if finding.row.is_none() => plain(Plain::Table),
        PlanFlaw::Unread(text) => {
            let column =
                heading(finding.list.file_name(), finding.column, lang).unwrap_or_default();
            words::unread(column, text, lang)
        }
        PlanFlaw::NoSuchSitting => plain(Plain::NoSuchSitting),
        PlanFlaw::ToldBefore(row) => words::told_before(*row, lang),
        PlanFlaw::SittingNotListed(id) => words::not_listed(&sitting(*id), lang),
        PlanFlaw::NoRoom => plain(Plain::NoRoom),
        PlanFlaw::UnknownRoom(room) => words::unknown_room(room, lang),
        PlanFlaw::OtherThanGiven(room) => words::other_than_given(room, lang),
        PlanFlaw::TooSmall(seats, pupils) => words::too_small(*seats, *pupils, lang),
        PlanFlaw::OtherBuilding(building) => words::other_building(building, lang),
        PlanFlaw::RoomTaken(row) => words::room_taken(*row, lang),
        PlanFlaw::LessonStands(at) => words::lesson_stands(&lesson(*at), lang),
        PlanFlaw::NoSuchLesson => plain(Plain::NoSuchLesson),
        PlanFlaw::LessonWithoutRoom => plain(Plain::LessonWithoutRoom),
        PlanFlaw::NoSuchCommission => plain(Plain::NoSuchCommission),
        PlanFlaw::NoTime => plain(Plain::NoTime),
        PlanFlaw::BeforeSitting(id) => words::before_sitting(&sitting(*id), lang),
        PlanFlaw::AfterChecking(id) => words::after_checking(&sitting(*id), lang),
        PlanFlaw::NotInvited(person) => of(OfPerson::NotInvited, *person),
        PlanFlaw::Misses(person) => of(OfPerson::Misses, *person),
        PlanFlaw::Away(person) => of(OfPerson::Away, *person),
        PlanFlaw::OnDuty(person, id) => words::on_duty(name(*person), &sitting(*id), lang),
        PlanFlaw::Teaches(person, at) => words::teaches(name(*person), &lesson(*at), lang),
        PlanFlaw::AtMeeting(person, row) => words::at_meeting(name(*person), *row, lang),
        PlanFlaw::NotLost(person) => of(OfPerson::NotLost, *person),
        PlanFlaw::LessonNotListed(date, at) => {
            words::not_listed(&lost(school, (*date, *at), lang), lang)
        }
        PlanFlaw::Nobody => plain(Plain::Nobody),
        PlanFlaw::NoSubstitute(person) => of(OfPerson::NoSubstitute, *person),
        PlanFlaw::TakesAnother(person, row) => words::takes_another(name(*person), *row, lang),
        PlanFlaw::TooManyADay(person, most) => words::too_many(name(*person), *most, lang),
    }
}

/// `5А, Математика`.
fn lesson_words(school: &School, at: usize) -> String {
    let lesson = &school.lessons[at];
    let class = &school.class(lesson.class).name;
    format!("{class}, {}", school.subject(lesson.subject).name)
}

fn lost(school: &School, (date, at): (Date, usize), lang: Lang) -> String {
    let lesson = &school.lessons[at];
    let span: &Span = &lesson.span;
    let teacher = &school.person(lesson.person).name;
    let when = moment((date, span), lang);
    format!("{when}, {}, {teacher}", lesson_words(school, at))
}
