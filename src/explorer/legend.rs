//! The legend: the marks that are on screen, in the corner of the grid; on a phone below it.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_page::grid::CellContent;
use wsis_page::texts::{LegendMark, legend};
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::ui::any_view::view;

/// The content of the cells now. Tracked.
pub(crate) fn cell_content(explorer: Explorer, dataset: &Dataset) -> CellContent {
    CellContent {
        show: explorer.navigation.show.get(),
        scale: explorer.navigation.scale.get(),
        states_goals: dataset.manifest.states_goals(),
    }
}

/// The legend.
#[component]
pub(crate) fn Legend(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let entries = move || {
        legend(explorer.messages(), cell_content(explorer, &dataset))
            .into_iter()
            .map(|(mark, text)| {
                view! {
                    <li class="legend-entry">
                        {sample(mark)}
                        <span>{text}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="legend">{entries}</ul> }
}

/// A mark as the grid draws it.
fn sample(mark: LegendMark) -> AnyView {
    if mark == LegendMark::Ramp {
        let steps = ["1", "3", "5", "7"].map(|step| view! { <span class="mark" data-heat=step></span> });
        return view! { <span class="legend-mark" data-mark=mark.code() aria-hidden="true">{steps.collect_view()}</span> };
    }
    view! { <span class="legend-mark" data-mark=mark.code() aria-hidden="true">{mark.text()}</span> }
}
