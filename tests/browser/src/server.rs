//! A small real HTTP server for tests: static folders under the shipped headers, a record of every request, faults on demand.
//! Depends on `fault`, `site`, `request_log` and `body`. It runs on a thread of its own, so a test's runtime can be of any kind.

use std::net::{SocketAddr, TcpListener as StdListener};
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use hyper::http::{HeaderName, HeaderValue, request};
use hyper::service::service_fn;
use hyper::{Method, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

use crate::body::{AnswerBody, Part, Refused};
use crate::error::Error;
use crate::fault::{Fault, FaultHandle, FaultPlan, PathMatcher, Rule, Rules};
use crate::request_log::{Request, RequestLog, Ticket, first};
use crate::site::{Found, Site};

/// How long a wait for a request may take before the test ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the server serves.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// The folder of the site; its `_headers` file gives the response headers.
    pub site: PathBuf,
    /// Where the site is found: `/`, or a sub-folder such as `/any/folder/`.
    pub mount: String,
    /// Further folders laid over a path, as (prefix from the server's root, folder): what they lack comes from below.
    pub overlays: Vec<(String, PathBuf)>,
}

impl ServerOptions {
    /// One folder at the root.
    pub fn new(site: impl Into<PathBuf>) -> Self {
        Self { site: site.into(), mount: "/".to_owned(), overlays: Vec::new() }
    }
}

/// The running server; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    orders: Option<mpsc::UnboundedSender<Order>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

/// What the test's side and the server's thread share.
struct State {
    site: RwLock<Site>,
    rules: Arc<Rules>,
    record: Arc<RequestLog>,
}

/// What the test's side tells the thread to do; answered when it is done.
enum Order {
    Stop(oneshot::Sender<()>),
    Resume(oneshot::Sender<()>),
}

impl Server {
    /// Starts on a free port of 127.0.0.1.
    pub fn start(options: &ServerOptions) -> Result<Self, Error> {
        let trouble = |error: std::io::Error| Error::new(format!("the test server cannot start: {error}"));
        let listener = StdListener::bind(("127.0.0.1", 0)).map_err(trouble)?;
        listener.set_nonblocking(true).map_err(trouble)?;
        let address = listener.local_addr().map_err(trouble)?;
        let mut site = Site::new(&options.mount, &options.site);
        for (prefix, folder) in &options.overlays {
            site.lay_over(prefix, folder);
        }
        let state =
            Arc::new(State { site: RwLock::new(site), rules: Arc::default(), record: RequestLog::new() });
        let (orders, inbox) = mpsc::unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(trouble)?;
        let served = Arc::clone(&state);
        let thread = std::thread::Builder::new()
            .name("test server".to_owned())
            .spawn(move || runtime.block_on(serve(listener, address, served, inbox)))
            .map_err(trouble)?;
        Ok(Self { address, state, orders: Some(orders), thread: Some(thread) })
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// An address below the site's start: `url("?line=C2")`, `url("api/v1/manifest.json")`.
    pub fn url(&self, rest: &str) -> String {
        self.url_at("127.0.0.1", rest)
    }

    /// The same under another name for this machine: `localhost`, or `anything.test` in our browsers. Another name is
    /// another site to the browser, but only 127.0.0.1 and localhost are secure contexts.
    pub fn url_at(&self, host: &str, rest: &str) -> String {
        format!("http://{host}:{}{}{rest}", self.port(), self.state.site.read().unwrap().mount())
    }

    /// Lays a further folder over a path, from now on.
    pub fn overlay(&self, prefix: &str, folder: &Path) {
        self.state.site.write().unwrap().lay_over(prefix, folder);
    }

    /// Adds a rule; the newest rule that matches has the first say. The path counts from the server's root: begin with `*` where
    /// the mount does not matter. A browser keeps six connections a host: a seventh stalled request is not even sent.
    pub fn fault(&self, matcher: impl Into<PathMatcher>, fault: impl Into<FaultPlan>) -> FaultHandle {
        self.state.rules.add(matcher.into(), fault.into())
    }

    /// Removes all rules; what they held gets its normal answer.
    pub fn clear_faults(&self) {
        self.state.rules.clear();
    }

    /// All requests so far, in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.state.record.all()
    }

    /// Those for certain paths.
    pub fn requests_for(&self, matcher: impl Into<PathMatcher>) -> Vec<Request> {
        let matcher = matcher.into();
        let mut requests = self.requests();
        requests.retain(|request| matcher.matches(&request.path, &request.query));
        requests
    }

    /// The requests as text, for messages.
    pub fn listing(&self) -> String {
        self.state.record.listing()
    }

