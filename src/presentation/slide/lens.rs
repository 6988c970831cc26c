//! A page on the report on a slide: its title, what it shows, and its first chart or its first items.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::VocabularyId;
use wsis_core::contract::lenses::{Lens, LensChart};
use wsis_core::language::Direction;
use wsis_core::tour::Step;
use wsis_page::picture::chart::{ChartStyle, draw_chart};
use wsis_platform::intl::format_number;
use wsis_state::{Dataset, Explorer, LatestRequest, RequestState};

use crate::content::chart_view::{chart_legend, chart_shapes};
use crate::content::language::text_lang;
use crate::ui::any_view::view;
use crate::ui::loading::FailureBox;

/// How many items stand for a page without a chart.
const ITEMS: usize = 7;

/// The request of a page; it is fetched when its slide is drawn.
pub(super) type LensRequest = LatestRequest<Lens>;

/// Fetches a page for the view that is being drawn.
pub(super) fn fetch_lens(explorer: Explorer, dataset: &Arc<Dataset>, id: &VocabularyId) -> LensRequest {
    let request = explorer.data.request_slot::<Lens>();
    ask(request, dataset, id);
    request
}

fn ask(request: LensRequest, dataset: &Arc<Dataset>, id: &VocabularyId) {
    let (snapshot, language, id) = (dataset.snapshot.clone(), dataset.language, id.clone());
    request.fetch(|abort| async move { snapshot.lens(language, &id, &abort).await });
}

/// The chart of a page, or its first items; nothing until the page is loaded.
pub(super) fn lens_picture(dataset: Arc<Dataset>, request: LensRequest) -> AnyView {
    (move || {
        let RequestState::Ready(lens) = request.state() else { return ().into_any() };
        let chart = lens.sections.iter().flat_map(|section| &section.charts).next();
        match chart {
            Some(chart) => figure(&dataset, &lens, chart),
            None => items(&dataset, &lens),
        }
    })
    .into_any()
}

fn figure(dataset: &Dataset, lens: &Lens, chart: &LensChart) -> AnyView {
    let explorer = Explorer::get();
    let language = explorer.language();
    let format = |value: f64| format_number(value, language.code());
    let is_mirrored = language.direction() == Direction::RightToLeft;
    let style = ChartStyle { messages: explorer.messages(), format: &format, is_mirrored };
    view! {
        <figure class="stage-chart" lang=text_lang(dataset, lens.language)>
            <figcaption>
                <span><bdi>{chart.caption.clone()}</bdi></span>
                <span class="unit"><bdi>{chart.unit.clone()}</bdi></span>
            </figcaption>
            {chart_legend(chart)}
            {chart_shapes(draw_chart(chart, style))}
        </figure>
    }
}

fn items(dataset: &Dataset, lens: &Lens) -> AnyView {
    let items = lens.sections.iter().flat_map(|section| &section.items).take(ITEMS);
    let items = items.map(|item| view! { <li dir="auto">{item.title.clone()}</li> }).collect_view();
    view! { <ul class="stage-items" lang=text_lang(dataset, lens.language)>{items}</ul> }
}

/// The title of a page and what it shows, where the step has no words of its own.
pub(super) fn lens_words(
    dataset: Arc<Dataset>,
    request: LensRequest,
    id: VocabularyId,
    step: Arc<Step>,
) -> AnyView {
    (move || match request.state() {
        RequestState::Idle | RequestState::Loading => {
            view! { <p class="stage-text">{Explorer::get().messages().lens_loading()}</p> }
        }
        RequestState::Failed(failure) => {
            let (dataset, id) = (dataset.clone(), id.clone());
            let retry = Callback::new(move |()| ask(request, &dataset, &id));
            view! { <FailureBox failure retry /> }
        }
        RequestState::Ready(lens) => {
            let language = text_lang(&dataset, lens.language);
            let title = step.title.is_empty().then(|| {
                view! { <h1 dir="auto" lang=language>{lens.title.clone()}</h1> }
            });
            let text = step.text.is_none().then(|| {
                view! { <p class="stage-text" dir="auto" lang=language>{lens.text.clone()}</p> }
            });
            view! { {title} {text} }
        }
    })
    .into_any()
}
