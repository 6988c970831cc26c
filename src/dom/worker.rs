//! The worker that keeps the page on the device (`xtask/src/site/offline/worker`): questions to it, what it says unasked,
//! its next version; and what the browser promises of the room it takes.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, MessageEvent};

use super::object::{call, get, wait};
use super::{page, window};

/// What a worker is told that is to take the place of the former.
const TAKE_OVER: &str = "take over";

/// The browser's workers; none where it has none for this page.
fn workers() -> Option<JsValue> {
    get(&get(window()?.as_ref(), "navigator")?, "serviceWorker")
}

/// Whether this page can have one at all.
pub(crate) fn can_be() -> bool {
    workers().is_some()
}

/// The registration for this page; none where the page is not kept.
pub(crate) async fn registration() -> Option<JsValue> {
    wait(&workers()?, "getRegistration", &[]).await
}

/// Whether a worker is at work.
pub(crate) fn is_at_work(registration: &JsValue) -> bool {
    get(registration, "active").is_some()
}

/// Whether one is on its way.
pub(crate) fn is_coming(registration: &JsValue) -> bool {
    get(registration, "installing").is_some()
}

/// Waits until one is.
pub(crate) async fn ready() {
    if let Some(ready) = workers().and_then(|workers| get(&workers, "ready"))
        && let Ok(ready) = ready.dyn_into::<Promise>()
    {
        // It cannot fail, only last.
        let _ = JsFuture::from(ready).await;
    }
}

/// Asks the worker something, JSON for JSON; none where nobody answers.
pub(crate) async fn ask(question: String) -> Option<String> {
    let active = get(&registration().await?, "active")?;
    let constructor: Function = get(&js_sys::global(), "MessageChannel")?.dyn_into().ok()?;
    let channel = Reflect::construct(&constructor, &Array::new()).ok()?;
    let (own, other) = (get(&channel, "port1")?, get(&channel, "port2")?);
    let answered = Promise::new(&mut |resolve, _| {
        // A port takes every listener.
        let _ = Reflect::set(&own, &"onmessage".into(), &resolve);
    });
    call(&active, "postMessage", &[question.into(), Array::of1(&other).into()])?;
    let answer = JsFuture::from(answered).await.ok()?;
    call(&own, "close", &[]);
    get(&answer, "data")?.as_string()
}

/// Calls `act` with whatever the worker says unasked, as long as the page lives.
pub(crate) fn hear(act: impl Fn(String) + 'static) {
    let Some(workers) = workers() else { return };
    listen(&workers, "message", move |event| {
        if let Some(said) = event.unchecked_ref::<MessageEvent>().data().as_string() {
            act(said);
        }
    });
}

/// Calls `act` when a new version waits to take the place of the one at work, now or later, as long as the page lives.
pub(crate) fn when_newer_waits(registration: JsValue, act: impl Fn() + Clone + 'static) {
    // The first version of all waits for nobody, though for a moment it is called waiting.
    let waits = |registration: &JsValue| is_at_work(registration) && get(registration, "waiting").is_some();
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

/// Lets the version that waits take over, and loads the page anew once it has.
pub(crate) async fn load_newer() {
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

/// Takes everything away that is kept, without the worker's help: it may be the one that is broken.
pub(crate) async fn remove_everything() {
    if let Some(registration) = registration().await {
        wait(&registration, "unregister", &[]).await;
    }
    let Some(caches) = window().and_then(|window| get(window.as_ref(), "caches")) else { return };
    let Some(names) = wait(&caches, "keys", &[]).await else { return };
    let ours = format!("wsis-sdg-matrix {} ", path_of(&page::resolve("./")));
    for name in names.unchecked_into::<Array>().iter() {
        if name.as_string().is_some_and(|name| name.starts_with(&ours)) {
            wait(&caches, "delete", &[name]).await;
        }
    }
}

/// The path of an address of the web.
fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').and_then(|at| host.get(at..)).unwrap_or("/")
}

/// Asks the browser to keep what is kept until the reader removes it; says what it answered.
pub(crate) async fn persist() -> Option<bool> {
    wait(&storage()?, "persist", &[]).await?.as_bool()
}

/// How much room this site takes up and how much it may, in MB.
pub(crate) async fn room() -> Option<(u32, u32)> {
    let estimate = wait(&storage()?, "estimate", &[]).await?;
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
