//! The only module that knows both sides: a school into the library's, a roster there, its verdicts back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use recuse::check::{Findings, Weight};
use recuse::domain::{
    self, NameAt, PersonId, RoleMap, RosterRow, RowSitting, RuleCode, Seat, SittingId,
};
use recuse::input::{Gravity, InputFile, ReadOptions, read};
use recuse::lang::Lang;

use super::bars::may_take;
use super::files;
use super::judge::{Finding, Kind, Row, Who};
use super::objective::{AVOIDED, LESSON_SQUARES, LESSONS_LOST, LOAD_SQUARES, Objective, UNFILLED};
use super::school::{PinRow, Role, School, Sitting};

/// A school, and the same as the library reads it from its files.
pub struct Both {
    pub ours: School,
    pub theirs: domain::School,
    pub files: Vec<InputFile>,
    people: Vec<Option<PersonId>>,
}

impl Both {
    /// Writes the school's folder and lets the library read it. `Err` says what it complains of.
    pub fn read(school: School, seed: u64) -> Result<Self, String> {
        let files = files::write(&school, seed);
        let reading = read(&files, &ReadOptions::default());
        let complaints: Vec<String> = reading
            .complaints
            .iter()
            .filter(|complaint| complaint.gravity == Gravity::Error)
            .map(|complaint| format!("{} {:?}", complaint.sentence(Lang::En), complaint.at))
            .collect();
        let theirs = reading
            .school
            .filter(|_| complaints.is_empty())
            .ok_or_else(|| format!("not read: {}\n{}", complaints.join("\n"), folder(&files)))?;
        let people = school
            .people
            .iter()
            .map(|name| {
                theirs
                    .people
                    .iter()
                    .position(|person| person.name == *name)
                    .map(PersonId::new)
            })
            .collect();
        let both = Self {
            ours: school,
            theirs,
            files,
            people,
        };
        both.same_schedule()?;
        Ok(both)
    }

    /// Sittings are told apart by position: both sides must have them in the order of the file.
    fn same_schedule(&self) -> Result<(), String> {
        let ours: Vec<_> = self
            .ours
            .schedule
            .iter()
            .enumerate()
            .map(|(number, row)| {
                (
                    format!("2026-04-{}", row.day),
                    self.ours.classes[row.class].name.clone(),
                    self.ours.subjects[row.subject].name.clone(),
                    Role::ALL.map(|role| self.ours.places(number, role)),
                    self.ours.pupils(number),
                    self.ours.lessons_of_duty(number),
                )
            })
            .collect();
        let theirs: Vec<_> = self
            .theirs
            .sittings
            .iter()
            .map(|row| {
                (
                    row.date.to_string(),
                    self.theirs.class(row.class).name.clone(),
                    self.theirs.subject(row.subject).name.clone(),
                    row.places.0,
                    row.pupils,
                    row.span.lesson_count(),
                )
            })
            .collect();
        if ours == theirs {
            return Ok(());
        }
        Err(format!(
            "schedule\n{ours:?}\nread as\n{theirs:?}\n{}",
            folder(&self.files)
        ))
    }

    /// Facts that the library reads otherwise than they are meant: numbers of rows, and what each person may do.
    pub fn facts_misread(&self) -> Option<String> {
        let (ours, theirs) = (&self.ours, &self.theirs);
        let pinned_sittings = |pin: &PinRow| {
            let day_class_subject = |row: &Sitting| (row.day, row.class, row.subject);
            let pinned = day_class_subject(&ours.schedule[pin.sitting]);
            let rows = ours.schedule.iter();
            rows.filter(|row| day_class_subject(row) == pinned).count()
        };
        let counts = [
            ("children", ours.parents.len(), theirs.children.len()),
            ("ties", ours.ties.len(), theirs.ties.len()),
            ("lessons", ours.timetable.len(), theirs.lessons.len()),
            ("absences", ours.absences.len(), theirs.absences.len()),
            ("waivers", ours.waivers.len(), theirs.waivers.len()),
            (
                "pins",
                ours.pins.iter().map(pinned_sittings).sum(),
                theirs.pins.len(),
            ),
        ];
        let wrong = counts.into_iter().find(|&(_, ours, theirs)| ours != theirs);
        if let Some((table, ours, theirs)) = wrong {
            return Some(format!("{table}: {ours} read as {theirs}"));
        }
        (0..ours.people.len()).find_map(|person| {
            let id = self.people[person]?;
            let roles = Role::ALL.map(|role| ours.holds_role(person, role));
            let read = domain::Role::ALL.map(|role| theirs.is_candidate(id, role));
            let history = Role::ALL.map(|role| ours.history(person, role));
            let misread = roles != read || history != theirs.person(id).history.0;
            misread.then(|| {
                format!(
                    "{}: roles {roles:?} read as {read:?}, history {history:?} as {:?}",
                    ours.people[person],
                    theirs.person(id).history.0
                )
            })
        })
    }

