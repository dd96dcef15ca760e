//! Random schools for tests: small, crowded with conflicts, of every shape the lists allow; the same for a seed.

use crate::domain::{PinKind, Preset, Role, RuleCode, School, Severity};

use super::test_school::{TestSchool, april};

/// A small generator of numbers (SplitMix64): repeatable, no dependency.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of that seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of the items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

const CLASSES: [&str; 6] = ["3А", "3Б", "4А", "5А", "5Б", "6А"];
const SUBJECTS: [&str; 5] = [
    "Математика",
    "Геометрия",
    "Русский язык",
    "Физика",
    "Чтение",
];
const GROUPS: [&str; 2] = ["1", "2"];

/// A school of one or two buildings' worth of trouble.
pub fn random_school(seed: u64) -> School {
    let mut random = Random::new(seed);
    let mut school = TestSchool::writing("5А", "Математика");
    if random.once_in(3) {
        school = school.school("Школа № 2");
    }
    school = school.subject_in_area("Геометрия", "Математика");
    school = policy(school, &mut random);
    for number in 0..4 + random.below(5) {
        school = school.staff(&format!("Учитель {number}"));
        school = facts(school, &mut random);
    }
    for number in 0..2 + random.below(4) {
        let class = random.pick(&CLASSES);
        school = school.parent(&format!("Родитель {number}"), class);
        school = parent(school, &mut random);
    }
    for _ in 0..2 + random.below(10) {
        school = sitting(school, &mut random);
    }
    decisions(school, &mut random).build()
}

fn policy(school: TestSchool, random: &mut Random) -> TestSchool {
    let preset = random.pick(&Preset::ALL);
    let mut overrides = Vec::new();
    for _ in 0..random.below(6) {
        let severity = random.pick(&[Severity::Allow, Severity::Avoid, Severity::Forbid]);
        overrides.push((random.pick(&RuleCode::ALL), severity));
    }
    let (by_group, generalist) = (random.once_in(2), random.once_in(2));
    school.policy(|policy| {
        policy.preset = preset;
        policy.overrides.extend(overrides);
        policy.options.by_group = by_group;
        policy.options.primary_generalist_is_specialist = generalist;
    })
}

fn facts(mut school: TestSchool, random: &mut Random) -> TestSchool {
    let (class, subject) = (random.pick(&CLASSES), random.pick(&SUBJECTS));
    school = school.specialist_in(subject);
    for _ in 0..random.below(3) {
        school = school.teaches(random.pick(&SUBJECTS), random.pick(&CLASSES));
    }
    if random.once_in(6) {
        school = SUBJECTS
            .iter()
            .fold(school, |school, taught| school.teaches(taught, class));
    }
    for _ in 0..random.below(3) {
        school = school.teaches_group(subject, random.pick(&CLASSES), random.pick(&GROUPS));
    }
    if random.once_in(4) {
        school = school.stands_in(random.pick(&SUBJECTS), random.pick(&CLASSES));
    }
    if random.once_in(3) {
        school = school.checks(random.pick(&SUBJECTS));
    }
    if random.once_in(3) {
        school = school.leads(random.pick(&CLASSES));
    }
    if random.once_in(3) {
        school = school.has_child_in(random.pick(&CLASSES));
    }
    if random.once_in(4) {
        school = school.tied_to(random.pick(&CLASSES));
    }
    if random.once_in(3) {
        let first = 20 + random.below(3) as u32;
        let lessons = [1 + random.below(4) as u32];
        let only = random.once_in(2).then_some(&lessons[..]);
        school = school.absent((first, first + 1), only);
    }
    if random.once_in(3) {
        school = school.roles(&[random.pick(&Role::ALL), Role::Assistant]);
    }
    if random.once_in(3) {
        school = school.at_most_per_day(1);
    }
    if random.once_in(4) {
        school = school.at_most_in_all(2);
    }
    school
}

fn parent(mut school: TestSchool, random: &mut Random) -> TestSchool {
    if random.once_in(2) {
        school = school.has_child_in(random.pick(&CLASSES));
    }
    if random.once_in(3) {
        school = school.offers(&[20, 22]);
    }
    if random.once_in(6) {
        school = school.does_not_observe();
    }
    school
}

fn sitting(mut school: TestSchool, random: &mut Random) -> TestSchool {
    school = school.writes(random.pick(&CLASSES), random.pick(&SUBJECTS));
    let first = 1 + random.below(4) as u32;
    let lessons = [first, first + 1];
    let length = 1 + random.below(2);
    school = school.at(20 + random.below(3) as u32, &lessons[..length]);
    if random.once_in(2) {
        school = school.only_group(random.pick(&GROUPS));
    }
    for role in Role::ALL {
        school = school.places(role, random.below(3) as u32);
    }
    school
}

/// Pins and waivers for people already there.
fn decisions(mut school: TestSchool, random: &mut Random) -> TestSchool {
    for _ in 0..random.below(8) {
        let person = random.below(school.lists.people.len());
        school = school.about(person).waives(random.pick(&RuleCode::ALL));
        let class = school.class(random.pick(&CLASSES));
        let subject = school.subject(random.pick(&SUBJECTS));
        let first = april(20 + random.below(3) as u32);
        let waiver = school.lists.waivers.last_mut().expect("just pushed");
        waiver.exemption.class = random.once_in(3).then_some(class);
        waiver.exemption.subject = random.once_in(3).then_some(subject);
        waiver.exemption.from = random.once_in(3).then_some(first);
        waiver.exemption.to = random.once_in(3).then_some(first);
    }
    for _ in 0..random.below(4) {
        let person = random.below(school.lists.people.len());
        let kind = random.pick(&[PinKind::Must, PinKind::Never, PinKind::Never]);
        school = school.about(person).pin(random.pick(&Role::ALL), kind);
    }
    school
}
