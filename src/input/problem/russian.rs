//! The complaints in Russian.

use crate::lang::plural_ru;

use super::{
    Aside, FactProblem, Lang, alternatives, did_you_mean, enumeration, nearest_word, quoted, rows,
    words,
};

const RU: Lang = Lang::Ru;

impl FactProblem {
    pub(super) fn russian(&self, text: &str) -> String {
        self.russian_of_table(text)
            .or_else(|| self.russian_of_value(text))
            .unwrap_or_else(|| self.russian_of_fact(text))
    }

    /// Complaints about files, headers and whole rows.
    fn russian_of_table(&self, text: &str) -> Option<String> {
        let q = quoted(text, RU);
        Some(match self {
            Self::MissingTable(table) => format!(
                "нет таблицы {}; добавьте файл или лист с этим названием",
                quoted(table.ru, RU)
            ),
            Self::TableTwice { table, other } => format!(
                "таблица {} есть и здесь, и в {}; оставьте одну",
                quoted(table.ru, RU),
                quoted(other, RU)
            ),
            Self::NoTable { nearest } => format!(
                "{q} – не название таблицы; файл или лист не прочитан{}",
                nearest_word(*nearest, RU)
            ),
            Self::TakenFor(table) => format!(
                "{q} принято по заголовкам за таблицу {}",
                quoted(table.ru, RU)
            ),
            Self::WhichTable(tables) => format!(
                "{q} может быть таблицей {}; не прочитано: назовите так файл или лист",
                alternatives(&words(tables, RU), RU)
            ),
            Self::ChoicesUnread => {
                "не удаётся прочитать, что выбрано для файлов и листов; исправьте файл или удалите его и выберите снова на странице"
                    .into()
            }
            Self::FolderAside => {
                format!("папка {q} не прочитана: здесь уже лежат таблицы школы")
            }
            Self::PolicyAside => {
                "этот файл не используется: у района один policy.toml, в корне папки".to_owned()
            }
            Self::NoHeader(columns) => format!(
                "не найдена строка заголовков; нужны столбцы {}",
                enumeration(&words(columns, RU), RU)
            ),
            Self::MissingColumn { column, nearest } => format!(
                "нет столбца {}{}",
                quoted(column.ru, RU),
                nearest.as_ref().map_or(String::new(), |nearest| format!(
                    "; возможно, он назван {}",
                    quoted(nearest, RU)
                ))
            ),
            Self::ColumnTwice { column, other } => format!(
                "{q} и {} – один и тот же столбец {}; оставьте один",
                quoted(other, RU),
                quoted(column.ru, RU)
            ),
            Self::ColumnLooksLike { column } => format!(
                "столбец {q} не прочитан; это {}? Назовите его так, а если нет – иначе",
                quoted(column.ru, RU)
            ),
            Self::UnknownColumns(names) => format!(
                "столбцы, которых эта таблица не знает, не прочитаны: {}",
                enumeration(names, RU)
            ),
            Self::RowAside(why) => {
                let what = match why {
                    Aside::HeaderAgain => "повтор заголовков",
                    Aside::Numbers => "номера столбцов",
                    Aside::Total => "итог",
                    Aside::Signature => "подпись",
                    Aside::Headline => "подзаголовок",
                };
                format!("{q}: похоже, это {what}; строка не прочитана")
            }
            Self::NoRows => "в таблице есть заголовки, но нет строк".to_owned(),
            Self::EmptyCell(column) => format!(
                "пустая ячейка; столбец {} нужно заполнить",
                quoted(column.ru, RU)
            ),
            Self::SameKey { other, row } => format!(
                "{q} и {} (строка {row}) – одно и то же название; оставьте одну строку или различите их",
                quoted(other, RU)
            ),
            Self::RepeatedRow { row } => {
                format!("{q}: строка повторяет строку {row} и второй раз не учтена")
            }
            _ => return None,
        })
    }

