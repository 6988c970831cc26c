//! The small picture of a share page: the matrix in codes and colours, with the shared view standing out. The same in
//! every language.

use wsis_core::address::Selection;
use wsis_core::contrast::Colour;
use wsis_core::matrix::Matrix;
use wsis_core::palette;
use wsis_core::{Goal, Line};

use super::canvas::{Anchor, Area, Canvas, Style};
use crate::grid::{LinkMark, link_mark};

/// The width that other sites expect of a large picture, in pixels.
pub const WIDTH: u32 = 1200;
/// The height that goes with it.
pub const HEIGHT: u32 = 630;

/// The measures of the typeface that the picture is drawn in, in thousandths of the size.
#[derive(Clone, Copy)]
pub struct Typeface<'t> {
    /// The family's name.
    pub family: &'t str,
    /// The height of capitals and digits.
    pub capitals: u32,
    /// The width of a text.
    pub width: &'t dyn Fn(&str) -> u32,
}

impl Typeface<'_> {
    fn width_of(&self, text: &str, size: u32) -> u32 {
        (self.width)(text) * size / 1000
    }

    /// The distance from the middle of capitals of this size to their baseline.
    const fn half_capitals(&self, size: u32) -> u32 {
        self.capitals * size / 2000
    }
}

// Places in pixels.
const LEFT: u32 = 60;
const RIGHT: u32 = 1140;
const HEADING: u32 = 56;
const HEADING_HEIGHT: u32 = 132;
const COLUMNS: u32 = 164;
const HEAD: u32 = 222;
const HEAD_HEIGHT: u32 = 30;
const ROWS: u32 = 258;
const ROWS_HEIGHT: u32 = 298;
const SITE_NAME: u32 = 601;
const LARGEST_HEADING: u32 = 150;
/// Between two cells.
const GAP: u32 = 3;

const SURFACE: Colour = palette::SURFACE.light;
const SOFT: Colour = palette::INK_SOFT.light;
const FAINT: Colour = palette::RULE_STRONG.light;
const DARK: Colour = palette::INK.light;

/// The picture of a selection as an SVG document.
#[must_use]
pub fn share_svg(matrix: &Matrix, site_title: &str, selection: Selection, typeface: Typeface<'_>) -> String {
    let mut picture = SharePicture { canvas: Canvas::default(), matrix, site_title, selection, typeface };
    picture.heading();
    picture.columns();
    picture.rows();
    if selection != Selection::None {
        picture.text((LEFT, SITE_NAME), 26, SOFT, site_title);
    }
    let attributes = format!("font-family=\"{}\"", typeface.family);
    picture.canvas.document((WIDTH, HEIGHT), SURFACE, &attributes, site_title)
}

struct SharePicture<'p> {
    canvas: Canvas,
    matrix: &'p Matrix,
    site_title: &'p str,
    selection: Selection,
    typeface: Typeface<'p>,
}

