use super::{Size, made_up, sample};
use crate::input::{InputFile, ReadOptions, read};

fn rows(files: &[InputFile], name: &str) -> usize {
    let file = files.iter().find(|file| file.name == name).unwrap();
    String::from_utf8(file.bytes.clone())
        .unwrap()
        .lines()
        .count()
        - 1
}

#[test]
fn sizes_are_as_told() {
    for (size, staff, sittings) in [
        (Size::Small, 12, 20),
        (Size::School, 60, 150),
        (Size::Large, 180, 700),
    ] {
        let files = made_up(size, 7);
        assert_eq!(rows(&files, "staff.csv"), staff);
        assert_eq!(rows(&files, "schedule.csv"), sittings);
    }
}

#[test]
fn a_seed_gives_one_school() {
    assert_eq!(made_up(Size::Small, 1), made_up(Size::Small, 1));
    assert_ne!(made_up(Size::Small, 1), made_up(Size::Small, 2));
}

#[test]
fn made_up_schools_are_read_without_a_complaint() {
    for (size, seed) in [(Size::Small, 1), (Size::Small, 2), (Size::School, 3)] {
        let reading = read(&made_up(size, seed), &ReadOptions::default());
        assert_eq!(reading.complaints, []);
        assert!(reading.school.is_some());
    }
}

#[test]
fn the_sample_is_read_without_an_error() {
    let reading = read(&sample(), &ReadOptions::default());
    assert!(reading.school.is_some(), "{:?}", reading.complaints);
}
