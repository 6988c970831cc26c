//! Reading texts, attributes, styles and the focus; running scripts; frames.

use std::panic::Location;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::script::{quoted, with_helpers};
use super::{Page, Place};

impl Page {
    /// The focused element, as `tag#id[role] "name"`: `button#share "Share"`, `td[gridcell] "C2, goal 9"`, `body`.
    #[track_caller]
    pub fn focus(&self) -> impl Future<Output = String> {
        let at = Location::caller();
        self.eval(
            at,
            "let on = document.activeElement; \
             while (on && on.shadowRoot && on.shadowRoot.activeElement) on = on.shadowRoot.activeElement; \
             if (!on) return 'nothing'; \
             let said = on.localName + (on.id ? '#' + on.id : ''); \
             if (on.hasAttribute('role')) said += '[' + on.getAttribute('role') + ']'; \
             if (on === document.body) return said; \
             const by = (on.getAttribute('aria-labelledby') || '').split(/\\s+/).filter(Boolean) \
               .map(id => on.getRootNode().getElementById(id)?.textContent || '').join(' '); \
             const name = by || on.getAttribute('aria-label') \
               || (on.labels && on.labels[0] && on.labels[0].textContent) || on.textContent || on.title || ''; \
             const short = name.trim().replace(/\\s+/g, ' ').slice(0, 80); \
             return short ? said + ' \"' + short + '\"' : said;",
            vec![],
        )
    }

    /// The text of an element as it is shown, once it exists.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> impl Future<Output = String> {
        let at = Location::caller();
        async move { self.read(at, &format!("find({}).innerText", quoted(selector)), selector).await }
    }

    /// The texts of all elements of a plain CSS selector, once there is one; where there may be none, `count` is asked.
    #[track_caller]
    pub fn texts_of(&self, selector: &str) -> impl Future<Output = Vec<String>> {
        let at = Location::caller();
        async move {
            let all = format!(
                "find({0}).nodeType && Array.from(document.querySelectorAll({0}), on => on.innerText)",
                quoted(selector)
            );
            self.read(at, &all, selector).await
        }
    }

    /// How many elements a plain CSS selector finds, shown or not.
    #[track_caller]
    pub fn count(&self, selector: &str) -> impl Future<Output = usize> {
        let at = Location::caller();
        self.eval(at, "return document.querySelectorAll(arguments[0]).length;", vec![json!(selector)])
    }

    /// Whether a selector finds an element that is shown, now.
    #[track_caller]
    pub fn is_shown(&self, selector: &str) -> impl Future<Output = bool> {
        let at = Location::caller();
        self.eval(at, "return shown(arguments[0]);", vec![json!(selector)])
    }

    /// An attribute of an element, once the element exists; none where it has no such attribute.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> impl Future<Output = Option<String>> {
        let at = Location::caller();
        async move {
            let value = format!("find({}).getAttribute({})", quoted(selector), quoted(name));
            self.read(at, &value, selector).await
        }
    }

    /// A value of the style that applies to an element, once it exists: `style("h1", "color")`.
    #[track_caller]
    pub fn style(&self, selector: &str, property: &str) -> impl Future<Output = String> {
        let at = Location::caller();
        async move {
            let value = format!(
                "getComputedStyle(find({})).getPropertyValue({})",
                quoted(selector),
                quoted(property)
            );
            self.read(at, &value, selector).await
        }
    }

    /// Runs the body of a function in the page and answers what it returns; a promise is waited for. `find` and `shown` may be
    /// used in it. The page's CSP does not bind it.
    #[track_caller]
    pub fn js<T: DeserializeOwned>(&self, body: &str) -> impl Future<Output = T> {
        let at = Location::caller();
        self.eval(at, body, vec![])
    }

    /// The same for the body of an async function, with `arguments`' values as `given[0]`, ….
    #[track_caller]
    pub fn js_async<T: DeserializeOwned>(&self, body: &str, given: Vec<Value>) -> impl Future<Output = T> {
        let at = Location::caller();
        async move {
            let body = format!("const given = arguments; return (async () => {{ {body} }})();");
            self.eval(at, &body, given).await
        }
    }

    /// Runs the body of a function and reads what it returns.
    pub(super) async fn eval<T: DeserializeOwned>(&self, at: Place, body: &str, given: Vec<Value>) -> T {
        let answer = self.driver().execute(with_helpers(body), given).await;
        let answer = answer.and_then(|answer| answer.convert());
        self.must(at, &format!("run {body:?}"), answer).await
    }

    /// From here on everything is about the document in this iframe, once it is there.
    #[track_caller]
    pub fn enter_frame(&self, selector: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let element = self.shown_element(at, selector).await;
            self.must(at, &format!("enter {selector}"), element.enter_frame().await).await;
        }
    }

    /// The same for the iframe that an expression gives, such as one in a shadow tree.
    #[track_caller]
    pub fn enter_frame_of(&self, expression: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let script = format!("return {expression}");
            let found = self.must(at, expression, self.driver().execute(script, vec![]).await).await;
            let element = self.must(at, expression, found.element()).await;
            self.must(at, &format!("enter {expression}"), element.enter_frame().await).await;
        }
    }

    /// Back to the top document.
    #[track_caller]
    pub fn leave_frames(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move { self.must(at, "leave the frames", self.driver().enter_default_frame().await).await }
    }
}
