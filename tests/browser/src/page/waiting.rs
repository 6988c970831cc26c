//! Waiting in the page for a condition.

use std::panic::Location;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;

use super::script::{quoted, with_helpers};
use super::{Page, Place};

/// How long a helper waits before it ends the test.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one script waits in the page: a navigation ends it, so it is asked again and again.
const SLICE: Duration = Duration::from_secs(2);
/// How often a page without scripts is looked at.
const LOOK: Duration = Duration::from_millis(25);

impl Page {
    /// Waits until a selector finds an element that is shown.
    #[track_caller]
    pub fn wait_for(&self, selector: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition = format!("shown({})", quoted(selector));
            self.wait(at, &condition, &format!("{selector} to be shown")).await;
        }
    }

    /// Waits until a selector finds nothing that is shown.
    #[track_caller]
    pub fn wait_gone(&self, selector: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition = format!("!shown({})", quoted(selector));
            self.wait(at, &condition, &format!("{selector} to be gone")).await;
        }
    }

    /// Waits until the text of an element contains this.
    #[track_caller]
    pub fn wait_text(&self, selector: &str, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition = format!("find({}).innerText.includes({})", quoted(selector), quoted(text));
            self.wait(at, &condition, &format!("{selector} to say {text:?}")).await;
        }
    }

    /// Waits until the text of an element is this, without spaces around it.
    #[track_caller]
    pub fn wait_text_is(&self, selector: &str, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition =
                format!("find({}).innerText.trim() === {}", quoted(selector), quoted(text.trim()));
            self.wait(at, &condition, &format!("{selector} to be {text:?}")).await;
        }
    }

    /// Waits until the texts of all elements of a plain CSS selector are these.
    #[track_caller]
    pub fn wait_texts(&self, selector: &str, texts: &[&str]) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition = format!(
                "JSON.stringify(Array.from(document.querySelectorAll({}), on => on.innerText)) === JSON.stringify({})",
                quoted(selector),
                json!(texts)
            );
            self.wait(at, &condition, &format!("the texts of {selector} to be {texts:?}")).await;
        }
    }

    /// Waits until a JavaScript expression is true; an error in it counts as false. `find(selector)` and `shown(selector)` may be
    /// used in it. Answers its value. `what` completes "waited for".
    #[track_caller]
    pub fn wait_until(&self, expression: &str, what: &str) -> impl Future<Output = Value> {
        let at = Location::caller();
        self.wait(at, expression, what)
    }

    /// Waits until a plain CSS selector finds so many elements, shown or not.
    #[track_caller]
    pub fn wait_count(&self, selector: &str, count: usize) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition = format!("document.querySelectorAll({}).length === {count}", quoted(selector));
            self.wait(at, &condition, &format!("{count} of {selector}")).await;
        }
    }

    /// Waits until an element has an attribute with this value, or has no such attribute.
    #[track_caller]
    pub fn wait_attribute(
        &self,
        selector: &str,
        name: &str,
        value: Option<&str>,
    ) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let condition =
                format!("find({}).getAttribute({}) === {}", quoted(selector), quoted(name), json!(value));
            self.wait(at, &condition, &format!("{name} of {selector} to be {value:?}")).await;
        }
    }

    /// Waits in the page until an expression is true; answers its value.
    pub(super) async fn wait(&self, at: Place, expression: &str, what: &str) -> Value {
        let began = Instant::now();
        let mut last;
        loop {
            match self.look(expression).await {
                Ok(answer) => {
                    if answer["met"] == true {
                        return answer["value"].clone();
                    }
                    last = answer["error"].as_str().map(ToOwned::to_owned);
                }
                // A navigation ends the script; a syntax error shows again until the time is over, and then in the message.
                Err(error) => {
                    last = Some(error.to_string().lines().next().unwrap_or_default().to_owned());
                    tokio::time::sleep(LOOK).await;
                }
            }
            if began.elapsed() > PATIENCE {
                let last =
                    last.map(|error| format!("\nthe condition's last error: {error}")).unwrap_or_default();
                let message = format!("waited {PATIENCE:?} for {what}\nthe condition: {expression}{last}");
                self.fail(at, &message).await;
            }
            if self.browser.script_disabled() {
                tokio::time::sleep(LOOK).await;
            }
        }
    }

    /// Looks once (no scripts) or for one slice of time, at each change and each frame.
    pub(super) async fn look(&self, expression: &str) -> Result<Value, WebDriverError> {
        let test = format!(
            "const test = () => {{ try {{ const value = ({expression}); return {{met: !!value, value: plain(value)}}; }} \
             catch (error) {{ return {{met: false, error: String(error)}}; }} }};\
             const plain = value => value instanceof Node ? true : value;"
        );
        if self.browser.script_disabled() {
            let script = with_helpers(&format!("{test} return test();"));
            return Ok(self.driver().execute(script, vec![]).await?.json().clone());
        }
        let script = with_helpers(&format!(
            "{test} const done = arguments[1], end = Date.now() + arguments[0]; let over = false;\
             const look = () => {{ if (over) return; const seen = test();\
               if (!seen.met && Date.now() < end) return;\
               over = true; watch.disconnect(); clearInterval(timer); done(seen); }};\
             const watch = new MutationObserver(look);\
             watch.observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});\
             const timer = setInterval(look, 50);\
             const frame = () => {{ look(); if (!over) requestAnimationFrame(frame); }}; frame();"
        ));
        let slice = u64::try_from(SLICE.as_millis()).expect("a short time");
        Ok(self.driver().execute_async(script, vec![json!(slice)]).await?.json().clone())
    }

    /// The value of an expression, once it has one: what is not there yet is waited for.
    pub(super) async fn read<T: DeserializeOwned>(&self, at: Place, expression: &str, selector: &str) -> T {
        let found = self.wait(at, &format!("[{expression}]"), &format!("{selector} to be there")).await;
        match serde_json::from_value::<[T; 1]>(found) {
            Ok([value]) => value,
            Err(error) => self.fail(at, &format!("{selector}: {error}")).await,
        }
    }
}
