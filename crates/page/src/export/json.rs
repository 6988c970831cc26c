//! JSON texts, made without a JSON library: the app uses the browser's.

use super::origin::Origin;

/// Writes a text as a JSON string; the browser's `JSON.stringify` in the app.
pub type Quote<'q> = &'q dyn Fn(&str) -> String;

/// An object of JSON from names that need no quoting and values that are JSON already.
pub(super) fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

pub(super) fn array(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}

/// The origin as an object of JSON.
pub(super) fn origin_json(origin: &Origin, quote: Quote<'_>) -> String {
    object(&origin.facts().map(|(name, value)| (name, quote(value))))
}
