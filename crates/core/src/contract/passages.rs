//! `passages.{lang}.json`: texts on each line, in this project's words. Loaded with the first profile of a
//! line.

use serde::{Deserialize, Serialize};

use super::Review;
use crate::language::Language;
use crate::line::Line;

/// All passages in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Passages {
    /// By line and part, in the order of the data.
    pub passages: Vec<Passage>,
}

/// Subject of a passage. The order is that of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Scope of the line.
    Covers,
    /// ITU's role.
    Role,
    /// A figure of the report.
    Figure,
    /// An example of the report.
    Story,
    /// A challenge.
    Challenge,
    /// A road map, or a priority for the years ahead.
    RoadMap,
}

impl Part {
    /// All parts, in the order of a profile.
    pub const ALL: [Self; 6] =
        [Self::Covers, Self::Role, Self::Figure, Self::Story, Self::Challenge, Self::RoadMap];

    /// The part's name in the data and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Covers => "covers",
            Self::Role => "role",
            Self::Figure => "figure",
            Self::Story => "story",
            Self::Challenge => "challenge",
            Self::RoadMap => "roadMap",
        }
    }
}

/// A short text on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// The line; absent if the passage concerns all lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<Line>,
    /// Subject of the passage.
    pub part: Part,
    /// One to three sentences.
    pub text: String,
    /// Language of the text, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Evidence: the parts of the report, other texts, or `editorial`.
    pub basis: String,
    /// Review status of the text.
    pub review: Review,
}
