//! What a cell of a timetable says: subjects, people, rooms, groups, classes; nothing where that is not plain.

use crate::input::cells::is_none_mark;
use crate::input::map::Set;
use crate::input::names::{clean, is_patronymic_word, person_key};

use super::subjects::{is_adjective, is_no_lesson, is_subject, is_surname};
use super::words;

/// One lesson, or one group's part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// As the cell has it.
    pub subject: Option<String>,
    /// As the cell has it.
    pub teacher: Option<String>,
    /// Classes that the cell names itself.
    pub classes: Vec<String>,
    /// Or empty.
    pub room: String,
    /// Or empty.
    pub group: String,
}

/// What was read of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Nothing takes place.
    Nothing,
    /// Something does, but no lesson: a meal, an assembly.
    NoLesson,
    /// Lessons.
    Items(Vec<Item>),
    /// It could be read in more than one way, or in none.
    Unclear,
}

/// A part of a cell, in the cell's order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Subject {
        text: String,
        before: char,
    },
    Person {
        name: String,
        before: char,
    },
    /// A surname alone.
    Word {
        text: String,
        before: char,
    },
}

/// What is gathered of a cell.
#[derive(Debug, Default)]
struct Parts {
    tokens: Vec<Token>,
    rooms: Vec<String>,
    groups: Vec<String>,
    /// A word may be a surname, or part of the subject.
    is_doubtful: bool,
}

/// Marks between the parts of a cell.
const BETWEEN: [char; 6] = ['\n', '\r', '/', ';', ',', '|'];

/// The cell of a class; `surnames` are those of people whom other cells name with initials.
pub fn of_class(text: &str, surnames: &Set<String>) -> Content {
    if let Some(nothing) = nothing_in(text) {
        return nothing;
    }
    let mut parts = Parts::of(text, surnames);
    parts.join_wrapped();
    parts.settle_words();
    if parts.is_doubtful || parts.has_unknown_beside_subject() {
        return Content::Unclear;
    }
    let Some(mut items) = items_of(&parts.tokens) else {
        return Content::Unclear;
    };
    share(&parts.rooms, &mut items, |item, room| {
        room.clone_into(&mut item.room);
    });
    share(&parts.groups, &mut items, |item, group| {
        group.clone_into(&mut item.group);
    });
    Content::Items(items)
}

/// The cell of a teacher: classes, and what of subject and room stands with them.
pub fn of_teacher(text: &str) -> Content {
    if let Some(nothing) = nothing_in(text) {
        return nothing;
    }
    let mut item = Item::default();
    let mut rest: Vec<String> = Vec::new();
    if !text.contains('\n')
        && let Some(class) =
            words::class(text).filter(|_| text.contains('/') && !text.contains('('))
    {
        item.classes.push(class);
        return Content::Items(vec![item]);
    }
    for piece in pieces(text) {
        let mut others: Vec<&str> = Vec::new();
        let words: Vec<&str> = piece.1.split_whitespace().collect();
        let mut at = 0;
        while at < words.len() {
            let pair = words.get(at..at + 2).map(|pair| pair.join(" "));
            let as_pair = pair.filter(|_| words[at].chars().all(|it| it.is_ascii_digit()));
            if let Some(class) = as_pair.and_then(|pair| words::class(&pair)) {
                item.classes.push(class);
                at += 2;
            } else if let Some(class) = words::class(words[at].trim_matches(['(', ')'].as_slice()))
            {
                item.classes.push(class);
                at += 1;
            } else {
                others.push(words[at]);
                at += 1;
            }
        }
        if !others.is_empty() {
            rest.push(others.join(" "));
        }
    }
    let mut parts = Parts::of(&rest.join("\n"), &Set::default());
    parts.join_wrapped();
    let mut subjects = parts.tokens.iter().map(|token| match token {
        Token::Subject { text, .. } | Token::Word { text, .. } => Some(text.clone()),
        Token::Person { .. } => None,
    });
    match (subjects.next(), subjects.next()) {
        (None, _) => {}
        (Some(Some(subject)), None) => item.subject = Some(subject),
        _ => return Content::Unclear,
    }
    if item.classes.is_empty() {
        return Content::Unclear;
    }
    let one = |texts: &[String]| match texts {
        [only] => only.clone(),
        _ => String::new(),
    };
    (item.room, item.group) = (one(&parts.rooms), one(&parts.groups));
    Content::Items(vec![item])
}

