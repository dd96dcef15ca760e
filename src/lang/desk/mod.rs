//! What the page says, as far as the server puts it into words.

mod refusals;
mod server;
mod steps;
mod verdict;

use super::Lang;

pub use refusals::*;
pub use server::*;
pub use steps::*;
pub use verdict::*;

/// A preset in a few words and in a sentence.
pub fn preset(name: &str, lang: Lang) -> [&'static str; 2] {
    match (lang, name) {
        (Lang::En, "vpr") => [
            "The plan, tightened",
            "Nobody meets their own class; checkers of their own subject only where nobody else can",
        ],
        (Lang::En, "plan") => [
            "The plan to the letter",
            "What the school’s plan says, and nothing more",
        ],
        (Lang::En, _) => [
            "Strict",
            "Nobody ever supervises or checks their own subject or their own class",
        ],
        (Lang::Ru, "vpr") => [
            "План, но строже",
            "Никто не встречается со своим классом; свой предмет проверяют, только если больше некому",
        ],
        (Lang::Ru, "plan") => [
            "План дословно",
            "То, что сказано в плане школы, и ничего сверх",
        ],
        (Lang::Ru, _) => [
            "Строго",
            "Никто не бывает организатором или экспертом по своему предмету или в своём классе",
        ],
    }
}
