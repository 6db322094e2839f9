// tests/oracle/host/src/subscription.rs: a subscription as lines of JSON, for tests without a WebSocket client.
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{bail, Result};
use axum::body::{Body, Bytes};
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use futures::stream;
use serde::Deserialize;
use serde_json::{json, Value};
use spacetimedb::client::{
    ClientActorId, ClientConfig, ClientConnection, ClientConnectionReceiver, ClientName, OutboundMessage, Protocol,
    WsVersion,
};
use spacetimedb::host::ModuleHost;
use spacetimedb_client_api_messages::websocket::common::{Compression, QuerySetId};
use spacetimedb_client_api_messages::websocket::v2::{ServerMessage, Subscribe};
use spacetimedb_lib::identity::AuthCtx;
use spacetimedb_lib::ConnectionId;
use tokio::sync::mpsc;

use crate::api::find_module;
use crate::auth::Caller;
use crate::failure::Failure;
use crate::rows::Change;
use crate::server::Server;

/// How many lines may wait for a slow reader.
const QUEUE: usize = 4096;
/// How often it is looked whether the reader is still there; a line `{}` is for that alone.
const SIGN_OF_LIFE: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
pub struct Options {
    query: String,
}

/// GET …/subscribe-as-json?query=SQL. Each line is an object: `inserts` and `deletes`, rows by table; the first line
/// has the rows there are. A line `{"error": TEXT}` is the last. The connection ends with the request.
pub async fn subscribe(
    State(server): State<Arc<Server>>,
    Path(name): Path<String>,
    Query(options): Query<Options>,
    Extension(caller): Extension<Caller>,
) -> Result<Body, Failure> {
    let (database, module) = find_module(&server, &name).await?;
    let connection_id = ConnectionId::from_u128(uuid::Uuid::new_v4().as_u128());
    let id = ClientActorId { identity: caller.identity(), connection_id, name: ClientName(server.next_id()) };
    let config = ClientConfig {
        protocol: Protocol::Binary,
        version: WsVersion::V2,
        compression: Compression::None,
        tx_update_full: true,
        confirmed_reads: false,
    };
    let context = caller.connection_context().map_err(Failure::internal)?;
    let mut running = server.watch(&database).await.map_err(Failure::internal)?;
    let accepted = ClientConnection::call_client_connected_maybe_reject(&mut running, id, context.clone())
        .await
        .map_err(|error| Failure::new(StatusCode::FORBIDDEN, error))?;
    let rights = AuthCtx::new(database.owner_identity, caller.identity());
    let (lines, received) = mpsc::channel(QUEUE);
    let actor = |client, messages| forward(client, messages, module, lines);
    let client = ClientConnection::spawn(id, context, rights, config, database.id, running, actor, accepted).await;
    let request =
        Subscribe { request_id: 1, query_set_id: QuerySetId::new(1), query_strings: [options.query.into()].into() };
    client.subscribe_v2(request, Instant::now()).await.map_err(Failure::internal)?;
    let lines = stream::unfold(received, async |mut lines| {
        let line: Bytes = lines.recv().await?;
        Some((Ok::<_, std::io::Error>(line), lines))
    });
    Ok(Body::from_stream(lines))
}

/// Ends the connection, with the module's `client_disconnected`, when the one who reads is gone.
struct Connected(ClientConnection);

impl Drop for Connected {
    fn drop(&mut self) {
        tokio::spawn(self.0.clone().disconnect());
    }
}

async fn forward(
    client: ClientConnection,
    mut messages: ClientConnectionReceiver,
    module: ModuleHost,
    lines: mpsc::Sender<Bytes>,
) {
    let _connected = Connected(client);
    let mut batch = Vec::new();
    loop {
        tokio::select! {
            count = messages.recv_many(&mut batch, ClientConnectionReceiver::DEFAULT_RECV_MANY_LIMIT) => {
                if count == 0 {
                    return;
                }
            }
            () = tokio::time::sleep(SIGN_OF_LIFE) => {}
            () = lines.closed() => return,
        }
        let mut texts = vec![];
        for message in batch.drain(..) {
            texts.push(as_json(&module, message).unwrap_or_else(|error| json!({ "error": format!("{error:#}") })));
        }
        if texts.is_empty() {
            texts.push(json!({}));
        }
        for text in texts {
            if lines.send(format!("{text}\n").into()).await.is_err() {
                return;
            }
        }
    }
}

fn as_json(module: &ModuleHost, message: OutboundMessage) -> Result<Value> {
    let description = &module.info().module_def;
    let change = match message {
        OutboundMessage::V2(ServerMessage::SubscribeApplied(applied)) => Change::first(description, &applied.rows)?,
        OutboundMessage::V2(ServerMessage::TransactionUpdate(update)) => {
            let mut change = Change::default();
            for table in update.query_sets.iter().flat_map(|set| &set.tables) {
                change.add(description, table)?;
            }
            change
        }
        OutboundMessage::V2(ServerMessage::SubscriptionError(error)) => bail!("{}", error.error),
        other => bail!("not expected here: {other:?}"),
    };
    Ok(serde_json::to_value(change)?)
}
