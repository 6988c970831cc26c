//! Draws the state with Leptos. One component a file; views read signals of [`Explorer`] and call its methods.

mod about;
mod any;
mod arrange;
mod conflicts;
mod copy_link;
mod desk;
mod failure;
mod filter_fields;
mod filters;
mod finder;
mod framed;
mod grid;
mod header;
mod keyboard;
mod later;
mod legend;
mod names;
mod notices;
mod offline;
mod panel;
mod search;
mod stage;
mod standing;
mod tools;

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::KeyboardEvent;
use wsis_core::address::{self, Form, Panel as Shown, Presenting, Selection, Theme};
use wsis_core::language::Direction;
use wsis_core::navigation::Stop;
use wsis_core::talk::Cover;
use wsis_core::{Goal, Language, Line};

use crate::api::Remote;
use crate::dom::focus::{focus_first_when_drawn, focus_when_drawn};
use crate::dom::listener::WindowListener;
use crate::dom::place::panel_back;
use crate::dom::{page, storage};
use crate::state::{Explorer, Sheet, Site, stop_of};
use about::About;
use any::{truth, view};
use failure::{FailureBox, Waiting};
use filters::Filters;
use framed::WholeExplorer;
use grid::Grid;
use header::{Header, theme_name};
use later::Later;
use legend::Legend;
use names::Names;
use notices::Notices;
use panel::Panel;
use standing::Standing;
use tools::Tools;

/// Draws the app into its place. The prerendered page stays until the matrix has been loaded.
pub(crate) fn mount() {
    if let Some(place) = page::mount_point() {
        mount_to(place, App).forget();
        page::mark_ready();
    }
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let explorer = Explorer::start();
    provide_context(explorer);
    let later = Later::new(explorer);
    provide_context(later);
    if page::concerns_keeping() {
        // It is kept too, so this costs no bytes.
        later.need();
    }
    follow_root(explorer);
    follow_keys(explorer);
    if explorer.framed {
        frame_when_ready(explorer);
    }
    let presented = Memo::new(move |_| truth(explorer.view.with(address::View::on_stage)));
    view! {
        <LoadFailure />
        {move || {
            let form = explorer.form.get();
            if explorer.framed {
                panel_back(framed::PANEL_ID);
            }
            let site = explorer.site.get()?;
            Some(match presented.get() == truth(true) {
                true => view! { <OnStage site /> },
                false => view! { <Page site form /> },
            })
        }}
    }
}

/// What is presented; the prerendered page gives way to it as to the app's own.
#[component]
fn OnStage(site: Arc<Site>) -> impl IntoView {
    page::remove_prerendered();
    let messages = Explorer::get().messages;
    let (later, waiting) = (Later::get(), Waiting { label: messages.stage_loading(), bars: 4 });
    move || later.draw_stage(waiting, |parts| (parts.stage)(site.clone()))
}

/// What only a page of others needs comes later, as everything does that not everyone needs.
fn frame_when_ready(explorer: Explorer) {
    let later = Later::get();
    later.need();
    Effect::new(move || {
        if let Some(parts) = later.ready() {
            (parts.framed)(explorer);
        }
    });
}

/// What could not be loaded at the start, above what can be shown all the same.
#[component]
fn LoadFailure() -> impl IntoView {
    let explorer = Explorer::get();
    move || match explorer.site_remote() {
        Remote::Failed(failure) => {
            page::show_prerendered();
            Some(view! {
                <div class="page load-failure">
                    <FailureBox failure kept=true retry=Callback::new(move |()| explorer.load_again()) />
                </div>
            })
        }
        _ => None,
    }
}

#[component]
fn Page(site: Arc<Site>, form: Form) -> impl IntoView {
    let explorer = Explorer::get();
    // In the same task as the drawing, so that no frame shows both or neither.
    page::remove_prerendered();
    act_on_early_click(explorer);
    show_panel_of_address(explorer);
    let (messages, later) = (explorer.messages, Later::get());
    let bare = explorer.view.with_untracked(|view| view.bare);
    let (boarded, listed) = (site.clone(), site.clone());
    let board = (form != Form::Cell).then(|| {
        view! {
            <div class="board">
                <Filters site=boarded.clone() />
                <div class="matrix">
                    {(!bare).then(|| view! { <Tools /> })}
                    <Grid site=boarded.clone() />
                </div>
                <Legend site=boarded.clone() />
            </div>
        }
    });
    let skip =
        (!explorer.framed).then(|| view! { <a class="skip" href="#matrix">{messages.site_skip()}</a> });
    let foot = if explorer.framed {
        view! { <WholeExplorer /> }
    } else {
        view! { <About site=listed /> }
    };
    view! {
        <div class="page" lang=Language::English.code()>
            {skip}
            <Header />
            <Standing site=site.clone() />
            {later.shows(|parts| parts.offline_notes)}
            <Notices />
            // Whoever comes here is about to select something.
            <main
                id="matrix"
                class="stage"
                tabindex="-1"
                on:pointerenter=move |_| later.need()
                on:focusin=move |_| later.need()
            >
                {board}
                <Panel />
            </main>
            {foot}
        </div>
    }
}

