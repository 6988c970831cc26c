//! The ids of entries: kept as they are where they can be, and never used for another entry.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use wsis_core::{EntryId, normalize};

/// The longest id there is.
const MAX_LENGTH: usize = 64;
/// How much of a title an id takes.
const TITLE_LENGTH: usize = 48;

/// An id in the form that ids have: `WSIS/2015_001` becomes `wsis-2015-001`.
pub(super) fn slug(text: &str, longest: usize) -> String {
    let mut slug = String::new();
    for letter in normalize(text).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(longest);
    slug.trim_end_matches('-').to_owned()
}

/// An id for an entry that brings none that could be kept: its beginning, and what tells it from others.
pub(super) fn generate(beginning: &str, identity: &[&str]) -> Option<EntryId> {
    let mut hash = Sha256::new();
    for part in identity {
        hash.update(normalize(part));
        hash.update([0]);
    }
    let mut id = slug(beginning, TITLE_LENGTH);
    if !id.is_empty() {
        id.push('-');
    }
    for byte in hash.finalize().iter().take(5) {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    id.parse().ok()
}

/// The id that a cell gives: itself, its slug, or one made of it where no letter or digit of ASCII is in it.
pub(super) fn from_cell(cell: &str) -> Option<EntryId> {
    cell.parse().ok().or_else(|| slug(cell, MAX_LENGTH).parse().ok()).or_else(|| generate("entry", &[cell]))
}

/// The ids that are taken, and what else an import must know of ids.
#[derive(Debug, Default)]
pub(super) struct IdRegistry {
    /// Where each id of this import stands: file and row.
    pub(super) taken: BTreeMap<EntryId, (String, u64)>,
    /// Withdrawn ones; they stay so.
    pub(super) withdrawn: BTreeSet<EntryId>,
    /// Those of entries that are no projects.
    pub(super) reserved: BTreeSet<EntryId>,
    /// Those that the operator withdraws now.
    pub(super) removed: BTreeSet<EntryId>,
}

impl IdRegistry {
    /// Takes an id for a row, or says why it cannot have it.
    pub(super) fn claim(&mut self, id: &EntryId, file: &str, row: u64) -> Result<(), String> {
        if self.withdrawn.contains(id) {
            return Err("this id was withdrawn; it is never used again".to_owned());
        }
        if self.reserved.contains(id) {
            return Err("this id belongs to an initiative or a digital public good".to_owned());
        }
        if let Some((first, at)) = self.taken.get(id) {
            return Err(format!("the same id as row {at} of {first}"));
        }
        self.taken.insert(id.clone(), (file.to_owned(), row));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kept_or_slugged() {
        for (cell, id) in
            [("wp2015-001", "wp2015-001"), ("WSIS/2015_001 ", "wsis-2015-001"), ("--Été--", "ete")]
        {
            assert_eq!(from_cell(cell).unwrap().as_str(), id);
        }
        assert!(from_cell("١٢").unwrap().as_str().starts_with("entry-"));
        assert_ne!(from_cell("١٢"), from_cell("١٣"));
    }

    proptest::proptest! {
        #[test]
        fn every_text_gives_an_id_and_always_the_same(cell in "\\PC{1,90}", title in "\\PC{0,90}") {
            proptest::prop_assert!(from_cell(&cell).is_some());
            let id = generate(&title, &[&title, "x"]);
            proptest::prop_assert!(id.is_some());
            proptest::prop_assert_eq!(id, generate(&title, &[&title, "x"]));
        }
    }
}
