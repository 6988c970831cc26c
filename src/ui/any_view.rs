//! One type for every view.
//!
//! Leptos compiles the drawing of a view once for each of its types, and every element, list and option of elements is
//! a type of its own. Here each becomes an `AnyView` where it is written, so that lists and options share their code:
//! 5 kB less to load after brotli.

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