impl SharePicture<'_> {
    fn text(&mut self, at: (u32, u32), size: u32, ink: Colour, text: &str) {
        self.canvas.text(at, Style { size, weight: 700, ink }, Anchor::Start, text);
    }

    /// The codes of the shared view, as large as they fit, and its goal as a tile.
    fn heading(&mut self) {
        let (line, goal) = (self.selection.line(), self.selection.goal());
        let title = match line {
            Some(line) => line.to_string(),
            None if self.selection == Selection::None => self.site_title.to_owned(),
            None => String::new(),
        };
        let has_cross = line.is_some() && goal.is_some();
        let tile = if goal.is_some() { HEADING_HEIGHT } else { 0 };
        let whole = if has_cross { format!("{title} × ") } else { title.clone() };
        let fitting = ((RIGHT - LEFT - tile) * 1000).checked_div((self.typeface.width)(&whole));
        let size = fitting.unwrap_or(LARGEST_HEADING).min(LARGEST_HEADING);
        let baseline = HEADING + HEADING_HEIGHT / 2 + self.typeface.half_capitals(size);
        self.text((LEFT - size / 20, baseline), size, DARK, &title);
        let mut x = LEFT + self.typeface.width_of(&title, size);
        if has_cross {
            self.text((x + self.typeface.width_of(" ", size), baseline), size, FAINT, "×");
            x += self.typeface.width_of(" × ", size);
        }
        if let Some(goal) = goal {
            let place = Area { x, y: HEADING, width: HEADING_HEIGHT, height: HEADING_HEIGHT };
            self.tile(goal, place, 84, 10);
            x += HEADING_HEIGHT;
        }
        let (codes, x) = (self.linked_codes(), x + 32);
        if x + self.typeface.width_of(&codes, 34) <= RIGHT {
            self.text((x, HEADING + HEADING_HEIGHT), 34, SOFT, &codes);
        }
    }

    /// The codes of a cell's targets, of a line's linked goals or of a goal's linked lines.
    fn linked_codes(&self) -> String {
        let linked = |line: &Line, goal: &Goal| link_mark(self.matrix, *line, *goal) != LinkMark::None;
        let codes: Vec<String> = match self.selection {
            Selection::None => Vec::new(),
            Selection::Line(line) => {
                Goal::all().filter(|goal| linked(&line, goal)).map(|goal| goal.to_string()).collect()
            }
            Selection::Goal(goal) => {
                Line::action_lines().filter(|line| linked(line, &goal)).map(|line| line.to_string()).collect()
            }
            Selection::Cell(line, goal) => {
                self.matrix.targets_in(line, goal).iter().map(ToString::to_string).collect()
            }
        };
        codes.join(" · ")
    }

    fn columns(&mut self) {
        for goal in Goal::all() {
            let is_shared = self.selection.goal().is_none_or(|shared| shared == goal);
            let place = Area { x: column(goal), y: HEAD, width: column_width(), height: HEAD_HEIGHT };
            self.tile(goal, place, 18, if is_shared { 10 } else { 4 });
        }
    }

    fn rows(&mut self) {
        let lines = Line::rows(self.selection.line().is_some_and(|line| line.parent().is_some()));
        let count = u32::try_from(lines.len()).unwrap_or(1).max(1);
        let mut framed = None;
        for (number, line) in (0..).zip(lines) {
            let top = ROWS + rounded(ROWS_HEIGHT * number, count);
            let height = rounded(ROWS_HEIGHT - GAP * count, count);
            self.row_code(line, top, height);
            for goal in Goal::all() {
                let place = Area { x: column(goal), y: top, width: column_width(), height };
                self.canvas.rectangle(place, 0, self.cell(line, goal));
                if self.selection == Selection::Cell(line, goal) {
                    framed = Some((place, line, goal));
                }
            }
        }
        // Last, so that no neighbour covers it.
        if let Some((place, line, goal)) = framed {
            self.frame(place, line, goal);
        }
    }

    fn row_code(&mut self, line: Line, top: u32, height: u32) {
        let code = line.id().trim_start_matches("C7-");
        let is_shared = self.selection.line().is_none_or(|shared| shared == line);
        let (size, ink) = (((height + GAP) * 3 / 4).min(18), if is_shared { DARK } else { FAINT });
        let baseline = top + height / 2 + self.typeface.half_capitals(size);
        let indent = if line.parent().is_some() { 10 } else { 0 };
        self.text((LEFT + indent, baseline), size, ink, code);
    }

    /// The fill of a cell: its goal's colour where there is a link, strong where it belongs to the shared view.
    fn cell(&self, line: Line, goal: Goal) -> Colour {
        let is_shared = match self.selection {
            Selection::None => true,
            Selection::Line(shared) => shared == line,
            Selection::Goal(shared) => shared == goal,
            Selection::Cell(in_line, in_goal) => in_line == line || in_goal == goal,
        };
        let whole = self.selection == Selection::None;
        match (link_mark(self.matrix, line, goal), is_shared) {
            (LinkMark::None, true) if !whole => palette::RULE.light,
            (LinkMark::None, _) => palette::SUNKEN.light,
            (_, is_shared) => on_surface(self.colour(goal), if is_shared { 10 } else { 3 }),
        }
    }

    /// The cell itself, larger than the others and framed.
    fn frame(&mut self, place: Area, line: Line, goal: Goal) {
        let linked = link_mark(self.matrix, line, goal) != LinkMark::None;
        self.canvas.rectangle(place.grown(9), 0, SURFACE);
        self.canvas.rectangle(place.grown(7), 0, DARK);
        self.canvas.rectangle(place.grown(2), 0, if linked { self.colour(goal) } else { SURFACE });
    }

    /// A goal's number on its colour, of so many tenths.
    fn tile(&mut self, goal: Goal, place: Area, size: u32, tenths: u32) {
        let ink = self.matrix.goal(goal).map_or(SURFACE, |goal| goal.colour.ink());
        let ink = if tenths == 10 { ink } else { SOFT };
        self.canvas.rectangle(place, 0, on_surface(self.colour(goal), tenths));
        let middle = place.x + place.width / 2;
        let baseline = place.y + place.height / 2 + self.typeface.half_capitals(size);
        let style = Style { size, weight: 700, ink };
        self.canvas.text((middle, baseline), style, Anchor::Middle, &goal.to_string());
    }

    fn colour(&self, goal: Goal) -> Colour {
        self.matrix.goal(goal).map_or(FAINT, |goal| goal.colour)
    }
}

