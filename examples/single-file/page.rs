//! The page as one file: a policy that lets nothing out, everything else inside.

use sha2::{Digest, Sha256};

use super::base64;

/// What is put together.
#[derive(Debug)]
pub struct Parts {
    /// The page as it is served.
    pub index: String,
    /// The icon, SVG.
    pub icon: String,
    /// All styles.
    pub style: String,
    /// All modules.
    pub script: String,
    /// The worker's script.
    pub worker: String,
    /// The work, gzip in base64.
    pub work: String,
    /// Of the program.
    pub version: &'static str,
}

/// Paths of the page's styles, in their order.
pub fn styles(index: &str) -> impl Iterator<Item = &str> {
    index.lines().filter_map(|line| {
        let rest = line
            .trim()
            .strip_prefix("<link rel=\"stylesheet\" href=\"/")?;
        rest.strip_suffix("\">")
    })
}

/// What the file may do: run its own script and the work in a worker, and nothing else. Sheets come with styles of their own, in
/// attributes too, and are shown in a frame that has this policy: so styles are not told apart by digests.
fn policy(script: &str) -> String {
    let digest = base64::encode(&Sha256::digest(script.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{digest}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:; \
         font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
    )
}

/// The file.
pub fn page(parts: &Parts) -> Result<String, String> {
    let icon = format!(
        "data:image/svg+xml;base64,{}",
        base64::encode(parts.icon.trim().as_bytes())
    );
    let script = parts
        .script
        .replace("\"/icon.svg\"", &format!("\"{icon}\""));
    for (text, end) in [
        (&script, "</script"),
        (&script, "<!--"),
        (&parts.worker, "</script"),
        (&parts.worker, "<!--"),
        (&parts.style, "</style"),
    ] {
        if text.contains(end) {
            return Err(format!("{end} would end its element early"));
        }
    }
    let edition = edition(parts, &script);
    let (head, body) = parts
        .index
        .split_once("</head>")
        .ok_or("the page has no head")?;
    let (_, body) = body.split_once("<body>").ok_or("the page has no body")?;
    let (body, _) = body.split_once("</body>").ok_or("the body has no end")?;
    let is_outside = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("<link ") || line.starts_with("<script ") || line.contains("charset")
    };
    let title: Vec<&str> = head
        .lines()
        .skip_while(|line| !line.contains("<head>"))
        .skip(1)
        .filter(|line| !is_outside(line))
        .collect();
    let (title, policy) = (title.join("\n"), policy(&script));
    let Parts {
        style,
        worker,
        work,
        ..
    } = parts;
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  \
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n  \
         <meta name=\"referrer\" content=\"no-referrer\">\n  <meta name=\"edition\" content=\"{edition}\">\n{title}\n  \
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n  <style>\n{style}</style>\n</head>\n<body>{body}\
         <script type=\"text/plain\" id=\"worker\">{worker}</script>\n\
         <script type=\"text/plain\" id=\"work\">{work}</script>\n<script>{script}</script>\n</body>\n</html>\n\
         <!-- {edition} -->\n"
    ))
}

/// Version and digest of all that is inside: `recuse 1.2.3 · 0123456789abcdef`.
fn edition(parts: &Parts, script: &str) -> String {
    let mut digest = Sha256::new();
    for part in [
        &parts.index,
        &parts.style,
        script,
        &parts.worker,
        &parts.work,
    ] {
        digest.update(part.len().to_le_bytes());
        digest.update(part.as_bytes());
    }
    let digest: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("recuse {} · {digest}", parts.version)
}

#[cfg(test)]
mod tests {
    use super::{Parts, page, styles};

    fn parts(script: &str) -> Parts {
        Parts {
            index: "<!doctype html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>t</title>\n  \
                <link rel=\"stylesheet\" href=\"/style/a.css\">\n  <script type=\"module\" src=\"/script/main.js\"></script>\n\
                </head>\n<body>\n<p></p>\n</body>\n</html>\n"
                .to_owned(),
            icon: "<svg/>".to_owned(),
            style: "a {}".to_owned(),
            script: script.to_owned(),
            worker: "w()".to_owned(),
            work: "QQ==".to_owned(),
            version: "1.2.3",
        }
    }

    #[test]
    fn all_is_inside_and_nothing_is_let_out() {
        let parts = parts("f(\"/icon.svg\");");
        assert_eq!(styles(&parts.index).collect::<Vec<_>>(), ["style/a.css"]);
        let page = page(&parts).unwrap();
        assert!(page.contains("<script>f(\"data:image/svg+xml;base64,PHN2Zy8+\");</script>"));
        assert!(page.contains("default-src 'none'; script-src 'sha256-"));
        for absent in ["connect-src", "src=\"/", "href=\"/", "http:", "https:"] {
            assert!(!page.contains(absent), "{absent}");
        }
        assert!(page.contains("<title>t</title>"));
        assert!(page.ends_with(" -->\n"));
    }

    #[test]
    fn the_digest_knows_every_part() {
        let edition = |parts: &Parts| page(parts).unwrap().lines().last().unwrap().to_owned();
        let first = edition(&parts("f()"));
        assert!(first.starts_with("<!-- recuse 1.2.3 · "), "{first}");
        assert_ne!(first, edition(&parts("g()")));
        let mut other = parts("f()");
        other.work = "QUE=".to_owned();
        assert_ne!(first, edition(&other));
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(page(&parts("\"</script>\"")).is_err());
        assert!(page(&parts("\"<!--\"")).is_err());
    }
}
