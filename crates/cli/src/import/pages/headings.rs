//! The headings of ITU's pages, as read on stored copies of 2019 to 2025, and the part of an entry below each.

use crate::import::match_key::match_key;

/// A part of an entry, by the name of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the columns")]
pub(super) enum PagePart {
    Title,
    Subtitle,
    Description,
    Website,
    Images,
    Lines,
    Goals,
    GdcObjectives,
    Coverage,
    ProjectStatus,
    Start,
    End,
    TargetGroups,
    Replicability,
    Sustainability,
    ValuesPromotion,
    EntityName,
    EntityCountryAndType,
    Country,
    EntityType,
    EntityWebsite,
    Strategies,
    ActivityTypes,
    /// A heading of a group of others; what follows at once belongs to nothing.
    Group,
}

/// How a heading may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Also as a line like any other.
    Plain,
    /// A word of everyday language: only where it is marked as a heading, or before a colon.
    Marked,
}

use Form::{Marked, Plain};

const HEADINGS: [(&str, PagePart, Form); 60] = [
    // Pages of the WSIS Prizes.
    ("Title", PagePart::Title, Marked),
    ("Project title", PagePart::Title, Plain),
    ("Subtitle", PagePart::Subtitle, Marked),
    ("Description", PagePart::Description, Plain),
    ("Project description", PagePart::Description, Plain),
    ("Project website", PagePart::Website, Plain),
    ("Website", PagePart::Website, Marked),
    ("Images", PagePart::Images, Plain),
    ("Action lines related to this project", PagePart::Lines, Plain),
    ("WSIS action lines related to this project", PagePart::Lines, Plain),
    ("Sustainable development goals related to this project", PagePart::Goals, Plain),
    ("Global digital compact (GDC) objectives related to this project", PagePart::GdcObjectives, Plain),
    ("Global digital compact objectives related to this project", PagePart::GdcObjectives, Plain),
    ("GDC objectives related to this project", PagePart::GdcObjectives, Plain),
    ("Coverage", PagePart::Coverage, Plain),
    ("Status", PagePart::ProjectStatus, Plain),
    ("Project status", PagePart::ProjectStatus, Plain),
    ("Start date", PagePart::Start, Plain),
    ("End date", PagePart::End, Plain),
    ("Target beneficiary group(s)", PagePart::TargetGroups, Plain),
    ("Target beneficiary groups", PagePart::TargetGroups, Plain),
    ("Target beneficiaries", PagePart::TargetGroups, Plain),
    ("Replicability", PagePart::Replicability, Plain),
    ("Sustainability", PagePart::Sustainability, Plain),
    ("WSIS values promotion", PagePart::ValuesPromotion, Plain),
    ("Entity name", PagePart::EntityName, Plain),
    ("Entity country and type", PagePart::EntityCountryAndType, Plain),
    ("Entity country — type", PagePart::EntityCountryAndType, Plain),
    ("Entity country", PagePart::Country, Plain),
    ("Entity type", PagePart::EntityType, Plain),
    ("Entity website", PagePart::EntityWebsite, Plain),
    // Pages of the stocktaking.
    ("Details of the organization", PagePart::Group, Plain),
    ("Organization details", PagePart::Group, Plain),
    ("Name", PagePart::EntityName, Marked),
    ("Organization", PagePart::EntityName, Marked),
    ("Organization name", PagePart::EntityName, Plain),
    ("Name of the organization", PagePart::EntityName, Plain),
    ("Country", PagePart::Country, Marked),
    ("Type", PagePart::EntityType, Marked),
    ("Type of organization", PagePart::EntityType, Plain),
    ("Organization type", PagePart::EntityType, Plain),
    ("National e-strategy", PagePart::Strategies, Plain),
    ("National or international implementation", PagePart::Coverage, Plain),
    ("Implementation", PagePart::Coverage, Marked),
    ("Ongoing or completed", PagePart::ProjectStatus, Plain),
    ("From", PagePart::Start, Marked),
    ("To", PagePart::End, Marked),
    ("WSIS information", PagePart::Group, Plain),
    ("Action lines", PagePart::Lines, Marked),
    ("WSIS action lines", PagePart::Lines, Plain),
    ("Related WSIS action lines", PagePart::Lines, Plain),
    ("Goals", PagePart::Goals, Marked),
    ("Sustainable development goals", PagePart::Goals, Plain),
    ("Related sustainable development goals", PagePart::Goals, Plain),
    ("SDGs", PagePart::Goals, Marked),
    ("Activity type", PagePart::ActivityTypes, Plain),
    ("Activity types", PagePart::ActivityTypes, Plain),
    ("Activity type(s)", PagePart::ActivityTypes, Plain),
    ("Type of activity", PagePart::ActivityTypes, Plain),
    ("Further information", PagePart::Group, Plain),
];

