//! What is known of a role, whatever the rules say of it: when it is done, who holds it, what it weighs, what it is called.

use super::super::Word;
use super::Role;

/// Everything about a role that is no rule. One constant a role, in a file of its own.
#[derive(Debug)]
pub struct RoleCard {
    /// The role.
    pub role: Role,
    /// Canonical name, as it stands in files.
    pub code: &'static str,
    /// Present in the room at the sitting's time?
    pub is_time_bound: bool,
    /// Costs its holder the lessons that overlap the sitting?
    pub misses_lessons: bool,
    /// Who may hold it.
    pub holders: Holders,
    /// What a duty adds to its holder's load.
    pub unit: LoadUnit,
    /// Places in a sitting of which no list says how many it has.
    pub places: u32,
    /// What the role is called.
    pub words: RoleWords,
    /// How it is known in rosters and lists that others made.
    pub known_by: KnownBy,
}

/// Who may hold a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holders {
    /// Staff of the school whose class writes.
    OwnStaff,
    /// Staff of this school, and of others.
    AnyStaff,
    /// Parents who agreed to observe, in the school of their child.
    Parents,
}

/// What a duty adds to its holder's load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadUnit {
    /// One, whatever the sitting is.
    Duty,
    /// The works of the class, divided among those who hold the role.
    Works,
}

/// A role's names.
#[derive(Debug)]
pub struct RoleWords {
    /// One person: `observer`. The keyword of lists and rosters.
    pub one: Word,
    /// Several people: `observers`.
    pub many: Word,
    /// One person, as papers that are signed call them: `public observer`.
    pub on_papers: Word,
    /// Above several people on such papers: `Public observers`.
    pub above: Word,
    /// One person, where there is little room.
    pub short: Word,
    /// What the column of places asks for.
    pub places: Word,
    /// A usual number of places, as the template's example.
    pub example: Word,
}

/// How a role is known in what people write. Texts of one kind stand with `|` between them.
#[derive(Debug)]
pub struct KnownBy {
    /// Other keywords in a list's cell.
    pub keywords: &'static [&'static str],
    /// Headers of the column that counts its places: English, Russian, then other habits.
    pub counted: &'static [&'static str],
    /// Headings of the tidy roster.
    pub own: &'static str,
    /// What people write above its people.
    pub usual: &'static str,
    /// What may stand for it where nothing else does.
    pub weak: &'static str,
    /// Parts of a word that give it away.
    pub stems: &'static [&'static str],
}

/// A word in both languages.
pub(super) const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}
