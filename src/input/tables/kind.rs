//! Which tables there are, and what they are called.

use crate::input::header::Layout;
use crate::input::names::word_key;
use crate::lang::facts::Word;

use super::{
    absences, bells, classes, cleared, commissions, history, load, names, parents, pins, rooms,
    schedule, staff, subjects, ties, timetable, waivers,
};

/// A table of a school folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// Who works here.
    Staff,
    /// Who teaches what where.
    Load,
    /// The subjects.
    Subjects,
    /// The classes.
    Classes,
    /// Parents, one row per child.
    Parents,
    /// The sittings.
    Schedule,
    /// Times of the lessons.
    Bells,
    /// The ordinary week.
    Timetable,
    /// Who is away when.
    Absences,
    /// Decisions by hand.
    Pins,
    /// Personal ties.
    Ties,
    /// Written exceptions.
    Waivers,
    /// Hints that were looked into.
    Cleared,
    /// Who leads the checking of a subject, and when its members meet.
    Commissions,
    /// Where people can write.
    Rooms,
    /// Load carried over.
    History,
    /// Whom names as typed in rosters mean.
    Names,
}

impl TableKind {
    /// Every table.
    pub const ALL: [TableKind; 17] = [
        TableKind::Staff,
        TableKind::Load,
        TableKind::Subjects,
        TableKind::Classes,
        TableKind::Parents,
        TableKind::Schedule,
        TableKind::Bells,
        TableKind::Timetable,
        TableKind::Absences,
        TableKind::Pins,
        TableKind::Ties,
        TableKind::Waivers,
        TableKind::Cleared,
        TableKind::Commissions,
        TableKind::Rooms,
        TableKind::History,
        TableKind::Names,
    ];

    /// Tables no school can do without.
    pub const REQUIRED: [TableKind; 4] = [
        TableKind::Staff,
        TableKind::Classes,
        TableKind::Parents,
        TableKind::Schedule,
    ];

    /// The table's name.
    pub fn word(self) -> Word {
        let [en, ru] = self.names();
        Word {
            en: en[0],
            ru: ru[0],
        }
    }

    /// Names in English and Russian: the canonical one, then the singular.
    fn names(self) -> [&'static [&'static str]; 2] {
        match self {
            TableKind::Staff => [&["staff"], &["сотрудники", "сотрудник"]],
            TableKind::Load => [&["load", "loads"], &["нагрузка"]],
            TableKind::Subjects => [&["subjects", "subject"], &["предметы", "предмет"]],
            TableKind::Classes => [&["classes", "class"], &["классы", "класс"]],
            TableKind::Parents => [&["parents", "parent"], &["родители", "родитель"]],
            TableKind::Schedule => [&["schedule", "schedules"], &["график"]],
            TableKind::Bells => [&["bells", "bell"], &["звонки", "звонок"]],
            TableKind::Timetable => [&["timetable", "timetables"], &["расписание"]],
            TableKind::Absences => [&["absences", "absence"], &["отсутствия", "отсутствие"]],
            TableKind::Pins => [&["pins", "pin"], &["закрепления", "закрепление"]],
            TableKind::Ties => [&["ties", "tie"], &["связи", "связь"]],
            TableKind::Waivers => [&["waivers", "waiver"], &["исключения", "исключение"]],
            TableKind::Cleared => [&["cleared"], &["проверено"]],
            TableKind::Commissions => [&["commissions", "commission"], &["комиссии", "комиссия"]],
            TableKind::Rooms => [&["rooms", "room"], &["кабинеты", "кабинет"]],
            TableKind::History => [&["history"], &["история"]],
            TableKind::Names => [&["names"], &["имена"]],
        }
    }

    /// The table a file or sheet of this name holds; case, spaces and `_` do not matter.
    pub fn from_name(name: &str) -> Option<Self> {
        let key = word_key(name);
        Self::ALL.into_iter().find(|kind| {
            let mut names = kind.names().into_iter().flatten();
            names.any(|name| word_key(name) == key)
        })
    }

    /// Its columns.
    pub fn layout(self) -> &'static Layout {
        match self {
            TableKind::Staff => &staff::LAYOUT,
            TableKind::Load => &load::LAYOUT,
            TableKind::Subjects => &subjects::LAYOUT,
            TableKind::Classes => &classes::LAYOUT,
            TableKind::Parents => &parents::LAYOUT,
            TableKind::Schedule => &schedule::LAYOUT,
            TableKind::Bells => &bells::LAYOUT,
            TableKind::Timetable => &timetable::LAYOUT,
            TableKind::Absences => &absences::LAYOUT,
            TableKind::Pins => &pins::LAYOUT,
            TableKind::Ties => &ties::LAYOUT,
            TableKind::Waivers => &waivers::LAYOUT,
            TableKind::Cleared => &cleared::LAYOUT,
            TableKind::Commissions => &commissions::LAYOUT,
            TableKind::Rooms => &rooms::LAYOUT,
            TableKind::History => &history::LAYOUT,
            TableKind::Names => &names::LAYOUT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_by_either_name() {
        for (name, kind) in [
            ("staff", TableKind::Staff),
            ("Сотрудники", TableKind::Staff),
            ("НАГРУЗКА_", TableKind::Load),
            ("timetable", TableKind::Timetable),
            ("класс", TableKind::Classes),
            ("_parent", TableKind::Parents),
        ] {
            assert_eq!(TableKind::from_name(name), Some(kind), "{name}");
        }
        assert_eq!(TableKind::from_name("numbers"), None);
        assert_eq!(TableKind::from_name(""), None);
    }

    #[test]
    fn no_name_means_two_tables() {
        let mut seen = std::collections::BTreeSet::new();
        for kind in TableKind::ALL {
            for name in kind.names().into_iter().flatten() {
                assert!(seen.insert(word_key(name)), "{name}");
            }
        }
    }

    #[test]
    fn no_header_means_two_columns_of_one_table() {
        for kind in TableKind::ALL {
            let layout = kind.layout();
            let mut seen = std::collections::BTreeSet::new();
            for column in layout.required.iter().chain(layout.optional) {
                for name in column.headers() {
                    assert!(seen.insert(word_key(name)), "{kind:?}: {name}");
                }
            }
        }
    }
}
