//! Names of countries in the reader's language, from the browser (`Intl.DisplayNames`).

use js_sys::{Array, Intl, Object, Reflect};

/// Names countries by their alpha-2 code in one language.
pub(crate) struct CountryNames(Option<Intl::DisplayNames>);

impl CountryNames {
    /// For a BCP 47 language; names nothing where the browser cannot.
    pub(crate) fn new(language: &str) -> Self {
        let options = Object::new();
        let known = Reflect::set(&options, &"type".into(), &"region".into()).is_ok()
            && Reflect::set(&options, &"fallback".into(), &"none".into()).is_ok();
        Self(known.then(|| Intl::DisplayNames::new(&Array::of1(&language.into()), &options)))
    }

    /// The country's name, if the browser knows one.
    pub(crate) fn name(&self, alpha2: &str) -> Option<String> {
        self.0.as_ref()?.of(alpha2)?.as_string()
    }
}

/// A number as it is written in a language, with its own digits and marks.
pub(crate) fn number_text(value: f64, language: &str) -> String {
    js_sys::Number::from(value).to_locale_string(language).into()
}
