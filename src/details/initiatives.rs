//! Initiatives of the ITU Secretary-General's report, below the projects and never counted with them.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Goal;
use wsis_core::address::Opened;
use wsis_core::contract::context::{Initiative, Initiatives, Tie};
use wsis_core::placement::Placement;
use wsis_messages::Messages;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::focus_return::focus_panel_title;

use crate::content::language::text_lang;
use crate::content::names::Names;
use crate::details::initiative::{line_name, tie_text};
use crate::details::short_list::short_list;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// How an initiative stands in what is selected, if it does.
pub(crate) type Stands = Callback<Initiative, Option<Placement>>;

/// How many initiatives belong to what is selected; `None` until they are loaded.
pub(crate) fn initiative_count(stands: Stands) -> Signal<Option<u32>> {
    let initiatives = Explorer::get().data.initiatives;
    Signal::derive(move || {
        let all = initiatives.ready()?;
        let found = all.initiatives.iter().filter(|one| stands.run((*one).clone()).is_some());
        u32::try_from(found.count()).ok()
    })
}

/// The initiatives that belong to what is selected.
#[component]
pub(crate) fn InitiativeList(
    /// Names are taken from here.
    dataset: Arc<Dataset>,
    /// Which belong, and how.
    stands: Stands,
    /// Whether those that name the goal stand apart from those that are tied to the line only.
    #[prop(optional)]
    grouped: bool,
) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.initiatives_loading(), bars: 3 };
    let content = when_loaded(explorer.data.initiatives, dataset.clone(), waiting, move |all| {
        found(&dataset, explorer, &all, stands, grouped)
    });
    view! {
        <section class="initiatives" aria-labelledby="initiatives-title">
            <h3 class="tab-title" id="initiatives-title">{messages.initiatives_title()}</h3>
            <p class="fine">{messages.initiatives_explain()}</p>
            {content}
        </section>
    }
}

/// Those that belong, in one list or in two.
fn found(
    dataset: &Arc<Dataset>,
    explorer: Explorer,
    all: &Initiatives,
    stands: Stands,
    grouped: bool,
) -> AnyView {
    let messages = explorer.messages();
    let of = |wanted: Placement| -> Vec<Initiative> {
        all.initiatives.iter().filter(|one| stands.run((*one).clone()) == Some(wanted)).cloned().collect()
    };
    let (named, tied) = (of(Placement::Declared), of(Placement::Derived));
    if named.is_empty() && tied.is_empty() {
        return view! { <p class="empty">{messages.initiatives_none()}</p> };
    }
    let count = |list: &[Initiative]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    let named_title = grouped.then(|| messages.initiatives_name_goal(count(&named)));
    let tied_title = grouped.then(|| messages.initiatives_line_only(count(&tied)));
    view! {
        {group(dataset, explorer, named_title, named)}
        {group(dataset, explorer, tied_title, tied)}
    }
}

/// A list under its heading, the first few shown at once.
fn group(
    dataset: &Arc<Dataset>,
    explorer: Explorer,
    title: Option<String>,
    list: Vec<Initiative>,
) -> Option<AnyView> {
    // The way back from an open initiative leads to its place in the list.
    let opened = explorer.navigation.view.with_untracked(|view| view.opened.clone());
    let has_opened = list.iter().any(|one| Some(Opened::Initiative(one.id.clone())) == opened);
    let dataset = dataset.clone();
    let id = |initiative: &Initiative| element_ids::initiative(&initiative.id);
    (!list.is_empty()).then(|| {
        view! {
            {title.map(|title| view! { <h4 class="group-title">{title}</h4> })}
            {short_list(list, has_opened, id, move |initiative| item(&dataset, initiative))}
        }
    })
}

fn item(dataset: &Arc<Dataset>, initiative: Initiative) -> AnyView {
    let explorer = Explorer::get();
    let ties = ties(dataset, explorer.messages(), &initiative).join(" · ");
    let kind = initiative.kind.clone();
    let organisations = initiative.organisations.join(", ");
    let id = element_ids::initiative(&initiative.id);
    let opened = initiative.id.clone();
    let open = move |_| {
        explorer.navigation.open(Opened::Initiative(opened.clone()));
        focus_panel_title();
    };
    let text_language = text_lang(dataset, initiative.language);
    let dataset = dataset.clone();
    view! {
        <li class="initiative">
            <button class="initiative-name" type="button" id=id on:click=open>{initiative.name.clone()}</button>
            <p class="project-facts">
                <span class="fact"><bdi>{move || Names::get(&dataset).entry_kind(&kind)}</bdi></span>
                <span class="fact"><bdi>{organisations}</bdi></span>
            </p>
            <p lang=text_language dir="auto">{initiative.text.clone()}</p>
            <p class="fine">{ties}</p>
        </li>
    }
}

/// The ties of an initiative to lines and goals with their kind, each as a text.
fn ties(dataset: &Dataset, messages: Messages, initiative: &Initiative) -> Vec<String> {
    let lines = initiative
        .lines
        .iter()
        .map(|tie| tie_text(messages, &line_name(dataset, messages, tie.line), tie.tie));
    let collective = initiative.goals.iter().filter(|tie| tie.tie == Tie::Collective).count();
    let names_all = collective == Goal::all().count();
    let all_goals = names_all.then(|| messages.initiatives_all_goals().to_owned());
    let goals = initiative
        .goals
        .iter()
        .filter(move |_| !names_all)
        .map(|tie| tie_text(messages, &messages.panel_goal(&tie.goal.to_string()), tie.tie));
    let no_line = initiative.lines.is_empty().then(|| messages.initiatives_no_line().to_owned());
    let no_goal = initiative.goals.is_empty().then(|| messages.initiatives_no_goal().to_owned());
    lines.chain(all_goals).chain(goals).chain(no_line).chain(no_goal).collect()
}
