//! Names of countries, numbers and plural categories in the reader's language (`Intl`).

use std::cell::RefCell;

use js_sys::{Array, Intl, Object, Reflect};

/// Names of countries in one language.
pub struct CountryNames(Option<Intl::DisplayNames>);

impl CountryNames {
    /// For a BCP 47 language; without names where the browser has none.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let options = Object::new();
        let complete = Reflect::set(&options, &"type".into(), &"region".into()).is_ok()
            && Reflect::set(&options, &"fallback".into(), &"none".into()).is_ok();
        Self(complete.then(|| Intl::DisplayNames::new(&Array::of1(&language.into()), &options)))
    }

    /// The name of the country with this alpha-2 code, if the browser knows it.
    #[must_use]
    pub fn name(&self, alpha2: &str) -> Option<String> {
        self.0.as_ref()?.of(alpha2)?.as_string()
    }
}

/// A number with the digits and separators of a BCP 47 language.
#[must_use]
pub fn format_number(value: f64, language: &str) -> String {
    js_sys::Number::from(value).to_locale_string(language).into()
}

thread_local! {
    static PLURAL_RULES: RefCell<Option<Intl::PluralRules>> = const { RefCell::new(None) };
}

/// Sets the BCP 47 language of [`plural_category`].
pub fn set_plural_language(language: &str) {
    let rules = Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new());
    PLURAL_RULES.set(Some(rules));
}

/// The place of the plural category of a number in zero, one, two, few, many, other; that of other without a language.
#[must_use]
pub fn plural_category(count: u32) -> usize {
    let category = PLURAL_RULES.with_borrow(|rules| Some(String::from(rules.as_ref()?.select(count.into()))));
    let names = ["zero", "one", "two", "few", "many"];
    names.iter().position(|name| category.as_deref() == Some(name)).unwrap_or(names.len())
}