fn nothing_in(text: &str) -> Option<Content> {
    if is_none_mark(text) || !text.contains(char::is_alphanumeric) {
        return Some(Content::Nothing);
    }
    is_no_lesson(text).then_some(Content::NoLesson)
}

/// The pieces between marks, each with the mark before it. What stands in brackets is a piece where it is a room, a group or a person.
fn pieces(text: &str) -> Vec<(char, String)> {
    let mut plain = String::with_capacity(text.len());
    for (found, with) in [
        ("с/з", "спортзал"),
        ("С/З", "спортзал"),
        ("С/з", "спортзал"),
        ("п/г", "пг"),
        ("П/г", "пг"),
    ] {
        if text.contains(found) {
            plain = text.replace(found, with);
        }
    }
    let text = if plain.is_empty() { text } else { &plain };
    let mut pieces = vec![(' ', String::new())];
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter == '('
            && let Some(end) = rest.find(')')
            && is_aside(&rest[1..end])
        {
            pieces.push(('(', rest[1..end].to_owned()));
            pieces.push((')', String::new()));
            rest = &rest[end + 1..];
            continue;
        }
        if BETWEEN.contains(&letter) {
            pieces.push((letter, String::new()));
        } else if let Some((_, piece)) = pieces.last_mut() {
            piece.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    let cleaned = pieces
        .into_iter()
        .map(|(mark, piece)| (mark, clean(&piece)));
    cleaned.filter(|(_, piece)| !piece.is_empty()).collect()
}

/// A room, a group or a person in brackets.
fn is_aside(within: &str) -> bool {
    let within = within.trim();
    words::is_person(within)
        || is_surname(within)
        || is_room_number(within)
        || within
            .split_whitespace()
            .any(|word| is_room_word(word) || is_group_word(word))
}

impl Parts {
    fn of(text: &str, surnames: &Set<String>) -> Self {
        let mut parts = Self::default();
        for (before, piece) in pieces(text) {
            parts.take(before, &piece, surnames);
        }
        parts
    }

    /// Takes a piece apart.
    fn take(&mut self, mut before: char, piece: &str, surnames: &Set<String>) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let mut subject: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some((name, length)) = person_at(&words[at..]) {
                self.put_subject(&mut subject, before, surnames);
                self.tokens.push(Token::Person { name, before });
                before = ' ';
                at += length;
            } else if let Some((group, length)) = group_at(&words[at..]) {
                self.groups.push(group);
                at += length;
            } else if let Some((room, length)) = room_at(&words[at..], subject.is_empty()) {
                self.rooms.push(room);
                at += length;
            } else {
                subject.push(words[at]);
                at += 1;
            }
        }
        self.put_subject(&mut subject, before, surnames);
    }

    fn put_subject(&mut self, words: &mut Vec<&str>, before: char, surnames: &Set<String>) {
        let is_known = |word: &str| surnames.contains(&person_key(word));
        let may_be_surname =
            |word: &str| is_known(word) || (is_surname(word) && !is_adjective(word));
        let taken = std::mem::take(words);
        let Some((&last, first)) = taken.split_last() else {
            return;
        };
        let text = taken.join(" ");
        let text = text.trim_matches([',', ':', '-', '–', '—', ' '].as_slice());
        if !text.contains(char::is_alphabetic) {
            return;
        }
        let of_subject = first.is_empty() || is_subject(&first.join(" "));
        self.is_doubtful |= of_subject && is_surname(last) && is_adjective(last) && !is_known(last);
        if first.is_empty() && may_be_surname(last) {
            let text = text.to_owned();
            self.tokens.push(Token::Word { text, before });
        } else if may_be_surname(last) && is_subject(&first.join(" ")) {
            let text = first.join(" ");
            let text = text.trim_end_matches([',', ':', '-', '–', '—', ' '].as_slice());
            self.tokens.push(Token::Subject {
                text: text.to_owned(),
                before,
            });
            self.tokens.push(Token::Person {
                name: last.to_owned(),
                before: ' ',
            });
        } else {
            let text = text.to_owned();
            self.tokens.push(Token::Subject { text, before });
        }
    }

    /// `Русский` above `язык` is one subject on two lines.
    fn join_wrapped(&mut self) {
        let mut joined: Vec<Token> = Vec::with_capacity(self.tokens.len());
        for token in self.tokens.drain(..) {
            if let Token::Subject {
                text,
                before: '\n' | '\r',
            } = &token
                && text.starts_with(char::is_lowercase)
                && let Some(Token::Subject { text: above, .. }) = joined.last_mut()
            {
                let is_cut = above.ends_with('-');
                let above_text = above.trim_end_matches('-').to_owned();
                *above = if is_cut {
                    above_text + text
                } else {
                    format!("{above} {text}")
                };
                continue;
            }
            joined.push(token);
        }
        self.tokens = joined;
    }

    /// Nobody is named, and beside a usual subject stands a word of its own that may be a surname as well as a subject.
    fn has_unknown_beside_subject(&self) -> bool {
        let texts = || {
            self.tokens.iter().map(|token| match token {
                Token::Subject { text, .. } => Some(text.as_str()),
                Token::Person { .. } | Token::Word { .. } => None,
            })
        };
        let is_unknown = |text: &str| is_name_word(text) && !is_subject(text);
        let mut all = texts();
        all.all(|text| text.is_some())
            && texts().flatten().any(is_subject)
            && texts().flatten().any(is_unknown)
    }

    /// A lone surname is a person; beside a subject too.
    fn settle_words(&mut self) {
        for token in &mut self.tokens {
            if let Token::Word { text, before } = token {
                *token = Token::Person {
                    name: std::mem::take(text),
                    before: *before,
                };
            }
        }
    }
}

