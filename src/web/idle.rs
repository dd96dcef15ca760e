//! The server goes when nobody has asked anything for long; all work is on the disk by then.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// An open page asks every minute: whoever is silent this long has closed it.
const PATIENCE: Duration = Duration::from_secs(30 * 60);
/// Time between two looks at the clock.
const PACE: Duration = Duration::from_secs(30);

/// When somebody last asked.
#[derive(Clone)]
pub struct Idle(Arc<Mutex<Instant>>);

impl Idle {
    /// The clock starts now.
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    /// Somebody asks.
    pub fn touch(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Ends when nobody has asked for long.
    pub async fn wait(self) {
        loop {
            tokio::time::sleep(PACE).await;
            let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if last.elapsed() >= PATIENCE {
                return;
            }
        }
    }
}
