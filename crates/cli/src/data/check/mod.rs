//! The check: rows of text -> the model, with a problem for everything that is wrong.
//!
//! A row with a problem is left out of the model and the check goes on, so that an operator sees all problems at
//! once. The model is used only if there are none.

mod entries;
mod field;
mod known;
mod matrix;
mod notes;
mod prose;
mod terms;
mod tours;

use super::model::Model;
use super::problem::Report;
use super::sources::Sources;

use entries::EntryIds;
use known::Known;

pub(crate) use field::{YEARS, is_language_tag, is_web_address};

/// Checks every file; none only where the sources give no date.
pub fn check(sources: &Sources, report: &mut Report) -> Option<Model> {
    let known = Known::new(sources);
    let mut ids = EntryIds::default();
    let projects = entries::projects(sources, &known, &mut ids, report);
    let initiatives = entries::initiatives(sources, &known, &mut ids, report);
    let withdrawn = entries::withdrawn(sources, &mut ids, report);
    let newest = terms::newest_date(sources, report);
    Some(Model {
        sources: terms::sources(sources, report),
        facilitators: matrix::facilitators(sources, &known, report),
        line_names: matrix::line_names(sources, report),
        colours: matrix::colours(sources, &known, report),
        goal_names: matrix::goal_names(sources, report),
        labels: matrix::labels(sources, report),
        links: matrix::links(sources, &known, report),
        rationales: prose::rationales(sources, report),
        passages: prose::passages(sources, report),
        vocabulary: terms::vocabulary(sources, report),
        countries: terms::countries(sources, &known, report),
        rules: notes::rules(sources, report),
        conflicts: notes::conflicts(sources, report),
        tours: tours::tours(sources, &known, report),
        coverage: terms::coverage(sources, report),
        newest: newest?,
        projects,
        withdrawn,
        initiatives,
    })
}
