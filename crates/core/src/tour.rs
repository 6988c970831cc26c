//! Tours: validated sequences of steps from the data, a file or an address.
//!
//! A tour contains only text and views; nothing in it runs. [`route`] makes the default steps of a view
//! without a tour.

use crate::address::{BadValue, Selection, View, decode, encode};
use crate::code::EntryId;
use crate::contract::Review;
use crate::contract::tours::{Figure, ShippedTour, TourFile, TourStep};
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;
use crate::links::Links;

/// Format version of tour files that this program reads and writes.
pub const FORM: u32 = 1;

/// Maximum number of steps.
pub const MOST_STEPS: usize = 200;

/// Maximum number of bars in a figure.
pub const MOST_VALUES: usize = 12;

/// Maximum size of a tour file, in bytes.
pub const MOST_BYTES: u32 = 512 * 1024;

/// Default duration of a step, in seconds.
pub const USUAL_SECONDS: u16 = 30;

/// Maximum duration of a step, in seconds: an hour.
pub const MOST_SECONDS: u16 = 3600;

/// The texts of a tour; each has a maximum length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Title of the tour or of a step.
    Title,
    /// Stage text.
    Text,
    /// Speaker notes.
    Notes,
    /// Caption, unit or label of a figure.
    Label,
    /// Evidence.
    Basis,
}

impl Piece {
    /// Maximum length, in characters.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Self::Title | Self::Label => 120,
            Self::Text => 600,
            Self::Notes => 4000,
            Self::Basis => 300,
        }
    }
}

/// A validated tour.
#[derive(Debug, Clone, PartialEq)]
pub struct Tour {
    /// Title.
    pub title: String,
    /// Language of its texts.
    pub language: Language,
    /// Review status of the texts; `None` for a tour that a user made.
    pub review: Option<Review>,
    /// Steps, at least one.
    pub steps: Vec<Step>,
}

/// A validated step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// View of the step, without settings of a reader or speaker.
    pub view: View,
    /// Title; may be empty.
    pub title: String,
    /// Stage text.
    pub text: Option<String>,
    /// Speaker notes; may be empty.
    pub notes: String,
    /// Duration, in seconds.
    pub seconds: Option<u16>,
    /// Figure, drawn as bars.
    pub figure: Option<Figure>,
    /// Evidence for texts and figure.
    pub basis: Option<String>,
}

impl Step {
    /// A step that shows a view without texts.
    #[must_use]
    pub fn of(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Duration, in seconds.
    #[must_use]
    pub fn lasts(&self) -> u16 {
        self.seconds.unwrap_or(USUAL_SECONDS)
    }
}

/// Error for a file that is not a valid tour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTour {
    /// The format version is newer than this program.
    #[error("written in form {0}; this program knows {FORM}")]
    Newer(u32),
    /// The tour has no steps.
    #[error("no steps")]
    Empty,
    /// The tour has too many steps.
    #[error("{0} steps; at most {MOST_STEPS}")]
    TooManySteps(usize),
    /// A text is too long. Steps count from 1; 0 is the tour itself.
    #[error("step {0}: {1:?} has more than {longest} characters", longest = .1.longest())]
    TooLong(usize, Piece),
    /// A figure has too many values, or one that is negative or not finite. Steps count from 1.
    #[error("step {0}: the figure cannot be drawn")]
    BadFigure(usize),
}

/// An invalid parameter in a step's view. The step is shown without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Step, counted from 1.
    pub step: usize,
    /// The invalid parameter.
    pub value: BadValue,
}

impl Tour {
    /// Validates a tour of the data; `language` is the file's.
    ///
    /// # Errors
    /// The reason why it is not a valid tour.
    pub fn shipped(wire: &ShippedTour, language: Language) -> Result<(Self, Vec<Dropped>), NoTour> {
        let language = wire.language.unwrap_or(language);
        checked(&wire.title, language, Some(wire.review), &wire.steps)
    }

    /// Validates a tour file that a user made.
    ///
    /// # Errors
    /// The reason why it is not a valid tour.
    pub fn own(wire: &TourFile) -> Result<(Self, Vec<Dropped>), NoTour> {
        if wire.wsis_tour > FORM {
            return Err(NoTour::Newer(wire.wsis_tour));
        }
        checked(&wire.title, wire.language.unwrap_or(Language::English), None, &wire.steps)
    }

    /// Serializes the tour as a file. `quote` writes a JSON string, `number` a JSON number.
    #[must_use]
    pub fn written(&self, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
        let steps: Vec<String> = self.steps.iter().map(|step| written(step, quote, number)).collect();
        format!(
            "{{\"wsisTour\":{FORM},\"title\":{},\"language\":{},\"steps\":[\n{}\n]}}\n",
            quote(&self.title),
            quote(self.language.code()),
            steps.join(",\n")
        )
    }

    /// Total duration, in seconds.
    #[must_use]
    pub fn lasts(&self) -> u32 {
        self.steps.iter().map(|step| u32::from(step.lasts())).sum()
    }
}

