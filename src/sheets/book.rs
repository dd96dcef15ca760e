//! The roster opened at any page: sittings in order, who sits where, who is on duty when, and how names are printed.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Camera, ClassId, Date, Duty, Lang, PersonId, Role, RoomRow, RowSitting, School, Seat, Sitting,
    SittingId, Span, SubjectId, are_same_letters,
};
use crate::lang::commands::numbers;
use crate::lang::sheets::{self as words, dates};

use super::material::{Audience, Interests, Material};
use super::names::{initials, sort_key, told_apart};
use super::order_details::OrderDetails;

/// An index over the material, for the sheets' builders.
pub struct Book<'a> {
    /// What it was made from.
    pub material: &'a Material<'a>,
    /// The facts.
    pub school: &'a School,
    /// Language of the sheets.
    pub lang: Lang,
    /// Number and date of the order.
    pub order: OrderDetails,
    sittings: Vec<SittingId>,
    seats: BTreeMap<(SittingId, Role), Vec<&'a Seat>>,
    duties: BTreeMap<PersonId, Vec<Duty>>,
    /// Rows of the plan's rooms.
    rooms: BTreeMap<SittingId, &'a RoomRow>,
    /// Everybody's surname and initials, or what tells namesakes apart.
    short: Vec<String>,
}

/// A place that nobody takes, to be filled by hand.
const BLANK: &str = "______________";

/// A sitting in words.
pub struct SittingWords {
    /// Day.
    pub date: String,
    /// Lesson numbers, or empty.
    pub lesson: String,
    /// Clock time, or empty.
    pub time: String,
    /// Class, with its group and (in a district) its school.
    pub class: String,
    /// Subject.
    pub subject: String,
    /// Room.
    pub room: String,
    /// Number of pupils, or empty.
    pub pupils: String,
}

impl<'a> Book<'a> {
    /// Opens the material.
    pub fn of(material: &'a Material<'a>) -> Self {
        let school = material.school;
        let mut seats: BTreeMap<_, Vec<&Seat>> = BTreeMap::new();
        for row in &material.roster.rows {
            if let RowSitting::Known(sitting) = row.sitting {
                seats
                    .entry((sitting, row.role))
                    .or_default()
                    .push(&row.seat);
            }
        }
        let mut sittings: Vec<SittingId> = school
            .sitting_ids()
            .filter(|&id| {
                let date = school.sitting(id).date;
                material.selection.date.is_none_or(|only| only == date)
            })
            .collect();
        sittings.sort_by_cached_key(|&id| order_of(school, id));
        let people = school.people.iter();
        let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
        let mut book = Self {
            material,
            school,
            lang: material.lang,
            order: OrderDetails::read(&school.policy.document.order, material.lang),
            sittings,
            seats,
            duties: BTreeMap::new(),
            rooms: rooms_of(material),
            short: told_apart(&names),
        };
        book.duties = book.all_duties();
        book
    }

    fn all_duties(&self) -> BTreeMap<PersonId, Vec<Duty>> {
        let mut duties: BTreeMap<_, Vec<Duty>> = BTreeMap::new();
        for &sitting in &self.sittings {
            for role in Role::ALL {
                for &seat in self.seats.get(&(sitting, role)).into_iter().flatten() {
                    if let &Seat::Person(person) = seat {
                        duties.entry(person).or_default().push(Duty {
                            sitting,
                            role,
                            person,
                        });
                    }
                }
            }
        }
        duties
    }

