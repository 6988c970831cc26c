//! The fixed texts of the page in their order: the legend and the account of what the page is. The app and the
//! prerendered page both draw from here.

use wsis_core::address::Show;
use wsis_core::arrangement::Order;
use wsis_core::heat::Scale;
use wsis_core::matrix::Numbers;
use wsis_messages::Messages;

/// A mark that the legend explains; the style sheet draws each as the grid does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendMark {
    /// A link with targets.
    Targets,
    /// A link to the goal as a whole.
    Whole,
    /// No link.
    None,
    /// Declared projects.
    Declared,
    /// Derived projects.
    Derived,
}

impl LegendMark {
    /// The value of `data-mark`, which the style sheet draws by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Targets => "targets",
            Self::Whole => "whole",
            Self::None => "none",
            Self::Declared => "declared",
            Self::Derived => "derived",
        }
    }

    /// The text inside the mark.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Targets => "3",
            Self::Whole => "●",
            Self::Declared => "12",
            Self::None | Self::Derived => "",
        }
    }
}

/// What the choice of what the cells show is called.
#[must_use]
pub fn show_name(messages: Messages, show: Show) -> &'static str {
    match show {
        Show::Matrix => messages.show_matrix(),
        Show::Projects => messages.show_projects(),
        Show::Gaps => messages.show_gaps(),
    }
}

/// What the cells mean, as a sentence; none where they show the links, whose marks the legend explains.
#[must_use]
pub fn show_meaning(messages: Messages, show: Show, scale: Scale) -> Option<&'static str> {
    match (show, scale) {
        (Show::Matrix, _) => None,
        (Show::Gaps, _) => Some(messages.show_gaps_meaning()),
        (Show::Projects, Scale::Whole) => Some(messages.show_projects_meaning()),
        (Show::Projects, Scale::Row) => Some(messages.show_row_meaning()),
        (Show::Projects, Scale::Column) => Some(messages.show_column_meaning()),
        (Show::Projects, Scale::Expected) => Some(messages.show_expected_meaning()),
    }
}

/// What an order of lines and goals is called.
#[must_use]
pub fn order_name(messages: Messages, order: Order) -> &'static str {
    match order {
        Order::Official => messages.arrange_official(),
        Order::Total => messages.arrange_total(),
        Order::Likeness => messages.arrange_likeness(),
    }
}

/// What a cell is compared with, as it is called.
#[must_use]
pub fn scale_name(messages: Messages, scale: Scale) -> &'static str {
    match scale {
        Scale::Whole => messages.arrange_whole(),
        Scale::Row => messages.arrange_row(),
        Scale::Column => messages.arrange_column(),
        Scale::Expected => messages.arrange_expected(),
    }
}

/// The marks of the grid, each with what it means in this collection; without numbers, in any.
#[must_use]
pub fn legend(messages: Messages, numbers: Option<&Numbers>) -> [(LegendMark, &'static str); 5] {
    let any_declared = numbers.is_none_or(|numbers| numbers.distinct().goals.iter().any(|count| *count > 0));
    let declared = if any_declared { messages.legend_declared() } else { messages.legend_declared_none() };
    [
        (LegendMark::Targets, messages.legend_targets()),
        (LegendMark::Whole, messages.legend_whole()),
        (LegendMark::None, messages.legend_none()),
        (LegendMark::Declared, declared),
        (LegendMark::Derived, messages.legend_derived()),
    ]
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
