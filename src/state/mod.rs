//! What is looked at and what has been loaded: the one state that the views draw.
//!
//! `Explorer` is handed to every view by Leptos' context. A person's act calls one of its methods; the method changes
//! the view, and the address follows. Views read signals and never the address.

mod filtered;
mod kept;
mod site;

use std::num::NonZeroU16;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::PopStateEvent;
use wsis_core::address::{
    BadValue, Form, Panel, Presenting, Selection, Show, Theme, TourName, View, changed, decode, encode,
    share_path,
};
use wsis_core::arrangement::{Arrangement, Order};
use wsis_core::comparison::{Compared, MOST};
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;
use wsis_core::draft::Draft;
use wsis_core::filter::{Facet, FacetValue, Filter};
use wsis_core::heat::Scale;
use wsis_core::index::{Bits, ProjectIndex, TitleList};
use wsis_core::matrix::Numbers;
use wsis_core::navigation::Stop;
use wsis_core::talk::Cover;
use wsis_core::{CountryCode, EntryId, Language};
use wsis_messages::Messages;

use crate::api::{Api, Latest, Remote};
use crate::dom::history::{self, Entry};
use crate::dom::listener::WindowListener;
use crate::dom::page::{self, Config};
use crate::dom::storage;
use filtered::Filtered;
pub(crate) use kept::{Kept, OfSnapshot};
pub(crate) use site::Site;

/// Something a person should be told once, beside what they see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The address had a value that does not exist.
    BadValue(BadValue),
    /// The browser does not let the address follow.
    AddressFixed,
}

/// What stands in the panel in the place of what is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// The entry that is being prepared for ITU's database.
    Entry,
    /// The tours, and the making of one.
    Tours,
}

/// The state of the whole app. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    /// What is looked at.
    pub(crate) view: ReadSignal<View>,
    set_view: WriteSignal<View>,
    /// The matrix, once it has been loaded; the newest that could be.
    pub(crate) site: RwSignal<Option<Arc<Site>>>,
    site_slot: Latest<Site>,
    /// The names of vocabulary values.
    pub(crate) vocabulary: Kept<Vocabulary>,
    /// Why each link stands.
    pub(crate) rationales: Kept<Rationales>,
    /// What is said of each line.
    pub(crate) passages: Kept<Passages>,
    /// The report's initiatives.
    pub(crate) initiatives: Kept<Initiatives>,
    /// Where sources differ.
    pub(crate) conflicts: Kept<Conflicts>,
    /// How ITU registers projects.
    pub(crate) registration: Kept<Registration>,
    /// The tours that come with the data.
    pub(crate) tours: Kept<Tours>,
    /// The columns of all projects.
    pub(crate) index: Kept<ProjectIndex>,
    /// What they are called.
    pub(crate) titles: Kept<TitleList>,
    /// What is selected: the places of the grid follow this and not the whole view.
    pub(crate) selection: Memo<Selection>,
    /// What the cells show, likewise.
    pub(crate) shows: Memo<Show>,
    /// What their shades are compared with.
    pub(crate) scale: Memo<Scale>,
    /// The order of lines and goals as they are drawn; what is asked for may still be on its way.
    pub(crate) arrangement: RwSignal<Arrangement>,
    /// What passes the filter.
    filtered: Filtered,
    /// The entry that is being prepared. It lives as long as the page, and nowhere else.
    pub(crate) draft: RwSignal<Draft>,
    /// What is shown in the place of what is selected.
    pub(crate) sheet: RwSignal<Option<Sheet>>,
    /// What covers the stage when it opens next.
    pub(crate) cover: StoredValue<Cover>,
    /// Whether the fields of the filter are shown.
    pub(crate) filters_open: RwSignal<bool>,
    /// Whether the fields of order and shades are shown.
    pub(crate) arrange_open: RwSignal<bool>,
    /// What the open project is called, once that is known.
    pub(crate) project_title: RwSignal<Option<String>>,
    /// What a person should be told.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// Whether the legend still has to be pointed at: a first visit.
    pub(crate) legend_is_new: RwSignal<bool>,
    /// The one stop of the grid that is in the tab order.
    pub(crate) active: RwSignal<Stop>,
    /// Whether the page stands in another one.
    pub(crate) framed: bool,
    /// How much of the matrix is drawn.
    pub(crate) form: RwSignal<Form>,
    first: StoredValue<View>,
    /// The texts of the interface.
    pub(crate) messages: Messages,
    /// The initiative that was looked for; the list that has it shows it and takes it.
    pub(crate) pointed: StoredValue<Option<EntryId>>,
    config: StoredValue<Config>,
    api: StoredValue<Api>,
    arrived: StoredValue<bool>,
    origin: StoredValue<Option<String>>,
    came_from: StoredValue<Option<View>>,
}

