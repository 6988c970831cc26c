//! Turns `i18n/en.json` into one method a message, so that a missing key or a forgotten placeholder does not
//! compile. See `src/lib.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use serde_json::Value;

fn main() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../i18n/en.json");
    println!("cargo::rerun-if-changed={}", catalogue.display());
    match generate(&catalogue) {
        Ok(code) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("messages.rs");
            if let Err(error) = fs::write(&out, code) {
                stop(&format!("cannot write {}: {error}", out.display()));
            }
        }
        Err(problem) => stop(&format!("i18n/en.json: {problem}")),
    }
}

fn stop(problem: &str) -> ! {
    println!("cargo::error={problem}");
    process::exit(1)
}

fn generate(catalogue: &Path) -> Result<String, String> {
    let text = fs::read_to_string(catalogue).map_err(|error| error.to_string())?;
    let messages: BTreeMap<String, Value> = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut methods = String::new();
    let mut keys = String::new();
    for (key, value) in &messages {
        check_key(key)?;
        let _ = writeln!(keys, "    {key:?},");
        methods.push_str(&match value {
            Value::String(text) => plain_method(key, text)?,
            Value::Object(forms) => plural_method(key, forms)?,
            _ => return Err(format!("{key} is neither a text nor a set of plural forms")),
        });
    }
    Ok(format!(
        "impl Messages {{\n{methods}}}\n\n/// Every key of the catalogue.\npub const KEYS: &[&str] = &[\n{keys}];\n"
    ))
}

fn check_key(key: &str) -> Result<(), String> {
    let well_formed = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if well_formed { Ok(()) } else { Err(format!("{key} is not a key: use a-z and _")) }
}

fn plain_method(key: &str, text: &str) -> Result<String, String> {
    let names = placeholders(text).map_err(|problem| format!("{key}: {problem}"))?;
    if names.is_empty() {
        return Ok(format!(
            "    /// {doc}\n    #[must_use]\n    pub fn {key}(self) -> &'static str {{ {text:?} }}\n\n",
            doc = doc(text)
        ));
    }
    Ok(format!(
        "    /// {doc}\n    #[must_use]\n    pub fn {key}(self, {params}) -> String {{\n        fill({text:?}, &[{pairs}])\n    }}\n\n",
        doc = doc(text),
        params = parameters(&names),
        pairs = pairs(&names)
    ))
}

fn plural_method(key: &str, forms: &serde_json::Map<String, Value>) -> Result<String, String> {
    let form = |name: &str| {
        forms.get(name).and_then(Value::as_str).ok_or_else(|| format!("{key} has no plural form {name}"))
    };
    let (one, other) = (form("one")?, form("other")?);
    if forms.len() != 2 {
        return Err(format!("{key}: English has the plural forms one and other, no more"));
    }
    let mut names = placeholders(other).map_err(|problem| format!("{key}: {problem}"))?;
    names.retain(|name| name != "count");
    let template = if one == other {
        format!("{one:?}")
    } else {
        format!("if count == 1 {{ {one:?} }} else {{ {other:?} }}")
    };
    let separator = if names.is_empty() { "" } else { ", " };
    Ok(format!(
        "    /// {doc}\n    #[must_use]\n    pub fn {key}(self, count: u32{separator}{params}) -> String {{\n        \
         fill({template}, &[(\"count\", &count.to_string()){separator}{pairs}])\n    }}\n\n",
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

/// The names in braces, each once, in the order of their first appearance.
fn placeholders(text: &str) -> Result<Vec<String>, String> {
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
