//! Putting a snapshot in place: whole, or as it was before.

use std::fs;

use wsis_cli::data::publish::swap_in;

use crate::support::{empty_folder, fixture};

#[test]
fn a_new_snapshot_replaces_its_namesake_and_leaves_the_others() {
    let folder = empty_folder("swap").join("api");
    let api = fixture();
    swap_in(api, &folder).unwrap();
    let other = folder.join("2000-01-01-00000000");
    fs::create_dir(&other).unwrap();
    let stray = folder.join(&api.snapshot).join("stray.json");
    fs::write(&stray, "{}").unwrap();
    swap_in(api, &folder).unwrap();
    assert!(other.is_dir() && !stray.exists());
    assert_eq!(fs::read(folder.join("manifest.json")).unwrap(), api.manifest);
    for (path, bytes) in &api.files {
        assert_eq!(&fs::read(folder.join(&api.snapshot).join(path)).unwrap(), bytes, "{path}");
    }
    assert_eq!(
        fs::read_dir(folder.parent().unwrap()).unwrap().count(),
        1,
        "nothing is left beside the folder"
    );
}

#[test]
fn after_a_failure_everything_is_as_it_was() {
    let parent = empty_folder("swap-fails");
    let api = fixture();

    let file_in_the_way = parent.join("file");
    fs::write(&file_in_the_way, "mine").unwrap();
    let error = format!("{:#}", swap_in(api, &file_in_the_way).unwrap_err());
    assert!(error.starts_with("cannot make "), "{error}");
    assert_eq!(fs::read(&file_in_the_way).unwrap(), b"mine");

    // The last step fails: a folder that is not empty stands where the manifest belongs.
    let folder = parent.join("api");
    let (blocked, old) = (folder.join("manifest.json/x"), folder.join(&api.snapshot).join("old.json"));
    fs::create_dir_all(&blocked).unwrap();
    fs::create_dir_all(old.parent().unwrap()).unwrap();
    fs::write(&old, "{}").unwrap();
    let error = format!("{:#}", swap_in(api, &folder).unwrap_err());
    assert!(error.starts_with("cannot put ") && error.contains("manifest.json in place"), "{error}");
    assert!(old.is_file() && blocked.is_dir());
    assert_eq!(fs::read_dir(old.parent().unwrap()).unwrap().count(), 1, "the old snapshot is back");
    assert_eq!(fs::read_dir(&parent).unwrap().count(), 2, "nothing is left beside the folder");
}