/// Subjects and people paired as they stand; `None` where that can be done in several ways.
fn items_of(tokens: &[Token]) -> Option<Vec<Item>> {
    let item = |subject: Option<&str>, teacher: Option<&str>| Item {
        subject: subject.map(str::to_owned),
        teacher: teacher.map(str::to_owned),
        ..Item::default()
    };
    let subjects: Vec<(&str, char)> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Subject { text, before } | Token::Word { text, before } => {
                Some((text.as_str(), *before))
            }
            Token::Person { .. } => None,
        })
        .collect();
    let people: Vec<(&str, char)> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Person { name, before } => Some((name.as_str(), *before)),
            _ => None,
        })
        .collect();
    let is_person = |token: &Token| matches!(token, Token::Person { .. });
    match (subjects.as_slice(), people.as_slice()) {
        ([], []) => Some(Vec::new()),
        (_, []) => Some(
            subjects
                .iter()
                .map(|(text, _)| item(Some(text), None))
                .collect(),
        ),
        ([], _) => Some(
            people
                .iter()
                .map(|(name, _)| item(None, Some(name)))
                .collect(),
        ),
        ([(only, _)], _) => Some(
            people
                .iter()
                .map(|(name, _)| item(Some(only), Some(name)))
                .collect(),
        ),
        _ => {
            let paired = || {
                let pairs = subjects.iter().zip(&people);
                pairs
                    .map(|((text, _), (name, _))| item(Some(text), Some(name)))
                    .collect()
            };
            let first_people = tokens.iter().take_while(|token| is_person(token)).count();
            let first_subjects = tokens.iter().take_while(|token| !is_person(token)).count();
            if subjects.len() == people.len() && first_subjects == subjects.len() {
                // Two subjects, then two people: only marks of one kind say which is whose.
                let marks = |list: &[(&str, char)]| {
                    list.iter()
                        .skip(1)
                        .map(|(_, mark)| *mark)
                        .collect::<Vec<char>>()
                };
                let (of_subjects, of_people) = (marks(&subjects), marks(&people));
                return (of_subjects == of_people && of_subjects.iter().all(|mark| *mark != ' '))
                    .then(paired);
            }
            if first_people == 1 && subjects.len() == people.len() {
                let alternate = tokens
                    .chunks(2)
                    .all(|pair| is_person(&pair[0]) && !is_person(&pair[1]));
                return alternate.then(paired);
            }
            each_with_its_people(tokens)
        }
    }
}

