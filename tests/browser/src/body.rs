//! The body of an answer as a list of parts, some of which wait or break off. Depends on `request_log` for the ticket.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame};

use crate::request_log::{Outcome, Ticket};

/// How much of a filler is sent at a time.
const FILLER: usize = 64 * 1024;

/// One part of a body.
pub(crate) enum Part {
    /// These bytes.
    Bytes(Bytes),
    /// So many times the letter x.
    Filler(u64),
    /// Waits for this.
    Wait(Pin<Box<dyn Future<Output = ()> + Send>>),
    /// Gives what was written before the time to leave, then closes the connection; true once it has given it.
    Cut(bool),
}

/// A body, and the ticket of the request it answers.
pub(crate) struct AnswerBody {
    parts: VecDeque<Part>,
    ticket: Ticket,
}

impl AnswerBody {
    /// A body of these parts; an empty one is an answer that has ended.
    pub(crate) fn new(parts: Vec<Part>, ticket: Ticket) -> Self {
        let mut body = Self { parts: parts.into(), ticket };
        body.settle();
        body
    }

    /// Ends the ticket where nothing is left to send: hyper drops a body at its last byte and does not ask again.
    fn settle(&mut self) {
        if self.parts.is_empty() {
            self.ticket.end(Outcome::Answered);
        }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        loop {
            let bytes = match self.parts.front_mut() {
                None => return Poll::Ready(None),
                Some(Part::Bytes(bytes)) => {
                    let bytes = std::mem::take(bytes);
                    self.parts.pop_front();
                    bytes
                }
                Some(Part::Filler(left)) => {
                    let size = usize::try_from(*left).unwrap_or(FILLER).min(FILLER);
                    *left -= size as u64;
                    if *left == 0 {
                        self.parts.pop_front();
                    }
                    Bytes::from(vec![b'x'; size])
                }
                Some(Part::Wait(wait)) => {
                    if wait.as_mut().poll(context).is_pending() {
                        return Poll::Pending;
                    }
                    self.parts.pop_front();
                    self.settle();
                    continue;
                }
                Some(Part::Cut(given @ false)) => {
                    *given = true;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Some(Part::Cut(true)) => {
                    self.ticket.end(Outcome::Broken);
                    return Poll::Ready(Some(Err(io::Error::other("cut by order of a test"))));
                }
            };
            self.settle();
            if !bytes.is_empty() {
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.parts.is_empty()
    }
}

/// Why a request gets no answer at all.
#[derive(Debug)]
pub(crate) struct Refused;

impl std::fmt::Display for Refused {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("refused by order of a test")
    }
}

impl std::error::Error for Refused {}
