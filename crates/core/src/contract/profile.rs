//! `profiles/{lang}/{line}.json`: the facilitators of a line.

use serde::{Deserialize, Serialize};

use crate::line::Line;

/// The profile of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LineProfile {
    /// The line.
    pub line: Line,
    /// Facilitators.
    pub facilitators: Facilitators,
}

/// The organisations that facilitate a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Facilitators {
    /// Lead facilitator; absent for C7, whose e-applications have their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The co-facilitators.
    pub co: Vec<String>,
    /// Remark, for example on differences between sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The source's id in the manifest.
    pub source: String,
}
