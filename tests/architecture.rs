//! Reads the sources and holds the table of ARCHITECTURE.md: which room may use which, and what only some may touch.

use std::fs;
use std::path::{Path, PathBuf};

use recuse::domain::RuleCode;

/// Each room of `src/` and the rooms it may use.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("delimited", &["domain"]),
    ("domain", &[]),
    ("lang", &["domain"]),
    ("rules", &["domain", "lang"]),
    ("input", &["delimited", "domain", "lang"]),
    ("amend", &["delimited", "domain", "input"]),
    ("check", &["domain", "rules", "lang"]),
    ("proof", &["domain"]),
    ("solve", &["domain", "rules", "proof"]),
    ("verify", &["domain", "rules", "proof"]),
    ("explain", &["domain", "rules", "solve", "lang"]),
    ("plan", &["domain", "solve"]),
    ("sheets", &["delimited", "domain", "lang"]),
    (
        "service",
        &[
            "delimited",
            "domain",
            "rules",
            "input",
            "amend",
            "check",
            "proof",
            "solve",
            "verify",
            "explain",
            "plan",
            "sheets",
            "lang",
        ],
    ),
    ("disk", &["domain", "input", "lang"]),
    ("page", &["domain", "input", "lang", "service"]),
    (
        "web",
        &[
            "domain", "input", "sheets", "lang", "service", "page", "disk",
        ],
    ),
    (
        "cli",
        &[
            "domain", "rules", "input", "amend", "check", "proof", "solve", "verify", "explain",
            "plan", "sheets", "lang", "service", "page", "disk", "web",
        ],
    ),
];

/// Thin doors: of the stages they know the result types alone.
const DOORS: [&str; 3] = ["cli", "page", "web"];
/// Doors that touch the system.
const AT_THE_SYSTEM: [&str; 2] = ["cli", "web"];
/// Rooms that touch the disk.
const AT_THE_DISK: [&str; 3] = ["cli", "web", "disk"];
const STAGES: [&str; 4] = ["input", "check", "solve", "explain"];

/// Text that only some rooms may contain.
const ONLY_IN: [(&str, &[&str]); 17] = [
    ("good_lp", &["solve/linear"]),
    ("clarabel", &["solve/linear"]),
    ("microlp", &["solve/linear"]),
    ("clap", &["cli"]),
    ("axum", &["web"]),
    ("tokio", &["web"]),
    ("std::fs", &AT_THE_DISK),
    ("std::env", &AT_THE_SYSTEM),
    ("std::net", &AT_THE_SYSTEM),
    ("std::process", &AT_THE_DISK),
    ("SystemTime", &AT_THE_SYSTEM),
    ("Instant", &AT_THE_SYSTEM),
    ("Utc::now", &AT_THE_SYSTEM),
    ("Local::now", &AT_THE_SYSTEM),
    ("print!", &AT_THE_SYSTEM),
    ("println!", &AT_THE_SYSTEM),
    ("dbg!", &[]),
];

/// A file of `src/`, its tests and comments left out.
struct SourceFile {
    path: PathBuf,
    /// Modules from the root: `["rules", "rule"]`.
    module: Vec<String>,
    code: String,
    text: String,
}

impl SourceFile {
    /// Is it the room, or within it? A room within a room is named with a slash.
    fn stands_in(&self, room: &str) -> bool {
        let module = self.module.join("/");
        module == room || module.starts_with(&format!("{room}/"))
    }

    fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }
}

/// Every file that is more than tests.
fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(source(&root, path));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let tests: Vec<Vec<String>> = files.iter().flat_map(test_modules).collect();
    files.retain(|file| !tests.iter().any(|test| file.module.starts_with(test)));
    assert!(files.len() > 10, "the sources were found");
    files
}

fn source(root: &Path, path: PathBuf) -> SourceFile {
    let text = fs::read_to_string(&path).expect("sources are UTF-8");
    let relative = path
        .strip_prefix(root)
        .expect("inside src")
        .with_extension("");
    let mut module: Vec<String> = relative
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if matches!(
        module.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        module.pop();
    }
    let code = without_inline_tests(&without_comments(&text));
    SourceFile {
        path,
        module,
        code,
        text,
    }
}

