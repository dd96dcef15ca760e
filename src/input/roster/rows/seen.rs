//! What the texts of a sheet's rows mean, found once: rows repeat them.

use std::ops::Range;
use std::rc::Rc;

use crate::domain::{Role, Seat};
use crate::input::cells;
use crate::input::map::Map;
use crate::input::roster::headings::role_in;
use crate::input::roster::in_cell::{is_nobody, names_in};
use crate::input::roster::layout::Meaning;
use crate::input::roster::line::{Line, LineWork};
use crate::input::roster::names::Names;
use crate::input::roster::sheet::CellText;

/// What has been met so far.
#[derive(Debug, Clone, Default)]
pub struct Seen<'g> {
    /// By the texts of class, subject, group and school.
    works: Map<[&'g str; 4], Rc<LineWork>>,
    /// By the cell's text, and whether it stands in a table of ours.
    people: Map<(&'g str, bool), Rc<CellNames>>,
    roles: Map<&'g str, Option<Role>>,
}

/// The names of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellNames {
    /// The cell says more than that there is nobody.
    pub is_somebody: bool,
    /// Each name's bytes in the cell, and whom it means.
    pub names: Vec<(Range<usize>, Seat)>,
}

impl<'g> Seen<'g> {
    /// The row's class and subject by its own cells.
    pub fn work(&mut self, line: Line<'_, 'g>, names: &Names<'_>) -> Rc<LineWork> {
        let [class, subject] = [Meaning::Class, Meaning::Subject].map(|meaning| line.cell(meaning));
        let others = [Meaning::Group, Meaning::School].map(|meaning| line.cell(meaning).text);
        let key = [class.text, subject.text, others[0], others[1]];
        let work = self.works.entry(key);
        Rc::clone(work.or_insert_with(|| Rc::new(line.work(names, class, subject))))
    }

    /// The names of the cell of a row.
    pub fn people(
        &mut self,
        line: Line<'_, 'g>,
        cell: CellText<'g>,
        names: &Names<'_>,
    ) -> Rc<CellNames> {
        let is_own = line.header.is_own;
        let people = self.people.entry((cell.text, is_own));
        Rc::clone(people.or_insert_with(|| Rc::new(CellNames::of(cell.text, is_own, names))))
    }

    /// The role that a cell names; `None` where it names none.
    pub fn role(&mut self, text: &'g str) -> Option<Role> {
        let role = self.roles.entry(text);
        *role.or_insert_with(|| cells::role(text).ok().or_else(|| role_in(text)))
    }
}

impl CellNames {
    /// A file of ours holds one name a cell, unless somebody has typed several known ones into it.
    fn of(text: &str, is_own: bool, names: &Names<'_>) -> Self {
        let is_name = |text: &str| names.people.is_name(text);
        let mut ranges = names_in(text, &is_name);
        let are_known = || ranges.iter().all(|name| is_name(&text[name.clone()]));
        let is_somebody = !text.is_empty() && !is_nobody(text);
        if is_own && is_somebody && !(ranges.len() > 1 && are_known()) {
            ranges.clear();
            ranges.push(0..text.len());
        }
        let seat = |range: Range<usize>| (range.clone(), names.seat(&text[range]));
        Self {
            is_somebody,
            names: ranges.into_iter().map(seat).collect(),
        }
    }
}
