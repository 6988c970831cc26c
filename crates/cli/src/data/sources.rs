//! The CSV files of the sources as rows of text, each with its line. Values are checked in [`super::check`];
//! here only the form of the files is: they exist, are UTF-8, have exactly their columns and full rows.

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

/// The rows of a file.
#[derive(Debug)]
pub struct Table<R> {
    /// The rows that have the right form.
    pub rows: Vec<R>,
    /// Whether these are all rows. If not, an id that is looked up here may stand in a row that could not be read.
    pub complete: bool,
}

macro_rules! row {
    ($(#[$docs:meta])* $type:ident in $file:literal { $($field:ident: $column:literal),+ }) => {
        $(#[$docs])*
        #[derive(Debug)]
        #[allow(missing_docs, reason = "the fields are the columns")]
        pub struct $type {
            pub line_number: u64,
            $(pub $field: String),+
        }

        impl CsvRow for $type {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [&'static str] = &[$($column),+];

            fn from_fields(line: u64, field: impl Fn(&str) -> String) -> Self {
                Self { line_number: line, $($field: field($column)),+ }
            }
        }
    };
}

row!(
    /// A source of facts.
    SourceRow in "sources.csv" {
        id: "id", name: "name", address: "address", licence: "licence", date: "date", note: "note"
    }
);
row!(
    /// An action line with its facilitators.
    LineRow in "lines.csv" {
        id: "id", parent: "parent", lead: "lead", co: "co", note: "facilitatorNote", source: "source"
    }
);
row!(
    /// A line's name in a language.
    LineNameRow in "line-names.csv" {
        line: "line", language: "language", name: "name", status: "status", evidence: "evidence"
    }
);
row!(
    /// A goal with its colour.
    GoalRow in "goals.csv" { number: "number", colour: "colour", source: "source" }
);
row!(
    /// A goal's name in a language.
    GoalNameRow in "goal-names.csv" {
        goal: "goal", language: "language", name: "name", status: "status", evidence: "evidence"
    }
);
row!(
    /// A target's label in a language.
    TargetRow in "targets.csv" { code: "code", language: "language", label: "label", review: "review" }
);
row!(
    /// A link of a line to a goal.
    LinkRow in "links.csv" {
        line: "line", goal: "goal", targets: "targets", source: "source", lists: "lists", note: "note"
    }
);
row!(
    /// Why a link stands, in a language.
    RationaleRow in "rationales.csv" {
        line: "line", goal: "goal", language: "language", text: "text", basis: "basis", review: "review"
    }
);
row!(
    /// A short text on a line, in a language.
    PassageRow in "passages.csv" {
        line: "line", part: "part", language: "language", text: "text", basis: "basis", review: "review"
    }
);
row!(
    /// A vocabulary value's name in a language.
    VocabularyRow in "vocabulary.csv" {
        list: "list", id: "id", language: "language", name: "name", status: "status"
    }
);
row!(
    /// A country.
    CountryRow in "countries.csv" {
        alpha3: "alpha3", alpha2: "alpha2", region: "region", name: "name", status: "status"
    }
);
row!(
    /// A project.
    ProjectRow in "projects.csv" {
        id: "id", title: "title", title_language: "titleLanguage", organisation: "organisation",
        stakeholder: "stakeholder", country: "country", region: "region", year: "year", prize: "prize",
        lines: "lines", goals: "goals", summary: "summary", target_groups: "targetGroups", page: "page",
        source: "source"
    }
);
row!(
    /// What a project says of a goal.
    StatementRow in "goal-statements.csv" {
        project: "project", goal: "goal", language: "language", statement: "statement"
    }
);
row!(
    /// An entry that was taken out.
    WithdrawnRow in "withdrawn.csv" { id: "id", date: "date" }
);
row!(
    /// An initiative of the report.
    InitiativeRow in "initiatives.csv" {
        id: "id", name: "name", kind: "kind", organisations: "organisations", lines: "lines", goals: "goals",
        countries: "countries", years: "years", text: "text", basis: "basis", note: "note", source: "source",
        review: "review"
    }
);
row!(
    /// A rule of the prizes, or a field of ITU's form.
    RuleRow in "rules.csv" {
        id: "id", kind: "kind", language: "language", text: "text", status: "status", evidence: "evidence",
        review: "review"
    }
);
row!(
    /// What several sources say of the same matter.
    ConflictRow in "conflicts.csv" {
        id: "id", subject: "subject", language: "language", report: "report", elsewhere: "elsewhere",
        evidence: "evidence", differs: "differs", note: "note", review: "review"
    }
);
row!(
    /// A tour in a language.
    TourRow in "tours.csv" { id: "id", language: "language", title: "title", text: "text", review: "review" }
);
row!(
    /// A step of a tour in a language.
    TourStepRow in "tour-steps.csv" {
        tour: "tour", step: "step", language: "language", view: "view", title: "title", text: "text",
        notes: "notes", seconds: "seconds", caption: "caption", unit: "unit", values: "values",
        basis: "basis", review: "review"
    }
);
row!(
    /// The sentence on what the collection covers, in a language.
    CoverageRow in "coverage.csv" { language: "language", text: "text", none: "none", some: "some" }
);

/// All files of the sources.
#[derive(Debug)]
#[allow(missing_docs, reason = "the fields are the files")]
pub struct Sources {
    pub sources: Table<SourceRow>,
    pub lines: Table<LineRow>,
    pub line_names: Table<LineNameRow>,
    pub goals: Table<GoalRow>,
    pub goal_names: Table<GoalNameRow>,
    pub targets: Table<TargetRow>,
    pub links: Table<LinkRow>,
    pub rationales: Table<RationaleRow>,
    pub passages: Table<PassageRow>,
    pub vocabulary: Table<VocabularyRow>,
    pub countries: Table<CountryRow>,
    pub projects: Table<ProjectRow>,
    pub statements: Table<StatementRow>,
    pub withdrawn: Table<WithdrawnRow>,
    pub initiatives: Table<InitiativeRow>,
    pub rules: Table<RuleRow>,
    pub conflicts: Table<ConflictRow>,
    pub tours: Table<TourRow>,
    pub tour_steps: Table<TourStepRow>,
    pub coverage: Table<CoverageRow>,
}

impl Sources {
    /// Reads every file of the folder; what cannot be read is reported and left out.
    pub fn read(folder: &Path, problems: &mut Problems) -> Self {
        Self {
            sources: read_table(folder, problems),
            lines: read_table(folder, problems),
            line_names: read_table(folder, problems),
            goals: read_table(folder, problems),
            goal_names: read_table(folder, problems),
            targets: read_table(folder, problems),
            links: read_table(folder, problems),
            rationales: read_table(folder, problems),
            passages: read_table(folder, problems),
            vocabulary: read_table(folder, problems),
            countries: read_table(folder, problems),
            projects: read_table(folder, problems),
            statements: read_table(folder, problems),
            withdrawn: read_table(folder, problems),
            initiatives: read_table(folder, problems),
            rules: read_table(folder, problems),
            conflicts: read_table(folder, problems),
            tours: read_table(folder, problems),
            tour_steps: read_table(folder, problems),
            coverage: read_table(folder, problems),
        }
    }
}

fn read_table<R: CsvRow>(folder: &Path, problems: &mut Problems) -> Table<R> {
    let nothing = Table { rows: Vec::new(), complete: false };
    let Some(text) = read_text(folder, R::FILE, problems) else { return nothing };
    let mut records = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = match records.headers() {
        Ok(columns) => columns.clone(),
        Err(error) => {
            problems.line(R::FILE, 1, error.to_string());
            return nothing;
        }
    };
    if !check_columns::<R>(&columns, problems) {
        return nothing;
    }
    let mut table = Table { rows: Vec::new(), complete: true };
    for record in records.records() {
        // The text is in memory and UTF-8, and rows may have any length: reading a record cannot fail.
        let Ok(record) = record else { continue };
        let at = line_of(&text, &record);
        if record.len() == columns.len() {
            table.rows.push(R::from_fields(at, |name| field(&columns, &record, name)));
        } else {
            let (has, needs) = (record.len(), columns.len());
            problems.line(
                R::FILE,
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

fn check_columns<R: CsvRow>(columns: &csv::StringRecord, problems: &mut Problems) -> bool {
    let mut seen = BTreeSet::new();
    let mut fit = true;
    let mut complain = |text: String| {
        problems.line(R::FILE, 1, text);
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

/// The line a record begins in. The reader's own count stands before skipped empty lines and miscounts CRLF.
fn line_of(text: &str, record: &csv::StringRecord) -> u64 {
    let reached = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let (before, after) = text.as_bytes().split_at_checked(reached).unwrap_or_default();
    let skipped = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    newlines(before) + newlines(after.get(..skipped).unwrap_or_default()) + 1
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}
