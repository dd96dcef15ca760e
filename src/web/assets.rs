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

/// Every file, by path. A test holds the list to what stands in `src/web/page`.
const ASSETS: [Asset; 1] = [Asset {
    path: "/",
    media: HTML,
    bytes: include_bytes!("page/index.html"),
}];

/// The file at that path.
pub fn asset(path: &str) -> Option<Asset> {
    ASSETS.into_iter().find(|asset| asset.path == path)
}