/// A subject, then the people who teach it, then the next subject.
fn each_with_its_people(tokens: &[Token]) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut subject: Option<(String, usize)> = None;
    for token in tokens {
        match token {
            Token::Subject { text, .. } | Token::Word { text, .. } => {
                if subject.as_ref().is_some_and(|(_, people)| *people == 0) {
                    return None;
                }
                subject = Some((text.clone(), 0));
            }
            Token::Person { name, .. } => {
                let (text, people) = subject.as_mut()?;
                *people += 1;
                items.push(Item {
                    subject: Some(text.clone()),
                    teacher: Some(name.clone()),
                    ..Item::default()
                });
            }
        }
    }
    if let Some((text, 0)) = subject {
        items.push(Item {
            subject: Some(text),
            ..Item::default()
        });
    }
    Some(items)
}

/// One text is everybody's, as many texts as items are each one's.
fn share(texts: &[String], items: &mut [Item], put: fn(&mut Item, &str)) {
    match texts {
        [only] => items.iter_mut().for_each(|item| put(item, only)),
        several if several.len() == items.len() => {
            items
                .iter_mut()
                .zip(several)
                .for_each(|(item, text)| put(item, text));
        }
        _ => {}
    }
}

/// A person's name that the words begin with, and how many of them it takes.
fn person_at(words: &[&str]) -> Option<(String, usize)> {
    const TITLES: [&str; 7] = ["Mr", "Ms", "Mrs", "Miss", "Dr", "Herr", "Frau"];
    let bare = |word: &str| word.trim_matches([',', ';', ':'].as_slice()).to_owned();
    let first = bare(words.first()?);
    let next = |at: usize| words.get(at).map(|word| bare(word)).unwrap_or_default();
    if is_name_word(&first) {
        if TITLES.contains(&first.trim_end_matches('.')) && is_name_word(&next(1)) {
            return Some((format!("{first} {}", next(1)), 2));
        }
        if are_initials(&next(1)) && !is_subject_before_name(&first, &words[1..]) {
            let has_two = next(1).matches('.').count() < 2
                && are_initials(&next(2))
                && next(2).ends_with('.');
            let length = if has_two { 3 } else { 2 };
            return Some((
                words[..length]
                    .iter()
                    .map(|word| bare(word))
                    .collect::<Vec<_>>()
                    .join(" "),
                length,
            ));
        }
        let is_bare = |text: &str| {
            let letters = text.chars().count();
            (1..=2).contains(&letters) && text.chars().all(char::is_uppercase)
        };
        if is_surname(&first) && is_bare(&next(1)) {
            let length = if next(1).chars().count() == 1 && is_bare(&next(2)) {
                3
            } else {
                2
            };
            let dotted: String = words[1..length]
                .concat()
                .chars()
                .map(|letter| format!("{letter}."))
                .collect();
            return Some((format!("{first} {dotted}"), length));
        }
        if is_name_word(&next(1)) && is_name_word(&next(2)) && is_patronymic_word(&next(2)) {
            return Some((format!("{first} {} {}", next(1), next(2)), 3));
        }
        return None;
    }
    if are_initials(&first) {
        let has_two = first.matches('.').count() < 2 && are_initials(&next(1));
        let at = if has_two { 2 } else { 1 };
        if is_name_word(&next(at)) {
            return Some((
                words[..=at]
                    .iter()
                    .map(|word| bare(word))
                    .collect::<Vec<_>>()
                    .join(" "),
                at + 1,
            ));
        }
        return None;
    }
    // `А.П.Иванова`
    let (initials, surname) = first.rsplit_once('.')?;
    let is_joined = are_initials(&format!("{initials}.")) && is_name_word(surname);
    is_joined.then(|| (format!("{initials}. {surname}"), 1))
}

/// `Математика А.П. Иванова`: the initials belong to what stands behind them.
fn is_subject_before_name(first: &str, behind: &[&str]) -> bool {
    let next = behind.iter().find(|word| !are_initials(word));
    next.is_some_and(|next| is_name_word(next) && is_surname(next)) && !is_surname(first)
}

/// A capital and letters, as a name is written; no shortening.
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let is_plain = word
        .chars()
        .all(|it| it.is_alphabetic() || matches!(it, '-' | '\'' | '’'));
    let is_small = rest.contains(char::is_lowercase) || word.chars().count() > 3;
    is_capital && !rest.is_empty() && is_plain && is_small
}

/// `А.П.`, `А.`, `А.П`: capitals with points.
fn are_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|letter| *letter != '.').collect();
    let points = word.matches('.').count();
    let no_two_letters = !word
        .chars()
        .zip(word.chars().skip(1))
        .any(|(a, b)| a != '.' && b != '.');
    (1..=3).contains(&letters.len())
        && points > 0
        && points + 1 >= letters.len()
        && no_two_letters
        && letters.iter().all(|letter| letter.is_uppercase())
}

