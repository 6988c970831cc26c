//! Validation of a tour from the data, a file or an address.

use super::step::{DroppedParameter, MAX_SECONDS, MAX_STEPS, MAX_VALUES, Step, Tour, TourError, TourText};
use crate::address::{View, decode};
use crate::contract::Review;
use crate::contract::tours::{Figure, TourStep};
use crate::language::Language;

/// The parts of a tour, validated.
pub(super) fn checked(
    title: &str,
    language: Language,
    review: Option<Review>,
    wire: &[TourStep],
) -> Result<(Tour, Vec<DroppedParameter>), TourError> {
    if wire.is_empty() {
        return Err(TourError::Empty);
    }
    if wire.len() > MAX_STEPS {
        return Err(TourError::TooManySteps(wire.len()));
    }
    let title = text(title, 0, TourText::Title)?;
    let mut dropped = Vec::new();
    let mut steps = Vec::with_capacity(wire.len());
    for (at, step) in wire.iter().enumerate() {
        let at = at + 1;
        let (view, bad_values) = decode(&step.view);
        dropped.extend(bad_values.into_iter().map(|value| DroppedParameter { step: at, value }));
        let optional = |given: &Option<String>, piece: TourText| match given {
            Some(given) => text(given, at, piece).map(|text| Some(text).filter(|text| !text.is_empty())),
            None => Ok(None),
        };
        steps.push(Step {
            // The language is the room's.
            view: View { language: None, ..view.public() },
            title: text(&step.title, at, TourText::Title)?,
            text: optional(&step.text, TourText::Text)?,
            notes: optional(&step.notes, TourText::Notes)?.unwrap_or_default(),
            seconds: step.seconds.map(|seconds| seconds.clamp(1, MAX_SECONDS)),
            figure: step.figure.as_ref().map(|figure| checked_figure(figure, at)).transpose()?,
            basis: optional(&step.basis, TourText::Basis)?,
        });
    }
    Ok((Tour { title, language, review, steps }, dropped))
}

fn checked_figure(figure: &Figure, step: usize) -> Result<Figure, TourError> {
    let is_length = |value: f64| value.is_finite() && value >= 0.0;
    let fits = (1..=MAX_VALUES).contains(&figure.values.len());
    if !fits || !figure.values.iter().all(|one| is_length(one.value)) {
        return Err(TourError::BadFigure(step));
    }
    let mut checked = figure.clone();
    checked.caption = text(&figure.caption, step, TourText::Label)?;
    checked.unit = text(&figure.unit, step, TourText::Label)?;
    for one in &mut checked.values {
        one.label = text(&one.label, step, TourText::Label)?;
    }
    Ok(checked)
}

/// Checks the length of a text and removes characters that are invisible or change the text direction.
fn text(given: &str, step: usize, piece: TourText) -> Result<String, TourError> {
    if given.chars().count() > piece.max_length() {
        return Err(TourError::TooLong(step, piece));
    }
    let seen = |letter: char| (!letter.is_control() || letter == '\n') && !reorders(letter);
    Ok(given.chars().filter(|letter| seen(*letter)).collect::<String>().trim().to_owned())
}

/// Returns true for characters that change the direction of the text after them.
fn reorders(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
