//! Shared support: the builds under test, and folders to work in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use wsis_cli::data::build::Api;
use wsis_cli::data::make;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sources of the embedded default.
pub(crate) fn default_sources() -> PathBuf {
    root().join("data")
}

/// The small sources that hold a case of every rule.
pub(crate) fn fixture_sources() -> PathBuf {
    root().join("tests/contract/fixtures/sources")
}

/// A folder of sources and what is made of it.
pub(crate) struct Build {
    pub(crate) sources: PathBuf,
    pub(crate) api: Api,
}

/// The default data and the fixture, each made once for all tests.
pub(crate) fn builds() -> &'static [Build; 2] {
    static BUILDS: LazyLock<[Build; 2]> = LazyLock::new(|| {
        [default_sources(), fixture_sources()].map(|sources| Build { api: fresh(&sources), sources })
    });
    &BUILDS
}

/// The build of the default data.
pub(crate) fn default_data() -> &'static Api {
    &builds()[0].api
}

/// The build of the fixture.
pub(crate) fn fixture() -> &'static Api {
    &builds()[1].api
}

/// Makes the files of a folder of sources.
pub(crate) fn fresh(sources: &Path) -> Api {
    make(sources, None).unwrap_or_else(|error| panic!("{error:#}"))
}

/// A file of the snapshot.
pub(crate) fn file(api: &Api, path: &str) -> Value {
    let bytes = api.files.get(path).unwrap_or_else(|| panic!("{path} is not there"));
    serde_json::from_slice(bytes).unwrap()
}

/// The manifest.
pub(crate) fn manifest(api: &Api) -> Value {
    serde_json::from_slice(&api.manifest).unwrap()
}

/// An empty folder of the given name, for one test only.
pub(crate) fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A whole number of a JSON value.
pub(crate) fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// The text of a JSON value.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// The items of a JSON value.
pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}
