//! Overlays of a presentation.

/// Overlay on top of the step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Overlay {
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
    Handouts,
    /// The closing slide behind the last step: thanks, and a code to explore on.
    Closing,
}

impl Overlay {
    pub(super) const ALL: [Self; 9] = [
        Self::None,
        Self::Black,
        Self::White,
        Self::Overview,
        Self::Help,
        Self::Code,
        Self::Check,
        Self::Handouts,
        Self::Closing,
    ];

    /// Returns true if both windows show the overlay. The others appear only in the window that opened them.
    #[must_use]
    pub fn is_shared(self) -> bool {
        matches!(self, Self::None | Self::Black | Self::White | Self::Code | Self::Closing)
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
            Self::Handouts => "hand-out",
            Self::Closing => "closing",
        }
    }

    /// Overlay with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|overlay| overlay.id() == id)
    }
}
