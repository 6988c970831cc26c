//! The tours: each with steps that exist, in every language it is written in.

use std::collections::BTreeMap;

use wsis_core::Language;
use wsis_core::address::{Opened, decode};
use wsis_core::contract::lenses::OVERVIEW;
use wsis_core::contract::tours::{Figure, FigureValue, ShippedTour, TourStep};
use wsis_core::tour::{MAX_SECONDS, MAX_VALUES, Tour, TourError};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use super::rules_and_conflicts::TranslatedRows;
use crate::data::problems::Problems;
use crate::data::sources::{CsvRow, Sources, TourRow, TourStepRow};

/// The tours by their place in the file and their language.
pub(super) fn tours(
    files: &Sources,
    known: &KnownIds,
    problems: &mut Problems,
) -> BTreeMap<(usize, Language), ShippedTour> {
    let mut steps = steps(files, known, problems);
    let (mut translations, mut tours) = (TranslatedRows::new("tour"), BTreeMap::new());
    for row in &files.tours.rows {
        let mut check = RowCheck::new::<TourRow>(problems, row.line_number);
        let place = translations.position(&mut check, &row.id, &row.language);
        let id = check.id("tour", &row.id);
        let (title, text) = (check.required("title", &row.title), check.required("text", &row.text));
        let review = check.review(&row.review);
        let own = steps.remove(&(row.id.clone(), row.language.clone())).unwrap_or_default();
        if files.tour_steps.complete && !own.keys().copied().eq(1..=own.len()) {
            check.problem(format!(
                "the steps of \"{}\" in {} are not 1, 2, 3 and so on",
                row.id, row.language
            ));
        }
        let tour = (|| {
            let steps = own.into_values().collect();
            Some(ShippedTour { id: id?, title: title?, text: text?, language: None, review: review?, steps })
        })();
        // Steps that could not be read have been told of already.
        let has_rows =
            !files.tour_steps.complete || files.tour_steps.rows.iter().any(|step| step.tour == row.id);
        match tour.as_ref().map(|tour| Tour::from_data(tour, Language::English)) {
            Some(Err(TourError::Empty)) if has_rows => {}
            Some(Err(why)) => check.problem(format!("\"{}\" is no tour: {why}", row.id)),
            Some(Ok(_)) | None => {}
        }
        tours.extend(place.zip(tour));
    }
    translations.require_english::<TourRow>(files.tours.complete, problems);
    for (id, language) in steps.into_keys().filter(|_| files.tours.complete) {
        problems.file(
            TourStepRow::FILE,
            format!("steps of \"{id}\" in {language}, which tours.csv does not have"),
        );
    }
    tours
}

/// Steps by their number.
type Steps = BTreeMap<usize, TourStep>;

/// The steps by tour and language.
fn steps(files: &Sources, known: &KnownIds, problems: &mut Problems) -> BTreeMap<(String, String), Steps> {
    let (mut seen, mut steps) = (SeenKeys::new(), BTreeMap::<_, Steps>::new());
    for row in &files.tour_steps.rows {
        let mut check = RowCheck::new::<TourStepRow>(problems, row.line_number);
        let key = (row.tour.clone(), row.step.clone(), row.language.clone());
        let once = check.unique(
            &mut seen,
            key,
            format!("step {} of \"{}\" in {}", row.step, row.tour, row.language),
        );
        check.language(&row.language);
        check.review(&row.review);
        let number = number(&mut check, "step", &row.step);
        view(&mut check, &row.view, known);
        let title = check.required("title", &row.title);
        let basis = check.required("basis", &row.basis);
        let seconds = number_up_to(&mut check, "seconds", &row.seconds, MAX_SECONDS);
        let step = (|| {
            Some(TourStep {
                view: row.view.clone(),
                title: title?,
                text: optional(&row.text),
                notes: optional(&row.notes),
                seconds: Some(seconds?),
                figure: figure(&mut check, row),
                basis: Some(basis?),
            })
        })();
        if let (Some(()), Some(number), Some(step)) = (once, number, step) {
            let key = (row.tour.clone(), row.language.clone());
            steps.entry(key).or_default().insert(number, step);
        }
    }
    steps
}

/// A view that means something, with an entry that there is.
fn view(check: &mut RowCheck<'_>, query: &str, known: &KnownIds) {
    let (view, bad_values) = decode(query);
    for bad in bad_values {
        check.problem(format!("the view has {}={}, which means nothing", bad.name, bad.value));
    }
    match view.opened {
        Some(Opened::Project(id)) if !known.projects.has(id.as_str()) => {
            check.problem(format!("unknown project \"{id}\""));
        }
        Some(Opened::Initiative(id)) => {
            check.problem(format!("a slide cannot show an initiative, such as \"{id}\""));
        }
        Some(Opened::Lens(id)) if id.as_str() == OVERVIEW || !known.lenses.has(id.as_str()) => {
            check.problem(format!("unknown lens \"{id}\""));
        }
        Some(Opened::Project(_) | Opened::Lens(_)) | None => {}
    }
}

fn number(check: &mut RowCheck<'_>, column: &str, text: &str) -> Option<usize> {
    number_up_to(check, column, text, u16::MAX).map(usize::from)
}

fn number_up_to(check: &mut RowCheck<'_>, column: &str, text: &str, most: u16) -> Option<u16> {
    let number = text.parse().ok().filter(|number| (1..=most).contains(number));
    if number.is_none() {
        check.problem(format!("{column} \"{text}\" is not a number from 1 to {most}"));
    }
    number
}

/// Figures such as `2005=16;2015=41`; none where all three fields are empty.
fn figure(check: &mut RowCheck<'_>, row: &TourStepRow) -> Option<Figure> {
    if [&row.caption, &row.unit, &row.values].iter().all(|text| text.trim().is_empty()) {
        return None;
    }
    let (caption, unit) = (check.required("caption", &row.caption), check.required("unit", &row.unit));
    let values = check.list("values", &row.values, |check, item| {
        let value = item.rsplit_once('=').and_then(|(label, value)| {
            let value: f64 = value.trim().parse().ok()?;
            let fits = value.is_finite() && value >= 0.0 && !label.trim().is_empty();
            fits.then(|| FigureValue { label: label.trim().to_owned(), value })
        });
        if value.is_none() {
            check.problem(format!("\"{item}\" is no label=number"));
        }
        value
    });
    if !(2..=MAX_VALUES).contains(&values.len()) {
        check.problem(format!("a figure has 2 to {MAX_VALUES} values, not {}", values.len()));
    }
    Some(Figure { caption: caption?, unit: unit?, values })
}
