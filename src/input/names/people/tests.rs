use proptest::prelude::*;

use super::*;

fn index(names: &[&str]) -> PeopleIndex {
    let mut index = PeopleIndex::default();
    for (position, name) in names.iter().enumerate() {
        index.insert(name, PersonId::new(position));
    }
    index
}

fn one(position: usize) -> Found {
    Found::One(PersonId::new(position))
}

#[test]
fn initials_mean_the_one_who_fits() {
    let people = index(&["Иванова Анна Петровна", "Петров Пётр Ильич"]);
    for text in [
        "Иванова А.П.",
        "иванова а. п.",
        "Иванова А.",
        "А.П. Иванова",
        "А. П. Иванова",
        "Анна Петровна Иванова",
        "Иванова Анна",
        "Иванова Анна П.",
    ] {
        assert_eq!(people.find(text), one(0), "{text}");
    }
    assert_eq!(people.find("Петров Петр Ильич"), one(1));
}

#[test]
fn initials_that_fit_two_mean_neither() {
    let people = index(&["Иванова Анна Петровна", "Иванова Алла Павловна"]);
    let both = Found::Several(vec![PersonId::new(0), PersonId::new(1)]);
    assert_eq!(people.find("Иванова А.П."), both);
    assert_eq!(people.find("А. П. Иванова"), both);
    assert_eq!(people.find("Иванова Алла П."), one(1));
}

#[test]
fn a_surname_alone_means_nobody() {
    let people = index(&["Иванова Анна Петровна"]);
    assert_eq!(people.find("Иванова"), Found::Nobody);
    assert_eq!(people.find(""), Found::Nobody);
    assert_eq!(people.find("Иванова Б.П."), Found::Nobody);
}

#[test]
fn a_full_name_finds_a_list_kept_in_initials() {
    let people = index(&["Иванова А.П.", "Иванова Б.П."]);
    assert_eq!(people.find("Иванова Анна Петровна"), one(0));
    assert_eq!(people.find("Иванова Анна"), one(0));
}

#[test]
fn codes_are_not_initials() {
    let people = index(&["Parent 5 1", "Parent 5 10", "Parent 51 1"]);
    assert_eq!(people.find("Parent 5 1"), one(0));
    assert_eq!(people.find("Parent 5 2"), Found::Nobody);
}

#[test]
fn the_nearest_name_is_found_by_full_name_and_by_initials() {
    let people = index(&["Иванова Анна Петровна", "Сидоров Олег Ильич"]);
    let mut budget = Budget::default();
    assert_eq!(
        people.nearest("Иванова Ана Петровна", &mut budget),
        Some("Иванова Анна Петровна")
    );
    assert_eq!(
        people.nearest("Сидарова О.И.", &mut budget),
        Some("Сидоров Олег Ильич")
    );
}

/// The definition, by trying everybody.
fn naive(people: &[Vec<String>], text: &str) -> Vec<usize> {
    let words: Vec<String> = person_words(text);
    let exact: Vec<usize> = (0..people.len()).filter(|&i| people[i] == words).collect();
    if !exact.is_empty() || words.len() < 2 {
        return exact;
    }
    let mut last = words.clone();
    last.rotate_right(1);
    let (words, last) = (&words, &last);
    let each = |fit: fn(&[String], &[String]) -> bool| {
        (0..people.len())
            .filter(|&i| people[i].len() >= 2)
            .filter(|&i| fit(words, &people[i]) || fit(last, &people[i]))
            .collect::<Vec<usize>>()
    };
    // A stray word behind anybody's name makes the whole text no name.
    let (loosely, closely) = (each(fits), each(fits_closely));
    if loosely == closely {
        closely
    } else {
        Vec::new()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn a_name_never_means_one_person_when_two_fit(
        names in prop::collection::vec("[АБ]а{0,2} [АБ]б{0,1}( [АБ]а{0,1})?", 1..8),
        text in "[АБ]а{0,2} [АБ]б{0,1}( [АБ]а{0,1})?",
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let words: Vec<Vec<String>> = names.iter().map(|name| person_words(name)).collect();
        let fitting = naive(&words, &text);
        match index(&names).find(&text) {
            Found::Nobody => prop_assert!(fitting.is_empty()),
            Found::One(person) => prop_assert_eq!(fitting, vec![person.index()]),
            Found::Several(people) => {
                let mut found: Vec<usize> = people.iter().map(|person| person.index()).collect();
                found.sort_unstable();
                prop_assert_eq!(fitting, found);
            }
        }
    }
}
