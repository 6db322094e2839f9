// tests/oracle/host/src/delivery.rs: the receiving end of calls that databases make to each other through outboxes.
use std::sync::Arc;

use anyhow::{anyhow, Context};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{header, HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use spacetimedb::auth::idc;
use spacetimedb::host::module_host::{IdcDeliveryFailure, IdcReducerCallOutcome, IdcStoredReducerOutcome};
use spacetimedb::host::{FunctionArgs, ReducerCallResult, ReducerOutcome};
use spacetimedb_client_api_messages::idc::IdcResponse;
use spacetimedb_datastore::system_tables::StInboundMsgResultStatus;
use spacetimedb_lib::{ConnectionId, Hash};

use crate::api::find_module;
use crate::failure::Failure;
use crate::server::Server;

/// Which message of which stream of the sender this is, and up to where it has seen the results.
#[derive(Deserialize)]
pub struct Message {
    stream_id: u64,
    seq: u64,
    ack_prefix: u64,
    signature_hash: String,
}

/// POST …/call-from-database/REDUCER. Nothing here is stored on disk, so there is no durability to wait for.
pub async fn deliver(
    State(server): State<Arc<Server>>,
    Path((name, reducer)): Path<(String, String)>,
    Query(message): Query<Message>,
    headers: HeaderMap,
    arguments: Bytes,
) -> Result<Response, Failure> {
    let (database, module) = find_module(&server, &name).await?;
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = authorization.strip_prefix("Bearer ").unwrap_or_default();
    let sender = idc::verify(&server.keys.public, token, database.database_identity)
        .map_err(|error| Failure::new(StatusCode::UNAUTHORIZED, error))?;
    let signature = Hash::from_hex(&message.signature_hash).context("signature_hash").map_err(Failure::bad_request)?;
    let connection = ConnectionId::from_u128(uuid::Uuid::new_v4().as_u128());
    let Message { stream_id, seq, ack_prefix, .. } = message;
    let arguments = FunctionArgs::Bsatn(arguments);
    let outcome = module
        .call_idc_reducer(sender, connection, &reducer, arguments, stream_id, seq, ack_prefix, signature)
        .await
        .map_err(not_delivered)?;
    let (status, body) = match outcome {
        IdcReducerCallOutcome::Recorded(called) => recorded(called.result),
        IdcReducerCallOutcome::Replayed(stored) => replayed(stored),
        IdcReducerCallOutcome::AlreadyAcked => IdcResponse::AlreadyAcked,
    }
    .into_http_parts();
    Ok((status, body).into_response())
}

fn recorded(called: ReducerCallResult) -> IdcResponse {
    match called.outcome {
        ReducerOutcome::Committed => IdcResponse::Success(Bytes::new()),
        ReducerOutcome::Failed(text) => IdcResponse::TerminalError(String::from(*text).into()),
        ReducerOutcome::BudgetExceeded => IdcResponse::BudgetExceeded("the reducer ran out of energy".into()),
    }
}

fn replayed(stored: IdcStoredReducerOutcome) -> IdcResponse {
    match stored.result_status {
        StInboundMsgResultStatus::Ok => IdcResponse::Success(stored.result_payload),
        StInboundMsgResultStatus::Err => IdcResponse::TerminalError(stored.result_payload),
        StInboundMsgResultStatus::BudgetExceeded => IdcResponse::BudgetExceeded(stored.result_payload),
    }
}

fn not_delivered(failure: IdcDeliveryFailure) -> Failure {
    match failure {
        IdcDeliveryFailure::NoSuchModule(_) => Failure::not_found(failure),
        IdcDeliveryFailure::OutOfOrder { .. } => Failure::new(StatusCode::TOO_EARLY, failure),
        IdcDeliveryFailure::Datastore(_) | IdcDeliveryFailure::Internal(_) => Failure::internal(anyhow!("{failure}")),
    }
}
