//! The order of lines and goals, and what the shades of the cells are compared with: the fields to choose them, the
//! chips that take them back, and the moving itself. Comes later: nobody arranges what has not been looked at.

use leptos::prelude::*;
use wsis_core::address::Show;
use wsis_core::arrangement::{Arrangement, Order};
use wsis_core::heat::Scale;
use wsis_page::texts::{order_name, scale_name};

use super::any::view;
use super::filters::chip_button;
use crate::dom::arrange;
use crate::state::{Explorer, Site};

/// Puts the grid into the order that is asked for. Tracks what the order follows.
pub(super) fn follow_order(explorer: Explorer, site: &Site) {
    let order = explorer.view.with(|view| view.order);
    let wanted = Arrangement::new(&site.matrix, &explorer.numbers(site), explorer.shows.get(), order);
    let wanted = wanted.within(explorer.form.get());
    if explorer.arrangement.with_untracked(|shown| *shown == wanted) {
        return;
    }
    let lines: Vec<&str> = wanted.lines().iter().map(|line| line.id()).collect();
    let goals: Vec<String> = wanted.goals().iter().map(ToString::to_string).collect();
    arrange::arrange(&lines, &goals);
    explorer.arrangement.set(wanted);
}

/// The fields.
pub(super) fn arrange_fields() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let orders = Order::ALL.map(|order| {
        let chosen = move || explorer.view.with(|view| view.order == order);
        choice("order", order.code(), order_name(messages, order), chosen, move || explorer.arrange(order))
    });
    let scales = move || {
        if explorer.shows.get() != Show::Projects {
            return view! { <p class="fine">{messages.arrange_needs_projects()}</p> };
        }
        let scales = Scale::ALL.map(|scale| {
            let chosen = move || explorer.scale.get() == scale;
            let choose = move || explorer.compare_cells_with(scale);
            choice("scale", scale.code(), scale_name(messages, scale), chosen, choose)
        });
        scales.collect_view().into_any()
    };
    view! {
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

/// What is arranged otherwise than at first, each with a way back.
pub(super) fn arranged() -> AnyView {
    let explorer = Explorer::get();
    let messages = explorer.messages;
    let chip = move |what: &'static str, name: &'static str, back: fn(Explorer)| {
        let text = format!("{what}: {name}");
        let label = messages.arrange_drop(&text);
        chip_button(text, label, move || back(explorer))
    };
    let order = move || {
        let order = explorer.view.with(|view| view.order);
        (order != Order::Official).then(|| {
            chip(messages.arrange_order_short(), order_name(messages, order), |explorer| {
                explorer.arrange(Order::Official);
            })
        })
    };
    let scale = move || {
        let scale = explorer.scale.get();
        (scale != Scale::Whole && explorer.shows.get() == Show::Projects).then(|| {
            chip(messages.arrange_scale_short(), scale_name(messages, scale), |explorer| {
                explorer.compare_cells_with(Scale::Whole);
            })
        })
    };
    view! { <div class="chips">{order} {scale}</div> }
}
