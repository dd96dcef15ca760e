//! `serve`: the local page; its address first, then answers until nobody asks any more.

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::failure::Failure;
use crate::cli::screen::{Screen, print};
use crate::lang::desk as words;
use crate::web::{Options, ServeError, Server, open_browser};

#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    /// Folder with the lists, or one to put them into
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Port on this computer (0: any free one)
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Only print the address
    #[arg(long)]
    pub no_open: bool,
}

/// Takes the folder, prints the address, opens the browser, and answers.
pub fn run(args: &ServeArgs, screen: Screen) -> Result<Outcome, Failure> {
    let server = Server::bind(&Options {
        dir: args.dir.clone(),
        port: args.port,
        lang: screen.lang,
    })?;
    print(server.address());
    screen.remark(words::how_to_end(screen.lang));
    if !args.no_open {
        open_browser(server.address());
    }
    server
        .run()
        .map_err(|error| ServeError::System(error.to_string()))?;
    Ok(Outcome::Clean)
}
