//! Short text messages to the other windows of this site (`BroadcastChannel`).

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// An open channel; dropping it closes it.
pub struct Broadcast {
    channel: BroadcastChannel,
    _closure: Closure<dyn FnMut(MessageEvent)>,
}

impl Broadcast {
    /// Opens the channel of this name and calls `receive` with each text that another window sends. `None` where the
    /// browser has no such channels.
    pub fn open(name: &str, receive: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                receive(text);
            }
        });
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        Some(Self { channel, _closure: closure })
    }

    /// Sends a text to all other windows.
    pub fn send(&self, text: &str) {
        // Only a closed channel fails, and then nobody receives.
        let _ = self.channel.post_message(&text.into());
    }
}

impl Drop for Broadcast {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
