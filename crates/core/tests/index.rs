//! The index against the rules of counting: sets of bits and the plain way agree, whatever the collection and filter.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use wsis_core::contract::index::{Index, Tables};
use wsis_core::counting::{CountedEntry, count};
use wsis_core::filter::{Facet, FacetValue, Filter, Years};
use wsis_core::index::{ProjectIndex, ProjectSet};
use wsis_core::links::Links;
use wsis_core::matrix::MatrixCounts;
use wsis_core::placement::{Placement, placement};
use wsis_core::{Goal, Line};

/// A project as a test sees it: lines, goals, region, target groups, year, prize.
type Row = (Vec<Line>, Vec<Goal>, i32, u32, u16, u8);

fn any_row() -> impl Strategy<Value = Row> {
    let lines = prop::sample::subsequence(Line::all().collect::<Vec<_>>(), 0..4);
    let goals = prop::sample::subsequence(Goal::all().collect::<Vec<_>>(), 0..4);
    let year = prop_oneof![Just(0_u16), 2010_u16..2020];
    (lines, goals, -1_i32..2, 0_u32..4, year, 0_u8..5)
}

fn any_links() -> impl Strategy<Value = Links> {
    let lines: Vec<Line> = Line::all().filter(|line| *line != Line::C7).collect();
    let pair = (prop::sample::select(lines), prop::sample::select(Goal::all().collect::<Vec<_>>()));
    prop::collection::vec(pair, 0..60).prop_map(Links::new)
}

fn index(rows: &[Row]) -> ProjectIndex {
    let column = |value: &dyn Fn(&Row) -> i32| rows.iter().map(value).collect::<Vec<_>>();
    ProjectIndex::new(Index {
        ids: (0..rows.len()).map(|at| format!("p{at}").parse().unwrap()).collect(),
        lines: rows
            .iter()
            .map(|row| row.0.iter().fold(0, |mask, line| mask | 1 << line.position()))
            .collect(),
        goals: rows
            .iter()
            .map(|row| row.1.iter().fold(0, |mask, goal| mask | 1 << goal.position()))
            .collect(),
        country: column(&|_| -1),
        region: column(&|row| row.2),
        stakeholder: column(&|_| -1),
        target_groups: rows.iter().map(|row| row.3).collect(),
        year: rows.iter().map(|row| row.4).collect(),
        prize: rows.iter().map(|row| row.5).collect(),
        // Of the second collection are those for women.
        collections: rows.iter().map(|row| 1 | (row.3 & 1) << 1).collect(),
        tables: Tables {
            region: ["AFR", "EUR"].map(|id| id.parse().unwrap()).into(),
            collections: ["all", "some"].map(|id| id.parse().unwrap()).into(),
            target_groups: ["women", "youth"].map(|id| id.parse().unwrap()).into(),
            ..Tables::default()
        },
    })
    .unwrap()
}

fn value(facet: Facet, text: &str) -> FacetValue {
    FacetValue { facet, id: facet.value(text).unwrap() }
}

