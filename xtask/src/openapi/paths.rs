//! The addresses of the description: one path for each kind of file, as the core's `contract::path` writes them.

use anyhow::Result;
use schemars::JsonSchema;
use serde_json::{Map, Value, json};
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::conflicts::Conflicts;
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::counts::Counts;
use wsis_core::contract::entry::ProjectFile;
use wsis_core::contract::index::{Index, Titles};
use wsis_core::contract::interface::InterfaceTexts;
use wsis_core::contract::lenses::{Lens, Lenses};
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::matrix::MatrixFile;
use wsis_core::contract::passages::Passages;
use wsis_core::contract::profile::LineProfile;
use wsis_core::contract::public_goods::PublicGoods;
use wsis_core::contract::rationales::Rationales;
use wsis_core::contract::registration::Registration;
use wsis_core::contract::tours::Tours;
use wsis_core::contract::vocabulary::Vocabulary;

use super::schemas::Schemas;

/// Every path with what stands there.
pub(super) fn paths(schemas: &mut Schemas) -> Result<Map<String, Value>> {
    let mut paths = Map::new();
    let mut add = |path: &str, item: Value| paths.insert(path.to_owned(), item);
    add("/manifest.json", file::<Manifest>(schemas, "manifest", &[])?);
    let snapshot = ["snapshot"];
    let texts = ["snapshot", "lang"];
    add("/{snapshot}/counts.json", file::<Counts>(schemas, "counts", &snapshot)?);
    add("/{snapshot}/index.json", file::<Index>(schemas, "index", &snapshot)?);
    let goods = file::<PublicGoods>(schemas, "publicGoods", &snapshot)?;
    add("/{snapshot}/digital-public-goods.json", goods);
    add("/{snapshot}/titles.json", file::<Titles>(schemas, "titles", &snapshot)?);
    add("/{snapshot}/matrix.{lang}.json", file::<MatrixFile>(schemas, "matrix", &texts)?);
    add("/{snapshot}/rationales.{lang}.json", file::<Rationales>(schemas, "rationales", &texts)?);
    add("/{snapshot}/passages.{lang}.json", file::<Passages>(schemas, "passages", &texts)?);
    add("/{snapshot}/vocabulary.{lang}.json", file::<Vocabulary>(schemas, "vocabulary", &texts)?);
    add("/{snapshot}/interface.{lang}.json", file::<InterfaceTexts>(schemas, "interface", &texts)?);
    let cell = ["snapshot", "line", "goal", "page"];
    add("/{snapshot}/cells/{line}/{goal}/{page}.json", file::<CellPage>(schemas, "cell", &cell)?);
    let project = ["snapshot", "id"];
    add("/{snapshot}/projects/{id}.json", file::<ProjectFile>(schemas, "project", &project)?);
    let profile = ["snapshot", "lang", "line"];
    add("/{snapshot}/profiles/{lang}/{line}.json", file::<LineProfile>(schemas, "lineProfile", &profile)?);
    let initiatives = file::<Initiatives>(schemas, "initiatives", &texts)?;
    add("/{snapshot}/context/{lang}/initiatives.json", initiatives);
    add("/{snapshot}/context/{lang}/conflicts.json", file::<Conflicts>(schemas, "conflicts", &texts)?);
    let registration = file::<Registration>(schemas, "registration", &texts)?;
    add("/{snapshot}/context/{lang}/registration.json", registration);
    add("/{snapshot}/context/{lang}/lenses.json", file::<Lenses>(schemas, "lenses", &texts)?);
    let lens = ["snapshot", "lang", "lens"];
    add("/{snapshot}/context/{lang}/{lens}.json", file::<Lens>(schemas, "lens", &lens)?);
    let tours = file::<Tours>(schemas, "tours", &texts)?;
    add("/{snapshot}/context/{lang}/tours.json", tours);
    Ok(paths)
}

/// The item of a path: one kind of file.
fn file<T: JsonSchema>(schemas: &mut Schemas, name: &str, parameters: &[&str]) -> Result<Value> {
    let (schema, summary) = schemas.add::<T>()?;
    let caching = if parameters.is_empty() { "Revalidated" } else { "Immutable" };
    let parameters: Vec<Value> =
        parameters.iter().map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect();
    Ok(json!({
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": {
                    "description": summary,
                    "headers": {
                        "Cache-Control": { "$ref": format!("#/components/headers/{caching}") },
                        "Access-Control-Allow-Origin": { "$ref": "#/components/headers/AnyOrigin" },
                    },
                    "content": { "application/json": { "schema": schema } },
                },
                "default": { "$ref": "#/components/responses/Problem" },
            },
        },
    }))
}

/// The name in braces in a path.
pub(super) fn parameters() -> Value {
    let parameter = |name: &str, description: &str, schema: Value| json!({ "name": name, "in": "path", "required": true, "description": description, "schema": schema });
    let component = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    json!({
        "snapshot": parameter(
            "snapshot",
            "The folder of the snapshot, as the manifest's `base` names it.",
            json!({ "type": "string" }),
        ),
        "lang": parameter("lang", "One of the manifest's languages.", component("Language")),
        "line": parameter("line", "An action line, or an e-application of C7.", component("Line")),
        "goal": parameter("goal", "A Sustainable Development Goal.", component("Goal")),
        "lens": parameter("lens", "The id of a lens, as `lenses.json` lists it.", component("VocabularyId")),
        "id": parameter("id", "The id of an entry.", component("EntryId")),
        "page": parameter(
            "page",
            "A page of the cell, from 1 to its `pages`.",
            json!({ "type": "integer", "minimum": 1 }),
        ),
    })
}

/// The description of a file for servers.
pub(super) fn headers() -> Value {
    let header = |description: &str, value: &str| json!({ "description": description, "schema": { "type": "string", "examples": [value] } });
    json!({
        "Revalidated": header("Asked again at every visit.", "no-cache"),
        "Immutable": header(
            "Never changes: a new snapshot has a new folder.",
            "public, max-age=31536000, immutable",
        ),
        "AnyOrigin": header("Pages elsewhere, and sandboxed frames, may read it.", "*"),
    })
}
