//! Laws of the presentation state, and keys of every script.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::*;
use crate::language::Direction;

fn press(key: &str) -> KeyPress<'_> {
    KeyPress { key, code: "", shift: false, held: false }
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        prop::sample::select(vec![
            Command::Next,
            Command::Back,
            Command::First,
            Command::Last,
            Command::Auto,
            Command::Enter,
            Command::Start,
            Command::Resume,
            Command::Leave,
            Command::Captions,
            Command::FullScreen,
            Command::Speaker,
        ]),
        (0_usize..300).prop_map(Command::To),
        (0_u8..10).prop_map(Command::Digit),
        prop::sample::select(Overlay::ALL.to_vec()).prop_map(Command::Toggle),
    ]
}

proptest! {
    #[test]
    fn nothing_leads_out_of_the_steps(steps in 1_usize..50, commands in prop::collection::vec(any_command(), 0..60)) {
        let mut presentation = Presentation::at(0, steps);
        for command in commands {
            presentation.apply(command);
            prop_assert!(presentation.step < steps && presentation.highlighted < steps);
        }
    }

    #[test]
    fn leaving_twice_leaves_always(steps in 0_usize..9, commands in prop::collection::vec(any_command(), 0..9)) {
        let mut presentation = Presentation::at(0, steps);
        commands.into_iter().for_each(|command| _ = presentation.apply(command));
        // A typed number, an overlay, the presentation.
        let effects = [presentation.apply(Command::Leave), presentation.apply(Command::Leave), presentation.apply(Command::Leave)];
        prop_assert!(effects.contains(&BrowserEffect::Leave));
    }

    #[test]
    fn as_many_turns_as_steps_come_back(steps in 1_usize..50, at in 0_usize..50) {
        let mut presentation = Presentation::at(at, steps);
        let before = presentation.step;
        (0..steps).for_each(|_| presentation.advance_in_loop());
        prop_assert_eq!(presentation.step, before);
    }
}

#[test]
fn a_black_stage_shows_the_same_step_again() {
    let mut presentation = Presentation::at(2, 9);
    presentation.apply(Command::Toggle(Overlay::Black));
    presentation.apply(Command::Next);
    assert_eq!((presentation.step, presentation.overlay), (2, Overlay::None));
    presentation.apply(Command::Next);
    assert_eq!(presentation.step, 3);
}

#[test]
fn a_number_and_enter_lead_to_that_step() {
    let mut presentation = Presentation::at(0, 20);
    for command in [Command::Digit(1), Command::Digit(2), Command::Enter] {
        presentation.apply(command);
    }
    assert_eq!(presentation.step, 11);
    for command in [Command::Digit(9), Command::Digit(9), Command::Enter] {
        presentation.apply(command);
    }
    assert_eq!(presentation.step, 19);
    // Any other command discards the number.
    for command in [Command::Digit(1), Command::Back, Command::Enter] {
        presentation.apply(command);
    }
    assert_eq!(presentation.step, 19);
}

#[test]
fn the_overview_is_walked_and_left_without_moving_the_talk() {
    let mut presentation = Presentation::at(3, 9);
    for command in [Command::Toggle(Overlay::Overview), Command::Next, Command::Next] {
        presentation.apply(command);
    }
    assert_eq!((presentation.step, presentation.highlighted), (3, 5));
    assert_eq!(presentation.apply(Command::Leave), BrowserEffect::None);
    assert_eq!((presentation.step, presentation.overlay), (3, Overlay::None));
    for command in [Command::Toggle(Overlay::Overview), Command::Last, Command::Enter] {
        presentation.apply(command);
    }
    assert_eq!((presentation.step, presentation.overlay), (8, Overlay::None));
}

#[test]
fn trying_a_clicker_before_the_talk_moves_nothing() {
    let mut presentation = Presentation { overlay: Overlay::Check, ..Presentation::at(0, 9) };
    presentation.apply(Command::Next);
    assert_eq!((presentation.step, presentation.overlay), (0, Overlay::Check));
    presentation.apply(Command::Start);
    assert_eq!((presentation.step, presentation.overlay), (0, Overlay::None));
}

#[test]
fn keys_and_clickers_of_every_script() {
    let of = |pressed| command_of(pressed, Direction::LeftToRight, true);
    assert_eq!(of(press("PageDown")), Some(Command::Next));
    assert_eq!(of(press("ArrowRight")), Some(Command::Next));
    assert_eq!(command_of(press("ArrowRight"), Direction::RightToLeft, true), Some(Command::Back));
    assert_eq!(command_of(press("PageDown"), Direction::RightToLeft, true), Some(Command::Next));
    assert_eq!(of(KeyPress { shift: true, ..press("F5") }), Some(Command::Resume));
    assert_eq!(of(KeyPress { held: true, ..press("b") }), None);
    for (key, code) in [("b", "KeyB"), ("B", "KeyB"), ("и", "KeyB"), ("لا", "KeyB")] {
        assert_eq!(of(KeyPress { code, ..press(key) }), Some(Command::Toggle(Overlay::Black)), "{key}");
    }
    // On remapped keyboards the character counts.
    assert_eq!(of(KeyPress { code: "KeyQ", ..press("a") }), Some(Command::Auto));
    assert_eq!(of(press("٣")), Some(Command::Digit(3)));
    assert_eq!(command_of(press("b"), Direction::LeftToRight, false), None);
    assert_eq!(command_of(press("."), Direction::LeftToRight, false), Some(Command::Toggle(Overlay::Black)));
    assert_eq!(of(press("F1")), None);
}

#[test]
fn every_cover_has_its_word() {
    for overlay in Overlay::ALL {
        assert_eq!(Overlay::of(overlay.id()), Some(overlay));
    }
}
