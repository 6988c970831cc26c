//! Icons of the sprite `web/icons.svg`, which stands in the page itself: one set, in the colour of the text beside them.

use leptos::prelude::*;

use crate::ui::any_view::view;

/// The name of an icon of the sprite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Symbol {
    Add,
    Back,
    Cite,
    Close,
    Code,
    Compare,
    Download,
    Filter,
    Forward,
    Globe,
    Info,
    Keys,
    Link,
    Mark,
    More,
    Out,
    Pen,
    Play,
    Present,
    Print,
    Prize,
    Report,
    Search,
    Share,
    Sort,
}

impl Symbol {
    /// The address of its symbol.
    fn address(self) -> &'static str {
        match self {
            Self::Add => "#i-add",
            Self::Back => "#i-back",
            Self::Cite => "#i-cite",
            Self::Close => "#i-close",
            Self::Code => "#i-code",
            Self::Compare => "#i-compare",
            Self::Download => "#i-download",
            Self::Filter => "#i-filter",
            Self::Forward => "#i-forward",
            Self::Globe => "#i-globe",
            Self::Info => "#i-info",
            Self::Keys => "#i-keys",
            Self::Link => "#i-link",
            Self::Mark => "#i-mark",
            Self::More => "#i-more",
            Self::Out => "#i-out",
            Self::Pen => "#i-pen",
            Self::Play => "#i-play",
            Self::Present => "#i-present",
            Self::Print => "#i-print",
            Self::Prize => "#i-prize",
            Self::Report => "#i-report",
            Self::Search => "#i-search",
            Self::Share => "#i-share",
            Self::Sort => "#i-sort",
        }
    }

    /// Whether it points along the line of reading, and turns round where that runs from right to left.
    fn points(self) -> bool {
        matches!(self, Self::Back | Self::Forward | Self::Play | Self::Out)
    }
}

/// Draws an icon. It says nothing to a screen reader; the text or label beside it does.
pub(crate) fn icon(icon: Symbol) -> AnyView {
    let class = if icon.points() { "icon pointing" } else { "icon" };
    view! { <svg class=class aria-hidden="true"><use_ href=icon.address()></use_></svg> }
}
