// tests/oracle/host/src/api.rs: the HTTP routes; calls of functions are in call.rs.
use std::sync::Arc;
use std::time::Instant;

use anyhow::{anyhow, Error};
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{any, get, post, put};
use axum::Router;
use serde::Deserialize;
use serde_json::{json, Value};
use spacetimedb::host::{ModuleHost, UpdateDatabaseResult};
use spacetimedb::messages::control_db::Database;
use spacetimedb_client_api_messages::http::{SqlStmtResult, SqlStmtStats};
use spacetimedb_client_api_messages::name::{DatabaseName, MigrationPolicy};
use spacetimedb_lib::db::raw_def::v10::RawModuleDefV10;
use spacetimedb_lib::db::raw_def::v9::RawModuleDefV9;
use spacetimedb_lib::identity::AuthCtx;
use spacetimedb_lib::sats::serde::SerdeWrapper;
use spacetimedb_lib::ProductTypeElement;

use crate::auth::{self, Caller};
use crate::call::{call, duration_header, while_connected};
use crate::delivery::deliver;
use crate::failure::Failure;
use crate::handler::answer;
use crate::server::{Environment, Server};
use crate::subscription::subscribe;

type Answer<T> = Result<T, Failure>;
type SharedServer = State<Arc<Server>>;

pub fn router(server: Arc<Server>) -> Router {
    let database = Router::new()
        .route("/", put(publish).delete(delete))
        .route("/schema", get(schema))
        .route("/call/{function}", post(call))
        .route("/sql", post(sql))
        .route("/subscribe-as-json", get(subscribe))
        .route("/logs", get(logs));
    let identified =
        Router::new().nest("/v1/database/{name}", database).layer(from_fn_with_state(server.clone(), auth::identify));
    Router::new()
        .route("/v1/ping", get(|| async {}))
        .route("/v1/identity", post(new_identity))
        // Who sends these is not asked here: the engine looks at the token of a database, and a handler at any header.
        .route("/v1/database/{name}/call-from-database/{reducer}", post(deliver))
        .route("/v1/database/{name}/route", any(answer))
        .route("/v1/database/{name}/route/", any(answer))
        .route("/v1/database/{name}/route/{*path}", any(answer))
        .merge(identified)
        .layer(DefaultBodyLimit::disable())
        .with_state(server)
}

async fn new_identity(State(server): SharedServer) -> Answer<Json<Value>> {
    let caller = Caller::new(&server.keys).map_err(Failure::internal)?;
    Ok(Json(json!({ "identity": caller.identity(), "token": caller.token })))
}

pub async fn find_module(server: &Server, name: &str) -> Answer<(Database, ModuleHost)> {
    let database = find(server, name)?;
    let module = server.module(&database).await.map_err(Failure::internal)?;
    Ok((database, module))
}

fn find(server: &Server, name: &str) -> Answer<Database> {
    server.find(name).ok_or_else(|| Failure::not_found(anyhow!("no such database: {name}")))
}

