//! Which column is which field: the defaults, and an operator's own mapping over them. May use toml.

mod contact_columns;
mod field;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::match_key::match_key;
use super::table::Table;
use contact_columns::is_contact;

pub use field::Field;

const DEFAULTS: &str = include_str!("default-mapping.toml");

/// The mapping of a field.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingRule {
    columns: Option<Vec<String>>,
    #[serde(default)]
    values: BTreeMap<String, String>,
    publishable: Option<Vec<String>>,
    withheld: Option<Vec<String>>,
}

/// Which column is which field.
#[derive(Debug, Clone)]
pub struct Mapping(BTreeMap<Field, MappingRule>);

impl Mapping {
    /// The defaults.
    ///
    /// # Errors
    /// None that a test would not find: the defaults are part of the program.
    pub fn defaults() -> Result<Self> {
        Self::parse(DEFAULTS).context("the default mapping")
    }

    /// The defaults with an operator's mapping over them.
    ///
    /// # Errors
    /// A file that cannot be read, or that names what there is not.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut mapping = Self::defaults()?;
        mapping.overlay(Self::parse(&text).with_context(|| file.display().to_string())?);
        Ok(mapping)
    }

    fn parse(text: &str) -> Result<Self> {
        let rules: BTreeMap<Field, MappingRule> = toml::from_str(text)?;
        for (field, rule) in &rules {
            if *field != Field::Status && (rule.publishable.is_some() || rule.withheld.is_some()) {
                bail!("publishable and withheld belong to status alone");
            }
            if let Some(column) = rule.columns.iter().flatten().find(|column| is_contact(column)) {
                bail!("column \"{column}\" speaks of contact data, which are never read");
            }
        }
        Ok(Self(rules))
    }

    fn overlay(&mut self, own: Self) {
        for (field, rule) in own.0 {
            let known = self.0.entry(field).or_default();
            known.columns = rule.columns.or(known.columns.take());
            known.publishable = rule.publishable.or(known.publishable.take());
            known.withheld = rule.withheld.or(known.withheld.take());
            // By key, so that another spelling of the same value does not win over the operator's.
            let own: Vec<String> = rule.values.keys().map(|value| match_key(value)).collect();
            known.values.retain(|value, _| !own.contains(&match_key(value)));
            known.values.extend(rule.values);
        }
    }

    /// Other spellings of a field's values, by key.
    pub(super) fn values(&self, field: Field) -> BTreeMap<String, String> {
        let values = self.0.get(&field).into_iter().flat_map(|rule| &rule.values);
        values.map(|(given, meant)| (match_key(given), meant.clone())).collect()
    }

    /// The keys of the status values with which a row goes out.
    pub(super) fn publishable(&self) -> Vec<String> {
        self.statuses(|rule| rule.publishable.as_deref())
    }

    /// The keys of the status values with which a row stays back.
    pub(super) fn withheld(&self) -> Vec<String> {
        self.statuses(|rule| rule.withheld.as_deref())
    }

    fn statuses(&self, list: impl Fn(&MappingRule) -> Option<&[String]>) -> Vec<String> {
        let values = self.0.get(&Field::Status).and_then(list).unwrap_or_default();
        values.iter().map(|value| match_key(value)).collect()
    }

    /// The names of all columns that are read, as match keys: a header is recognized by them.
    pub(super) fn known_columns(&self) -> BTreeSet<String> {
        self.0.values().flat_map(|rule| rule.columns.iter().flatten()).map(|name| match_key(name)).collect()
    }

    /// Finds the columns of the fields in a table.
    pub(super) fn columns(&self, table: &Table) -> Columns {
        let mut columns = Columns::default();
        let mut taken = vec![false; table.columns.len()];
        for (field, rule) in &self.0 {
            for wanted in rule.columns.iter().flatten().map(|name| match_key(name)) {
                let found = table.columns.iter().zip(&mut taken).enumerate().find(|(_, (name, taken))| {
                    !**taken && !is_contact(name) && match_key(name) == wanted && !wanted.is_empty()
                });
                let Some((position, (name, taken))) = found else { continue };
                let chosen = columns.chosen.entry(*field).or_default();
                if chosen.is_empty() || field.is_multi_valued() {
                    chosen.push((position, name.clone()));
                    *taken = true;
                }
            }
        }
        columns.missing = self.0.keys().filter(|field| columns.of(**field).is_empty()).copied().collect();
        let rest = table.columns.iter().zip(&taken).filter(|(_, taken)| !**taken);
        columns.unpublished = rest.map(|(name, _)| name.clone()).collect();
        columns
    }
}

