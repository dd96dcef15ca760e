//! Subjects as timetables shorten them, and what stands in a timetable and is no lesson.

/// How names of subjects begin, small letters.
const BEGINNINGS: [&str; 125] = [
    "англ",
    "алгебр",
    "анг",
    "астроном",
    "биолог",
    "биол",
    "вероятн",
    "внекл",
    "всеобщ",
    "география",
    "геогр",
    "гео",
    "геометр",
    "граждан",
    "грамот",
    "естеств",
    "изо",
    "иност",
    "ин.",
    "ин ",
    "информ",
    "инф",
    "искусств",
    "испан",
    "истор",
    "ист",
    "китайск",
    "классный час",
    "кл.час",
    "кл. час",
    "краевед",
    "культур",
    "латын",
    "лит",
    "литер",
    "математ",
    "мат",
    "мхк",
    "музык",
    "муз",
    "мир",
    "началь",
    "немец",
    "нем",
    "обж",
    "обзр",
    "обществ",
    "общ",
    "огэ",
    "егэ",
    "окруж",
    "окр",
    "оркс",
    "орксэ",
    "однк",
    "одн",
    "основы",
    "право",
    "проект",
    "психол",
    "профор",
    "профмин",
    "разговор",
    "риторик",
    "родн",
    "русск",
    "рус",
    "ритмик",
    "россия",
    "семьевед",
    "стат",
    "техн",
    "тех",
    "труд",
    "физик",
    "физ",
    "физкульт",
    "финанс",
    "франц",
    "фр",
    "функц",
    "хим",
    "хореогр",
    "чтени",
    "черчен",
    "шахмат",
    "эколог",
    "эконом",
    "электив",
    "факульт",
    "письм",
    "речь",
    "maths",
    "mathem",
    "english",
    "physic",
    "chemis",
    "biolog",
    "geograph",
    "histor",
    "music",
    "art",
    "french",
    "german",
    "latin",
    "sport",
    "science",
    "матем",
    "хими",
    "лепк",
    "рисован",
    "природовед",
    "граммат",
    "кубановед",
    "робот",
    "пение",
    "плаван",
    "логика",
    "развит",
    "консульт",
    "шашк",
    "здоров",
    "безопасн",
    "этик",
    "истори",
];

/// Words of what a timetable shows beside lessons.
const NO_LESSONS: [&str; 19] = [
    "окно",
    "обед",
    "завтрак",
    "полдник",
    "перемена",
    "дежурств",
    "выходной",
    "каникул",
    "линейк",
    "собрани",
    "прогулк",
    "методическ",
    "метод",
    "динамическ",
    "lunch",
    "break",
    "assembly",
    "recess",
    "free",
];

/// Does the text begin as a usual subject does?
pub fn is_subject(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    let small = small.trim_start_matches(|letter: char| !letter.is_alphabetic());
    if ADJECTIVES.iter().any(|start| small.starts_with(start)) {
        return true;
    }
    BEGINNINGS.iter().any(|start| {
        let Some(rest) = small.strip_prefix(start) else {
            return false;
        };
        // Short beginnings are abbreviations: nothing, a mark or a gap follows.
        start.chars().count() > 3 || !rest.starts_with(char::is_alphabetic)
    })
}

/// Adjectives of subjects, which end as surnames do.
const ADJECTIVES: [&str; 34] = [
    "английск",
    "русск",
    "немецк",
    "французск",
    "испанск",
    "китайск",
    "татарск",
    "башкирск",
    "чувашск",
    "удмуртск",
    "осетинск",
    "чеченск",
    "якутск",
    "бурятск",
    "ингушск",
    "калмыцк",
    "марийск",
    "мордовск",
    "адыгейск",
    "аварск",
    "российск",
    "советск",
    "классическ",
    "физическ",
    "химическ",
    "историческ",
    "математическ",
    "географическ",
    "технологическ",
    "экологическ",
    "экономическ",
    "юридическ",
    "медицинск",
    "кадетск",
];

/// Is the text no lesson, whatever it is?
pub fn is_no_lesson(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| NO_LESSONS.iter().any(|start| word.starts_with(start)))
}

/// Does the word end as surnames and as adjectives do, so that it may be either?
pub fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ский", "цкий", "ской", "ская", "цкая", "ское"];
    let small = word.to_lowercase();
    ENDINGS.iter().any(|ending| small.ends_with(ending))
}

/// Does the word end as surnames do, and is it written as one?
pub fn is_surname(word: &str) -> bool {
    const ENDINGS: [&str; 28] = [
        "ов",
        "ев",
        "ёв",
        "ин",
        "ын",
        "ова",
        "ева",
        "ёва",
        "ина",
        "ына",
        "ский",
        "цкий",
        "ской",
        "ская",
        "цкая",
        "енко",
        "чук",
        "юк",
        "ук",
        "ич",
        "ян",
        "янц",
        "дзе",
        "швили",
        "ых",
        "ец",
        "ман",
        "нко",
    ];
    const SHORT: [&str; 12] = [
        "ким", "цой", "пак", "ли", "шин", "чен", "тен", "хан", "юн", "дык", "цай", "ан",
    ];
    let small = word.to_lowercase();
    let letters = word.chars().count();
    let is_word = word
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == '-');
    let is_written_so = word.starts_with(char::is_uppercase) && is_word;
    is_written_so
        && !is_subject(word)
        && (SHORT.contains(&small.as_str())
            || (letters > 3 && ENDINGS.iter().any(|ending| small.ends_with(ending))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_and_surnames_are_told_apart() {
        for text in [
            "Математика",
            "Матем.",
            "мат.",
            "Рус. яз.",
            "Физ-ра",
            "ИЗО",
            "Англ. яз",
            "Ин. яз",
            "ОБЗР",
            "Труд (технология)",
            "Лит.чтение",
            "История",
        ] {
            assert!(is_subject(text), "{text}");
            assert!(!is_surname(text), "{text}");
        }
        for text in [
            "Иванова",
            "Петров",
            "Ким",
            "Шевченко",
            "Римская-Корсакова",
            "Матвеева",
            "Трофимова",
            "Истомина",
            "Литвинова",
            "Физулина",
            "Арсеньева",
        ] {
            assert!(is_surname(text), "{text}");
        }
        for text in ["иванова", "Проект", "Иванова А.П.", "Вакансия"]
        {
            assert!(!is_surname(text), "{text}");
        }
        assert!(
            is_no_lesson("Обед")
                && is_no_lesson("Методический день")
                && !is_no_lesson("Математика")
        );
    }
}
