//! The owners of CSS classes: the room in whose sheets a class is defined.
//!
//! A rule defines a class when its selector is the class alone: `.title` or `.title:hover`. A room may adapt a class of
//! another one within something of its own (`.panel .title`) and for print. A selector of several classes, such as
//! `.button.primary`, is fine when one of them belongs to its own room alone.

use std::collections::BTreeMap;

use super::css::{Sheet, Subject};
use super::violation::{Rule, Violation};

/// The folder with the style sheets; its folders and files are named as the rooms.
const FOLDER: &str = "style/";

/// The sheet of the share pages, which load no other: its classes meet those of no room.
const SHARE_PAGES: &str = "style/share.css";

/// Refuses classes that the sheets of two rooms define.
pub(crate) fn check(sheets: &BTreeMap<String, Sheet>) -> Vec<Violation> {
    let rules: Vec<(&str, &str, &Subject)> = sheets
        .iter()
        .filter(|(file, _)| file.as_str() != SHARE_PAGES)
        .filter_map(|(file, sheet)| Some((room(file)?, file.as_str(), sheet)))
        .flat_map(|(room, file, sheet)| sheet.subjects.iter().map(move |subject| (room, file, subject)))
        .collect();
    let mut owners: BTreeMap<&str, Definitions<'_>> = BTreeMap::new();
    let alone = |room: &str, class: &str| {
        rules.iter().all(|(other, _, subject)| *other == room || !subject.classes.contains(class))
    };
    for (room, file, subject) in &rules {
        let extends = subject.classes.len() > 1 && subject.classes.iter().any(|class| alone(room, class));
        for class in subject.classes.iter().filter(|class| !extends || alone(room, class)) {
            owners.entry(class).or_default().entry(room).or_default().push((file, subject.line));
        }
    }
    owners.iter().flat_map(|(class, rooms)| violations(class, rooms)).collect()
}

/// The places in which each room defines a class.
type Definitions<'a> = BTreeMap<&'a str, Vec<(&'a str, usize)>>;

/// One violation for each room but the one with most of the rules.
fn violations(class: &str, rooms: &Definitions<'_>) -> Vec<Violation> {
    let most = rooms.iter().rev().max_by_key(|(_, places)| places.len());
    let Some((owner, Some((home, at)))) = most.map(|(owner, places)| (owner, places.first())) else {
        return Vec::new();
    };
    let others = rooms.iter().filter(|(room, _)| *room != owner);
    let others = others.filter_map(|(room, places)| Some((room, places.first()?)));
    let violation = |(room, (file, line)): (&&str, &(&str, usize))| Violation {
        file: (*file).to_owned(),
        line: *line,
        rule: Rule::Classes,
        subject: class.to_owned(),
        message: format!(
            "{room} defines .{class}, which {owner} defines too ({home}:{at}): leave it to one of them, or name it otherwise"
        ),
    };
    others.map(violation).collect()
}

/// The room of a sheet: the first folder or file name below the folder of sheets.
fn room(file: &str) -> Option<&str> {
    let inside = file.strip_prefix(FOLDER)?;
    Some(inside.split_once('/').map_or_else(|| inside.trim_end_matches(".css"), |(room, _)| room))
}
