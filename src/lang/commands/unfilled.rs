//! Why a place stays empty.

use super::{Lang, plural_en, plural_ru};

/// The person has another place of the same sitting.
pub fn already_here(lang: Lang) -> String {
    match lang {
        Lang::En => "has a place here already".into(),
        Lang::Ru => "уже назначен(а) сюда".into(),
    }
}

/// The person is on duty elsewhere at that time.
pub fn elsewhere(sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("on duty at {sitting}"),
        Lang::Ru => format!("занят(а): {sitting}"),
    }
}

/// The person's daily limit is reached.
pub fn daily_limit(limit: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("daily limit of {limit} reached"),
        Lang::Ru => format!("исчерпан предел {limit} в день"),
    }
}

/// The person's limit of a week is reached.
pub fn weekly_limit(limit: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("weekly limit of {limit} reached"),
        Lang::Ru => format!("исчерпан предел {limit} в неделю"),
    }
}

/// The person's works would exceed a limit, in all or of one day.
pub fn works_limit(limit: u32, a_day: bool, lang: Lang) -> String {
    match (lang, a_day) {
        (Lang::En, false) => format!("works would exceed the limit of {limit}"),
        (Lang::En, true) => format!("works of that day would exceed the limit of {limit}"),
        (Lang::Ru, false) => format!("работ стало бы больше предела {limit}"),
        (Lang::Ru, true) => format!("работ этого дня стало бы больше предела {limit}"),
    }
}

/// The person's total limit is reached.
pub fn total_limit(limit: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("total limit of {limit} reached"),
        Lang::Ru => format!("исчерпан предел {limit} за всё время"),
    }
}

/// The reason: who may take the place and what holds them, how many places compete, whom the rules bar.
pub fn because(
    candidates: &[(String, Option<String>)],
    competing: usize,
    holders: usize,
    barred: &[(&str, u64)],
    lang: Lang,
) -> String {
    let rules: Vec<String> = barred
        .iter()
        .map(|(rule, people)| format!("{rule} – {people}"))
        .collect();
    let rules = rules.join(", ");
    match (candidates, lang) {
        ([], _) if rules.is_empty() => nobody(holders, lang),
        ([], _) => format!("{} ({rules})", nobody(holders, lang)),
        (_, _) if rules.is_empty() => taken(candidates, competing, lang),
        (_, Lang::En) => format!("{}; barred: {rules}", taken(candidates, competing, lang)),
        (_, Lang::Ru) => format!("{}; отведены: {rules}", taken(candidates, competing, lang)),
    }
}

fn nobody(holders: usize, lang: Lang) -> String {
    let count = holders as u64;
    match lang {
        Lang::En if holders == 0 => "nobody holds this role".into(),
        Lang::Ru if holders == 0 => "этой роли нет ни у кого".into(),
        Lang::En => format!(
            "nobody may take it: {} {count} {} barred",
            plural_en(count, "the", "all"),
            plural_en(
                count,
                "person who holds the role is",
                "people who hold the role are"
            ),
        ),
        Lang::Ru => {
            let people = plural_ru(count, "человек", "человека", "человек");
            format!("назначить некого: отведены все, у кого есть эта роль ({count} {people})")
        }
    }
}

fn taken(candidates: &[(String, Option<String>)], competing: usize, lang: Lang) -> String {
    let names: Vec<String> = candidates
        .iter()
        .map(|(name, obstacle)| match obstacle {
            Some(obstacle) => format!("{name} ({obstacle})"),
            None => name.clone(),
        })
        .collect();
    let (places, people) = (competing as u64, candidates.len() as u64);
    let names = names.join("; ");
    match lang {
        Lang::En => format!(
            "{places} {} for {people} {} who may take {}: {names}",
            plural_en(places, "place competes", "places compete"),
            plural_en(people, "person", "people"),
            plural_en(places, "it", "them"),
        ),
        Lang::Ru => format!(
            "{places} {} на {people} {}: {names}",
            plural_ru(places, "место", "места", "мест"),
            plural_ru(
                people,
                "подходящего человека",
                "подходящих человека",
                "подходящих человек"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, because};

    #[test]
    fn names_everybody_and_counts_the_barred() {
        let candidates = [("А. Б. Ким".to_owned(), Some("on duty".to_owned()))];
        let text = because(&candidates, 2, 9, &[("absent", 1)], Lang::En);
        assert_eq!(
            text,
            "2 places compete for 1 person who may take them: А. Б. Ким (on duty); barred: absent – 1"
        );
    }

    #[test]
    fn nobody_holds_the_role() {
        assert_eq!(because(&[], 1, 0, &[], Lang::Ru), "этой роли нет ни у кого");
    }
}
