//! Sort key of project lists.

use std::cmp::Reverse;

use crate::code::EntryId;
use crate::contract::entry::Prize;
use crate::normalize::normalize;
use crate::placement::Placement;

/// Sort key, by these parts in turn: declared before derived; winner, champion, nominated, submitted, none;
/// newest year first, no year last; normalized title by code point; id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey {
    placement: Option<Placement>,
    prize: Prize,
    year: Reverse<Option<u16>>,
    title: String,
    id: EntryId,
}

impl OrderKey {
    /// Builds the key of an entry. `placement` is `None` in lists that do not belong to one cell.
    #[must_use]
    pub fn new(
        placement: Option<Placement>,
        prize: Prize,
        year: Option<u16>,
        title: &str,
        id: EntryId,
    ) -> Self {
        Self { placement, prize, year: Reverse(year), title: normalize(title), id }
    }
}
