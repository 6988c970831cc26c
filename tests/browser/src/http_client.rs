//! HTTP to the WebDriver server: one connection a command, over hyper. Depends on nothing of ours.
//!
//! It takes the place of thirtyfour's own client, which would bring TLS, a proxy from the environment and a pool.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::header::HOST;
use hyper::http::HeaderValue;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};
use tokio::net::TcpStream;

/// No command takes longer: starting a browser on a busy machine is the slowest.
const LIMIT: Duration = Duration::from_secs(90);

/// The client; it has no state.
pub(crate) struct DriverClient;

#[async_trait::async_trait]
impl HttpClient for DriverClient {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (mut parts, body) = request.into_parts();
        let body = match body {
            Body::Empty => Bytes::new(),
            Body::Json(json) => serde_json::to_vec(json)?.into(),
        };
        let what = format!("{} {}", parts.method, parts.uri.path());
        let failed = |error: &dyn std::fmt::Display| {
            WebDriverError::from_inner(WebDriverErrorInner::RequestFailed(format!("{what}: {error}")))
        };
        let host = parts.uri.authority().map(ToString::to_string).unwrap_or_default();
        parts.headers.insert(HOST, HeaderValue::try_from(&host).map_err(|error| failed(&error))?);
        let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
        parts.uri = target.parse().map_err(|error| failed(&error))?;
        let exchange = async {
            let stream = TcpStream::connect(&host).await.map_err(|error| failed(&error))?;
            stream.set_nodelay(true).ok();
            let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
                .await
                .map_err(|error| failed(&error))?;
            let answer = async {
                let request = Request::from_parts(parts, Full::new(body));
                let (head, body) =
                    sender.send_request(request).await.map_err(|error| failed(&error))?.into_parts();
                let bytes = body.collect().await.map_err(|error| failed(&error))?.to_bytes();
                Ok(Response::from_parts(head, bytes))
            };
            // Driven here rather than in a task, so that nothing outlives the command.
            tokio::pin!(connection, answer);
            tokio::select! {
                answer = &mut answer => answer,
                _ = &mut connection => answer.await,
            }
        };
        match tokio::time::timeout(LIMIT, exchange).await {
            Ok(answer) => answer,
            Err(_) => Err(failed(&format!("no answer from the driver in {LIMIT:?}"))),
        }
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self)
    }
}
