//! The model -> every file of the API, in memory. Placement, counting and order are the core's.

mod lenses;
mod lists;
mod localized;

use anyhow::Result;
use wsis_core::Language;
use wsis_core::contract::entry::{ProjectFile, Withdrawn};
use wsis_core::contract::manifest::Manifest;
use wsis_core::contract::public_goods::PublicGoods;
use wsis_core::contract::{PAGE_SIZE, VERSION, path};

use super::date::Date;
use super::files::{Files, fit, json};
use super::model::Model;
use super::snapshot;
use lists::OrderedProjects;

/// The files of the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Api {
    /// The snapshot's name, which is also its folder.
    pub snapshot: String,
    /// `manifest.json`.
    pub manifest: Vec<u8>,
    /// Everything in the snapshot's folder.
    pub files: Files,
    /// How many projects the collection holds.
    pub projects: usize,
}

/// Makes every file.
///
/// # Errors
/// A value that the contract has no room for, such as more than 2³² projects.
pub fn build(model: &Model, made: Date) -> Result<Api> {
    let projects = OrderedProjects::new(model);
    let mut files = Files::new();
    localized::add(model, &mut files)?;
    for language in Language::ALL {
        lenses::add(model, language, &mut files)?;
    }
    projects.add_lists(&mut files)?;
    let goods = PublicGoods { goods: model.public_goods.clone() };
    files.insert(path::PUBLIC_GOODS.to_owned(), json(&goods)?);
    // A project's file names its snapshot, whose name is made from the files: it is made with that field empty.
    add_projects(model, "", &mut files)?;
    let snapshot = snapshot::name(made, &files);
    add_projects(model, &snapshot, &mut files)?;
    let manifest = json(&manifest(model, made, &snapshot)?)?;
    Ok(Api { snapshot, manifest, files, projects: model.projects.len() })
}

fn add_projects(model: &Model, snapshot: &str, files: &mut Files) -> Result<()> {
    for project in &model.projects {
        let mut project = project.clone();
        snapshot.clone_into(&mut project.snapshot);
        files.insert(path::project(&project.id), json(&ProjectFile::Project(project))?);
    }
    for id in &model.withdrawn {
        let file = ProjectFile::Withdrawn(Withdrawn { id: id.clone(), withdrawn: true });
        files.insert(path::project(id), json(&file)?);
    }
    Ok(())
}

fn manifest(model: &Model, made: Date, snapshot: &str) -> Result<Manifest> {
    let projects: u32 = fit(model.projects.len())?;
    let declared: u32 = fit(model.projects.iter().filter(|project| !project.goals.is_empty()).count())?;
    Ok(Manifest {
        contract: VERSION.to_owned(),
        snapshot: snapshot.to_owned(),
        base: format!("{snapshot}/"),
        made: made.to_string(),
        languages: Language::ALL.to_vec(),
        projects,
        page_size: fit(PAGE_SIZE)?,
        coverage: localized::coverage(model, projects, declared),
        declared_share: if projects == 0 { 0.0 } else { f64::from(declared) / f64::from(projects) },
        sources: model.sources.clone(),
    })
}
