//! What the page asks and is answered: calls on one school's desk, wherever the school is kept and however the asking is done.
//!
//! It knows no sockets, no disk and no clock: those are the [`Keeper`]'s and the door's. The local server and the single file
//! stand on it alike.

mod asked;
mod calls;
mod failure;
mod job;
mod keeper;
mod memory;
mod reply;
mod session;
mod shelf;
mod single;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use crate::service::Stage;
pub use asked::{Asked, MOST_IN_FILE, lang_name, lang_of, query_of};
pub use calls::{CALLS, Call, find};
pub use failure::{BadRequest, Failure, FailureView};
pub use job::Pulse;
pub use keeper::{Keeper, Opened, Trouble};
pub use memory::Memory;
pub use reply::{HTML, Reply, media_of};
pub use single::SingleFile;

use job::JobState;
use session::Session;
use shelf::Shelf;

/// What all calls share.
pub struct Page {
    session: Mutex<Session>,
    /// The roster that is being made, if any.
    job: JobState,
    /// Sheets made a moment ago.
    shelf: Shelf,
}

impl Page {
    /// On the school that is kept there.
    pub fn open(keeper: impl Keeper + 'static) -> Result<Self, Box<dyn Trouble>> {
        Ok(Self {
            session: Mutex::new(Session::open(Box::new(keeper))?),
            job: JobState::default(),
            shelf: Shelf::default(),
        })
    }

    /// The same, for a door that has to be asked while a roster is being made.
    pub fn with_pulse(
        keeper: impl Keeper + 'static,
        pulse: Box<Pulse>,
    ) -> Result<Self, Box<dyn Trouble>> {
        Ok(Self {
            job: JobState::with(pulse),
            ..Self::open(keeper)?
        })
    }

    /// Does what the method at that address does.
    pub fn answer(&self, method: &str, asked: &Asked) -> Result<Reply, Failure> {
        let call = find(method, asked.path());
        let call = call.ok_or(Failure::Request(BadRequest::Address))?;
        (call.carry_out)(self, asked)
    }

    /// The school and the desk, for one call at a time. A call that panicked has changed nothing: the desk is replaced
    /// only by a finished copy.
    fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