    /// The sittings, by day, time, class and subject.
    pub fn sittings(&self) -> impl Iterator<Item = SittingId> + '_ {
        self.sittings.iter().copied()
    }

    /// The sitting's seats of the role, with empty ones up to the number of places.
    pub fn seats(&self, sitting: SittingId, role: Role) -> Vec<&'a Seat> {
        let mut seats = self
            .seats
            .get(&(sitting, role))
            .cloned()
            .unwrap_or_default();
        let places = self.school.sitting(sitting).places[role] as usize;
        seats.resize(seats.len().max(places), &Seat::Empty);
        seats
    }

    /// Every sitting's seats of the role, one by one.
    pub fn all_seats(&self, role: Role) -> impl Iterator<Item = (SittingId, &'a Seat)> + '_ {
        self.sittings().flat_map(move |sitting| {
            self.seats(sitting, role)
                .into_iter()
                .map(move |seat| (sitting, seat))
        })
    }

    /// The person's duties, in the sittings' order.
    pub fn duties_of(&self, person: PersonId) -> &[Duty] {
        self.duties.get(&person).map_or(&[], Vec::as_slice)
    }

    /// What the lists say of the person's interests, where they serve.
    pub fn interests(&self, person: PersonId) -> Option<&'a Interests> {
        self.material.interests.get(&person)
    }

    /// Classes and subjects that write.
    pub fn different_works(&self) -> BTreeSet<(ClassId, SubjectId)> {
        let sittings = self.school.sittings.iter();
        sittings.map(|it| (it.class, it.subject)).collect()
    }

    /// Everybody on duty (who was asked for), by name.
    pub fn on_duty(&self) -> Vec<PersonId> {
        let wanted = self.material.selection.person;
        let people = self.duties.keys().copied();
        self.by_name(people.filter(|&person| wanted.is_none_or(|only| only == person)))
    }

    /// Different people on duty in the role.
    pub fn people_in(&self, role: Role) -> usize {
        let people: BTreeSet<&PersonId> = self
            .duties
            .iter()
            .filter(|(_, duties)| duties.iter().any(|duty| duty.role == role))
            .map(|(person, _)| person)
            .collect();
        people.len()
    }

    /// The people, as an alphabetical list has them.
    pub fn by_name(&self, people: impl IntoIterator<Item = PersonId>) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = people.into_iter().collect();
        people.sort_by_cached_key(|&person| (sort_key(&self.school.person(person).name), person));
        people
    }

    /// Name of the person: in full, or initials for the public.
    pub fn name(&self, person: PersonId) -> String {
        match self.material.selection.audience {
            Audience::Staff => self.school.person(person).name.clone(),
            Audience::Public => self.short_name(person),
        }
    }

    /// Surname and initials.
    pub fn short_name(&self, person: PersonId) -> String {
        self.short[person.index()].clone()
    }

    fn shown(&self, name: &str) -> String {
        match self.material.selection.audience {
            Audience::Staff => name.to_owned(),
            Audience::Public => initials(name),
        }
    }

    /// Job title, or what the person is here.
    pub fn position(&self, person: PersonId) -> String {
        match &self.school.person(person).staff {
            Some(staff) if staff.position.is_empty() => words::STAFF.in_lang(self.lang).to_owned(),
            Some(staff) => staff.position.clone(),
            None => words::PARENT.in_lang(self.lang).to_owned(),
        }
    }

    /// Who sits there: the name, a name as typed, or a blank.
    pub fn seat_name(&self, seat: &Seat) -> String {
        match seat {
            Seat::Person(person) => self.name(*person),
            Seat::Unknown(text) | Seat::Ambiguous { text, .. } => self.shown(text),
            Seat::Empty => BLANK.to_owned(),
        }
    }

    /// As [`Book::seat_name`], surname and initials only.
    pub fn seat_short(&self, seat: &Seat) -> String {
        match seat {
            Seat::Person(person) => self.short_name(*person),
            Seat::Unknown(text) | Seat::Ambiguous { text, .. } => initials(text),
            Seat::Empty => BLANK.to_owned(),
        }
    }

    /// Name and position on two lines.
    pub fn seat_position(&self, seat: &Seat) -> String {
        let name = self.seat_name(seat);
        match seat {
            Seat::Person(person) => format!("{name},\n{}", self.position(*person)),
            _ => name,
        }
    }

    /// Short names of all seats of the role at the sitting, one a line.
    pub fn short_names(&self, sitting: SittingId, role: Role) -> String {
        let names = self.seats(sitting, role).into_iter();
        names
            .map(|seat| self.seat_short(seat))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The sitting in words.
    pub fn words(&self, id: SittingId) -> SittingWords {
        let sitting = self.school.sitting(id);
        SittingWords {
            date: dates::short(sitting.date, self.lang),
            lesson: numbers(&sitting.span.lessons.to_string()),
            time: clock(&sitting.span),
            class: self.class(sitting),
            subject: self.school.subject(sitting.subject).name.clone(),
            room: self.room(id).to_owned(),
            pupils: match sitting.pupils {
                0 => String::new(),
                pupils => pupils.to_string(),
            },
        }
    }

    /// The room that the plan gives it, else that of the schedule, else the class's; or empty.
    fn room(&self, id: SittingId) -> &'a str {
        let planned = self.rooms.get(&id).map(|row| row.room.as_str());
        let planned = planned.filter(|room| !room.is_empty());
        planned.unwrap_or(&self.school.sitting(id).room)
    }

    /// What films the room that the plan gives it.
    pub fn camera(&self, id: SittingId) -> Option<Camera> {
        let room = &self.rooms.get(&id)?.room;
        let class = self.school.class(self.school.sitting(id).class);
        let all = self.school.procedure.rooms.iter();
        let mut named =
            all.filter(|it| it.school == class.school && are_same_letters(&it.name, room));
        let near = named
            .clone()
            .find(|it| are_same_letters(&it.building, &class.building));
        near.or_else(|| named.next()).map(|it| it.camera)
    }

    /// The sitting that a row of the plan's rooms is about.
    pub fn sitting_of(&self, row: &RoomRow) -> Option<SittingId> {
        let mut all = self.rooms.iter();
        all.find(|(_, own)| std::ptr::eq(**own, row))
            .map(|(&id, _)| id)
    }

    /// Is the day among those that are wanted?
    pub fn wants_day(&self, date: Option<Date>) -> bool {
        let only = self.material.selection.date;
        only.is_none_or(|only| date == Some(only))
    }

    /// Class, with its group and (in a district) its school.
    pub fn class(&self, sitting: &Sitting) -> String {
        let name = self.class_name(sitting.class);
        match sitting.group {
            Some(group) => words::group(&name, &self.school.groups[group.index()], self.lang),
            None => name,
        }
    }

    /// Class, in a district with its school.
    pub fn class_name(&self, id: ClassId) -> String {
        let class = self.school.class(id);
        if self.school.is_district() {
            format!(
                "{} ({})",
                class.name,
                self.school.schools[class.school.index()]
            )
        } else {
            class.name.clone()
        }
    }

    /// Where the class stands in a list of classes.
    pub fn class_order(&self, id: ClassId) -> impl Ord + use<> {
        class_order(self.school, id)
    }

    /// `21.04.2026, 5А, Русский язык`.
    pub fn brief(&self, sitting: SittingId) -> String {
        let words = self.words(sitting);
        format!("{}, {}, {}", words.date, words.class, words.subject)
    }

    /// Name of the school, or empty.
    pub fn school_name(&self) -> &'a str {
        let document = &self.school.policy.document;
        match self.school.schools.as_slice() {
            _ if !document.school.is_empty() => &document.school,
            [only] => only,
            _ => "",
        }
    }

    /// Who answers for all; a line to fill where it is not known.
    pub fn deputy(&self) -> String {
        or_blank(&self.school.policy.document.deputy)
    }

    /// Who answers for all, after their office where it is given.
    pub fn deputy_with_post(&self) -> String {
        let post = &self.school.policy.document.deputy_post;
        format!("{post} {}", self.deputy()).trim_start().to_owned()
    }

    /// Does the person work here? A guest who came from another school to check does not, nor does a parent.
    pub fn is_own_staff(&self, person: PersonId) -> bool {
        let staff = self.school.person(person).staff.as_ref();
        staff.is_some_and(|staff| !words::is_of_another_school(&staff.position, self.school_name()))
    }

    /// First and last day of the schedule; `None` for an empty one.
    pub fn period(&self) -> Option<(Date, Date)> {
        let days = || self.sittings().map(|id| self.school.sitting(id).date);
        Some((days().min()?, days().max()?))
    }
}

