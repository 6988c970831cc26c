//! The built site as one file, the same bytes for the same site, with its checksum.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use flate2::{Compression, GzBuilder};
use sha2::{Digest as _, Sha256};
use tar::{Builder, EntryType, Header};

/// Writes `<name>.tar.gz` with the files of `site` below a folder `name`, and `SHA256SUMS`, into `out`. Returns the
/// archive's path.
///
/// # Errors
/// No built site, or a file that cannot be read or written.
pub fn write(site: &Path, out: &Path, name: &str) -> Result<PathBuf> {
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let path = out.join(format!("{name}.tar.gz"));
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    // Without a time and a name of its own, so that the bytes depend on the site alone.
    let mut archive = Builder::new(GzBuilder::new().mtime(0).write(file, Compression::best()));
    for relative in files(site, Path::new(""))? {
        let bytes =
            fs::read(site.join(&relative)).with_context(|| format!("cannot read {}", relative.display()))?;
        archive
            .append_data(&mut header(bytes.len()), Path::new(name).join(&relative), bytes.as_slice())
            .with_context(|| format!("cannot pack {}", relative.display()))?;
    }
    archive.into_inner()?.finish()?;
    let digest = Sha256::digest(fs::read(&path)?);
    let digest = digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    fs::write(out.join("SHA256SUMS"), format!("{digest}  {name}.tar.gz\n"))?;
    Ok(path)
}

fn header(length: usize) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o644);
    header.set_mtime(0);
    header.set_size(length as u64);
    header
}

/// The files below a folder of the site, in order of their paths.
fn files(site: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let here = site.join(folder);
    let entries = fs::read_dir(&here).with_context(|| format!("cannot read {}", here.display()))?;
    let mut names = entries.map(|entry| Ok(entry?.file_name())).collect::<Result<Vec<_>>>()?;
    names.sort();
    let mut found = Vec::new();
    for name in names {
        let path = folder.join(name);
        if site.join(&path).is_dir() {
            found.extend(files(site, &path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
