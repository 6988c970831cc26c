//! The style sheet of the first load: one file made of those that `index.html` lists. One file compresses better than
//! many, and the browser asks once.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use super::embed;

const LINK: &str = "<link";

/// Puts the sheets that the page links to into one, removes them, and returns the page with the one link.
///
/// # Errors
/// A page without sheets, or a file that cannot be read, written or removed.
pub(super) fn join(folder: &Path, page: &str) -> Result<String> {
    let links = links(page);
    let mut style = String::new();
    for (_, name) in &links {
        let file = folder.join(name);
        style += &fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
        fs::remove_file(&file).with_context(|| format!("cannot remove {name}"))?;
    }
    let Some((first, others)) = links.split_first() else { bail!("index.html has no style sheet") };
    let hash: String = Sha256::digest(&style).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("style-{hash}.css");
    fs::write(folder.join(&name), &style).with_context(|| format!("cannot write {name}"))?;
    let integrity = embed::hash_of(style.as_bytes());
    let link = format!("<link href=./{name} integrity={integrity} rel=stylesheet>");
    let page = others.iter().fold(page.to_owned(), |page, (tag, _)| page.replace(tag, ""));
    Ok(page.replacen(first.0, &link, 1))
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
    fn the_sheets_become_one_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("a-00.css", "a{}"), ("b-00.css", "b{}"), ("icon.svg", "")] {
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
            let joined = join(folder.path(), page).unwrap();
            let (_, name) = links(&joined)[0];
            assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), "a{}b{}");
            assert_eq!(joined.matches("<link").count(), 2, "{joined}");
            assert!(!folder.path().join("a-00.css").exists());
        }
        assert!(join(folder.path(), "<p>").is_err());
    }
}
