//! Calls for the sheets.

use crate::service::desk::SheetOrder;
use crate::web::app::App;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::reply::Reply;

fn order(asked: &Asked) -> SheetOrder {
    SheetOrder {
        draft: asked.is_set("draft"),
        public: asked.is_set("public"),
        lang: asked.lang,
    }
}

/// `GET /api/sheets?draft&public`.
pub fn list(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let desk = app.session().desk.clone();
    Ok(Reply::json(&desk.sheet_list(order(asked))?))
}

/// `GET /api/sheets/FILE?draft&public&download`.
pub fn one(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let name = asked.below("/api/sheets/");
    let desk = app.session().desk.clone();
    let bytes = desk.sheet(name, order(asked))?;
    let media = media_of(name);
    Ok(if media == HTML && !asked.is_set("download") {
        Reply::Sheet { media, bytes }
    } else {
        let name = name.to_owned();
        Reply::Download { name, media, bytes }
    })
}

/// `GET /api/sheets.zip?draft&public`.
pub fn all(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let desk = app.session().desk.clone();
    Ok(Reply::Download {
        name: "sheets.zip".to_owned(),
        media: media_of("sheets.zip"),
        bytes: desk.all_sheets(order(asked))?,
    })
}

const HTML: &str = "text/html; charset=utf-8";

fn media_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