/// Comments go, but only whole-line ones and those after code without quotes: enough for a search of paths.
fn without_comments(text: &str) -> String {
    let code_of = |line: &str| match line.find("//") {
        Some(start) if !line[..start].contains('"') => line[..start].to_owned(),
        _ => line.to_owned(),
    };
    text.lines().map(|line| code_of(line) + "\n").collect()
}

/// An inline `mod tests { … }` ends its file.
fn without_inline_tests(code: &str) -> String {
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        let rest = &code[start..];
        let declaration = rest.find(['{', ';']).map_or("", |end| &rest[..=end]);
        if declaration.contains("mod ") && declaration.ends_with('{') {
            return code[..start].to_owned();
        }
        from = start + "#[cfg(test)]".len();
    }
    code.to_owned()
}

/// Modules that the file declares for tests alone.
fn test_modules(file: &SourceFile) -> Vec<Vec<String>> {
    file.code
        .split("#[cfg(test)]")
        .skip(1)
        .filter_map(|rest| {
            let declaration = &rest[..rest.find(';')?];
            let name = declaration.trim().rsplit_once("mod ")?.1;
            let mut module = file.module.clone();
            module.push(name.trim().to_owned());
            Some(module)
        })
        .collect()
}

/// Paths from the crate's root that the file names, as (room, what follows).
fn paths(file: &SourceFile) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (start, _) in file.code.match_indices("crate::") {
        found.extend(split_group(&file.code[start + "crate::".len()..]));
    }
    // `super::super::room` climbs to the root as well.
    let climb = "super::".repeat(file.module.len().max(1));
    for (start, _) in file.code.match_indices(&climb) {
        let rest = &file.code[start + climb.len()..];
        let is_longer = file.code[..start].ends_with("super::") || rest.starts_with("super::");
        if !file.module.is_empty() && !is_longer {
            found.extend(split_group(rest));
        }
    }
    found
}

