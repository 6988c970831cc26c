//! A CSV file of the sources that is read, changed in places and written as it was.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file with its rows as they stand.
pub(crate) struct CsvDocument {
    path: PathBuf,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl CsvDocument {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let mut reader =
            csv::Reader::from_path(path).with_context(|| format!("cannot read {}", path.display()))?;
        let columns =
            reader.headers().with_context(|| path.display().to_string())?.iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .map(|record| Ok(record?.iter().map(str::to_owned).collect()))
            .collect::<Result<_, csv::Error>>()
            .with_context(|| path.display().to_string())?;
        Ok(Self { path: path.to_owned(), columns, rows })
    }

    /// Reads a file, or begins it with the columns.
    pub(crate) fn read_or_begin(path: &Path, columns: &[&str]) -> Result<Self> {
        if path.exists() {
            return Self::read(path);
        }
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Ok(Self { path: path.to_owned(), columns, rows: Vec::new() })
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A field; empty where the file has none.
    pub(crate) fn field(&self, row: usize, column: &str) -> &str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.rows.get(row)?.get(at)).map_or("", String::as_str)
    }

    /// Sets a field of a row that is there.
    pub(crate) fn set(&mut self, row: usize, column: &str, text: &str) {
        let at = self.columns.iter().position(|name| name == column);
        if let Some(field) = at.and_then(|at| self.rows.get_mut(row)?.get_mut(at)) {
            text.clone_into(field);
        }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, fields: &[(&str, &str)]) {
        let value =
            |column: &String| fields.iter().find(|(name, _)| name == column).map_or("", |(_, text)| text);
        self.rows.push(self.columns.iter().map(|column| value(column).to_owned()).collect());
    }

    /// Adds a row with the fields of another one; gives its place.
    pub(crate) fn push_copy(&mut self, row: usize) -> Option<usize> {
        let copy = self.rows.get(row)?.clone();
        self.rows.push(copy);
        Some(self.rows.len() - 1)
    }

    /// Writes the file.
    pub(crate) fn write(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.path, self.bytes()?).with_context(|| format!("cannot write {}", self.path.display()))
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.columns)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        Ok(writer.into_inner()?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn what_is_not_changed_is_written_as_it_was() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        for file in
            ["rationales.csv", "passages.csv", "collections.csv", "line-names.csv", "translations/fr.csv"]
        {
            let path = sources.join(file);
            let written = CsvDocument::read(&path).unwrap().bytes().unwrap();
            assert!(written == fs::read(&path).unwrap(), "{file}");
        }
    }
}
