//! The matrix as a picture that needs nothing but itself: colours, names, numbers, what they mean and where they are from.

use std::fmt::Write as _;

use wsis_core::escape::escape_markup;

use super::{Origin, Shown};
use crate::grid::{CellFace, Faces, Gap, LinkMark};
use crate::texts::{LegendMark, legend, show_meaning, show_name};
use wsis_core::heat::{Shade, heat};
use wsis_core::language::Direction;
use wsis_core::line::Line;

/// Sizes in units of the picture.
const WIDTH: u32 = 1240;
const MARGIN: u32 = 20;
const NAMES: u32 = 340;
const TOTALS: u32 = 44;
const CELL: u32 = 48;
const ROW: u32 = 36;
const HEAD: u32 = 190;

/// The shades of the style sheet in light colours, as hexadecimal, with the ink that is readable on each.
const SHADES: [(&str, &str); 8] = [
    ("#f1f5fb", "#54585f"),
    ("#d3e2f5", "#191b1f"),
    ("#b2cbec", "#191b1f"),
    ("#90b3e1", "#191b1f"),
    ("#6d9bd5", "#000000"),
    ("#3f79b8", "#ffffff"),
    ("#155a98", "#ffffff"),
    ("#0a3d6b", "#ffffff"),
];

/// The shades of more and of fewer than expected, one to three steps away.
const OVER: [(&str, &str); 3] = [("#fbdcc0", "#191b1f"), ("#f0ad70", "#191b1f"), ("#b65a0c", "#ffffff")];
const UNDER: [(&str, &str); 3] = [("#d3e2f5", "#191b1f"), ("#90b3e1", "#191b1f"), ("#2f6aa9", "#ffffff")];

/// The colour of a shade and the ink that is readable on it.
fn colours(shade: Shade) -> (&'static str, &'static str) {
    let step = |shades: &[(&'static str, &'static str)], step: usize| shades.get(step).copied();
    let found = match shade {
        Shade::Heat(darkness) => step(&SHADES, usize::try_from(darkness).unwrap_or(0)),
        Shade::Over(steps) => step(&OVER, usize::from(steps).saturating_sub(1)),
        Shade::Under(steps) => step(&UNDER, usize::from(steps).saturating_sub(1)),
        Shade::Even => None,
        Shade::Untold => Some(("#edebe6", "#54585f")),
    };
    found.unwrap_or(("#f7f6f3", "#191b1f"))
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
         <title>{}</title><rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>{}</svg>",
        shown.language.code(),
        escape_markup(&origin.title),
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
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" fill=\"#191b1f\">{}</text>",
            escape_markup(text)
        );
    }

    /// A name in the language of the picture that begins at `x`, counted from where reading begins.
    fn text(&mut self, x: u32, y: u32, size: u32, weight: u32, text: &str) {
        let (x, direction) = if self.mirrored { (WIDTH - x, " direction=\"rtl\"") } else { (x, "") };
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"#191b1f\"{direction}>{}</text>",
            escape_markup(text)
        );
    }

    /// A box with a text in its middle.
    fn tile(&mut self, x: u32, y: u32, (width, height): (u32, u32), fill: &str, ink: &str, text: &str) {
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
            let colour = named.colour.to_string();
            self.tile(
                x,
                50 + HEAD - 28,
                (CELL - 2, 26),
                &colour,
                &named.colour.ink().to_string(),
                &goal.to_string(),
            );
            let middle = x + CELL / 2 + 4;
            let middle = if self.mirrored { WIDTH - middle + 8 } else { middle };
            for (at, part) in (0_u32..).zip(wrapped(&named.name, 24)) {
                let _ = write!(
                    self.body,
                    "<text transform=\"translate({} {}) rotate(-90)\" font-size=\"12\" fill=\"#191b1f\">{}</text>",
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
            let colour = shown.matrix.goal(*goal).map(|goal| goal.colour.to_string()).unwrap_or_default();
            self.cell(&faces.of(line, *goal), &colour, (column(at), top));
        }
    }

    fn cell(&mut self, face: &CellFace, colour: &str, (x, top): (u32, u32)) {
        let (fill, ink) = match (face.shade.map(colours), face.gap) {
            (Some((fill, ink)), _) => (fill, ink),
            (None, Some(Gap::BeyondMatrix)) => ("#fdf1e4", "#8a3b00"),
            (None, Some(Gap::NoProject)) => ("#edebe6", "#54585f"),
            _ => ("#f7f6f3", "#191b1f"),
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
                "<circle cx=\"{x}\" cy=\"{}\" r=\"3\" fill=\"none\" stroke=\"#54585f\"/>",
                top + 9
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
