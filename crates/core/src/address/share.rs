//! Share pages: the views that have one, and the paths of its files.
//!
//! The build writes the files and the app links to them. Both take the paths from here.

use super::selection::Selection;
use super::view::View;
use crate::goal::Goal;
use crate::language::Language;
use crate::line::Line;

/// Folder of all share pages, relative to the site.
const FOLDER: &str = "share";

/// A share page: a cell, a line, a goal or the whole matrix in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shared {
    /// Selection that the page shows.
    pub selection: Selection,
    /// Language of names.
    pub language: Language,
}

impl Shared {
    /// All selections with a share page: the matrix, the goals, and each line with its cells.
    pub fn selections() -> impl Iterator<Item = Selection> + Clone {
        let of_line = |line: Line| {
            std::iter::once(Selection::Line(line))
                .chain(Goal::all().map(move |goal| Selection::Cell(line, goal)))
        };
        std::iter::once(Selection::None)
            .chain(Goal::all().map(Selection::Goal))
            .chain(Line::all().flat_map(of_line))
    }

    /// The view that the page leads to: selection and language. English is the default and omitted.
    #[must_use]
    pub fn view(self) -> View {
        let language = (self.language != Language::English).then_some(self.language);
        View { selection: self.selection, language, ..View::default() }
    }

    /// The share page of a view, if one shows exactly this view.
    ///
    /// Colours and an expanded C7 are preferences of the sender and make no difference. Anything else that a
    /// page does not show means that there is none.
    #[must_use]
    pub fn of(view: &View) -> Option<Self> {
        let language = view.language.unwrap_or(Language::English);
        let shared = Self { selection: view.selection, language };
        // The whole view is compared, so a new field counts unless it is named here.
        let shown = View {
            c7_expanded: view.c7_expanded,
            theme: view.theme,
            language: view.language,
            ..shared.view()
        };
        (shown == *view).then_some(shared)
    }

    /// Path of the page, relative to the site, such as `share/fr/C2-9.html`.
    #[must_use]
    pub fn page(self) -> String {
        format!("{FOLDER}/{}/{}.html", self.language, stem(self.selection))
    }

    /// Path of its oEmbed answer, such as `share/fr/C2-9.oembed.json`.
    #[must_use]
    pub fn oembed(self) -> String {
        format!("{FOLDER}/{}/{}.oembed.json", self.language, stem(self.selection))
    }
}

/// Path of a selection's picture, the same in every language, such as `share/C2-9.png`.
#[must_use]
pub fn share_picture(selection: Selection) -> String {
    format!("{FOLDER}/{}.png", stem(selection))
}

/// Path of the share page of a view, relative to the site; `None` if no page shows exactly this view.
#[must_use]
pub fn share_path(view: &View) -> Option<String> {
    Shared::of(view).map(Shared::page)
}

/// File name without extension. No two differ in case alone, since some file systems ignore case.
fn stem(selection: Selection) -> String {
    match selection {
        Selection::None => "index".to_owned(),
        Selection::Line(line) => line.to_string(),
        Selection::Goal(goal) => format!("goal-{goal}"),
        Selection::Cell(line, goal) => format!("{line}-{goal}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::decode;
    use super::*;

    fn path(query: &str) -> Option<String> {
        share_path(&decode(query).0)
    }

    #[test]
    fn each_thing_has_one_page_and_one_picture() {
        let names: BTreeSet<String> = Shared::selections().map(|it| stem(it).to_lowercase()).collect();
        assert_eq!(names.len(), 1 + 17 + 19 + 19 * 17);
        assert_eq!(Shared::selections().count(), names.len());
        assert_eq!(share_picture(Selection::Cell(Line::C7, Goal::LAST)), "share/C7-17.png");
    }

    #[test]
    fn a_page_is_named_after_what_it_shows() {
        for (query, page) in [
            ("", "share/en/index.html"),
            ("lang=ar", "share/ar/index.html"),
            ("line=C7-EHEALTH", "share/en/C7-EHEALTH.html"),
            ("goal=9&lang=fr", "share/fr/goal-9.html"),
            ("line=C2&goal=9&lang=en", "share/en/C2-9.html"),
            ("line=C2&goal=9&open=C7&theme=dark", "share/en/C2-9.html"),
        ] {
            assert_eq!(path(query).as_deref(), Some(page), "{query}");
        }
    }

    #[test]
    fn what_no_page_shows_has_none() {
        for query in [
            "show=gaps",
            "line=C2&q=open",
            "country=BFA",
            "year=2015..2016",
            "declared=yes",
            "line=C2&goal=9&project=a",
            "compare=C2,C3",
        ] {
            assert_eq!(path(query), None, "{query}");
        }
    }
}
