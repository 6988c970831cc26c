//! The rooms of the workspace and the imports allowed between them, read from the diagram in `docs/architecture.md`.
//!
//! The diagram is the first ```` ```mermaid ```` block after the heading `## Rooms`. Each line is one of:
//!
//! | line | meaning |
//! |---|---|
//! | `graph TD`, `flowchart LR` … | the kind of diagram, once at the top |
//! | `%% text` | a comment |
//! | `name["path"]` | a room: its name, and the folders or files that it holds, separated by `<br/>` |
//! | `subgraph name["label"]` … `end` | a group of rooms |
//! | `a --> b` | files of `a` may import files of `b` |
//! | `a -.-> b` | tests, examples and dev-dependencies of `a` may |
//!
//! Both ends of an arrow may list several names: `a & b --> c & d`. The name of a group stands for each of its rooms. An
//! arrow is not passed on: `a --> b` and `b --> c` do not allow `a` to import `c`. A file belongs to the room with the
//! longest path that holds it.

use std::collections::{BTreeMap, BTreeSet};

use super::violation::{Rule, Violation};
use super::workspace::Workspace;

/// The page with the diagram.
pub(crate) const PAGE: &str = "docs/architecture.md";

/// The heading above the diagram.
const HEADING: &str = "## Rooms";

/// An arrow between two rooms, once groups are written out.
#[derive(Debug)]
pub(crate) struct Arrow {
    /// The room that may import.
    pub(crate) from: String,
    /// The room that may be imported.
    pub(crate) to: String,
    /// Whether only tests may.
    pub(crate) tests_only: bool,
    /// The line of the page that draws it.
    pub(crate) line: usize,
    /// Its ends as they are written there: rooms or groups.
    pub(crate) written: String,
}

/// The diagram.
#[derive(Debug, Default)]
pub(crate) struct Rooms {
    /// The name of the room that holds a path, by path.
    paths: BTreeMap<String, String>,
    /// The line that declares a room, by name.
    lines: BTreeMap<String, usize>,
    groups: BTreeMap<String, Vec<String>>,
    /// The arrows, groups written out.
    pub(crate) arrows: Vec<Arrow>,
    /// The lines that could not be read.
    pub(crate) violations: Vec<Violation>,
}

impl Rooms {
    /// Reads the diagram of the workspace.
    pub(crate) fn read(workspace: &Workspace) -> Self {
        let mut rooms = Self::default();
        let Some(lines) = workspace.text(PAGE).and_then(diagram) else {
            rooms.refuse(1, format!("there is no mermaid diagram under \"{HEADING}\": draw the rooms there"));
            return rooms;
        };
        let mut arrows = Vec::new();
        let mut group = None;
        for (number, line) in lines {
            let line = line.trim().trim_end_matches(';');
            if is_noise(line) {
                continue;
            } else if let Some(name) = line.strip_prefix("subgraph ") {
                group = Some(identifier(name).to_owned());
            } else if line == "end" {
                group = None;
            } else if let Some(arrow) = Written::parse(number, line) {
                arrows.push(arrow);
            } else if !rooms.declare(number, line, group.as_deref()) {
                rooms.refuse(number, format!("\"{line}\" is neither a room, a group nor an arrow"));
            }
        }
        for arrow in arrows {
            rooms.draw(&arrow);
        }
        rooms.refuse_circles();
        rooms
    }

    /// The room that holds a file.
    pub(crate) fn of(&self, file: &str) -> Option<&str> {
        let holds =
            |path: &str| file == path || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let found = self.paths.iter().filter(|(path, _)| holds(path)).max_by_key(|(path, _)| path.len());
        found.map(|(_, room)| room.as_str())
    }