impl Explorer {
    /// The state as the address asks for it; loading starts at once.
    pub(crate) fn start() -> Self {
        let config = page::config();
        let api = Api::new(page::resolve(&config.api));
        let seconds = config.timeout_seconds;
        let (first, bad_values) = decode(&history::query());
        let (framed, form) = (first.embed, first.form());
        let (view, set_view) = signal(first.clone());
        let site = RwSignal::new(None);
        let index = Kept::new(seconds);
        let titles = Kept::new(seconds);
        let explorer = Self {
            view,
            set_view,
            site,
            site_slot: Latest::new(seconds),
            vocabulary: Kept::new(seconds),
            rationales: Kept::new(seconds),
            passages: Kept::new(seconds),
            initiatives: Kept::new(seconds),
            conflicts: Kept::new(seconds),
            registration: Kept::new(seconds),
            tours: Kept::new(seconds),
            index,
            titles,
            selection: Memo::new(move |_| view.with(|view| view.selection)),
            shows: Memo::new(move |_| view.with(|view| view.show)),
            scale: Memo::new(move |_| view.with(|view| view.scale)),
            arrangement: RwSignal::new(Arrangement::default().within(form)),
            filtered: Filtered::new(view, site, index, titles),
            draft: RwSignal::new(Draft::default()),
            filters_open: RwSignal::new(false),
            arrange_open: RwSignal::new(false),
            project_title: RwSignal::new(None),
            sheet: RwSignal::new(None),
            cover: StoredValue::new(Cover::None),
            notices: RwSignal::new(bad_values.into_iter().map(Notice::BadValue).collect()),
            // In a page of others nothing is remembered.
            legend_is_new: RwSignal::new(!framed && storage::first_visit()),
            framed,
            form: RwSignal::new(form),
            first: StoredValue::new(first),
            active: RwSignal::new(Stop::FIRST),
            messages: Messages::ENGLISH,
            pointed: StoredValue::new(None),
            config: StoredValue::new(config),
            api: StoredValue::new(api),
            arrived: StoredValue::new(false),
            origin: StoredValue::new(None),
            came_from: StoredValue::new(None),
        };
        explorer.load_with_language();
        explorer.follow_history();
        explorer.follow_selection();
        explorer
    }

    /// The explorer of the app that the calling view belongs to.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Whether the page is drawn for the first time; true once.
    pub(crate) fn arrives(&self) -> bool {
        !self.arrived.try_update_value(|arrived| std::mem::replace(arrived, true)).unwrap_or(true)
    }

    /// Remembers the element that a selection was made from, by its id.
    pub(crate) fn remember_origin(&self, id: Option<String>) {
        self.origin.set_value(id);
    }

    /// The element that the last selection was made from; handed out once.
    pub(crate) fn take_origin(&self) -> Option<String> {
        self.origin.try_update_value(Option::take).flatten()
    }

    /// The language of names: the one asked for, else English.
    pub(crate) fn language(&self) -> Language {
        self.view.with(|view| view.language.unwrap_or(Language::English))
    }

    /// The languages to choose from.
    pub(crate) fn languages(&self) -> Vec<Language> {
        self.config.with_value(|config| config.languages.clone())
    }

    /// The public address of the view, without what is only the reader's own taste; none on a local machine.
    pub(crate) fn public_address(&self) -> Option<String> {
        self.public_address_of(&self.view.get().public())
    }

    /// The address to give to others: a page with a picture and a text for those who only see its card, where there is
    /// one of exactly this view; else the view itself.
    pub(crate) fn shared_address(&self) -> String {
        let page = share_path(&self.view.get().public());
        match page.filter(|_| self.config.with_value(|config| config.share_pages)) {
            Some(page) => format!("{}{page}", self.site_address()),
            None => self.own_address(),
        }
    }

    /// Whether others can reach the site.
    pub(crate) fn has_public_address(&self) -> bool {
        self.config.with_value(|config| !config.public_address.is_empty())
            || page::public_own_address().is_some()
    }

