//! The form for an entry in ITU's database, to copy or save as text. Nothing of it is sent or stored.

mod invitation;
mod rules;
mod terms;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::registration::Registration;
use wsis_core::draft::{Draft, Touch, categories};
use wsis_core::{Goal, Line, VocabularyId};
use wsis_messages::Messages;

use wsis_page::draft_text::draft_text;
use wsis_platform::location::http_address;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::memo;
use wsis_state::element_ids;

use crate::content::language::lang_if_other;
use crate::content::names::Names;
use crate::details::entry::rules::registration_rules;
use crate::details::entry::terms::vocabulary_terms;
use crate::details::targets::TargetList;
use crate::ui::any_view::view;
use crate::ui::copyable_text::copyable_text;
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// The WSIS Prizes at ITU.
const PRIZES: &str = "https://www.itu.int/net4/wsis/stocktaking/Prizes/2026";

pub(super) use invitation::{invitation, invitation_from};

/// The form.
pub(crate) fn entry_form(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.entry_loading(), bars: 4 };
    let (names, rules) = (dataset.clone(), dataset.clone());
    let known =
        when_loaded(explorer.data.registration, dataset.clone(), waiting, move |known: Arc<Registration>| {
            registration_rules(&rules, messages, &known)
        });
    let form = EntryForm { explorer, messages, dataset };
    let terms = move || vocabulary_terms(explorer, &names);
    view! {
        <div class="entry">
            <div class="panel-head">
                <button class="back" type="button" on:click=move |_| explorer.go_back()>
                    {icon(Symbol::Back)}
                    {messages.project_back()}
                </button>
            </div>
            <h2 id=element_ids::ENTRY_HEADING tabindex="-1">{messages.entry_heading()}</h2>
            <p>{messages.entry_what()}</p>
            <p class="entry-links">
                {away(explorer.deployment.register_address(), messages.entry_register())}
                {away(PRIZES.to_owned(), messages.entry_prizes())}
            </p>
            {form.title()}
            {form.country()}
            {form.line()}
            {form.goals()}
            {terms}
            {form.text()}
            {known}
        </div>
    }
}

/// A link to a page of ITU; nothing where its address is no address of the web.
fn away(address: String, text: &'static str) -> Option<AnyView> {
    let address = http_address(&address)?;
    Some(view! { <a href=address rel="noreferrer">{text}</a> })
}

/// The fields of the form.
struct EntryForm {
    explorer: Explorer,
    messages: Messages,
    dataset: Arc<Dataset>,
}

impl EntryForm {
    fn title(&self) -> AnyView {
        let draft = self.explorer.draft;
        view! {
            <label class="field">
                <span>{self.messages.entry_title()}</span>
                <input
                    id="entry-title"
                    prop:value=move || draft.with(|draft| draft.title.clone())
                    dir="auto"
                    on:input=move |event| draft.update(|draft| draft.title = event_target_value(&event))
                />
            </label>
        }
    }

    fn country(&self) -> AnyView {
        let draft = self.explorer.draft;
        view! {
            <label class="field">
                <span>{self.messages.project_country()}</span>
                <input
                    id="entry-country"
                    prop:value=move || draft.with(|draft| draft.country.clone())
                    dir="auto"
                    on:input=move |event| draft.update(|draft| draft.country = event_target_value(&event))
                />
            </label>
        }
    }

    fn line(&self) -> AnyView {
        let draft = self.explorer.draft;
        let language = lang_if_other(self.dataset.language);
        let is_chosen = move |line: Option<Line>| draft.with(|draft| draft.line == line);
        let options = categories()
            .map(|line| {
                let name = format!("{} {}", line.parent().unwrap_or(line), self.dataset.matrix.line_name(line));
                view! {
                    <option value=line.id() lang=language prop:selected=move || is_chosen(Some(line))>{name}</option>
                }
            })
            .collect_view();
        let choose = move |event| {
            let line = event_target_value(&event).parse().ok();
            draft.update(|draft| draft.line = line);
        };
        view! {
            <label class="field">
                <span>{self.messages.entry_line()}</span>
                <select id="entry-line" on:change=choose>
                    <option value="" prop:selected=move || is_chosen(None)>{self.messages.entry_choose()}</option>
                    {options}
                </select>
            </label>
        }
    }

