//! Opens the page in the user's browser by the system's own opener.

use std::process::{Command, Stdio};

/// Asks the system to open the address; where it cannot, the address has been printed and can be opened by hand.
pub fn open(address: &str) {
    let mut command = if cfg!(target_os = "windows") {
        // `start` would read the `&` of the address as its own.
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    // The opener may run as long as the browser does: it is not waited for, and what it says is no concern of ours.
    let _ = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
