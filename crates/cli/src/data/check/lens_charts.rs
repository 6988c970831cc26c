//! The charts of the lenses, some with a series that is counted in the projects of this snapshot.

use std::collections::BTreeMap;

use wsis_core::EntryId;
use wsis_core::contract::entry::Project;
use wsis_core::contract::lenses::{ChartForm, LensChart, LensSeries, LensValue, Qualifier};

use super::known_ids::KnownIds;
use super::row_check::{RowCheck, SeenKeys, optional};
use crate::data::problems::Problems;
use crate::data::sources::{CsvRow, LensChartRow, LensValueRow, Sources};

/// Charts by lens, then section and language.
pub(super) type Charts = BTreeMap<(String, (String, String)), Vec<LensChart>>;

/// The rows of a chart in a language.
type ValueRows<'f> = Vec<&'f LensValueRow>;

/// The charts of each section.
pub(super) fn charts(
    files: &Sources,
    known: &KnownIds,
    projects: &[Project],
    problems: &mut Problems,
) -> Charts {
    let mut rows = BTreeMap::<(&str, &str), ValueRows<'_>>::new();
    for row in &files.lens_values.rows {
        rows.entry((&row.chart, &row.language)).or_default().push(row);
    }
    let (mut seen, mut charts) = (SeenKeys::new(), Charts::new());
    for row in &files.lens_charts.rows {
        let values = rows.remove(&(row.id.as_str(), row.language.as_str())).unwrap_or_default();
        let mut series = series(row, &values, problems);
        let counted = counted_series(row, &values, projects, problems);
        series.extend(counted);
        let mut check = RowCheck::new::<LensChartRow>(problems, row.line_number);
        let key = (row.id.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("chart \"{}\" in {}", row.id, row.language));
        check.lens(&row.lens, known);
        check.language(&row.language);
        if values.is_empty() && files.lens_values.complete {
            check.problem(format!("the chart \"{}\" has no value", row.id));
        }
        if let Some(chart) = chart(&mut check, row, series) {
            let place = (row.lens.clone(), (row.section.clone(), row.language.clone()));
            charts.entry(place).or_default().push(chart);
        }
    }
    for (chart, language) in rows.into_keys().filter(|_| files.lens_charts.complete) {
        let text = format!("values of \"{chart}\" in {language}, which lens-charts.csv does not have");
        problems.file(LensValueRow::FILE, text);
    }
    charts
}

fn chart(check: &mut RowCheck<'_>, row: &LensChartRow, series: Vec<LensSeries>) -> Option<LensChart> {
    let id: Option<EntryId> = check.entry_id(&row.id);
    let form = match row.form.as_str() {
        "bars" => Some(ChartForm::Bars),
        "years" => Some(ChartForm::Years),
        "lines" => Some(ChartForm::Lines),
        other => {
            check.problem(format!("unknown form \"{other}\": bars, years or lines"));
            None
        }
    };
    let (caption, unit) = (check.required("caption", &row.caption), check.required("unit", &row.unit));
    let (basis, review) = (check.required("basis", &row.basis), check.review(&row.review));
    if form.is_some_and(|form| form != ChartForm::Bars) {
        for value in series.iter().flat_map(|series| &series.values) {
            check.year(&value.label);
        }
    }
    Some(LensChart {
        id: id?,
        form: form?,
        caption: caption?,
        unit: unit?,
        series,
        basis: basis?,
        note: optional(&row.note),
        review: review?,
    })
}

/// The series that the report gives, in the order of their first values.
fn series(chart: &LensChartRow, rows: &[&LensValueRow], problems: &mut Problems) -> Vec<LensSeries> {
    let mut all: Vec<LensSeries> = Vec::new();
    let mut seen = SeenKeys::new();
    for row in rows {
        let mut check = RowCheck::new::<LensValueRow>(problems, row.line_number);
        let what = format!("value \"{}\" of \"{}\" in \"{}\"", row.label, row.series, row.chart);
        check.unique(&mut seen, (row.series.clone(), row.label.clone()), what);
        check.language(&row.language);
        if !row.counted.is_empty() && chart.counted.is_empty() {
            check.problem(format!("the chart \"{}\" has no counted series", chart.id));
        }
        let Some(label) = check.required("label", &row.label) else { continue };
        let value = LensValue {
            label,
            value: check.if_present(&row.value, number),
            qualifier: check.if_present(&row.qualifier, qualifier),
            note: optional(&row.note),
        };
        if row.value.is_empty() && value.note.is_none() {
            check.problem("neither a value nor a note that says why there is none");
        }
        let name = optional(&row.series);
        match all.iter_mut().find(|series| series.name == name) {
            Some(series) => series.values.push(value),
            None => all.push(LensSeries { name, counted: false, values: vec![value] }),
        }
    }
    all
}

