//! Lists of projects, and a project in full.

pub(crate) mod filtered;
pub(crate) mod indexed;
pub(crate) mod list;
pub(crate) mod project;
