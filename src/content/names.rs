//! Names of vocabulary terms and countries in the language of the dataset.

use std::sync::Arc;

use wsis_core::contract::entry::Prize;
use wsis_core::contract::vocabulary::{Collection, PrizeYear, SourceText, Term, Vocabulary};
use wsis_core::filter::{Facet, FacetValue};
use wsis_core::{CountryCode, Language, VocabularyId};
use wsis_platform::intl::CountryNames;
use wsis_state::Dataset;
use wsis_state::Explorer;

/// The names of vocabulary values in the language of the dataset.
#[derive(Clone)]
pub(crate) struct Names {
    vocabulary: Option<Arc<Vocabulary>>,
    language: Language,
}

impl Names {
    /// The names as far as they are loaded; loading starts with the first call. Tracks them.
    pub(crate) fn get(dataset: &Arc<Dataset>) -> Self {
        Explorer::get().data.vocabulary.ensure_loaded(dataset);
        Self::loaded(dataset)
    }

    /// The names as far as something else has loaded them: the first load has no program for that. Tracks them.
    pub(crate) fn loaded(dataset: &Dataset) -> Self {
        Self { vocabulary: Explorer::get().data.vocabulary.ready(), language: dataset.language }
    }

    /// A country: as the source has it in English, as the browser has it in other languages; else its code.
    pub(crate) fn country(&self, code: &CountryCode) -> String {
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
    pub(crate) fn are_loaded(&self) -> bool {
        self.vocabulary.is_some()
    }

    /// The ITU region of a country, where the vocabulary knows the country.
    pub(crate) fn region_of(&self, code: &CountryCode) -> Option<VocabularyId> {
        let countries = &self.vocabulary.as_ref()?.countries;
        countries.iter().find(|country| country.id == *code).map(|country| country.region.clone())
    }

    /// A region.
    pub(crate) fn region(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.regions)
    }

    /// A kind of organisation.
    pub(crate) fn stakeholder(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.stakeholders)
    }

    /// A target group.
    pub(crate) fn target_group(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.target_groups)
    }

    /// The target groups to choose from; none until they are loaded.
    pub(crate) fn target_groups(&self) -> Vec<Term> {
        self.vocabulary.as_ref().map(|vocabulary| vocabulary.target_groups.clone()).unwrap_or_default()
    }

    /// The objectives of the Global Digital Compact, likewise.
    pub(crate) fn objectives(&self) -> Vec<Term> {
        self.vocabulary.as_ref().map(|vocabulary| vocabulary.gdc_objectives.clone()).unwrap_or_default()
    }

    /// A target group or an objective; no id is both.
    pub(crate) fn group_or_objective(&self, id: &VocabularyId) -> String {
        let objective = self.objectives().into_iter().find(|term| term.id == *id);
        objective.map_or_else(|| self.target_group(id), |term| term.name)
    }

    /// A kind of entry.
    pub(crate) fn entry_kind(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.entry_kinds)
    }

    /// A prize status; nothing where there is none to tell of.
    pub(crate) fn prize(&self, prize: Prize) -> Option<String> {
        (prize != Prize::None).then(|| self.term(prize.id(), |vocabulary| &vocabulary.prizes))
    }

    /// A prize status by its id, `none` too.
    pub(crate) fn prize_value(&self, id: &VocabularyId) -> String {
        self.term(id.as_str(), |vocabulary| &vocabulary.prizes)
    }

    /// A value of a facet.
    pub(crate) fn value(&self, value: &FacetValue) -> String {
        match value.facet {
            Facet::Region => self.region(&value.id),
            Facet::Country => match value.id.as_str().parse() {
                Ok(country) => self.country(&country),
                Err(_) => value.id.to_string(),
            },
            Facet::Stakeholder => self.stakeholder(&value.id),
            Facet::TargetGroup => self.target_group(&value.id),
            Facet::Prize => self.prize_value(&value.id),
            Facet::Collection => self.collection(&value.id, |text| &text.name),
        }
    }

    /// A text of a collection; its id where the vocabulary does not know it.
    pub(crate) fn collection(&self, id: &VocabularyId, text: impl Fn(&Collection) -> &String) -> String {
        let known = self.collections().iter().find(|one| one.id == *id);
        known.map_or_else(|| id.to_string(), |known| text(known).clone())
    }

    /// The collections; none until they are loaded.
    pub(crate) fn collections(&self) -> &[Collection] {
        self.vocabulary.as_ref().map_or(&[], |vocabulary| &vocabulary.collections)
    }

    /// Licence and remark of a source in the language of the page; `None` until they are loaded.
    pub(crate) fn source_text(&self, id: &str) -> Option<&SourceText> {
        self.vocabulary.as_ref()?.sources.iter().find(|one| one.id == id)
    }

    /// The numbers of results of a year of the WSIS Prizes, where they are known.
    pub(crate) fn prize_year(&self, year: u16) -> Option<&PrizeYear> {
        self.vocabulary.as_ref()?.prize_years.iter().find(|one| one.year == year)
    }

    fn term(&self, id: &str, list: impl Fn(&Vocabulary) -> &Vec<Term>) -> String {
        self.vocabulary
            .as_ref()
            .and_then(|vocabulary| list(vocabulary).iter().find(|term| term.id.as_str() == id))
            .map_or_else(|| id.to_owned(), |term| term.name.clone())
    }
}
