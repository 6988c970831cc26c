//! The view as a query string: a link is a view.
//!
//! [`encode`] writes one canonical order and leaves defaults out; [`decode`] reads what people paste. Names that
//! are not known (`utm_source`, `fbclid`) are ignored silently; a known name with a bad value is dropped with a
//! notice. `decode(encode(view)) == view`, and `encode(decode(text))` is idempotent: both are property-tested.

mod codec;
pub mod parameters;
mod share;
mod view;

pub use codec::{BadValue, changed, decode, encode};
pub use share::{Shared, share_path, share_picture};
pub use view::{
    Form, NotAQuery, NotATourName, Panel, Presenting, Query, Selection, Show, Theme, TourName, View,
};
