//! The note to the view of gaps: the collections that are compared, and those that are not.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_state::{Dataset, Explorer};

use crate::content::names::Names;
use crate::ui::any_view::view;

/// Gaps are found among projects that state goals, so in collections that record them. The others are named.
pub(crate) fn gaps_note(dataset: Arc<Dataset>) -> AnyView {
    let messages = Explorer::get().messages();
    let text = move || {
        let names = Names::get(&dataset);
        if names.collections().is_empty() {
            return String::new();
        }
        let of = |records_goals: bool| {
            let collections = names.collections().iter().filter(|one| one.records_goals == records_goals);
            collections.map(|one| one.short.clone()).collect::<Vec<_>>().join(", ")
        };
        let (compared, left_out) = (of(true), of(false));
        match (compared.is_empty(), left_out.is_empty()) {
            (true, _) => messages.gaps_none().to_owned(),
            (false, true) => messages.gaps_compared(&compared),
            (false, false) => messages.gaps_compared_in_part(&compared, &left_out),
        }
    };
    view! { <p class="gaps-note">{text}</p> }
}
