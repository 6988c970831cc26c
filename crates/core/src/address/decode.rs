//! Decoder of the query string.

use std::num::NonZeroU16;
use std::str::FromStr;

use super::display::DisplayMode;
use super::encode::encode;
use super::margin::Margin;
use super::parameters;
use super::presenting::{Presenting, TourName};
use super::query::Query;
use super::selection::Selection;
use super::theme::Theme;
use super::view::{Opened, View};
use super::words::{BARE, EMBEDDED, FOR_SPEAKER, NO, ON, OPEN_C7, UNSTATED, WHOLE_MATRIX, YES};
use crate::arrangement::Order;
use crate::code::{EntryId, VocabularyId};
use crate::comparison::{Compared, MAX_COMPARED};
use crate::filter::{Facet, FacetValue, Filter, Years};
use crate::goal::Goal;
use crate::heat::Scale;
use crate::language::Language;
use crate::line::Line;

/// A known parameter with an invalid value. The view was decoded without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    /// The name, such as `goal`.
    pub name: &'static str,
    /// The invalid value.
    pub value: String,
}

/// Decodes a query string, with or without its leading `?`.
///
/// If a parameter is repeated, the first value counts. An empty value counts as absent.
#[must_use]
pub fn decode(query: &str) -> (View, Vec<BadValue>) {
    let mut reader = Reader::new(query);
    let line = reader.value::<MaybeStated<Line>>(parameters::LINE);
    let goal = reader.value::<MaybeStated<Goal>>(parameters::GOAL);
    let (selection, margin) = selected(line, goal);
    let c7_expanded = reader.value::<OpenC7>(parameters::OPEN).is_some();
    let show = reader.value::<DisplayMode>(parameters::SHOW).unwrap_or_default();
    let mut filter = Filter::default();
    filter.query = reader.value::<Query>(parameters::QUERY);
    for facet in Facet::ALL {
        reader.facet(facet, &mut filter);
        if facet == Facet::Country {
            filter.years = reader.value::<Years>(parameters::YEAR);
        }
    }
    filter.declared = reader.value::<YesOrNo>(parameters::DECLARED).map(|answer| answer.0);
    let (shows_whole_matrix, lens) = match reader.value::<LensOrWhole>(parameters::LENS) {
        Some(LensOrWhole::Whole) => (true, None),
        Some(LensOrWhole::Lens(id)) => (false, Some(id)),
        None => (false, None),
    };
    let opened = reader.opened(lens);
    let compare = reader.compare();
    let order = reader.value::<Order>(parameters::ORDER).unwrap_or_default();
    let scale = reader.value::<Scale>(parameters::SCALE).unwrap_or_default();
    let language = reader.value::<Language>(parameters::LANGUAGE);
    let second_language = reader.value::<Language>(parameters::SECOND_LANGUAGE);
    let theme = reader.value::<Theme>(parameters::THEME);
    let hides_controls = reader.is(parameters::CONTROLS, BARE);
    let embed = reader.is(parameters::EMBED, EMBEDDED);
    let presented = reader.value::<Presented>(parameters::PRESENT).map(|presented| presented.0);
    let presenting =
        if reader.is(parameters::KIOSK, ON) { Presenting::Kiosk } else { presented.unwrap_or_default() };
    let tour = reader.value::<TourName>(parameters::TOUR);
    let step = reader.value::<NonZeroU16>(parameters::STEP);
    let view = View {
        selection,
        margin,
        c7_expanded,
        show,
        scale,
        order,
        filter,
        opened,
        compare,
        language,
        theme,
        embed,
        shows_whole_matrix,
        hides_controls,
        second_language,
        presenting,
        tour,
        step,
    };
    (view, reader.bad_values)
}

/// Changes some parameters of a view. `None` removes a parameter.
///
/// `embed` cannot be changed this way.
#[must_use]
pub fn changed(view: &View, changes: &[(String, Option<String>)]) -> (View, Vec<BadValue>) {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let present = encode(view);
    let kept = form_urlencoded::parse(present.as_bytes());
    query.extend_pairs(kept.filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name)));
    let given = changes.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    query.extend_pairs(given);
    let (after, bad_values) = decode(&query.finish());
    (View { embed: view.embed, ..after }, bad_values)
}

/// The value of `lens`: a lens on the report, or that an embedded page shows the whole matrix.
enum LensOrWhole {
    Whole,
    Lens(VocabularyId),
}

impl FromStr for LensOrWhole {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.eq_ignore_ascii_case(WHOLE_MATRIX) {
            return Ok(Self::Whole);
        }
        text.parse().map(Self::Lens).map_err(|_| ())
    }
}

/// The pairs of a query string, and the invalid values found so far.
struct Reader {
    pairs: Vec<(String, String)>,
    bad_values: Vec<BadValue>,
}

impl Reader {
    fn new(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Self { pairs, bad_values: Vec::new() }
    }

