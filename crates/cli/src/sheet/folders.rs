//! The folders of the texts, and who reviewed them.

use std::path::Path;

use crate::data::date::Date;

/// The folders that hold the texts.
pub(crate) struct Folders<'o> {
    pub(crate) sources: &'o Path,
    pub(crate) texts: &'o Path,
}

/// Who reviewed a sheet, and when.
pub(crate) struct Reviewer<'o> {
    pub(crate) office: &'o str,
    pub(crate) date: Date,
}
