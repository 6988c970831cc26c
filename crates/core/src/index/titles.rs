//! Titles and organisations in the order of the index, with a search for words.

use super::ProjectSet;
use crate::contract::index::Titles;
use crate::matrix::WrongShape;

/// BCP 47 for a text whose language is not known.
const UNKNOWN_LANGUAGE: &str = "und";

/// Titles and organisations of all projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleList {
    wire: Titles,
    normalized: Vec<String>,
}

impl TitleList {
    /// Validates the file. `normalize` normalizes many texts at once, one a line (see [`crate::normalize()`]).
    ///
    /// # Errors
    /// Names the column that is shorter than the titles, or that points outside its table.
    pub fn new(wire: Titles, normalize: impl Fn(&str) -> String) -> Result<Self, WrongShape> {
        let rows = wire.titles.len();
        if wire.organisations.len() != rows {
            return Err(WrongShape("titles: as many organisations as titles are needed".to_owned()));
        }
        let fits = |position: i32| {
            position == -1 || usize::try_from(position).is_ok_and(|at| at < wire.organisation_table.len())
        };
        if let Some(row) = wire.organisations.iter().position(|position| !fits(*position)) {
            return Err(WrongShape(format!("titles: organisations points outside its table in row {row}")));
        }
        let mut list = Self { wire, normalized: Vec::new() };
        let lines =
            |row: usize| format!("{} {}", list.title(row), list.organisation(row).unwrap_or_default());
        let all: Vec<String> = (0..rows).map(|row| lines(row).replace(['\n', '\r'], " ")).collect();
        let normalized = normalize(&all.join("\n"));
        list.normalized = normalized.split('\n').map(str::to_owned).collect();
        if rows > 0 && list.normalized.len() != rows {
            return Err(WrongShape("titles: normalization lost a line".to_owned()));
        }
        Ok(list)
    }

    /// Number of titles.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.wire.titles.len()
    }

    /// Title of a row as in its source.
    #[must_use]
    pub fn title(&self, row: usize) -> &str {
        self.wire.titles.get(row).map_or("", String::as_str)
    }

    /// Language of the title as a BCP 47 tag; `und` if unknown.
    #[must_use]
    pub fn language(&self, row: usize) -> &str {
        let position = self.wire.title_languages.get(row).map(|position| usize::from(*position));
        let language = position.and_then(|position| self.wire.title_language_table.get(position));
        language.map_or(UNKNOWN_LANGUAGE, String::as_str)
    }

    /// Organisation that runs the project.
    #[must_use]
    pub fn organisation(&self, row: usize) -> Option<&str> {
        let position = usize::try_from(*self.wire.organisations.get(row)?).ok()?;
        self.wire.organisation_table.get(position).map(String::as_str)
    }

    /// Rows with every word of a normalized query in title or organisation, in any order. A query without
    /// words matches all.
    #[must_use]
    pub fn having(&self, query: &str) -> ProjectSet {
        let words: Vec<&str> = query.split_whitespace().collect();
        let has_all = |text: &String| words.iter().all(|word| text.contains(word));
        ProjectSet::of(self.rows(), |row| self.normalized.get(row).is_some_and(has_all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize;

    fn list() -> TitleList {
        let wire = Titles {
            titles: ["Réseaux ouverts", "Open data\nfor all", "Health"].map(str::to_owned).into(),
            organisations: vec![0, -1, 0],
            organisation_table: vec!["Ministry of Health".to_owned()],
            ..Titles::default()
        };
        TitleList::new(wire, |text| text.split('\n').map(normalize).collect::<Vec<_>>().join("\n")).unwrap()
    }

    #[test]
    fn words_are_found_in_any_order_in_title_and_organisation() {
        let found = |query: &str| list().having(&normalize(query)).iter().collect::<Vec<_>>();
        assert_eq!(found("DATA open"), [1]);
        assert_eq!(found("reseaux ministry"), [0]);
        assert_eq!(found("health"), [0, 2]);
        assert_eq!(found(""), [0, 1, 2]);
        assert!(found("nothing").is_empty());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let wire = |organisations: Vec<i32>| Titles {
            titles: vec!["a".to_owned()],
            organisations,
            ..Titles::default()
        };
        for organisations in [vec![], vec![0], vec![-2]] {
            assert!(TitleList::new(wire(organisations), normalize).is_err());
        }
        let one = TitleList::new(wire(vec![-1]), normalize).unwrap();
        assert_eq!((one.language(0), one.organisation(0), one.title(9)), ("und", None, ""));
    }
}
