//! Problems of the sources, each with its file and line. Depends on nothing.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing that is wrong. Ordered by file and line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The name of the file.
    pub file: &'static str,
    /// The line, from 1; none where the whole file is meant.
    pub line: Option<u64>,
    /// The problem in plain words.
    pub text: String,
}

/// Gathers problems, so that all are told at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a problem of a line.
    pub fn line(&mut self, file: &'static str, line: u64, text: impl Into<String>) {
        self.0.push(Problem { file, line: Some(line), text: text.into() });
    }

    /// Adds a problem of a whole file.
    pub fn file(&mut self, file: &'static str, text: impl Into<String>) {
        self.0.push(Problem { file, line: None, text: text.into() });
    }
}

/// Everything that is wrong with a folder of sources.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct InvalidSources {
    folder: PathBuf,
    list: Vec<Problem>,
}

impl InvalidSources {
    /// The problems of a folder, in order.
    #[must_use]
    pub fn new(folder: &Path, problems: Problems) -> Self {
        let mut list = problems.0;
        list.sort();
        list.dedup();
        Self { folder: folder.to_owned(), list }
    }
}

impl fmt::Display for InvalidSources {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.list {
            let path = self.folder.join(problem.file);
            match problem.line {
                Some(line) => writeln!(formatter, "{}:{line}: {}", path.display(), problem.text)?,
                None => writeln!(formatter, "{}: {}", path.display(), problem.text)?,
            }
        }
        let count = self.list.len();
        write!(formatter, "{count} problem{}; nothing was written", if count == 1 { "" } else { "s" })
    }
}
