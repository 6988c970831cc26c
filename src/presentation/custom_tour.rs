//! Custom tours: stored in this window, in a file, or in an address, always as the JSON of [`wsis_core::tour`].

use wsis_core::contract::tours::TourFile;
use wsis_core::tour::{DroppedParameter, Tour, TourError};
use wsis_platform::base64url;
use wsis_platform::json;
use wsis_platform::storage;
use wsis_platform::storage::Scope;

/// Where it is kept in this window.
const KEPT: &str = "wsis-own-tour";

/// Why a text is no tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TourFileError {
    /// It has not the form of one; what is wrong with it.
    Extent(String),
    /// It has the form, and is none all the same.
    Tour(TourError),
}

/// Reads a tour.
///
/// # Errors
/// Why it is none.
pub(crate) fn read(text: &str) -> Result<(Tour, Vec<DroppedParameter>), TourFileError> {
    // Editors put this mark before a text.
    let text = text.trim_start_matches('\u{feff}');
    let file: TourFile = json::parse(text).map_err(|wrong| TourFileError::Extent(wrong.to_string()))?;
    Tour::from_file(&file).map_err(TourFileError::Tour)
}

/// The tour as the text of a file.
pub(crate) fn written(tour: &Tour) -> String {
    tour.to_json(&json::quote, &json::number)
}

/// The one that is kept in this window, if there is one.
pub(crate) fn kept() -> Option<Result<(Tour, Vec<DroppedParameter>), TourFileError>> {
    storage::get(Scope::Window, KEPT).map(|text| read(&text))
}

/// Keeps it; says whether the browser could.
pub(crate) fn keep(tour: &Tour) -> bool {
    storage::set(Scope::Window, KEPT, &written(tour))
}

/// The tour as a part of an address; none where it would be too long.
pub(crate) fn packed(tour: &Tour) -> Option<String> {
    let packed = base64url::encode(&written(tour))?;
    (packed.len() <= wsis_core::address::TourName::MAX_LENGTH).then_some(packed)
}

/// The tour of such a part.
///
/// # Errors
/// Why it is none.
pub(crate) fn unpacked(packed: &str) -> Result<(Tour, Vec<DroppedParameter>), TourFileError> {
    let text = base64url::decode(packed).ok_or_else(|| TourFileError::Extent(String::new()))?;
    read(&text)
}
