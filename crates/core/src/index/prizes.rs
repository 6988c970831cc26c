//! Results at the WSIS Prizes, by year.

use std::collections::BTreeMap;

use super::{ProjectIndex, ProjectSet, YearResults};
use crate::contract::entry::Prize;

impl ProjectIndex {
    /// Winners and champions of a set by year. Projects without a year are left out.
    #[must_use]
    pub fn results_by_year(&self, set: &ProjectSet) -> BTreeMap<u16, YearResults> {
        let mut years: BTreeMap<u16, YearResults> = BTreeMap::new();
        for row in set.iter() {
            let year = self.wire.year.get(row).copied().filter(|year| *year > 0);
            let prize = self.wire.prize.get(row).and_then(|prize| Prize::ALL.get(usize::from(*prize)));
            match (year, prize) {
                (Some(year), Some(Prize::Winner)) => years.entry(year).or_default().winners.push(row),
                (Some(year), Some(Prize::Champion)) => years.entry(year).or_default().champions += 1,
                _ => {}
            }
        }
        years
    }
}
