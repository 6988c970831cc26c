//! Answers: those of a plain static host, and those that a fault deals.

use std::sync::Arc;

use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, LOCATION};
use hyper::http::{HeaderName, HeaderValue, request};
use hyper::{Method, Response, StatusCode};

use super::state::State;
use crate::body::{AnswerBody, Part};
use crate::fault::{Fault, Rule};
use crate::request_log::Ticket;
use crate::site::Found;

/// An answer before it is put on the wire.
pub(super) struct Answer {
    status: StatusCode,
    headers: Vec<(HeaderName, String)>,
    /// The length to promise; none streams without one.
    length: Option<u64>,
    parts: Vec<Part>,
    /// Whether `Cache-Control` of the header rules applies: nobody tells browsers to keep a failure.
    keep: bool,
}

impl Answer {
    pub(super) fn new(status: StatusCode, content_type: &str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self {
            status,
            headers: vec![(CONTENT_TYPE, content_type.to_owned())],
            length: Some(bytes.len() as u64),
            parts: if bytes.is_empty() { vec![] } else { vec![Part::Bytes(bytes)] },
            keep: false,
        }
    }

    pub(super) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Breaks the body in two after so many bytes, with something in between and at least one byte after it.
    pub(super) fn broken(mut self, after: usize, between: Part) -> Self {
        let mut bytes: Vec<u8> = Vec::new();
        for part in self.parts.drain(..) {
            if let Part::Bytes(more) = part {
                bytes.extend_from_slice(&more);
            }
        }
        if bytes.len() <= after {
            bytes.resize(after + 1, b' ');
        }
        self.length = Some(bytes.len() as u64);
        let rest = bytes.split_off(after);
        self.parts = vec![Part::Bytes(bytes.into()), between, Part::Bytes(rest.into())];
        self
    }

    /// Adds the site's headers and hands the answer to hyper.
    pub(super) fn send(self, state: &State, asked: &request::Parts, ticket: Ticket) -> Response<AnswerBody> {
        ticket.status(self.status.as_u16());
        let bodiless = asked.method == Method::HEAD || self.status == StatusCode::NOT_MODIFIED;
        let mut response = Response::new(AnswerBody::new(if bodiless { vec![] } else { self.parts }, ticket));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        for (name, value) in state.site.read().unwrap().headers(asked.uri.path()) {
            let name = HeaderName::try_from(&name).unwrap_or_else(|_| panic!("_headers: bad name {name:?}"));
            let value =
                HeaderValue::try_from(&value).unwrap_or_else(|_| panic!("_headers: bad value {value:?}"));
            headers.insert(name, value);
        }
        if !self.keep {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        for (name, value) in self.headers {
            // A rule may refine a file's content type; it must not repaint a fault.
            if !(self.keep && name == CONTENT_TYPE && headers.contains_key(&name)) {
                headers.insert(name, HeaderValue::try_from(value).expect("a test's header value"));
            }
        }
        if let Some(length) = self.length
            && self.status != StatusCode::NOT_MODIFIED
        {
            headers.insert(CONTENT_LENGTH, length.into());
        }
        response
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

/// The answer of a plain static host to a client that knows the file in this form.
pub(super) fn plain(state: &State, asked: &request::Parts, known: Option<&HeaderValue>) -> Answer {
    if asked.method != Method::GET && asked.method != Method::HEAD {
        return Answer::new(StatusCode::METHOD_NOT_ALLOWED, TEXT, "this is a static host\n");
    }
    let path = asked.uri.path();
    let found = state.site.read().unwrap().find(path);
    match found {
        Found::Missing => Answer::new(StatusCode::NOT_FOUND, TEXT, format!("no such file: {path}\n")),
        Found::Moved(to) => {
            let query = asked.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            Answer::new(StatusCode::MOVED_PERMANENTLY, TEXT, "").with(LOCATION, format!("{to}{query}"))
        }
        Found::File { content_type, bytes, etag } => {
            let mut answer = if known.is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
                Answer { parts: vec![], ..Answer::new(StatusCode::NOT_MODIFIED, content_type, "") }
            } else {
                Answer::new(StatusCode::OK, content_type, bytes)
            };
            answer.keep = true;
            answer.with(ETAG, etag)
        }
    }
}

/// The answer of a rule that gives one.
pub(super) fn dealt(
    state: &State,
    asked: &request::Parts,
    ticket: Ticket,
    fault: Fault,
    rule: Arc<Rule>,
) -> Response<AnswerBody> {
    let answer = match fault {
        Fault::Status { code, content_type, body } => {
            let status = StatusCode::from_u16(code).expect("a test's status code");
            Answer::new(status, &content_type, body)
        }
        Fault::Html => Answer::new(
            StatusCode::OK,
            "text/html; charset=utf-8",
            "<!doctype html><html lang=\"en\"><title>Index</title><p>A page where a file was meant.</p></html>\n",
        ),
        Fault::Body { content_type, bytes } => Answer::new(StatusCode::OK, &content_type, bytes),
        // A body to break off: never "not modified".
        Fault::Cut { after_bytes } => plain(state, asked, None).broken(after_bytes, Part::Cut(false)),
        Fault::StallBody { after_bytes } => {
            let wait = Box::pin(async move { rule.pass().await });
            plain(state, asked, None).broken(after_bytes, Part::Wait(wait))
        }
        Fault::Oversized { bytes } => {
            let (head, tail) = ("{\"padding\":\"", "\"}");
            let filler = bytes.saturating_sub((head.len() + tail.len()) as u64);
            Answer {
                length: None,
                parts: vec![
                    Part::Bytes(Bytes::from_static(head.as_bytes())),
                    Part::Filler(filler),
                    Part::Bytes(Bytes::from_static(tail.as_bytes())),
                ],
                ..Answer::new(StatusCode::OK, "application/json", "")
            }
        }
        Fault::Stall | Fault::Hold | Fault::Delay { .. } | Fault::Refuse => {
            unreachable!("dealt with before an answer is made")
        }
    };
    Answer { keep: false, ..answer }.send(state, asked, ticket)
}
