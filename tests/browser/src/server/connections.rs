//! The server's thread: its port, its connections, and which rule answers a request.

use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use hyper::Response;
use hyper::body::Incoming;
use hyper::header::IF_NONE_MATCH;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::answer::{dealt, plain};
use super::state::{Order, State};
use crate::body::{AnswerBody, Refused};
use crate::fault::{Fault, Rule};

/// The thread's loop: ends when the orders' sender is gone.
pub(super) async fn serve(
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
