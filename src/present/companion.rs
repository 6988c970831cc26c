//! The other window of a talk: stage and speaker view tell each other every change, both ways. Either may come and go;
//! each holds all of the talk.

use js_sys::Math;
use leptos::prelude::*;
use wsis_core::talk::{Cover, Talk};

use super::Running;
use crate::dom::channel::Channel;
use crate::dom::storage;

/// Where the talk's own number is kept; the window with the notes is opened by the stage and gets it so.
const TALK: &str = "wsis-talk";

/// What a window says when it comes, and when it goes.
const COMES: &str = "comes";
const GOES: &str = "goes";

/// The line to the other window.
pub(super) struct Companion(Channel);

impl Companion {
    /// Opens the line; none where the browser has no such lines.
    pub(super) fn start(running: Running) -> Option<Self> {
        let name = format!("{TALK}-{}", number_of_talk());
        let channel = Channel::open(&name, move |said| hear(running, &said))?;
        channel.say(COMES);
        Some(Self(channel))
    }

    /// Tells that this window leaves the talk.
    pub(super) fn say_goodbye(&self) {
        self.0.say(GOES);
    }

    /// Tells where the talk stands.
    pub(super) fn tell(&self, talk: &Talk, started: u64) {
        self.0.say(&written(talk, started));
    }
}

/// The number of the talk in this window; a new one where there is none.
fn number_of_talk() -> String {
    storage::of_window(TALK).unwrap_or_else(|| {
        // Only has to differ from other talks in the same browser.
        let number = format!("{:x}", (Math::random() * f64::from(u32::MAX)).to_bits());
        // Where nothing can be kept, the two windows do not find each other, and the speaker is told.
        let _ = storage::keep_for_window(TALK, &number);
        number
    })
}

fn hear(running: Running, said: &str) {
    if said == GOES {
        let _ = running.accompanied.try_set(false);
        return;
    }
    let _ = running.accompanied.try_set(true);
    if said == COMES {
        running.tell();
    } else if let Some((heard, started)) = read(said) {
        let known = running.talk.get_untracked();
        // How many steps there are each window knows for itself.
        let step = if known.steps > 0 { heard.step.min(known.steps - 1) } else { heard.step };
        running.clock.started.set(started);
        // What only the other window shows, or only this one, stays there.
        let own = known.cover != Cover::None && !known.cover.is_for_the_room() && heard.cover == Cover::None;
        let cover = if own { known.cover } else { heard.cover };
        let talk = Talk { steps: known.steps, step, cover, pointed: known.pointed, ..heard };
        if talk != known {
            running.talk.set(talk);
        }
    }
}

/// A talk as a text: numbers and one word, with bars between.
fn written(talk: &Talk, started: u64) -> String {
    let cover = if talk.cover.is_for_the_room() { talk.cover } else { Cover::None };
    let (auto, captions) = (u8::from(talk.auto), u8::from(talk.captions));
    format!("{}|{}|{auto}|{captions}|{started}", talk.step, cover.id())
}

/// The talk of such a text; none of anything else.
fn read(said: &str) -> Option<(Talk, u64)> {
    let mut parts = said.split('|');
    let mut part = || parts.next();
    let talk = Talk {
        step: part()?.parse().ok()?,
        cover: Cover::of(part()?)?,
        auto: part()? == "1",
        captions: part()? == "1",
        ..Talk::default()
    };
    Some((talk, part()?.parse().ok()?))
}
