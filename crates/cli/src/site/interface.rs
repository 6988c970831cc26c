//! The interface in the languages of the site, where no browser chooses texts and plural forms. May use `intl_pluralrules`.

use std::cell::Cell;

use anyhow::{Context as _, Result};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use serde::Deserialize;
use unic_langid::LanguageIdentifier;
use wsis_core::Language;
use wsis_messages::{CATALOGUES, Catalogue, show};

/// A catalogue as `wsis-messages` has it.
#[derive(Debug, Deserialize)]
struct CatalogueText {
    keys: String,
    texts: Vec<String>,
    plurals: Vec<String>,
}

thread_local! {
    /// The language that texts with numbers are in.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// Makes the texts in a language with the interface in it; afterwards it is English again.
///
/// # Errors
/// A catalogue that does not fit the program, and whatever the work fails with.
pub(super) fn in_language<T>(language: Language, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if language == Language::English {
        return work();
    }
    let (_, text) = CATALOGUES
        .iter()
        .find(|(code, _)| *code == language.code())
        .with_context(|| format!("no catalogue for {language}"))?;
    let file: CatalogueText = serde_json::from_str(text)?;
    let lists = [file.texts, file.plurals].map(|list| list.into_iter().map(|text| &*text.leak()).collect());
    let [texts, plurals] = lists;
    let catalogue = Catalogue::new(language.code(), &file.keys, texts, plurals, category)
        .with_context(|| format!("the catalogue for {language} was made for other texts"))?;
    LANGUAGE.set(language);
    show(Some(catalogue));
    let made = work();
    show(None);
    LANGUAGE.set(Language::English);
    made
}

/// The place of the plural category of a number, as [`Catalogue::new`] counts them.
fn category(count: u32) -> usize {
    const OTHER: usize = 5;
    let identifier = LANGUAGE.get().code().parse::<LanguageIdentifier>().ok();
    let rules = identifier.and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
    match rules.and_then(|rules| rules.select(count).ok()) {
        Some(PluralCategory::ZERO) => 0,
        Some(PluralCategory::ONE) => 1,
        Some(PluralCategory::TWO) => 2,
        Some(PluralCategory::FEW) => 3,
        Some(PluralCategory::MANY) => 4,
        Some(PluralCategory::OTHER) | None => OTHER,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use wsis_messages::Messages;

    use super::*;

    #[test]
    fn texts_and_plural_forms_are_of_the_language_and_english_afterwards() {
        let counted = |language| {
            in_language(language, || Ok([1, 2, 5, 11].map(|count| Messages::SHOWN.fact_projects(count))))
                .unwrap()
        };
        assert_eq!(counted(Language::Russian), ["1 проект", "2 проекта", "5 проектов", "11 проектов"]);
        assert_eq!(counted(Language::French)[0], "1 projet");
        let arabic =
            counted(Language::Arabic).map(|text| text.replace(|letter: char| letter.is_ascii_digit(), ""));
        let distinct: std::collections::BTreeSet<&String> = arabic.iter().collect();
        assert_eq!(distinct.len(), 4, "one, two, few, many: {arabic:?}");
        assert!(Messages::SHOWN.is_english());
        assert_eq!(counted(Language::English)[1], "2 projects");
    }
}
