//! "All languages": what is pasted for each language, with one height for a plain frame that fits the longest of them.
//! Heights are measured, in a frame beside the page, at the three usual widths.

use leptos::prelude::*;
use wsis_core::Language;
use wsis_core::address::View;
use wsis_core::snippet::Snippet;

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

/// What has been measured: one height for each width so far, and what is measured now.
#[derive(Clone, Default, PartialEq)]
struct Measured {
    heights: [u32; 3],
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
            _ => *measured = Measured { at: None, done: true, ..measured.clone() },
        });
    };
    preview::follow_height(FRAME_ID, move |height| {
        measured.update(|measured| {
            let width = measured.at.map(|at| at % WIDTHS.len());
            if let Some(known) = width.and_then(|width| measured.heights.get_mut(width)) {
                *known = height.max(*known);
            }
        });
        // Lists and texts come after the first height: the last of them counts.
        settled.set_value(Some(Timer::after(SETTLED, next)));
    });
    let at = Memo::new(move |_| measured.with(|measured| measured.at));
    let named = languages.clone();
    let frame = move || {
        let at = at.get()?;
        let language = *named.get(at / WIDTHS.len())?;
        let width = *WIDTHS.get(at % WIDTHS.len())?;
        let snippet = untrack(|| in_language(choices.snippet(explorer), language));
        let address = page::beside(&Snippet { base: String::new(), ..snippet }.framed());
        Some(view! {
            <p role="status">
                {messages.embed_measuring(&(at + 1).to_string(), &steps.to_string())}
            </p>
            <div class="embed-measure" aria-hidden="true" inert>
                <iframe id=FRAME_ID src=address title="" tabindex="-1" style:width=format!("{width}px")></iframe>
            </div>
        })
    };
    let results = move || {
        measured.with(|measured| measured.done.then_some(measured.heights)).map(|heights| {
            let [narrow, middle, wide] = heights.map(|height| height.to_string());
            let texts = languages.iter().map(|language| {
                let language = *language;
                let text = Signal::derive(move || {
                    let snippet = in_language(choices.snippet(explorer), language);
                    Snippet { height: heights.into_iter().max().unwrap_or(snippet.height), ..snippet }.frame()
                });
                view! {
                    <h4 lang=language.code()>{language.own_name()}</h4>
                    {text_to_take(messages, text, None)}
                }
            });
            view! {
                <p>{messages.embed_heights(&narrow, &middle, &wide)}</p>
                {texts.collect_view()}
            }
        })
    };
    let start = move |_| measured.set(Measured { at: Some(0), ..Measured::default() });
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

/// The same in a language; its title is that of the names in it only where the page shows them.
fn in_language(snippet: Snippet, language: Language) -> Snippet {
    let named = (language != Language::English).then_some(language);
    Snippet { view: View { language: named, ..snippet.view.clone() }, ..snippet }
}
