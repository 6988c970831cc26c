//! JSON Schemas of the contract types, as the components of the description.

use anyhow::{Context, Result};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

/// Gathers the schemas of types and everything in them.
pub(super) struct Schemas(SchemaGenerator);

impl Schemas {
    /// None so far.
    pub(super) fn new() -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
        });
        // What a reader accepts, since the contract also binds operators who make the files with tools of theirs.
        let settings = settings.for_deserialize().with_transform(RecursiveTransform(absent_not_null));
        Self(settings.into_generator())
    }

    /// Adds a type; gives the reference to its schema and the first sentence of its documentation.
    pub(super) fn add<T: JsonSchema>(&mut self) -> Result<(Value, String)> {
        let reference = self.0.subschema_for::<T>();
        let name = T::schema_name();
        let schema = self.0.definitions().get(name.as_ref());
        let description = schema.and_then(|schema| schema.get("description")).and_then(Value::as_str);
        let description = description.with_context(|| format!("{name} has no documentation"))?;
        Ok((reference.into(), description.lines().next().unwrap_or_default().to_owned()))
    }

    /// The components by name.
    pub(super) fn into_components(mut self) -> Map<String, Value> {
        let mut components = self.0.take_definitions(true);
        components.insert("Problem".to_owned(), problem());
        components
    }
}

/// Optional fields are absent, never null: takes the null out that stands for Rust's `None`.
fn absent_not_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (keyword, value) in only {
            schema.insert(keyword, value);
        }
    }
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "Why a file could not be had (RFC 9457); only title and detail are shown.",
        "properties": {
            "type": { "type": "string", "format": "uri-reference" },
            "title": { "type": "string", "description": "A short summary." },
            "status": { "type": "integer", "minimum": 100, "maximum": 599 },
            "detail": { "type": "string", "description": "What happened this time." },
        },
    })
}