/// The columns of a table that are read, by field, and those that are not.
#[derive(Debug, Default)]
pub(super) struct Columns {
    chosen: BTreeMap<Field, Vec<(usize, String)>>,
    pub(super) unpublished: Vec<String>,
    /// The fields that the table has no column for.
    pub(super) missing: Vec<Field>,
}

impl Columns {
    /// The columns of a field: position and name.
    pub(super) fn of(&self, field: Field) -> &[(usize, String)] {
        self.chosen.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Position and name of every column that is read.
    pub(super) fn positions(&self) -> impl Iterator<Item = (usize, &str)> {
        self.chosen.values().flatten().map(|(position, name)| (*position, name.as_str()))
    }

    /// The name of a column that is read, by its position.
    pub(super) fn name(&self, position: usize) -> Option<&str> {
        self.positions().find(|(at, _)| *at == position).map(|(_, name)| name)
    }

    /// Every column that is read, with its field, in the order of the fields.
    pub(super) fn read(&self) -> impl Iterator<Item = (Field, &str)> {
        self.chosen
            .iter()
            .flat_map(|(field, columns)| columns.iter().map(|(_, name)| (*field, name.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str]) -> Table {
        Table { columns: columns.iter().map(|name| (*name).to_owned()).collect(), ..Table::default() }
    }

    fn chosen(mapping: &Mapping, columns: &[&str]) -> Vec<String> {
        let columns = mapping.columns(&table(columns));
        columns.read().map(|(field, name)| format!("{field:?}={name}")).collect()
    }

    #[test]
    fn synonyms_of_columns_are_found() {
        let found = chosen(
            &Mapping::defaults().unwrap(),
            &[
                "Project Title",
                "WSIS Action Line(s)",
                "Sustainable Development Goals (SDGs)",
                "PAÍS",
                "Secret",
            ],
        );
        assert_eq!(
            found,
            [
                "Title=Project Title",
                "Country=PAÍS",
                "Lines=WSIS Action Line(s)",
                "Goals=Sustainable Development Goals (SDGs)"
            ]
        );
    }

    #[test]
    fn one_column_is_one_field_and_lists_gather() {
        let mapping = Mapping::defaults().unwrap();
        assert_eq!(
            chosen(&mapping, &["Project title", "Title", "C7", "Category"]),
            ["Title=Title", "Lines=Category", "Lines=C7"]
        );
        assert_eq!(mapping.columns(&table(&["Title", "Title", "Titre"])).unpublished, ["Title", "Titre"]);
    }

    #[test]
    fn an_own_mapping_replaces_what_it_names() {
        let mut mapping = Mapping::defaults().unwrap();
        let own = "title.columns = ['Bezeichnung']\nyear.columns = []\n[stakeholder.values]\nn-g-o = 'other'";
        mapping.overlay(Mapping::parse(own).unwrap());
        assert_eq!(
            chosen(&mapping, &["Bezeichnung", "Title", "Year", "Country"]),
            ["Title=Bezeichnung", "Country=Country"]
        );
        let values = mapping.values(Field::Stakeholder);
        assert_eq!(values.get("ngo").map(String::as_str), Some("other"));
        assert_eq!(values.get("university").map(String::as_str), Some("academia"));
    }

    #[test]
    fn a_mapping_cannot_ask_for_what_there_is_not() {
        for bad in
            ["organisation.columns = ['Contact']", "title.publishable = []", "[photo]", "title.colour = 1"]
        {
            assert!(Mapping::parse(bad).is_err(), "{bad}");
        }
    }
}
