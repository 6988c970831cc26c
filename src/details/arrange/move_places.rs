//! Moves rows and columns of the grid into an order, animated unless the reader prefers reduced motion. Elements are
//! moved and not redrawn, so selection and focus stay.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use wsis_core::arrangement::Arrangement;
use wsis_platform::document as page;
use wsis_platform::elements;
use wsis_platform::focus::{focus_now, focused_id};

use crate::ui::grid_order::put_in_order;

/// The duration of the animation, in milliseconds.
const DURATION: f64 = 350.0;

/// Brings the grid into this order.
pub(crate) fn move_places(arrangement: &Arrangement) {
    let Some(document) = wsis_platform::document() else { return };
    let Ok(Some(grid)) = document.query_selector(".grid") else { return };
    let focused = focused_id();
    let before = page::allows_motion().then(|| places(&grid));
    put_in_order(&grid, arrangement);
    // An element that is moved loses the focus.
    if let Some(id) = focused {
        let _ = focus_now(&id);
    }
    for (element, (left, top)) in before.into_iter().flatten() {
        let place = element.get_bounding_client_rect();
        come_from(&element, left - place.left(), top - place.top());
    }
}

/// Where everything stands that can move.
fn places(grid: &Element) -> Vec<(Element, (f64, f64))> {
    elements::all(grid, ".column-header, .row-header, .cell")
        .into_iter()
        .map(|element| {
            let place = element.get_bounding_client_rect();
            (element, (place.left(), place.top()))
        })
        .collect()
}

/// Lets an element come from elsewhere to where it is now.
fn come_from(element: &Element, x: f64, y: f64) {
    // Whole pixels: writing fractions would be 20 kB more to load.
    let (x, y) = (whole(x), whole(y));
    if (x, y) == (0, 0) {
        return;
    }
    let frame = |transform: &str| {
        let frame = Object::new();
        let _ = Reflect::set(&frame, &JsValue::from("transform"), &JsValue::from(transform));
        frame
    };
    let frames = Array::of2(&frame(&format!("translate({x}px, {y}px)")), &frame("none"));
    // web-sys counts `animate` among what may still change.
    let animate = Reflect::get(element, &JsValue::from("animate")).ok();
    if let Some(animate) = animate.as_ref().and_then(JsValue::dyn_ref::<Function>) {
        let _ = animate.call2(element, &frames, &JsValue::from(DURATION));
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a place on a screen; beyond the range it stays at its end"
)]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}
