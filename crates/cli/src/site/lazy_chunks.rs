//! Puts the part of the program that comes later beside the rest of it (see `xtask split`).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::markup::{CHARSET_TAG, insert_after_tag};

/// The name under which the loading script imports wasm-bindgen's script until `site` puts the real one in.
pub const MAIN_MODULE: &str = "./main.js";

/// The beginning of the loading script's name; 16 hexadecimal digits and an extension follow.
const SCRIPT: &str = "split-";

/// How many digits name a version.
const DIGITS: usize = 16;

/// Where `xtask split` puts the modules, for `site` to take.
#[must_use]
pub fn split_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from).join("split")
}

/// Copies the loading script and the modules it loads into the staging folder, makes the modules small as trunk did
/// with the program, and returns the page with the script announced.
///
/// # Errors
/// A program that was not split, or a file that cannot be read, made small or written.
pub(super) fn add(folder: &Path, page: &str, release: bool) -> Result<String> {
    let (main, version) = main_script(folder)?;
    let script = format!("{SCRIPT}{version}.js");
    let from = split_folder();
    let mut text = fs::read_to_string(from.join(&script))
        .with_context(|| format!("cannot read {script} in {}", from.display()))?
        .replace(MAIN_MODULE, &format!("./{main}"));
    for module in modules(&from)? {
        let name =
            format!("{}-{version}.wasm", module.trim_start_matches("split_").trim_end_matches(".wasm"));
        text = text.replace(&format!("./{module}"), &format!("./{name}"));
        place(&from.join(&module), &folder.join(&name), release)?;
    }
    fs::write(folder.join(&script), text).with_context(|| format!("cannot write {script}"))?;
    insert_after_tag(page, CHARSET_TAG, &format!("<link rel=\"modulepreload\" href=\"./{script}\">"))
}

/// The script of wasm-bindgen, and the version of the loading script that it imports.
fn main_script(folder: &Path) -> Result<(String, String)> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".js") || name.starts_with(SCRIPT) {
            continue;
        }
        let text = fs::read_to_string(folder.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let version = text.split(&format!("./{SCRIPT}")).nth(1).and_then(|rest| rest.get(..DIGITS));
        if let Some(version) = version {
            return Ok((name, version.to_owned()));
        }
    }
    bail!("the program was not split: build with make, or with the PATH that `scripts/tools.sh path` prints")
}

fn modules(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| name.ends_with(".wasm"));
    names.sort();
    Ok(names)
}

/// Copies a module; for a release through wasm-opt, with the options that the page names for the program.
fn place(from: &Path, to: &Path, release: bool) -> Result<()> {
    if !release {
        fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
        return Ok(());
    }
    let source = fs::read_to_string("index.html").context("cannot read index.html")?;
    let level = attribute(&source, "data-wasm-opt").context("index.html names no data-wasm-opt")?;
    let options = attribute(&source, "data-wasm-opt-params").unwrap_or_default();
    let status = Command::new("wasm-opt")
        .arg(format!("-O{level}"))
        .args(options.split_whitespace())
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(from)
        .arg("-o")
        .arg(to)
        .status()
        .context("cannot run wasm-opt")?;
    if !status.success() {
        bail!("wasm-opt could not make {} small", from.display());
    }
    Ok(())
}

/// The value of the first attribute of a name in HTML that this project wrote itself.
fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    page.split(&format!("{name}=\"")).nth(1)?.split('"').next()
}
