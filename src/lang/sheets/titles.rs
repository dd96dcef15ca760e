//! Titles of the sheets, as the index and a workbook's tabs show them.

use super::word;
use crate::lang::facts::Word;

/// The order.
pub const ORDER: Word = word("Order", "Приказ");
/// The order that changes the order.
pub const AMENDMENT: Word = word("Amending order", "Приказ об изменениях");
/// The roster.
pub const ROSTER: Word = word("Roster", "Расстановка");
/// Personal slips.
pub const PERSONAL: Word = word("Personal assignments", "Личные листы назначений");
/// Door sheets.
pub const DOOR: Word = word("Door sheets", "Листы на двери");
/// Observers' acts.
pub const ACT: Word = word(
    "Public observation records",
    "Акты общественного наблюдения",
);
/// Acquaintance list.
pub const ACQUAINTANCE: Word = word("Acknowledgement list", "Лист ознакомления");
/// Lessons without a teacher.
pub const SUBSTITUTION: Word = word("Lessons without a teacher", "Уроки без учителя");
/// Rooms.
pub const ROOMS: Word = word("Rooms and moved lessons", "Кабинеты и перенос уроков");
/// Meetings.
pub const MEETINGS: Word = word(
    "Minutes of the commissions",
    "Протоколы предметных комиссий",
);
/// Changes.
pub const CHANGES: Word = word("Changes to lessons", "Изменения в расписании");
/// Evidence.
pub const EVIDENCE: Word = word("Statement of checks", "Справка о проверке");
/// Notice board.
pub const NOTICE: Word = word("Notice board", "Доска объявлений");
/// Load.
pub const LOAD: Word = word("Load overview", "Обзор нагрузки");
/// Declarations.
pub const DECLARATIONS: Word = word(
    "Declarations of interest",
    "Декларации о заинтересованности",
);
/// Register of declarations.
pub const REGISTER: Word = word("Register of declarations", "Реестр деклараций");
/// Observers' applications and memos.
pub const APPLICATIONS: Word = word(
    "Observers’ applications and memos",
    "Заявления и памятки наблюдателей",
);
/// Everybody's own account.
pub const ACCOUNTS: Word = word("Personal accounts", "Личный учёт нагрузки");
/// List of papers.
pub const DOCUMENTS: Word = word("List of papers", "Перечень документов");
