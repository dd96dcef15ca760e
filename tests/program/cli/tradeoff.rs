//! `tradeoff`: the lines that are compared, and what is said of each.

use serde_json::Value;

use super::town::{Town, stderr, stdout};

fn lines(town: &Town, options: &[&str]) -> Vec<Value> {
    let args: Vec<&str> = ["tradeoff", "--format", "json"]
        .into_iter()
        .chain(options.iter().copied())
        .collect();
    let report: Value = serde_json::from_str(&stdout(&mut town.recuse(&args))).unwrap();
    report["lines"].as_array().unwrap().clone()
}

#[test]
fn each_limit_is_a_line_and_is_kept() {
    let town = Town::new();
    let lines = lines(&town, &["--works", "60,40,60"]);
    assert!(lines.iter().any(|line| line["now"] == true));
    for limit in [40, 60] {
        let of_limit: Vec<&Value> = lines.iter().filter(|line| line["works"] == limit).collect();
        assert!(!of_limit.is_empty());
        for line in of_limit {
            assert!(line["most_works"].as_u64().unwrap() <= limit);
        }
    }
    let avoided = lines.iter().filter(|line| line["own_subject"] == "avoid");
    assert_eq!(avoided.count() * 2, lines.len());
}

#[test]
fn nothing_is_called_proven_whose_bound_is_not_met() {
    let town = Town::new();
    for line in lines(&town, &["--works", "5"]) {
        if line["status"] == "optimal" {
            for level in ["unfilled", "lessons_lost", "load_squares"] {
                assert_eq!(line["objective"][level], line["bound"][level], "{level}");
            }
        }
    }
}

#[test]
fn a_limit_that_is_none_is_refused() {
    let town = Town::new();
    for wrong in ["0", "-1", "many", "40,,60", "4000000000"] {
        let mut run = town.recuse(&["tradeoff", &format!("--works={wrong}")]);
        let said = stderr(&mut run);
        assert!(said.contains("a number of works from 1 to 99999"), "{said}");
        run.assert().code(2);
    }
}
