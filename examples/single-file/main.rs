//! Packs the page, its scripts and the work behind it into one file that opens by itself.
//!
//! `cargo run --example single-file -- recuse_page.wasm recuse.html`

mod base64;
mod join;
mod page;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use join::{Module, join};
use page::{Parts, page};

/// What the door of the served page is replaced by, and what that needs.
const OWN: [&str; 2] = ["door", "folder"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [work, target] = arguments.as_slice() else {
        return Err("usage: single-file WASM HTML".into());
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let served = root.join("src/web/page");
    let own = root.join("wasm/page");
    let text = |path: &Path| {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let index = text(&served.join("index.html"))?;
    let style: Result<Vec<String>, String> = page::styles(&index)
        .map(|path| text(&served.join(path)))
        .collect();
    let work = fs::read(work).map_err(|error| format!("{work}: {error}"))?;
    let parts = Parts {
        icon: text(&served.join("icon.svg"))?,
        style: style?.concat(),
        script: join(&modules(&served.join("script"), &own)?, "main")?,
        worker: text(&own.join("worker.js"))?,
        work: base64::encode(&packed(&work)?),
        version: env!("CARGO_PKG_VERSION"),
        index,
    };
    let page = page(&parts)?;
    fs::write(target, &page).map_err(|error| format!("{target}: {error}"))?;
    println!("{target}: {} bytes", page.len());
    Ok(())
}

/// Every script of the page, with its door replaced.
fn modules(served: &Path, own: &Path) -> Result<Vec<Module>, Box<dyn Error>> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(served)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        // Types are for the editor alone.
        if name != "types" && !OWN.contains(&name.as_ref()) {
            modules.push(Module::read(&name, &fs::read_to_string(&path)?)?);
        }
    }
    for name in OWN {
        let text = fs::read_to_string(own.join(format!("{name}.js")))?;
        modules.push(Module::read(name, &text)?);
    }
    Ok(modules)
}

fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
