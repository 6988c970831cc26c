//! The list of all projects in the browser, made from `index.json` and `titles.json`.

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
        let mask = line.gathers().fold(0, |mask, gathered| mask | 1 << gathered.position());
        self.rows.iter().filter(move |row| row.lines & mask != 0).map(|row| &row.listed)
    }

    /// The projects that declare a goal, in the order of lists.
    pub fn declaring(&self, goal: Goal) -> impl Iterator<Item = &ListedProject> {
        self.rows.iter().filter(move |row| row.goals & (1 << goal.position()) != 0).map(|row| &row.listed)
    }
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
