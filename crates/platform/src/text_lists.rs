//! Lists of texts in a JSON file, read without a type for each: they stay for the rest of the program's life.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::JsValue;

/// An object of texts and lists of texts.
pub struct TextLists(JsValue);

impl TextLists {
    /// Parses JSON; `None` if it is none.
    #[must_use]
    pub fn parse(json: &str) -> Option<Self> {
        JSON::parse(json).ok().map(Self)
    }

    /// The text of a name; empty if there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        Reflect::get(&self.0, &name.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    /// The list of a name; empty if there is none. What is no text is empty.
    #[must_use]
    pub fn list(&self, name: &str) -> Vec<&'static str> {
        let list = Reflect::get(&self.0, &name.into()).unwrap_or_default();
        Array::from(&list).iter().map(|text| &*text.as_string().unwrap_or_default().leak()).collect()
    }
}
