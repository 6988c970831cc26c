//! The comparison: two to four items side by side, with what they share.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Selection;
use wsis_core::comparison::{Compared, shared_targets};
use wsis_core::filter::Facet;
use wsis_core::index::{ProjectIndex, ProjectSet};
use wsis_core::matrix::Matrix;
use wsis_core::{Goal, Line, TargetCode};
use wsis_messages::Messages;
use wsis_state::Dataset;
use wsis_state::Explorer;
use wsis_state::element_ids;
use wsis_state::focus_return::focus_panel_title;

use crate::content::language::lang_if_other;
use crate::content::names::Names;
use crate::details::compare_lead::Lead;
use crate::details::heading::CloseButton;
use crate::details::projects::filtered::passing;
use crate::ui::any_view::view;
use crate::ui::loading::Placeholder;
use crate::ui::loading::when_loaded;

/// How many regions are named.
const REGIONS: usize = 3;

/// The comparison.
#[component]
pub(crate) fn ComparePanel(dataset: Arc<Dataset>) -> impl IntoView {
    let explorer = Explorer::get();
    let messages = explorer.messages();
    let waiting = Placeholder { label: messages.projects_loading(), bars: 6 };
    let names = dataset.clone();
    let table = when_loaded(explorer.data.index, dataset, waiting, move |index: Arc<ProjectIndex>| {
        let names = names.clone();
        (move || {
            let things = explorer.navigation.view.with(|view| view.compare.clone());
            Comparison { explorer, messages, dataset: names.clone(), index: index.clone(), things }.table()
        })
        .into_any()
    });
    view! {
        <div class="panel-head">
            <h2 id=element_ids::PANEL_TITLE tabindex="-1">{messages.compare_title()}</h2>
            <CloseButton />
        </div>
        <p class="meaning">{messages.compare_how()}</p>
        {table}
    }
}

struct Comparison {
    explorer: Explorer,
    messages: Messages,
    dataset: Arc<Dataset>,
    index: Arc<ProjectIndex>,
    things: Vec<Compared>,
}

