//! A set of projects as a bit set over the rows of the index.
//!
//! Counts of all cells are intersections of sets. Their time does not depend on the number of projects that
//! match a filter. Depends on nothing.

/// A set of index rows. Operations on two sets require that both belong to the same index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectSet {
    words: Vec<u64>,
    rows: usize,
}

impl ProjectSet {
    /// Builds the set of the rows below `rows` for which `belongs` is true.
    #[must_use]
    pub fn of(rows: usize, belongs: impl Fn(usize) -> bool) -> Self {
        let word = |first: usize| {
            let bits = (first..rows.min(first + 64)).filter(|row| belongs(*row));
            bits.fold(0, |word, row| word | 1 << (row - first))
        };
        Self { words: (0..rows).step_by(64).map(word).collect(), rows }
    }

    /// Builds the set of the rows whose value in a column belongs. It reads each value once, which matters
    /// for a million rows.
    #[must_use]
    pub fn of_column<T>(column: &[T], belongs: impl Fn(&T) -> bool) -> Self {
        let word =
            |values: &[T]| values.iter().rev().fold(0, |word, value| word << 1 | u64::from(belongs(value)));
        Self { words: column.chunks(64).map(word).collect(), rows: column.len() }
    }

    /// Builds the set of all rows.
    #[must_use]
    pub fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        if let (Some(last), rest @ 1..) = (words.last_mut(), rows % 64) {
            *last = (1 << rest) - 1;
        }
        Self { words, rows }
    }

    /// Builds the empty set.
    #[must_use]
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)], rows }
    }

    /// Intersection of two sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let words = self.words.iter().zip(&other.words).map(|(one, other)| one & other);
        Self { words: words.collect(), rows: self.rows }
    }

    /// Adds the rows of another set.
    pub fn add(&mut self, other: &Self) {
        for (word, added) in self.words.iter_mut().zip(&other.words) {
            *word |= added;
        }
    }

    /// Returns true if the row is in the set.
    #[must_use]
    pub fn has(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Number of rows of this set that are in at least one of the others.
    #[must_use]
    pub fn count_in_any(&self, others: &[&Self]) -> u32 {
        let any =
            |at: usize| others.iter().filter_map(|other| other.words.get(at)).fold(0, |any, word| any | word);
        self.words.iter().enumerate().map(|(at, word)| (word & any(at)).count_ones()).sum()
    }

    /// Number of rows in the set.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Number of rows in both sets.
    #[must_use]
    pub fn count_both(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(one, other)| (one & other).count_ones()).sum()
    }

    /// Rows of the set in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn bits(rows: usize, set: &BTreeSet<usize>) -> ProjectSet {
        ProjectSet::of(rows, |row| set.contains(&row))
    }

    proptest! {
        #[test]
        fn sets_behave_as_sets(
            rows in 0_usize..200,
            one in prop::collection::btree_set(0_usize..200, 0..80),
            other in prop::collection::btree_set(0_usize..200, 0..80),
        ) {
            let within = |set: BTreeSet<usize>| set.into_iter().filter(|row| *row < rows).collect::<BTreeSet<_>>();
            let (one, other) = (within(one), within(other));
            let (left, right) = (bits(rows, &one), bits(rows, &other));
            prop_assert_eq!(left.iter().collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(left.count() as usize, one.len());
            prop_assert_eq!(left.count_both(&right) as usize, one.intersection(&other).count());
            prop_assert_eq!(left.and(&right), bits(rows, &one.intersection(&other).copied().collect()));
            let mut both = left.clone();
            both.add(&right);
            prop_assert_eq!(both, bits(rows, &one.union(&other).copied().collect()));
            prop_assert!((0..rows).all(|row| left.has(row) == one.contains(&row)));
            prop_assert_eq!(left.count_in_any(&[&right, &ProjectSet::none(rows)]), left.count_both(&right));
            prop_assert_eq!(ProjectSet::none(rows).count(), 0);
            let column: Vec<bool> = (0..rows).map(|row| one.contains(&row)).collect();
            prop_assert_eq!(ProjectSet::of_column(&column, |value| *value), left);
            prop_assert_eq!(ProjectSet::all(rows), ProjectSet::of(rows, |_| true));
        }
    }
}
