//! How long a roster may take: the caller's limit, or patience; the last of it explains what stays empty.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Without a limit, a level still open after this is reported as it stands.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most that explanations take of a limit.
const EXPLAINING: Duration = Duration::from_millis(300);

/// The time a roster may take, from now on.
pub struct Patience {
    started: Instant,
    limit: Duration,
    /// Of the limit, kept back for explanations.
    share: Duration,
    /// When explanations were first asked for.
    explaining: OnceLock<Instant>,
}

impl Patience {
    /// Starts the clock.
    pub fn start(limit: Option<Duration>) -> Self {
        let whole = limit.unwrap_or(PATIENCE);
        Self {
            started: Instant::now(),
            limit: whole,
            share: EXPLAINING.min(whole / 5),
            explaining: OnceLock::new(),
        }
    }

    /// Must the solver stop with the best it has?
    pub fn is_over(&self) -> bool {
        self.started.elapsed() >= self.limit.saturating_sub(self.share)
    }

    /// Must explanations end with what they know?
    pub fn is_said(&self) -> bool {
        let began = self.explaining.get_or_init(Instant::now);
        self.started.elapsed() >= self.limit || began.elapsed() >= EXPLAINING
    }
}
