//! The matrix as shown, to download: colours, names, numbers, their meaning and their source.

use wsis_core::contrast::Colour;
use wsis_core::heat::{Shade, heat};
use wsis_core::language::Direction;
use wsis_core::line::Line;
use wsis_core::palette::{self, Pair};

use super::canvas::{Anchor, Area, Canvas, Style};
use crate::export::origin::Origin;
use crate::export::shown::ShownMatrix;
use crate::grid::{CellFace, Faces, Gap};
use crate::texts::{legend, show_meaning, show_name};

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
pub fn matrix_svg(shown: ShownMatrix<'_>, origin: &Origin) -> String {
    let mirrored = shown.language.direction() == Direction::RightToLeft;
    let mut picture = MatrixPicture { canvas: Canvas::default(), mirrored };
    picture.sentence(34, 20, 700, &origin.title);
    picture.heads(shown);
    let mut top = 50 + HEAD;
    let faces = Faces::new(shown.messages, shown.matrix, Some(shown.counts), shown.content);
    for line in shown.rows() {
        picture.row(shown, &faces, line, top);
        top += ROW;
    }
    let height = picture.foot(shown, origin, top + 24);
    let attributes = format!(
        "font-family=\"system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif\" lang=\"{}\"",
        shown.language.code()
    );
    picture.canvas.document((WIDTH, height), palette::RAISED.light, &attributes, &origin.title)
}

struct MatrixPicture {
    canvas: Canvas,
    mirrored: bool,
}

impl MatrixPicture {
    /// A text of the interface or the data, whose direction may be another: it is put at its side of the picture.
    fn sentence(&mut self, y: u32, size: u32, weight: u32, text: &str) {
        let (x, anchor) = if self.mirrored { (WIDTH - MARGIN, Anchor::End) } else { (MARGIN, Anchor::Start) };
        self.canvas.text((x, y), Style { size, weight, ink: INK }, anchor, text);
    }

    /// A name in the language of the picture that begins at `x`, counted from where reading begins.
    fn text(&mut self, x: u32, y: u32, size: u32, weight: u32, text: &str) {
        let style = Style { size, weight, ink: INK };
        if self.mirrored {
            self.canvas.mirrored_text((WIDTH - x, y), style, text);
        } else {
            self.canvas.text((x, y), style, Anchor::Start, text);
        }
    }

    /// A box with a text in its middle.
    fn tile(&mut self, place: Area, fill: Colour, ink: Colour, text: &str) {
        let x = if self.mirrored { WIDTH - place.x - place.width } else { place.x };
        self.canvas.rectangle(Area { x, ..place }, 3, fill);
        if !text.is_empty() {
            let at = (x + place.width / 2, place.y + place.height / 2 + 5);
            self.canvas.text(at, Style { size: 14, weight: 600, ink }, Anchor::Middle, text);
        }
    }

    fn heads(&mut self, shown: ShownMatrix<'_>) {
        for (at, goal) in (0..).zip(shown.goals()) {
            let Some(named) = shown.matrix.goal(*goal) else { continue };
            let (x, colour) = (column(at), named.colour);
            let place = Area { x, y: 50 + HEAD - 28, width: CELL - 2, height: 26 };
            self.tile(place, colour, colour.ink(), &goal.to_string());
            let middle = x + CELL / 2 + 4;
            let middle = if self.mirrored { WIDTH - middle + 8 } else { middle };
            for (at, part) in (0_u32..).zip(wrapped(&named.name, 24)) {
                let style = Style { size: 12, weight: 400, ink: INK };
                self.canvas.upward_text((middle - 6 + at * 13, 50 + HEAD - 36), style, &part);
            }
        }
    }

    fn row(&mut self, shown: ShownMatrix<'_>, faces: &Faces<'_>, line: Line, top: u32) {
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
        let total = shown.counts.of_line(line);
        let (fill, ink) = colours(Shade::Heat(heat(total, shown.counts.most_of_line())));
        let place = Area { x: MARGIN + NAMES, y: top + 6, width: TOTALS - 6, height: ROW - 12 };
        self.tile(place, fill, ink, &total.to_string());
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
            _ => match face.link.strength() {
                Some(strength) => (tinted(colour, strength), INK),
                None => (palette::SUNKEN.light, INK),
            },
        };
        self.tile(Area { x, y: top + 1, width: CELL - 2, height: ROW - 2 }, fill, ink, &face.mark);
        if face.doubtful {
            // The hatch of the page, as a bar on which no number stands.
            self.tile(Area { x: x + 4, y: top + ROW - 6, width: CELL - 10, height: 2 }, INK, ink, "");
        }
    }

    /// The meaning of the marks and the source of the numbers; returns the height of the picture.
    fn foot(&mut self, shown: ShownMatrix<'_>, origin: &Origin, mut top: u32) -> u32 {
        let meaning: Vec<String> = match show_meaning(shown.messages, shown.content.show, shown.content.scale)
        {
            Some(meaning) => vec![meaning.to_owned()],
            None => legend(shown.messages, shown.content)
                .iter()
                .map(|(mark, text)| format!("{} {text}", mark.text()))
                .collect(),
        };
        let what = format!("{}: {}", show_name(shown.messages, shown.content.show), meaning.join(" · "));
        let facts =
            [&what, &origin.coverage, &origin.filter, &origin.note, &origin.address, &origin.snapshot];
        for text in facts.into_iter().filter(|text| !text.is_empty()) {
            for part in wrapped(text, 190) {
                self.sentence(top, 11, 400, &part);
                top += 15;
            }
        }
        self.sentence(top, 11, 400, &origin.read);
        top + MARGIN
    }
}

/// A goal's colour mixed into white, in the three strengths of the page.
fn tinted(colour: Colour, strength: u32) -> Colour {
    colour.mixed_with_white(14 + 12 * strength)
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
