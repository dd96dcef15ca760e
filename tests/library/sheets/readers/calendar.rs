//! Calendars, read as RFC 5545 says: lines unfolded, then events of properties.

use std::collections::BTreeMap;

/// An event's properties by name; of a property with parameters, the name alone.
pub type Event = BTreeMap<String, String>;

/// The events of a calendar.
pub fn events(bytes: &[u8]) -> Vec<Event> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "a line is folded: {line}");
        assert!(!line.contains(['\r', '\n']), "lines end as the format asks");
    }
    let unfolded = text.replace("\r\n ", "");
    let mut events = Vec::new();
    let mut open: Option<Event> = None;
    for line in unfolded.split("\r\n") {
        match line {
            "BEGIN:VEVENT" => open = Some(Event::new()),
            "END:VEVENT" => events.push(open.take().expect("an event began")),
            line => {
                if let (Some(event), Some((name, value))) = (&mut open, line.split_once(':')) {
                    let name = name.split(';').next().unwrap_or(name);
                    event.insert(name.to_owned(), unescaped(value));
                }
            }
        }
    }
    events
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().expect("something is escaped") {
                'n' | 'N' => text.push('\n'),
                letter => text.push(letter),
            },
            letter => text.push(letter),
        }
    }
    text
}

/// What the calendar is called.
pub fn name(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let unfolded = text.replace("\r\n ", "");
    let mut lines = unfolded.split("\r\n");
    let name = lines.find_map(|line| line.strip_prefix("X-WR-CALNAME:"));
    unescaped(name.expect("a name"))
}
