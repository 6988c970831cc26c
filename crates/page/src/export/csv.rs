//! Rows of CSV as RFC 4180 has them, that no spreadsheet runs as formulas.

/// The character between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// The comma of RFC 4180.
    Comma,
    /// The semicolon, which Excel expects where the comma is the decimal sign.
    Semicolon,
}

impl Separator {
    fn character(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
        }
    }
}

/// A row with its line end.
pub(super) fn row<'f>(separator: Separator, fields: impl IntoIterator<Item = &'f str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    fields.join(separator.character()) + "\r\n"
}

/// A field. What a spreadsheet would take for a formula is made a text by the apostrophe that spreadsheets have for it.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r', ';']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_become_texts() {
        let row = |fields: &[&str]| super::row(Separator::Comma, fields.iter().copied());
        assert_eq!(row(&["=1+1", "+31", "-", "@x", "a", ""]), "'=1+1,'+31,'-,'@x,a,\r\n");
        assert_eq!(row(&["=HYPERLINK(\"x\",\"y\")"]), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_fields_back(
            fields in prop::collection::vec("[^\\x00\u{feff}]{0,12}", 1..6),
            semicolon in any::<bool>(),
        ) {
            let separator = if semicolon { Separator::Semicolon } else { Separator::Comma };
            let text = row(separator, fields.iter().map(String::as_str));
            let delimiter = separator.character().as_bytes()[0];
            let mut reader = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(delimiter)
                .from_reader(text.as_bytes());
            let read: Vec<String> = match reader.records().next() {
                Some(record) => record.unwrap().iter().map(str::to_owned).collect(),
                // A row of one empty field is an empty line.
                None => vec![String::new()],
            };
            let plain = |field: &String| field.strip_prefix('\'').unwrap_or(field).to_owned();
            prop_assert_eq!(read.len(), fields.len());
            for (read, field) in read.iter().zip(&fields) {
                prop_assert!(read == field || plain(read) == *field, "{:?} {:?}", read, field);
                prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']));
            }
        }
    }
}
