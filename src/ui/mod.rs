//! Interface pieces that know no data: loading states, lazy chunks, chips, charts, icons, text to copy, places of panel and
//! rows in the page.

pub(crate) mod any_view;
pub(crate) mod chart;
pub(crate) mod chip;
pub(crate) mod copyable_text;
pub(crate) mod grid_order;
pub(crate) mod icon;
pub(crate) mod lazy_chunk;
pub(crate) mod loading;
pub(crate) mod panel_place;
