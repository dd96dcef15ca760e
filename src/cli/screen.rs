//! The one place that prints. A closed pipe (`| head`) ends the printing, not the program.

use std::io::{IsTerminal, Write};

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};

use crate::lang::{Lang, commands};

use super::args::{ColorArg, Global};
use super::locale;

/// Bold.
pub const STRONG: Style = Style::new().bold();
/// For what is fine.
pub const GOOD: Style = AnsiColor::Green.on_default().bold();
/// For what needs an eye.
pub const CARE: Style = AnsiColor::Yellow.on_default().bold();
/// For what is wrong.
pub const BAD: Style = AnsiColor::Red.on_default().bold();
/// For what may be skipped.
pub const FAINT: Style = Style::new().dimmed();

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Volume {
    /// Errors, and what was asked for.
    Quiet,
    /// What a person needs.
    Normal,
    /// Notes, methods and bounds too.
    Verbose,
}

/// Where words go, and how.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Language of messages.
    pub lang: Lang,
    /// The language was asked for with `--lang`.
    pub lang_asked: Option<Lang>,
    /// How much is said.
    pub volume: Volume,
}

impl Screen {
    /// As the global options say.
    pub fn new(global: Global) -> Self {
        match global.color {
            ColorArg::Auto => ColorChoice::Auto,
            ColorArg::Always => ColorChoice::Always,
            ColorArg::Never => ColorChoice::Never,
        }
        .write_global();
        let lang_asked = global.lang.map(Lang::from);
        Self {
            lang: lang_asked.unwrap_or_else(locale::lang),
            lang_asked,
            volume: match (global.quiet, global.verbose) {
                (true, _) => Volume::Quiet,
                (_, true) => Volume::Verbose,
                _ => Volume::Normal,
            },
        }
    }

    /// The same, saying nothing but errors: for work whose remarks were made already.
    pub fn quiet(self) -> Self {
        Self {
            volume: Volume::Quiet,
            ..self
        }
    }

    /// What a person may want to know, to standard error.
    pub fn remark(self, text: &str) {
        if self.volume > Volume::Quiet {
            print_to(anstream::stderr().lock(), text);
        }
    }

    /// Does a person watch standard error?
    pub fn is_watched(self) -> bool {
        self.volume > Volume::Quiet && std::io::stderr().is_terminal()
    }

    /// `error: …` in the person's language.
    pub fn error_line(lang: Lang, text: &str) -> String {
        let [error, ..] = commands::gravities(lang);
        format!("{BAD}{error}{BAD:#}: {text}")
    }
}

/// What was asked for, to standard output.
pub fn print(text: &str) {
    print_to(anstream::stdout().lock(), text);
}

/// Bytes that are no text for a person (CSV, a script), to standard output as they are.
pub fn print_bytes(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    // A closed pipe: whoever listened has heard enough.
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// What went wrong, to standard error.
pub fn complain(text: &str) {
    print_to(anstream::stderr().lock(), text);
}

/// Puts a line in the place of the last one, on standard error.
pub fn rewrite(line: &str) {
    let mut out = std::io::stderr().lock();
    // Carriage return, then "erase to the end of the line".
    let _ = write!(out, "\r{line}\x1b[K").and_then(|()| out.flush());
}

fn print_to(mut out: impl Write, text: &str) {
    let line_end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    // A closed pipe: whoever listened has heard enough.
    let _ = write!(out, "{text}{line_end}").and_then(|()| out.flush());
}

/// Was the program started by a double click? A file manager gives it no terminal, but a desktop; Windows opens a terminal
/// of the program's own, which cannot be told from another's.
pub fn is_clicked() -> bool {
    let streams = [
        std::io::stdin().is_terminal(),
        std::io::stdout().is_terminal(),
        std::io::stderr().is_terminal(),
    ];
    if cfg!(windows) {
        return streams.iter().all(|&it| it);
    }
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_desktop = cfg!(target_os = "macos") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    has_desktop && !streams.contains(&true)
}
