//! Names of steps in lists.

use wsis_core::tour::Step;
use wsis_state::Dataset;
use wsis_state::Explorer;

/// The name of a step in a list: its title, else what it shows.
pub(crate) fn step_name(dataset: &Dataset, step: &Step) -> String {
    if !step.title.is_empty() {
        return step.title.clone();
    }
    if let Some(project) = step.view.project() {
        return project.to_string();
    }
    let line = step.view.selection.line().map(|line| dataset.matrix.line_name(line).to_owned());
    let goal = step.view.selection.goal().map(|goal| dataset.matrix.goal_name(goal).to_owned());
    let names: Vec<String> = line.into_iter().chain(goal).collect();
    if names.is_empty() { Explorer::get().messages().site_title().to_owned() } else { names.join(" × ") }
}

/// Where in the matrix a step is.
pub(crate) fn place_code(step: &Step) -> String {
    let line = step.view.selection.line().map(|line| line.id().to_owned());
    let goal = step.view.selection.goal().map(|goal| goal.to_string());
    line.into_iter().chain(goal).collect::<Vec<_>>().join(" × ")
}
