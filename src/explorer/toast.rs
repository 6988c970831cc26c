//! Short messages over the page: what a button has done. The region is in the page from the start, so that screen readers
//! announce what comes into it.

use leptos::prelude::*;
use wsis_platform::timer::Timer;
use wsis_state::Explorer;
use wsis_state::layout::Toast;

use crate::chunks::Chunks;
use crate::lazy_views::DetailsView;
use crate::ui::any_view::view;

/// How long a message stays, in milliseconds; one with an address to copy stays until it is closed.
const STAYS: u32 = 6000;

/// The region of the messages.
#[component]
pub(crate) fn ToastRegion() -> impl IntoView {
    let (explorer, chunks) = (Explorer::get(), Chunks::get());
    let toast = explorer.layout.toast;
    // Something else that is shown has not been copied yet.
    Effect::new(move |before: Option<()>| {
        explorer.navigation.view.track();
        if before.is_some() && toast.get_untracked() != Some(Toast::StepAdded) {
            toast.set(None);
        }
    });
    let timer = StoredValue::new_local(None::<Timer>);
    Effect::new(move || {
        if toast.get().is_some() {
            chunks.details.ensure_loaded();
        }
        let leaves = toast.get().is_some_and(|toast| toast != Toast::LinkByHand);
        timer.set_value(leaves.then(|| {
            Timer::after(STAYS, move || {
                let _ = toast.try_set(None);
            })
        }));
    });
    view! {
        <div class="toast" role="status">
            {move || toast.get().map(|shown| chunks.details.draw_if_ready(DetailsView::ToastMessage(shown)))}
        </div>
    }
}
