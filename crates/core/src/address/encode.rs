//! Encoder of the query string.

use super::display::DisplayMode;
use super::margin::Margin;
use super::parameters;
use super::presenting::Presenting;
use super::selection::Selection;
use super::view::{Opened, View};
use super::words::{BARE, EMBEDDED, FOR_SPEAKER, NO, ON, OPEN_C7, UNSTATED, WHOLE_MATRIX, YES};
use crate::arrangement::Order;
use crate::code::VocabularyId;
use crate::filter::{Facet, Filter};
use crate::heat::Scale;

/// Encodes a view as a query string without the leading `?`. It is empty for the default view.
#[must_use]
pub fn encode(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let (line, goal) = places(view);
    if let Some(line) = line {
        query.append_pair(parameters::LINE, &line);
    }
    if let Some(goal) = goal {
        query.append_pair(parameters::GOAL, &goal);
    }
    if view.c7_expanded {
        query.append_pair(parameters::OPEN, OPEN_C7);
    }
    if view.show != DisplayMode::Matrix {
        query.append_pair(parameters::SHOW, view.show.code());
    }
    append_filter(&mut query, &view.filter);
    match &view.opened {
        Some(Opened::Project(id)) => _ = query.append_pair(parameters::PROJECT, id.as_str()),
        Some(Opened::Initiative(id)) => _ = query.append_pair(parameters::INITIATIVE, id.as_str()),
        Some(Opened::Lens(id)) => _ = query.append_pair(parameters::LENS, id.as_str()),
        None => {}
    }
    if !view.compare.is_empty() {
        let compared: Vec<String> = view.compare.iter().map(ToString::to_string).collect();
        query.append_pair(parameters::COMPARE, &compared.join(","));
    }
    append_settings(&mut query, view);
    append_presentation(&mut query, view);
    query.finish()
}

/// The values of line and goal.
fn places(view: &View) -> (Option<String>, Option<String>) {
    let none = || Some(UNSTATED.to_owned());
    match view.margin.filter(|_| view.selection == Selection::None) {
        Some(Margin::NoGoal(line)) => (line.map(|line| line.id().to_owned()), none()),
        Some(Margin::NoLine(goal)) => (none(), goal.map(|goal| goal.to_string())),
        Some(Margin::Neither) => (none(), none()),
        None => {
            let line = view.selection.line().map(|line| line.id().to_owned());
            (line, view.selection.goal().map(|goal| goal.to_string()))
        }
    }
}

type Serializer<'q> = form_urlencoded::Serializer<'q, String>;

fn append_filter(query: &mut Serializer<'_>, filter: &Filter) {
    if let Some(text) = &filter.query {
        query.append_pair(parameters::QUERY, text.as_str());
    }
    for facet in Facet::ALL {
        let ids: Vec<&str> = filter.of(facet).map(VocabularyId::as_str).collect();
        if !ids.is_empty() {
            query.append_pair(facet.name(), &ids.join(","));
        }
        // The year follows the country, as in the filter form.
        if let (Facet::Country, Some(years)) = (facet, filter.years) {
            query.append_pair(parameters::YEAR, &years.to_string());
        }
    }
    if let Some(declared) = filter.declared {
        query.append_pair(parameters::DECLARED, if declared { YES } else { NO });
    }
}

/// Order, shades, languages, theme and the settings of an embedded page.
fn append_settings(query: &mut Serializer<'_>, view: &View) {
    if view.order != Order::Official {
        query.append_pair(parameters::ORDER, view.order.code());
    }
    if view.scale != Scale::Whole {
        query.append_pair(parameters::SCALE, view.scale.code());
    }
    let languages =
        [(parameters::LANGUAGE, view.language), (parameters::SECOND_LANGUAGE, view.second_language)];
    for (name, language) in languages {
        if let Some(language) = language {
            query.append_pair(name, language.code());
        }
    }
    if let Some(theme) = view.theme {
        query.append_pair(parameters::THEME, theme.code());
    }
    for (name, value, is_set) in [
        (parameters::LENS, WHOLE_MATRIX, view.shows_whole_matrix && view.lens().is_none()),
        (parameters::CONTROLS, BARE, view.hides_controls),
        (parameters::EMBED, EMBEDDED, view.embed),
    ] {
        if is_set {
            query.append_pair(name, value);
        }
    }
}

fn append_presentation(query: &mut Serializer<'_>, view: &View) {
    match view.presenting {
        Presenting::Not => {}
        Presenting::Stage => _ = query.append_pair(parameters::PRESENT, ON),
        Presenting::Speaker => _ = query.append_pair(parameters::PRESENT, FOR_SPEAKER),
        Presenting::Kiosk => _ = query.append_pair(parameters::KIOSK, ON),
    }
    if let Some(tour) = &view.tour {
        query.append_pair(parameters::TOUR, &tour.to_string());
    }
    if let Some(step) = view.step {
        query.append_pair(parameters::STEP, &step.to_string());
    }
}
