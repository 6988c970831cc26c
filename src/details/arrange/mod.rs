//! Order of lines and goals, and scale of the shading: fields to choose them, chips to reset them, and the reordering
//! of the grid.

mod move_places;

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::DisplayMode;
use wsis_core::arrangement::{Arrangement, Order};
use wsis_core::heat::Scale;
use wsis_page::texts::{order_name, scale_name};
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::effect::effect;

use crate::details::heading::sheet_head;
use crate::ui::any_view::view;
use crate::ui::chip::chip_button;

/// Draws nothing; keeps the grid in the order asked for.
pub(crate) fn sync_grid_order(dataset: Arc<Dataset>) -> AnyView {
    let explorer = Explorer::get();
    effect(move || reorder_grid(explorer, &dataset));
    ().into_any()
}

/// Reorders the grid if another order is asked for than is drawn. Tracked.
fn reorder_grid(explorer: Explorer, dataset: &Dataset) {
    let order = explorer.navigation.view.with(|view| view.order);
    let wanted = Arrangement::new(
        &dataset.matrix,
        &explorer.data.counts(dataset),
        explorer.navigation.show.get(),
        order,
    );
    let wanted = wanted.within(explorer.navigation.extent.get());
    if explorer.layout.arrangement.with_untracked(|shown| *shown == wanted) {
        return;
    }
    move_places::move_places(&wanted);
    explorer.layout.arrangement.set(wanted);
}

/// The fields for order and scale.
pub(crate) fn arrange_fields() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let orders = Order::ALL.map(|order| {
        let chosen = move || explorer.navigation.view.with(|view| view.order == order);
        choice("order", order.code(), order_name(messages, order), chosen, move || {
            explorer.navigation.set_order(order)
        })
    });
    let scales = move || {
        if explorer.navigation.show.get() != DisplayMode::Projects {
            return view! { <p class="fine">{messages.arrange_needs_projects()}</p> };
        }
        let scales = Scale::ALL.map(|scale| {
            let chosen = move || explorer.navigation.scale.get() == scale;
            let choose = move || explorer.navigation.set_scale(scale);
            choice("scale", scale.code(), scale_name(messages, scale), chosen, choose)
        });
        scales.collect_view().into_any()
    };
    view! {
        {sheet_head(messages.arrange_title())}
        <form class="filter-fields" on:submit=|event| event.prevent_default()>
            <fieldset>
                <legend>{messages.arrange_order()}</legend>
                {orders.collect_view()}
                <p class="fine">{messages.arrange_order_meaning()}</p>
            </fieldset>
            <fieldset>
                <legend>{messages.arrange_scale()}</legend>
                {scales}
            </fieldset>
        </form>
    }
}

fn choice(
    group: &'static str,
    code: &'static str,
    name: &'static str,
    chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class="choice-box">
            <input
                type="radio"
                name=group
                id=format!("{group}-{code}")
                prop:checked=chosen
                on:change=move |_| choose()
            />
            <span>{name}</span>
        </label>
    }
}

/// Chips for an order and scale that differ from the default, each with a click to reset it.
pub(crate) fn arranged_chips() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let chip = move |what: &'static str, name: &'static str, back: fn(Explorer)| {
        let text = format!("{what}{}{name}", messages.site_colon());
        let label = messages.arrange_drop(&text);
        chip_button(text, label, move || back(explorer))
    };
    let order = move || {
        let order = explorer.navigation.view.with(|view| view.order);
        (order != Order::Official).then(|| {
            chip(messages.arrange_order_short(), order_name(messages, order), |explorer| {
                explorer.navigation.set_order(Order::Official);
            })
        })
    };
    let scale = move || {
        let scale = explorer.navigation.scale.get();
        (scale != Scale::Whole && explorer.navigation.show.get() == DisplayMode::Projects).then(|| {
            chip(messages.arrange_scale_short(), scale_name(messages, scale), |explorer| {
                explorer.navigation.set_scale(Scale::Whole);
            })
        })
    };
    view! { <div class="chips">{order} {scale}</div> }
}
