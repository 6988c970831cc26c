//! The colours that Rust draws and calculates with: pictures, the manifest of the installed page, host themes.
//!
//! They repeat tokens of `style/tokens.css` and `style/heat.css`, which browsers read; `tests/palette.rs` compares every one. Shades that
//! the sheet writes in OKLCH stand here in sRGB.

use crate::contrast::Colour;

/// A token's colour in light and in dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// On light surfaces.
    pub light: Colour,
    /// On dark surfaces.
    pub dark: Colour,
}

/// A pair from two numbers such as `0xf4f6f8`.
const fn pair(light: u32, dark: u32) -> Pair {
    Pair { light: Colour::of(light), dark: Colour::of(dark) }
}

/// Behind everything.
pub const SURFACE: Pair = pair(0xff_ffff, 0x11_171e);
/// The surface of panels and cells.
pub const RAISED: Pair = pair(0xff_ffff, 0x1e_2833);
/// The surface of what lies deeper, such as a bar's ground.
pub const SUNKEN: Pair = pair(0xf4_f6f8, 0x17_1f28);
/// Text.
pub const INK: Pair = pair(0x13_202d, 0xe8_edf2);
/// Less important text.
pub const INK_SOFT: Pair = pair(0x4e_5c6a, 0xa8_b4c0);
/// Thin lines.
pub const RULE: Pair = pair(0xdd_e3e8, 0x2b_3642);
/// Borders of controls.
pub const RULE_STRONG: Pair = pair(0x7f_8c99, 0x73_8292);
/// Text of warnings.
pub const WARNING: Pair = pair(0x7a_4b00, 0xf2_c466);
/// The surface of warnings.
pub const WARNING_SURFACE: Pair = pair(0xfd_f0d2, 0x3a_2f17);

/// The goal of the legend's sample marks, in light and in dark.
pub const SAMPLE_GOAL: Pair = pair(0x0a_97d9, 0x0a_97d9);
/// How much of a goal's colour a link has, in per cent: a weak one, a stronger one, a strong one.
pub const TINTS: [u32; 3] = [21, 31, 40];

/// The eight shades of counts, from few to many.
pub const HEAT: [Pair; 8] = [
    pair(0xf0_f6fc, 0x1c_2024),
    pair(0xc8_e1fb, 0x1e_3246),
    pair(0xa0_c8f4, 0x25_4769),
    pair(0x79_b0e8, 0x30_5e8b),
    pair(0x54_97d9, 0x40_75aa),
    pair(0x2a_75ba, 0x5b_97d3),
    pair(0x00_579a, 0x7f_b6ee),
    pair(0x00_3b71, 0xa9_d6ff),
];
/// The text that is readable on each of them.
pub const ON_HEAT: [Pair; 8] = [
    INK_SOFT,
    INK,
    INK,
    pair(0x13_202d, 0xff_ffff),
    pair(0x00_0000, 0xff_ffff),
    pair(0xff_ffff, 0x00_0000),
    pair(0xff_ffff, 0x00_0000),
    pair(0xff_ffff, 0x00_0000),
];
/// The three shades of more than expected.
pub const OVER: [Pair; 3] =
    [pair(0xfb_d7b5, 0x48_2f1a), pair(0xf1_ad71, 0x8a_501e), pair(0xa6_560a, 0xd7_8a3f)];
/// The text that is readable on each of them.
pub const ON_OVER: [Pair; 3] = [INK, pair(0x13_202d, 0xff_ffff), pair(0xff_ffff, 0x00_0000)];
/// Which shades of counts show one, two and three steps fewer than expected.
pub const UNDER: [usize; 3] = [1, 3, 5];

/// The tokens by their names in the sheets.
#[must_use]
pub fn tokens() -> Vec<(String, Pair)> {
    let named = [
        ("surface", SURFACE),
        ("raised", RAISED),
        ("sunken", SUNKEN),
        ("ink", INK),
        ("ink-soft", INK_SOFT),
        ("rule", RULE),
        ("rule-strong", RULE_STRONG),
        ("warning", WARNING),
        ("warning-surface", WARNING_SURFACE),
        ("sample-goal", SAMPLE_GOAL),
    ];
    let mut tokens: Vec<_> = named.map(|(name, pair)| (name.to_owned(), pair)).into();
    for (name, first, pairs) in
        [("heat", 0, &HEAT[..]), ("on-heat", 0, &ON_HEAT), ("over", 1, &OVER), ("on-over", 1, &ON_OVER)]
    {
        tokens.extend((first..).zip(pairs).map(|(step, pair)| (format!("{name}-{step}"), *pair)));
    }
    tokens
}
