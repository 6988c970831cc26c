//! The fixed texts of the page in their order: the legend and the account of what the page is. The app and the
//! prerendered page both draw from here.

use wsis_core::address::{DisplayMode, Margin, Theme};
use wsis_core::arrangement::Order;
use wsis_core::contract::Review;
use wsis_core::contract::passages::Part;
use wsis_core::filter::Facet;
use wsis_core::heat::Scale;
use wsis_core::matrix::Matrix;
use wsis_messages::Messages;

use crate::grid::CellContent;

/// A mark that the legend explains; the style sheet draws each as the grid does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendMark {
    /// A link with targets.
    Targets,
    /// A link to the goal as a whole.
    Whole,
    /// A link that some lists of the source lack.
    Doubtful,
    /// The shades of counts.
    Ramp,
    /// A link without a project that declares the pair.
    Unfilled,
    /// More projects than expected.
    Over,
    /// Fewer projects than expected.
    Under,
    /// Too few expected to compare.
    TooFew,
    /// In the view of gaps: a link without a project.
    Missing,
    /// In the view of gaps: projects without a link.
    Beyond,
}

impl LegendMark {
    /// The value of `data-mark`, which the style sheet draws by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Targets => "targets",
            Self::Whole => "whole",
            Self::Doubtful => "doubtful",
            Self::Ramp => "ramp",
            Self::Unfilled => "unfilled",
            Self::Over => "over",
            Self::Under => "under",
            Self::TooFew => "too-few",
            Self::Missing => "missing",
            Self::Beyond => "beyond",
        }
    }

    /// The text inside the mark.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Targets => "3",
            Self::Whole => "●",
            Self::Doubtful => "1",
            Self::Missing => "–",
            Self::Beyond => "+2",
            Self::Ramp | Self::Unfilled | Self::Over | Self::Under | Self::TooFew => "",
        }
    }
}

/// The name of a display mode.
#[must_use]
pub fn show_name(messages: Messages, show: DisplayMode) -> &'static str {
    match show {
        DisplayMode::Matrix => messages.show_matrix(),
        DisplayMode::Projects => messages.show_projects(),
        DisplayMode::Gaps => messages.show_gaps(),
    }
}

/// The meaning of the cells as a sentence; `None` for links, whose marks the legend explains.
#[must_use]
pub fn show_meaning(messages: Messages, show: DisplayMode, scale: Scale) -> Option<&'static str> {
    match (show, scale) {
        (DisplayMode::Matrix, _) => None,
        (DisplayMode::Gaps, _) => Some(messages.show_gaps_meaning()),
        (DisplayMode::Projects, Scale::Whole) => Some(messages.show_projects_meaning()),
        (DisplayMode::Projects, Scale::Row) => Some(messages.show_row_meaning()),
        (DisplayMode::Projects, Scale::Column) => Some(messages.show_column_meaning()),
        (DisplayMode::Projects, Scale::Expected) => Some(messages.show_expected_meaning()),
    }
}

/// The name of an order of lines and goals.
#[must_use]
pub fn order_name(messages: Messages, order: Order) -> &'static str {
    match order {
        Order::Official => messages.arrange_official(),
        Order::Total => messages.arrange_total(),
        Order::Likeness => messages.arrange_likeness(),
    }
}

/// The name of a comparison base of the shades.
#[must_use]
pub fn scale_name(messages: Messages, scale: Scale) -> &'static str {
    match scale {
        Scale::Whole => messages.arrange_whole(),
        Scale::Row => messages.arrange_row(),
        Scale::Column => messages.arrange_column(),
        Scale::Expected => messages.arrange_expected(),
    }
}

