//! The group of a class where its name stands beside the class's or the subject's: `5А (1 группа)`, `англ. яз., 2 гр.`

/// The text without what names a group, and the group's name; the text as it is where it names none.
pub fn without_group(text: &str) -> (String, Option<String>) {
    let is_word = |word: &str| {
        const WORDS: [&str; 9] = [
            "гр",
            "группа",
            "группы",
            "подгруппа",
            "подгр",
            "подгруппы",
            "п/г",
            "group",
            "gr",
        ];
        let bare = trimmed(word).to_lowercase();
        WORDS.contains(&bare.as_str())
    };
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | ','))
        .filter(|word| !word.is_empty())
        .collect();
    let Some(at) = words.iter().position(|word| is_word(word)) else {
        return (text.to_owned(), None);
    };
    // `1 группа`, `1-я группа`; else `группа 1`, `гр. А`.
    let before = at
        .checked_sub(1)
        .filter(|&before| starts_with_digit(words[before]) && before > 0);
    let named = before.or((at + 1 < words.len()).then_some(at + 1));
    let Some(named) = named else {
        return (text.to_owned(), None);
    };
    let others = words.iter().enumerate();
    let rest: Vec<&str> = others
        .filter(|&(index, _)| index != at && index != named)
        .map(|(_, word)| *word)
        .collect();
    let name = trimmed(words[named]);
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    let name = if digits.is_empty() {
        name.to_owned()
    } else {
        digits
    };
    (rest.join(" "), Some(name))
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|letter: char| matches!(letter, '.' | ':' | ';' | '№' | '«' | '»' | '"'))
}

fn starts_with_digit(word: &str) -> bool {
    trimmed(word).starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::without_group;

    #[test]
    fn a_group_is_found_beside_the_class() {
        for text in [
            "5А (1 группа)",
            "5А, 1 гр.",
            "5А 1-я подгруппа",
            "5А (гр. 1)",
            "5А (группа №1)",
        ] {
            assert_eq!(
                without_group(text),
                ("5А".to_owned(), Some("1".to_owned())),
                "{text}"
            );
        }
        assert_eq!(
            without_group("5А (гр. Б)"),
            ("5А".to_owned(), Some("Б".to_owned()))
        );
        assert_eq!(without_group("5А, 5Б"), ("5А, 5Б".to_owned(), None));
        assert_eq!(without_group("География"), ("География".to_owned(), None));
    }
}
