//! Which column is which field: the defaults, and an operator's own mapping over them. May use toml.

mod contact_columns;
mod field;
mod goal_columns;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use wsis_core::Goal;

use super::match_key::match_key;
use super::table::Table;
pub(super) use contact_columns::is_contact;
pub(super) use goal_columns::GoalColumn;

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
pub struct Mapping {
    rules: BTreeMap<Field, MappingRule>,
    /// The names of the columns that belong to one goal each, as match keys.
    goal_keys: BTreeMap<String, (Field, Goal)>,
}

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
            let patterns = rule.columns.iter().flatten();
            if let Some(column) =
                patterns.clone().find(|name| goal_columns::is_pattern(name) != field.is_of_goal())
            {
                bail!(
                    "column \"{column}\" of {}: {{goal}} and {{name}} belong to the columns of goalMarks and goalStatements",
                    field.name()
                );
            }
            if let Some(column) = rule.columns.iter().flatten().find(|column| is_contact(column)) {
                bail!("column \"{column}\" speaks of contact data, which are never read");
            }
        }
        Ok(Self { rules, goal_keys: BTreeMap::new() })
    }

    fn overlay(&mut self, own: Self) {
        for (field, rule) in own.rules {
            let known = self.rules.entry(field).or_default();
            known.columns = rule.columns.or(known.columns.take());
            known.publishable = rule.publishable.or(known.publishable.take());
            known.withheld = rule.withheld.or(known.withheld.take());
            // By key, so that another spelling of the same value does not win over the operator's.
            let own: Vec<String> = rule.values.keys().map(|value| match_key(value)).collect();
            known.values.retain(|value, _| !own.contains(&match_key(value)));
            known.values.extend(rule.values);
        }
    }

    /// Finds the columns of each goal by these names of the goals.
    pub(super) fn expand_goals(&mut self, names: &BTreeMap<Goal, Vec<String>>) {
        let of_goals = self.rules.iter().filter(|(field, _)| field.is_of_goal());
        for (field, rule) in of_goals {
            for pattern in rule.columns.iter().flatten() {
                for (key, goal) in goal_columns::expand(pattern, names) {
                    self.goal_keys.entry(key).or_insert((*field, goal));
                }
            }
        }
    }

    /// Other spellings of a field's values, by key.
    pub(super) fn values(&self, field: Field) -> BTreeMap<String, String> {
        let values = self.rules.get(&field).into_iter().flat_map(|rule| &rule.values);
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
        let values = self.rules.get(&Field::Status).and_then(list).unwrap_or_default();
        values.iter().map(|value| match_key(value)).collect()
    }

    /// The names of all columns that are read, as match keys: a header is recognized by them.
    pub(super) fn known_columns(&self) -> BTreeSet<String> {
        let names = self.rules.values().flat_map(|rule| rule.columns.iter().flatten());
        names.map(|name| match_key(name)).chain(self.goal_keys.keys().cloned()).collect()
    }

    /// Finds the columns of the fields in a table.
    pub(super) fn columns(&self, table: &Table) -> Columns {
        let mut columns = Columns::default();
        let mut taken = vec![false; table.columns.len()];
        for (field, rule) in self.rules.iter().filter(|(field, _)| !field.is_of_goal()) {
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
        for ((position, name), taken) in table.columns.iter().enumerate().zip(&mut taken) {
            if let Some((field, goal)) =
                self.goal_keys.get(&match_key(name)).filter(|_| !*taken && !is_contact(name))
            {
                *taken = true;
                columns.of_goals.push(GoalColumn {
                    field: *field,
                    goal: *goal,
                    position,
                    name: name.clone(),
                });
            }
        }
        let fields = self.rules.keys().filter(|field| !field.is_of_goal());
        columns.missing = fields.filter(|field| columns.is_missing(**field)).copied().collect();
        let rest = table.columns.iter().zip(&taken).filter(|(_, taken)| !**taken);
        columns.unpublished = rest.map(|(name, _)| name.clone()).collect();
        columns
    }
}

/// The columns of a table that are read, by field, and those that are not.
#[derive(Debug, Default)]
pub(super) struct Columns {
    chosen: BTreeMap<Field, Vec<(usize, String)>>,
    of_goals: Vec<GoalColumn>,
    pub(super) unpublished: Vec<String>,
    /// The fields that the table has no column for.
    pub(super) missing: Vec<Field>,
}

impl Columns {
    /// The columns of a field: position and name.
    pub(super) fn of(&self, field: Field) -> &[(usize, String)] {
        self.chosen.get(&field).map_or(&[], Vec::as_slice)
    }

    /// The columns that belong to one goal each: crosses or statements.
    pub(super) fn of_goals(&self, field: Field) -> impl Iterator<Item = &GoalColumn> {
        self.of_goals.iter().filter(move |column| column.field == field)
    }

    /// A column of crosses says which goals there are as well.
    fn is_missing(&self, field: Field) -> bool {
        let marked = field == Field::Goals && self.of_goals(Field::GoalMarks).next().is_some();
        self.of(field).is_empty() && !marked
    }

    /// Position and name of every column that is read.
    pub(super) fn positions(&self) -> impl Iterator<Item = (usize, &str)> {
        let plain = self.chosen.values().flatten().map(|(position, name)| (*position, name.as_str()));
        plain.chain(self.of_goals.iter().map(|column| (column.position, column.name.as_str())))
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
            .chain(self.of_goals.iter().map(|column| (column.field, column.name.as_str())))
    }
}

#[cfg(test)]
mod tests;
