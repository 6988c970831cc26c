//! The picture of a share page, which other sites show beside its address: the matrix small, and what is shared
//! standing out. The same in every language, since it holds codes and colours only.
//!
//! Drawn here with tiny-skia instead of as SVG, since all of it is rectangles and a few glyphs; the glyphs come from
//! a font that is built in, so that every machine draws the same bytes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{Face, OutlineBuilder};
use wsis_core::address::Selection;
use wsis_core::contrast::Colour;
use wsis_core::matrix::Matrix;
use wsis_core::palette;
use wsis_core::{Goal, Line};
use wsis_page::grid::{LinkMark, link_mark};

/// What other sites expect of a large picture.
pub(super) const WIDTH: u32 = 1200;
/// The height that goes with it.
pub(super) const HEIGHT: u32 = 630;

/// Inter Bold with the letters that codes and the name of the site have; `crates/cli/fonts/OFL.txt` is its licence.
const FONT: &[u8] = include_bytes!("../../../fonts/inter-bold.otf");

/// Places in pixels.
const LEFT: f32 = 60.0;
const RIGHT: f32 = 1140.0;
const HEADING: f32 = 56.0;
const HEADING_HEIGHT: f32 = 132.0;
const COLUMNS: f32 = 164.0;
const HEAD: f32 = 222.0;
const HEAD_HEIGHT: f32 = 30.0;
const ROWS: f32 = 258.0;
const ROWS_HEIGHT: f32 = 298.0;
const NAME: f32 = 601.0;
/// Between two cells.
const GAP: f32 = 3.0;

const SURFACE: Ink = Ink::of(palette::SURFACE.light);
const SUNKEN: Ink = Ink::of(palette::SUNKEN.light);
const RULE: Ink = Ink::of(palette::RULE.light);
const SOFT: Ink = Ink::of(palette::INK_SOFT.light);
const FAINT: Ink = Ink::of(palette::RULE_STRONG.light);
const DARK: Ink = Ink::of(palette::INK.light);

/// A colour to draw with.
#[derive(Debug, Clone, Copy)]
struct Ink(u8, u8, u8);

impl Ink {
    const fn of(colour: Colour) -> Self {
        let [red, green, blue] = colour.channels();
        Self(red, green, blue)
    }

    /// So many parts in ten of it on the surface.
    fn faded(self, parts: u16) -> Self {
        let mix = |ink: u8, paper: u8| {
            let mixed = (u16::from(ink) * parts + u16::from(paper) * (10 - parts)) / 10;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, SURFACE.0), mix(self.1, SURFACE.1), mix(self.2, SURFACE.2))
    }
}

/// Draws the pictures of one matrix.
pub(super) struct Painter<'m> {
    matrix: &'m Matrix,
    font: Face<'static>,
    site: &'m str,
}

impl<'m> Painter<'m> {
    /// For a matrix, on a site of that name.
    ///
    /// # Errors
    /// The built-in font cannot be read.
    pub(super) fn new(matrix: &'m Matrix, site: &'m str) -> Result<Self> {
        let font = Face::parse(FONT, 0).context("the font of the pictures cannot be read")?;
        Ok(Self { matrix, font, site })
    }

    /// The picture of a selection as PNG.
    ///
    /// # Errors
    /// The picture cannot be made or encoded.
    pub(super) fn png(&self, selection: Selection) -> Result<Vec<u8>> {
        encode(&self.draw(selection)?)
    }

    fn draw(&self, selection: Selection) -> Result<Pixmap> {
        let mut sheet =
            Sheet { pixels: Pixmap::new(WIDTH, HEIGHT).context("no room for a picture")?, font: &self.font };
        sheet.pixels.fill(Color::from_rgba8(SURFACE.0, SURFACE.1, SURFACE.2, u8::MAX));
        self.heading(&mut sheet, selection);
        self.columns(&mut sheet, selection);
        self.rows(&mut sheet, selection);
        if selection != Selection::None {
            sheet.text(self.site, (LEFT, NAME), 26.0, SOFT);
        }
        Ok(sheet.pixels)
    }

    /// What is shared, as large as it fits: codes, and the goal as its tile.
    fn heading(&self, sheet: &mut Sheet<'_>, selection: Selection) {
        let title = selection.line().map_or_else(
            || if selection == Selection::None { self.site.to_owned() } else { String::new() },
            |line| line.to_string(),
        );
        let cross = if selection.line().is_some() && selection.goal().is_some() { " × " } else { "" };
        let tile = if selection.goal().is_some() { HEADING_HEIGHT } else { 0.0 };
        let room = RIGHT - LEFT - tile;
        let size = (room / sheet.width(&format!("{title}{cross}"), 1.0).max(0.01)).min(150.0);
        let baseline = HEADING + HEADING_HEIGHT / 2.0 + self.capitals(size) / 2.0;
        let mut x = LEFT + sheet.text(&title, (LEFT - size * 0.05, baseline), size, DARK);
        x += sheet.text(cross, (x, baseline), size, FAINT);
        if let Some(goal) = selection.goal() {
            self.tile(sheet, goal, (x, HEADING, HEADING_HEIGHT, HEADING_HEIGHT), 84.0, 10);
            x += HEADING_HEIGHT;
        }
        let (tied, x) = (self.tied(selection), x + 32.0);
        if x + sheet.width(&tied, 34.0) <= RIGHT {
            sheet.text(&tied, (x, HEADING + HEADING_HEIGHT), 34.0, SOFT);
        }
    }

