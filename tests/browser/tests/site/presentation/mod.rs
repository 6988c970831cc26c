//! Presentations: stage, speaker view, tours, handouts.

mod handouts;
mod preflight;
mod speaker_view;
mod start;
mod support;
mod tour;
mod tour_editor;
mod unattended;
