//! The pages on the report: a list of all of them, and each with its sections, charts and marks in the matrix.

mod chart;
mod highlight;
mod items;
mod opening;
mod overview;
mod regional;
mod section;
mod ties;
mod timeline;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::VocabularyId;
use wsis_core::contract::lenses::{Lens, Lenses, OVERVIEW};
use wsis_core::failure::Failure;
use wsis_page::texts;
use wsis_platform::document;
use wsis_state::{Dataset, Explorer, RequestState};

use crate::content::evidence::evidence;
use crate::content::language::text_lang;
use crate::details::opened::{OpenedTitle, opened_entry};
use crate::ui::any_view::{aria_bool, view};
use crate::ui::icon::{Symbol, icon};
use crate::ui::loading::{Placeholder, when_ready};
use highlight::light_ties;
pub(crate) use opening::open_lens;
use opening::{open, open_list};
use overview::overview;
pub(crate) use regional::of_region;
use section::sections;

/// A page on the report, or the list of all of them.
pub(crate) fn lens_page(dataset: Arc<Dataset>, id: VocabularyId) -> AnyView {
    let explorer = Explorer::get();
    explorer.data.lenses.ensure_loaded(&dataset);
    if id.as_str() == OVERVIEW {
        let title = OpenedTitle {
            text: explorer.messages().lens_overview_title().to_owned(),
            language: explorer.page_language().code().to_owned(),
            is_name: true,
        };
        return opened_entry(explorer, Signal::stored(title), overview(dataset));
    }
    let slot = explorer.data.request_slot::<Lens>();
    let (snapshot, language, requested) = (dataset.snapshot.clone(), dataset.language, id.clone());
    let ask = Callback::new(move |()| {
        let (snapshot, id) = (snapshot.clone(), requested.clone());
        slot.fetch(|abort| async move { snapshot.lens(language, &id, &abort).await });
    });
    ask.run(());
    let title = title(explorer, &dataset, id.clone(), move || slot.state());
    let waiting = Placeholder { label: explorer.messages().lens_loading(), bars: 8 };
    let content = move || match slot.state() {
        // Said by the title; to ask again would not help.
        RequestState::Failed(failure) if is_unknown(&failure) => None,
        state => when_ready(state, waiting, ask, |lens: Arc<Lens>| page(&dataset, explorer, &lens)),
    };
    let pages = page_links(explorer, Some(id));
    opened_entry(explorer, title, view! { {content} {pages} })
}

/// Whether the server says that there is no such page.
fn is_unknown(failure: &Failure) -> bool {
    matches!(failure, Failure::Status { code: 404 | 410, .. })
}

fn title(
    explorer: Explorer,
    dataset: &Dataset,
    id: VocabularyId,
    state: impl Fn() -> RequestState<Arc<Lens>> + Send + Sync + 'static,
) -> Signal<OpenedTitle> {
    let messages = explorer.messages();
    let of_data = dataset.language;
    Signal::derive(move || {
        let ours = |text: String| OpenedTitle {
            text,
            language: explorer.page_language().code().to_owned(),
            is_name: false,
        };
        match state() {
            RequestState::Ready(lens) => OpenedTitle {
                text: lens.title.clone(),
                language: lens.language.unwrap_or(of_data).code().to_owned(),
                is_name: true,
            },
            RequestState::Failed(failure) if is_unknown(&failure) => ours(messages.lens_unknown(id.as_str())),
            RequestState::Failed(_) => ours(messages.failure_title().to_owned()),
            RequestState::Idle | RequestState::Loading => ours(messages.lens_loading().to_owned()),
        }
    })
}

/// Everything on a page below its title.
fn page(dataset: &Arc<Dataset>, explorer: Explorer, lens: &Lens) -> AnyView {
    let messages = explorer.messages();
    let pointed = light_ties(explorer, lens);
    let review = messages.lens_as_of(texts::review_text(messages, lens.review));
    view! {
        <div class="lens" lang=text_lang(dataset, lens.language)>
            <p class="lens-lead" dir="auto">{lens.text.clone()}</p>
            <p>
                <button type="button" class="inline-button" on:click=move |_| open_list(explorer)>
                    {messages.lens_all()}
                </button>
            </p>
            {sections(dataset, explorer, lens, pointed)}
            <p class="fine">
                {review} " " {evidence(dataset, messages.rationale_rests_on(), &lens.basis)}
            </p>
            <p>
                <button type="button" class="tool" on:click=|_| document::print_all()>
                    {icon(Symbol::Print)}
                    {messages.lens_print()}
                </button>
            </p>
        </div>
    }
}

/// Links to all pages, by their short names; the one that is shown is marked. Tracked.
fn page_links(explorer: Explorer, shown: Option<VocabularyId>) -> AnyView {
    let messages = explorer.messages();
    let links = move || {
        let all: Arc<Lenses> = explorer.data.lenses.ready()?;
        let dataset = explorer.data.dataset.get()?;
        let link = |id: VocabularyId, name: String, language: Option<&'static str>| {
            let is_shown = shown.as_ref() == Some(&id);
            view! {
                <li>
                    <button
                        type="button"
                        class="chip"
                        lang=language
                        aria-current=is_shown.then_some("page")
                        aria-pressed=aria_bool(is_shown)
                        on:click=move |_| open(explorer, id.clone())
                    >
                        {name}
                    </button>
                </li>
            }
        };
        let pages = all
            .lenses
            .iter()
            .map(|one| link(one.id.clone(), one.short.clone(), text_lang(&dataset, one.language)))
            .collect_view();
        Some(pages)
    };
    view! {
        <nav class="lens-pages" aria-label=messages.lens_pages()>
            <ul>{links}</ul>
        </nav>
    }
}
