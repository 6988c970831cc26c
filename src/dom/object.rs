//! Properties and methods of the browser's objects by their names, for what is used by the part of the program that comes
//! later alone: a binding of its own for each would stand in the script of the first load.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; none where it is not there, or may not be read.
pub(crate) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Calls a method; none where there is none, or it throws.
pub(crate) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, method)?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

/// What a method promises; none where the promise fails.
pub(crate) async fn wait(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise = call(object, method, arguments)?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()
}
