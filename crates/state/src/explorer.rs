//! All parts of the state together, and the actions that concern several of them.

use any_spawner::Executor;
use reactive_graph::owner::{expect_context, provide_context};
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, GetUntracked as _, Set as _, With as _, WithUntracked as _};
use web_sys::PopStateEvent;
use wsis_core::Language;
use wsis_core::address::{BadValue, DisplayMode, Extent, Margin, Opened, Selection, View, decode};
use wsis_core::arrangement::Arrangement;
use wsis_core::draft::Draft;
use wsis_core::navigation::{GridParts, Stop};
use wsis_core::site_config::SiteConfig;
use wsis_platform::clipboard;
use wsis_platform::focus::{focus_first_when_drawn, focused_id};
use wsis_platform::history;
use wsis_platform::listener::WindowListener;

use crate::data::Data;
use crate::dataset::Dataset;
use crate::deployment::Deployment;
use crate::element_ids;
use crate::focus_return::{FocusReturn, focus_panel_title};
use crate::layout::{Layout, Toast};
use crate::navigation::{Navigation, Sheet, WentBack};
use crate::notices::Notices;
use crate::offline::OfflineStatus;

/// The state of the whole app. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The view and its address.
    pub navigation: Navigation,
    /// The loaded data.
    pub data: Data,
    /// The layout of the page.
    pub layout: Layout,
    /// The element that gets the focus back.
    pub focus_return: FocusReturn,
    /// Messages above the matrix.
    pub notices: Notices,
    /// The status of the offline copy.
    pub offline: OfflineStatus,
    /// The draft of an entry for ITU's database; it lives as long as the page and is stored nowhere.
    pub draft: RwSignal<Draft>,
    /// The operator's settings.
    pub deployment: Deployment,
}

impl Explorer {
    /// The state at the address of the page; nothing is loaded yet.
    #[must_use]
    pub fn new(config: SiteConfig) -> Self {
        let seconds = config.timeout_seconds;
        let (first, bad_values) = decode(&history::query());
        let extent = first.extent();
        let notices = Notices::new(bad_values);
        let navigation = Navigation::new(first, notices);
        let deployment = Deployment::new(config);
        Self {
            navigation,
            data: Data::new(navigation, deployment.api_address(), seconds),
            layout: Layout::new(extent),
            focus_return: FocusReturn::default(),
            notices,
            offline: OfflineStatus::default(),
            draft: RwSignal::new(Draft::default()),
            deployment,
        }
    }

    /// Starts loading, and follows the history and the selection as long as the current reactive owner lives.
    pub fn start(self) {
        #[cfg(debug_assertions)]
        if wsis_platform::history::query().contains("lang=qps") {
            wsis_messages::show_longer_texts();
        }
        self.data.load_with_language();
        WindowListener::new("popstate", move |_: PopStateEvent| self.navigation.restore_from_address())
            .keep();
        self.layout.sync_active_stop(self.navigation);
    }

    /// Makes the state available to the views under the current reactive owner.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The state of the app that the calling view belongs to.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The language of names: the one asked for, else English. Tracked.
    #[must_use]
    pub fn language(&self) -> Language {
        self.navigation.language()
    }

    /// Acts on a stop of the grid, as a click, Enter or Space does: selects it, or opens or closes C7.
    pub fn activate(&self, stop: Stop) {
        self.focus_return.remember(focused_id());
        self.layout.active.set(stop);
        let selection = match stop {
            Stop::Opener => return self.navigation.toggle_applications(),
            Stop::Margin(margin) => {
                self.navigation.select_margin(margin);
                return focus_panel_title();
            }
            Stop::Row(line) => Selection::Line(line),
            Stop::Column(goal) => Selection::Goal(goal),
            Stop::Cell(line, goal) => Selection::Cell(line, goal),
        };
        self.layout.searched.set(None);
        self.navigation.select(selection);
        focus_panel_title();
    }

    /// Acts on the stop of a selection.
    pub fn activate_selection(&self, selection: Selection) {
        if let Some(stop) = Stop::of(selection) {
            self.activate(stop);
        }
    }

    /// Goes back one step, as Esc does; the focus returns to where it was before that step.
    pub fn go_back(&self) {
        let ids = self.step_back();
        if !ids.is_empty() {
            focus_first_when_drawn(ids);
        }
    }

    /// Goes back one step. Returns the ids of the elements to focus; the first that is drawn gets the focus.
    fn step_back(&self) -> Vec<String> {
        match self.navigation.go_back() {
            // The browser itself returns the focus from a dialog.
            WentBack::Nowhere | WentBack::FromDialog => Vec::new(),
            WentBack::FromSheet(Sheet::Entry) => vec![element_ids::ENTRY_BUTTON.to_owned()],
            WentBack::FromSheet(Sheet::Filter) => vec![element_ids::FILTER_BUTTON.to_owned()],
            WentBack::FromSheet(Sheet::Arrange) => vec![element_ids::ARRANGE_BUTTON.to_owned()],
            WentBack::FromOpened(Opened::Project(id)) => {
                // A link may have opened it without its place in the list; so also below.
                vec![element_ids::project(&id), element_ids::PANEL_TITLE.to_owned()]
            }
            WentBack::FromOpened(Opened::Initiative(id)) => {
                vec![element_ids::initiative(&id), element_ids::PANEL_TITLE.to_owned()]
            }
            WentBack::FromOpened(Opened::Lens(_)) => vec![element_ids::REPORT_BUTTON.to_owned()],
            WentBack::FromCountry => self.focus_return.take().into_iter().collect(),
            WentBack::FromPanel(selection) => {
                if let Some(stop) = Stop::of(selection) {
                    self.layout.active.set(stop);
                }
                // The element of the selection may be gone; its place in the grid is not.
                let stop = self.layout.active.get_untracked().element_id();
                self.focus_return.take().into_iter().chain([stop]).collect()
            }
        }
    }

