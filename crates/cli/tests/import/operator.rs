//! An operator's folder, and runs of `wsis import` in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A folder to work in, which goes with the test.
pub(crate) struct OperatorFolder {
    pub(crate) folder: TempDir,
}

impl OperatorFolder {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs an import into `api` with what it must be told, and more.
    pub(crate) fn import(&self, files: &[&str], more: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wsis"));
        command.arg("import").args(files).arg("--out").arg(self.path("api"));
        command.args(["--source-name", "an invented list", "--source-date", "2026-11-20"]);
        command.arg("--report").arg(self.path("report.json")).args(more);
        command
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .env_remove("SOURCE_DATE_EPOCH");
        Ran(command.output().unwrap())
    }

    pub(crate) fn report(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("report.json")).unwrap()).unwrap()
    }

    pub(crate) fn manifest(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("api/manifest.json")).unwrap()).unwrap()
    }

    /// A file of the current snapshot.
    pub(crate) fn api(&self, path: &str) -> Value {
        let base = self.manifest()["base"].as_str().unwrap().to_owned();
        let path = self.path("api").join(base).join(path);
        serde_json::from_slice(&fs::read(&path).unwrap_or_else(|_| panic!("{}", path.display()))).unwrap()
    }

    /// Every file below the folder of the API.
    pub(crate) fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        read_into(&self.path("api"), &mut files);
        files
    }
}

pub(crate) fn read_into(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_into(&path, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
}

pub(crate) struct Ran(pub(crate) Output);

impl Ran {
    pub(crate) fn told(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub(crate) fn error(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    pub(crate) fn good(self) -> Self {
        assert!(self.0.status.success(), "{}", self.error());
        self
    }

    pub(crate) fn refused(self, why: &str) -> Self {
        self.ended(1, why)
    }

    /// Ended with that exit code and that reason on the error stream.
    pub(crate) fn ended(self, code: i32, why: &str) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}", self.told());
        assert!(self.error().contains(why), "{}", self.error());
        self
    }
}

/// An export of three projects.
pub(crate) const LIST: &str = "\
Project ID,Title,Organisation,Country,Year,WSIS Action Line(s),Sustainable Development Goals,Status,Contact person,Internal note
one,First invented project,An invented ministry,Burkina Faso,2015,C2,SDG 9; Goal 17,Published,Petra Plantedname,planted secret 4711
two,Second invented project,,Côte d’Ivoire,2016,C7. ICT applications: e-health,,Published,Petra Plantedname,planted secret 4712
three,Third invented project,,KEN,2017,C5,\"4, 5\",Draft,,
";
