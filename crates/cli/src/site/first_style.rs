//! The style of the first load: the sheets that `index.html` lists, as one inline style. The browser draws the page as
//! soon as it has it, without a request more.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

const LINK: &str = "<link";

/// Puts the sheets that the page links to into the page, and removes them.
///
/// # Errors
/// A page without sheets, or a file that cannot be read or removed.
pub(super) fn inline(folder: &Path, page: &str) -> Result<String> {
    let links = links(page);
    let mut style = String::new();
    for (_, name) in &links {
        let file = folder.join(name);
        style += &fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
        fs::remove_file(&file).with_context(|| format!("cannot remove {name}"))?;
    }
    let Some((first, others)) = links.split_first() else { bail!("index.html has no style sheet") };
    let page = others.iter().fold(page.to_owned(), |page, (tag, _)| page.replace(tag, ""));
    Ok(page.replacen(first.0, &format!("<style>{style}</style>"), 1))
}

/// The tags that link to sheets, each with the name of its file. Trunk's minifier writes attributes without quotes.
fn links(page: &str) -> Vec<(&str, &str)> {
    page.match_indices(LINK)
        .filter_map(|(start, _)| {
            let tag = page.get(start..=start + page.get(start..)?.find('>')?)?;
            let address = tag.split("href=").nth(1)?.trim_start_matches('"');
            let name = address.split(['"', ' ', '>']).next()?.strip_prefix("./")?;
            tag.contains("stylesheet").then_some((tag, name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_become_one_style_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("b-00.css", "b{}"), ("icon.svg", "")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        for page in [
            "<p><link rel=icon href=./icon.svg><link href=./a-00.css integrity=x rel=stylesheet><link \
             href=./b-00.css rel=stylesheet><p>",
            "<p><link rel=icon href=./icon.svg><link rel=\"stylesheet\" href=\"./a-00.css\"/><link \
             rel=\"stylesheet\" href=\"./b-00.css\"/><p>",
        ] {
            fs::write(folder.path().join("a-00.css"), "a{}").unwrap();
            fs::write(folder.path().join("b-00.css"), "b{}").unwrap();
            let joined = inline(folder.path(), page).unwrap();
            assert!(joined.contains("<style>a{}b{}</style>"), "{joined}");
            assert_eq!(joined.matches("<link").count(), 1, "{joined}");
            assert!(!folder.path().join("a-00.css").exists());
        }
        assert!(inline(folder.path(), "<p>").is_err());
    }
}