    /// What ties a cell, by the codes of its targets; what a goal or a line is linked to, by codes too.
    fn tied(&self, selection: Selection) -> String {
        let linked = |line: &Line, goal: &Goal| link_mark(self.matrix, *line, *goal) != LinkMark::None;
        let codes: Vec<String> = match selection {
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

    fn columns(&self, sheet: &mut Sheet<'_>, selection: Selection) {
        for goal in Goal::all() {
            let chosen = selection.goal().is_none_or(|chosen| chosen == goal);
            let place = (column(goal), HEAD, column_width(), HEAD_HEIGHT);
            self.tile(sheet, goal, place, 18.0, if chosen { 10 } else { 4 });
        }
    }

    fn rows(&self, sheet: &mut Sheet<'_>, selection: Selection) {
        let lines = Line::rows(selection.line().is_some_and(|line| line.parent().is_some()));
        let height = ROWS_HEIGHT / share(lines.len());
        let mut ring = None;
        for (number, line) in lines.into_iter().enumerate() {
            let top = ROWS + height * share(number);
            self.row_code(sheet, selection, line, (top, height));
            for goal in Goal::all() {
                let place = (column(goal), top, column_width(), height - GAP);
                sheet.rectangle(place, self.cell(selection, line, goal));
                if selection == Selection::Cell(line, goal) {
                    ring = Some((place, line, goal));
                }
            }
        }
        // Last, so that no neighbour covers it.
        if let Some((place, line, goal)) = ring {
            self.ring(sheet, place, line, goal);
        }
    }

    fn row_code(&self, sheet: &mut Sheet<'_>, selection: Selection, line: Line, (top, height): (f32, f32)) {
        let code = line.id().trim_start_matches("C7-");
        let chosen = selection.line().is_none_or(|chosen| chosen == line);
        let (size, ink) = ((height * 0.75).min(18.0), if chosen { DARK } else { FAINT });
        let baseline = top + (height - GAP) / 2.0 + self.capitals(size) / 2.0;
        let indent = if line.parent().is_some() { 10.0 } else { 0.0 };
        sheet.text(code, (LEFT + indent, baseline), size, ink);
    }

    /// What a cell is filled with: its goal's colour where there is a link, strong where it belongs to what is shared.
    fn cell(&self, selection: Selection, line: Line, goal: Goal) -> Ink {
        let chosen = match selection {
            Selection::None => true,
            Selection::Line(chosen) => chosen == line,
            Selection::Goal(chosen) => chosen == goal,
            Selection::Cell(in_line, in_goal) => in_line == line || in_goal == goal,
        };
        let whole = selection == Selection::None;
        match (link_mark(self.matrix, line, goal), chosen) {
            (LinkMark::None, true) if !whole => RULE,
            (LinkMark::None, _) => SUNKEN,
            (_, chosen) => self.colour(goal).faded(if chosen { 10 } else { 3 }),
        }
    }

    /// The cell itself, larger than the others and framed.
    fn ring(&self, sheet: &mut Sheet<'_>, place: (f32, f32, f32, f32), line: Line, goal: Goal) {
        let linked = link_mark(self.matrix, line, goal) != LinkMark::None;
        sheet.rectangle(grown(place, 9.0), SURFACE);
        sheet.rectangle(grown(place, 7.0), DARK);
        sheet.rectangle(grown(place, 2.0), if linked { self.colour(goal) } else { SURFACE });
    }

    /// A goal's number on its colour.
    fn tile(&self, sheet: &mut Sheet<'_>, goal: Goal, place: (f32, f32, f32, f32), size: f32, parts: u16) {
        let (x, y, width, height) = place;
        let number = goal.to_string();
        let ink = self.matrix.goal(goal).map_or(SURFACE, |goal| Ink::of(goal.colour.ink()));
        sheet.rectangle(place, self.colour(goal).faded(parts));
        let at = (x + (width - sheet.width(&number, size)) / 2.0, y + (height + self.capitals(size)) / 2.0);
        sheet.text(&number, at, size, if parts == 10 { ink } else { SOFT });
    }

    fn colour(&self, goal: Goal) -> Ink {
        self.matrix.goal(goal).map_or(FAINT, |goal| Ink::of(goal.colour))
    }

    /// The height of capitals and digits.
    fn capitals(&self, size: f32) -> f32 {
        f32::from(self.font.capital_height().unwrap_or(0)) * size / f32::from(self.font.units_per_em())
    }
}

/// A picture being drawn.
struct Sheet<'f> {
    pixels: Pixmap,
    font: &'f Face<'static>,
}

impl Sheet<'_> {
    fn rectangle(&mut self, (x, y, width, height): (f32, f32, f32, f32), ink: Ink) {
        if let Some(rectangle) = Rect::from_xywh(x.round(), y.round(), width.round(), height.round()) {
            self.pixels.fill_rect(rectangle, &paint(ink), Transform::identity(), None);
        }
    }

