//! How a view is cited: as a sentence, as BibTeX and as RIS, the forms that reference managers read.

use std::fmt::Write as _;

/// The facts of a citation. Texts are plain: each form escapes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The subject of the view, by its names.
    pub title: String,
    /// The part that is unique to the view, such as its query `line=C2&goal=9`: the key is made from it.
    pub view: String,
    /// The name of the site.
    pub site: String,
    /// The year of the data.
    pub year: String,
    /// The public address of the view; none where the site has none.
    pub address: Option<String>,
    /// The day it was read, ISO 8601.
    pub read: String,
    /// Which data, and whose words.
    pub note: String,
}

impl Citation {
    /// As a sentence, for a footnote.
    #[must_use]
    pub fn text(&self) -> String {
        let address = self.address.as_ref().map(|address| format!("{address} ")).unwrap_or_default();
        format!("{}. {}, {}. {address}({}). {}", self.title, self.site, self.year, self.read, self.note)
    }

    /// As an entry of a BibTeX file.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let mut entry = format!("@online{{wsis-sdg-matrix{},\n", key_part(&self.view));
        let mut field = |name: &str, value: &str| {
            let _ = writeln!(entry, "  {name} = {{{value}}},");
        };
        field("title", &bibtex_text(&self.title));
        field("organization", &bibtex_text(&self.site));
        field("year", &self.year);
        if let Some(address) = &self.address {
            // Addresses are read as they are.
            field("url", address);
        }
        field("urldate", &self.read);
        field("note", &bibtex_text(&self.note));
        entry + "}\n"
    }

    /// As a record of an RIS file; its lines end as the format has it.
    #[must_use]
    pub fn ris(&self) -> String {
        let mut record = String::from("TY  - ELEC\r\n");
        let mut field = |tag: &str, value: &str| {
            let _ = write!(record, "{tag}  - {value}\r\n");
        };
        field("TI", &self.title);
        field("PB", &self.site);
        field("PY", &self.year);
        if let Some(address) = &self.address {
            field("UR", address);
        }
        field("Y2", &self.read.replace('-', "/"));
        field("N1", &self.note);
        record + "ER  - \r\n"
    }
}

/// The letters and digits of a title, so that two views have two keys.
fn key_part(view: &str) -> String {
    let words = view.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::new(), |key, word| key + "-" + word)
}

/// A text between the braces of BibTeX: what TeX would read as a command is written as a letter.
fn bibtex_text(text: &str) -> String {
    text.chars().fold(String::new(), |mut written, letter| {
        match letter {
            '\\' => written.push('/'),
            '~' => written.push_str("\\textasciitilde "),
            '^' => written.push_str("\\textasciicircum "),
            '%' | '&' | '#' | '$' | '_' | '{' | '}' => {
                written.push('\\');
                written.push(letter);
            }
            other => written.push(other),
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};
    use proptest::prelude::*;

    use super::*;

    fn citation(title: &str, address: Option<&str>) -> Citation {
        Citation {
            title: title.to_owned(),
            view: "line=C2&goal=9".to_owned(),
            site: "WSIS–SDG matrix".to_owned(),
            year: "2026".to_owned(),
            address: address.map(str::to_owned),
            read: "2026-11-24".to_owned(),
            note: "Data of 2026-11-24-9f2c01aa.".to_owned(),
        }
    }

    #[test]
    fn a_sentence_has_everything() {
        let cited = citation("C2 × 9", Some("https://matrix.example.org/?line=C2&goal=9"));
        assert_eq!(
            cited.text(),
            "C2 × 9. WSIS–SDG matrix, 2026. https://matrix.example.org/?line=C2&goal=9 (2026-11-24). \
             Data of 2026-11-24-9f2c01aa."
        );
        assert!(!citation("C2", None).text().contains("http"));
    }

    #[test]
    fn two_views_have_two_keys() {
        let of = |view: &str| Citation { view: view.to_owned(), ..citation("A title", None) }.bibtex();
        assert!(of("line=C2&goal=9").starts_with("@online{wsis-sdg-matrix-line-C2-goal-9,"));
        assert!(of("goal=9").starts_with("@online{wsis-sdg-matrix-goal-9,"));
        assert!(of("").starts_with("@online{wsis-sdg-matrix,"));
        assert!(citation("a^b~", None).bibtex().contains("a\\textasciicircum b\\textasciitilde "));
    }

    #[test]
    fn a_record_of_ris_has_a_tag_a_line_and_an_end() {
        let record = citation("C2 × 9", Some("https://matrix.example.org/")).ris();
        let tags: Vec<&str> = record.split_terminator("\r\n").map(|line| &line[..6]).collect();
        assert_eq!(tags, ["TY  - ", "TI  - ", "PB  - ", "PY  - ", "UR  - ", "Y2  - ", "N1  - ", "ER  - "]);
        assert!(record.contains("Y2  - 2026/11/24\r\n"));
    }

    proptest! {
        #[test]
        fn a_reader_of_bibtex_gets_the_title_back(title in "[A-Za-z0-9 .,:;()%&#$_×’–-]{1,40}") {
            let title = title.trim().to_owned();
            // Two hyphens are a dash in BibTeX.
            prop_assume!(!title.is_empty() && !title.contains("--"));
            let entry = citation(&title, Some("https://matrix.example.org/?line=C2&goal=9")).bibtex();
            let read = Bibliography::parse(&entry).unwrap();
            let entry = read.iter().next().unwrap();
            prop_assert!(entry.key.starts_with("wsis-sdg-matrix"));
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(words(&entry.title().unwrap().format_verbatim()), words(&title));
            prop_assert_eq!(entry.url().unwrap(), "https://matrix.example.org/?line=C2&goal=9");
        }
    }
}
