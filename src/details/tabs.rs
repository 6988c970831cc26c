//! The tabs of the panel, with the keys that the ARIA Authoring Practices give to tabs.
//!
//! The one that is shown is drawn at once, the others when the browser is idle: an embedded page and paper show them below each
//! other.

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use wsis_core::language::Direction;
use wsis_platform::focus::focus_now;
use wsis_platform::timer;
use wsis_state::Explorer;
use wsis_state::effect::memo;
use wsis_state::layout::PanelTab;

use crate::ui::any_view::{aria_bool, view};

/// A tab with its content.
pub(crate) struct Tab {
    /// Which tab it is.
    pub(crate) tab: PanelTab,
    /// Its name.
    pub(crate) label: &'static str,
    /// How many things it holds; `None` while that is not known, or where it is not counted.
    pub(crate) count: Signal<Option<u32>>,
    /// Draws its content.
    pub(crate) content: DrawTab,
}

/// Draws the content of a tab.
pub(crate) type DrawTab = Box<dyn FnOnce() -> AnyView>;

impl Tab {
    /// A tab whose things are not counted.
    pub(crate) fn uncounted(tab: PanelTab, label: &'static str, content: DrawTab) -> Self {
        Self { tab, label, count: Signal::stored(None), content }
    }
}

/// A panel of a head that stays in sight, a line of facts, and tabs.
pub(crate) fn tabbed_panel(head: AnyView, facts: AnyView, tabs: Vec<Tab>) -> AnyView {
    let explorer = Explorer::get();
    let order: Vec<PanelTab> = tabs.iter().map(|tab| tab.tab).collect();
    let known = order.clone();
    let shown = memo(move || {
        let wanted = explorer.layout.tab.get().filter(|tab| known.contains(tab));
        wanted.or_else(|| known.first().copied())
    });
    let is_idle = RwSignal::new(explorer.navigation.is_embedded);
    timer::when_idle(move || {
        let _ = is_idle.try_set(true);
    });
    let mut buttons = Vec::new();
    let mut contents = Vec::new();
    for Tab { tab, label, count, content } in tabs {
        let order = order.clone();
        buttons.push(view! {
            <button
                type="button"
                role="tab"
                id=button_id(tab)
                aria-controls=content_id(tab)
                aria-selected=move || aria_bool(shown.get() == Some(tab))
                tabindex=move || if shown.get() == Some(tab) { "0" } else { "-1" }
                on:click=move |_| explorer.layout.tab.set(Some(tab))
                on:keydown=move |event| on_key(explorer, &order, tab, &event)
            >
                {label}
                {move || count.get().map(|count| view! { <span class="tab-count">{count.to_string()}</span> })}
            </button>
        });
        contents.push(view! {
            <div
                class="tab-content"
                class:current=move || shown.get() == Some(tab)
                role="tabpanel"
                id=content_id(tab)
                aria-labelledby=button_id(tab)
                data-tab=tab.code()
            >
                {draw_when_needed(move || is_idle.get() || shown.get() == Some(tab), content)}
            </div>
        });
    }
    view! {
        <div class="panel-top">
            {head}
            {facts}
            <div class="tabs" role="tablist" aria-label=explorer.messages().panel_tabs()>{buttons}</div>
        </div>
        <div class="tab-contents">{contents}</div>
    }
}

/// A content that is drawn once, when it is first needed.
fn draw_when_needed(is_needed: impl Fn() -> bool + Send + Sync + 'static, draw: DrawTab) -> AnyView {
    let was_needed = Memo::new(move |before| before == Some(&true) || is_needed());
    let draw = StoredValue::new_local(Some(draw));
    let content = move || {
        let draw = was_needed.get().then(|| draw.try_update_value(Option::take)).flatten().flatten()?;
        Some(draw())
    };
    content.into_any()
}

fn button_id(tab: PanelTab) -> String {
    format!("tab-{}", tab.code())
}

fn content_id(tab: PanelTab) -> String {
    format!("tab-content-{}", tab.code())
}

fn on_key(explorer: Explorer, order: &[PanelTab], at: PanelTab, event: &KeyboardEvent) {
    let Some(place) = order.iter().position(|tab| *tab == at) else { return };
    let last = order.len().saturating_sub(1);
    let (before, after) = (place.checked_sub(1).unwrap_or(last), if place == last { 0 } else { place + 1 });
    let mirrored = explorer.language().direction() == Direction::RightToLeft;
    let next = match event.key().as_str() {
        "Home" => 0,
        "End" => last,
        "ArrowLeft" if mirrored => after,
        "ArrowRight" if mirrored => before,
        "ArrowLeft" => before,
        "ArrowRight" => after,
        _ => return,
    };
    event.prevent_default();
    if let Some(tab) = order.get(next) {
        explorer.layout.tab.set(Some(*tab));
        let _ = focus_now(&button_id(*tab));
    }
}

/// The line of facts below the heading: what there is, with its numbers.
pub(crate) fn facts_line(facts: impl Fn() -> Vec<String> + Send + 'static) -> AnyView {
    let items =
        move || facts().into_iter().map(|fact| view! { <li>{with_strong_number(fact)}</li> }).collect_view();
    view! { <ul class="panel-facts">{items}</ul> }
}

/// A fact with the number that it begins with set off.
fn with_strong_number(fact: String) -> AnyView {
    match fact.split_once(' ') {
        Some((number, rest)) if number.parse::<u32>().is_ok() => {
            view! { <b>{number.to_owned()}</b> {format!(" {rest}")} }
        }
        _ => fact.into_any(),
    }
}
