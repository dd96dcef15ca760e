use super::*;

fn calendar() -> Calendar {
    let day = |day| NaiveDate::from_ymd_opt(2026, 4, day).unwrap();
    Calendar {
        days: [20, 21, 22].map(day).into(),
    }
}

fn april(day: u32) -> Option<Date> {
    NaiveDate::from_ymd_opt(2026, 4, day)
}

#[test]
fn a_day_is_read_however_it_is_typed() {
    for text in [
        "21.04.2026",
        "21.4.26",
        "21.04",
        "21.04.",
        "21.04.2026 г.",
        "21.04.26г",
        "2026-04-21",
        "2026.04.21",
        "21/04/2026",
        "21/04",
        "4/21/2026",
        "21-04-2026",
        "21-апр-26",
        "21-апр",
        "21 апреля",
        "21 апр.",
        "21 апреля 2026 г.",
        "21 АПРЕЛЯ 2026 года",
        "вт 21.04.2026",
        "Вт., 21.04",
        "вторник, 21 апреля",
        "21.04 (вт)",
        "21.04.2026\nвторник",
        "21 April 2026",
        "April 21, 2026",
        "Apr 21",
        "Tue 21 Apr",
        "21st April",
        "46133",
        "21.04.2026 00:00",
    ] {
        let said = calendar().read(text, Expect::Day);
        assert_eq!(said.date, april(21), "{text}: {said:?}");
        assert_eq!(said.unread, Vec::<String>::new(), "{text}");
        assert!(!said.is_at_odds(), "{text}");
    }
}

#[test]
fn another_year_or_weekday_is_kept_as_typed() {
    let read = |text| calendar().read(text, Expect::Day);
    assert_eq!(
        read("21.04.2025").date,
        NaiveDate::from_ymd_opt(2025, 4, 21)
    );
    assert_eq!(read("5 мая").date, NaiveDate::from_ymd_opt(2026, 5, 5));
    assert_eq!(read("15 марта").date, NaiveDate::from_ymd_opt(2026, 3, 15));
    assert!(read("пн 21.04").is_at_odds());
    assert_eq!(read("вторник").weekday, Some(Weekday::Tue));
    assert_eq!(calendar().only(Weekday::Tue), april(21));
    for text in ["скоро", "31.02.2026", "12", "", "резервный день"] {
        assert_eq!(read(text).date, None, "{text}");
    }
    assert_eq!(read("21.04 резерв").unread, ["резерв"]);
}

#[test]
fn lessons_and_times_are_read() {
    let read = |text| calendar().read(text, Expect::Time);
    for (text, lessons) in [
        ("2", vec![2]),
        ("2 урок", vec![2]),
        ("2-й урок", vec![2]),
        ("урок 2", vec![2]),
        ("2-3", vec![2, 3]),
        ("2–3 уроки", vec![2, 3]),
        ("2, 3", vec![2, 3]),
        ("2 и 3", vec![2, 3]),
        ("2,3 ур.", vec![2, 3]),
        ("II", vec![2]),
        ("1 смена, 3 урок", vec![3]),
        ("3 урок 2-я смена", vec![3]),
        ("lessons 2-3", vec![2, 3]),
        ("02.03.2026", vec![2, 3]),
    ] {
        let said = read(text);
        assert_eq!(said.lessons, Lessons::of(lessons), "{text}");
        assert_eq!((said.start, said.unread), (None, vec![]), "{text}");
    }
    for text in [
        "9:25–10:10",
        "09:25 - 10:10",
        "9.25-10.10",
        "с 9:25 до 10:10",
        "9-25 – 10-10",
        "9:25:00-10:10:00",
    ] {
        let said = read(text);
        assert_eq!(
            (said.start, said.end, said.lessons),
            (Some(Minute(565)), Some(Minute(610)), Lessons::default()),
            "{text}"
        );
    }
    let both = read("2 урок (9:25-10:10)");
    assert_eq!(
        (both.lessons, both.start),
        (Lessons::of([2]), Some(Minute(565)))
    );
    assert_eq!(read("после обеда").unread, ["после", "обеда"]);
    assert_eq!(read("9:25").start, Some(Minute(565)));
}

#[test]
fn one_cell_may_say_all() {
    let said = calendar().read("21.04.2026, вт, 2-3 урок, 9:25", Expect::Day);
    assert_eq!(said.date, april(21));
    assert_eq!(said.lessons, Lessons::of([2, 3]));
    assert_eq!(said.start, Some(Minute(565)));
    let said = calendar().read("21 апреля 9:25-10:10", Expect::Day);
    assert_eq!((said.date, said.end), (april(21), Some(Minute(610))));
}

#[test]
fn a_sentence_may_mention_a_day() {
    let read = |text| calendar().read(text, Expect::Sentence).date;
    assert_eq!(
        read("Расстановка организаторов на 21 апреля 2026 года"),
        april(21)
    );
    assert_eq!(read("Приложение № 2 к приказу № 139"), None);
}
