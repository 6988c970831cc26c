//! Digital public goods that state a goal, below the initiatives. They state no action line and are never counted.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Goal;
use wsis_core::contract::public_goods::{PublicGood, PublicGoodKind};
use wsis_messages::Messages;
use wsis_platform::location::http_address;
use wsis_state::effect::memo;
use wsis_state::layout::PanelTab;
use wsis_state::{Dataset, Explorer, element_ids};

use crate::content::names::Names;
use crate::content::sources::SourceName;
use crate::details::projects::list::goal_tiles;
use crate::details::short_list::short_list;
use crate::ui::any_view::view;
use crate::ui::loading::{Placeholder, when_loaded};

/// The digital public goods of a goal. Their file is loaded when their tab is first shown; a host page shows all tabs.
pub(crate) fn public_goods(dataset: Arc<Dataset>, goal: Goal) -> AnyView {
    let explorer = Explorer::get();
    let is_shown = memo(move || {
        explorer.navigation.is_embedded || explorer.layout.tab.get() == Some(PanelTab::Initiatives)
    });
    let waiting = Placeholder { label: explorer.messages().public_goods_loading(), bars: 3 };
    let content = move || {
        let dataset = dataset.clone();
        is_shown.get().then(|| {
            when_loaded(explorer.data.public_goods, dataset.clone(), waiting, move |all| {
                let goods = all.goods.iter().filter(|good| good.goals.contains(&goal)).cloned().collect();
                list(&dataset, explorer.messages(), goal, goods)
            })
        })
    };
    content.into_any()
}

fn list(dataset: &Arc<Dataset>, messages: Messages, goal: Goal, goods: Vec<PublicGood>) -> AnyView {
    let Some(first) = goods.first() else { return ().into_any() };
    let source = first.source.clone();
    let count = u32::try_from(goods.len()).unwrap_or(u32::MAX);
    let title = messages.public_goods_title(count, &goal.to_string());
    let names = dataset.clone();
    let id = |good: &PublicGood| element_ids::public_good(&good.id);
    view! {
        <section class="initiatives" aria-labelledby="public-goods-title">
            <h3 id="public-goods-title">{title}</h3>
            <p class="fine">
                {messages.public_goods_explain()} " " {messages.project_source()} {messages.site_colon()}
                <SourceName dataset=dataset.clone() id=source />
            </p>
            {short_list(goods, false, id, move |good| item(&names, messages, good))}
        </section>
    }
}

fn item(dataset: &Arc<Dataset>, messages: Messages, good: PublicGood) -> AnyView {
    let id = element_ids::public_good(&good.id);
    let website = good.website.as_deref().and_then(http_address);
    let name = match website {
        Some(address) => view! { <a href=address rel="noreferrer">{good.name.clone()}</a> },
        None => good.name.clone().into_any(),
    };
    let record = http_address(&good.record)
        .map(|address| view! { <a href=address rel="noreferrer">{messages.public_goods_record()}</a> });
    let (names, shown) = (dataset.clone(), good.clone());
    view! {
        <li class="initiative" id=id tabindex="-1">
            <h4><bdi>{name}</bdi></h4>
            <p class="project-facts">{move || facts(&Names::get(&names), messages, &shown)}</p>
            {goal_tiles(&good.goals)}
            <p class="fine">{record}</p>
        </li>
    }
}

/// Organisation, countries, year, kinds and licences.
fn facts(names: &Names, messages: Messages, good: &PublicGood) -> AnyView {
    let countries = good.countries.iter().map(|code| names.country(code)).collect::<Vec<_>>().join(", ");
    let kinds = good.kinds.iter().map(|kind| kind_text(messages, *kind)).collect::<Vec<_>>().join(", ");
    [good.organisation.clone(), countries, kinds, good.licences.join(", "), good.year.to_string()]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| view! { <span class="fact"><bdi>{fact}</bdi></span> })
        .collect_view()
        .into_any()
}

fn kind_text(messages: Messages, kind: PublicGoodKind) -> &'static str {
    match kind {
        PublicGoodKind::Software => messages.public_goods_software(),
        PublicGoodKind::Content => messages.public_goods_content(),
        PublicGoodKind::Data => messages.public_goods_data(),
        PublicGoodKind::Model => messages.public_goods_model(),
        PublicGoodKind::Standard => messages.public_goods_standard(),
        PublicGoodKind::Other => messages.public_goods_other(),
    }
}
