//! Action lines C1 to C11 and the eight e-applications of C7.
//!
//! Depends on nothing but the standard library and the shared string form.

use std::fmt;
use std::str::FromStr;

use crate::string_form::string_form;

/// A WSIS action line, or one of C7's eight e-applications. The order is that of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the codes; `LINES` gives each its id")]
pub enum Line {
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C7EGovernment,
    C7EBusiness,
    C7ELearning,
    C7EHealth,
    C7EEmployment,
    C7EEnvironment,
    C7EAgriculture,
    C7EScience,
    C8,
    C9,
    C10,
    C11,
}

/// Every line with its id, in the order of the matrix. The ids are part of the contract.
const LINES: [(Line, &str); 19] = [
    (Line::C1, "C1"),
    (Line::C2, "C2"),
    (Line::C3, "C3"),
    (Line::C4, "C4"),
    (Line::C5, "C5"),
    (Line::C6, "C6"),
    (Line::C7, "C7"),
    (Line::C7EGovernment, "C7-EGOV"),
    (Line::C7EBusiness, "C7-EBUS"),
    (Line::C7ELearning, "C7-ELEARN"),
    (Line::C7EHealth, "C7-EHEALTH"),
    (Line::C7EEmployment, "C7-EEMP"),
    (Line::C7EEnvironment, "C7-EENV"),
    (Line::C7EAgriculture, "C7-EAGRI"),
    (Line::C7EScience, "C7-ESCI"),
    (Line::C8, "C8"),
    (Line::C9, "C9"),
    (Line::C10, "C10"),
    (Line::C11, "C11"),
];

impl Line {
    /// Number of rows with C7 expanded.
    pub const COUNT: usize = LINES.len();

    /// Every line in the order of the matrix, C7's e-applications after C7.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        LINES.iter().map(|(line, _)| *line)
    }

    /// The eleven action lines without the e-applications.
    pub fn action_lines() -> impl Iterator<Item = Self> + Clone {
        Self::all().filter(|line| line.parent().is_none())
    }

    /// Rows to show: all nineteen if C7 is expanded (`opened`), else the eleven action lines.
    #[must_use]
    pub fn rows(opened: bool) -> Vec<Self> {
        Self::all().filter(|line| opened || line.parent().is_none()).collect()
    }

    /// The id of the contract, such as `C2` or `C7-EGOV`.
    #[must_use]
    pub fn id(self) -> &'static str {
        LINES.iter().find(|(line, _)| *line == self).map_or("", |(_, id)| id)
    }

    /// Position in the order of the matrix, 0 to 18. It is the row in `counts.json` and the bit in
    /// `index.json`.
    #[must_use]
    pub fn position(self) -> usize {
        self as usize
    }

    /// C7 for an e-application, `None` for an action line.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        (Self::C7EGovernment..=Self::C7EScience).contains(&self).then_some(Self::C7)
    }

    /// Lines whose entries appear in this row: the line itself, and for C7 also its eight e-applications.
    pub fn constituents(self) -> impl Iterator<Item = Self> {
        Self::all().filter(move |line| *line == self || line.parent() == Some(self))
    }

    /// Returns true if an entry that names `named` appears in this row.
    #[must_use]
    pub fn covers(self, named: Self) -> bool {
        self == named || named.parent() == Some(self)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// Error for a text that is not the id of a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown action line \u{201c}{0}\u{201d}")]
pub struct UnknownLine(pub String);

impl FromStr for Line {
    type Err = UnknownLine;

    /// Parses an id, ignoring case.
    fn from_str(text: &str) -> Result<Self, UnknownLine> {
        LINES
            .iter()
            .find(|(_, id)| id.eq_ignore_ascii_case(text))
            .map(|(line, _)| *line)
            .ok_or_else(|| UnknownLine(text.to_owned()))
    }
}

string_form!(Line, "^C([1-9]|1[01]|7-(EGOV|EBUS|ELEARN|EHEALTH|EEMP|EENV|EAGRI|ESCI))$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_follow_the_order_of_the_table() {
        for (position, line) in Line::all().enumerate() {
            assert_eq!(line.position(), position);
            assert_eq!(line.id().parse(), Ok(line));
        }
    }

    #[test]
    fn c7_gathers_itself_and_eight_applications() {
        assert_eq!(Line::C7.constituents().count(), 9);
        assert_eq!(Line::C2.constituents().collect::<Vec<_>>(), [Line::C2]);
        assert_eq!(Line::rows(false).len(), 11);
        assert_eq!(Line::rows(true).len(), 19);
    }
}
