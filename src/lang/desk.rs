//! What the page says, as far as the server puts it into words.

use super::{Lang, plural_en, plural_ru};

/// The window has not seen the latest change.
pub fn stale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "another window has changed the roster; look at it as it is now, then try again"
        }
        Lang::Ru => "расстановка изменена в другом окне; посмотрите, какая она теперь, и повторите",
    }
}

/// The lists have errors.
pub fn refused(errors: usize, lang: Lang) -> String {
    let count = errors as u64;
    match lang {
        Lang::En => format!(
            "the lists cannot be used yet: {errors} {} to correct",
            plural_en(count, "error", "errors")
        ),
        Lang::Ru => format!(
            "списки пока нельзя использовать: исправьте {errors} {}",
            plural_ru(count, "ошибку", "ошибки", "ошибок")
        ),
    }
}

/// A file that is not taken in.
pub fn not_a_table(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the file \"{name}\" is no table of a school: staff.csv, classes.csv, schedule.csv … are, and a workbook with sheets \
             of these names, policy.toml, roster.csv, a FET or aSc file"
        ),
        Lang::Ru => format!(
            "файл «{name}» не таблица школы: подходят сотрудники.csv, классы.csv, график.csv …, книга с листами, названными \
             так же, policy.toml, roster.csv, файл FET или aSc"
        ),
    }
}

/// There is no roster yet.
pub fn no_roster(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is no roster yet; generate one first",
        Lang::Ru => "расстановки ещё нет; сначала составьте её",
    }
}

/// A cell that the roster does not have.
pub fn no_such_place(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the roster has no such place",
        Lang::Ru => "в расстановке нет такого места",
    }
}

/// A person whom the lists do not have.
pub fn no_such_person(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the lists have no such person",
        Lang::Ru => "в списках нет такого человека",
    }
}

/// Nothing to take back, or to take again.
pub fn no_such_step(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is no step to take back or to repeat",
        Lang::Ru => "нет шага, который можно отменить или повторить",
    }
}

/// No roster of the user's own to go on with.
pub fn no_own(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "drop the roster to check here first, or again: the lists have changed",
        Lang::Ru => {
            "сначала перетащите сюда расстановку для проверки, или ещё раз: списки изменились"
        }
    }
}

/// No rule, preset or severity of that name.
pub fn no_such_rule(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is no such rule, preset or severity",
        Lang::Ru => "нет такого правила, набора или строгости",
    }
}

/// No sheet of that name.
pub fn no_such_sheet(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is no such sheet",
        Lang::Ru => "нет такого листа",
    }
}

/// The last day is before the first.
pub fn bad_dates(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the last day is before the first",
        Lang::Ru => "последний день раньше первого",
    }
}

/// An exception without a reason or an approver.
pub fn unsigned(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "an exception needs a reason and the name of whoever approved it",
        Lang::Ru => "исключению нужны основание и имя того, кто его утвердил",
    }
}

/// A way out that needs somebody new.
pub fn nobody_yet(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "first find the person and enter them in the lists",
        Lang::Ru => "сначала найдите человека и внесите его в списки",
    }
}

/// A fact that stands in no row.
pub fn no_row(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "this stands in no row of the lists that could be changed",
        Lang::Ru => "в списках нет строки, которую можно было бы изменить",
    }
}

/// Sheets of a roster in conflict, unless as a draft.
pub fn in_conflict(count: usize, lang: Lang) -> String {
    let conflicts = count as u64;
    match lang {
        Lang::En => format!(
            "{count} {} to settle before the sheets can be signed; until then they can be had as a draft",
            plural_en(conflicts, "conflict is", "conflicts are")
        ),
        Lang::Ru => format!(
            "листы нельзя подписывать, пока не {} {count} {}; до тех пор их можно получить как черновик",
            plural_ru(conflicts, "устранено", "устранены", "устранено"),
            plural_ru(conflicts, "нарушение", "нарушения", "нарушений")
        ),
    }
}

/// A preset in a few words and in a sentence.
pub fn preset(name: &str, lang: Lang) -> [&'static str; 2] {
    match (lang, name) {
        (Lang::En, "vpr") => [
            "The plan, tightened",
            "Nobody meets their own class; checkers of their own subject only where nobody else can",
        ],
        (Lang::En, "plan") => [
            "The plan to the letter",
            "What the school’s plan says, and nothing more",
        ],
        (Lang::En, _) => [
            "Strict",
            "Nobody ever supervises or checks their own subject or their own class",
        ],
        (Lang::Ru, "vpr") => [
            "План, но строже",
            "Никто не встречается со своим классом; свой предмет проверяют, только если больше некому",
        ],
        (Lang::Ru, "plan") => [
            "План дословно",
            "То, что сказано в плане школы, и ничего сверх",
        ],
        (Lang::Ru, _) => [
            "Строго",
            "Никто не бывает организатором или экспертом по своему предмету или в своём классе",
        ],
    }
}

/// The verdict while there is no roster.
pub fn verdict_none(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No roster yet",
        Lang::Ru => "Расстановки ещё нет",
    }
}

