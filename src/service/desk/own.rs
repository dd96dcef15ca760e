//! A roster of the user's own, judged beside the one on the table: its findings, what is accepted, and what comes of that.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check;
use crate::domain::{Lang, Roster};
use crate::input::{InputFile, ReadOptions};
use crate::service::{
    CheckError, CheckRequest, Checked, FixError, Remedy, Suggestions, accept, annotate,
    check as judge, fix,
};

use super::board::Board;
use super::books::Books;
use super::history::Label;
use super::outcome::Outcome;
use super::scene::Scene;
use super::{Desk, DeskError};

/// A roster of the user's own, and how far they have come with it.
#[derive(Debug)]
pub struct Own {
    /// The file as it came.
    pub(super) file: InputFile,
    /// The lists by which it was judged.
    books: Arc<Books>,
    /// What the check says, and what to do.
    pub(super) checked: Arc<Checked>,
    /// Positions of accepted suggestions.
    accepted: BTreeSet<usize>,
}

/// Which suggestions are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// Those of these findings, by their numbers.
    Findings(Vec<usize>),
    /// All there are.
    All,
    /// None, as at the start.
    Reset,
}

impl Desk {
    /// Judges a roster of the user's own, apart from the desk: it takes its time.
    pub fn check_own(&self, file: InputFile) -> Result<Own, DeskError> {
        self.facts()?;
        let books = Arc::clone(&self.scene.books);
        let checked = judge(&CheckRequest {
            files: &books.files,
            roster: &file,
            read: ReadOptions::default(),
        });
        let checked = checked
            .map_err(|CheckError::Refused(complaints)| DeskError::Refused(complaints))?
            .with_suggestions();
        Ok(Own {
            file,
            books,
            checked: Arc::new(checked),
            accepted: BTreeSet::new(),
        })
    }

    /// Lays it beside the desk.
    pub fn note_own(&mut self, own: Own) {
        self.own = Some(Arc::new(own));
    }

    /// The roster that was laid beside the desk, as long as the lists are those by which it was judged.
    pub fn own(&self) -> Result<&Own, DeskError> {
        let own = self.own.as_deref().ok_or(DeskError::NoOwn)?;
        if Arc::ptr_eq(&own.books, &self.scene.books) {
            Ok(own)
        } else {
            Err(DeskError::NoOwn)
        }
    }

    /// Accepts suggestions.
    pub fn accept_own(&mut self, which: &Accept) -> Result<(), DeskError> {
        let own = self.own()?;
        let mut accepted = own.accepted.clone();
        match which {
            Accept::Reset => accepted.clear(),
            Accept::All => {
                let count = own.suggestions().map_or(0, |all| all.list.len());
                accepted.extend(0..count);
            }
            Accept::Findings(numbers) => {
                for &number in numbers {
                    accepted.extend(own.settling(number).ok_or(DeskError::NoSuchPlace)?);
                }
            }
        }
        let next = Own {
            file: own.file.clone(),
            books: Arc::clone(&own.books),
            checked: Arc::clone(&own.checked),
            accepted,
        };
        self.own = Some(Arc::new(next));
        Ok(())
    }

    /// Takes it over as the roster on the table, with what was accepted.
    pub fn adopt_own(&mut self, lang: Lang) -> Result<Outcome, DeskError> {
        let own = self.own()?;
        let school = self.school()?;
        let board = Board::of(school, own.roster(), self.roster_lang(lang));
        let label = Label::File(own.file.name.clone());
        let scene = Scene {
            standing: None,
            ..self.scene.with_board(school, board)
        };
        Ok(self.step(label, scene))
    }

    /// The user's own file with the fewest changes that settle its conflicts.
    pub fn fixed_own(&self) -> Result<InputFile, DeskError> {
        let own = self.own()?;
        let fixed = fix(&own.checked, &own.file, None);
        Ok(InputFile {
            name: own.name_with("fixed", None),
            bytes: fixed.map_err(|error| own.cannot(error))?.file,
        })
    }

    /// The user's own file with the findings in it.
    pub fn annotated_own(&self, lang: Lang) -> Result<InputFile, DeskError> {
        let own = self.own()?;
        let marked = annotate(&own.checked, &own.file, lang);
        Ok(InputFile {
            name: own.name_with("marked", Some("xlsx")),
            bytes: marked.map_err(|problem| own.cannot(FixError::Amend(problem)))?,
        })
    }
}

impl Own {
    pub(super) fn suggestions(&self) -> Option<&Suggestions> {
        self.checked.suggestions.as_ref()
    }

    /// What to do about a finding: numbers go through conflicts, exceptions, hints and questions.
    fn remedy(&self, number: usize) -> Option<&Remedy> {
        let (all, findings) = (self.suggestions()?, &self.checked.findings);
        let conflicts = findings.conflicts.len();
        match number.checked_sub(conflicts) {
            None => all.conflicts.get(number),
            Some(number) => all.exceptions.get(number),
        }
    }

    /// Suggestions that settle the finding; `None` where there is no such finding, or none settles it.
    pub(super) fn settling(&self, number: usize) -> Option<Vec<usize>> {
        match self.remedy(number)? {
            Remedy::Accept(suggestions) if !suggestions.is_empty() => Some(suggestions.clone()),
            _ => None,
        }
    }

    /// Are all of these accepted?
    pub(super) fn has_accepted(&self, suggestions: &[usize]) -> bool {
        suggestions.iter().all(|it| self.accepted.contains(it))
    }

    /// The roster with what was accepted.
    pub(super) fn roster(&self) -> Roster {
        let all = self.suggestions().map_or(&[][..], |all| &all.list);
        let chosen = self.accepted.iter().filter_map(|&at| all.get(at));
        accept(&self.checked.roster, chosen)
    }

    /// What the check says of it then.
    pub(super) fn findings(&self) -> check::Findings {
        check::check(&self.checked.school, &self.roster())
    }

    /// `plan-fixed.xlsx` of `plan.xlsx`.
    fn name_with(&self, what: &str, ending: Option<&str>) -> String {
        let (stem, own) = self
            .file
            .name
            .rsplit_once('.')
            .unwrap_or((&self.file.name, "csv"));
        format!("{stem}-{what}.{}", ending.unwrap_or(own))
    }

    fn cannot(&self, error: FixError) -> DeskError {
        match error {
            FixError::TooLarge(size) => DeskError::TooLarge(size),
            FixError::Internal(misstep) => DeskError::Internal(misstep),
            FixError::Amend(problem) => DeskError::Amend {
                file: self.file.name.clone(),
                problem,
            },
        }
    }
}
