//! The frame of the panel beside the grid: the selection in full, an entry over it, sheets, and the action bar.

mod start;

use leptos::prelude::*;
use wsis_core::address::{Opened, Panel, View};
use wsis_state::navigation::Sheet;
use wsis_state::{Explorer, element_ids};

use crate::chunks::Chunks;
use crate::explorer::actions::ActionBar;
use crate::explorer::embedded::ShowAll;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use start::Start;

/// The panel. Its content comes from lazy chunks, but for the start.
#[component]
pub(crate) fn PanelFrame() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let (navigation, messages) = (explorer.navigation, explorer.messages);
    let is_embedded = navigation.is_embedded;
    let shown = Memo::new(move |_| navigation.view.with(View::panel));
    let opened = Memo::new(move |_| navigation.view.with(|view| view.opened.clone()));
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
        let dataset = explorer.data.dataset.get()?;
        let entry = match opened.get()? {
            Opened::Project(id) => DetailsView::Project(dataset, id),
            Opened::Initiative(id) => DetailsView::Initiative(dataset, id),
        };
        chunks.details.draw(placeholder, entry)
    };
    let sheet = move || {
        let (dataset, sheet) = (explorer.data.dataset.get()?, navigation.sheet.get()?);
        let sheet = match sheet {
            Sheet::Entry => DetailsView::EntryForm(dataset),
            Sheet::Filter => DetailsView::FilterFields(dataset),
            Sheet::Arrange => DetailsView::ArrangeFields,
        };
        chunks.details.draw(placeholder, sheet)
    };
    let covered = move || navigation.sheet.get().is_some() || opened.with(Option::is_some);
    let is_open = move || covered() || shown.with(|shown| *shown != Panel::Start);
    begin_at_the_top(explorer, shown);
    let whole = RwSignal::new(!is_embedded);
    // An embedded panel begins short, and has no actions: a frame may not be allowed to save files.
    let show_all = is_embedded.then(|| view! { <ShowAll whole /> });
    let actions = (!is_embedded).then(|| view! { <ActionBar /> });
    view! {
        <aside
            class="panel"
            class:short=move || !whole.get()
            class:open=is_open
            id=element_ids::PANEL
            aria-label=messages.panel_label()
        >
            <div class="panel-scroll" id=element_ids::PANEL_SCROLL>
                // Hidden and not removed while an entry is open, so that its list is unchanged on the way back.
                <div class="selected" hidden=covered>{selected}</div>
                <div hidden=move || navigation.sheet.get().is_some()>{details}</div>
                <div>{sheet}</div>
            </div>
            {show_all}
            {actions}
        </aside>
    }
}

/// Another selection or tab begins at its top, below the head that stays.
fn begin_at_the_top(explorer: Explorer, shown: Memo<Panel>) {
    Effect::new(move || {
        shown.track();
        explorer.layout.tab.track();
        if let Some(element) = wsis_platform::element_by_id(element_ids::PANEL_SCROLL) {
            element.set_scroll_top(0);
        }
    });
}