    /// Applies a change that the host page asks for. Returns the values that do not exist.
    pub fn apply_host_change(&self, changes: &[(String, Option<String>)]) -> Vec<BadValue> {
        let (bad_values, extent) = self.navigation.apply_host_change(changes);
        self.reset_arrangement(extent);
        bad_values
    }

    /// Shows the host's first view again.
    pub fn reset_for_host(&self) {
        let extent = self.navigation.reset_for_host();
        self.reset_arrangement(extent);
    }

    fn reset_arrangement(&self, extent: Option<Extent>) {
        if let Some(extent) = extent {
            self.layout.arrangement.set(Arrangement::default().within(extent));
        }
    }

    /// The parts of the grid that are asked for. Tracked.
    #[must_use]
    pub fn grid_parts(&self, dataset: &Dataset) -> GridParts {
        let is_whole = self.navigation.extent.get() == Extent::Matrix;
        let shows = is_whole && self.navigation.show.get() == DisplayMode::Projects;
        let has = |margin| shows && dataset.counts.of_margin(margin) > 0;
        GridParts {
            applications: self.navigation.view.with(View::shows_applications),
            no_goal: has(Margin::NoGoal(None)),
            no_line: has(Margin::NoLine(None)),
        }
    }

    /// The public address of the view, without the reader's own settings; `None` on a local machine. Tracked.
    #[must_use]
    pub fn public_address(&self) -> Option<String> {
        self.deployment.public_address_of(&self.navigation.view.with(View::public))
    }

    /// The address of the view on a page of its own, public or not. Tracked.
    #[must_use]
    pub fn own_address(&self) -> String {
        self.deployment.address_of(&self.navigation.view.with(View::public))
    }

    /// Copies the address to share, and says so. Where the browser lets no page copy, the address is shown instead.
    pub fn copy_link(&self) {
        let address = self.deployment.share_address_of(&self.navigation.view.with_untracked(View::public));
        let toast = self.layout.toast;
        Executor::spawn_local(async move {
            let done = clipboard::copy(address).await;
            let _ = toast.try_set(Some(if done { Toast::LinkCopied } else { Toast::LinkByHand }));
        });
    }

    /// The address to share, with a preview picture if there is one of exactly this view. Tracked.
    #[must_use]
    pub fn share_address(&self) -> String {
        self.deployment.share_address_of(&self.navigation.view.with(View::public))
    }
}

#[cfg(test)]
mod tests {
    use wsis_core::Line;
    use wsis_platform::history::in_memory;

    use super::*;
    use crate::test_support::with_owner;

    fn explorer(query: &str) -> Explorer {
        in_memory::reset(query, false);
        Explorer::new(SiteConfig::default())
    }

    #[test]
    fn activating_a_stop_selects_it_and_the_opener_opens_c7() {
        with_owner(|| {
            let explorer = explorer("");
            explorer.activate(Stop::Row(Line::C2));
            assert_eq!(in_memory::query(), "line=C2");
            assert_eq!(explorer.layout.active.get_untracked(), Stop::Row(Line::C2));
            explorer.activate(Stop::Opener);
            assert_eq!(in_memory::query(), "line=C2&open=C7");
        });
    }

    #[test]
    fn closing_the_panel_returns_the_focus_to_where_the_selection_was_made() {
        with_owner(|| {
            let explorer = explorer("");
            explorer.activate(Stop::Row(Line::C2));
            explorer.focus_return.remember(Some("search".to_owned()));
            assert_eq!(explorer.step_back(), ["search", "line-C2"]);
            explorer.activate(Stop::Row(Line::C3));
            assert_eq!(explorer.step_back(), ["line-C3"]);
            assert!(explorer.step_back().is_empty());
        });
    }

    #[test]
    fn each_thing_that_closes_returns_the_focus_to_its_opener() {
        with_owner(|| {
            let explorer = explorer("line=C2&project=one");
            for (sheet, opener) in [
                (Sheet::Entry, "prepare-entry"),
                (Sheet::Filter, "filter-button"),
                (Sheet::Arrange, "arrange-button"),
            ] {
                explorer.navigation.sheet.set(Some(sheet));
                assert_eq!(explorer.step_back(), [opener]);
            }
            assert_eq!(explorer.step_back(), ["project-one", "panel-title"]);
        });
    }

    #[test]
    fn another_extent_resets_the_drawn_order() {
        with_owner(|| {
            let explorer = explorer("embed=1&line=C2");
            let lines = || explorer.layout.arrangement.with(|arrangement| arrangement.lines().len());
            assert_eq!(lines(), 1);
            let lens = vec![("lens".to_owned(), Some("matrix".to_owned()))];
            assert!(explorer.apply_host_change(&lens).is_empty());
            assert_eq!(lines(), 11);
            explorer.reset_for_host();
            assert_eq!(lines(), 1);
        });
    }

    #[test]
    fn a_shared_address_leaves_the_readers_own_settings_out() {
        with_owner(|| {
            let explorer = explorer("line=C2&theme=dark&present=1");
            assert_eq!(explorer.own_address(), "?line=C2");
        });
    }
}
