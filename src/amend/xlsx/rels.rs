//! Relations between parts: which part an id of a part means.

use crate::amend::AmendProblem;
use crate::amend::package::Parts;
use crate::amend::xml::{TagKind, escaped, tags};

/// Start of the names of relations that spreadsheet programs write.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A relation of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its id within the part.
    pub id: String,
    /// What it is, the last word of its name: `worksheet`, `comments`.
    pub kind: String,
    /// The part it leads to, from the package's root.
    pub target: String,
}

/// The name of the part that holds a part's relations.
fn rels_name(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The relations of a part; of the package itself for an empty name. None where there are none.
pub fn relations(parts: &mut Parts<'_>, part: &str) -> Result<Vec<Relation>, AmendProblem> {
    let name = rels_name(part);
    if !parts.holds(&name) {
        return Ok(Vec::new());
    }
    let text = parts.text(&name)?;
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let all = tags(&text)?;
    let relations = all.iter().filter(|tag| tag.begins("Relationship"));
    let read = relations.filter_map(|tag| {
        let kind = tag.attribute("Type")?;
        Some(Relation {
            id: tag.attribute("Id")?,
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolved(folder, &tag.attribute("Target")?),
        })
    });
    Ok(read.collect())
}

/// A target as a name from the package's root.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// Adds a relation and returns its id.
pub fn relate(
    parts: &mut Parts<'_>,
    part: &str,
    (kind, target): (&str, &str),
) -> Result<String, AmendProblem> {
    let taken = relations(parts, part)?;
    let is_free = |id: &String| taken.iter().all(|it| it.id != *id);
    let mut ids = (1..).map(|number| format!("rIdNote{number}"));
    let id = ids.find(is_free).ok_or(AmendProblem::Broken)?;
    let relation = format!(
        "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"/{}\"/>",
        escaped(target)
    );
    let name = rels_name(part);
    let text = if parts.holds(&name) {
        let text = parts.text(&name)?;
        within(&text, "Relationships", &relation)?
    } else {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relation}</Relationships>"
        )
    };
    parts.put(&name, text);
    Ok(id)
}

/// The part with the text added at the end of its first element of that name.
pub fn within(part: &str, local: &str, addition: &str) -> Result<String, AmendProblem> {
    let all = tags(part)?;
    let open = all.iter().position(|tag| tag.begins(local));
    let open = open.ok_or_else(|| AmendProblem::Missing(local.to_owned()))?;
    let tag = all[open];
    if tag.kind == TagKind::Empty {
        let opened = format!("{}>", tag.text.trim_end_matches("/>"));
        let name = tag.name();
        let (before, after) = (&part[..tag.start], &part[tag.end()..]);
        return Ok(format!("{before}{opened}{addition}</{name}>{after}"));
    }
    let close = crate::amend::xml::close_of(&all, open)?;
    let at = all[close].start;
    Ok(format!("{}{addition}{}", &part[..at], &part[at..]))
}

#[cfg(test)]
mod tests {
    use super::{resolved, within};

    #[test]
    fn targets_start_at_the_part() {
        assert_eq!(
            resolved("xl/worksheets", "../comments1.xml"),
            "xl/comments1.xml"
        );
        assert_eq!(
            resolved("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
    }

    #[test]
    fn additions_stand_last() {
        assert_eq!(
            within("<a><b/></a>", "a", "<c/>").unwrap(),
            "<a><b/><c/></a>"
        );
        assert_eq!(
            within("<x:a y=\"1\"/>", "a", "<c/>").unwrap(),
            "<x:a y=\"1\"><c/></x:a>"
        );
    }
}
