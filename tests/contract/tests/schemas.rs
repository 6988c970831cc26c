//! Every file validates against the published description, and is reached by exactly one of its paths.

use std::collections::BTreeMap;
use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};
use wsis_cli::command_line::{CommandLine, WsisCommand};
use xtask::openapi::document;

use crate::support::{Build, builds, default_sources, empty_folder, items, manifest, root, text};

#[test]
fn the_published_description_is_fresh() {
    let kept = fs::read_to_string(root().join("docs/openapi.json")).unwrap();
    assert!(kept == document().unwrap(), "docs/openapi.json is out of date: run cargo xtask openapi");
}

#[test]
fn every_file_validates_and_is_reached_by_one_path() {
    let description = Description::read();
    for Build { api, .. } in builds() {
        let base = manifest(api)["base"].as_str().unwrap().to_owned();
        assert_eq!(base, format!("{}/", api.snapshot));
        let mut used = BTreeMap::from([(description.check("manifest.json", &manifest(api)), 1)]);
        for (path, bytes) in &api.files {
            let content = serde_json::from_slice(bytes).unwrap();
            *used.entry(description.check(&format!("{base}{path}"), &content)).or_default() += 1;
        }
        assert_eq!(used.len(), description.paths.len(), "every path has a file");
        assert!(used["/{snapshot}/cells/{line}/{goal}/{page}.json"] >= 323);
    }
}

#[test]
fn an_imported_collection_validates() {
    let folder = empty_folder("imported");
    let list = "ID,Title,Organisation,Country,Year,Lines,Goals,From,Technologies,Links,GDC objectives,Website\n\
        one,Invented one,Somebody,Kenya,2015,C2; C7-EGOV,SDG 9,2014,Drones; Maps,https://example.org/a,1,www.example.org\n\
        two,Invented two,,,,,,,,,,\n";
    fs::write(folder.join("list.csv"), list).unwrap();
    let file = folder.join("list.csv").display().to_string();
    let out = folder.join("api").display().to_string();
    let sources = default_sources().display().to_string();
    let given = ["wsis", "import", &file, "--out", &out, "--sources", &sources, "--publish-all", "--strict"];
    let provenance = ["--source-name", "An invented list", "--source-date", "2026-11-20"];
    let WsisCommand::Import(options) = CommandLine::read(given.iter().chain(&provenance)).unwrap().command
    else {
        panic!("another command");
    };
    let import = wsis_cli::import::prepare(&options).unwrap();
    assert_eq!(import.report.stopped, None);
    let description = Description::read();
    description.check("manifest.json", &manifest(&import.api));
    for (path, bytes) in &import.api.files {
        description.check(&format!("x/{path}"), &serde_json::from_slice(bytes).unwrap());
    }
}

#[test]
fn the_schemas_refuse_what_the_contract_refuses() {
    let description = Description::read();
    let refused = [
        ("manifest.json", json!({ "contract": "1.0" })),
        ("x/counts.json", json!({ "lines": ["C99"], "declared": [], "derived": [], "distinct": {} })),
        ("x/projects/a.json", json!({ "id": "a" })),
        ("x/projects/a.json", json!({ "id": "A", "withdrawn": true })),
        (
            "x/profiles/en/C1.json",
            json!({ "line": "C1", "facilitators": { "lead": null, "co": [], "source": "" } }),
        ),
    ];
    for (path, content) in refused {
        let (_, validator) = description.reach(path);
        assert!(!validator.is_valid(&content), "{path}: {content}");
    }
}

/// `docs/openapi.json`, made ready to check files.
struct Description {
    paths: Vec<(String, Validator)>,
    parameters: BTreeMap<String, Validator>,
}

impl Description {
    fn read() -> Self {
        let kept = fs::read_to_string(root().join("docs/openapi.json")).unwrap();
        let document: Value = serde_json::from_str(&kept).unwrap();
        assert_eq!(document["openapi"], "3.1.0");
        let validator = |schema: &Value| {
            let mut schema = schema.clone();
            schema["components"] = document["components"].clone();
            jsonschema::draft202012::new(&schema).unwrap()
        };
        let paths = document["paths"].as_object().unwrap().iter().map(|(path, item)| {
            let answer = &item["get"]["responses"]["200"]["content"]["application/json"]["schema"];
            check_parameters(path, &item["get"]["parameters"]);
            (path.clone(), validator(answer))
        });
        let parameters = document["components"]["parameters"].as_object().unwrap().iter();
        Self {
            paths: paths.collect(),
            parameters: parameters.map(|(name, one)| (name.clone(), validator(&one["schema"]))).collect(),
        }
    }

    /// Validates a file; gives the path that reaches it.
    fn check(&self, address: &str, content: &Value) -> String {
        let (path, validator) = self.reach(address);
        let errors: Vec<String> = validator
            .iter_errors(content)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{address}: {}", errors.join("; "));
        path.to_owned()
    }

    /// The one path that reaches an address.
    fn reach(&self, address: &str) -> (&str, &Validator) {
        let address = format!("/{address}");
        let reached: Vec<&(String, Validator)> =
            self.paths.iter().filter(|(path, _)| self.matches(path, &address)).collect();
        // Of several, OpenAPI takes the one with fewer names in braces.
        let braces = |path: &str| path.matches('{').count();
        let fewest = reached.iter().map(|(path, _)| braces(path)).min();
        let reached: Vec<_> = reached.into_iter().filter(|(path, _)| Some(braces(path)) == fewest).collect();
        let [(path, validator)] = reached.as_slice() else {
            panic!("{address} is reached by {} paths", reached.len())
        };
        (path, validator)
    }

    /// Whether a path with parameters in braces fits an address; values hold no slash and no dot.
    fn matches(&self, path: &str, address: &str) -> bool {
        let Some((before, rest)) = path.split_once('{') else { return path == address };
        let (name, path) = rest.split_once('}').unwrap();
        let Some(address) = address.strip_prefix(before) else { return false };
        let end = address.find(['/', '.']).unwrap_or(address.len());
        let value = &address[..end];
        let as_number = value.parse::<u64>().map_or(Value::Null, Value::from);
        let schema = &self.parameters[name];
        (schema.is_valid(&Value::from(value)) || schema.is_valid(&as_number))
            && self.matches(path, &address[end..])
    }
}

fn check_parameters(path: &str, parameters: &Value) {
    let named: Vec<String> =
        path.split('{').skip(1).map(|part| part.split('}').next().unwrap().to_owned()).collect();
    let listed: Vec<&str> = items(parameters).iter().map(|one| text(&one["$ref"])).collect();
    let listed: Vec<&str> = listed.iter().map(|one| one.rsplit('/').next().unwrap()).collect();
    assert_eq!(named, listed, "{path}");
}
