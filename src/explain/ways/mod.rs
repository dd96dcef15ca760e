//! The ways out of a shortage: each changes one fact of the lists, and is offered only after the changed school has been
//! filled again and the place was among what could be filled, with everything else that is filled now.

mod apply;
mod propose;
mod times;

use crate::domain::{ClassId, Date, PersonId, Role, RuleCode, School, Severity, SittingId, Span};
use crate::rules::{self, Eligibility};

use super::Ground;
use super::Spot;
use super::shortage::Shortage;

/// One change to the lists that fills a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A parent comes on one more day.
    OfferDay {
        /// The parent.
        person: PersonId,
        /// The day.
        date: Date,
    },
    /// One more duty a day is allowed.
    RaiseDailyLimit {
        /// For whom.
        person: PersonId,
        /// The new limit.
        to: u32,
    },
    /// One more duty in all is allowed.
    RaiseTotalLimit {
        /// For whom.
        person: PersonId,
        /// The new limit.
        to: u32,
    },
    /// A person who is away comes on the day.
    ComeIn {
        /// Who.
        person: PersonId,
        /// The day.
        date: Date,
    },
    /// Works of all sittings may wait for so many working days.
    WidenWindow {
        /// Working days after the sitting.
        days: u32,
    },
    /// A decision by hand is taken back.
    LiftPin {
        /// Position among the school's pins.
        pin: usize,
    },
    /// A person takes on a role.
    GrantRole {
        /// Who.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A sitting moves to another lesson of its day.
    MoveLesson {
        /// The sitting.
        sitting: SittingId,
        /// Its new time.
        span: Span,
    },
    /// A sitting moves to another day of the schedule, at the same lesson.
    MoveDate {
        /// The sitting.
        sitting: SittingId,
        /// Its new day.
        date: Date,
    },
    /// A written exception for one person, at one sitting, from the one rule that bars them.
    Waive {
        /// For whom.
        person: PersonId,
        /// From what.
        rule: RuleCode,
        /// Where.
        sitting: SittingId,
    },
    /// One more person is found for the role: a checker qualified in the sitting's subject, a proctor or assistant who
    /// teaches neither the class nor the subject, a parent ready to observe.
    Find {
        /// The role.
        role: Role,
        /// The sitting that needs them.
        sitting: SittingId,
        /// Class of the child of a parent who observes.
        child: Option<ClassId>,
    },
}

/// Kinds of ways, the cheapest first: what asks a person comes before what changes the schedule, and that before what
/// needs a signature or somebody new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ask a parent for one more day.
    OfferDay,
    /// Raise a limit of one day.
    RaiseDailyLimit,
    /// Raise a limit over all days.
    RaiseTotalLimit,
    /// Have somebody come in who is away.
    ComeIn,
    /// Let works wait longer.
    WidenWindow,
    /// Take back a decision by hand.
    LiftPin,
    /// Have somebody take on a role; a parent, to observe.
    GrantRole,
    /// Move a sitting within its day.
    MoveLesson,
    /// Move a sitting to another day.
    MoveDate,
    /// An exception from a rule that the plan itself does not forbid: the school has tightened it.
    WaiveTightening,
    /// An exception from the plan's own wording.
    WaivePlan,
    /// Find one more person.
    Find,
}

impl Way {
    /// Its kind, and so its place in the order of costs.
    pub fn kind(&self) -> Kind {
        match self {
            Way::OfferDay { .. } => Kind::OfferDay,
            Way::RaiseDailyLimit { .. } => Kind::RaiseDailyLimit,
            Way::RaiseTotalLimit { .. } => Kind::RaiseTotalLimit,
            Way::ComeIn { .. } => Kind::ComeIn,
            Way::WidenWindow { .. } => Kind::WidenWindow,
            Way::LiftPin { .. } => Kind::LiftPin,
            Way::GrantRole { .. } => Kind::GrantRole,
            Way::MoveLesson { .. } => Kind::MoveLesson,
            Way::MoveDate { .. } => Kind::MoveDate,
            Way::Waive { rule, .. } => {
                if rules::rule(*rule).default.plan == Severity::Forbid {
                    Kind::WaivePlan
                } else {
                    Kind::WaiveTightening
                }
            }
            Way::Find { .. } => Kind::Find,
        }
    }
}

/// A way that was tried and works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// The way.
    pub way: Way,
    /// How many of the obstacle's empty places it fills at once.
    pub fills: usize,
}

/// How far to look for ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// Stop after so many that work.
    pub most: usize,
    /// Try no more than this.
    pub tries: usize,
    /// No more than this of one kind.
    pub of_kind: usize,
}

impl Depth {
    /// Every way there is.
    pub const FULL: Depth = Depth {
        most: usize::MAX,
        tries: usize::MAX,
        of_kind: usize::MAX,
    };
}

impl Ground<'_> {
    /// Ways out of the shortage, the cheapest first; `holes` are the empty places of the whole obstacle.
    pub fn ways_out(&self, shortage: &Shortage, holes: &[Spot], depth: Depth) -> Vec<WayOut> {
        let mut found: Vec<WayOut> = Vec::new();
        if self.effort.is_over() {
            return found;
        }
        let mut tries = 0;
        for way in propose::proposals(self, shortage) {
            if tries >= depth.tries || found.len() >= depth.most || self.effort.is_over() {
                break;
            }
            let same = found.iter().filter(|it| it.way.kind() == way.kind());
            if same.count() >= depth.of_kind {
                continue;
            }
            tries += 1;
            if let Some(fills) = self.try_way(&way, shortage.spot(), holes) {
                found.push(WayOut { way, fills });
            }
        }
        found
    }

    /// Fills the changed school again: how many of the holes are filled, or `None` where the one in question cannot be
    /// filled with everything that is filled now.
    fn try_way(&self, way: &Way, hole: Spot, holes: &[Spot]) -> Option<usize> {
        let changed = School::new(way.apply(self.school));
        self.effort.read(&changed);
        let eligibility = Eligibility::of(&changed);
        let (base, moved) = match *way {
            Way::MoveLesson { sitting, .. } | Way::MoveDate { sitting, .. } => {
                self.base.clone().without(sitting)
            }
            _ => (self.base.clone(), Vec::new()),
        };
        let ground = Ground {
            school: &changed,
            eligibility: &eligibility,
            base: &base,
            effort: self.effort,
        };
        let fills = |holes: &[Spot]| {
            let wanted: Vec<Spot> = moved.iter().chain(holes).copied().collect();
            ground.fill(&wanted)
        };
        if !fills(&[hole]).is_full() {
            return None;
        }
        if holes.len() < 2 {
            return Some(1);
        }
        let filling = fills(holes);
        let empty = usize::try_from(filling.empty).unwrap_or(usize::MAX);
        Some(holes.len().saturating_sub(empty).max(1))
    }
}
