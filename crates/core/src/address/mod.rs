//! The view as a query string, and back.
//!
//! [`encode`] writes one canonical order and omits defaults; [`decode`] reads any order. Unknown names
//! (`utm_source`, `fbclid`) are ignored. A known name with an invalid value is dropped and reported.
//! `decode(encode(view)) == view`, and `encode(decode(text))` is idempotent; property tests check both.

mod codec;
pub mod parameters;
mod share;
mod view;

pub use codec::{BadValue, changed, decode, encode};
pub use share::{Shared, share_path, share_picture};
pub use view::{
    Form, NotAQuery, NotATourName, Panel, Presenting, Query, Selection, Show, Theme, TourName, View,
};
