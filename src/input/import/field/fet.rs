//! FET files as its versions and its users write them.

use super::*;

/// A FET file with two teachers; `starts` are activity, day and hour.
fn fet(days: &[&str], students: &str, on: [&str; 2], starts: &[(u32, &str, u32)]) -> String {
    let days: String = days
        .iter()
        .map(|day| format!("<Day><Name>{day}</Name></Day>"))
        .collect();
    let starts: String = starts
        .iter()
        .map(|(id, day, hour)| format!("<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>{id}</Activity_Id><Preferred_Day>{day}</Preferred_Day><Preferred_Hour>{hour}</Preferred_Hour><Active>true</Active></ConstraintActivityPreferredStartingTime>"))
        .collect();
    let [first, second] = on;
    format!(
        "<fet><Days_List>{days}</Days_List><Hours_List><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour><Hour><Name>3</Name></Hour></Hours_List>
<Subjects_List><Subject><Name>Art</Name></Subject><Subject><Name>Latin</Name></Subject></Subjects_List>
<Teachers_List><Teacher><Name>Ann Lake</Name></Teacher><Teacher><Name>Ben Ford</Name></Teacher></Teachers_List>
<Students_List>{students}</Students_List>
<Activities_List><Activity><Teacher>Ann Lake</Teacher><Subject>Art</Subject><Students>{first}</Students><Duration>1</Duration><Id>1</Id><Active>true</Active></Activity><Activity><Teacher>Ben Ford</Teacher><Subject>Latin</Subject><Students>{second}</Students><Duration>2</Duration><Id>2</Id><Active>true</Active></Activity></Activities_List>
<Time_Constraints_List>{starts}</Time_Constraints_List></fet>"
    )
}

const TWO_CLASSES: &str = "<Year><Name>8A</Name></Year><Year><Name>8B</Name></Year>";

#[test]
fn version_7_of_fet_reads_as_those_before() {
    let days = ["Monday", "Tuesday", "Wednesday"];
    let old = fet(
        &days,
        TWO_CLASSES,
        ["8A", "8B"],
        &[(1, "Tuesday", 3), (2, "Wednesday", 1)],
    );
    let new = old
        .replace("Preferred_Day>", "Day>")
        .replace("Preferred_Hour>", "Hour>");
    let expected = ["Tue 3 8A", "Wed 1 8B", "Wed 2 8B"];
    assert_eq!(times(&imported(ImportKind::Fet, &old)), expected);
    assert_eq!(times(&imported(ImportKind::Fet, &new)), expected);
    // Long names are people's names; lessons know them by the short ones.
    let long = new
        .replace(
            "<Teacher><Name>Ann Lake</Name>",
            "<Teacher><Name>Ann Lake</Name><Long_Name>Lake, Ann Mary</Long_Name>",
        )
        .replace(
            "<Subject><Name>Art</Name>",
            "<Subject><Name>Art</Name><Long_Name>Fine Arts</Long_Name>",
        );
    let done = imported(ImportKind::Fet, &long);
    assert!(table(&done, "load.csv").contains("\"Lake, Ann Mary\",Fine Arts,8A,,1\n"));
    assert!(table(&done, "subjects.csv").contains("Fine Arts,Art\n"));
    // The day's name is a number, the long one tells it.
    let numbered = new
        .replace(
            "<Day><Name>Tuesday</Name>",
            "<Day><Name>2</Name><Long_Name>Thursday</Long_Name>",
        )
        .replace("<Day>Tuesday</Day>", "<Day>2</Day>");
    assert!(times(&imported(ImportKind::Fet, &numbered)).contains(&"Thu 3 8A".to_owned()));
}

#[test]
fn two_weeks_of_fet_are_written_as_one() {
    let days = ["Monday A", "Tuesday A", "Monday B", "Tuesday B"];
    let text = fet(
        &days,
        TWO_CLASSES,
        ["8A", "8B"],
        &[(1, "Tuesday A", 3), (2, "Monday B", 1)],
    );
    let done = imported(ImportKind::Fet, &text);
    assert_eq!(times(&done), ["Tue 3 8A", "Mon 1 8B", "Mon 2 8B"]);
    assert!(says(&done, ImportProblem::WeeksJoined { weeks: 2 }));
    assert!(table(&done, "load.csv").contains("Ann Lake,Art,8A,,0.5\n"));
}