    /// Writes from left to right along a baseline; gives the width. A letter that the font lacks is left out.
    fn text(&mut self, text: &str, (x, baseline): (f32, f32), size: f32, ink: Ink) -> f32 {
        let mut outline = Outline { path: PathBuilder::new(), x, baseline, scale: self.scale(size) };
        for letter in text.chars() {
            let Some(glyph) = self.font.glyph_index(letter) else { continue };
            self.font.outline_glyph(glyph, &mut outline);
            outline.x += f32::from(self.font.glyph_hor_advance(glyph).unwrap_or(0)) * outline.scale;
        }
        let width = outline.x - x;
        if let Some(path) = outline.path.finish() {
            self.pixels.fill_path(&path, &paint(ink), FillRule::Winding, Transform::identity(), None);
        }
        width
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let glyphs = text.chars().filter_map(|letter| self.font.glyph_index(letter));
        let units: f32 = glyphs.map(|glyph| f32::from(self.font.glyph_hor_advance(glyph).unwrap_or(0))).sum();
        units * self.scale(size)
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.font.units_per_em())
    }
}

/// Takes a glyph from the font's units, whose y grows upwards, to its place in the picture.
struct Outline {
    path: PathBuilder,
    x: f32,
    baseline: f32,
    scale: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(ink.0, ink.1, ink.2, u8::MAX);
    paint
}

fn grown((x, y, width, height): (f32, f32, f32, f32), by: f32) -> (f32, f32, f32, f32) {
    (x - by, y - by, width + 2.0 * by, height + 2.0 * by)
}

/// Where a goal's column begins.
fn column(goal: Goal) -> f32 {
    COLUMNS + (column_width() + GAP) * share(goal.position())
}

fn column_width() -> f32 {
    (RIGHT - COLUMNS + GAP) / share(Goal::COUNT) - GAP
}

/// A small count as a length.
fn share(count: usize) -> f32 {
    u16::try_from(count).map_or(0.0, f32::from)
}

/// As PNG with a palette: a quarter of the bytes to compress, which is most of the time a picture takes.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>> {
    let (palette, indices) = indexed(pixels);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().context("a picture cannot be encoded")?;
    writer.write_image_data(&indices).context("a picture cannot be encoded")?;
    writer.finish().context("a picture cannot be encoded")?;
    Ok(bytes)
}

/// The colours, and for each pixel the number of its colour. Beyond 256 colours those of the fewest pixels, which are
/// edges of letters, give way to the nearest that is kept.
fn indexed(pixels: &Pixmap) -> (Vec<u8>, Vec<u8>) {
    let rows = rows(pixels);
    let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for (runs, times) in &rows {
        for (colour, length) in runs {
            *counts.entry(*colour).or_default() += length * times;
        }
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    let kept: Vec<[u8; 3]> = colours.iter().take(256).map(|(colour, _)| *colour).collect();
    let numbers: BTreeMap<[u8; 3], u8> =
        colours.iter().map(|(colour, _)| (*colour, nearest(&kept, *colour))).collect();
    let mut indices = Vec::with_capacity(pixels.data().len() / 4);
    for (runs, times) in rows {
        let mut row = Vec::new();
        for (colour, length) in runs {
            row.resize(row.len() + length, numbers.get(&colour).copied().unwrap_or_default());
        }
        indices.extend(row.repeat(times));
    }
    (kept.concat(), indices)
}

/// So many pixels of one colour side by side.
type Run = ([u8; 3], usize);

/// The rows as runs, each with how many times it follows itself: most rows are like the one above, and comparing them
/// as bytes is quick.
fn rows(pixels: &Pixmap) -> Vec<(Vec<Run>, usize)> {
    let width = usize::try_from(pixels.width()).unwrap_or(usize::MAX).saturating_mul(4).max(4);
    let rows: Vec<&[u8]> = pixels.data().chunks_exact(width).collect();
    let same = rows.chunk_by(|one, next| one == next);
    same.filter_map(|same| Some((runs(same.first()?), same.len()))).collect()
}

/// A row as runs. Nothing is transparent, so the colours are as they were drawn.
fn runs(row: &[u8]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (pixels, _) = row.as_chunks::<4>();
    for same in pixels.chunk_by(|one, next| one == next) {
        if let Some([red, green, blue, _]) = same.first() {
            runs.push(([*red, *green, *blue], same.len()));
        }
    }
    runs
}

/// The number of the colour that differs least.
fn nearest(kept: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        other.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let found = kept.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.and_then(|(number, _)| u8::try_from(number).ok()).unwrap_or_default()
}
