//! Work that nobody need wait for once time is up.
//!
//! clarabel asks whether to stop between two of its steps, not while it prepares them, which on a large program takes
//! longer than a limit may be missed by. So it works beside the caller, who goes home when it is to stop; what is left
//! behind ends at its next step.

use super::super::budget::Stop;

/// Tells the work that nobody waits any more.
pub type IsOver = dyn Fn() -> bool + Send + Sync;

/// Runs to the end, or until `stop` says so: then there is nothing.
#[cfg(feature = "parallel")]
pub fn run<T: Send + 'static>(
    work: impl FnOnce(Box<IsOver>) -> Option<T> + Send + 'static,
    stop: Stop<'_>,
) -> Option<T> {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::thread;
    use std::time::Duration;

    /// The caller is asked as often as this.
    const EVERY: Duration = Duration::from_millis(2);

    if stop() {
        return None;
    }
    let is_over = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&is_over);
    let (sender, receiver) = channel();
    let beside = thread::Builder::new().spawn(move || {
        // Nobody hears it where the caller has gone.
        let _ = sender.send(work(Box::new(move || told.load(Ordering::Relaxed))));
    });
    if beside.is_err() {
        return None;
    }
    loop {
        match receiver.recv_timeout(EVERY) {
            Ok(found) => return found,
            // Work that breaks off has found nothing.
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if stop() => {
                is_over.store(true, Ordering::Relaxed);
                return None;
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Runs to the end: nobody is beside it to ask.
#[cfg(not(feature = "parallel"))]
pub fn run<T>(work: impl FnOnce(Box<IsOver>) -> Option<T>, stop: Stop<'_>) -> Option<T> {
    if stop() {
        return None;
    }
    work(Box::new(|| false))
}

#[cfg(all(test, feature = "parallel"))]
mod tests {
    use super::run;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::sync::mpsc::channel;

    #[test]
    fn nobody_waits_for_work_that_does_not_ask() {
        let (release, held) = channel::<()>();
        let asks = AtomicU32::new(0);
        // Without the release the work would never end.
        let found = run(
            move |is_over| {
                let _ = held.recv();
                Some(is_over())
            },
            &|| asks.fetch_add(1, Ordering::Relaxed) >= 3,
        );
        assert_eq!(found, None);
        drop(release);
    }

    #[test]
    fn what_is_found_comes_back_and_what_breaks_off_is_nothing() {
        assert_eq!(run(|is_over| Some(is_over()), &|| false), Some(false));
        let broken = run(
            |is_over| {
                if is_over() {
                    Some(1)
                } else {
                    panic!("it breaks off")
                }
            },
            &|| false,
        );
        assert_eq!(broken, None);
    }
}
