//! How names and addresses from the data are shown: in which language, and as a link only where it is safe.

use std::sync::Arc;

use wsis_core::contract::entry::Prize;
use wsis_core::contract::vocabulary::{Term, Vocabulary};
use wsis_core::{CountryCode, Language, VocabularyId};

use crate::dom::display_names::CountryNames;
use crate::state::{Explorer, Site};

/// The `lang` attribute for a name in this language; none in the language of the page.
pub(super) fn language_if_other(language: Language) -> Option<&'static str> {
    (language != Language::English).then(|| language.code())
}

/// An address that may be linked to: http or https, nothing else.
pub(super) fn http_address(address: &str) -> Option<String> {
    let url = web_sys::Url::new(address).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// The names of vocabulary values in the language of the site.
#[derive(Clone)]
pub(super) struct Names {
    vocabulary: Option<Arc<Vocabulary>>,
    language: Language,
}

impl Names {
    /// The names as far as they are loaded; loading starts with the first call. Tracks them.
    pub(super) fn get(site: &Arc<Site>) -> Self {
        let kept = Explorer::get().vocabulary;
        kept.need(site);
        Self { vocabulary: kept.ready(), language: site.language }
    }

    /// A country: as the source has it in English, as the browser has it in other languages; else its code.
    pub(super) fn country(&self, code: &CountryCode) -> String {
        let known = self
            .vocabulary
            .as_ref()
            .and_then(|vocabulary| vocabulary.countries.iter().find(|country| country.id == *code));
        let Some(country) = known else { return code.to_string() };
        if self.language == Language::English {
            return country.name.clone();
        }
        CountryNames::new(self.language.code()).name(&country.alpha2).unwrap_or_else(|| country.name.clone())
    }

    /// Whether the names are there.
    pub(super) fn are_loaded(&self) -> bool {
        self.vocabulary.is_some()
    }

    /// The ITU region of a country, where the vocabulary knows the country.
    pub(super) fn region_of(&self, code: &CountryCode) -> Option<VocabularyId> {
        let countries = &self.vocabulary.as_ref()?.countries;
        countries.iter().find(|country| country.id == *code).map(|country| country.region.clone())
    }

    /// A region.
    pub(super) fn region(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.regions)
    }

    /// A kind of organisation.
    pub(super) fn stakeholder(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.stakeholders)
    }

    /// A target group.
    pub(super) fn target_group(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.target_groups)
    }

    /// The target groups to choose from; none until they are loaded.
    pub(super) fn target_groups(&self) -> Vec<Term> {
        self.vocabulary.as_ref().map(|vocabulary| vocabulary.target_groups.clone()).unwrap_or_default()
    }

    /// The objectives of the Global Digital Compact, likewise.
    pub(super) fn objectives(&self) -> Vec<Term> {
        self.vocabulary.as_ref().map(|vocabulary| vocabulary.gdc_objectives.clone()).unwrap_or_default()
    }

    /// A target group or an objective; no id is both.
    pub(super) fn group_or_objective(&self, id: &VocabularyId) -> String {
        let objective = self.objectives().into_iter().find(|term| term.id == *id);
        objective.map_or_else(|| self.target_group(id), |term| term.name)
    }

    /// A kind of entry.
    pub(super) fn entry_kind(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.entry_kinds)
    }

    /// A prize status; nothing where there is none to tell of.
    pub(super) fn prize(&self, prize: Prize) -> Option<String> {
        (prize != Prize::None).then(|| self.term(prize.id(), |vocabulary| &vocabulary.prizes))
    }

    /// A prize status by its id, `none` too.
    pub(super) fn prize_value(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.prizes)
    }

    fn term(&self, id: &str, list: impl Fn(&Vocabulary) -> &Vec<Term>) -> String {
        self.vocabulary
            .as_ref()
            .and_then(|vocabulary| list(vocabulary).iter().find(|term| term.id.as_str() == id))
            .map_or_else(|| id.to_owned(), |term| term.name.clone())
    }
}
