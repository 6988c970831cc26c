//! The matrix as a picture that needs nothing but itself: colours, names, numbers, what they mean and where they are from.

use std::fmt::Write as _;

use wsis_core::escape::escape_markup;

use super::{Origin, Shown};
use crate::grid::{CellFace, Faces, Gap, LinkMark};
use crate::texts::{LegendMark, legend, show_meaning, show_name};
use wsis_core::contrast::Colour;
use wsis_core::heat::{Shade, heat};
use wsis_core::language::Direction;
use wsis_core::line::Line;
use wsis_core::palette::{self, Pair};

/// Sizes in units of the picture.
const WIDTH: u32 = 1240;
const MARGIN: u32 = 20;
const NAMES: u32 = 340;
const TOTALS: u32 = 44;
const CELL: u32 = 48;
const ROW: u32 = 36;
const HEAD: u32 = 190;

/// Text of the picture, which is always light.
const INK: Colour = palette::INK.light;

/// The colour of a shade and the ink that is readable on it.
fn colours(shade: Shade) -> (Colour, Colour) {
    let step =
        |shades: &[Pair], inks: &[Pair], step: usize| Some((shades.get(step)?.light, inks.get(step)?.light));
    let heat = |step_of_heat: usize| step(&palette::HEAT, &palette::ON_HEAT, step_of_heat);
    let found = match shade {
        Shade::Heat(darkness) => heat(usize::try_from(darkness).unwrap_or(0)),
        Shade::Over(steps) => step(&palette::OVER, &palette::ON_OVER, usize::from(steps).saturating_sub(1)),
        Shade::Under(steps) => {
            palette::UNDER.get(usize::from(steps).saturating_sub(1)).and_then(|step| heat(*step))
        }
        Shade::Even => None,
        Shade::Untold => Some((palette::SUNKEN.light, palette::INK_SOFT.light)),
    };
    found.unwrap_or((palette::SURFACE.light, INK))
}

/// The picture as an SVG document.
#[must_use]
pub fn matrix_svg(shown: Shown<'_>, origin: &Origin) -> String {
    let mut picture =
        Picture { body: String::new(), mirrored: shown.language.direction() == Direction::RightToLeft };
    picture.said(34, 20, 700, &origin.title);
    picture.heads(shown);
    let rows = shown.rows();
    let mut top = 50 + HEAD;
    let faces = Faces::new(shown.messages, shown.matrix, Some(shown.numbers), shown.show, shown.scale);
    for line in rows {
        picture.row(shown, &faces, line, top);
        top += ROW;
    }
    let height = picture.foot(shown, origin, top + 24);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         font-family=\"system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif\" lang=\"{}\">\
         <title>{}</title><rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>{}</svg>",
        shown.language.code(),
        escape_markup(&origin.title),
        palette::RAISED.light,
        picture.body
    )
}

struct Picture {
    body: String,
    mirrored: bool,
}

