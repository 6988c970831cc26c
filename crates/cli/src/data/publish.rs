//! Puts the files of the API in place as a whole: written beside the folder first, then renamed.
//!
//! Readers see the old snapshot until `manifest.json` names the new one, which is the last step. Older snapshots
//! stay for those who still read them.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};
use wsis_core::contract::path::MANIFEST;

use super::build::Api;

/// Writes the API into the folder. After an error the folder is as it was.
///
/// # Errors
/// A file or folder that cannot be made, with its path.
pub fn swap_in(api: &Api, folder: &Path) -> Result<()> {
    let staging = Staging::beside(folder)?;
    let (staged, staged_manifest) = (staging.path("new"), staging.path(MANIFEST));
    // Each folder once: a large collection has many thousand files.
    let paths = api.files.keys().map(|path| staged.join(path));
    for folder in paths.filter_map(|path| path.parent().map(Path::to_owned)).collect::<BTreeSet<_>>() {
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    for (path, bytes) in &api.files {
        write(&staged.join(path), bytes)?;
    }
    write(&staged_manifest, &api.manifest)?;

    let mut undo = Undo::default();
    undo.make_folder(folder)?;
    let snapshot = folder.join(&api.snapshot);
    if snapshot.exists() {
        undo.rename(&snapshot, &staging.path("old"))?;
    }
    undo.rename(&staged, &snapshot)?;
    rename(&staged_manifest, &folder.join(MANIFEST))?;
    undo.keep();
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("cannot put {} in place", to.display()))
}

/// A folder on the same file system, removed with whatever is left in it.
struct Staging(PathBuf);

impl Staging {
    fn beside(folder: &Path) -> Result<Self> {
        let name = folder.file_name().context("--out needs the name of a folder")?;
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let path = parent.join(format!(".{}.{}.tmp", name.to_string_lossy(), process::id()));
        fs::create_dir(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed harms nobody: nothing reads it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The steps already taken, to be taken back unless all succeed.
#[derive(Default)]
struct Undo {
    made: Option<PathBuf>,
    renamed: Vec<(PathBuf, PathBuf)>,
}

impl Undo {
    fn make_folder(&mut self, folder: &Path) -> Result<()> {
        match fs::create_dir(folder) {
            Ok(()) => self.made = Some(folder.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error).with_context(|| format!("cannot make {}", folder.display())),
        }
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> Result<()> {
        rename(from, to)?;
        self.renamed.push((from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn keep(&mut self) {
        self.renamed.clear();
        self.made = None;
    }
}

impl Drop for Undo {
    fn drop(&mut self) {
        // Best effort, in reverse: the error that led here is the one that is told.
        for (from, to) in self.renamed.drain(..).rev() {
            let _ = fs::rename(to, from);
        }
        if let Some(folder) = self.made.take() {
            let _ = fs::remove_dir(folder);
        }
    }
}