/// `a::B` or `{a::B, c::{D, E}}` as (first part, the rest).
fn split_group(text: &str) -> Vec<(String, String)> {
    let part = |text: &str| {
        let text = text.trim();
        let end = text
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(text.len());
        let rest = text[end..].trim_start_matches("::");
        let rest_end = rest.find([';', '(', ' ', '\n']).unwrap_or(rest.len());
        let rest_end = if rest.starts_with('{') {
            rest.find('}').map_or(rest_end, |end| end + 1)
        } else {
            rest_end
        };
        (text[..end].to_owned(), rest[..rest_end].to_owned())
    };
    let Some(inner) = text.strip_prefix('{') else {
        return vec![part(text)];
    };
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (index, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(part(&inner[start..index]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(part(&inner[start..index]));
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.retain(|(room, _)| !room.is_empty());
    parts
}

fn is_room(name: &str) -> bool {
    MAY_USE.iter().any(|entry| entry.0 == name)
}

#[test]
fn each_room_uses_only_what_it_may() {
    let mut wrong = Vec::new();
    for file in sources() {
        let may = MAY_USE.iter().find(|entry| entry.0 == file.room());
        let Some((room, may)) = may else {
            assert!(
                file.room().is_empty(),
                "{}: a room that the table does not know",
                file.path.display()
            );
            continue;
        };
        for (used, item) in paths(&file) {
            if is_room(&used)
                && used != *room
                && used != file.room()
                && !may.contains(&used.as_str())
            {
                wrong.push(format!("{}: {used}::{item}", file.path.display()));
            }
            if *room == "lang" && used == "domain" && !["Lang", "Word"].contains(&item.as_str()) {
                wrong.push(format!(
                    "{}: of domain, lang knows Lang and Word alone",
                    file.path.display()
                ));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_doors_name_results_of_stages_and_no_stage_itself() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| DOORS.contains(&file.room())) {
        for (used, item) in paths(file) {
            if !STAGES.contains(&used.as_str()) {
                continue;
            }
            let names = item.trim_matches(['{', '}']).split(',').map(str::trim);
            for name in names.filter(|name| !name.is_empty()) {
                if !name.starts_with(char::is_uppercase) {
                    wrong.push(format!("{}: {used}::{name}", file.path.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn files_clock_printing_and_models_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (text, rooms) in ONLY_IN {
            let is_main = file.path.ends_with("main.rs") && text == "std::process";
            if !is_main && !rooms.iter().any(|room| file.stands_in(room)) && names(&file.code, text)
            {
                wrong.push(format!("{}: {text}", file.path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Does the code contain the text as words of its own (`Instant`, not `Instantiate`)?
fn names(code: &str, text: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(text).any(|(start, _)| {
        let before = code[..start].chars().next_back();
        let after = code[start + text.len()..].chars().next();
        // `println!` ends in a sign of its own; `eprintln!` is as much printing as `println!`.
        !before.is_some_and(|c| is_letter(c) && !(text.starts_with("print") && c == 'e'))
            && (text.ends_with('!') || !after.is_some_and(is_letter))
    })
}

#[test]
fn nothing_unfinished_and_no_unwrap() {
    let mut wrong = Vec::new();
    for file in sources() {
        for text in [".unwrap()", "todo!", "unimplemented!", "unsafe "] {
            if file.code.contains(text) {
                wrong.push(format!("{}: {text}", file.path.display()));
            }
        }
        for text in ["TODO", "FIXME"] {
            if file.text.contains(text) {
                wrong.push(format!("{}: {text}", file.path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| file.path)
        .collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn every_rule_has_its_file() {
    let files = sources();
    let catalogue: Vec<&SourceFile> = files
        .iter()
        .filter(|file| {
            file.module
                .starts_with(&["rules".to_owned(), "catalogue".to_owned()])
        })
        .filter(|file| file.module.len() == 3)
        .collect();
    for code in RuleCode::ALL {
        let constant = format!("code: RuleCode::{code:?},");
        let own: Vec<_> = catalogue
            .iter()
            .filter(|file| file.code.contains(&constant))
            .collect();
        assert_eq!(own.len(), 1, "{} has one file of its own", code.name());
        assert_eq!(own[0].module[2], code.name().replace('-', "_"));
        assert!(
            own[0].text.contains(code.name()),
            "{} is named in its file",
            code.name()
        );
    }
}

#[test]
fn the_reader_of_sources_sees_what_it_should() {
    assert_eq!(
        split_group("{domain::{A, B}, lang::Lang};"),
        [("domain", "{A, B}"), ("lang", "Lang")]
            .map(|(room, item)| (room.to_owned(), item.to_owned()))
    );
    assert_eq!(
        split_group("solve::solve(x)"),
        [("solve".to_owned(), "solve".to_owned())]
    );
    assert!(names("eprintln!(\"a\")", "println!"));
    assert!(!names("Instantiate", "Instant"));
    assert!(names("std::time::Instant::now()", "Instant"));
    assert_eq!(without_comments("a // crate::b\n"), "a \n");
    assert_eq!(
        without_inline_tests("a #[cfg(test)]\nmod tests { b }"),
        "a "
    );
    let file = SourceFile {
        path: PathBuf::new(),
        module: vec!["check".to_owned(), "limits".to_owned()],
        code: "use super::super::solve::Answer;\nuse super::input;".to_owned(),
        text: String::new(),
    };
    assert_eq!(paths(&file), [("solve".to_owned(), "Answer".to_owned())]);
}

/// A sceptic reads it whole.
#[test]
fn the_verifier_stays_small() {
    let files = sources();
    let verifier = files.iter().filter(|file| file.room() == "verify");
    let lines: usize = verifier.map(|file| file.text.lines().count()).sum();
    assert!((1..300).contains(&lines), "{lines} lines");
}
