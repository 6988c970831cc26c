//! One type for every view.
//!
//! Leptos compiles the drawing of a view once for each of its types, and every element, list and option of elements is
//! a type of its own. Here each becomes an `AnyView` where it is written, so that lists and options share their code:
//! 5 kB less to load after brotli.

use leptos::prelude::*;

/// Leptos' `view!` with the one type `AnyView`.
macro_rules! view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($markup)* })
    };
}

pub(crate) use view;

/// A boolean as the value of an ARIA attribute.
pub(crate) fn aria_bool(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Views that take each other's place. Leptos turns a view into the next one of its type attribute by attribute, in the page:
/// slower than building the next one beside it, and a focused element that loses its `tabindex` has the page laid out at once.
#[derive(Clone, Copy)]
pub(crate) struct Successive(StoredValue<bool>);

impl Successive {
    /// None shown yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// The next view; two in turn are of different types, so that the former is taken out as a whole.
    pub(crate) fn next(self, view: AnyView) -> AnyView {
        let is_odd = self.0.try_update_value(|is_odd| std::mem::replace(is_odd, !*is_odd)).unwrap_or(false);
        if is_odd { vec![view].into_any() } else { view }
    }
}
