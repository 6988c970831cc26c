//! The report of a run: medians with their spread, as text and as a page with a chart.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The measurements of one figure, in milliseconds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figure(Vec<f64>);

impl Figure {
    /// Adds a measurement.
    pub(crate) fn add(&mut self, milliseconds: f64) {
        self.0.push(milliseconds);
        self.0.sort_by(f64::total_cmp);
    }

    fn at(&self, share: usize) -> f64 {
        self.0.get((self.0.len().saturating_sub(1)) * share / 4).copied().unwrap_or(f64::NAN)
    }

    fn median(&self) -> f64 {
        self.at(2)
    }

    fn text(&self) -> String {
        format!("{:.0} ({:.0}-{:.0})", self.median(), self.at(1), self.at(3))
    }
}

/// A figure of the floor page beside the explorer's.
pub(crate) struct Row {
    /// The figure and its condition.
    pub(crate) name: String,
    /// The floor page.
    pub(crate) floor: Figure,
    /// The explorer.
    pub(crate) ours: Figure,
    /// How many times the floor's figure the explorer's may be.
    pub(crate) aim: f64,
}

impl Row {
    fn ratio(&self) -> f64 {
        self.ours.median() / self.floor.median()
    }
}

/// Prints the rows and writes them as a page with a chart.
pub(crate) fn write(rows: &[Row], folder: &Path) {
    println!(
        "median (quartiles), ms                                   floor        explorer     ratio   aim"
    );
    for row in rows {
        println!(
            "{:<50} {:>16} {:>16} {:>7.2} {:>5.2}",
            row.name,
            row.floor.text(),
            row.ours.text(),
            row.ratio(),
            row.aim
        );
    }
    fs::create_dir_all(folder).unwrap();
    let path = folder.join("report.html");
    fs::write(&path, page(rows)).unwrap();
    println!("with a chart: {}", path.display());
}

fn page(rows: &[Row]) -> String {
    let most = rows.iter().map(|row| row.ours.at(3).max(row.floor.at(3))).fold(1.0, f64::max);
    let mut bars = String::new();
    for (at, row) in rows.iter().enumerate() {
        let top = at * 64 + 20;
        let _ = write!(
            bars,
            "<text x=\"0\" y=\"{top}\">{} ({:.2} of {:.2} times)</text>",
            row.name,
            row.ratio(),
            row.aim
        );
        for (place, (figure, colour)) in
            [(&row.floor, "#8a94a3"), (&row.ours, "#06489c")].into_iter().enumerate()
        {
            let y = top + 6 + place * 18;
            let width = figure.median() / most * 600.0;
            let _ = write!(
                bars,
                "<rect x=\"0\" y=\"{y}\" width=\"{width:.0}\" height=\"14\" fill=\"{colour}\"/>\
                 <text x=\"{:.0}\" y=\"{}\">{}</text>",
                width + 6.0,
                y + 12,
                figure.text()
            );
        }
    }
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Loading beside a floor page</title>\
         <body style=\"font:14px sans-serif\"><h1>Loading beside a floor page</h1><p>Medians with quartiles in \
         milliseconds. Grey: the floor page. Blue: the explorer.</p><svg width=\"900\" height=\"{}\">{bars}</svg>",
        rows.len() * 64 + 40
    )
}
