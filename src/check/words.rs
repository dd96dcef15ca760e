//! Findings and advice in one sentence for a person.

use chrono::Datelike;

use crate::domain::{
    Code, Date, Roster, RowSitting, School, Seat, Sitting, SourceId, StructuralCode,
};
use crate::lang::findings::{self, PlaceWords};
use crate::lang::sheets::dates::weekday;
use crate::lang::{Lang, commands};
use crate::rules::{Missed, missed_works, words};

use super::advice::{Edge, edge_of_day};
use super::{Advice, AdviceKind, Finding, Weight};

impl Finding {
    /// The finding in one sentence for a person: who, what, where, and the cells that prove it.
    pub fn sentence(&self, school: &School, roster: &Roster, lang: Lang) -> String {
        let place = self.place_line(school, roster, lang);
        format!("{place}: {}", self.statement(school, roster, lang))
    }

    /// Day, time, class, subject and role, as far as they are known.
    pub fn place_line(&self, school: &School, roster: &Roster, lang: Lang) -> String {
        self.place(school, roster, lang).line()
    }

    /// The same without the place, for a reader who sees it.
    pub fn statement(&self, school: &School, roster: &Roster, lang: Lang) -> String {
        let mut statement = self.message(school, roster, lang);
        let proof = self.proof(school, roster, lang);
        if !proof.is_empty() {
            statement.push_str(" (");
            statement.push_str(&proof.join("; "));
            statement.push(')');
        }
        if let Some(granted) = self.granted(school, lang) {
            statement.push_str("; ");
            statement.push_str(&granted);
        }
        statement.push('.');
        statement
    }

    /// What to do about it.
    pub fn suggestion(&self, lang: Lang) -> &'static str {
        words(self.code).fix.in_lang(lang)
    }

    fn place(&self, school: &School, roster: &Roster, lang: Lang) -> PlaceWords {
        let role = self.role.words().one.in_lang(lang).to_owned();
        if let Some(sitting) = self.sitting {
            return PlaceWords {
                role,
                ..sitting_words(school, school.sitting(sitting), lang)
            };
        }
        let row = self.row.and_then(|row| roster.rows.get(row));
        let Some(RowSitting::Unknown {
            date,
            class,
            subject,
        }) = row.map(|row| &row.sitting)
        else {
            return PlaceWords {
                role,
                ..PlaceWords::default()
            };
        };
        PlaceWords {
            date: date.map(|date| date_words(date, lang)).unwrap_or_default(),
            time: String::new(),
            class: class.clone(),
            subject: subject.clone(),
            role,
        }
    }

    fn message(&self, school: &School, roster: &Roster, lang: Lang) -> String {
        let person = self.person_name(school, roster);
        let sitting = self.sitting.map(|id| school.sitting(id));
        let class = sitting.map_or("", |sitting| &school.class(sitting.class).name);
        if self.weight == Weight::Possible {
            return findings::namesake(&person, class, lang);
        }
        if self.is_must_pin(roster) {
            return findings::must_pin(&person, lang);
        }
        if let Some(missed) = self.missed_works(school) {
            return missed.sentence(&person, lang);
        }
        let (class, subject) = self.about(school).unwrap_or_default();
        words(self.code)
            .message
            .in_lang(lang)
            .replace("{person}", &person)
            .replace("{class}", &class)
            .replace("{subject}", &subject)
    }

    fn missed_works(&self, school: &School) -> Option<Missed> {
        let is_absence = self.code == Code::Structural(StructuralCode::Absent);
        let sitting = school.sitting(self.sitting.filter(|_| is_absence)?);
        let is_checker = !self.role.is_time_bound();
        is_checker.then(|| missed_works(school, self.person?, sitting))?
    }

    /// A broken `must` pin speaks of a person who is not in the row; a broken `never` pin of one who is.
    fn is_must_pin(&self, roster: &Roster) -> bool {
        let seated = self.row.and_then(|row| roster.rows.get(row)?.seat.person());
        self.code == Code::Structural(StructuralCode::PinBroken) && seated != self.person
    }

    fn person_name(&self, school: &School, roster: &Roster) -> String {
        if let Some(person) = self.person {
            return school.person(person).name.clone();
        }
        match self
            .row
            .and_then(|row| roster.rows.get(row))
            .map(|row| &row.seat)
        {
            Some(Seat::Unknown(text) | Seat::Ambiguous { text, .. }) => text.clone(),
            _ => String::new(),
        }
    }

    /// Names of the class and subject that the rule's proof is about, else the sitting's.
    fn about(&self, school: &School) -> Option<(String, String)> {
        let sitting = school.sitting(self.sitting?);
        let class = self.evidence.class.unwrap_or(sitting.class);
        let subject = self.evidence.subject.unwrap_or(sitting.subject);
        Some((
            school.class(class).name.clone(),
            school.subject(subject).name.clone(),
        ))
    }

    /// What proves it: a limit, the row it clashes with, the cells.
    fn proof(&self, school: &School, roster: &Roster, lang: Lang) -> Vec<String> {
        let limit = self.limit(school).map(|limit| findings::limit(limit, lang));
        let clash = self.clash.and_then(|row| roster.rows.get(row));
        let clash = clash.map(|row| match (row.row, &row.sitting) {
            // A row that has not been written yet has no number.
            (0, &RowSitting::Known(id)) => {
                let other = sitting_words(school, school.sitting(id), lang);
                findings::clash_at(&other.line(), lang)
            }
            _ => findings::clash(row.row, lang),
        });
        let mut tables: Vec<(SourceId, Vec<u32>)> = Vec::new();
        for cell in &self.evidence.cells {
            match tables.iter_mut().find(|(source, _)| *source == cell.source) {
                Some((_, rows)) => rows.push(cell.row),
                None => tables.push((cell.source, vec![cell.row])),
            }
        }
        let cells = tables.into_iter().map(|(source, mut rows)| {
            rows.sort_unstable();
            rows.dedup();
            cells_words(school, source, &rows, lang)
        });
        limit.into_iter().chain(clash).chain(cells).collect()
    }

    fn limit(&self, school: &School) -> Option<u32> {
        let staff = school.person(self.person?).staff.as_ref()?;
        match self.code {
            Code::Structural(StructuralCode::OverDailyLimit) => staff.max_per_day,
            Code::Structural(StructuralCode::OverWeeklyLimit) => staff.max_per_week,
            Code::Structural(StructuralCode::OverTotalLimit) => staff.max_total,
            Code::Structural(StructuralCode::OverWorksLimit) => school.works_limit(self.person?),
            Code::Structural(StructuralCode::OverWorksADay) => school.policy.limits.works_a_day,
            _ => None,
        }
    }

    fn granted(&self, school: &School, lang: Lang) -> Option<String> {
        let waiver = school.waivers_of(self.person?).get(self.waiver?)?;
        let at = waiver.read_at;
        let cell = cells_words(school, at.source, &[at.row], lang);
        Some(findings::waiver(
            &waiver.reason,
            &waiver.approved,
            &cell,
            lang,
        ))
    }
}

