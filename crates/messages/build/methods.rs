//! One method a message.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::catalogue::{SourceCatalogue, placeholders};

/// The methods of `Messages`, and the list of keys.
pub(crate) fn of(english: &SourceCatalogue) -> Result<String, String> {
    let (mut methods, mut keys) = (String::new(), String::new());
    let (mut texts, mut plurals) = (0, 0);
    for (key, value) in &english.messages {
        check_key(key)?;
        let _ = writeln!(keys, "    {key:?},");
        methods.push_str(&match value {
            Value::String(text) => {
                texts += 1;
                plain_method(key, text, texts - 1)?
            }
            Value::Object(forms) => {
                plurals += 1;
                plural_method(key, forms, plurals - 1)?
            }
            _ => return Err(format!("i18n/en.json: {key} is neither a text nor a set of plural forms")),
        });
    }
    Ok(format!(
        "impl Messages {{\n{methods}}}\n\n/// Every key of the catalogue.\npub const KEYS: &[&str] = &[\n{keys}];\n"
    ))
}

fn check_key(key: &str) -> Result<(), String> {
    let well_formed = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if well_formed { Ok(()) } else { Err(format!("i18n/en.json: {key} is not a key: use a-z and _")) }
}

fn plain_method(key: &str, text: &str, at: usize) -> Result<String, String> {
    let names = placeholders(text).map_err(|problem| format!("i18n/en.json: {key}: {problem}"))?;
    if names.is_empty() {
        return Ok(format!(
            "    /// {doc}\n    #[must_use]\n    pub fn {key}(self) -> &'static str {{ self.text({at}, {text:?}) }}\n\n",
            doc = doc(text)
        ));
    }
    Ok(format!(
        "    /// {doc}\n    #[must_use]\n    pub fn {key}(self, {params}) -> String {{\n        fill(self.text({at}, {text:?}), &[{pairs}])\n    }}\n\n",
        doc = doc(text),
        params = parameters(&names),
        pairs = pairs(&names)
    ))
}

fn plural_method(key: &str, forms: &Map<String, Value>, at: usize) -> Result<String, String> {
    let form = |name: &str| {
        let form = forms.get(name).and_then(Value::as_str);
        form.ok_or_else(|| format!("i18n/en.json: {key} has no plural form {name}"))
    };
    let (one, other) = (form("one")?, form("other")?);
    if forms.len() != 2 {
        return Err(format!("i18n/en.json: {key}: English has the plural forms one and other, no more"));
    }
    let mut names = placeholders(other).map_err(|problem| format!("i18n/en.json: {key}: {problem}"))?;
    names.retain(|name| name != "count");
    let separator = if names.is_empty() { "" } else { ", " };
    Ok(format!(
        "    /// {doc}\n    #[must_use]\n    pub fn {key}(self, count: u32{separator}{params}) -> String {{\n        \
         fill(self.plural({at}, count, [{one:?}, {other:?}]), &[(\"count\", &count.to_string()){separator}{pairs}])\n    }}\n\n",
        doc = doc(other),
        params = parameters(&names),
        pairs = pairs(&names)
    ))
}

fn doc(text: &str) -> String {
    text.replace('\n', " ").replace('<', "\\<").replace('[', "\\[")
}

fn parameters(names: &[String]) -> String {
    names.iter().map(|name| format!("{name}: &str")).collect::<Vec<_>>().join(", ")
}

fn pairs(names: &[String]) -> String {
    names.iter().map(|name| format!("({name:?}, {name})")).collect::<Vec<_>>().join(", ")
}
