//! Copying text to the clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

use crate::window;

/// Copies a text; `false` where the browser does not allow it.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    // Pages without a secure address have no clipboard.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    match clipboard.and_then(JsCast::dyn_into::<Clipboard>) {
        Ok(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
        Err(_) => false,
    }
}
