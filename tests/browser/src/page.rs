//! What tests do with a page: open, wait, click, press, read. Depends on `browser`.
//!
//! A helper that fails ends the test, names the line that called it, and shows the page's text and console. Nothing sleeps: waiting
//! happens in the page, at each change and each frame. A selector is CSS; `host >>> inner` goes through an open shadow root.
//! Everything acts on the top document until `enter_frame`.

use std::fmt::Write as _;
use std::panic::Location;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverError;
use thirtyfour::{WebDriver, WebElement};

use crate::browser::{Browser, ConsoleEntry};
use crate::engine_name::Engine;
use crate::error::Error;
use crate::keys;

/// How long a helper waits before it ends the test.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one script waits in the page: a navigation ends it, so it is asked again and again.
const SLICE: Duration = Duration::from_secs(2);
/// How often a page without scripts is looked at.
const LOOK: Duration = Duration::from_millis(25);

/// The script function behind every selector.
const FIND: &str = "const find = selector => selector.split(' >>> ').reduce((from, part) => \
                    from && (from.shadowRoot || from).querySelector(part), document);";

/// Where a helper was called; failures name it.
type Place = &'static Location<'static>;

/// The page of one browser.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// The page of a browser that was started.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// The browser behind it: emulation, CDP, console.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The WebDriver session, for what the helpers do not offer (windows, cookies, elements).
    pub fn driver(&self) -> &WebDriver {
        self.browser.driver()
    }

    /// Opens an address and waits until the document and all it names is loaded.
    #[track_caller]
    pub fn open(&self, address: &str) -> impl Future<Output = ()> {
        self.open_from(Location::caller(), address)
    }

    /// `open`, called from elsewhere.
    pub(crate) async fn open_from(&self, at: Place, address: &str) {
        self.go(at, address).await;
        self.wait(at, "document.readyState === 'complete'", &format!("{address} to be loaded")).await;
    }

    /// Opens an address and waits only until its document is there: for pages whose parts stall.
    #[track_caller]
    pub fn open_partly(&self, address: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        self.go(at, address)
    }

    /// Loads the page again and waits until it is loaded.
    #[track_caller]
    pub fn reload(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let address = self.address().await;
            self.leave(at).await;
            if self.browser.engine() == Engine::Firefox {
                // Its driver's way passes by the page's worker, as Shift and F5 do.
                self.eval::<()>(at, "location.reload();", vec![]).await;
            } else {
                self.must(at, "reload", self.driver().refresh().await).await;
            }
            self.arrived(at, &address).await;
            self.wait(at, "document.readyState === 'complete'", &format!("{address} to be loaded")).await;
        }
    }

    /// The address of the document, with what the page made of it.
    #[track_caller]
    pub fn address(&self) -> impl Future<Output = String> {
        let at = Location::caller();
        async move { self.must(at, "the address", self.driver().current_url().await).await.to_string() }
    }

    /// Goes back in the session's history; wait for what shows that it happened.
    #[track_caller]
    pub fn back(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move { self.must(at, "go back", self.driver().back().await).await }
    }

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

    /// Waits until a JavaScript expression is true; an error in it counts as false. `find(selector)` and `shown(selector)` may be
    /// used in it. Answers its value. `what` completes "waited for".
    #[track_caller]
    pub fn wait_until(&self, expression: &str, what: &str) -> impl Future<Output = Value> {
        let at = Location::caller();
        self.wait(at, expression, what)
    }

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

    /// What has the focus, as `tag#id[role] "name"`: `button#share "Share"`, `td[gridcell] "C2, goal 9"`, `body`.
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

    /// The console since the start.
    #[track_caller]
    pub fn console(&self) -> impl Future<Output = Vec<ConsoleEntry>> {
        let at = Location::caller();
        async move {
            match self.browser.console().await {
                Ok(console) => console,
                Err(trouble) => panic!("{at}: {trouble}"),
            }
        }
    }

    /// Ends the test if the console has an error or a violation of the CSP.
    #[track_caller]
    pub fn assert_clean_console(&self) -> impl Future<Output = ()> {
        let at = Location::caller();
        self.console_but_for(at, &[])
    }

    /// The same, but for errors that contain one of these texts: those that a fault is bound to cause.
    #[track_caller]
    pub fn assert_clean_console_but_for<'a>(
        &'a self,
        expected: &'a [&'a str],
    ) -> impl Future<Output = ()> + 'a {
        let at = Location::caller();
        self.console_but_for(at, expected)
    }

    /// What the window shows, as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> impl Future<Output = Vec<u8>> {
        let at = Location::caller();
        async move { self.must(at, "a screenshot", self.driver().screenshot_as_png().await).await }
    }

    /// Writes what the window shows to a PNG file.
    #[track_caller]
    pub fn screenshot_to(&self, file: &Path) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let png = self.must(at, "a screenshot", self.driver().screenshot_as_png().await).await;
            std::fs::write(file, png).unwrap_or_else(|error| panic!("{at}: {}: {error}", file.display()));
        }
    }

    /// The page printed, as PDF; `PrintParameters::default()` is a portrait letter page without backgrounds.
    #[track_caller]
    pub fn pdf(&self, parameters: PrintParameters) -> impl Future<Output = Vec<u8>> {
        let at = Location::caller();
        async move { self.must(at, "printing", self.driver().print_page(parameters).await).await }
    }

    /// Asks for an address and waits until its document has taken the place of the former.
    async fn go(&self, at: Place, address: &str) {
        self.must(at, "leave the frames", self.driver().enter_default_frame().await).await;
        self.leave(at).await;
        self.must(at, &format!("open {address}"), self.driver().goto(address).await).await;
        self.arrived(at, address).await;
    }

    /// Marks the document that is about to go. (Without scripts of the page, ours still run.)
    async fn leave(&self, at: Place) {
        self.eval::<()>(at, "window.__former = true;", vec![]).await;
    }

    /// Waits until the marked document is gone, and looks whether the new one is the browser's error page.
    async fn arrived(&self, at: Place, address: &str) {
        let arrived = "!window.__former && document.documentElement \
             && [location.protocol === 'chrome-error:' || document.documentURI.startsWith('about:neterror')]";
        if self.wait(at, arrived, &format!("{address} to answer")).await == json!([true]) {
            self.fail(at, &format!("{address} cannot be reached")).await;
        }
    }

    /// The element, once it is shown.
    async fn shown_element(&self, at: Place, selector: &str) -> WebElement {
        self.wait(at, &format!("shown({})", quoted(selector)), &format!("{selector} to be shown")).await;
        let script = with_helpers("return find(arguments[0]);");
        let found = self.driver().execute(script, vec![json!(selector)]).await;
        let element = found.and_then(thirtyfour::session::scriptret::ScriptRet::element);
        self.must(at, &format!("find {selector}"), element).await
    }

    /// Runs the body of a function and reads what it returns.
    async fn eval<T: DeserializeOwned>(&self, at: Place, body: &str, given: Vec<Value>) -> T {
        let answer = self.driver().execute(with_helpers(body), given).await;
        let answer = answer.and_then(|answer| answer.convert());
        self.must(at, &format!("run {body:?}"), answer).await
    }

    /// Waits in the page until an expression is true; answers its value.
    async fn wait(&self, at: Place, expression: &str, what: &str) -> Value {
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
    async fn look(&self, expression: &str) -> Result<Value, WebDriverError> {
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

    async fn console_but_for(&self, at: Place, expected: &[&str]) {
        let console = self.browser.console().await.unwrap_or_else(|trouble| panic!("{at}: {trouble}"));
        let wrong = console
            .iter()
            .any(|entry| entry.is_error() && !expected.iter().any(|text| entry.text.contains(text)));
        if wrong {
            self.fail(at, "the console is not clean").await;
        }
    }

    /// Unwraps, or ends the test.
    async fn must<T>(&self, at: Place, what: &str, result: Result<T, WebDriverError>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(at, &format!("{what}: {}", without_stack(&error.to_string()))).await,
        }
    }

    /// The value of an expression, once it has one: what is not there yet is waited for.
    async fn read<T: DeserializeOwned>(&self, at: Place, expression: &str, selector: &str) -> T {
        let found = self.wait(at, &format!("[{expression}]"), &format!("{selector} to be there")).await;
        match serde_json::from_value::<[T; 1]>(found) {
            Ok([value]) => value,
            Err(error) => self.fail(at, &format!("{selector}: {error}")).await,
        }
    }

    /// Ends the test with all that helps to see why; with `WSIS_ARTIFACTS` set, a screenshot is put into that folder.
    async fn fail(&self, at: Place, message: &str) -> ! {
        let mut report = format!("{at}: {message}\n");
        let page =
            "return [location.href, document.title, (document.body || {}).innerText || ''].join('\\n');";
        let page = match self.driver().execute(page, vec![]).await {
            Ok(answer) => answer.json().as_str().unwrap_or_default().chars().take(3000).collect(),
            Err(error) => format!("cannot be read: {}", without_stack(&error.to_string())),
        };
        let console = match self.browser.console().await {
            Ok(console) => console.iter().fold(String::new(), |mut text, entry| {
                writeln!(text, "  {} {}: {}", entry.level, entry.source, entry.text).expect("a string");
                text
            }),
            Err(Error { .. }) => "  cannot be read\n".to_owned(),
        };
        write!(report, "--- the page ---\n{page}\n--- its console ---\n{console}")
            .expect("a string takes all");
        if let Some(folder) = std::env::var_os("WSIS_ARTIFACTS")
            && let Ok(png) = self.driver().screenshot_as_png().await
        {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let file = Path::new(&folder).join(format!("{name}.png"));
            let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, png));
            if written.is_ok() {
                writeln!(report, "--- as it looked: {} ---", file.display()).expect("a string takes all");
            }
        }
        panic!("{report}");
    }
}

/// A script with `find` and `shown` before it.
fn with_helpers(body: &str) -> String {
    format!(
        "{FIND} const shown = selector => {{ const on = find(selector); \
         return !!on && on.checkVisibility({{visibilityProperty: true}}); }}; {body}"
    )
}

/// A JavaScript string.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The driver's messages end with a list of addresses in its own code.
fn without_stack(message: &str) -> &str {
    let end = message.find("#0 0x").unwrap_or(message.len());
    message[..end].trim_end()
}
