//! What keeps places empty, and the ways out.

use serde::Serialize;

use crate::domain::{Lang, Place, RosterRow, School, Seat};
use crate::explain::{Way, WayOut};
use crate::service::Explained;
use crate::service::desk::board::{Board, Spot};
use crate::service::desk::{Desk, DeskError};

/// Every obstacle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObstaclesView {
    /// The number of the last change.
    pub revision: u64,
    /// The obstacles.
    pub unfilled: Vec<ObstacleView>,
}

/// What keeps some places empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObstacleView {
    /// Positions of the places among the cells.
    pub cells: Vec<usize>,
    /// Why, in one sentence; whom the rules bar is told in `barred`.
    pub because: String,
    /// How many who hold the role each rule bars.
    pub barred: Vec<BarredView>,
    /// What would fill them, the cheapest first.
    pub ways: Vec<WayView>,
}

/// How many a rule bars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarredView {
    /// Name of the rule.
    pub rule: &'static str,
    /// People.
    pub count: u64,
}

/// A way out that was tried and works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayView {
    /// Position among the obstacle's ways.
    pub id: usize,
    /// One sentence.
    pub words: String,
    /// Can it be taken here, or has somebody to be found first?
    pub applies: bool,
    /// Does it need a reason and an approver?
    pub signed: bool,
}

impl Desk {
    /// What keeps places empty, as computed by [`Desk::obstacles`].
    pub fn obstacles_view(
        &self,
        obstacles: &[Explained],
        lang: Lang,
    ) -> Result<ObstaclesView, DeskError> {
        let (school, board) = (self.school()?, self.board()?);
        let view = |explained: &Explained| ObstacleView {
            cells: explained
                .places()
                .filter_map(|place| cell_of(board, place))
                .collect(),
            because: explained.because_in_short(school, lang),
            barred: explained.obstacle.shortages[0]
                .barred
                .iter()
                .map(|&(code, count)| BarredView {
                    rule: code.name(),
                    count,
                })
                .collect(),
            ways: ways(school, explained, lang),
        };
        Ok(ObstaclesView {
            revision: self.revision,
            unfilled: obstacles.iter().map(view).collect(),
        })
    }
}

/// The cell of an empty place, which explanations count after those who are named.
fn cell_of(board: &Board, place: Place) -> Option<usize> {
    let first = board.position(Spot {
        sitting: place.sitting,
        role: place.role,
        seat: 0,
    })?;
    let rows = board.roster.rows[first..].iter().enumerate();
    let of_place = rows.take_while(|(_, row)| {
        row.role == place.role && row.sitting == board.roster.rows[first].sitting
    });
    let is_empty = |row: &RosterRow| row.seat == Seat::Empty;
    let (empty, named): (Vec<_>, Vec<_>) = of_place.partition(|(_, row)| is_empty(row));
    let nth = (place.seat as usize).checked_sub(named.len())?;
    empty.get(nth).map(|(index, _)| first + index)
}

fn ways(school: &School, explained: &Explained, lang: Lang) -> Vec<WayView> {
    let words = explained.ways_in_plain_words(school, lang);
    let view = |(id, (out, words)): (usize, (&WayOut, String))| WayView {
        id,
        words,
        applies: !matches!(out.way, Way::Find { .. }),
        signed: matches!(out.way, Way::Waive { .. }),
    };
    explained
        .ways
        .iter()
        .zip(words)
        .enumerate()
        .map(view)
        .collect()
}
