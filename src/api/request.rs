//! Getting one JSON file: with a limit counted on the stream, a deadline, and every failure told apart.

use std::cell::{Cell, RefCell};
use std::fmt::Display;
use std::pin::pin;
use std::rc::Rc;

use futures::future::{Either, select};
use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache};
use wsis_core::failure::{Failure, Problem, is_json};

use crate::dom::json;
use crate::dom::timer::Timer;

/// How large a file may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// 2 MiB: cells and everything of their kind.
    Small,
    /// 64 MiB: the index and the titles.
    Large,
}

impl Limit {
    fn mebibytes(self) -> u32 {
        match self {
            Self::Small => 2,
            Self::Large => 64,
        }
    }
}

/// Whether the browser may answer from its cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freshness {
    /// The server is asked whether the file changed.
    Revalidated,
    /// The file never changes.
    Immutable,
}

/// A request, or several for one question, that can be called off, and that is after its time.
#[derive(Clone)]
pub(crate) struct Cancel(Rc<Inner>);

struct Inner {
    controller: Option<AbortController>,
    called_off: Cell<bool>,
    seconds: u32,
    timed_out: Cell<bool>,
    deadline: RefCell<Option<Timer>>,
}

impl Cancel {
    /// Starts the clock: after `seconds` what runs under it fails as timed out.
    pub(crate) fn with_deadline(seconds: u32) -> Self {
        let inner = Rc::new(Inner {
            controller: AbortController::new().ok(),
            called_off: Cell::new(false),
            seconds,
            timed_out: Cell::new(false),
            deadline: RefCell::new(None),
        });
        let late = Rc::downgrade(&inner);
        let timer = Timer::after(seconds.saturating_mul(1000), move || {
            if let Some(inner) = late.upgrade() {
                inner.timed_out.set(true);
                inner.abort();
            }
        });
        inner.deadline.replace(Some(timer));
        Self(inner)
    }

    /// Calls the request off: its answer, should it still come, is of no interest.
    pub(crate) fn call_off(&self) {
        self.0.called_off.set(true);
        self.0.abort();
    }

    /// Whether it was called off.
    pub(crate) fn is_called_off(&self) -> bool {
        self.0.called_off.get()
    }

    /// What has no deadline of its own, such as a part of the program, held to this one.
    ///
    /// # Errors
    /// Its own failure as unreachable, or that it is after its time.
    pub(crate) async fn in_time<T, E: Display>(
        &self,
        answer: impl Future<Output = Result<T, E>>,
    ) -> Result<T, Failure> {
        let aborted = Promise::new(&mut |resolve, _| {
            if let Some(controller) = &self.0.controller {
                controller.signal().set_onabort(Some(&resolve));
            }
        });
        match select(pin!(answer), JsFuture::from(aborted)).await {
            Either::Left((answer, _)) => answer.map_err(|error| self.failure(error.to_string())),
            Either::Right(_) => Err(self.failure(String::new())),
        }
    }

    fn failure(&self, detail: String) -> Failure {
        if self.0.timed_out.get() {
            Failure::TimedOut { seconds: self.0.seconds }
        } else {
            Failure::Unreachable { detail }
        }
    }
}

impl Inner {
    fn abort(&self) {
        // Without a reason: gloo-net panics when a request is rejected with something that is not an Error.
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Gets the bytes of a JSON file.
pub(super) async fn get_bytes(
    address: &str,
    limit: Limit,
    freshness: Freshness,
    cancel: &Cancel,
) -> Result<Vec<u8>, Failure> {
    let response = send(address, freshness, cancel).await?;
    let content_type = response.headers().get("content-type").unwrap_or_default();
    if !response.ok() {
        return Err(status_failure(&response, &content_type, cancel).await);
    }
    if !is_json(&content_type) {
        return Err(Failure::NotJson { content_type });
    }
    read(&response, limit, cancel).await
}

/// Reads bytes as the contract's type.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| Failure::WrongShape { detail: error.to_string() })?;
    json::parse(text).map_err(|wrong| Failure::WrongShape { detail: wrong.to_string() })
}

async fn send(address: &str, freshness: Freshness, cancel: &Cancel) -> Result<Response, Failure> {
    let cache = match freshness {
        Freshness::Revalidated => RequestCache::NoCache,
        Freshness::Immutable => RequestCache::Default,
    };
    let signal = cancel.0.controller.as_ref().map(AbortController::signal);
    Request::get(address)
        .cache(cache)
        .abort_signal(signal.as_ref())
        .send()
        .await
        .map_err(|error| cancel.failure(error.to_string()))
}

async fn status_failure(response: &Response, content_type: &str, cancel: &Cancel) -> Failure {
    let mut problem = None;
    if is_json(content_type)
        && let Ok(bytes) = read(response, Limit::Small, cancel).await
    {
        problem = parse::<Problem>(&bytes).ok().and_then(|problem| problem.in_one_line());
    }
    Failure::Status { code: response.status(), problem }
}

/// Reads the body piece by piece and stops at the limit, whatever length the server had announced.
async fn read(response: &Response, limit: Limit, cancel: &Cancel) -> Result<Vec<u8>, Failure> {
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let broken = |_| cancel.failure("the answer ended before its time".to_owned());
    let most = limit.mebibytes() as usize * 1024 * 1024;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(broken)?;
        let value = Reflect::get(&piece, &"value".into()).map_err(broken)?;
        let Ok(piece) = value.dyn_into::<Uint8Array>() else { return Ok(bytes) };
        if bytes.len() + piece.length() as usize > most {
            let _ = reader.cancel();
            return Err(Failure::Oversized { limit_mebibytes: limit.mebibytes() });
        }
        bytes.extend(piece.to_vec());
    }
}
