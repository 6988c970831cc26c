//! The page around this one: what it says, and what is told to it. Knows the form of the messages and not their
//! meaning; whatever is not of that form is ignored.

use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::window;

/// The mark of the messages, and the version of their form.
const MARK: &str = "wsis";
const VERSION: f64 = 1.0;

/// More names than an address has are no message of ours.
const MOST_NAMES: usize = 64;

/// What the page around says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HostMessage {
    /// Where it comes from; `null` where that page has no origin of its own.
    pub(crate) origin: String,
    /// What is said.
    pub(crate) says: Says,
    /// What it sets of the looks, if it says anything of them: names and values, all as text.
    pub(crate) style: Option<Vec<(String, String)>>,
}

/// What can be said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Says {
    /// That it listens.
    Hello,
    /// What is to be looked at: names of the address, and what has no value is taken away.
    Set(Vec<(String, Option<String>)>),
    /// That the first view is wanted again.
    Reset,
}

/// The window around this one; none where the page stands alone.
pub(crate) fn parent() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}

/// Reads a message of the page around; none if it comes from elsewhere, or is not of the form.
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
    let says = match of("type")?.as_string()?.as_str() {
        "hello" => Says::Hello,
        "set" => Says::Set(pairs(&of("view")?).filter_map(change_of).collect()),
        "reset" => Says::Reset,
        _ => return None,
    };
    let style = of("style").filter(JsValue::is_object);
    let style =
        style.map(|style| pairs(&style).filter_map(|(name, value)| Some((name, text_of(&value)?))).collect());
    Some(HostMessage { origin: event.origin(), says, style })
}

/// The names and values of an object; none of anything else.
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

/// What a name is changed to; nothing takes it away, and a value that is none is no change.
fn change_of((name, value): (String, JsValue)) -> Option<(String, Option<String>)> {
    let text = text_of(&value);
    let is_nothing = value.is_null() || value.is_undefined() || value.as_string().is_some();
    (text.is_some() || is_nothing).then_some((name, text))
}

/// A text or a number as text; nothing for all else, and for an empty text.
fn text_of(value: &JsValue) -> Option<String> {
    let number = || Number::from(value.as_f64()?).to_string_with_radix(10).ok().map(String::from);
    value.as_string().or_else(number).filter(|text| !text.is_empty())
}

/// A value of a message.
pub(crate) enum Told<'t> {
    /// A text.
    Text(&'t str),
    /// A number.
    Number(f64),
    /// Named numbers.
    Numbers(&'t [(&'t str, u32)]),
}

/// Tells the page around something. `origin` is where it has to be from; `*` where that is not known.
pub(crate) fn tell(kind: &str, told: &[(&str, Told<'_>)], origin: &str) {
    let Some(parent) = parent() else { return };
    let message = Object::new();
    let set = |object: &Object, name: &str, value: &JsValue| {
        // A new object takes every property.
        let _ = Reflect::set(object, &JsValue::from(name), value);
    };
    set(&message, MARK, &JsValue::from(VERSION));
    set(&message, "type", &JsValue::from(kind));
    for (name, value) in told {
        let value = match value {
            Told::Text(text) => JsValue::from(*text),
            Told::Number(number) => JsValue::from(*number),
            Told::Numbers(numbers) => {
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
