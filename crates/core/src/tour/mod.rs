//! Tours: validated sequences of steps from the data, a file or an address.
//!
//! A tour contains only text and views; nothing in it runs. [`route()`] makes the default steps of a view
//! without a tour.

mod check;
mod file;
mod route;
mod step;
#[cfg(test)]
mod tests;

use check::checked;
use file::written;
pub use route::route;
pub use step::{
    DEFAULT_SECONDS, DroppedParameter, FORMAT_VERSION, MAX_BYTES, MAX_SECONDS, MAX_STEPS, MAX_VALUES, Step,
    Tour, TourError, TourText,
};

use crate::contract::tours::{ShippedTour, TourFile};
use crate::language::Language;

impl Tour {
    /// Validates a tour of the data; `language` is the file's.
    ///
    /// # Errors
    /// The reason why it is not a valid tour.
    pub fn from_data(
        wire: &ShippedTour,
        language: Language,
    ) -> Result<(Self, Vec<DroppedParameter>), TourError> {
        let language = wire.language.unwrap_or(language);
        checked(&wire.title, language, Some(wire.review), &wire.steps)
    }

    /// Validates a tour file that a user made.
    ///
    /// # Errors
    /// The reason why it is not a valid tour.
    pub fn from_file(wire: &TourFile) -> Result<(Self, Vec<DroppedParameter>), TourError> {
        if wire.wsis_tour > FORMAT_VERSION {
            return Err(TourError::Newer(wire.wsis_tour));
        }
        checked(&wire.title, wire.language.unwrap_or(Language::English), None, &wire.steps)
    }

    /// Serializes the tour as a file. `quote` writes a JSON string, `number` a JSON number.
    #[must_use]
    pub fn to_json(&self, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
        let steps: Vec<String> = self.steps.iter().map(|step| written(step, quote, number)).collect();
        format!(
            "{{\"wsisTour\":{FORMAT_VERSION},\"title\":{},\"language\":{},\"steps\":[\n{}\n]}}\n",
            quote(&self.title),
            quote(self.language.code()),
            steps.join(",\n")
        )
    }

    /// Total duration, in seconds.
    #[must_use]
    pub fn duration(&self) -> u32 {
        self.steps.iter().map(|step| u32::from(step.duration())).sum()
    }
}
