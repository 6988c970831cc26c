//! The rules for declared and derived, and the laws of counting.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use wsis_core::counting::{CountedEntry, count};
use wsis_core::links::Links;
use wsis_core::placement::{Placement, placement};
use wsis_core::{Goal, Line};

fn goal(number: u8) -> Goal {
    number.try_into().unwrap()
}

fn links() -> Links {
    Links::new([
        (Line::C2, goal(9)),
        (Line::C5, goal(16)),
        (Line::C7EGovernment, goal(16)),
        (Line::C7EHealth, goal(3)),
    ])
}

fn at(lines: &[Line], goals: &[u8], row: Line, column: u8) -> Option<Placement> {
    let goals: Vec<Goal> = goals.iter().map(|number| goal(*number)).collect();
    placement(lines, &goals, row, goal(column), &links())
}

#[test]
fn stated_goals_declare_linked_or_not_and_nowhere_else() {
    assert_eq!(at(&[Line::C2], &[9, 13], Line::C2, 9), Some(Placement::Declared));
    assert_eq!(at(&[Line::C2], &[9, 13], Line::C2, 13), Some(Placement::Declared), "not linked");
    assert_eq!(at(&[Line::C5], &[9], Line::C5, 16), None, "linked, but another goal is stated");
    assert_eq!(at(&[Line::C2], &[9], Line::C5, 9), None, "another line");
}

#[test]
fn no_goals_derive_in_every_linked_goal_of_the_lines() {
    assert_eq!(at(&[Line::C2, Line::C5], &[], Line::C2, 9), Some(Placement::Derived));
    assert_eq!(at(&[Line::C2, Line::C5], &[], Line::C5, 16), Some(Placement::Derived));
    assert_eq!(at(&[Line::C2, Line::C5], &[], Line::C2, 16), None, "C2 is not linked to 16, C5 is");
    assert_eq!(at(&[], &[], Line::C2, 9), None);
}

#[test]
fn c7_gathers_its_applications_and_those_that_name_it_alone() {
    assert_eq!(at(&[Line::C7EHealth], &[], Line::C7, 3), Some(Placement::Derived));
    assert_eq!(at(&[Line::C7EHealth], &[], Line::C7, 16), None, "linked by another application only");
    assert_eq!(at(&[Line::C7], &[], Line::C7, 3), Some(Placement::Derived));
    assert_eq!(at(&[Line::C7], &[], Line::C7EHealth, 3), None, "no application stated");
    assert_eq!(at(&[Line::C7], &[5], Line::C7, 5), Some(Placement::Declared));
    assert_eq!(at(&[Line::C7EGovernment], &[5], Line::C7, 5), Some(Placement::Declared));
}

fn any_entry() -> impl Strategy<Value = (Vec<Line>, Vec<Goal>)> {
    let lines = prop::sample::subsequence(Line::all().collect::<Vec<_>>(), 0..4);
    let goals = prop::sample::subsequence(Goal::all().collect::<Vec<_>>(), 0..4);
    (lines, goals)
}

fn any_links() -> impl Strategy<Value = Links> {
    prop::collection::vec(
        (
            prop::sample::select(Line::all().filter(|line| *line != Line::C7).collect::<Vec<_>>()),
            prop::sample::select(Goal::all().collect::<Vec<_>>()),
        ),
        0..60,
    )
    .prop_map(Links::new)
}

proptest! {
    #[test]
    fn the_laws_of_counting(entries in prop::collection::vec(any_entry(), 0..30), links in any_links()) {
        let counts = count(entries.iter().map(|(lines, goals)| CountedEntry { lines, goals }), &links);
        prop_assert_eq!(counts.distinct.all as usize, entries.len());
        for row in Line::all() {
            let total = counts.distinct.lines[row.position()];
            for column in Goal::all() {
                let declared = counts.declared[row.position()][column.position()];
                let derived = counts.derived[row.position()][column.position()];
                prop_assert!(declared + derived <= total, "a cell never exceeds its line");
                prop_assert!(declared <= counts.distinct.goals[column.position()]);
                prop_assert!(derived == 0 || links.contains(row, column), "derived only where linked");
            }
        }
        for column in Goal::all() {
            let largest = Line::all()
                .filter(|line| line.parent().is_some())
                .map(|line| counts.declared[line.position()][column.position()])
                .max()
                .unwrap_or(0);
            prop_assert!(counts.declared[Line::C7.position()][column.position()] >= largest, "C7 is a union");
        }
    }
}
