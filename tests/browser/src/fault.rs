//! The faults a test can have the server deal, and the rules that say when. Depends on `pattern`.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::pattern;

/// The fault that a request meets instead of, or before, its normal answer.
///
/// `Hold`, `Stall` and `Delay` only take time: afterwards the next older rule that matches has its turn, then the site.
#[derive(Clone, Debug)]
pub enum Fault {
    /// This status with this body.
    Status {
        /// The status code.
        code: u16,
        /// Its content type; a problem document is `application/problem+json`.
        content_type: String,
        /// Its body.
        body: String,
    },
    /// 200 and an HTML page, as `trunk serve` and many hosts answer for a missing file.
    Html,
    /// 200 and these bytes: another file in the place of the real one, or one that does not exist.
    Body {
        /// The content type.
        content_type: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// The normal answer, cut off: its full length is promised, and the connection closed after so many bytes.
    Cut {
        /// How many bytes of the body are sent.
        after_bytes: usize,
    },
    /// No answer at all until the rule is released or removed, or the client leaves.
    Stall,
    /// Status, headers and so many bytes of the body at once; the rest when the rule is released or removed.
    StallBody {
        /// How many bytes are sent at once.
        after_bytes: usize,
    },
    /// A gate that the test opens by hand (`release`, `release_one`), to put answers into another order.
    Hold,
    /// Waits for a while; how long is drawn for each request from the range, the same for the same seed and order.
    Delay {
        /// The shortest wait.
        from: Duration,
        /// The longest wait.
        to: Duration,
        /// Makes the sequence repeatable.
        seed: u64,
    },
    /// 200 and a JSON document of exactly so many bytes (at least 14), streamed without saying its length.
    Oversized {
        /// The size of the document.
        bytes: u64,
    },
    /// Closes the connection without a byte. Chromium silently repeats such a request where the connection had been used before:
    /// leave the rule on for all requests if the page is to notice.
    Refuse,
}

impl Fault {
    /// Only for the first `n` requests that match.
    pub fn first(self, n: usize) -> FaultPlan {
        FaultPlan { fault: self, times: Some(n) }
    }

    /// A status with a plain text that repeats it.
    pub fn status(code: u16) -> Self {
        Self::Status {
            code,
            content_type: "text/plain; charset=utf-8".to_owned(),
            body: format!("status {code}, by order of a test\n"),
        }
    }

    /// 200 and this text as `application/json`, valid or not.
    pub fn json(text: impl Into<String>) -> Self {
        Self::Body { content_type: "application/json".to_owned(), bytes: text.into().into_bytes() }
    }

    /// 200 and this text as an HTML page, such as a host page made up by a test.
    pub fn page(text: impl Into<String>) -> Self {
        Self::Body { content_type: "text/html; charset=utf-8".to_owned(), bytes: text.into().into_bytes() }
    }
}

/// A fault, and for how many requests.
#[derive(Clone, Debug)]
pub struct FaultPlan {
    /// The fault.
    pub fault: Fault,
    /// To how many requests; none means to all.
    pub times: Option<usize>,
}

impl From<Fault> for FaultPlan {
    fn from(fault: Fault) -> Self {
        Self { fault, times: None }
    }
}

/// Which requests a rule or a wait is about: a pattern over the path (`*` is any run of characters; the query is not
/// looked at), or a function of path and query.
#[derive(Clone)]
pub struct PathMatcher(Kind);

/// A function of path and query.
type Asks = dyn Fn(&str, &str) -> bool + Send + Sync;

#[derive(Clone)]
enum Kind {
    Pattern(String),
    Function(Arc<Asks>),
}

impl PathMatcher {
    /// Asks a function of (path, query).
    pub fn when(function: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        Self(Kind::Function(Arc::new(function)))
    }

