//! State of a presentation and the effect of commands on it.
//!
//! Stage and speaker view each hold a copy and exchange every change.

mod command;
mod keys;
mod overlay;
#[cfg(test)]
mod tests;

pub use command::{Act, Wish};
pub use keys::{Pressed, act_of};
pub use overlay::Cover;

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
