//! The name of a country as a button that opens its profile.

use leptos::prelude::*;
use wsis_core::CountryCode;
use wsis_state::Explorer;
use wsis_state::focus_return::focus_panel_title;

use crate::content::names::Names;
use crate::ui::any_view::view;

/// A country's name; a click opens its profile.
pub(crate) fn country_button(names: &Names, country: CountryCode) -> AnyView {
    let explorer = Explorer::get();
    let name = names.country(&country);
    let id = format!("country-{country}");
    let origin = id.clone();
    let open = move |_| {
        explorer.navigation.show_country(&country);
        explorer.focus_return.remember(Some(origin.clone()));
        focus_panel_title();
    };
    view! { <button class="inline-button" type="button" id=id on:click=open>{name}</button> }
}
