//! The best model known, by a general solver: the library's second opinion.

use std::time::Instant;

use recuse::domain::School;
use recuse::rules::Eligibility;
use recuse::solve::{Engine, Last, second_opinion};

use super::Outcome;
use super::instance::{Instance, name, value};
use super::model::Backend;
use super::ours::peak_mb;

/// Level by level, with `limit` seconds for as many levels as there are, all together.
pub fn solved(school: &School, backend: Backend, limit: f64) -> Outcome {
    let levels = Instance::of(school).levels();
    let engine = match backend {
        Backend::Microlp => Engine::Microlp,
        #[cfg(feature = "highs")]
        Backend::Highs => Engine::Highs,
    };
    let in_all = limit * f64::from(u32::try_from(levels.len()).unwrap_or(u32::MAX));
    let started = Instant::now();
    let left = || in_all - started.elapsed().as_secs_f64();
    let eligibility = Eligibility::of(school);
    let answer = second_opinion(school, &eligibility, (engine, &left, Last::Evenness))
        .expect("within the limit");
    let seconds = started.elapsed().as_secs_f64();
    let opinion = answer.opinion.expect("a general solver has one");
    let proven = opinion.least == opinion.levels;
    let shown = levels
        .iter()
        .map(|&level| (name(level), value(&answer.objective, level)));
    Outcome {
        seconds,
        // What is open leaves the levels below it open.
        levels: shown
            .take(if proven { levels.len() } else { opinion.least })
            .collect(),
        all: levels.len(),
        proven,
        peak_mb: peak_mb(),
        places: answer.places.len() as u64,
        optimal: 0,
    }
}
