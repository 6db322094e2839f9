// tests/oracle/schemas/examples/schema_http.rs: handlers, and routes of every method.
#![allow(unused_variables, dead_code)]
use spacetimedb::http::{handler, router, Body, HandlerContext, Request, Response, Router};
use spacetimedb::{table, CaseConversionPolicy};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = visit)]
pub struct Visit {
    #[primary_key]
    #[auto_inc]
    id: u64,
    what: String,
}

macro_rules! handlers {
    ($($name:ident)*) => {$(
        #[handler]
        fn $name(ctx: &mut HandlerContext, request: Request) -> Response {
            Response::new(Body::from_bytes(""))
        }
    )*};
}

handlers! { show count_visits store remove look allow mend anything }

#[router]
fn router() -> Router {
    Router::new()
        .get("/visits", show)
        .head("/visits", look)
        .options("/visits", allow)
        .put("/visits", store)
        .delete("/visits", remove)
        .post("/visits/new", store)
        .patch("/visits/new", mend)
        .any("/any-thing_~1", anything)
        .get("", show)
        .get("/", show)
        .nest("/api", Router::new().get("/count", count_visits).any("/echo", anything))
        .merge(Router::new().get("/merged", count_visits))
}
