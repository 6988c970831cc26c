//! sRGB colours and readable text colours by the contrast definition of WCAG 2.

use std::fmt;
use std::str::FromStr;

use crate::string_form::string_form;

/// An sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };
    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };

    /// The colour of a number such as `0xf36d25`.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self { red, green, blue }
    }

    /// Red, green and blue.
    #[must_use]
    pub const fn channels(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    /// Relative luminance, 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio of two colours by WCAG 2, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }

    /// Text colour for this background: black or white, whichever has more contrast. The ratio is at least
    /// 4.58.
    #[must_use]
    pub fn ink(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }
}

impl Colour {
    /// This colour with white, `percent` of it being this colour.
    #[must_use]
    pub fn mixed_with_white(self, percent: u32) -> Self {
        let part = |own: u8| {
            let mixed = (u32::from(own) * percent + 255 * 100_u32.saturating_sub(percent)) / 100;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self { red: part(self.red), green: part(self.green), blue: part(self.blue) }
    }
}

/// Minimum contrast ratio of text by WCAG 2, level AA.
const READABLE: f64 = 4.5;

impl Colour {
    /// This colour, mixed with as little black or white as gives readable text on `other`.
    #[must_use]
    pub fn readable_on(self, other: Self) -> Self {
        let ink = other.ink();
        let mixed = |steps: u32| {
            let part = |own: u8, ink: u8| (u32::from(own) * (STEPS - steps) + u32::from(ink) * steps) / STEPS;
            let part = |own, ink| u8::try_from(part(own, ink)).unwrap_or(ink);
            Self {
                red: part(self.red, ink.red),
                green: part(self.green, ink.green),
                blue: part(self.blue, ink.blue),
            }
        };
        (0..=STEPS).map(mixed).find(|colour| colour.contrast(other) >= READABLE).unwrap_or(ink)
    }
}

/// Number of mixing steps from a colour to black or white.
const STEPS: u32 = 16;

/// Error for a text that is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{0}\u{201d} is not a colour such as #f36d25")]
pub struct NotAColour(pub String);

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let wrong = || NotAColour(text.to_owned());
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(wrong)?;
        let channel = |from: usize| {
            digits
                .get(from..from + 2)
                .filter(|pair| pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
                .ok_or_else(wrong)
        };
        Ok(Self { red: channel(0)?, green: channel(2)?, blue: channel(4)? })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

string_form!(Colour, "^#[0-9a-f]{6}$");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_extremes_have_the_known_ratio() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn ink_is_readable_on_every_colour(red: u8, green: u8, blue: u8) {
            let colour = Colour { red, green, blue };
            prop_assert!(colour.contrast(colour.ink()) >= 4.5);
            prop_assert_eq!(colour.to_string().parse(), Ok(colour));
        }

        #[test]
        fn every_colour_can_be_made_readable_and_stays_where_it_is(one: [u8; 3], other: [u8; 3]) {
            let colour = |[red, green, blue]: [u8; 3]| Colour { red, green, blue };
            let (one, other) = (colour(one), colour(other));
            let readable = one.readable_on(other);
            prop_assert!(readable.contrast(other) >= READABLE);
            prop_assert!(one.contrast(other) < READABLE || readable == one);
        }
    }
}
