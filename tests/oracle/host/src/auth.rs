// tests/oracle/host/src/auth.rs: who is calling; identities and the signed tokens that prove them.
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Result;
use axum::extract::{Request, State};
use axum::http::{header, HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use spacetimedb::auth::identity::{ConnectionAuthCtx, SpacetimeIdentityClaims};
use spacetimedb::auth::token_validation::{TokenSigner, TokenValidator};
use spacetimedb::auth::JwtKeys;
use spacetimedb::Identity;

use crate::failure::Failure;
use crate::server::Server;

const ISSUER: &str = "oracle-server";
const AUDIENCE: &str = "spacetimedb";

/// The one who sent a request.
#[derive(Clone)]
pub struct Caller {
    claims: SpacetimeIdentityClaims,
    /// The signed form of the claims, an ES256 JWT.
    pub token: String,
}

impl Caller {
    /// A new identity, known to nobody yet.
    pub fn new(keys: &JwtKeys) -> Result<Self> {
        let subject = uuid::Uuid::new_v4().to_string();
        let claims = SpacetimeIdentityClaims {
            identity: Identity::from_claims(ISSUER, &subject),
            subject: subject.into(),
            issuer: ISSUER.into(),
            audience: [AUDIENCE.into()].into(),
            iat: SystemTime::now(),
            exp: None,
            extra: None,
        };
        let token = keys.private.sign(&claims)?;
        Ok(Caller { claims, token })
    }

    /// The identity that a token of this server names; an error if the token is not one.
    async fn with_token(keys: &JwtKeys, token: &str) -> Result<Self> {
        let claims = keys.public.validate_token(token).await?;
        Ok(Caller { claims, token: token.to_owned() })
    }

    pub fn identity(&self) -> Identity {
        self.claims.identity
    }

    /// What the engine wants to know about the one behind a connection.
    pub fn connection_context(&self) -> Result<ConnectionAuthCtx> {
        ConnectionAuthCtx::try_from(self.claims.clone())
    }
}

fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Gives the request its [`Caller`], a new one if it brings no token, and the answer the headers that tell who that is.
pub async fn identify(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let caller = match bearer_token(request.headers()) {
        Some(token) => Caller::with_token(&server.keys, token).await,
        None => Caller::new(&server.keys),
    };
    let caller = match caller {
        Ok(caller) => caller,
        Err(error) => return Failure::new(StatusCode::UNAUTHORIZED, error).into_response(),
    };
    request.extensions_mut().insert(caller.clone());
    let mut response = next.run(request).await;
    for (name, text) in
        [("spacetime-identity", caller.identity().to_string()), ("spacetime-identity-token", caller.token)]
    {
        let value = HeaderValue::try_from(text).expect("identities and tokens are plain ASCII");
        response.headers_mut().insert(name, value);
    }
    response
}