    fn value<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let (_, value) = self.pairs.iter().find(|(known, value)| known == name && !value.is_empty())?;
        let parsed = value.parse().ok();
        if parsed.is_none() {
            self.bad_values.push(BadValue { name, value: value.clone() });
        }
        parsed
    }

    /// Returns true if a parameter has its only valid value.
    fn is(&mut self, name: &'static str, only: &str) -> bool {
        let given = self.pairs.iter().find(|(known, value)| known == name && !value.is_empty());
        let given = given.map(|(_, value)| value.clone());
        match given {
            Some(value) if !value.eq_ignore_ascii_case(only) => {
                self.bad_values.push(BadValue { name, value });
                false
            }
            given => given.is_some(),
        }
    }

    /// The open entry. Of several, a project counts first, then an initiative.
    fn opened(&mut self, lens: Option<VocabularyId>) -> Option<Opened> {
        let project = self.value(parameters::PROJECT).map(Opened::Project);
        let initiative = self.value::<EntryId>(parameters::INITIATIVE);
        if let (Some(_), Some(id)) = (&project, &initiative) {
            self.bad_values.push(BadValue { name: parameters::INITIATIVE, value: id.to_string() });
        }
        let entry = project.or(initiative.map(Opened::Initiative));
        if let (Some(_), Some(id)) = (&entry, &lens) {
            self.bad_values.push(BadValue { name: parameters::LENS, value: id.to_string() });
        }
        entry.or(lens.map(Opened::Lens))
    }

    /// Compared items, separated by commas. Repeated items count once; items beyond the maximum are dropped.
    fn compare(&mut self) -> Vec<Compared> {
        let mut things: Vec<Compared> = Vec::new();
        let list =
            self.pairs.iter().find(|(known, _)| known == parameters::COMPARE).map(|(_, list)| list.as_str());
        for text in list.unwrap_or_default().split(',').filter(|text| !text.trim().is_empty()) {
            match text.trim().parse::<Compared>() {
                Ok(thing) if things.contains(&thing) => {}
                Ok(thing) if things.len() < MAX_COMPARED => things.push(thing),
                _ => self.bad_values.push(BadValue { name: parameters::COMPARE, value: text.to_owned() }),
            }
        }
        things
    }

    /// Values of a facet, separated by commas. Invalid values are dropped one by one.
    fn facet(&mut self, facet: Facet, filter: &mut Filter) {
        let Some((_, list)) =
            self.pairs.iter().find(|(known, value)| known == facet.name() && !value.is_empty())
        else {
            return;
        };
        for text in list.split(',').filter(|text| !text.trim().is_empty()) {
            match facet.value(text) {
                Some(id) => filter.choose(FacetValue { facet, id }, true),
                None => self.bad_values.push(BadValue { name: facet.name(), value: text.to_owned() }),
            }
        }
    }
}

/// A line or goal, or `none` for projects that state none.
enum MaybeStated<T> {
    Stated(T),
    Unstated,
}

impl<T: FromStr> FromStr for MaybeStated<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        if text.eq_ignore_ascii_case(UNSTATED) { Ok(Self::Unstated) } else { text.parse().map(Self::Stated) }
    }
}

/// The selection of a line and a goal, or the place in the margin.
fn selected(line: Option<MaybeStated<Line>>, goal: Option<MaybeStated<Goal>>) -> (Selection, Option<Margin>) {
    let margin = match (line, goal) {
        (Some(MaybeStated::Unstated), Some(MaybeStated::Unstated)) => Margin::Neither,
        (Some(MaybeStated::Unstated), Some(MaybeStated::Stated(goal))) => Margin::NoLine(Some(goal)),
        (Some(MaybeStated::Unstated), None) => Margin::NoLine(None),
        (Some(MaybeStated::Stated(line)), Some(MaybeStated::Unstated)) => Margin::NoGoal(Some(line)),
        (None, Some(MaybeStated::Unstated)) => Margin::NoGoal(None),
        (Some(MaybeStated::Stated(line)), Some(MaybeStated::Stated(goal))) => {
            return (Selection::Cell(line, goal), None);
        }
        (Some(MaybeStated::Stated(line)), None) => return (Selection::Line(line), None),
        (None, Some(MaybeStated::Stated(goal))) => return (Selection::Goal(goal), None),
        (None, None) => return (Selection::None, None),
    };
    (Selection::None, Some(margin))
}

/// The answer of `declared`.
struct YesOrNo(bool);

impl FromStr for YesOrNo {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            YES => Ok(Self(true)),
            NO => Ok(Self(false)),
            _ => Err(()),
        }
    }
}

/// The values of `present`.
struct Presented(Presenting);

impl FromStr for Presented {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            ON => Ok(Self(Presenting::Stage)),
            FOR_SPEAKER => Ok(Self(Presenting::Speaker)),
            _ => Err(()),
        }
    }
}

/// The one value of `open`.
struct OpenC7;

impl FromStr for OpenC7 {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.eq_ignore_ascii_case(OPEN_C7) { Ok(Self) } else { Err(()) }
    }
}