fn checked(
    title: &str,
    language: Language,
    review: Option<Review>,
    wire: &[TourStep],
) -> Result<(Tour, Vec<Dropped>), NoTour> {
    if wire.is_empty() {
        return Err(NoTour::Empty);
    }
    if wire.len() > MOST_STEPS {
        return Err(NoTour::TooManySteps(wire.len()));
    }
    let title = text(title, 0, Piece::Title)?;
    let mut dropped = Vec::new();
    let mut steps = Vec::with_capacity(wire.len());
    for (at, step) in wire.iter().enumerate() {
        let at = at + 1;
        let (view, bad_values) = decode(&step.view);
        dropped.extend(bad_values.into_iter().map(|value| Dropped { step: at, value }));
        let optional = |given: &Option<String>, piece: Piece| match given {
            Some(given) => text(given, at, piece).map(|text| Some(text).filter(|text| !text.is_empty())),
            None => Ok(None),
        };
        steps.push(Step {
            // The language is the room's.
            view: View { language: None, ..view.public() },
            title: text(&step.title, at, Piece::Title)?,
            text: optional(&step.text, Piece::Text)?,
            notes: optional(&step.notes, Piece::Notes)?.unwrap_or_default(),
            seconds: step.seconds.map(|seconds| seconds.clamp(1, MOST_SECONDS)),
            figure: step.figure.as_ref().map(|figure| checked_figure(figure, at)).transpose()?,
            basis: optional(&step.basis, Piece::Basis)?,
        });
    }
    Ok((Tour { title, language, review, steps }, dropped))
}

fn checked_figure(figure: &Figure, step: usize) -> Result<Figure, NoTour> {
    let is_length = |value: f64| value.is_finite() && value >= 0.0;
    let fits = (1..=MOST_VALUES).contains(&figure.values.len());
    if !fits || !figure.values.iter().all(|one| is_length(one.value)) {
        return Err(NoTour::BadFigure(step));
    }
    let mut checked = figure.clone();
    checked.caption = text(&figure.caption, step, Piece::Label)?;
    checked.unit = text(&figure.unit, step, Piece::Label)?;
    for one in &mut checked.values {
        one.label = text(&one.label, step, Piece::Label)?;
    }
    Ok(checked)
}

/// Checks the length of a text and removes characters that are invisible or change the text direction.
fn text(given: &str, step: usize, piece: Piece) -> Result<String, NoTour> {
    if given.chars().count() > piece.longest() {
        return Err(NoTour::TooLong(step, piece));
    }
    let seen = |letter: char| (!letter.is_control() || letter == '\n') && !reorders(letter);
    Ok(given.chars().filter(|letter| seen(*letter)).collect::<String>().trim().to_owned())
}

