//! A catalogue of the interface as a file with a key a line, changed in places and written as it was.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use wsis_core::Language;

/// The categories of plural forms, in the order of the files.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The texts of a language by key, in the order of the file.
pub(crate) struct CatalogueFile {
    path: PathBuf,
    entries: Vec<(String, Value)>,
}

impl CatalogueFile {
    /// Reads a file of the folder.
    pub(crate) fn read(folder: &Path, language: Language) -> Result<Self> {
        let path = folder.join(format!("{}.json", language.code()));
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let entry = |line: &str| {
            let object = format!("{{{}}}", line.trim().trim_end_matches(','));
            let object: Map<String, Value> = serde_json::from_str(&object).ok()?;
            object.into_iter().next().filter(|(_, value)| value.is_string() || value.is_object())
        };
        let lines = text.lines().filter(|line| !matches!(line.trim(), "{" | "}" | ""));
        let entries = lines
            .map(|line| {
                entry(line).with_context(|| {
                    format!("{}: not a key with its text on a line of its own: {line}", path.display())
                })
            })
            .collect::<Result<_>>()?;
        Ok(Self { path, entries })
    }

    /// Every key with its plural form, which is empty for a text without a number.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().flat_map(|(key, value)| {
            let forms = FORMS.iter().copied().filter(|form| value.get(form).is_some());
            let forms: Vec<&str> = if value.is_string() { vec![""] } else { forms.collect() };
            forms.into_iter().map(|form| (key.as_str(), form))
        })
    }

    /// A text.
    pub(crate) fn text(&self, key: &str, form: &str) -> Option<&str> {
        let (_, value) = self.entries.iter().find(|(name, _)| name == key)?;
        if form.is_empty() { value.as_str() } else { value.get(form)?.as_str() }
    }

    /// Sets a text that is there.
    pub(crate) fn set(&mut self, key: &str, form: &str, text: &str) {
        let found = self.entries.iter_mut().find(|(name, _)| name == key);
        let place =
            found.and_then(|(_, value)| if form.is_empty() { Some(value) } else { value.get_mut(form) });
        if let Some(place) = place {
            *place = Value::from(text);
        }
    }

    /// Writes the file.
    pub(crate) fn write(&self) -> Result<()> {
        fs::write(&self.path, self.json()?).with_context(|| format!("cannot write {}", self.path.display()))
    }

    fn json(&self) -> Result<String> {
        let mut lines = Vec::new();
        for (key, value) in &self.entries {
            let value = match value.as_str() {
                Some(text) => serde_json::to_string(text)?,
                None => {
                    let forms = FORMS.iter().filter_map(|form| Some((form, value.get(form)?)));
                    let forms = forms.map(|(form, text)| format!("\"{form}\": {text}"));
                    format!("{{{}}}", forms.collect::<Vec<_>>().join(", "))
                }
            };
            lines.push(format!("  {}: {value}", serde_json::to_string(key)?));
        }
        Ok(format!("{{\n{}\n}}\n", lines.join(",\n")))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn every_catalogue_is_written_as_it_was() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../i18n");
        for language in Language::ALL {
            let catalogue = CatalogueFile::read(&folder, language).unwrap();
            assert!(
                catalogue.json().unwrap() == fs::read_to_string(&catalogue.path).unwrap(),
                "{language:?}"
            );
        }
    }
}