/// The row of each sitting in the plan's rooms, each row once.
fn rooms_of<'a>(material: &'a Material<'a>) -> BTreeMap<SittingId, &'a RoomRow> {
    let school = material.school;
    let mut rooms = BTreeMap::new();
    for row in material.plan.rooms.iter().flatten() {
        let mut fitting = school
            .sitting_ids()
            .filter(|&id| row.is_of(school, school.sitting(id)));
        if let Some(id) = fitting.find(|id| !rooms.contains_key(id)) {
            rooms.insert(id, row);
        }
    }
    rooms
}

/// The text, or a line to fill by hand.
pub fn or_blank(text: &str) -> String {
    if text.trim().is_empty() {
        "_".repeat(24)
    } else {
        text.to_owned()
    }
}

/// `09:25–10:10`, or empty.
pub fn clock(span: &Span) -> String {
    match (span.start(), span.end()) {
        (Some(start), Some(end)) => format!("{start}–{end}"),
        _ => String::new(),
    }
}

/// School, year, name.
fn class_order(school: &School, id: ClassId) -> impl Ord + use<> {
    let class = school.class(id);
    (class.school, class.grade, sort_key(&class.name))
}

/// Day, first lesson, start; then the class as people order them; then the subject.
fn order_of(school: &School, id: SittingId) -> impl Ord + use<> {
    let sitting = school.sitting(id);
    (
        sitting.date,
        sitting.span.lessons.iter().next(),
        sitting.span.start(),
        class_order(school, sitting.class),
        school.subject(sitting.subject).name.clone(),
        id,
    )
}
