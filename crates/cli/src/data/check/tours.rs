//! The tours: each with steps that exist, in every language it is written in.

use std::collections::BTreeMap;

use wsis_core::Language;
use wsis_core::address::decode;
use wsis_core::contract::tours::{Figure, FigureValue, ShippedTour, TourStep};
use wsis_core::tour::{MOST_SECONDS, MOST_VALUES, NoTour, Tour};

use super::field::{At, Seen, optional};
use super::known::Known;
use super::notes::Places;
use crate::data::problem::Report;
use crate::data::sources::{Row, Sources, TourRow, TourStepRow};

/// The tours by their place in the file and their language.
pub(super) fn tours(
    files: &Sources,
    known: &Known,
    report: &mut Report,
) -> BTreeMap<(usize, Language), ShippedTour> {
    let mut steps = steps(files, known, report);
    let (mut places, mut tours) = (Places::new("tour"), BTreeMap::new());
    for row in &files.tours.rows {
        let mut at = At::row::<TourRow>(report, row.at);
        let place = places.of(&mut at, &row.id, &row.language);
        let id = at.id("tour", &row.id);
        let (title, text) = (at.required("title", &row.title), at.required("text", &row.text));
        let review = at.review(&row.review);
        let own = steps.remove(&(row.id.clone(), row.language.clone())).unwrap_or_default();
        if files.tour_steps.whole && !own.keys().copied().eq(1..=own.len()) {
            at.wrong(format!("the steps of \"{}\" in {} are not 1, 2, 3 and so on", row.id, row.language));
        }
        let tour = (|| {
            let steps = own.into_values().collect();
            Some(ShippedTour { id: id?, title: title?, text: text?, language: None, review: review?, steps })
        })();
        // Steps that could not be read have been told of already.
        let has_rows =
            !files.tour_steps.whole || files.tour_steps.rows.iter().any(|step| step.tour == row.id);
        match tour.as_ref().map(|tour| Tour::shipped(tour, Language::English)) {
            Some(Err(NoTour::Empty)) if has_rows => {}
            Some(Err(why)) => at.wrong(format!("\"{}\" is no tour: {why}", row.id)),
            Some(Ok(_)) | None => {}
        }
        tours.extend(place.zip(tour));
    }
    places.hold_english::<TourRow>(files.tours.whole, report);
    for (id, language) in steps.into_keys().filter(|_| files.tours.whole) {
        report.file(
            TourStepRow::FILE,
            format!("steps of \"{id}\" in {language}, which tours.csv does not have"),
        );
    }
    tours
}

/// Steps by their number.
type Steps = BTreeMap<usize, TourStep>;

/// The steps by tour and language.
fn steps(files: &Sources, known: &Known, report: &mut Report) -> BTreeMap<(String, String), Steps> {
    let (mut seen, mut steps) = (Seen::new(), BTreeMap::<_, Steps>::new());
    for row in &files.tour_steps.rows {
        let mut at = At::row::<TourStepRow>(report, row.at);
        let key = (row.tour.clone(), row.step.clone(), row.language.clone());
        let once =
            at.once(&mut seen, key, format!("step {} of \"{}\" in {}", row.step, row.tour, row.language));
        at.language(&row.language);
        at.review(&row.review);
        let number = number(&mut at, "step", &row.step);
        view(&mut at, &row.view, known);
        let title = at.required("title", &row.title);
        let basis = at.required("basis", &row.basis);
        let seconds = number_up_to(&mut at, "seconds", &row.seconds, MOST_SECONDS);
        let step = (|| {
            Some(TourStep {
                view: row.view.clone(),
                title: title?,
                text: optional(&row.text),
                notes: optional(&row.notes),
                seconds: Some(seconds?),
                figure: figure(&mut at, row),
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

/// A view that means something, with a project that there is.
fn view(at: &mut At<'_>, query: &str, known: &Known) {
    let (view, bad_values) = decode(query);
    for bad in bad_values {
        at.wrong(format!("the view has {}={}, which means nothing", bad.name, bad.value));
    }
    if let Some(id) = view.project.filter(|id| !known.projects.has(id.as_str())) {
        at.wrong(format!("unknown project \"{id}\""));
    }
}

fn number(at: &mut At<'_>, column: &str, text: &str) -> Option<usize> {
    number_up_to(at, column, text, u16::MAX).map(usize::from)
}

fn number_up_to(at: &mut At<'_>, column: &str, text: &str, most: u16) -> Option<u16> {
    let number = text.parse().ok().filter(|number| (1..=most).contains(number));
    if number.is_none() {
        at.wrong(format!("{column} \"{text}\" is not a number from 1 to {most}"));
    }
    number
}

/// Figures such as `2005=16;2015=41`; none where all three fields are empty.
fn figure(at: &mut At<'_>, row: &TourStepRow) -> Option<Figure> {
    if [&row.caption, &row.unit, &row.values].iter().all(|text| text.trim().is_empty()) {
        return None;
    }
    let (caption, unit) = (at.required("caption", &row.caption), at.required("unit", &row.unit));
    let values = at.list("values", &row.values, |at, item| {
        let value = item.rsplit_once('=').and_then(|(label, value)| {
            let value: f64 = value.trim().parse().ok()?;
            let fits = value.is_finite() && value >= 0.0 && !label.trim().is_empty();
            fits.then(|| FigureValue { label: label.trim().to_owned(), value })
        });
        if value.is_none() {
            at.wrong(format!("\"{item}\" is no label=number"));
        }
        value
    });
    if !(2..=MOST_VALUES).contains(&values.len()) {
        at.wrong(format!("a figure has 2 to {MOST_VALUES} values, not {}", values.len()));
    }
    Some(Figure { caption: caption?, unit: unit?, values })
}
