//! The names of the address's query parameters.
//!
//! The codec reads and writes them, and the build gives them to the service worker. The boot script, the element and its
//! types repeat some of them; `tests/scripts.rs` compares these with this list.

/// The selected action line.
pub const LINE: &str = "line";
/// The selected goal.
pub const GOAL: &str = "goal";
/// Whether C7 is expanded.
pub const OPEN: &str = "open";
/// The content of the cells.
pub const SHOW: &str = "show";
/// The words to search for.
pub const QUERY: &str = "q";
/// The filter by ITU region.
pub const REGION: &str = "region";
/// The filter by country.
pub const COUNTRY: &str = "country";
/// The filter by year.
pub const YEAR: &str = "year";
/// The filter by stakeholder group.
pub const STAKEHOLDER: &str = "stakeholder";
/// The filter by target group.
pub const GROUP: &str = "group";
/// The filter by WSIS Prizes result.
pub const PRIZE: &str = "prize";
/// The filter by collection.
pub const COLLECTION: &str = "collection";
/// The filter by whether a goal is declared.
pub const DECLARED: &str = "declared";
/// The project that is shown in full.
pub const PROJECT: &str = "project";
/// The initiative that is shown in full.
pub const INITIATIVE: &str = "initiative";
/// The compared items.
pub const COMPARE: &str = "compare";
/// The order of rows and columns.
pub const ORDER: &str = "order";
/// The scale of the shades.
pub const SCALE: &str = "scale";
/// The lens on the report that is shown, or that an embedded page shows the whole matrix.
pub const LENS: &str = "lens";
/// The language.
pub const LANGUAGE: &str = "lang";
/// The second language of a presentation.
pub const SECOND_LANGUAGE: &str = "lang2";
/// The colours.
pub const THEME: &str = "theme";
/// Whether an embedded page has controls.
pub const CONTROLS: &str = "controls";
/// Whether the page is embedded in a host page.
pub const EMBED: &str = "embed";
/// Whether and how the view is presented.
pub const PRESENT: &str = "present";
/// Whether the presentation runs unattended.
pub const KIOSK: &str = "kiosk";
/// The tour that is presented.
pub const TOUR: &str = "tour";
/// The step of the tour.
pub const STEP: &str = "step";

/// `sw=off` switches the service worker off. It is no part of the view: boot script and worker read it.
pub const WORKER: &str = "sw";

/// All parameters of a view.
pub const ALL: [&str; 28] = [
    LINE,
    GOAL,
    OPEN,
    SHOW,
    QUERY,
    REGION,
    COUNTRY,
    YEAR,
    STAKEHOLDER,
    GROUP,
    PRIZE,
    COLLECTION,
    DECLARED,
    PROJECT,
    INITIATIVE,
    COMPARE,
    ORDER,
    SCALE,
    LENS,
    LANGUAGE,
    SECOND_LANGUAGE,
    THEME,
    CONTROLS,
    EMBED,
    PRESENT,
    KIOSK,
    TOUR,
    STEP,
];

/// The parameters that `<wsis-sdg-matrix>` does not take as attributes: an embedded page presents nothing, the
/// element sets `embed` itself, and its published version knows neither `collection` nor `initiative`.
const NO_ATTRIBUTES: [&str; 8] = [COLLECTION, INITIATIVE, SECOND_LANGUAGE, EMBED, PRESENT, KIOSK, TOUR, STEP];

/// The parameters that `<wsis-sdg-matrix>` takes as attributes, in the order of [`ALL`].
pub fn attributes() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().filter(|name| !NO_ATTRIBUTES.contains(name))
}

/// The parameters that the service worker reads, by the names it uses.
pub const OF_WORKER: [(&str, &str); 6] = [
    ("line", LINE),
    ("goal", GOAL),
    ("project", PROJECT),
    ("language", LANGUAGE),
    ("embed", EMBED),
    ("worker", WORKER),
];
