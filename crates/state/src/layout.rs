//! Layout of the page that no address keeps: drawn order, tab of the panel, the keyboard's place in the grid.

use reactive_graph::owner::StoredValue;
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, Set as _, Update as _, UpdateValue as _, With as _};
use wsis_core::EntryId;
use wsis_core::address::{Extent, View};
use wsis_core::arrangement::Arrangement;
use wsis_core::navigation::{GridParts, Stop};

use crate::effect::{effect, memo};
use crate::navigation::Navigation;

/// A tab of the panel. A selection that lacks the chosen one shows its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelTab {
    /// The projects.
    Projects,
    /// The rationale of the link, with its source.
    Why,
    /// The targets.
    Targets,
    /// The initiatives of the report.
    Initiatives,
    /// The goals that a line is linked to.
    Goals,
    /// The lines that a goal is linked to.
    Lines,
    /// The scope of a line, its facilitators and figures.
    Facts,
    /// The challenges of a line, and the road map.
    Challenges,
}

impl PanelTab {
    /// The end of the ids of its button and its content.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Why => "why",
            Self::Targets => "targets",
            Self::Initiatives => "initiatives",
            Self::Goals => "goals",
            Self::Lines => "lines",
            Self::Facts => "facts",
            Self::Challenges => "challenges",
        }
    }
}

/// A short message over the page, also for screen readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toast {
    /// The address of the view was copied.
    LinkCopied,
    /// The browser lets no page copy: the address is shown.
    LinkByHand,
    /// The view was added to the reader's own tour.
    StepAdded,
}

/// The layout of the page.
#[derive(Clone, Copy)]
pub struct Layout {
    /// The order in which lines and goals are drawn; the order asked for may still be computed.
    pub arrangement: RwSignal<Arrangement>,
    /// The tab of the panel that was chosen last; it stays from one selection to the next.
    pub tab: RwSignal<Option<PanelTab>>,
    /// The stop of the grid that the pointer or the keyboard is at.
    pub pointed: RwSignal<Option<Stop>>,
    /// A short message over the page.
    pub toast: RwSignal<Option<Toast>>,
    /// The words that led to the selection; they are marked in its texts.
    pub searched: RwSignal<Option<String>>,
    /// The item of a page on the report that the reader goes to.
    pub lens_item: RwSignal<Option<EntryId>>,
    /// A view that is to be added to the reader's own tour; the tray takes it.
    pub new_step: RwSignal<Option<View>>,
    /// Whether the tray of the reader's own tour is shown.
    pub tour_tray: RwSignal<bool>,
    /// The one stop of the grid in the tab order.
    pub active: RwSignal<Stop>,
    /// The parts of the grid whose rows are drawn; those asked for may come a moment later.
    pub drawn_parts: RwSignal<GridParts>,
    drawn_before: StoredValue<bool>,
}

impl Layout {
    /// The layout of a page that shows this much of the matrix.
    #[must_use]
    pub fn new(extent: Extent) -> Self {
        Self {
            arrangement: RwSignal::new(Arrangement::default().within(extent)),
            tab: RwSignal::new(None),
            pointed: RwSignal::new(None),
            toast: RwSignal::new(None),
            searched: RwSignal::new(None),
            lens_item: RwSignal::new(None),
            new_step: RwSignal::new(None),
            tour_tray: RwSignal::new(false),
            active: RwSignal::new(Stop::FIRST),
            drawn_parts: RwSignal::new(GridParts::default()),
            drawn_before: StoredValue::new(false),
        }
    }

    /// Whether the page is drawn for the first time; `true` once.
    #[must_use]
    pub fn take_first_draw(&self) -> bool {
        !self.drawn_before.try_update_value(|drawn| std::mem::replace(drawn, true)).unwrap_or(true)
    }

    /// Adds a view to the reader's own tour, and shows its tray.
    pub fn add_step(&self, view: View) {
        self.new_step.set(Some(view));
        self.tour_tray.set(true);
    }

    /// Keeps the keyboard's stop where the selection is, and out of rows that are closed.
    pub fn sync_active_stop(self, navigation: Navigation) {
        effect(move || {
            if let Some(stop) = Stop::of(navigation.selection.get()) {
                self.active.set(stop);
            }
        });
        let c7_expanded = memo(move || navigation.view.with(View::shows_applications));
        effect(move || {
            if !c7_expanded.get() {
                self.active.update(|stop| *stop = stop.without_applications());
            }
        });
    }
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
            let layout = Layout::new(Extent::Matrix);
            assert!(layout.take_first_draw());
            assert!(!layout.take_first_draw());
        });
    }

    #[test]
    fn the_keyboard_enters_the_grid_at_the_selection_and_leaves_closed_rows() {
        with_owner(|| {
            let navigation = navigation("open=C7");
            let layout = Layout::new(Extent::Matrix);
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
}
