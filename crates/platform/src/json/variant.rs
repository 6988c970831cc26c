//! Enums of the contract: words without content.

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor};

use super::error::JsonError;

/// A variant without content.
pub(super) struct UnitVariant(pub(super) String);

impl<'de> EnumAccess<'de> for UnitVariant {
    type Error = JsonError;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, NoContent), JsonError> {
        Ok((seed.deserialize(StringDeserializer::new(self.0))?, NoContent))
    }
}

pub(super) struct NoContent;

impl<'de> VariantAccess<'de> for NoContent {
    type Error = JsonError;

    fn unit_variant(self) -> Result<(), JsonError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value, JsonError> {
        Err(no_content())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, _visitor: V) -> Result<V::Value, JsonError> {
        Err(no_content())
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, JsonError> {
        Err(no_content())
    }
}

fn no_content() -> JsonError {
    JsonError::new("a word was expected")
}
