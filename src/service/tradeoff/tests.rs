//! Choices and prices on the hand-made sample.

use super::*;
use crate::service::demo;

fn priced(files: &[InputFile], limits: &[u32]) -> (Choices, Vec<Price>) {
    let read = ReadOptions::default();
    let request = TradeoffRequest {
        files,
        read: &read,
        lang: Lang::En,
    };
    let choices = choices(request, limits).unwrap();
    let prices = choices.list.iter();
    let prices = prices
        .map(|&choice| price(request, choice, &|| false).unwrap())
        .collect();
    (choices, prices)
}

/// The sample under another policy.
fn sample(policy: &str) -> Vec<InputFile> {
    let mut files = demo::sample();
    files.retain(|file| file.name != POLICY);
    files.push(InputFile {
        name: POLICY.to_owned(),
        bytes: policy.into(),
    });
    files
}

#[test]
fn every_combination_stands_once_with_the_policy_among_them() {
    let (choices, prices) = priced(&sample(""), &[30, 60, 30]);
    let limits: Vec<_> = choices.list.iter().map(|it| it.works).collect();
    assert_eq!(limits[..3], [None, Some(60), Some(30)]);
    assert_eq!(prices.len(), 12);
    assert_eq!(
        choices.now,
        Choice {
            works: None,
            own_subject: Severity::Avoid,
            checkers: 1
        }
    );
    assert!(choices.list.contains(&choices.now));
}

#[test]
fn a_policy_that_is_none_of_them_stands_first() {
    let policy = "preset = \"strict\"\n[limits]\nworks = 25\n";
    let (choices, prices) = priced(&sample(policy), &[]);
    assert_eq!(
        choices.list[0],
        Choice {
            works: Some(25),
            own_subject: Severity::Forbid,
            checkers: 1
        }
    );
    assert_eq!(prices.len(), 5);
    assert!(
        prices
            .iter()
            .all(|price| price.most_works <= 25 || price.choice.works.is_none())
    );
}

#[test]
fn a_line_is_what_generate_makes_of_that_policy() {
    let (_, prices) = priced(&sample(""), &[40]);
    for price in prices {
        let Choice {
            works,
            own_subject,
            checkers,
        } = price.choice;
        let limit = works.map_or(String::new(), |works| {
            format!("[limits]\nworks = {works}\n")
        });
        let policy = format!(
            "[rules]\nchecker-own-subject = \"{}\"\n[places]\nchecker = {checkers}\n{limit}",
            own_subject.name()
        );
        let made = generate(&sample(&policy), &GenerateOptions::default()).unwrap();
        assert_eq!(price.answer.objective, made.answer.objective);
        assert_eq!(price.empty as usize, made.empty_places());
        assert_eq!(
            price.is_proven(),
            made.answer.optimal && made.weighs_works()
        );
        if let Some(limit) = works {
            assert!(price.most_works <= u64::from(limit));
        }
    }
}

#[test]
fn a_tighter_limit_never_leaves_fewer_places_empty_where_both_are_proven() {
    let (_, prices) = priced(&sample(""), &[10, 20, 40, 80]);
    for pair in prices.windows(2) {
        let same = pair[0].choice.checkers == pair[1].choice.checkers
            && pair[0].choice.own_subject == pair[1].choice.own_subject;
        if same && pair.iter().all(Price::is_proven) {
            assert!(pair[0].empty <= pair[1].empty);
        }
    }
}
