//! Action lines by code or name: `C2`, `AL C2`, `C7. ICT applications: e-health`, `C7-EHEALTH`. May use regex.

use std::collections::HashMap;

use anyhow::{Context, Result};
use regex::Regex;
use wsis_core::{Line, normalize};

use super::split_cell::CellMatch;
use crate::data::model::Model;
use crate::import::match_key::{match_key, to_plain};

/// A word for action line or the letter C (also the Cyrillic one), a number, and the rest.
const CODE: &str = r"^(?P<word>(?:wsis )?(?:al|action lines?|lines?|grandes? orientations?|lineas? de accion|направлени[ея](?: деятельности)?|行动方面|خط العمل)\s*[:.#–-]?\s*)?(?P<letter>[cс])?\s*[.-]?\s*0?(?P<number>\d{1,2})(?P<rest>[^\d].*)?$";

/// Other names of C1, C7 and its e-applications.
const OTHER_NAMES: [(&str, Line); 16] = [
    (
        "the role of public governance authorities and all stakeholders in the promotion of ICTs for development",
        Line::C1,
    ),
    ("ict applications: benefits in all aspects of life", Line::C7),
    ("les applications TIC et leur apport dans tous les domaines", Line::C7),
    ("ict applications", Line::C7),
    ("applications", Line::C7),
    ("applications TIC", Line::C7),
    ("aplicaciones de las TIC", Line::C7),
    ("e-gov", Line::C7EGovernment),
    ("e-commerce", Line::C7EBusiness),
    ("e-education", Line::C7ELearning),
    ("e-santé", Line::C7EHealth),
    ("e-salud", Line::C7EHealth),
    ("e-jobs", Line::C7EEmployment),
    ("e-agri", Line::C7EAgriculture),
    ("e-gouvernement", Line::C7EGovernment),
    ("e-gobierno", Line::C7EGovernment),
];

/// Reads lines.
#[derive(Debug)]
pub(super) struct LineMatcher {
    names: HashMap<String, Line>,
    code: Regex,
}

impl LineMatcher {
    pub(super) fn new(model: &Model) -> Result<Self> {
        let mut names: HashMap<String, Line> =
            model.line_names.iter().map(|((line, _), name)| (match_key(&name.name), *line)).collect();
        names.extend(OTHER_NAMES.map(|(name, line)| (match_key(name), line)));
        for line in Line::all() {
            names.insert(match_key(line.id()), line);
            // "AL c7-ebus" leaves "ebus" behind the code.
            names.extend(line.id().split_once('-').map(|(_, application)| (match_key(application), line)));
        }
        Ok(Self { names, code: Regex::new(CODE).context("the pattern of lines")? })
    }

    pub(super) fn match_text(&self, text: &str) -> CellMatch<Line> {
        if text.is_empty() {
            return CellMatch::Nothing;
        }
        let words = match_key(text);
        if let Some(line) = self.names.get(&words) {
            return CellMatch::Exact(*line);
        }
        let folded = to_plain(text);
        let parts = self.code.captures(folded.trim_matches(['(', ')', '[', ']', '.', ':', '*', ' ']));
        let coded = parts.filter(|parts| parts.name("word").is_some() || parts.name("letter").is_some());
        let Some(parts) = coded else {
            // "ICT applications: e-health", without the code.
            return match self.after_c7(&words) {
                Some(line) if line != Line::C7 => CellMatch::Exact(line),
                _ => CellMatch::Unknown("unknown action line".to_owned()),
            };
        };
        let number = parts.name("number").map_or("", |number| number.as_str());
        let Ok(line) = normalize(&format!("c{number}")).parse::<Line>() else {
            return CellMatch::Unknown("unknown action line: they are numbered C1 to C11".to_owned());
        };
        self.with_rest(line, &match_key(parts.name("rest").map_or("", |rest| rest.as_str())))
    }

    /// The rest after the code: nothing, the line's name, an e-application, or other words on the line.
    fn with_rest(&self, line: Line, words: &str) -> CellMatch<Line> {
        if words.is_empty() {
            return CellMatch::Exact(line);
        }
        if line == Line::C7 {
            return self.after_c7(words).map_or_else(
                || CellMatch::Partly(line, "unknown e-application: taken as C7".to_owned()),
                CellMatch::Exact,
            );
        }
        match self.names.get(words) {
            Some(named) if *named == line => CellMatch::Exact(line),
            Some(_) => CellMatch::Unknown("code and name are of different action lines".to_owned()),
            None if words.contains(char::is_numeric) => CellMatch::Unknown("unknown action line".to_owned()),
            None => CellMatch::WithMoreWords(line),
        }
    }

    /// C7's own name and then an e-application, each of which may be missing.
    fn after_c7(&self, words: &str) -> Option<Line> {
        let of_c7 = |line: &Line| Line::C7.covers(*line);
        if let Some(line) = self.names.get(words).filter(|line| of_c7(line)) {
            return Some(*line);
        }
        let own = self.names.iter().filter(|(_, line)| **line == Line::C7);
        let rests = own.filter_map(|(name, _)| words.strip_prefix(name.as_str()));
        let mut found: Vec<Line> =
            rests.filter_map(|rest| self.names.get(rest).copied()).filter(of_c7).collect();
        found.sort_unstable();
        found.pop()
    }
}
