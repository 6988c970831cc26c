//! Mouse and keyboard.

use std::panic::Location;
use std::time::Duration;

use serde_json::json;
use thirtyfour::WebElement;

use super::script::{quoted, with_helpers};
use super::{Page, Place};
use crate::keys;

impl Page {
    /// Clicks the middle of an element with the mouse, once it is shown; something lying over it is a failure.
    #[track_caller]
    pub fn click(&self, selector: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let element = self.shown_element(at, selector).await;
            self.must(at, &format!("click {selector}"), element.click().await).await;
        }
    }

    /// Moves the mouse over the middle of an element, once it is shown.
    #[track_caller]
    pub fn hover(&self, selector: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let element = self.shown_element(at, selector).await;
            let none = Some(Duration::ZERO);
            let chain = self.driver().action_chain_with_delay(none, none).move_to_element_center(&element);
            self.must(at, &format!("hover over {selector}"), chain.perform().await).await;
        }
    }

    /// Presses a key or a chord where the focus is: `Enter`, `ArrowLeft`, `Shift+Tab`, `Control+c`, `a`.
    #[track_caller]
    pub fn press(&self, chord: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let keys = keys::chord(chord);
            let none = Some(Duration::ZERO);
            let mut chain = self.driver().action_chain_with_delay(none, none);
            for key in &keys {
                chain = chain.key_down(*key);
            }
            for key in keys.iter().rev() {
                chain = chain.key_up(*key);
            }
            self.must(at, &format!("press {chord}"), chain.perform().await).await;
        }
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let none = Some(Duration::ZERO);
            let chain = self.driver().action_chain_with_delay(none, none).send_keys(text);
            self.must(at, &format!("type {text:?}"), chain.perform().await).await;
        }
    }

    /// The element, once it is shown.
    pub(super) async fn shown_element(&self, at: Place, selector: &str) -> WebElement {
        self.wait(at, &format!("shown({})", quoted(selector)), &format!("{selector} to be shown")).await;
        let script = with_helpers("return find(arguments[0]);");
        let found = self.driver().execute(script, vec![json!(selector)]).await;
        let element = found.and_then(thirtyfour::session::scriptret::ScriptRet::element);
        self.must(at, &format!("find {selector}"), element).await
    }
}
