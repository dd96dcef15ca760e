//! Makes the roster of a school folder: `cargo run --example generate -- data/school-31`.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use recuse::domain::Lang;
use recuse::input::InputFile;
use recuse::service::{self, GenerateOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or("data/school-small".into());
    let started = Instant::now();
    let generated = service::generate(
        &files_of(Path::new(&folder))?,
        &GenerateOptions {
            stop: &|| started.elapsed() > Duration::from_secs(5),
            ..GenerateOptions::default()
        },
    )?;
    for tally in generated.tallies() {
        println!(
            "{}: {} of {}",
            tally.role.name(),
            tally.filled,
            tally.places
        );
    }
    for unfilled in &generated.unfilled {
        println!("empty: {}", unfilled.because(&generated.school, Lang::En));
    }
    Ok(())
}

/// The library takes bytes; where they come from is the caller's affair.
fn files_of(folder: &Path) -> std::io::Result<Vec<InputFile>> {
    std::fs::read_dir(folder)?
        .map(|entry| {
            let entry = entry?;
            Ok(InputFile {
                name: entry.file_name().to_string_lossy().into_owned(),
                bytes: std::fs::read(entry.path())?,
            })
        })
        .collect()
}
