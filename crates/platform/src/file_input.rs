//! Files that a reader chooses in an `<input type="file">`.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// Takes the chosen file out of the input, so that the same file can be chosen again.
#[must_use]
pub fn take_file(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The content as UTF-8; `None` where it cannot be read.
pub async fn read_text(file: File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
