//! The check: rows of text -> the model, with a problem for everything that is wrong.
//!
//! A row with a problem is left out of the model and the check goes on, so that an operator sees all problems at
//! once. The model is used only if there are none.

mod collections;
mod entries;
mod known_ids;
mod lens_charts;
mod lenses;
mod matrix;
mod prize_years;
mod public_goods;
mod reference_data;
mod row_check;
mod rules_and_conflicts;
mod text_forms;
mod texts;
mod ties;
mod tours;

use super::model::Model;
use super::problems::Problems;
use super::sources::Sources;
use super::translations::Translations;

use entries::EntryIds;
use known_ids::KnownIds;

pub(crate) use row_check::YEARS;
pub(crate) use text_forms::{is_language_tag, is_web_address};

/// Checks every file; none only where the sources give no date.
pub fn check(sources: &Sources, translations: Translations, problems: &mut Problems) -> Option<Model> {
    let known = KnownIds::new(sources);
    let mut ids = EntryIds::default();
    let collections = collections::collections(sources, &known, problems);
    let mut projects = entries::projects(sources, &known, &collections, &mut ids, problems);
    collections::add_possible_duplicates(sources, &known, &mut projects, problems);
    let initiatives = entries::initiatives(sources, &known, &mut ids, problems);
    let public_goods = public_goods::public_goods(sources, &known, &mut ids, problems);
    let withdrawn = entries::withdrawn(sources, &mut ids, problems);
    let lenses = lenses::lenses(sources, &known, &projects, problems);
    let newest = reference_data::newest_date(sources, problems);
    Some(Model {
        sources: reference_data::sources(sources, problems),
        facilitators: matrix::facilitators(sources, &known, problems),
        line_names: matrix::line_names(sources, problems),
        colours: matrix::colours(sources, &known, problems),
        goal_names: matrix::goal_names(sources, problems),
        labels: matrix::labels(sources, problems),
        links: matrix::links(sources, &known, problems),
        rationales: texts::rationales(sources, problems),
        passages: texts::passages(sources, problems),
        vocabulary: reference_data::vocabulary(sources, problems),
        countries: reference_data::countries(sources, &known, problems),
        rules: rules_and_conflicts::rules(sources, problems),
        conflicts: rules_and_conflicts::conflicts(sources, problems),
        tours: tours::tours(sources, &known, problems),
        coverage: reference_data::coverage(sources, problems),
        newest_source_date: newest?,
        prize_years: prize_years::prize_years(sources, problems),
        collections,
        projects,
        withdrawn,
        initiatives,
        public_goods,
        lenses,
        translations,
    })
}
