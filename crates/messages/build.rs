//! Turns `i18n/en.json` into one method a message, so that a missing key or a forgotten placeholder does not
//! compile, and the other catalogues into compact files that have to agree with it. See `src/lib.rs`.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/methods.rs"]
mod methods;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use catalogue::{LANGUAGES, SourceCatalogue};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../i18n");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    match generate(&folder) {
        Ok(code) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("messages.rs");
            if let Err(error) = fs::write(&out, code) {
                stop(&format!("cannot write {}: {error}", out.display()));
            }
        }
        Err(problems) => problems.iter().for_each(|problem| stop(problem)),
    }
}

fn stop(problem: &str) {
    println!("cargo::error={problem}");
    process::exit(1)
}

fn generate(folder: &Path) -> Result<String, Vec<String>> {
    let english = SourceCatalogue::read(folder, "en").map_err(|problem| vec![problem])?;
    let mut code = methods::of(&english).map_err(|problem| vec![problem])?;
    let keys = english.fingerprint();
    let mut files = String::new();
    for (language, _) in LANGUAGES {
        let translated = SourceCatalogue::read(folder, language).map_err(|problem| vec![problem])?;
        let problems = translated.compare(&english);
        if !problems.is_empty() {
            return Err(problems);
        }
        files.push_str(&format!("    ({language:?}, {:?}),\n", translated.compact(&english, &keys)));
    }
    code.push_str(&format!(
        "\n/// The number that changes with every key and placeholder: a catalogue fits if it has the same.\n\
         pub const FINGERPRINT: &str = {keys:?};\n\n\
         /// The other catalogues as files, by language; see [`crate::Catalogue::new`].\n\
         pub const CATALOGUES: &[(&str, &str)] = &[\n{files}];\n"
    ));
    Ok(code)
}
