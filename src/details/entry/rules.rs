//! ITU's rules for registering a project.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::contract::NameStatus;
use wsis_core::contract::registration::{Registration, Rule, RuleKind};
use wsis_messages::Messages;
use wsis_page::texts;
use wsis_state::Dataset;

use crate::content::language::text_lang;
use crate::content::sources::SourceName;
use crate::ui::any_view::view;

/// The source that the rules come from.
const SOURCE: &str = "itu-forms";

/// ITU's rules and the fields of its form, each with its evidence, and the date of the source.
pub(super) fn registration_rules(
    dataset: &Arc<Dataset>,
    messages: Messages,
    known: &Registration,
) -> AnyView {
    let of = |kind: RuleKind| {
        let rule = |rule: &Rule| {
            let source = match rule.status {
                NameStatus::Official => messages.entry_rule_source(&rule.evidence),
                NameStatus::Recalled => messages.entry_rule_recalled(&rule.evidence),
            };
            view! {
                <li lang=text_lang(dataset, rule.language)>
                    {rule.text.clone()}
                    " "
                    <span class="fine">{source}</span>
                </li>
            }
        };
        known.rules.iter().filter(|rule| rule.kind == kind).map(rule).collect_view()
    };
    let date = dataset.source(SOURCE).map(|source| source.date.clone()).unwrap_or_default();
    let review = known.rules.first().map(|rule| texts::review_text(messages, rule.review));
    view! {
        <h3>{messages.entry_rules()}</h3>
        <ul class="entry-rules">{of(RuleKind::Rule)}</ul>
        <h3>{messages.entry_fields()}</h3>
        <ul class="entry-rules">{of(RuleKind::Field)}</ul>
        <p class="fine">
            {messages.panel_source()} {messages.site_colon()} <SourceName dataset=dataset.clone() id=SOURCE.to_owned() /> ". "
            {messages.entry_checked(&date)} " " {review}
        </p>
    }
}
