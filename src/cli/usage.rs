//! The definitions in the reader's language, and what is wrong with arguments as one sentence of ours.

use std::error::Error as _;
use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, Error};

use crate::lang::Lang;
use crate::lang::usage::{self as words, Misuse};

use super::args::Args;
use super::locale;
use super::screen::Screen;
use super::values::WrongValue;

/// The language that the arguments ask for, before they are read in full; else the locale's.
pub fn lang_of(arguments: &[OsString]) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|it| it.to_str()).collect();
    let asked = texts.iter().enumerate().find_map(|(index, text)| {
        let rest = text.strip_prefix("--lang")?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value),
            None if rest.is_empty() => texts.get(index + 1).copied(),
            None => None,
        }
    });
    match asked {
        Some("ru") => Lang::Ru,
        Some("en") => Lang::En,
        _ => locale::lang(),
    }
}

/// The definitions, in that language.
pub fn command(lang: Lang) -> Command {
    let command = Args::command();
    match lang {
        Lang::En => command,
        Lang::Ru => translated(command, lang, true),
    }
}

fn translated(command: Command, lang: Lang, is_root: bool) -> Command {
    let [usage, commands, ..] = words::headings(lang);
    let [help, version, _] = words::own(lang);
    let say = |text: &StyledStr| StyledStr::from(words::said(&text.to_string(), lang));
    let (about, long, after) = (
        command.get_about().map(say),
        command.get_long_about().map(say),
        command.get_after_help().map(say),
    );
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(commands)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(own_flag("help", 'h', help, clap::ArgAction::Help, lang));
    if is_root {
        let flag = own_flag("version", 'V', version, clap::ArgAction::Version, lang);
        command = command.disable_version_flag(true).arg(flag);
    }
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(long) = long {
        command = command.long_about(long);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command = command.mut_args(|arg| argument(arg, lang));
    let names: Vec<String> = command
        .get_subcommands()
        .map(|it| it.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| translated(below, lang, false))
    })
}

fn own_flag(
    name: &'static str,
    short: char,
    help: &'static str,
    action: clap::ArgAction,
    lang: Lang,
) -> Arg {
    let [.., options] = words::headings(lang);
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(help)
        .help_heading(options)
        .display_order(999)
}

/// An argument with its sentence, its values and what it is where it is not given.
fn argument(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().as_str();
    if matches!(id, "help" | "version") {
        return arg;
    }
    let [_, _, arguments, options] = words::headings(lang);
    let heading = if arg.is_positional() {
        arguments
    } else {
        options
    };
    let english = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut help = words::said(&english, lang);
    let takes_value = arg.get_action().takes_values();
    let values = if takes_value {
        arg.get_possible_values()
    } else {
        Vec::new()
    };
    let told: Vec<String> = values
        .iter()
        .filter_map(|value| {
            let what = value.get_help()?.to_string();
            let what = words::said(&what, lang);
            Some(format!("\n- {}: {what}", value.get_name()))
        })
        .collect();
    if let [default, ..] = arg.get_default_values()
        && takes_value
    {
        let default = words::default(&default.to_string_lossy(), lang);
        help = format!("{help} {default}");
    }
    if !told.is_empty() {
        help = format!("{help}\n{}:{}", words::values(lang), told.concat());
    }
    let arg = arg.help(help.clone()).long_help(help).help_heading(heading);
    if takes_value {
        arg.hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    }
}

/// The words for an error of the arguments: help as it is, anything else as a sentence and where help is.
pub fn shown(error: &Error, command: &str, lang: Lang) -> String {
    let misuse = misuse(error, lang);
    let sentence = Screen::error_line(lang, &misuse.sentence(lang));
    format!("{sentence}\n\n{}", words::see_help(command, lang))
}

/// Is it help, or the version, that was asked for?
pub fn is_help(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    )
}

