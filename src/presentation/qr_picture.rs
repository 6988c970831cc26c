//! The QR code of an address as a picture.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use wsis_core::contrast::Colour;

use crate::ui::any_view::view;

/// The quiet zone that scanners need around a code, in its modules.
const QUIET: i32 = 4;

/// The code of an address, always black on white for scanners; `None` for an address longer than any code can hold.
pub(crate) fn qr_picture(address: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let seen = format!("{} {} {} {}", -QUIET, -QUIET, size + 2 * QUIET, size + 2 * QUIET);
    Some(view! {
        <svg class="code-picture" viewBox=seen role="img" aria-label=label shape-rendering="crispEdges">
            <rect x=-QUIET y=-QUIET width=size + 2 * QUIET height=size + 2 * QUIET fill=Colour::WHITE.to_string()></rect>
            <path d=path fill=Colour::BLACK.to_string()></path>
        </svg>
    })
}
