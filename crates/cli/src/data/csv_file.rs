//! Reads a CSV file of the sources. Checks its form: it exists, is UTF-8, has exactly its columns and full rows.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::problems::Problems;

/// A kind of row: which file it stands in and which columns that has.
pub trait CsvRow: Sized {
    /// The name of the file.
    const FILE: &'static str;
    /// The columns; their order in the file does not matter.
    const COLUMNS: &'static [&'static str];

    /// Makes the row of a line from its fields.
    fn from_fields(line: u64, field: impl Fn(&str) -> String) -> Self;
}

/// Defines a kind of row by its file and its columns.
macro_rules! row {
    ($(#[$docs:meta])* $type:ident in $file:literal { $($field:ident: $column:literal),+ }) => {
        $(#[$docs])*
        #[derive(Debug, Clone)]
        #[allow(missing_docs, reason = "the fields are the columns")]
        pub struct $type {
            pub line_number: u64,
            $(pub $field: String),+
        }

        impl $crate::data::csv_file::CsvRow for $type {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [&'static str] = &[$($column),+];

            fn from_fields(line: u64, field: impl Fn(&str) -> String) -> Self {
                Self { line_number: line, $($field: field($column)),+ }
            }
        }
    };
}
pub(super) use row;

/// The rows of a file.
#[derive(Debug)]
pub struct SourceTable<R> {
    /// The rows that have the right form.
    pub rows: Vec<R>,
    /// Whether these are all rows. If not, an id that is looked up here may stand in a row that could not be read.
    pub complete: bool,
}

/// Reads a file of a folder; what is wrong with it becomes a problem.
pub(super) fn read_table<R: CsvRow>(folder: &Path, problems: &mut Problems) -> SourceTable<R> {
    match read_text(folder, R::FILE, problems) {
        Some(text) => parse_table(R::FILE, &text, problems),
        None => SourceTable { rows: Vec::new(), complete: false },
    }
}

/// As [`read_table`], of a file that need not be there.
pub(super) fn read_optional_table<R: CsvRow>(
    folder: &Path,
    file: &'static str,
    problems: &mut Problems,
) -> Option<SourceTable<R>> {
    if !folder.join(file).exists() {
        return None;
    }
    Some(parse_table(file, &read_text(folder, file, problems)?, problems))
}

fn parse_table<R: CsvRow>(file: &'static str, text: &str, problems: &mut Problems) -> SourceTable<R> {
    let nothing = SourceTable { rows: Vec::new(), complete: false };
    let mut records = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = match records.headers() {
        Ok(columns) => columns.clone(),
        Err(error) => {
            problems.line(file, 1, error.to_string());
            return nothing;
        }
    };
    if !check_columns::<R>(file, &columns, problems) {
        return nothing;
    }
    let mut table = SourceTable { rows: Vec::new(), complete: true };
    let mut lines = RecordLines { text: text.as_bytes(), counted: 0, line: 1 };
    for record in records.records() {
        // The text is in memory and UTF-8, and rows may have any length: reading a record cannot fail.
        let Ok(record) = record else { continue };
        let at = lines.line_of(&record);
        if record.len() == columns.len() {
            table.rows.push(R::from_fields(at, |name| field(&columns, &record, name)));
        } else {
            let (has, needs) = (record.len(), columns.len());
            problems.line(
                file,
                at,
                format!("{has} field{} instead of {needs}", if has == 1 { "" } else { "s" }),
            );
            table.complete = false;
        }
    }
    table
}

/// The text of a file, without the byte order mark that spreadsheets put before it.
fn read_text(folder: &Path, file: &'static str, problems: &mut Problems) -> Option<String> {
    let bytes = match fs::read(folder.join(file)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            problems.file(file, "the file is missing");
            return None;
        }
        Err(error) => {
            problems.file(file, format!("cannot be read: {error}"));
            return None;
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            problems.line(file, newlines(before) + 1, "not UTF-8 text");
            return None;
        }
    };
    // A field that is opened and not closed would swallow the rows after it without a word.
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        problems.file(file, "a quotation mark without its partner");
        return None;
    }
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn check_columns<R: CsvRow>(
    file: &'static str,
    columns: &csv::StringRecord,
    problems: &mut Problems,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut fit = true;
    let mut complain = |text: String| {
        problems.line(file, 1, text);
        fit = false;
    };
    for column in columns {
        if !R::COLUMNS.contains(&column) {
            complain(format!("unknown column \"{column}\""));
        } else if !seen.insert(column) {
            complain(format!("column \"{column}\" stands twice"));
        }
    }
    for column in R::COLUMNS {
        if !seen.contains(column) {
            complain(format!("column \"{column}\" is missing"));
        }
    }
    fit
}

fn field(columns: &csv::StringRecord, record: &csv::StringRecord, name: &str) -> String {
    let at = columns.iter().position(|column| column == name);
    at.and_then(|at| record.get(at)).unwrap_or_default().to_owned()
}

/// Counts the line that each record begins in, from one record to the next. The reader's own count stands before skipped
/// empty lines and miscounts CRLF.
struct RecordLines<'t> {
    text: &'t [u8],
    counted: usize,
    line: u64,
}

impl RecordLines<'_> {
    fn line_of(&mut self, record: &csv::StringRecord) -> u64 {
        let reached =
            record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
        let after = self.text.get(reached..).unwrap_or_default();
        let skipped = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let begin = reached + skipped;
        self.line += newlines(self.text.get(self.counted..begin).unwrap_or_default());
        self.counted = begin;
        self.line
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}
