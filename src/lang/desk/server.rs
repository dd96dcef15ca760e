//! What the program says about itself: its address, its folder, requests that it does not answer.

use crate::lang::Lang;

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
