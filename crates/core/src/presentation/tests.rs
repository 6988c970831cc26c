//! Laws of the presentation state, and keys of every script.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::*;
use crate::language::Direction;

fn press(key: &str) -> Pressed<'_> {
    Pressed { key, code: "", shift: false, held: false }
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        prop::sample::select(vec![
            Act::Next,
            Act::Back,
            Act::First,
            Act::Last,
            Act::Auto,
            Act::Enter,
            Act::Start,
            Act::Resume,
            Act::Leave,
            Act::Captions,
            Act::FullScreen,
            Act::Speaker,
        ]),
        (0_usize..300).prop_map(Act::To),
        (0_u8..10).prop_map(Act::Digit),
        prop::sample::select(Cover::ALL.to_vec()).prop_map(Act::Cover),
    ]
}

proptest! {
    #[test]
    fn nothing_leads_out_of_the_steps(steps in 1_usize..50, acts in prop::collection::vec(any_act(), 0..60)) {
        let mut talk = Talk::at(0, steps);
        for act in acts {
            talk.act(act);
            prop_assert!(talk.step < steps && talk.pointed < steps);
        }
    }

    #[test]
    fn leaving_twice_leaves_always(steps in 0_usize..9, acts in prop::collection::vec(any_act(), 0..9)) {
        let mut talk = Talk::at(0, steps);
        acts.into_iter().for_each(|act| _ = talk.act(act));
        // A typed number, an overlay, the presentation.
        let wishes = [talk.act(Act::Leave), talk.act(Act::Leave), talk.act(Act::Leave)];
        prop_assert!(wishes.contains(&Wish::Leave));
    }

    #[test]
    fn as_many_turns_as_steps_come_back(steps in 1_usize..50, at in 0_usize..50) {
        let mut talk = Talk::at(at, steps);
        let before = talk.step;
        (0..steps).for_each(|_| talk.turn());
        prop_assert_eq!(talk.step, before);
    }
}

#[test]
fn a_black_stage_shows_the_same_step_again() {
    let mut talk = Talk::at(2, 9);
    talk.act(Act::Cover(Cover::Black));
    talk.act(Act::Next);
    assert_eq!((talk.step, talk.cover), (2, Cover::None));
    talk.act(Act::Next);
    assert_eq!(talk.step, 3);
}

#[test]
fn a_number_and_enter_lead_to_that_step() {
    let mut talk = Talk::at(0, 20);
    for act in [Act::Digit(1), Act::Digit(2), Act::Enter] {
        talk.act(act);
    }
    assert_eq!(talk.step, 11);
    for act in [Act::Digit(9), Act::Digit(9), Act::Enter] {
        talk.act(act);
    }
    assert_eq!(talk.step, 19);
    // Any other command discards the number.
    for act in [Act::Digit(1), Act::Back, Act::Enter] {
        talk.act(act);
    }
    assert_eq!(talk.step, 19);
}

#[test]
fn the_overview_is_walked_and_left_without_moving_the_talk() {
    let mut talk = Talk::at(3, 9);
    for act in [Act::Cover(Cover::Overview), Act::Next, Act::Next] {
        talk.act(act);
    }
    assert_eq!((talk.step, talk.pointed), (3, 5));
    assert_eq!(talk.act(Act::Leave), Wish::Nothing);
    assert_eq!((talk.step, talk.cover), (3, Cover::None));
    for act in [Act::Cover(Cover::Overview), Act::Last, Act::Enter] {
        talk.act(act);
    }
    assert_eq!((talk.step, talk.cover), (8, Cover::None));
}

#[test]
fn trying_a_clicker_before_the_talk_moves_nothing() {
    let mut talk = Talk { cover: Cover::Check, ..Talk::at(0, 9) };
    talk.act(Act::Next);
    assert_eq!((talk.step, talk.cover), (0, Cover::Check));
    talk.act(Act::Start);
    assert_eq!((talk.step, talk.cover), (0, Cover::None));
}

#[test]
fn keys_and_clickers_of_every_script() {
    let of = |pressed| act_of(pressed, Direction::LeftToRight, true);
    assert_eq!(of(press("PageDown")), Some(Act::Next));
    assert_eq!(of(press("ArrowRight")), Some(Act::Next));
    assert_eq!(act_of(press("ArrowRight"), Direction::RightToLeft, true), Some(Act::Back));
    assert_eq!(act_of(press("PageDown"), Direction::RightToLeft, true), Some(Act::Next));
    assert_eq!(of(Pressed { shift: true, ..press("F5") }), Some(Act::Resume));
    assert_eq!(of(Pressed { held: true, ..press("b") }), None);
    for (key, code) in [("b", "KeyB"), ("B", "KeyB"), ("и", "KeyB"), ("لا", "KeyB")] {
        assert_eq!(of(Pressed { code, ..press(key) }), Some(Act::Cover(Cover::Black)), "{key}");
    }
    // On remapped keyboards the character counts.
    assert_eq!(of(Pressed { code: "KeyQ", ..press("a") }), Some(Act::Auto));
    assert_eq!(of(press("٣")), Some(Act::Digit(3)));
    assert_eq!(act_of(press("b"), Direction::LeftToRight, false), None);
    assert_eq!(act_of(press("."), Direction::LeftToRight, false), Some(Act::Cover(Cover::Black)));
    assert_eq!(of(press("F1")), None);
}

#[test]
fn every_cover_has_its_word() {
    for cover in Cover::ALL {
        assert_eq!(Cover::of(cover.id()), Some(cover));
    }
}
