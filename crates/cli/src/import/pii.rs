//! E-mail addresses and phone numbers inside texts: found, told, and masked in what goes out. May use regex.
//!
//! Names of persons cannot be told from other names; no column of them is read, and what stands in a text stays.

use anyhow::{Context, Result};
use regex::Regex;
use serde::Serialize;

/// The kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PiiKind {
    /// An e-mail address, also one written with "(at)".
    EMail,
    /// A phone number.
    Phone,
}

impl PiiKind {
    /// Its name in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::EMail => "e-mail address",
            Self::Phone => "phone number",
        }
    }

    fn mask(self) -> &'static str {
        match self {
            Self::EMail => "[e-mail removed]",
            Self::Phone => "[phone number removed]",
        }
    }
}

const E_MAIL: &str = r"(?i)[\p{L}\p{N}._%+'’-]+\s*(?:@|＠|[\[({<]\s*(?:at|@)\s*[\])}>])\s*[\p{L}\p{N}-]+(?:\s?(?:\.|[\[({]\s*(?:dot|\.)\s*[\])}])\s?[\p{L}\p{N}-]+)+";
/// Digits with what stands between them in a phone number.
const INTERNATIONAL: &str = r"(?:\+|＋|\b00)\s?\d(?:[\s().\u{a0}/‐‑–-]{0,2}\d){6,14}\b";
const ANNOUNCED: &str = r"(?i)\b(?:tel|tél|phone|telephone|téléphone|teléfono|telefono|mobile|móvil|cell|fax|whats\s?app|viber|тел|телефон|моб|факс|电话|手机|هاتف|جوال)\b?[^\p{L}\p{N}]{0,4}(?:(?:no|nr|number|n°)\b[^\p{L}\p{N}]{0,3})?\+?\(?\d(?:[\s().\u{a0}/‐‑–-]{0,2}\d){4,14}";
const NATIONAL: &str = r"(?:\(0\d{1,4}\)|\b0\d{1,4}[\s./‐‑–-])\s?\d{2,4}(?:[\s.‐‑–-]?\d{2,4}){1,4}\b|(?:\(\d{3}\)\s?|\b\d{3}[.-])\d{3}[.-]\d{4}\b";

/// Finds what leads to a person.
#[derive(Debug)]
pub(super) struct PiiFinder {
    patterns: Vec<(PiiKind, Regex)>,
}

impl PiiFinder {
    /// Prepares the patterns.
    pub(super) fn new() -> Result<Self> {
        let patterns = [
            (PiiKind::EMail, E_MAIL),
            (PiiKind::Phone, INTERNATIONAL),
            (PiiKind::Phone, ANNOUNCED),
            (PiiKind::Phone, NATIONAL),
        ];
        let compiled = patterns
            .into_iter()
            .map(|(kind, pattern)| Ok((kind, Regex::new(pattern).context("a pattern of personal data")?)));
        Ok(Self { patterns: compiled.collect::<Result<_>>()? })
    }

    /// The text with a mask for each find, and the kinds of the finds.
    pub(super) fn mask(&self, text: &str) -> (String, Vec<PiiKind>) {
        let mut masked = text.to_owned();
        let mut found = Vec::new();
        // Nothing to find without one of these; most texts are done here.
        if !text.chars().any(|letter| {
            letter == '@'
                || letter == '＠'
                || letter.is_numeric()
                || letter == '('
                || letter == '['
                || letter == '{'
        }) {
            return (masked, found);
        }
        for (kind, pattern) in &self.patterns {
            let finds = pattern.find_iter(&masked).count();
            if finds > 0 {
                found.extend(std::iter::repeat_n(*kind, finds));
                masked = pattern.replace_all(&masked, kind.mask()).into_owned();
            }
        }
        (masked, found)
    }

    /// Whether an address on the web names a mailbox, which no mask could take out of it.
    pub(super) fn has_email_in_address(&self, address: &str) -> bool {
        let e_mail = self.patterns.iter().filter(|(kind, _)| *kind == PiiKind::EMail);
        let decoded = address.replace("%40", "@");
        e_mail.into_iter().any(|(_, pattern)| pattern.is_match(&decoded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // All addresses and numbers here are invented.

    #[test]
    fn addresses_and_numbers_are_masked() {
        let finder = PiiFinder::new().unwrap();
        for (text, masked, kinds) in [
            ("Write to ada.example@mail.example.org!", "Write to [e-mail removed]!", vec![PiiKind::EMail]),
            ("ada (at) example (dot) org", "[e-mail removed]", vec![PiiKind::EMail]),
            ("ada[at]example.org", "[e-mail removed]", vec![PiiKind::EMail]),
            ("Call +41 (22) 555-01-00 now", "Call [phone number removed] now", vec![PiiKind::Phone]),
            ("0041225550100", "[phone number removed]", vec![PiiKind::Phone]),
            ("Tel.: 555 01 00, x", "[phone number removed], x", vec![PiiKind::Phone]),
            ("Тел: 555-01-00", "[phone number removed]", vec![PiiKind::Phone]),
            ("(022) 555 01 00", "[phone number removed]", vec![PiiKind::Phone]),
            ("555-010-0199", "[phone number removed]", vec![PiiKind::Phone]),
            ("a@b.org, c@d.org", "[e-mail removed], [e-mail removed]", vec![PiiKind::EMail; 2]),
        ] {
            assert_eq!(finder.mask(text), (masked.to_owned(), kinds), "{text}");
        }
    }

    #[test]
    fn other_numbers_and_signs_stay() {
        let finder = PiiFinder::new().unwrap();
        for text in [
            "From 2014-2015 to 2018, 1 500 000 people",
            "At 12:30 on 2015-03-24 (SDG 9.c)",
            "ISBN 978-0-306-40615-7",
            "Follow @example on the web",
            "280 000 schools, 49 countries, 65%",
            "mobile 4G in 12 places",
            "Look (at this) once. Or twice.",
        ] {
            assert_eq!(finder.mask(text), (text.to_owned(), vec![]));
        }
        assert!(finder.has_email_in_address("https://ada@example.org/"));
        assert!(finder.has_email_in_address("https://example.org/?to=ada%40example.org"));
        assert!(!finder.has_email_in_address("https://example.org/@ada/1"));
    }
}
