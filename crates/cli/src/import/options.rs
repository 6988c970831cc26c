//! The options of `wsis import`. ImportOptions with invalid values are refused while the command line is parsed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use encoding_rs::Encoding;
use wsis_core::contract::manifest::Source;
use wsis_core::{EntryId, Language, VocabularyId};

use super::table::ReadOptions;
use crate::data::check::{is_language_tag, is_web_address};
use crate::data::date::is_date;
use crate::data::model::{CollectionText, SourceCollection};

/// The options of an import.
#[derive(Debug, clap::Args)]
pub struct ImportOptions {
    /// Files to import, in this order: CSV, XLSX, ODS, XLS, JSON, or folders of saved ITU project pages
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder of the published API; the new files replace those in it
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Folder with the sources of the matrix
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    pub sources: PathBuf,
    /// Do everything but write the API files
    #[arg(long)]
    pub dry_run: bool,
    /// Write nothing if a row is left out or used in part, or holds personal data
    #[arg(long)]
    pub strict: bool,
    /// Also write the report as JSON to this file, which must lie outside the published folder
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,

    /// Name of the database or list, shown to readers as the source of the projects
    #[arg(long, value_name = "TEXT", value_parser = not_blank, help_heading = "Provenance")]
    pub source_name: String,
    /// Date of the files: 2015, 2015-03 or 2015-03-24
    #[arg(long, value_name = "DATE", value_parser = date, help_heading = "Provenance")]
    pub source_date: String,
    /// Licence of the projects
    #[arg(long, value_name = "TEXT", default_value = "no licence stated", value_parser = not_blank,
        help_heading = "Provenance")]
    pub source_licence: String,
    /// Web address of the source
    #[arg(long, value_name = "ADDRESS", value_parser = web_address, help_heading = "Provenance")]
    pub source_address: Option<String>,
    /// Id of the source in the data: 1 to 32 letters, digits and hyphens
    #[arg(long, value_name = "ID", default_value = "import", value_parser = vocabulary_id, help_heading = "Provenance")]
    pub source_id: VocabularyId,
    /// Id of the collection of these entries, as in addresses [default: the id of the source]
    #[arg(long, value_name = "ID", value_parser = vocabulary_id, help_heading = "Provenance")]
    pub collection: Option<VocabularyId>,
    /// Why numbers of these entries are no frequencies, shown where they are compared
    #[arg(long, value_name = "TEXT", value_parser = not_blank, help_heading = "Provenance")]
    pub collection_bias: Option<String>,
    /// Sentence on what the collection covers, with {projects} and {declared} for the numbers
    /// [default: "Projects: {projects} from SOURCE NAME; {declared}."]
    #[arg(long, value_name = "TEXT", value_parser = coverage, help_heading = "Provenance")]
    pub coverage: Option<String>,

    /// Mapping of columns to fields (TOML) that replaces parts of the default mapping
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    pub mapping: Option<PathBuf>,
    /// Encoding of text files, if it cannot be told from their letters, such as windows-1251 or gb18030
    #[arg(long, value_name = "NAME", value_parser = encoding, help_heading = "Reading")]
    pub encoding: Option<&'static Encoding>,
    /// Sheet of the workbook [default: the first visible sheet that is not empty]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    pub sheet: Option<String>,
    /// Row with the names of the columns [default: the first, or the one with the most known names]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..), help_heading = "Reading")]
    pub header_row: Option<u64>,
    /// Also use rows that the workbook hides, by a filter or by hand
    #[arg(long, help_heading = "Reading")]
    pub include_hidden: bool,
    /// Language of titles without a stated language, such as en or pt-BR
    #[arg(long, value_name = "TAG", default_value = "und", value_parser = language_tag, help_heading = "Reading")]
    pub language: String,

    /// Publish every row, whatever its status
    #[arg(long, help_heading = "Publishing")]
    pub publish_all: bool,
    /// Withdraw these entries; their addresses then answer that they were withdrawn
    #[arg(long, value_name = "ID,…", value_delimiter = ',', value_parser = entry_id, help_heading = "Publishing")]
    pub remove: Vec<EntryId>,
    /// Withdraw every published entry that the files no longer have
    #[arg(long, help_heading = "Publishing")]
    pub remove_gone: bool,
}