/// What the check counts: conflicts (unclear names among them), empty places, exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Conflicts beside empty places, and unclear names.
    pub conflicts: usize,
    /// Empty places.
    pub unfilled: usize,
    /// Exceptions.
    pub exceptions: usize,
}

impl Counts {
    /// The gravest there is: `conflicts`, `unfilled`, `exceptions`, `clean`.
    pub fn kind(self) -> &'static str {
        match self {
            Counts { conflicts: 1.., .. } => "conflicts",
            Counts { unfilled: 1.., .. } => "unfilled",
            Counts {
                exceptions: 1.., ..
            } => "exceptions",
            _ => "clean",
        }
    }
}

/// The first half of the verdict: what the check says.
pub fn verdict(counts: Counts, lang: Lang) -> String {
    let number = |count: usize| count as u64;
    let Counts {
        conflicts,
        unfilled,
        exceptions,
    } = counts;
    let mut parts = vec![match (lang, conflicts) {
        (Lang::En, _) => format!(
            "{conflicts} {} – checked",
            plural_en(number(conflicts), "conflict", "conflicts")
        ),
        (Lang::Ru, 0) => "Нарушений нет – проверено".to_owned(),
        (Lang::Ru, _) => format!(
            "{conflicts} {} – проверено",
            plural_ru(number(conflicts), "нарушение", "нарушения", "нарушений")
        ),
    }];
    if unfilled > 0 {
        parts.push(match lang {
            Lang::En => format!(
                "{unfilled} empty {}",
                plural_en(number(unfilled), "place", "places")
            ),
            Lang::Ru => format!(
                "{unfilled} {}",
                plural_ru(
                    number(unfilled),
                    "пустое место",
                    "пустых места",
                    "пустых мест"
                )
            ),
        });
    }
    if exceptions > 0 {
        parts.push(match lang {
            Lang::En => format!(
                "{exceptions} {}",
                plural_en(number(exceptions), "exception", "exceptions")
            ),
            Lang::Ru => format!(
                "{exceptions} {}",
                plural_ru(number(exceptions), "исключение", "исключения", "исключений")
            ),
        });
    }
    parts.join(", ")
}

/// How good the roster is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goodness {
    /// No roster is better.
    Best,
    /// No roster with the same locks is better.
    BestWithLocks,
    /// No valid roster changes less of the one before.
    FewestChanges,
    /// Not proven.
    Unproven,
    /// Nobody has asked a solver.
    Unknown,
}

/// The second half of the verdict: what is proven.
pub fn goodness(goodness: Goodness, lang: Lang) -> &'static str {
    match (lang, goodness) {
        (Lang::En, Goodness::Best) => "best possible – proven",
        (Lang::En, Goodness::BestWithLocks) => "best possible with these locks – proven",
        (Lang::En, Goodness::FewestChanges) => "fewest changes – proven",
        (Lang::En, Goodness::Unproven) => "whether a better one exists is not proven",
        (Lang::En, Goodness::Unknown) => "not compared with the best possible",
        (Lang::Ru, Goodness::Best) => "лучше нельзя – доказано",
        (Lang::Ru, Goodness::BestWithLocks) => "с этими закреплениями лучше нельзя – доказано",
        (Lang::Ru, Goodness::FewestChanges) => "меньше изменить нельзя – доказано",
        (Lang::Ru, Goodness::Unproven) => "можно ли лучше – не доказано",
        (Lang::Ru, Goodness::Unknown) => "с лучшей возможной не сравнивалось",
    }
}