/// So many tenths of a colour on the surface.
fn on_surface(colour: Colour, tenths: u32) -> Colour {
    let channels = colour.channels().into_iter().zip(SURFACE.channels());
    let number = channels.fold(0, |number, (ink, paper)| {
        (number << 8) | ((u32::from(ink) * tenths + u32::from(paper) * (10 - tenths)) / 10)
    });
    Colour::of(number)
}

/// The start of a goal's column.
fn column(goal: Goal) -> u32 {
    let position = u32::try_from(goal.position()).unwrap_or(0);
    COLUMNS + rounded((RIGHT - COLUMNS + GAP) * position, GOALS)
}

fn column_width() -> u32 {
    rounded(RIGHT - COLUMNS + GAP - GAP * GOALS, GOALS)
}

/// The number of goals.
const GOALS: u32 = Goal::COUNT as u32;

/// A quotient, rounded.
const fn rounded(dividend: u32, divisor: u32) -> u32 {
    (2 * dividend + divisor) / (2 * divisor)
}

#[cfg(test)]
mod tests {
    use wsis_core::samples;

    use super::*;

    #[test]
    fn every_view_is_a_document_with_its_codes() {
        let width = |text: &str| 600 * u32::try_from(text.chars().count()).unwrap();
        let typeface = Typeface { family: "Inter", capitals: 727, width: &width };
        let matrix = samples::matrix();
        for (selection, codes) in [
            (Selection::None, "A & B"),
            (Selection::Line(Line::C5), "C5"),
            (Selection::Goal(Goal::LAST), "17"),
            (Selection::Cell(Line::C2, Goal::FIRST), "×"),
            (Selection::Cell(Line::C7EHealth, Goal::FIRST), "C7-EHEALTH"),
        ] {
            let text = share_svg(&matrix, "A & B", selection, typeface);
            let document = roxmltree::Document::parse(&text).unwrap();
            let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
            assert!(texts.contains(&codes), "{selection:?}: {texts:?}");
            let right = document
                .descendants()
                .filter(|node| node.has_tag_name("rect"))
                .filter_map(|node| {
                    let number = |name| node.attribute(name)?.parse::<u32>().ok();
                    Some(number("x")? + number("width")?)
                })
                .max();
            assert!(right.unwrap() <= WIDTH, "{right:?}");
        }
    }
}
