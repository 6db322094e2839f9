// tests/oracle/host/src/failure.rs: what a request is answered with when it cannot be done.
use anyhow::Error;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// A status and the text of the body: an error with all its causes.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    text: String,
}

impl Failure {
    pub fn new(status: StatusCode, error: impl Into<Error>) -> Self {
        Failure { status, text: format!("{:#}", error.into()) }
    }

    pub fn bad_request(error: impl Into<Error>) -> Self {
        Failure::new(StatusCode::BAD_REQUEST, error)
    }

    pub fn not_found(error: impl Into<Error>) -> Self {
        Failure::new(StatusCode::NOT_FOUND, error)
    }

    pub fn internal(error: impl Into<Error>) -> Self {
        Failure::new(StatusCode::INTERNAL_SERVER_ERROR, error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.status, self.text).into_response()
    }
}