fn is_group_word(word: &str) -> bool {
    let small = word.to_lowercase();
    let bare = small.trim_matches(['.', ',', ':'].as_slice());
    let bare = bare.trim_matches(|letter: char| letter.is_ascii_digit());
    matches!(
        bare.trim_matches(['.', '-'].as_slice()),
        "гр" | "группа" | "подгр" | "подгруппа" | "пг" | "group" | "gr"
    )
}

/// `1 гр.`, `гр. 2`, `1гр`, and how many words that takes.
fn group_at(words: &[&str]) -> Option<(String, usize)> {
    let first = words.first()?;
    let number = |word: &&str| -> Option<String> {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let is_number = word.trim_matches(['.', ')', '-', 'я', 'й'].as_slice()) == digits;
        (is_number && digits.len() == 1).then_some(digits)
    };
    if is_group_word(first) {
        let own: String = first.chars().filter(char::is_ascii_digit).collect();
        if !own.is_empty() {
            return Some((own, 1));
        }
        return match words.get(1).and_then(number) {
            Some(digits) => Some((digits, 2)),
            None => Some((String::new(), 1)),
        };
    }
    let digits = number(first)?;
    words
        .get(1)
        .filter(|word| is_group_word(word))
        .map(|_| (digits, 2))
}

fn is_room_word(word: &str) -> bool {
    let small = word.to_lowercase();
    let bare = small.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    matches!(
        bare,
        "каб"
            | "кабинет"
            | "к"
            | "ауд"
            | "аудитория"
            | "room"
            | "rm"
            | "№"
            | "спортзал"
            | "мастерская"
            | "актовый"
    )
}

/// `12`, `204а`, `1-15`: a number of a room.
fn is_room_number(word: &str) -> bool {
    let bare = word.trim_matches([',', '.', '№'].as_slice());
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let letters = bare.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_plain = bare.chars().all(|it| it.is_alphanumeric() || it == '-');
    bare.starts_with(|letter: char| letter.is_ascii_digit())
        && (1..=4).contains(&digits)
        && letters <= 1
        && is_plain
}

