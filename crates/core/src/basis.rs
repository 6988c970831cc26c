//! Parses the evidence of a text, such as `report III.1 table of targets, 6; III.2 C2; editorial`, by source.

/// One item of the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePart<'b> {
    /// The item as written.
    pub text: &'b str,
    /// Id of its source, if the source is known.
    pub source: Option<&'b str>,
}

/// Beginnings of items that name a source, and the id of that source.
const SOURCES: [(&str, &str); 4] = [
    ("report", "wsis20-report"),
    ("Geneva Plan of Action", "geneva-plan-2003"),
    ("editorial", "editorial"),
    ("tie", "editorial"),
];

/// Beginnings of items that rest on none of the listed sources.
const UNLISTED: [&str; 3] = ["web copy", "other accounts", "recalled"];

/// The items in order. An item may be the id of a source, as `is_source` tells. One that names no source belongs to
/// the source of the item before it.
#[must_use]
pub fn parts(basis: &str, is_source: impl Fn(&str) -> bool) -> Vec<EvidencePart<'_>> {
    let mut source = None;
    basis
        .split(';')
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| {
            let named = SOURCES.iter().find(|(name, _)| text.starts_with(name)).map(|(_, id)| *id);
            if is_source(text) {
                source = Some(text);
            } else if UNLISTED.iter().any(|name| text.starts_with(name)) {
                source = None;
            } else {
                source = named.or(source);
            }
            EvidencePart { text, source }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(basis: &str) -> Vec<(&str, Option<&str>)> {
        parts(basis, |text| text == "agora").into_iter().map(|part| (part.text, part.source)).collect()
    }

    #[test]
    fn each_part_has_its_source_or_the_one_before() {
        assert_eq!(
            read("Geneva Plan of Action 2003 C1; report III.2 C1; III.1; editorial"),
            [
                ("Geneva Plan of Action 2003 C1", Some("geneva-plan-2003")),
                ("report III.2 C1", Some("wsis20-report")),
                ("III.1", Some("wsis20-report")),
                ("editorial", Some("editorial")),
            ]
        );
        assert_eq!(read("a letter"), [("a letter", None)]);
        assert!(read(" ; ").is_empty());
    }

    #[test]
    fn no_part_counts_as_the_reports_that_is_not() {
        assert_eq!(
            read("report III.1; tie to the line by subject: editorial; agora"),
            [
                ("report III.1", Some("wsis20-report")),
                ("tie to the line by subject: editorial", Some("editorial")),
                ("agora", Some("agora")),
            ]
        );
        for unlisted in ["web copy: example.org", "other accounts: example.org", "recalled"] {
            assert_eq!(read(&format!("report I; {unlisted}"))[1], (unlisted, None));
        }
    }
}
