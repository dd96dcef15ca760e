//! How long a search may go on. It knows no clock: the caller's `stop` may look at one.

/// Is the search to stop?
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Limits of one search; whoever hits one answers with the best so far and the bound that holds.
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Nodes of the search tree of each part.
    pub nodes: u64,
    /// Asked at every step of a search: stop now?
    pub stop: Stop<'a>,
}