    /// Whether a request for this path and query is meant.
    pub fn matches(&self, path: &str, query: &str) -> bool {
        match &self.0 {
            Kind::Pattern(pattern) => pattern::covers(pattern, path),
            Kind::Function(function) => function(path, query),
        }
    }
}

impl From<&str> for PathMatcher {
    fn from(pattern: &str) -> Self {
        Self(Kind::Pattern(pattern.to_owned()))
    }
}

impl From<String> for PathMatcher {
    fn from(pattern: String) -> Self {
        Self(Kind::Pattern(pattern))
    }
}

impl fmt::Debug for PathMatcher {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Pattern(pattern) => write!(out, "{pattern:?}"),
            Kind::Function(_) => out.write_str("a function of the path"),
        }
    }
}

/// One rule in force.
pub(crate) struct Rule {
    matcher: PathMatcher,
    /// The fault.
    pub(crate) fault: Fault,
    times: Option<usize>,
    hits: AtomicUsize,
    /// Closed means open for all; permits let one request through each, in order of arrival.
    gate: Semaphore,
}

impl Rule {
    /// Takes the request if it matches and the rule is not used up; says which one it is, from 0.
    pub(crate) fn take(&self, path: &str, query: &str) -> Option<usize> {
        if !self.matcher.matches(path, query) {
            return None;
        }
        let limit = self.times.unwrap_or(usize::MAX);
        self.hits
            .try_update(Ordering::SeqCst, Ordering::SeqCst, |hits| (hits < limit).then_some(hits + 1))
            .ok()
    }

    /// Waits at the gate.
    pub(crate) async fn pass(&self) {
        if let Ok(permit) = self.gate.acquire().await {
            permit.forget();
        }
    }

    /// How long the `hit`-th request waits, for `Delay`.
    pub(crate) fn delay(from: Duration, to: Duration, seed: u64, hit: usize) -> Duration {
        // splitmix64: one call, no state, so that requests that race still get the wait of their place in the order.
        let mut mixed = seed.wrapping_add((hit as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let span = u64::try_from(to.saturating_sub(from).as_micros()).unwrap_or(u64::MAX - 1);
        from + Duration::from_micros(mixed % (span + 1))
    }
}

/// The rules in force, oldest first.
#[derive(Default)]
pub(crate) struct Rules(Mutex<Vec<Arc<Rule>>>);

impl Rules {
    /// Adds a rule; the newest has the first say.
    pub(crate) fn add(self: &Arc<Self>, matcher: PathMatcher, plan: FaultPlan) -> FaultHandle {
        let rule = Arc::new(Rule {
            matcher,
            fault: plan.fault,
            times: plan.times,
            hits: AtomicUsize::new(0),
            gate: Semaphore::new(0),
        });
        self.0.lock().unwrap().push(Arc::clone(&rule));
        FaultHandle { rule, rules: Arc::clone(self) }
    }

    /// The rules as they are now, newest first.
    pub(crate) fn newest_first(&self) -> Vec<Arc<Rule>> {
        self.0.lock().unwrap().iter().rev().cloned().collect()
    }

    /// Removes all, and lets go what they held.
    pub(crate) fn clear(&self) {
        for rule in self.0.lock().unwrap().drain(..) {
            rule.gate.close();
        }
    }
}

/// A rule that was added. Dropping it leaves the rule in force.
#[derive(Clone)]
pub struct FaultHandle {
    rule: Arc<Rule>,
    rules: Arc<Rules>,
}

impl FaultHandle {
    /// Ends the rule; requests it still holds go on to their normal answer.
    pub fn remove(&self) {
        self.rules.0.lock().unwrap().retain(|rule| !Arc::ptr_eq(rule, &self.rule));
        self.rule.gate.close();
    }

    /// Opens the gate of `Hold`, `Stall` and `StallBody` for what waits and all that comes.
    pub fn release(&self) {
        self.rule.gate.close();
    }

    /// Lets one request through the gate, in order of arrival.
    pub fn release_one(&self) {
        self.rule.gate.add_permits(1);
    }

    /// How many requests the rule was applied to.
    pub fn hits(&self) -> usize {
        self.rule.hits.load(Ordering::SeqCst)
    }
}
