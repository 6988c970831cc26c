//! The lenses on the report: a file each, and the list of all of them.

use anyhow::Result;
use wsis_core::Language;
use wsis_core::contract::lenses::{Lens, LensEntry, LensItem, LensSummary, Lenses};
use wsis_core::contract::path;

use super::localized::in_language;
use crate::data::files::{Files, json};
use crate::data::model::{Model, SourceLens};

/// Adds the files of a language.
pub(super) fn add(model: &Model, language: Language, files: &mut Files) -> Result<()> {
    let mut lenses = Vec::new();
    let places = model.lenses.keys().filter(|(_, written)| *written == Language::English);
    for (at, _) in places {
        let Some((source, language_of_texts)) = in_language(&model.lenses, *at, language) else { continue };
        let lens = Lens { language: language_of_texts, ..source.lens.clone() };
        files.insert(path::context(language, lens.id.as_str()), json(&lens)?);
        lenses.push(summary(source, language_of_texts));
    }
    files.insert(path::context(language, path::LENSES), json(&Lenses { lenses })?);
    Ok(())
}

fn summary(source: &SourceLens, language: Option<Language>) -> LensSummary {
    let lens = &source.lens;
    LensSummary {
        id: lens.id.clone(),
        title: lens.title.clone(),
        short: source.short.clone(),
        text: lens.text.clone(),
        language,
        entries: lens.sections.iter().flat_map(|section| &section.items).map(entry).collect(),
    }
}

fn entry(item: &LensItem) -> LensEntry {
    let facts = item.facts.iter().filter(|fact| !fact.missing).map(|fact| fact.text.as_str());
    let texts: Vec<&str> = item.text.as_deref().into_iter().chain(facts).collect();
    LensEntry {
        item: item.id.clone(),
        title: item.title.clone(),
        text: texts.join(" "),
        regions: item.regions.clone(),
    }
}
