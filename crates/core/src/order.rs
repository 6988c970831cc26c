//! The one order of every list of projects.

use std::cmp::Reverse;

use crate::code::EntryId;
use crate::contract::entry::Prize;
use crate::fold::fold;
use crate::placement::Placement;

/// What a list is sorted by: declared before derived; winner, champion, nominated, submitted, none; the newest year
/// first (no year last); the folded title by code point; the id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey {
    placement: Option<Placement>,
    prize: Prize,
    year: Reverse<Option<u16>>,
    title: String,
    id: EntryId,
}

impl OrderKey {
    /// The key of an entry; `placement` is left out where a list is not of one cell.
    #[must_use]
    pub fn new(
        placement: Option<Placement>,
        prize: Prize,
        year: Option<u16>,
        title: &str,
        id: EntryId,
    ) -> Self {
        Self { placement, prize, year: Reverse(year), title: fold(title), id }
    }
}
