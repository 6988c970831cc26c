//! Answers to requests that the page made before the program ran (`web/early.js`), each taken once.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::abort::Abort;
use crate::http_error::HttpError;
use crate::window;

/// The function of the window that gives the promise of what is shown early.
const SHOWN: &str = "wsisShown";

/// The property of the window that holds the answers by their addresses.
const ANSWERS: &str = "wsisAnswers";

/// The answer to the page's own request for an address; `None` if the page made none, or it was taken before. From now on
/// the request ends with `abort`.
pub(crate) fn take(
    address: &str,
    abort: &Abort,
) -> Option<impl Future<Output = Result<Response, HttpError>> + use<>> {
    let answers = Reflect::get(&JsValue::from(window()?), &ANSWERS.into()).ok()?.dyn_into::<Object>().ok()?;
    let request = Reflect::get(&answers, &address.into()).ok()?;
    let answer: Promise = Reflect::get(&request, &"answer".into()).ok()?.dyn_into().ok()?;
    // A plain object lets every property go.
    let _ = Reflect::delete_property(&answers, &address.into());
    if let (Some(signal), Ok(stop)) = (abort.signal(), Reflect::get(&request, &"stop".into())) {
        signal.set_onabort(stop.dyn_ref());
    }
    let abort = abort.clone();
    Some(async move {
        let answer = JsFuture::from(answer).await.and_then(wasm_bindgen::JsCast::dyn_into);
        answer.map_err(|error| abort.error(reason(&error)))
    })
}

/// Waits until what was clicked before the program ran is answered by the page, or takes too long.
pub async fn answered() {
    let shown = window().and_then(|window| {
        let ask: Function = Reflect::get(&JsValue::from(window), &SHOWN.into()).ok()?.dyn_into().ok()?;
        ask.call0(&JsValue::UNDEFINED).ok()?.dyn_into::<Promise>().ok()
    });
    if let Some(shown) = shown {
        // It is never rejected.
        let _ = JsFuture::from(shown).await;
    }
}

fn reason(error: &JsValue) -> String {
    Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string()).unwrap_or_default()
}