proptest! {
    #[test]
    fn cells_are_counted_as_the_contract_counts(
        rows in prop::collection::vec(any_row(), 0..90),
        links in any_links(),
        every in 1_usize..4,
    ) {
        let index = index(&rows);
        let set = ProjectSet::of(rows.len(), |row| row % every == 0);
        let chosen = rows.iter().step_by(every);
        let expected = count(chosen.map(|row| CountedEntry { lines: &row.0, goals: &row.1 }), &links);
        prop_assert_eq!(index.count(&set, &links), MatrixCounts::new(expected).unwrap());
    }

    #[test]
    fn a_cell_lists_what_stands_in_it(
        rows in prop::collection::vec(any_row(), 0..70),
        links in any_links(),
        line in prop::sample::select(Line::all().collect::<Vec<_>>()),
        goal in prop::sample::select(Goal::all().collect::<Vec<_>>()),
    ) {
        let (declared, derived) = index(&rows).in_cell(line, goal, &links);
        for (at, row) in rows.iter().enumerate() {
            let placed = placement(&row.0, &row.1, line, goal, &links);
            prop_assert_eq!(declared.has(at), placed == Some(Placement::Declared));
            prop_assert_eq!(derived.has(at), placed == Some(Placement::Derived));
        }
    }

    #[test]
    fn results_are_told_by_year(rows in prop::collection::vec(any_row(), 0..70)) {
        let years = index(&rows).results_by_year(&ProjectSet::all(rows.len()));
        for year in 2010..2020 {
            let of_year = |prize| {
                let rows = rows.iter().enumerate().filter(move |(_, row)| row.4 == year && row.5 == prize);
                rows.map(|(at, _)| at).collect::<Vec<_>>()
            };
            let found = years.get(&year).cloned().unwrap_or_default();
            prop_assert_eq!(&found.winners, &of_year(0));
            prop_assert_eq!(found.champions as usize, of_year(1).len());
        }
        prop_assert!(!years.contains_key(&0));
    }

    #[test]
    fn a_filter_lets_pass_what_has_all_it_asks(
        rows in prop::collection::vec(any_row(), 0..70),
        region in prop::option::of(prop::sample::select(vec!["AFR", "EUR"])),
        group in prop::option::of(prop::sample::select(vec!["women", "youth", "nobody"])),
        years in prop::option::of((2010_u16..2020, 2010_u16..2020)),
        declared in prop::option::of(any::<bool>()),
        collection in prop::option::of(prop::sample::select(vec!["all", "some", "other"])),
    ) {
        let mut filter = Filter::of_values(
            region.map(|id| value(Facet::Region, id)).into_iter()
                .chain(collection.map(|id| value(Facet::Collection, id)))
                .chain(group.map(|id| value(Facet::TargetGroup, id)))
                .chain([value(Facet::Prize, "winner"), value(Facet::Prize, "none")]),
        );
        filter.years = years.map(|(one, other)| Years::new(one, other));
        filter.declared = declared;
        let passing = index(&rows).passing(&filter, None);
        for (at, row) in rows.iter().enumerate() {
            let region_fits = region.is_none_or(|id| row.2 == i32::from(id == "EUR"));
            let group_fits = group.is_none_or(|id| match id {
                "women" => row.3 & 1 != 0,
                "youth" => row.3 & 2 != 0,
                _ => false,
            });
            let year_fits = filter.years.is_none_or(|years| row.4 > 0 && years.has(row.4));
            let declared_fits = declared.is_none_or(|asked| row.1.is_empty() != asked);
            let prize_fits = row.5 == 0 || row.5 == 4;
            let collection_fits = collection.is_none_or(|id| id == "all" || id == "some" && row.3 & 1 != 0);
            let fits = region_fits && group_fits && year_fits && declared_fits && prize_fits && collection_fits;
            prop_assert_eq!(passing.has(at), fits, "row {}", at);
        }
    }

    #[test]
    fn values_are_counted_within_the_set(rows in prop::collection::vec(any_row(), 0..70)) {
        let index = index(&rows);
        let set = ProjectSet::of(rows.len(), |row| row % 2 == 0);
        for counted in index.count_values(Facet::TargetGroup, &set) {
            let bit = if counted.id.as_str() == "women" { 1 } else { 2 };
            let expected = rows.iter().step_by(2).filter(|row| row.3 & bit != 0).count();
            prop_assert_eq!(counted.count as usize, expected);
        }
        let regions: u32 = index.count_values(Facet::Region, &set).iter().map(|counted| counted.count).sum();
        prop_assert_eq!(regions as usize, rows.iter().step_by(2).filter(|row| row.2 >= 0).count());
    }
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let one = || Index {
        ids: vec!["a".parse().unwrap()],
        lines: vec![1],
        goals: vec![0],
        country: vec![-1],
        region: vec![-1],
        stakeholder: vec![-1],
        target_groups: vec![0],
        year: vec![0],
        prize: vec![4],
        collections: vec![],
        tables: Tables::default(),
    };
    assert!(ProjectIndex::new(one()).is_ok());
    assert!(ProjectIndex::new(Index { year: vec![], ..one() }).is_err());
    assert!(ProjectIndex::new(Index { region: vec![0], ..one() }).is_err());
    assert!(ProjectIndex::new(Index { country: vec![-2], ..one() }).is_err());
    assert!(ProjectIndex::new(Index { prize: vec![5], ..one() }).is_err());
    assert!(ProjectIndex::new(Index { collections: vec![0, 0], ..one() }).is_err());
}
