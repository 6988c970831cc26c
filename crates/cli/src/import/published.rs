//! Reads the entries of the API that stands in a folder now. Depends on the contract.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};
use wsis_core::EntryId;
use wsis_core::contract::entry::{Project, ProjectFile};
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::path::MANIFEST;

/// The entries that are published now.
#[derive(Debug, Default)]
pub(super) struct PublishedEntries {
    /// The projects; without the snapshot's name, which says nothing of them.
    pub(super) projects: BTreeMap<EntryId, Project>,
    /// The ids that answer as withdrawn.
    pub(super) withdrawn: BTreeSet<EntryId>,
}

impl PublishedEntries {
    /// Reads the folder; one without a manifest holds nothing.
    pub(super) fn read(out: &Path) -> Result<Self> {
        let path = out.join(MANIFEST);
        let manifest = match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            read => read.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let manifest: Manifest =
            serde_json::from_slice(&manifest).with_context(|| path.display().to_string())?;
        let base = Path::new(&manifest.base);
        if !base.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            bail!("{}: base \"{}\" leads out of the folder", path.display(), manifest.base);
        }
        let mut published = Self::default();
        published.read_projects(&out.join(base).join("projects"))?;
        Ok(published)
    }

    fn read_projects(&mut self, folder: &Path) -> Result<()> {
        let files = match fs::read_dir(folder) {
            // A collection without entries has no such folder.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            files => files.with_context(|| format!("cannot read {}", folder.display()))?,
        };
        for file in files {
            let path = file.with_context(|| format!("cannot read {}", folder.display()))?.path();
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            match serde_json::from_slice(&bytes).with_context(|| path.display().to_string())? {
                ProjectFile::Withdrawn(entry) => drop(self.withdrawn.insert(entry.id)),
                ProjectFile::Project(mut project) => {
                    project.snapshot.clear();
                    self.projects.insert(project.id.clone(), project);
                }
            }
        }
        Ok(())
    }
}
