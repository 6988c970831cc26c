//! Names of downloaded files: what is in them, by its codes.

use wsis_core::EntryId;
use wsis_core::address::{DisplayMode, Margin, Panel, Selection, View};

/// The content of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileContent {
    /// The cells of the matrix.
    Matrix,
    /// The projects that are listed.
    Projects,
}

/// A name such as `wsis-sdg-C2-goal-9-projects-filtered-2026-11-24.csv`.
#[must_use]
pub fn file_name(view: &View, content: FileContent, snapshot: &str, extension: &str) -> String {
    let mut parts = vec!["wsis-sdg".to_owned()];
    match content {
        FileContent::Matrix => {
            let shown = if view.show == DisplayMode::Matrix { "links" } else { view.show.code() };
            parts.push(format!("matrix-{shown}"));
        }
        FileContent::Projects => {
            match view.panel() {
                Panel::Selected(Selection::Line(line)) => parts.push(line.id().to_owned()),
                Panel::Selected(Selection::Goal(goal)) => parts.push(format!("goal-{goal}")),
                Panel::Selected(Selection::Cell(line, goal)) => parts.push(format!("{line}-goal-{goal}")),
                Panel::Margin(Margin::NoGoal(line)) => {
                    parts.extend(line.map(|line| line.id().to_owned()));
                    parts.push("no-goal".to_owned());
                }
                Panel::Margin(Margin::NoLine(goal)) => {
                    parts.push("no-line".to_owned());
                    parts.extend(goal.map(|goal| format!("goal-{goal}")));
                }
                Panel::Margin(Margin::Neither) => parts.push("no-line-no-goal".to_owned()),
                Panel::Country(country) => parts.push(country.to_string()),
                _ => {}
            }
            parts.push("projects".to_owned());
        }
    }
    let is_country = matches!((content, view.panel()), (FileContent::Projects, Panel::Country(_)));
    if !view.filter.is_empty() && !is_country {
        parts.push("filtered".to_owned());
    }
    // The day; what follows it is a checksum.
    parts.extend(snapshot.get(..10).map(str::to_owned));
    format!("{}.{extension}", parts.join("-"))
}

/// A name of a chart such as `wsis-sdg-prizes-submitted-2026-11-24.svg`.
#[must_use]
pub fn chart_file_name(chart: &EntryId, snapshot: &str, extension: &str) -> String {
    let day = snapshot.get(..10).map(|day| format!("-{day}")).unwrap_or_default();
    format!("wsis-sdg-{chart}{day}.{extension}")
}

#[cfg(test)]
mod tests {
    use wsis_core::address::decode;

    use super::*;

    #[test]
    fn a_name_says_what_is_in_the_file() {
        for (address, content, name) in [
            ("", FileContent::Matrix, "wsis-sdg-matrix-links-2026-11-24.png"),
            ("show=gaps&region=AFR", FileContent::Matrix, "wsis-sdg-matrix-gaps-filtered-2026-11-24.png"),
            ("line=C2&goal=9", FileContent::Projects, "wsis-sdg-C2-goal-9-projects-2026-11-24.png"),
            ("country=RWA", FileContent::Projects, "wsis-sdg-RWA-projects-2026-11-24.png"),
            ("line=C2&goal=none", FileContent::Projects, "wsis-sdg-C2-no-goal-projects-2026-11-24.png"),
            ("q=open", FileContent::Projects, "wsis-sdg-projects-filtered-2026-11-24.png"),
        ] {
            assert_eq!(file_name(&decode(address).0, content, "2026-11-24-9f2c01aa", "png"), name);
        }
    }
}
