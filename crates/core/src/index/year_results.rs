//! The projects of a year with a result at the WSIS Prizes.

/// Winners and champions of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearResults {
    /// Rows of the winners, in the order of lists.
    pub winners: Vec<usize>,
    /// Number of champions.
    pub champions: u32,
}
