// tests/oracle/host/src/call.rs: calls of reducers and procedures, and the connection that a request is while it lasts.
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{anyhow, Error};
use axum::extract::{Extension, Path, State};
use axum::http::{header, HeaderMap, StatusCode};
use axum::response::{IntoResponse, Json, Response};
use spacetimedb::host::module_host::ClientConnectedError;
use spacetimedb::host::{
    FunctionArgs, ModuleHost, ProcedureCallError, ProcedureCallResult, ReducerCallError, ReducerCallResult,
    ReducerOutcome,
};
use spacetimedb_lib::sats::serde::SerdeWrapper;
use spacetimedb_lib::ConnectionId;

use crate::auth::Caller;
use crate::failure::Failure;
use crate::server::Server;

/// The status of a reducer that returned an error or trapped.
const REDUCER_FAILED: u16 = 530;

/// The wall time of the engine's work. This build is not optimised: it says nothing about the speed of a real server.
pub fn duration_header(duration: Duration) -> [(&'static str, String); 1] {
    [("spacetime-execution-duration-micros", duration.as_micros().to_string())]
}

/// Does `work` as a client that connects before and disconnects after, as real servers do for each request; the
/// module's lifecycle reducers run for it. The disconnection is not forgotten even if the request goes away.
pub async fn while_connected<Work, Done>(module: ModuleHost, caller: Caller, work: Work) -> Result<Response, Failure>
where
    Work: FnOnce(ModuleHost, ConnectionId) -> Done + Send + 'static,
    Done: Future<Output = Result<Response, Failure>> + Send + 'static,
{
    let task = tokio::spawn(async move {
        let connection = ConnectionId::from_u128(uuid::Uuid::new_v4().as_u128());
        let context = caller.connection_context().map_err(Failure::internal)?;
        module.call_identity_connected(context, connection).await.map_err(refused_connection)?;
        let answer = work(module.clone(), connection).await;
        module.call_identity_disconnected(caller.identity(), connection).await.map_err(Failure::internal)?;
        answer
    });
    task.await.map_err(Failure::internal)?
}

fn refused_connection(error: ClientConnectedError) -> Failure {
    match error {
        ClientConnectedError::Rejected(text) => Failure::new(StatusCode::FORBIDDEN, Error::msg(text)),
        ClientConnectedError::OutOfEnergy => Failure::new(StatusCode::SERVICE_UNAVAILABLE, error),
        ClientConnectedError::ReducerCall(error) => Failure::not_found(error),
        ClientConnectedError::DBError(error) => Failure::internal(error),
    }
}

/// POST …/call/FUNCTION with the arguments as a JSON array, or object by name. What a procedure returns is the body.
pub async fn call(
    State(server): State<Arc<Server>>,
    Path((name, function)): Path<(String, String)>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: String,
) -> Result<Response, Failure> {
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != "application/json") {
        return Err(Failure::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, anyhow!("the body must be application/json")));
    }
    let (_, module) = crate::api::find_module(&server, &name).await?;
    let identity = caller.identity();
    while_connected(module, caller, async move |module, connection| {
        let args = FunctionArgs::Json(body.into());
        if module.info().module_def.procedure_by_name(&function).is_some() {
            let called = module.call_procedure(identity, Some(connection), None, &function, args, false).await;
            return called.result.map(returned).map_err(procedure_failed);
        }
        let called = module.call_reducer(identity, Some(connection), None, None, None, &function, args).await;
        called.map(finished).map_err(not_called)
    })
    .await
}

/// The answer to a call that ran. `spacetime-energy-used` is its fuel.
fn finished(result: ReducerCallResult) -> Response {
    let (status, text) = match result.outcome {
        ReducerOutcome::Committed => (StatusCode::OK, String::new()),
        ReducerOutcome::Failed(text) => {
            (StatusCode::from_u16(REDUCER_FAILED).expect("three digits"), String::from(*text))
        }
        ReducerOutcome::BudgetExceeded => (StatusCode::PAYMENT_REQUIRED, "the reducer ran out of energy".to_owned()),
    };
    let fuel = [("spacetime-energy-used", result.execution_budget_used.get().to_string())];
    (status, fuel, duration_header(result.execution_duration), text).into_response()
}

fn not_called(error: ReducerCallError) -> Failure {
    match error {
        ReducerCallError::Args(_) | ReducerCallError::LifecycleReducer(_) => Failure::bad_request(error),
        ReducerCallError::NoSuchModule(_)
        | ReducerCallError::NoSuchReducer
        | ReducerCallError::ScheduleReducerNotFound => Failure::not_found(error),
        ReducerCallError::WorkerError(_) => Failure::internal(error),
    }
}

fn returned(result: ProcedureCallResult) -> Response {
    (duration_header(result.execution_duration), Json(SerdeWrapper(result.return_val))).into_response()
}

fn procedure_failed(error: ProcedureCallError) -> Failure {
    match error {
        ProcedureCallError::Args(_) => Failure::bad_request(error),
        ProcedureCallError::NoSuchModule(_) | ProcedureCallError::NoSuchProcedure => Failure::not_found(error),
        ProcedureCallError::OutOfEnergy => Failure::new(StatusCode::PAYMENT_REQUIRED, error),
        ProcedureCallError::InternalError(_) => Failure::internal(error),
    }
}
