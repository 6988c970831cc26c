//! Frames that show this dataset: leading them, and what they tell of what they show.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent};

use wsis_platform::element_by_id;
use wsis_platform::listener::WindowListener;

/// The report of a frame.
pub(crate) struct FrameReport {
    /// The height of its content, in whole CSS pixels.
    pub(crate) height: u32,
    /// Its title, in its language.
    pub(crate) title: String,
}

/// Calls `act` with each report of the frame with this id, as long as the current reactive owner lives.
pub(crate) fn on_report(id: &'static str, act: impl Fn(FrameReport) + 'static) {
    WindowListener::new("message", move |event: MessageEvent| {
        let Some(frame) = frame(id) else { return };
        let of = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from(name)).ok();
        let window = frame.content_window();
        let from =
            of(&event, "source").zip(window).is_some_and(|(source, told_by)| Object::is(&source, &told_by));
        let height = of(&event.data(), "height").and_then(|height| height.as_f64());
        if let (true, Some(height)) = (from, height.filter(|height| (0.0..=1e6).contains(height))) {
            let title = frame.content_document().map(|document| document.title()).unwrap_or_default();
            act(FrameReport { height: whole(height), title });
        }
    })
    .keep();
}

/// Changes the address of the frame with this id without a history entry.
pub(crate) fn show(id: &str, address: &str) {
    if let Some(window) = frame(id).and_then(|frame| frame.content_window()) {
        // It is a page of this dataset, so it can be led.
        let _ = window.location().replace(address);
    }
}

fn frame(id: &str) -> Option<HtmlIFrameElement> {
    element_by_id(id)?.dyn_into().ok()
}

/// A height in whole pixels, none cut off.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a million")]
fn whole(height: f64) -> u32 {
    height.ceil() as u32
}
