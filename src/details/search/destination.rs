//! Going to what a suggestion of the search box names.

use leptos::prelude::*;
use wsis_core::address::{Opened, Selection};
use wsis_core::filter::Filter;
use wsis_core::search::{Place, TextPlace};
use wsis_platform::focus::focus_when_drawn;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::layout::PanelTab;
use wsis_state::navigation::Dialog;
use wsis_state::{Explorer, element_ids};

use crate::details::lens::open_lens;

/// Goes to a place. `words` is what was searched for; in a text it is marked.
pub(crate) fn go_to(explorer: Explorer, place: Place, words: &str) {
    explorer.focus_return.remember(Some(element_ids::SEARCH_BOX.to_owned()));
    match place {
        Place::Select(selection) => return explorer.activate_selection(selection),
        Place::Initiative(selection, id) => {
            explorer.activate_selection(selection);
            explorer.layout.tab.set(Some(PanelTab::Initiatives));
            explorer.navigation.open(Opened::Initiative(id));
        }
        Place::Target(code) => {
            explorer.activate_selection(Selection::Goal(code.goal()));
            explorer.layout.tab.set(Some(PanelTab::Targets));
            return focus_when_drawn(element_ids::target(code));
        }
        Place::Text(selection, place) => {
            explorer.activate_selection(selection);
            explorer.layout.tab.set(Some(match place {
                TextPlace::Rationale => PanelTab::Why,
                TextPlace::Facts => PanelTab::Facts,
                TextPlace::Challenges => PanelTab::Challenges,
            }));
            explorer.layout.searched.set(Some(words.to_owned()));
            return focus_when_drawn(element_ids::FOUND.to_owned());
        }
        Place::Lens(lens, item) => {
            explorer.layout.searched.set(item.is_some().then(|| words.to_owned()));
            return open_lens(explorer, lens, item);
        }
        Place::Tours => return explorer.navigation.dialog.set(Some(Dialog::Tours)),
        Place::Country(country) => explorer.navigation.show_country(&country),
        Place::Projects(text) => {
            let mut filter = Filter::default();
            filter.query = text.parse().ok();
            explorer.navigation.apply_filter(filter);
        }
    }
    focus_panel_title();
}
