//! `cargo xtask openapi`: the contract as `docs/openapi.json` (OpenAPI 3.1), made from the Rust types that also
//! write and read the files. Depends on the core's contract types and their doc comments.

mod paths;
mod schemas;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use wsis_core::contract::VERSION;

use schemas::Schemas;

/// Where the description stands.
pub const FILE: &str = "docs/openapi.json";

/// The options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only compare the file with the contract types
    #[arg(long)]
    check: bool,
}

/// Runs the command and says what was done.
///
/// # Errors
/// A file that cannot be written, or, with `--check`, a file that is out of date.
pub fn command(root: &Path, options: &Options) -> Result<String> {
    let (path, fresh) = (root.join(FILE), document()?);
    if options.check {
        let written = fs::read_to_string(&path).with_context(|| format!("cannot read {FILE}"))?;
        if written != fresh {
            bail!("{FILE} is out of date: run cargo xtask openapi");
        }
        return Ok(format!("{FILE} is up to date"));
    }
    fs::write(&path, fresh).with_context(|| format!("cannot write {FILE}"))?;
    Ok(format!("{FILE} is written"))
}

/// The description as it is kept: the same text each time.
///
/// # Errors
/// A type without a schema of its own.
pub fn document() -> Result<String> {
    let mut schemas = Schemas::new();
    let paths = paths::paths(&mut schemas)?;
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "The WSIS-SDG matrix as files",
            "version": VERSION,
            "description": "Plain JSON files below one base address; docs/contract.md explains them. \
                Unknown fields are to be ignored: a later 1.x may add some.",
        },
        "servers": [{ "url": "api/v1", "description": "The data that a build brings along, beside the page." }],
        "paths": paths,
        "components": {
            "schemas": schemas.into_components(),
            "responses": { "Problem": problem_response() },
            "parameters": paths::parameters(),
            "headers": paths::headers(),
        },
    });
    // The order of keys must not depend on which features of serde_json other crates switch on.
    document.sort_all_objects();
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn problem_response() -> Value {
    json!({
        "description": "It could not be had. A problem document (RFC 9457) is shown to the reader, if there is one.",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
    })
}
