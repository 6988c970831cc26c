//! Properties and methods of JavaScript objects by name, for lazy chunks: a typed binding of each would add to the
//! script of the first load.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; `None` if it is missing, null or unreadable.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Calls a method; `None` if it is missing or throws.
pub fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, method)?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

/// Calls a method and awaits its promise; `None` if it fails.
pub async fn call_async(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise = call(object, method, arguments)?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()
}
