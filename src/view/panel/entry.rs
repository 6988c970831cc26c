//! "Bring your project": an entry for ITU's database, prepared here and taken along as text. Nothing of it is sent or
//! stored.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::NameStatus;
use wsis_core::contract::registration::{Registration, Rule, RuleKind};
use wsis_core::contract::vocabulary::Term;
use wsis_core::draft::{Draft, Touch, categories};
use wsis_core::{Goal, Line, VocabularyId};
use wsis_messages::Messages;
use wsis_page::draft_text::draft_text;

use super::copying::text_to_take;
use super::links::{SourceName, TargetList};
use super::rationale::{review_text, text_language};
use crate::dom::focus::{focus_now, focus_when_drawn};
use crate::state::{self, Explorer, Site};
use crate::view::any::view;
use crate::view::failure::{Waiting, from_kept};
use crate::view::leave;
use crate::view::names::{Names, http_address, language_if_other};
use crate::view::search;

/// The id of the button that opens the sheet, which takes the focus when it closes.
pub(in crate::view) const OPENER_ID: &str = "prepare-entry";

/// The id of the sheet's heading.
const HEADING_ID: &str = "entry-heading";

/// The source that the rules come from.
const SOURCE: &str = "itu-forms";

/// The WSIS Prizes at ITU.
const PRIZES: &str = "https://www.itu.int/net4/wsis/stocktaking/Prizes/2026";

/// "Is yours here?": to the search, or to the sheet. What is selected is entered where the sheet is still empty.
pub(super) fn invitation(line: Option<Line>, goal: Option<Goal>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let prepare = move |_| {
        explorer.draft.update(|draft| {
            if draft.is_empty() {
                draft.line = line.filter(|line| categories().any(|category| category == *line));
                goal.into_iter().for_each(|goal| draft.choose_goal(goal, true));
            }
        });
        explorer.sheet.set(Some(state::Sheet::Entry));
        focus_when_drawn(HEADING_ID.to_owned());
    };
    view! {
        <p class="invitation">
            <strong>{messages.entry_invitation()}</strong>
            <button type="button" on:click=move |_| { let _ = focus_now(search::BOX_ID); }>{messages.entry_search()}</button>
            <button type="button" id=OPENER_ID on:click=prepare>{messages.entry_prepare()}</button>
        </p>
    }
}

/// The sheet.
pub(in crate::view) fn entry(site: Arc<Site>) -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let waiting = Waiting { label: messages.entry_loading(), bars: 4 };
    let (names, rules) = (site.clone(), site.clone());
    let known = from_kept(explorer.registration, site.clone(), waiting, move |known: Arc<Registration>| {
        rules_known(&rules, messages, &known)
    });
    let sheet = Sheet { explorer, messages, site };
    let terms = move || {
        let names = Names::get(&names);
        view! {
            {sheet_terms(explorer, messages.entry_groups(), messages.entry_groups_recalled(), names.target_groups(), groups)}
            {sheet_terms(
                explorer,
                messages.entry_objectives(),
                messages.entry_objectives_recalled(),
                names.objectives(),
                objectives,
            )}
        }
    };
    view! {
        <div class="entry">
            <button class="back" type="button" on:click=move |_| leave(explorer)>{messages.project_back()}</button>
            <h2 id=HEADING_ID tabindex="-1">{messages.entry_heading()}</h2>
            <p>{messages.entry_what()}</p>
            <p class="entry-links">
                {away(explorer.register_address(), messages.entry_register())}
                {away(PRIZES.to_owned(), messages.entry_prizes())}
            </p>
            {sheet.title()}
            {sheet.line()}
            {sheet.goals()}
            {terms}
            {sheet.text()}
            {known}
        </div>
    }
}

/// A link to a page of ITU; nothing where its address is no address of the web.
fn away(address: String, text: &'static str) -> Option<AnyView> {
    let address = http_address(&address)?;
    Some(view! { <a href=address rel="noreferrer">{text}</a> })
}

fn groups(draft: &mut Draft) -> &mut std::collections::BTreeSet<VocabularyId> {
    &mut draft.target_groups
}

fn objectives(draft: &mut Draft) -> &mut std::collections::BTreeSet<VocabularyId> {
    &mut draft.objectives
}

/// The fields of the sheet.
struct Sheet {
    explorer: Explorer,
    messages: Messages,
    site: Arc<Site>,
}

impl Sheet {
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