/// Words of questions that stand as headings.
const QUESTIONS: [&str; 2] = ["strategyforcoordinating", "nationalestrategy"];

/// The part below a heading; `marked` if the text is marked as one, or stands before a colon.
pub(super) fn part_of(text: &str, marked: bool) -> Option<PagePart> {
    let text = text.trim().trim_end_matches([':', '：']);
    let key = match_key(text);
    let found = HEADINGS.iter().find(|(name, _, form)| (marked || *form == Plain) && match_key(name) == key);
    let question = || QUESTIONS.iter().any(|words| key.contains(words)).then_some(PagePart::Strategies);
    found.map(|(_, part, _)| *part).or_else(question)
}

/// Names of the site and of its menus, which are never a title.
pub(super) fn is_of_site(text: &str) -> bool {
    let key = match_key(text);
    let parts = [
        "wsisprizes",
        "wsisstocktaking",
        "stocktakingdatabase",
        "projectdetails",
        "detailsofproject",
        "worldsummitontheinformationsociety",
        "internationaltelecommunicationunion",
        "wsisforum",
        "skipto",
    ];
    let whole = [
        "",
        "itu",
        "wsis",
        "home",
        "menu",
        "project",
        "projects",
        "details",
        "back",
        "print",
        "close",
        "search",
        "login",
        "share",
        "stocktaking",
        "prizes",
        "vote",
        "english",
        "francais",
        "espanol",
    ];
    parts.iter().any(|part| key.contains(part)) || whole.contains(&key.as_str())
}

impl PagePart {
    /// How many lines may stand below the heading; a further one belongs to a heading that was not recognized.
    pub(super) fn most_lines(self) -> usize {
        match self {
            Self::Title | Self::Start | Self::End | Self::EntityName | Self::Country | Self::EntityType => 1,
            Self::EntityCountryAndType | Self::ProjectStatus => 2,
            Self::Website => 3,
            Self::TargetGroups | Self::Lines | Self::Goals | Self::GdcObjectives => 30,
            _ => usize::MAX,
        }
    }

    /// The name of its column; those that the mapping does not know are not published.
    pub(super) fn column(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Description => "Description",
            Self::Website => "Project website",
            Self::Images => "Images",
            Self::Lines => "Action lines",
            Self::Goals => "Sustainable development goals",
            Self::GdcObjectives => "GDC objectives",
            Self::Coverage => "Coverage",
            Self::ProjectStatus => "Status of the project",
            Self::Start => "Start date",
            Self::End => "End date",
            Self::TargetGroups => "Target beneficiary group(s)",
            Self::Replicability => "Replicability",
            Self::Sustainability => "Sustainability",
            Self::ValuesPromotion => "WSIS values promotion",
            Self::EntityName => "Entity name",
            Self::EntityCountryAndType => "Entity country and type",
            Self::Country => "Country",
            Self::EntityType => "Entity type",
            Self::EntityWebsite => "Entity website",
            Self::Strategies => "National strategies",
            Self::ActivityTypes => "Activity types",
            Self::Group => "(below a heading)",
        }
    }
}
