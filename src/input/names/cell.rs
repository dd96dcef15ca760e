//! What a cell that should name one person may hold instead: nobody, or several people.

use super::has_initials;
use crate::input::cells::is_none_mark;

/// What else a cell holds than one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPerson {
    /// A word or mark for an empty place: `Вакансия`, `none`, `#N/A`, or no letter at all.
    Nobody,
    /// Two names or more.
    Several,
}

/// Words for an empty place that [`is_none_mark`] leaves out because elsewhere they may mean something.
const NOBODY: [&str; 11] = [
    "вакант",
    "вакантно",
    "вакантна",
    "нет учителя",
    "нет данных",
    "tbd",
    "tba",
    "vacancy",
    "vacant",
    "unknown",
    "не назначена",
];

/// Words and marks that stand between two names and in no name. A comma and a slash are looked at by themselves.
const BETWEEN: [&str; 9] = [";", "|", " + ", "&", "\n", " и ", " and ", " / ", "\\"];

/// What the cell holds, where it surely is not one name.
pub fn no_person(text: &str) -> Option<NoPerson> {
    let text = text.trim();
    let is_error = text.starts_with('#');
    let word = text.to_lowercase();
    let bare = word.trim_matches(['.', '!', '?', '(', ')', '*', ' ']);
    if is_error
        || is_none_mark(text)
        || is_none_mark(bare)
        || NOBODY.contains(&bare)
        || is_numbered_vacancy(&word)
        || !text.contains(char::is_alphabetic)
    {
        return Some(NoPerson::Nobody);
    }
    are_several(text).then_some(NoPerson::Several)
}

/// `Вакансия 2`, `вакансия (физика)`, `Vacancy: maths`: the word begins the text, and no surname is it.
fn is_numbered_vacancy(word: &str) -> bool {
    const VACANCIES: [&str; 3] = ["вакансия", "vacancy", "вакантно"];
    let first = word
        .split(|letter: char| !letter.is_alphabetic())
        .find(|part| !part.is_empty());
    first.is_some_and(|first| VACANCIES.contains(&first))
}

/// `Smith, Anna` is one name and `Smith Anna, Brown Bob` are two: behind a comma a second name has words of its own.
fn are_several(text: &str) -> bool {
    let outside = text.split('(').next().unwrap_or_default();
    if BETWEEN.iter().any(|mark| {
        let mut parts = outside.split(mark).map(str::trim);
        parts.clone().count() > 1 && parts.all(|part| part.contains(char::is_alphabetic))
    }) {
        return true;
    }
    let parts = |mark| outside.split(mark).map(str::trim).collect::<Vec<&str>>();
    let is_word = |part: &&str| letters(part) > 1;
    ['/', '+']
        .into_iter()
        .any(|mark| parts(mark).len() > 1 && parts(mark).iter().all(is_word))
        || (parts(',').len() > 1 && parts(',').iter().all(|part| is_whole(part)))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// A surname with initials, or two words at least.
fn is_whole(name: &str) -> bool {
    let long = name
        .split(['.', ' '])
        .filter(|word| letters(word) > 1)
        .count();
    long > 1 || (long == 1 && has_initials(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_are_several_people() {
        for text in [
            "Клёнов О.П./Сосновская И.Л.",
            "Клёнов О.П., Сосновская И.Л.",
            "Клёнов О.П.; Сосновская И.Л.",
            "Клёнов и Сосновская",
            "Anna Birch and Bob Oak",
            "Birch Anna, Oak Bob",
            "Birch | Oak",
            "Клёнов Олег Петрович\nСосновская Инна Львовна",
            "O. Maple / I. Pine",
            "Липин Игорь/Анна",
            "Клёнов О.П.+Дубов П.И.",
        ] {
            assert_eq!(no_person(text), Some(NoPerson::Several), "{text}");
        }
    }

    #[test]
    fn one_name_is_one_person() {
        for text in [
            "Иванова, А.П.",
            "Smith, Anna",
            "Римская-Корсакова Анна",
            "O'Brien Mary",
            "Иванова А.П. (Школа № 2, Москва/Юг)",
            "Нетова Ирина",
            "Ким И.",
            "И. И. Иванов",
            "Vacanti Joseph",
        ] {
            assert_eq!(no_person(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_of_an_empty_place_is_nobody() {
        for text in [
            "Вакансия",
            "ВАКАНТ",
            "нет",
            "–",
            "-",
            "—",
            "none",
            "n/a",
            "TBD",
            "не назначен",
            "Нет учителя",
            "???",
            "#N/A",
            "#ССЫЛКА!",
            "(вакансия)",
            "...",
            "Vacant",
            "Вакансия 2",
            "вакансия (физика)",
            "Vacancy: maths",
        ] {
            assert_eq!(no_person(text), Some(NoPerson::Nobody), "{text}");
        }
    }
}
