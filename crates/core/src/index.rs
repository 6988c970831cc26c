//! The list of all projects in the browser, made from `index.json` and `titles.json`.

use std::cmp::Reverse;

use crate::code::CountryCode;
use crate::contract::entry::{ListedProject, Prize};
use crate::contract::index::{Index, Titles};
use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::WrongShape;

/// BCP 47 for a text whose language is not known.
const UNKNOWN_LANGUAGE: &str = "und";

/// All projects in the order of lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectIndex {
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    lines: u32,
    goals: u32,
    listed: ListedProject,
}

impl ProjectIndex {
    /// Joins the two files.
    ///
    /// # Errors
    /// Says which column is shorter than the ids, or which value points outside its table.
    pub fn new(index: Index, titles: &Titles) -> Result<Self, WrongShape> {
        let rows = index
            .ids
            .iter()
            .enumerate()
            .map(|(position, _)| row(&index, titles, position))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { rows })
    }

    /// The projects of a row of the matrix, in the order of lists.
    pub fn of_line(&self, line: Line) -> impl Iterator<Item = &ListedProject> {
        let mask = mask_of(line);
        self.rows.iter().filter(move |row| row.lines & mask != 0).map(|row| &row.listed)
    }

    /// The projects of a country, in the order of lists.
    pub fn of_country(&self, country: &CountryCode) -> impl Iterator<Item = &ListedProject> {
        self.rows.iter().map(|row| &row.listed).filter(move |listed| listed.country.as_ref() == Some(country))
    }

    /// All projects, in the order of lists.
    pub fn all(&self) -> impl Iterator<Item = &ListedProject> {
        self.rows.iter().map(|row| &row.listed)
    }

    /// How many of the projects that pass name each line; for C7 its e-applications are included.
    #[must_use]
    pub fn count_by_line(&self, passes: impl Fn(&ListedProject) -> bool) -> Vec<(Line, u32)> {
        let count = |line: Line| {
            let mask = mask_of(line);
            self.rows.iter().filter(|row| row.lines & mask != 0 && passes(&row.listed)).count()
        };
        Line::all().map(|line| (line, u32::try_from(count(line)).unwrap_or(u32::MAX))).collect()
    }

    /// How many of the projects that pass declare each goal.
    #[must_use]
    pub fn count_by_goal(&self, passes: impl Fn(&ListedProject) -> bool) -> Vec<(Goal, u32)> {
        let count = |goal: Goal| {
            self.rows
                .iter()
                .filter(|row| row.goals & (1 << goal.position()) != 0 && passes(&row.listed))
                .count()
        };
        Goal::all().map(|goal| (goal, u32::try_from(count(goal)).unwrap_or(u32::MAX))).collect()
    }

    /// The projects that declare a goal, in the order of lists.
    pub fn declaring(&self, goal: Goal) -> impl Iterator<Item = &ListedProject> {
        self.rows.iter().filter(move |row| row.goals & (1 << goal.position()) != 0).map(|row| &row.listed)
    }
}

/// The bits of the lines that a row gathers.
fn mask_of(line: Line) -> u32 {
    line.gathers().fold(0, |mask, gathered| mask | 1 << gathered.position())
}

/// How often each text occurs: the most frequent first, equals by code point.
///
/// Texts only, whatever they stand for, and a plain search instead of a map or the library's sorting: a profile counts
/// a few hundred texts, and this way costs 3 kB less program.
#[must_use]
pub fn tally(texts: impl IntoIterator<Item = String>) -> Vec<(String, u32)> {
    let mut counts: Vec<(String, u32)> = Vec::new();
    for text in texts {
        match counts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let mut sorted: Vec<(String, u32)> = Vec::with_capacity(counts.len());
    for (text, count) in counts {
        let stands_before = |other: &&(String, u32)| (Reverse(other.1), &other.0) < (Reverse(count), &text);
        let place = sorted.iter().take_while(stands_before).count();
        sorted.insert(place, (text, count));
    }
    sorted
}

fn row(index: &Index, titles: &Titles, at: usize) -> Result<Row, WrongShape> {
    let lines = *column(&index.lines, "lines", at)?;
    let goals = *column(&index.goals, "goals", at)?;
    let year = *column(&index.year, "year", at)?;
    let prize = usize::from(*column(&index.prize, "prize", at)?);
    let language = titles.title_languages.get(at).map(|position| usize::from(*position));
    Ok(Row {
        lines,
        goals,
        listed: ListedProject {
            id: column(&index.ids, "ids", at)?.clone(),
            title: column(&titles.titles, "titles", at)?.clone(),
            title_language: language
                .and_then(|position| titles.title_language_table.get(position))
                .map_or_else(|| UNKNOWN_LANGUAGE.to_owned(), Clone::clone),
            organisation: entry(&titles.organisations, &titles.organisation_table, "organisations", at)?,
            stakeholder: entry(&index.stakeholder, &index.tables.stakeholder, "stakeholder", at)?,
            country: entry(&index.country, &index.tables.country, "country", at)?,
            region: entry(&index.region, &index.tables.region, "region", at)?,
            year: (year > 0).then_some(year),
            prize: *Prize::ALL.get(prize).ok_or_else(|| outside("prize", at))?,
            declared: goals != 0,
            applications: Vec::new(),
            page: None,
        },
    })
}

fn column<'a, T>(values: &'a [T], name: &str, at: usize) -> Result<&'a T, WrongShape> {
    values.get(at).ok_or_else(|| WrongShape(format!("index: {name} ends before row {at}")))
}

/// The value a column points at, or none for -1.
fn entry<T: Clone>(
    column_values: &[i32],
    table: &[T],
    name: &str,
    at: usize,
) -> Result<Option<T>, WrongShape> {
    match *column(column_values, name, at)? {
        -1 => Ok(None),
        position => usize::try_from(position)
            .ok()
            .and_then(|position| table.get(position))
            .cloned()
            .map(Some)
            .ok_or_else(|| outside(name, at)),
    }
}

fn outside(name: &str, at: usize) -> WrongShape {
    WrongShape(format!("index: {name} points outside its table in row {at}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_has_the_most_frequent_first() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let counted = |text: &str, count| (text.to_owned(), count);
        assert_eq!(
            tally(texts(&["b", "a", "c", "c", "b", "c"])),
            [counted("c", 3), counted("b", 2), counted("a", 1)]
        );
        assert_eq!(tally(Vec::new()), []);
    }
}
