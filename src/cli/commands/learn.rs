//! `check --learn`: asks whom unclear names mean, and keeps the answers in the folder.

use std::collections::BTreeSet;
use std::io::BufRead;
use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::screen::{CARE, Screen, complain};
use crate::disk::{Output, Overwrite, write_all};
use crate::domain::PersonId;
use crate::input::InputFile;
use crate::lang::commands::reading as words;
use crate::service::{Checked, names_with};

/// Names of the file that keeps the answers.
const FILES: [&str; 2] = ["names.csv", "имена.csv"];

/// Asks about every unclear name once and writes the answers; says whether there were any.
pub fn learn(
    checked: &Checked,
    files: &[InputFile],
    data: &Path,
    screen: Screen,
) -> Result<bool, Failure> {
    let answers = answers(checked, screen);
    if answers.is_empty() {
        return Ok(false);
    }
    let is_names = |file: &&InputFile| {
        let name = file
            .name
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        FILES.contains(&name.as_str())
    };
    let kept = files.iter().find(is_names).map(|file| file.name.clone());
    if kept.is_none() && !checked.school.learned.is_empty() {
        complain(words::in_workbook(screen.lang));
        return Ok(false);
    }
    let name = kept.unwrap_or_else(|| in_school_folder(checked, FILES[0]));
    let bytes = names_with(checked, &answers, screen.lang);
    let output = Output {
        path: data.join(&name),
        bytes: &bytes,
    };
    // Its answers are among those that are written.
    write_all(&[output], Overwrite::Yes)?;
    screen.remark(&words::kept(answers.len(), &name, screen.lang));
    Ok(true)
}

/// A district's tables stand in its schools' folders; any of them will do, for answers hold for all.
fn in_school_folder(checked: &Checked, file: &str) -> String {
    match checked.school.schools.first() {
        Some(school) if checked.school.is_district() => format!("{school}/{file}"),
        _ => file.to_owned(),
    }
}

fn answers(checked: &Checked, screen: Screen) -> Vec<(String, Option<PersonId>)> {
    let report = checked.report(screen.lang);
    let questions = checked.findings.questions.iter().zip(&report.questions);
    let mut asked = BTreeSet::new();
    let mut answers = Vec::new();
    let mut lines = std::io::stdin().lock().lines();
    for (question, shown) in questions {
        if !asked.insert(question.text.clone()) {
            continue;
        }
        complain(&words::who_is(&shown.place, &question.text, screen.lang));
        for (name, number) in shown.candidates.iter().zip(1..) {
            complain(&format!("  {number}  {name}"));
        }
        complain(words::other_answers(screen.lang));
        loop {
            let Some(Ok(line)) = lines.next() else {
                return answers;
            };
            let line = line.trim();
            if line.is_empty() {
                break;
            }
            let person = match line.parse::<usize>() {
                Ok(0) => Some(None),
                Ok(number) => question
                    .candidates
                    .get(number - 1)
                    .map(|&person| Some(person)),
                Err(_) => None,
            };
            if let Some(person) = person {
                answers.push((question.text.clone(), person));
                break;
            }
            complain(&format!("{CARE}{}{CARE:#}", words::no_answer(screen.lang)));
        }
    }
    answers
}
