//! A catalogue of `i18n/`: its keys, its placeholders, and what has to agree with the English one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// The cardinal categories of CLDR, in the order of the compact file.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The languages beside English, with the categories that each of them distinguishes.
pub(crate) const LANGUAGES: [(&str, &[&str]); 5] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("zh", &["other"]),
    ("fr", &["one", "many", "other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("es", &["one", "many", "other"]),
];

/// The messages of a language by key, in the order of the keys.
pub(crate) struct SourceCatalogue {
    language: String,
    /// A text, or an object with plural forms.
    pub(crate) messages: BTreeMap<String, Value>,
}

impl SourceCatalogue {
    /// Reads a file of the folder.
    pub(crate) fn read(folder: &Path, language: &str) -> Result<Self, String> {
        let file = folder.join(format!("{language}.json"));
        let text = fs::read_to_string(&file).map_err(|error| format!("i18n/{language}.json: {error}"))?;
        let messages =
            serde_json::from_str(&text).map_err(|error| format!("i18n/{language}.json: {error}"))?;
        Ok(Self { language: language.to_owned(), messages })
    }

    /// A number of keys, forms and placeholders.
    pub(crate) fn fingerprint(&self) -> String {
        let mut number: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |text: &str| {
            for byte in text.bytes().chain([0]) {
                number = (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for (key, value) in &self.messages {
            add(key);
            let text = value.as_str().or_else(|| value["other"].as_str()).unwrap_or_default();
            add(if value.is_object() { "plural" } else { "text" });
            let mut names = placeholders(text).unwrap_or_default();
            names.sort();
            names.iter().for_each(|name| add(name));
        }
        format!("{number:016x}")
    }

    /// Differences from English that are errors, a sentence each.
    pub(crate) fn compare(&self, english: &Self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut tell = |key: &str, what: &str| {
            problems.push(format!("i18n/{}.json: {key}: {what}", self.language));
        };
        for key in english.messages.keys().filter(|key| !self.messages.contains_key(*key)) {
            tell(key, "is missing");
        }
        for (key, value) in &self.messages {
            match (english.messages.get(key), value) {
                (None, _) => tell(key, "is no key of en.json"),
                (Some(Value::String(text)), Value::String(translated)) => {
                    if sorted(text) != sorted(translated) {
                        tell(key, "has other placeholders than in English");
                    }
                }
                (Some(Value::Object(forms)), Value::Object(translated)) => {
                    if let Some(problem) = self.compare_forms(forms, translated) {
                        tell(key, &problem);
                    }
                }
                (Some(_), _) => tell(key, "is a text in one language and a set of plural forms in the other"),
            }
        }
        problems
    }

    fn compare_forms(&self, english: &Map<String, Value>, translated: &Map<String, Value>) -> Option<String> {
        let wanted = LANGUAGES.iter().find(|(code, _)| *code == self.language).map(|(_, all)| *all)?;
        let given: Vec<&str> = translated.keys().map(String::as_str).collect();
        if wanted.len() != given.len() || wanted.iter().any(|category| !given.contains(category)) {
            return Some(format!("the plural forms are {} and not {}", given.join(", "), wanted.join(", ")));
        }
        let names = sorted(english.get("other")?.as_str()?);
        let without_count: Vec<String> = names.iter().filter(|name| *name != "count").cloned().collect();
        for (category, form) in translated {
            let given = sorted(form.as_str().unwrap_or_default());
            // A language may say none, one and two in words.
            let in_words = ["zero", "one", "two"].contains(&category.as_str());
            if given != names && !(in_words && given == without_count) {
                return Some(format!("the form {category} has other placeholders than in English"));
            }
        }
        None
    }

    /// The file of the language: its texts in the order of the English keys.
    pub(crate) fn compact(&self, english: &Self, keys: &str) -> String {
        let (mut texts, mut plurals) = (Vec::new(), Vec::new());
        for key in english.messages.keys() {
            match self.messages.get(key) {
                Some(Value::String(text)) => texts.push(text.clone()),
                Some(Value::Object(forms)) => {
                    let form = |category: &&str| forms.get(*category).and_then(Value::as_str).unwrap_or("");
                    plurals.extend(CATEGORIES.iter().map(form));
                }
                _ => {}
            }
        }
        json!({ "keys": keys, "texts": texts, "plurals": plurals }).to_string() + "\n"
    }
}

/// The placeholders of a text in alphabetical order; none of a text that is not well-formed.
fn sorted(text: &str) -> Vec<String> {
    let mut names = placeholders(text).unwrap_or_default();
    names.sort();
    names
}

/// The names in braces, each once, in the order of their first appearance.
pub(crate) fn placeholders(text: &str) -> Result<Vec<String>, String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').ok_or("a { without its }")?;
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            return Err(format!("{{{name}}} is not a placeholder"));
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = tail;
    }
    Ok(names)
}
