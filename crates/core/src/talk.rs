//! State of a presentation and the effect of commands on it.
//!
//! Stage and speaker view each hold a copy and exchange every change.

use crate::language::Direction;

/// Overlay on top of the step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Cover {
    /// None.
    #[default]
    None,
    /// Black screen.
    Black,
    /// White screen.
    White,
    /// Overview of all steps.
    Overview,
    /// List of the keys.
    Help,
    /// Code that opens the view on phones.
    Code,
    /// Room check before a presentation.
    Check,
    /// Handouts to print or download.
    HandOut,
}

impl Cover {
    const ALL: [Self; 8] = [
        Self::None,
        Self::Black,
        Self::White,
        Self::Overview,
        Self::Help,
        Self::Code,
        Self::Check,
        Self::HandOut,
    ];

    /// Returns true if both windows show the overlay. The others appear only in the window that opened them.
    #[must_use]
    pub fn is_for_the_room(self) -> bool {
        matches!(self, Self::None | Self::Black | Self::White | Self::Code)
    }

    /// Id of the overlay in messages between the two windows.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Black => "black",
            Self::White => "white",
            Self::Overview => "overview",
            Self::Help => "help",
            Self::Code => "code",
            Self::Check => "check",
            Self::HandOut => "hand-out",
        }
    }

    /// Overlay with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cover| cover.id() == id)
    }
}

/// A command of the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Next step.
    Next,
    /// Previous step.
    Back,
    /// First step.
    First,
    /// Last step.
    Last,
    /// Step with this position, counted from 0.
    To(usize),
    /// Toggles an overlay.
    Cover(Cover),
    /// Toggles autoplay.
    Auto,
    /// A digit of a step number.
    Digit(u8),
    /// Confirms the typed number or the highlighted step.
    Enter,
    /// Starts at the first step.
    Start,
    /// Resumes at the current step.
    Resume,
    /// Closes an overlay first, then ends the presentation.
    Leave,
    /// Toggles the free space for captions at the bottom.
    Captions,
    /// Toggles full screen.
    FullScreen,
    /// Opens the speaker view.
    Speaker,
}

impl Act {
    /// Returns true for commands that clickers send.
    #[must_use]
    pub fn is_of_clickers(self) -> bool {
        matches!(
            self,
            Self::Next
                | Self::Back
                | Self::First
                | Self::Last
                | Self::Start
                | Self::Resume
                | Self::Cover(Cover::Black)
        )
    }
}

/// Effect of a command outside the presentation state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// None.
    Nothing,
    /// Toggles full screen.
    FullScreen,
    /// Opens the speaker view.
    Speaker,
    /// Ends the presentation.
    Leave,
}

/// State of a presentation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Talk {
    /// Current step, counted from 0.
    pub step: usize,
    /// Number of steps. With 0 steps the state does not move.
    pub steps: usize,
    /// Current overlay.
    pub cover: Cover,
    /// True while autoplay runs.
    pub auto: bool,
    /// True if the bottom is free for captions.
    pub captions: bool,
    /// Step highlighted in the overview, counted from 0.
    pub pointed: usize,
    /// Step number typed so far, counted from 1.
    pub typed: Option<usize>,
}

impl Talk {
    /// Creates the state at a step, or at the last one if there are fewer.
    #[must_use]
    pub fn at(step: usize, steps: usize) -> Self {
        Self { step: step.min(steps.saturating_sub(1)), steps, ..Self::default() }
    }

    /// Applies a command and returns its effect outside the state.
    pub fn act(&mut self, act: Act) -> Wish {
        let typed = self.typed.take();
        match act {
            Act::Next | Act::Back if matches!(self.cover, Cover::Black | Cover::White) => {
                // The same step appears again, so the audience misses none.
                self.cover = Cover::None;
            }
            Act::Next | Act::Back | Act::First | Act::Last if self.cover == Cover::Overview => {
                self.pointed = self.moved(self.pointed, act);
            }
            // The speaker tests the clicker here, so the step stays.
            Act::Next | Act::Back | Act::First | Act::Last
                if matches!(self.cover, Cover::Check | Cover::Help | Cover::HandOut) => {}
            Act::Next | Act::Back | Act::First | Act::Last => self.go(self.moved(self.step, act)),
            Act::To(step) => self.go(step),
            Act::Cover(cover) => self.cover(if self.cover == cover { Cover::None } else { cover }),
            Act::Auto => self.auto = !self.auto,
            Act::Digit(digit) => {
                let number = typed.unwrap_or(0).saturating_mul(10).saturating_add(usize::from(digit));
                self.typed = Some(number.min(999));
            }
            Act::Enter => match typed {
                // Displayed step numbers start at 1.
                Some(number) => self.go(number.saturating_sub(1)),
                None if self.cover == Cover::Overview => self.go(self.pointed),
                None => return self.act(Act::Next),
            },
            Act::Start => self.go(0),
            Act::Resume => self.cover = Cover::None,
            Act::Leave if typed.is_some() => {}
            Act::Leave if self.cover != Cover::None => self.cover = Cover::None,
            Act::Leave => return Wish::Leave,
            Act::Captions => self.captions = !self.captions,
            Act::FullScreen => return Wish::FullScreen,
            Act::Speaker => return Wish::Speaker,
        }
        Wish::Nothing
    }

