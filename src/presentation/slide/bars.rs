//! A figure as bars with their numbers.

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::contract::tours::{Figure, FigureValue};
use wsis_platform::intl::format_number;
use wsis_state::{Dataset, Explorer};

use crate::content::language::lang_if_other;
use crate::ui::any_view::view;

/// A figure. The longest bar is the largest number.
pub(crate) fn bars(dataset: &Dataset, figure: &Figure) -> AnyView {
    let language = Explorer::get().language();
    let most = figure.values.iter().map(|one| one.value).fold(0.0, f64::max);
    let many = figure.values.len() > 6;
    let row = |one: &FigureValue| {
        view! {
            <tr>
                <th scope="row" dir="auto">{label(dataset, &one.label)}</th>
                <td class="stage-bar">
                    <span class="bar" style:inline-size=share(one.value, most)></span>
                    <span class="number">{format_number(one.value, language.code())}</span>
                </td>
            </tr>
        }
    };
    view! {
        <table class="stage-figure" class:many=many>
            <caption>
                <span dir="auto">{figure.caption.clone()}</span>
                <span class="unit" dir="auto">{figure.unit.clone()}</span>
            </caption>
            <tbody>{figure.values.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// A label; the code of a line has its short name behind it.
fn label(dataset: &Dataset, label: &str) -> AnyView {
    match label.parse::<Line>() {
        Ok(line) => {
            let name = dataset.matrix.line_short_name(line).to_owned();
            view! { <b dir="ltr">{label.to_owned()}</b> " " <span lang=lang_if_other(dataset.language)>{name}</span> }
        }
        Err(_) => label.to_owned().into_any(),
    }
}

/// How long a bar is: in whole parts of a thousand, of four fifths of the place; the number stands behind it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 800")]
fn share(value: f64, most: f64) -> String {
    let share = if most > 0.0 { (value / most * 800.0) as u32 } else { 0 };
    format!("{}.{}%", share / 10, share % 10)
}