impl Comparison {
    fn table(&self) -> AnyView {
        let links = self.dataset.matrix.links();
        let targets: Vec<Vec<TargetCode>> =
            self.things.iter().map(|thing| thing.targets(&self.dataset.matrix)).collect();
        let sets: Vec<ProjectSet> = self
            .things
            .iter()
            .map(|thing| passing(self.explorer, &thing.projects(&self.index, links)))
            .collect();
        let shared = shared_targets(&targets);
        let heads = self.things.iter().map(|thing| self.head(thing)).collect_view();
        let columns = self.things.len().to_string();
        let row = |title: &'static str, cells: Vec<AnyView>| {
            let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
            // Above its cells: beside them four things would not fit.
            view! {
                <tbody>
                    <tr>
                        <th colspan=columns.clone() scope="rowgroup">{title}</th>
                    </tr>
                    <tr>{cells}</tr>
                </tbody>
            }
        };
        let own = targets.iter().map(|codes| self.codes(codes, &shared)).collect();
        let counts = self.things.iter().zip(&sets).map(|(thing, set)| self.count(thing, set)).collect();
        let regions = sets.iter().map(|set| self.regions(set)).collect();
        let years = sets.iter().map(|set| self.years(set)).collect();
        let goals: Vec<Vec<Goal>> = self.things.iter().map(|thing| thing.goals(links)).collect();
        let lines: Vec<Vec<Line>> = self.things.iter().map(|thing| thing.lines(links)).collect();
        let goal_row = any_listed(&goals).then(|| row(self.messages.goals_short(), self.goal_tiles(&goals)));
        let line_row = any_listed(&lines).then(|| row(self.messages.lines_short(), self.line_codes(&lines)));
        let leads = self.things.iter().any(|thing| self.lead_line(thing).is_some()).then(|| {
            let leads = self.things.iter().map(|thing| self.lead(thing)).collect();
            row(self.messages.compare_leads(), leads)
        });
        let in_all = sets
            .split_first()
            .map_or(0, |(first, others)| others.iter().fold(first.clone(), |all, set| all.and(set)).count());
        view! {
            <div class="compare-scroll" tabindex="0">
                <table class="compare">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    {row(self.messages.projects_title(), counts)}
                    {goal_row}
                    {line_row}
                    {row(self.messages.compare_targets(), own)}
                    {leads}
                    {row(self.messages.compare_regions(), regions)}
                    {row(self.messages.compare_years(), years)}
                </table>
            </div>
            <p class="fine">{self.messages.compare_marks()}</p>
            <p>{self.messages.compare_shared_targets(u32::try_from(shared.len()).unwrap_or(u32::MAX))}</p>
            <p>{self.messages.compare_shared_projects(in_all)}</p>
        }
    }

    fn head(&self, thing: &Compared) -> AnyView {
        let explorer = self.explorer;
        let (name, gone) = (compared_name(&self.dataset, thing, Matrix::line_name), thing.clone());
        let label = self.messages.compare_remove(&name);
        view! {
            <th scope="col">
                <span lang=lang_if_other(self.dataset.language)>{name}</span>
                <button
                    type="button"
                    aria-label=label
                    on:click=move |_| {
                        explorer.navigation.remove_from_comparison(&gone);
                        focus_panel_title();
                    }
                >
                    "×"
                </button>
            </th>
        }
    }

    /// The goals of each, those that all have in a frame, those that only one has in bold.
    fn goal_tiles(&self, goals: &[Vec<Goal>]) -> Vec<AnyView> {
        goals
            .iter()
            .map(|own| {
                let tiles = own.iter().map(|goal| {
                    let name = self.dataset.matrix.goal_name(*goal).to_owned();
                    view! {
                        <li class:shared=is_in_all(goals, goal) class:only=is_in_one(goals, goal) title=name>
                            <span class="goal-tile" data-goal=goal.to_string()>{goal.to_string()}</span>
                        </li>
                    }
                });
                self.code_list(tiles.collect())
            })
            .collect()
    }

    fn line_codes(&self, lines: &[Vec<Line>]) -> Vec<AnyView> {
        lines
            .iter()
            .map(|own| {
                let codes = own.iter().map(|line| {
                    let name = self.dataset.matrix.line_name(*line).to_owned();
                    view! {
                        <li class:shared=is_in_all(lines, line) class:only=is_in_one(lines, line) title=name>
                            <span class="line-code">{line.id()}</span>
                        </li>
                    }
                });
                self.code_list(codes.collect())
            })
            .collect()
    }

    fn code_list(&self, items: Vec<AnyView>) -> AnyView {
        if items.is_empty() {
            return view! { <span class="fine">{self.messages.compare_no_goals()}</span> };
        }
        view! { <ul class="codes">{items}</ul> }
    }

    /// The line whose lead facilitator is named; a goal or a country has none.
    fn lead_line(&self, thing: &Compared) -> Option<Line> {
        match thing {
            Compared::Selection(Selection::Line(line) | Selection::Cell(line, _)) => Some(*line),
            _ => None,
        }
    }

    fn lead(&self, thing: &Compared) -> AnyView {
        let Some(line) = self.lead_line(thing) else { return view! { <span class="fine">"–"</span> } };
        view! { <Lead dataset=self.dataset.clone() line /> }
    }

    /// The targets, those that all share marked.
    fn codes(&self, codes: &[TargetCode], shared: &[TargetCode]) -> AnyView {
        if codes.is_empty() {
            return view! { <span class="fine">{self.messages.compare_no_targets()}</span> };
        }
        let codes = codes
            .iter()
            .map(|code| {
                let label = self.dataset.matrix.target(*code).map(|target| target.label.clone());
                let is_shared = shared.contains(code);
                view! {
                    <li class:shared=is_shared title=label>
                        <span dir="ltr">{code.to_string()}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="codes">{codes}</ul> }
    }

    /// How many projects; of a cell the declared and the derived apart.
    fn count(&self, thing: &Compared, set: &ProjectSet) -> AnyView {
        let Compared::Selection(Selection::Cell(line, goal)) = thing else {
            return set.count().to_string().into_any();
        };
        let (declared, derived) = self.index.in_cell(*line, *goal, self.dataset.matrix.links());
        let (declared, derived) = (declared.count_both(set), derived.count_both(set));
        let declared = self.messages.compare_declared(&declared.to_string());
        let derived = self.messages.compare_derived(&derived.to_string());
        view! {
            {declared}
            <br />
            {derived}
        }
    }

    fn regions(&self, set: &ProjectSet) -> AnyView {
        let names = Names::get(&self.dataset);
        let mut counted = self.index.count_values(Facet::Region, set);
        counted.sort_by_key(|one| std::cmp::Reverse(one.count));
        let regions = counted
            .into_iter()
            .filter(|one| one.count > 0)
            .take(REGIONS)
            .map(|one| view! { <li>{format!("{} {}", names.region(&one.id), one.count)}</li> })
            .collect_view();
        view! { <ul>{regions}</ul> }
    }

    fn years(&self, set: &ProjectSet) -> AnyView {
        let years = match self.index.years_of(set) {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => "–".to_owned(),
        };
        years.into_any()
    }
}

/// Whether there is something to compare: at least one list is not empty.
fn any_listed<T>(lists: &[Vec<T>]) -> bool {
    lists.iter().any(|list| !list.is_empty())
}

fn is_in_all<T: PartialEq>(lists: &[Vec<T>], item: &T) -> bool {
    lists.iter().all(|list| list.contains(item))
}

fn is_in_one<T: PartialEq>(lists: &[Vec<T>], item: &T) -> bool {
    lists.iter().filter(|list| list.contains(item)).count() == 1
}

/// The name of a compared thing, its line by the full or the short name.
pub(crate) fn compared_name(
    dataset: &Arc<Dataset>,
    thing: &Compared,
    line_name: fn(&Matrix, Line) -> &str,
) -> String {
    let matrix = &dataset.matrix;
    let line = |line: Line| format!("{} {}", line.parent().unwrap_or(line), line_name(matrix, line));
    match thing {
        Compared::Selection(Selection::Cell(of, goal)) => {
            format!("{} × {goal} {}", line(*of), matrix.goal_name(*goal))
        }
        Compared::Selection(Selection::Line(of)) => line(*of),
        Compared::Selection(Selection::Goal(goal)) => format!("{goal} {}", matrix.goal_name(*goal)),
        Compared::Selection(Selection::None) => String::new(),
        Compared::Country(country) => Names::get(dataset).country(country),
    }
}
