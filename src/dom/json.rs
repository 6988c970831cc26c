//! JSON through the browser's own parser, read as the types of the contract.
//!
//! `JSON.parse` is in every browser, so no parser is shipped. What is here walks the parsed value for serde; it reads
//! what the contract's types ask for and no more. Compared with serde_json it saves 17 kB of the first load, compared with
//! serde-wasm-bindgen 7 kB: their errors print every kind of value, which brings along the printing of floating point
//! numbers.

use std::fmt::{self, Display};
use std::slice;

use js_sys::{Array, JSON, Object, Reflect};
use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// A text as a string of JSON, written by the browser.
pub(crate) fn quote(text: &str) -> String {
    // Every text can be written.
    js_sys::JSON::stringify(&text.into()).map(String::from).unwrap_or_default()
}

/// A number as JSON has it, written by the browser.
pub(crate) fn number(value: f64) -> String {
    // No number that is read can be anything but finite.
    js_sys::JSON::stringify(&value.into()).map(String::from).unwrap_or_default()
}

/// Reads a text as a type of the contract.
///
/// # Errors
/// What is wrong, in plain words: no JSON, or not the shape that was expected.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Wrong> {
    let value = JSON::parse(text).map_err(|error| Wrong(js_sys::Error::from(error).message().into()))?;
    T::deserialize(Value(value))
}

/// What is wrong with a text or a value.
#[derive(Debug)]
pub(crate) struct Wrong(String);

impl Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }

    // The default would print the value itself, whatever it is.
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("{expected} was expected"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("{expected} was expected"))
    }
}

/// A parsed value.
struct Value(JsValue);

impl Value {
    fn object(self) -> Option<Object> {
        if Array::is_array(&self.0) { None } else { self.0.dyn_into().ok() }
    }
}

/// Gives the visitor what was found, or says what it expected instead.
fn visit<'de, V: Visitor<'de>, T>(
    found: Option<T>,
    visitor: V,
    give: impl FnOnce(V, T) -> Result<V::Value, Wrong>,
) -> Result<V::Value, Wrong> {
    match found {
        Some(found) => give(visitor, found),
        None => Err(serde::de::Error::invalid_type(Unexpected::Unit, &visitor)),
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visit(None::<()>, visitor, |visitor, ()| visitor.visit_unit())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visit(self.0.as_bool(), visitor, V::visit_bool)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visit(self.0.as_f64(), visitor, V::visit_f64)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let whole = self.0.as_f64().filter(|value| value.fract() == 0.0 && value.abs() < MOST);
        // Whole and in range, so nothing is lost.
        #[allow(clippy::cast_possible_truncation)]
        visit(whole, visitor, |visitor, value| visitor.visit_i64(value as i64))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visit(self.0.as_string(), visitor, V::visit_string)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.0.is_undefined() || self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let items = self.0.dyn_into::<Array>().ok();
        visit(items, visitor, |visitor, items| visitor.visit_seq(Items { items, next: 0 }))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visit(self.object(), visitor, |visitor, object| {
            let names = Object::keys(&object);
            visitor.visit_map(Entries { object, names, next: 0, value: JsValue::NULL })
        })
    }

    /// A struct is read field by field in its own order, each asked for by name: so none of the code is compiled that
    /// would find out which field a name means.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visit(self.object(), visitor, |visitor, object| {
            let mut fields = Fields { object, names: fields.iter(), missing: None };
            let read = visitor.visit_seq(&mut fields);
            read.map_err(|wrong| {
                fields.missing.map_or(wrong, |name| Wrong(format!("missing field `{name}`")))
            })
        })
    }

    /// The contract's enums are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visit(self.0.as_string(), visitor, |visitor, word| visitor.visit_enum(Word(word)))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_string(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
    }
}

/// The largest whole number that JSON numbers of the browser hold exactly, 2^53.
const MOST: f64 = 9_007_199_254_740_992.0;

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        if self.next >= self.items.length() {
            return Ok(None);
        }
        let item = self.items.get(self.next);
        self.next += 1;
        seed.deserialize(Value(item)).map(Some)
    }
}

/// The fields of a struct in the order in which it asks for them.
struct Fields {
    object: Object,
    names: slice::Iter<'static, &'static str>,
    missing: Option<&'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Wrong;

    /// A field that is not there is read as nothing, which suits an `Option`; else the struct may have a default for it,
    /// or it is missing.
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let value = Reflect::get(&self.object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if !value.is_undefined() {
            return seed.deserialize(Value(value)).map(Some);
        }
        let nothing = seed.deserialize(Value(value)).ok();
        if nothing.is_none() {
            self.missing = Some(name);
        }
        Ok(nothing)
    }
}

/// The entries of a map.
struct Entries {
    object: Object,
    names: Array,
    next: u32,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        if self.next >= self.names.length() {
            return Ok(None);
        }
        let name = self.names.get(self.next);
        self.next += 1;
        self.value = Reflect::get(&self.object, &name).unwrap_or(JsValue::NULL);
        seed.deserialize(Value(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        seed.deserialize(Value(std::mem::replace(&mut self.value, JsValue::NULL)))
    }
}

/// A variant without content.
struct Word(String);

impl<'de> EnumAccess<'de> for Word {
    type Error = Wrong;
    type Variant = Nothing;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Nothing), Wrong> {
        Ok((seed.deserialize(StringDeserializer::new(self.0))?, Nothing))
    }
}

struct Nothing;

impl<'de> VariantAccess<'de> for Nothing {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value, Wrong> {
        Err(no_content())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, _visitor: V) -> Result<V::Value, Wrong> {
        Err(no_content())
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Wrong> {
        Err(no_content())
    }
}

fn no_content() -> Wrong {
    Wrong("a word was expected".to_owned())
}
