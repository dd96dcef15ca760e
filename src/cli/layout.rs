//! Columns and bars in plain text, measured in letters.

/// Rows as columns as wide as their widest cell, two spaces between; the last column is left as it is.
pub fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; N] = std::array::from_fn(|column| width(column).unwrap_or(0));
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A bar whose length stands to `widest` as `count` to `most`; at least one block for anything at all.
pub fn bar(count: usize, most: usize, widest: usize) -> String {
    let length = (count * widest).div_ceil(most.max(1));
    "█".repeat(length)
}

/// Each line moved in by that many spaces.
pub fn indent(text: &str, spaces: usize) -> String {
    let margin = " ".repeat(spaces);
    let lines: Vec<String> = text
        .lines()
        .map(|line| format!("{margin}{line}\n"))
        .collect();
    lines.concat()
}

/// Words broken into lines of at most `width` letters.
pub fn wrap(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{bar, columns, wrap};

    #[test]
    fn columns_count_letters() {
        let rows = [
            ["Ёж".to_owned(), "1".to_owned()],
            ["ab c".to_owned(), "2".to_owned()],
        ];
        assert_eq!(columns(&rows), "Ёж    1\nab c  2\n");
    }

    #[test]
    fn bars_and_lines() {
        assert_eq!(bar(1, 100, 10), "█");
        assert_eq!(bar(0, 100, 10), "");
        assert_eq!(wrap("one two three", 8), "one two\nthree");
    }
}
