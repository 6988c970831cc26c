//! Winners and champions of a line by year, with the part of each year's results that is known here.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::Line;
use wsis_core::address::Opened;
use wsis_core::contract::vocabulary::PrizeYear;
use wsis_core::index::{ProjectIndex, TitleList, YearResults};
use wsis_messages::Messages;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{Dataset, Explorer};

use crate::content::names::Names;
use crate::ui::any_view::view;

/// The results of a line by year; nothing until the files are there, which the list of projects loads.
pub(crate) fn prizes_by_year(dataset: Arc<Dataset>, line: Line) -> AnyView {
    let explorer = Explorer::get();
    let content = move || {
        let (index, titles) = (explorer.data.index.ready()?, explorer.data.titles.ready()?);
        let of_line = index.results_by_year(&index.of_line(line));
        let all = index.results_by_year(&index.all());
        (!all.is_empty()).then(|| {
            let names = Names::get(&dataset);
            table(explorer, &names, &index, &titles, (&of_line, &all))
        })
    };
    content.into_any()
}

type Results<'r> = (&'r BTreeMap<u16, YearResults>, &'r BTreeMap<u16, YearResults>);

fn table(
    explorer: Explorer,
    names: &Names,
    index: &ProjectIndex,
    titles: &TitleList,
    (of_line, all): Results<'_>,
) -> AnyView {
    let messages = explorer.messages();
    let rows = of_line.iter().rev().map(|(year, results)| {
        let winners = results.winners.iter().filter_map(|row| winner(explorer, index, titles, *row));
        let champions =
            (results.champions > 0).then(|| view! { <p>{messages.prizes_champions(results.champions)}</p> });
        let known = all.get(year).map(|known| known_text(messages, names.prize_year(*year), known));
        view! {
            <tr>
                <th scope="row">{year.to_string()}</th>
                <td>{winners.collect_view()} {champions}</td>
                <td class="fine">{known}</td>
            </tr>
        }
    });
    let without: Vec<String> =
        all.keys().filter(|year| !of_line.contains_key(year)).map(u16::to_string).collect();
    let without = (!without.is_empty())
        .then(|| view! { <p class="fine">{messages.prizes_none_known(&without.join(", "))}</p> });
    let table = (!of_line.is_empty()).then(|| {
        view! {
            <table class="prize-years">
                <thead>
                    <tr>
                        <th scope="col">{messages.project_year()}</th>
                        <th scope="col">{messages.prizes_winners()}</th>
                        <th scope="col">{messages.prizes_known_of_year()}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <section class="prizes" aria-labelledby="prizes-title">
            <h3 id="prizes-title">{messages.prizes_title()}</h3>
            {table}
            {without}
        </section>
    }
}

/// A winner's title; a click opens the project.
fn winner(explorer: Explorer, index: &ProjectIndex, titles: &TitleList, row: usize) -> Option<AnyView> {
    let id = index.id(row)?.clone();
    let open = move |_| {
        explorer.navigation.open(Opened::Project(id.clone()));
        focus_panel_title();
    };
    let (title, language) = (titles.title(row).to_owned(), titles.language(row).to_owned());
    Some(view! {
        <p>
            <button class="inline-button" type="button" lang=language dir="auto" on:click=open>{title}</button>
        </p>
    })
}

/// How many results of a year are known here, of how many, and who says so.
fn known_text(messages: Messages, year: Option<&PrizeYear>, known: &YearResults) -> AnyView {
    let text = |number: u32| number.to_string();
    let won = u32::try_from(known.winners.len()).unwrap_or(u32::MAX);
    let winners = match year.and_then(|year| year.winners) {
        Some(all) => messages.prizes_winners_of(&text(won), &text(all)),
        None => messages.prizes_winners_of_unknown(won),
    };
    let champions = (known.champions > 0).then(|| match year.and_then(|year| year.champions) {
        Some(all) => messages.prizes_champions_of(&text(known.champions), &text(all)),
        None => messages.prizes_champions_of_unknown(known.champions),
    });
    let evidence = year.map(|year| view! { <p>{year.evidence.clone()}</p> });
    view! {
        <p>{winners}</p>
        {champions.map(|champions| view! { <p>{champions}</p> })}
        {evidence}
    }
}
