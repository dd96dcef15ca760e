//! What each sheet says: one file per sheet.

mod account;
mod acquaintance;
mod act;
mod amendment;
mod application;
mod changes;
mod declaration;
mod documents;
mod door;
mod evidence;
mod load;
mod meetings;
mod notice;
mod order;
mod personal;
mod register;
mod rooms;
mod roster;
mod substitution;

use std::collections::BTreeSet;

use crate::lang::sheets as words;

use super::book::Book;
use super::material::{Audience, Material, Selection};
use super::model::{Packet, Section, Sheet, SheetKind};
use super::tidy::tidy;

/// Makes the sheets that were asked for; a sheet without anything to say is left out.
pub fn packet(material: &Material<'_>) -> Packet {
    let book = Book::of(material);
    let mut sheets: Vec<Sheet> = Vec::new();
    for &kind in kinds(material.selection) {
        // The list of papers comes last and names those before it.
        let there: BTreeSet<SheetKind> = sheets.iter().map(|sheet| sheet.kind).collect();
        let sheet = sheet((&book, &there), kind);
        if !sheet.sections.is_empty() {
            sheets.push(sheet);
        }
    }
    let mut packet = Packet {
        school: book.school_name().to_owned(),
        lang: material.lang,
        stamp: material
            .is_draft
            .then(|| words::STAMP.in_lang(material.lang).to_owned()),
        sheets,
    };
    tidy(&mut packet);
    packet
}

/// The sheets that a selection leaves: those of one person, of one day, or all; for the public only what may hang anywhere.
fn kinds(selection: Selection) -> &'static [SheetKind] {
    use SheetKind::{
        Accounts, Acquaintance, Amendment, Applications, Changes, DeclarationRegister,
        Declarations, Documents, Door, Evidence, Load, Meetings, NoticeBoard, ObserverAct, Order,
        Personal, Rooms, Roster, Substitution,
    };
    match (selection.audience, selection.person, selection.date) {
        (Audience::Public, _, _) => &[NoticeBoard, Door, Changes],
        (Audience::Staff, Some(_), _) => {
            &[Personal, ObserverAct, Declarations, Applications, Accounts]
        }
        (Audience::Staff, None, Some(_)) => &[
            Personal,
            Door,
            ObserverAct,
            Rooms,
            Meetings,
            Substitution,
            NoticeBoard,
            Changes,
        ],
        (Audience::Staff, None, None) => &[
            Order,
            Amendment,
            Roster,
            Personal,
            Door,
            ObserverAct,
            Acquaintance,
            Rooms,
            Meetings,
            Substitution,
            Evidence,
            NoticeBoard,
            Changes,
            Load,
            Declarations,
            DeclarationRegister,
            Applications,
            Accounts,
            Documents,
        ],
    }
}

fn sheet((book, there): (&Book<'_>, &BTreeSet<SheetKind>), kind: SheetKind) -> Sheet {
    let (title, file_stem, sections): (_, _, Vec<Section>) = match kind {
        SheetKind::Order => (words::titles::ORDER, "order", order::sections(book)),
        SheetKind::Amendment => (
            words::titles::AMENDMENT,
            "order-amendment",
            amendment::sections(book),
        ),
        SheetKind::Roster => (words::titles::ROSTER, "roster", roster::sections(book)),
        SheetKind::Personal => (
            words::titles::PERSONAL,
            "personal-assignments",
            personal::sections(book),
        ),
        SheetKind::Door => (words::titles::DOOR, "door-sheets", door::sections(book)),
        SheetKind::ObserverAct => (words::titles::ACT, "observer-acts", act::sections(book)),
        SheetKind::Acquaintance => (
            words::titles::ACQUAINTANCE,
            "acknowledgement",
            acquaintance::sections(book),
        ),
        SheetKind::Substitution => (
            words::titles::SUBSTITUTION,
            "lessons-without-teacher",
            substitution::sections(book),
        ),
        SheetKind::Rooms => (words::titles::ROOMS, "rooms", rooms::sections(book)),
        SheetKind::Meetings => (
            words::titles::MEETINGS,
            "meetings",
            meetings::sections(book),
        ),
        SheetKind::Changes => (
            words::titles::CHANGES,
            "changed-lessons",
            changes::sections(book),
        ),
        SheetKind::Evidence => (words::titles::EVIDENCE, "checks", evidence::sections(book)),
        SheetKind::NoticeBoard => (
            words::titles::NOTICE,
            "notice-board",
            notice::sections(book),
        ),
        SheetKind::Load => (words::titles::LOAD, "load", load::sections(book)),
        SheetKind::Declarations => (
            words::titles::DECLARATIONS,
            "declarations",
            declaration::sections(book),
        ),
        SheetKind::DeclarationRegister => (
            words::titles::REGISTER,
            "declaration-register",
            register::sections(book),
        ),
        SheetKind::Applications => (
            words::titles::APPLICATIONS,
            "observer-applications",
            application::sections(book),
        ),
        SheetKind::Accounts => (
            words::titles::ACCOUNTS,
            "personal-accounts",
            account::sections(book),
        ),
        SheetKind::Documents => (
            words::titles::DOCUMENTS,
            "papers",
            documents::sections(book, there),
        ),
    };
    Sheet {
        kind,
        title: title.in_lang(book.lang).to_owned(),
        file_stem: file_stem.to_owned(),
        sections,
    }
}
