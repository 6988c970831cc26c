//! `profiles/{lang}/{line}.json`: what is known of a line beside its links and projects.

use serde::{Deserialize, Serialize};

use crate::line::Line;

/// The profile of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LineProfile {
    /// The line.
    pub line: Line,
    /// Who facilitates it.
    pub facilitators: Facilitators,
}

/// The organisations that facilitate a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Facilitators {
    /// The lead; absent for C7, which is led by e-application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The co-facilitators.
    pub co: Vec<String>,
    /// Where sources differ, and how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source's id in the manifest.
    pub source: String,
}
