//! Tours as files.

use super::step::Step;
use crate::address::encode;
use crate::contract::tours::Figure;

/// A step as a JSON object.
pub(super) fn written(step: &Step, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
    let mut fields = vec![("view", quote(&encode(&step.view))), ("title", quote(&step.title))];
    let texts = [
        ("text", step.text.as_deref()),
        ("notes", Some(step.notes.as_str())),
        ("basis", step.basis.as_deref()),
    ];
    for (name, text) in texts {
        fields.extend(text.filter(|text| !text.is_empty()).map(|text| (name, quote(text))));
    }
    fields.extend(step.seconds.map(|seconds| ("seconds", seconds.to_string())));
    fields.extend(step.figure.as_ref().map(|figure| ("figure", written_figure(figure, quote, number))));
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

fn written_figure(figure: &Figure, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
    let values: Vec<String> = figure
        .values
        .iter()
        .map(|one| format!("{{\"label\":{},\"value\":{}}}", quote(&one.label), number(one.value)))
        .collect();
    format!(
        "{{\"caption\":{},\"unit\":{},\"values\":[{}]}}",
        quote(&figure.caption),
        quote(&figure.unit),
        values.join(",")
    )
}