    /// The address of the site with its closing slash, public or not.
    pub(crate) fn site_address(&self) -> String {
        let configured = self.config.with_value(|config| config.public_address.clone());
        let base = if configured.is_empty() { page::own_address().unwrap_or_default() } else { configured };
        base.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or(base)
    }

    /// The version of the element that never changes, and the hash of its content.
    pub(crate) fn pinned_element(&self) -> (String, String) {
        self.config.with_value(|config| (config.embed_version.clone(), config.embed_integrity.clone()))
    }

    /// The address of the view on a page of its own, public or not. Tracks the view.
    pub(crate) fn own_address(&self) -> String {
        self.address_here(&self.view.get().public())
    }

    /// The style sheet of the stage, relative to the page.
    pub(crate) fn stage_style(&self) -> String {
        self.config.with_value(|config| config.stage_style.clone())
    }

    /// The style sheet of what the later part of the program draws, relative to the page.
    pub(crate) fn later_style(&self) -> String {
        self.config.with_value(|config| config.later_style.clone())
    }

    /// The public address of another view; none on a local machine.
    pub(crate) fn public_address_of(&self, view: &View) -> Option<String> {
        let configured = self.config.with_value(|config| config.public_address.clone());
        let base = if configured.is_empty() { page::public_own_address()? } else { configured };
        Some(address_of(&base, view))
    }

    /// The address of another view, public or not.
    pub(crate) fn address_here(&self, view: &View) -> String {
        let here = || address_of(&page::own_address().unwrap_or_default(), view);
        self.public_address_of(view).unwrap_or_else(here)
    }

    /// Where errors are reported, if the operator said so.
    pub(crate) fn contact_address(&self) -> Option<String> {
        let address = self.config.with_value(|config| config.contact_address.clone());
        (address.starts_with("https://") || address.starts_with("http://") || address.starts_with("mailto:"))
            .then_some(address)
    }

    /// Where ITU registers projects, if the operator left it in.
    pub(crate) fn register_address(&self) -> String {
        self.config.with_value(|config| config.register_address.clone())
    }