    fn line(&self) -> AnyView {
        let draft = self.explorer.draft;
        let language = language_if_other(self.site.language);
        let is_chosen = move |line: Option<Line>| draft.with(|draft| draft.line == line);
        let options = categories()
            .map(|line| {
                let name = format!("{} {}", line.parent().unwrap_or(line), self.site.matrix.line_name(line));
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
        let (draft, messages, site) = (self.explorer.draft, self.messages, self.site.clone());
        let language = language_if_other(site.language);
        let tiles = Goal::all()
            .map(|goal| {
                let name = site.matrix.goal_name(goal).to_owned();
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
        let chosen = Memo::new(move |_| {
            draft.with(|draft| (draft.line, draft.goals.keys().copied().collect::<Vec<_>>()))
        });
        let sentences = move || {
            let (_, goals) = chosen.get();
            goals.into_iter().map(|goal| sentence(&site, messages, draft, goal)).collect_view()
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
        let (explorer, messages, site) = (self.explorer, self.messages, self.site.clone());
        let text = Memo::new(move |_| {
            let names = Names::get(&site);
            let origin = messages.entry_origin(&site.manifest.snapshot);
            let name = |id: &VocabularyId| names.group_or_objective(id);
            explorer.draft.with(|draft| draft_text(draft, &site.matrix, messages, name, &origin))
        });
        view! {
            <h3>{messages.entry_text()}</h3>
            {text_to_take(messages, text.into(), Some("wsis-entry.txt"))}
            <button type="button" on:click=move |_| explorer.draft.set(Draft::default())>
                {messages.entry_clear()}
            </button>
        }
    }
}

/// A chosen goal: what the project does for it, and which targets of the matrix that touches.
fn sentence(site: &Arc<Site>, messages: Messages, draft: RwSignal<Draft>, goal: Goal) -> AnyView {
    let (written, touch) = draft.with_untracked(|draft| {
        (draft.goals.get(&goal).cloned().unwrap_or_default(), draft.touch(&site.matrix, goal))
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
            <TargetList site=site.clone() targets />
        },
    };
    view! {
        <div class="goal-sentence">
            <label class="field">
                <span>
                    <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                    " "
                    <span lang=language_if_other(site.language)>{site.matrix.goal_name(goal).to_owned()}</span>
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

/// Terms of the vocabulary to choose from; says where their names were not confirmed.
fn sheet_terms(
    explorer: Explorer,
    legend: &'static str,
    recalled: &'static str,
    terms: Vec<Term>,
    list: fn(&mut Draft) -> &mut std::collections::BTreeSet<VocabularyId>,
) -> Option<AnyView> {
    let draft = explorer.draft;
    let doubt = terms
        .iter()
        .any(|term| term.name_status == NameStatus::Recalled)
        .then(|| view! { <p class="fine">{recalled}</p> });
    let choices = terms
        .iter()
        .map(|term| {
            let (id, shown) = (term.id.clone(), term.id.clone());
            let choose = move |event| {
                let chosen = event_target_checked(&event);
                draft.update(|draft| {
                    let list = list(draft);
                    if chosen {
                        list.insert(id.clone())
                    } else {
                        list.remove(&id)
                    };
                });
            };
            let checked = move || draft.with(|draft| list(&mut draft.clone()).contains(&shown));
            view! {
                <label class="choice-box">
                    <input type="checkbox" prop:checked=checked on:change=choose />
                    <span>{term.name.clone()}</span>
                </label>
            }
        })
        .collect_view();
    (!terms.is_empty()).then(|| {
        view! {
            <fieldset>
                <legend>{legend}</legend>
                {doubt}
                <div class="choice-boxes">{choices}</div>
            </fieldset>
        }
    })
}

/// What is known of ITU's rules and form, how surely, and since when.
fn rules_known(site: &Arc<Site>, messages: Messages, known: &Registration) -> AnyView {
    let of = |kind: RuleKind| {
        let rule = |rule: &Rule| {
            let source = match rule.status {
                NameStatus::Official => messages.entry_rule_source(&rule.evidence),
                NameStatus::Recalled => messages.entry_rule_recalled(&rule.evidence),
            };
            view! {
                <li lang=text_language(site, rule.language)>
                    {rule.text.clone()}
                    " "
                    <span class="fine">{source}</span>
                </li>
            }
        };
        known.rules.iter().filter(|rule| rule.kind == kind).map(rule).collect_view()
    };
    let date = site.source(SOURCE).map(|source| source.date.clone()).unwrap_or_default();
    let review = known.rules.first().map(|rule| review_text(messages, rule.review));
    view! {
        <h3>{messages.entry_rules()}</h3>
        <ul class="entry-rules">{of(RuleKind::Rule)}</ul>
        <h3>{messages.entry_fields()}</h3>
        <ul class="entry-rules">{of(RuleKind::Field)}</ul>
        <p class="fine">
            {messages.panel_source()} ": " <SourceName site=site.clone() id=SOURCE.to_owned() /> ". "
            {messages.entry_checked(&date)} " " {review}
        </p>
    }
}
