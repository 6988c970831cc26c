//! The code for all languages, with one height for plain frames that fits the longest. Heights are measured in a hidden
//! frame at three widths.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::View;
use wsis_page::snippet::Snippet;
use wsis_platform::location;
use wsis_platform::timer::Timer;
use wsis_state::Explorer;
use wsis_state::effect::memo;

use crate::embedding::embed_choices::Choices;
use crate::embedding::preview_frame;
use crate::ui::any_view::view;
use crate::ui::copyable_text::copyable_text;

/// The id of the frame that is measured in.
const FRAME_ID: &str = "embed-measure";

/// A phone, a tablet's column, a page.
const WIDTHS: [u32; 3] = [320, 768, 1200];

/// A height that has stayed so long, in milliseconds, is the last.
const SETTLED: u32 = 900;

/// The heights measured so far.
#[derive(Clone, Default, PartialEq)]
struct Heights {
    /// The greatest height at each width.
    greatest: [u32; 3],
    /// The title that each language gives the frame.
    titles: Vec<String>,
    /// The step that is measured now.
    at: Option<usize>,
    done: bool,
}

/// The measurement: each language at each width, one after the other. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
struct Measurement {
    explorer: Explorer,
    choices: Choices,
    heights: RwSignal<Heights>,
    languages: StoredValue<Vec<Language>>,
    settled: StoredValue<Option<Timer>, LocalStorage>,
}

/// The button, the progress, the heights and the texts.
pub(crate) fn all_languages(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages();
    let measurement = Measurement {
        explorer,
        choices,
        heights: RwSignal::new(Heights::default()),
        languages: StoredValue::new(explorer.deployment.languages()),
        settled: StoredValue::new_local(None),
    };
    preview_frame::on_report(FRAME_ID, move |report| measurement.record(report.height, report.title));
    let at = memo(move || measurement.heights.with(|heights| heights.at));
    Effect::new(move |before: Option<Option<usize>>| {
        let now = at.get();
        if let (Some(Some(_)), Some(now)) = (before, now) {
            preview_frame::show(FRAME_ID, &measurement.address(now));
        }
        now
    });
    view! {
        <h4>{messages.embed_languages()}</h4>
        <p class="fine">{messages.embed_languages_meaning()}</p>
        <button
            type="button"
            id="embed-languages"
            disabled=move || at.get().is_some()
            on:click=move |_| measurement.start()
        >
            {messages.embed_measure()}
        </button>
        {measuring_frame(measurement, at)}
        {move || results(measurement)}
    }
}

impl Measurement {
    fn start(self) {
        let titles = self.languages.with_value(|languages| vec![String::new(); languages.len()]);
        self.heights.set(Heights { titles, at: Some(0), ..Heights::default() });
    }

    fn steps(self) -> usize {
        self.languages.with_value(Vec::len) * WIDTHS.len()
    }

    /// The address that the frame shows at a step.
    fn address(self, at: usize) -> String {
        let language = self.languages.with_value(|languages| languages.get(at / WIDTHS.len()).copied());
        let language = language.unwrap_or(Language::English);
        let snippet = untrack(|| in_language(self.choices.snippet(self.explorer), language));
        location::own_address_with(&Snippet { base: String::new(), ..snippet }.framed())
    }

    /// Records a report of the frame. Lists and texts come after the first height, so the last report of a step counts.
    fn record(self, height: u32, title: String) {
        self.heights.update(|heights| {
            let Some(at) = heights.at else { return };
            if let Some(known) = heights.greatest.get_mut(at % WIDTHS.len()) {
                *known = height.max(*known);
            }
            if let Some(known) = heights.titles.get_mut(at / WIDTHS.len()) {
                *known = title;
            }
        });
        self.settled.set_value(Some(Timer::after(SETTLED, move || self.next())));
    }

    fn next(self) {
        let steps = self.steps();
        self.heights.update(|heights| match heights.at {
            Some(at) if at + 1 < steps => heights.at = Some(at + 1),
            _ => (heights.at, heights.done) = (None, true),
        });
    }
}

/// The progress, and one hidden frame for all steps: only its address and its width change.
fn measuring_frame(measurement: Measurement, at: Memo<Option<usize>>) -> impl Fn() -> Option<AnyView> {
    let (messages, steps) = (measurement.explorer.messages(), measurement.steps());
    let measures = memo(move || at.get().is_some());
    let width = move || {
        let at = at.get().unwrap_or(0) % WIDTHS.len();
        WIDTHS.get(at).map(|width| format!("{width}px")).unwrap_or_default()
    };
    let step = move || messages.embed_measuring(&(at.get().unwrap_or(0) + 1).to_string(), &steps.to_string());
    move || {
        measures.get().then(|| {
            view! {
                <p role="status">{step}</p>
                <div class="embed-measure" aria-hidden="true" inert>
                    <iframe
                        id=FRAME_ID
                        src=measurement.address(0)
                        title=""
                        tabindex="-1"
                        style:width=width
                    ></iframe>
                </div>
            }
        })
    }
}

/// The heights and the code for each language, once all are measured.
fn results(measurement: Measurement) -> Option<AnyView> {
    let Measurement { explorer, choices, heights, languages, .. } = measurement;
    let messages = explorer.messages();
    let Heights { greatest, titles, .. } = Some(heights.get()).filter(|heights| heights.done)?;
    let [narrow, middle, wide] = greatest.map(|height| height.to_string());
    let highest = greatest.into_iter().max().unwrap_or_default();
    let texts = languages.get_value().into_iter().zip(titles).map(|(language, title)| {
        let text = Signal::derive(move || {
            let snippet = in_language(choices.snippet(explorer), language);
            Snippet { height: highest, title: title.clone(), ..snippet }.frame()
        });
        view! {
            <h4 lang=language.code()>{language.own_name()}</h4>
            {copyable_text(messages, text, None)}
        }
    });
    Some(view! {
        <p>{messages.embed_heights(&narrow, &middle, &wide)}</p>
        {texts.collect_view()}
    })
}

/// The snippet in another language.
fn in_language(snippet: Snippet, language: Language) -> Snippet {
    Snippet { view: View { language: Some(language), ..snippet.view.clone() }, ..snippet }
}
