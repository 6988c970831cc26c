//! `cargo xtask split`: splits the lazy chunks off the program, before wasm-bindgen.
//!
//! The code that only a split function reaches becomes a WebAssembly module of its own, and a small script loads it when
//! the function is first called. Both wait below the target folder until `wsis site` puts them beside the rest.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use wasm_split_cli_support::transform;
use wsis_cli::site::lazy_chunks::{MAIN_MODULE, split_folder};

use crate::chunks;

/// The options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The program as it was compiled
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
    /// Where the main chunk goes
    #[arg(long, value_name = "FILE")]
    rest: PathBuf,
}

/// The files that decide how the finished program is made of the compiled one; with it they name the result.
const MADE_WITH: [&str; 5] =
    ["Cargo.lock", "Trunk.toml", "index.html", "scripts/tools.sh", "scripts/npm/package-lock.json"];

/// Runs the command and says how many chunks were split off.
///
/// # Errors
/// A program that is not one, or that nothing can be split off.
pub fn command(root: &Path, options: &Options) -> Result<String> {
    env::set_current_dir(root).with_context(|| format!("cannot enter {}", root.display()))?;
    let program = options.program.display();
    let compiled = fs::read(&options.program).with_context(|| format!("cannot read {program}"))?;
    let script = format!("./split-{}.js", name_of(&compiled)?);
    let folder = split_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let mut settings = wasm_split_cli_support::Options::new(&compiled);
    settings.output_dir = &folder;
    settings.main_out_path = &options.rest;
    settings.link_name = &script;
    settings.main_module = MAIN_MODULE;
    let split = transform(settings).map_err(|error| anyhow!("{program} cannot be split: {error:#}"))?;
    if split.split_modules.is_empty() {
        bail!("{program} has nothing that could be split off")
    }
    chunks::write(&options.rest, &folder)?;
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
