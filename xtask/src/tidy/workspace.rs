//! The files that tidy checks, as a value: a path below the root and a text each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The folders and files below the root that are read.
const READ: [&str; 7] = ["Cargo.toml", "crates", "docs/architecture.md", "src", "style", "tests", "xtask"];

/// Folders that hold no sources of this project.
const SKIPPED: [&str; 3] = ["target", "dist", "node_modules"];

/// The files of a workspace.
#[derive(Debug, Default)]
pub struct Workspace {
    files: BTreeMap<String, String>,
}

impl Workspace {
    /// A workspace of these files, each a path with `/` below the root and a text.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
        Self { files: files.collect() }
    }

    /// Reads the workspace below `root`.
    ///
    /// # Errors
    /// A file or folder that cannot be read.
    pub fn load(root: &Path) -> Result<Self> {
        let mut workspace = Self::default();
        for path in READ {
            if root.join(path).exists() {
                workspace.add(root, path)?;
            }
        }
        Ok(workspace)
    }

    fn add(&mut self, root: &Path, path: &str) -> Result<()> {
        let full = root.join(path);
        if !full.is_dir() {
            if matters(path) {
                let text =
                    fs::read_to_string(&full).with_context(|| format!("cannot read {}", full.display()))?;
                self.files.insert(path.to_owned(), text);
            }
            return Ok(());
        }
        for entry in fs::read_dir(&full).with_context(|| format!("cannot read {}", full.display()))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                self.add(root, &format!("{path}/{name}"))?;
            }
        }
        Ok(())
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// The files whose paths end so, with their texts.
    pub(crate) fn ending(&self, end: &str) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        files.filter(move |(path, _)| path.ends_with(end))
    }
}

/// Whether a rule reads files of this kind.
fn matters(path: &str) -> bool {
    [".rs", ".css", ".md", "Cargo.toml"].iter().any(|end| path.ends_with(end))
}
