//! The proof of the roster, kept beside it: opened again, the same roster is still known to be best.

use std::sync::Arc;

use crate::check;
use crate::domain::Prefer;
use crate::input::InputFile;
use crate::proof;
use crate::service::verify::verdict;

use super::Desk;
use super::outcome::{FileWrite, Keep};
use super::scene::{Best, Standing};

/// Name of a proof's file.
pub const PROOF: &str = "roster.proof";

impl Desk {
    /// Takes a proof's file as what is known of the roster, where it is one of this roster and these lists, and holds.
    pub(super) fn take_proof(&mut self, file: Option<InputFile>) {
        let (Some(file), Ok(school), Some(board)) = (file, self.school(), &self.scene.board) else {
            return;
        };
        let proven = verdict(school, &board.roster, &file);
        if !proven.is_ok_and(|verified| verified.gap().is_none()) {
            return;
        }
        let standing = Standing::Best(Box::new(Best {
            objective: check::check(school, &board.roster).objective,
            // Whoever is locked now may be moved: the bound holds for every roster.
            locks: std::collections::BTreeSet::new(),
            made: board.roster.clone(),
            only_this: school.policy.prefer != Prefer::Fairness,
            proof: Some(file.clone()),
        }));
        self.scene.standing = Some(Arc::new(standing));
        self.kept_proof = Some(Arc::new(file));
    }

    /// The proof of the roster as it lies, where that is as good as the one that was proven.
    pub(super) fn proof(&self) -> Option<InputFile> {
        let board = self.scene.board.as_ref()?;
        let Standing::Best(best) = self.scene.standing.as_deref()? else {
            return None;
        };
        let proof = best.proof.as_ref()?;
        if best.made == board.roster {
            return Some(proof.clone());
        }
        if !self.is_still_best() {
            return None;
        }
        let school = self.school().ok()?;
        let text = std::str::from_utf8(&proof.bytes).ok()?;
        let made = best.made.duties().map(|(_, duty)| duty);
        let read = proof::read(text, school, made).ok()?;
        let present = board.roster.duties().map(|(_, duty)| duty);
        Some(InputFile {
            name: PROOF.to_owned(),
            bytes: proof::write(school, present, &read).into_bytes(),
        })
    }

    /// What has to be written for it. A proof of another roster says so itself, and may lie.
    pub(super) fn proof_write(&mut self) -> Option<FileWrite> {
        let proof = self.proof()?;
        if self.kept_proof.as_deref() == Some(&proof) {
            return None;
        }
        let bytes = proof.bytes.clone();
        self.kept_proof = Some(Arc::new(proof));
        Some(FileWrite {
            name: PROOF.to_owned(),
            bytes: Some(bytes),
            keep: Keep::Foreign,
        })
    }
}
