//! Calls for the sheets.

use crate::input::InputFile;
use crate::page::Page;
use crate::page::asked::Asked;
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::desk::SheetOrder;

fn order(asked: &Asked) -> SheetOrder {
    SheetOrder {
        draft: asked.is_set("draft"),
        public: asked.is_set("public"),
        lang: asked.lang,
    }
}

/// `GET /api/sheets?draft&public`.
pub fn list(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.sheet_list(order(asked))?))
}

/// `GET /api/sheets/FILE?draft&public&download`.
pub fn one(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let name = asked.below("/api/sheets/");
    let desk = page.session().desk.clone();
    let bytes = match desk.sheet_archive(name, order(asked)) {
        Some(archive) => archive?,
        None => page.shelf.file(&desk, name, order(asked))?,
    };
    let is_page = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "html");
    Ok(if is_page && !asked.is_set("download") {
        Reply::Sheet(bytes)
    } else {
        Reply::Download(InputFile {
            name: name.to_owned(),
            bytes,
        })
    })
}

/// `GET /api/chat?draft&public`.
pub fn chat(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.chat(order(asked))?))
}

/// `GET /api/sheets.zip?draft&public`.
pub fn all(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::Download(InputFile {
        name: "sheets.zip".to_owned(),
        bytes: desk.all_sheets(order(asked))?,
    }))
}
