//! What a limit on the works of one checker would cost, worked out beside the desk, which stays as it is.

use crate::domain::Lang;
use crate::input::ReadOptions;
use crate::service::tradeoff::{TradeoffReport, TradeoffRequest, price_of_limit};

use super::{Desk, DeskError};

impl Desk {
    /// One line of the comparison: the school as it would be staffed if nobody checked more than `works`; `None` for no limit.
    pub fn price_of_limit(
        &self,
        works: Option<u32>,
        lang: Lang,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Result<TradeoffReport, DeskError> {
        let read = ReadOptions::default();
        let request = TradeoffRequest {
            files: &self.scene.books.files,
            read: &read,
            lang,
        };
        Ok(price_of_limit(request, works, stop)?)
    }
}
