//! The local page: a server on loopback for one browser on this computer. A thin door onto [`crate::page`].
//!
//! It knows sockets, requests and the disk, and makes no decision about schools or rosters.

mod app;
mod assets;
mod browser;
mod clock;
mod folder;
mod guard;
mod home;
mod idle;
mod reply;
mod request;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::lang::Lang;
use crate::page::{Page, Trouble, lang_name};

use app::App;
use guard::Guard;
use home::Home;
use idle::Idle;

pub use browser::open as open_browser;
pub use folder::FolderError;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The school's folder, a district's, or one to become a school's.
    pub dir: PathBuf,
    /// The port; 0: any free one.
    pub port: u16,
    /// Language of the page at the first visit.
    pub lang: Lang,
}

/// Why there is no server.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The folder cannot be worked in.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// Its files cannot be read.
    #[error("{0}")]
    Files(Box<dyn Trouble>),
    /// The port cannot be had.
    #[error("port {0}: {1}")]
    Port(u16, io::Error),
    /// The system gives no randomness for the token, or nothing to run on.
    #[error("{0}")]
    System(String),
}

/// A server that holds its folder and its port, and is about to answer.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    app: Arc<App>,
    address: String,
}

impl Server {
    /// Takes the port and the folder.
    pub fn bind(options: &Options) -> Result<Self, ServeError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| ServeError::System(error.to_string()))?;
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let no_port = |error| ServeError::Port(options.port, error);
        let listener = runtime
            .block_on(TcpListener::bind(wanted))
            .map_err(no_port)?;
        let port = listener.local_addr().map_err(no_port)?.port();
        let (guard, token) =
            Guard::new(port).map_err(|error| ServeError::System(error.to_string()))?;
        let home = Home::open(&options.dir, port)?;
        let page = Page::open(home).map_err(ServeError::Files)?;
        let lang = lang_name(options.lang);
        Ok(Self {
            address: format!("http://127.0.0.1:{port}/?token={token}&lang={lang}"),
            app: Arc::new(App::new(guard, page)),
            runtime,
            listener,
        })
    }

    /// Where the page is, with the token that lets one browser in.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers until nobody has asked for long.
    pub fn run(self) -> io::Result<()> {
        let idle = Idle::new();
        let router = app::router(&self.app, &idle);
        self.runtime.block_on(async {
            axum::serve(self.listener, router)
                .with_graceful_shutdown(idle.wait())
                .await
        })
    }
}
