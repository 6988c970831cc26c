//! Browsers that wait for the next test. Depends on `session`.
//!
//! There are never more of them than tests run at once. They end with the program that runs the tests: see
//! `driver_process`.

use std::sync::Mutex;

use crate::options::BrowserOptions;
use crate::session::{Session, can_be_shared};

static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// An idle browser that suits the options.
pub(crate) fn take(options: &BrowserOptions) -> Option<Session> {
    if !can_be_shared(options) {
        return None;
    }
    let mut idle = IDLE.lock().unwrap();
    let at = idle.iter().position(|session| session.languages == options.languages)?;
    Some(idle.swap_remove(at))
}

/// Keeps a browser for the next test. One that others may not use, or whose test failed, ends here.
pub(crate) fn give_back(session: Session) {
    if session.is_shared && !std::thread::panicking() {
        IDLE.lock().unwrap().push(session);
    }
}
