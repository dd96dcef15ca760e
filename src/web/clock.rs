//! The time of day and the hand, for the journal and the names of kept files.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local};

/// `2026-04-21 10:15:00`, as the clock on the wall shows it.
pub fn now() -> String {
    local().format("%Y-%m-%d %H:%M:%S").to_string()
}

/// `2026-04-21`.
pub fn today() -> String {
    local().format("%Y-%m-%d").to_string()
}

/// `2026-04-21-101500`, for a file's name.
pub fn stamp() -> String {
    local().format("%Y-%m-%d-%H%M%S").to_string()
}

fn local() -> DateTime<Local> {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(0), 0)
        .unwrap_or_default()
        .with_timezone(&Local)
}

/// Whoever is logged in, as the system calls them; empty where it does not say.
pub fn hand() -> String {
    ["USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_default()
}
