//! The coverage of the collection in one line below the header, with a link to the account of the data.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Language;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::chunks::Chunks;
use crate::content::language::lang_if_other;
use crate::ui::any_view::view;
use crate::ui::icon::{Symbol, icon};

/// Coverage, the way to what is known of the data, and what is not translated yet.
#[component]
pub(crate) fn Coverage(dataset: Arc<Dataset>) -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let messages = explorer.messages();
    let (language, coverage) = dataset.coverage();
    // Names without an interface in their language, or an interface that nobody has reviewed.
    let state = if messages.is_english() {
        messages.site_names_only(dataset.language.own_name())
    } else {
        messages.site_machine().to_owned()
    };
    let meaning = (!messages.is_english()).then(|| messages.site_machine_meaning());
    let untranslated = (dataset.language != Language::English)
        .then(|| view! { <a class="untranslated" href="#about" title=meaning>{state}</a> });
    let about = (!explorer.navigation.is_embedded).then(|| {
        view! {
            <a
                class="about-link"
                href="#about"
                aria-label=messages.site_about_data()
                on:click=move |_| chunks.details.ensure_loaded()
            >
                {icon(Symbol::Info)}
                <span class="wide">{messages.site_about_data()}</span>
            </a>
        }
    });
    view! {
        <section class="standing" aria-label=messages.site_about_data()>
            <span class="coverage" lang=lang_if_other(language)>{coverage.to_owned()}</span>
            {about}
            {untranslated}
        </section>
    }
}
