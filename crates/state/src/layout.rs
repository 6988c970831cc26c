//! Layout of the page that no address keeps: drawn order, open fields, the keyboard's place in the grid.

use reactive_graph::computed::Memo;
use reactive_graph::effect::Effect;
use reactive_graph::owner::StoredValue;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, Set as _, Update as _, UpdateValue as _, With as _};
use wsis_core::address::{Extent, View};
use wsis_core::arrangement::Arrangement;
use wsis_core::navigation::Stop;
use wsis_platform::storage::{self, Scope};

use crate::navigation::Navigation;

const VISITED: &str = "wsis-visited";

/// The layout of the page.
#[derive(Clone, Copy)]
pub struct Layout {
    /// The order in which lines and goals are drawn; the order asked for may still be computed.
    pub arrangement: RwSignal<Arrangement>,
    /// Whether the filter fields are open.
    pub filters_open: RwSignal<bool>,
    /// Whether the fields for order and shading are open.
    pub arrange_open: RwSignal<bool>,
    /// Whether the legend is highlighted: on a first visit, until the reader dismisses it.
    pub legend_hint: RwSignal<bool>,
    /// The one stop of the grid in the tab order.
    pub active: RwSignal<Stop>,
    drawn_before: StoredValue<bool>,
}

impl Layout {
    /// The layout of a page that shows this much of the matrix.
    #[must_use]
    pub fn new(extent: Extent, is_first_visit: bool) -> Self {
        Self {
            arrangement: RwSignal::new(Arrangement::default().within(extent)),
            filters_open: RwSignal::new(false),
            arrange_open: RwSignal::new(false),
            legend_hint: RwSignal::new(is_first_visit),
            active: RwSignal::new(Stop::FIRST),
            drawn_before: StoredValue::new(false),
        }
    }

    /// Whether the page is drawn for the first time; `true` once.
    #[must_use]
    pub fn take_first_draw(&self) -> bool {
        !self.drawn_before.try_update_value(|drawn| std::mem::replace(drawn, true)).unwrap_or(true)
    }

    /// Stops highlighting the legend.
    pub fn dismiss_legend_hint(&self) {
        self.legend_hint.set(false);
    }

    /// Keeps the keyboard's stop where the selection is, and out of rows that are closed.
    pub fn sync_active_stop(self, navigation: Navigation) {
        Effect::new(move || {
            if let Some(stop) = Stop::of(navigation.selection.get()) {
                self.active.set(stop);
            }
        });
        let c7_expanded = Memo::new(move |_| navigation.view.with(View::shows_applications));
        Effect::new(move || {
            if !c7_expanded.get() {
                self.active.update(|stop| *stop = stop.without_applications());
            }
        });
    }
}

/// Whether this is the first visit on this device; `false` from then on, and where nothing can be stored.
#[must_use]
pub fn is_first_visit() -> bool {
    storage::is_available(Scope::Device)
        && storage::get(Scope::Device, VISITED).is_none()
        && storage::set(Scope::Device, VISITED, "1")
}

#[cfg(test)]
mod tests {
    use reactive_graph::traits::GetUntracked as _;
    use wsis_core::Line;
    use wsis_core::address::Selection;

    use super::*;
    use crate::test_support::{navigation, run_effects, with_owner};

    #[test]
    fn the_first_draw_is_reported_once() {
        with_owner(|| {
            let layout = Layout::new(Extent::Matrix, false);
            assert!(layout.take_first_draw());
            assert!(!layout.take_first_draw());
        });
    }

    #[test]
    fn the_keyboard_enters_the_grid_at_the_selection_and_leaves_closed_rows() {
        with_owner(|| {
            let navigation = navigation("open=C7");
            let layout = Layout::new(Extent::Matrix, false);
            layout.sync_active_stop(navigation);
            let application = Line::all().find(|line| line.parent().is_some()).unwrap();
            navigation.select(Selection::Line(application));
            run_effects();
            assert_eq!(layout.active.get_untracked(), Stop::Row(application));
            navigation.select(Selection::None);
            navigation.toggle_applications();
            run_effects();
            assert_eq!(layout.active.get_untracked(), Stop::Row(Line::C7));
        });
    }

    #[test]
    fn without_storage_no_visit_is_the_first() {
        assert!(!is_first_visit());
    }
}
