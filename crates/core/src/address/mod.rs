//! The view as a query string, and back.
//!
//! [`encode()`] writes one canonical order and omits defaults; [`decode()`] reads any order. Unknown names
//! (`utm_source`, `fbclid`) are ignored. A known name with an invalid value is dropped and reported.
//! `decode(encode(view)) == view`, and `encode(decode(text))` is idempotent; property tests check both.

mod decode;
mod display;
mod encode;
mod margin;
pub mod parameters;
mod presenting;
mod query;
mod selection;
mod share;
mod theme;
mod view;
mod words;

pub use decode::{BadValue, changed, decode};
pub use display::{DisplayMode, Extent};
pub use encode::encode;
pub use margin::Margin;
pub use presenting::{NotATourName, Presenting, TourName};
pub use query::{NotAQuery, Query};
pub use selection::Selection;
pub use share::{Shared, share_path, share_picture};
pub use theme::Theme;
pub use view::{Opened, Panel, View};
pub use words::WHOLE_MATRIX;
