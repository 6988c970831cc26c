//! Messages to and from the parent window: their form, not their meaning. Anything of another form is ignored.

use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use wsis_platform::window;

/// The property that marks a message, and the version of its form.
const MARK: &str = "wsis";
const VERSION: f64 = 1.0;

/// The most names of a message: more than an address has.
const MOST_NAMES: usize = 64;

/// A message of the host page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HostMessage {
    /// Its origin; `null` for a page without one.
    pub(crate) origin: String,
    /// The request.
    pub(crate) request: HostRequest,
    /// Style properties and their values as text, if the message sets any.
    pub(crate) style: Option<Vec<(String, String)>>,
}

/// A request of the host page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum HostRequest {
    /// The host listens.
    Hello,
    /// Sets parameters of the view; `None` removes one.
    Set(Vec<(String, Option<String>)>),
    /// Shows the first view again.
    Reset,
}

/// The parent window; `None` where the page is not embedded.
pub(crate) fn parent() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}

/// Reads a message; `None` if it is not from the parent window, or of another form.
pub(crate) fn read(event: &MessageEvent) -> Option<HostMessage> {
    let source = Reflect::get(event, &JsValue::from("source")).ok()?;
    if !Object::is(&source, &parent()?.into()) {
        return None;
    }
    let data = event.data();
    let of = |name: &str| Reflect::get(&data, &JsValue::from(name)).ok();
    if !data.is_object() || of(MARK)?.as_f64() != Some(VERSION) {
        return None;
    }
    let request = match of("type")?.as_string()?.as_str() {
        "hello" => HostRequest::Hello,
        "set" => HostRequest::Set(pairs(&of("view")?).filter_map(change_of).collect()),
        "reset" => HostRequest::Reset,
        _ => return None,
    };
    let style = of("style").filter(JsValue::is_object);
    let style =
        style.map(|style| pairs(&style).filter_map(|(name, value)| Some((name, text_of(&value)?))).collect());
    Some(HostMessage { origin: event.origin(), request, style })
}

/// The properties of an object; none for any other value.
fn pairs(object: &JsValue) -> impl Iterator<Item = (String, JsValue)> + use<> {
    let entries = object.dyn_ref::<Object>().map(Object::entries).unwrap_or_default();
    let entries: Vec<(String, JsValue)> = entries
        .iter()
        .take(MOST_NAMES)
        .filter_map(|entry| {
            let entry: Array = entry.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, entry.get(1)))
        })
        .collect();
    entries.into_iter()
}

/// A changed parameter: `null`, `undefined` and an empty text remove it, other types are ignored.
fn change_of((name, value): (String, JsValue)) -> Option<(String, Option<String>)> {
    let text = text_of(&value);
    let is_nothing = value.is_null() || value.is_undefined() || value.as_string().is_some();
    (text.is_some() || is_nothing).then_some((name, text))
}

/// A text or a number as text; `None` for any other type and for an empty text.
fn text_of(value: &JsValue) -> Option<String> {
    let number = || Number::from(value.as_f64()?).to_string_with_radix(10).ok().map(String::from);
    value.as_string().or_else(number).filter(|text| !text.is_empty())
}

/// A value of a message.
pub(crate) enum MessageValue<'t> {
    /// A text.
    Text(&'t str),
    /// A number.
    Number(f64),
    /// Named numbers.
    Numbers(&'t [(&'t str, u32)]),
}

/// Posts a message to the parent window if it has this origin; `*` is any origin.
pub(crate) fn post(kind: &str, values: &[(&str, MessageValue<'_>)], origin: &str) {
    let Some(parent) = parent() else { return };
    let message = Object::new();
    let set = |object: &Object, name: &str, value: &JsValue| {
        // A new object takes every property.
        let _ = Reflect::set(object, &JsValue::from(name), value);
    };
    set(&message, MARK, &JsValue::from(VERSION));
    set(&message, "type", &JsValue::from(kind));
    for (name, value) in values {
        let value = match value {
            MessageValue::Text(text) => JsValue::from(*text),
            MessageValue::Number(number) => JsValue::from(*number),
            MessageValue::Numbers(numbers) => {
                let object = Object::new();
                for (name, number) in *numbers {
                    set(&object, name, &JsValue::from(*number));
                }
                object.into()
            }
        };
        set(&message, name, &value);
    }
    let _ = parent.post_message(&message, origin);
}
