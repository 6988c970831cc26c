//! Comparison of two to four cells, lines, goals or countries.

use std::fmt;
use std::str::FromStr;

use crate::address::Selection;
use crate::code::CountryCode;
use crate::filter::{Facet, FacetValue, Filter};
use crate::goal::Goal;
use crate::index::{ProjectIndex, ProjectSet};
use crate::line::Line;
use crate::links::Links;
use crate::matrix::Matrix;
use crate::target::TargetCode;

/// Maximum number of compared items.
pub const MAX_COMPARED: usize = 4;

/// An item of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// A line, a goal or a cell; never [`Selection::None`].
    Selection(Selection),
    /// A country.
    Country(CountryCode),
}

impl fmt::Display for Compared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Selection(Selection::Cell(line, goal)) => write!(formatter, "{line}.{goal}"),
            Self::Selection(Selection::Line(line)) => write!(formatter, "{line}"),
            Self::Selection(Selection::Goal(goal)) => write!(formatter, "{goal}"),
            Self::Selection(Selection::None) => Ok(()),
            Self::Country(country) => write!(formatter, "{country}"),
        }
    }
}

impl FromStr for Compared {
    type Err = ();

    /// Parses `C2.9`, `C2`, `9` or `BFA`, ignoring case.
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some((line, goal)) = text.split_once('.') {
            let cell = line.parse().ok().zip(goal.parse().ok());
            return cell.map(|(line, goal)| Self::Selection(Selection::Cell(line, goal))).ok_or(());
        }
        let line = text.parse().ok().map(Selection::Line);
        let selection = line.or_else(|| text.parse().ok().map(Selection::Goal));
        selection
            .map(Self::Selection)
            .or_else(|| text.to_ascii_uppercase().parse().ok().map(Self::Country))
            .ok_or(())
    }
}

impl Compared {
    /// The goals it is linked to: a line's, or a cell's own; empty for a goal or a country.
    #[must_use]
    pub fn goals(&self, links: &Links) -> Vec<Goal> {
        match self {
            Self::Selection(Selection::Line(line)) => {
                Goal::all().filter(|goal| links.contains(*line, *goal)).collect()
            }
            Self::Selection(Selection::Cell(_, goal)) => vec![*goal],
            Self::Selection(Selection::Goal(_) | Selection::None) | Self::Country(_) => Vec::new(),
        }
    }

    /// The action lines it is linked to: a goal's, or a cell's own; empty for a line or a country.
    #[must_use]
    pub fn lines(&self, links: &Links) -> Vec<Line> {
        match self {
            Self::Selection(Selection::Goal(goal)) => {
                Line::action_lines().filter(|line| links.contains(*line, *goal)).collect()
            }
            Self::Selection(Selection::Cell(line, _)) => vec![*line],
            Self::Selection(Selection::Line(_) | Selection::None) | Self::Country(_) => Vec::new(),
        }
    }

    /// Targets of its links, in order; empty for a country.
    #[must_use]
    pub fn targets(&self, matrix: &Matrix) -> Vec<TargetCode> {
        let of = |lines: &[Line], goals: &[Goal]| {
            let mut codes: Vec<TargetCode> = Vec::new();
            let pairs = lines.iter().flat_map(|line| goals.iter().map(move |goal| (*line, *goal)));
            for code in pairs.flat_map(|(line, goal)| matrix.targets_in(line, goal)) {
                if let Err(place) = codes.binary_search(&code) {
                    codes.insert(place, code);
                }
            }
            codes
        };
        let (lines, goals): (Vec<Line>, Vec<Goal>) = (Line::action_lines().collect(), Goal::all().collect());
        match self {
            Self::Selection(Selection::Cell(line, goal)) => of(&[*line], &[*goal]),
            Self::Selection(Selection::Line(line)) => of(&[*line], &goals),
            Self::Selection(Selection::Goal(goal)) => of(&lines, &[*goal]),
            Self::Selection(Selection::None) | Self::Country(_) => Vec::new(),
        }
    }

    /// Its projects. For a cell these are the declared and the derived ones together.
    #[must_use]
    pub fn projects(&self, index: &ProjectIndex, links: &Links) -> ProjectSet {
        match self {
            Self::Selection(Selection::Cell(line, goal)) => {
                let (mut all, derived) = index.in_cell(*line, *goal, links);
                all.add(&derived);
                all
            }
            Self::Selection(Selection::Line(line)) => index.of_line(*line),
            Self::Selection(Selection::Goal(goal)) => index.declaring(*goal),
            Self::Selection(Selection::None) => ProjectSet::none(index.rows()),
            Self::Country(country) => {
                let value = Facet::Country.value(country.as_str());
                let value = value.map(|id| FacetValue { facet: Facet::Country, id });
                index.passing(&Filter::of_values(value), None)
            }
        }
    }
}

/// Targets that all items have in common.
#[must_use]
pub fn shared_targets(things: &[Vec<TargetCode>]) -> Vec<TargetCode> {
    let Some((first, others)) = things.split_first() else { return Vec::new() };
    first.iter().filter(|code| others.iter().all(|other| other.contains(code))).copied().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::matrix;

    #[test]
    fn each_form_is_read_and_written() {
        for text in ["C2.9", "C7-EGOV.16", "C5", "9", "BFA"] {
            assert_eq!(text.parse::<Compared>().unwrap().to_string(), text);
        }
        assert_eq!("c2.9".parse::<Compared>().unwrap().to_string(), "C2.9");
        for bad in ["", "C2.", ".9", "C2.18", "18", "BF", "C99"] {
            assert!(bad.parse::<Compared>().is_err(), "{bad}");
        }
    }

    #[test]
    fn targets_are_those_of_the_links() {
        let matrix = matrix();
        let codes = |text: &str| {
            let compared: Compared = text.parse().unwrap();
            compared.targets(&matrix).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(codes("C2.9"), ["9.1", "9.c"]);
        assert_eq!(codes("9"), ["9.1", "9.c"]);
        assert!(codes("C3").is_empty() && codes("BFA").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_shared_is_in_each(
            things in prop::collection::vec(prop::collection::vec(1_u8..6, 0..6), 1..4),
        ) {
            let codes: Vec<Vec<TargetCode>> = things
                .iter()
                .map(|thing| thing.iter().map(|number| format!("9.{number}").parse().unwrap()).collect())
                .collect();
            let shared = shared_targets(&codes);
            for code in codes.iter().flatten() {
                prop_assert_eq!(shared.contains(code), codes.iter().all(|thing| thing.contains(code)));
            }
        }
    }
}
