//! The structural rules: time, limits, coverage, pins, unknown names.

use super::*;
use crate::domain::Doubt;

#[test]
fn an_overlap_is_reported_at_the_later_duty() {
    let school = town().writes("6А", "Физика").at(21, &[1, 2]).build();
    let mut rows = full();
    // The roster lists the later sitting first.
    rows.push(row(1, Role::Proctor, 0));
    rows.push(row(1, Role::Checker, 1));
    let findings = check(&school, &roster(&rows));
    let expected = [
        (Some(0), "double-booked"),
        (Some(4), "checker-unqualified"),
        (None, "unfilled"),
    ];
    assert_eq!(conflicts(&findings), expected);
    assert_eq!(findings.conflicts[0].clash, Some(3));
}

#[test]
fn the_same_lesson_on_another_day_is_no_overlap() {
    let school = town()
        .writes("6А", "Физика")
        .at(22, &[2])
        .places(Role::Checker, 0)
        .build();
    let mut rows = full();
    rows.extend([row(1, Role::Proctor, 0), row(1, Role::Observer, 2)]);
    assert_eq!(conflicts(&check(&school, &roster(&rows))), []);
}

#[test]
fn checking_binds_to_no_time() {
    let school = town()
        .about(1)
        .checks("Математика")
        .checks("Физика")
        .writes("6А", "Физика")
        .places(Role::Proctor, 0)
        .places(Role::Observer, 0)
        .build();
    let mut rows = full();
    rows.push(row(1, Role::Checker, 1));
    assert_eq!(conflicts(&check(&school, &roster(&rows))), []);
}

#[test]
fn two_places_of_one_sitting_are_one_too_many() {
    let school = town()
        .about(0)
        .roles(&[Role::Proctor, Role::Assistant])
        .places(Role::Assistant, 1)
        .places(Role::Checker, 2)
        .build();
    let mut rows = full();
    rows.extend([row(0, Role::Assistant, 0), row(0, Role::Checker, 1)]);
    let expected = [
        (Some(3), "double-booked"),
        (Some(3), "twice-in-sitting"),
        (Some(4), "twice-in-sitting"),
    ];
    assert_eq!(conflicts(&check(&school, &roster(&rows))), expected);
}

#[test]
fn limits_are_reported_once_at_the_first_duty_beyond() {
    let busy = |school: TestSchool| {
        let school = (3..=6).fold(school, |school, lesson| {
            school
                .writes("6А", "Физика")
                .at(21, &[lesson])
                .places(Role::Checker, 0)
                .places(Role::Observer, 0)
        });
        let mut rows = full();
        rows.extend((1..=4).map(|sitting| row(sitting, Role::Proctor, 0)));
        let school = school.build();
        let roster = roster(&rows);
        let findings = check(&school, &roster);
        let sentence = findings
            .conflicts
            .first()
            .map(|f| f.sentence(&school, &roster, Lang::En));
        (conflicts(&findings), sentence.unwrap_or_default())
    };
    let (daily, sentence) = busy(town().about(0).at_most_per_day(2));
    assert_eq!(daily, [(Some(4), "over-daily-limit")]);
    assert!(sentence.contains("(at most 2; staff.csv row"), "{sentence}");
    let (total, _) = busy(town().about(0).at_most_in_all(4));
    assert_eq!(total, [(Some(6), "over-total-limit")]);
    assert_eq!(busy(town().about(0).at_most_in_all(5)).0, []);
}

#[test]
fn an_unfilled_place_is_reported_at_its_empty_row_or_at_none() {
    let school = town().places(Role::Proctor, 3).build();
    let mut rows = full();
    rows.push((0, Role::Proctor, Seat::Empty));
    let findings = check(&school, &roster(&rows));
    assert_eq!(
        conflicts(&findings),
        [(Some(3), "unfilled"), (None, "unfilled")]
    );
    assert_eq!(findings.objective.unfilled[Role::Proctor], 2);
}

#[test]
fn a_person_beyond_the_places_is_reported_once() {
    let school = town().staff("Лишний А.").staff("Лишний Б.").build();
    let mut rows = full();
    rows.extend([row(0, Role::Proctor, 3), row(0, Role::Proctor, 4)]);
    assert_eq!(
        conflicts(&check(&school, &roster(&rows))),
        [(Some(3), "overfilled")]
    );
}

#[test]
fn unknown_names_and_sittings_are_conflicts_and_fill_their_place() {
    let mut rows = full();
    rows[0].2 = Seat::Unknown("Неизвестный Н. Н.".to_owned());
    let mut roster = roster(&rows);
    let mut stray = roster.rows[1].clone();
    stray.sitting = RowSitting::Unknown {
        date: None,
        class: "5Я".to_owned(),
        subject: "Алхимия".to_owned(),
    };
    roster.rows.push(stray);
    let school = town().build();
    let findings = check(&school, &roster);
    let expected = [(Some(0), "unknown-person"), (Some(3), "unknown-sitting")];
    assert_eq!(conflicts(&findings), expected);
    let sentence = |index: usize| findings.conflicts[index].sentence(&school, &roster, Lang::Ru);
    assert!(
        sentence(0).ends_with("«Неизвестный Н. Н.» нет ни в одном списке."),
        "{}",
        sentence(0)
    );
    assert_eq!(
        sentence(1),
        "5Я, Алхимия, эксперт: в графике нет такой работы."
    );
}

