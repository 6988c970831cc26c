//! A translation, and the translations into a language.

use std::collections::BTreeMap;

use wsis_core::contract::Review;

use crate::data::text_key::TextKey;

/// The translations into one language by their place.
pub(crate) type LanguageTranslations = BTreeMap<TextKey, Translation>;

/// A text in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Translation {
    /// The English text it was made from.
    pub(crate) source: String,
    /// The text.
    pub(crate) text: String,
    pub(super) line: u64,
    pub(super) reviewed: bool,
}

impl Translation {
    /// How far it has been checked, as a translation of the present text.
    pub(crate) fn review(&self, source: &str) -> Review {
        if self.reviewed && self.source == source { Review::Reviewed } else { Review::Machine }
    }
}
