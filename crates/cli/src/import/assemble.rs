//! Puts imported projects in the place of those of the sources.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use wsis_core::address::decode;
use wsis_core::contract::entry::Project;
use wsis_core::{EntryId, Language};

use super::ids::IdRegistry;
use super::options::ImportOptions;
use crate::data::date::Date;
use crate::data::model::{Coverage, Model};

/// The model with the imported projects, their source and their sentence of coverage.
pub(super) fn assemble(
    mut model: Model,
    options: &ImportOptions,
    projects: Vec<Project>,
    ids: &IdRegistry,
) -> Result<Model> {
    let retired = retire_sources(&mut model);
    let source = options.source();
    if model.sources.iter().any(|known| known.id == source.id) {
        bail!("--source-id \"{}\" is a source of the matrix already", source.id);
    }
    if let Some(date) = Date::read(&source.date) {
        model.newest_source_date = model.newest_source_date.max(date);
    }
    model.sources.push(source);
    let coverage = Coverage {
        text: options.coverage(),
        none: "none states its goals".to_owned(),
        some: "{count} state their goals".to_owned(),
    };
    model.coverage = BTreeMap::from([(Language::English, coverage)]);
    model.collections = vec![options.collection()];
    model.projects = projects;
    shorten_tours(&mut model, &retired);
    model.withdrawn = ids.withdrawn.union(&ids.removed).cloned().collect();
    Ok(model)
}

/// Takes out of the tours what tells of the former projects: steps that show one, and steps that rest on their source.
/// A tour of which nothing is left goes with them.
fn shorten_tours(model: &mut Model, retired: &BTreeSet<String>) {
    let known: BTreeSet<&EntryId> = model.projects.iter().map(|project| &project.id).collect();
    for tour in model.tours.values_mut() {
        tour.steps.retain(|step| {
            let shown = decode(&step.view).0.project().cloned();
            let rests_on_them =
                step.basis.iter().any(|basis| retired.iter().any(|source| basis.contains(source)));
            shown.is_none_or(|project| known.contains(&project)) && !rests_on_them
        });
    }
    model.tours.retain(|_, tour| !tour.steps.is_empty());
}

/// Takes out the sources that only the former projects came from, and says which.
fn retire_sources(model: &mut Model) -> BTreeSet<String> {
    let used: BTreeSet<&str> = model
        .links
        .iter()
        .map(|link| link.source.as_str())
        .chain(model.facilitators.values().map(|facilitators| facilitators.source.as_str()))
        .chain(model.initiatives.iter().map(|initiative| initiative.source.as_str()))
        .chain(model.public_goods.iter().map(|good| good.source.as_str()))
        .collect();
    let of_projects = model.projects.iter().map(|project| project.source.clone());
    let retired: BTreeSet<String> = of_projects
        .chain(model.collections.iter().map(|collection| collection.source.clone()))
        .filter(|source| !used.contains(source.as_str()))
        .collect();
    model.sources.retain(|source| !retired.contains(&source.id));
    retired
}
