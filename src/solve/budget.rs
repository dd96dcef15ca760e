//! How long a search may go on, and who hears how far it is. It knows no clock: the caller's `stop` may look at one.

/// Is the search to stop?
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Where the part that is worked on stands at a level of the objective that is being proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// The level, 1–4: empty places, rules to be avoided, lessons lost, evenness of load.
    pub level: u8,
    /// What the best roster of the part so far adds there.
    pub value: u64,
    /// What any roster of the part adds at least, as far as is known.
    pub bound: u64,
}

/// Hears of steps.
pub type Tell<'a> = &'a (dyn Fn(Stage) + Sync);

/// Limits of one search; whoever hits one answers with the best so far and the bound that holds.
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Nodes of the search tree of each part.
    pub nodes: u64,
    /// Asked at every step of a search: stop now?
    pub stop: Stop<'a>,
    /// Told now and then where the search stands.
    pub tell: Tell<'a>,
}
