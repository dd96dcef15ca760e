//! Why a command gave up: each ends with exit code 2 and nothing written.

use thiserror::Error;

use crate::input::AskProblem;
use crate::lang::{Lang, commands, explain, fix, sheets::dates};
use crate::plan::Flaw;
use crate::service::{AmendProblem, ExportError, Misstep, RuleNotFound, TooLarge, amend_words};

use super::screen::Screen;
use crate::disk::FileError;

/// Why a command gave up.
#[derive(Debug, Error)]
pub enum Failure {
    /// The disk, or what stands on it.
    #[error(transparent)]
    File(#[from] FileError),
    /// Complaints about the lists, already put into words.
    #[error("{0}")]
    Complaints(String),
    /// A question that cannot be understood.
    #[error("the question cannot be understood")]
    Unclear(Vec<AskProblem>),
    /// A rule that does not exist.
    #[error(transparent)]
    Rule(#[from] RuleNotFound),
    /// A school beyond what one roster can hold.
    #[error(transparent)]
    TooLarge(TooLarge),
    /// A file to write whose name will not do.
    #[error("{0}")]
    Target(TargetProblem),
    /// A roster's file that cannot be changed.
    #[error(transparent)]
    Amend(AmendProblem),
    /// Sheets that cannot be made.
    #[error(transparent)]
    Export(ExportError),
    /// The page cannot be served.
    #[cfg(feature = "web")]
    #[error(transparent)]
    Serve(#[from] crate::web::ServeError),
    /// A plan that does not stand up to being counted anew: a mistake of ours.
    #[error(transparent)]
    Plan(Flaw),
    /// A mistake of ours.
    #[error(transparent)]
    Internal(Misstep),
}

/// Why a name for a file to write will not do; each with the name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TargetProblem {
    /// It is the file that is read.
    #[error("{0}: the file that is read")]
    SameFile(String),
    /// It is a list of the school.
    #[error("{0}: a list of the school")]
    List(String),
    /// Two files would have it.
    #[error("{0}: twice")]
    Twice(String),
    /// It should have another ending.
    #[error("{0}: not .{1}")]
    Ending(String, &'static str),
}

impl Failure {
    /// The words for standard error.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Failure::File(error) => Screen::error_line(lang, &error.sentence(lang)),
            Failure::Complaints(words) => words.clone(),
            Failure::Rule(error) => Screen::error_line(
                lang,
                &commands::rules::unknown(&error.code, error.nearest, lang),
            ),
            Failure::Unclear(problems) => {
                let lines: Vec<String> = problems
                    .iter()
                    .map(|problem| Screen::error_line(lang, &unclear(problem, lang)))
                    .collect();
                lines.join("\n")
            }
            Failure::TooLarge(size) => {
                Screen::error_line(lang, &commands::too_large(size.pairs, size.limit, lang))
            }
            Failure::Target(problem) => Screen::error_line(lang, &target_words(problem, lang)),
            Failure::Amend(problem) => Screen::error_line(lang, &amend_words(problem, lang)),
            Failure::Export(error) => Screen::error_line(lang, &export_words(error, lang)),
            #[cfg(feature = "web")]
            Failure::Serve(error) => Screen::error_line(lang, &serve_words(error, lang)),
            Failure::Plan(flaw) => {
                Screen::error_line(lang, &commands::our_fault(&flaw.to_string(), lang))
            }
            Failure::Internal(misstep) => {
                Screen::error_line(lang, &commands::our_fault(&misstep.to_string(), lang))
            }
        }
    }
}

fn unclear(problem: &AskProblem, lang: Lang) -> String {
    let not = |what, text: &str, nearest: Option<&str>| {
        explain::not_understood(what, text, nearest, lang)
    };
    match problem {
        AskProblem::Date(text) => not(["date", "дата"], text, None),
        AskProblem::Class(text, nearest) => not(["class", "класс"], text, nearest.as_deref()),
        AskProblem::Subject(text, nearest) => not(["subject", "предмет"], text, nearest.as_deref()),
        AskProblem::Role(text) => not(["role", "роль"], text, None),
        AskProblem::Person(text, nearest) => not(["person", "человек"], text, nearest.as_deref()),
        AskProblem::SeveralPeople(text, people) => explain::several(text, people, lang),
        AskProblem::NoSitting(days) => {
            let days: Vec<String> = days.iter().map(|&day| dates::short(day, lang)).collect();
            explain::no_sitting(&days, lang)
        }
    }
}

fn target_words(problem: &TargetProblem, lang: Lang) -> String {
    match problem {
        TargetProblem::SameFile(path) => fix::same_file(path, lang),
        TargetProblem::List(path) => commands::plan::over_a_list(path, lang),
        TargetProblem::Twice(path) => fix::one_target(path, lang),
        TargetProblem::Ending(path, ending) => fix::ending(path, ending, lang),
    }
}

fn export_words(error: &ExportError, lang: Lang) -> String {
    match error {
        ExportError::InConflict(count) => commands::export::in_conflict(*count, lang),
        ExportError::Person(error) => {
            commands::export::person(&error.name, &error.candidates, lang)
        }
        ExportError::Proof(rejection) => commands::export::proof(&rejection.sentence(lang), lang),
        ExportError::Nothing => commands::export::nothing(lang).to_owned(),
        ExportError::Format(reason) => commands::export::format(reason, lang),
        // The complaints themselves are shown by the command.
        ExportError::Refused(_) => commands::nothing_written(lang).to_owned(),
    }
}

#[cfg(feature = "web")]
fn serve_words(error: &crate::web::ServeError, lang: Lang) -> String {
    use crate::lang::desk;
    use crate::page::Trouble;
    use crate::web::ServeError;
    match error {
        ServeError::Folder(error) => error.sentence(lang),
        ServeError::Files(trouble) => trouble.sentence(lang),
        ServeError::Port(port, error) => desk::no_port(*port, &error.to_string(), lang),
        ServeError::System(reason) => desk::no_server(reason, lang),
    }
}
