//! Timers that stop when they go out of scope.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use crate::window;

/// A running timer; dropping it stops it.
pub struct Timer {
    handle: Option<i32>,
    _closure: Option<Closure<dyn FnMut()>>,
}

impl Timer {
    /// Calls `act` once after `milliseconds`.
    pub fn after(milliseconds: u32, act: impl FnMut() + 'static) -> Self {
        let Some(window) = window() else { return Self { handle: None, _closure: None } };
        let closure = Closure::<dyn FnMut()>::new(act);
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let callback = closure.as_ref().unchecked_ref();
        let handle = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
        Self { handle: handle.ok(), _closure: Some(closure) }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

/// Waits for some milliseconds.
pub async fn wait(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            // A timer is refused nowhere.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(over).await;
}

/// Calls `act` once the current task has ended.
pub fn run_soon(act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let closure = Closure::once_into_js(act);
        // A timer is refused nowhere.
        let _ = window.set_timeout_with_callback(closure.unchecked_ref());
    }
}

/// Calls `act` before the next frame is drawn.
pub fn run_in_frame(act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        // A browser refuses no frame.
        let _ = window.request_animation_frame(Closure::once_into_js(act).unchecked_ref());
    }
}

/// Calls `act` once the browser is idle; after two seconds where it cannot say so.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let closure = Closure::once_into_js(act);
    if window.request_idle_callback(closure.unchecked_ref()).is_err() {
        // Safari has no idle callbacks. A timer is refused nowhere.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), 2000);
    }
}

/// A repeating timer; dropping it stops it.
pub struct Interval {
    handle: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Interval {
    /// Calls `act` at this interval, in milliseconds.
    pub fn new(milliseconds: i32, act: impl FnMut() + 'static) -> Self {
        let closure = Closure::<dyn FnMut()>::new(act);
        let handle = window().and_then(|window| {
            let act = closure.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(act, milliseconds).ok()
        });
        Self { handle, _closure: closure }
    }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle) {
            window.clear_interval_with_handle(handle);
        }
    }
}

/// The time, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and after 1970")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Today's date for the reader, ISO 8601.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    format!("{}-{}-{}", now.get_full_year(), two(now.get_month() + 1), two(now.get_date()))
}
