//! The two sentences that always stand under the title: what the collection covers, and where the links come from;
//! and the way to the legend, which is pointed at on a first visit.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;

use super::names::language_if_other;
use crate::state::{Explorer, Site};
use crate::view::any::view;

/// Coverage, the matrix's source, and what is not translated yet.
#[component]
pub(super) fn Standing(site: Arc<Site>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let (language, coverage) = site.coverage();
    let untranslated = (site.language != Language::English)
        .then(|| view! { <p class="untranslated">{messages.site_names_only(site.language.own_name())}</p> });
    // A frame shows the legend right below, if it shows the matrix.
    let to_legend = (!explorer.framed).then(|| {
        view! {
            <a
                class="to-legend"
                class:pointed-at=move || explorer.legend_is_new.get()
                href="#legend"
                on:click=move |_| explorer.know_legend()
            >
                {messages.legend_title()}
            </a>
        }
    });
    view! {
        <div class="standing">
            <p class="coverage" lang=language_if_other(language)>{coverage.to_owned()}</p>
            <p class="origin">{messages.intro_source()} " " {to_legend}</p>
            {untranslated}
        </div>
    }
}
