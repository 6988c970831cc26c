//! The origin of a downloaded file.

/// Where a file comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The names of its subject.
    pub title: String,
    /// The coverage of the collection.
    pub coverage: String,
    /// The filter in words; empty without a filter.
    pub filter: String,
    /// The public address of the view; empty where the site has none.
    pub address: String,
    /// The snapshot of the data.
    pub snapshot: String,
    /// Whose words and links these are.
    pub note: String,
    /// The day it was read, ISO 8601.
    pub read: String,
}

impl Origin {
    /// The facts with their names, as they stand in every file.
    pub(super) fn facts(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("coverage", &self.coverage),
            ("filter", &self.filter),
            ("address", &self.address),
            ("snapshot", &self.snapshot),
            ("note", &self.note),
            ("read", &self.read),
        ]
    }
}
