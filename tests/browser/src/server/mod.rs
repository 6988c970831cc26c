//! A small real HTTP server for tests: static folders under the shipped headers, a record of every request, faults on demand.
//! Depends on `fault`, `site`, `request_log` and `body`. It runs on a thread of its own, so a test's runtime can be of any kind.

mod answer;
mod connections;
mod state;

use std::net::{SocketAddr, TcpListener as StdListener};
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::error::Error;
use crate::fault::{FaultHandle, FaultPlan, PathMatcher};
use crate::request_log::{Request, RequestLog, first};
use crate::site::Site;
use connections::serve;
use state::{Order, State};

/// How long a wait for a request may take before the test ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// The served folders.
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
