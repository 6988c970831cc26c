//! State of the app, in parts that change for one reason each.
//!
//! A view reads signals and calls methods; a method changes the view, and the address follows. Views never read the
//! address. All of it runs and is tested natively; without a browser the history is kept in memory.
//!
//! | module | what it holds |
//! |---|---|
//! | [`navigation`] | the view, its address, and going back |
//! | [`data`] | the dataset and the files that are loaded when needed |
//! | [`dataset`] | one snapshot's matrix in one language |
//! | [`filtered`] | the projects that pass the filter, and their counts |
//! | [`deployment`] | the operator's settings and the site's addresses |
//! | [`layout`] | order of lines and goals, open fields, the stop of the keyboard |
//! | [`focus_return`] | the element that gets the focus back |
//! | [`element_ids`] | ids of elements that take the focus from elsewhere |
//! | [`notices`] | messages above the matrix |
//! | [`offline`] | the status of the offline copy |
//! | [`shortcuts`] | whether single letters are shortcuts |
//! | [`explorer`] | all parts together, and the actions that concern several |
//! | [`client`], [`latest_request`], [`cached_file`], [`http_failure`] | requests to the JSON API |

pub mod cached_file;
pub mod client;
pub mod data;
pub mod dataset;
pub mod deployment;
pub mod effect;
pub mod element_ids;
pub mod explorer;
pub mod filtered;
pub mod focus_return;
pub mod http_failure;
mod interface;
pub mod latest_request;
pub mod layout;
pub mod navigation;
pub mod notices;
pub mod offline;
mod report;
pub mod shortcuts;
#[cfg(test)]
mod test_support;

pub use cached_file::CachedFile;
pub use dataset::Dataset;
pub use explorer::Explorer;
pub use latest_request::{LatestRequest, RequestState};
