//! Colours that a host page sets for the embedded explorer, adjusted for contrast.
//!
//! Colours are mixed with black or white until texts on them reach the contrast of WCAG 2, level AA.

use crate::contrast::Colour;
use crate::palette::{INK_SOFT, RAISED, SURFACE};

/// Colours that the host page requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HostColours {
    /// Colour of links and marks.
    pub accent: Option<Colour>,
    /// Background colour. It also decides between light and dark.
    pub background: Option<Colour>,
}

/// A colour for light and a colour for dark mode.
type Pair = (Colour, Colour);

/// Resolved colours, each for light and dark mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedColours {
    /// True for dark mode; `None` if no background is requested.
    pub dark: Option<bool>,
    /// Background.
    pub surface: Option<Pair>,
    /// Links and marks.
    pub accent: Option<Pair>,
    /// Text on the accent colour.
    pub on_accent: Option<Pair>,
}

/// Resolves the requested colours.
#[must_use]
pub fn resolve(requested: &HostColours) -> ResolvedColours {
    let is_dark = requested.background.map(|background| background.ink() == Colour::WHITE);
    // The text colours of the page are fixed, so the background is adjusted.
    let surface = requested
        .background
        .map(|background| (background.readable_on(INK_SOFT.light), background.readable_on(INK_SOFT.dark)));
    let behind = surface.unwrap_or((SURFACE.light, SURFACE.dark));
    let accent = requested.accent.map(|accent| {
        let on_both = |behind: Colour, raised: Colour| accent.readable_on(behind).readable_on(raised);
        // Links stand on raised surfaces too.
        (on_both(behind.0, RAISED.light), on_both(behind.1, RAISED.dark))
    });
    ResolvedColours {
        dark: is_dark,
        surface,
        accent,
        on_accent: accent.map(|(light, dark)| (light.ink(), dark.ink())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        let colour = |text: &str| Some(text.parse::<Colour>().unwrap());
        let resolved = resolve(&HostColours { accent: colour("#00539f"), background: colour("#fdfdf5") });
        assert_eq!(
            (resolved.dark, resolved.surface.map(|pair| Some(pair.0))),
            (Some(false), Some(colour("#fdfdf5")))
        );
        assert_eq!(resolved.accent.map(|pair| Some(pair.0)), Some(colour("#00539f")));
        assert_eq!(resolve(&HostColours::default()).dark, None);
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_can_be_read(accent in "#[0-9a-f]{6}", background in prop::option::of("#[0-9a-f]{6}")) {
            let background: Option<Colour> = background.map(|text| text.parse().unwrap());
            let resolved = resolve(&HostColours { accent: Some(accent.parse().unwrap()), background });
            let (surface, accent) = (resolved.surface.unwrap_or((SURFACE.light, SURFACE.dark)), resolved.accent.unwrap());
            if resolved.dark != Some(true) {
                prop_assert!(surface.0.contrast(INK_SOFT.light) >= 4.5);
                prop_assert!(accent.0.contrast(RAISED.light) >= 4.5 && accent.0.contrast(surface.0) >= 4.5);
            }
            if resolved.dark != Some(false) {
                prop_assert!(surface.1.contrast(INK_SOFT.dark) >= 4.5);
                prop_assert!(accent.1.contrast(RAISED.dark) >= 4.5 && accent.1.contrast(surface.1) >= 4.5);
            }
        }
    }
}
