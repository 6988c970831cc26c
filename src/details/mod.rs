//! Lazy room: everything that a selection, the search, the filter fields and the tools for a view need.

mod about;
mod arrange;
mod cell;
mod citations;
mod compare;
mod compare_lead;
mod compare_tray;
mod conflicts;
mod country_button;
mod downloads;
mod entry;
mod filter_chips;
mod filter_fields;
mod filter_text;
mod gaps_note;
mod heading;
mod hover_card;
mod initiative;
mod initiatives;
mod keys;
mod lens;
mod lit_places;
mod margin;
mod margin_cells;
mod marked;
mod menus;
mod opened;
mod picture;
mod profiles;
mod projects;
mod public_goods;
mod results;
mod search;
mod short_list;
mod tabs;
mod targets;
mod toast_message;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::{Panel, Selection};
use wsis_state::{Dataset, Explorer};

use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;
use about::About;
use cell::CellPanel;
use citations::printed_citation;
use compare::ComparePanel;
use initiative::InitiativeDetails;
use margin::MarginPanel;
use profiles::country::CountryPanel;
use profiles::goal::GoalPanel;
use profiles::line::LinePanel;
use projects::project::ProjectDetails;
use results::ResultsPanel;

/// Draws a view of this room.
pub(crate) fn draw(view: DetailsView) -> AnyView {
    match view {
        DetailsView::Panel(dataset, panel) => panel_content(dataset, panel),
        DetailsView::Project(dataset, id) => {
            let printed = printed_citation(dataset.clone());
            view! { <ProjectDetails dataset id /> {printed} }
        }
        DetailsView::Initiative(dataset, id) => {
            let printed = printed_citation(dataset.clone());
            view! { <InitiativeDetails dataset id /> {printed} }
        }
        DetailsView::Lens(dataset, id) => {
            let printed = printed_citation(dataset.clone());
            view! { {lens::lens_page(dataset, id)} {printed} }
        }
        DetailsView::EntryForm(dataset) => entry::entry_form(dataset),
        DetailsView::FilterFields(dataset) => filter_fields::filter_fields(dataset),
        DetailsView::ArrangeFields => arrange::arrange_fields(),
        DetailsView::ArrangedChips => arrange::arranged_chips(),
        DetailsView::GridOrder(dataset) => arrange::sync_grid_order(dataset),
        DetailsView::Card(dataset) => hover_card::hover_card(dataset),
        DetailsView::GridMargin(dataset) => margin_cells::sync_margin(dataset),
        DetailsView::CompareTray(dataset) => compare_tray::compare_tray(dataset),
        DetailsView::Keys => keys::keys(),
        DetailsView::ShareMenu => menus::share_menu(),
        DetailsView::MoreMenu => menus::more_menu(),
        DetailsView::Suggestions(search) => search::suggestions(search),
        DetailsView::About(dataset) => view! { <About dataset /> },
        DetailsView::FilterCounts => {
            Explorer::get().data.count_filtered();
            ().into_any()
        }
        DetailsView::FilterChips(dataset) => filter_chips::filter_chips(dataset),
        DetailsView::GapsNote(dataset) => gaps_note::gaps_note(dataset),
        DetailsView::ToastMessage(toast) => toast_message::toast_message(toast),
        DetailsView::Downloads(dataset) => downloads::downloads(dataset),
        DetailsView::Citations(dataset) => citations::citations(dataset),
    }
}

fn panel_content(dataset: Arc<Dataset>, panel: Panel) -> AnyView {
    let printed = printed_citation(dataset.clone());
    let content = match panel {
        Panel::Selected(Selection::Line(line)) => view! { <LinePanel dataset line /> },
        Panel::Selected(Selection::Goal(goal)) => view! { <GoalPanel dataset goal /> },
        Panel::Selected(Selection::Cell(line, goal)) => view! { <CellPanel dataset line goal /> },
        Panel::Margin(margin) => view! { <MarginPanel dataset margin /> },
        Panel::Country(country) => view! { <CountryPanel dataset country /> },
        Panel::Comparison => view! { <ComparePanel dataset /> },
        Panel::List => view! { <ResultsPanel dataset /> },
        Panel::Start | Panel::Selected(Selection::None) => ().into_any(),
    };
    view! { {content} {printed} }
}
