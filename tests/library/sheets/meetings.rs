//! A meeting on criteria stands on the slip and in the calendar of everybody who comes, once, and beside the days of checking.

use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::plan::Step;
use recuse::service::{ExportRequest, PlanRequest, export, plan};

use super::case::{Case, file, files_of};
use super::readers::calendar::{events, name};
use super::readers::html::Page;

/// A school whose commissions meet; of one of them somebody is the chair who is on no duty at all.
fn school() -> Case {
    let mut files = files_of("school-small");
    for file in &mut files {
        match file.name.as_str() {
            "policy.toml" => file.bytes.extend(b"\n[meetings]\nminutes = 20\n"),
            "staff.csv" => file
                .bytes
                .extend("Тихая Анна Олеговна,психолог,,,,,,\n".bytes()),
            _ => {}
        }
    }
    files.push(InputFile {
        name: "commissions.csv".to_owned(),
        bytes: "subject;grade;chair;room\nМатематика;5;Тихая Анна Олеговна;12\n"
            .to_owned()
            .into_bytes(),
    });
    Case::generated(files)
}

/// A row of `meetings.csv`: who comes, and what it is about.
struct Meeting {
    people: Vec<String>,
    about: String,
    room: String,
}

fn planned(case: &Case) -> (InputFile, Vec<Meeting>) {
    let planned = plan(&PlanRequest {
        files: &case.files,
        roster: &case.roster,
        read: ReadOptions::default(),
        steps: &[Step::Meetings],
        tables_lang: Some(Lang::En),
        lang: Lang::En,
        stop: &|| false,
    });
    let tables = planned.expect("a plan").tables();
    let mut reader = csv::Reader::from_reader(&tables[0].bytes[..]);
    let names = |cell: &str| -> Vec<String> {
        let names = cell.split(", ").filter(|it| !it.is_empty());
        names.map(str::to_owned).collect()
    };
    let meeting = |row: csv::StringRecord| {
        let missing = names(&row[9]);
        let mut people = names(&row[8]);
        people.retain(|it| !missing.contains(it) && !row[2].is_empty());
        Meeting {
            people,
            about: format!("{}, grade {}", &row[0], &row[1]),
            room: row[6].to_owned(),
        }
    };
    let meetings = reader.records().map(|row| meeting(row.expect("a row")));
    let meetings: Vec<Meeting> = meetings.collect();
    let file = InputFile {
        name: tables[0].name.to_owned(),
        bytes: tables[0].bytes.clone(),
    };
    (file, meetings)
}

#[test]
fn whoever_comes_to_a_meeting_has_it_on_the_slip_and_in_the_calendar_once() {
    let case = school();
    let (table, meetings) = planned(&case);
    let tables = [table];
    let exported = export(&ExportRequest {
        plan: &tables,
        ..case.request()
    });
    let exported = exported.expect("sheets");
    let comers = meetings.iter().flat_map(|it| {
        let about = it.about.as_str();
        it.people
            .iter()
            .map(move |person| (person.clone(), about.to_owned()))
    });
    let mut expected: Vec<(String, String)> = comers.collect();
    expected.sort();
    assert!(expected.len() > 5, "{expected:?}");
    let quiet = expected.iter().filter(|it| it.0.starts_with("Тихая"));
    assert_eq!(quiet.count(), 1, "a chair without duties comes too");

    let mut in_calendars = Vec::new();
    for file in &exported.files {
        if file.name.starts_with("calendars/person-") {
            let mut uids: Vec<String> = Vec::new();
            for event in events(&file.bytes) {
                assert!(!uids.contains(&event["UID"]));
                uids.push(event["UID"].clone());
                if let Some(about) = event["SUMMARY"].split("Agreement on criteria: ").nth(1) {
                    in_calendars.push((name(&file.bytes), about.to_owned()));
                }
            }
        }
    }
    in_calendars.sort();
    assert_eq!(in_calendars, expected);

    let page = Page::read(&file(&exported, "personal-assignments.html").bytes);
    let mut on_slips = Vec::new();
    for slip in page.all("article") {
        let heading = slip.all("h2")[0].text();
        let person = heading.split(", ").next().expect("a name").to_owned();
        let text = slip.text();
        for meeting in &meetings {
            for _ in text.matches(&format!("{} – ", meeting.about)) {
                on_slips.push((person.clone(), meeting.about.clone()));
            }
        }
    }
    on_slips.sort();
    assert_eq!(on_slips, expected);

    let order = Page::read(&file(&exported, "order.html").bytes);
    let annex = order.table("Checked on, time").expect("the annex");
    let (days, subject) = (annex.column("Checked on, time"), annex.column("Subject"));
    let class = annex.column("Class");
    for row in &annex.rows {
        // A class of this school is a grade.
        let about = format!("{}, grade {}", row[subject], row[class]);
        let mut meetings = meetings.iter();
        let meets = meetings.any(|it| it.about == about && !it.people.is_empty());
        assert_eq!(row[days].contains("criteria: "), meets, "{row:?}");
    }
    let given = meetings.iter().find(|it| !it.room.is_empty());
    assert!(given.is_some() && order.text().contains("Room 12"));
}

/// What the list of papers says is there, by its rows.
fn papers(request: &ExportRequest<'_>) -> Vec<String> {
    let exported = export(request).expect("sheets");
    let page = Page::read(&file(&exported, "papers.html").bytes);
    let list = page.table("Among these sheets").expect("the list");
    let there = list.column("Among these sheets");
    list.rows.iter().map(|row| row[there].clone()).collect()
}

#[test]
fn the_list_of_papers_names_what_is_among_the_sheets_and_nothing_else() {
    let mut case = school();
    let (table, _) = planned(&case);
    let tables = [table];
    let bare = papers(&case.request());
    let with_meetings = papers(&ExportRequest {
        plan: &tables,
        ..case.request()
    });
    assert_eq!(bare.len(), 8);
    assert!(bare[0].starts_with("Order") && !bare[0].contains("Amending"));
    assert!(!bare[1].contains("Minutes") && with_meetings[1].contains("Minutes"));
    assert!(bare[4].contains("annex with the observers"));
    // No table of rooms: nobody knows of a camera. Criteria and the note are the school's own.
    assert!(
        [2, 5, 7].into_iter().all(|at| bare[at].is_empty()),
        "{bare:?}"
    );
    for file in &mut case.files {
        if file.name == "policy.toml" {
            file.bytes.extend(b"\n[options]\nobservers = false\n");
        }
    }
    let case = Case::generated(case.files);
    assert!(!papers(&case.request())[4].contains("observers"));
}
