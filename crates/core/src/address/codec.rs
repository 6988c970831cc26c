//! Reading and writing the query string.

use std::str::FromStr;

use super::view::{Query, Selection, Theme, View};
use crate::code::{CountryCode, EntryId, IllFormed};
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The value of `open` that opens C7; there is no other row to open.
const OPEN_C7: &str = "C7";

/// A known name with a value that means nothing; the view was read without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    /// The name, such as `goal`.
    pub name: &'static str,
    /// The value as it was given.
    pub value: String,
}

/// Writes a view as a query string without the leading `?`; empty for the default view.
#[must_use]
pub fn encode(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(line) = view.selection.line() {
        query.append_pair("line", line.id());
    }
    if let Some(goal) = view.selection.goal() {
        query.append_pair("goal", &goal.to_string());
    }
    if view.opened {
        query.append_pair("open", OPEN_C7);
    }
    if let Some(text) = &view.query {
        query.append_pair("q", text.as_str());
    }
    if let Some(country) = &view.country {
        query.append_pair("country", country.as_str());
    }
    if let Some(project) = &view.project {
        query.append_pair("project", project.as_str());
    }
    if let Some(language) = view.language {
        query.append_pair("lang", language.code());
    }
    if let Some(theme) = view.theme {
        query.append_pair("theme", theme.code());
    }
    query.finish()
}

/// Reads a query string, with or without its leading `?`.
///
/// The first value of a name that is given twice counts. An empty value is the same as none.
#[must_use]
pub fn decode(query: &str) -> (View, Vec<BadValue>) {
    let mut reader = Reader::new(query);
    let line = reader.value::<Line>("line");
    let goal = reader.value::<Goal>("goal");
    let opened = reader.value::<OpenC7>("open").is_some();
    let query = reader.value::<Query>("q");
    let country = reader.value::<AnyCaseCountry>("country").map(|country| country.0);
    let project = reader.value::<EntryId>("project");
    let language = reader.value::<Language>("lang");
    let theme = reader.value::<Theme>("theme");
    let view =
        View { selection: Selection::of(line, goal), opened, query, country, project, language, theme };
    (view, reader.bad_values)
}

/// The pairs of a query string, and what was wrong with those read so far.
struct Reader {
    pairs: Vec<(String, String)>,
    bad_values: Vec<BadValue>,
}

impl Reader {
    fn new(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Self { pairs, bad_values: Vec::new() }
    }

    fn value<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let (_, value) = self.pairs.iter().find(|(known, value)| known == name && !value.is_empty())?;
        let parsed = value.parse().ok();
        if parsed.is_none() {
            self.bad_values.push(BadValue { name, value: value.clone() });
        }
        parsed
    }
}

/// The one value of `open`.
struct OpenC7;

impl FromStr for OpenC7 {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.eq_ignore_ascii_case(OPEN_C7) { Ok(Self) } else { Err(()) }
    }
}

/// A country in capitals or not.
struct AnyCaseCountry(CountryCode);

impl FromStr for AnyCaseCountry {
    type Err = IllFormed;

    fn from_str(text: &str) -> Result<Self, IllFormed> {
        text.to_ascii_uppercase().parse().map(Self)
    }
}

impl FromStr for Theme {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|theme| theme.code().eq_ignore_ascii_case(text)).ok_or(())
    }
}
