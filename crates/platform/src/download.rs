//! Files for the reader to save: text, and SVG drawn as PNG.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, HtmlImageElement, Url,
};

use crate::document;

/// Saves a text as a file; `false` where the browser refuses. A frame that may not download drops it silently.
#[must_use]
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    // The byte order mark tells spreadsheets the encoding; JSON and SVG must not have it.
    let mark = if kind == "text/plain" || kind == "text/csv" { "\u{feff}" } else { "" };
    blob_of(&format!("{mark}{text}"), kind).is_some_and(|blob| offer(name, &blob).is_some())
}

/// Saves bytes as a file; `false` where the browser refuses.
#[must_use]
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| offer(name, &blob).is_some())
}

/// Saves an SVG as PNG at `scale` times its size; `false` where the browser cannot draw or save it.
pub async fn save_png(name: &str, svg: &str, scale: u32) -> bool {
    match drawn(svg, scale).await {
        Some(blob) => offer(name, &blob).is_some(),
        None => false,
    }
}

fn blob_of(text: &str, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

fn offer(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = document()?.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The browser has its own hold on what is being saved; failing to let go of ours loses nothing.
    let _ = Url::revoke_object_url(&address);
    Some(())
}

async fn drawn(svg: &str, scale: u32) -> Option<Blob> {
    let address = Url::create_object_url_with_blob(&blob_of(svg, "image/svg+xml")?).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&address);
    let loaded = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&address);
    loaded.ok()?;
    let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(image.natural_width() * scale);
    canvas.set_height(image.natural_height() * scale);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let made = Promise::new(&mut |resolve, reject| {
        let made = Closure::once_into_js(move |blob: JsValue| {
            // Settling a promise cannot fail.
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        if canvas.to_blob(made.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