    /// Moves to the next step, and from the last to the first: for unattended screens.
    pub fn turn(&mut self) {
        self.go(if self.step + 1 < self.steps { self.step + 1 } else { 0 });
    }

    fn go(&mut self, step: usize) {
        self.step = step.min(self.steps.saturating_sub(1));
        self.cover = Cover::None;
    }

    fn cover(&mut self, cover: Cover) {
        self.cover = cover;
        self.pointed = self.step;
    }

    fn moved(&self, from: usize, act: Act) -> usize {
        let last = self.steps.saturating_sub(1);
        match act {
            Act::Next => from.saturating_add(1).min(last),
            Act::Back => from.saturating_sub(1),
            Act::Last => last,
            _ => 0,
        }
    }
}

/// A key press as browsers report it.
#[derive(Debug, Clone, Copy)]
pub struct Pressed<'k> {
    /// Character or name of the key, such as `b` or `PageDown`.
    pub key: &'k str,
    /// Physical key, such as `KeyB`, for keyboards of other scripts.
    pub code: &'k str,
    /// True if Shift is held.
    pub shift: bool,
    /// True if Ctrl, Alt or the system key is held: the key then belongs to the browser.
    pub held: bool,
}

/// Command of a key press, if it has one. `letters` enables single letters, which some assistive tools type
/// unintentionally.
#[must_use]
pub fn act_of(pressed: Pressed<'_>, direction: Direction, letters: bool) -> Option<Act> {
    if pressed.held {
        return None;
    }
    let onward = |to_the_right: bool| {
        let next = to_the_right == (direction == Direction::LeftToRight);
        if next { Act::Next } else { Act::Back }
    };
    let act = match pressed.key {
        "ArrowRight" => onward(true),
        "ArrowLeft" => onward(false),
        " " if pressed.shift => Act::Back,
        " " | "PageDown" | "ArrowDown" => Act::Next,
        "PageUp" | "ArrowUp" | "Backspace" => Act::Back,
        "Home" => Act::First,
        "End" => Act::Last,
        "Enter" => Act::Enter,
        "Escape" => Act::Leave,
        "F5" if pressed.shift => Act::Resume,
        "F5" => Act::Start,
        // Clickers send this key for a black screen.
        "." => Act::Cover(Cover::Black),
        "," => Act::Cover(Cover::White),
        "?" => Act::Cover(Cover::Help),
        key => return digit(key).or_else(|| if letters { letter(pressed) } else { None }),
    };
    Some(act)
}

fn digit(key: &str) -> Option<Act> {
    // Includes the digits of Arabic keyboards.
    let mut letters = key.chars();
    let (letter, end) = (letters.next()?, letters.next());
    let number = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(letter) - 0x06F0,
        _ => return None,
    };
    end.is_none().then_some(Act::Digit(u8::try_from(number).ok()?))
}

fn letter(pressed: Pressed<'_>) -> Option<Act> {
    let latin = pressed.key.len() == 1 && pressed.key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letter = if latin { pressed.key } else { pressed.code.strip_prefix("Key")? };
    Some(match letter.to_ascii_lowercase().as_str() {
        "b" => Act::Cover(Cover::Black),
        "w" => Act::Cover(Cover::White),
        "o" => Act::Cover(Cover::Overview),
        "h" => Act::Cover(Cover::Help),
        "q" => Act::Cover(Cover::Code),
        "k" => Act::Cover(Cover::Check),
        "p" => Act::Cover(Cover::HandOut),
        "a" => Act::Auto,
        "c" => Act::Captions,
        "f" => Act::FullScreen,
        "s" => Act::Speaker,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use proptest::prelude::*;

    use super::*;

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
}
