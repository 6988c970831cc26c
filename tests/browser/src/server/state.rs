//! The state that the test and the server's thread share.

use std::sync::{Arc, RwLock};

use tokio::sync::oneshot;

use crate::fault::Rules;
use crate::request_log::RequestLog;
use crate::site::Site;

/// The state that the test and the server's thread share.
pub(super) struct State {
    pub(super) site: RwLock<Site>,
    pub(super) rules: Arc<Rules>,
    pub(super) record: Arc<RequestLog>,
}

/// An order of the test for the thread; answered when it is done.
pub(super) enum Order {
    Stop(oneshot::Sender<()>),
    Resume(oneshot::Sender<()>),
}
