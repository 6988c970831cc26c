//! The first load: matrix, keyboard, layout, selection, lazy chunks.

mod accessibility;
mod first_paint;
mod keyboard;
mod layout;
mod lazy_chunks;
mod longer_texts;
mod matrix;
mod selection;
mod translation;
mod work;
