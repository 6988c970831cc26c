//! Everything that the search box can find, as far as it is loaded.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::passages::Part;
use wsis_core::index::tally;
use wsis_core::search::{Kind, Place, SearchEntry, TextPlace, synonyms};
use wsis_core::{Goal, Line};
use wsis_page::texts;
use wsis_platform::normalize::TextNormalizer;
use wsis_state::Dataset;
use wsis_state::Explorer;

use crate::content::names::Names;

/// All searchable entries. Loads the files that are missing. Tracked.
pub(crate) fn searchable_entries(explorer: Explorer) -> Vec<SearchEntry> {
    let Some(dataset) = explorer.data.dataset.get() else { return Vec::new() };
    explorer.data.titles.ensure_loaded(&dataset);
    explorer.data.vocabulary.ensure_loaded(&dataset);
    explorer.data.initiatives.ensure_loaded(&dataset);
    explorer.data.rationales.ensure_loaded(&dataset);
    explorer.data.passages.ensure_loaded(&dataset);
    explorer.data.tours.ensure_loaded(&dataset);
    explorer.data.lenses.ensure_loaded(&dataset);
    let mut index = SearchIndex { normalizer: TextNormalizer::new(), entries: Vec::new() };
    index.add_matrix(&dataset);
    index.add_countries(explorer, &dataset);
    index.add_organisations(explorer);
    index.add_texts(explorer, &dataset);
    index.add_report(explorer);
    index.entries
}

struct SearchIndex {
    normalizer: TextNormalizer,
    entries: Vec<SearchEntry>,
}

impl SearchIndex {
    fn add(&mut self, kind: Kind, name: &str, codes: Vec<String>, text: &str, place: Place) {
        let (normalized, text) = (self.normalizer.normalize(name), self.normalizer.normalize(text));
        let codes = with_unhyphenated(codes, &normalized);
        let snippet = String::new();
        self.entries.push(SearchEntry {
            kind,
            title: name.to_owned(),
            normalized,
            codes,
            text,
            snippet,
            place,
        });
    }

    /// Adds a text, of which the sentence around what was found is shown.
    fn add_text(&mut self, title: &str, text: &str, place: Place) {
        self.add(Kind::Text, title, Vec::new(), text, place);
        if let Some(entry) = self.entries.last_mut() {
            entry.snippet = text.to_owned();
        }
    }

    /// Adds an entry with its code before its name.
    fn add_coded(&mut self, kind: Kind, code: &str, name: &str, codes: Vec<String>, place: Place) {
        let normalized = self.normalizer.normalize(name);
        let codes = with_unhyphenated(codes, &normalized);
        let title = format!("{code} {name}");
        let (text, snippet) = (String::new(), String::new());
        self.entries.push(SearchEntry { kind, title, normalized, codes, text, snippet, place });
    }

    fn add_matrix(&mut self, dataset: &Dataset) {
        for line in Line::all() {
            let mut codes = vec![line.id().to_ascii_lowercase()];
            codes.extend(synonyms(line).iter().map(|word| (*word).to_owned()));
            let place = Place::Select(Selection::Line(line));
            self.add_coded(
                Kind::Line,
                line.parent().unwrap_or(line).id(),
                dataset.matrix.line_name(line),
                codes,
                place,
            );
        }
        for goal in Goal::all() {
            let code = goal.to_string();
            let codes =
                vec![code.clone(), format!("sdg {goal}"), format!("sdg{goal}"), format!("goal {goal}")];
            let place = Place::Select(Selection::Goal(goal));
            self.add_coded(Kind::Goal, &code, dataset.matrix.goal_name(goal), codes, place);
        }
        for target in dataset.matrix.targets() {
            let (code, place) = (target.code.to_string(), Place::Target(target.code));
            let codes = ["", "target ", "goal ", "sdg "].map(|before| format!("{before}{code}")).into();
            self.add_coded(Kind::Target, &code, &target.label, codes, place);
        }
    }

    /// Every country there is, also those without an entry: that there is none is an answer.
    fn add_countries(&mut self, explorer: Explorer, dataset: &Arc<Dataset>) {
        let Some(vocabulary) = explorer.data.vocabulary.ready() else { return };
        let names = Names::get(dataset);
        for country in &vocabulary.countries {
            let mut codes = vec![country.id.to_string(), country.alpha2.clone()];
            // Readers write UK, whatever ISO 3166-1 says.
            codes.extend((country.alpha2 == "GB").then(|| "UK".to_owned()));
            let codes = codes.iter().map(|code| code.to_ascii_lowercase()).collect();
            let place = Place::Country(country.id.clone());
            self.add(Kind::Country, &names.country(&country.id), codes, &country.name, place);
        }
    }

