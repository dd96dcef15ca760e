//! A run of clarabel that somebody may end between two of its steps.
//!
//! Its own question whether to stop must live as long as the program, which the caller's does not: somebody beside it
//! asks the caller and passes the answer on.

use clarabel::solver::{DefaultSolver, IPSolver};

use super::super::budget::Stop;

/// Runs to the end, or until `stop` says so.
#[cfg(feature = "parallel")]
pub fn run(solver: &mut DefaultSolver<f64>, stop: Stop<'_>) {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    /// The caller is asked as often as this.
    const EVERY: Duration = Duration::from_millis(2);

    if stop() {
        return;
    }
    let is_over = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&is_over);
    solver.set_termination_callback(move |_| told.load(Ordering::Relaxed));
    thread::scope(|scope| {
        let beside = scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                if stop() {
                    is_over.store(true, Ordering::Relaxed);
                }
                thread::park_timeout(EVERY);
            }
        });
        // A run that breaks off tells the one beside it too, who would wait for ever.
        let _ended = OnDrop(|| {
            is_over.store(true, Ordering::Relaxed);
            beside.thread().unpark();
        });
        solver.solve();
    });
}

/// Does something at the end of a block, however it ends.
#[cfg(feature = "parallel")]
struct OnDrop<F: Fn()>(F);

#[cfg(feature = "parallel")]
impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Runs to the end: nobody is beside it to ask.
#[cfg(not(feature = "parallel"))]
pub fn run(solver: &mut DefaultSolver<f64>, stop: Stop<'_>) {
    if !stop() {
        solver.solve();
    }
}
