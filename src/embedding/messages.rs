//! Messages between the embedded page and its host page, as in docs/embedding.md. Only the parent window is listened to,
//! and from its first `hello` on only its origin.

use leptos::prelude::*;
use web_sys::MessageEvent;
use wsis_core::address::{Selection, Theme, encode};

use wsis_page::failure_text::failure_text;
use wsis_platform::listener::WindowListener;
use wsis_platform::resize;
use wsis_platform::timer::{self, Timer};
use wsis_state::Explorer;
use wsis_state::RequestState;
use wsis_state::effect::{effect, memo};

use crate::embedding::host_style;
use crate::embedding::host_window;
use crate::embedding::host_window::HostMessage;
use crate::embedding::host_window::HostRequest;
use crate::embedding::host_window::MessageValue;
use crate::embedding::rate_limit::RateLimit;

/// Any origin: before the host has said its own, and where it has none.
const ANY: &str = "*";

/// The most messages of a host in a second.
const MAX_MESSAGES: u32 = 60;

/// The least interval between heights, in milliseconds: a host that answers a height with another width would loop.
const HEIGHT_PAUSE: u32 = 100;

/// Heights beyond these are mistakes.
const MIN_HEIGHT: f64 = 40.0;
const MAX_HEIGHT: f64 = 30_000.0;

/// Sends changes to the host page, and listens to it.
pub(crate) fn start(explorer: Explorer) {
    if host_window::parent().is_none() {
        return;
    }
    let host = Host { origin: StoredValue::new(None), chosen: StoredValue::new(None) };
    listen(explorer, host);
    send_view(explorer, host);
    send_ready(explorer, host);
    send_selection(explorer, host);
    send_failure(explorer, host);
}

/// The host page.
#[derive(Clone, Copy)]
struct Host {
    origin: StoredValue<Option<String>>,
    /// The host's own selection, until it has been applied.
    chosen: StoredValue<Option<Selection>>,
}

impl Host {
    /// Whether a message from this origin counts; the first `hello` decides.
    fn accepts(self, message: &HostMessage) -> bool {
        match self.origin.get_value() {
            Some(known) => known == message.origin,
            None => {
                let greets = message.request == HostRequest::Hello;
                if greets {
                    self.origin.set_value(Some(message.origin.clone()));
                }
                greets
            }
        }
    }

    fn post(self, kind: &str, values: &[(&str, MessageValue<'_>)]) {
        let origin = self.origin.get_value().filter(|origin| origin.contains("://"));
        host_window::post(kind, values, origin.as_deref().unwrap_or(ANY));
    }
}

fn listen(explorer: Explorer, host: Host) {
    let mut limit = RateLimit::new(MAX_MESSAGES);
    let style = RwSignal::new(Vec::new());
    let contrast = memo(move || explorer.navigation.view.with(|view| view.theme == Some(Theme::Contrast)));
    // A contrast theme keeps its own colours.
    effect(move || style.with(|style| host_style::apply(if contrast.get() { &[] } else { style })));
    WindowListener::new("message", move |event: MessageEvent| {
        let Some(message) = host_window::read(&event) else { return };
        if !limit.allows() || !host.accepts(&message) {
            return;
        }
        if let Some(given) = message.style {
            style.set(given);
        }
        match message.request {
            HostRequest::Hello => {}
            HostRequest::Set(changes) => {
                for bad in explorer.apply_host_change(&changes) {
                    let text = explorer.messages().notice_bad_value(bad.name, &bad.value);
                    host.post(
                        "error",
                        &[("code", MessageValue::Text("value")), ("message", MessageValue::Text(&text))],
                    );
                }
            }
            HostRequest::Reset => explorer.reset_for_host(),
        }
        host.chosen.set_value(Some(explorer.navigation.selection.get_untracked()));
    })
    .keep();
}

/// Sends `ready` with the height once the matrix is drawn; then each new height.
fn send_ready(explorer: Explorer, host: Host) {
    let is_sent = StoredValue::new(false);
    effect(move || {
        if explorer.data.dataset.with(Option::is_none) || is_sent.get_value() {
            return;
        }
        is_sent.set_value(true);
        // When it has been drawn. Not in the next frame: out of sight of its reader a frame is not painted at all.
        timer::run_soon(move || {
            let address = untrack(|| explorer.own_address());
            let height = resize::page_height().clamp(MIN_HEIGHT, MAX_HEIGHT);
            host.post(
                "ready",
                &[("address", MessageValue::Text(&address)), ("height", MessageValue::Number(height))],
            );
            send_heights(host, height);
        });
    });
}

/// Sends each new height, at most ten in a second, and always the last of a series.
fn send_heights(host: Host, first: f64) {
    let (last, waits) = (StoredValue::new(first), StoredValue::new(false));
    let pause = StoredValue::new_local(None::<Timer>);
    let tell = move || {
        let height = resize::page_height().clamp(MIN_HEIGHT, MAX_HEIGHT);
        // Less than a pixel is rounding, and would be answered by rounding.
        if (height - last.get_value()).abs() >= 1.0 {
            last.set_value(height);
            host.post("resize", &[("height", MessageValue::Number(height))]);
        }
    };
    resize::on_resize(move || {
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

/// Sends each view as a query string.
fn send_view(explorer: Explorer, host: Host) {
    effect(move || {
        let query = explorer.navigation.view.with(encode);
        host.post("view", &[("query", MessageValue::Text(&query))]);
    });
}

fn send_selection(explorer: Explorer, host: Host) {
    Effect::new(move |before: Option<Selection>| {
        let selection = explorer.navigation.selection.get();
        // The host's own selection is not sent back: it could loop.
        let chosen = host.chosen.try_update_value(Option::take).flatten();
        if before.is_some_and(|before| before != selection) && chosen != Some(selection) {
            untrack(|| send_selected(explorer, host, selection));
        }
        selection
    });
}

fn send_selected(explorer: Explorer, host: Host, selection: Selection) {
    let address = explorer.own_address();
    let mut values = vec![("address", MessageValue::Text(&address))];
    if let Some(line) = selection.line() {
        values.push(("line", MessageValue::Text(line.id())));
    }
    if let Some(goal) = selection.goal() {
        values.push(("goal", MessageValue::Number(f64::from(goal.number()))));
    }
    let counts = explorer.data.dataset.get().and_then(|dataset| match selection {
        Selection::Cell(line, goal) => Some(explorer.data.counts(&dataset).cell(line, goal)),
        _ => None,
    });
    let counts = counts.map(|count| [("declared", count.declared), ("derived", count.derived)]);
    if let Some(counts) = &counts {
        values.push(("counts", MessageValue::Numbers(counts)));
    }
    host.post("select", &values);
}

/// Sends why the matrix could not be loaded.
fn send_failure(explorer: Explorer, host: Host) {
    effect(move || {
        if let RequestState::Failed(failure) = explorer.data.state() {
            let text = failure_text(explorer.messages(), &failure);
            host.post(
                "error",
                &[("code", MessageValue::Text("load")), ("message", MessageValue::Text(&text))],
            );
        }
    });
}