fn number(check: &mut RowCheck<'_>, text: &str) -> Option<f64> {
    let number = text.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0);
    if number.is_none() {
        check.problem(format!("value \"{text}\" is not a number"));
    }
    number
}

fn qualifier(check: &mut RowCheck<'_>, text: &str) -> Option<Qualifier> {
    let qualifier = match text {
        "over" => Some(Qualifier::Over),
        "nearly" => Some(Qualifier::Nearly),
        "about" => Some(Qualifier::About),
        _ => None,
    };
    if qualifier.is_none() {
        check.problem(format!("unknown qualifier \"{text}\": over, nearly or about"));
    }
    qualifier
}

/// The series that is counted in the projects: shares where the unit is a share, else numbers.
fn counted_series(
    chart: &LensChartRow,
    rows: &[&LensValueRow],
    projects: &[Project],
    problems: &mut Problems,
) -> Option<LensSeries> {
    let name = optional(&chart.counted)?;
    let is_share = chart.unit.contains('%');
    let mut values = Vec::new();
    for row in rows.iter().filter(|row| !row.counted.is_empty()) {
        let mut check = RowCheck::new::<LensValueRow>(problems, row.line_number);
        let conditions: Vec<Condition> =
            row.counted.split('&').filter_map(|text| condition(&mut check, text)).collect();
        let passing = projects.iter().filter(|one| conditions.iter().all(|condition| condition.holds(one)));
        let known = projects.iter().filter(|one| conditions.iter().all(|condition| condition.is_known(one)));
        let (passing, known) = (passing.count(), known.count());
        let value = if is_share { share(passing, known) } else { Some(small(passing)) };
        values.push(LensValue { label: row.label.clone(), value, qualifier: None, note: None });
    }
    Some(LensSeries { name: Some(name), counted: true, values })
}

/// Per cent with one decimal; none of nothing.
fn share(part: usize, whole: usize) -> Option<f64> {
    let tenths = (part * 1000 + whole / 2).checked_div(whole)?;
    Some(small(tenths) / 10.0)
}

fn small(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A condition on a project, such as `region=AFR`.
struct Condition {
    field: Counted,
    wanted: String,
}

/// The subject of a condition.
#[derive(Clone, Copy)]
enum Counted {
    Region,
    Stakeholder,
    Prize,
    Year,
}

impl Condition {
    fn holds(&self, project: &Project) -> bool {
        let is = |id: Option<&wsis_core::VocabularyId>| id.is_some_and(|id| id.as_str() == self.wanted);
        match self.field {
            Counted::Region => is(project.region.as_ref()),
            Counted::Stakeholder => is(project.stakeholder.as_ref()),
            Counted::Prize => project.prize.id() == self.wanted,
            Counted::Year => project.year.is_some_and(|year| year.to_string() == self.wanted),
        }
    }

    /// Whether the project states what the condition is about.
    fn is_known(&self, project: &Project) -> bool {
        match self.field {
            Counted::Region => project.region.is_some(),
            Counted::Stakeholder => project.stakeholder.is_some(),
            Counted::Prize => true,
            Counted::Year => project.year.is_some(),
        }
    }
}

fn condition(check: &mut RowCheck<'_>, text: &str) -> Option<Condition> {
    let (field, wanted) = text.split_once('=').unwrap_or((text, ""));
    let field = match field {
        "region" => Some(Counted::Region),
        "stakeholder" => Some(Counted::Stakeholder),
        "prize" => Some(Counted::Prize),
        "year" => Some(Counted::Year),
        _ => None,
    };
    if field.is_none() || wanted.is_empty() {
        check.problem(format!(
            "\"{text}\" is no condition such as region=AFR: region, stakeholder, prize or year"
        ));
    }
    Some(Condition { field: field?, wanted: wanted.to_owned() })
}
