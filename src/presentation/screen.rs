//! Screen features for a presentation: full screen, wake lock, a second window, and sizes of what is drawn. The browser
//! may refuse each of them; the presentation goes on.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssStyleSheet, Element, Event, HtmlElement, Window};

use wsis_platform::{document, window};

/// The name of the speaker window: opening it again shows the open one.
const SPEAKER_WINDOW: &str = "wsis-speaker";

/// Whether the page is in full screen.
pub(crate) fn is_full_screen() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Whether the browser allows full screen.
pub(crate) fn allows_full_screen() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Enters or leaves full screen.
pub(crate) fn toggle_full_screen() {
    if is_full_screen() {
        leave_full_screen();
        return;
    }
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        // The browser asks for a key or a click of a person; where it refuses, the page stays as it is.
        forget(call(&root, "requestFullscreen", &[]));
        lock_escape();
    }
}

/// Leaves full screen.
pub(crate) fn leave_full_screen() {
    if is_full_screen()
        && let Some(document) = document()
    {
        document.exit_fullscreen();
    }
}

/// Receives Esc, where the browser allows it; held down, it still leaves full screen.
fn lock_escape() {
    let keyboard = window().and_then(|window| Reflect::get(&window.navigator(), &"keyboard".into()).ok());
    if let Some(keyboard) = keyboard.filter(JsValue::is_object) {
        forget(call(&keyboard, "lock", &[Array::of1(&"Escape".into()).into()]));
    }
}

/// Keeps the screen on while the page is visible.
pub(crate) fn keep_awake() {
    let wake_lock = window().and_then(|window| Reflect::get(&window.navigator(), &"wakeLock".into()).ok());
    if let Some(wake_lock) = wake_lock.filter(JsValue::is_object) {
        forget(call(&wake_lock, "request", &["screen".into()]));
    }
}

/// Opens the speaker window; `false` where the browser blocks it.
pub(crate) fn open_speaker_window(address: &str) -> bool {
    let opened = window().and_then(|window: Window| {
        let size = "popup,width=1000,height=700";
        window.open_with_url_and_target_and_features(address, SPEAKER_WINDOW, size).ok().flatten()
    });
    opened.is_some()
}

/// Whether there is a second screen; `None` where the browser does not tell.
pub(crate) fn has_second_screen() -> Option<bool> {
    let screen = window()?.screen().ok()?;
    Reflect::get(&screen, &"isExtended".into()).ok()?.as_bool()
}

/// Whether a click is on the slide itself: not on a control, and not the end of a text selection.
pub(crate) fn is_on_slide(event: &Event) -> bool {
    let marked = window().and_then(|window| window.get_selection().ok().flatten());
    let marks = marked.is_some_and(|marked| !marked.is_collapsed());
    !marks
        && target(event).is_some_and(|on| on.closest(".stage-step").is_ok_and(|step| step.is_some()))
        && !is_on_control(event)
}

/// Whether an event is on a control.
pub(crate) fn is_on_control(event: &Event) -> bool {
    target(event).is_some_and(|on| {
        on.closest("a, button, input, select, textarea, summary, label")
            .is_ok_and(|control| control.is_some())
    })
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The smallest visible text, in thousandths of the stage's height; `None` while nothing is drawn.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size between 0 and the stage's"
)]
pub(crate) fn smallest_text(stage: &str) -> Option<u32> {
    let (window, document) = (window()?, document()?);
    let stage = document.query_selector(stage).ok()??;
    let height = stage.get_bounding_client_rect().height();
    let elements = stage.query_selector_all(".stage-main *, .stage-strip *").ok()?;
    let sizes = (0..elements.length()).filter_map(|at| {
        let element = elements.get(at)?.dyn_into::<HtmlElement>().ok()?;
        let nodes = element.child_nodes();
        let has_text = (0..nodes.length()).filter_map(|at| nodes.get(at)).any(|node| {
            node.node_type() == web_sys::Node::TEXT_NODE
                && node.text_content().is_some_and(|text| !text.trim().is_empty())
        });
        let seen = has_text && element.get_client_rects().length() > 0;
        let size = window.get_computed_style(&element).ok()??.get_property_value("font-size").ok()?;
        seen.then(|| js_sys::parse_float(&size)).filter(|size| *size > 0.0)
    });
    let smallest = sizes.fold(f64::INFINITY, f64::min);
    (smallest.is_finite() && height > 0.0).then(|| (smallest / height * 1000.0) as u32)
}

/// The number of font sizes in the style sheet (`data-fit`).
const FITS: u32 = 12;

/// Sets the largest font size with which the text of each matching element fits (`data-fit`).
pub(crate) fn fit(words: &str) {
    let found = document().and_then(|document| document.query_selector_all(words).ok());
    let Some(found) = found else { return };
    for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok()) {
        for fit in 0..=FITS {
            // An attribute of a fixed name can always be set.
            let _ = element.set_attribute("data-fit", &fit.to_string());
            if element.scroll_height() <= element.client_height() + 1
                && element.scroll_width() <= element.client_width() + 1
            {
                break;
            }
        }
    }
}

fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<Promise> {
    let function: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(object, &arguments.iter().collect::<Array>()).ok()?.dyn_into().ok()
}

/// Ignores the outcome of a promise.
fn forget(promise: Option<Promise>) {
    if let Some(promise) = promise {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

/// The markup of an element, serialized by the browser.
pub(crate) fn markup(selector: &str) -> Option<String> {
    Some(document()?.query_selector(selector).ok()??.outer_html())
}

/// All rules of the page's style sheets, serialized by the browser.
pub(crate) fn all_styles() -> Option<String> {
    let sheets = document()?.style_sheets();
    let mut text = String::new();
    for at in 0..sheets.length() {
        // The page has no style sheets of other sites, which could not be read.
        let Some(Ok(rules)) = sheets
            .get(at)
            .and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok())
            .map(|sheet| sheet.css_rules())
        else {
            continue;
        };
        for rule in (0..rules.length()).filter_map(|at| rules.get(at)) {
            text.push_str(&rule.css_text());
            text.push('\n');
        }
    }
    Some(text)
}