fn require_owner(database: &Database, caller: &Caller) -> Answer<()> {
    if database.owner_identity != caller.identity() {
        let error = anyhow!("{} does not own this database", caller.identity());
        return Err(Failure::new(StatusCode::FORBIDDEN, error));
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(default)]
struct PublishOptions {
    /// Start over with an empty database.
    clear: bool,
    policy: MigrationPolicy,
    /// A JSON object: values that the module finds in its environment from now on. The published engine takes them only
    /// with a module that replaces another.
    environment: String,
}

impl Default for PublishOptions {
    fn default() -> Self {
        PublishOptions { clear: false, policy: MigrationPolicy::Compatible, environment: "{}".to_owned() }
    }
}

/// PUT …/NAME with a module: makes the database or gives it the new module.
async fn publish(
    State(server): SharedServer,
    Path(name): Path<String>,
    Query(options): Query<PublishOptions>,
    Extension(caller): Extension<Caller>,
    wasm: Bytes,
) -> Answer<Json<Value>> {
    DatabaseName::try_from(name.clone()).map_err(Failure::bad_request)?;
    let environment: Environment = serde_json::from_str(&options.environment).map_err(Failure::bad_request)?;
    let old = server.find(&name);
    if let Some(old) = &old {
        require_owner(old, &caller)?;
    }
    let op = if old.is_some() { "updated" } else { "created" };
    let identity = match old {
        Some(old) if !options.clear => {
            let identity = old.database_identity;
            let break_clients = matches!(options.policy, MigrationPolicy::BreakClients);
            match server.update(old, &wasm, break_clients, environment).await.map_err(Failure::internal)? {
                UpdateDatabaseResult::AutoMigrateError(error) => return Err(Failure::bad_request(Error::msg(error))),
                UpdateDatabaseResult::ErrorExecutingMigration(error) => return Err(Failure::bad_request(error)),
                _ => identity,
            }
        }
        old => {
            if !environment.is_empty() {
                return Err(Failure::bad_request(anyhow!("the environment is given with the next module")));
            }
            if let Some(old) = old {
                server.delete(&old).await.map_err(Failure::internal)?;
            }
            let created = server.create(&name, caller.identity(), &wasm).await;
            created.map_err(Failure::internal)?.database_identity
        }
    };
    Ok(Json(json!({ "Success": { "domain": name, "database_identity": identity, "op": op } })))
}

async fn delete(
    State(server): SharedServer,
    Path(name): Path<String>,
    Extension(caller): Extension<Caller>,
) -> Answer<()> {
    let database = find(&server, &name)?;
    require_owner(&database, &caller)?;
    server.delete(&database).await.map_err(Failure::internal)
}

#[derive(Deserialize)]
struct SchemaOptions {
    version: u32,
}

/// GET …/schema?version=9 or 10: the description of the module as the engine understands it.
async fn schema(
    State(server): SharedServer,
    Path(name): Path<String>,
    Query(options): Query<SchemaOptions>,
) -> Answer<Response> {
    let (_, module) = find_module(&server, &name).await?;
    let description = module.info().module_def.as_ref().clone();
    match options.version {
        9 => Ok(Json(SerdeWrapper(RawModuleDefV9::from(description))).into_response()),
        10 => Ok(Json(SerdeWrapper(RawModuleDefV10::from(description))).into_response()),
        other => Err(Failure::bad_request(anyhow!("there is no version {other}, only 9 and 10"))),
    }
}

/// POST …/sql with one statement, which the owner may run on private tables too.
async fn sql(
    State(server): SharedServer,
    Path(name): Path<String>,
    Extension(caller): Extension<Caller>,
    statement: String,
) -> Answer<Response> {
    let (database, module) = find_module(&server, &name).await?;
    let rights = AuthCtx::new(database.owner_identity, caller.identity());
    while_connected(module, caller, async move |module, _connection| {
        let start = Instant::now();
        let mut columns = vec![];
        let (tables, subscriptions) = (module.relational_db().clone(), module.subscriptions().clone());
        let result =
            spacetimedb::sql::execute::run(tables, statement, rights, Some(subscriptions), Some(module), &mut columns)
                .await
                .map_err(Failure::bad_request)?;
        let duration = start.elapsed();
        let statement = SqlStmtResult {
            schema: columns.into_iter().map(|(name, ty)| ProductTypeElement::new(ty, Some(name))).collect(),
            rows: result.rows,
            total_duration_micros: duration.as_micros() as u64,
            stats: SqlStmtStats::from_metrics(&result.metrics),
        };
        Ok((duration_header(duration), Json([statement])).into_response())
    })
    .await
}

#[derive(Deserialize)]
struct LogOptions {
    num_lines: Option<u32>,
    #[serde(default)]
    follow: bool,
}

/// GET …/logs: one JSON object a line, the oldest first.
async fn logs(
    State(server): SharedServer,
    Path(name): Path<String>,
    Query(options): Query<LogOptions>,
    Extension(caller): Extension<Caller>,
) -> Answer<Body> {
    let (database, module) = find_module(&server, &name).await?;
    require_owner(&database, &caller)?;
    let lines = module.database_logger().tail(options.num_lines, options.follow).await;
    Ok(Body::from_stream(lines.map_err(|_| Failure::internal(anyhow!("the log writer is gone")))?))
}
