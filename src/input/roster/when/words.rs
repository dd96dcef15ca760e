//! The words of days and times, and a text cut into words, numbers and signs.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// Digits.
    Number {
        /// Their value.
        value: u32,
        /// How many there are.
        digits: usize,
    },
    /// Letters, small.
    Word(String),
    /// Anything else but a space; every dash is `-`.
    Sign(char),
}

/// Cuts a text; numbers too long for a number are words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let is_same: &dyn Fn(char) -> bool = if is_digit(letter) {
            &is_digit
        } else if letter.is_alphabetic() {
            &|letter: char| letter.is_alphabetic()
        } else {
            &|_| false
        };
        let length = rest
            .find(|other: char| !is_same(other))
            .unwrap_or(rest.len());
        let length = length.max(letter.len_utf8());
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        if letter.is_whitespace() {
            continue;
        }
        tokens.push(match piece.parse() {
            Ok(value) if is_digit(letter) => Token::Number {
                value,
                digits: piece.len(),
            },
            _ if letter.is_alphanumeric() => Token::Word(piece.to_lowercase()),
            _ => Token::Sign(if is_dash(letter) { '-' } else { letter }),
        });
    }
    tokens
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Beginnings of the months' names, Russian and English, January first.
const MONTHS: [&[&str]; 12] = [
    &["янв", "jan"],
    &["фев", "feb"],
    &["мар", "mar"],
    &["апр", "apr"],
    &["май", "мая", "may"],
    &["июн", "jun"],
    &["июл", "jul"],
    &["авг", "aug"],
    &["сен", "sep"],
    &["окт", "oct"],
    &["ноя", "nov"],
    &["дек", "dec"],
];

/// Number of a month by its name, whole or short.
pub fn month(word: &str) -> Option<u32> {
    let mut months = MONTHS.iter();
    let index = months.position(|names| names.iter().any(|name| word.starts_with(name)))?;
    Some(index as u32 + 1)
}

/// The ending of a number: `21st`, `21-го`.
pub fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "го" | "е" | "ое")
}

/// Lesson numbers in Roman figures, whichever alphabet they are typed in.
pub fn roman(word: &str) -> Option<u32> {
    const FIGURES: [&str; 9] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let latin: String = word
        .chars()
        .map(|letter| match letter {
            'і' => 'i',
            'х' => 'x',
            other => other,
        })
        .collect();
    let index = FIGURES.iter().position(|figure| *figure == latin)?;
    Some(index as u32 + 1)
}

/// Words that say nothing by themselves.
pub fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 49] = [
        "г",
        "год",
        "года",
        "году",
        "урок",
        "урока",
        "уроки",
        "уроке",
        "уроков",
        "ур",
        "й",
        "я",
        "е",
        "ый",
        "ой",
        "ий",
        "ая",
        "ом",
        "му",
        "го",
        "с",
        "до",
        "по",
        "в",
        "и",
        "на",
        "время",
        "смена",
        "смены",
        "пара",
        "часов",
        "час",
        "ч",
        "мин",
        "дата",
        "день",
        "lesson",
        "lessons",
        "period",
        "periods",
        "from",
        "to",
        "till",
        "and",
        "th",
        "st",
        "nd",
        "rd",
        "on",
    ];
    FILLERS.contains(&word)
}
