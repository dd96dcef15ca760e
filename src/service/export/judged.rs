//! The check's word on a roster as the sheets take it: sentences and codes.

use sha2::{Digest, Sha256};

use super::super::verify::Verified;
use crate::check::Finding;
use crate::domain::{Code, Lang, Role, RoleSet, RuleCode, Severity, StructuralCode};
use crate::input::InputFile;
use crate::lang::commands::check as words;
use crate::lang::sheets::evidence::{self, Level};
use crate::rules::{self, Claim};
use crate::service::{Checked, preferences};
use crate::sheets::{FileDigest, Judgement, Remark, RuleLine, UncheckedLine, hex};

/// What the check says of a place that nobody takes.
const VACANCY: Code = Code::Structural(StructuralCode::Unfilled);

/// Broken rules and unclear names: with any of them a roster must not be signed. An empty place is none.
pub fn broken(checked: &Checked) -> usize {
    let findings = &checked.findings;
    let conflicts = findings.conflicts.iter();
    let plan = checked.plan.findings.iter();
    conflicts.filter(|finding| finding.code != VACANCY).count()
        + findings.questions.len()
        + plan.filter(|finding| !finding.is_open).count()
}

/// Places that nobody takes, a sentence each.
pub fn vacancies(checked: &Checked, lang: Lang) -> Vec<String> {
    let conflicts = checked.findings.conflicts.iter();
    conflicts
        .filter(|finding| finding.code == VACANCY)
        .map(|finding| finding.sentence(&checked.school, &checked.roster, lang))
        .collect()
}

/// What the check said.
pub fn judgement(checked: &Checked, lang: Lang) -> Judgement {
    let remarks = |findings: &[Finding]| -> Vec<Remark> {
        findings
            .iter()
            .map(|finding| remark(checked, finding, lang))
            .collect()
    };
    let findings = &checked.findings;
    let (vacancies, conflicts) = remarks(&findings.conflicts)
        .into_iter()
        .partition(|remark| remark.code == VACANCY);
    Judgement {
        conflicts,
        vacancies,
        exceptions: remarks(&findings.exceptions),
        preferences: preferences(findings, None, lang),
        unchecked: unchecked(checked, lang),
        possible: remarks(&findings.possible),
        questions: questions(checked, lang),
        checked_places: findings.checked_places,
        rules: in_force(checked, lang),
        objective: findings.objective.clone(),
    }
}

fn unchecked(checked: &Checked, lang: Lang) -> Vec<UncheckedLine> {
    let missing = checked.findings.unchecked.iter();
    missing
        .map(|missing| UncheckedLine {
            code: match missing.claim {
                Claim::Rule(code) => Some(Code::Rule(code)),
                Claim::WorksLimit(code) => Some(Code::Structural(code)),
                Claim::Places => Some(Code::Structural(StructuralCode::Unfilled)),
                Claim::EvenWorks => None,
            },
            because: missing.because(&checked.school, lang),
        })
        .collect()
}

fn remark(checked: &Checked, finding: &Finding, lang: Lang) -> Remark {
    Remark {
        code: finding.code,
        row: finding.row,
        sitting: finding.sitting,
        role: finding.role,
        person: finding.person,
        waiver: finding.waiver,
        sentence: finding.sentence(&checked.school, &checked.roster, lang),
    }
}

fn questions(checked: &Checked, lang: Lang) -> Vec<String> {
    let report = checked.report(lang);
    let sentences = report.questions.iter().map(|question| {
        let candidates = question.candidates.join(" / ");
        let sentence = words::question(&question.text, &candidates, lang);
        format!("{}: {sentence}", question.place)
    });
    sentences.collect()
}

/// Rules that are not off, the catalogue's first.
fn in_force(checked: &Checked, lang: Lang) -> Vec<RuleLine> {
    let policy = &checked.school.policy;
    let catalogue = RuleCode::ALL.into_iter().filter_map(|code| {
        let severity = rules::severity(policy, code);
        (severity != Severity::Allow).then(|| RuleLine {
            code: Code::Rule(code),
            severity: Some(severity),
            roles: rules::rule(code).roles,
            name: rules::rule(code).name.in_lang(lang).to_owned(),
            what: rules::rule(code).what.in_lang(lang).to_owned(),
        })
    });
    let structural = StructuralCode::ALL.into_iter().map(|code| RuleLine {
        code: Code::Structural(code),
        severity: None,
        roles: roles_of(code),
        name: rules::structural(code).name.in_lang(lang).to_owned(),
        what: rules::structural(code).what.in_lang(lang).to_owned(),
    });
    catalogue.chain(structural).collect()
}

/// Roles whose duties a structural rule is checked on.
fn roles_of(code: StructuralCode) -> RoleSet {
    match code {
        StructuralCode::OverWorksLimit | StructuralCode::OverWorksADay => {
            RoleSet::of(&[Role::Checker])
        }
        StructuralCode::DoubleBooked
        | StructuralCode::OverDailyLimit
        | StructuralCode::OverWeeklyLimit
        | StructuralCode::OverTotalLimit => {
            RoleSet::of(&[Role::Proctor, Role::Observer, Role::Assistant])
        }
        StructuralCode::DateNotOffered => RoleSet::of(&[Role::Observer]),
        StructuralCode::Absent
        | StructuralCode::RoleNotHeld
        | StructuralCode::TwiceInSitting
        | StructuralCode::Unfilled
        | StructuralCode::Overfilled
        | StructuralCode::PinBroken
        | StructuralCode::UnknownPerson
        | StructuralCode::UnknownSitting => RoleSet::of(&Role::ALL),
    }
}

/// What the verified proof shows of the roster, level by level.
pub fn proven(checked: &Checked, verified: &Verified, lang: Lang) -> Vec<String> {
    let objective = &checked.findings.objective;
    let unfilled = Role::ALL.map(|role| objective.unfilled[role]).iter().sum();
    let avoided = objective.avoided.values().sum();
    let mut levels = vec![
        (1, Level::EmptyPlaces(unfilled)),
        (2, Level::Avoided(avoided)),
        (3, Level::LessonsLost(objective.lessons_lost)),
        (4, Level::EvenLoad),
    ];
    // Without a timetable nobody knows which lessons are lost.
    levels.retain(|&(number, _)| number != 3 || !checked.school.lessons.is_empty());
    let lines = levels.into_iter().map(|(number, level)| match level {
        // Where nobody knows how many works there are, nothing is known of how evenly they are spread.
        Level::EvenLoad if !checked.findings.weighs_works() => {
            evidence::works_unknown(lang).to_owned()
        }
        level => evidence::level(level, verified.is_proven(number), lang),
    });
    std::iter::once(evidence::verified(lang).to_owned())
        .chain(lines)
        .collect()
}

/// The file's name and the digest of its bytes.
pub fn digest(file: &InputFile) -> FileDigest {
    let digest = Sha256::digest(&file.bytes);
    FileDigest {
        name: file.name.clone(),
        sha256: hex(&digest),
    }
}
