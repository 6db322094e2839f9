// tests/oracle/host/src/handler.rs: requests that the module's own HTTP handlers answer.
use std::sync::Arc;

use anyhow::{anyhow, Context};
use axum::body::{to_bytes, Body};
use axum::extract::{RawPathParams, Request, State};
use axum::http::{header, request::Parts, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use spacetimedb_lib::http as guest;

use crate::api::find_module;
use crate::auth::Caller;
use crate::failure::Failure;
use crate::server::Server;

/// …/route and all below it, with any method. The handler sees no caller: the engine is told of a new identity.
pub async fn answer(
    State(server): State<Arc<Server>>,
    path: RawPathParams,
    request: Request,
) -> Result<Response, Failure> {
    let name = path.iter().next().map(|(_, value)| value.to_owned()).unwrap_or_default();
    let (_, module) = find_module(&server, &name).await?;
    let (parts, body) = request.into_parts();
    let route = route_of(parts.uri.path());
    let method = method_for_guest(&parts.method);
    let Some((handler, ..)) = module.info().module_def.match_http_route(&method, &route) else {
        return Err(Failure::not_found(anyhow!("no handler for {} {route}", parts.method)));
    };
    let body = to_bytes(body, usize::MAX).await.map_err(Failure::bad_request)?;
    let request = request_for_guest(method, &parts);
    let caller = Caller::new(&server.keys).and_then(|caller| caller.connection_context()).map_err(Failure::internal)?;
    let (answer, body) = module.call_http_handler(caller, handler, request, body).await.map_err(Failure::internal)?;
    response(answer, Body::from(body)).map_err(Failure::internal)
}

/// What comes after `/v1/database/NAME/route`, as it was sent.
fn route_of(path: &str) -> String {
    let below: Vec<&str> = path.splitn(5, '/').collect();
    below.last().and_then(|rest| rest.strip_prefix("route")).unwrap_or_default().to_owned()
}

fn method_for_guest(method: &Method) -> guest::Method {
    match method.as_str() {
        "GET" => guest::Method::Get,
        "HEAD" => guest::Method::Head,
        "POST" => guest::Method::Post,
        "PUT" => guest::Method::Put,
        "DELETE" => guest::Method::Delete,
        "CONNECT" => guest::Method::Connect,
        "OPTIONS" => guest::Method::Options,
        "TRACE" => guest::Method::Trace,
        "PATCH" => guest::Method::Patch,
        other => guest::Method::Extension(other.to_owned()),
    }
}

fn request_for_guest(method: guest::Method, parts: &Parts) -> guest::Request {
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let headers = parts.headers.iter().map(|(name, value)| (Some(name.as_str().into()), value.as_bytes().into()));
    guest::Request {
        method,
        headers: headers.collect(),
        timeout: None,
        uri: format!("http://{host}{}", parts.uri),
        version: guest::Version::Http11,
    }
}

fn response(answer: guest::Response, body: Body) -> anyhow::Result<Response> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(answer.code).context("the handler's status")?;
    for (name, value) in answer.headers.into_iter() {
        let name = HeaderName::from_bytes(name.as_bytes()).context("the name of a handler's header")?;
        response
            .headers_mut()
            .append(name, HeaderValue::from_bytes(&value).context("the value of a handler's header")?);
    }
    Ok(response)
}
