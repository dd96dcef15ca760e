//! Fields become values and ids; what cannot becomes a complaint.

use chrono::Weekday;

use crate::domain::{ClassId, Date, GroupId, Lessons, PersonId, SubjectId};
use crate::input::cells::{self, Parsed};
use crate::input::complaint::Gravity;
use crate::input::names::{
    Found, NoPerson, PeopleIndex, is_class_word, is_usual_short, may_be_one, no_person,
    several_classes, shortens, subject_key, titles_clash, without_asides, without_front,
};
use crate::input::problem::{FactProblem, NameKind};
use crate::input::tables::Field;

use super::{Folder, SchoolFacts};

/// Where there are more subjects than any school has, the texts are something else, and are not compared with each other.
const MOST_COMPARED: usize = 200;

/// Reads the tables of one school into the folder's facts.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The school whose tables are read.
    pub school: &'a mut SchoolFacts,
    /// The whole folder.
    pub folder: &'a mut Folder,
}

impl Reader<'_> {
    /// Complains about a field; its text is quoted.
    pub fn complain(&mut self, gravity: Gravity, field: Field<'_>, problem: FactProblem) {
        self.folder
            .complaints
            .add(gravity, field.at, field.text, problem);
    }

    /// Complains about a field: an error.
    pub fn error(&mut self, field: Field<'_>, problem: FactProblem) {
        self.complain(Gravity::Error, field, problem);
    }

    /// The field's value; an empty cell is an error.
    pub fn required<T>(
        &mut self,
        field: Field<'_>,
        read: impl FnOnce(&mut Self, Field<'_>) -> Option<T>,
    ) -> Option<T> {
        if field.is_empty() {
            self.error(field, FactProblem::EmptyCell(field.column.word()));
            return None;
        }
        if self.is_spoiled(field) {
            return None;
        }
        read(self, field)
    }

    /// Complains where a spreadsheet left an error instead of a value.
    fn is_spoiled(&mut self, field: Field<'_>) -> bool {
        let is_spoiled = cells::is_sheet_error(field.text);
        if is_spoiled {
            self.error(field, FactProblem::SheetError);
        }
        is_spoiled
    }

    #[expect(clippy::option_option, reason = "a cell is wrong, empty, or filled")]
    /// The field's value: `Some(None)` where the cell is empty, `None` where its text is wrong.
    pub fn optional<T>(
        &mut self,
        field: Field<'_>,
        read: impl FnOnce(&mut Self, Field<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        if field.is_empty() {
            return Some(None);
        }
        if self.is_spoiled(field) {
            return None;
        }
        read(self, field).map(Some)
    }

    /// The value of a cell that means something by itself.
    pub fn value<T>(&mut self, field: Field<'_>, parsed: Parsed<T>) -> Option<T> {
        parsed.map_err(|problem| self.error(field, problem)).ok()
    }

    /// A free text that must be there.
    pub fn text(&mut self, field: Field<'_>) -> Option<String> {
        self.required(field, |_, field| Some(field.text.to_owned()))
    }

    /// A whole number up to `max`, or nothing where the cell is empty or wrong.
    pub fn count(&mut self, field: Field<'_>, max: u32) -> Option<u32> {
        self.optional(field, |reader, field| {
            reader.value(field, cells::count(field.text, max))
        })
        .flatten()
    }

    /// A date.
    pub fn date(&mut self, field: Field<'_>) -> Option<Date> {
        let read = cells::date(field.text, field.table.serials());
        match cells::day_and_month(field.text).filter(|_| read.is_err()) {
            Some(day) => self.date_without_year(field, day),
            None => self.value(field, read),
        }
    }

    /// A date of the schedule's year; that is told once, and so is that nobody knows the year.
    fn date_without_year(&mut self, field: Field<'_>, (day, month): (u32, u32)) -> Option<Date> {
        let is_told = std::mem::replace(&mut self.school.year_is_told, true);
        let (gravity, problem) = match self.school.year {
            Some(year) => (Gravity::Note, FactProblem::YearTaken { year }),
            None => (Gravity::Error, FactProblem::NoYear),
        };
        if !is_told {
            self.complain(gravity, field, problem);
        }
        let year = self.school.year?;
        let date = Date::from_ymd_opt(year, month, day);
        if date.is_none() {
            self.error(field, FactProblem::NotADate);
        }
        date
    }

    /// A day of the week.
    pub fn weekday(&mut self, field: Field<'_>) -> Option<Weekday> {
        let weekday = self.folder.weekdays.of(field.text, cells::weekday);
        self.value(field, weekday)
    }

    /// Lesson numbers.
    pub fn lessons(&mut self, field: Field<'_>) -> Option<Lessons> {
        let lessons = self.folder.lessons.of(field.text, cells::lessons);
        self.value(field, lessons)
    }

    /// A class of this school.
    pub fn class(&mut self, field: Field<'_>) -> Option<ClassId> {
        let found = self.school.classes.find(field.text);
        if found.is_none() && self.school.readable.classes {
            let nearest = self
                .school
                .classes
                .nearest(field.text, self.folder.complaints.budget())
                .map(str::to_owned);
            let kind = NameKind::Class;
            self.error(field, FactProblem::UnknownName { kind, nearest });
        }
        found
    }

    /// A subject, as this school names it; without a table of subjects, any text is one.
    pub fn subject(&mut self, field: Field<'_>) -> Option<SubjectId> {
        let found = self.school.subjects.find(field.text);
        if found.is_some() {
            return found;
        }
        if let Some(subject) = self.shortened(field) {
            self.school.subjects.insert(field.text, subject);
            return Some(subject);
        }
        if !self.school.has_subjects {
            self.ask_if_one(field);
            let subject = self.folder.subject(field.text);
            self.school.subjects.insert(field.text, subject);
            return Some(subject);
        }
        if self.school.readable.subjects {
            let nearest = self
                .school
                .subjects
                .nearest(field.text, self.folder.complaints.budget())
                .map(str::to_owned);
            let kind = NameKind::Subject;
            self.error(field, FactProblem::UnknownName { kind, nearest });
        }
        None
    }

    /// The only subject that the text is short for; or, where any text is a subject, that was written short so far and takes
    /// the text for its name.
    fn shortened(&mut self, field: Field<'_>) -> Option<SubjectId> {
        let lists = &self.folder.lists;
        if lists.subjects.len() > MOST_COMPARED {
            return None;
        }
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut all = lists.subjects.iter().enumerate();
            let (first, _) = all.find(|(_, subject)| fits(&subject.name))?;
            let is_only = all.all(|(_, subject)| !fits(&subject.name));
            is_only.then(|| SubjectId::new(first))
        };
        if let Some(subject) = only(&|name| shortens(field.text, name)) {
            return Some(subject);
        }
        let key = subject_key(field.text);
        if self.school.has_subjects || self.folder.subjects.contains_key(&key) {
            return None;
        }
        let subject = only(&|name| shortens(name, field.text))?;
        self.folder.subjects.insert(key, subject);
        field
            .text
            .clone_into(&mut self.folder.lists.subjects[subject.index()].name);
        Some(subject)
    }

    /// Asks whether a new subject is one that is there, misspelt.
    fn ask_if_one(&mut self, field: Field<'_>) {
        if self.folder.lists.subjects.len() > MOST_COMPARED {
            return;
        }
        let alike = self.folder.lists.subjects.iter();
        let mut alike = alike.map(|subject| subject.name.as_str());
        let budget = self.folder.complaints.budget();
        let other = alike.find(|name| may_be_one(field.text, name)).or_else(|| {
            let list = &self.school.subjects;
            let near = (!is_usual_short(field.text)).then(|| list.nearest(field.text, budget));
            near.flatten()
        });
        if let Some(other) = other.map(str::to_owned) {
            self.complain(
                Gravity::Warning,
                field,
                FactProblem::MaybeOneSubject { other },
            );
        }
    }

    /// The class's group, where the cell names one.
    pub fn group(&mut self, field: Field<'_>, class: Option<ClassId>) -> Option<GroupId> {
        let class = class.filter(|_| !field.is_empty())?;
        Some(self.folder.group(class, field.text))
    }

    /// Whom the text means; a number or a title before the name does not matter, unless it is that of a man for a woman, nor what
    /// kin or post stands beside it.
    fn found_in(&self, people: &PeopleIndex, text: &str) -> Found {
        let found = people.find(text);
        if found != Found::Nobody {
            return found;
        }
        let bare = without_asides(&without_front(text));
        if bare == text {
            return Found::Nobody;
        }
        match people.find(&bare) {
            Found::One(person)
                if titles_clash(text, &self.folder.lists.people[person.index()].name) =>
            {
                Found::Nobody
            }
            found => found,
        }
    }

    /// Somebody of this school's staff.
    pub fn staff(&mut self, field: Field<'_>) -> Option<PersonId> {
        let found = self.found_in(&self.school.staff, field.text);
        if self.names_no_one(field, &found) {
            return None;
        }
        self.one_of(field, found, NameKind::Staff)
    }

    /// Somebody of this school's staff or parents, else of the district's.
    pub fn person(&mut self, field: Field<'_>) -> Option<PersonId> {
        let found = match self.found_in(&self.school.people, field.text) {
            Found::Nobody => self.found_in(&self.folder.everybody, field.text),
            found => found,
        };
        if self.names_no_one(field, &found) {
            return None;
        }
        self.one_of(field, found, NameKind::Person)
    }

    /// Where the lists do not know the text: is it surely no single name? Then that is said.
    fn names_no_one(&mut self, field: Field<'_>, found: &Found) -> bool {
        *found == Found::Nobody && self.refuse_no_person(field)
    }

    /// Complains about a text that marks an empty place or names several people.
    pub fn refuse_no_person(&mut self, field: Field<'_>) -> bool {
        match no_person(field.text) {
            Some(NoPerson::Nobody) => self.error(field, FactProblem::NobodyNamed),
            Some(NoPerson::Several) => self.error(field, FactProblem::SeveralNamed),
            None => return false,
        }
        true
    }

    fn one_of(&mut self, field: Field<'_>, found: Found, kind: NameKind) -> Option<PersonId> {
        match found {
            Found::One(person) => return Some(person),
            Found::Several(people) => {
                let candidates = people
                    .iter()
                    .map(|person| self.folder.lists.people[person.index()].name.clone())
                    .collect();
                self.error(field, FactProblem::AmbiguousName { candidates });
            }
            Found::Nobody if self.all_are_listed(kind) => {
                let list = match kind {
                    NameKind::Staff => &self.school.staff,
                    _ => &self.school.people,
                };
                let nearest = match list.find_loosely(field.text) {
                    Found::One(person) => {
                        Some(self.folder.lists.people[person.index()].name.clone())
                    }
                    _ => list
                        .nearest(field.text, self.folder.complaints.budget())
                        .map(str::to_owned),
                };
                self.error(field, FactProblem::UnknownName { kind, nearest });
            }
            Found::Nobody => {}
        }
        None
    }

    fn all_are_listed(&self, kind: NameKind) -> bool {
        let readable = self.school.readable;
        readable.staff && (kind == NameKind::Staff || readable.parents)
    }

    /// Classes of a cell that lists them.
    pub fn classes(&mut self, field: Field<'_>) -> Vec<ClassId> {
        if self.is_spoiled(field) {
            return Vec::new();
        }
        let known = |text: &str| self.school.classes.find(text).is_some();
        let pieces = cells::pieces(field.text, field.table.delimiter(), known);
        let mut classes = Vec::new();
        let mut grade = String::new();
        for text in pieces {
            let piece = Field { text, ..field };
            for class in self.classes_of(piece, &mut grade) {
                if !classes.contains(&class) {
                    classes.push(class);
                }
            }
        }
        classes
    }

    /// The classes of one piece of a list: `5А`; behind it `Б` for `5Б`; `5А–В` for all between.
    fn classes_of(&mut self, piece: Field<'_>, grade: &mut String) -> Vec<ClassId> {
        let named = |text: &str| self.school.classes.find(text).into_iter().collect();
        let is_digit = |letter: &char| letter.is_ascii_digit();
        let digits: String = piece.text.chars().take_while(is_digit).collect();
        if !digits.is_empty() {
            *grade = digits;
        }
        let known: Vec<ClassId> = named(piece.text);
        if !known.is_empty() {
            return known;
        }
        let words = piece.text.split_whitespace();
        let bare: Vec<&str> = words.filter(|word| !is_class_word(word)).collect();
        let bare = bare.join(" ");
        let full = if bare.starts_with(|letter: char| letter.is_ascii_digit()) {
            bare
        } else {
            format!("{grade}{bare}")
        };
        let short: Vec<ClassId> = named(&full);
        if !short.is_empty() {
            return short;
        }
        match several_classes(&full, grade, &named) {
            Some(several) => several.into_iter().flatten().collect(),
            None => self.class(piece).into_iter().collect(),
        }
    }

    /// Subjects of a cell that lists them.
    pub fn subjects(&mut self, field: Field<'_>) -> Vec<SubjectId> {
        if self.is_spoiled(field) {
            return Vec::new();
        }
        let known = |text: &str| self.school.subjects.find(text).is_some();
        let pieces = cells::pieces(field.text, field.table.delimiter(), known);
        self.each(field, &pieces, Self::subject)
    }

    /// Values of a cell that lists texts of a plain kind.
    pub fn values<T: PartialEq>(
        &mut self,
        field: Field<'_>,
        read: impl FnMut(&mut Self, Field<'_>) -> Option<T>,
    ) -> Vec<T> {
        if self.is_spoiled(field) {
            return Vec::new();
        }
        let pieces = cells::pieces(field.text, field.table.delimiter(), |_| false);
        self.each(field, &pieces, read)
    }

    /// Every piece once, in the cell's order.
    fn each<T: PartialEq>(
        &mut self,
        field: Field<'_>,
        pieces: &[&str],
        mut read: impl FnMut(&mut Self, Field<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        for text in pieces {
            let piece = Field { text, ..field };
            if let Some(item) = read(self, piece).filter(|item| !items.contains(item)) {
                items.push(item);
            }
        }
        items
    }
}
