//! How facts of the data are shown: names, languages, sources, evidence, the title of a view.

pub(crate) mod chart_view;
pub(crate) mod evidence;
pub(crate) mod language;
pub(crate) mod names;
pub(crate) mod sentence;
pub(crate) mod sources;
pub(crate) mod view_title;
