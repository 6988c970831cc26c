//! Profiles of a line, a goal and a country.

pub(crate) mod country;
pub(crate) mod distribution;
pub(crate) mod goal;
pub(crate) mod line;
mod linked_cell;
mod passages;
mod prizes;
