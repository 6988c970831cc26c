//! The laws of moving through the grid with the keyboard.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use wsis_core::address::Margin;
use wsis_core::arrangement::Arrangement;
use wsis_core::navigation::{GridParts, Key, Stop};
use wsis_core::{Goal, Line};

const KEYS: [Key; 10] = [
    Key::Left,
    Key::Right,
    Key::Up,
    Key::Down,
    Key::Home,
    Key::End,
    Key::ControlHome,
    Key::ControlEnd,
    Key::PageUp,
    Key::PageDown,
];

/// Where a key leads in the official order.
fn step(from: Stop, key: Key, opened: bool, mirrored: bool) -> Stop {
    wsis_core::navigation::step(from, key, &Arrangement::default(), parts(opened), mirrored)
}

/// With the e-applications the margin is shown too.
fn parts(opened: bool) -> GridParts {
    GridParts { applications: opened, no_goal: opened, no_line: opened }
}

fn stops(opened: bool) -> Vec<Stop> {
    let rows = Line::rows(opened);
    let cells = rows.iter().flat_map(|line| Goal::all().map(|goal| Stop::Cell(*line, goal)));
    let headers = rows.iter().map(|line| Stop::Row(*line));
    let no_goal = rows.iter().map(|line| Margin::NoGoal(Some(*line)));
    let no_line = Goal::all().map(|goal| Margin::NoLine(Some(goal)));
    let corners = [Margin::NoGoal(None), Margin::NoLine(None), Margin::Neither];
    let margin = no_goal.chain(no_line).chain(corners).map(Stop::Margin).filter(|_| opened);
    cells.chain(headers).chain(Goal::all().map(Stop::Column)).chain([Stop::Opener]).chain(margin).collect()
}

#[test]
fn every_stop_is_reached_from_the_first_cell() {
    for opened in [false, true] {
        for mirrored in [false, true] {
            let first = Stop::Cell(Line::C1, 1.try_into().unwrap());
            let mut reached = vec![first];
            let mut next = 0;
            while let Some(from) = reached.get(next).copied() {
                for key in KEYS {
                    let to = step(from, key, opened, mirrored);
                    if !reached.contains(&to) {
                        reached.push(to);
                    }
                }
                next += 1;
            }
            assert_eq!(reached.len(), stops(opened).len(), "opened {opened}, mirrored {mirrored}");
        }
    }
}

proptest! {
    #[test]
    fn no_key_leaves_the_grid(opened: bool, mirrored: bool, walk in prop::collection::vec(prop::sample::select(KEYS.to_vec()), 0..60)) {
        let known = stops(opened);
        let mut stop = Stop::Cell(Line::C1, 1.try_into().unwrap());
        for key in walk {
            stop = step(stop, key, opened, mirrored);
            prop_assert!(known.contains(&stop), "{stop:?}");
        }
    }

    #[test]
    fn mirroring_swaps_left_and_right_and_nothing_else(opened: bool, at in 0usize..500, key in prop::sample::select(KEYS.to_vec())) {
        let known = stops(opened);
        let stop = known[at % known.len()];
        let swapped = match key {
            Key::Left => Key::Right,
            Key::Right => Key::Left,
            other => other,
        };
        prop_assert_eq!(step(stop, key, opened, true), step(stop, swapped, opened, false));
    }

    #[test]
    fn right_undoes_left_inside_a_row(opened: bool, at in 0usize..500) {
        let known = stops(opened);
        let stop = known[at % known.len()];
        let left = step(stop, Key::Left, opened, false);
        if left != stop {
            prop_assert_eq!(step(left, Key::Right, opened, false), stop);
        }
    }
}

#[test]
fn element_ids_lead_back_to_their_stops() {
    for stop in stops(true) {
        assert_eq!(Stop::from_element_id(&stop.element_id()), Some(stop));
    }
    for none in ["", "cell", "cell-C2", "cell-C2-18", "goal-0", "line-C12", "app"] {
        assert_eq!(Stop::from_element_id(none), None, "{none}");
    }
}

#[test]
fn headers_lie_before_and_above_the_cells() {
    let goal = |number: u8| Goal::try_from(number).unwrap();
    assert_eq!(step(Stop::Cell(Line::C1, goal(4)), Key::Up, false, false), Stop::Column(goal(4)));
    assert_eq!(step(Stop::Column(goal(4)), Key::Down, false, false), Stop::Cell(Line::C1, goal(4)));
    assert_eq!(step(Stop::Cell(Line::C2, goal(1)), Key::Left, false, false), Stop::Row(Line::C2));
    assert_eq!(step(Stop::Row(Line::C7), Key::Right, false, false), Stop::Opener);
    assert_eq!(step(Stop::Opener, Key::Right, false, false), Stop::Cell(Line::C7, goal(1)));
    assert_eq!(step(Stop::Cell(Line::C7, goal(3)), Key::Down, false, false), Stop::Cell(Line::C8, goal(3)));
    assert_eq!(
        step(Stop::Cell(Line::C7, goal(3)), Key::Down, true, false),
        Stop::Cell(Line::C7EGovernment, goal(3))
    );
    assert_eq!(
        step(Stop::Cell(Line::C3, goal(3)), Key::ControlEnd, false, false),
        Stop::Cell(Line::C11, goal(17))
    );
    assert_eq!(step(Stop::Column(goal(3)), Key::End, false, false), Stop::Column(goal(17)));
    assert_eq!(
        step(Stop::Row(Line::C1), Key::Up, false, false),
        Stop::Row(Line::C1),
        "no stop in the corner"
    );
}
