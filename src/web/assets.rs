//! The page's own files, inside the program.

/// A file of the page.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Where it is served.
    pub path: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
}

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// A file of `src/web/page`, served under its own name.
macro_rules! page {
    ($name:literal, $media:expr) => {
        Asset {
            path: concat!("/", $name),
            media: $media,
            bytes: include_bytes!(concat!("page/", $name)),
        }
    };
}

/// Every file, by path. A test holds the list to what stands in `src/web/page`.
const ASSETS: &[Asset] = &[
    Asset {
        path: "/",
        media: HTML,
        bytes: include_bytes!("page/index.html"),
    },
    page!("icon.svg", SVG),
    page!("style/base.css", CSS),
    page!("style/check.css", CSS),
    page!("style/controls.css", CSS),
    page!("style/frame.css", CSS),
    page!("style/journal.css", CSS),
    page!("style/lists.css", CSS),
    page!("style/load.css", CSS),
    page!("style/panel.css", CSS),
    page!("style/phone.css", CSS),
    page!("style/phone-roster.css", CSS),
    page!("style/place.css", CSS),
    page!("style/print.css", CSS),
    page!("style/roster.css", CSS),
    page!("style/rules.css", CSS),
    page!("style/sheets.css", CSS),
    page!("style/start.css", CSS),
    page!("style/today.css", CSS),
    page!("script/actions.js", SCRIPT),
    page!("script/attention.js", SCRIPT),
    page!("script/candidates.js", SCRIPT),
    page!("script/checked-table.js", SCRIPT),
    page!("script/complaint.js", SCRIPT),
    page!("script/day-strip.js", SCRIPT),
    page!("script/dom.js", SCRIPT),
    page!("script/door.js", SCRIPT),
    page!("script/drag.js", SCRIPT),
    page!("script/drop.js", SCRIPT),
    page!("script/effect-line.js", SCRIPT),
    page!("script/evidence.js", SCRIPT),
    page!("script/frame.js", SCRIPT),
    page!("script/grid-days.js", SCRIPT),
    page!("script/grid-rows.js", SCRIPT),
    page!("script/hint.js", SCRIPT),
    page!("script/long-list.js", SCRIPT),
    page!("script/main.js", SCRIPT),
    page!("script/meaning.js", SCRIPT),
    page!("script/missing-tables.js", SCRIPT),
    page!("script/notice.js", SCRIPT),
    page!("script/obstacles.js", SCRIPT),
    page!("script/panel.js", SCRIPT),
    page!("script/picker.js", SCRIPT),
    page!("script/place.js", SCRIPT),
    page!("script/roster.js", SCRIPT),
    page!("script/roving.js", SCRIPT),
    page!("script/rule-titles.js", SCRIPT),
    page!("script/schedule-plan.js", SCRIPT),
    page!("script/school.js", SCRIPT),
    page!("script/segments.js", SCRIPT),
    page!("script/server.js", SCRIPT),
    page!("script/sheet-columns.js", SCRIPT),
    page!("script/store.js", SCRIPT),
    page!("script/table-sheet.js", SCRIPT),
    page!("script/types.js", SCRIPT),
    page!("script/view-check.js", SCRIPT),
    page!("script/view-journal.js", SCRIPT),
    page!("script/view-load.js", SCRIPT),
    page!("script/view-roster.js", SCRIPT),
    page!("script/view-rules.js", SCRIPT),
    page!("script/view-settings.js", SCRIPT),
    page!("script/works-limit.js", SCRIPT),
    page!("script/view-sheets.js", SCRIPT),
    page!("script/view-start.js", SCRIPT),
    page!("script/view-today.js", SCRIPT),
    page!("script/waivers.js", SCRIPT),
    page!("script/role-cards.js", SCRIPT),
    page!("script/word-lists.js", SCRIPT),
    page!("script/word-table.js", SCRIPT),
    page!("script/words.js", SCRIPT),
];

/// The file at that path.
pub fn asset(path: &str) -> Option<Asset> {
    ASSETS.iter().copied().find(|asset| asset.path == path)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::ASSETS;

    #[test]
    fn every_file_of_the_page_is_served() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/page");
        let mut served: Vec<String> = ASSETS.iter().map(|asset| asset.path.to_owned()).collect();
        let mut there = vec!["/".to_owned(), "/icon.svg".to_owned()];
        for folder in ["script", "style"] {
            for entry in fs::read_dir(page.join(folder)).unwrap() {
                let name = entry.unwrap().file_name();
                there.push(format!("/{folder}/{}", name.to_string_lossy()));
            }
        }
        served.sort();
        there.sort();
        assert_eq!(served, there);
    }
}
