//! Words of a person's own account of duties and works.

use super::word;
use crate::lang::facts::Word;
use crate::lang::{Lang, plural_en, plural_ru};

/// Title on the page.
pub const TITLE: Word = word(
    "ACCOUNT\nof duties and works",
    "ЛИЧНЫЙ УЧЁТ\nназначений и проверенных работ",
);
/// In place of a date: carried over.
pub const EARLIER: Word = word("earlier", "ранее");
/// Column: what a row adds.
pub const ADDED: Word = word("Added", "Добавлено");
/// Column: sum so far in the role.
pub const SUM: Word = word("Sum in the role", "Всего в этой роли");
/// Heading above the comparison.
pub const BESIDE: Word = word("Beside the others", "Рядом с остальными");
/// Column: people who hold the role.
pub const PEOPLE: Word = word("People", "Человек");
/// Column: one's own sum.
pub const OWN: Word = word("Own", "У меня");
/// Column: the least of anybody.
pub const LEAST: Word = word("Least", "Меньше всего");
/// Column: half of all have no more, half no less.
pub const MEDIAN: Word = word("Median", "Медиана");
/// Column: the most of anybody.
pub const MOST: Word = word("Most", "Больше всего");
/// Column: what the part of a post would be.
pub const BY_SHARE: Word = word("By share of post", "По доле ставки");

/// How the comparison is to be read.
pub const HOW: Word = word(
    "All who hold the role are counted, those without a duty too, earlier procedures included. Names are left out.",
    "Учтены все, у кого есть эта роль, в том числе без назначений, вместе с прежними процедурами. Имена не приводятся.",
);
/// How the part by the share of a post is counted.
pub const HOW_SHARE: Word = word(
    "By share of post: what would fall to the person if all the load of the role were divided in proportion to posts. Who may \
     do less by the rules leaves more to others.",
    "По доле ставки: сколько пришлось бы на человека, если бы всю нагрузку роли разделить пропорционально ставкам. Кому по \
     правилам можно поручить меньше, за того больше достаётся остальным.",
);

/// `3 duties`, `24 works`.
pub fn units(count: u64, is_works: bool, lang: Lang) -> String {
    let word = match (lang, is_works) {
        (Lang::En, true) => plural_en(count, "work", "works"),
        (Lang::En, false) => plural_en(count, "duty", "duties"),
        (Lang::Ru, true) => plural_ru(count, "работа", "работы", "работ"),
        (Lang::Ru, false) => plural_ru(count, "назначение", "назначения", "назначений"),
    };
    format!("{count} {word}")
}

/// Tenths as a number: `12`, `12,5`.
pub fn tenths(tenths: u64, lang: Lang) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    match (rest, lang) {
        (0, _) => whole.to_string(),
        (_, Lang::En) => format!("{whole}.{rest}"),
        (_, Lang::Ru) => format!("{whole},{rest}"),
    }
}
