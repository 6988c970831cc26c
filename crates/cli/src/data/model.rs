//! The sources after the check: typed, complete and consistent. Depends on the contract types only.
//!
//! Where a contract type says all there is to say, it is used as it is.

use std::collections::BTreeMap;

use wsis_core::contract::conflicts::Conflict;
use wsis_core::contract::context::Initiative;
use wsis_core::contract::entry::Project;
use wsis_core::contract::lenses::Lens;
use wsis_core::contract::manifest::Source;
use wsis_core::contract::matrix::Link;
use wsis_core::contract::passages::Part;
use wsis_core::contract::profile::Facilitators;
use wsis_core::contract::public_goods::PublicGood;
use wsis_core::contract::registration::Rule;
use wsis_core::contract::tours::ShippedTour;
use wsis_core::contract::vocabulary::{Country, PrizeYear};
use wsis_core::contract::{NameStatus, Review};
use wsis_core::contrast::Colour;
use wsis_core::{EntryId, Goal, Language, Line, TargetCode, VocabularyId};

use super::date::Date;
use super::translations::Translations;

/// Everything that the files of the API are made from.
#[derive(Debug)]
pub struct Model {
    /// The sources, in the order of their file.
    pub sources: Vec<Source>,
    /// The newest full date of a source.
    pub newest_source_date: Date,
    /// Who facilitates each line.
    pub facilitators: BTreeMap<Line, Facilitators>,
    /// The lines' names; English is always there.
    pub line_names: BTreeMap<(Line, Language), Name>,
    /// The goals' colours.
    pub colours: BTreeMap<Goal, Colour>,
    /// The goals' names; English is always there.
    pub goal_names: BTreeMap<(Goal, Language), Name>,
    /// The targets' labels; English is always there.
    pub labels: BTreeMap<(TargetCode, Language), Label>,
    /// The links in order.
    pub links: Vec<Link>,
    /// Why each link stands; English is always there.
    pub rationales: BTreeMap<((Line, Goal), Language), ReviewedText>,
    /// The texts on a line, or on all lines together; English is always there.
    pub passages: Passages,
    /// The vocabulary.
    pub vocabulary: BTreeMap<VocabularyList, Vec<VocabularyValue>>,
    /// The countries, in the order of their file.
    pub countries: Vec<Country>,
    /// The collections, in the order of their file; English is always there.
    pub collections: Vec<SourceCollection>,
    /// The years of the WSIS Prizes whose numbers of results are known.
    pub prize_years: Vec<PrizeYear>,
    /// The projects; their `snapshot` is empty until the snapshot has its name.
    pub projects: Vec<Project>,
    /// The ids of entries that were taken out.
    pub withdrawn: Vec<EntryId>,
    /// The initiatives, in the order of their file.
    pub initiatives: Vec<Initiative>,
    /// The digital public goods, in the order of their file.
    pub public_goods: Vec<PublicGood>,
    /// ITU's rules for registering projects, in the order of the file; English is always there.
    pub rules: BTreeMap<(usize, Language), Rule>,
    /// Where sources differ, likewise.
    pub conflicts: BTreeMap<(usize, Language), Conflict>,
    /// The tours, in the order of their file; English is always there.
    pub tours: BTreeMap<(usize, Language), ShippedTour>,
    /// The lenses on the report, in the order of their file; English is always there.
    pub lenses: BTreeMap<(usize, Language), SourceLens>,
    /// The coverage of the collection; English is always there.
    pub coverage: BTreeMap<Language, Coverage>,
    /// Translations of texts that have no row a language: initiatives, and remarks on links and facilitators.
    pub translations: Translations,
}

/// A list that projects come from.
#[derive(Debug, Clone)]
pub struct SourceCollection {
    /// Its id.
    pub id: VocabularyId,
    /// Its texts by language.
    pub texts: BTreeMap<Language, CollectionText>,
    /// The id of its source.
    pub source: String,
    /// Whether its entries count as WSIS stocktaking.
    pub stocktaking: bool,
    /// Whether it records the goals of its entries.
    pub records_goals: bool,
}

/// The texts on a collection in one language.
#[derive(Debug, Clone)]
pub struct CollectionText {
    /// Name.
    pub name: String,
    /// Name of one to three words.
    pub short: String,
    /// Content of the list.
    pub about: String,
    /// Why its numbers are no frequencies.
    pub bias: Option<String>,
}

/// A lens with the name that lists have for it.
#[derive(Debug, Clone)]
pub struct SourceLens {
    /// Name of one to three words.
    pub short: String,
    /// The lens.
    pub lens: Lens,
}

/// A name in one language.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub name: String,
    /// Whether it is confirmed.
    pub status: NameStatus,
    /// A shorter name of this project's own, for the heads of rows; `None` where the name is short.
    pub short: Option<String>,
}

/// A target's label in one language.
#[derive(Debug, Clone)]
pub struct Label {
    /// The label.
    pub label: String,
    /// How far it has been checked.
    pub review: Review,
}

/// The passages by what they are about (a line, or all lines together), part and language.
pub type Passages = BTreeMap<((Option<Line>, Part), Language), Vec<ReviewedText>>;

/// A text of this project in one language.
#[derive(Debug, Clone)]
pub struct ReviewedText {
    /// The text.
    pub text: String,
    /// Its evidence.
    pub basis: String,
    /// How far it has been checked.
    pub review: Review,
}

/// The lists of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum VocabularyList {
    Region,
    Stakeholder,
    TargetGroup,
    Prize,
    EntryKind,
    GdcObjective,
}

impl VocabularyList {
    /// All lists.
    pub const ALL: [Self; 6] = [
        Self::Region,
        Self::Stakeholder,
        Self::TargetGroup,
        Self::Prize,
        Self::EntryKind,
        Self::GdcObjective,
    ];

    /// The list's name in `vocabulary.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Stakeholder => "stakeholder",
            Self::TargetGroup => "targetGroup",
            Self::Prize => "prize",
            Self::EntryKind => "entryKind",
            Self::GdcObjective => "gdcObjective",
        }
    }

    /// The name of one of its values in a problem.
    #[must_use]
    pub fn value_name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Stakeholder => "stakeholder type",
            Self::TargetGroup => "target group",
            Self::Prize => "prize status",
            Self::EntryKind => "entry kind",
            Self::GdcObjective => "GDC objective",
        }
    }
}

/// A value of a vocabulary list with its names; English is always there.
#[derive(Debug, Clone)]
pub struct VocabularyValue {
    /// Its id.
    pub id: VocabularyId,
    /// Its names.
    pub names: BTreeMap<Language, Name>,
}

/// The sentence on what the collection covers, in one language.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The sentence, with `{projects}` and `{declared}`.
    pub text: String,
    /// The text for `{declared}` if no project states goals.
    pub none: String,
    /// The text for it if some do, with `{count}`.
    pub some: String,
}