#[test]
fn a_day_that_cannot_be_told_makes_no_timetable() {
    for days in [
        ["Monday", "Pause", "Tuesday"],
        ["Wednesday", "Holiday", "Thursday"],
    ] {
        let text = fet(
            &days,
            TWO_CLASSES,
            ["8A", "8B"],
            &[(1, days[1], 3), (2, days[2], 1)],
        );
        let done = imported(ImportKind::Fet, &text);
        assert_eq!(times(&done), [""; 0], "{days:?}");
        assert!(says(&done, ImportProblem::DayUnknown), "{days:?}");
    }
}

/// A year whose groups have these subgroups.
fn year(groups: &[(&str, &str)]) -> String {
    let groups: String = groups
        .iter()
        .map(|(group, parts)| {
            let parts: String = parts
                .chars()
                .map(|part| format!("<Subgroup><Name>s{part}</Name></Subgroup>"))
                .collect();
            format!("<Group><Name>{group}</Name>{parts}</Group>")
        })
        .collect();
    format!("<Year><Name>8</Name>{groups}</Year>")
}

#[test]
fn groups_that_share_pupils_are_no_classes() {
    let load = |groups: &[(&str, &str)], on: [&str; 2]| -> Vec<String> {
        let done = imported(ImportKind::Fet, &fet(&["Monday"], &year(groups), on, &[]));
        let load = table(&done, "load.csv");
        load.lines().skip(1).map(str::to_owned).collect()
    };
    // Cut in two ways: nothing tells which of them are classes.
    let two_ways = [("8.K", "ab"), ("8.L", "cd"), ("8.X", "ac"), ("8.Y", "bd")];
    assert_eq!(
        load(&two_ways, ["8.K", "8"]),
        ["Ann Lake,Art,8,8.K,1", "Ben Ford,Latin,8,,2"]
    );
    assert_eq!(
        load(&two_ways, ["8.X", "sa"]),
        ["Ann Lake,Art,8,8.X,1", "Ben Ford,Latin,8,sa,2"]
    );
    // Classes beside groups across them.
    let across = [
        ("8a", "ab"),
        ("8b", "cd"),
        ("8French", "ac"),
        ("8Latin", "bd"),
    ];
    assert_eq!(
        load(&across, ["8a", "8Latin"]),
        [
            "Ann Lake,Art,8a,,1",
            "Ben Ford,Latin,8a,8Latin,2",
            "Ben Ford,Latin,8b,8Latin,2"
        ]
    );
    // A group that is a whole class, and more.
    let more = [("8a", "ab"), ("8b", "cd"), ("8choir", "abc")];
    assert_eq!(
        load(&more, ["8choir", "8b"]),
        [
            "Ann Lake,Art,8a,,1",
            "Ann Lake,Art,8b,8choir,1",
            "Ben Ford,Latin,8b,,2"
        ]
    );
    // Groups that share nobody are the classes that they were.
    let apart = [("8a", "ab"), ("8b", "cd")];
    assert_eq!(
        load(&apart, ["8a", "8"]),
        [
            "Ann Lake,Art,8a,,1",
            "Ben Ford,Latin,8a,,2",
            "Ben Ford,Latin,8b,,2"
        ]
    );
}

#[test]
fn an_assembly_is_no_teaching() {
    let numbered = |open: &str, close: &str| -> String {
        (1..=5).map(|n| format!("{open}{n}{close}")).collect()
    };
    let text = format!(
        "<fet><Subjects_List><Subject><Name>Assembly</Name></Subject></Subjects_List><Teachers_List>{}</Teachers_List><Students_List>{}</Students_List><Activities_List><Activity><Subject>Assembly</Subject>{}{}</Activity><Activity><Subject>Assembly</Subject><Teacher>Teacher 1</Teacher><Students>3</Students></Activity></Activities_List></fet>",
        numbered("<Teacher><Name>Teacher ", "</Name></Teacher>"),
        numbered("<Year><Name>", "</Name></Year>"),
        numbered("<Teacher>Teacher ", "</Teacher>"),
        numbered("<Students>", "</Students>"),
    );
    let done = import(
        ImportKind::Fet,
        &[InputFile {
            name: "a.fet".to_owned(),
            bytes: text.into_bytes(),
        }],
    );
    assert_eq!(
        table(&done, "load.csv"),
        "person,subject,class,group,hours\nTeacher 1,Assembly,3,,1\n"
    );
    assert!(says(&done, ImportProblem::AssembliesLeftOut { lessons: 1 }));
}
