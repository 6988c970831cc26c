//! Digital public goods, which state goals and no action line.

use wsis_core::contract::public_goods::{PublicGood, PublicGoodKind};

use super::entries::EntryIds;
use super::known_ids::KnownIds;
use super::row_check::RowCheck;
use crate::data::problems::Problems;
use crate::data::sources::{PublicGoodRow, Sources};

/// The digital public goods.
pub(super) fn public_goods(
    files: &Sources,
    known: &KnownIds,
    ids: &mut EntryIds,
    problems: &mut Problems,
) -> Vec<PublicGood> {
    let rows = files.public_goods.rows.iter();
    rows.filter_map(|row| {
        let id = ids.take::<PublicGoodRow>(problems, row.line_number, &row.id);
        let check = &mut RowCheck::new::<PublicGoodRow>(problems, row.line_number);
        let goals = check.list("goals", &row.goals, RowCheck::goal);
        if row.goals.trim().is_empty() {
            check.problem("goals is missing");
        }
        let name = check.required("name", &row.name);
        let organisation = check.required("organisation", &row.organisation);
        let record = check.required("record", &row.record);
        let record = record.and_then(|record| check.address("record", &record));
        let year = check.year(&row.year);
        let source = check.source(&row.source, known);
        Some(PublicGood {
            goals,
            kinds: check.list("kinds", &row.kinds, kind),
            licences: check.list("licences", &row.licences, |_, name| Some(name.to_owned())),
            countries: check.list("countries", &row.countries, |check, text| check.country(text, known)),
            website: check.address("website", &row.website),
            id: id?,
            name: name?,
            organisation: organisation?,
            year: year?,
            record: record?,
            source: source?,
        })
    })
    .collect()
}

fn kind(check: &mut RowCheck<'_>, text: &str) -> Option<PublicGoodKind> {
    let kind = PublicGoodKind::from_id(text);
    if kind.is_none() {
        check.problem(format!(
            "unknown kind of public good \"{text}\": software, content, data, model or standard"
        ));
    }
    kind
}