    /// The goals to choose from, and for each that is chosen a sentence and what it touches.
    fn goals(&self) -> AnyView {
        let (draft, messages, dataset) = (self.explorer.draft, self.messages, self.dataset.clone());
        let language = lang_if_other(dataset.language);
        let tiles = Goal::all()
            .map(|goal| {
                let name = dataset.matrix.goal_name(goal).to_owned();
                let title = name.clone();
                view! {
                    <label class="goal-choice" title=title>
                        <input
                            type="checkbox"
                            prop:checked=move || draft.with(|draft| draft.goals.contains_key(&goal))
                            on:change=move |event| {
                                let chosen = event_target_checked(&event);
                                draft.update(|draft| draft.choose_goal(goal, chosen));
                            }
                        />
                        <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                        <span class="visually-hidden" lang=language>{name}</span>
                    </label>
                }
            })
            .collect_view();
        // Drawn anew when a goal or the line is chosen, and not with every letter.
        let chosen =
            memo(move || draft.with(|draft| (draft.line, draft.goals.keys().copied().collect::<Vec<_>>())));
        let sentences = move || {
            let (_, goals) = chosen.get();
            goals.into_iter().map(|goal| sentence(&dataset, messages, draft, goal)).collect_view()
        };
        view! {
            <fieldset>
                <legend>{messages.entry_goals()}</legend>
                <div class="goal-choices">{tiles}</div>
            </fieldset>
            {sentences}
        }
    }

    /// The draft as text, to copy or to save.
    fn text(&self) -> AnyView {
        let (explorer, messages, dataset) = (self.explorer, self.messages, self.dataset.clone());
        let text = memo(move || {
            let names = Names::get(&dataset);
            let origin = messages.entry_origin(&dataset.manifest.snapshot);
            let name = |id: &VocabularyId| names.group_or_objective(id);
            explorer.draft.with(|draft| draft_text(draft, &dataset.matrix, messages, name, &origin))
        });
        view! {
            <h3>{messages.entry_text()}</h3>
            {copyable_text(messages, text.into(), Some("wsis-entry.txt"))}
            <button type="button" on:click=move |_| explorer.draft.set(Draft::default())>
                {messages.entry_clear()}
            </button>
        }
    }
}

/// A chosen goal: what the project does for it, and which targets of the matrix that touches.
fn sentence(dataset: &Arc<Dataset>, messages: Messages, draft: RwSignal<Draft>, goal: Goal) -> AnyView {
    let (written, touch) = draft.with_untracked(|draft| {
        (draft.goals.get(&goal).cloned().unwrap_or_default(), draft.touch(&dataset.matrix, goal))
    });
    let write = move |event| {
        draft.update(|draft| {
            draft.goals.insert(goal, event_target_value(&event));
        });
    };
    let note = |text: &'static str| view! { <p class="fine">{text}</p> };
    let touched = match touch {
        Touch::NoLine => note(messages.entry_no_line()),
        Touch::Unlinked => note(messages.entry_unlinked()),
        Touch::Linked(targets) if targets.is_empty() => note(messages.entry_touches_whole()),
        Touch::Linked(targets) => view! {
            {note(messages.entry_touches())}
            <TargetList dataset=dataset.clone() targets />
        },
    };
    view! {
        <div class="goal-sentence">
            <label class="field">
                <span>
                    <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                    " "
                    <span lang=lang_if_other(dataset.language)>{dataset.matrix.goal_name(goal).to_owned()}</span>
                </span>
                <textarea
                    rows="2"
                    dir="auto"
                    placeholder=messages.entry_sentence()
                    aria-label=format!("{} {}", messages.panel_goal(&goal.to_string()), messages.entry_sentence())
                    on:input=write
                    prop:value=written
                ></textarea>
            </label>
            {touched}
        </div>
    }
}
