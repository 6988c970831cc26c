//! Lists of the snapshot files that the offline copy contains.
//!
//! A visit stores some; "Make ready for offline" stores all. The build writes the first list into the service
//! worker, the app requests the second. May depend on the contract's paths and on the numbers of the cells.

use super::path;
use crate::code::VocabularyId;
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;
use crate::matrix::MatrixCounts;

/// Number of files of [`of_visit`] that the first load needs; they come first.
pub const FIRST_LOAD_FILES: usize = 2;

/// Files that a visit in a language stores: matrix, counts, names, rationales, passages, initiatives,
/// conflicts, registration and tours.
///
/// A server of this contract may lack the tours.
#[must_use]
pub fn of_visit(language: Language) -> Vec<String> {
    let context = [path::INITIATIVES, path::CONFLICTS, path::REGISTRATION, path::TOURS];
    let mut files = vec![
        path::matrix(language),
        path::COUNTS.to_owned(),
        path::vocabulary(language),
        path::rationales(language),
        path::passages(language),
    ];
    files.extend(context.map(|name| path::context(language, name)));
    files.extend((language != Language::English).then(|| path::interface(language)));
    files
}

/// Returns true if a snapshot may lack the file: the tours were added in contract 1.3, the digital public goods in 1.5, the
/// lenses and the texts of the interface in 1.6.
#[must_use]
pub fn is_optional(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let of_context = name.strip_suffix(".json");
    name == path::PUBLIC_GOODS
        || name.starts_with("interface.")
        || of_context.is_some_and(|name| [path::TOURS, path::LENSES].contains(&name))
}

/// Pages of all 323 cells with `page_size` projects each, at least one page a cell.
#[must_use]
pub fn cell_pages(counts: &MatrixCounts, page_size: u32) -> Vec<String> {
    let mut files = Vec::new();
    for line in Line::all() {
        for goal in Goal::all() {
            let count = counts.cell(line, goal);
            let pages = (count.declared + count.derived).div_ceil(page_size.max(1)).max(1);
            files.extend((1..=pages).map(|page| path::cell(line, goal, page)));
        }
    }
    files
}

/// All files that the app can show in these languages, except the projects in full. `lenses` are those of the snapshot.
#[must_use]
pub fn complete(
    languages: &[Language],
    counts: &MatrixCounts,
    page_size: u32,
    lenses: &[VocabularyId],
) -> Vec<String> {
    let mut files: Vec<String> = languages.iter().copied().flat_map(of_visit).collect();
    files.extend([path::INDEX, path::TITLES, path::PUBLIC_GOODS].map(str::to_owned));
    for language in languages {
        files.extend(Line::all().map(|line| path::line_profile(*language, line)));
        let names = std::iter::once(path::LENSES).chain(lenses.iter().map(VocabularyId::as_str));
        files.extend(names.map(|name| path::context(*language, name)));
    }
    files.extend(cell_pages(counts, page_size));
    files.sort();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_first_comes_first() {
        let files = of_visit(Language::French);
        assert_eq!(files[..FIRST_LOAD_FILES], ["matrix.fr.json", "counts.json"]);
        assert_eq!(files.iter().filter(|file| is_optional(file)).count(), 2);
    }
}
