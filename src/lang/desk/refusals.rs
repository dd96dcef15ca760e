//! Why something that the page asked for is not done.

use crate::lang::{Lang, plural_en, plural_ru};

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
            "the file \"{name}\" holds no table: a CSV table or a workbook (.xlsx, .ods) does, policy.toml, roster.csv, a FET or aSc file, GPU001.TXT of Untis, a workbook with the timetable as a grid"
        ),
        Lang::Ru => format!(
            "файл «{name}» не содержит таблиц: подходят таблицы CSV, книги .xlsx и .ods, policy.toml, roster.csv, файл FET или aSc, GPU001.TXT из Untis, книга с расписанием сеткой"
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
            plural_ru(conflicts, "устранён", "устранены", "устранено"),
            plural_ru(conflicts, "конфликт", "конфликта", "конфликтов")
        ),
    }
}

/// The schedule's columns cannot be told apart.
pub fn schedule_unclear(file: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "rows cannot be added to {file}: the columns of date, lesson, class and subject are not all there"
        ),
        Lang::Ru => {
            format!("в {file} нельзя добавить строки: нет столбцов даты, урока, класса и предмета")
        }
    }
}

/// The setting has no such value.
pub fn no_such_value(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the setting cannot have this value",
        Lang::Ru => "такого значения у этой настройки быть не может",
    }
}
