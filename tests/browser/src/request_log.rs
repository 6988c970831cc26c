//! The log of requests and how each ended; waiting for one without sleeping. Depends on `fault` for matchers.

use std::fmt::Write as _;
use std::panic::Location;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::fault::PathMatcher;

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has not: it is being answered, or held.
    Pending,
    /// The answer was written to its end.
    Answered,
    /// The client closed the connection before that: an abort, a time-out, a page that went away.
    ClientLeft,
    /// A rule cut it off or refused it.
    Broken,
    /// `Server::stop` ended it.
    Stopped,
}

/// One request as the server saw it.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its place in the order of arrival, from 0.
    pub number: usize,
    /// GET, HEAD, ….
    pub method: String,
    /// The path as sent, without the query.
    pub path: String,
    /// The query without its question mark; empty if there is none.
    pub query: String,
    /// The header lines, names in lower case.
    pub headers: Vec<(String, String)>,
    /// When it arrived, counted from the server's start.
    pub at: Duration,
    /// The status it was answered with, once it is.
    pub status: Option<u16>,
    /// Its outcome.
    pub outcome: Outcome,
    /// When it ended, counted from the server's start.
    pub ended: Option<Duration>,
}

impl Request {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let name = name.to_ascii_lowercase();
        self.headers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the client went away before the answer ended.
    pub fn client_left(&self) -> bool {
        self.outcome == Outcome::ClientLeft
    }
}

/// The book of requests.
pub(crate) struct RequestLog {
    began: Instant,
    requests: Mutex<Vec<Request>>,
    /// Counted up with every change, for those who wait.
    changes: watch::Sender<u64>,
    /// While the server is stopping, a connection that ends was ended by it.
    pub(crate) stopping: AtomicBool,
}

impl RequestLog {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            began: Instant::now(),
            requests: Mutex::default(),
            changes: watch::Sender::new(0),
            stopping: AtomicBool::new(false),
        })
    }

    /// Enters a request; its end is written through the ticket.
    pub(crate) fn enter(self: &Arc<Self>, parts: &hyper::http::request::Parts) -> Ticket {
        let at = self.began.elapsed();
        let mut requests = self.requests.lock().unwrap();
        let number = requests.len();
        requests.push(Request {
            number,
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts
                .headers
                .iter()
                .map(|(name, value)| {
                    (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
                })
                .collect(),
            at,
            status: None,
            outcome: Outcome::Pending,
            ended: None,
        });
        drop(requests);
        self.changed();
        Ticket { record: Arc::clone(self), number, open: true }
    }

    /// All requests so far.
    pub(crate) fn all(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// Waits until `look` finds something in the book, and ends the test if it does not in time.
    pub(crate) async fn wait<T>(
        &self,
        at: &'static Location<'static>,
        what: &str,
        limit: Duration,
        look: impl Fn(&[Request]) -> Option<T>,
    ) -> T {
        let mut changes = self.changes.subscribe();
        let found = tokio::time::timeout(limit, async {
            loop {
                let found = look(&self.requests.lock().unwrap());
                if let Some(found) = found {
                    return found;
                }
                changes.changed().await.expect("the record keeps the sender");
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => panic!("{at}: waited {limit:?} for {what}; the server saw:\n{}", self.listing()),
        }
    }

    /// The book as text, one line a request.
    pub(crate) fn listing(&self) -> String {
        let requests = self.requests.lock().unwrap();
        let mut text = String::new();
        for request in requests.iter() {
            let status = request.status.map_or_else(|| "---".to_owned(), |status| status.to_string());
            let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
            let (milliseconds, outcome) = (request.at.as_millis(), request.outcome);
            writeln!(
                text,
                "  {milliseconds:>6} ms  {status} {outcome:?}  {} {}{query}",
                request.method, request.path
            )
            .expect("a string takes all");
        }
        if text.is_empty() { "  nothing\n".to_owned() } else { text }
    }

    fn changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }
}

/// The first request that `matcher` means and `accept` takes.
pub(crate) fn first(
    requests: &[Request],
    matcher: &PathMatcher,
    accept: impl Fn(&Request) -> bool,
) -> Option<Request> {
    requests.iter().find(|request| matcher.matches(&request.path, &request.query) && accept(request)).cloned()
}

/// Writes one request's end; dropped without a word, the client has left.
pub(crate) struct Ticket {
    record: Arc<RequestLog>,
    number: usize,
    open: bool,
}

impl Ticket {
    /// The status line is decided.
    pub(crate) fn status(&self, status: u16) {
        self.record.requests.lock().unwrap()[self.number].status = Some(status);
    }

    /// The request has ended; only the first end counts.
    pub(crate) fn end(&mut self, outcome: Outcome) {
        if !self.open {
            return;
        }
        self.open = false;
        {
            let mut requests = self.record.requests.lock().unwrap();
            let request = &mut requests[self.number];
            request.outcome = outcome;
            request.ended = Some(self.record.began.elapsed());
        }
        self.record.changed();
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let stopping = self.record.stopping.load(Ordering::SeqCst);
        self.end(if stopping { Outcome::Stopped } else { Outcome::ClientLeft });
    }
}
