//! State of a presentation and the effect of commands on it.
//!
//! Stage and speaker view each hold a copy and exchange every change.

mod command;
mod keys;
mod overlay;
#[cfg(test)]
mod tests;

pub use command::{BrowserEffect, Command};
pub use keys::{KeyPress, command_of};
pub use overlay::Overlay;

/// State of a presentation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Presentation {
    /// Current step, counted from 0.
    pub step: usize,
    /// Number of steps. With 0 steps the state does not move.
    pub steps: usize,
    /// Current overlay.
    pub overlay: Overlay,
    /// True while autoplay runs.
    pub auto: bool,
    /// True if the bottom is free for captions.
    pub captions: bool,
    /// Step highlighted in the overview, counted from 0.
    pub highlighted: usize,
    /// Step number typed so far, counted from 1.
    pub typed: Option<usize>,
}

impl Presentation {
    /// Creates the state at a step, or at the last one if there are fewer.
    #[must_use]
    pub fn at(step: usize, steps: usize) -> Self {
        Self { step: step.min(steps.saturating_sub(1)), steps, ..Self::default() }
    }

    /// Applies a command and returns its effect outside the state.
    pub fn apply(&mut self, command: Command) -> BrowserEffect {
        let typed = self.typed.take();
        match command {
            Command::Next | Command::Back if matches!(self.overlay, Overlay::Black | Overlay::White) => {
                // The same step appears again, so the audience misses none.
                self.overlay = Overlay::None;
            }
            Command::Next | Command::Back | Command::First | Command::Last
                if self.overlay == Overlay::Overview =>
            {
                self.highlighted = self.moved(self.highlighted, command);
            }
            // The speaker tests the clicker here, so the step stays.
            Command::Next | Command::Back | Command::First | Command::Last
                if matches!(self.overlay, Overlay::Check | Overlay::Help | Overlay::Handouts) => {}
            Command::Next if self.is_at_end() && self.overlay == Overlay::None => {
                self.set_overlay(Overlay::Closing)
            }
            Command::Next if self.overlay == Overlay::Closing => {}
            Command::Back if self.overlay == Overlay::Closing => self.overlay = Overlay::None,
            Command::Next | Command::Back | Command::First | Command::Last => {
                self.go(self.moved(self.step, command))
            }
            Command::To(step) => self.go(step),
            Command::Toggle(overlay) => {
                self.set_overlay(if self.overlay == overlay { Overlay::None } else { overlay })
            }
            Command::Auto => self.auto = !self.auto,
            Command::Digit(digit) => {
                let number = typed.unwrap_or(0).saturating_mul(10).saturating_add(usize::from(digit));
                self.typed = Some(number.min(999));
            }
            Command::Enter => match typed {
                // Displayed step numbers start at 1.
                Some(number) => self.go(number.saturating_sub(1)),
                None if self.overlay == Overlay::Overview => self.go(self.highlighted),
                None => return self.apply(Command::Next),
            },
            Command::Start => self.go(0),
            Command::Resume => self.overlay = Overlay::None,
            Command::Leave if typed.is_some() => {}
            Command::Leave if self.overlay != Overlay::None => self.overlay = Overlay::None,
            Command::Leave => return BrowserEffect::Leave,
            Command::Captions => self.captions = !self.captions,
            Command::FullScreen => return BrowserEffect::FullScreen,
            Command::Speaker => return BrowserEffect::Speaker,
        }
        BrowserEffect::None
    }

    /// Moves to the next step, and from the last to the first: for unattended screens.
    pub fn advance_in_loop(&mut self) {
        self.go(if self.step + 1 < self.steps { self.step + 1 } else { 0 });
    }

    /// Whether the last of several steps is shown; the view alone has no closing slide.
    fn is_at_end(&self) -> bool {
        self.steps > 1 && self.step + 1 == self.steps
    }

    fn go(&mut self, step: usize) {
        self.step = step.min(self.steps.saturating_sub(1));
        self.overlay = Overlay::None;
    }

    fn set_overlay(&mut self, overlay: Overlay) {
        self.overlay = overlay;
        self.highlighted = self.step;
    }

    fn moved(&self, from: usize, command: Command) -> usize {
        let last = self.steps.saturating_sub(1);
        match command {
            Command::Next => from.saturating_add(1).min(last),
            Command::Back => from.saturating_sub(1),
            Command::Last => last,
            _ => 0,
        }
    }
}
