//! Frames of the page's own kind: how high what they show is, as they tell it themselves.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent};

use super::document;
use super::listener::WindowListener;

/// Calls `act` with every height that the frame with this id tells, as long as the view that asks is drawn.
pub(crate) fn follow_height(id: &'static str, act: impl Fn(u32) + 'static) {
    WindowListener::new("message", move |event: MessageEvent| {
        let frame = document().and_then(|document| document.get_element_by_id(id));
        let frame = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
        let Some(told_by) = frame.and_then(|frame| frame.content_window()) else { return };
        let of = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from(name)).ok();
        let from = of(&event, "source").is_some_and(|source| Object::is(&source, &told_by));
        let height = of(&event.data(), "height").and_then(|height| height.as_f64());
        if let (true, Some(height)) = (from, height.filter(|height| (0.0..=1e6).contains(height))) {
            act(whole(height));
        }
    })
    .keep();
}

/// A height in whole pixels, none cut off.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a million")]
fn whole(height: f64) -> u32 {
    height.ceil() as u32
}
