//! What is said of preferences: counts, never a warning for each duty.

use super::{Lang, plural_ru};

/// `own subject 49 times, no fewer possible`.
pub fn used(what: &str, times: usize, is_fewest: bool, lang: Lang) -> String {
    let count = times as u64;
    match lang {
        Lang::En => {
            let times = if count == 1 {
                "once".to_owned()
            } else {
                format!("{count} times")
            };
            let fewest = if is_fewest { ", no fewer possible" } else { "" };
            format!("{what} {times}{fewest}")
        }
        Lang::Ru => {
            let times = plural_ru(count, "раз", "раза", "раз");
            let fewest = if is_fewest {
                ", меньше нельзя"
            } else {
                ""
            };
            format!("{what} – {count} {times}{fewest}")
        }
    }
}

/// The line of all of them.
pub fn line(all: &[String], lang: Lang) -> String {
    let all = all.join("; ");
    match lang {
        Lang::En => format!("Allowed by the plan, avoided where possible: {all}"),
        Lang::Ru => format!("Допустимо по плану, но по возможности избегали: {all}"),
    }
}
