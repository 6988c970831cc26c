//! The coverage of the collection and the source of the links, below the title, with a link to the legend.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::language::lang_if_other;
use crate::ui::any_view::view;

/// Coverage, the matrix's source, and what is not translated yet.
#[component]
pub(crate) fn Coverage(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let (language, coverage) = dataset.coverage();
    let untranslated = (dataset.language != Language::English).then(
        || view! { <p class="untranslated">{messages.site_names_only(dataset.language.own_name())}</p> },
    );
    // A frame shows the legend right below, if it shows the matrix.
    let to_legend = (!explorer.navigation.is_embedded).then(|| {
        view! {
            <a
                class="to-legend"
                class:pointed-at=move || explorer.layout.legend_hint.get()
                href="#legend"
                on:click=move |_| explorer.layout.dismiss_legend_hint()
            >
                {messages.legend_title()}
            </a>
        }
    });
    view! {
        <div class="standing">
            <p class="coverage" lang=lang_if_other(language)>{coverage.to_owned()}</p>
            <p class="origin">{messages.intro_source()} " " {to_legend}</p>
            {untranslated}
        </div>
    }
}
