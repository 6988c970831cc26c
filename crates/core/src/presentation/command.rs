//! Commands of the speaker and their effects outside the presentation.

use super::overlay::Overlay;

/// A command of the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
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
    Toggle(Overlay),
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

impl Command {
    /// Returns true for commands that clickers send.
    #[must_use]
    pub fn is_from_clicker(self) -> bool {
        matches!(
            self,
            Self::Next
                | Self::Back
                | Self::First
                | Self::Last
                | Self::Start
                | Self::Resume
                | Self::Toggle(Overlay::Black)
        )
    }
}

/// Effect of a command outside the presentation state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrowserEffect {
    /// None.
    None,
    /// Toggles full screen.
    FullScreen,
    /// Opens the speaker view.
    Speaker,
    /// Ends the presentation.
    Leave,
}
