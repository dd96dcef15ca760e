//! Several names in one cell.

/// The pieces of a cell that lists names, separated by `,`, `|`, `/` or a line break, and by `;` unless that is the
/// file's delimiter. A piece that `known` recognises as a whole is not cut at a `/` or `,` of its own (`5/1`).
pub fn pieces(text: &str, delimiter: Option<char>, known: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    cut(text.trim(), &LEVELS, delimiter, &known, &mut pieces);
    pieces
}

/// Separators from the plainest to the one most likely to belong to a name.
const LEVELS: [&[char]; 3] = [&['\n', '\r', '|', ';'], &[','], &['/']];

fn cut<'t>(
    text: &'t str,
    levels: &[&[char]],
    delimiter: Option<char>,
    known: &impl Fn(&str) -> bool,
    pieces: &mut Vec<&'t str>,
) {
    if text.is_empty() {
        return;
    }
    let Some((separators, finer)) = levels.split_first() else {
        pieces.push(text);
        return;
    };
    if known(text) {
        pieces.push(text);
        return;
    }
    let separates =
        |letter: char| separators.contains(&letter) && (letter != ';' || delimiter != Some(';'));
    for part in text.split(separates) {
        cut(part.trim(), finer, delimiter, known, pieces);
    }
}

/// What a spreadsheet shows where a formula fails, in English and Russian.
pub fn is_sheet_error(text: &str) -> bool {
    const ERRORS: [&str; 14] = [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#Н/Д",
        "#ССЫЛКА!",
        "#ЗНАЧ!",
        "#ДЕЛ/0!",
        "#ИМЯ?",
        "#ЧИСЛО!",
        "#ПУСТО!",
    ];
    text.starts_with('#') && ERRORS.contains(&text.trim())
}

/// A lone dash, `нет`, `не требуется`: the cell says that there is nothing.
pub fn is_none_mark(text: &str) -> bool {
    const MARKS: [&str; 20] = [
        "none",
        "нет",
        "n/a",
        "н/д",
        "nobody",
        "никто",
        "не требуется",
        "не требуются",
        "не нужен",
        "не нужна",
        "не нужно",
        "не нужны",
        "не предусмотрен",
        "не предусмотрены",
        "не предусмотрено",
        "отсутствует",
        "вакансия",
        "не назначен",
        "not required",
        "not needed",
    ];
    let text = text.trim().trim_end_matches('.');
    let is_sign = |letter: char| matches!(letter, '-' | '–' | '—' | '_' | '?' | '*' | '…' | '.');
    let is_mark = |mark: &&str| {
        // Small letters of these words take as many bytes as capitals.
        let small = text.chars().flat_map(char::to_lowercase);
        mark.len() == text.len() && small.eq(mark.chars())
    };
    MARKS.iter().any(is_mark) || (!text.is_empty() && text.chars().all(is_sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_separator_cuts() {
        let cut = |text| pieces(text, Some(','), |_| false);
        assert_eq!(
            cut("5А, 5Б|5В/6А\n6Б;7А"),
            ["5А", "5Б", "5В", "6А", "6Б", "7А"]
        );
        assert_eq!(cut(" , ,"), Vec::<&str>::new());
    }

    #[test]
    fn a_semicolon_is_text_where_it_delimits_the_file() {
        assert_eq!(pieces("а;б, в", Some(';'), |_| false), ["а;б", "в"]);
        assert_eq!(pieces("а;б", None, |_| false), ["а", "б"]);
    }

    #[test]
    fn a_known_name_is_left_whole() {
        let known = |text: &str| text == "5/1" || text == "Право, экономика";
        assert_eq!(pieces("5/1, 5/2", None, known), ["5/1", "5", "2"]);
        assert_eq!(
            pieces("Право, экономика", None, known),
            ["Право, экономика"]
        );
    }
}
