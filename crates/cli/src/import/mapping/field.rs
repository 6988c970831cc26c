//! The fields that columns can be read into. Depends on nothing.

use serde::{Deserialize, Serialize};

/// A field of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names are those of the contract")]
pub enum Field {
    Id,
    Title,
    TitleLanguage,
    Summary,
    Organisation,
    Stakeholder,
    Country,
    Region,
    Year,
    Prize,
    Lines,
    Goals,
    GoalMarks,
    GoalStatements,
    GdcObjectives,
    TargetGroups,
    Technologies,
    From,
    To,
    Photo,
    PhotoCredit,
    Page,
    Links,
    Status,
}

impl Field {
    /// The name in a mapping.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::TitleLanguage => "titleLanguage",
            Self::Summary => "summary",
            Self::Organisation => "organisation",
            Self::Stakeholder => "stakeholder",
            Self::Country => "country",
            Self::Region => "region",
            Self::Year => "year",
            Self::Prize => "prize",
            Self::Lines => "lines",
            Self::Goals => "goals",
            Self::GoalMarks => "goalMarks",
            Self::GoalStatements => "goalStatements",
            Self::GdcObjectives => "gdcObjectives",
            Self::TargetGroups => "targetGroups",
            Self::Technologies => "technologies",
            Self::From => "from",
            Self::To => "to",
            Self::Photo => "photo",
            Self::PhotoCredit => "photoCredit",
            Self::Page => "page",
            Self::Links => "links",
            Self::Status => "status",
        }
    }

    /// True if each of its columns belongs to one goal.
    pub(super) fn is_of_goal(self) -> bool {
        matches!(self, Self::GoalMarks | Self::GoalStatements)
    }

    /// Whether the values of several columns are put together.
    pub(super) fn is_multi_valued(self) -> bool {
        matches!(
            self,
            Self::Lines
                | Self::Goals
                | Self::GdcObjectives
                | Self::TargetGroups
                | Self::Technologies
                | Self::Links
        )
    }
}