    /// Waits for the first request that matches, be it answered or not.
    #[track_caller]
    pub fn wait_for_request(&self, matcher: impl Into<PathMatcher>) -> impl Future<Output = Request> + '_ {
        self.wait_for("a request for", matcher.into(), |_| true)
    }

    /// Waits for the first request that matches and was given up by the client.
    #[track_caller]
    pub fn wait_for_abort(&self, matcher: impl Into<PathMatcher>) -> impl Future<Output = Request> + '_ {
        self.wait_for("the client to give up", matcher.into(), Request::client_left)
    }

    /// Waits until the book of requests is as the test wants it.
    #[track_caller]
    pub fn wait_until<'a>(
        &'a self,
        what: &'a str,
        holds: impl Fn(&[Request]) -> bool + 'a,
    ) -> impl Future<Output = ()> + 'a {
        let at = Location::caller();
        self.state.record.wait(at, what, PATIENCE, move |requests| holds(requests).then_some(()))
    }

    #[track_caller]
    fn wait_for(
        &self,
        what: &'static str,
        matcher: PathMatcher,
        accept: fn(&Request) -> bool,
    ) -> impl Future<Output = Request> + '_ {
        let at = Location::caller();
        async move {
            let what = format!("{what} {matcher:?}");
            self.state.record.wait(at, &what, PATIENCE, |requests| first(requests, &matcher, accept)).await
        }
    }

    /// Makes the server unreachable: closes its port and all connections.
    pub async fn stop(&self) {
        self.order(Order::Stop).await;
    }

    /// Comes back on the same port.
    pub async fn resume(&self) {
        self.order(Order::Resume).await;
    }

    async fn order(&self, order: fn(oneshot::Sender<()>) -> Order) {
        let (done, heard) = oneshot::channel();
        self.orders.as_ref().expect("only drop takes it").send(order(done)).ok();
        heard.await.expect("the server's thread ended early");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.rules.clear();
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// The thread's loop: ends when the orders' sender is gone.
async fn serve(
    listener: StdListener,
    address: SocketAddr,
    state: Arc<State>,
    mut orders: mpsc::UnboundedReceiver<Order>,
) {
    let mut listener = Some(TcpListener::from_std(listener).expect("a fresh listener"));
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            order = orders.recv() => match order {
                None => break,
                Some(Order::Stop(done)) => {
                    listener = None;
                    state.record.stopping.store(true, Ordering::SeqCst);
                    connections.shutdown().await;
                    state.record.stopping.store(false, Ordering::SeqCst);
                    done.send(()).ok();
                }
                Some(Order::Resume(done)) => {
                    if listener.is_none() {
                        listener = Some(TcpListener::bind(address).await.expect("the port is still ours"));
                    }
                    done.send(()).ok();
                }
            },
            stream = accept(listener.as_ref()) => {
                connections.spawn(connection(stream, Arc::clone(&state)));
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    state.record.stopping.store(true, Ordering::SeqCst);
    connections.shutdown().await;
}

/// The next connection; never, while the port is closed.
async fn accept(listener: Option<&TcpListener>) -> TcpStream {
    match listener {
        None => std::future::pending().await,
        Some(listener) => loop {
            if let Ok((stream, _)) = listener.accept().await {
                stream.set_nodelay(true).ok();
                return stream;
            }
        },
    }
}

async fn connection(stream: TcpStream, state: Arc<State>) {
    let answers = service_fn(|request| answer(Arc::clone(&state), request));
    // How a connection ends is in the record of its requests; a browser may close it at any time.
    hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answers).await.ok();
}

async fn answer(
    state: Arc<State>,
    request: hyper::Request<Incoming>,
) -> Result<Response<AnswerBody>, Refused> {
    let (parts, _body) = request.into_parts();
    let mut ticket = state.record.enter(&parts);
    let (path, query) = (parts.uri.path(), parts.uri.query().unwrap_or_default());
    for rule in state.rules.newest_first() {
        let Some(hit) = rule.take(path, query) else { continue };
        match rule.fault.clone() {
            Fault::Stall | Fault::Hold => rule.pass().await,
            Fault::Delay { from, to, seed } => {
                tokio::time::sleep(Rule::delay(from, to, seed, hit)).await;
            }
            Fault::Refuse => {
                ticket.end(crate::request_log::Outcome::Broken);
                return Err(Refused);
            }
            fault => return Ok(dealt(&state, &parts, ticket, fault, rule)),
        }
    }
    Ok(plain(&state, &parts, parts.headers.get(IF_NONE_MATCH)).send(&state, &parts, ticket))
}

/// An answer before it is put on the wire.
struct Answer {
    status: StatusCode,
    headers: Vec<(HeaderName, String)>,
    /// The length to promise; none streams without one.
    length: Option<u64>,
    parts: Vec<Part>,
    /// Whether `Cache-Control` of the header rules applies: nobody tells browsers to keep a failure.
    keep: bool,
}

impl Answer {
    fn new(status: StatusCode, content_type: &str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self {
            status,
            headers: vec![(CONTENT_TYPE, content_type.to_owned())],
            length: Some(bytes.len() as u64),
            parts: if bytes.is_empty() { vec![] } else { vec![Part::Bytes(bytes)] },
            keep: false,
        }
    }

    fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Breaks the body in two after so many bytes, with something in between and at least one byte after it.
    fn broken(mut self, after: usize, between: Part) -> Self {
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
    fn send(self, state: &State, asked: &request::Parts, ticket: Ticket) -> Response<AnswerBody> {
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

/// What a plain static host would answer to a client that knows the file in this form.
fn plain(state: &State, asked: &request::Parts, known: Option<&HeaderValue>) -> Answer {
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
fn dealt(
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
