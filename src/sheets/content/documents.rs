//! The list of papers in the order in which a school's objectivity is inspected: what is among the sheets, and what the school adds.

use std::collections::BTreeSet;

use crate::domain::{Camera, Role};
use crate::lang::sheets::{documents as said, heads, titles};
use crate::sheets::book::Book;
use crate::sheets::build::{narrow, portrait, small, table, title, wide};
use crate::sheets::model::{Mark, Section, SheetKind};

/// One list; of these sheets, which are there.
pub fn sections(book: &Book<'_>, there: &BTreeSet<SheetKind>) -> Vec<Section> {
    let lang = book.lang;
    let columns = vec![
        narrow(heads::NUMBER.in_lang(lang), 60),
        wide(said::PAPER.in_lang(lang), 360),
        wide(said::THERE.in_lang(lang), 290),
        wide(said::TO_ADD.in_lang(lang), 290),
    ];
    let mut list = table(titles::DOCUMENTS.in_lang(lang), columns);
    for (paper, sheets) in said::PAPERS.iter().zip(SHEETS) {
        let names = sheets
            .iter()
            .filter(|&&(kind, _)| there.contains(&kind) && shows(book, kind, paper.subject));
        let names: Vec<&str> = names.map(|(_, name)| name.in_lang(lang)).collect();
        let cells = [
            paper.title.in_lang(lang).to_owned(),
            names.join("\n"),
            paper.to_add.in_lang(lang).to_owned(),
        ];
        list.push_numbered(Mark::Plain, cells);
    }
    let Some(list) = list.filled() else {
        return Vec::new();
    };
    vec![portrait(vec![
        title(titles::DOCUMENTS.in_lang(lang)),
        list,
        small(said::NOTE.in_lang(lang)),
    ])]
}

/// Has the sheet, where it is there, anything on the subject?
fn shows(book: &Book<'_>, kind: SheetKind, subject: said::Subject) -> bool {
    match (subject, kind) {
        (said::Subject::Observers, SheetKind::Order) => {
            book.all_seats(Role::Observer).next().is_some()
        }
        (said::Subject::Video, SheetKind::Rooms) => book
            .sittings()
            .any(|id| book.camera(id).is_some_and(|it| it != Camera::None)),
        _ => true,
    }
}

/// Of each paper, the sheets that it may be found among, and where on them.
const SHEETS: [&[(SheetKind, crate::lang::facts::Word)]; 8] = [
    &[
        (SheetKind::Order, titles::ORDER),
        (SheetKind::Amendment, titles::AMENDMENT),
    ],
    &[
        (SheetKind::Order, said::ORDER_ON_CRITERIA),
        (SheetKind::Meetings, said::MINUTES),
    ],
    &[],
    &[(SheetKind::Applications, titles::APPLICATIONS)],
    &[
        (SheetKind::Order, said::OBSERVERS_ANNEX),
        (SheetKind::ObserverAct, titles::ACT),
    ],
    &[(SheetKind::Rooms, said::CAMERAS)],
    &[
        (SheetKind::Evidence, titles::EVIDENCE),
        (SheetKind::DeclarationRegister, titles::REGISTER),
        (SheetKind::Declarations, said::UNSIGNED_DECLARATIONS),
    ],
    &[],
];
