//! The matrix as shown, to download: colours, names, numbers, their meaning and their source.

use wsis_core::heat::{Shade, heat};
use wsis_core::language::Direction;
use wsis_core::line::Line;
use wsis_core::palette;

use super::canvas::{Anchor, Area, Canvas, Style};
use super::look::{Hatch, INK, Look};
use super::wrapping::{Measure, wrapped};
use crate::export::origin::Origin;
use crate::export::shown::ShownMatrix;
use crate::grid::Faces;
use crate::texts::{legend, show_meaning, show_name};

/// Sizes in units of the picture.
const WIDTH: u32 = 1240;
const MARGIN: u32 = 20;
const NAMES: u32 = 340;
const TOTALS: u32 = 44;
const CELL: u32 = 48;
const ROW: u32 = 36;
const HEAD: u32 = 190;

/// The family of the picture's font.
pub const FONT: &str = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif";

/// The ids of the stripes over cells.
const DOUBTFUL: &str = "wsis-doubtful";
const TOO_FEW: &str = "wsis-too-few";

/// The picture as an SVG document; texts are broken by the widths that `measure` gives for the font of [`FONT`].
#[must_use]
pub fn matrix_svg(shown: ShownMatrix<'_>, origin: &Origin, measure: Measure<'_>) -> String {
    let mirrored = shown.language.direction() == Direction::RightToLeft;
    let mut picture = MatrixPicture { canvas: Canvas::default(), mirrored, measure };
    picture.canvas.pattern(DOUBTFUL, 3, 6, palette::RAISED.light);
    picture.canvas.pattern(TOO_FEW, 1, 5, palette::RULE.light);
    picture.sentence(34, 20, 700, &origin.title);
    picture.heads(shown);
    let mut top = 50 + HEAD;
    let faces = Faces::new(shown.messages, shown.matrix, Some(shown.counts), shown.content);
    for line in shown.rows() {
        picture.row(shown, &faces, line, top);
        top += ROW;
    }
    let height = picture.foot(shown, origin, top + 24);
    let attributes = format!("direction=\"ltr\" font-family=\"{FONT}\" lang=\"{}\"", shown.language.code());
    picture.canvas.document((WIDTH, height), palette::RAISED.light, &attributes, &origin.title)
}

struct MatrixPicture<'m> {
    canvas: Canvas,
    mirrored: bool,
    measure: Measure<'m>,
}

impl MatrixPicture<'_> {
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
    fn tile(&mut self, place: Area, look: Look, text: &str) {
        let x = if self.mirrored { WIDTH - place.x - place.width } else { place.x };
        let place = Area { x, ..place };
        if let Some(fill) = look.fill {
            self.canvas.rectangle(place, 3, fill);
        }
        if let Some(hatch) = look.hatch {
            self.canvas.stripes(place, 3, if hatch == Hatch::Doubtful { DOUBTFUL } else { TOO_FEW });
        }
        if let Some(outline) = look.outline {
            self.canvas.outline(place, 3, outline);
        }
        if !text.is_empty() {
            let size = if place.height < 20 { 11 } else { 14 };
            let at = (x + place.width / 2, place.y + place.height / 2 + size * 3 / 8);
            self.canvas.text(at, Style { size, weight: 600, ink: look.ink }, Anchor::Middle, text);
        }
    }

    fn heads(&mut self, shown: ShownMatrix<'_>) {
        let totals = MARGIN + NAMES + (TOTALS - 6) / 2;
        let totals = if self.mirrored { WIDTH - totals } else { totals };
        let style = Style { size: 11, weight: 400, ink: INK };
        self.canvas.text((totals, 50 + HEAD - 10), style, Anchor::Middle, shown.messages.grid_totals());
        for (at, goal) in (0..).zip(shown.goals()) {
            let Some(named) = shown.matrix.goal(*goal) else { continue };
            let (x, colour) = (column(at), named.colour);
            let place = Area { x, y: 50 + HEAD - 28, width: CELL - 2, height: 26 };
            self.tile(place, Look::filled(colour, colour.ink()), &goal.to_string());
            let middle = x + CELL / 2 + 4;
            let middle = if self.mirrored { WIDTH - middle + 8 } else { middle };
            for (at, part) in (0_u32..).zip(wrapped(&named.name, 12, HEAD - 40, self.measure)) {
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
        let (name, width) = (shown.matrix.line_name(line), NAMES - 52 - inset);
        let parts = wrapped(name, 12, width, self.measure);
        let (first, size, parts) = match parts.len() {
            1 => (22, 12, parts),
            2 => (15, 12, parts),
            _ => (11, 10, wrapped(name, 10, width, self.measure)),
        };
        for (at, part) in (0_u32..).zip(parts) {
            self.text(MARGIN + 44 + inset, top + first + at * (size + 1), size, 400, &part);
        }
        let total = shown.counts.of_line(line);
        let look = Look::shaded(Shade::Heat(heat(total, shown.counts.most_of_line())));
        let place = Area { x: MARGIN + NAMES, y: top + 6, width: TOTALS - 6, height: ROW - 12 };
        self.tile(place, look, &total.to_string());
        for (at, goal) in (0..).zip(shown.goals()) {
            let colour = shown.matrix.goal(*goal).map_or(INK, |goal| goal.colour);
            let face = faces.of(line, *goal);
            let place = Area { x: column(at), y: top + 1, width: CELL - 2, height: ROW - 2 };
            self.tile(place, Look::of_cell(&face, colour, shown.content.show), &face.mark);
        }
    }

    /// The marks that are in the picture, the source of the numbers; returns the height of the picture.
    fn foot(&mut self, shown: ShownMatrix<'_>, origin: &Origin, mut top: u32) -> u32 {
        self.legend(shown, top);
        top += 24;
        let meaning =
            show_meaning(shown.messages, shown.content.show, shown.content.scale).unwrap_or_default();
        let facts =
            [meaning, &origin.coverage, &origin.filter, &origin.note, &origin.address, &origin.snapshot];
        for text in facts.into_iter().filter(|text| !text.is_empty()) {
            for part in wrapped(text, 11, WIDTH - 2 * MARGIN, self.measure) {
                self.sentence(top, 11, 400, &part);
                top += 15;
            }
        }
        self.sentence(top, 11, 400, &origin.read);
        top + MARGIN
    }

    /// The marks with their meanings, in a row.
    fn legend(&mut self, shown: ShownMatrix<'_>, top: u32) {
        let name = show_name(shown.messages, shown.content.show);
        let mut x = MARGIN + self.words(MARGIN, top, 700, name) + 18;
        for (mark, meaning) in legend(shown.messages, shown.content) {
            for look in Look::samples(mark) {
                self.tile(Area { x, y: top - 12, width: 22, height: 16 }, look, mark.text());
                x += 24;
            }
            x += 4;
            x += self.words(x, top, 400, meaning) + 18;
        }
    }

    /// A text of the interface that begins at `x`, counted from where reading begins; returns its width.
    fn words(&mut self, x: u32, y: u32, weight: u32, text: &str) -> u32 {
        let (x, anchor) = if self.mirrored { (WIDTH - x, Anchor::End) } else { (x, Anchor::Start) };
        self.canvas.text((x, y), Style { size: 11, weight, ink: INK }, anchor, text);
        (self.measure)(text, 11)
    }
}

/// Where the column at a place begins, counted from where reading begins.
fn column(at: u32) -> u32 {
    MARGIN + NAMES + TOTALS + CELL * at
}