    /// The roster as the library knows rosters.
    pub fn roster(&self, rows: &[Row]) -> domain::Roster {
        let rows = rows
            .iter()
            .enumerate()
            .map(|(index, row)| RosterRow {
                row: index as u32 + 2,
                sheet: None,
                name: NameAt {
                    row: index as u32 + 2,
                    column: 9,
                    ..NameAt::default()
                },
                sitting: match row.sitting {
                    Some(sitting) => RowSitting::Known(SittingId::new(sitting)),
                    None => RowSitting::Unknown {
                        date: None,
                        class: "99Я".to_owned(),
                        subject: "Астрономия".to_owned(),
                    },
                },
                role: domain::Role::ALL[row.role as usize],
                seat: match row.who {
                    Who::Nobody => Seat::Empty,
                    Who::Person(person) => Seat::Person(self.person_id(person)),
                    Who::Stranger => Seat::Unknown("Незнакомкина Эмма Яновна".to_owned()),
                },
                pinned: false,
                note: String::new(),
            })
            .collect();
        domain::Roster { rows }
    }

    /// The library's roster in our terms.
    pub fn rows(&self, roster: &domain::Roster) -> Vec<Row> {
        let row = |row: &RosterRow| Row {
            sitting: match row.sitting {
                RowSitting::Known(sitting) => Some(sitting.index()),
                RowSitting::Unknown { .. } => None,
            },
            role: Role::ALL[row.role as usize],
            who: match row.seat {
                Seat::Empty => Who::Nobody,
                Seat::Person(person) => Who::Person(self.person(person)),
                Seat::Unknown(_) | Seat::Ambiguous { .. } => Who::Stranger,
            },
        };
        roster.rows.iter().map(row).collect()
    }

    /// Findings that no change of people settles: about the schedule, pinned rows, pins that the rules do not let stand.
    pub fn is_hopeless(&self, finding: &Finding, roster: &domain::Roster) -> bool {
        let school = &self.ours;
        let rows = self.rows(roster);
        let pinned = |sitting: Option<usize>, person: Option<usize>| {
            rows.iter().zip(&roster.rows).any(|(row, it)| {
                let named = match row.who {
                    Who::Person(named) => Some(named),
                    _ => None,
                };
                it.pinned
                    && (sitting.is_none() || row.sitting == sitting)
                    && (person.is_none() || named == person)
            })
        };
        match finding.code {
            "unfilled" | "unknown-sitting" => true,
            // A stranger stays where nobody else can be had.
            "unknown-person" => true,
            "overfilled" => pinned(finding.sitting, None),
            "pin-broken" => {
                let (Some(person), Some(sitting)) = (finding.person, finding.sitting) else {
                    return false;
                };
                !may_take(school, person, finding.role, sitting)
                    || pinned(Some(sitting), None)
                    || pinned(None, Some(person))
                    || self.is_pinned_elsewhere(person)
            }
            _ => pinned(None, finding.person),
        }
    }

    /// Do the lists pin the person to other places?
    fn is_pinned_elsewhere(&self, person: usize) -> bool {
        let pins = self.ours.pins.iter();
        pins.filter(|pin| pin.person == person).count() > 1 || self.ours.pins.len() > 1
    }

