//! `context/{lang}/registration.json`: known rules of ITU's project registration and of the WSIS Prizes.
//! Loaded when an entry is prepared.

use serde::{Deserialize, Serialize};

use super::{NameStatus, Review};
use crate::code::VocabularyId;
use crate::language::Language;

/// Known rules with their evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    /// In the order of the data.
    pub rules: Vec<Rule>,
}

/// Subject of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RuleKind {
    /// A condition for an entry.
    Rule,
    /// A field of the form.
    Field,
}

impl RuleKind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Rule, Self::Field];

    /// The kind's name in the data and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Field => "field",
        }
    }
}

/// A rule of the prizes, or a field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Its id.
    pub id: VocabularyId,
    /// Subject of the rule.
    pub kind: RuleKind,
    /// The rule, in this project's words.
    pub text: String,
    /// Language of the text, if it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// `official` if it was found in a text of ITU.
    pub status: NameStatus,
    /// Evidence.
    pub evidence: String,
    /// Review status of the text.
    pub review: Review,
}