    /// A slot for a question of one view, with the configured deadline.
    pub(crate) fn slot<T: Send + Sync + 'static>(&self) -> Latest<T> {
        Latest::new(self.config.with_value(|config| config.timeout_seconds))
    }

    /// What has become of loading the matrix. Tracks it.
    pub(crate) fn site_remote(&self) -> Remote<Arc<Site>> {
        self.site_slot.remote()
    }

    /// Loads the matrix again, after it failed.
    pub(crate) fn load_again(&self) {
        self.load_site(untrack(|| self.language()));
    }

    /// Loads the matrix in a language.
    fn load_site(&self, language: Language) {
        let (api, known) = (self.api.get_value(), self.site.get_untracked());
        self.site_slot.ask(|cancel| site::load(api, language, known, cancel));
    }

    /// What was looked at when a country's profile was opened from a selection; handed out once.
    pub(crate) fn take_came_from(&self) -> Option<View> {
        self.came_from.try_update_value(Option::take).flatten()
    }

    /// Selects a cell, a line or a goal: a new entry to go back from. An open project closes; the filter stays.
    pub(crate) fn select(&self, selection: Selection) {
        self.pointed.set_value(None);
        self.came_from.set_value(None);
        self.change(Entry::New, |view| View { selection, project: None, ..view });
    }

    /// Shows a country's profile, whatever was looked at before.
    pub(crate) fn show_country(&self, country: &CountryCode) {
        let before = self.view.get_untracked();
        let value = Facet::Country.value(country.as_str()).map(|id| FacetValue { facet: Facet::Country, id });
        self.look_at(Filter::of_values(value));
        self.came_from.set_value((before.selection != Selection::None).then_some(before));
    }

    /// Shows the projects that pass a filter.
    pub(crate) fn look_at(&self, filter: Filter) {
        self.came_from.set_value(None);
        self.change(Entry::New, |view| {
            // A country may be wanted beside what is compared; a list is wanted instead.
            let compare = if filter.country().is_some() { view.compare } else { Vec::new() };
            View { selection: Selection::None, filter, project: None, compare, ..view }
        });
    }

    /// Goes back to what was looked at before.
    pub(crate) fn look_again(&self, before: View) {
        self.change(Entry::New, |view| View {
            language: view.language,
            theme: view.theme,
            project: None,
            ..before
        });
    }

    /// Asks something else of the collection; what is selected stays.
    pub(crate) fn filter(&self, act: impl FnOnce(&mut Filter)) {
        self.change(Entry::Same, |mut view| {
            act(&mut view.filter);
            view
        });
    }

    /// Takes a thing into the comparison; with a second one it is shown.
    pub(crate) fn compare(&self, thing: Compared) {
        self.change(Entry::New, |mut view| {
            if view.compare.len() < MOST && !view.compare.contains(&thing) {
                view.compare.push(thing.clone());
            }
            let shown = view.compare.len() > 1;
            if let (true, Compared::Country(_)) = (shown, &thing) {
                // Its profile gives way to the comparison.
                view.filter = view.filter.without(Facet::Country);
            }
            View { selection: if shown { Selection::None } else { view.selection }, project: None, ..view }
        });
    }

    /// Takes a thing out of the comparison.
    pub(crate) fn compare_no_longer(&self, thing: &Compared) {
        self.change(Entry::Same, |mut view| {
            view.compare.retain(|known| known != thing);
            view
        });
    }

    /// Shows something else in the cells.
    pub(crate) fn show(&self, show: Show) {
        self.change(Entry::Same, |view| View { show, ..view });
    }

    /// Puts lines and goals into an order.
    pub(crate) fn arrange(&self, order: Order) {
        self.change(Entry::Same, |view| View { order, ..view });
    }

    /// Compares the cells with something else.
    pub(crate) fn compare_cells_with(&self, scale: Scale) {
        self.change(Entry::Same, |view| View { scale, ..view });
    }

    /// Closes the panel: first what is selected, then what the filter lists.
    pub(crate) fn close_panel(&self) {
        let (panel, nothing_selected) =
            self.view.with_untracked(|view| (view.panel(), view.selection == Selection::None));
        if panel == Panel::Comparison {
            self.change(Entry::New, |view| View { compare: Vec::new(), ..view });
        } else if nothing_selected {
            self.look_at(Filter::default());
        } else {
            self.select(Selection::None);
        }
    }

    /// The projects that pass the filter; none where it asks nothing, or is not known yet. Tracks them.
    pub(crate) fn passing(&self) -> Option<Arc<Bits>> {
        self.filtered.passing.get()
    }

    /// Whether what passes the filter is not known yet. Tracks it.
    pub(crate) fn is_counting(&self) -> bool {
        self.view.with(|view| !view.filter.is_empty()) && self.passing().is_none()
    }

    /// The numbers of the cells: of what passes the filter, or of all as long as that is not known. Tracks them.
    pub(crate) fn numbers(&self, site: &Site) -> Arc<Numbers> {
        self.filtered.numbers.get().unwrap_or_else(|| site.numbers.clone())
    }

    /// Opens the details of a project.
    pub(crate) fn open_project(&self, id: EntryId) {
        self.change(Entry::Same, |view| View { project: Some(id), ..view });
    }

    /// Goes back from a project to its list.
    pub(crate) fn close_project(&self) {
        self.change(Entry::Same, |view| View { project: None, ..view });
    }

    /// Goes back from a sheet to what is selected; what was written is kept.
    pub(crate) fn close_sheet(&self) {
        self.sheet.set(None);
    }

    /// Presents a tour, or the view itself; `cover` is what the stage opens with.
    pub(crate) fn present(&self, presenting: Presenting, tour: Option<TourName>, cover: Cover) {
        self.cover.set_value(cover);
        storage::forget_of_window(storage::TALK_STARTED);
        self.change(Entry::New, |view| View { presenting, tour, step: None, ..view });
    }

    /// Shows another step of what is presented.
    pub(crate) fn show_step(&self, step: Option<NonZeroU16>) {
        self.change(Entry::Same, |view| View { step, ..view });
    }

    /// Shows a second language on stage, or no more.
    pub(crate) fn set_second(&self, second: Option<Language>) {
        self.change(Entry::Same, |view| View { second, ..view });
    }

    /// Leaves the stage for what was last shown on it.
    pub(crate) fn leave_stage(&self, shown: View) {
        self.change(Entry::New, |view| View { language: view.language, theme: view.theme, ..shown });
    }

    /// Opens C7's e-applications, or closes them.
    pub(crate) fn toggle_applications(&self) {
        self.change(Entry::Same, |view| {
            if view.shows_applications() { view.closed() } else { View { opened: true, ..view } }
        });
    }

    /// Shows names in a language.
    pub(crate) fn set_language(&self, language: Language) {
        let language = (language != Language::English).then_some(language);
        self.change(Entry::Same, |view| View { language, ..view });
    }

    /// Shows the page in colours; without a theme as on the device.
    pub(crate) fn set_theme(&self, theme: Option<Theme>) {
        self.change(Entry::Same, |view| View { theme, ..view });
    }

    /// Takes a notice away.
    pub(crate) fn dismiss(&self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|known| known != notice));
    }

    /// Points at the legend no more.
    pub(crate) fn know_legend(&self) {
        self.legend_is_new.set(false);
    }

    fn change(&self, entry: Entry, act: impl FnOnce(View) -> View) {
        let before = self.view.get_untracked();
        let after = act(before.clone());
        if after == before {
            return;
        }
        // Going back is for the page around this one, and its address is not ours.
        let entry = if self.framed { Entry::Same } else { entry };
        if history::set_query(&encode(&after), entry).is_err() && !self.framed {
            self.notices.update(|notices| {
                if !notices.contains(&Notice::AddressFixed) {
                    notices.push(Notice::AddressFixed);
                }
            });
        }
        self.set_view.set(after);
        // What is chosen now is what is wanted to be seen.
        self.sheet.set(None);
    }

    /// Looks at what the page around asks for; says what of that means nothing.
    pub(crate) fn host_sets(&self, changes: &[(String, Option<String>)]) -> Vec<BadValue> {
        let (view, bad_values) = changed(&self.view.get_untracked(), changes);
        let changes_any = |names: &[&str]| changes.iter().any(|(name, _)| names.contains(&name.as_str()));
        // What shows the whole matrix goes on doing so, whatever is selected in it; and what shows a part shows that one
        // until another is asked for, whatever its reader has selected.
        let is_part = self.form.get_untracked() != Form::Matrix;
        if changes_any(&["lens"]) || (is_part && changes_any(&["line", "goal"])) {
            self.take_form(view.form());
        }
        self.change(Entry::Same, |_| view);
        bad_values
    }

    /// Looks again at what the page around asked for.
    pub(crate) fn host_resets(&self) {
        let first = self.first.get_value();
        self.take_form(first.form());
        self.change(Entry::Same, |_| first);
    }

    fn take_form(&self, form: Form) {
        if self.form.get_untracked() != form {
            self.arrangement.set(Arrangement::default().within(form));
            self.form.set(form);
        }
    }

    /// Loads the matrix now and whenever the language changes; what is on screen stays until the new one is there.
    fn load_with_language(self) {
        let language = Memo::new(move |_| View { language: self.view.get().language, ..View::default() });
        // Tracks the language alone: a selection must not load anything again.
        Effect::new(move || self.load_site(language.get().language.unwrap_or(Language::English)));
        Effect::new(move || {
            if let Remote::Ready(site) = self.site_slot.remote() {
                self.site.set(Some(site));
            }
        });
    }

    /// Back and forward show the view of the address they lead to.
    fn follow_history(self) {
        let listener = WindowListener::new("popstate", move |_: PopStateEvent| {
            let (view, bad_values) = decode(&history::query());
            // A link within the page comes by here too, and changes nothing.
            if self.view.with_untracked(|shown| *shown == view) {
                return;
            }
            self.set_view.set(view);
            self.sheet.set(None);
            self.notices.update(|notices| {
                notices.retain(|notice| !matches!(notice, Notice::BadValue(_)));
                notices.extend(bad_values.into_iter().map(Notice::BadValue));
            });
        });
        listener.keep();
    }

    /// What is selected is also where the keyboard enters the grid.
    fn follow_selection(self) {
        Effect::new(move || {
            if let Some(stop) = stop_of(self.selection.get()) {
                self.active.set(stop);
            }
        });
        // A closed row takes its stop along.
        let opened = Memo::new(move |_| self.view.with(View::shows_applications));
        Effect::new(move || {
            if !opened.get() {
                self.active.update(|stop| *stop = stop.without_applications());
            }
        });
    }
}

/// The address of a view on the site at `base`.
fn address_of(base: &str, view: &View) -> String {
    let query = encode(view);
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

/// The stop in the grid that a selection stands at.
pub(crate) fn stop_of(selection: Selection) -> Option<Stop> {
    match selection {
        Selection::None => None,
        Selection::Line(line) => Some(Stop::Row(line)),
        Selection::Goal(goal) => Some(Stop::Column(goal)),
        Selection::Cell(line, goal) => Some(Stop::Cell(line, goal)),
    }
}
