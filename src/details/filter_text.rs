//! The filter in words, for files.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::filter::{FacetValue, Filter};
use wsis_page::texts;
use wsis_state::{Dataset, Explorer};

use crate::content::names::Names;

/// The filter in words.
pub(crate) fn filter_text(explorer: Explorer, dataset: &Arc<Dataset>) -> String {
    let (messages, names) = (explorer.messages(), Names::get(dataset));
    let filter: Filter = explorer.navigation.view.with(|view| view.filter.clone());
    let colon = messages.site_colon();
    let value = |value: &FacetValue| {
        format!("{}{colon}{}", texts::facet_name(messages, value.facet), names.value(value))
    };
    let words = filter.query.as_ref().map(|query| messages.site_quoted(query.as_str()));
    let years = filter.years.map(|years| format!("{}{colon}{years}", messages.project_year()));
    let declared = filter.declared.map(|declared| texts::declared_name(messages, declared).to_owned());
    let parts: Vec<String> =
        words.into_iter().chain(filter.values().iter().map(value)).chain(years).chain(declared).collect();
    parts.join(messages.site_semicolon())
}
