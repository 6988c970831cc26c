//! The `lang` attribute of names and texts that are not in the language of the page.

use leptos::prelude::*;
use wsis_core::{Language, Line};
use wsis_messages::Messages;
use wsis_state::Dataset;

use crate::ui::any_view::view;

/// The `lang` attribute of a text in this language; `None` in the language of the page.
pub(crate) fn lang_if_other(language: Language) -> Option<&'static str> {
    (language.code() != Messages::SHOWN.language()).then(|| language.code())
}

/// The `lang` attribute of a text that may stand in for one in the language of the dataset.
pub(crate) fn text_lang(dataset: &Dataset, language: Option<Language>) -> Option<&'static str> {
    lang_if_other(language.unwrap_or(dataset.language))
}

/// A name in the language of the dataset, marked as such.
pub(crate) fn localized_name(dataset: &Dataset, name: &str) -> AnyView {
    view! { <span lang=lang_if_other(dataset.language)>{name.to_owned()}</span> }
}

/// A line's code and name, as in the rows of a chart.
pub(crate) fn line_label(dataset: &Dataset, line: Line) -> AnyView {
    let code = line.parent().unwrap_or(line).id();
    view! { <span>{code} " " {localized_name(dataset, dataset.matrix.line_name(line))}</span> }
}
