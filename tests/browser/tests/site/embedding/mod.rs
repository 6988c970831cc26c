//! The explorer in a host page on another origin.

mod host_page;
mod isolation;
mod loading;
mod looks;
mod selection;
mod snippet;
mod support;
