//! Labels, texts and lengths of the values of a chart.

use wsis_core::contract::lenses::{ChartForm, LensChart, LensSeries, LensValue, Qualifier};
use wsis_messages::Messages;

/// Everything that a chart is drawn with apart from its values.
#[derive(Clone, Copy)]
pub struct ChartStyle<'s> {
    /// The texts of the interface.
    pub messages: Messages,
    /// Writes a number in the reader's language.
    pub format: &'s dyn Fn(f64) -> String,
    /// Whether the chart runs from right to left.
    pub is_mirrored: bool,
}

/// A value as it is read: with its qualifier, or that the source gives none.
#[must_use]
pub fn value_text(value: &LensValue, style: ChartStyle<'_>) -> String {
    let Some(number) = value.value else { return style.messages.lens_no_number().to_owned() };
    let number = (style.format)(number);
    match value.qualifier {
        None => number,
        Some(Qualifier::Over) => style.messages.lens_over(&number),
        Some(Qualifier::Nearly) => style.messages.lens_nearly(&number),
        Some(Qualifier::About) => style.messages.lens_about(&number),
    }
}

/// The value with its label, series, unit and remark.
pub(super) fn reading(
    chart: &LensChart,
    series: &LensSeries,
    value: &LensValue,
    style: ChartStyle<'_>,
) -> String {
    let label = match &series.name {
        Some(name) => format!("{}, {name}", value.label),
        None => value.label.clone(),
    };
    let number = value_text(value, style);
    let unit = if value.value.is_some() { format!(" {}", chart.unit) } else { String::new() };
    let note = value.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{label}{}{number}{unit}{note}", style.messages.site_colon())
}

/// The labels of all series, each once, in the order of the first that has it.
#[must_use]
pub fn labels(chart: &LensChart) -> Vec<&str> {
    let mut labels: Vec<&str> = Vec::new();
    for value in chart.series.iter().flat_map(|series| &series.values) {
        if !labels.contains(&value.label.as_str()) {
            labels.push(&value.label);
        }
    }
    if chart.form != ChartForm::Bars {
        labels.sort_unstable();
    }
    labels
}

/// The value of a series at a label.
#[must_use]
pub fn value_at<'c>(series: &'c LensSeries, label: &str) -> Option<&'c LensValue> {
    series.values.iter().find(|value| value.label == label)
}

pub(super) fn most(chart: &LensChart) -> f64 {
    let values = chart.series.iter().flat_map(|series| &series.values).filter_map(|value| value.value);
    values.fold(0.0, f64::max)
}

/// A length in whole units.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to the length of the axis"
)]
pub(super) fn scaled(value: f64, most: f64, length: u32) -> u32 {
    if most > 0.0 { (value / most * f64::from(length)).round() as u32 } else { 0 }
}
