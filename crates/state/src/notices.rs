//! Notices: messages that a reader gets once, above the matrix.

use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, Update as _};
use wsis_core::address::BadValue;

/// A message to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The address had a value that does not exist.
    BadValue(BadValue),
    /// The browser does not let the address follow the view.
    AddressFixed,
}

/// The notices that the reader has not dismissed.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Vec<Notice>>);

impl Notices {
    /// One notice for each bad value of the first address.
    #[must_use]
    pub fn new(bad_values: Vec<BadValue>) -> Self {
        Self(RwSignal::new(bad_values.into_iter().map(Notice::BadValue).collect()))
    }

    /// All notices, the oldest first. Tracked.
    #[must_use]
    pub fn all(&self) -> Vec<Notice> {
        self.0.get()
    }

    /// Adds a notice, unless it is there already.
    pub fn add(&self, notice: Notice) {
        self.0.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// Removes a notice that the reader has dismissed.
    pub fn dismiss(&self, notice: &Notice) {
        self.0.update(|notices| notices.retain(|known| known != notice));
    }

    /// Replaces the notices on bad values by those of another address.
    pub fn set_bad_values(&self, bad_values: Vec<BadValue>) {
        self.0.update(|notices| {
            notices.retain(|notice| !matches!(notice, Notice::BadValue(_)));
            notices.extend(bad_values.into_iter().map(Notice::BadValue));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::with_owner;

    fn bad(value: &str) -> BadValue {
        BadValue { name: "goal", value: value.to_owned() }
    }

    #[test]
    fn another_address_replaces_bad_values_and_keeps_the_rest() {
        with_owner(|| {
            let notices = Notices::new(vec![bad("99")]);
            notices.add(Notice::AddressFixed);
            notices.add(Notice::AddressFixed);
            notices.set_bad_values(vec![bad("x")]);
            assert_eq!(notices.all(), [Notice::AddressFixed, Notice::BadValue(bad("x"))]);
            notices.dismiss(&Notice::AddressFixed);
            assert_eq!(notices.all(), [Notice::BadValue(bad("x"))]);
        });
    }
}
