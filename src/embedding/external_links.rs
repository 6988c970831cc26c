//! Links of an embedded page open in a new window, since they must not leave the frame. Where that is forbidden, the
//! address is shown to copy.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement, HtmlInputElement, MouseEvent};

use wsis_platform::listener::WindowListener;
use wsis_platform::{document, element_by_id, window};

/// The class of an address to copy.
const SHOWN: &str = "address-to-copy";

/// Opens links in new windows as long as the current reactive owner lives. A fragment that is not on this page leads to
/// the page whose address `whole` returns.
pub(crate) fn open_elsewhere(whole: impl Fn() -> String + 'static) {
    WindowListener::new("click", move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        // The one that loads this page again.
        if link.get_attribute("href").is_some_and(|href| href.is_empty()) {
            return;
        }
        event.prevent_default();
        let within = link.get_attribute("href").filter(|href| href.starts_with('#'));
        let address = match &within {
            Some(hash) if scroll_to(hash) => return,
            Some(hash) => format!("{}{hash}", whole()),
            None => link.href(),
        };
        if !open(&address) {
            show(&link, &address);
        }
    })
    .keep();
}

/// Shows the place that a fragment names; says whether there is one. The address stays, so nothing is added to go back to.
fn scroll_to(hash: &str) -> bool {
    let place = hash.get(1..).and_then(element_by_id);
    place.map(|place| place.scroll_into_view()).is_some()
}

/// Opens an address in a window of its own that cannot reach this one; says whether the browser allows it.
fn open(address: &str) -> bool {
    let opened =
        window().and_then(|window| window.open_with_url_and_target("about:blank", "_blank").ok().flatten());
    let Some(opened) = opened else { return false };
    // First the way: in a sandbox without escape a window that has lost its opener goes nowhere. It is still empty when
    // it loses it.
    let leads_there = opened.location().replace(address).is_ok();
    leads_there && Reflect::set(&opened, &JsValue::from("opener"), &JsValue::NULL).is_ok()
}

/// Shows the address behind the link, ready to be copied.
fn show(link: &Element, address: &str) {
    let shown = |element: &Element| element.class_name() == SHOWN;
    if link.next_element_sibling().is_some_and(|next| shown(&next)) {
        return;
    }
    let field = document().and_then(|document: Document| document.create_element("input").ok());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    field.set_class_name(SHOWN);
    field.set_read_only(true);
    field.set_value(address);
    let label = link.text_content().unwrap_or_default();
    let _ = field.set_attribute("aria-label", label.trim());
    if link.after_with_node_1(&field).is_ok() {
        field.select();
    }
}
