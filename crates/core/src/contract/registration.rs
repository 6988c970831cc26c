//! `context/{lang}/registration.json`: what is known of how ITU registers projects and of its prizes. Loaded when an
//! entry is prepared.

use serde::{Deserialize, Serialize};

use super::{NameStatus, Review};
use crate::code::VocabularyId;
use crate::language::Language;

/// What is known, and how surely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    /// In the order of the data.
    pub rules: Vec<Rule>,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RuleKind {
    /// Something an entry has to keep to.
    Rule,
    /// Something the form asks for.
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
    /// What it is about.
    pub kind: RuleKind,
    /// The rule, in this project's words.
    pub text: String,
    /// The language of the text, where it is not the file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Whether it was found in a text of ITU.
    pub status: NameStatus,
    /// Where it was found.
    pub evidence: String,
    /// How far the text has been checked.
    pub review: Review,
}