    /// Complaints about the text of one cell by itself.
    fn russian_of_value(&self, text: &str) -> Option<String> {
        let q = quoted(text, RU);
        Some(match self {
            Self::GridOfDays { works } => format!(
                "прочитано как сетка дней и классов: {works} {}",
                plural_ru(*works as u64, "работа", "работы", "работ")
            ),
            Self::OtherWeekday { right } => format!(
                "{q}: этот день – {}; исправьте дату или день недели",
                right.ru
            ),
            Self::NotADate => {
                format!("{q} – не дата; пишите так: 21.04.2026 или 2026-04-21")
            }
            Self::NoYear => {
                format!("{q}: не указан год; пишите даты так: 21.04.2026")
            }
            Self::YearTaken { year } => {
                format!(
                    "{q}: не указан год; такие даты отнесены к {year} году, как остальные в графике"
                )
            }
            Self::NotLessons => {
                format!("{q} – не номер урока; пишите 2, 2-3 или 2,3 (от 0 до 63)")
            }
            Self::MaybeOneSubject { other } => format!(
                "{q} и {} считаются двумя предметами; если это один, пишите его везде одинаково или внесите в таблицу «предметы» с вариантом названия",
                quoted(other, RU)
            ),
            Self::MaybeOneClass { other } => format!(
                "{q} и {} считаются двумя классами; если это один класс, оставьте одну строку",
                quoted(other, RU)
            ),
            Self::SheetError => format!(
                "{q} – ошибка электронной таблицы, а не значение; исправьте формулу или впишите значение"
            ),
            Self::LessonsAsDate { lessons } => format!(
                "{q} – дата, а не номер урока; возможно, программа сделала её из {}: задайте ячейке текстовый формат и впишите заново",
                quoted(lessons, RU)
            ),
            Self::NotATime => format!("{q} – не время; пишите так: 9:25"),
            Self::NotYesOrNo => format!("{q} – ни «да», ни «нет»"),
            Self::NotAShare => format!(
                "{q} – не доля ставки; пишите число от 0,05 до 3 не более чем с двумя знаками после запятой, например 0,5 или 1,25"
            ),
            Self::SharesTooFine => format!(
                "у ставок сотрудников, в их числе {q}, слишком большое общее кратное, чтобы сравнивать по ним нагрузку; округлите их, лучше до четверти ставки"
            ),
            Self::NotACount { max } => format!("{q} – не целое число от 0 до {max}"),
            Self::NotAWeekday => format!("{q} – не день недели; пишите так: Пн"),
            Self::NotOneOf { keywords, nearest } => format!(
                "{q} здесь не подходит; пишите {}{}",
                alternatives(&words(keywords, RU), RU),
                nearest_word(*nearest, RU)
            ),
            Self::NotARule { nearest } => format!(
                "нет правила {q}; их список показывает `recuse rules`{}",
                did_you_mean(*nearest, RU)
            ),
            Self::StaffObserver => format!(
                "{q} – не роль сотрудника: наблюдатели – родители; пишите организатор, эксперт или ассистент"
            ),
            Self::UnknownName { kind, nearest } => format!(
                "{q}: {}{}",
                kind.unknown(RU),
                did_you_mean(nearest.as_deref(), RU)
            ),
            Self::NobodyNamed => {
                format!("{q} – пометка пустого места, а не имя; напишите имя или уберите строку")
            }
            Self::SeveralNamed => {
                format!("{q} – это несколько людей; напишите для каждого отдельную строку")
            }
            Self::MaybeTwice { other, row } => format!(
                "{q} – возможно, {} из строки {row}; если это один человек, оставьте одну строку, иначе напишите оба имени полностью",
                quoted(other, RU)
            ),
            Self::MaybeStaff { other } => format!(
                "{q} – возможно, сотрудник {}, и тогда действуют правила о своём ребёнке; если это так, напишите то же имя или заполните столбец «Сотрудник», иначе напишите имя полностью",
                quoted(other, RU)
            ),
            Self::AmbiguousName { candidates } => format!(
                "{q} подходит нескольким людям: {}; напишите имя полностью",
                alternatives(candidates, RU)
            ),
            _ => return None,
        })
    }