impl ImportOptions {
    /// Checks options against each other.
    ///
    /// # Errors
    /// The reason, in words.
    pub(crate) fn check(&self) -> Result<(), String> {
        if self.report.as_ref().is_some_and(|report| report.starts_with(&self.out)) {
            return Err("--report must not lie in the folder that is published".to_owned());
        }
        Ok(())
    }

    /// The source that the imported projects come from.
    pub(super) fn source(&self) -> Source {
        Source {
            id: self.source_id.to_string(),
            name: self.source_name.clone(),
            address: self.source_address.clone(),
            licence: self.source_licence.clone(),
            date: self.source_date.clone(),
            note: None,
        }
    }

    /// The collection that the imported projects are in. An import records the goals of its entries.
    pub(super) fn collection(&self) -> SourceCollection {
        let text = CollectionText {
            name: self.source_name.clone(),
            short: self.source_name.clone(),
            about: self.source_name.clone(),
            bias: self.collection_bias.clone(),
        };
        SourceCollection {
            id: self.collection_id(),
            texts: BTreeMap::from([(Language::English, text)]),
            source: self.source_id.to_string(),
            stocktaking: true,
            records_goals: true,
        }
    }

    /// The id of the collection.
    pub(super) fn collection_id(&self) -> VocabularyId {
        self.collection.clone().unwrap_or_else(|| self.source_id.clone())
    }

    /// The sentence on what the collection covers, with its placeholders.
    pub(super) fn coverage(&self) -> String {
        let default = || format!("Projects: {{projects}} from {}; {{declared}}.", self.source_name);
        self.coverage.clone().unwrap_or_else(default)
    }

    /// Facts that the files do not contain.
    pub(super) fn read_options(&self, known_columns: BTreeSet<String>) -> ReadOptions {
        ReadOptions {
            encoding: self.encoding,
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            known_columns,
        }
    }

    /// The entries to withdraw.
    pub(super) fn removed(&self) -> BTreeSet<EntryId> {
        self.remove.iter().cloned().collect()
    }
}

fn not_blank(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("must not be blank".to_owned()) } else { Ok(text.to_owned()) }
}

fn date(text: &str) -> Result<String, String> {
    accept(text, is_date(text), "not a date such as 2015, 2015-03 or 2015-03-24")
}

fn web_address(text: &str) -> Result<String, String> {
    accept(text, is_web_address(text), "not an http or https address")
}

fn vocabulary_id(text: &str) -> Result<VocabularyId, String> {
    text.parse().map_err(|_| "not an id: 1 to 32 letters, digits and hyphens".to_owned())
}

fn language_tag(text: &str) -> Result<String, String> {
    accept(text, is_language_tag(text), "not a language tag such as en or pt-BR")
}

fn coverage(text: &str) -> Result<String, String> {
    let rest = text.replace("{projects}", "").replace("{declared}", "");
    let valid = text.contains("{projects}") && text.contains("{declared}") && !rest.contains(['{', '}']);
    accept(text, valid, "needs {projects} and {declared}, and no other braces")
}

fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| "unknown encoding; use a name such as windows-1251".to_owned())
}

fn entry_id(text: &str) -> Result<EntryId, String> {
    text.trim()
        .parse()
        .map_err(|_| "not an entry id: 1 to 64 of a-z, 0-9 and -, the first not a -".to_owned())
}

fn accept(text: &str, valid: bool, reason: &str) -> Result<String, String> {
    if valid { Ok(text.to_owned()) } else { Err(reason.to_owned()) }
}
