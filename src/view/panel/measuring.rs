//! "All languages": what is pasted for each language, with one height for a plain frame that fits the longest of them.
//! Heights are measured, in a frame beside the page, at the three usual widths.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::View;
use wsis_page::snippet::Snippet;

use super::copying::text_to_take;
use super::embedding::Choices;
use crate::dom::timer::Timer;
use crate::dom::{page, preview};
use crate::state::Explorer;
use crate::view::any::view;

/// The id of the frame that is measured in.
const FRAME_ID: &str = "embed-measure";

/// A phone, a tablet's column, a page.
const WIDTHS: [u32; 3] = [320, 768, 1200];

/// A height that has stayed so long, in milliseconds, is the last.
const SETTLED: u32 = 900;

/// What has been measured: the greatest height at each width so far, what each language calls it, and what is
/// measured now.
#[derive(Clone, Default, PartialEq)]
struct Measured {
    heights: [u32; 3],
    titles: Vec<String>,
    at: Option<usize>,
    done: bool,
}

/// The button, the progress, the heights and the texts.
pub(super) fn all_languages(explorer: Explorer, choices: Choices) -> AnyView {
    let messages = explorer.messages;
    let measured = RwSignal::new(Measured::default());
    let languages = explorer.languages();
    let steps = languages.len() * WIDTHS.len();
    let settled = StoredValue::new_local(None::<Timer>);
    let next = move || {
        measured.update(|measured| match measured.at {
            Some(at) if at + 1 < steps => measured.at = Some(at + 1),
            _ => (measured.at, measured.done) = (None, true),
        });
    };
    preview::follow(FRAME_ID, move |told| {
        measured.update(|measured| {
            let Some(at) = measured.at else { return };
            if let Some(known) = measured.heights.get_mut(at % WIDTHS.len()) {
                *known = told.height.max(*known);
            }
            if let Some(known) = measured.titles.get_mut(at / WIDTHS.len()) {
                *known = told.title;
            }
        });
        // Lists and texts come after the first height: the last of them counts.
        settled.set_value(Some(Timer::after(SETTLED, next)));
    });
    let at = Memo::new(move |_| measured.with(|measured| measured.at));
    let named = languages.clone();
    let address_of = move |at: usize| {
        let language = named.get(at / WIDTHS.len()).copied().unwrap_or(Language::English);
        let snippet = untrack(|| in_language(choices.snippet(explorer), language));
        page::beside(&Snippet { base: String::new(), ..snippet }.framed())
    };
    let first = address_of.clone();
    Effect::new(move |before: Option<Option<usize>>| {
        let now = at.get();
        if let (Some(Some(_)), Some(now)) = (before, now) {
            preview::show(FRAME_ID, &address_of(now));
        }
        now
    });
    // One frame for all steps: only where it leads and its width change.
    let measures = Memo::new(move |_| at.get().is_some());
    let frame = move || {
        let width = move || {
            let at = at.get().unwrap_or(0) % WIDTHS.len();
            WIDTHS.get(at).map(|width| format!("{width}px")).unwrap_or_default()
        };
        let step =
            move || messages.embed_measuring(&(at.get().unwrap_or(0) + 1).to_string(), &steps.to_string());
        measures.get().then(|| {
            view! {
                <p role="status">{step}</p>
                <div class="embed-measure" aria-hidden="true" inert>
                    <iframe id=FRAME_ID src=first(0) title="" tabindex="-1" style:width=width></iframe>
                </div>
            }
        })
    };
    let count = languages.len();
    let results = move || {
        let Measured { heights, titles, .. } = Some(measured.get()).filter(|measured| measured.done)?;
        let [narrow, middle, wide] = heights.map(|height| height.to_string());
        let highest = heights.into_iter().max().unwrap_or_default();
        let texts = languages.iter().copied().zip(titles).map(|(language, title)| {
            let text = Signal::derive(move || {
                let snippet = in_language(choices.snippet(explorer), language);
                Snippet { height: highest, title: title.clone(), ..snippet }.frame()
            });
            view! {
                <h4 lang=language.code()>{language.own_name()}</h4>
                {text_to_take(messages, text, None)}
            }
        });
        Some(view! {
            <p>{messages.embed_heights(&narrow, &middle, &wide)}</p>
            {texts.collect_view()}
        })
    };
    let start = move |_| {
        measured.set(Measured { titles: vec![String::new(); count], at: Some(0), ..Measured::default() });
    };
    view! {
        <h4>{messages.embed_languages()}</h4>
        <p class="fine">{messages.embed_languages_meaning()}</p>
        <button type="button" id="embed-languages" disabled=move || at.get().is_some() on:click=start>
            {messages.embed_measure()}
        </button>
        {frame}
        {results}
    }
}

/// The same in a language.
fn in_language(snippet: Snippet, language: Language) -> Snippet {
    Snippet { view: View { language: Some(language), ..snippet.view.clone() }, ..snippet }
}
