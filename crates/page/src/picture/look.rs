//! The look of a cell and of its sample in the legend: as the style sheets of the page draw them, in its light colours.

use wsis_core::address::DisplayMode;
use wsis_core::contrast::Colour;
use wsis_core::heat::Shade;
use wsis_core::palette::{self, Pair};

use crate::grid::{CellFace, Gap};
use crate::texts::LegendMark;

/// Text of the picture, which is always light.
pub(super) const INK: Colour = palette::INK.light;

/// The goal of the legend's samples.
const SAMPLE: Colour = palette::SAMPLE_GOAL.light;

/// A pattern over the fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hatch {
    /// Some lists of the source lack the link.
    Doubtful,
    /// Too few are expected to compare.
    TooFew,
}

/// Fill, edge and stripes of a cell below its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) fill: Option<Colour>,
    pub(super) outline: Option<Colour>,
    pub(super) hatch: Option<Hatch>,
    pub(super) ink: Colour,
}

impl Look {
    const NOTHING: Self = Self { fill: None, outline: None, hatch: None, ink: INK };

    /// A plain fill with the ink that is readable on it.
    pub(super) const fn filled(fill: Colour, ink: Colour) -> Self {
        Self { fill: Some(fill), ink, ..Self::NOTHING }
    }

    const fn outlined(outline: Colour) -> Self {
        Self { outline: Some(outline), ..Self::NOTHING }
    }

    /// A goal's colour mixed into white, in the three strengths of the page.
    fn tinted(goal: Colour, strength: u32, doubtful: bool) -> Self {
        let [weak, stronger, strong] = palette::TINTS;
        let tint = match strength {
            0 | 1 => weak,
            2 => stronger,
            _ => strong,
        };
        let hatch = doubtful.then_some(Hatch::Doubtful);
        Self { hatch, ..Self::filled(goal.mixed_with_white(tint), INK) }
    }

    /// A shade of the number of projects.
    pub(super) fn shaded(shade: Shade) -> Self {
        let step = |shades: &[Pair], inks: &[Pair], step: usize| {
            Some(Self::filled(shades.get(step)?.light, inks.get(step)?.light))
        };
        let heat = |step_of_heat: usize| step(&palette::HEAT, &palette::ON_HEAT, step_of_heat);
        let found = match shade {
            Shade::Heat(darkness) => heat(usize::try_from(darkness).unwrap_or(0)),
            Shade::Over(steps) => {
                step(&palette::OVER, &palette::ON_OVER, usize::from(steps).saturating_sub(1))
            }
            Shade::Under(steps) => {
                palette::UNDER.get(usize::from(steps).saturating_sub(1)).and_then(|step| heat(*step))
            }
            Shade::Even => None,
            Shade::Untold => Some(Self {
                hatch: Some(Hatch::TooFew),
                ..Self::filled(palette::RAISED.light, palette::INK_SOFT.light)
            }),
        };
        found.unwrap_or(Self::filled(palette::RAISED.light, INK))
    }

    /// The look of a cell below a goal of this colour.
    pub(super) fn of_cell(face: &CellFace, goal: Colour, show: DisplayMode) -> Self {
        match (show, face.gap, face.shade, face.link.strength()) {
            (DisplayMode::Matrix, _, _, Some(strength)) => Self::tinted(goal, strength, face.doubtful),
            (DisplayMode::Matrix, _, _, None) => Self::filled(palette::SUNKEN.light, INK),
            (DisplayMode::Gaps, Some(Gap::BeyondMatrix), ..) => Self::beyond(),
            (DisplayMode::Gaps, Some(Gap::NoProject), ..) => Self::outlined(palette::INK_SOFT.light),
            (DisplayMode::Gaps, Some(Gap::None), ..) if !face.mark.is_empty() => {
                Self::filled(palette::SUNKEN.light, palette::INK_SOFT.light)
            }
            (DisplayMode::Projects, _, Some(shade), _) => Self::shaded(shade),
            (DisplayMode::Projects, _, None, Some(_)) => Self::outlined(palette::RULE_STRONG.light),
            (DisplayMode::Projects | DisplayMode::Gaps, ..) => Self::NOTHING,
        }
    }

    fn beyond() -> Self {
        Self::filled(palette::WARNING_SURFACE.light, palette::WARNING.light)
    }

    /// The samples of a mark of the legend, side by side.
    pub(super) fn samples(mark: LegendMark) -> Vec<Self> {
        let one = match mark {
            LegendMark::Targets => Self::tinted(SAMPLE, 3, false),
            LegendMark::Whole => Self::tinted(SAMPLE, 1, false),
            LegendMark::Doubtful => Self::tinted(SAMPLE, 1, true),
            LegendMark::Ramp => return [1, 3, 5, 7].map(|step| Self::shaded(Shade::Heat(step))).to_vec(),
            LegendMark::Unfilled => Self::outlined(palette::RULE_STRONG.light),
            LegendMark::Missing => Self::outlined(palette::INK_SOFT.light),
            LegendMark::Over => Self::shaded(Shade::Over(2)),
            LegendMark::Under => Self::shaded(Shade::Under(2)),
            LegendMark::TooFew => Self::shaded(Shade::Untold),
            LegendMark::Beyond => Self::beyond(),
        };
        vec![one]
    }
}
