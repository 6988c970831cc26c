//! Aborting a request: by the caller, or when its deadline has passed.

use std::cell::{Cell, RefCell};
use std::fmt::Display;
use std::pin::pin;
use std::rc::Rc;

use futures::future::{Either, select};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::http_error::HttpError;
use crate::timer::Timer;

/// The abort of one request, or of several that answer one question. Clones share it.
#[derive(Clone)]
pub struct Abort(Rc<Inner>);

struct Inner {
    controller: Option<AbortController>,
    aborted: Cell<bool>,
    seconds: u32,
    timed_out: Cell<bool>,
    deadline: RefCell<Option<Timer>>,
}

impl Abort {
    /// Starts the deadline: after `seconds` all that runs under it fails as timed out.
    #[must_use]
    pub fn with_deadline(seconds: u32) -> Self {
        let inner = Rc::new(Inner {
            controller: controller(),
            aborted: Cell::new(false),
            seconds,
            timed_out: Cell::new(false),
            deadline: RefCell::new(None),
        });
        let late = Rc::downgrade(&inner);
        let timer = Timer::after(seconds.saturating_mul(1000), move || {
            if let Some(inner) = late.upgrade() {
                inner.timed_out.set(true);
                inner.stop();
            }
        });
        inner.deadline.replace(Some(timer));
        Self(inner)
    }

    /// Aborts: an answer that still comes is ignored.
    pub fn abort(&self) {
        self.0.aborted.set(true);
        self.0.stop();
    }

    /// Whether the caller aborted it. A deadline that has passed does not count.
    #[must_use]
    pub fn is_aborted(&self) -> bool {
        self.0.aborted.get()
    }

    /// Holds a future without a deadline of its own, such as a lazy chunk, to this one.
    ///
    /// # Errors
    /// The future's own error as unreachable, or that the deadline has passed.
    pub async fn in_time<T, E: Display>(
        &self,
        future: impl Future<Output = Result<T, E>>,
    ) -> Result<T, HttpError> {
        let aborted = Promise::new(&mut |resolve, _| {
            if let Some(controller) = &self.0.controller {
                controller.signal().set_onabort(Some(&resolve));
            }
        });
        match select(pin!(future), JsFuture::from(aborted)).await {
            Either::Left((result, _)) => result.map_err(|error| self.error(error.to_string())),
            Either::Right(_) => Err(self.error(String::new())),
        }
    }

    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.0.controller.as_ref().map(AbortController::signal)
    }

    /// The error of a request that ended early: timed out, or `detail` as the browser gave it.
    pub(crate) fn error(&self, detail: String) -> HttpError {
        if self.0.timed_out.get() {
            HttpError::TimedOut { seconds: self.0.seconds }
        } else {
            HttpError::Unreachable { detail }
        }
    }
}

impl Inner {
    fn stop(&self) {
        // Without a reason: gloo-net panics when a request is rejected with something that is not an Error.
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// The browser's controller; `None` where there is no browser.
fn controller() -> Option<AbortController> {
    if cfg!(target_arch = "wasm32") { AbortController::new().ok() } else { None }
}
