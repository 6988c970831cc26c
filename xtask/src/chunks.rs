//! The crates whose code makes up each chunk of the program.
//!
//! `split` reads them from the names of the functions and notes them beside the chunks, since wasm-opt strips the names
//! afterwards; `size` prints the note. A function counts for the crate that defines it: `Vec<Project>::push` for `alloc`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The name of the note beside the chunks.
const FILE: &str = "chunks.json";

/// The first load's chunk in the note.
pub const MAIN: &str = "main";

/// Functions that no Rust crate names.
const UNNAMED: &str = "unnamed";

/// The bytes of code of each crate.
pub type Crates = BTreeMap<String, u64>;

/// The crates of each chunk, by the chunk's name.
pub type Chunks = BTreeMap<String, Crates>;

/// Notes the crates of the main chunk and of the lazy chunks in a folder.
///
/// # Errors
/// A file that cannot be read or written, or is no WebAssembly.
pub fn write(main: &Path, folder: &Path) -> Result<()> {
    let mut chunks = Chunks::from([(MAIN.to_owned(), read_crates(main)?)]);
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".wasm")) {
            chunks.insert(name.trim_start_matches("split_").to_owned(), read_crates(&path)?);
        }
    }
    let text = serde_json::to_string_pretty(&chunks)?;
    fs::write(folder.join(FILE), text).with_context(|| format!("cannot write {FILE}"))
}

/// The note beside the chunks, if the program was split on this machine.
///
/// # Errors
/// A note that cannot be read.
pub fn read(folder: &Path) -> Result<Option<Chunks>> {
    match fs::read(folder.join(FILE)) {
        Ok(text) => Ok(Some(serde_json::from_slice(&text).with_context(|| format!("cannot read {FILE}"))?)),
        Err(_) => Ok(None),
    }
}

fn read_crates(path: &Path) -> Result<Crates> {
    let wasm = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    crates(&wasm).with_context(|| format!("{} is no WebAssembly", path.display()))
}

/// The bytes of code of each crate in a WebAssembly module with names.
///
/// # Errors
/// Bytes that are no such module.
pub fn crates(wasm: &[u8]) -> Result<Crates> {
    let mut imported = 0_u32;
    let mut bodies: Vec<u64> = Vec::new();
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                bodies.push(range.end.saturating_sub(range.start));
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for part in section {
                    let Name::Function(functions) = part? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, crate_of(function.name).unwrap_or(UNNAMED).to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let mut crates = Crates::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or(UNNAMED, String::as_str);
        *crates.entry(name.to_owned()).or_default() += bytes;
    }
    Ok(crates)
}

/// The crate that defines a function: the first crate root in its mangled name, such as `Cs5JHfeWeQK0x_5alloc`.
fn crate_of(symbol: &str) -> Option<&str> {
    let mangled = symbol.strip_prefix("_R")?;
    mangled.match_indices('C').find_map(|(at, _)| {
        let root = mangled.get(at + 1..)?;
        let root = match root.strip_prefix('s') {
            Some(disambiguated) => disambiguated.split_once('_')?.1,
            None => root,
        };
        let digits = root.find(|letter: char| !letter.is_ascii_digit())?;
        let length: usize = root.get(..digits)?.parse().ok()?;
        let name = root.get(digits..)?.trim_start_matches('_');
        name.get(..length)
    })
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn functions_count_for_the_crate_that_defines_them() {
        for (symbol, name) in [
            ("_RNvMs3_NtCs5JHfeWeQK0x_5alloc3stre12to_uppercase", Some("alloc")),
            (
                "_RNvXsB_NtNtCs8QN8Kll41kO_6tachys4html8propertyNtNtCs5JHfeWeQK0x_5alloc6string6String",
                Some("tachys"),
            ),
            ("_RNvNtNtCsieiKcTTFDQq_7web_sys8features11gen_Element", Some("web_sys")),
            ("_RINvNtNtNtCs5JHfeWeQK0x_5alloc11collections5btree4node", Some("alloc")),
            ("_RNvC7mycrate3foo", Some("mycrate")),
            ("dlmalloc", None),
            ("", None),
        ] {
            assert_eq!(crate_of(symbol), name, "{symbol}");
        }
    }
}
