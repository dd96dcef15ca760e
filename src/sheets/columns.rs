//! Widths of a table's columns: the shares that the sheet asks for, moved where a heading's word would be cut in two.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and sizes on a page are far below 2^23"
)]

use super::model::Table;
use super::printable::printable;
use super::typeset::{Faces, Style, break_opportunities};

/// Size of headings, and what a cell keeps free on both sides together, in points.
const SIZE: f32 = 10.0;
const PADDING: f32 = 9.0;

/// Most that one heading may claim, as a part of the width.
const MOST: f32 = 0.4;

/// Edges of the columns from 0 to `width` points, one more than columns.
pub fn edges(table: &Table, faces: &Faces, width: f32) -> Vec<f32> {
    let mut sum = 0.0;
    let mut edges = vec![0.0];
    edges.extend(widths(table, faces, width).into_iter().map(|column| {
        sum += column;
        sum
    }));
    if let (Some(last), true) = (edges.last_mut(), !table.columns.is_empty()) {
        *last = width;
    }
    edges
}

fn widths(table: &Table, faces: &Faces, width: f32) -> Vec<f32> {
    let total: f32 = table
        .columns
        .iter()
        .map(|column| column.share.max(1) as f32)
        .sum();
    let asked: Vec<f32> = table
        .columns
        .iter()
        .map(|column| column.share.max(1) as f32 * width / total)
        .collect();
    let least: Vec<f32> = table
        .columns
        .iter()
        .map(|column| heading(&column.heading, faces).min(MOST * width))
        .collect();
    let missing: f32 = asked
        .iter()
        .zip(&least)
        .map(|(a, l)| (l - a).max(0.0))
        .sum();
    let spare: f32 = asked
        .iter()
        .zip(&least)
        .map(|(a, l)| (a - l).max(0.0))
        .sum();
    if missing <= 0.0 || missing > spare {
        return asked;
    }
    asked
        .iter()
        .zip(&least)
        .map(|(&asked, &least)| {
            if asked < least {
                least
            } else {
                asked - (asked - least) * missing / spare
            }
        })
        .collect()
}

/// Width of a heading's widest word.
fn heading(text: &str, faces: &Faces) -> f32 {
    let face = faces.face(Style::Bold);
    let text = printable(text);
    let widest = text
        .split('\n')
        .flat_map(break_opportunities)
        .map(|word| face.width(word, SIZE))
        .fold(0.0, f32::max);
    if widest > 0.0 { widest + PADDING } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn a_heading_gets_the_room_its_word_needs_and_the_whole_stays() {
        let mut table = samples::table("", &["Кабинет", "Предмет", ""], &[]);
        table.columns[0].share = 20;
        table.columns[2].share = 400;
        let faces = Faces::load();
        let edges = edges(&table, faces, 480.0);
        let needed = faces.face(Style::Bold).width("Кабинет", SIZE);
        assert!(edges[1] > needed, "{edges:?}");
        assert!((edges[3] - 480.0).abs() < 0.01);
        assert!(edges.is_sorted());
    }

    #[test]
    fn shares_stay_where_words_fit_or_cannot() {
        let faces = Faces::load();
        let table = samples::table("", &["a", "b"], &[]);
        assert_eq!(edges(&table, faces, 100.0), [0.0, 50.0, 100.0]);
        let wide = "ш".repeat(300);
        let table = samples::table("", &[wide.as_str(), &wide, &wide], &[]);
        let [_, first, second, _] = edges(&table, faces, 90.0)[..] else {
            panic!("four edges")
        };
        assert!((first - 30.0).abs() < 0.01 && (second - 60.0).abs() < 0.01);
    }
}
