//! JSON through the browser's own parser, deserialized by serde.
//!
//! `JSON.parse` is in every browser, so no parser is shipped. This deserializer walks the parsed value; it supports
//! exactly the shapes that the contract's types use. Compared with serde_json it saves 17 kB of the first load, compared with
//! serde-wasm-bindgen 7 kB: their errors print every kind of value, which brings along the printing of floating point
//! numbers.

pub mod error;
mod variant;

use std::slice;

use js_sys::{Array, JSON, Object, Reflect};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

use error::JsonError;
use variant::UnitVariant;

/// A text as a JSON string.
#[must_use]
pub fn quote(text: &str) -> String {
    // Every text can be written as JSON.
    js_sys::JSON::stringify(&text.into()).map(String::from).unwrap_or_default()
}

/// A number as JSON.
#[must_use]
pub fn number(value: f64) -> String {
    // Only finite numbers are read, and each of them can be written.
    js_sys::JSON::stringify(&value.into()).map(String::from).unwrap_or_default()
}

/// Parses a text.
///
/// # Errors
/// The text is not JSON, or not of the expected shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    let value = JSON::parse(text).map_err(|error| JsonError::new(js_sys::Error::from(error).message()))?;
    T::deserialize(Value(value))
}

/// A parsed value.
struct Value(JsValue);

impl Value {
    fn object(self) -> Option<Object> {
        if Array::is_array(&self.0) { None } else { self.0.dyn_into().ok() }
    }
}

/// Passes the found value to the visitor, or reports what the visitor expected.
fn visit_found<'de, V: Visitor<'de>, T>(
    found: Option<T>,
    visitor: V,
    give: impl FnOnce(V, T) -> Result<V::Value, JsonError>,
) -> Result<V::Value, JsonError> {
    match found {
        Some(found) => give(visitor, found),
        None => Err(serde::de::Error::invalid_type(Unexpected::Unit, &visitor)),
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = JsonError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visit_found(None::<()>, visitor, |visitor, ()| visitor.visit_unit())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visit_found(self.0.as_bool(), visitor, V::visit_bool)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visit_found(self.0.as_f64(), visitor, V::visit_f64)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        let whole = self.0.as_f64().filter(|value| value.fract() == 0.0 && value.abs() < MAX_SAFE_INTEGER);
        // Whole and in range, so nothing is lost.
        #[allow(clippy::cast_possible_truncation)]
        visit_found(whole, visitor, |visitor, value| visitor.visit_i64(value as i64))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visit_found(self.0.as_string(), visitor, V::visit_string)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        if self.0.is_undefined() || self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        let items = self.0.dyn_into::<Array>().ok();
        visit_found(items, visitor, |visitor, items| visitor.visit_seq(Items { items, next: 0 }))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visit_found(self.object(), visitor, |visitor, object| {
            let names = Object::keys(&object);
            visitor.visit_map(Entries { object, names, next: 0, value: JsValue::NULL })
        })
    }

    /// Reads a struct field by field in its own order, each by name: no code is compiled that maps names to fields.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        visit_found(self.object(), visitor, |visitor, object| {
            let mut fields = Fields { object, names: fields.iter(), missing: None };
            let read = visitor.visit_seq(&mut fields);
            read.map_err(|wrong| {
                fields.missing.map_or(wrong, |name| JsonError::new(format!("missing field `{name}`")))
            })
        })
    }

    /// The contract's enums are strings.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        visit_found(self.0.as_string(), visitor, |visitor, word| visitor.visit_enum(UnitVariant(word)))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
    }
}

/// The largest whole number that JSON numbers of the browser hold exactly, 2^53.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_992.0;

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = JsonError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, JsonError> {
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
    type Error = JsonError;

    /// A missing field is read as undefined, which suits an `Option`; otherwise the struct has a default, or the field
    /// is reported as missing.
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, JsonError> {
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
    type Error = JsonError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, JsonError> {
        if self.next >= self.names.length() {
            return Ok(None);
        }
        let name = self.names.get(self.next);
        self.next += 1;
        self.value = Reflect::get(&self.object, &name).unwrap_or(JsValue::NULL);
        seed.deserialize(Value(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, JsonError> {
        seed.deserialize(Value(std::mem::replace(&mut self.value, JsValue::NULL)))
    }
}
