//! The frame of the panel beside the grid: the selection in full, an entry over it, sheets, and the action bar.

mod start;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;
use wsis_core::address::{Opened, Panel, Selection, View};
use wsis_platform::{focus, timer};
use wsis_state::effect::{effect, memo};
use wsis_state::navigation::Sheet;
use wsis_state::{Explorer, element_ids};

use crate::chunks::Chunks;
use crate::explorer::actions::ActionBar;
use crate::lazy_views::{DetailsView, EmbeddingView};
use crate::ui::any_view::{Successive, view};
use crate::ui::loading::Placeholder;
use start::Start;

/// The panel. Its content comes from lazy chunks, but for the start.
#[component]
pub(crate) fn PanelFrame(
    /// The view of a selection that was made before the app started.
    early: Option<Element>,
) -> impl IntoView {
    let early = StoredValue::new_local(early);
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let (navigation, messages) = (explorer.navigation, explorer.messages());
    let is_embedded = navigation.is_embedded;
    let shown = memo(move || navigation.view.with(View::panel));
    let opened = memo(move || navigation.view.with(|view| view.opened.clone()));
    let placeholder = Placeholder { label: messages.panel_loading(), bars: 8 };
    let (selections, entries) = (Successive::new(), Successive::new());
    // Another language brings another dataset; the content is then drawn again.
    let selected = move || {
        let dataset = explorer.data.dataset.get()?;
        focus::leave(element_ids::SELECTED);
        match shown.get() {
            Panel::Start if is_embedded => None,
            Panel::Start => Some(view! { <Start dataset /> }),
            shown => early_panel(chunks, early, &shown)
                .or_else(|| chunks.details.draw(placeholder, DetailsView::Panel(dataset, shown))),
        }
        .map(|view| selections.next(view))
    };
    let details = move || {
        let dataset = explorer.data.dataset.get()?;
        let entry = match opened.get()? {
            Opened::Project(id) => DetailsView::Project(dataset, id),
            Opened::Initiative(id) => DetailsView::Initiative(dataset, id),
            Opened::Lens(id) => DetailsView::Lens(dataset, id),
        };
        chunks.details.draw(placeholder, entry).map(|view| entries.next(view))
    };
    let covered = move || navigation.sheet.get().is_some() || opened.with(Option::is_some);
    let is_open = move || is_open(explorer);
    begin_at_the_top(explorer, shown);
    let whole = RwSignal::new(!is_embedded);
    // An embedded panel begins short, and has no actions: a frame may not be allowed to save files.
    let show_all =
        is_embedded.then_some(move || chunks.embedding.draw_if_ready(EmbeddingView::ShowAll(whole)));
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
                <div class="selected" id=element_ids::SELECTED hidden=covered>{selected}</div>
                <div hidden=move || navigation.sheet.get().is_some()>{details}</div>
                <div>{move || sheet(explorer, chunks)}</div>
            </div>
            {show_all}
            {actions}
        </aside>
    }
}

/// The sheet over the selection, if one is open. Tracked.
fn sheet(explorer: Explorer, chunks: Chunks) -> Option<AnyView> {
    let placeholder = Placeholder { label: explorer.messages().panel_loading(), bars: 8 };
    let (dataset, sheet) = (explorer.data.dataset.get()?, explorer.navigation.sheet.get()?);
    let sheet = match sheet {
        Sheet::Entry => DetailsView::EntryForm(dataset),
        Sheet::Filter => DetailsView::FilterFields(dataset),
        Sheet::Arrange => DetailsView::ArrangeFields,
    };
    chunks.details.draw(placeholder, sheet)
}

/// Whether the panel shows something. Tracked.
pub(crate) fn is_open(explorer: Explorer) -> bool {
    let has_content = |view: &View| view.opened.is_some() || view.panel() != Panel::Start;
    explorer.navigation.sheet.get().is_some() || explorer.navigation.view.with(has_content)
}

/// The view of this selection from before the app started, until the program of the panel is loaded. Tracked.
fn early_panel(
    chunks: Chunks,
    early: StoredValue<Option<Element>, LocalStorage>,
    shown: &Panel,
) -> Option<AnyView> {
    let element = early.get_value()?;
    let Panel::Selected(Selection::Cell(line, goal)) = shown else { return None };
    chunks.details.ensure_loaded();
    let is_it = element.get_attribute("data-early") == Some(format!("{line}-{goal}"));
    if !is_it || !chunks.details.is_loading() {
        early.set_value(None);
        return None;
    }
    let place = NodeRef::<Div>::new();
    effect(move || {
        if let Some(place) = place.get() {
            let _ = place.append_child(&element);
        }
    });
    Some(view! { <div node_ref=place></div> })
}

/// Another selection or tab begins at its top, below the head that stays.
fn begin_at_the_top(explorer: Explorer, shown: Memo<Panel>) {
    effect(move || {
        shown.track();
        explorer.layout.tab.track();
        if let Some(element) = wsis_platform::element_by_id(element_ids::PANEL_SCROLL) {
            // In the next frame, whose layout is needed anyway.
            timer::run_in_frame(move || element.set_scroll_top(0));
        }
    });
}
