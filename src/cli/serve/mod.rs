//! `bimemo serve`: the workspace in a browser, live, and its finished documents over HTTP.
//!
//! One thread talks to clients and never waits for anything else; memos are worked on by
//! others. What is given away lies in memory: no path of a request reaches a file.

mod connection;
mod content;
mod deliver;
mod desk;
mod documents;
mod editor;
mod hosts;
mod listing;
mod negotiation;
mod orders;
mod problem;
mod route;
mod sets;
mod shelf;
mod site;

use crate::args::ServeOptions;
use crate::jobs::STACK;
use crate::saved::Saves;
use crate::terminal::{Status, Terminal};
use crate::words::said;
use bimemo::workspace::Workspace;
use editor::Editor;
use hosts::Hosts;
use shelf::Shelf;
use site::Site;
use std::error::Error;
use std::fmt::Write;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

/// Serves the workspace until a signal asks to stop.
pub fn run(options: &ServeOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let asked = SocketAddr::new(options.host, options.port);
    let listener = TcpListener::bind(asked).map_err(|error| {
        let (address, cause) = (asked.to_string(), error.to_string());
        said("cannot-listen", &[("address", &address), ("cause", &cause)])
    })?;
    let address = listener.local_addr()?;
    let hosts = Hosts::of(address, &options.allow_host)?;
    let editor = options.editor.as_deref().map(Editor::read).transpose()?;
    let saves = Saves::of(workspace.root())?;
    let site = Site::new(Shelf::of(workspace), hosts, editor, token()?);
    let site = Arc::new(site);
    if !address.ip().is_loopback() {
        let address = address.to_string();
        terminal.warn(&said("open-to-all", &[("address", &address)]));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(site.threads)
        .thread_stack_size(STACK)
        .build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _entered = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    terminal.output(format!("http://{address}/\n").as_bytes())?;
    terminal.say(&said("ends-it", &[]));

    let (look, shelves) = channel();
    look.send(site.shelf())?;
    thread::scope(|scope| {
        scope.spawn(|| site.follow_all(saves, look));
        scope.spawn(|| site.look_all(shelves));
        runtime.block_on(connection::serve(Arc::clone(&site), listener));
    });
    // A memo that is still worked on is nobody's any more.
    runtime.shutdown_background();
    Ok(Status::Clean)
}

/// A secret of this start.
fn token() -> Result<String, String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| format!("the system gives no secret: {error}"))?;
    let mut token = String::new();
    for byte in bytes {
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}
