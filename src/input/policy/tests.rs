use super::*;
use crate::input::complaint::Problem;

fn read_text(text: &str) -> (Policy, Vec<(u32, String, PolicyProblem)>) {
    let file = InputFile {
        name: "policy.toml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let mut complaints = Complaints::default();
    let policy = read(&file, SourceId::new(0), &mut complaints);
    let said = complaints.sorted(&[]).into_iter().map(|complaint| {
        let Problem::Policy(problem) = complaint.problem else {
            panic!("a policy's problem");
        };
        (complaint.at.unwrap().row, complaint.text, problem)
    });
    (policy, said.collect())
}

#[test]
fn everything_a_policy_can_say() {
    let (policy, said) = read_text(
        "\u{feff}preset = \"plan\"\r\nprefer = \"few-people\"\r\n[rules]\r\nchecker-teaches-class = \"avoid\"\r\n[places]\r\n\
         checker = 2\r\nassistant = 1\r\n[options]\r\nprimary_generalist_is_specialist = false\r\nby_group = true\r\n\
         [document]\r\nlang = \"ru\"\r\nschool = \"Школа № 31\"\r\nplace = \"г. Энск\"\r\ndirector = \"И. О. Фамилия\"\r\n\
         order = \"№ 139\"\r\ndeputy = \"А. Б. Завучева\"\r\n",
    );
    assert_eq!(said, []);
    assert_eq!(policy.preset, Preset::Plan);
    assert_eq!(policy.prefer, Prefer::FewPeople);
    assert_eq!(
        policy.overrides,
        BTreeMap::from([(RuleCode::CheckerTeachesClass, Severity::Avoid)])
    );
    assert_eq!(policy.places, RoleMap([1, 2, 1, 1]));
    assert!(policy.options.by_group && !policy.options.primary_generalist_is_specialist);
    assert_eq!(policy.document.lang, Some(Lang::Ru));
    assert_eq!(policy.document.school, "Школа № 31");
    assert_eq!(policy.document.deputy, "А. Б. Завучева");
}

#[test]
fn an_empty_policy_is_the_default() {
    assert_eq!(read_text(""), (Policy::default(), Vec::new()));
}

#[test]
fn every_slip_is_named_with_its_line() {
    let (policy, said) = read_text(
        "preset = \"vrp\"\n\n[rules]\nchecker-teches-class = \"avoid\"\nproctor-homeroom = \"no\"\n[places]\nproctor = \"two\"\n\
         checker = -1\n[options]\nby_group = \"yes\"\nby_groups = true\n[document]\nlang = \"de\"\nschool = 31\n[other]\nx = 1\n",
    );
    assert_eq!(policy, Policy::default());
    let lines: Vec<(u32, &str)> = said
        .iter()
        .map(|(row, text, _)| (*row, text.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            (1, "vrp"),
            (4, "checker-teches-class"),
            (5, "no"),
            (7, "two"),
            (8, "-1"),
            (10, "yes"),
            (11, "by_groups"),
            (13, "de"),
            (14, "31"),
            (15, "other"),
        ]
    );
    let PolicyProblem::UnknownKey { nearest, .. } = &said[1].2 else {
        panic!("an unknown rule");
    };
    assert_eq!(*nearest, Some("checker-teaches-class"));
    let PolicyProblem::UnknownValue { nearest, .. } = &said[0].2 else {
        panic!("an unknown preset");
    };
    assert_eq!(*nearest, Some("vpr"));
}

#[test]
fn a_line_that_is_no_toml_is_named() {
    let (policy, said) = read_text("preset = \"plan\"\nэто не настройка\n");
    assert_eq!(policy, Policy::default());
    assert_eq!(said[0].0, 2);
    assert_eq!(said[0].1, "это не настройка");
}

#[test]
fn a_policy_saved_in_another_encoding_is_read() {
    let text = "[document]\nschool = \"Школа\"\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let file = InputFile {
        name: "policy.toml".to_owned(),
        bytes: bytes.into_owned(),
    };
    let policy = read(&file, SourceId::new(0), &mut Complaints::default());
    assert_eq!(policy.document.school, "Школа");
}

#[test]
fn preferences_are_a_word_or_a_list() {
    for (text, prefer) in [
        ("\"stable-commissions\"", Prefer::StableCommissions),
        ("[\"stable-commissions\"]", Prefer::StableCommissions),
        (
            "[\"few-people\", \"stable-commissions\"]",
            Prefer::FewPeopleThenStable,
        ),
        (
            "[\"stable-commissions\", \"few-people\"]",
            Prefer::StableThenFewPeople,
        ),
        (
            "\"stable-commissions, few-people\"",
            Prefer::StableThenFewPeople,
        ),
    ] {
        let (policy, said) = read_text(&format!("prefer = {text}\n"));
        assert_eq!(said, [], "{text}");
        assert_eq!(policy.prefer, prefer, "{text}");
    }
    for text in [
        "[\"few-people\", \"stable-comission\"]",
        "[]",
        "[\"few-people\", \"few-people\"]",
        "[1]",
        "1",
    ] {
        let (_, said) = read_text(&format!("prefer = {text}\n"));
        assert_eq!(said.len(), 1, "{text}");
    }
}
