// tests/oracle/host/src/main.rs: the real SpacetimeDB 2.14.0 engine behind a small HTTP front, for tests.
// Usage: oracle-server PORT FOLDER
// Prints the address it listens on, always on the loopback interface (port 0: any free one), and ends with 0 on
// SIGTERM or SIGINT. FOLDER keeps nothing but compiled modules; databases, identities and keys end with the process.
mod api;
mod auth;
mod call;
mod delivery;
mod failure;
mod handler;
mod rows;
mod server;
mod subscription;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{bail, Context, Result};
use tokio::net::TcpListener;
use tokio::signal::unix::{signal, SignalKind};

use server::Server;

fn arguments() -> Result<(u16, PathBuf)> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [port, folder] = arguments.as_slice() else { bail!("usage: oracle-server PORT FOLDER") };
    let port = port.parse().with_context(|| format!("not a port: {port}"))?;
    Ok((port, PathBuf::from(folder)))
}

#[tokio::main]
async fn main() -> Result<()> {
    let (port, folder) = arguments()?;
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await.with_context(|| format!("cannot use port {port}"))?;
    let address = listener.local_addr()?;
    let server = Arc::new(Server::new(&folder, address.port())?);
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    println!("listening on http://{address}");
    tokio::select! {
        served = axum::serve(listener, api::router(server.clone())) => served?,
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    server.close().await;
    // Not waiting for open requests, nor for the engine's own threads.
    std::process::exit(0)
}
