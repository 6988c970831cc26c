//! The style sheet of the stage: not part of the first load, so trunk does not know it. It gets a hash of its content in
//! its name, as trunk's files have, and the page's configuration names it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// Where it is written by hand.
const SOURCE: &str = "style/stage.css";

/// Its name in the built site, such as `stage-1977fa0c3b1e52d4.css`.
///
/// # Errors
/// The file cannot be read.
pub(super) fn style_name() -> Result<String> {
    let bytes = fs::read(SOURCE).with_context(|| format!("cannot read {SOURCE}"))?;
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("stage-{hash}.css"))
}

/// Puts it beside the page.
///
/// # Errors
/// A file cannot be read or written.
pub(super) fn add(folder: &Path) -> Result<()> {
    let to = folder.join(style_name()?);
    fs::copy(SOURCE, &to).with_context(|| format!("cannot write {}", to.display()))?;
    Ok(())
}
