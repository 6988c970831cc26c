//! Parses the evidence of a text, such as `report III.1 table of targets; III.2 C2; editorial`, by source.

/// One item of the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePart<'b> {
    /// The item as written.
    pub text: &'b str,
    /// Id of its source, if the source is known.
    pub source: Option<&'static str>,
}

/// Prefix that names a source, and the id of that source.
const SOURCES: [(&str, &str); 3] =
    [("report", "wsis20-report"), ("Geneva Plan of Action", "geneva-plan-2003"), ("editorial", "editorial")];

/// The items in order. An item without a source belongs to the source of the item before it.
#[must_use]
pub fn parts(basis: &str) -> Vec<EvidencePart<'_>> {
    let mut source = None;
    basis
        .split(';')
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| {
            let named = SOURCES.iter().find(|(name, _)| text.starts_with(name)).map(|(_, id)| *id);
            source = named.or(source);
            EvidencePart { text, source }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_source_or_the_one_before() {
        let read: Vec<_> = parts("Geneva Plan of Action 2003 C1; report III.2 C1; III.1; editorial")
            .into_iter()
            .map(|part| (part.text, part.source.unwrap()))
            .collect();
        assert_eq!(
            read,
            [
                ("Geneva Plan of Action 2003 C1", "geneva-plan-2003"),
                ("report III.2 C1", "wsis20-report"),
                ("III.1", "wsis20-report"),
                ("editorial", "editorial"),
            ]
        );
        assert_eq!(parts("a letter"), [EvidencePart { text: "a letter", source: None }]);
        assert!(parts(" ; ").is_empty());
    }
}
