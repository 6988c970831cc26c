//! The matrix as a picture to save.

use wsis_page::export::{Origin, ShownMatrix};
use wsis_page::picture::matrix::{FONT, matrix_svg};
use wsis_page::picture::wrapping::estimated_width;
use wsis_platform::text_measure::TextMeasure;

/// The picture, its texts broken as the browser measures them.
pub(crate) fn picture(shown: ShownMatrix<'_>, origin: &Origin) -> String {
    matrix_svg(shown, origin, &text_measure())
}

/// Measures texts in the font of the pictures as the browser does, or estimates where it cannot.
pub(crate) fn text_measure() -> impl Fn(&str, u32) -> u32 {
    let text_measure = TextMeasure::new(FONT);
    move |text, size| {
        let measured = text_measure.as_ref().and_then(|measure| measure.width(text, size));
        measured.unwrap_or_else(|| estimated_width(text, size))
    }
}