    /// Complaints about what cells say together.
    fn russian_of_fact(&self, text: &str) -> String {
        let q = quoted(text, RU);
        match self {
            Self::NoGrade => {
                format!(
                    "название класса {q} не начинается с числа, параллель считается нулевой; заполните столбец «Параллель»"
                )
            }
            Self::EndBeforeStart => format!("конец {q} не позже начала"),
            Self::ToBeforeFrom => format!("последний день {q} раньше первого"),
            Self::NoTime => "не указано время: заполните «Урок» или «Начало» и «Конец»".to_owned(),
            Self::HalfATime => format!("{q}: началу нужен конец, а концу – начало"),
            Self::LessonWithoutBell { lesson } => format!(
                "{q}: в таблице звонков нет урока {lesson} (этой смены); добавьте его туда или исправьте номер"
            ),
            Self::WhichShift { lesson } => format!(
                "{q}: урок {lesson} есть в нескольких сменах; добавьте столбец «Смена» сюда или в таблицу классов"
            ),
            Self::NeedsBells { lessons, file, row } => format!(
                "{q} – время на часах, а {} ({file}, строка {row}) – номер урока без времени: их нельзя сравнить; добавьте таблицу «звонки»",
                quoted(lessons, RU)
            ),
            Self::SittingTwice { row } => format!(
                "{q}: строка {row} – та же работа (дата, класс, предмет и группа) в пересекающееся время; оставьте одну"
            ),
            Self::NoSuchSitting => {
                format!("{q}: в графике нет работы этого класса по этому предмету в этот день")
            }
            Self::WhichSitting { rows: of } => format!(
                "{q}: подходит несколько работ графика (строки {}); добавьте столбец «Группа» или «Урок»",
                rows(of)
            ),
            Self::TwoClassTeachers { class, other } => format!(
                "{q} и {} – оба классные руководители {}; учтены оба",
                quoted(other, RU),
                quoted(class, RU)
            ),
            Self::ParentIsTwo { other } => format!(
                "{q}: в другой строке этого родителя назван сотрудник {}; один родитель – один сотрудник",
                quoted(other, RU)
            ),
            Self::TwoAreas { other } => format!(
                "{q}: в другой школе района предмет отнесён к области {}, она и учтена",
                quoted(other, RU)
            ),
            // Said by the two above.
            Self::GridOfDays { .. }
            | Self::OtherWeekday { .. }
            | Self::MissingTable(..)
            | Self::TableTwice { .. }
            | Self::NoTable { .. }
            | Self::TakenFor(..)
            | Self::WhichTable(..)
            | Self::ChoicesUnread
            | Self::FolderAside
            | Self::PolicyAside
            | Self::NoHeader(..)
            | Self::MissingColumn { .. }
            | Self::ColumnTwice { .. }
            | Self::ColumnLooksLike { .. }
            | Self::MaybeOneSubject { .. }
            | Self::MaybeOneClass { .. }
            | Self::SheetError
            | Self::LessonsAsDate { .. }
            | Self::UnknownColumns(..)
            | Self::RowAside(..)
            | Self::NoRows
            | Self::EmptyCell(..)
            | Self::SameKey { .. }
            | Self::RepeatedRow { .. }
            | Self::NotADate
            | Self::NoYear
            | Self::YearTaken { .. }
            | Self::NotLessons
            | Self::NotATime
            | Self::NotYesOrNo
            | Self::NotAShare
            | Self::SharesTooFine
            | Self::NotACount { .. }
            | Self::NotAWeekday
            | Self::NotOneOf { .. }
            | Self::NotARule { .. }
            | Self::StaffObserver
            | Self::UnknownName { .. }
            | Self::AmbiguousName { .. }
            | Self::NobodyNamed
            | Self::SeveralNamed
            | Self::MaybeTwice { .. }
            | Self::MaybeStaff { .. } => q,
        }
    }
}
