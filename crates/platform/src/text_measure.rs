//! Widths of texts, as the browser would draw them.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::document;

/// Measures texts in one family of fonts.
pub struct TextMeasure {
    context: CanvasRenderingContext2d,
    family: &'static str,
}

impl TextMeasure {
    /// For a family as style sheets name it; `None` where the browser draws nothing.
    #[must_use]
    pub fn new(family: &'static str) -> Option<Self> {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { context, family })
    }

    /// The width of a text at a size of the font, both in pixels.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width is positive; beyond the range it stays at its end"
    )]
    pub fn width(&self, text: &str, size: u32) -> Option<u32> {
        self.context.set_font(&format!("{size}px {}", self.family));
        Some(self.context.measure_text(text).ok()?.width().ceil() as u32)
    }
}
