//! What `rules` says.

use super::Lang;

/// Header of the list: code, role, the three presets, what it says.
pub fn header(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::En => ["rule", "role", "vpr", "plan", "strict", "what it says"],
        Lang::Ru => ["правило", "роль", "vpr", "plan", "strict", "что говорит"],
    }
}

/// Every role.
pub fn every_role(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "every role",
        Lang::Ru => "все роли",
    }
}

/// Severity of a structural rule.
pub fn always(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "always",
        Lang::Ru => "всегда",
    }
}

/// Labels of one rule's parts: why, what to do, example, source, severity, roles.
pub fn labels(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::En => ["Why", "To do", "Example", "Source", "Severity", "Roles"],
        Lang::Ru => [
            "Почему",
            "Что делать",
            "Пример",
            "Источник",
            "Строгость",
            "Роли",
        ],
    }
}

/// After the list.
pub fn hint(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "`recuse rules CODE` says more about one of them; [rules] in policy.toml changes a severity."
        }
        Lang::Ru => {
            "`recuse rules КОД` – подробнее об одном; раздел [rules] файла policy.toml меняет строгость."
        }
    }
}

/// No such rule.
pub fn unknown(code: &str, nearest: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "no rule is called \"{code}\"; the nearest is {nearest}. `recuse rules` lists them all"
        ),
        Lang::Ru => {
            format!("правила «{code}» нет; ближайшее – {nearest}. Все правила: `recuse rules`")
        }
    }
}
