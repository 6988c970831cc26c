//! One type for every view.
//!
//! Leptos compiles a view's drawing once for each type it has, and every element, list and option of elements is a
//! type of its own. Here each is made an `AnyView` where it is written, so that lists and options of views share
//! their code: 5 kB less to load after brotli.

/// As Leptos' `view!`, but of the one type `AnyView`.
macro_rules! view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($markup)* })
    };
}

pub(super) use view;

/// A truth as the value of an ARIA attribute; a text of one type, for the same reason.
pub(super) fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
