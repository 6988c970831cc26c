//! Adds the rows of whatever is translated completely.

use std::collections::BTreeSet;

use wsis_core::Language;
use wsis_core::contract::Review;

use super::rows::TextRow;
use super::translation::LanguageTranslations;
use crate::data::reviews::REVIEWED;
use crate::data::sources::{
    ConflictRow, CsvRow, LensChartRow, LensFactRow, LensItemRow, LensRow, LensSectionRow, LensValueRow,
    RuleRow, Sources, TourRow, TourStepRow,
};
use crate::data::text_key::{TextKey, has_words};

/// A row that names its language.
trait LanguageRow: TextRow + Clone {
    /// Makes it a row of the language.
    fn set_language(&mut self, language: Language, review: &str);
}

macro_rules! language_rows {
    ($($type:ident),+; without review: $($other:ident),+) => {
        $(impl LanguageRow for $type {
            fn set_language(&mut self, language: Language, review: &str) {
                language.code().clone_into(&mut self.language);
                review.clone_into(&mut self.review);
            }
        })+
        $(impl LanguageRow for $other {
            fn set_language(&mut self, language: Language, _review: &str) {
                language.code().clone_into(&mut self.language);
            }
        })+
    };
}

language_rows!(
    LensRow, LensSectionRow, LensItemRow, LensChartRow, TourRow, TourStepRow, ConflictRow, RuleRow;
    without review: LensFactRow, LensValueRow
);

/// Adds the rows of a language; `used` gets the places of all texts that there are.
pub(super) fn add(
    sources: &mut Sources,
    language: Language,
    texts: &LanguageTranslations,
    used: &mut BTreeSet<TextKey>,
) {
    let mut translator = Translator { language, texts, used };
    translator.add_lenses(sources);
    translator.add_tours(sources);
    let rules: Vec<RuleRow> =
        sources.rules.rows.iter().filter_map(|row| translator.translated(row)).collect();
    sources.rules.rows.extend(rules);
    let conflicts: Vec<ConflictRow> =
        sources.conflicts.rows.iter().filter_map(|row| translator.translated(row)).collect();
    sources.conflicts.rows.extend(conflicts);
    translator.mark_used(&mut sources.initiatives.rows);
    translator.mark_used(&mut sources.sources.rows);
    translator.mark_used(&mut sources.lines.rows);
    translator.mark_used(&mut sources.links.rows);
}

struct Translator<'t> {
    language: Language,
    texts: &'t LanguageTranslations,
    used: &'t mut BTreeSet<TextKey>,
}

impl Translator<'_> {
    /// Puts the translation in place of the text; returns how far it has been checked, none if there is none.
    fn translate<R: CsvRow>(&mut self, key: &str, field: &str, text: &mut String) -> Option<Review> {
        if !has_words(text) {
            return Some(Review::Reviewed);
        }
        let place = TextKey::of::<R>(key, field);
        let found = self.texts.get(&place);
        self.used.insert(place);
        let translation = found?;
        let review = translation.review(text);
        text.clone_from(&translation.text);
        Some(review)
    }

    /// The row in the language; none if a text has no translation, or the row is none of the English ones.
    fn translated<R: LanguageRow>(&mut self, row: &R) -> Option<R> {
        let (mut row, mut reviews) = (row.clone(), Vec::new());
        if row.language() != Language::English.code() {
            return None;
        }
        row.visit_texts(&mut |key, field, text| reviews.push(self.translate::<R>(key, field, text)));
        let reviews: Vec<Review> = reviews.into_iter().collect::<Option<_>>()?;
        let is_reviewed = reviews.iter().all(|review| *review == Review::Reviewed);
        row.set_language(self.language, if is_reviewed { REVIEWED } else { "machine" });
        Some(row)
    }

    /// All rows in the language; none if one of them lacks a translation.
    fn all<'r, R: LanguageRow + 'r>(&mut self, rows: impl Iterator<Item = &'r R>) -> Option<Vec<R>> {
        let english = rows.filter(|row| row.language() == Language::English.code());
        let translated: Vec<Option<R>> = english.map(|row| self.translated(row)).collect();
        translated.into_iter().collect()
    }

    fn add_tours(&mut self, sources: &mut Sources) {
        let ids: Vec<String> = english_ids(sources.tours.rows.iter().map(|row| (&row.id, &row.language)));
        for id in ids {
            let tours = self.all(sources.tours.rows.iter().filter(|row| row.id == id));
            let steps = self.all(sources.tour_steps.rows.iter().filter(|row| row.tour == id));
            if let (Some(tours), Some(steps)) = (tours, steps) {
                sources.tours.rows.extend(tours);
                sources.tour_steps.rows.extend(steps);
            }
        }
    }

    fn add_lenses(&mut self, sources: &mut Sources) {
        let ids: Vec<String> = english_ids(sources.lenses.rows.iter().map(|row| (&row.id, &row.language)));
        for id in ids {
            let items: BTreeSet<&str> =
                sources.lens_items.rows.iter().filter(|row| row.lens == id).map(|row| &*row.id).collect();
            let charts: BTreeSet<&str> =
                sources.lens_charts.rows.iter().filter(|row| row.lens == id).map(|row| &*row.id).collect();
            let all = (
                self.all(sources.lenses.rows.iter().filter(|row| row.id == id)),
                self.all(sources.lens_sections.rows.iter().filter(|row| row.lens == id)),
                self.all(sources.lens_items.rows.iter().filter(|row| row.lens == id)),
                self.all(sources.lens_facts.rows.iter().filter(|row| items.contains(&*row.item))),
                self.all(sources.lens_charts.rows.iter().filter(|row| row.lens == id)),
                self.all(sources.lens_values.rows.iter().filter(|row| charts.contains(&*row.chart))),
            );
            let (Some(lenses), Some(sections), Some(items), Some(facts), Some(charts), Some(values)) = all
            else {
                continue;
            };
            sources.lenses.rows.extend(lenses);
            sources.lens_sections.rows.extend(sections);
            sources.lens_items.rows.extend(items);
            sources.lens_facts.rows.extend(facts);
            sources.lens_charts.rows.extend(charts);
            sources.lens_values.rows.extend(values);
        }
    }

    /// Notes the places of texts that are translated where they are written out.
    fn mark_used<R: TextRow>(&mut self, rows: &mut [R]) {
        for row in rows {
            row.visit_texts(&mut |key, field, text| {
                let _ = self.translate::<R>(key, field, &mut text.clone());
            });
        }
    }
}

fn english_ids<'r>(rows: impl Iterator<Item = (&'r String, &'r String)>) -> Vec<String> {
    rows.filter(|(_, language)| *language == Language::English.code()).map(|(id, _)| id.clone()).collect()
}
