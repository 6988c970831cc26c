//! The terms of the form: target groups and objectives.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::VocabularyId;
use wsis_core::contract::NameStatus;
use wsis_core::contract::vocabulary::Term;
use wsis_core::draft::Draft;
use wsis_state::{Dataset, Explorer};

use crate::content::names::Names;
use crate::ui::any_view::view;

/// The choices of target groups and objectives. Tracks the vocabulary.
pub(super) fn vocabulary_terms(explorer: Explorer, dataset: &Arc<Dataset>) -> AnyView {
    let (messages, names) = (explorer.messages(), Names::get(dataset));
    let target_groups = term_choices(
        explorer,
        messages.entry_groups(),
        messages.entry_groups_recalled(),
        names.target_groups(),
        groups,
    );
    let objectives = term_choices(
        explorer,
        messages.entry_objectives(),
        messages.entry_objectives_recalled(),
        names.objectives(),
        objectives,
    );
    view! { {target_groups} {objectives} }
}

fn groups(draft: &mut Draft) -> &mut BTreeSet<VocabularyId> {
    &mut draft.target_groups
}

fn objectives(draft: &mut Draft) -> &mut BTreeSet<VocabularyId> {
    &mut draft.objectives
}

/// Terms of the vocabulary to choose from; says where their names were not confirmed.
fn term_choices(
    explorer: Explorer,
    legend: &'static str,
    recalled: &'static str,
    terms: Vec<Term>,
    list: fn(&mut Draft) -> &mut BTreeSet<VocabularyId>,
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
