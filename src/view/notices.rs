//! Notices above the matrix: what a person should be told once.

use leptos::prelude::*;
use wsis_messages::Messages;

use crate::dom::focus::focus_when_drawn;
use crate::state::{Explorer, Notice};
use crate::view::any::view;

/// The notices, each with a button to take it away.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let list = move || {
        explorer
            .notices
            .get()
            .into_iter()
            .map(|notice| {
                let text = text_of(messages, &notice);
                let dismiss = move |_| {
                    explorer.dismiss(&notice);
                    focus_when_drawn("matrix".to_owned());
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
