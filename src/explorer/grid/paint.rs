//! Texts and attributes of the rows, changed where they differ from what data and view ask for.

use leptos::prelude::*;
use web_sys::Element;
use wsis_core::address::DisplayMode;
use wsis_core::heat::Shade;
use wsis_core::matrix::MatrixCounts;
use wsis_core::navigation::{GridParts, Stop};
use wsis_core::{Goal, Line};
use wsis_page::grid::{CellFace, Faces, Gap, bar_length, column_label, goal_total, row_label};
use wsis_platform::element_by_id;
use wsis_platform::elements::{all, first, set_attribute, set_text};
use wsis_state::{Dataset, Explorer};

use crate::content::language::lang_if_other;
use crate::explorer::legend::cell_content;

/// Paints the rows of a table.
pub(super) struct RowPainter<'d> {
    pub(super) explorer: Explorer,
    pub(super) dataset: &'d Dataset,
    pub(super) table: &'d Element,
}

impl RowPainter<'_> {
    /// Paints all that is drawn, cells only where they differ from the faces that were painted last; returns the faces that
    /// they have now. Tracked.
    pub(super) fn paint(&self, parts: GridParts, before: &[CellFace]) -> Vec<CellFace> {
        let counts = self.explorer.data.known_counts(self.dataset);
        let counts = counts.as_deref();
        let lines: Vec<Line> =
            Line::all().filter(|line| parts.applications || line.parent().is_none()).collect();
        let places: Vec<(Line, Goal)> =
            lines.iter().flat_map(|line| Goal::all().map(|goal| (*line, goal))).collect();
        // Rows that have come are copies of another one.
        let before = if before.len() == places.len() { before } else { &[] };
        // Names stay as they are until then: a browser may have translated them.
        if before.is_empty() {
            self.paint_corner();
            Goal::all().for_each(|goal| self.paint_column_header(goal));
            lines.iter().for_each(|line| self.paint_row_name(*line));
        }
        for line in &lines {
            self.paint_row_numbers(*line, counts);
        }
        self.paint_opener(parts.applications);
        self.paint_goal_totals(counts);
        let content = cell_content(self.explorer, self.dataset);
        let faces = Faces::new(self.explorer.messages(), &self.dataset.matrix, counts, content);
        let faces: Vec<CellFace> = places.iter().map(|(line, goal)| faces.of(*line, *goal)).collect();
        for (at, ((line, goal), face)) in places.iter().zip(&faces).enumerate() {
            if before.get(at) != Some(face)
                && let Some(cell) = element_by_id(&Stop::Cell(*line, *goal).element_id())
            {
                paint_cell(&cell, face);
            }
        }
        faces
    }

    fn paint_corner(&self) {
        let messages = self.explorer.messages();
        self.set_text(".corner > :first-child", messages.grid_corner());
        self.set_text(".totals-head", messages.grid_totals());
    }

    fn paint_column_header(&self, goal: Goal) {
        let Some(header) = element_by_id(&Stop::Column(goal).element_id()) else { return };
        let matrix = &self.dataset.matrix;
        set_attribute(&header, "aria-label", Some(&column_label(self.explorer.messages(), matrix, goal)));
        self.paint_name(&header, ".goal-name", matrix.goal_name(goal));
    }

    fn paint_row_name(&self, line: Line) {
        if let Some(header) = element_by_id(&Stop::Row(line).element_id()) {
            self.paint_name(&header, ".row-name", self.dataset.matrix.line_short_name(line));
        }
    }

    fn paint_row_numbers(&self, line: Line, counts: Option<&MatrixCounts>) {
        let Some(header) = element_by_id(&Stop::Row(line).element_id()) else { return };
        let matrix = &self.dataset.matrix;
        let label = row_label(self.explorer.messages(), matrix, counts, line);
        set_attribute(&header, "aria-label", Some(&label));
        let all = &self.dataset.counts;
        let most = all.most_of_line();
        let total = counts.map(|counts| counts.of_line(line));
        if let Some(number) = first(&header, ".total") {
            set_text(&number, &total.map(|total| total.to_string()).unwrap_or_default());
        }
        paint_bar(&header, ".bar-all", "width", bar_length(all.of_line(line), most));
        paint_bar(&header, ".bar-part", "width", bar_length(total.unwrap_or(0), most));
    }

    /// Names are in the language of the data, around them the page may be in another.
    fn paint_name(&self, header: &Element, selector: &str, name: &str) {
        if let Some(place) = first(header, selector) {
            set_attribute(&place, "lang", lang_if_other(self.dataset.language));
            set_text(&place, name);
        }
    }

    fn paint_opener(&self, are_open: bool) {
        let messages = self.explorer.messages();
        let Some(opener) = element_by_id(&Stop::Opener.element_id()) else { return };
        let (expanded, label) = match are_open {
            true => ("true", messages.grid_close_applications()),
            false => ("false", messages.grid_open_applications()),
        };
        set_attribute(&opener, "aria-expanded", Some(expanded));
        set_attribute(&opener, "aria-label", Some(label));
        set_text(&opener, messages.grid_applications());
    }

    /// The last row: how many lines the matrix links to each goal, or how many projects declare it.
    fn paint_goal_totals(&self, counts: Option<&MatrixCounts>) {
        let (messages, show) = (self.explorer.messages(), self.explorer.navigation.show.get());
        let shows_lines = show == DisplayMode::Matrix;
        let Some(foot) = first(self.table, "tfoot") else { return };
        let is_empty = !shows_lines && !self.dataset.manifest.states_goals();
        set_attribute(&foot, "hidden", is_empty.then_some(""));
        let name = if shows_lines { messages.grid_lines_of_goal() } else { messages.grid_projects_of_goal() };
        self.set_text("tfoot th", name);
        let all_counts = &self.dataset.counts;
        for total in all(&foot, "td[data-goal]") {
            let goal = total.get_attribute("data-goal").and_then(|goal| goal.parse().ok());
            let Some(goal) = goal else { continue };
            let (count, most) = goal_total(&self.dataset.matrix, all_counts, counts, show, goal);
            if let Some(number) = total.first_element_child() {
                set_text(&number, &count.to_string());
            }
            paint_bar(&total, ".bar-part", "height", bar_length(count, most));
        }
    }

    fn set_text(&self, selector: &str, text: &str) {
        if let Some(element) = first(self.table, selector) {
            set_text(&element, text);
        }
    }
}

fn paint_bar(within: &Element, selector: &str, side: &str, length: u32) {
    if let Some(bar) = first(within, selector) {
        set_attribute(&bar, side, Some(&length.to_string()));
    }
}

fn paint_cell(cell: &Element, face: &CellFace) {
    set_attribute(cell, "data-link", Some(face.link.code()));
    set_attribute(
        cell,
        "data-strength",
        face.link.strength().map(|strength| strength.to_string()).as_deref(),
    );
    set_attribute(cell, "data-doubtful", face.doubtful.then_some(""));
    set_attribute(cell, "data-heat", face.shade.map(Shade::code).as_deref());
    set_attribute(cell, "data-gap", face.gap.map(Gap::code));
    set_attribute(cell, "aria-label", Some(&face.label));
    if let Some(mark) = cell.first_element_child() {
        set_text(&mark, &face.mark);
    }
}