/// A room that the words begin with, and how many of them it takes; `is_first`: no subject stands before it.
fn room_at(words: &[&str], is_first: bool) -> Option<(String, usize)> {
    let first = words.first()?;
    let small = first.to_lowercase();
    if matches!(small.trim_end_matches('.'), "спортзал" | "мастерская") {
        return Some(((*first).to_owned(), 1));
    }
    if small == "спорт."
        && words
            .get(1)
            .is_some_and(|word| word.to_lowercase().starts_with("зал"))
    {
        return Some(("спортзал".to_owned(), 2));
    }
    if is_room_word(first) {
        let own = first.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        if !own.is_empty() {
            return Some((own.to_owned(), 1));
        }
        let number = words.get(1).filter(|word| is_room_number(word))?;
        return Some((number.trim_matches([',', '.'].as_slice()).to_owned(), 2));
    }
    let is_at_edge =
        words.len() == 1 || is_first || words.get(1).is_some_and(|word| is_name_word(word));
    (is_room_number(first) && is_at_edge)
        .then(|| (first.trim_matches([',', '.'].as_slice()).to_owned(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match of_class(text, &Set::default()) {
            Content::Nothing => "nothing".to_owned(),
            Content::NoLesson => "no lesson".to_owned(),
            Content::Unclear => "unclear".to_owned(),
            Content::Items(items) => items.iter().map(shown).collect::<Vec<_>>().join(" + "),
        }
    }

    fn shown(item: &Item) -> String {
        let mut text = item.subject.clone().unwrap_or_default();
        if let Some(teacher) = &item.teacher {
            text += &format!("|{teacher}");
        }
        if !item.room.is_empty() {
            text += &format!("@{}", item.room);
        }
        if !item.group.is_empty() {
            text += &format!("#{}", item.group);
        }
        text
    }

    #[test]
    fn a_cell_is_read_as_people_write_it() {
        for (text, expected) in [
            ("Математика", "Математика"),
            ("Математика Иванова А.П.", "Математика|Иванова А.П."),
            ("Математика Иванова А. П.", "Математика|Иванова А. П."),
            ("Математика А.П. Иванова", "Математика|А.П. Иванова"),
            ("Робототехника А. П. Иванова", "Робототехника|А. П. Иванова"),
            ("Зима И.П. Шахматы", "Шахматы|Зима И.П."),
            ("Математика А.П.Иванова", "Математика|А.П. Иванова"),
            ("Математика / Иванова", "Математика|Иванова"),
            (
                "Математика\nИванова А.П.\nкаб. 12",
                "Математика|Иванова А.П.@12",
            ),
            ("Математика (Иванова)", "Математика|Иванова"),
            (
                "Математика, Иванова А.П., 204",
                "Математика|Иванова А.П.@204",
            ),
            ("Математика Иванова АП 204", "Математика|Иванова А.П.@204"),
            ("Математика Иванова", "Математика|Иванова"),
            ("Русский\nязык\nИванова А.П.", "Русский язык|Иванова А.П."),
            (
                "Русский язык Иванова Анна Петровна",
                "Русский язык|Иванова Анна Петровна",
            ),
            ("Рус. яз. каб.5", "Рус. яз.@5"),
            ("Физ-ра с/з Петров И.И.", "Физ-ра|Петров И.И.@спортзал"),
            (
                "Иностранный язык (английский) Ким Ю.В.",
                "Иностранный язык (английский)|Ким Ю.В.",
            ),
            (
                "Англ. яз. Иванова А.П. / Петрова В.С.",
                "Англ. яз.|Иванова А.П. + Англ. яз.|Петрова В.С.",
            ),
            (
                "Англ. яз. (1 гр.) Иванова А.П. 12 / Информатика (2 гр.) Петрова В.С. 14",
                "Англ. яз.|Иванова А.П.@12#1 + Информатика|Петрова В.С.@14#2",
            ),
            (
                "Англ. яз./Информатика\nИванова А.П./Петрова В.С.",
                "Англ. яз.|Иванова А.П. + Информатика|Петрова В.С.",
            ),
            ("Иванова А.П.", "|Иванова А.П."),
            ("Англ. яз / Нем. яз", "Англ. яз + Нем. яз"),
            ("Физика Иванова А.П. / Химия", "Физика|Иванова А.П. + Химия"),
            ("201 Математика", "Математика@201"),
            ("Maths Ms Smith", "Maths|Ms Smith"),
            ("–", "nothing"),
            ("-", "nothing"),
            ("нет", "nothing"),
            ("Обед", "no lesson"),
            (
                "Алгебра Геометрия\nИванова А.П. Петрова В.С. Ким Ю.В. / Химия / Биология",
                "unclear",
            ),
            (
                "Англ. яз.\nИнформатика\nИванова А.П. / Петрова В.С.",
                "unclear",
            ),
            ("Алгебра / Химия Иванова А.П.", "unclear"),
            ("Математика Соколовская", "unclear"),
            ("Математика / Соколовская", "unclear"),
            ("Родной язык Татарский", "Родной язык Татарский"),
            (
                "Иностранный язык / Английский",
                "Иностранный язык + Английский",
            ),
            ("Общешкольная линейка", "no lesson"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_surname_without_initials_is_known_from_other_cells() {
        let mut surnames = Set::default();
        assert_eq!(read("Математика / Зима"), "unclear");
        surnames.insert(person_key("Зима"));
        let Content::Items(items) = of_class("Математика / Зима", &surnames) else {
            panic!("it is read");
        };
        assert_eq!(shown(&items[0]), "Математика|Зима");
    }

    #[test]
    fn a_teachers_cell_names_classes() {
        let read = |text: &str| match of_teacher(text) {
            Content::Items(items) => items[0].classes.join("+") + " " + &shown(&items[0]),
            other => format!("{other:?}"),
        };
        for (text, expected) in [
            ("5А", "5А "),
            ("5 А", "5 А "),
            ("5/1", "5/1 "),
            ("5/А", "5/А "),
            ("5А, 5Б", "5А+5Б "),
            ("5А/5Б каб. 12", "5А+5Б @12"),
            ("5А (12)", "5А @12"),
            ("5А\nматем.", "5А матем."),
            ("Математика 5А", "5А Математика"),
            ("5А 1 гр.", "5А #1"),
            ("каша", "Unclear"),
            ("Методический день", "NoLesson"),
            ("-", "Nothing"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