/// Names of steps that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepName<'a> {
    /// One place changed hands: the place, who it was, who it is.
    Move(&'a str),
    /// Several places changed hands.
    Moves(usize),
    /// Locks.
    Locks,
    /// A new roster.
    Generate,
    /// The fewest changes.
    Repair,
    /// A way out was taken.
    Way,
    /// Cells of a file were corrected.
    Correct(&'a str),
    /// Corrections were saved.
    Save,
    /// Rules were decided.
    Policy,
    /// An exception was granted or taken back.
    Waiver,
    /// A file came.
    File(&'a str),
}

/// The step's name.
pub fn step(name: StepName<'_>, lang: Lang) -> String {
    match (lang, name) {
        (_, StepName::Move(change)) => change.to_owned(),
        (Lang::En, StepName::Moves(count)) => {
            format!("{count} {}", plural_en(count as u64, "change", "changes"))
        }
        (Lang::Ru, StepName::Moves(count)) => format!(
            "{count} {}",
            plural_ru(count as u64, "изменение", "изменения", "изменений")
        ),
        (Lang::En, StepName::Locks) => "lock".to_owned(),
        (Lang::Ru, StepName::Locks) => "закрепление".to_owned(),
        (Lang::En, StepName::Generate) => "generate".to_owned(),
        (Lang::Ru, StepName::Generate) => "составление".to_owned(),
        (Lang::En, StepName::Repair) => "repair".to_owned(),
        (Lang::Ru, StepName::Repair) => "исправление".to_owned(),
        (Lang::En, StepName::Way) => "way out".to_owned(),
        (Lang::Ru, StepName::Way) => "выход из положения".to_owned(),
        (Lang::En, StepName::Correct(file)) => format!("correction in {file}"),
        (Lang::Ru, StepName::Correct(file)) => format!("правка в {file}"),
        (Lang::En, StepName::Save) => "save".to_owned(),
        (Lang::Ru, StepName::Save) => "сохранение".to_owned(),
        (Lang::En, StepName::Policy) => "rules".to_owned(),
        (Lang::Ru, StepName::Policy) => "правила".to_owned(),
        (Lang::En, StepName::Waiver) => "exception".to_owned(),
        (Lang::Ru, StepName::Waiver) => "исключение".to_owned(),
        (Lang::En, StepName::File(file)) => format!("file {file}"),
        (Lang::Ru, StepName::File(file)) => format!("файл {file}"),
    }
}

/// `21.04.2026, урок 2, 5А, Физика, организатор: Петрова А. И. → Сидорова В. Г.`
pub fn change(place: &str, was: Option<&str>, now: Option<&str>, lang: Lang) -> String {
    let nobody = super::repair::nobody(lang);
    format!(
        "{place}: {} → {}",
        was.unwrap_or(nobody),
        now.unwrap_or(nobody)
    )
}

/// Headings of the journal.
pub fn journal_head(lang: Lang) -> [&'static str; 9] {
    match lang {
        Lang::En => [
            "when", "who", "what", "date", "class", "subject", "role", "from", "to",
        ],
        Lang::Ru => [
            "Когда",
            "Кто",
            "Что",
            "Дата",
            "Класс",
            "Предмет",
            "Роль",
            "Было",
            "Стало",
        ],
    }
}

/// What the journal says was done: a move, a lock, an unlock, a new roster, a repair, a way out, a correction, rules, an
/// exception, a file, a step back, a step again.
pub fn deeds(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::En => [
            "move",
            "lock",
            "unlock",
            "generate",
            "repair",
            "way out",
            "correction",
            "rules",
            "exception",
            "file",
            "undo",
            "redo",
        ],
        Lang::Ru => [
            "перестановка",
            "закрепление",
            "снятие закрепления",
            "составление",
            "исправление",
            "выход из положения",
            "правка списков",
            "правила",
            "исключение",
            "файл",
            "отмена",
            "повтор",
        ],
    }
}

/// The folder is held by another program of ours; `page` is where, or empty.
pub fn in_use(folder: &str, page: &str, lang: Lang) -> String {
    let at = if page.is_empty() {
        String::new()
    } else {
        format!(" ({page})")
    };
    match lang {
        Lang::En => format!(
            "the folder {folder} is already open in another recuse{at}; work there, or close it first"
        ),
        Lang::Ru => format!(
            "папка {folder} уже открыта в другом recuse{at}; работайте там или сначала закройте его"
        ),
    }
}

/// How to end the program, after the address.
pub fn how_to_end(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Open this address in a browser on this computer. Ctrl+C ends the program; all work is saved as you go."
        }
        Lang::Ru => {
            "Откройте этот адрес в браузере на этом компьютере. Ctrl+C завершает программу; вся работа сохраняется сразу."
        }
    }
}

/// The port cannot be had.
pub fn no_port(port: u16, system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("port {port} cannot be used: {system}; without --port a free one is taken")
        }
        Lang::Ru => {
            format!("порт {port} занять не удаётся: {system}; без --port берётся свободный")
        }
    }
}

/// The system does not give what a server needs.
pub fn no_server(system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the page cannot be served: {system}"),
        Lang::Ru => format!("страницу не удаётся открыть: {system}"),
    }
}

/// A roster is being made: nothing else can be changed.
pub fn busy(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "a roster is being made; wait for it, or stop it",
        Lang::Ru => "расстановка составляется; дождитесь её или остановите",
    }
}

/// A mistake of ours, without details.
pub fn broken(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the program made a mistake; nothing was changed. Please report what you did",
        Lang::Ru => "программа ошиблась, ничего не изменено. Сообщите разработчикам, что вы делали",
    }
}

/// A request that does not come from the page.
pub fn stranger(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "This page is open to one browser only: the one that was let in when the program started."
        }
        Lang::Ru => {
            "Эта страница открыта только одному браузеру – тому, с которым программа была запущена."
        }
    }
}

/// How to get in.
pub fn start_again(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "The address that the program prints lets a browser in once. To open the page in another one, end the \
             program and start it again: recuse serve."
        }
        Lang::Ru => {
            "Адрес, который печатает программа, впускает браузер один раз. Чтобы открыть страницу в другом, закройте \
             программу и запустите её снова: recuse serve."
        }
    }
}

/// No such address.
pub fn no_address(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is nothing at this address",
        Lang::Ru => "по этому адресу ничего нет",
    }
}

/// More than is read.
pub fn too_much(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the file is larger than a school's lists can be (64 MB)",
        Lang::Ru => "файл больше, чем могут быть списки школы (64 МБ)",
    }
}

/// A request that makes no sense.
pub fn bad_request(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the page and the program do not understand each other; reload the page",
        Lang::Ru => "страница и программа не понимают друг друга; обновите страницу",
    }
}