/// The marks that are on screen, each with its meaning.
#[must_use]
pub fn legend(messages: Messages, shown: CellContent) -> Vec<(LegendMark, &'static str)> {
    let unfilled = (LegendMark::Unfilled, messages.legend_unfilled());
    match (shown.show, shown.scale) {
        (DisplayMode::Matrix, _) => vec![
            (LegendMark::Targets, messages.legend_targets()),
            (LegendMark::Whole, messages.legend_whole()),
            (LegendMark::Doubtful, messages.legend_doubtful()),
        ],
        _ if !shown.states_goals => vec![unfilled],
        (DisplayMode::Gaps, _) => vec![
            (LegendMark::Missing, messages.legend_missing()),
            (LegendMark::Beyond, messages.legend_beyond()),
        ],
        (DisplayMode::Projects, Scale::Expected) => vec![
            (LegendMark::Over, messages.legend_over()),
            (LegendMark::Under, messages.legend_under()),
            (LegendMark::TooFew, messages.legend_too_few()),
        ],
        (DisplayMode::Projects, _) => vec![(LegendMark::Ramp, messages.legend_ramp()), unfilled],
    }
}

/// The account of what the page is: headings, each with its paragraphs.
#[must_use]
pub fn about(messages: Messages) -> [(&'static str, Vec<&'static str>); 6] {
    [
        (messages.about_what_title(), vec![messages.about_what()]),
        (
            messages.about_known_title(),
            vec![
                messages.about_official(),
                messages.about_second_hand(),
                messages.about_recalled(),
                messages.about_written(),
            ],
        ),
        (
            messages.about_numbers_title(),
            vec![messages.about_declared(), messages.about_derived(), messages.about_totals()],
        ),
        (messages.about_gaps_title(), vec![messages.about_gaps()]),
        (messages.about_errors_title(), vec![messages.about_errors()]),
        (messages.about_privacy_title(), vec![messages.about_privacy()]),
    ]
}

/// The name of a theme.
#[must_use]
pub fn theme_name(messages: Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::Light => messages.site_theme_light(),
        Theme::Dark => messages.site_theme_dark(),
        Theme::Contrast => messages.site_theme_contrast(),
    }
}

/// The title of a place in the margin of the matrix in one line.
#[must_use]
pub fn margin_title(messages: Messages, matrix: &Matrix, margin: Margin) -> String {
    let (no_goal, no_line) = (messages.margin_no_goal(), messages.margin_no_line());
    match margin {
        Margin::NoGoal(None) => no_goal.to_owned(),
        Margin::NoGoal(Some(line)) => {
            format!("{} {} · {no_goal}", line.parent().unwrap_or(line), matrix.line_name(line))
        }
        Margin::NoLine(None) => no_line.to_owned(),
        Margin::NoLine(Some(goal)) => {
            format!("{} {} · {no_line}", messages.panel_goal(&goal.to_string()), matrix.goal_name(goal))
        }
        Margin::Neither => format!("{no_line} · {no_goal}"),
    }
}

/// The name of a facet of the filter.
#[must_use]
pub fn facet_name(messages: Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Region => messages.project_region(),
        Facet::Country => messages.project_country(),
        Facet::Stakeholder => messages.project_stakeholder(),
        Facet::TargetGroup => messages.project_target_groups(),
        Facet::Prize => messages.project_prize(),
        Facet::Collection => messages.project_collection(),
    }
}

/// The name of the filter for projects that state goals, or that state none.
#[must_use]
pub fn declared_name(messages: Messages, declared: bool) -> &'static str {
    if declared { messages.filter_declared() } else { messages.filter_undeclared() }
}

/// The heading of a part of a line's texts.
#[must_use]
pub fn passage_part_name(messages: Messages, part: Part) -> &'static str {
    match part {
        Part::Covers => messages.passage_covers(),
        Part::Role => messages.passage_role(),
        Part::Figure => messages.passage_figure(),
        Part::Story => messages.passage_story(),
        Part::Challenge => messages.passage_challenge(),
        Part::RoadMap => messages.passage_road_map(),
    }
}

/// The review state of a text of this project.
#[must_use]
pub fn review_text(messages: Messages, review: Review) -> &'static str {
    match review {
        Review::Written => messages.review_written(),
        Review::Machine => messages.review_machine(),
        Review::Reviewed => messages.review_reviewed(),
    }
}