    fn add_organisations(&mut self, explorer: Explorer) {
        let Some(titles) = explorer.data.titles.ready() else { return };
        let organisations = (0..titles.rows()).filter_map(|row| titles.organisation(row).map(str::to_owned));
        for (name, _) in tally(organisations) {
            self.add(Kind::Organisation, &name, Vec::new(), "", Place::Projects(name.clone()));
        }
    }

    fn add_texts(&mut self, explorer: Explorer, dataset: &Dataset) {
        if let Some(all) = explorer.data.initiatives.ready() {
            for one in &all.initiatives {
                let place = Place::Initiative(tied_to(one), one.id.clone());
                self.add(Kind::Initiative, &one.name, Vec::new(), &one.text, place);
            }
        }
        if let Some(all) = explorer.data.rationales.ready() {
            for one in &all.rationales {
                let title = format!(
                    "{} × {} {}",
                    one.line.parent().unwrap_or(one.line),
                    one.goal,
                    dataset.matrix.line_name(one.line)
                );
                let selection = Selection::Cell(one.line, one.goal);
                self.add_text(&title, &one.text, Place::Text(selection, TextPlace::Rationale));
            }
        }
        if let Some(all) = explorer.data.passages.ready() {
            for one in &all.passages {
                let Some(line) = one.line else { continue };
                let title = format!(
                    "{} {}{}{}",
                    line.parent().unwrap_or(line),
                    dataset.matrix.line_name(line),
                    explorer.messages().site_colon(),
                    texts::passage_part_name(explorer.messages(), one.part)
                );
                let place = match one.part {
                    Part::Challenge | Part::RoadMap => TextPlace::Challenges,
                    Part::Covers | Part::Role | Part::Figure | Part::Story => TextPlace::Facts,
                };
                self.add_text(&title, &one.text, Place::Text(Selection::Line(line), place));
            }
        }
        if let Some(all) = explorer.data.tours.ready() {
            for one in &all.tours {
                self.add(Kind::Tour, &one.title, Vec::new(), &one.text, Place::Tours);
            }
        }
    }
}

impl SearchIndex {
    /// Adds the pages on the report, and what each says.
    fn add_report(&mut self, explorer: Explorer) {
        let Some(all) = explorer.data.lenses.ready() else { return };
        for lens in &all.lenses {
            let place = Place::Lens(lens.id.clone(), None);
            self.add(Kind::Report, &lens.title, vec![lens.short.to_lowercase()], &lens.text, place);
            for entry in &lens.entries {
                let place = Place::Lens(lens.id.clone(), Some(entry.item.clone()));
                self.add(Kind::Report, &entry.title, Vec::new(), &entry.text, place);
                if let Some(added) = self.entries.last_mut() {
                    // Its title alone may be "Health" or begin with "9.", which name lines, goals and targets first.
                    let title = entry.title.trim_start_matches(|letter: char| !letter.is_alphabetic());
                    added.normalized = self.normalizer.normalize(&format!("{} {title}", lens.short));
                    added.snippet =
                        format!("{}{}{}", lens.short, explorer.messages().site_colon(), entry.text);
                }
            }
        }
    }
}

/// Where an initiative is shown: its cell, else its line or goal.
fn tied_to(initiative: &Initiative) -> Selection {
    Selection::of(initiative.lines.first().map(|tie| tie.line), initiative.goals.first().map(|tie| tie.goal))
}

/// The entry of a cell, with the names of its line and goal.
pub(crate) fn cell_entry(all: &[SearchEntry], line: Line, goal: Goal) -> Option<SearchEntry> {
    let title = |selection: Selection| {
        let place = Place::Select(selection);
        all.iter().find(|entry| entry.place == place).map(|entry| entry.title.clone())
    };
    Some(SearchEntry {
        kind: Kind::Cell,
        title: format!("{} × {}", title(Selection::Line(line))?, title(Selection::Goal(goal))?),
        normalized: String::new(),
        codes: Vec::new(),
        text: String::new(),
        snippet: String::new(),
        place: Place::Select(Selection::Cell(line, goal)),
    })
}

/// Adds codes without hyphens, as in `ehealth`.
fn with_unhyphenated(mut codes: Vec<String>, normalized: &str) -> Vec<String> {
    codes.extend(normalized.contains('-').then(|| normalized.replace('-', "")));
    codes
}