fn misuse(error: &Error, lang: Lang) -> Misuse {
    let one = |kind| texts(error, kind).into_iter().next();
    let text = |kind| one(kind).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => Misuse::Command(
            text(ContextKind::InvalidSubcommand),
            one(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::UnknownArgument => Misuse::Argument(
            text(ContextKind::InvalidArg),
            one(ContextKind::SuggestedArg),
        ),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            Misuse::NoValue(text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => Misuse::Value(
            text(ContextKind::InvalidArg),
            text(ContextKind::InvalidValue),
            texts(error, ContextKind::ValidValue),
            one(ContextKind::SuggestedValue),
        ),
        ErrorKind::ValueValidation => {
            let source = error.source();
            let wrong = source.and_then(|source| source.downcast_ref::<WrongValue>());
            let wanted = wrong.map_or(words::Wanted::Number, |wrong| wrong.0);
            Misuse::Unread(
                text(ContextKind::InvalidArg),
                text(ContextKind::InvalidValue),
                wanted.words(lang).to_owned(),
            )
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            Misuse::TakesNone(text(ContextKind::InvalidArg))
        }
        ErrorKind::MissingRequiredArgument => {
            Misuse::Missing(texts(error, ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let others = texts(error, ContextKind::PriorArg);
            let one = text(ContextKind::InvalidArg);
            if others.is_empty() || others == [one.clone()] {
                Misuse::Other(error.to_string())
            } else {
                Misuse::Conflict(one, others)
            }
        }
        _ => Misuse::Other(error.to_string()),
    }
}

/// What the library says of it, as texts.
fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{command, lang_of, shown};
    use crate::lang::{Lang, usage};
    use clap::{Command, CommandFactory};

    /// Every English sentence of the definitions.
    fn sentences(command: &Command) -> Vec<String> {
        let mut all: Vec<String> = [
            command.get_about(),
            command.get_long_about(),
            command.get_after_help(),
        ]
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
        for arg in command.get_arguments() {
            all.extend(arg.get_help().map(ToString::to_string));
            if arg.get_action().takes_values() {
                let values = arg.get_possible_values();
                all.extend(
                    values
                        .iter()
                        .filter_map(|it| Some(it.get_help()?.to_string())),
                );
            }
        }
        all.extend(command.get_subcommands().flat_map(sentences));
        all
    }

    #[test]
    fn every_sentence_of_the_definitions_has_a_russian_one() {
        let missing: Vec<String> = sentences(&crate::cli::args::Args::command())
            .into_iter()
            .filter(|english| !usage::is_known(english))
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn the_translated_definitions_hold_together_and_read_the_same() {
        command(Lang::Ru).debug_assert();
        let help = command(Lang::Ru).render_long_help().to_string();
        assert!(
            help.contains("Как вызвать:") && help.contains("Команды"),
            "{help}"
        );
        assert!(
            !help.contains("Options") && !help.contains("Usage"),
            "{help}"
        );
        let read = command(Lang::Ru).try_get_matches_from(["recuse", "rules", "--lang", "ru"]);
        assert!(read.is_ok());
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language_with_the_nearest_name() {
        for (args, words) in [
            (
                &["recuse", "genrate"][..],
                "нет команды «genrate»; возможно, имеется в виду «generate»",
            ),
            (
                &["recuse", "check", "a", "--formt", "json"],
                "аргумент «--formt» здесь не ожидается",
            ),
            (
                &["recuse", "check", "a", "--format", "xml"],
                "«xml» – не значение для --format",
            ),
            (&["recuse", "check"], "не указано: <ROSTER>"),
            (&["recuse", "generate", "--seed", "x"], "нужно целое число"),
            (
                &["recuse", "generate", "--time-limit", "0"],
                "должно быть больше 0",
            ),
            (&["recuse", "generate", "--seed"], "нужно значение"),
            (&["recuse", "rules", "-q", "-v"], "нельзя указать вместе с"),
        ] {
            let error = command(Lang::Ru).try_get_matches_from(args).unwrap_err();
            let said = shown(&error, "recuse", Lang::Ru);
            assert!(said.contains(words), "{args:?}: {said}");
        }
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let asked = |args: &[&str]| {
            let args: Vec<_> = args.iter().map(Into::into).collect();
            lang_of(&args)
        };
        assert_eq!(asked(&["recuse", "--lang", "ru", "--frob"]), Lang::Ru);
        assert_eq!(asked(&["recuse", "--lang=ru"]), Lang::Ru);
        assert_eq!(asked(&["recuse", "rules", "--lang", "en"]), Lang::En);
    }
}
