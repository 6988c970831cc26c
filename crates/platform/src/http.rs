//! GET requests with a deadline and a size limit that is counted on the stream.

use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache};

use crate::abort::Abort;
use crate::early;
use crate::http_error::{HttpError, SizeLimit};

/// The use of the browser's cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheMode {
    /// The server is asked whether a cached file has changed.
    Revalidate,
    /// A cached file is used as it is: it never changes.
    Immutable,
}

/// The status and headers of an answer; the body is still to be read.
pub struct HttpResponse {
    /// The HTTP status code.
    pub status: u16,
    /// The content type as sent; empty without one.
    pub content_type: String,
    response: Response,
}

/// Sends a GET request, or takes the answer that the page asked for before the program ran.
///
/// # Errors
/// No answer, or none in time.
pub async fn get(address: &str, cache: CacheMode, abort: &Abort) -> Result<HttpResponse, HttpError> {
    let cache = match cache {
        CacheMode::Revalidate => RequestCache::NoCache,
        CacheMode::Immutable => RequestCache::Default,
    };
    let response = match early::take(address, abort) {
        Some(answer) => answer.await.map(Response::from),
        None => Request::get(address)
            .cache(cache)
            .abort_signal(abort.signal().as_ref())
            .send()
            .await
            .map_err(|error| abort.error(error.to_string())),
    }?;
    let content_type = response.headers().get("content-type").unwrap_or_default();
    Ok(HttpResponse { status: response.status(), content_type, response })
}

impl HttpResponse {
    /// Whether the status is one of success.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.response.ok()
    }

    /// Reads the body chunk by chunk and stops at the limit, whatever length the server announced.
    ///
    /// # Errors
    /// The body ended early or late, or is too large.
    pub async fn bytes(&self, limit: SizeLimit, abort: &Abort) -> Result<Vec<u8>, HttpError> {
        let Some(body) = self.response.body() else { return Ok(Vec::new()) };
        let broken = |_| abort.error("the answer ended before its time".to_owned());
        let most = limit.0 as usize * 1024 * 1024;
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let mut bytes = Vec::new();
        loop {
            let chunk = JsFuture::from(reader.read()).await.map_err(broken)?;
            let value = Reflect::get(&chunk, &"value".into()).map_err(broken)?;
            let Ok(chunk) = value.dyn_into::<Uint8Array>() else { return Ok(bytes) };
            if bytes.len() + chunk.length() as usize > most {
                let _ = reader.cancel();
                return Err(HttpError::TooLarge(limit));
            }
            bytes.extend(chunk.to_vec());
        }
    }
}
