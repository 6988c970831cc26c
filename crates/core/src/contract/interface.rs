//! `interface.{lang}.json`: the texts of the interface in a language other than English. It may be absent.

use serde::{Deserialize, Serialize};

/// The texts of one version of the app in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InterfaceTexts {
    /// A number of the keys that the texts were made for; an app with another number shows English.
    pub keys: String,
    /// The texts without plural forms, in the order of their keys.
    pub texts: Vec<String>,
    /// Six forms of each text with plural forms: zero, one, two, few, many, other; empty where the language has none.
    pub plurals: Vec<String>,
}
