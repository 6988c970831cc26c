//! The browser's interface to the service worker (`web/worker`): messages, new versions, storage.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, MessageEvent};

use wsis_platform::reflect::{call, call_async, get};
use wsis_platform::{location, window};

/// The message that lets a waiting version take over.
const TAKE_OVER: &str = "take over";

/// The browser's service workers; `None` where it has none for this page.
fn workers() -> Option<JsValue> {
    get(&get(window()?.as_ref(), "navigator")?, "serviceWorker")
}

/// Whether this page can have a service worker.
pub(crate) fn is_supported() -> bool {
    workers().is_some()
}

/// The registration of this page; `None` without a service worker.
pub(crate) async fn registration() -> Option<JsValue> {
    call_async(&workers()?, "getRegistration", &[]).await
}

/// Whether a service worker is active.
pub(crate) fn is_active(registration: &JsValue) -> bool {
    get(registration, "active").is_some()
}

/// Whether one is being installed.
pub(crate) fn is_installing(registration: &JsValue) -> bool {
    get(registration, "installing").is_some()
}

/// Waits until one is active.
pub(crate) async fn wait_until_active() {
    if let Some(ready) = workers().and_then(|workers| get(&workers, "ready"))
        && let Ok(ready) = ready.dyn_into::<Promise>()
    {
        // It cannot fail, only last.
        let _ = JsFuture::from(ready).await;
    }
}

/// Sends a message and waits for the answer, both as JSON; `None` without an answer.
pub(crate) async fn send(message: String) -> Option<String> {
    let active = get(&registration().await?, "active")?;
    let constructor: Function = get(&js_sys::global(), "MessageChannel")?.dyn_into().ok()?;
    let channel = Reflect::construct(&constructor, &Array::new()).ok()?;
    let (own, other) = (get(&channel, "port1")?, get(&channel, "port2")?);
    let answered = Promise::new(&mut |resolve, _| {
        // A port takes every listener.
        let _ = Reflect::set(&own, &"onmessage".into(), &resolve);
    });
    call(&active, "postMessage", &[message.into(), Array::of1(&other).into()])?;
    let answer = JsFuture::from(answered).await.ok()?;
    call(&own, "close", &[]);
    get(&answer, "data")?.as_string()
}

/// Calls `act` with each message that the worker sends by itself, as long as the page lives.
pub(crate) fn on_message(act: impl Fn(String) + 'static) {
    let Some(workers) = workers() else { return };
    listen(&workers, "message", move |event| {
        if let Some(said) = event.unchecked_ref::<MessageEvent>().data().as_string() {
            act(said);
        }
    });
}

/// Calls `act` when a newer version waits, now or later, as long as the page lives.
pub(crate) fn on_newer_version(registration: JsValue, act: impl Fn() + Clone + 'static) {
    // The first version of all waits for nobody, though for a moment it is called waiting.
    let waits = |registration: &JsValue| is_active(registration) && get(registration, "waiting").is_some();
    if waits(&registration) {
        act();
    }
    let found = registration.clone();
    listen(&registration, "updatefound", move |_| {
        let Some(coming) = get(&found, "installing") else { return };
        let (registration, act) = (found.clone(), act.clone());
        listen(&coming, "statechange", move |_| {
            if waits(&registration) {
                act();
            }
        });
    });
}

/// Activates the waiting version and reloads the page.
pub(crate) async fn load_newer_version() {
    let waiting = registration().await.and_then(|registration| get(&registration, "waiting"));
    match (waiting, workers()) {
        (Some(waiting), Some(workers)) => {
            listen(&workers, "controllerchange", |_| reload());
            call(&waiting, "postMessage", &[TAKE_OVER.into()]);
        }
        // Another window was quicker.
        _ => reload(),
    }
}

fn reload() {
    if let Some(location) = window().and_then(|window| get(window.as_ref(), "location")) {
        call(&location, "reload", &[]);
    }
}

/// Removes the service worker and its caches without its help: it may be broken.
pub(crate) async fn remove_everything() {
    if let Some(registration) = registration().await {
        call_async(&registration, "unregister", &[]).await;
    }
    let Some(caches) = window().and_then(|window| get(window.as_ref(), "caches")) else { return };
    let Some(names) = call_async(&caches, "keys", &[]).await else { return };
    let ours = format!("wsis-sdg-matrix {} ", path_of(&location::resolve_folder("./")));
    for name in names.unchecked_into::<Array>().iter() {
        if name.as_string().is_some_and(|name| name.starts_with(&ours)) {
            call_async(&caches, "delete", &[name]).await;
        }
    }
}

/// The path of an address of the web.
fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').and_then(|at| host.get(at..)).unwrap_or("/")
}

/// Asks the browser not to evict the copy. Returns its answer.
pub(crate) async fn request_persistence() -> Option<bool> {
    call_async(&storage()?, "persist", &[]).await?.as_bool()
}

/// How much room this dataset takes up and how much it may, in MB.
pub(crate) async fn storage_estimate() -> Option<(u32, u32)> {
    let estimate = call_async(&storage()?, "estimate", &[]).await?;
    // Whole numbers of bytes; what is larger than the type holds is as much as anybody needs to know.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let megabytes = |name: &str| Some((get(&estimate, name)?.as_f64()? / 1_000_000.0) as u32);
    Some((megabytes("usage")?, megabytes("quota")?))
}

fn storage() -> Option<JsValue> {
    get(&get(window()?.as_ref(), "navigator")?, "storage")
}

/// Listens as long as the page lives.
fn listen(target: &JsValue, event: &str, act: impl Fn(JsValue) + 'static) {
    let closure = Closure::<dyn Fn(JsValue)>::new(act).into_js_value();
    // What has events takes every listener.
    let _ = target
        .unchecked_ref::<EventTarget>()
        .add_event_listener_with_callback(event, closure.unchecked_ref());
}
