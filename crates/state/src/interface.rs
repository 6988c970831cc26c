//! The texts of the interface and their language.

use reactive_graph::traits::With as _;
use wsis_core::Language;
use wsis_core::contract::path;
use wsis_messages::{Catalogue, Messages};
use wsis_platform::abort::Abort;
use wsis_platform::http::CacheMode;
use wsis_platform::intl;
use wsis_platform::text_lists::TextLists;

use crate::client::{SMALL, SnapshotClient, get_bytes};
use crate::dataset::Dataset;
use crate::explorer::Explorer;

impl Explorer {
    /// The texts of the interface, in the language of the dataset. They come with it: with another language the page is
    /// drawn again.
    #[must_use]
    #[allow(clippy::unused_self, reason = "the texts belong to the page")]
    pub const fn messages(&self) -> Messages {
        Messages::SHOWN
    }

    /// The language of the page: that of the interface. Names may be in another. Tracked.
    #[must_use]
    pub fn page_language(&self) -> Language {
        self.data.dataset.with(|dataset| dataset.as_ref().map_or(Language::English, |it| it.page_language()))
    }
}

impl Dataset {
    /// Lets the interface speak the language of the dataset.
    pub(crate) fn show_texts(&self) {
        if self.texts.is_some() {
            intl::set_plural_language(self.language.code());
        }
        wsis_messages::show(self.texts);
    }

    /// The language of the interface.
    #[must_use]
    pub const fn page_language(&self) -> Language {
        if self.texts.is_none() { Language::English } else { self.language }
    }
}

impl SnapshotClient {
    /// The texts of the interface; `None` for English, and where the snapshot has none in the language or has those of
    /// another version.
    pub async fn messages(&self, language: Language, abort: &Abort) -> Option<&'static Catalogue> {
        if language == Language::English {
            return None;
        }
        let address = format!("{}{}", self.base(), path::interface(language));
        let bytes = get_bytes(&address, SMALL, CacheMode::Immutable, abort).await.ok()?;
        let file = TextLists::parse(std::str::from_utf8(&bytes).ok()?)?;
        let (texts, plurals) = (file.list("texts"), file.list("plurals"));
        Catalogue::new(language.code(), &file.text("keys"), texts, plurals, intl::plural_category)
    }
}