    /// Our person as the library's.
    pub fn person_id(&self, person: usize) -> PersonId {
        self.people[person].expect("the library knows everybody")
    }

    /// The library's person as ours.
    pub fn person(&self, id: PersonId) -> usize {
        self.people
            .iter()
            .position(|&person| person == Some(id))
            .expect("we know everybody")
    }

    /// The library's findings in our terms, with the number of times each is made.
    pub fn findings(&self, findings: &Findings) -> BTreeMap<Finding, usize> {
        let mut counted = BTreeMap::new();
        let lists = [
            &findings.conflicts,
            &findings.exceptions,
            &findings.preferences,
            &findings.possible,
        ];
        for finding in lists.into_iter().flatten() {
            let finding = Finding {
                code: finding.code.name(),
                kind: match finding.weight {
                    Weight::Forbid => Kind::Forbid,
                    Weight::Avoid => Kind::Avoid,
                    Weight::Always => Kind::Always,
                    Weight::Possible => Kind::Possible,
                },
                sitting: finding.sitting.map(SittingId::index),
                role: Role::ALL[finding.role as usize],
                person: finding.person.map(|person| self.person(person)),
                waived: finding.waiver.is_some(),
            };
            *counted.entry(finding).or_insert(0) += 1;
        }
        counted
    }

    /// The finding in names.
    pub fn describe(&self, finding: &Finding) -> String {
        let sitting = finding.sitting.map_or_else(
            || "no sitting".to_owned(),
            |sitting| {
                let row = &self.ours.schedule[sitting];
                format!(
                    "sitting {sitting} (April {}, {:?}, {}, {})",
                    row.day,
                    row.when,
                    self.ours.classes[row.class].name,
                    self.ours.subjects[row.subject].name
                )
            },
        );
        let person = finding
            .person
            .map_or("nobody", |person| self.ours.people[person].as_str());
        let waived = if finding.waived { " waived" } else { "" };
        format!(
            "{:?} {}{waived}: {person} as {:?} at {sitting}",
            finding.kind, finding.code, finding.role
        )
    }

    /// The folder and the roster as text, for a person who looks into a disagreement.
    pub fn case(&self, roster: &[Row]) -> String {
        let mut text = folder(&self.files);
        text.push_str("--- roster\n");
        for row in roster {
            let who = match row.who {
                Who::Nobody => "(nobody)",
                Who::Stranger => "(a stranger)",
                Who::Person(person) => &self.ours.people[person],
            };
            let _ = writeln!(text, "sitting {:?} {:?} {who}", row.sitting, row.role);
        }
        text
    }
}

/// The library's objective as a row of numbers.
pub fn levels(objective: &domain::Objective) -> Objective {
    let mut levels = [0; 31];
    let mut put =
        |start: usize, map: &RoleMap<u64>| levels[start..start + 4].copy_from_slice(&map.0);
    put(UNFILLED.start, &objective.unfilled);
    put(LOAD_SQUARES.start, &objective.load_squares);
    put(LESSON_SQUARES.start, &objective.lesson_squares);
    for (index, code) in RuleCode::ALL.iter().enumerate() {
        levels[AVOIDED.start + index] = objective.avoided.get(code).copied().unwrap_or(0);
    }
    levels[LESSONS_LOST] = objective.lessons_lost;
    levels
}

/// All files of a folder as text.
pub fn folder(files: &[InputFile]) -> String {
    let mut text = String::new();
    for file in files {
        let (content, _, _) = match encoding_rs::Encoding::for_bom(&file.bytes) {
            Some((encoding, _)) => encoding.decode(&file.bytes),
            None if std::str::from_utf8(&file.bytes).is_ok() => {
                encoding_rs::UTF_8.decode(&file.bytes)
            }
            None => encoding_rs::WINDOWS_1251.decode(&file.bytes),
        };
        let _ = write!(text, "--- {}\n{content}", file.name);
    }
    text
}
