//! Scripts with helpers for selectors.

use serde_json::Value;

/// The script function behind every selector.
const FIND: &str = "const find = selector => selector.split(' >>> ').reduce((from, part) => \
                    from && (from.shadowRoot || from).querySelector(part), document);";

/// A script with `find` and `shown` before it.
pub(super) fn with_helpers(body: &str) -> String {
    format!(
        "{FIND} const shown = selector => {{ const on = find(selector); \
         return !!on && on.checkVisibility({{visibilityProperty: true}}); }}; {body}"
    )
}

/// A JavaScript string.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