/// Returns true for characters that change the direction of the text after them.
fn reorders(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn written(step: &Step, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
    let mut fields = vec![("view", quote(&encode(&step.view))), ("title", quote(&step.title))];
    let texts = [
        ("text", step.text.as_deref()),
        ("notes", Some(step.notes.as_str())),
        ("basis", step.basis.as_deref()),
    ];
    for (name, text) in texts {
        fields.extend(text.filter(|text| !text.is_empty()).map(|text| (name, quote(text))));
    }
    fields.extend(step.seconds.map(|seconds| ("seconds", seconds.to_string())));
    fields.extend(step.figure.as_ref().map(|figure| ("figure", written_figure(figure, quote, number))));
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

fn written_figure(figure: &Figure, quote: &dyn Fn(&str) -> String, number: &dyn Fn(f64) -> String) -> String {
    let values: Vec<String> = figure
        .values
        .iter()
        .map(|one| format!("{{\"label\":{},\"value\":{}}}", quote(&one.label), number(one.value)))
        .collect();
    format!(
        "{{\"caption\":{},\"unit\":{},\"values\":[{}]}}",
        quote(&figure.caption),
        quote(&figure.unit),
        values.join(",")
    )
}

/// Default steps of a view without a tour.
///
/// The first step is the view itself. The matrix continues with its lines, a line or a goal with its linked
/// cells, a cell with the first of its `projects`.
#[must_use]
pub fn route(view: &View, links: &Links, projects: &[EntryId]) -> Vec<Step> {
    let start = View { language: None, ..view.public() };
    let plain = start == (View { selection: start.selection, opened: start.opened, ..View::default() });
    let to = |selection| Step::of(View { selection, ..View::default() });
    let mut steps = vec![Step::of(start.clone())];
    match start.selection {
        _ if !plain => {}
        Selection::None => steps
            .extend(Line::all().filter(|line| line.parent().is_none()).map(|line| to(Selection::Line(line)))),
        Selection::Line(line) => {
            let linked = Goal::all().filter(|goal| links.contains(line, *goal));
            steps.extend(linked.map(|goal| to(Selection::Cell(line, goal))));
        }
        Selection::Goal(goal) => {
            let lines = Line::all().filter(|line| line.parent().is_none() && links.contains(*line, goal));
            steps.extend(lines.map(|line| to(Selection::Cell(line, goal))));
        }
        Selection::Cell(..) => steps.extend(projects.iter().map(|project| {
            Step::of(View { selection: start.selection, project: Some(project.clone()), ..View::default() })
        })),
    }
    steps
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use proptest::prelude::*;

    use super::*;
    use crate::contract::tours::FigureValue;

    fn step(view: &str) -> TourStep {
        TourStep {
            view: view.to_owned(),
            title: "One".to_owned(),
            text: None,
            notes: None,
            seconds: None,
            figure: None,
            basis: None,
        }
    }

    fn file(steps: Vec<TourStep>) -> TourFile {
        TourFile { wsis_tour: FORM, title: "Mine".to_owned(), language: None, steps }
    }

    #[test]
    fn what_is_no_tour_is_told_why() {
        assert_eq!(Tour::own(&file(vec![])), Err(NoTour::Empty));
        assert_eq!(Tour::own(&TourFile { wsis_tour: 2, ..file(vec![step("")]) }), Err(NoTour::Newer(2)));
        assert_eq!(Tour::own(&file(vec![step(""); 201])), Err(NoTour::TooManySteps(201)));
        let long = TourStep { title: "x".repeat(121), ..step("") };
        assert_eq!(Tour::own(&file(vec![step(""), long])), Err(NoTour::TooLong(2, Piece::Title)));
        for value in [-1.0, f64::NAN, f64::INFINITY] {
            let values = vec![FigureValue { label: "2005".to_owned(), value }];
            let figure = Some(Figure { caption: String::new(), unit: String::new(), values });
            assert_eq!(Tour::own(&file(vec![TourStep { figure, ..step("") }])), Err(NoTour::BadFigure(1)));
        }
    }

    #[test]
    fn a_step_keeps_what_is_known_of_its_view_and_tells_the_rest() {
        let (tour, dropped) =
            Tour::own(&file(vec![step("line=C2&goal=99&lang=fr&present=1&theme=dark&embed=1&x=y")])).unwrap();
        assert_eq!(encode(&tour.steps[0].view), "line=C2");
        assert_eq!(dropped.len(), 1);
        assert_eq!((dropped[0].step, dropped[0].value.name), (1, "goal"));
    }

    #[test]
    fn texts_lose_what_could_reorder_the_stage() {
        let bad = TourStep { title: " a\u{202e}b\u{7}\u{2066}c ".to_owned(), ..step("") };
        assert_eq!(Tour::own(&file(vec![bad])).unwrap().0.steps[0].title, "abc");
    }

    #[test]
    fn a_view_without_a_tour_has_a_route() {
        let links =
            Links::new([(Line::C2, Goal::all().nth(8).unwrap()), (Line::C2, Goal::all().next().unwrap())]);
        let of = |query: &str, projects: &[EntryId]| {
            route(&decode(query).0, &links, projects)
                .iter()
                .map(|step| encode(&step.view))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("", &[]).len(), 12);
        assert_eq!(of("line=C2&lang=fr", &[]), ["line=C2", "line=C2&goal=1", "line=C2&goal=9"]);
        assert_eq!(of("goal=9", &[]), ["goal=9", "line=C2&goal=9"]);
        let one: EntryId = "a-1".parse().unwrap();
        assert_eq!(of("line=C2&goal=9", &[one]), ["line=C2&goal=9", "line=C2&goal=9&project=a-1"]);
        assert_eq!(of("region=AFR", &[]), ["region=AFR"]);
    }

    proptest! {
        #[test]
        fn a_tour_that_is_saved_is_the_one_that_is_read(
            titles in prop::collection::vec("[^\\pC]{0,40}", 1..6),
            text in prop::option::of("[^\\pC]{1,80}"),
            notes in "[^\\pC]{0,80}",
            seconds in prop::option::of(1_u16..=MOST_SECONDS),
            eighths in 0_u32..1_000_000,
        ) {
            let value = f64::from(eighths) / 8.0;
            let values = vec![FigureValue { label: "2005".to_owned(), value }];
            let figure = Some(Figure { caption: "c".to_owned(), unit: "%".to_owned(), values });
            let steps = titles.iter().map(|title| TourStep {
                title: title.clone(),
                text: text.clone(),
                notes: Some(notes.clone()),
                seconds,
                figure: figure.clone(),
                ..step("line=C2&goal=9")
            });
            let (tour, dropped) = Tour::own(&file(steps.collect())).unwrap();
            prop_assert!(dropped.is_empty());
            let quote = |text: &str| serde_json::to_string(text).unwrap();
            let number = |value: f64| serde_json::to_string(&value).unwrap();
            let read: TourFile = serde_json::from_str(&tour.written(&quote, &number)).unwrap();
            prop_assert_eq!(Tour::own(&read), Ok((tour, vec![])));
        }
    }
}