impl Picture {
    /// A text of the interface or the data, which may run the other way: it is put at its side of the picture.
    fn said(&mut self, y: u32, size: u32, weight: u32, text: &str) {
        let (x, anchor) = if self.mirrored { (WIDTH - MARGIN, "end") } else { (MARGIN, "start") };
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" fill=\"{INK}\">{}</text>",
            escape_markup(text)
        );
    }

    /// A name in the language of the picture that begins at `x`, counted from where reading begins.
    fn text(&mut self, x: u32, y: u32, size: u32, weight: u32, text: &str) {
        let (x, direction) = if self.mirrored { (WIDTH - x, " direction=\"rtl\"") } else { (x, "") };
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{INK}\"{direction}>{}</text>",
            escape_markup(text)
        );
    }

    /// A box with a text in its middle.
    fn tile(&mut self, x: u32, y: u32, (width, height): (u32, u32), fill: Colour, ink: Colour, text: &str) {
        let left = if self.mirrored { WIDTH - x - width } else { x };
        let _ = write!(
            self.body,
            "<rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\" fill=\"{fill}\"/>"
        );
        if !text.is_empty() {
            let (middle, base) = (left + width / 2, y + height / 2 + 5);
            let _ = write!(
                self.body,
                "<text x=\"{middle}\" y=\"{base}\" font-size=\"14\" font-weight=\"600\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>",
                escape_markup(text)
            );
        }
    }

    fn heads(&mut self, shown: Shown<'_>) {
        for (at, goal) in (0..).zip(shown.goals()) {
            let Some(named) = shown.matrix.goal(*goal) else { continue };
            let x = column(at);
            let colour = named.colour;
            self.tile(x, 50 + HEAD - 28, (CELL - 2, 26), colour, colour.ink(), &goal.to_string());
            let middle = x + CELL / 2 + 4;
            let middle = if self.mirrored { WIDTH - middle + 8 } else { middle };
            for (at, part) in (0_u32..).zip(wrapped(&named.name, 24)) {
                let _ = write!(
                    self.body,
                    "<text transform=\"translate({} {}) rotate(-90)\" font-size=\"12\" fill=\"{INK}\">{}</text>",
                    middle - 6 + at * 13,
                    50 + HEAD - 36,
                    escape_markup(&part)
                );
            }
        }
    }

    fn row(&mut self, shown: Shown<'_>, faces: &Faces<'_>, line: Line, top: u32) {
        let inset = if line.parent().is_some() { 30 } else { 0 };
        if line.parent().is_none() {
            self.text(MARGIN, top + 22, 13, 700, line.id());
        }
        let parts = wrapped(shown.matrix.line_name(line), 46);
        let (first, size) = match parts.len() {
            1 => (22, 12),
            2 => (15, 12),
            _ => (11, 10),
        };
        for (at, part) in (0_u32..).zip(parts) {
            self.text(MARGIN + 44 + inset, top + first + at * (size + 1), size, 400, &part);
        }
        let total = shown.numbers.of_line(line);
        let (fill, ink) = colours(Shade::Heat(heat(total, shown.numbers.most_of_line())));
        self.tile(MARGIN + NAMES, top + 6, (TOTALS - 6, ROW - 12), fill, ink, &total.to_string());
        for (at, goal) in (0..).zip(shown.goals()) {
            let colour = shown.matrix.goal(*goal).map_or(INK, |goal| goal.colour);
            self.cell(&faces.of(line, *goal), colour, (column(at), top));
        }
    }

    fn cell(&mut self, face: &CellFace, colour: Colour, (x, top): (u32, u32)) {
        let (fill, ink) = match (face.shade.map(colours), face.gap) {
            (Some((fill, ink)), _) => (fill, ink),
            (None, Some(Gap::BeyondMatrix)) => (palette::WARNING_SURFACE.light, palette::WARNING.light),
            (None, Some(Gap::NoProject)) => (palette::SUNKEN.light, palette::INK_SOFT.light),
            _ => (palette::SURFACE.light, INK),
        };
        self.tile(x, top + 1, (CELL - 2, ROW - 2), fill, ink, &face.mark);
        if face.link != LinkMark::None {
            self.tile(x, top + ROW - 5, (CELL - 2, 4), colour, ink, "");
        }
        if face.derived && face.shade.is_none() && face.gap.is_none() {
            let x = x + 8;
            let x = if self.mirrored { WIDTH - x } else { x };
            let _ = write!(
                self.body,
                "<circle cx=\"{x}\" cy=\"{}\" r=\"3\" fill=\"none\" stroke=\"{}\"/>",
                top + 9,
                palette::INK_SOFT.light
            );
        }
    }

    /// What the marks mean and where the numbers are from; gives the height of the picture.
    fn foot(&mut self, shown: Shown<'_>, origin: &Origin, mut top: u32) -> u32 {
        let meaning: Vec<String> = match show_meaning(shown.messages, shown.show, shown.scale) {
            Some(meaning) => vec![meaning.to_owned()],
            None => legend(shown.messages, Some(shown.numbers))
                .iter()
                .map(|(mark, text)| format!("{} {text}", legend_sign(*mark)))
                .collect(),
        };
        let what = format!("{}: {}", show_name(shown.messages, shown.show), meaning.join(" · "));
        let told = [&what, &origin.coverage, &origin.filter, &origin.note, &origin.address, &origin.snapshot];
        for text in told.into_iter().filter(|text| !text.is_empty()) {
            for part in wrapped(text, 190) {
                self.said(top, 11, 400, &part);
                top += 15;
            }
        }
        self.said(top, 11, 400, &origin.read);
        top + MARGIN
    }
}

fn legend_sign(mark: LegendMark) -> &'static str {
    match mark {
        LegendMark::Derived => "○",
        LegendMark::None => "□",
        other => other.text(),
    }
}

/// Where the column at a place begins, counted from where reading begins.
fn column(at: u32) -> u32 {
    MARGIN + NAMES + TOTALS + CELL * at
}

/// A text in lines of at most so many letters, broken between words.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
