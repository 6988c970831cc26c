//! Style properties of the host page: each value is checked, and colours are made readable.

use wsis_core::contrast::Colour;
use wsis_core::theming::{HostColours, resolve};
use wsis_platform::document::set_root_style;

/// The largest radius of corners, in pixels: more would cut into small things.
const LARGEST_RADIUS: u32 = 16;

/// Whether a text is a list of font families and nothing more.
fn is_font(text: &str) -> bool {
    text.len() <= 200 && text.chars().all(|letter| letter.is_alphanumeric() || " ,-_'\"".contains(letter))
}

/// Applies the given properties; all others keep the values of the style sheet.
pub(crate) fn apply(style: &[(String, String)]) {
    let of = |name: &str| style.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let colour = |name: &str| of(name).and_then(|text| text.parse::<Colour>().ok());
    // Whole pixels: reading fractions would be 15 kB more to load.
    let radius = of("radius").and_then(|text| text.split('.').next()?.parse::<u32>().ok());
    let radius = radius.map(|radius| format!("{}px", radius.min(LARGEST_RADIUS)));
    let resolved = resolve(&HostColours { accent: colour("accent"), background: colour("background") });
    let pair = |(light, dark): (Colour, Colour)| format!("light-dark({light}, {dark})");
    set_root_style("--radius", radius.as_deref());
    set_root_style("--font", of("font").filter(|text| is_font(text)));
    set_root_style("color-scheme", resolved.dark.map(|dark| if dark { "dark" } else { "light" }));
    set_root_style("--surface", resolved.surface.map(pair).as_deref());
    set_root_style("--accent", resolved.accent.map(pair).as_deref());
    set_root_style("--on-accent", resolved.on_accent.map(pair).as_deref());
}
