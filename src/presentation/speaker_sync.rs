//! Synchronization of the stage window and the speaker window: each sends every change, and either may be closed.

use js_sys::Math;
use wsis_core::presentation::{Overlay, Presentation};
use wsis_platform::broadcast::Broadcast;
use wsis_platform::storage::{self, Scope};

/// The number of the presentation in this window; the speaker window gets a copy from the stage that opens it.
const NUMBER: &str = "wsis-talk";

const HELLO: &str = "comes";
const GOODBYE: &str = "goes";

/// A message of the other window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SyncMessage {
    /// The window was opened and asks for the state.
    Hello,
    /// The window leaves the presentation.
    Goodbye,
    /// The state of the presentation, and when it started, in milliseconds since 1970.
    State(Presentation, u64),
}

/// The channel to the other window.
pub(crate) struct SpeakerSync(Broadcast);

impl SpeakerSync {
    /// Opens the channel and says hello. `None` where the browser has no such channels.
    pub(crate) fn start(receive: impl Fn(SyncMessage) + 'static) -> Option<Self> {
        let name = format!("{NUMBER}-{}", presentation_number());
        let channel = Broadcast::open(&name, move |text| {
            if let Some(message) = read(&text) {
                receive(message);
            }
        })?;
        channel.send(HELLO);
        Some(Self(channel))
    }

    /// Tells the other window that this one leaves.
    pub(crate) fn send_goodbye(&self) {
        self.0.send(GOODBYE);
    }

    /// Sends the state of the presentation.
    pub(crate) fn send_state(&self, state: &Presentation, started: u64) {
        self.0.send(&write(state, started));
    }
}

/// The number of the presentation in this window; a new one if there is none.
fn presentation_number() -> String {
    storage::get(Scope::Window, NUMBER).unwrap_or_else(|| {
        // It only has to differ from other presentations in the same browser.
        let number = format!("{:x}", (Math::random() * f64::from(u32::MAX)).to_bits());
        // Where it cannot be stored, the windows do not find each other, and the speaker sees that.
        storage::set(Scope::Window, NUMBER, &number);
        number
    })
}

/// The state as numbers and one id, separated by bars.
fn write(state: &Presentation, started: u64) -> String {
    let overlay = if state.overlay.is_shared() { state.overlay } else { Overlay::None };
    let (auto, captions) = (u8::from(state.auto), u8::from(state.captions));
    format!("{}|{}|{auto}|{captions}|{started}", state.step, overlay.id())
}

fn read(text: &str) -> Option<SyncMessage> {
    match text {
        HELLO => return Some(SyncMessage::Hello),
        GOODBYE => return Some(SyncMessage::Goodbye),
        _ => {}
    }
    let mut parts = text.split('|');
    let mut part = || parts.next();
    let state = Presentation {
        step: part()?.parse().ok()?,
        overlay: Overlay::of(part()?)?,
        auto: part()? == "1",
        captions: part()? == "1",
        ..Presentation::default()
    };
    Some(SyncMessage::State(state, part()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_back_as_written() {
        let state = Presentation { step: 4, overlay: Overlay::Code, auto: true, ..Presentation::default() };
        assert_eq!(read(&write(&state, 1_700)), Some(SyncMessage::State(state, 1_700)));
    }

    #[test]
    fn overlays_of_one_window_stay_there() {
        let state = Presentation { overlay: Overlay::Help, ..Presentation::default() };
        let Some(SyncMessage::State(read, _)) = read(&write(&state, 0)) else { panic!("no state") };
        assert_eq!(read.overlay, Overlay::None);
    }

    #[test]
    fn other_texts_are_ignored() {
        for text in ["", "1|none", "x|none|0|0|1", "1|nothing|0|0|1"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(HELLO), Some(SyncMessage::Hello));
    }
}
