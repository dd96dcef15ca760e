//! The workbook's own part: which sheet is which part.

use crate::amend::AmendProblem;
use crate::amend::package::Parts;
use crate::amend::xml::tags;

use super::rels::relations;

/// A sheet: its name, and the part that holds it.
pub type SheetAt = (String, String);

/// Name of the workbook's part.
pub fn workbook(parts: &mut Parts<'_>) -> Result<String, AmendProblem> {
    let of_package = relations(parts, "")?;
    let workbook = of_package
        .into_iter()
        .find(|it| it.kind == "officeDocument");
    Ok(workbook.map_or_else(|| "xl/workbook.xml".to_owned(), |it| it.target))
}

/// The sheets, in their order.
pub fn sheets(parts: &mut Parts<'_>) -> Result<Vec<SheetAt>, AmendProblem> {
    let workbook = workbook(parts)?;
    let related = relations(parts, &workbook)?;
    let text = parts.text(&workbook)?;
    let all = tags(&text)?;
    let sheets = all.iter().filter(|tag| tag.begins("sheet"));
    let found = sheets.filter_map(|tag| {
        let name = tag.attribute("name")?;
        let attributes = tag.attributes();
        let id = attributes.iter().find(|(name, _)| name.ends_with(":id"));
        let target = related
            .iter()
            .find(|it| Some(&it.id) == id.map(|(_, id)| id))?;
        Some((name, target.target.clone()))
    });
    Ok(found.collect())
}

/// The part of the sheet.
pub fn part_of<'s>(sheets: &'s [SheetAt], sheet: Option<&str>) -> Result<&'s str, AmendProblem> {
    let named = sheets.iter().find(|(name, _)| Some(name.as_str()) == sheet);
    let missing = || AmendProblem::Missing(sheet.unwrap_or_default().to_owned());
    named.map(|(_, part)| part.as_str()).ok_or_else(missing)
}
