//! The paths of the API's files, relative to the folder of the snapshot. App, data build and service worker use these.

use std::collections::BTreeMap;

use crate::code::EntryId;
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// The only file outside the snapshot's folder.
pub const MANIFEST: &str = "manifest.json";
/// The numbers of every cell.
pub const COUNTS: &str = "counts.json";
/// One row a project, for counting and filtering in the browser.
pub const INDEX: &str = "index.json";
/// Titles and organisations in the order of the index.
pub const TITLES: &str = "titles.json";
/// Digital public goods, which are listed beside the projects.
pub const PUBLIC_GOODS: &str = "digital-public-goods.json";
/// The initiatives of the report, as a name of [`context`].
pub const INITIATIVES: &str = "initiatives";
/// Where sources differ, as a name of [`context`].
pub const CONFLICTS: &str = "conflicts";
/// How ITU registers projects, as a name of [`context`].
pub const REGISTRATION: &str = "registration";
/// All lenses, as a name of [`context`]; each lens is a file there with its id as name.
pub const LENSES: &str = "lenses";
/// The tours, as a name of [`context`].
pub const TOURS: &str = "tours";

/// Defines a path once: as a function of its parts and as a template with the parts in braces.
macro_rules! path {
    ($(#[$doc:meta])* $function:ident, $template:ident: $text:literal, $($part:ident: $kind:ty),*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $function($($part: $kind),*) -> String {
            format!($text, $($part = $part),*)
        }

        #[doc = concat!("The template of [`", stringify!($function), "`].")]
        const $template: &str = $text;
    };
}

path! {
    /// Names, links and targets in a language.
    matrix, MATRIX: "matrix.{language}.json", language: Language
}
path! {
    /// Why each link stands, in a language.
    rationales, RATIONALES: "rationales.{language}.json", language: Language
}
path! {
    /// The texts on each line, in a language.
    passages, PASSAGES: "passages.{language}.json", language: Language
}
path! {
    /// The names of vocabulary values and countries in a language.
    vocabulary, VOCABULARY: "vocabulary.{language}.json", language: Language
}
path! {
    /// The texts of the interface in a language other than English.
    interface, INTERFACE: "interface.{language}.json", language: Language
}
path! {
    /// A page of a cell's projects; pages count from 1.
    cell, CELL: "cells/{line}/{goal}/{page}.json", line: Line, goal: Goal, page: u32
}
path! {
    /// A project in full.
    project, PROJECT: "projects/{id}.json", id: &EntryId
}
path! {
    /// The profile of a line, in a language.
    line_profile, LINE_PROFILE: "profiles/{language}/{line}.json", language: Language, line: Line
}
path! {
    /// The context of matrix and projects, in a language.
    context, CONTEXT: "context/{language}/{name}.json", language: Language, name: &str
}

/// All paths whose names vary, with the varying parts in braces.
const TEMPLATES: [&str; 9] =
    [MATRIX, RATIONALES, PASSAGES, VOCABULARY, INTERFACE, CELL, PROJECT, LINE_PROFILE, CONTEXT];

/// The paths that the service worker builds or recognises, by the names it uses; varying parts are in braces.
#[must_use]
pub fn worker_paths() -> BTreeMap<&'static str, String> {
    let fixed = [("manifest", MANIFEST), ("index", INDEX), ("titles", TITLES)];
    let varying = [("matrix", MATRIX), ("cell", CELL), ("project", PROJECT), ("profile", LINE_PROFILE)];
    let mut paths: BTreeMap<_, _> =
        fixed.into_iter().chain(varying).map(|(name, path)| (name, path.to_owned())).collect();
    paths.insert("tours", CONTEXT.replace("{name}", TOURS));
    paths
}

/// The folders inside a snapshot. Where an API has no folder for each snapshot, they stand beside the manifest.
#[must_use]
pub fn folders() -> Vec<&'static str> {
    let mut folders: Vec<_> = TEMPLATES.iter().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    folders.sort_unstable();
    folders.dedup();
    folders
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn a_template_with_its_parts_filled_in_is_the_path() {
        let filled = CELL.replace("{line}", "C2").replace("{goal}", "9").replace("{page}", "1");
        assert_eq!(filled, cell("C2".parse().unwrap(), "9".parse().unwrap(), 1));
        assert_eq!(worker_paths()["tours"].replace("{language}", "fr"), context(Language::French, TOURS));
        assert_eq!(folders(), ["cells", "context", "profiles", "projects"]);
    }
}
