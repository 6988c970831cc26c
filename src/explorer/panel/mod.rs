//! The frame of the panel beside the grid: the selection in full, a project over it, sheets, and tools for the view.

mod sections;
mod start;

use leptos::prelude::*;
use wsis_core::address::{Panel, View};
use wsis_state::navigation::Sheet;
use wsis_state::{Explorer, element_ids};

use crate::chunks::Chunks;
use crate::explorer::embedded::ShowAll;
use crate::lazy_views::{DetailsView, PresentationView};
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use sections::{CiteSection, DownloadSection, EmbedSection};
use start::Start;

/// The panel. Its content comes from lazy chunks, but for the start.
#[component]
pub(crate) fn PanelFrame() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let (navigation, messages) = (explorer.navigation, explorer.messages);
    let is_embedded = navigation.is_embedded;
    let shown = Memo::new(move |_| navigation.view.with(View::panel));
    let project = Memo::new(move |_| View { project: navigation.view.get().project, ..View::default() });
    let placeholder = Placeholder { label: messages.panel_loading(), bars: 8 };
    // Another language brings another dataset; the content is then drawn again.
    let selected = move || {
        let dataset = explorer.data.dataset.get()?;
        match shown.get() {
            Panel::Start if is_embedded => None,
            Panel::Start => Some(view! { <Start dataset /> }),
            shown => chunks.details.draw(placeholder, DetailsView::Panel(dataset, shown)),
        }
    };
    let details = move || {
        let (dataset, id) = (explorer.data.dataset.get()?, project.get().project?);
        chunks.details.draw(placeholder, DetailsView::Project(dataset, id))
    };
    let sheet = move || {
        let (dataset, sheet) = (explorer.data.dataset.get()?, navigation.sheet.get()?);
        match sheet {
            Sheet::Entry => chunks.details.draw(placeholder, DetailsView::EntryForm(dataset)),
            Sheet::Tours => chunks.presentation.draw(placeholder, PresentationView::Tours(dataset)),
        }
    };
    let covered = move || navigation.sheet.get().is_some() || project.with(|view| view.project.is_some());
    let whole = RwSignal::new(!is_embedded);
    // An embedded panel begins short, and has no tools: a frame may not be allowed to save files.
    let show_all = is_embedded.then(|| view! { <ShowAll whole /> });
    let sections = (!is_embedded).then(|| view! { <CiteSection /> <EmbedSection /> <DownloadSection /> });
    view! {
        <aside
            class="panel"
            class:short=move || !whole.get()
            id=element_ids::PANEL
            aria-label=messages.panel_label()
        >
            // Hidden and not removed while a project is open, so that its list is unchanged on the way back.
            <div class="selected" hidden=covered>{selected}</div>
            <div hidden=move || navigation.sheet.get().is_some()>{details}</div>
            {sheet}
            {show_all}
            {sections}
        </aside>
    }
}
