//! Words of an observer's application and memo.

use super::word;
use crate::lang::Lang;
use crate::lang::facts::Word;

/// Title of the application.
pub const APPLICATION: Word = word("APPLICATION", "ЗАЯВЛЕНИЕ");
/// Title of the memo.
pub const MEMO: Word = word(
    "MEMO\nfor a public observer",
    "ПАМЯТКА\nобщественного наблюдателя",
);
/// Above the sittings.
pub const READY: Word = word("I am ready to observe:", "Готов(а) наблюдать:");
/// What the parent confirms.
pub const CONFIRM: Word = word(
    "I have no child in the classes that I observe, I do not work at this school, and I know of no other interest of mine in \
     the results, except (if nothing, a dash):",
    "В классах, за которыми наблюдаю, мои дети не учатся, в этой школе я не работаю; другой личной заинтересованности в \
     результатах не имею, кроме (если нет, прочерк):",
);
/// The memo is known.
pub const READ: Word = word(
    "I have read the memo for observers.",
    "С памяткой общественного наблюдателя ознакомлен(а).",
);

/// Whom the application goes to, and from whom.
pub fn address(director: &str, school: &str, who: &str, phone: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("To: head of school {director}\n{school}\nFrom: {who}\ntelephone {phone}")
        }
        Lang::Ru => format!("Кому: директор {director}\n{school}\nОт кого: {who}\nтелефон {phone}"),
    }
}

/// What is asked for.
pub fn asks(period: &str, children: &str, lang: Lang) -> String {
    match (lang, children.is_empty()) {
        (Lang::En, true) => {
            format!("Please include me among the public observers of the assessments {period}.")
        }
        (Lang::En, false) => format!(
            "Please include me among the public observers of the assessments {period}. My child is in: {children}."
        ),
        (Lang::Ru, true) => format!(
            "Прошу включить меня в число общественных наблюдателей за проведением всероссийских проверочных работ {period}."
        ),
        (Lang::Ru, false) => format!(
            "Прошу включить меня в число общественных наблюдателей за проведением всероссийских проверочных работ {period}. \
             Мой ребёнок учится в классе: {children}."
        ),
    }
}

/// The memo's items.
pub fn memo(deputy: &str, lang: Lang) -> Vec<String> {
    match lang {
        Lang::En => vec![
            "Come 15 minutes before the start with a document that shows who you are.".to_owned(),
            format!("The sheet of the room and the form of the record are handed out by {deputy}."),
            "You may be present when materials are handed over, in the room while the class writes, when works are \
             collected, checked and their results uploaded."
                .to_owned(),
            "Do not talk to those who write, do not help, do not read the tasks out, take no pictures, switch the telephone off."
                .to_owned(),
            "Do not interfere: what you notice is written into the record and told to who answers for the assessments."
                .to_owned(),
            "Should a child of yours, or of your relatives, turn out to be in the class, say so before the start: \
             somebody else will observe."
                .to_owned(),
            format!("After the sitting, sign the record and give it to {deputy}, also where nothing was noticed."),
        ],
        Lang::Ru => vec![
            "Приходите за 15 минут до начала, с документом, удостоверяющим личность.".to_owned(),
            format!("Лист аудитории и бланк акта выдаёт ответственный: {deputy}."),
            "Вы можете присутствовать при передаче материалов, в аудитории во время работы, при сборе работ, их проверке и загрузке \
             результатов."
                .to_owned(),
            "Не разговаривайте с участниками, не помогайте им, не зачитывайте задания, не фотографируйте, отключите телефон."
                .to_owned(),
            "Не вмешивайтесь в ход работы: замеченное записывается в акт и сообщается ответственному.".to_owned(),
            "Если окажется, что в классе учится Ваш ребёнок или ребёнок родственников, скажите об этом до начала: \
             наблюдать будет другой человек."
                .to_owned(),
            format!("После работы подпишите акт и передайте его ответственному ({deputy}), даже если нарушений не было."),
        ],
    }
}
