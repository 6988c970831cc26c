//! The explorer in a page of others: what it tells that page and what it does for it. The messages are those of
//! docs/embedding.md; only the window around this one is listened to, and from its first `hello` on only its origin.
//!
//! May use `state` and `dom`; the views know nothing of it but that they are framed.

mod limit;
mod looks;

use leptos::prelude::*;
use web_sys::MessageEvent;
use wsis_core::address::{Selection, Theme, encode};
use wsis_page::failure_text::failure_text;

use crate::api::Remote;
use crate::dom::frame::{self, HostMessage, Says, Told};
use crate::dom::listener::WindowListener;
use crate::dom::size;
use crate::dom::timer::{self, Timer};
use crate::state::Explorer;
use limit::Limit;

/// The origin of nothing in particular: before the page around has said which it has, and where it has none.
const ANY: &str = "*";

/// How much a page around may ask for in a second.
const MESSAGES: u32 = 60;

/// How long it takes until the height is told again, in milliseconds: a page that answers a height with another width
/// could go on for ever.
const HEIGHT_PAUSE: u32 = 100;

/// Heights beyond these are mistakes.
const LEAST: f64 = 40.0;
const MOST: f64 = 30_000.0;

/// Tells the page around what happens, and listens to it.
pub(crate) fn start(explorer: Explorer) {
    if frame::parent().is_none() {
        return;
    }
    let host = Host { origin: StoredValue::new(None), chosen: StoredValue::new(None) };
    listen(explorer, host);
    tell_view(explorer, host);
    tell_ready(explorer, host);
    tell_selection(explorer, host);
    tell_failure(explorer, host);
}

/// The page around.
#[derive(Clone, Copy)]
struct Host {
    origin: StoredValue<Option<String>>,
    /// What it selected itself, until that has happened.
    chosen: StoredValue<Option<Selection>>,
}

impl Host {
    /// Whether a message from this origin counts; the first `hello` decides.
    fn accepts(self, message: &HostMessage) -> bool {
        match self.origin.get_value() {
            Some(known) => known == message.origin,
            None => {
                let greets = message.says == Says::Hello;
                if greets {
                    self.origin.set_value(Some(message.origin.clone()));
                }
                greets
            }
        }
    }

    fn tell(self, kind: &str, told: &[(&str, Told<'_>)]) {
        let origin = self.origin.get_value().filter(|origin| origin.contains("://"));
        frame::tell(kind, told, origin.as_deref().unwrap_or(ANY));
    }
}

fn listen(explorer: Explorer, host: Host) {
    let mut limit = Limit::new(MESSAGES);
    let style = RwSignal::new(Vec::new());
    let contrast = Memo::new(move |_| explorer.view.with(|view| view.theme == Some(Theme::Contrast)));
    // Who asks for strong contrast gets it unchanged.
    Effect::new(move || style.with(|style| looks::apply(if contrast.get() { &[] } else { style })));
    WindowListener::new("message", move |event: MessageEvent| {
        let Some(message) = frame::read(&event) else { return };
        if !limit.allows() || !host.accepts(&message) {
            return;
        }
        if let Some(given) = message.style {
            style.set(given);
        }
        match message.says {
            Says::Hello => {}
            Says::Set(changes) => {
                for bad in explorer.host_sets(&changes) {
                    let text = explorer.messages.notice_bad_value(bad.name, &bad.value);
                    host.tell("error", &[("code", Told::Text("value")), ("message", Told::Text(&text))]);
                }
            }
            Says::Reset => explorer.host_resets(),
        }
        host.chosen.set_value(Some(explorer.selection.get_untracked()));
    })
    .keep();
}

/// That the matrix is there, and how high it is; then every height that it takes.
fn tell_ready(explorer: Explorer, host: Host) {
    let told = StoredValue::new(false);
    Effect::new(move || {
        if explorer.site.with(Option::is_none) || told.get_value() {
            return;
        }
        told.set_value(true);
        // When it has been drawn. Not in the next frame: out of sight of its reader a frame is not painted at all.
        timer::soon(move || {
            let address = untrack(|| explorer.own_address());
            let height = size::height().clamp(LEAST, MOST);
            host.tell("ready", &[("address", Told::Text(&address)), ("height", Told::Number(height))]);
            tell_heights(host, height);
        });
    });
}

/// Every height that differs from the last one told, at most ten in a second, the last of a series always.
fn tell_heights(host: Host, first: f64) {
    let (last, waits) = (StoredValue::new(first), StoredValue::new(false));
    let pause = StoredValue::new_local(None::<Timer>);
    let tell = move || {
        let height = size::height().clamp(LEAST, MOST);
        // Less than a pixel is rounding, and would be answered by rounding.
        if (height - last.get_value()).abs() >= 1.0 {
            last.set_value(height);
            host.tell("resize", &[("height", Told::Number(height))]);
        }
    };
    size::follow_height(move || {
        if waits.get_value() {
            return;
        }
        waits.set_value(true);
        tell();
        pause.set_value(Some(Timer::after(HEIGHT_PAUSE, move || {
            waits.set_value(false);
            tell();
        })));
    });
}

/// All that is looked at, by the names of the address.
fn tell_view(explorer: Explorer, host: Host) {
    Effect::new(move || {
        let query = explorer.view.with(encode);
        host.tell("view", &[("query", Told::Text(&query))]);
    });
}

fn tell_selection(explorer: Explorer, host: Host) {
    Effect::new(move |before: Option<Selection>| {
        let selection = explorer.selection.get();
        // What the page around selects it need not be told: it could answer for ever.
        let chosen = host.chosen.try_update_value(Option::take).flatten();
        if before.is_some_and(|before| before != selection) && chosen != Some(selection) {
            untrack(|| tell_selected(explorer, host, selection));
        }
        selection
    });
}

fn tell_selected(explorer: Explorer, host: Host, selection: Selection) {
    let address = explorer.own_address();
    let mut told = vec![("address", Told::Text(&address))];
    if let Some(line) = selection.line() {
        told.push(("line", Told::Text(line.id())));
    }
    if let Some(goal) = selection.goal() {
        told.push(("goal", Told::Number(f64::from(goal.number()))));
    }
    let counts = explorer.site.get().and_then(|site| match selection {
        Selection::Cell(line, goal) => Some(explorer.numbers(&site).cell(line, goal)),
        _ => None,
    });
    let counts = counts.map(|count| [("declared", count.declared), ("derived", count.derived)]);
    if let Some(counts) = &counts {
        told.push(("counts", Told::Numbers(counts)));
    }
    host.tell("select", &told);
}

/// That the matrix could not be loaded; a page that waits then knows why.
fn tell_failure(explorer: Explorer, host: Host) {
    Effect::new(move || {
        if let Remote::Failed(failure) = explorer.site_remote() {
            let text = failure_text(explorer.messages, &failure);
            host.tell("error", &[("code", Told::Text("load")), ("message", Told::Text(&text))]);
        }
    });
}
