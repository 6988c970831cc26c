//! The crates of the workspace: their folders, the roots of their programs, and their dependencies on each other.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::workspace::Workspace;

/// A crate of the workspace.
#[derive(Debug, Default)]
pub(crate) struct Member {
    /// Its folder with a `/` behind it; empty for the root package.
    pub(crate) folder: String,
    /// The name of its package.
    pub(crate) package: String,
    /// The name under which Rust code imports its library.
    pub(crate) library: String,
    /// The files with which the compiler starts, the library first.
    pub(crate) roots: Vec<String>,
    /// The other crates of the workspace that its manifest names.
    pub(crate) dependencies: Vec<Dependency>,
}

/// A dependency on another crate of the workspace.
#[derive(Debug)]
pub(crate) struct Dependency {
    pub(crate) package: String,
    /// Whether it is for tests and examples alone.
    pub(crate) tests_only: bool,
    /// Its line in the manifest.
    pub(crate) line: usize,
}

impl Member {
    /// The path of its manifest.
    pub(crate) fn manifest(&self) -> String {
        format!("{}Cargo.toml", self.folder)
    }

    /// Whether a file is compiled for tests, examples or measurements alone.
    pub(crate) fn is_test(&self, file: &str) -> bool {
        let inside = file.strip_prefix(&self.folder).unwrap_or(file);
        ["tests/", "examples/", "benches/"].iter().any(|folder| inside.starts_with(folder))
    }
}

/// The crates of the workspace, those in deeper folders first.
pub(crate) fn members(workspace: &Workspace) -> Vec<Member> {
    let manifests: Vec<(String, &str, Table)> = workspace
        .ending("Cargo.toml")
        .filter_map(|(path, text)| {
            Some((path.strip_suffix("Cargo.toml")?.to_owned(), text, text.parse().ok()?))
        })
        .filter(|(_, _, manifest)| text_at(manifest, &["package", "name"]).is_some())
        .collect();
    let folders: Vec<&str> = manifests.iter().map(|(folder, ..)| folder.as_str()).collect();
    let mut members: Vec<Member> =
        manifests.iter().map(|(folder, _, manifest)| member(workspace, folder, manifest, &folders)).collect();
    let packages: Vec<String> = members.iter().map(|member| member.package.clone()).collect();
    for (member, (_, text, manifest)) in members.iter_mut().zip(&manifests) {
        member.dependencies = dependencies(text, manifest, &packages);
    }
    members.sort_by_key(|member| std::cmp::Reverse(member.folder.len()));
    members
}

/// The crate that a file belongs to.
pub(crate) fn owner<'a>(members: &'a [Member], file: &str) -> Option<&'a Member> {
    members.iter().find(|member| file.starts_with(&member.folder))
}

fn member(workspace: &Workspace, folder: &str, manifest: &Table, folders: &[&str]) -> Member {
    let package = text_at(manifest, &["package", "name"]).unwrap_or_default().to_owned();
    let library =
        text_at(manifest, &["lib", "name"]).map_or_else(|| package.replace('-', "_"), str::to_owned);
    let named = |kind: &str| {
        let targets = manifest.get(kind).and_then(Value::as_array).into_iter().flatten();
        targets.filter_map(|target| Some(target.get("path")?.as_str()?.to_owned())).collect::<Vec<_>>()
    };
    let mut paths = vec![text_at(manifest, &["lib", "path"]).unwrap_or("src/lib.rs").to_owned()];
    paths.extend(["src/main.rs".to_owned(), "build.rs".to_owned()]);
    paths.extend(["bin", "test", "example", "bench"].iter().flat_map(|kind| named(kind)));
    let nested =
        |path: &str| folders.iter().any(|other| other.len() > folder.len() && path.starts_with(other));
    let inside = workspace.ending(".rs").filter(|(path, _)| path.starts_with(folder) && !nested(path));
    paths.extend(
        inside
            .filter_map(|(path, _)| path.strip_prefix(folder))
            .filter(|path| is_root(path, manifest))
            .map(str::to_owned),
    );
    let mut roots: Vec<String> = Vec::new();
    for root in paths.into_iter().map(|path| format!("{folder}{path}")) {
        if workspace.text(&root).is_some() && !roots.contains(&root) {
            roots.push(root);
        }
    }
    Member { folder: folder.to_owned(), package, library, roots, dependencies: Vec::new() }
}

/// Whether Cargo finds a program here by itself.
fn is_root(path: &str, manifest: &Table) -> bool {
    let kinds = [
        ("src/bin/", "autobins"),
        ("tests/", "autotests"),
        ("examples/", "autoexamples"),
        ("benches/", "autobenches"),
    ];
    kinds.iter().any(|(folder, switch)| {
        let off =
            manifest.get("package").and_then(|package| package.get(switch)) == Some(&Value::Boolean(false));
        let inside = path.strip_prefix(folder).filter(|_| !off);
        inside.is_some_and(|inside| match inside.split_once('/') {
            Some((_, rest)) => rest == "main.rs",
            None => true,
        })
    })
}

fn dependencies(text: &str, manifest: &Table, packages: &[String]) -> Vec<Dependency> {
    let mut tables: Vec<(&Table, bool)> = Vec::new();
    let targets = manifest.get("target").and_then(Value::as_table);
    let targets = targets.into_iter().flat_map(|targets| targets.values().filter_map(Value::as_table));
    for table in std::iter::once(manifest).chain(targets) {
        for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
            let found = table.get(kind).and_then(Value::as_table);
            tables.extend(found.map(|found| (found, kind == "dev-dependencies")));
        }
    }
    let lines: BTreeMap<&str, usize> = text
        .lines()
        .enumerate()
        .filter_map(|(index, line)| Some((line.split_once(['=', '.'])?.0.trim(), index + 1)))
        .collect();
    let mut found = Vec::new();
    for (table, tests_only) in tables {
        for (key, value) in table {
            let package = value.get("package").and_then(Value::as_str).unwrap_or(key);
            if packages.iter().any(|known| known == package) {
                let line = lines.get(key.as_str()).copied().unwrap_or(1);
                found.push(Dependency { package: package.to_owned(), tests_only, line });
            }
        }
    }
    found
}

fn text_at<'a>(table: &'a Table, path: &[&str; 2]) -> Option<&'a str> {
    table.get(path[0])?.get(path[1])?.as_str()
}
