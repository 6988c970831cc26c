//! The reader's connection, where the browser tells of it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::window;

/// Returns true if nothing should be loaded ahead: the reader asks to save data, or the line is very slow. Browsers other
/// than those of Chromium do not say.
#[must_use]
pub fn is_to_be_spared() -> bool {
    let Some(window) = window() else { return false };
    let connection =
        Reflect::get(&JsValue::from(window.navigator()), &"connection".into()).unwrap_or(JsValue::UNDEFINED);
    let property = |name: &str| Reflect::get(&connection, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let is_slow = property("effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g"));
    property("saveData").is_truthy() || is_slow
}
