//! The colours of `palette` are those of the sheets of tokens.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use wsis_core::contrast::Colour;
use wsis_core::palette;

const TOKENS: [&str; 2] =
    [include_str!("../../../style/tokens.css"), include_str!("../../../style/heat.css")];

/// The custom properties of the first `:root` of each, which holds for every theme but that of strong contrast.
fn properties() -> BTreeMap<&'static str, &'static str> {
    let roots = TOKENS.iter().map(|sheet| sheet.split_once(":root {").unwrap().1.split_once('}').unwrap().0);
    let declarations = roots.flat_map(|root| root.split(';')).filter_map(|declaration| {
        let (name, value) = declaration.split_once("--")?.1.split_once(':')?;
        Some((name.trim(), value.trim()))
    });
    declarations.collect()
}

/// The light and the dark value of a token, other tokens that it names included.
fn values(properties: &BTreeMap<&'static str, &'static str>, name: &str) -> (Colour, Colour) {
    let value = *properties.get(name).unwrap_or_else(|| panic!("no token --{name}"));
    if let Some(other) = value.strip_prefix("var(--") {
        return values(properties, other.trim_end_matches(')'));
    }
    if value.starts_with('#') {
        return (colour(value), colour(value));
    }
    let both = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let both = both.unwrap_or_else(|| panic!("--{name}: {value}"));
    // The comma outside the brackets of a function.
    let at = both.find("),").map_or_else(|| both.find(',').unwrap(), |at| at + 1);
    (colour(&both[..at]), colour(&both[at + 1..]))
}

fn colour(text: &str) -> Colour {
    let text = text.trim();
    match text.strip_prefix("oklch(") {
        None => text.parse().unwrap(),
        Some(rest) => {
            let counts = rest.trim_end_matches(')').split(' ');
            let counts: Vec<f64> =
                counts.map(|number| number.trim_end_matches(['%']).parse().unwrap()).collect();
            let [lightness, chroma, hue] = counts[..] else { panic!("{text}") };
            from_oklch(lightness / 100.0, chroma, hue.to_radians())
        }
    }
}

/// By the definition in CSS Color 4; what lies outside sRGB is cut off, as browsers do.
fn from_oklch(lightness: f64, chroma: f64, hue: f64) -> Colour {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let middle = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let encoded = |linear: f64| {
        let linear = linear.clamp(0.0, 1.0);
        let share =
            if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
        // Between 0 and 255.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let byte = (share * 255.0).round() as u32;
        byte
    };
    let red = encoded(4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short);
    let green = encoded(-1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short);
    let blue = encoded(-0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short);
    Colour::of(red << 16 | green << 8 | blue)
}

#[test]
fn every_colour_is_that_of_the_style_sheet() {
    let properties = properties();
    let sheet = |name: &str| values(&properties, name);
    let differing: Vec<String> = palette::tokens()
        .into_iter()
        .filter(|(name, pair)| sheet(name) != (pair.light, pair.dark))
        .map(|(name, _)| {
            let (light, dark) = sheet(&name);
            format!("--{name}: {light}, {dark}")
        })
        .collect();
    assert!(differing.is_empty(), "the style sheet has\n{}", differing.join("\n"));
}

#[test]
fn every_tint_is_that_of_the_style_sheet() {
    let properties = properties();
    for (step, tint) in (1..).zip(palette::TINTS) {
        assert_eq!(properties[format!("tint-{step}").as_str()], format!("{tint}%"));
    }
}

#[test]
fn the_conversion_is_that_of_browsers() {
    // Read from Chromium.
    assert_eq!(from_oklch(0.66, 0.12, 250_f64.to_radians()).to_string(), "#5497d9");
}
