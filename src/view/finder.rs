//! Everything the search box can find, as far as it is loaded, and what of it fits a text. Comes later.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::context::Initiative;
use wsis_core::index::tally;
use wsis_core::search::{Entry, Kind, Place, cell_named, find, nearest};
use wsis_core::{Goal, Line};
use wsis_messages::Messages;

use super::names::Names;
use super::panel::part_name;
use super::search::{MOST, Offer};
use crate::dom::fold::Folder;
use crate::state::{Explorer, Site};

/// What can be found; asks for the files that are still lacking. Tracks them.
pub(super) fn things(explorer: Explorer) -> Vec<Entry> {
    let Some(site) = explorer.site.get() else { return Vec::new() };
    explorer.titles.need(&site);
    explorer.vocabulary.need(&site);
    explorer.initiatives.need(&site);
    explorer.rationales.need(&site);
    explorer.passages.need(&site);
    let mut things = Things { folder: Folder::new(), entries: Vec::new() };
    things.add_matrix(&site);
    things.add_countries(explorer, &site);
    things.add_organisations(explorer);
    things.add_texts(explorer, &site);
    things.entries
}

struct Things {
    folder: Folder,
    entries: Vec<Entry>,
}

impl Things {
    fn add(&mut self, kind: Kind, name: &str, codes: Vec<String>, text: &str, place: Place) {
        let (folded, text) = (self.folder.fold(name), self.folder.fold(text));
        let codes = with_unhyphenated(codes, &folded);
        self.entries.push(Entry { kind, title: name.to_owned(), folded, codes, text, place });
    }

    /// Adds a thing that is shown with its code before its name.
    fn add_coded(&mut self, kind: Kind, code: &str, name: &str, codes: Vec<String>, place: Place) {
        let folded = self.folder.fold(name);
        let codes = with_unhyphenated(codes, &folded);
        let title = format!("{code} {name}");
        self.entries.push(Entry { kind, title, folded, codes, text: String::new(), place });
    }

    fn add_matrix(&mut self, site: &Site) {
        for line in Line::all() {
            let codes = vec![line.id().to_ascii_lowercase()];
            let place = Place::Select(Selection::Line(line));
            self.add_coded(
                Kind::Line,
                line.parent().unwrap_or(line).id(),
                site.matrix.line_name(line),
                codes,
                place,
            );
        }
        for goal in Goal::all() {
            let code = goal.to_string();
            let codes =
                vec![code.clone(), format!("sdg {goal}"), format!("sdg{goal}"), format!("goal {goal}")];
            let place = Place::Select(Selection::Goal(goal));
            self.add_coded(Kind::Goal, &code, site.matrix.goal_name(goal), codes, place);
        }
        for target in site.matrix.targets() {
            let (code, place) = (target.code.to_string(), Place::Target(target.code));
            let codes = ["", "target ", "goal ", "sdg "].map(|before| format!("{before}{code}")).into();
            self.add_coded(Kind::Target, &code, &target.label, codes, place);
        }
    }

    /// Every country there is, also those without an entry: that there is none is an answer.
    fn add_countries(&mut self, explorer: Explorer, site: &Arc<Site>) {
        let Some(vocabulary) = explorer.vocabulary.ready() else { return };
        let names = Names::get(site);
        for country in &vocabulary.countries {
            let mut codes = vec![country.id.to_string(), country.alpha2.clone()];
            // As people write it, whatever ISO 3166-1 does.
            codes.extend((country.alpha2 == "GB").then(|| "UK".to_owned()));
            let codes = codes.iter().map(|code| code.to_ascii_lowercase()).collect();
            let place = Place::Country(country.id.clone());
            self.add(Kind::Country, &names.country(&country.id), codes, &country.name, place);
        }
    }

    fn add_organisations(&mut self, explorer: Explorer) {
        let Some(titles) = explorer.titles.ready() else { return };
        let organisations = (0..titles.rows()).filter_map(|row| titles.organisation(row).map(str::to_owned));
        for (name, _) in tally(organisations) {
            self.add(Kind::Organisation, &name, Vec::new(), "", Place::Projects(name.clone()));
        }
    }

    fn add_texts(&mut self, explorer: Explorer, site: &Site) {
        if let Some(all) = explorer.initiatives.ready() {
            for one in &all.initiatives {
                let place = Place::Initiative(tied_to(one), one.id.clone());
                self.add(Kind::Initiative, &one.name, Vec::new(), &one.text, place);
            }
        }
        if let Some(all) = explorer.rationales.ready() {
            for one in &all.rationales {
                let title = format!(
                    "{} × {} {}",
                    one.line.parent().unwrap_or(one.line),
                    one.goal,
                    site.matrix.line_name(one.line)
                );
                let place = Place::Select(Selection::Cell(one.line, one.goal));
                self.add(Kind::Text, &title, Vec::new(), &one.text, place);
            }
        }
        if let Some(all) = explorer.passages.ready() {
            for one in &all.passages {
                let Some(line) = one.line else { continue };
                let title = format!(
                    "{} {}: {}",
                    line.parent().unwrap_or(line),
                    site.matrix.line_name(line),
                    part_name(explorer.messages, one.part)
                );
                self.add(Kind::Text, &title, Vec::new(), &one.text, Place::Select(Selection::Line(line)));
            }
        }
    }
}

/// Where an initiative is shown: the cell it is tied to, else the line or the goal.
fn tied_to(initiative: &Initiative) -> Selection {
    Selection::of(initiative.lines.first().map(|tie| tie.line), initiative.goals.first().map(|tie| tie.goal))
}

/// What fits the text, or else what is most like it; and always the search in the projects.
pub(super) fn offered(messages: Messages, all: &[Entry], text: &str) -> Offer {
    let folded = Folder::new().fold(text);
    if folded.is_empty() {
        return Offer::default();
    }
    let found = find(all, &folded, MOST);
    let cell = cell_named(&folded).and_then(|(line, goal)| cell_entry(all, line, goal));
    let only_alike = found.is_empty() && cell.is_none();
    let shown = if only_alike { nearest(all, &folded, 3) } else { found };
    let projects = Entry {
        kind: Kind::Organisation,
        title: messages.search_projects(text.trim()),
        folded: String::new(),
        codes: Vec::new(),
        text: String::new(),
        place: Place::Projects(text.trim().to_owned()),
    };
    Offer {
        entries: cell.into_iter().chain(shown.into_iter().cloned()).chain([projects]).collect(),
        only_alike,
    }
}

/// A cell, called what its line and its goal are called.
fn cell_entry(all: &[Entry], line: Line, goal: Goal) -> Option<Entry> {
    let title = |selection: Selection| {
        let place = Place::Select(selection);
        all.iter().find(|entry| entry.place == place).map(|entry| entry.title.clone())
    };
    Some(Entry {
        kind: Kind::Cell,
        title: format!("{} × {}", title(Selection::Line(line))?, title(Selection::Goal(goal))?),
        folded: String::new(),
        codes: Vec::new(),
        text: String::new(),
        place: Place::Select(Selection::Cell(line, goal)),
    })
}

/// A hyphen is easily left out: `ehealth`.
fn with_unhyphenated(mut codes: Vec<String>, folded: &str) -> Vec<String> {
    codes.extend(folded.contains('-').then(|| folded.replace('-', "")));
    codes
}
