//! `serve`: the local page; its address first, then answers until nobody asks any more.

use crate::cli::Outcome;
use crate::cli::args::ServeArgs;
use crate::cli::failure::Failure;
use crate::cli::screen::{Screen, print};
use crate::lang::desk as words;
use crate::web::{Options, ServeError, Server, open_browser};

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
