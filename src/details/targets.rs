//! Lists of targets, with labels or by their codes alone.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::TargetCode;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;

use crate::content::language::lang_if_other;
use crate::ui::any_view::view;

/// Targets with their labels.
#[component]
pub(crate) fn TargetList(
    /// Labels are taken from here.
    dataset: Arc<Dataset>,
    /// The targets, in order.
    targets: Vec<TargetCode>,
    /// Whether each can take the focus, which is so where the list is all there is of them.
    #[prop(optional)]
    reachable: bool,
) -> impl IntoView {
    let items = targets
        .into_iter()
        .map(|code| {
            let target = dataset.matrix.target(code);
            let language = target.and_then(|target| target.language).unwrap_or(dataset.language);
            let label = target.map(|target| target.label.clone()).unwrap_or_default();
            view! {
                <li id=reachable.then(|| element_ids::target(code)) tabindex=reachable.then_some("-1")>
                    <span class="target-code" dir="ltr" data-goal=code.goal().to_string()>{code.to_string()}</span>
                    <span lang=lang_if_other(language)>{label}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="targets">{items}</ul> }
}

/// Targets by their codes alone, or the word that the goal as a whole is meant.
#[component]
pub(crate) fn TargetCodes(targets: Vec<TargetCode>) -> impl IntoView {
    let messages = Explorer::get().messages();
    if targets.is_empty() {
        return view! { <bdi class="fine">{messages.panel_whole_short().to_owned()}</bdi> };
    }
    // Codes keep their order in mirrored pages: 9.c, never c.9.
    let codes: Vec<String> = targets.iter().map(|code| format!("\u{2066}{code}\u{2069}")).collect();
    view! { <bdi class="fine">{codes.join(", ")}</bdi> }
}
