//! Notices above the matrix: what a person should be told once.

use leptos::prelude::*;
use wsis_messages::Messages;
use wsis_platform::focus::focus_when_drawn;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::notices::Notice;

use crate::ui::any_view::view;

/// The notices, each with a button to take it away.
#[component]
pub(crate) fn NoticeList() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let list = move || {
        explorer
            .notices
            .all()
            .into_iter()
            .map(|notice| {
                let text = text_of(messages, &notice);
                let dismiss = move |_| {
                    explorer.notices.dismiss(&notice);
                    focus_when_drawn(element_ids::MAIN.to_owned());
                };
                view! {
                    <p class="notice">
                        <span>{text}</span>
                        <button type="button" on:click=dismiss>
                            {messages.notice_dismiss()}
                        </button>
                    </p>
                }
            })
            .collect_view()
    };
    view! { <div class="notices" role="status">{list}</div> }
}

fn text_of(messages: Messages, notice: &Notice) -> String {
    match notice {
        Notice::BadValue(bad) => messages.notice_bad_value(bad.name, &bad.value),
        Notice::AddressFixed => messages.notice_history().to_owned(),
    }
}
