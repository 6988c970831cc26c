//! Saving a text as a file on the reader's machine.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::document;

/// Offers a text as a file; says whether the browser took it. Frames without leave to download drop it silently.
pub(crate) fn text(name: &str, text: &str) -> bool {
    // With the mark that lets every editor and spreadsheet know the encoding.
    let parts = Array::of2(&"\u{feff}".into(), &text.into());
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let offered = offer(name, &address);
    // The browser has its own hold on what is being saved; failing to let go of ours loses nothing.
    let _ = Url::revoke_object_url(&address);
    offered.is_some()
}

fn offer(name: &str, address: &str) -> Option<()> {
    let link = document()?.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Some(())
}