/// The attributes of the root element that follow the view: direction, colours, and the title of the window.
fn follow_root(explorer: Explorer) {
    // An attribute of the root that is set again, even to what it was, has every style of the page computed anew.
    let mirrored = Memo::new(move |_| explorer.language().direction() == Direction::RightToLeft);
    Effect::new(move || {
        page::set_direction(if mirrored.get() { Direction::RightToLeft } else { Direction::LeftToRight });
    });
    let theme = Memo::new(move |_| explorer.view.with(|view| view.theme.map(Theme::code)));
    Effect::new(move || page::set_root_attribute("data-theme", theme.get()));
    Effect::new(move || {
        let site = explorer.messages.site_title();
        page::set_title(&match window_title(explorer) {
            title if title == site => title,
            title => format!("{title} – {site}"),
        });
    });
}

/// What is shown, by its names; the site's own title where nothing is. Tracks it.
fn window_title(explorer: Explorer) -> String {
    let view = explorer.view.get();
    let own = || explorer.messages.site_title().to_owned();
    let Some(site) = explorer.site.get() else { return own() };
    if let (Some(_), Some(title)) = (&view.project, explorer.project_title.get()) {
        return title;
    }
    let line = |line: Line| format!("{} {}", line.parent().unwrap_or(line), site.matrix.line_name(line));
    let goal = |goal: Goal| {
        format!("{} {}", explorer.messages.panel_goal(&goal.to_string()), site.matrix.goal_name(goal))
    };
    match (view.panel(), &view.filter.query) {
        (Shown::Selected(Selection::Line(of)), _) => line(of),
        (Shown::Selected(Selection::Goal(of)), _) => goal(of),
        (Shown::Selected(Selection::Cell(one, other)), _) => format!("{} × {}", line(one), goal(other)),
        (Shown::Country(country), _) => Names::get(&site).country(&country),
        (Shown::Comparison, _) => explorer.messages.compare_title().to_owned(),
        (Shown::List, Some(query)) => query.as_str().to_owned(),
        (Shown::List, None) => explorer.messages.projects_title().to_owned(),
        (Shown::Start | Shown::Selected(Selection::None), _) => own(),
    }
}

/// Esc goes back one step: from a project to its list, from the panel to the grid; the focus returns with it. P presents
/// what is looked at. On stage other keys count.
fn follow_keys(explorer: Explorer) {
    let listener = WindowListener::new("keydown", move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key());
        let ours = !event.default_prevented() && !event.is_composing() && !page::popover_is_open();
        if !plain || !ours || explorer.view.with_untracked(address::View::on_stage) {
            return;
        }
        if event.key() == "Escape" {
            leave(explorer);
        } else if event.key() == "p" && !explorer.framed && !page::writes_text() && storage::letters() {
            explorer.present(Presenting::Stage, None, Cover::None);
        }
    });
    listener.keep();
}

/// Goes back one step, with the focus where it was before that step.
pub(crate) fn leave(explorer: Explorer) {
    let view = explorer.view.get_untracked();
    if explorer.form.get_untracked() == Form::Cell && view.project.is_none() {
        // Nothing would be left.
        return;
    }
    if let Some(sheet) = explorer.sheet.get_untracked() {
        explorer.close_sheet();
        let opener = if sheet == Sheet::Entry { panel::OPENER_ID } else { header::OPENER_ID };
        focus_when_drawn(opener.to_owned());
    } else if let Some(project) = &view.project {
        focus_when_drawn(panel::project_element_id(project));
        explorer.close_project();
    } else if let (Shown::Country(_), Some(before)) = (view.panel(), explorer.take_came_from()) {
        explorer.look_again(before);
        focus_first_when_drawn(explorer.take_origin().into_iter().collect());
    } else if view.shows_list() {
        explorer.close_panel();
        if let Some(stop) = stop_of(view.selection) {
            explorer.active.set(stop);
        }
        // Back to where the selection was made from, if that is still there; else to its place in the grid.
        let stop = explorer.active.get_untracked().element_id();
        focus_first_when_drawn(explorer.take_origin().into_iter().chain([stop]).collect());
    }
}

/// A link to a cell leads to the cell: on a phone its panel lies far below the grid. Only once, at the start.
fn show_panel_of_address(explorer: Explorer) {
    let view = explorer.view.get_untracked();
    // In a page of others the focus is theirs.
    if explorer.arrives() && !explorer.framed && (view.shows_list() || view.project.is_some()) {
        panel::focus_title();
    }
}

/// A click on the prerendered table counts as if the app had been there.
fn act_on_early_click(explorer: Explorer) {
    if let Some(stop) = page::early_click().and_then(|id| Stop::from_element_id(&id)) {
        grid::activate(explorer, stop);
    }
}
