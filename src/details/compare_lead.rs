//! The lead facilitator in a column of the comparison.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::contract::profile::LineProfile;
use wsis_state::{Dataset, Explorer, RequestState};

/// The lead facilitator of a line, from its profile.
#[component]
pub(crate) fn Lead(dataset: Arc<Dataset>, line: Line) -> impl IntoView {
    let slot = Explorer::get().data.request_slot::<LineProfile>();
    let (snapshot, language) = (dataset.snapshot.clone(), dataset.language);
    slot.fetch(|abort| async move { snapshot.line_profile(language, line, &abort).await });
    move || match slot.state() {
        RequestState::Ready(profile) => profile.facilitators.lead.clone().unwrap_or_else(|| "–".to_owned()),
        RequestState::Failed(_) => "–".to_owned(),
        RequestState::Idle | RequestState::Loading => "…".to_owned(),
    }
}
