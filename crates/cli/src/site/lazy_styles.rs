//! Style sheets of the lazy chunks. They are no part of the first load, so trunk does not know them. Each has a hash of
//! its content in its name, as trunk's files have, and the page's configuration names it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// A style sheet, made of one file or several.
pub(super) struct LazyStyle {
    name: &'static str,
    sources: &'static [&'static str],
}

/// The sheet of the chunk `presentation`.
pub(super) const PRESENTATION: LazyStyle = LazyStyle {
    name: "presentation",
    sources: &[
        "style/presentation/stage.css",
        "style/presentation/figures.css",
        "style/presentation/controls.css",
        "style/presentation/overlays.css",
        "style/presentation/speaker.css",
        "style/presentation/upright.css",
        "style/presentation/handouts.css",
        "style/presentation/single.css",
        "style/presentation/tours.css",
        "style/ui/chart-view.css",
    ],
};

/// The sheet of the chunk `details`, with which `embedding` and `offline` come.
pub(super) const DETAILS: LazyStyle = LazyStyle {
    name: "details",
    sources: &[
        "style/heat.css",
        "style/ui/chart.css",
        "style/ui/forms.css",
        "style/details/about.css",
        "style/details/menu.css",
        "style/details/suggestions.css",
        "style/details/shades.css",
        "style/details/dialog.css",
        "style/details/tabs.css",
        "style/details/hover-card.css",
        "style/details/text.css",
        "style/details/links.css",
        "style/details/cell.css",
        "style/details/projects.css",
        "style/details/project.css",
        "style/details/cite.css",
        "style/details/compare.css",
        "style/details/lens.css",
        "style/ui/chart-view.css",
        "style/details/filters.css",
        "style/details/entry.css",
        "style/embedding/panel.css",
        "style/embedding/choices.css",
        "style/offline.css",
        "style/print.css",
    ],
};

impl LazyStyle {
    fn text(&self) -> Result<String> {
        let parts = self
            .sources
            .iter()
            .map(|source| fs::read_to_string(source).with_context(|| format!("cannot read {source}")));
        Ok(parts.collect::<Result<Vec<_>>>()?.join("\n"))
    }

    /// Its name in the built site, such as `presentation-1977fa0c3b1e52d4.css`.
    ///
    /// # Errors
    /// A source cannot be read.
    pub(super) fn file_name(&self) -> Result<String> {
        let hash: String =
            Sha256::digest(self.text()?).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("{}-{hash}.css", self.name))
    }

    /// Puts it beside the page.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub(super) fn add(&self, folder: &Path) -> Result<()> {
        let to = folder.join(self.file_name()?);
        fs::write(&to, self.text()?).with_context(|| format!("cannot write {}", to.display()))
    }
}
