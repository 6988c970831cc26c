//! `cargo xtask split`: takes the part of the program that comes later out of the program, before wasm-bindgen.
//!
//! What only the split function reaches (`src/view/later.rs`) becomes a WebAssembly module of its own, and a small
//! script loads it when the function is first called. Both wait below the target folder until `site` puts them
//! beside the rest.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use wasm_split_cli_support::{Options, transform};
use wsis_cli::site::lazy_chunks::{MAIN_MODULE, split_folder};

use crate::arguments::Arguments;

/// What makes the finished program out of the compiled one: with the program they name the result.
const MADE_WITH: [&str; 5] =
    ["Cargo.lock", "Trunk.toml", "index.html", "scripts/tools.sh", "scripts/npm/package-lock.json"];

/// Runs the command with its options and says what was split off.
///
/// # Errors
/// A program that is not one, or that nothing can be split off.
pub fn command(given: impl Iterator<Item = String>) -> Result<String> {
    let mut arguments = Arguments::new(given);
    let program = arguments.value("--program")?;
    let rest = arguments.value("--rest")?;
    arguments.end()?;
    let (Some(program), Some(rest)) = (program, rest) else {
        bail!("split needs --program FILE and --rest FILE")
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    env::set_current_dir(&root).with_context(|| format!("cannot enter {}", root.display()))?;
    let compiled = fs::read(&program).with_context(|| format!("cannot read {program}"))?;
    let script = format!("./split-{}.js", name_of(&compiled)?);
    let folder = split_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let mut options = Options::new(&compiled);
    options.output_dir = &folder;
    options.main_out_path = Path::new(&rest);
    options.link_name = &script;
    options.main_module = MAIN_MODULE;
    let split = transform(options).map_err(|error| anyhow!("{program} cannot be split: {error:#}"))?;
    if split.split_modules.is_empty() {
        bail!("{program} has nothing that could be split off")
    }
    Ok(format!("split: {} in {}", split.split_modules.len(), folder.display()))
}

/// 16 hexadecimal digits for a program and all that is done with it.
fn name_of(compiled: &[u8]) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(compiled);
    for file in MADE_WITH {
        digest.update(fs::read(file).with_context(|| format!("cannot read {file}"))?);
    }
    Ok(digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}
