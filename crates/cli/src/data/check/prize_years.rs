//! The numbers of results of the years of the WSIS Prizes.

use wsis_core::contract::vocabulary::PrizeYear;

use super::row_check::{RowCheck, SeenKeys};
use crate::data::problems::Problems;
use crate::data::sources::{PrizeYearRow, Sources};

/// The years whose numbers are known, each once.
pub(super) fn prize_years(files: &Sources, problems: &mut Problems) -> Vec<PrizeYear> {
    let mut seen = SeenKeys::new();
    let rows = files.prize_years.rows.iter();
    rows.filter_map(|row| {
        let check = &mut RowCheck::new::<PrizeYearRow>(problems, row.line_number);
        let winners = check.if_present(&row.winners, |check, text| number(check, "winners", text));
        let champions = check.if_present(&row.champions, |check, text| number(check, "champions", text));
        if row.winners.is_empty() && row.champions.is_empty() {
            check.problem("neither winners nor champions");
        }
        let evidence = check.required("evidence", &row.evidence);
        let year = check.year(&row.year)?;
        check.unique(&mut seen, year, format!("year {year}"))?;
        Some(PrizeYear { year, winners, champions, evidence: evidence? })
    })
    .collect()
}

fn number(check: &mut RowCheck<'_>, column: &str, text: &str) -> Option<u32> {
    let number = text.parse().ok();
    if number.is_none() {
        check.problem(format!("{column} \"{text}\" is not a number"));
    }
    number
}