#[test]
fn an_ambiguous_name_is_a_question_and_not_an_empty_place() {
    let mut rows = full();
    let candidates = vec![PersonId::new(0), PersonId::new(1)];
    rows[0].2 = Seat::Ambiguous {
        text: "Петрова".to_owned(),
        candidates: candidates.clone(),
        doubt: Doubt::SeveralFit,
    };
    let school = town().about(0).pin(Role::Proctor, PinKind::Must).build();
    let findings = check(&school, &roster(&rows));
    assert_eq!(conflicts(&findings), []);
    assert_eq!(findings.questions.len(), 1);
    assert_eq!(findings.questions[0].candidates, candidates);
}

#[test]
fn pins_hold() {
    let must = town()
        .staff("Нужный Н.")
        .pin(Role::Proctor, PinKind::Must)
        .build();
    let findings = check(&must, &roster(&full()));
    assert_eq!(conflicts(&findings), [(Some(0), "pin-broken")]);
    assert_eq!(findings.conflicts[0].person, Some(PersonId::new(3)));
    let sentence = findings.conflicts[0].sentence(&must, &roster(&full()), Lang::En);
    assert!(
        sentence.contains("Нужный Н. is pinned to this place"),
        "{sentence}"
    );
    let never = town().about(0).pin(Role::Proctor, PinKind::Never).build();
    assert_eq!(
        conflicts(&check(&never, &roster(&full()))),
        [(Some(0), "pin-broken")]
    );
    let kept = town().about(0).pin(Role::Proctor, PinKind::Must).build();
    assert_eq!(conflicts(&check(&kept, &roster(&full()))), []);
}

/// A roster that breaks the rule: the good one, with one thing changed.
fn broken(code: StructuralCode) -> (TestSchool, Vec<test_roster::Row>) {
    let mut rows = full();
    let school = match code {
        StructuralCode::DoubleBooked => {
            rows.push(row(1, Role::Proctor, 0));
            town().writes("6А", "Физика")
        }
        StructuralCode::Absent => town().about(0).absent((21, 21), None),
        StructuralCode::RoleNotHeld => town().about(0).roles(&[Role::Checker]),
        StructuralCode::DateNotOffered => town().offers(&[22]),
        StructuralCode::OverDailyLimit => town().about(0).at_most_per_day(0),
        StructuralCode::OverWeeklyLimit => town().about(0).at_most_per_week(0),
        StructuralCode::OverWorksLimit => town().policy(|it| it.limits.works = Some(23)),
        StructuralCode::OverWorksADay => town().policy(|it| it.limits.works_a_day = Some(23)),
        StructuralCode::OverTotalLimit => town().about(0).at_most_in_all(0),
        StructuralCode::TwiceInSitting => {
            rows.push(row(0, Role::Checker, 1));
            town().places(Role::Checker, 2)
        }
        StructuralCode::Unfilled => town().places(Role::Assistant, 1),
        StructuralCode::Overfilled => town().places(Role::Observer, 0),
        StructuralCode::PinBroken => town().about(0).pin(Role::Proctor, PinKind::Never),
        StructuralCode::UnknownPerson => {
            rows[2].2 = Seat::Unknown("Некто".to_owned());
            town()
        }
        StructuralCode::UnknownSitting => town(),
    };
    (school, rows)
}

#[test]
fn every_structural_rule_fires_where_it_is_broken_and_only_there() {
    // The silent case of them all is `a_good_roster_is_clean`.
    for code in StructuralCode::ALL {
        let (school, rows) = broken(code);
        let mut roster = roster(&rows);
        if code == StructuralCode::UnknownSitting {
            let mut stray = roster.rows[0].clone();
            stray.sitting = RowSitting::Unknown {
                date: None,
                class: "5Я".to_owned(),
                subject: "Математика".to_owned(),
            };
            roster.rows.push(stray);
        }
        let findings = check(&school.build(), &roster);
        let fired = |finding: &Finding| finding.code == Code::Structural(code);
        assert!(findings.conflicts.iter().any(fired), "{}", code.name());
        let others =
            |finding: &&Finding| !fired(finding) && finding.sitting != Some(SittingId::new(1));
        let others: Vec<_> = findings.conflicts.iter().filter(others).collect();
        assert!(others.is_empty(), "{}: {others:?}", code.name());
    }
}

#[test]
fn an_empty_roster_leaves_every_place_unfilled() {
    let findings = check(&town().build(), &Roster::default());
    assert_eq!(conflicts(&findings), [(None, "unfilled"); 3]);
    assert_eq!(findings.conflicts[0].sitting, Some(SittingId::new(0)));
}
