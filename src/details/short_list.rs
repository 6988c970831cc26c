//! A list of which the first few are shown until a person asks for all.

use leptos::prelude::*;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// How many are shown before a person asks for all.
const FIRST: usize = 4;

/// A list with the button for the rest; the focus goes to the first of the rest. Every item has an element id.
pub(crate) fn short_list<T: Clone + Send + Sync + 'static>(
    list: Vec<T>,
    shows_all_at_first: bool,
    element_id: fn(&T) -> String,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let messages = Explorer::get().messages();
    let total = list.len();
    let next = list.get(FIRST).map(element_id);
    let shows_all = RwSignal::new(next.is_none() || shows_all_at_first);
    let items = move || {
        let count = if shows_all.get() { total } else { FIRST };
        list.iter().take(count).cloned().map(&draw).collect_view()
    };
    let more = move || {
        let next = next.clone().filter(|_| !shows_all.get())?;
        let count = u32::try_from(total).unwrap_or(u32::MAX);
        let show = move |_| {
            shows_all.set(true);
            focus_when_drawn(next.clone());
        };
        Some(view! {
            <p class="next-page">
                <button type="button" on:click=show>{messages.initiatives_more(count)}</button>
            </p>
        })
    };
    view! {
        <ul>{items}</ul>
        {more}
    }
}