impl Advice {
    /// The advice in one sentence.
    pub fn sentence(&self, school: &School, lang: Lang) -> String {
        let sitting = school.sitting(self.sitting);
        let place = sitting_words(school, sitting, lang).line();
        let other = self.other.map(|id| school.sitting(id));
        let mut sentence = match self.kind {
            AdviceKind::TwoOnOneDay => {
                let subject = other.map_or("", |other| &school.subject(other.subject).name);
                findings::two_on_one_day(&place, subject, lang)
            }
            AdviceKind::FirstOrLastLesson => {
                let first = edge_of_day(school, sitting) != Some(Edge::Last);
                findings::edge_lesson(&place, first, lang)
            }
            AdviceKind::SubjectAgainSoon => {
                let date = other.map(|other| date_words(other.date, lang));
                findings::subject_again(&place, &date.unwrap_or_default(), lang)
            }
            AdviceKind::RoomTwice => {
                let other = other.map(|other| sitting_words(school, other, lang).line());
                findings::room_twice(&place, &sitting.room, &other.unwrap_or_default(), lang)
            }
            AdviceKind::DayOff => {
                let weekday = weekday(sitting.date.weekday(), lang);
                findings::day_off(&place, weekday, lang)
            }
        };
        sentence.push('.');
        sentence
    }
}

fn sitting_words(school: &School, sitting: &Sitting, lang: Lang) -> PlaceWords {
    PlaceWords {
        date: date_words(sitting.date, lang),
        time: time_words(sitting, lang),
        class: school.class(sitting.class).name.clone(),
        subject: school.subject(sitting.subject).name.clone(),
        role: String::new(),
    }
}

fn date_words(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

fn time_words(sitting: &Sitting, lang: Lang) -> String {
    let span = &sitting.span;
    if !span.lessons.is_empty() {
        return commands::lessons(&span.lessons.to_string(), span.lessons.count(), lang);
    }
    span.start()
        .map(|start| start.to_string())
        .unwrap_or_default()
}

fn cells_words(school: &School, source: SourceId, rows: &[u32], lang: Lang) -> String {
    let source = school.sources.get(source.index());
    let file = source.map_or("", |source| &source.file);
    let sheet = source.and_then(|source| source.sheet.as_deref());
    findings::cells(file, sheet, rows, lang)
}