    /// The paths of the diagram, each with its room and the line that declares it.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&str, &str, usize)> {
        self.paths
            .iter()
            .map(|(path, room)| (path.as_str(), room.as_str(), self.lines.get(room).copied().unwrap_or(1)))
    }

    /// The arrow that allows an import, the one for all code first.
    pub(crate) fn allowing(&self, from: &str, to: &str, test: bool) -> Option<&Arrow> {
        let between = |arrow: &&Arrow| arrow.from == from && arrow.to == to && (test || !arrow.tests_only);
        self.arrows.iter().filter(between).min_by_key(|arrow| arrow.tests_only)
    }

    /// Reads `name["path<br/>path"]`.
    fn declare(&mut self, number: usize, line: &str, group: Option<&str>) -> bool {
        let name = identifier(line);
        let label = line.strip_prefix(name).and_then(|rest| rest.strip_prefix("[\""));
        let Some(label) = label.and_then(|rest| rest.strip_suffix("\"]")).filter(|_| !name.is_empty()) else {
            return false;
        };
        if self.lines.insert(name.to_owned(), number).is_some() {
            self.refuse(number, format!("the room {name} is declared twice"));
        }
        for path in label.split("<br/>").map(str::trim) {
            if let Some(other) = self.paths.insert(path.to_owned(), name.to_owned()) {
                self.refuse(number, format!("{path} belongs to {other} already"));
            }
        }
        if let Some(group) = group {
            self.groups.entry(group.to_owned()).or_default().push(name.to_owned());
        }
        true
    }

    fn draw(&mut self, arrow: &Written) {
        for (from_name, to_name) in
            arrow.from.iter().flat_map(|from| arrow.to.iter().map(move |to| (from, to)))
        {
            let written = format!("{from_name} {} {to_name}", if arrow.tests_only { "-.->" } else { "-->" });
            let (from, to) = (self.members(arrow.line, from_name), self.members(arrow.line, to_name));
            for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (from, to))) {
                if from != to {
                    let (from, to, written) = (from.clone(), to.clone(), written.clone());
                    self.arrows.push(Arrow {
                        from,
                        to,
                        tests_only: arrow.tests_only,
                        line: arrow.line,
                        written,
                    });
                }
            }
        }
    }

    /// The rooms that a name stands for.
    fn members(&mut self, line: usize, name: &str) -> Vec<String> {
        if let Some(group) = self.groups.get(name) {
            return group.clone();
        }
        if self.lines.contains_key(name) {
            return vec![name.to_owned()];
        }
        self.refuse(line, format!("{name} is neither a room nor a group: declare it as {name}[\"path\"]"));
        Vec::new()
    }

    /// Refuses arrows by which a room could import itself through others. Arrows for tests alone are left out.
    fn refuse_circles(&mut self) {
        let mut next: BTreeMap<&str, Vec<&Arrow>> = BTreeMap::new();
        for arrow in self.arrows.iter().filter(|arrow| !arrow.tests_only) {
            next.entry(&arrow.from).or_default().push(arrow);
        }
        let mut found = Vec::new();
        for arrow in self.arrows.iter().filter(|arrow| !arrow.tests_only) {
            let (mut seen, mut open) = (BTreeSet::new(), vec![arrow.to.as_str()]);
            while let Some(room) = open.pop() {
                if seen.insert(room) {
                    open.extend(next.get(room).into_iter().flatten().map(|arrow| arrow.to.as_str()));
                }
            }
            if seen.contains(arrow.from.as_str()) {
                found.push((arrow.line, arrow.from.clone(), arrow.to.clone()));
            }
        }
        for (line, from, to) in found {
            self.refuse(
                line,
                format!("the arrow from {from} to {to} is part of a circle: remove one of its arrows"),
            );
        }
    }

    fn refuse(&mut self, line: usize, message: String) {
        let subject = String::new();
        self.violations.push(Violation { file: PAGE.to_owned(), line, rule: Rule::Rooms, subject, message });
    }
}

/// An arrow as it is written.
struct Written {
    from: Vec<String>,
    to: Vec<String>,
    tests_only: bool,
    line: usize,
}

impl Written {
    fn parse(line: usize, text: &str) -> Option<Self> {
        let (sides, tests_only) = match text.split_once("-->") {
            Some(sides) => (sides, false),
            None => (text.split_once("-.->")?, true),
        };
        let names = |side: &str| side.split('&').map(|name| name.trim().to_owned()).collect();
        Some(Self { from: names(sides.0), to: names(sides.1), tests_only, line })
    }
}

/// The lines of the diagram with their numbers.
fn diagram(page: &str) -> Option<Vec<(usize, &str)>> {
    let numbered = page.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut lines = numbered.skip_while(|(_, line)| line.trim() != HEADING).skip(1);
    lines.find(|(_, line)| line.trim() == "```mermaid" || line.starts_with("## "))?.1.strip_prefix("```")?;
    Some(lines.take_while(|(_, line)| line.trim() != "```").collect())
}

/// Lines that say how the diagram looks.
fn is_noise(line: &str) -> bool {
    let words = ["graph ", "flowchart ", "direction ", "classDef ", "class ", "style ", "linkStyle "];
    line.is_empty() || line.starts_with("%%") || words.iter().any(|word| line.starts_with(word))
}

/// The name that a line begins with.
fn identifier(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
